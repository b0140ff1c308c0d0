/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree's items are units, which stay when the figures change: what is open stays open under a
 * slider. The cells in sight are filled again from each new study. */
#define G_LOG_DOMAIN "vb-views"

#include "vb-roll-up-tree.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-data-table.h"
#include "vb-gradual-list.h"
#include "vb-number.h"

#define MIN_HEIGHT 200
#define ROWS_IN_TURN 16

typedef enum
{
  COLUMN_UNIT,
  COLUMN_WARDS,
  COLUMN_CENSUS,
  COLUMN_NEEDED,
  COLUMN_TARGET,
  COLUMN_MEAN,
  COLUMN_SHARED,
  COLUMN_APART,
  N_COLUMNS
} Column;

struct _VbRollUpTree
{
  GtkWidget parent_instance;

  GtkWidget *scrolled_window;
  GtkColumnView *view;
  GListStore *roots; /* of VbUnit: the one that is shown */
  GtkTreeListModel *tree;
  VbGradualList *rows; /* of the tree, in their order */
  GtkSingleSelection *selection;
  GHashTable *bound; /* GtkWidget (a label) → VbUnit, neither owned */
  VbOccupancyStudy *study;
};

enum
{
  SIGNAL_UNIT_SELECTED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbRollUpTree, vb_roll_up_tree, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* ---- cells ----------------------------------------------------------------------------------- */

static const char *
get_column_title (Column column)
{
  switch (column)
    {
    case COLUMN_UNIT:
      return _ ("Unit");
    case COLUMN_WARDS:
      return _ ("Wards");
    case COLUMN_CENSUS:
      return _ ("Patients");
    case COLUMN_NEEDED:
      return C_ ("beds", "Needed");
    case COLUMN_TARGET:
      /* Translators: short for recommended target */
      return _ ("Rec. target");
    case COLUMN_MEAN:
      return _ ("Plain mean");
    case COLUMN_SHARED:
      return _ ("If shared");
    case COLUMN_APART:
      return _ ("Beds to be apart");
    case N_COLUMNS:
    default:
      g_return_val_if_reached ("");
    }
}

/* A ward has no mean and nobody to share with. */
static double
get_number (VbRollUpTree *self, VbUnit *unit, Column column)
{
  VbOccupancyRow *row = self->study != NULL ? vb_occupancy_study_find (self->study, unit) : NULL;
  const VbOccupancyFigures *figures;

  if (row == NULL)
    return NAN;
  figures = vb_occupancy_row_get_figures (row);
  switch (column)
    {
    case COLUMN_WARDS:
      return figures->n_wards;
    case COLUMN_CENSUS:
      return figures->mean_census;
    case COLUMN_NEEDED:
      return figures->beds_needed;
    case COLUMN_TARGET:
      return figures->recommended_target;
    case COLUMN_MEAN:
      return figures->n_wards > 1 ? figures->mean_target : NAN;
    case COLUMN_SHARED:
      return figures->n_wards > 1 ? figures->target_shared : NAN;
    case COLUMN_APART:
      return figures->n_wards > 1 ? figures->beds_apart : NAN;
    case COLUMN_UNIT:
    case N_COLUMNS:
    default:
      return NAN;
    }
}

static char *
dup_cell (VbRollUpTree *self, VbUnit *unit, Column column)
{
  double number = get_number (self, unit, column);

  switch (column)
    {
    case COLUMN_UNIT:
      return g_strdup (vb_unit_get_name (unit));
    case COLUMN_CENSUS:
      return vb_number_format_key (number);
    case COLUMN_WARDS:
    case COLUMN_NEEDED:
    case COLUMN_APART:
      return vb_number_format (number, 0);
    case COLUMN_TARGET:
    case COLUMN_MEAN:
    case COLUMN_SHARED:
      return vb_number_format_percent (number, 1);
    case N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
fill_cell (VbRollUpTree *self, GtkWidget *label, VbUnit *unit)
{
  Column column = (Column) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (label), "vb-column"));
  g_autofree char *text = dup_cell (self, unit, column);

  vb_data_table_fill_label (label, get_column_title (column), text);
}

static GtkWidget *
get_label (GtkListItem *list_item)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);

  return GTK_IS_TREE_EXPANDER (child) ? gtk_tree_expander_get_child (GTK_TREE_EXPANDER (child))
                                      : child;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  Column column = (Column) GPOINTER_TO_INT (user_data);
  GtkWidget *label = vb_data_table_new_label (column);

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
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, VbRollUpTree *self)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  g_autoptr (VbUnit) unit = VB_UNIT (gtk_tree_list_row_get_item (row));
  GtkWidget *label = get_label (list_item);

  if (GTK_IS_TREE_EXPANDER (child))
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (child), row);
  g_hash_table_insert (self->bound, label, unit);
  fill_cell (self, label, unit);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, VbRollUpTree *self)
{
  if (self->bound != NULL)
    g_hash_table_remove (self->bound, get_label (list_item));
}

/* ---- the tree -------------------------------------------------------------------------------- */

typedef struct
{
  VbRollUpTree *self;
  Column column;
} Order;

static int
compare_units (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Order *order = user_data;
  VbUnit *first = VB_UNIT ((gpointer) a);
  VbUnit *second = VB_UNIT ((gpointer) b);

  if (order->column == COLUMN_UNIT)
    return g_utf8_collate (vb_unit_get_name (first), vb_unit_get_name (second));
  return vb_data_table_compare_numbers (get_number (order->self, first, order->column),
                                        get_number (order->self, second, order->column));
}

/* Those that have patients in the group. */
static GListModel *
create_children (gpointer item, gpointer user_data)
{
  VbRollUpTree *self = user_data;
  GListModel *children = vb_unit_get_children (VB_UNIT (item));
  g_autoptr (GListStore) known = g_list_store_new (VB_TYPE_UNIT);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);

      if (vb_occupancy_study_find (self->study, child) != NULL)
        g_list_store_append (known, child);
    }
  return g_list_model_get_n_items (G_LIST_MODEL (known)) > 0
             ? G_LIST_MODEL (g_steal_pointer (&known))
             : NULL;
}

static gboolean
has_same_units (VbOccupancyStudy *a, VbOccupancyStudy *b)
{
  GListModel *left = vb_occupancy_study_get_rows (a);
  GListModel *right = vb_occupancy_study_get_rows (b);

  if (g_list_model_get_n_items (left) != g_list_model_get_n_items (right))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (left); i++)
    {
      g_autoptr (VbOccupancyRow) row = g_list_model_get_item (left, i);

      if (vb_occupancy_study_find (b, vb_occupancy_row_get_unit (row)) == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
refill (VbRollUpTree *self)
{
  GHashTableIter iter;
  gpointer label, unit;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &label, &unit))
    fill_cell (self, label, unit);
  if (gtk_column_view_get_sorter (self->view) != NULL)
    gtk_sorter_changed (gtk_column_view_get_sorter (self->view), GTK_SORTER_CHANGE_DIFFERENT);
}

void
vb_roll_up_tree_show (VbRollUpTree *self, VbOccupancyStudy *study, VbUnit *unit)
{
  g_autoptr (VbUnit) shown = NULL;
  g_autoptr (VbOccupancyStudy) before = NULL;

  g_return_if_fail (VB_IS_ROLL_UP_TREE (self));

  if (self->study == study && study != NULL && unit != NULL
      && (shown = g_list_model_get_item (G_LIST_MODEL (self->roots), 0)) == unit)
    return;
  g_clear_object (&shown);
  shown = g_list_model_get_item (G_LIST_MODEL (self->roots), 0);
  before = g_steal_pointer (&self->study);
  g_set_object (&self->study, study);
  if (study != NULL && before != NULL && shown == unit && has_same_units (before, study))
    {
      refill (self);
      return;
    }

  g_list_store_remove_all (self->roots);
  vb_gradual_list_restart (self->rows, ROWS_IN_TURN);
  if (study != NULL && unit != NULL && vb_occupancy_study_find (study, unit) != NULL)
    {
      g_autoptr (GtkTreeListRow) top = NULL;

      g_list_store_append (self->roots, unit);
      top = gtk_tree_list_model_get_row (self->tree, 0);
      gtk_tree_list_row_set_expanded (top, TRUE);
    }
}

static char *
dup_item_cell (gpointer item, guint column, gpointer user_data)
{
  g_autoptr (VbUnit) unit = VB_UNIT (gtk_tree_list_row_get_item (item));

  return dup_cell (user_data, unit, (Column) column);
}

char *
vb_roll_up_tree_dup_text (VbRollUpTree *self)
{
  g_return_val_if_fail (VB_IS_ROLL_UP_TREE (self), NULL);

  vb_gradual_list_finish (self->rows);
  return vb_data_table_dup_tsv (self->view, dup_item_cell, self);
}

static void
copy (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autofree char *text = vb_roll_up_tree_dup_text (VB_ROLL_UP_TREE (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
on_selected (VbRollUpTree *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (VbUnit) unit = row != NULL ? VB_UNIT (gtk_tree_list_row_get_item (row)) : NULL;

  if (unit != NULL)
    g_signal_emit (self, signals[SIGNAL_UNIT_SELECTED], 0, unit);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_roll_up_tree_dispose (GObject *object)
{
  VbRollUpTree *self = VB_ROLL_UP_TREE (object);

  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->tree);
  g_clear_object (&self->roots);
  g_clear_object (&self->study);
  g_clear_pointer (&self->bound, g_hash_table_unref);

  G_OBJECT_CLASS (vb_roll_up_tree_parent_class)->dispose (object);
}

static void
vb_roll_up_tree_class_init (VbRollUpTreeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_roll_up_tree_dispose;

  signals[SIGNAL_UNIT_SELECTED] =
      g_signal_new ("unit-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, VB_TYPE_UNIT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  vb_data_table_install_copy (widget_class, "table.copy", copy);
}

static void
add_column (VbRollUpTree *self, Column column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Order *order = g_new (Order, 1);

  *order = (Order){ self, column };
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  vb_data_table_append_column (self->view, get_column_title (column), factory,
                               GTK_SORTER (gtk_custom_sorter_new (compare_units, order, g_free)));
}

static void
vb_roll_up_tree_init (VbRollUpTree *self)
{
  static const char *const figures[] = {
    "unit",        "n_wards",       "mean_census", "beds_needed", "recommended_target",
    "mean_target", "target_shared", "beds_apart",  NULL
  };
  GtkTreeListRowSorter *sorter;
  g_autoptr (GtkSortListModel) sorted = NULL;

  self->bound = g_hash_table_new (NULL, NULL);
  self->view = vb_data_table_new_view (_ ("Targets of wards and of their whole"));
  for (guint column = 0; column < N_COLUMNS; column++)
    add_column (self, (Column) column);
  vb_data_table_set_figures (self->view, figures);
  vb_data_table_dress_titles (self->view);

  self->roots = g_list_store_new (VB_TYPE_UNIT);
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
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);

  self->scrolled_window =
      vb_data_table_new_scroller (self->view, MIN_HEIGHT, VB_DATA_TABLE_MAX_HEIGHT);
  gtk_widget_set_parent (self->scrolled_window, GTK_WIDGET (self));
}

GtkWidget *
vb_roll_up_tree_new (void)
{
  return g_object_new (VB_TYPE_ROLL_UP_TREE, NULL);
}
