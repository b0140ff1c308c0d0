/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-ladder-tree.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-data-table.h"
#include "vb-ladder-words.h"

#define MIN_HEIGHT 200
#define INDENT "\u2003" /* an em */
#define NAME_CHARS 18

typedef enum
{
  COLUMN_UNIT,
  COLUMN_ASSESSMENTS,
  COLUMN_PARTICIPANTS,
  COLUMN_LOWEST,
  COLUMN_MEDIAN,
  COLUMN_HIGHEST,
  COLUMN_TREND,
  N_COLUMNS
} Column;

struct _VbLadderTree
{
  GtkWidget parent_instance;

  GtkWidget *scrolled_window;
  GtkColumnView *view;
  GtkSingleSelection *selection;
  GListModel *rows;
  guint top_depth; /* of the unit that the tree begins with */
};

enum
{
  SIGNAL_UNIT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VbLadderTree, vb_ladder_tree, GTK_TYPE_WIDGET)

/* ---- cells ----------------------------------------------------------------------------------- */

static double
get_number (VbLadderRollup *row, Column column)
{
  const VbLadderGroup *all = vb_ladder_rollup_get_all (row);
  guint n_years;
  const VbLadderYear *years = vb_ladder_rollup_get_years (row, &n_years);

  switch (column)
    {
    case COLUMN_ASSESSMENTS:
      return vb_ladder_rollup_get_n_assessments (row);
    case COLUMN_PARTICIPANTS:
      return all->n_participants;
    case COLUMN_LOWEST:
      return all->overall.lowest > 0 ? all->overall.lowest : NAN;
    case COLUMN_MEDIAN:
      return all->overall.median;
    case COLUMN_HIGHEST:
      return all->overall.highest > 0 ? all->overall.highest : NAN;
    case COLUMN_TREND:
      /* Sorted by how far it has gone since the year before. */
      return n_years > 1 ? years[n_years - 1].spread.median - years[n_years - 2].spread.median
                         : NAN;
    case COLUMN_UNIT:
    case N_COLUMNS:
    default:
      return NAN;
    }
}

static char *
dup_cell (VbLadderRollup *row, Column column)
{
  const VbLadderGroup *all = vb_ladder_rollup_get_all (row);

  switch (column)
    {
    case COLUMN_UNIT:
      return g_strdup (vb_unit_get_name (vb_ladder_rollup_get_unit (row)));
    case COLUMN_MEDIAN:
      if (all->withheld)
        return g_strdup (_ ("withheld"));
      return vb_ladder_words_dup_step (all->overall.median);
    case COLUMN_TREND:
      return vb_ladder_words_dup_trend (row);
    case COLUMN_ASSESSMENTS:
    case COLUMN_PARTICIPANTS:
    case COLUMN_LOWEST:
    case COLUMN_HIGHEST:
      return vb_ladder_words_dup_step (get_number (row, column));
    case N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Column column = (Column) GPOINTER_TO_INT (user_data);
  VbLadderRollup *first = VB_LADDER_ROLLUP ((gpointer) a);
  VbLadderRollup *second = VB_LADDER_ROLLUP ((gpointer) b);

  if (column == COLUMN_UNIT)
    return g_utf8_collate (vb_unit_get_name (vb_ladder_rollup_get_unit (first)),
                           vb_unit_get_name (vb_ladder_rollup_get_unit (second)));
  return vb_data_table_compare_numbers (get_number (first, column), get_number (second, column));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  GtkWidget *label = vb_data_table_new_label (GPOINTER_TO_UINT (user_data));

  /* Indented names need more room than others. */
  if (GPOINTER_TO_UINT (user_data) == COLUMN_UNIT)
    gtk_label_set_width_chars (GTK_LABEL (label), NAME_CHARS);
  g_object_set_data (G_OBJECT (label), "vb-column", user_data);
  gtk_list_item_set_child (list_item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, VbLadderTree *self)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  Column column = (Column) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (label), "vb-column"));
  VbLadderRollup *row = gtk_list_item_get_item (list_item);
  g_autoptr (GtkColumnViewColumn) view_column =
      g_list_model_get_item (gtk_column_view_get_columns (self->view), column);
  g_autofree char *text = dup_cell (row, column);

  vb_data_table_fill_label (label, gtk_column_view_column_get_title (view_column), text);
  if (column == COLUMN_UNIT)
    {
      VbUnit *unit = vb_ladder_rollup_get_unit (row);
      g_autofree char *path = vb_unit_dup_path (unit);
      g_autoptr (GString) indented = g_string_new (NULL);

      /* Spaces, since margins would make the column wider where it has no room. */
      for (guint i = self->top_depth; i < vb_unit_get_depth (unit); i++)
        g_string_append (indented, INDENT);
      g_string_append (indented, text);
      gtk_label_set_label (GTK_LABEL (label), indented->str);
      gtk_widget_set_tooltip_text (label, path);
    }
}

/* ---- what is shown --------------------------------------------------------------------------- */

void
vb_ladder_tree_show (VbLadderTree *self, GListModel *rows)
{
  g_autoptr (GtkSortListModel) sorted = NULL;
  g_autoptr (VbLadderRollup) top = NULL;

  g_return_if_fail (VB_IS_LADDER_TREE (self));

  g_set_object (&self->rows, rows);
  if (rows != NULL)
    {
      top = g_list_model_get_item (rows, 0);
      self->top_depth = top != NULL ? vb_unit_get_depth (vb_ladder_rollup_get_unit (top)) : 0;
      sorted = gtk_sort_list_model_new (g_object_ref (rows),
                                        g_object_ref (gtk_column_view_get_sorter (self->view)));
    }
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (sorted));
}

static char *
dup_item_cell (gpointer item, guint column, gpointer user_data)
{
  return dup_cell (VB_LADDER_ROLLUP (item), (Column) column);
}

char *
vb_ladder_tree_dup_text (VbLadderTree *self)
{
  g_return_val_if_fail (VB_IS_LADDER_TREE (self), NULL);

  return vb_data_table_dup_tsv (self->view, dup_item_cell, NULL);
}

static void
copy (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autofree char *text = vb_ladder_tree_dup_text (VB_LADDER_TREE (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
on_activate (VbLadderTree *self, guint position)
{
  g_autoptr (VbLadderRollup) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL)
    g_signal_emit (self, signals[SIGNAL_UNIT_ACTIVATED], 0, vb_ladder_rollup_get_unit (row));
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_ladder_tree_dispose (GObject *object)
{
  VbLadderTree *self = VB_LADDER_TREE (object);

  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (vb_ladder_tree_parent_class)->dispose (object);
}

static void
vb_ladder_tree_class_init (VbLadderTreeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_ladder_tree_dispose;

  signals[SIGNAL_UNIT_ACTIVATED] =
      g_signal_new ("unit-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, VB_TYPE_UNIT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  vb_data_table_install_copy (widget_class, "table.copy", copy);
}

static void
vb_ladder_tree_init (VbLadderTree *self)
{
  const char *titles[N_COLUMNS] = {
    _ ("Unit"),   _ ("Assessments"), _ ("Participants"), _ ("Lowest"),
    _ ("Median"), _ ("Highest"),     _ ("By year"),
  };
  static const char *const figures[] = { "unit",           "n_assessments",
                                         "n_participants", "lowest_step",
                                         "median_step",    "highest_step",
                                         "step_trend",     NULL };

  self->view = vb_data_table_new_view (_ ("Assessments by unit"));
  for (guint column = 0; column < N_COLUMNS; column++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GINT_TO_POINTER (column));
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
      vb_data_table_append_column (
          self->view, titles[column], factory,
          GTK_SORTER (gtk_custom_sorter_new (compare_rows, GINT_TO_POINTER (column), NULL)));
    }
  vb_data_table_dress_titles (self->view);
  vb_data_table_set_figures (self->view, figures);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate), self,
                           G_CONNECT_SWAPPED);

  self->scrolled_window =
      vb_data_table_new_scroller (self->view, MIN_HEIGHT, VB_DATA_TABLE_MAX_HEIGHT);
  gtk_widget_set_parent (self->scrolled_window, GTK_WIDGET (self));
}

GtkWidget *
vb_ladder_tree_new (void)
{
  return g_object_new (VB_TYPE_LADDER_TREE, NULL);
}
