/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-unit-tree.h"

#include "vb-data-table.h"
#include "vb-gradual-list.h"

#define MIN_HEIGHT 180
/* A view makes rows of a dozen cells in portions of these. */
#define ROWS_IN_TURN 12

struct _VbUnitTree
{
  GtkWidget parent_instance;

  GtkWidget *scrolled_window;
  GtkColumnView *view;
  VbUnitCells *cells;
  gboolean (*shows) (VbUnit *unit, gpointer user_data);
  gpointer user_data;

  GListStore *roots; /* of VbUnit: the one that is shown */
  GtkFilter *filter;
  GtkTreeListModel *tree;
  VbGradualList *rows; /* the tree's, in order */
  GtkSingleSelection *selection;
  guint chosen;   /* column */
  gboolean grown; /* a unit that had none has got units below it */
};

enum
{
  SIGNAL_UNIT_SELECTED,
  SIGNAL_UNIT_ACTIVATED,
  SIGNAL_EDITED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbUnitTree, vb_unit_tree, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* ---- the cell in question -------------------------------------------------------------------- */

static void
mark (VbUnitTree *self)
{
  vb_unit_cells_mark (self->cells, self->chosen, vb_unit_tree_get_selected (self));
}

/* A name is no figure: it stands for the one that was chosen before. */
static void
choose_column (VbUnitTree *self, guint column)
{
  if (column == 0 || column == self->chosen)
    return;
  self->chosen = column;
  mark (self);
  g_signal_emit (self, signals[SIGNAL_UNIT_SELECTED], 0);
}

static GtkColumnViewColumn *
peek_view_column (VbUnitTree *self, guint column)
{
  g_autoptr (GtkColumnViewColumn) found =
      g_list_model_get_item (gtk_column_view_get_columns (self->view), column);

  return found;
}

static gboolean
on_column_key (GtkWidget *view, GVariant *args, gpointer user_data)
{
  VbUnitTree *self = VB_UNIT_TREE (gtk_widget_get_ancestor (view, VB_TYPE_UNIT_TREE));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (view));
  int n_columns = (int) vb_unit_cells_get_n_columns (self->cells);
  int step = GPOINTER_TO_INT (user_data);
  int column = (int) self->chosen + step;

  /* Somebody is moving among letters. */
  if (GTK_IS_TEXT (focus))
    return FALSE;
  while (column >= 0 && column < n_columns
         && !gtk_column_view_column_get_visible (peek_view_column (self, (guint) column)))
    column += step;
  if (column < 0 || column >= n_columns)
    return FALSE;
  choose_column (self, (guint) column);
  return TRUE;
}

static gboolean
on_edit_key (GtkWidget *view, GVariant *args, gpointer user_data)
{
  VbUnitTree *self = VB_UNIT_TREE (gtk_widget_get_ancestor (view, VB_TYPE_UNIT_TREE));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (view));

  /* Somebody is writing a letter. */
  if (GTK_IS_TEXT (focus))
    return FALSE;
  return vb_unit_cells_start_editing (self->cells, GPOINTER_TO_UINT (user_data),
                                      vb_unit_tree_get_selected (self));
}

static void
on_edited (VbUnitTree *self, VbUnit *unit, const char *figure, const char *text)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, unit, figure, text);
}

const char *
vb_unit_tree_get_figure (VbUnitTree *self)
{
  g_return_val_if_fail (VB_IS_UNIT_TREE (self), NULL);

  return vb_unit_cells_get_column (self->cells, self->chosen)->figure;
}

void
vb_unit_tree_set_figure (VbUnitTree *self, const char *figure)
{
  g_return_if_fail (VB_IS_UNIT_TREE (self));

  for (guint i = 0; i < vb_unit_cells_get_n_columns (self->cells); i++)
    if (g_strcmp0 (vb_unit_cells_get_column (self->cells, i)->figure, figure) == 0)
      self->chosen = i;
  mark (self);
}

/* ---- order ----------------------------------------------------------------------------------- */

typedef struct
{
  VbUnitTree *tree; /* which has the sorter */
  guint column;
} Order;

static int
compare_units (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Order *order = user_data;

  return vb_unit_cells_compare (order->tree->cells, order->column, VB_UNIT ((gpointer) a),
                                VB_UNIT ((gpointer) b));
}

/* ---- the tree -------------------------------------------------------------------------------- */

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  VbUnitTree *self = user_data;

  return self->shows == NULL || self->shows (VB_UNIT (item), self->user_data);
}

static void
on_leaf_changed (VbUnitTree *self)
{
  self->grown = TRUE;
}

static GListModel *
create_children (gpointer item, gpointer user_data)
{
  VbUnitTree *self = user_data;
  GListModel *children = vb_unit_get_children (VB_UNIT (item));
  GtkFilterListModel *shown;

  if (g_list_model_get_n_items (children) == 0)
    {
      /* What the tree takes for a leaf once, it never asks again. */
      g_signal_handlers_disconnect_by_func (children, on_leaf_changed, self);
      g_signal_connect_object (children, "items-changed", G_CALLBACK (on_leaf_changed), self,
                               G_CONNECT_SWAPPED);
      return NULL;
    }
  shown = gtk_filter_list_model_new (g_object_ref (children), g_object_ref (self->filter));
  return G_LIST_MODEL (shown);
}

/* Opening a row shifts those below it, so that each is looked for when it is there. */
static GtkTreeListRow *
find_row (VbUnitTree *self, VbUnit *unit, guint *position)
{
  GListModel *rows = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);

      if (vb_unit_cells_peek_unit (row) == unit)
        {
          if (position != NULL)
            *position = i;
          return g_steal_pointer (&row);
        }
    }
  return NULL;
}

static GPtrArray *
list_open_units (VbUnitTree *self)
{
  GListModel *rows = G_LIST_MODEL (self->tree);
  GPtrArray *units = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);

      if (gtk_tree_list_row_get_expanded (row))
        g_ptr_array_add (units, gtk_tree_list_row_get_item (row));
    }
  return units;
}

static void
set_root (VbUnitTree *self, VbUnit *unit)
{
  g_autoptr (GtkTreeListRow) top = NULL;

  self->grown = FALSE;
  g_list_store_remove_all (self->roots);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  vb_gradual_list_restart (self->rows, ROWS_IN_TURN);
  if (unit == NULL)
    return;

  g_list_store_append (self->roots, unit);
  top = gtk_tree_list_model_get_row (self->tree, 0);
  gtk_tree_list_row_set_expanded (top, TRUE);
}

/* The same rows again, with those that have come below what was a leaf; what was open or selected
 * is so still. */
static void
grow (VbUnitTree *self, VbUnit *unit)
{
  g_autoptr (GPtrArray) open = list_open_units (self);
  VbUnit *selected = vb_unit_tree_get_selected (self);

  if (selected != NULL)
    g_object_ref (selected);
  set_root (self, unit);
  vb_gradual_list_finish (self->rows);
  for (guint i = 0; i < open->len; i++)
    {
      g_autoptr (GtkTreeListRow) row = find_row (self, g_ptr_array_index (open, i), NULL);

      if (row != NULL)
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
  vb_unit_tree_select (self, selected);
  g_clear_object (&selected);
}

/* All rows are of one height. */
static void
fill (VbUnitTree *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  double n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  double upper = MAX (gtk_adjustment_get_upper (adjustment), 1);
  double top = gtk_adjustment_get_value (adjustment);
  double height = gtk_adjustment_get_page_size (adjustment);

  vb_unit_cells_fill (self->cells, (guint) (top / upper * n_rows),
                      (guint) ((top + height) / upper * n_rows) + 1);
}

void
vb_unit_tree_show (VbUnitTree *self, VbUnit *unit)
{
  g_autoptr (VbUnit) shown = NULL;

  g_return_if_fail (VB_IS_UNIT_TREE (self));

  shown = g_list_model_get_item (G_LIST_MODEL (self->roots), 0);
  if (shown != unit)
    {
      set_root (self, unit);
      return;
    }
  if (self->grown)
    {
      grow (self, unit);
      return;
    }

  if (self->shows != NULL)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  fill (self);
  if (gtk_column_view_get_sorter (self->view) != NULL)
    gtk_sorter_changed (gtk_column_view_get_sorter (self->view), GTK_SORTER_CHANGE_DIFFERENT);
}

void
vb_unit_tree_set_title (VbUnitTree *self, guint column, const char *title)
{
  g_return_if_fail (VB_IS_UNIT_TREE (self));
  g_return_if_fail (column < vb_unit_cells_get_n_columns (self->cells));

  if (g_strcmp0 (vb_unit_cells_get_column (self->cells, column)->title, title) == 0)
    return;
  vb_unit_cells_set_title (self->cells, column, title);
  gtk_column_view_column_set_title (peek_view_column (self, column), title);
  vb_data_table_dress_titles (self->view);
}

void
vb_unit_tree_set_column_visible (VbUnitTree *self, guint column, gboolean visible)
{
  g_return_if_fail (VB_IS_UNIT_TREE (self));
  g_return_if_fail (column < vb_unit_cells_get_n_columns (self->cells));

  gtk_column_view_column_set_visible (peek_view_column (self, column), visible);
}

static char *
dup_item_cell (gpointer item, guint column, gpointer user_data)
{
  VbUnitTree *self = user_data;

  return vb_unit_cells_dup_text (self->cells, column, vb_unit_cells_peek_unit (item));
}

char *
vb_unit_tree_dup_text (VbUnitTree *self)
{
  g_return_val_if_fail (VB_IS_UNIT_TREE (self), NULL);

  vb_gradual_list_finish (self->rows);
  return vb_data_table_dup_tsv (self->view, dup_item_cell, self);
}

static void
copy (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autofree char *text = vb_unit_tree_dup_text (VB_UNIT_TREE (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* ---- selection ------------------------------------------------------------------------------- */

VbUnit *
vb_unit_tree_get_selected (VbUnitTree *self)
{
  g_return_val_if_fail (VB_IS_UNIT_TREE (self), NULL);

  return vb_unit_cells_peek_unit (gtk_single_selection_get_selected_item (self->selection));
}

static void
open_row (VbUnitTree *self, VbUnit *unit)
{
  g_autoptr (GtkTreeListRow) row = NULL;

  if (unit == NULL)
    return;
  open_row (self, vb_unit_get_parent (unit));
  row = find_row (self, unit, NULL);
  if (row != NULL)
    gtk_tree_list_row_set_expanded (row, TRUE);
}

void
vb_unit_tree_select (VbUnitTree *self, VbUnit *unit)
{
  g_autoptr (GtkTreeListRow) row = NULL;
  guint position;

  g_return_if_fail (VB_IS_UNIT_TREE (self));

  if (unit == NULL)
    {
      gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
      return;
    }
  vb_gradual_list_finish (self->rows);
  open_row (self, vb_unit_get_parent (unit));
  row = find_row (self, unit, &position);
  if (row != NULL)
    gtk_single_selection_set_selected (self->selection, position);
}

static void
on_selected (VbUnitTree *self)
{
  mark (self);
  g_signal_emit (self, signals[SIGNAL_UNIT_SELECTED], 0);
}

static void
on_activated (VbUnitTree *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL)
    g_signal_emit (self, signals[SIGNAL_UNIT_ACTIVATED], 0, vb_unit_cells_peek_unit (row));
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
add_key (GtkShortcutController *controller,
         guint key,
         GdkModifierType modifiers,
         GtkShortcutFunc function,
         gpointer user_data)
{
  gtk_shortcut_controller_add_shortcut (
      controller, gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                    gtk_callback_action_new (function, user_data, NULL)));
}

/* Before the list, which has uses of its own for arrow keys. */
static void
add_keys (VbUnitTree *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutController *shortcuts = GTK_SHORTCUT_CONTROLLER (controller);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_key (shortcuts, GDK_KEY_Left, GDK_CONTROL_MASK, on_column_key, GINT_TO_POINTER (-1));
  add_key (shortcuts, GDK_KEY_Right, GDK_CONTROL_MASK, on_column_key, GINT_TO_POINTER (1));
  for (guint i = 0; i < vb_unit_cells_get_n_columns (self->cells); i++)
    {
      guint key = vb_unit_cells_get_column (self->cells, i)->edit_key;

      if (key != 0)
        add_key (shortcuts, key, 0, on_edit_key, GUINT_TO_POINTER (i));
    }
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}

static void
add_column (VbUnitTree *self, guint index)
{
  const VbUnitColumn *column = vb_unit_cells_get_column (self->cells, index);
  GtkListItemFactory *factory = vb_unit_cells_new_factory (self->cells, index);
  Order *order = g_new (Order, 1);

  *order = (Order){ self, index };
  vb_data_table_append_column (self->view, column->title, factory,
                               GTK_SORTER (gtk_custom_sorter_new (compare_units, order, g_free)));
  if (index > 0 && column->get_number == NULL)
    vb_data_table_set_text (self->view);
  vb_data_table_set_figure (peek_view_column (self, index), column->figure);
}

static void
vb_unit_tree_dispose (GObject *object)
{
  VbUnitTree *self = VB_UNIT_TREE (object);

  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->tree);
  g_clear_object (&self->filter);
  g_clear_object (&self->roots);
  g_clear_object (&self->cells);

  G_OBJECT_CLASS (vb_unit_tree_parent_class)->dispose (object);
}

static void
vb_unit_tree_class_init (VbUnitTreeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_unit_tree_dispose;

  signals[SIGNAL_UNIT_SELECTED] =
      g_signal_new ("unit-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_UNIT_ACTIVATED] =
      g_signal_new ("unit-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, VB_TYPE_UNIT);
  signals[SIGNAL_EDITED] =
      g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, VB_TYPE_UNIT, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  vb_data_table_install_copy (widget_class, "table.copy", copy);
}

static void
vb_unit_tree_init (VbUnitTree *self)
{
  self->chosen = 1;
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  self->roots = g_list_store_new (VB_TYPE_UNIT);
}

static void
make_rows (VbUnitTree *self)
{
  GtkTreeListRowSorter *sorter;
  g_autoptr (GtkSortListModel) sorted = NULL;

  self->tree = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (self->roots)), FALSE, FALSE,
                                        create_children, self, NULL);
  sorter = gtk_tree_list_row_sorter_new (g_object_ref (gtk_column_view_get_sorter (self->view)));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->tree)), GTK_SORTER (sorter));
  self->rows = vb_gradual_list_new_for_model (G_LIST_MODEL (sorted));
  self->selection =
      gtk_single_selection_new (g_object_ref (vb_gradual_list_get_model (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activated), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
vb_unit_tree_new (const char *name,
                  const VbUnitColumn *columns,
                  guint n_columns,
                  gboolean (*shows) (VbUnit *unit, gpointer user_data),
                  gpointer user_data)
{
  VbUnitTree *self = g_object_new (VB_TYPE_UNIT_TREE, NULL);

  self->shows = shows;
  self->user_data = user_data;
  self->view = vb_data_table_new_view (name);
  self->cells = vb_unit_cells_new (columns, n_columns, user_data);
  g_signal_connect_object (self->cells, "chosen", G_CALLBACK (choose_column), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cells, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < n_columns; i++)
    add_column (self, i);
  add_keys (self);
  vb_data_table_dress_titles (self->view);
  make_rows (self);
  self->scrolled_window =
      vb_data_table_new_scroller (self->view, MIN_HEIGHT, VB_DATA_TABLE_MAX_HEIGHT);
  gtk_widget_set_parent (self->scrolled_window, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
