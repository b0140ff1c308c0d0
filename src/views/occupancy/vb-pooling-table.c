/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-pooling-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "vb-data-table.h"
#include "vb-gradual-list.h"
#include "vb-number.h"
#include "vb-occupancy-row.h"

#define MIN_HEIGHT 120
#define ROWS_IN_TURN 16

typedef enum
{
  COLUMN_NAME,
  COLUMN_CENSUS,
  COLUMN_AVAILABLE,
  COLUMN_OCCUPANCY,
  COLUMN_RISK,
  COLUMN_RECOMMENDED,
  COLUMN_NEEDED,
  N_COLUMNS
} Column;

struct _VbPoolingTable
{
  GtkWidget parent_instance;

  GtkWidget *scrolled_window;
  GtkColumnView *view;
  GtkSingleSelection *selection;
  VbGradualList *wards; /* of VbOccupancyRow */
  GListStore *pool;     /* of the one that is all of them */
  GListModel *rows;     /* both, as they were given; NULL: none */
  gpointer told;        /* the row selected last; only its address */
};

enum
{
  SIGNAL_SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VbPoolingTable, vb_pooling_table, GTK_TYPE_WIDGET)

static GtkColumnViewColumn *
get_column (VbPoolingTable *self, Column column)
{
  g_autoptr (GtkColumnViewColumn) view_column =
      g_list_model_get_item (gtk_column_view_get_columns (self->view), column);

  return view_column; /* the view keeps it */
}

static double
get_number (VbOccupancyRow *row, Column column)
{
  const VbOccupancyFigures *figures = vb_occupancy_row_get_figures (row);

  switch (column)
    {
    case COLUMN_CENSUS:
      return figures->mean_census;
    case COLUMN_AVAILABLE:
      return figures->available_beds;
    case COLUMN_OCCUPANCY:
      return figures->occupancy;
    case COLUMN_RISK:
      return figures->risk;
    case COLUMN_RECOMMENDED:
      return figures->recommended_target;
    case COLUMN_NEEDED:
      return figures->beds_needed;
    case COLUMN_NAME:
    case N_COLUMNS:
    default:
      return NAN;
    }
}

static char *
dup_cell (VbOccupancyRow *row, Column column)
{
  double number = get_number (row, column);

  switch (column)
    {
    case COLUMN_NAME:
      return g_strdup (vb_occupancy_row_get_name (row));
    case COLUMN_CENSUS:
    case COLUMN_AVAILABLE:
      return vb_number_format_key (number);
    case COLUMN_RISK:
      return vb_number_format_percent (number, number < 0.0095 ? 1 : 0);
    case COLUMN_OCCUPANCY:
    case COLUMN_RECOMMENDED:
      return vb_number_format_percent (number, 0);
    case COLUMN_NEEDED:
      return vb_number_format (number, 0);
    case N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Column column = (Column) GPOINTER_TO_INT (user_data);
  VbOccupancyRow *first = VB_OCCUPANCY_ROW ((gpointer) a);
  VbOccupancyRow *second = VB_OCCUPANCY_ROW ((gpointer) b);

  if (column == COLUMN_NAME)
    return g_utf8_collate (vb_occupancy_row_get_name (first), vb_occupancy_row_get_name (second));

  return vb_data_table_compare_numbers (get_number (first, column), get_number (second, column));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  GtkWidget *label = vb_data_table_new_label (GPOINTER_TO_UINT (user_data));

  g_object_set_data (G_OBJECT (label), "vb-column", user_data);
  gtk_list_item_set_child (list_item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, VbPoolingTable *self)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  Column column = (Column) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (label), "vb-column"));
  VbOccupancyRow *row = gtk_list_item_get_item (list_item);
  g_autofree char *text = dup_cell (row, column);

  vb_data_table_fill_label (label, gtk_column_view_column_get_title (get_column (self, column)),
                            text);
  if (vb_occupancy_row_get_unit (row) == NULL)
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");
}

/* The wards in the order chosen, and the pool above them whatever it is: it is the answer, and
 * there may be hundreds of them. */
static GListModel *
sort_below_pool (VbPoolingTable *self)
{
  GListModel *wards = g_object_ref (vb_gradual_list_get_model (self->wards));
  GtkSorter *order = g_object_ref (gtk_column_view_get_sorter (self->view));
  g_autoptr (GtkSortListModel) sorted = gtk_sort_list_model_new (wards, order);
  g_autoptr (GListStore) parts = g_list_store_new (G_TYPE_LIST_MODEL);

  g_list_store_append (parts, self->pool);
  g_list_store_append (parts, sorted);
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&parts))));
}

/* An edited target, for one, moves no row of them. */
static gboolean
is_shown (VbPoolingTable *self, GListModel *rows)
{
  guint n = g_list_model_get_n_items (rows);

  if (self->rows == NULL || g_list_model_get_n_items (self->rows) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VbOccupancyRow) old = g_list_model_get_item (self->rows, i);
      g_autoptr (VbOccupancyRow) new = g_list_model_get_item (rows, i);

      if (vb_occupancy_row_get_unit (old) != vb_occupancy_row_get_unit (new)
          || g_strcmp0 (vb_occupancy_row_get_name (old), vb_occupancy_row_get_name (new)) != 0
          || memcmp (vb_occupancy_row_get_figures (old), vb_occupancy_row_get_figures (new),
                     sizeof (VbOccupancyFigures))
                 != 0)
        return FALSE;
    }

  return TRUE;
}

void
vb_pooling_table_show (VbPoolingTable *self, GListModel *rows)
{
  g_autoptr (GPtrArray) wards = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (VbOccupancyRow) pool = NULL;
  guint n = rows != NULL ? g_list_model_get_n_items (rows) : 0;

  g_return_if_fail (VB_IS_POOLING_TABLE (self));

  if (rows != NULL && is_shown (self, rows))
    return;
  g_set_object (&self->rows, rows);

  for (guint i = 0; i + 1 < n; i++)
    g_ptr_array_add (wards, g_list_model_get_item (rows, i));
  if (n > 0)
    pool = g_list_model_get_item (rows, n - 1);
  /* In the place of the one before: a view that was at its top would stay below one that is added.
   */
  g_list_store_splice (self->pool, 0, g_list_model_get_n_items (G_LIST_MODEL (self->pool)),
                       (gpointer *) &pool, pool != NULL ? 1 : 0);
  vb_gradual_list_set_items (self->wards, wards, ROWS_IN_TURN);
}

VbOccupancyRow *
vb_pooling_table_get_selected (VbPoolingTable *self)
{
  g_return_val_if_fail (VB_IS_POOLING_TABLE (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

/* Sorting moves the selection along, and is no choice. */
static void
on_selected (VbPoolingTable *self)
{
  gpointer row = gtk_single_selection_get_selected_item (self->selection);
  gboolean is_news = row != self->told;

  self->told = row;
  if (is_news && row != NULL)
    g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

static char *
dup_item_cell (gpointer item, guint column, gpointer user_data)
{
  return dup_cell (VB_OCCUPANCY_ROW (item), (Column) column);
}

char *
vb_pooling_table_dup_text (VbPoolingTable *self)
{
  g_return_val_if_fail (VB_IS_POOLING_TABLE (self), NULL);

  return vb_data_table_dup_tsv (self->view, dup_item_cell, NULL);
}

static void
copy (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autofree char *text = vb_pooling_table_dup_text (VB_POOLING_TABLE (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
vb_pooling_table_dispose (GObject *object)
{
  VbPoolingTable *self = VB_POOLING_TABLE (object);

  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->wards);
  g_clear_object (&self->pool);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (vb_pooling_table_parent_class)->dispose (object);
}

static void
vb_pooling_table_class_init (VbPoolingTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_pooling_table_dispose;

  signals[SIGNAL_SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  vb_data_table_install_copy (widget_class, "table.copy", copy);
}

static void
vb_pooling_table_init (VbPoolingTable *self)
{
  const char *titles[N_COLUMNS] = { _ ("Unit"), _ ("Patients"), C_ ("beds", "Available"),
                                    _ ("Occupancy"), _ ("Risk today"),
                                    /* Translators: short for recommended target */
                                    _ ("Rec. target"), C_ ("beds", "Needed") };
  static const char *const figures[] = { "unit",        "mean_census", "available_beds",
                                         "occupancy",   "risk",        "recommended_target",
                                         "beds_needed", NULL };

  self->view = vb_data_table_new_view (_ ("Risk and beds, each unit alone and all together"));
  for (guint column = 0; column < N_COLUMNS; column++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GINT_TO_POINTER (column));
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
      vb_data_table_append_column (
          self->view, titles[column], factory,
          GTK_SORTER (gtk_custom_sorter_new (compare_rows, GINT_TO_POINTER (column), NULL)));
    }
  vb_data_table_set_figures (self->view, figures);
  self->wards = vb_gradual_list_new (VB_TYPE_OCCUPANCY_ROW);
  self->pool = g_list_store_new (VB_TYPE_OCCUPANCY_ROW);
  self->selection = gtk_single_selection_new (sort_below_pool (self));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));

  self->scrolled_window =
      vb_data_table_new_scroller (self->view, MIN_HEIGHT, VB_DATA_TABLE_MAX_HEIGHT);
  gtk_widget_set_parent (self->scrolled_window, GTK_WIDGET (self));
}

GtkWidget *
vb_pooling_table_new (void)
{
  return g_object_new (VB_TYPE_POOLING_TABLE, NULL);
}
