/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-care-types-window.h"

#include <glib/gi18n-lib.h>

#include "vb-table-names.h"
#include "vb-unit-name.h"

struct _VbCareTypesWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkSearchEntry *search_entry;
  GtkListView *list_view;

  VbDocument *document;
  GtkStringList *types;
  GtkFilter *filter; /* owned by the list's model */
  char *needle;      /* folded */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (VbCareTypesWindow, vb_care_types_window, ADW_TYPE_WINDOW)

GtkStringList *
vb_care_types_window_list (void)
{
  GtkStringList *types = gtk_string_list_new (NULL);

  for (int type = VB_CARE_TYPE_NONE; type < VB_N_CARE_TYPES; type++)
    gtk_string_list_append (types, type == VB_CARE_TYPE_NONE
                                       ? _ ("As the Unit Above")
                                       : vb_care_type_get_label ((VbCareType) type));
  return types;
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void
on_selected (GtkDropDown *drop_down, GParamSpec *pspec, GtkListItem *list_item)
{
  GtkWidget *widget = GTK_WIDGET (drop_down);
  VbCareTypesWindow *self =
      VB_CARE_TYPES_WINDOW (gtk_widget_get_ancestor (widget, VB_TYPE_CARE_TYPES_WINDOW));
  VbUnitName *name = gtk_list_item_get_item (list_item);
  guint selected = gtk_drop_down_get_selected (drop_down);
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (self == NULL || self->updating || name == NULL || selected >= VB_N_CARE_TYPES)
    return;
  if (vb_unit_name_set_care_type (name, self->document, (VbCareType) selected, &error))
    return;
  toast = adw_toast_new (error->message);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, css_class);
    }
  return label;
}

static void
on_row_setup (VbCareTypesWindow *self, GtkListItem *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *drop_down = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->types)), NULL);

  gtk_box_append (GTK_BOX (words), make_label (NULL));
  gtk_box_append (GTK_BOX (words), make_label ("dim-label"));
  gtk_widget_set_margin_top (row, 3);
  gtk_widget_set_margin_bottom (row, 3);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), drop_down);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_selected), list_item, 0);
  gtk_list_item_set_child (list_item, row);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
on_row_bind (VbCareTypesWindow *self, GtkListItem *list_item)
{
  VbUnitName *name = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *words = gtk_widget_get_first_child (row);
  GtkWidget *drop_down = gtk_widget_get_last_child (row);
  VbUnit *parent = vb_unit_get_parent (vb_unit_name_get_first (name));
  guint n = vb_unit_name_get_n_units (name);
  g_autofree char *where = NULL;
  g_autofree char *label = NULL;
  VbCareType type;
  gboolean agreed = vb_unit_name_get_care_type (name, &type);

  if (n > 1)
    where = g_strdup_printf (ngettext ("%u unit", "%u units", n), n);
  else if (parent != NULL)
    where = vb_unit_dup_path (parent);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (words)),
                       vb_unit_name_get_text (name));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (words)), where != NULL ? where : "");
  gtk_widget_set_visible (gtk_widget_get_last_child (words), where != NULL);
  gtk_widget_set_tooltip_text (words, vb_unit_name_get_text (name));
  /* Translators: %s is the name of a unit, such as a ward */
  label = g_strdup_printf (_ ("Care type of %s"), vb_unit_name_get_text (name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  vb_table_name_row (row, vb_unit_name_get_text (name));
  self->updating = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down),
                              agreed ? (guint) type : GTK_INVALID_LIST_POSITION);
  self->updating = FALSE;
}

/* ---- search ---------------------------------------------------------------------------------- */

static gboolean
matches (gpointer item, gpointer user_data)
{
  VbCareTypesWindow *self = user_data;
  g_autofree char *folded = g_utf8_casefold (vb_unit_name_get_text (item), -1);

  return self->needle == NULL || strstr (folded, self->needle) != NULL;
}

static void
on_search_changed (VbCareTypesWindow *self)
{
  g_free (self->needle);
  self->needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_care_types_window_finalize (GObject *object)
{
  VbCareTypesWindow *self = VB_CARE_TYPES_WINDOW (object);

  g_clear_object (&self->document);
  g_clear_object (&self->types);
  g_free (self->needle);

  G_OBJECT_CLASS (vb_care_types_window_parent_class)->finalize (object);
}

static void
vb_care_types_window_class_init (VbCareTypesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vb_care_types_window_finalize;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/import/vb-care-types-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VbCareTypesWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, VbCareTypesWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VbCareTypesWindow, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
}

static void
vb_care_types_window_init (VbCareTypesWindow *self)
{
  self->types = vb_care_types_window_list ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vb_care_types_window_new (GtkWindow *parent, VbDocument *document)
{
  VbCareTypesWindow *self;
  GtkFilterListModel *found;
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (document), NULL);

  self = g_object_new (VB_TYPE_CARE_TYPES_WINDOW, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  found = gtk_filter_list_model_new (G_LIST_MODEL (vb_unit_name_list (document)), self->filter);
  selection = gtk_no_selection_new (G_LIST_MODEL (found));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  return GTK_WIDGET (self);
}
