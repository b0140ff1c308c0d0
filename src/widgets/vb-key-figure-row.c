/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-widgets"

#include <glib/gi18n-lib.h>

#include "vb-even-layout.h"
#include "vb-key-figure-row.h"

#define CARD_SPACING 12

struct _VbKeyFigureRow
{
  GtkWidget parent_instance;

  VbKeyFigure *selected; /* a child, not owned */
};

typedef enum
{
  PROP_SELECTED = 1,
  N_PROPS
} VbKeyFigureRowProperty;

static void vb_key_figure_row_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VbKeyFigureRow,
                               vb_key_figure_row,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      vb_key_figure_row_buildable_init))

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable_iface;

/* The cards are not one toggle group: that could not be without a selection once it had one. */
static void
select_figure (VbKeyFigureRow *self, VbKeyFigure *figure)
{
  VbKeyFigure *previous = self->selected;

  if (previous == figure)
    return;

  self->selected = figure;
  if (previous != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (previous), FALSE);
  if (figure != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (figure), TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
on_toggled (VbKeyFigureRow *self, VbKeyFigure *figure)
{
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (figure)))
    select_figure (self, figure);
  else if (figure == self->selected)
    select_figure (self, NULL);
}

static void
vb_key_figure_row_add_child (GtkBuildable *buildable,
                             GtkBuilder *builder,
                             GObject *child,
                             const char *type)
{
  if (VB_IS_KEY_FIGURE (child))
    vb_key_figure_row_append (VB_KEY_FIGURE_ROW (buildable), VB_KEY_FIGURE (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
vb_key_figure_row_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = vb_key_figure_row_add_child;
}

static void
vb_key_figure_row_dispose (GObject *object)
{
  VbKeyFigureRow *self = VB_KEY_FIGURE_ROW (object);
  GtkWidget *child;

  self->selected = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (vb_key_figure_row_parent_class)->dispose (object);
}

static void
vb_key_figure_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbKeyFigureRow *self = VB_KEY_FIGURE_ROW (object);

  switch ((VbKeyFigureRowProperty) prop_id)
    {
    case PROP_SELECTED:
      g_value_set_string (value, vb_key_figure_row_get_selected (self));
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_key_figure_row_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  VbKeyFigureRow *self = VB_KEY_FIGURE_ROW (object);

  switch ((VbKeyFigureRowProperty) prop_id)
    {
    case PROP_SELECTED:
      vb_key_figure_row_set_selected (self, g_value_get_string (value));
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_key_figure_row_class_init (VbKeyFigureRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vb_key_figure_row_dispose;
  object_class->get_property = vb_key_figure_row_get_property;
  object_class->set_property = vb_key_figure_row_set_property;

  properties[PROP_SELECTED] =
      g_param_spec_string ("selected", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "key-figures");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
vb_key_figure_row_init (VbKeyFigureRow *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), vb_even_layout_new (CARD_SPACING));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Key figures"), -1);
}

GtkWidget *
vb_key_figure_row_new (void)
{
  return g_object_new (VB_TYPE_KEY_FIGURE_ROW, NULL);
}

void
vb_key_figure_row_append (VbKeyFigureRow *self, VbKeyFigure *figure)
{
  g_return_if_fail (VB_IS_KEY_FIGURE_ROW (self));
  g_return_if_fail (VB_IS_KEY_FIGURE (figure));

  gtk_widget_set_parent (GTK_WIDGET (figure), GTK_WIDGET (self));
  g_signal_connect_object (figure, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
}

const char *
vb_key_figure_row_get_selected (VbKeyFigureRow *self)
{
  g_return_val_if_fail (VB_IS_KEY_FIGURE_ROW (self), NULL);

  return self->selected != NULL ? vb_key_figure_get_figure (self->selected) : NULL;
}

void
vb_key_figure_row_set_selected (VbKeyFigureRow *self, const char *figure)
{
  VbKeyFigure *found = NULL;

  g_return_if_fail (VB_IS_KEY_FIGURE_ROW (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    if (figure != NULL && g_strcmp0 (vb_key_figure_get_figure (VB_KEY_FIGURE (child)), figure) == 0)
      found = VB_KEY_FIGURE (child);

  select_figure (self, found);
}
