/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-target-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-bar-painter.h"
#include "vb-key-painter.h"
#include "vb-line-painter.h"
#include "vb-number.h"
#include "vb-rule-painter.h"
#include "vb-scale.h"
#include "vb-words.h"

#define KEY_GAP 8.0
#define GAP 8.0
#define SPACING 22.0
#define POINT_ROOM 8.0
#define ROW_LINES 1.35
#define HEADING_LINES 1.5
/* Rows further apart than so are no longer compared. */
#define MAX_SCALE 1.2
/* Room for the bars, and for the stems of the risks, beside their figures: with less, the risks go
 * under the beds. */
#define MIN_AXIS_LINES 2.2
/* The scale of risks reaches at least so far, or next to nothing would look like much. */
#define LEAST_RISK 0.1

typedef struct
{
  guint unit;
  double target;
  double beds;
  double whole;
  double gap;
  double risk;
  double risk_shared;
  gboolean in_force;
  char *target_label; /* "90 %" */
  char *beds_label;   /* "26.1 + 0.9" */
  char *gap_label;    /* "+0.9" */
  char *risk_label;   /* "25 %" */
} Row;

typedef struct
{
  char *name;
  char *detail; /* "mean 23.5 patients, 27 beds, target 90 %" */
  char *brief;  /* "27 beds, target 90 %", for where there is little room */
  double available;
  double most; /* beds, needed or available */
} Unit;

struct _VbTargetRows
{
  VbItemDrawing parent_instance;

  GArray *units; /* Unit */
  GArray *rows;  /* Row, unit by unit */
  gboolean any_shared;
  gboolean any_whole;
  double highest_risk;
};

G_DEFINE_FINAL_TYPE (VbTargetRows, vb_target_rows, VB_TYPE_ITEM_DRAWING)

#define get_unit(self, i) (&g_array_index ((self)->units, Unit, (i)))
#define get_row(self, i) (&g_array_index ((self)->rows, Row, (i)))

static void
clear_unit (gpointer data)
{
  g_free (((Unit *) data)->name);
  g_free (((Unit *) data)->detail);
  g_free (((Unit *) data)->brief);
}

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->target_label);
  g_free (row->beds_label);
  g_free (row->gap_label);
  g_free (row->risk_label);
}

static double
draw_key (VbTargetRows *self, cairo_t *cr, const VbPaintStyle *style, VbText *text, double width)
{
  const VbKeyEntry entries[] = {
    { VB_KEY_BOX, VB_ROLE_NEED, VB_HATCH_STRIPES, _ ("beds needed") },
    { VB_KEY_BOX, VB_ROLE_NEED, VB_HATCH_DOTS, _ ("more for whole beds in each unit") },
    { VB_KEY_LINE, VB_ROLE_AVAILABLE, VB_HATCH_NONE, _ ("available beds") },
    { VB_KEY_POINT, VB_ROLE_SHORTAGE, VB_HATCH_NONE, _ ("risk that a patient is without a bed") },
    { VB_KEY_POINT, VB_ROLE_TARGET, VB_HATCH_NONE, _ ("the same, if all beds were shared") },
  };
  VbKeyEntry shown[G_N_ELEMENTS (entries)];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if ((self->any_whole || entries[i].hatch != VB_HATCH_DOTS)
        && (self->any_shared || entries[i].role != VB_ROLE_TARGET))
      shown[n++] = entries[i];
  return vb_key_painter_draw (cr, style, text, shown, n, width) + KEY_GAP;
}

/* ---- layout ---------------------------------------------------------------------------------- */

typedef struct
{
  gboolean stacked; /* the risk under the beds */
  double line;
  double top;
  double unit_lines; /* of the whole, in lines of letters */
  double scale;      /* how much more room a line gets than it needs */
  double target_width;
  double beds_width; /* of their labels */
  double gap_width;
  double risk_width;
  double beds_left, beds_right;
  double risk_left, risk_right;
} Layout;

static void
measure_labels (VbTargetRows *self, Layout *layout, VbText *text)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = get_row (self, i);

      layout->target_width = MAX (layout->target_width,
                                  vb_text_get_width (text, VB_TEXT_SMALL_BOLD, row->target_label));
      layout->beds_width =
          MAX (layout->beds_width, vb_text_get_width (text, VB_TEXT_SMALL_BOLD, row->beds_label));
      layout->gap_width =
          MAX (layout->gap_width, vb_text_get_width (text, VB_TEXT_SMALL, row->gap_label));
      layout->risk_width =
          MAX (layout->risk_width, vb_text_get_width (text, VB_TEXT_SMALL_BOLD, row->risk_label));
    }
}

static void
init_layout (VbTargetRows *self,
             Layout *layout,
             const VbPaintStyle *style,
             VbText *text,
             double width,
             double height)
{
  double left, figures, axes;

  *layout = (Layout){ .line = vb_text_get_line_height (text, VB_TEXT_SMALL) };
  measure_labels (self, layout, text);
  layout->top = draw_key (self, NULL, style, text, width);

  left = layout->target_width + GAP;
  figures = layout->beds_width + layout->gap_width + 2 * GAP;
  axes = width - left - figures - SPACING - layout->risk_width - GAP - 2 * POINT_ROOM;
  layout->stacked = axes < 2 * MIN_AXIS_LINES * layout->line;
  layout->beds_left = left;
  if (layout->stacked)
    {
      layout->beds_right = MAX (width - figures, left + 1);
      layout->risk_left = left;
      layout->risk_right = MAX (width - layout->risk_width - GAP - POINT_ROOM, left + 1);
    }
  else
    {
      layout->beds_right = left + axes * 0.5;
      layout->risk_left = layout->beds_right + figures + SPACING;
      layout->risk_right = width - layout->risk_width - GAP - POINT_ROOM;
    }
  layout->unit_lines =
      self->units->len * HEADING_LINES + self->rows->len * ROW_LINES * (layout->stacked ? 2 : 1);
  layout->scale =
      height > 0 ? (height - layout->top) / MAX (layout->unit_lines * layout->line, 1) : 1;
  layout->scale = MIN (layout->scale, MAX_SCALE);
}

/* Upper edge of a row, and of the heading over the first row of a unit. */
static double
get_top (const VbTargetRows *self, const Layout *layout, guint index)
{
  double lines = (get_row (self, index)->unit + 1) * HEADING_LINES
                 + index * ROW_LINES * (layout->stacked ? 2 : 1);

  return layout->top + lines * layout->line * layout->scale;
}

static double
get_row_height (const Layout *layout)
{
  return ROW_LINES * (layout->stacked ? 2 : 1) * layout->line * layout->scale;
}

static void
vb_target_rows_measure (VbDrawing *drawing, const VbPaintStyle *style, VbDrawingSize *size)
{
  VbTargetRows *self = VB_TARGET_ROWS (drawing);
  g_autoptr (VbText) text = vb_text_new (style);
  Layout layout;
  double height;

  init_layout (self, &layout, style, text, 300, 0);
  height = layout.top + MAX (layout.unit_lines, 4) * layout.line;
  *size = (VbDrawingSize){
    .min_width = 200, .min_height = height, .natural_width = 560, .natural_height = height
  };
}

static void
vb_target_rows_locate_items (VbItemDrawing *drawing,
                             const VbFrame *frame,
                             VbText *text,
                             cairo_rectangle_t *boxes)
{
  VbTargetRows *self = VB_TARGET_ROWS (drawing);
  Layout layout;

  init_layout (self, &layout, frame->style, text, frame->width, frame->height);
  for (guint i = 0; i < self->rows->len; i++)
    boxes[i] = (cairo_rectangle_t){ 1, get_top (self, &layout, i) + 1, frame->width - 2,
                                    get_row_height (&layout) - 2 };
}

/* ---- picture --------------------------------------------------------------------------------- */

static void
draw_heading (VbTargetRows *self,
              cairo_t *cr,
              const VbFrame *frame,
              VbText *text,
              const Layout *layout,
              guint index)
{
  const Unit *unit = get_unit (self, get_row (self, index)->unit);
  double bottom = get_top (self, layout, index) - 2;
  double width = vb_text_get_width (text, VB_TEXT_SMALL_BOLD, unit->name);
  double room = frame->width - width - GAP;
  const char *detail =
      vb_text_get_width (text, VB_TEXT_SMALL, unit->detail) <= room ? unit->detail : unit->brief;

  vb_paint_set_style_color (cr, frame->style, VB_COLOR_INK);
  vb_text_draw_elided (text, cr, VB_TEXT_SMALL_BOLD, unit->name, 0, bottom, 0, 1, frame->width);
  vb_paint_set_style_color (cr, frame->style, VB_COLOR_DIM);
  if (room > 3 * layout->line)
    vb_text_draw_elided (text, cr, VB_TEXT_SMALL, detail, width + GAP, bottom, 0, 1, room);
}

static void
draw_beds (VbTargetRows *self,
           cairo_t *cr,
           const VbPaintStyle *style,
           VbText *text,
           const Layout *layout,
           const Row *row,
           double y,
           double height)
{
  const Unit *unit = get_unit (self, row->unit);
  VbScale scale = { 0, MAX (unit->most, 1e-6), layout->beds_left, layout->beds_right };
  double right = layout->beds_right + GAP + layout->beds_width;
  gboolean even = !(fabs (row->gap) > 0);
  double end = vb_scale_map (&scale, row->beds);

  if (isfinite (row->beds) && row->beds > 0)
    vb_bar_painter_draw_box (cr, style, VB_ROLE_NEED, VB_HATCH_STRIPES,
                             &(cairo_rectangle_t){ layout->beds_left, y - height / 2,
                                                   MAX (end - layout->beds_left, 1), height });
  if (row->whole > 0)
    vb_bar_painter_draw_box (
        cr, style, VB_ROLE_NEED, VB_HATCH_DOTS,
        &(cairo_rectangle_t){ end, y - height / 2,
                              MAX (vb_scale_map (&scale, row->beds + row->whole) - end, 1),
                              height });
  vb_paint_set_color (cr, vb_palette_get_role_text (style->scheme, VB_ROLE_NEED));
  vb_text_draw (text, cr, VB_TEXT_SMALL_BOLD, row->beds_label, right, y, 1, 0.5);
  if (even)
    vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
  else
    vb_paint_set_color (cr, vb_palette_get_role_text (
                                style->scheme, row->gap < 0 ? VB_ROLE_SHORTAGE : VB_ROLE_SURPLUS));
  vb_text_draw (text, cr, VB_TEXT_SMALL, row->gap_label, right + GAP + layout->gap_width, y, 1,
                0.5);
}

/* A ward shares with nobody. */
static gboolean
is_shared (const Row *row)
{
  return isfinite (row->risk_shared) && fabs (row->risk_shared - row->risk) > 1e-6;
}

static void
draw_risk (VbTargetRows *self,
           cairo_t *cr,
           const VbPaintStyle *style,
           VbText *text,
           const Layout *layout,
           const Row *row,
           double y)
{
  VbScale scale = { 0, MAX (self->highest_risk, LEAST_RISK), layout->risk_left,
                    layout->risk_right };
  double x = isfinite (row->risk) ? vb_scale_map (&scale, row->risk) : layout->risk_left;

  if (isfinite (row->risk))
    {
      vb_rule_painter_draw_grid_line (cr, style, layout->risk_left, layout->risk_right, y);
      vb_bar_painter_draw_lollipop (cr, style, VB_ROLE_SHORTAGE, layout->risk_left, x, y);
    }
  if (is_shared (row))
    {
      VbPoint shared = { vb_scale_map (&scale, row->risk_shared), y };

      vb_line_painter_draw_scattered (cr, style, VB_ROLE_TARGET, &shared, 1);
    }
  vb_paint_set_color (cr, vb_palette_get_role_text (style->scheme, VB_ROLE_SHORTAGE));
  vb_text_draw (text, cr, VB_TEXT_SMALL_BOLD, row->risk_label, x + POINT_ROOM + GAP / 2, y, 0, 0.5);
}

/* The beds that are there: a line through all bars of a unit. */
static void
draw_available (VbTargetRows *self,
                cairo_t *cr,
                const VbPaintStyle *style,
                const Layout *layout,
                guint first,
                guint n)
{
  const Unit *unit = get_unit (self, get_row (self, first)->unit);
  VbScale scale = { 0, MAX (unit->most, 1e-6), layout->beds_left, layout->beds_right };
  double x = vb_scale_map (&scale, unit->available);

  if (!isfinite (unit->available))
    return;
  cairo_save (cr);
  cairo_new_path (cr);
  /* Through the bars, and not through the risks where those stand under them. */
  for (guint i = first; i < first + n; i++)
    {
      double top = get_top (self, layout, i);

      cairo_move_to (cr, x, top);
      cairo_line_to (cr, x, top + get_row_height (layout) / (layout->stacked ? 2 : 1));
    }
  vb_paint_set_marks (cr, VB_ROLE_AVAILABLE, 1);
  vb_paint_set_color (cr, vb_palette_get_role (style->scheme, VB_ROLE_AVAILABLE));
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
vb_target_rows_draw_items (VbItemDrawing *drawing,
                           cairo_t *cr,
                           const VbFrame *frame,
                           VbText *text,
                           const cairo_rectangle_t *visible)
{
  VbTargetRows *self = VB_TARGET_ROWS (drawing);
  Layout layout;
  guint first = 0;

  init_layout (self, &layout, frame->style, text, frame->width, frame->height);
  draw_key (self, cr, frame->style, text, frame->width);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = get_row (self, i);
      double height = get_row_height (&layout);
      double top = get_top (self, &layout, i);
      double y = top + height / (layout.stacked ? 4 : 2);
      gboolean last = i + 1 == self->rows->len || get_row (self, i + 1)->unit != row->unit;

      if (i == first)
        draw_heading (self, cr, frame, text, &layout, i);
      vb_paint_set_style_color (cr, frame->style, VB_COLOR_INK);
      vb_text_draw (text, cr, row->in_force ? VB_TEXT_SMALL_BOLD : VB_TEXT_SMALL, row->target_label,
                    layout.target_width, y, 1, 0.5);
      draw_beds (self, cr, frame->style, text, &layout, row, y, layout.line * 0.8);
      draw_risk (self, cr, frame->style, text, &layout, row,
                 layout.stacked ? top + height * 0.75 : y);
      if (last)
        {
          draw_available (self, cr, frame->style, &layout, first, i + 1 - first);
          first = i + 1;
        }
    }
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_target_rows_finalize (GObject *object)
{
  VbTargetRows *self = VB_TARGET_ROWS (object);

  g_array_unref (self->units);
  g_array_unref (self->rows);

  G_OBJECT_CLASS (vb_target_rows_parent_class)->finalize (object);
}

static void
vb_target_rows_class_init (VbTargetRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_target_rows_finalize;
  VB_DRAWING_CLASS (klass)->measure = vb_target_rows_measure;
  VB_ITEM_DRAWING_CLASS (klass)->draw_items = vb_target_rows_draw_items;
  VB_ITEM_DRAWING_CLASS (klass)->locate_items = vb_target_rows_locate_items;
}

static void
vb_target_rows_init (VbTargetRows *self)
{
  VbItemDrawing *drawing = VB_ITEM_DRAWING (self);

  self->units = g_array_new (FALSE, FALSE, sizeof (Unit));
  g_array_set_clear_func (self->units, clear_unit);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  vb_item_drawing_add_column (drawing, _ ("Unit"), VB_FORM_KEY);
  vb_item_drawing_add_column (drawing, _ ("Target occupancy"), VB_FORM_PERCENT);
  vb_item_drawing_add_column (drawing, _ ("Beds needed"), VB_FORM_KEY);
  vb_item_drawing_add_column (drawing, _ ("Gap"), VB_FORM_GAP);
  vb_item_drawing_add_column (drawing, _ ("Risk"), VB_FORM_PERCENT_1);
  vb_item_drawing_add_optional_column (drawing, _ ("Risk if shared"), VB_FORM_PERCENT_1);
  vb_item_drawing_add_optional_column (drawing, _ ("Without a bed"), VB_FORM_KEY);
  vb_item_drawing_add_optional_column (drawing, _ ("Refused"), VB_FORM_PERCENT_1);
  vb_item_drawing_add_optional_column (drawing, _ ("Whole beds"), VB_FORM_KEY);
}

/* Less than half a per cent is not nought. */
static char *
dup_risk (double risk)
{
  if (risk > 0 && risk < 0.0005)
    {
      g_autofree char *least = vb_number_format_percent (0.001, 1);

      return g_strdup_printf ("< %s", least);
    }
  return vb_number_format_percent (risk, risk < 0.0095 ? 1 : 0);
}

/* As exact as the beds are shown, and no more. */
static double
find_gap (double available, double beds)
{
  double factor = fabs (beds) < 99.95 ? 10 : 1;
  double gap = (round (available * factor) - round (beds * factor)) / factor;

  return fabs (gap) > 0 || isnan (gap) ? gap : 0;
}

static char *
dup_beds (double beds, double whole)
{
  g_autofree char *needed = vb_number_format_key (beds);
  g_autofree char *more = whole > 0 ? vb_number_format_key (whole) : NULL;

  return more != NULL ? g_strdup_printf ("%s + %s", needed, more) : g_steal_pointer (&needed);
}

static void
add_row (VbTargetRows *self, const VbTargetUnit *unit, const VbTargetRow *source)
{
  VbItemDrawing *drawing = VB_ITEM_DRAWING (self);
  double gap = find_gap (unit->available_beds, source->beds);
  double numbers[] = { source->target,
                       source->beds,
                       gap,
                       source->risk,
                       source->risk_shared,
                       source->without_bed,
                       source->refused,
                       source->whole > 0 ? source->beds + source->whole : NAN };
  g_autofree char *words = vb_words_dup_gap (gap);
  g_autofree char *readout = NULL;
  g_autofree char *needed = vb_number_format_key (source->beds);
  Row row = { .unit = self->units->len - 1,
              .target = source->target,
              .beds = source->beds,
              .whole = source->whole > 0 ? source->whole : 0,
              .gap = gap,
              .risk = source->risk,
              .risk_shared = source->risk_shared,
              .in_force = fabs (source->target - unit->target_in_force) < 0.0005,
              .target_label = vb_number_format_percent (source->target, 0),
              .beds_label = dup_beds (source->beds, source->whole),
              .gap_label = vb_number_format_key_signed (gap),
              .risk_label = dup_risk (source->risk) };

  /* Translators: a unit, a target occupancy, the beds needed at it, the gap against those available
   * and the risk that a patient is without a bed */
  readout = g_strdup_printf (_ ("%s at %s: %s beds needed, gap %s, risk %s"), unit->name,
                             row.target_label, needed, words, row.risk_label);
  if (row.whole > 0)
    {
      g_autofree char *without = g_steal_pointer (&readout);
      g_autofree char *more = vb_number_format_key (row.whole);

      /* Translators: what is said of a target, and a number of beds */
      readout = g_strdup_printf (_ ("%s with %s more for whole beds in each unit"), without, more);
    }
  if (is_shared (&row))
    {
      g_autofree char *apart = g_steal_pointer (&readout);
      g_autofree char *shared = dup_risk (row.risk_shared);

      /* Translators: what is said of a target, and the risk that a patient is without a bed */
      readout = g_strdup_printf (_ ("%s, %s if all beds were shared"), apart, shared);
    }
  self->any_shared = self->any_shared || is_shared (&row);
  self->any_whole = self->any_whole || row.whole > 0;
  g_array_append_val (self->rows, row);
  vb_item_drawing_add_stop (drawing, readout);
  vb_item_drawing_add_row (drawing, unit->name, numbers);
}

VbTargetRows *
vb_target_rows_new (const char *title,
                    const char *subtitle,
                    const VbTargetUnit *units,
                    guint n_units)
{
  VbTargetRows *self = g_object_new (VB_TYPE_TARGET_ROWS, NULL);

  vb_drawing_set_titles (VB_DRAWING (self), title, subtitle);
  for (guint i = 0; i < n_units; i++)
    {
      const VbTargetUnit *source = &units[i];
      g_autofree char *patients = vb_number_format_key (source->mean_patients);
      g_autofree char *available = vb_number_format_key (source->available_beds);
      Unit unit = { .name = g_strdup (source->name), .available = source->available_beds };

      if (source->n_rows == 0)
        {
          g_free (unit.name);
          continue;
        }
      if (isfinite (source->target_in_force))
        {
          g_autofree char *target = vb_number_format_percent (source->target_in_force, 0);

          unit.detail =
              /* Translators: a mean number of patients, of available beds, and a target occupancy
               */
              g_strdup_printf (_ ("mean %s patients, %s beds, target %s"), patients, available,
                               target);
          /* Translators: a number of available beds and a target occupancy */
          unit.brief = g_strdup_printf (_ ("%s beds, target %s"), available, target);
        }
      else
        {
          /* Translators: a mean number of patients and the number of available beds */
          unit.detail = g_strdup_printf (_ ("mean %s patients, %s beds"), patients, available);
          unit.brief = g_strdup_printf (_ ("%s beds"), available);
        }
      if (isfinite (source->available_beds))
        unit.most = source->available_beds;
      for (guint j = 0; j < source->n_rows; j++)
        {
          if (isfinite (source->rows[j].beds))
            unit.most = MAX (unit.most, source->rows[j].beds + MAX (source->rows[j].whole, 0));
          if (isfinite (source->rows[j].risk))
            self->highest_risk = MAX (self->highest_risk, source->rows[j].risk);
        }
      g_array_append_val (self->units, unit);
      for (guint j = 0; j < source->n_rows; j++)
        add_row (self, source, &source->rows[j]);
    }
  return self;
}
