/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-chart-handle.h"

#include <math.h>

#include "vb-chart-style.h"
#include "vb-handle-painter.h"

struct _VbChartHandle
{
  GtkWidget parent_instance;

  VbHandle handle; /* its name belongs to the drawing: not used after set_drawing() */
};

enum
{
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VbChartHandle, vb_chart_handle, GTK_TYPE_WIDGET)

double
vb_handle_round (const VbHandle *handle, double value)
{
  if (handle->step > 0)
    value = round (value / handle->step) * handle->step;
  return CLAMP (value, handle->lower, handle->upper);
}

static void
move_to (VbChartHandle *self, double value)
{
  value = vb_handle_round (&self->handle, value);
  if (fabs (value - self->handle.value) > self->handle.step * 1e-6)
    g_signal_emit (self, signals[MOVED], 0, value);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static gboolean
step_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  VbChartHandle *self = VB_CHART_HANDLE (widget);

  move_to (self, self->handle.value + g_variant_get_int32 (args) * self->handle.step);
  return TRUE;
}

static gboolean
page_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  VbChartHandle *self = VB_CHART_HANDLE (widget);

  move_to (self, self->handle.value + g_variant_get_int32 (args) * self->handle.page);
  return TRUE;
}

static gboolean
end_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  VbChartHandle *self = VB_CHART_HANDLE (widget);

  move_to (self, g_variant_get_int32 (args) < 0 ? self->handle.lower : self->handle.upper);
  return TRUE;
}

static void
vb_chart_handle_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VbPaintStyle style;
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (!gtk_widget_has_visible_focus (widget))
    return;
  style = vb_chart_style_get (widget);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_arc (cr, width / 2, height / 2, VB_HANDLE_SIZE / 2 + 4, 0, 2 * G_PI);
  cairo_set_line_width (cr, 2);
  vb_paint_set_style_color (cr, &style, VB_COLOR_FOCUS);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* The focus ring comes and goes with the focus and with its being visible. */
static void
vb_chart_handle_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  gtk_widget_queue_draw (widget);
}

static void
vb_chart_handle_class_init (VbChartHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    GtkShortcutFunc callback;
    int amount;
  } bindings[] = {
    { GDK_KEY_Left, 0, step_cb, -1 },
    { GDK_KEY_Down, 0, step_cb, -1 },
    { GDK_KEY_Right, 0, step_cb, 1 },
    { GDK_KEY_Up, 0, step_cb, 1 },
    { GDK_KEY_KP_Left, 0, step_cb, -1 },
    { GDK_KEY_KP_Down, 0, step_cb, -1 },
    { GDK_KEY_KP_Right, 0, step_cb, 1 },
    { GDK_KEY_KP_Up, 0, step_cb, 1 },
    { GDK_KEY_Left, GDK_SHIFT_MASK, step_cb, -5 },
    { GDK_KEY_Down, GDK_SHIFT_MASK, step_cb, -5 },
    { GDK_KEY_Right, GDK_SHIFT_MASK, step_cb, 5 },
    { GDK_KEY_Up, GDK_SHIFT_MASK, step_cb, 5 },
    { GDK_KEY_Page_Down, 0, page_cb, -1 },
    { GDK_KEY_Page_Up, 0, page_cb, 1 },
    { GDK_KEY_Home, 0, end_cb, -1 },
    { GDK_KEY_End, 0, end_cb, 1 },
  };

  widget_class->snapshot = vb_chart_handle_snapshot;
  widget_class->state_flags_changed = vb_chart_handle_state_flags_changed;
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding (widget_class, bindings[i].key, bindings[i].modifiers,
                                  bindings[i].callback, "i", bindings[i].amount);

  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);

  gtk_widget_class_set_css_name (widget_class, "charthandle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
vb_chart_handle_init (VbChartHandle *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "ew-resize");
}

VbChartHandle *
vb_chart_handle_new (void)
{
  return g_object_new (VB_TYPE_CHART_HANDLE, NULL);
}

void
vb_chart_handle_set_drawing (VbChartHandle *self, VbDrawing *drawing)
{
  g_autofree char *text = NULL;

  g_return_if_fail (VB_IS_CHART_HANDLE (self));

  if (!vb_drawing_get_handle (drawing, &self->handle))
    g_return_if_reached ();

  text = vb_drawing_dup_handle_text (drawing, self->handle.value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->handle.name, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                  self->handle.lower, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  self->handle.upper, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  self->handle.value, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}
