/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-care-group-row.h"

#include <glib/gi18n-lib.h>

struct _VbCareGroupRow
{
  AdwComboRow parent_instance;

  VbSession *session;
  guint groups;
  gboolean showing; /* the row is being filled, which is no choice of the reader's */
};

G_DEFINE_FINAL_TYPE (VbCareGroupRow, vb_care_group_row, ADW_TYPE_COMBO_ROW)

/* Group at @position in the list of those that @groups holds. */
static VbCareGroup
get_group_at (guint groups, guint position)
{
  for (guint group = 0; group < VB_N_CARE_GROUPS; group++)
    if ((groups & (1u << group)) != 0 && position-- == 0)
      return (VbCareGroup) group;

  return VB_CARE_GROUP_NONE;
}

static void
on_selected (VbCareGroupRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (!self->showing && self->session != NULL && selected != GTK_INVALID_LIST_POSITION)
    vb_session_set_care_group (self->session, get_group_at (self->groups, selected));
}

static void
fill (VbCareGroupRow *self, guint groups)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint group = 0; group < VB_N_CARE_GROUPS; group++)
    if (groups & (1u << group))
      gtk_string_list_append (labels, group == VB_CARE_GROUP_NONE
                                          ? _ ("All care, as reported")
                                          : vb_care_group_get_label ((VbCareGroup) group));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (labels));
  self->groups = groups;
}

void
vb_care_group_row_show (VbCareGroupRow *self, VbSession *session, guint groups, VbCareGroup group)
{
  guint position = 0;

  g_return_if_fail (VB_IS_CARE_GROUP_ROW (self));

  g_set_object (&self->session, session);
  gtk_widget_set_visible (GTK_WIDGET (self), (groups & (groups - 1)) != 0);

  self->showing = TRUE;
  if (groups != self->groups)
    fill (self, groups);
  for (guint each = 0; each < (guint) group; each++)
    if (groups & (1u << each))
      position++;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), position);
  self->showing = FALSE;
}

static void
vb_care_group_row_dispose (GObject *object)
{
  g_clear_object (&VB_CARE_GROUP_ROW (object)->session);

  G_OBJECT_CLASS (vb_care_group_row_parent_class)->dispose (object);
}

static void
vb_care_group_row_class_init (VbCareGroupRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vb_care_group_row_dispose;
}

static void
vb_care_group_row_init (VbCareGroupRow *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Care group"));
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected), NULL);
}

GtkWidget *
vb_care_group_row_new (void)
{
  return g_object_new (VB_TYPE_CARE_GROUP_ROW, NULL);
}
