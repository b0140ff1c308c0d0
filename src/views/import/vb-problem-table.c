/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-problem-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vb-data-table.h"
#include "vb-gradual-list.h"
#include "vb-problem-item.h"
#include "vb-problem-report.h"
#include "vb-table-names.h"

#define MAX_SHOWN 10000
#define ROWS_AT_ONCE 12
#define MIN_HEIGHT 120
#define MAX_HEIGHT 360

typedef enum
{
  COLUMN_ROW,
  COLUMN_COLUMN,
  COLUMN_VALUE,
  COLUMN_PROBLEM,
  COLUMN_EXPECTED,
  COLUMN_EXTENT,
  N_COLUMNS
} Column;

struct _VbProblemTable
{
  GtkWidget parent_instance;

  GtkWidget *scrolled_window;
  GtkColumnView *view;
  VbGradualList *items; /* of VbProblemItem */
  GtkMultiSelection *selection;
  GPtrArray *problems; /* NULL = none */
  char *source_name;
};

enum
{
  SIGNAL_ROW_ACTIVATED,
  SIGNAL_ERROR,
  SIGNAL_SAVED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbProblemTable, vb_problem_table, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* ---- cells ----------------------------------------------------------------------------------- */

static const char *
get_column_title (Column column)
{
  switch (column)
    {
    case COLUMN_ROW:
      return C_ ("table", "Row");
    case COLUMN_COLUMN:
      return C_ ("table", "Column");
    case COLUMN_VALUE:
      return _ ("Value");
    case COLUMN_PROBLEM:
      return _ ("Problem");
    case COLUMN_EXPECTED:
      return _ ("Expected");
    case COLUMN_EXTENT:
      return _ ("Left out");
    case N_COLUMNS:
    default:
      g_return_val_if_reached ("");
    }
}

static const char *
get_extent_label (VbProblemExtent extent)
{
  switch (extent)
    {
    case VB_PROBLEM_REFUSES_CELL:
      return C_ ("left out", "the cell");
    case VB_PROBLEM_REFUSES_ROW:
      return C_ ("left out", "the row");
    case VB_PROBLEM_REFUSES_COLUMN:
      return C_ ("left out", "the column");
    case VB_PROBLEM_NOTE:
    default:
      return "–";
    }
}

static char *
dup_cell (const VbProblem *problem, Column column)
{
  switch (column)
    {
    case COLUMN_ROW:
      return problem->row > 0 ? g_strdup_printf ("%u", problem->row) : g_strdup ("–");
    case COLUMN_COLUMN:
      return g_strdup (problem->column != NULL ? problem->column : "–");
    case COLUMN_VALUE:
      return g_strdup (problem->value != NULL ? problem->value : "–");
    case COLUMN_PROBLEM:
      return g_strdup (g_dgettext (GETTEXT_PACKAGE, vb_problem_kind_get_problem (problem->kind)));
    case COLUMN_EXPECTED:
      return g_strdup (g_dgettext (GETTEXT_PACKAGE, vb_problem_kind_get_expected (problem->kind)));
    case COLUMN_EXTENT:
      return g_strdup (get_extent_label (problem->extent));
    case N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  /* The least widths, in letters; what does not fit stands in the tooltip. */
  static const int widths[N_COLUMNS] = { 5, 12, 10, 22, 22, 10 };
  Column column = (Column) GPOINTER_TO_INT (user_data);
  GtkWidget *label = vb_data_table_new_text_label ();

  gtk_label_set_xalign (GTK_LABEL (label), column == COLUMN_ROW ? 1 : 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), -1);
  gtk_label_set_width_chars (GTK_LABEL (label), widths[column]);
  gtk_list_item_set_child (list_item, label);
}

static char *
dup_row_name (const VbProblem *problem)
{
  const char *what = g_dgettext (GETTEXT_PACKAGE, vb_problem_kind_get_problem (problem->kind));

  if (problem->row == 0)
    return g_strdup_printf ("%s: %s", problem->column != NULL ? problem->column : "–", what);
  /* Translators: the number of a row in a file, and what is wrong with it */
  return g_strdup_printf (_ ("Row %u: %s"), problem->row, what);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  Column column = (Column) GPOINTER_TO_INT (user_data);
  GtkWidget *label = gtk_list_item_get_child (list_item);
  const VbProblem *problem = vb_problem_item_get_problem (gtk_list_item_get_item (list_item));
  g_autofree char *text = dup_cell (problem, column);

  vb_data_table_fill_label (label, get_column_title (column), text);
  if (column == COLUMN_ROW)
    {
      g_autofree char *name = dup_row_name (problem);

      vb_table_name_row (label, name);
    }
}

/* ---- order ----------------------------------------------------------------------------------- */

static int
compare_items (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Column column = (Column) GPOINTER_TO_INT (user_data);
  const VbProblem *x = vb_problem_item_get_problem (VB_PROBLEM_ITEM ((gpointer) a));
  const VbProblem *y = vb_problem_item_get_problem (VB_PROBLEM_ITEM ((gpointer) b));
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (column == COLUMN_ROW)
    return (x->row > y->row) - (x->row < y->row);
  left = dup_cell (x, column);
  right = dup_cell (y, column);
  return g_utf8_collate (left, right);
}

static void
add_column (VbProblemTable *self, Column column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSorter *sorter =
      GTK_SORTER (gtk_custom_sorter_new (compare_items, GINT_TO_POINTER (column), NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GINT_TO_POINTER (column));
  vb_data_table_append_text_column (self->view, get_column_title (column), factory, sorter,
                                    column == COLUMN_PROBLEM || column == COLUMN_EXPECTED);
}

/* ---- what it shows --------------------------------------------------------------------------- */

void
vb_problem_table_set_problems (VbProblemTable *self, GPtrArray *problems)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = problems != NULL ? MIN (problems->len, MAX_SHOWN) : 0;

  g_return_if_fail (VB_IS_PROBLEM_TABLE (self));

  if (problems != NULL)
    g_ptr_array_ref (problems);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  self->problems = problems;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, vb_problem_item_new (problems, problems->pdata[i]));
  vb_gradual_list_set_items (self->items, items, ROWS_AT_ONCE);
}

void
vb_problem_table_set_source_name (VbProblemTable *self, const char *name)
{
  g_return_if_fail (VB_IS_PROBLEM_TABLE (self));

  g_free (self->source_name);
  self->source_name = g_strdup (name);
}

guint
vb_problem_table_get_n_shown (VbProblemTable *self)
{
  g_return_val_if_fail (VB_IS_PROBLEM_TABLE (self), 0);

  return vb_gradual_list_get_n_items (self->items);
}

static void
on_activated (VbProblemTable *self, guint position)
{
  g_autoptr (VbProblemItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL && vb_problem_item_get_problem (item)->row > 0)
    g_signal_emit (self, signals[SIGNAL_ROW_ACTIVATED], 0, vb_problem_item_get_problem (item)->row);
}

/* ---- copying and saving ---------------------------------------------------------------------- */

static char *
dup_item_cell (gpointer item, guint column, gpointer user_data)
{
  return dup_cell (vb_problem_item_get_problem (VB_PROBLEM_ITEM (item)), (Column) column);
}

char *
vb_problem_table_dup_selected (VbProblemTable *self)
{
  g_return_val_if_fail (VB_IS_PROBLEM_TABLE (self), NULL);

  vb_gradual_list_finish (self->items);
  return vb_data_table_dup_tsv (self->view, dup_item_cell, NULL);
}

static void
copy (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autofree char *text = vb_problem_table_dup_selected (VB_PROBLEM_TABLE (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (VbProblemTable) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_signal_emit (self, signals[SIGNAL_SAVED], 0, source);
  else
    g_signal_emit (self, signals[SIGNAL_ERROR], 0, error);
}

void
vb_problem_table_save (VbProblemTable *self, GFile *file)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (VB_IS_PROBLEM_TABLE (self));
  g_return_if_fail (G_IS_FILE (file));

  bytes = vb_problem_report_to_csv (self->problems, &error);
  if (bytes == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_ERROR], 0, error);
      return;
    }
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       on_written, g_object_ref (self));
}

static void
on_save_response (GtkNativeDialog *dialog, int response, VbProblemTable *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      vb_problem_table_save (self, file);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/* Without the suffix of the file that was imported. */
static char *
dup_stem (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot != name ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);
}

static void
save (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbProblemTable *self = VB_PROBLEM_TABLE (widget);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Save the List of Problems"), GTK_WINDOW (gtk_widget_get_root (widget)),
      GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  g_autofree char *stem = dup_stem (self->source_name != NULL ? self->source_name : "");
  /* Translators: name of a file; %s is the name of the file that was imported */
  g_autofree char *name = g_strdup_printf (_ ("%s problems.csv"), stem);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), g_strstrip (name));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_save_response), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_problem_table_dispose (GObject *object)
{
  VbProblemTable *self = VB_PROBLEM_TABLE (object);

  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_pointer (&self->problems, g_ptr_array_unref);

  G_OBJECT_CLASS (vb_problem_table_parent_class)->dispose (object);
}

static void
vb_problem_table_finalize (GObject *object)
{
  g_free (VB_PROBLEM_TABLE (object)->source_name);

  G_OBJECT_CLASS (vb_problem_table_parent_class)->finalize (object);
}

static void
vb_problem_table_class_init (VbProblemTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = vb_problem_table_dispose;
  object_class->finalize = vb_problem_table_finalize;

  signals[SIGNAL_ROW_ACTIVATED] = g_signal_new ("row-activated", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_ERROR] = g_signal_new ("error", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SIGNAL_SAVED] = g_signal_new ("saved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  vb_data_table_install_copy (widget_class, "problems.copy", copy);
  gtk_widget_class_install_action (widget_class, "problems.save", NULL, save);
}

static void
vb_problem_table_init (VbProblemTable *self)
{
  static const char *const figures[] = { "refused_row",
                                         "refused_column",
                                         "refused_text",
                                         "refused_problem",
                                         "refused_expected",
                                         "refused_extent",
                                         NULL };
  GtkSortListModel *sorted;

  self->view = vb_data_table_new_view (_ ("Problems"));
  for (int column = 0; column < N_COLUMNS; column++)
    add_column (self, (Column) column);
  vb_data_table_set_figures (self->view, figures);
  vb_data_table_dress_titles (self->view);

  self->items = vb_gradual_list_new (VB_TYPE_PROBLEM_ITEM);
  sorted = gtk_sort_list_model_new (g_object_ref (vb_gradual_list_get_model (self->items)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  gtk_sort_list_model_set_incremental (sorted, TRUE);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activated), self,
                           G_CONNECT_SWAPPED);

  self->scrolled_window = vb_data_table_new_scroller (self->view, MIN_HEIGHT, MAX_HEIGHT);
  gtk_widget_set_parent (self->scrolled_window, GTK_WIDGET (self));
}

GtkWidget *
vb_problem_table_new (void)
{
  return g_object_new (VB_TYPE_PROBLEM_TABLE, NULL);
}
