/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-meaning-button.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _VbMeaningButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkLabel *label;
  GtkWidget *popover; /* NULL until it is opened */
  GtkWidget *entry;
  GtkListBox *list;
  char *search; /* folded; NULL = everything */

  VbImporter *importer;
  guint column;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbMeaningButton, vb_meaning_button, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

#define MEANING_KEY "vb-meaning"

static const VbColumnMeaning *
get_meaning (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), MEANING_KEY);
}

/* ---- the list -------------------------------------------------------------------------------- */

static gboolean
is_found (GtkListBoxRow *row, gpointer user_data)
{
  VbMeaningButton *self = user_data;
  GtkWidget *label = gtk_list_box_row_get_child (row);
  g_autofree char *text = NULL;

  if (self->search == NULL)
    return TRUE;
  text = g_utf8_casefold (gtk_label_get_label (GTK_LABEL (label)), -1);
  return strstr (text, self->search) != NULL;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *heading = vb_column_meaning_get_heading (get_meaning (row));
  const char *above = before != NULL ? vb_column_meaning_get_heading (get_meaning (before)) : NULL;
  GtkWidget *label;

  if (heading == NULL || g_strcmp0 (heading, above) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "meaning-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
on_search_changed (VbMeaningButton *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_clear_pointer (&self->search, g_free);
  if (*text != '\0')
    self->search = g_utf8_casefold (text, -1);
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
}

static void
choose (VbMeaningButton *self, GtkListBoxRow *row)
{
  VbColumnMeaning meaning = *get_meaning (row);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, &meaning);
}

/* Enter takes the first that was found. */
static void
on_search_activated (VbMeaningButton *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (is_found (row, self))
      {
        choose (self, row);
        return;
      }
}

static void
fill_list (VbMeaningButton *self)
{
  g_autoptr (GArray) meanings = vb_column_meaning_list (self->importer);
  const VbColumn *column = vb_importer_get_column (self->importer, self->column);
  VbColumnMeaning present = vb_column_meaning_get (column);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < meanings->len; i++)
    {
      const VbColumnMeaning *meaning = &g_array_index (meanings, VbColumnMeaning, i);
      g_autofree char *text = vb_column_meaning_dup_label (meaning, self->importer);
      GtkWidget *label = gtk_label_new (text);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      row = GTK_LIST_BOX_ROW (gtk_list_box_row_new ());
      gtk_list_box_row_set_child (row, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                      -1);
      g_object_set_data_full (G_OBJECT (row), MEANING_KEY, g_memdup2 (meaning, sizeof *meaning),
                              g_free);
      gtk_list_box_append (self->list, GTK_WIDGET (row));
      if (vb_column_meaning_equal (meaning, &present))
        gtk_list_box_select_row (self->list, row);
    }
}

static void
make_popover (VbMeaningButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->entry = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find a meaning"), -1);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (on_search_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_search_activated), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->entry);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_filter_func (self->list, is_found, self, NULL);
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "meanings");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Meanings"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (choose), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 240);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), scrolled);

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
}

static void
prepare_popup (GtkMenuButton *button, gpointer user_data)
{
  VbMeaningButton *self = user_data;

  if (self->importer == NULL)
    return;
  if (self->popover == NULL)
    make_popover (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_clear_pointer (&self->search, g_free);
  fill_list (self);
  gtk_widget_grab_focus (self->entry);
}

void
vb_meaning_button_popup (VbMeaningButton *self)
{
  g_return_if_fail (VB_IS_MEANING_BUTTON (self));

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}

/* ---- the button ------------------------------------------------------------------------------ */

void
vb_meaning_button_show (VbMeaningButton *self, VbImporter *importer, guint column)
{
  const VbColumn *shown;
  VbColumnMeaning meaning;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (VB_IS_MEANING_BUTTON (self));
  g_return_if_fail (VB_IS_IMPORTER (importer));

  g_set_object (&self->importer, importer);
  self->column = column;
  shown = vb_importer_get_column (importer, column);
  meaning = vb_column_meaning_get (shown);
  text = vb_column_meaning_dup_label (&meaning, importer);
  /* Translators: name of a control: the header of a column, and what the column means */
  name = g_strdup_printf (_ ("Meaning of column “%s”: %s"), shown->header, text);
  gtk_label_set_label (self->label, text);
  gtk_widget_set_tooltip_text (self->button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

const char *
vb_meaning_button_get_label (VbMeaningButton *self)
{
  g_return_val_if_fail (VB_IS_MEANING_BUTTON (self), NULL);

  return gtk_label_get_label (self->label);
}

static void
vb_meaning_button_dispose (GObject *object)
{
  VbMeaningButton *self = VB_MEANING_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->importer);

  G_OBJECT_CLASS (vb_meaning_button_parent_class)->dispose (object);
}

static void
vb_meaning_button_finalize (GObject *object)
{
  g_free (VB_MEANING_BUTTON (object)->search);

  G_OBJECT_CLASS (vb_meaning_button_parent_class)->finalize (object);
}

static void
vb_meaning_button_class_init (VbMeaningButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vb_meaning_button_dispose;
  object_class->finalize = vb_meaning_button_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
vb_meaning_button_init (VbMeaningButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), arrow);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  /* The button would hold it in its middle. */
  gtk_widget_set_halign (gtk_widget_get_parent (box), GTK_ALIGN_FILL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), prepare_popup, self, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
vb_meaning_button_new (void)
{
  return g_object_new (VB_TYPE_MEANING_BUTTON, NULL);
}
