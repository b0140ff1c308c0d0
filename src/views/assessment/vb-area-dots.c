/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-area-dots.h"

struct _VbAreaDots
{
  GtkWidget parent_instance;

  GPtrArray *buttons; /* of GtkButton, children of this widget */
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbAreaDots, vb_area_dots, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static void
on_clicked (VbAreaDots *self, GtkButton *button)
{
  guint page;

  if (g_ptr_array_find (self->buttons, button, &page))
    g_signal_emit (self, signals[SIGNAL_PICKED], 0, page);
}

static void
clear (VbAreaDots *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_unparent (self->buttons->pdata[i]);
  g_ptr_array_set_size (self->buttons, 0);
}

/* One stop on the way of Tab; the arrows walk among the dots. */
static gboolean
vb_area_dots_focus (GtkWidget *widget, GtkDirectionType direction)
{
  VbAreaDots *self = VB_AREA_DOTS (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (vb_area_dots_parent_class)->focus (widget, direction);
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_widget_has_css_class (self->buttons->pdata[i], "current"))
      return gtk_widget_grab_focus (self->buttons->pdata[i]);

  return FALSE;
}

static void
vb_area_dots_dispose (GObject *object)
{
  clear (VB_AREA_DOTS (object));

  G_OBJECT_CLASS (vb_area_dots_parent_class)->dispose (object);
}

static void
vb_area_dots_finalize (GObject *object)
{
  g_ptr_array_unref (VB_AREA_DOTS (object)->buttons);

  G_OBJECT_CLASS (vb_area_dots_parent_class)->finalize (object);
}

static void
vb_area_dots_class_init (VbAreaDotsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vb_area_dots_dispose;
  object_class->finalize = vb_area_dots_finalize;
  widget_class->focus = vb_area_dots_focus;

  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "dots");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
vb_area_dots_init (VbAreaDots *self)
{
  self->buttons = g_ptr_array_new ();
}

GtkWidget *
vb_area_dots_new (void)
{
  return g_object_new (VB_TYPE_AREA_DOTS, NULL);
}

static GtkWidget *
make_dot (void)
{
  GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (dot, "dot");
  gtk_widget_set_halign (dot, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);

  return dot;
}

void
vb_area_dots_set_n_areas (VbAreaDots *self, guint n_areas)
{
  g_return_if_fail (VB_IS_AREA_DOTS (self));

  clear (self);
  for (guint i = 0; i <= n_areas; i++)
    {
      GtkWidget *button = gtk_button_new ();

      gtk_button_set_child (GTK_BUTTON (button),
                            i < n_areas ? make_dot ()
                                        : gtk_image_new_from_icon_name ("object-select-symbolic"));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "area-dot");
      gtk_widget_set_parent (button, GTK_WIDGET (self));
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->buttons, button);
    }
}

static void
set_class (GtkWidget *widget, const char *css_class, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

void
vb_area_dots_set_page (VbAreaDots *self, guint page, const char *name, gboolean complete)
{
  GtkWidget *button;

  g_return_if_fail (VB_IS_AREA_DOTS (self));
  g_return_if_fail (page < self->buttons->len);
  g_return_if_fail (name != NULL);

  button = self->buttons->pdata[page];
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_class (button, "complete", complete);
}

void
vb_area_dots_set_current (VbAreaDots *self, guint page)
{
  g_return_if_fail (VB_IS_AREA_DOTS (self));

  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = self->buttons->pdata[i];

      set_class (button, "current", i == page);
      gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_SELECTED,
                                   i == page, -1);
    }
}
