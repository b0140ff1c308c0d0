/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-finding-table.h"

#include <glib/gi18n-lib.h>

#include "vb-data-table.h"
#include "vb-gradual-list.h"
#include "vb-table-names.h"

#define ROWS_AT_ONCE 20
#define MIN_HEIGHT 96
#define MAX_HEIGHT 320

typedef enum
{
  COLUMN_UNIT,
  COLUMN_RULE,
  COLUMN_TEXT,
  N_COLUMNS
} Column;

struct _VbFindingTable
{
  GtkWidget parent_instance;

  GtkWidget *scrolled_window;
  GtkColumnView *view;
  VbGradualList *items; /* of VbFinding */
  GtkSingleSelection *selection;
  GListModel *findings; /* what is shown of … */
  VbUnit *unit;         /* … this unit */
};

enum
{
  SIGNAL_FINDING_ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbFindingTable, vb_finding_table, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static const char *
get_column_title (Column column)
{
  switch (column)
    {
    case COLUMN_UNIT:
      return _ ("Unit");
    case COLUMN_RULE:
      return _ ("Rule");
    case COLUMN_TEXT:
      return _ ("What is wrong");
    case N_COLUMNS:
    default:
      g_return_val_if_reached ("");
    }
}

/* Far down in a tree, names are those of their parent's other children: "Medicine" of which
 * hospital? */
static char *
dup_unit_name (VbUnit *unit)
{
  VbUnit *parent = vb_unit_get_parent (unit);

  if (vb_unit_get_depth (unit) < 2)
    return g_strdup (vb_unit_get_name (unit));
  return g_strdup_printf ("%s · %s", vb_unit_get_name (unit), vb_unit_get_name (parent));
}

static char *
dup_cell (VbFinding *finding, Column column)
{
  switch (column)
    {
    case COLUMN_UNIT:
      return dup_unit_name (vb_finding_get_unit (finding));
    case COLUMN_RULE:
      return g_strdup (vb_quality_rule_get_label (vb_finding_get_rule (finding)));
    case COLUMN_TEXT:
      return g_strdup (vb_finding_get_text (finding));
    case N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  /* The least widths, in letters; what does not fit stands in the tooltip. */
  static const int widths[N_COLUMNS] = { 18, 14, 26 };
  GtkWidget *label = vb_data_table_new_text_label ();

  gtk_label_set_max_width_chars (GTK_LABEL (label), -1);
  gtk_label_set_width_chars (GTK_LABEL (label), widths[GPOINTER_TO_INT (user_data)]);
  gtk_list_item_set_child (list_item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  Column column = (Column) GPOINTER_TO_INT (user_data);
  VbFinding *finding = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_list_item_get_child (list_item);
  g_autofree char *text = dup_cell (finding, column);

  vb_data_table_fill_label (label, get_column_title (column), text);
  if (column == COLUMN_UNIT)
    {
      g_autofree char *path = vb_unit_dup_path (vb_finding_get_unit (finding));
      g_autofree char *name = g_strdup_printf ("%s: %s", text, vb_finding_get_text (finding));

      gtk_widget_set_tooltip_text (label, path);
      vb_table_name_row (label, name);
    }
}

static int
compare_findings (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Column column = (Column) GPOINTER_TO_INT (user_data);
  g_autofree char *left = dup_cell (VB_FINDING ((gpointer) a), column);
  g_autofree char *right = dup_cell (VB_FINDING ((gpointer) b), column);

  return g_utf8_collate (left, right);
}

static void
add_column (VbFindingTable *self, Column column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSorter *sorter =
      GTK_SORTER (gtk_custom_sorter_new (compare_findings, GINT_TO_POINTER (column), NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GINT_TO_POINTER (column));
  vb_data_table_append_text_column (self->view, get_column_title (column), factory, sorter,
                                    column == COLUMN_TEXT);
}

void
vb_finding_table_show (VbFindingTable *self, GListModel *findings, VbUnit *unit)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean other_findings;
  gboolean other_unit;

  g_return_if_fail (VB_IS_FINDING_TABLE (self));

  other_findings = g_set_object (&self->findings, findings);
  other_unit = g_set_object (&self->unit, unit);
  if (!other_findings && !other_unit)
    return;
  for (guint i = 0; findings != NULL && i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (VbFinding) finding = g_list_model_get_item (findings, i);

      if (vb_finding_concerns (finding, unit))
        g_ptr_array_add (shown, g_steal_pointer (&finding));
    }
  vb_gradual_list_set_items (self->items, shown, ROWS_AT_ONCE);
}

guint
vb_finding_table_get_n_shown (VbFindingTable *self)
{
  g_return_val_if_fail (VB_IS_FINDING_TABLE (self), 0);

  return vb_gradual_list_get_n_items (self->items);
}

static char *
dup_item_cell (gpointer item, guint column, gpointer user_data)
{
  return dup_cell (VB_FINDING (item), (Column) column);
}

char *
vb_finding_table_dup_text (VbFindingTable *self)
{
  g_return_val_if_fail (VB_IS_FINDING_TABLE (self), NULL);

  vb_gradual_list_finish (self->items);
  return vb_data_table_dup_tsv (self->view, dup_item_cell, NULL);
}

static void
copy (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autofree char *text = vb_finding_table_dup_text (VB_FINDING_TABLE (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
on_activated (VbFindingTable *self, guint position)
{
  g_autoptr (VbFinding) finding = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (finding != NULL)
    g_signal_emit (self, signals[SIGNAL_FINDING_ACTIVATED], 0, finding);
}

static void
vb_finding_table_dispose (GObject *object)
{
  VbFindingTable *self = VB_FINDING_TABLE (object);

  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->findings);
  g_clear_object (&self->unit);

  G_OBJECT_CLASS (vb_finding_table_parent_class)->dispose (object);
}

static void
vb_finding_table_class_init (VbFindingTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_finding_table_dispose;

  signals[SIGNAL_FINDING_ACTIVATED] =
      g_signal_new ("finding-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, VB_TYPE_FINDING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  vb_data_table_install_copy (widget_class, "findings.copy", copy);
}

static void
vb_finding_table_init (VbFindingTable *self)
{
  static const char *const figures[] = { "unit", "finding_rule", "finding_text", NULL };
  GtkSortListModel *sorted;

  self->view = vb_data_table_new_view (_ ("Rules broken"));
  for (int column = 0; column < N_COLUMNS; column++)
    add_column (self, (Column) column);
  vb_data_table_set_figures (self->view, figures);
  vb_data_table_dress_titles (self->view);

  self->items = vb_gradual_list_new (VB_TYPE_FINDING);
  sorted = gtk_sort_list_model_new (g_object_ref (vb_gradual_list_get_model (self->items)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activated), self,
                           G_CONNECT_SWAPPED);

  self->scrolled_window = vb_data_table_new_scroller (self->view, MIN_HEIGHT, MAX_HEIGHT);
  gtk_widget_set_parent (self->scrolled_window, GTK_WIDGET (self));
}

GtkWidget *
vb_finding_table_new (void)
{
  return g_object_new (VB_TYPE_FINDING_TABLE, NULL);
}
