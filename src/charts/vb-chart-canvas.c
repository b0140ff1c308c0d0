/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-chart-canvas-private.h"

#include <math.h>

#include "vb-chart-style.h"
#include "vb-handle-painter.h"

typedef enum
{
  PROP_DRAWING = 1,
  PROP_READOUT,
  N_PROPS,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} VbChartCanvasProperty;

/* What can be taken hold of is larger than what is drawn. */
#define HANDLE_EXTENT 36
/* The padding that the style sheet gives a chart: the focus ring runs there, clear of the words. */
#define FOCUS_ROOM 6

G_DEFINE_FINAL_TYPE_WITH_CODE (VbChartCanvas,
                               vb_chart_canvas,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static GParamSpec *properties[N_PROPS];
static guint signals[VB_CANVAS_N_SIGNALS];

void
_vb_chart_canvas_emit (VbChartCanvas *self, VbCanvasSignal signal, ...)
{
  va_list args;

  va_start (args, signal);
  g_signal_emit_valist (self, signals[signal], 0, args);
  va_end (args);
}

VbFrame
_vb_chart_canvas_get_frame (VbChartCanvas *self, const VbPaintStyle *style)
{
  return (VbFrame){ style, self->size[GTK_ORIENTATION_HORIZONTAL],
                    self->size[GTK_ORIENTATION_VERTICAL] };
}

double
_vb_chart_canvas_get_offset (VbChartCanvas *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? round (gtk_adjustment_get_value (adjustment)) : 0;
}

/* ---- words ---- */

static void
update_words (VbChartCanvas *self)
{
  g_autofree char *readout = NULL;
  g_autofree char *description = NULL;

  if (self->drawing != NULL && self->has_cursor)
    readout = vb_drawing_dup_readout (self->drawing, self->column, self->row);
  else
    readout = g_strdup ("");

  /* A screen reader is told of a changed description: with a cursor it is the point's. */
  if (self->drawing != NULL && !self->has_cursor)
    description = vb_drawing_dup_description (self->drawing);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->drawing != NULL ? vb_drawing_get_title (self->drawing) : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : readout, -1);

  if (g_strcmp0 (readout, self->readout) != 0)
    {
      g_free (self->readout);
      self->readout = g_steal_pointer (&readout);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READOUT]);
    }
}

/* ---- cursor ---- */

void
_vb_chart_canvas_clear_cursor (VbChartCanvas *self)
{
  if (!self->has_cursor)
    return;
  self->has_cursor = FALSE;
  update_words (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Scrolls so that the cursor is seen beside headers that stick to the edges. */
static void
scroll_to_cursor (VbChartCanvas *self)
{
  VbPaintStyle style = vb_chart_style_get (GTK_WIDGET (self));
  VbFrame frame = _vb_chart_canvas_get_frame (self, &style);
  cairo_rectangle_t first, area;

  if (!vb_drawing_locate (self->drawing, &frame, 0, 0, &first)
      || !vb_drawing_locate (self->drawing, &frame, self->column, self->row, &area))
    return;
  if (self->adjustments[GTK_ORIENTATION_HORIZONTAL] != NULL)
    gtk_adjustment_clamp_page (self->adjustments[GTK_ORIENTATION_HORIZONTAL], area.x - first.x,
                               area.x + area.width);
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_clamp_page (self->adjustments[GTK_ORIENTATION_VERTICAL], area.y - first.y,
                               area.y + area.height);
}

void
_vb_chart_canvas_move_cursor (VbChartCanvas *self, guint column, guint row, gboolean hovers)
{
  if (self->has_cursor && self->column == column && self->row == row)
    return;
  self->has_cursor = TRUE;
  self->hovers = hovers;
  self->column = column;
  self->row = row;
  if (!hovers)
    scroll_to_cursor (self);
  update_words (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- size and scrolling ---- */

/* A frame asks several times for the size of hundreds of rows. */
static VbDrawingSize
get_drawing_size (VbChartCanvas *self, const VbPaintStyle *style)
{
  VbPaintStyle *then = &self->measured_style;

  if (self->drawing == NULL)
    return (VbDrawingSize){ 0 };
  if (then->font_size != style->font_size || then->text_scale != style->text_scale
      || g_strcmp0 (then->font_family, style->font_family) != 0)
    {
      vb_drawing_measure (self->drawing, style, &self->measured);
      *then = *style;
    }
  return self->measured;
}

static void
vb_chart_canvas_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  VbChartCanvas *self = VB_CHART_CANVAS (widget);
  VbPaintStyle style = vb_chart_style_get (widget);
  VbDrawingSize size = get_drawing_size (self, &style);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) ceil (size.min_width);
      *natural = (int) ceil (MAX (size.natural_width, size.min_width));
    }
  else
    {
      *minimum = (int) ceil (size.min_height);
      *natural = (int) ceil (MAX (size.natural_height, size.min_height));
    }
}

static void
allocate_handle (VbChartCanvas *self)
{
  VbPaintStyle style = vb_chart_style_get (GTK_WIDGET (self));
  VbFrame frame = _vb_chart_canvas_get_frame (self, &style);
  GtkAllocation allocation = { 0, 0, HANDLE_EXTENT, HANDLE_EXTENT };
  double x, y;

  if (!gtk_widget_should_layout (GTK_WIDGET (self->handle)))
    return;
  if (vb_drawing_locate_handle (self->drawing, &frame, &x, &y))
    {
      x -= _vb_chart_canvas_get_offset (self, GTK_ORIENTATION_HORIZONTAL);
      y -= _vb_chart_canvas_get_offset (self, GTK_ORIENTATION_VERTICAL);
      allocation.x = (int) round (x) - HANDLE_EXTENT / 2;
      allocation.y = (int) round (y) - HANDLE_EXTENT / 2;
    }
  gtk_widget_size_allocate (GTK_WIDGET (self->handle), &allocation, -1);
}

static void
vb_chart_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VbChartCanvas *self = VB_CHART_CANVAS (widget);
  VbPaintStyle style = vb_chart_style_get (widget);
  VbDrawingSize size = get_drawing_size (self, &style);
  double given[2] = { width, height };

  self->size[GTK_ORIENTATION_HORIZONTAL] = MAX (width, ceil (size.min_width));
  self->size[GTK_ORIENTATION_VERTICAL] = MAX (height, ceil (size.min_height));

  for (guint i = 0; i < 2; i++)
    if (self->adjustments[i] != NULL)
      gtk_adjustment_configure (
          self->adjustments[i],
          CLAMP (gtk_adjustment_get_value (self->adjustments[i]), 0, self->size[i] - given[i]), 0,
          self->size[i], given[i] * 0.1, given[i] * 0.9, given[i]);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  allocate_handle (self);
}

static void
adjustment_value_changed_cb (VbChartCanvas *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (VbChartCanvas *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (adjustment == *place && adjustment != NULL)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, adjustment_value_changed_cb, self);
  g_clear_object (place);
  if (adjustment != NULL)
    {
      *place = g_object_ref_sink (adjustment);
      g_signal_connect_swapped (adjustment, "value-changed",
                                G_CALLBACK (adjustment_value_changed_cb), self);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* ---- picture ---- */

static GskRenderNode *
make_node (VbChartCanvas *self, const VbFrame *frame, const cairo_rectangle_t *visible)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) visible->width, (float) visible->height));

  cairo_translate (cr, -visible->x, -visible->y);
  vb_drawing_draw (self->drawing, cr, frame, visible);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
draw_over (VbChartCanvas *self,
           GtkSnapshot *snapshot,
           const VbFrame *frame,
           const cairo_rectangle_t *visible)
{
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot,
      &GRAPHENE_RECT_INIT (-FOCUS_ROOM, -FOCUS_ROOM, (float) visible->width + 2 * FOCUS_ROOM,
                           (float) visible->height + 2 * FOCUS_ROOM));

  if (self->has_cursor)
    {
      cairo_save (cr);
      cairo_translate (cr, -visible->x, -visible->y);
      vb_drawing_draw_cursor (self->drawing, cr, frame, self->column, self->row);
      cairo_restore (cr);
    }
  if (gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    vb_handle_painter_draw_box (cr, frame->style,
                                &(cairo_rectangle_t){ 1 - FOCUS_ROOM, 1 - FOCUS_ROOM,
                                                      visible->width + 2 * FOCUS_ROOM - 2,
                                                      visible->height + 2 * FOCUS_ROOM - 2 });
  cairo_destroy (cr);
}

static void
vb_chart_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VbChartCanvas *self = VB_CHART_CANVAS (widget);
  VbPaintStyle style = vb_chart_style_get (widget);
  VbFrame frame = _vb_chart_canvas_get_frame (self, &style);
  cairo_rectangle_t visible = {
    _vb_chart_canvas_get_offset (self, GTK_ORIENTATION_HORIZONTAL),
    _vb_chart_canvas_get_offset (self, GTK_ORIENTATION_VERTICAL),
    gtk_widget_get_width (widget),
    gtk_widget_get_height (widget),
  };

  if (self->drawing == NULL || !(visible.width > 0) || !(visible.height > 0))
    return;

  if (self->node == NULL)
    self->node = make_node (self, &frame, &visible);
  /* A drawing of nothing has no node. */
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  if (self->has_cursor || gtk_widget_has_visible_focus (widget))
    draw_over (self, snapshot, &frame, &visible);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->handle), snapshot);
}

/* The focus ring comes and goes with the focus and with its being visible. */
static void
vb_chart_canvas_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  gtk_widget_queue_draw (widget);
}

static void
vb_chart_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  VbChartCanvas *self = VB_CHART_CANVAS (widget);

  GTK_WIDGET_CLASS (vb_chart_canvas_parent_class)->css_changed (widget, change);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_resize (widget);
}

static void
vb_chart_canvas_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  VbChartCanvas *self = VB_CHART_CANVAS (widget);

  GTK_WIDGET_CLASS (vb_chart_canvas_parent_class)->system_setting_changed (widget, setting);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_resize (widget);
}

/* ---- object ---- */

static void
vb_chart_canvas_dispose (GObject *object)
{
  VbChartCanvas *self = VB_CHART_CANVAS (object);

  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  if (self->handle != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->handle)));
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_object (&self->drawing);

  G_OBJECT_CLASS (vb_chart_canvas_parent_class)->dispose (object);
}

static void
vb_chart_canvas_finalize (GObject *object)
{
  VbChartCanvas *self = VB_CHART_CANVAS (object);

  g_free (self->readout);

  G_OBJECT_CLASS (vb_chart_canvas_parent_class)->finalize (object);
}

static void
vb_chart_canvas_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbChartCanvas *self = VB_CHART_CANVAS (object);

  switch ((VbChartCanvasProperty) prop_id)
    {
    case PROP_DRAWING:
      g_value_set_object (value, self->drawing);
      break;
    case PROP_READOUT:
      g_value_set_string (value, self->readout);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->scroll_policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->scroll_policies[GTK_ORIENTATION_VERTICAL]);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_scroll_policy (VbChartCanvas *self,
                   GtkOrientation orientation,
                   GtkScrollablePolicy policy,
                   GParamSpec *pspec)
{
  if (self->scroll_policies[orientation] == policy)
    return;
  self->scroll_policies[orientation] = policy;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
vb_chart_canvas_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  VbChartCanvas *self = VB_CHART_CANVAS (object);

  switch ((VbChartCanvasProperty) prop_id)
    {
    case PROP_DRAWING:
      vb_chart_canvas_set_drawing (self, g_value_get_object (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      set_scroll_policy (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_enum (value), pspec);
      break;
    case PROP_VSCROLL_POLICY:
      set_scroll_policy (self, GTK_ORIENTATION_VERTICAL, g_value_get_enum (value), pspec);
      break;
    case PROP_READOUT:
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_chart_canvas_class_init (VbChartCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vb_chart_canvas_dispose;
  object_class->finalize = vb_chart_canvas_finalize;
  object_class->get_property = vb_chart_canvas_get_property;
  object_class->set_property = vb_chart_canvas_set_property;

  widget_class->measure = vb_chart_canvas_measure;
  widget_class->size_allocate = vb_chart_canvas_size_allocate;
  widget_class->snapshot = vb_chart_canvas_snapshot;
  widget_class->css_changed = vb_chart_canvas_css_changed;
  widget_class->state_flags_changed = vb_chart_canvas_state_flags_changed;
  widget_class->system_setting_changed = vb_chart_canvas_system_setting_changed;

  properties[PROP_DRAWING] =
      g_param_spec_object ("drawing", NULL, NULL, VB_TYPE_DRAWING,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_READOUT] =
      g_param_spec_string ("readout", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[VB_CANVAS_CELL_ACTIVATED] =
      g_signal_new ("cell-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[VB_CANVAS_POINT_DRAG_BEGIN] =
      g_signal_new ("point-drag-begin", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
  signals[VB_CANVAS_POINT_DRAGGED] =
      g_signal_new ("point-dragged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[VB_CANVAS_POINT_DRAG_END] =
      g_signal_new ("point-drag-end", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  _vb_chart_canvas_class_init_input (widget_class);
}

static void
vb_chart_canvas_init (VbChartCanvas *self)
{
  self->readout = g_strdup ("");
  self->handle = vb_chart_handle_new ();
  gtk_widget_set_visible (GTK_WIDGET (self->handle), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->handle), GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  _vb_chart_canvas_init_input (self);
}

VbChartCanvas *
vb_chart_canvas_new (void)
{
  return g_object_new (VB_TYPE_CHART_CANVAS, NULL);
}

VbDrawing *
vb_chart_canvas_get_drawing (VbChartCanvas *self)
{
  g_return_val_if_fail (VB_IS_CHART_CANVAS (self), NULL);

  return self->drawing;
}

void
vb_chart_canvas_set_drawing (VbChartCanvas *self, VbDrawing *drawing)
{
  VbHandle handle;
  gboolean has_handle;
  guint columns = 0, rows = 0;

  g_return_if_fail (VB_IS_CHART_CANVAS (self));
  g_return_if_fail (drawing == NULL || VB_IS_DRAWING (drawing));

  if (!g_set_object (&self->drawing, drawing))
    return;
  g_clear_pointer (&self->node, gsk_render_node_unref);
  self->measured_style.font_size = 0;

  has_handle = drawing != NULL && vb_drawing_get_handle (drawing, &handle);
  if (has_handle)
    vb_chart_handle_set_drawing (self->handle, drawing);
  gtk_widget_set_visible (GTK_WIDGET (self->handle), has_handle);

  if (drawing != NULL)
    vb_drawing_get_stops (drawing, &columns, &rows);
  gtk_widget_set_focusable (GTK_WIDGET (self), columns > 0 && rows > 0);
  if (self->column >= columns || self->row >= rows)
    self->has_cursor = FALSE;
  update_words (self);

  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAWING]);
}

const char *
vb_chart_canvas_get_readout (VbChartCanvas *self)
{
  g_return_val_if_fail (VB_IS_CHART_CANVAS (self), NULL);

  return self->readout;
}

gboolean
vb_chart_canvas_get_cursor (VbChartCanvas *self, guint *column, guint *row)
{
  g_return_val_if_fail (VB_IS_CHART_CANVAS (self), FALSE);

  *column = self->column;
  *row = self->row;
  return self->has_cursor;
}

void
vb_chart_canvas_set_cursor (VbChartCanvas *self, guint column, guint row)
{
  guint columns = 0, rows = 0;

  g_return_if_fail (VB_IS_CHART_CANVAS (self));

  if (self->drawing != NULL)
    vb_drawing_get_stops (self->drawing, &columns, &rows);
  g_return_if_fail (column < columns && row < rows);

  _vb_chart_canvas_move_cursor (self, column, row, FALSE);
}
