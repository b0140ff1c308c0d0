/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-import-sample.h"

#include <glib/gi18n-lib.h>

#include "vb-data-table.h"
#include "vb-gradual-list.h"
#include "vb-sample-row.h"
#include "vb-table-names.h"

#define MAX_ROWS 50
/* A column more costs a widget in each row. */
#define MAX_COLUMNS 24
#define NUMBER_COLUMN (-1)
#define MAX_CHARS 24
#define CELLS_AT_ONCE 48
#define MIN_HEIGHT 160
#define MAX_HEIGHT 300

struct _VbImportSample
{
  GtkWidget parent_instance;

  GtkWidget *scrolled_window;
  GtkColumnView *view;
  VbGradualList *rows; /* of VbSampleRow */
  GtkSingleSelection *selection;
  VbImporter *importer; /* whose columns the view has */
  guint n_columns;
  guint n_shown;
};

G_DEFINE_FINAL_TYPE (VbImportSample, vb_import_sample, GTK_TYPE_WIDGET)

/* ---- cells ----------------------------------------------------------------------------------- */

/* The view gives columns their least width as soon as they do not all fit, so that is as much as
 * the longest cell needs. */
static int
get_width_chars (GtkSignalListItemFactory *factory)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "vb-width"));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  gboolean is_number = GPOINTER_TO_INT (user_data) == NUMBER_COLUMN;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), get_width_chars (factory));
  gtk_widget_set_hexpand (label, is_number);
  if (is_number)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (list_item, box);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static char *
dup_name (VbImportSample *self, VbSampleRow *row, int column, const char *text, const char *fault)
{
  g_autofree char *name = NULL;

  if (column == NUMBER_COLUMN)
    /* Translators: %s is the number of a row in a file */
    name = g_strdup_printf (_ ("Row %s"), text);
  else
    name = g_strdup_printf ("%s: %s",
                            vb_importer_get_column (self->importer, (guint) column)->header, text);
  return fault != NULL ? g_strdup_printf ("%s – %s", name, fault) : g_steal_pointer (&name);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  int column = GPOINTER_TO_INT (user_data);
  VbSampleRow *row = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *icon = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_last_child (box);
  VbImportSample *self = g_object_get_data (G_OBJECT (factory), "vb-sample");
  const char *fault = vb_sample_row_get_fault (row, column);
  g_autofree char *text = column == NUMBER_COLUMN
                              ? g_strdup_printf ("%u", vb_sample_row_get_number (row))
                              : g_strdup (vb_sample_row_get_cell (row, (guint) column));
  g_autofree char *name = dup_name (self, row, column, text, fault);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_visible (icon, fault != NULL);
  gtk_widget_set_tooltip_text (box, fault != NULL ? fault : text);
  if (fault != NULL)
    gtk_widget_add_css_class (box, "doubtful");
  else
    gtk_widget_remove_css_class (box, "doubtful");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (column == NUMBER_COLUMN)
    vb_table_name_row (box, name);
}

/* ---- columns --------------------------------------------------------------------------------- */

static guint
count_file_columns (VbImporter *importer)
{
  guint n = 0;

  for (guint i = 0; i < vb_importer_get_n_columns (importer); i++)
    if (!vb_importer_get_column (importer, i)->in_rows)
      n++;
  return n;
}

static void
add_column (VbImportSample *self, int column, const char *title, const char *figure, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column;

  /* The view and its factories go when the sample does. */
  g_object_set_data (G_OBJECT (factory), "vb-sample", self);
  g_object_set_data (G_OBJECT (factory), "vb-width", GINT_TO_POINTER (width));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GINT_TO_POINTER (column));
  view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  vb_data_table_set_figure (view_column, figure);
  gtk_column_view_append_column (self->view, view_column);
  g_object_unref (view_column);
}

static int
find_width (GPtrArray *preview, guint column)
{
  glong width = 1;

  for (guint i = 0; i < preview->len; i++)
    width = MAX (width, g_utf8_strlen (((GStrv) preview->pdata[i])[column], -1));
  return (int) MIN (width, MAX_CHARS);
}

static void
make_columns (VbImportSample *self, VbImporter *importer, GPtrArray *preview)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  vb_gradual_list_set_items (self->rows, none, 1);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  g_set_object (&self->importer, importer);
  self->n_columns = count_file_columns (importer);
  self->n_shown = 0;
  add_column (self, NUMBER_COLUMN, C_ ("table", "Row"), "file_row", 4);
  for (guint i = 0; i < vb_importer_get_n_columns (importer) && self->n_shown < MAX_COLUMNS; i++)
    {
      const VbColumn *column = vb_importer_get_column (importer, i);

      if (column->in_rows)
        continue;
      add_column (self, (int) i, column->header, "file_column", find_width (preview, i));
      self->n_shown++;
    }
  vb_table_name_header (self->view);
}

/* ---- rows ------------------------------------------------------------------------------------ */

/* The cells that make the reading of a whole column doubtful. */
static void
mark_column (VbImporter *importer, const VbProblem *problem, GPtrArray *rows)
{
  int column = vb_importer_find_header (importer, problem->column);

  for (guint i = 0; i < rows->len && column >= 0; i++)
    if (*vb_sample_row_get_cell (rows->pdata[i], (guint) column) != '\0')
      vb_sample_row_add_fault (rows->pdata[i], column, problem);
}

/* Problems stand in file order; those of whole columns (row 0) are told beside the column, and here
 * where it is the cells that are at fault. */
static void
mark_faults (VbImporter *importer, VbBatch *batch, GPtrArray *rows)
{
  GPtrArray *problems = vb_batch_get_problems (batch);
  guint at = 0;

  for (guint i = 0; i < problems->len && at < rows->len; i++)
    {
      const VbProblem *problem = g_ptr_array_index (problems, i);
      int column = NUMBER_COLUMN;

      if (problem->kind == VB_PROBLEM_AMBIGUOUS_DECIMALS && problem->column != NULL)
        {
          mark_column (importer, problem, rows);
          continue;
        }
      while (at < rows->len && vb_sample_row_get_number (rows->pdata[at]) < problem->row)
        at++;
      if (at == rows->len || vb_sample_row_get_number (rows->pdata[at]) != problem->row)
        continue;
      if (problem->column != NULL)
        column = vb_importer_find_header (importer, problem->column);
      vb_sample_row_add_fault (rows->pdata[at], column, problem);
    }
}

void
vb_import_sample_show (VbImportSample *self, VbImporter *importer, VbBatch *batch)
{
  g_autoptr (GPtrArray) preview = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (VB_IS_IMPORT_SAMPLE (self));
  g_return_if_fail (VB_IS_IMPORTER (importer));

  preview = vb_importer_preview (importer, MAX_ROWS);
  if (importer != self->importer || count_file_columns (importer) != self->n_columns)
    make_columns (self, importer, preview);
  for (guint i = 0; i < preview->len; i++)
    g_ptr_array_add (rows, vb_sample_row_new (vb_importer_get_preview_row (importer, i),
                                              g_steal_pointer ((GStrv *) &preview->pdata[i])));
  if (batch != NULL)
    mark_faults (importer, batch, rows);
  vb_gradual_list_set_items (self->rows, rows, MAX (CELLS_AT_ONCE / (self->n_shown + 1), 1));
}

guint
vb_import_sample_get_n_rows (VbImportSample *self)
{
  g_return_val_if_fail (VB_IS_IMPORT_SAMPLE (self), 0);

  return vb_gradual_list_get_n_items (self->rows);
}

guint
vb_import_sample_get_n_hidden (VbImportSample *self)
{
  g_return_val_if_fail (VB_IS_IMPORT_SAMPLE (self), 0);

  return self->n_columns - self->n_shown;
}

gboolean
vb_import_sample_select (VbImportSample *self, guint number)
{
  g_return_val_if_fail (VB_IS_IMPORT_SAMPLE (self), FALSE);

  vb_gradual_list_finish (self->rows);
  for (guint i = 0; i < vb_import_sample_get_n_rows (self); i++)
    {
      g_autoptr (VbSampleRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (vb_sample_row_get_number (row) != number)
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)),
                                  "list.scroll-to-item", "u", i);
      return TRUE;
    }
  return FALSE;
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_import_sample_dispose (GObject *object)
{
  VbImportSample *self = VB_IMPORT_SAMPLE (object);

  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->importer);

  G_OBJECT_CLASS (vb_import_sample_parent_class)->dispose (object);
}

static void
vb_import_sample_class_init (VbImportSampleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vb_import_sample_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
vb_import_sample_init (VbImportSample *self)
{
  self->rows = vb_gradual_list_new (VB_TYPE_SAMPLE_ROW);
  self->selection =
      gtk_single_selection_new (g_object_ref (vb_gradual_list_get_model (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->view = vb_data_table_new_view (_ ("First rows of the file"));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));

  self->scrolled_window = vb_data_table_new_scroller (self->view, MIN_HEIGHT, MAX_HEIGHT);
  gtk_widget_set_parent (self->scrolled_window, GTK_WIDGET (self));
}

GtkWidget *
vb_import_sample_new (void)
{
  return g_object_new (VB_TYPE_IMPORT_SAMPLE, NULL);
}
