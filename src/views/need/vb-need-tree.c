/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-need-tree.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-balance-figures.h"
#include "vb-number.h"
#include "vb-unit-tree.h"

struct _VbNeedTree
{
  GtkWidget parent_instance;

  VbUnitTree *tree;
  VbNeedTable *table;
  VbCareGroup group;
  int index; /* of the period in the table */
};

enum
{
  SIGNAL_FIGURE_SELECTED,
  SIGNAL_UNIT_ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbNeedTree, vb_need_tree, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* ---- cells ----------------------------------------------------------------------------------- */

/* The care group of a unit's row: the wanted one where the unit has it, else its main one. */
static VbCareGroup
get_group (VbNeedTree *self, VbUnit *unit)
{
  gint64 id = vb_unit_get_id (unit);

  if (self->table == NULL)
    return VB_CARE_GROUP_NONE;
  return (vb_need_table_get_groups (self->table, id) & (1u << self->group)) != 0
             ? self->group
             : vb_need_table_get_main_group (self->table, id);
}

static const VbNeedFigures *
find_figures (VbUnit *unit, gpointer user_data)
{
  VbNeedTree *self = user_data;

  if (self->table == NULL || self->index < 0)
    return NULL;
  return vb_need_table_get (self->table, vb_unit_get_id (unit), get_group (self, unit),
                            (guint) self->index);
}

/* The unit's name, with its care group where the table's own is another: an ICU below a somatic
 * hospital is shown, but is no part of its sum. */
static char *
dup_name (VbUnit *unit, gpointer user_data)
{
  VbNeedTree *self = user_data;
  VbCareGroup group = get_group (self, unit);

  if (group == VB_CARE_GROUP_NONE || group == self->group)
    return g_strdup (vb_unit_get_name (unit));
  return g_strdup_printf ("%s · %s", vb_unit_get_name (unit), vb_care_group_get_label (group));
}

#define DEFINE_FIGURE(name, format)                                                                \
  static double get_##name (VbUnit *unit, gpointer user_data)                                      \
  {                                                                                                \
    const VbNeedFigures *figures = find_figures (unit, user_data);                                 \
                                                                                                   \
    return figures != NULL ? figures->name : NAN;                                                  \
  }                                                                                                \
                                                                                                   \
  static char *dup_##name (VbUnit *unit, gpointer user_data)                                       \
  {                                                                                                \
    double number = get_##name (unit, user_data);                                                  \
                                                                                                   \
    return format;                                                                                 \
  }

DEFINE_FIGURE (bed_days, vb_number_format (number, 0))
DEFINE_FIGURE (available_beds, vb_number_format_key (number))
DEFINE_FIGURE (occupancy, vb_number_format_percent (number, 1))
DEFINE_FIGURE (target_occupancy, vb_number_format_percent (number, 1))
DEFINE_FIGURE (need_beds, vb_number_format_key (number))
DEFINE_FIGURE (gap_beds, vb_number_format_key_signed (number))
DEFINE_FIGURE (gap_share, vb_number_format_percent_signed (number, 1))

/* Colour and figure agree: what is shown as 0 is neither. */
static const char *
get_gap_style (VbUnit *unit, gpointer user_data)
{
  int sign = vb_balance_get_sign (get_gap_beds (unit, user_data));

  return sign < 0 ? "shortage" : sign > 0 ? "surplus" : NULL;
}

static const char *
get_gap_share_style (VbUnit *unit, gpointer user_data)
{
  g_autofree char *shown = dup_gap_share (unit, user_data);

  if (g_str_has_prefix (shown, "\u2212"))
    return "shortage";
  return g_str_has_prefix (shown, "+") ? "surplus" : NULL;
}

/* ---- the tree -------------------------------------------------------------------------------- */

void
vb_need_tree_show (VbNeedTree *self, VbUnit *unit, VbNeedTable *table, VbCareGroup group, int index)
{
  g_return_if_fail (VB_IS_NEED_TREE (self));

  g_set_object (&self->table, table);
  self->group = group;
  self->index = index;
  vb_unit_tree_show (self->tree, unit);
}

void
vb_need_tree_set_figure (VbNeedTree *self, const char *figure)
{
  g_return_if_fail (VB_IS_NEED_TREE (self));

  vb_unit_tree_select (self->tree, NULL);
  vb_unit_tree_set_figure (self->tree, figure);
}

char *
vb_need_tree_dup_text (VbNeedTree *self)
{
  g_return_val_if_fail (VB_IS_NEED_TREE (self), NULL);

  return vb_unit_tree_dup_text (self->tree);
}

void
vb_need_tree_copy (VbNeedTree *self)
{
  g_return_if_fail (VB_IS_NEED_TREE (self));

  gtk_widget_activate_action (GTK_WIDGET (self->tree), "table.copy", NULL);
}

static void
on_selected (VbNeedTree *self)
{
  VbUnit *unit = vb_unit_tree_get_selected (self->tree);

  if (unit != NULL)
    g_signal_emit (self, signals[SIGNAL_FIGURE_SELECTED], 0, unit,
                   vb_unit_tree_get_figure (self->tree));
}

static void
on_activated (VbNeedTree *self, VbUnit *unit)
{
  g_signal_emit (self, signals[SIGNAL_UNIT_ACTIVATED], 0, unit);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_need_tree_dispose (GObject *object)
{
  VbNeedTree *self = VB_NEED_TREE (object);

  if (self->tree != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->tree));
  self->tree = NULL;
  g_clear_object (&self->table);

  G_OBJECT_CLASS (vb_need_tree_parent_class)->dispose (object);
}

static void
vb_need_tree_class_init (VbNeedTreeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vb_need_tree_dispose;

  signals[SIGNAL_FIGURE_SELECTED] =
      g_signal_new ("figure-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, VB_TYPE_UNIT, G_TYPE_STRING);
  signals[SIGNAL_UNIT_ACTIVATED] =
      g_signal_new ("unit-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, VB_TYPE_UNIT);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
vb_need_tree_init (VbNeedTree *self)
{
  const VbUnitColumn columns[] = {
    { "unit", _ ("Unit"), dup_name, NULL, NULL, 0 },
    { "bed_days", _ ("Bed days"), dup_bed_days, get_bed_days, NULL, 0 },
    { "available_beds", C_ ("beds", "Available"), dup_available_beds, get_available_beds, NULL, 0 },
    { "occupancy", _ ("Occupancy"), dup_occupancy, get_occupancy, NULL, 0 },
    { "target_occupancy", _ ("Target"), dup_target_occupancy, get_target_occupancy, NULL, 0 },
    { "need_beds", C_ ("beds", "Need"), dup_need_beds, get_need_beds, NULL, 0 },
    { "gap_beds", _ ("Gap"), dup_gap_beds, get_gap_beds, get_gap_style, 0 },
    { "gap_share", _ ("Gap %"), dup_gap_share, get_gap_share, get_gap_share_style, 0 },
  };

  self->index = -1;
  self->tree = VB_UNIT_TREE (
      vb_unit_tree_new (_ ("Need and gap by unit"), columns, G_N_ELEMENTS (columns), NULL, self));
  g_signal_connect_object (self->tree, "unit-selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "unit-activated", G_CALLBACK (on_activated), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->tree), GTK_WIDGET (self));
}
