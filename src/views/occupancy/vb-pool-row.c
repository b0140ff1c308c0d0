/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-pool-row.h"

#include <glib/gi18n-lib.h>

#define INDEX_KEY "vb-index"
#define ROWS_IN_TURN 8
#define NAMED_WARDS 3 /* more than these are only counted */

struct _VbPoolRow
{
  AdwExpanderRow parent_instance;

  GListStore *units; /* chosen */
  GPtrArray *wards;  /* of VbUnit: offered */
  GArray *ticks;     /* gboolean: of each of them */
  GPtrArray *rows;   /* of the first of them, as far as they are made; not owned */
  guint source;      /* makes more */
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
    return g_strdup (_ ("no other unit"));
  if (n > NAMED_WARDS)
    return g_strdup_printf (ngettext ("%u unit", "%u units", n), n);

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
  for (guint i = 0; i < self->wards->len; i++)
    if (g_array_index (self->ticks, gboolean, i))
      g_ptr_array_add (chosen, self->wards->pdata[i]);
  g_list_store_splice (self->units, 0, n_before, chosen->pdata, chosen->len);

  others = describe_others (chosen, is_leaf (self->unit) ? 1 : 0);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), others);
}

static void
on_toggled (VbPoolRow *self, GtkCheckButton *check)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), INDEX_KEY));

  g_array_index (self->ticks, gboolean, index) = gtk_check_button_get_active (check);
  collect (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_row (VbPoolRow *self, guint index)
{
  VbUnit *ward = self->wards->pdata[index];
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = adw_action_row_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               g_array_index (self->ticks, gboolean, index));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (check), INDEX_KEY, GUINT_TO_POINTER (index));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  vb_unit_get_name (ward), -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), vb_unit_get_name (ward));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
}

static gboolean
add_in_turn (gpointer user_data)
{
  VbPoolRow *self = user_data;

  for (guint i = 0; i < ROWS_IN_TURN && self->rows->len < self->wards->len; i++)
    add_row (self, self->rows->len);
  if (self->rows->len < self->wards->len)
    return G_SOURCE_CONTINUE;
  self->source = 0;
  return G_SOURCE_REMOVE;
}

/* A region has hundreds of wards: they get rows when the list is opened, few at a time. */
static void
fill (VbPoolRow *self)
{
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self))
      || self->rows->len == self->wards->len || self->source != 0)
    return;
  if (add_in_turn (self))
    self->source = g_idle_add (add_in_turn, self);
}

static void
offer (VbPoolRow *self, VbUnit *ward, gboolean ticked)
{
  g_ptr_array_add (self->wards, g_object_ref (ward));
  g_array_append_val (self->ticks, ticked);
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
  g_clear_handle_id (&self->source, g_source_remove);
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->wards, 0);
  g_array_set_size (self->ticks, 0);

  offer_below (self, is_leaf (unit) ? find_house (unit) : unit, group);
  collect (self);
  fill (self);
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
  VbPoolRow *self = VB_POOL_ROW (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->unit);

  G_OBJECT_CLASS (vb_pool_row_parent_class)->dispose (object);
}

static void
vb_pool_row_finalize (GObject *object)
{
  VbPoolRow *self = VB_POOL_ROW (object);

  g_clear_object (&self->units);
  g_clear_pointer (&self->wards, g_ptr_array_unref);
  g_clear_pointer (&self->ticks, g_array_unref);
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
  self->wards = g_ptr_array_new_with_free_func (g_object_unref);
  self->ticks = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->rows = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Share beds with"));
  g_signal_connect (self, "notify::expanded", G_CALLBACK (fill), NULL);
}

GtkWidget *
vb_pool_row_new (void)
{
  return g_object_new (VB_TYPE_POOL_ROW, NULL);
}
