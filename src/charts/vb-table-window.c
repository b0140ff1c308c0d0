/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-table-window.h"

struct _VbTableWindow
{
  GtkWidget parent_instance;

  GtkWidget *child; /* not owned */
  GtkWidget *scroller;
  GtkWidget *bar;
};

G_DEFINE_FINAL_TYPE (VbTableWindow, vb_table_window, GTK_TYPE_WIDGET)

static gboolean
is_too_wide (VbTableWindow *self, int width)
{
  int least;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least > width;
}

static int
get_bar_height (VbTableWindow *self, int width)
{
  int height = 0;

  if (is_too_wide (self, width))
    gtk_widget_measure (self->bar, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  return height;
}

static GtkSizeRequestMode
vb_table_window_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
vb_table_window_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  VbTableWindow *self = VB_TABLE_WINDOW (widget);

  gtk_widget_measure (self->scroller, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      int bar = get_bar_height (self, for_size);

      *minimum += bar;
      *natural += bar;
    }
}

static void
vb_table_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VbTableWindow *self = VB_TABLE_WINDOW (widget);
  int bar = get_bar_height (self, width);

  gtk_widget_set_child_visible (self->bar, bar > 0);
  gtk_widget_size_allocate (self->scroller, &(GtkAllocation){ 0, 0, width, height - bar }, -1);
  if (bar > 0)
    gtk_widget_size_allocate (self->bar, &(GtkAllocation){ 0, height - bar, width, bar }, -1);
}

static void
vb_table_window_dispose (GObject *object)
{
  VbTableWindow *self = VB_TABLE_WINDOW (object);

  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (vb_table_window_parent_class)->dispose (object);
}

static void
vb_table_window_class_init (VbTableWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_table_window_dispose;
  widget_class->get_request_mode = vb_table_window_get_request_mode;
  widget_class->measure = vb_table_window_measure;
  widget_class->size_allocate = vb_table_window_size_allocate;
}

static void
vb_table_window_init (VbTableWindow *self)
{
}

GtkWidget *
vb_table_window_new (GtkWidget *child, int min_height, int max_height)
{
  VbTableWindow *self = g_object_new (VB_TYPE_TABLE_WINDOW, NULL);
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());

  self->child = child;
  self->scroller = GTK_WIDGET (scroller);
  gtk_widget_add_css_class (self->scroller, "goes-on");
  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_EXTERNAL, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (scroller, min_height);
  gtk_scrolled_window_set_max_content_height (scroller, max_height);
  gtk_scrolled_window_set_propagate_natural_height (scroller, TRUE);
  gtk_scrolled_window_set_child (scroller, child);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  self->bar = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL,
                                 gtk_scrolled_window_get_hadjustment (scroller));
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
