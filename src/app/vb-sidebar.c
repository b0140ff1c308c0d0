/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-app"

#include "vb-sidebar.h"

#include <glib/gi18n-lib.h>

#include "vb-page-table.h"

struct _VbSidebar
{
  AdwBin parent_instance;

  GtkListBox *list_box;
};

typedef enum
{
  PROP_PAGE = 1,
  N_PROPS
} VbSidebarProperty;

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbSidebar, vb_sidebar, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const VbPageEntry *
get_entry (GtkListBoxRow *row)
{
  guint n;

  return &vb_page_table_get (&n)[gtk_list_box_row_get_index (row)];
}

static GtkWidget *
make_row (const VbPageEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (entry->icon_name);
  GtkWidget *label = gtk_label_new (g_dgettext (GETTEXT_PACKAGE, entry->title));

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (GTK_LABEL (label)), -1);

  return row;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  VbPageLevel level = get_entry (row)->level;
  const char *heading = vb_page_table_get_heading (level);
  GtkWidget *label;

  if (heading == NULL || (before != NULL && get_entry (before)->level == level))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "sidebar-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
on_row_selected (VbSidebar *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
on_row_activated (VbSidebar *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
vb_sidebar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbSidebar *self = VB_SIDEBAR (object);

  switch ((VbSidebarProperty) prop_id)
    {
    case PROP_PAGE:
      g_value_set_string (value, vb_sidebar_get_page (self));
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_sidebar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  VbSidebar *self = VB_SIDEBAR (object);

  switch ((VbSidebarProperty) prop_id)
    {
    case PROP_PAGE:
      vb_sidebar_set_page (self, g_value_get_string (value));
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* The list is one stop on the way of Tab, as the page chosen in it; arrow keys walk inside it. A
 * list box by itself stops at every row, and choosing on the way would turn every page over. */
static gboolean
vb_sidebar_focus (GtkWidget *widget, GtkDirectionType direction)
{
  VbSidebar *self = VB_SIDEBAR (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list_box);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (row == NULL || (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD))
    return GTK_WIDGET_CLASS (vb_sidebar_parent_class)->focus (widget, direction);
  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
vb_sidebar_class_init (VbSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = vb_sidebar_get_property;
  object_class->set_property = vb_sidebar_set_property;
  widget_class->focus = vb_sidebar_focus;

  properties[PROP_PAGE] =
      g_param_spec_string ("page", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/vardbalans/Vardbalans/ui/app/vb-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, VbSidebar, list_box);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
vb_sidebar_init (VbSidebar *self)
{
  const VbPageEntry *entries;
  guint n;

  gtk_widget_init_template (GTK_WIDGET (self));

  entries = vb_page_table_get (&n);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list_box, make_row (&entries[i]));
  gtk_list_box_set_header_func (self->list_box, update_header, NULL, NULL);
}

GtkWidget *
vb_sidebar_new (void)
{
  return g_object_new (VB_TYPE_SIDEBAR, NULL);
}

const char *
vb_sidebar_get_page (VbSidebar *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (VB_IS_SIDEBAR (self), NULL);

  row = gtk_list_box_get_selected_row (self->list_box);

  return row != NULL ? get_entry (row)->id : NULL;
}

void
vb_sidebar_set_page (VbSidebar *self, const char *id)
{
  const VbPageEntry *entries, *entry = vb_page_table_find (id);
  GtkListBoxRow *row = NULL;
  guint n;

  g_return_if_fail (VB_IS_SIDEBAR (self));

  entries = vb_page_table_get (&n);
  if (entry != NULL)
    row = gtk_list_box_get_row_at_index (self->list_box, entry - entries);
  if (row != gtk_list_box_get_selected_row (self->list_box))
    gtk_list_box_select_row (self->list_box, row);
}
