/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-pooling-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-number.h"
#include "vb-occupancy-row.h"
#include "vb-row-name.h"

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
  GtkNoSelection *selection;
  GtkColumnViewColumn *columns[N_COLUMNS]; /* of the view */
};

G_DEFINE_FINAL_TYPE (VbPoolingTable, vb_pooling_table, GTK_TYPE_WIDGET)

static const char *
get_column_title (VbPoolingTable *self, Column column)
{
  return gtk_column_view_column_get_title (self->columns[column]);
}

static char *
dup_cell (VbOccupancyRow *row, Column column)
{
  const VbOccupancyFigures *figures = vb_occupancy_row_get_figures (row);

  switch (column)
    {
    case COLUMN_NAME:
      return g_strdup (vb_occupancy_row_get_name (row));
    case COLUMN_CENSUS:
      return vb_number_format_key (figures->mean_census);
    case COLUMN_AVAILABLE:
      return vb_number_format_key (figures->available_beds);
    case COLUMN_OCCUPANCY:
      return vb_number_format_percent (figures->occupancy, 0);
    case COLUMN_RISK:
      return vb_number_format_percent (figures->risk, figures->risk < 0.0095 ? 1 : 0);
    case COLUMN_RECOMMENDED:
      return vb_number_format_percent (figures->recommended_target, 0);
    case COLUMN_NEEDED:
      return vb_number_format (figures->beds_needed, 0);
    case N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  Column column = (Column) GPOINTER_TO_INT (user_data);
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set_data (G_OBJECT (label), "vb-column", user_data);
  gtk_label_set_xalign (GTK_LABEL (label), column == COLUMN_NAME ? 0.0f : 1.0f);
  if (column == COLUMN_NAME)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 10);
    }
  gtk_list_item_set_child (list_item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, VbPoolingTable *self)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  Column column = (Column) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (label), "vb-column"));
  VbOccupancyRow *row = gtk_list_item_get_item (list_item);
  g_autofree char *text = dup_cell (row, column);
  g_autofree char *name = g_strdup_printf ("%s: %s", get_column_title (self, column), text);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (column == COLUMN_NAME)
    {
      gtk_widget_set_tooltip_text (label, text);
      vb_row_name_set (label, text);
    }
  /* The pool is the answer that the rows above lead to. */
  if (vb_occupancy_row_get_unit (row) == NULL)
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");
}

void
vb_pooling_table_show (VbPoolingTable *self, GListModel *rows, double max_risk)
{
  g_autofree char *risk = vb_number_format_percent (max_risk, 0);
  g_autofree char *title = NULL;

  g_return_if_fail (VB_IS_POOLING_TABLE (self));

  /* Translators: %s is a share, "Beds at ≤ 10%" */
  title = g_strdup_printf (_ ("Beds at ≤ %s"), risk);
  gtk_column_view_column_set_title (self->columns[COLUMN_NEEDED], title);
  gtk_no_selection_set_model (self->selection, rows);
}

char *
vb_pooling_table_dup_text (VbPoolingTable *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (VB_IS_POOLING_TABLE (self), NULL);

  for (guint column = 0; column < N_COLUMNS; column++)
    g_string_append_printf (text, "%s%s", column > 0 ? "\t" : "",
                            get_column_title (self, (Column) column));
  g_string_append_c (text, '\n');
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (VbOccupancyRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      for (guint column = 0; column < N_COLUMNS; column++)
        {
          g_autofree char *cell = dup_cell (row, (Column) column);

          g_string_append_printf (text, "%s%s", column > 0 ? "\t" : "", cell);
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
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

  G_OBJECT_CLASS (vb_pooling_table_parent_class)->dispose (object);
}

static void
vb_pooling_table_class_init (VbPoolingTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_pooling_table_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy",
                                       NULL);
}

static void
vb_pooling_table_init (VbPoolingTable *self)
{
  const char *titles[N_COLUMNS] = { _ ("Unit"),
                                    _ ("Mean patients"),
                                    C_ ("beds", "Available"),
                                    _ ("Occupancy"),
                                    _ ("Risk today"),
                                    _ ("Recommended target"),
                                    NULL };

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Risk and beds, each ward alone and all together"), -1);
  for (guint column = 0; column < N_COLUMNS; column++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) view_column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GINT_TO_POINTER (column));
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
      view_column = gtk_column_view_column_new (titles[column], factory);
      gtk_column_view_column_set_expand (view_column, column == COLUMN_NAME);
      gtk_column_view_append_column (self->view, view_column);
      self->columns[column] = view_column;
    }
  self->selection = gtk_no_selection_new (NULL);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));

  self->scrolled_window = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled_window), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scrolled_window), 120);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled_window), 480);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled_window),
                                                    TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled_window),
                                 GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scrolled_window, GTK_WIDGET (self));
}

GtkWidget *
vb_pooling_table_new (void)
{
  return g_object_new (VB_TYPE_POOLING_TABLE, NULL);
}
