/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How pointer and keyboard move the cursor and the handle of a chart. */
#include "vb-chart-canvas-private.h"

#include <math.h>

#include "vb-chart-style.h"

#define PAGE_STOPS 12

static void
get_stops (VbChartCanvas *self, guint *columns, guint *rows)
{
  *columns = *rows = 0;
  if (self->drawing != NULL)
    vb_drawing_get_stops (self->drawing, columns, rows);
}

/* A course is read from its newest point, a map from its first cell. */
static void
start_cursor (VbChartCanvas *self)
{
  guint columns, rows;

  get_stops (self, &columns, &rows);
  if (columns > 0 && rows > 0)
    _vb_chart_canvas_move_cursor (self, rows == 1 ? columns - 1 : 0, 0, FALSE);
}

/* ---- keyboard ---- */

/* By (columns, rows), kept inside. */
static gboolean
move_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  VbChartCanvas *self = VB_CHART_CANVAS (widget);
  guint columns, rows;
  int dx, dy;

  get_stops (self, &columns, &rows);
  if (columns == 0 || rows == 0)
    return FALSE;
  if (!self->has_cursor)
    {
      start_cursor (self);
      return TRUE;
    }

  g_variant_get (args, "(ii)", &dx, &dy);
  /* In a single row or column both pairs of arrows lead along it: how it lies on the screen depends
   * on the width. */
  if (rows == 1 && dx == 0)
    dx = dy;
  else if (columns == 1 && dy == 0)
    dy = dx;
  _vb_chart_canvas_move_cursor (self, (guint) CLAMP ((int) self->column + dx, 0, (int) columns - 1),
                                (guint) CLAMP ((int) self->row + dy, 0, (int) rows - 1), FALSE);
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  VbChartCanvas *self = VB_CHART_CANVAS (widget);

  if (!self->has_cursor)
    return FALSE;
  _vb_chart_canvas_emit (self, VB_CANVAS_CELL_ACTIVATED, self->column, self->row);
  return TRUE;
}

static gboolean
dismiss_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  VbChartCanvas *self = VB_CHART_CANVAS (widget);

  if (!self->has_cursor)
    return FALSE;
  _vb_chart_canvas_clear_cursor (self);
  return TRUE;
}

static void
focus_entered_cb (VbChartCanvas *self, GtkEventControllerFocus *controller)
{
  if (!self->has_cursor && gtk_event_controller_focus_is_focus (controller)
      && gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    start_cursor (self);
}

static void
focus_left_cb (VbChartCanvas *self, GtkEventControllerFocus *controller)
{
  _vb_chart_canvas_clear_cursor (self);
}

/* ---- pointer ---- */

static gboolean
pick (VbChartCanvas *self, double x, double y, guint *column, guint *row)
{
  VbPaintStyle style = vb_chart_style_get (GTK_WIDGET (self));
  VbFrame frame = _vb_chart_canvas_get_frame (self, &style);
  double left = _vb_chart_canvas_get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  double top = _vb_chart_canvas_get_offset (self, GTK_ORIENTATION_VERTICAL);
  cairo_rectangle_t first;

  if (self->drawing == NULL)
    return FALSE;
  /* Cells that have scrolled under a header are not seen. */
  if ((left > 0 || top > 0) && vb_drawing_locate (self->drawing, &frame, 0, 0, &first)
      && (x < first.x || y < first.y))
    return FALSE;
  return vb_drawing_pick (self->drawing, &frame, x + left, y + top, column, row);
}

static void
pointer_moved_cb (VbChartCanvas *self, double x, double y)
{
  guint column, row;

  /* GTK repeats the pointer's place after every change of layout, such as a new readout; a pointer
   * at rest must not take the cursor back from the keyboard. */
  if (fabs (x - self->pointer_x) < 0.5 && fabs (y - self->pointer_y) < 0.5)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  if (self->drags)
    return;

  if (pick (self, x, y, &column, &row))
    _vb_chart_canvas_move_cursor (self, column, row, TRUE);
  else if (self->hovers)
    _vb_chart_canvas_clear_cursor (self);
}

static void
pointer_left_cb (VbChartCanvas *self)
{
  self->pointer_x = self->pointer_y = -1;
  if (self->hovers)
    _vb_chart_canvas_clear_cursor (self);
}

static void
released_cb (VbChartCanvas *self, int n_press, double x, double y, GtkGesture *gesture)
{
  guint column, row;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!pick (self, x, y, &column, &row))
    return;
  _vb_chart_canvas_move_cursor (self, column, row, FALSE);
  _vb_chart_canvas_emit (self, VB_CANVAS_CELL_ACTIVATED, column, row);
}

/* ---- handle ---- */

/* The drag is heard by the canvas and not by the handle, which moves under the pointer. */
static void
drag_began_cb (VbChartCanvas *self, double x, double y, GtkGesture *gesture)
{
  graphene_rect_t bounds;
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->handle))
      || !gtk_widget_compute_bounds (GTK_WIDGET (self->handle), GTK_WIDGET (self), &bounds)
      || !graphene_rect_contains_point (&bounds, &point))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self->handle));
  _vb_chart_canvas_clear_cursor (self);
  self->drag_offset = bounds.origin.x + bounds.size.width / 2 - x;
  self->dragged_to = NAN;
  self->drags = TRUE;
  _vb_chart_canvas_emit (self, VB_CANVAS_POINT_DRAG_BEGIN);
}

static void
drag_updated_cb (VbChartCanvas *self, double offset_x, double offset_y, GtkGestureDrag *gesture)
{
  VbPaintStyle style = vb_chart_style_get (GTK_WIDGET (self));
  VbFrame frame = _vb_chart_canvas_get_frame (self, &style);
  VbHandle handle;
  double x, y, value;

  if (self->drawing == NULL || !vb_drawing_get_handle (self->drawing, &handle)
      || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  x +=
      offset_x + self->drag_offset + _vb_chart_canvas_get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  value = vb_handle_round (&handle, vb_drawing_get_handle_value_at (self->drawing, &frame, x));
  if (fabs (value - handle.value) < handle.step * 1e-6
      || fabs (value - self->dragged_to) < handle.step * 1e-6)
    return;
  self->dragged_to = value;
  _vb_chart_canvas_emit (self, VB_CANVAS_POINT_DRAGGED, value);
}

static void
drag_ended_cb (VbChartCanvas *self, double offset_x, double offset_y, GtkGesture *gesture)
{
  GdkEventSequence *sequence =
      gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture));

  self->drags = FALSE;
  if (gtk_gesture_get_sequence_state (gesture, sequence) == GTK_EVENT_SEQUENCE_CLAIMED)
    _vb_chart_canvas_emit (self, VB_CANVAS_POINT_DRAG_END);
}

/* A key is a whole drag, so that a page has one way to follow both. */
static void
handle_moved_cb (VbChartCanvas *self, double value)
{
  _vb_chart_canvas_emit (self, VB_CANVAS_POINT_DRAG_BEGIN);
  _vb_chart_canvas_emit (self, VB_CANVAS_POINT_DRAGGED, value);
  _vb_chart_canvas_emit (self, VB_CANVAS_POINT_DRAG_END);
}

void
_vb_chart_canvas_class_init_input (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    guint keypad;
    GdkModifierType modifiers;
    int dx;
    int dy;
  } moves[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, 0, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 0, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, 0, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 0, 1 },
    { GDK_KEY_Home, GDK_KEY_KP_Home, 0, -G_MAXINT16, 0 },
    { GDK_KEY_End, GDK_KEY_KP_End, 0, G_MAXINT16, 0 },
    { GDK_KEY_Home, GDK_KEY_KP_Home, GDK_CONTROL_MASK, -G_MAXINT16, -G_MAXINT16 },
    { GDK_KEY_End, GDK_KEY_KP_End, GDK_CONTROL_MASK, G_MAXINT16, G_MAXINT16 },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, 0, -PAGE_STOPS },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, 0, PAGE_STOPS },
  };
  static const guint activate_keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter,
                                         GDK_KEY_space, GDK_KEY_KP_Space };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      gtk_widget_class_add_binding (widget_class, moves[i].key, moves[i].modifiers, move_cb, "(ii)",
                                    moves[i].dx, moves[i].dy);
      gtk_widget_class_add_binding (widget_class, moves[i].keypad, moves[i].modifiers, move_cb,
                                    "(ii)", moves[i].dx, moves[i].dy);
    }
  for (guint i = 0; i < G_N_ELEMENTS (activate_keys); i++)
    gtk_widget_class_add_binding (widget_class, activate_keys[i], 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, dismiss_cb, NULL);
}

void
_vb_chart_canvas_init_input (VbChartCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->pointer_x = self->pointer_y = -1;
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  gtk_widget_add_controller (widget, motion);

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (widget, focus);

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_began_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_updated_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (self->handle, "moved", G_CALLBACK (handle_moved_cb), self);
}
