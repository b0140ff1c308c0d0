/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-figure-table.h"

#include <math.h>

#define COLUMN_KEY "vb-column"
/* Texts are cut to no fewer characters than these. */
#define TEXT_CHARS 15

struct _VbFigureTable
{
  GtkWidget parent_instance;

  GtkWidget *scrolled_window;
  GtkColumnView *view;
  GListStore *rows;
  GtkSingleSelection *selection;
  VbFigureColumn *columns; /* titles and figures are kept by the view */
  guint n_columns;
  gboolean (*emphasised) (gpointer row);
  gpointer told; /* the row selected last; only its address */
  gboolean filling;
};

enum
{
  SIGNAL_SELECTED,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbFigureTable, vb_figure_table, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* ---- cells ----------------------------------------------------------------------------------- */

static GtkColumnViewColumn *
get_column (VbFigureTable *self, guint column)
{
  g_autoptr (GtkColumnViewColumn) found =
      g_list_model_get_item (gtk_column_view_get_columns (self->view), column);

  return found; /* the view keeps it */
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, const VbFigureColumn *column)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), COLUMN_KEY));
  gboolean is_text = index > 0 && column->get_number == NULL;
  GtkWidget *label = is_text ? vb_data_table_new_text_label () : vb_data_table_new_label (index);

  /* Or nothing would be left of it between the numbers, which are never cut. */
  if (is_text)
    gtk_label_set_width_chars (GTK_LABEL (label), TEXT_CHARS);
  gtk_list_item_set_child (list_item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, VbFigureTable *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), COLUMN_KEY));
  GtkWidget *label = gtk_list_item_get_child (list_item);
  gpointer row = gtk_list_item_get_item (list_item);
  g_autofree char *text = self->columns[index].dup_text (row);

  vb_data_table_fill_label (label, gtk_column_view_column_get_title (get_column (self, index)),
                            text);
  if (self->emphasised != NULL && self->emphasised (row))
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const VbFigureColumn *column = user_data;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (column->get_number != NULL)
    return vb_data_table_compare_numbers (column->get_number ((gpointer) a),
                                          column->get_number ((gpointer) b));

  first = column->dup_text ((gpointer) a);
  second = column->dup_text ((gpointer) b);
  return g_utf8_collate (first, second);
}

/* ---- rows ------------------------------------------------------------------------------------ */

static gboolean
is_known_somewhere (VbFigureTable *self, const VbFigureColumn *column)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (column->get_number != NULL)
        {
          if (!isnan (column->get_number (row)))
            return TRUE;
        }
      else
        {
          g_autofree char *text = column->dup_text (row);

          if (*text != '\0')
            return TRUE;
        }
    }

  return FALSE;
}

void
vb_figure_table_set_rows (VbFigureTable *self, GListModel *rows)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint selected;

  g_return_if_fail (VB_IS_FIGURE_TABLE (self));

  for (guint i = 0; rows != NULL && i < g_list_model_get_n_items (rows); i++)
    g_ptr_array_add (items, g_list_model_get_item (rows, i));
  self->filling = TRUE;
  selected = gtk_single_selection_get_selected (self->selection);
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       items->pdata, items->len);
  if (selected < items->len)
    gtk_single_selection_set_selected (self->selection, selected);
  self->filling = FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].if_any)
      gtk_column_view_column_set_visible (get_column (self, i),
                                          is_known_somewhere (self, &self->columns[i]));
  vb_data_table_dress_titles (self->view);
}

gpointer
vb_figure_table_get_selected (VbFigureTable *self)
{
  g_return_val_if_fail (VB_IS_FIGURE_TABLE (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

void
vb_figure_table_select (VbFigureTable *self, guint index)
{
  g_autoptr (GObject) row = NULL;

  g_return_if_fail (VB_IS_FIGURE_TABLE (self));

  row = g_list_model_get_item (G_LIST_MODEL (self->rows), index);
  self->filling = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  for (guint i = 0; row != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->selection));
       i++)
    {
      g_autoptr (GObject) shown = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (shown == row)
        gtk_single_selection_set_selected (self->selection, i);
    }
  self->filling = FALSE;
}

/* Sorting moves the selection along, and is no choice. */
static void
on_selected (VbFigureTable *self)
{
  gpointer row = gtk_single_selection_get_selected_item (self->selection);
  gboolean is_news = row != self->told;

  self->told = row;
  if (is_news && !self->filling)
    g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

static void
on_activated (VbFigureTable *self, guint position)
{
  g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, row);
}

/* ---- copying --------------------------------------------------------------------------------- */

static char *
dup_cell (gpointer item, guint column, gpointer user_data)
{
  VbFigureTable *self = user_data;

  return self->columns[column].dup_text (item);
}

char *
vb_figure_table_dup_text (VbFigureTable *self)
{
  g_return_val_if_fail (VB_IS_FIGURE_TABLE (self), NULL);

  return vb_data_table_dup_tsv (self->view, dup_cell, self);
}

static void
copy (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autofree char *text = vb_figure_table_dup_text (VB_FIGURE_TABLE (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_figure_table_dispose (GObject *object)
{
  VbFigureTable *self = VB_FIGURE_TABLE (object);

  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (vb_figure_table_parent_class)->dispose (object);
}

static void
vb_figure_table_finalize (GObject *object)
{
  g_free (VB_FIGURE_TABLE (object)->columns);

  G_OBJECT_CLASS (vb_figure_table_parent_class)->finalize (object);
}

static void
vb_figure_table_class_init (VbFigureTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_figure_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = vb_figure_table_finalize;

  signals[SIGNAL_SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  signals[SIGNAL_ACTIVATED] =
      g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_OBJECT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  vb_data_table_install_copy (widget_class, "table.copy", copy);
}

static void
vb_figure_table_init (VbFigureTable *self)
{
}

static void
add_column (VbFigureTable *self, guint index)
{
  VbFigureColumn *column = &self->columns[index];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, column, NULL));

  g_object_set_data (G_OBJECT (factory), COLUMN_KEY, GUINT_TO_POINTER (index));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), column);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  if (index > 0 && column->get_number == NULL)
    vb_data_table_append_text_column (self->view, column->title, factory, sorter, FALSE);
  else
    vb_data_table_append_column (self->view, column->title, factory, sorter);
  vb_data_table_set_figure (get_column (self, index), column->figure);
  column->title = NULL;
  column->figure = NULL;
}

GtkWidget *
vb_figure_table_new (const char *name,
                     const VbFigureColumn *columns,
                     guint n_columns,
                     int min_height,
                     int max_height)
{
  VbFigureTable *self = g_object_new (VB_TYPE_FIGURE_TABLE, NULL);
  GtkSortListModel *sorted;

  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->n_columns = n_columns;
  self->view = vb_data_table_new_view (name);
  for (guint i = 0; i < n_columns; i++)
    add_column (self, i);

  self->rows = g_list_store_new (G_TYPE_OBJECT);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);

  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activated), self,
                           G_CONNECT_SWAPPED);

  self->scrolled_window = vb_data_table_new_scroller (self->view, min_height, max_height);
  gtk_widget_set_parent (self->scrolled_window, GTK_WIDGET (self));
  vb_data_table_dress_titles (self->view);

  return GTK_WIDGET (self);
}

void
vb_figure_table_set_title (VbFigureTable *self, guint column, const char *title)
{
  g_return_if_fail (VB_IS_FIGURE_TABLE (self));

  gtk_column_view_column_set_title (get_column (self, column), title);
  vb_data_table_dress_titles (self->view);
}

void
vb_figure_table_set_emphasis (VbFigureTable *self, gboolean (*emphasised) (gpointer row))
{
  g_return_if_fail (VB_IS_FIGURE_TABLE (self));

  self->emphasised = emphasised;
}
