/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-reference-list.h"

#include <glib/gi18n-lib.h>

#include "vb-number.h"
#include "vb-planner-years.h"
#include "vb-reference-dialog.h"

#define TARGET_KEY "vb-target"

struct _VbReferenceList
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *add_button;
  GPtrArray *rows;    /* borrowed: the group has them */
  GPtrArray *targets; /* of VbTarget, as shown */
  VbPage *page;
  VbUnit *unit;
  VbCareGroup group;
};

G_DEFINE_FINAL_TYPE (VbReferenceList, vb_reference_list, ADW_TYPE_PREFERENCES_GROUP)

/* ---- what the reader does -------------------------------------------------------------------- */

static void
open_dialog (VbReferenceList *self, VbTarget *target)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_window_present (GTK_WINDOW (
      vb_reference_dialog_new (window, vb_page_get_document (self->page), self->unit,
                               vb_planner_get_reference_type (self->unit, self->group), target)));
}

static void
on_add (VbReferenceList *self)
{
  open_dialog (self, NULL);
}

static void
on_edit (GtkWidget *row, VbReferenceList *self)
{
  open_dialog (self, g_object_get_data (G_OBJECT (row), TARGET_KEY));
}

static void
on_remove (GtkWidget *button, VbReferenceList *self)
{
  VbTarget *target = g_object_get_data (G_OBJECT (button), TARGET_KEY);
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  /* The row goes, and the focus with it. */
  gtk_widget_grab_focus (self->add_button);
  if (!vb_document_clear_target (vb_page_get_document (self->page), vb_target_get_id (target),
                                 &error))
    {
      vb_page_report_error (self->page, error);
      return;
    }

  toast = adw_toast_new (_ ("The reference number was removed"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  vb_page_add_toast (self->page, toast);
}

/* ---- rows ------------------------------------------------------------------------------------ */

static char *
dup_title (VbTarget *target)
{
  g_autofree char *beds = vb_number_format_key (vb_target_get_value (target));
  g_autofree char *day = NULL;

  if (vb_target_get_from (target) == VB_DAY_NONE)
    /* Translators: %s is a number */
    return g_strdup_printf (_ ("%s beds"), beds);

  day = vb_day_format (vb_target_get_from (target));
  /* Translators: a number, and the day from which it is in force */
  return g_strdup_printf (_ ("%s beds from %s"), beds, day);
}

static GtkWidget *
new_remove_button (VbReferenceList *self, VbTarget *target, const char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is a reference number, "412 beds from 1 Jan 2026" */
  g_autofree char *name = g_strdup_printf (_ ("Remove %s"), title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), TARGET_KEY, g_object_ref (target), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove), self, 0);

  return button;
}

static void
add_row (VbReferenceList *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_target (VbReferenceList *self, VbTarget *target)
{
  const char *by = vb_target_get_decided_by (target);
  g_autofree char *title = dup_title (target);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), by != NULL ? by : _ ("set by hand"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_remove_button (self, target, title));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), TARGET_KEY, g_object_ref (target), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_edit), self, 0);
  add_row (self, row);
}

static void
add_none (VbReferenceList *self)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("None is decided"));
  gtk_widget_add_css_class (row, "dim-label");
  add_row (self, row);
}

/* Rows are made anew only when they would say something else, so that the focus stays. */
static gboolean
is_shown (VbReferenceList *self, GPtrArray *targets)
{
  if (self->rows->len == 0 || self->targets->len != targets->len)
    return FALSE;
  for (guint i = 0; i < targets->len; i++)
    {
      VbTarget *old = self->targets->pdata[i];
      VbTarget *new = targets->pdata[i];

      if (vb_target_get_id (old) != vb_target_get_id (new)
          || vb_target_get_from (old) != vb_target_get_from (new)
          || vb_target_get_value (old) < vb_target_get_value (new)
          || vb_target_get_value (old) > vb_target_get_value (new)
          || g_strcmp0 (vb_target_get_decided_by (old), vb_target_get_decided_by (new)) != 0)
        return FALSE;
    }

  return TRUE;
}

void
vb_reference_list_show (
    VbReferenceList *self, VbPage *page, VbNeedTable *table, VbUnit *unit, VbCareGroup group)
{
  g_autoptr (GPtrArray) targets = NULL;

  g_return_if_fail (VB_IS_REFERENCE_LIST (self));

  self->page = page;
  g_set_object (&self->unit, unit);
  self->group = group;
  targets = vb_planner_list_references (vb_page_get_document (page), table, unit, group);
  if (is_shown (self, targets))
    return;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < targets->len; i++)
    add_target (self, targets->pdata[i]);
  if (targets->len == 0)
    add_none (self);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  self->targets = g_steal_pointer (&targets);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_reference_list_dispose (GObject *object)
{
  VbReferenceList *self = VB_REFERENCE_LIST (object);

  g_clear_object (&self->unit);

  G_OBJECT_CLASS (vb_reference_list_parent_class)->dispose (object);
}

static void
vb_reference_list_finalize (GObject *object)
{
  VbReferenceList *self = VB_REFERENCE_LIST (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->targets);

  G_OBJECT_CLASS (vb_reference_list_parent_class)->finalize (object);
}

static void
vb_reference_list_class_init (VbReferenceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vb_reference_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = vb_reference_list_finalize;
}

static void
vb_reference_list_init (VbReferenceList *self)
{
  self->rows = g_ptr_array_new ();
  self->targets = g_ptr_array_new_with_free_func (g_object_unref);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Reference numbers"));
  self->add_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add_button, "flat");
  gtk_widget_set_tooltip_text (self->add_button, _ ("Add a reference number"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add a reference number"), -1);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (on_add), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
}

GtkWidget *
vb_reference_list_new (void)
{
  return g_object_new (VB_TYPE_REFERENCE_LIST, NULL);
}
