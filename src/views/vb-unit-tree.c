/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-unit-tree.h"

#include "vb-data-table.h"
#include "vb-gradual-list.h"

#define MIN_HEIGHT 180
/* A view makes rows of a dozen cells in portions of these. */
#define ROWS_IN_TURN 12
#define CELL_CHARS 4
#define NAME_CHARS 14
#define COLUMN_KEY "vb-column"
#define STYLE_KEY "vb-style"
#define SHOWN_KEY "vb-shown"
#define CHOSEN_CLASS "chosen"

typedef struct
{
  VbUnitColumn given;
  char *title;
  GtkColumnViewColumn *view_column; /* of the view */
} Column;

struct _VbUnitTree
{
  GtkWidget parent_instance;

  GtkWidget *scrolled_window;
  GtkColumnView *view;
  GArray *columns; /* of Column */
  gboolean (*shows) (VbUnit *unit, gpointer user_data);
  gpointer user_data;

  GListStore *roots; /* of VbUnit: the one that is shown */
  GtkFilter *filter;
  GtkTreeListModel *tree;
  VbGradualList *rows; /* the tree's, in order */
  GtkSingleSelection *selection;
  guint chosen;      /* column */
  GHashTable *bound; /* cell → its GtkListItem: what is filled anew; neither is owned */
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

static Column *
get_column (VbUnitTree *self, guint index)
{
  return &g_array_index (self->columns, Column, index);
}

static guint
get_index (GtkWidget *cell)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), COLUMN_KEY));
}

/* The unit of a row of the tree; the tree keeps it. */
static VbUnit *
peek_unit (gpointer tree_row)
{
  g_autoptr (VbUnit) unit =
      tree_row != NULL ? VB_UNIT (gtk_tree_list_row_get_item (tree_row)) : NULL;

  return unit;
}

/* ---- cells ----------------------------------------------------------------------------------- */

static void
set_style (GtkWidget *cell, const char *style)
{
  const char *before = g_object_get_data (G_OBJECT (cell), STYLE_KEY);

  if (g_strcmp0 (before, style) == 0)
    return;
  if (before != NULL)
    gtk_widget_remove_css_class (cell, before);
  if (style != NULL)
    gtk_widget_add_css_class (cell, style);
  g_object_set_data_full (G_OBJECT (cell), STYLE_KEY, g_strdup (style), g_free);
}

/* A cell that is being written in is left alone. */
static void
fill_editable (GtkWidget *cell, const char *title, const char *text)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", title, text);

  if (gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (cell)))
    return;
  gtk_editable_set_text (GTK_EDITABLE (cell), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (cell), SHOWN_KEY, g_strdup (text), g_free);
}

static void
mark_cell (VbUnitTree *self, GtkWidget *cell, VbUnit *unit)
{
  if (get_index (cell) == self->chosen && unit == vb_unit_tree_get_selected (self))
    gtk_widget_add_css_class (cell, CHOSEN_CLASS);
  else
    gtk_widget_remove_css_class (cell, CHOSEN_CLASS);
}

static void
fill_cell (VbUnitTree *self, GtkWidget *cell, VbUnit *unit)
{
  Column *column = get_column (self, get_index (cell));
  g_autofree char *text = column->given.dup_text (unit, self->user_data);

  if (GTK_IS_EDITABLE_LABEL (cell))
    fill_editable (cell, column->title, text);
  else
    vb_data_table_fill_label (cell, column->title, text);
  if (column->given.get_style != NULL)
    set_style (cell, column->given.get_style (unit, self->user_data));
  mark_cell (self, cell, unit);
}

static GtkWidget *
get_cell (GtkListItem *list_item)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);

  return GTK_IS_TREE_EXPANDER (child) ? gtk_tree_expander_get_child (GTK_TREE_EXPANDER (child))
                                      : child;
}

/* ---- writing in a cell ----------------------------------------------------------------------- */

static void
focus_selected (VbUnitTree *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_editing (GtkWidget *cell)
{
  GtkWidget *tree = gtk_widget_get_ancestor (cell, VB_TYPE_UNIT_TREE);
  VbUnitTree *self = tree != NULL ? VB_UNIT_TREE (tree) : NULL;
  GtkListItem *list_item = self != NULL ? g_hash_table_lookup (self->bound, cell) : NULL;
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (cell)));
  const char *shown = g_object_get_data (G_OBJECT (cell), SHOWN_KEY);
  g_autoptr (VbUnit) unit = NULL;

  if (list_item == NULL || gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (cell)))
    return;

  unit = g_object_ref (peek_unit (gtk_list_item_get_item (list_item)));
  focus_selected (self);
  if (g_strcmp0 (text, shown) != 0)
    {
      g_signal_emit (self, signals[SIGNAL_EDITED], 0, unit,
                     get_column (self, get_index (cell))->given.figure, text);
      fill_cell (self, cell, unit);
    }
}

static void
start_editing (GtkWidget *cell)
{
  gtk_editable_label_start_editing (GTK_EDITABLE_LABEL (cell));
  gtk_editable_select_region (GTK_EDITABLE (cell), 0, -1);
}

static gboolean
on_edit_key (GtkWidget *view, GVariant *args, gpointer user_data)
{
  VbUnitTree *self = VB_UNIT_TREE (gtk_widget_get_ancestor (view, VB_TYPE_UNIT_TREE));
  VbUnit *selected = vb_unit_tree_get_selected (self);
  guint wanted = GPOINTER_TO_UINT (user_data);
  GHashTableIter iter;
  gpointer cell, list_item;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (view));

  /* Somebody is writing a letter. */
  if (GTK_IS_TEXT (focus))
    return FALSE;
  g_hash_table_iter_init (&iter, self->bound);
  while (selected != NULL && g_hash_table_iter_next (&iter, &cell, &list_item))
    if (get_index (cell) == wanted && peek_unit (gtk_list_item_get_item (list_item)) == selected)
      {
        start_editing (cell);
        return TRUE;
      }
  return FALSE;
}

static void
on_cell_pressed (GtkGestureClick *gesture, int n_presses, double x, double y, GtkWidget *cell)
{
  if (n_presses != 2 || gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (cell)))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  start_editing (cell);
}

/* Rows keep the focus, so that the arrow keys go from row to row; the cell has it while it is
 * written in. */
static GtkWidget *
new_editable (void)
{
  GtkWidget *cell = gtk_editable_label_new ("");
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (cell, FALSE);
  gtk_editable_set_alignment (GTK_EDITABLE (cell), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (cell), CELL_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (cell), CELL_CHARS);
  gtk_widget_add_css_class (cell, "numeric");
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_cell_pressed), cell);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (cell, "notify::editing", G_CALLBACK (on_editing), NULL);
  return cell;
}

/* ---- the cell in question -------------------------------------------------------------------- */

static void
mark_all (VbUnitTree *self)
{
  GHashTableIter iter;
  gpointer cell, list_item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &cell, &list_item))
    mark_cell (self, cell, peek_unit (gtk_list_item_get_item (list_item)));
}

static void
choose_column (VbUnitTree *self, guint column)
{
  if (column == self->chosen)
    return;
  self->chosen = column;
  mark_all (self);
  g_signal_emit (self, signals[SIGNAL_UNIT_SELECTED], 0);
}

static void
on_cell_chosen (GtkGestureClick *gesture, int n_presses, double x, double y, GtkWidget *cell)
{
  GtkWidget *tree = gtk_widget_get_ancestor (cell, VB_TYPE_UNIT_TREE);

  if (tree != NULL)
    choose_column (VB_UNIT_TREE (tree), get_index (cell));
}

static gboolean
on_column_key (GtkWidget *view, GVariant *args, gpointer user_data)
{
  VbUnitTree *self = VB_UNIT_TREE (gtk_widget_get_ancestor (view, VB_TYPE_UNIT_TREE));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (view));
  int step = GPOINTER_TO_INT (user_data);
  int column = (int) self->chosen + step;

  /* Somebody is moving among letters. */
  if (GTK_IS_TEXT (focus))
    return FALSE;
  while (column >= 0 && column < (int) self->columns->len
         && !gtk_column_view_column_get_visible (get_column (self, (guint) column)->view_column))
    column += step;
  if (column < 0 || column >= (int) self->columns->len)
    return FALSE;
  choose_column (self, (guint) column);
  return TRUE;
}

const char *
vb_unit_tree_get_figure (VbUnitTree *self)
{
  g_return_val_if_fail (VB_IS_UNIT_TREE (self), NULL);

  return get_column (self, self->chosen)->given.figure;
}

/* ---- the factory ----------------------------------------------------------------------------- */

static void
on_setup (VbUnitTree *self, GtkListItem *list_item, GtkListItemFactory *factory)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), COLUMN_KEY));
  Column *column = get_column (self, index);
  GtkWidget *cell = column->given.edit_key != 0 ? new_editable ()
                    : index > 0 && column->given.get_number == NULL
                        ? vb_data_table_new_text_label ()
                        : vb_data_table_new_label (index);
  GtkGesture *click = gtk_gesture_click_new ();

  g_object_set_data (G_OBJECT (cell), COLUMN_KEY, GUINT_TO_POINTER (index));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_cell_chosen), cell);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
  if (index == 0)
    {
      GtkWidget *expander = gtk_tree_expander_new ();

      gtk_label_set_width_chars (GTK_LABEL (cell), NAME_CHARS);
      gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), cell);
      gtk_list_item_set_child (list_item, expander);
    }
  else
    {
      gtk_list_item_set_child (list_item, cell);
    }
}

static void
on_bind (VbUnitTree *self, GtkListItem *list_item)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);
  GtkWidget *cell = get_cell (list_item);

  if (GTK_IS_TREE_EXPANDER (child))
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (child), gtk_list_item_get_item (list_item));
  fill_cell (self, cell, peek_unit (gtk_list_item_get_item (list_item)));
  g_hash_table_insert (self->bound, cell, list_item);
}

static void
on_unbind (VbUnitTree *self, GtkListItem *list_item)
{
  GtkWidget *cell = get_cell (list_item);

  g_hash_table_remove (self->bound, cell);
  if (GTK_IS_EDITABLE_LABEL (cell))
    gtk_editable_label_stop_editing (GTK_EDITABLE_LABEL (cell), FALSE);
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
  Column *column = get_column (order->tree, order->column);
  VbUnit *first = VB_UNIT ((gpointer) a);
  VbUnit *second = VB_UNIT ((gpointer) b);
  gpointer data = order->tree->user_data;
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (column->given.get_number != NULL)
    return vb_data_table_compare_numbers (column->given.get_number (first, data),
                                          column->given.get_number (second, data));

  left = column->given.dup_text (first, data);
  right = column->given.dup_text (second, data);
  return g_utf8_collate (left, right);
}

/* ---- the tree -------------------------------------------------------------------------------- */

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  VbUnitTree *self = user_data;

  return self->shows == NULL || self->shows (VB_UNIT (item), self->user_data);
}

static GListModel *
create_children (gpointer item, gpointer user_data)
{
  VbUnitTree *self = user_data;
  GListModel *children = vb_unit_get_children (VB_UNIT (item));
  GtkFilterListModel *shown;

  if (g_list_model_get_n_items (children) == 0)
    return NULL;
  shown = gtk_filter_list_model_new (g_object_ref (children), g_object_ref (self->filter));
  return G_LIST_MODEL (shown);
}

static void
fill_all (VbUnitTree *self)
{
  GHashTableIter iter;
  gpointer cell, list_item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &cell, &list_item))
    fill_cell (self, cell, peek_unit (gtk_list_item_get_item (list_item)));
}

void
vb_unit_tree_show (VbUnitTree *self, VbUnit *unit)
{
  g_autoptr (VbUnit) shown = NULL;

  g_return_if_fail (VB_IS_UNIT_TREE (self));

  shown = g_list_model_get_item (G_LIST_MODEL (self->roots), 0);
  if (shown != unit)
    {
      g_list_store_remove_all (self->roots);
      gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
      vb_gradual_list_restart (self->rows, ROWS_IN_TURN);
      if (unit != NULL)
        {
          g_autoptr (GtkTreeListRow) top = NULL;

          g_list_store_append (self->roots, unit);
          top = gtk_tree_list_model_get_row (self->tree, 0);
          gtk_tree_list_row_set_expanded (top, TRUE);
        }
      return;
    }

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  fill_all (self);
  if (gtk_column_view_get_sorter (self->view) != NULL)
    gtk_sorter_changed (gtk_column_view_get_sorter (self->view), GTK_SORTER_CHANGE_DIFFERENT);
}

void
vb_unit_tree_set_title (VbUnitTree *self, guint column, const char *title)
{
  Column *changed;

  g_return_if_fail (VB_IS_UNIT_TREE (self));
  g_return_if_fail (column < self->columns->len);

  changed = get_column (self, column);
  if (g_strcmp0 (changed->title, title) == 0)
    return;
  g_free (changed->title);
  changed->title = g_strdup (title);
  gtk_column_view_column_set_title (changed->view_column, title);
  vb_data_table_dress_titles (self->view);
}

void
vb_unit_tree_set_column_visible (VbUnitTree *self, guint column, gboolean visible)
{
  g_return_if_fail (VB_IS_UNIT_TREE (self));
  g_return_if_fail (column < self->columns->len);

  gtk_column_view_column_set_visible (get_column (self, column)->view_column, visible);
}

static char *
dup_item_cell (gpointer item, guint column, gpointer user_data)
{
  VbUnitTree *self = user_data;

  return get_column (self, column)->given.dup_text (peek_unit (item), self->user_data);
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

  return peek_unit (gtk_single_selection_get_selected_item (self->selection));
}

/* Opening a row shifts those below it, so that each is looked for when it is there. */
static gboolean
find_row (VbUnitTree *self, VbUnit *unit, guint *position)
{
  GListModel *rows = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);

      if (peek_unit (row) == unit)
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}

static void
open_row (VbUnitTree *self, VbUnit *unit)
{
  g_autoptr (GtkTreeListRow) row = NULL;
  guint position;

  if (unit == NULL)
    return;
  open_row (self, vb_unit_get_parent (unit));
  if (!find_row (self, unit, &position))
    return;
  row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  gtk_tree_list_row_set_expanded (row, TRUE);
}

void
vb_unit_tree_select (VbUnitTree *self, VbUnit *unit)
{
  guint position;

  g_return_if_fail (VB_IS_UNIT_TREE (self));

  if (unit == NULL)
    {
      gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
      return;
    }
  vb_gradual_list_finish (self->rows);
  open_row (self, vb_unit_get_parent (unit));
  if (find_row (self, unit, &position))
    gtk_single_selection_set_selected (self->selection, position);
}

static void
on_selected (VbUnitTree *self)
{
  mark_all (self);
  g_signal_emit (self, signals[SIGNAL_UNIT_SELECTED], 0);
}

static void
on_activated (VbUnitTree *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL)
    g_signal_emit (self, signals[SIGNAL_UNIT_ACTIVATED], 0, peek_unit (row));
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
clear_column (gpointer data)
{
  g_free (((Column *) data)->title);
}

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
  for (guint i = 0; i < self->columns->len; i++)
    if (get_column (self, i)->given.edit_key != 0)
      add_key (shortcuts, get_column (self, i)->given.edit_key, 0, on_edit_key,
               GUINT_TO_POINTER (i));
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}

static void
add_column (VbUnitTree *self, const VbUnitColumn *given)
{
  guint index = self->columns->len;
  Column column = { *given, g_strdup (given->title), NULL };
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Order *order = g_new (Order, 1);
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  *order = (Order){ self, index };
  g_object_set_data (G_OBJECT (factory), COLUMN_KEY, GUINT_TO_POINTER (index));
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (on_unbind), self);
  vb_data_table_append_column (self->view, given->title, factory,
                               GTK_SORTER (gtk_custom_sorter_new (compare_units, order, g_free)));
  if (index > 0 && given->get_number == NULL)
    vb_data_table_set_text (self->view);
  view_column = g_list_model_get_item (gtk_column_view_get_columns (self->view), index);
  column.view_column = view_column;
  vb_data_table_set_figure (view_column, given->figure);
  g_array_append_val (self->columns, column);
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

  G_OBJECT_CLASS (vb_unit_tree_parent_class)->dispose (object);
}

static void
vb_unit_tree_finalize (GObject *object)
{
  VbUnitTree *self = VB_UNIT_TREE (object);

  g_hash_table_unref (self->bound);
  g_array_unref (self->columns);

  G_OBJECT_CLASS (vb_unit_tree_parent_class)->finalize (object);
}

static void
vb_unit_tree_class_init (VbUnitTreeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_unit_tree_dispose;
  G_OBJECT_CLASS (klass)->finalize = vb_unit_tree_finalize;

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
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  self->bound = g_hash_table_new (NULL, NULL);
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
  for (guint i = 0; i < n_columns; i++)
    add_column (self, &columns[i]);
  add_keys (self);
  vb_data_table_dress_titles (self->view);
  make_rows (self);
  self->scrolled_window =
      vb_data_table_new_scroller (self->view, MIN_HEIGHT, VB_DATA_TABLE_MAX_HEIGHT);
  gtk_widget_set_parent (self->scrolled_window, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
