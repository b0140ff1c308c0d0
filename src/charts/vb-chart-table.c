/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-chart-table.h"

#include "vb-data-table.h"

/* One row: the drawing and the index it has there, whatever the order on screen. */
#define VB_TYPE_CHART_ROW (vb_chart_row_get_type ())
G_DECLARE_FINAL_TYPE (VbChartRow, vb_chart_row, VB, CHART_ROW, GObject)

struct _VbChartRow
{
  GObject parent_instance;

  VbDrawing *drawing;
  guint index;
};

G_DEFINE_FINAL_TYPE (VbChartRow, vb_chart_row, G_TYPE_OBJECT)

static void
vb_chart_row_finalize (GObject *object)
{
  g_object_unref (VB_CHART_ROW (object)->drawing);

  G_OBJECT_CLASS (vb_chart_row_parent_class)->finalize (object);
}

static void
vb_chart_row_class_init (VbChartRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_chart_row_finalize;
}

static void
vb_chart_row_init (VbChartRow *self)
{
}

struct _VbChartTable
{
  GtkWidget parent_instance;

  VbDrawing *drawing;
  GListStore *rows;
  GtkColumnView *view;
  GtkMultiSelection *selection;
};

G_DEFINE_FINAL_TYPE (VbChartTable, vb_chart_table, GTK_TYPE_WIDGET)

/* ---- cells ---- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, vb_data_table_new_label (GPOINTER_TO_UINT (data)));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  VbChartRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  guint column = GPOINTER_TO_UINT (data);
  g_autofree char *text = vb_drawing_dup_cell (row->drawing, row->index, column);
  g_autofree char *title = vb_drawing_dup_column_title (row->drawing, column);

  vb_data_table_fill_label (label, title, text);
}

/* ---- order ---- */

/* Figures by size, what is missing last; names (column 0) in the drawing's own order, which for
 * periods is time. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const VbChartRow *ra = a;
  const VbChartRow *rb = b;
  guint column = GPOINTER_TO_UINT (data);

  if (column == 0)
    return ra->index < rb->index ? -1 : ra->index > rb->index;

  return vb_data_table_compare_numbers (vb_drawing_get_number (ra->drawing, ra->index, column),
                                        vb_drawing_get_number (rb->drawing, rb->index, column));
}

static void
append_column (VbChartTable *self, guint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *title = vb_drawing_dup_column_title (self->drawing, column);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (column));
  vb_data_table_append_column (
      self->view, title, factory,
      GTK_SORTER (gtk_custom_sorter_new (compare_rows, GUINT_TO_POINTER (column), NULL)));
}

/* Columns may hold other figures though they are called the same. */
static void
name_figures (VbChartTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      vb_data_table_set_figure (column, vb_drawing_get_figure (self->drawing, i));
    }
}

/* ---- copying ---- */

char *
vb_chart_table_dup_selected (VbChartTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  GListModel *model;

  g_return_val_if_fail (VB_IS_CHART_TABLE (self), NULL);

  if (self->drawing == NULL)
    return g_strdup ("");

  model = G_LIST_MODEL (self->selection);
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (gtk_bitset_is_empty (selected) || gtk_bitset_contains (selected, i))
      {
        g_autoptr (VbChartRow) row = g_list_model_get_item (model, i);

        g_array_append_val (rows, row->index);
      }
  return vb_drawing_dup_tsv (self->drawing, (guint *) (gpointer) rows->data, rows->len);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *text = vb_chart_table_dup_selected (VB_CHART_TABLE (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* ---- object ---- */

static void
vb_chart_table_dispose (GObject *object)
{
  VbChartTable *self = VB_CHART_TABLE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->drawing);

  G_OBJECT_CLASS (vb_chart_table_parent_class)->dispose (object);
}

static void
vb_chart_table_class_init (VbChartTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_chart_table_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  vb_data_table_install_copy (widget_class, "table.copy", copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK, "table.copy",
                                       NULL);
}

static void
vb_chart_table_init (VbChartTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkSortListModel *sorted;

  self->rows = g_list_store_new (VB_TYPE_CHART_ROW);
  self->view = vb_data_table_new_view ("");
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

VbChartTable *
vb_chart_table_new (void)
{
  return g_object_new (VB_TYPE_CHART_TABLE, NULL);
}

/* Whether the columns of the two have the same names, so that sort order and widths can stay. */
static gboolean
has_same_columns (VbDrawing *a, VbDrawing *b)
{
  guint n;

  if (a == NULL || b == NULL)
    return FALSE;
  n = vb_drawing_get_n_columns (a);
  if (vb_drawing_get_n_columns (b) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *ta = vb_drawing_dup_column_title (a, i);
      g_autofree char *tb = vb_drawing_dup_column_title (b, i);

      if (!g_str_equal (ta, tb))
        return FALSE;
    }
  return TRUE;
}

void
vb_chart_table_set_drawing (VbChartTable *self, VbDrawing *drawing)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean same;

  g_return_if_fail (VB_IS_CHART_TABLE (self));
  g_return_if_fail (drawing == NULL || VB_IS_DRAWING (drawing));

  same = has_same_columns (self->drawing, drawing);
  if (!g_set_object (&self->drawing, drawing))
    return;

  for (guint i = 0; drawing != NULL && i < vb_drawing_get_n_rows (drawing); i++)
    {
      VbChartRow *row = g_object_new (VB_TYPE_CHART_ROW, NULL);

      row->drawing = g_object_ref (drawing);
      row->index = i;
      g_ptr_array_add (rows, row);
    }

  if (!same)
    {
      GListModel *columns = gtk_column_view_get_columns (self->view);

      g_list_store_remove_all (self->rows);
      while (g_list_model_get_n_items (columns) > 0)
        {
          g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

          gtk_column_view_remove_column (self->view, column);
        }
      for (guint i = 0; drawing != NULL && i < vb_drawing_get_n_columns (drawing); i++)
        append_column (self, i);
      vb_data_table_dress_titles (self->view);
    }
  if (drawing != NULL)
    name_figures (self);
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  drawing != NULL ? vb_drawing_get_title (drawing) : "", -1);
}
