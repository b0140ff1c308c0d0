/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-need-tree.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-data-table.h"
#include "vb-gradual-list.h"
#include "vb-number.h"

#define MIN_HEIGHT 180
/* A view makes rows of eight cells in portions of these. */
#define ROWS_IN_TURN 16

typedef enum
{
  COLUMN_UNIT,
  COLUMN_BED_DAYS,
  COLUMN_AVAILABLE,
  COLUMN_OCCUPANCY,
  COLUMN_TARGET,
  COLUMN_NEED,
  COLUMN_GAP,
  COLUMN_GAP_SHARE,
  N_COLUMNS
} Column;

struct _VbNeedTree
{
  GtkWidget parent_instance;

  GtkWidget *scrolled_window;
  GtkColumnView *view;
  GListStore *roots; /* of VbNeedRow: the one unit that is shown */
  GtkTreeListModel *tree;
  VbGradualList *rows; /* the tree's, in order */
  GtkSingleSelection *selection;

  VbNeedTable *table;
  VbCareGroup group;
  int index;
};

enum
{
  SIGNAL_UNIT_SELECTED,
  SIGNAL_UNIT_ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbNeedTree, vb_need_tree, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* ---- cells ----------------------------------------------------------------------------------- */

static const char *
get_column_title (Column column)
{
  switch (column)
    {
    case COLUMN_UNIT:
      return _ ("Unit");
    case COLUMN_BED_DAYS:
      return _ ("Bed days");
    case COLUMN_AVAILABLE:
      return C_ ("beds", "Available");
    case COLUMN_OCCUPANCY:
      return _ ("Occupancy");
    case COLUMN_TARGET:
      return _ ("Target");
    case COLUMN_NEED:
      return C_ ("beds", "Need");
    case COLUMN_GAP:
      return _ ("Gap");
    case COLUMN_GAP_SHARE:
      return _ ("Gap %");
    case N_COLUMNS:
    default:
      g_return_val_if_reached ("");
    }
}

static double
get_number (VbNeedRow *row, Column column)
{
  const VbNeedFigures *figures = vb_need_row_get_figures (row);

  if (figures == NULL)
    return NAN;
  switch (column)
    {
    case COLUMN_BED_DAYS:
      return figures->bed_days;
    case COLUMN_AVAILABLE:
      return figures->available_beds;
    case COLUMN_OCCUPANCY:
      return figures->occupancy;
    case COLUMN_TARGET:
      return figures->target_occupancy;
    case COLUMN_NEED:
      return figures->need_beds;
    case COLUMN_GAP:
      return figures->gap_beds;
    case COLUMN_GAP_SHARE:
      return figures->gap_share;
    case COLUMN_UNIT:
    case N_COLUMNS:
    default:
      return NAN;
    }
}

/* The unit's name, with its care group where the table's own is another: an ICU below a somatic
 * hospital is shown, but is no part of its sum. */
static char *
dup_name (VbNeedTree *self, VbNeedRow *row)
{
  const char *name = vb_unit_get_name (vb_need_row_get_unit (row));
  VbCareGroup group = vb_need_row_get_group (row);

  if (group == VB_CARE_GROUP_NONE || group == self->group)
    return g_strdup (name);
  return g_strdup_printf ("%s · %s", name, vb_care_group_get_label (group));
}

static char *
dup_cell (VbNeedTree *self, VbNeedRow *row, Column column)
{
  double number = get_number (row, column);

  switch (column)
    {
    case COLUMN_UNIT:
      return dup_name (self, row);
    case COLUMN_BED_DAYS:
      return vb_number_format (number, 0);
    case COLUMN_AVAILABLE:
    case COLUMN_NEED:
      return vb_number_format_key (number);
    case COLUMN_OCCUPANCY:
    case COLUMN_TARGET:
      return vb_number_format_percent (number, 1);
    case COLUMN_GAP:
      return vb_number_format_key_signed (number);
    case COLUMN_GAP_SHARE:
      return vb_number_format_percent_signed (number, 1);
    case N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* What a cell's label needs to fill itself: kept on the label, since factories are shared. */
static Column
get_column (GtkWidget *label)
{
  return (Column) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (label), "vb-column"));
}

static void
fill_cell (VbNeedTree *self, GtkWidget *label, VbNeedRow *row)
{
  Column column = get_column (label);
  g_autofree char *text = dup_cell (self, row, column);

  vb_data_table_fill_label (label, get_column_title (column), text);
  if (column == COLUMN_GAP || column == COLUMN_GAP_SHARE)
    {
      double gap = get_number (row, COLUMN_GAP);

      gtk_widget_remove_css_class (label, "shortage");
      gtk_widget_remove_css_class (label, "surplus");
      if (gap < 0.0)
        gtk_widget_add_css_class (label, "shortage");
      else if (gap > 0.0)
        gtk_widget_add_css_class (label, "surplus");
    }
}

static GtkWidget *
get_label (GtkListItem *list_item)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);

  return GTK_IS_TREE_EXPANDER (child) ? gtk_tree_expander_get_child (GTK_TREE_EXPANDER (child))
                                      : child;
}

static GSignalGroup *
get_row_signals (GtkWidget *label)
{
  return g_object_get_data (G_OBJECT (label), "vb-row-signals");
}

static VbNeedRow *
dup_row (GtkListItem *list_item)
{
  return VB_NEED_ROW (gtk_tree_list_row_get_item (gtk_list_item_get_item (list_item)));
}

static void
on_row_changed (VbNeedRow *row, GtkWidget *label)
{
  GtkWidget *tree = gtk_widget_get_ancestor (label, VB_TYPE_NEED_TREE);

  if (tree != NULL)
    fill_cell (VB_NEED_TREE (tree), label, row);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  Column column = (Column) GPOINTER_TO_INT (user_data);
  GtkWidget *label = vb_data_table_new_label (column);
  GSignalGroup *row_signals = g_signal_group_new (VB_TYPE_NEED_ROW);

  g_signal_group_connect_object (row_signals, "changed", G_CALLBACK (on_row_changed), label, 0);
  g_object_set_data_full (G_OBJECT (label), "vb-row-signals", row_signals, g_object_unref);
  g_object_set_data (G_OBJECT (label), "vb-column", user_data);
  if (column == COLUMN_UNIT)
    {
      GtkWidget *expander = gtk_tree_expander_new ();

      gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), label);
      gtk_list_item_set_child (list_item, expander);
    }
  else
    {
      gtk_list_item_set_child (list_item, label);
    }
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, VbNeedTree *self)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);
  GtkWidget *label = get_label (list_item);
  g_autoptr (VbNeedRow) row = dup_row (list_item);

  if (GTK_IS_TREE_EXPANDER (child))
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (child), gtk_list_item_get_item (list_item));
  fill_cell (self, label, row);
  g_signal_group_set_target (get_row_signals (label), row);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  /* The row may be gone from the tree already, and so cannot be asked for. */
  g_signal_group_set_target (get_row_signals (get_label (list_item)), NULL);
}

/* ---- order ----------------------------------------------------------------------------------- */

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Column column = (Column) GPOINTER_TO_INT (user_data);
  VbNeedRow *first = VB_NEED_ROW ((gpointer) a);
  VbNeedRow *second = VB_NEED_ROW ((gpointer) b);

  if (column == COLUMN_UNIT)
    return g_utf8_collate (vb_unit_get_name (vb_need_row_get_unit (first)),
                           vb_unit_get_name (vb_need_row_get_unit (second)));

  return vb_data_table_compare_numbers (get_number (first, column), get_number (second, column));
}

/* ---- the tree -------------------------------------------------------------------------------- */

static gpointer
map_unit (gpointer item, gpointer user_data)
{
  VbNeedTree *self = user_data;
  VbNeedRow *row = vb_need_row_new (VB_UNIT (item));

  vb_need_row_show (row, self->table, self->group, self->index);
  g_object_unref (item);
  return row;
}

static GListModel *
create_children (gpointer item, gpointer user_data)
{
  VbUnit *unit = vb_need_row_get_unit (VB_NEED_ROW (item));
  GListModel *children = vb_unit_get_children (unit);

  if (g_list_model_get_n_items (children) == 0)
    return NULL;
  return G_LIST_MODEL (gtk_map_list_model_new (g_object_ref (children), map_unit, user_data, NULL));
}

void
vb_need_tree_show (VbNeedTree *self, VbUnit *unit, VbNeedTable *table, VbCareGroup group, int index)
{
  g_autoptr (VbNeedRow) shown = NULL;

  g_return_if_fail (VB_IS_NEED_TREE (self));

  g_set_object (&self->table, table);
  self->group = group;
  self->index = index;

  shown = g_list_model_get_item (G_LIST_MODEL (self->roots), 0);
  if (shown == NULL || vb_need_row_get_unit (shown) != unit)
    {
      g_list_store_remove_all (self->roots);
      vb_gradual_list_restart (self->rows, ROWS_IN_TURN);
      if (unit != NULL)
        {
          g_autoptr (VbNeedRow) row = vb_need_row_new (unit);
          g_autoptr (GtkTreeListRow) top = NULL;

          vb_need_row_show (row, table, group, index);
          g_list_store_append (self->roots, row);
          top = gtk_tree_list_model_get_row (self->tree, 0);
          gtk_tree_list_row_set_expanded (top, TRUE);
        }
      return;
    }

  /* Rows in sight follow their "changed"; rows not opened yet are made from the new table. */
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (GtkTreeListRow) tree_row = g_list_model_get_item (G_LIST_MODEL (self->tree), i);
      g_autoptr (VbNeedRow) row = VB_NEED_ROW (gtk_tree_list_row_get_item (tree_row));

      vb_need_row_show (row, table, group, index);
    }
  if (gtk_column_view_get_sorter (self->view) != NULL)
    gtk_sorter_changed (gtk_column_view_get_sorter (self->view), GTK_SORTER_CHANGE_DIFFERENT);
}

static char *
dup_item_cell (gpointer item, guint column, gpointer user_data)
{
  g_autoptr (VbNeedRow) row = VB_NEED_ROW (gtk_tree_list_row_get_item (item));

  return dup_cell (user_data, row, (Column) column);
}

char *
vb_need_tree_dup_text (VbNeedTree *self)
{
  g_return_val_if_fail (VB_IS_NEED_TREE (self), NULL);

  vb_gradual_list_finish (self->rows);
  return vb_data_table_dup_tsv (self->view, dup_item_cell, self);
}

static void
copy (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autofree char *text = vb_need_tree_dup_text (VB_NEED_TREE (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* ---- selection ------------------------------------------------------------------------------- */

static void
emit_for (VbNeedTree *self, guint signal, guint position)
{
  g_autoptr (GtkTreeListRow) tree_row =
      g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (VbNeedRow) row = NULL;

  if (tree_row == NULL)
    return;
  row = VB_NEED_ROW (gtk_tree_list_row_get_item (tree_row));
  g_signal_emit (self, signals[signal], 0, vb_need_row_get_unit (row));
}

static void
on_selected (VbNeedTree *self)
{
  emit_for (self, SIGNAL_UNIT_SELECTED, gtk_single_selection_get_selected (self->selection));
}

static void
on_activated (VbNeedTree *self, guint position)
{
  emit_for (self, SIGNAL_UNIT_ACTIVATED, position);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
add_column (VbNeedTree *self, Column column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  vb_data_table_append_column (
      self->view, get_column_title (column), factory,
      GTK_SORTER (gtk_custom_sorter_new (compare_rows, GINT_TO_POINTER (column), NULL)));
}

static void
vb_need_tree_dispose (GObject *object)
{
  VbNeedTree *self = VB_NEED_TREE (object);

  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->tree);
  g_clear_object (&self->roots);
  g_clear_object (&self->table);

  G_OBJECT_CLASS (vb_need_tree_parent_class)->dispose (object);
}

static void
vb_need_tree_class_init (VbNeedTreeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_need_tree_dispose;

  signals[SIGNAL_UNIT_SELECTED] =
      g_signal_new ("unit-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, VB_TYPE_UNIT);
  signals[SIGNAL_UNIT_ACTIVATED] =
      g_signal_new ("unit-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, VB_TYPE_UNIT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  vb_data_table_install_copy (widget_class, "table.copy", copy);
}

static void
vb_need_tree_init (VbNeedTree *self)
{
  static const char *const figures[] = { "unit",      "bed_days",         "available_beds",
                                         "occupancy", "target_occupancy", "need_beds",
                                         "gap_beds",  "gap_share",        NULL };
  GtkSortListModel *sorted;
  GtkTreeListRowSorter *sorter;

  self->index = -1;
  self->view = vb_data_table_new_view (_ ("Need and gap by unit"));
  for (guint column = 0; column < N_COLUMNS; column++)
    add_column (self, (Column) column);
  vb_data_table_set_figures (self->view, figures);
  vb_data_table_dress_titles (self->view);

  self->roots = g_list_store_new (VB_TYPE_NEED_ROW);
  self->tree = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (self->roots)), FALSE, FALSE,
                                        create_children, self, NULL);
  sorter = gtk_tree_list_row_sorter_new (g_object_ref (gtk_column_view_get_sorter (self->view)));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->tree)), GTK_SORTER (sorter));
  self->rows = vb_gradual_list_new_for_model (G_LIST_MODEL (sorted));
  g_object_unref (sorted);
  self->selection =
      gtk_single_selection_new (g_object_ref (vb_gradual_list_get_model (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activated), self,
                           G_CONNECT_SWAPPED);

  self->scrolled_window =
      vb_data_table_new_scroller (self->view, MIN_HEIGHT, VB_DATA_TABLE_MAX_HEIGHT);
  gtk_widget_set_parent (self->scrolled_window, GTK_WIDGET (self));
}

GtkWidget *
vb_need_tree_new (void)
{
  return g_object_new (VB_TYPE_NEED_TREE, NULL);
}
