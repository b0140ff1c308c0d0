/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-pool-row.h"

#include <glib/gi18n-lib.h>

#define UNIT_KEY "vb-unit"
#define NAMED_WARDS 3 /* more than these are only counted */

struct _VbPoolRow
{
  AdwExpanderRow parent_instance;

  GListStore *units; /* chosen */
  GPtrArray *checks; /* GtkCheckButton of each ward offered; not owned */
  GPtrArray *rows;   /* their rows; not owned */
  VbUnit *unit;
  VbCareGroup group;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbPoolRow, vb_pool_row, ADW_TYPE_EXPANDER_ROW)

static guint signals[N_SIGNALS];

static gboolean
is_leaf (VbUnit *unit)
{
  return g_list_model_get_n_items (vb_unit_get_children (unit)) == 0;
}

/* Wards nearer than this are worth sharing beds with: those of the same hospital, or of the root
 * where there is no hospital. */
static VbUnit *
find_house (VbUnit *unit)
{
  VbUnit *house = unit;

  while (vb_unit_get_parent (house) != NULL && vb_unit_get_kind (house) != VB_UNIT_HOSPITAL)
    house = vb_unit_get_parent (house);
  return house;
}

static gboolean
is_below (VbUnit *unit, VbUnit *above)
{
  for (VbUnit *each = unit; each != NULL; each = vb_unit_get_parent (each))
    if (each == above)
      return TRUE;

  return FALSE;
}

/* The names of a few, the number of many. */
static char *
describe_others (GPtrArray *chosen, guint first)
{
  GString *names;
  guint n = chosen->len - first;

  if (n == 0)
    return g_strdup (_ ("no other ward"));
  if (n > NAMED_WARDS)
    return g_strdup_printf (ngettext ("%u ward", "%u wards", n), n);

  names = g_string_new (NULL);
  for (guint i = first; i < chosen->len; i++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                            vb_unit_get_name (chosen->pdata[i]));
  return g_string_free (names, FALSE);
}

static void
collect (VbPoolRow *self)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->units));
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autofree char *others = NULL;

  if (is_leaf (self->unit))
    g_ptr_array_add (chosen, self->unit);
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (chosen, g_object_get_data (self->checks->pdata[i], UNIT_KEY));
  g_list_store_splice (self->units, 0, n_before, chosen->pdata, chosen->len);

  others = describe_others (chosen, is_leaf (self->unit) ? 1 : 0);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), others);
}

static void
on_toggled (VbPoolRow *self)
{
  collect (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
offer (VbPoolRow *self, VbUnit *ward, gboolean ticked)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = adw_action_row_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), ticked);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (check), UNIT_KEY, g_object_ref (ward), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  vb_unit_get_name (ward), -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), vb_unit_get_name (ward));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->checks, check);
  g_ptr_array_add (self->rows, row);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
}

/* Beds of other care groups cannot be shared: an ICU bed is no ward bed. */
static void
offer_below (VbPoolRow *self, VbUnit *above, VbCareGroup group)
{
  GListModel *children = vb_unit_get_children (above);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);

      if (!is_leaf (child))
        offer_below (self, child, group);
      else if (child != self->unit
               && vb_care_type_get_group (vb_unit_get_care_type (child)) == group)
        offer (self, child,
               is_leaf (self->unit) ? vb_unit_get_parent (child) == vb_unit_get_parent (self->unit)
                                    : is_below (child, self->unit));
    }
}

void
vb_pool_row_show (VbPoolRow *self, VbUnit *unit, VbCareGroup group)
{
  g_return_if_fail (VB_IS_POOL_ROW (self));
  g_return_if_fail (VB_IS_UNIT (unit));

  if (self->unit == unit && self->group == group)
    return;

  g_set_object (&self->unit, unit);
  self->group = group;
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->checks, 0);
  g_ptr_array_set_size (self->rows, 0);

  offer_below (self, is_leaf (unit) ? find_house (unit) : unit, group);
  collect (self);
}

GListModel *
vb_pool_row_get_units (VbPoolRow *self)
{
  g_return_val_if_fail (VB_IS_POOL_ROW (self), NULL);

  return G_LIST_MODEL (self->units);
}

static void
vb_pool_row_dispose (GObject *object)
{
  g_clear_object (&VB_POOL_ROW (object)->unit);

  G_OBJECT_CLASS (vb_pool_row_parent_class)->dispose (object);
}

static void
vb_pool_row_finalize (GObject *object)
{
  VbPoolRow *self = VB_POOL_ROW (object);

  g_clear_object (&self->units);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (vb_pool_row_parent_class)->finalize (object);
}

static void
vb_pool_row_class_init (VbPoolRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vb_pool_row_dispose;
  object_class->finalize = vb_pool_row_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vb_pool_row_init (VbPoolRow *self)
{
  self->units = g_list_store_new (VB_TYPE_UNIT);
  self->checks = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Share beds with"));
}

GtkWidget *
vb_pool_row_new (void)
{
  return g_object_new (VB_TYPE_POOL_ROW, NULL);
}
