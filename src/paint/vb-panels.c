/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-panels.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-gap-painter.h"
#include "vb-number.h"
#include "vb-rule-painter.h"
#include "vb-scale.h"
#include "vb-words.h"

/* A panel is at least so many lines of letters wide and high. */
#define MIN_WIDTH_LINES 8.0
#define MIN_HEIGHT_LINES 11.0
#define SPACING 18.0
#define TICK_GAP 10.0
#define LABEL_GAP 3.0
#define COURSE_WIDTH 2.5
#define OTHER_WIDTH 0.75
#define POINT_SIZE 6.0

typedef struct
{
  char *name;
  char *note;
  double *gaps;
} Panel;

struct _VbPanels
{
  VbItemDrawing parent_instance;

  int first_year;
  guint n_years;
  GArray *panels; /* Panel */
};

G_DEFINE_FINAL_TYPE (VbPanels, vb_panels, VB_TYPE_ITEM_DRAWING)

#define get_panel(self, i) (&g_array_index ((self)->panels, Panel, (i)))

static void
clear_panel (gpointer data)
{
  Panel *panel = data;

  g_free (panel->name);
  g_free (panel->note);
  g_free (panel->gaps);
}

/* ---- layout ---------------------------------------------------------------------------------- */

typedef struct
{
  guint columns;
  double line;
  double left; /* room of the numbers on the axis */
  double width;
  double height; /* of a panel */
  double header; /* of its name and note */
  VbTicks ticks;
  double low;
  double high;
} Layout;

static void
get_span (VbPanels *self, double *low, double *high)
{
  *low = *high = 0;
  for (guint i = 0; i < self->panels->len; i++)
    for (guint j = 0; j < self->n_years; j++)
      if (isfinite (get_panel (self, i)->gaps[j]))
        {
          *low = MIN (*low, get_panel (self, i)->gaps[j]);
          *high = MAX (*high, get_panel (self, i)->gaps[j]);
        }
}

/* No more than there are, and no row with a single one when it can be helped. */
static guint
find_columns (guint n, double width, double line)
{
  double room = (width + SPACING) / (MIN_WIDTH_LINES * line + SPACING);
  guint most = (guint) CLAMP (room, 1, n);
  guint rows = (n + most - 1) / most;

  return (n + rows - 1) / rows;
}

static void
init_layout (VbPanels *self, Layout *layout, const VbFrame *frame, VbText *text)
{
  guint n = self->panels->len;
  double left = 0;

  *layout = (Layout){ .line = vb_text_get_line_height (text, VB_TEXT_SMALL) };
  get_span (self, &layout->low, &layout->high);
  layout->header = 2 * layout->line + 4;
  if (!(layout->high > layout->low))
    layout->high = layout->low + 1;
  vb_ticks_fit_inside (&layout->ticks, layout->low, layout->high, 4);
  for (guint i = 0; i < layout->ticks.n; i++)
    {
      g_autofree char *label =
          vb_number_format_signed (vb_ticks_get (&layout->ticks, i), layout->ticks.decimals);

      left = MAX (left, vb_text_get_width (text, VB_TEXT_SMALL, label));
    }
  layout->left = left + TICK_GAP;
  layout->columns = find_columns (n, frame->width - layout->left, layout->line);
  layout->width =
      MAX ((frame->width - layout->left - SPACING * (layout->columns - 1)) / layout->columns, 1);
  layout->height = frame->height / ((n + layout->columns - 1) / layout->columns);
}

/* The data's part of panel @index. */
static cairo_rectangle_t
get_area (const Layout *layout, guint index)
{
  double x = layout->left + (index % layout->columns) * (layout->width + SPACING);
  double y = (index / layout->columns) * layout->height + layout->header;
  double bottom = layout->line + 6;

  return (cairo_rectangle_t){ x, y, layout->width,
                              MAX (layout->height - layout->header - bottom - 8, 1) };
}

/* With room for a label under the lowest point and over the highest. */
static VbScale
get_y_scale (const Layout *layout, const cairo_rectangle_t *area)
{
  double label = layout->line + POINT_SIZE;
  double top = area->y + (layout->high > 0 ? MIN (label, area->height / 4) : 0);
  double bottom = area->y + area->height - (layout->low < 0 ? MIN (label, area->height / 4) : 0);

  return (VbScale){ layout->low, layout->high, bottom, top };
}

/* Points stand in the middle of their year's share of the width. */
static double
get_x (VbPanels *self, const cairo_rectangle_t *area, guint year)
{
  return area->x + (year + 0.5) * area->width / self->n_years;
}

static VbPoint *
get_points (VbPanels *self, const Layout *layout, const cairo_rectangle_t *area, const double *gaps)
{
  VbPoint *points = g_new (VbPoint, MAX (self->n_years, 1));
  VbScale scale = get_y_scale (layout, area);

  for (guint i = 0; i < self->n_years; i++)
    points[i] = (VbPoint){ get_x (self, area, i),
                           isfinite (gaps[i]) ? vb_scale_map (&scale, gaps[i]) : NAN };
  return points;
}

static void
vb_panels_measure (VbDrawing *drawing, const VbPaintStyle *style, VbDrawingSize *size)
{
  VbPanels *self = VB_PANELS (drawing);
  g_autoptr (VbText) text = vb_text_new (style);
  double line = vb_text_get_line_height (text, VB_TEXT_SMALL);
  guint n = MAX (self->panels->len, 1);
  guint columns = find_columns (n, 270, line);
  guint rows = (n + columns - 1) / columns;

  *size = (VbDrawingSize){ .min_width = 200,
                           .min_height = rows * MIN_HEIGHT_LINES * line,
                           .natural_width = 560,
                           .natural_height = MAX (rows * MIN_HEIGHT_LINES * line, 220) };
}

static void
vb_panels_locate_items (VbItemDrawing *drawing,
                        const VbFrame *frame,
                        VbText *text,
                        cairo_rectangle_t *boxes)
{
  VbPanels *self = VB_PANELS (drawing);
  Layout layout;

  init_layout (self, &layout, frame, text);
  for (guint i = 0; i < self->panels->len; i++)
    for (guint j = 0; j < self->n_years; j++)
      {
        cairo_rectangle_t area = get_area (&layout, i);
        double pitch = area.width / self->n_years;

        boxes[i * self->n_years + j] =
            (cairo_rectangle_t){ area.x + j * pitch, area.y, pitch, area.height };
      }
}

/* ---- picture --------------------------------------------------------------------------------- */

static void
draw_axes (VbPanels *self,
           cairo_t *cr,
           const VbPaintStyle *style,
           VbText *text,
           const Layout *layout,
           guint index)
{
  cairo_rectangle_t area = get_area (layout, index);
  VbScale scale = get_y_scale (layout, &area);
  g_autofree char *first = g_strdup_printf ("%d", self->first_year);
  g_autofree char *last = g_strdup_printf ("%d", self->first_year + (int) self->n_years - 1);
  double name_width = vb_text_get_width (text, VB_TEXT_SMALL, first);
  double under = area.y + area.height + 5;

  for (guint i = 0; i < layout->ticks.n; i++)
    {
      double value = vb_ticks_get (&layout->ticks, i);
      double y = vb_scale_map (&scale, value);
      g_autofree char *label = vb_number_format_signed (value, layout->ticks.decimals);

      vb_rule_painter_draw_grid_line (cr, style, area.x, area.x + area.width, y);
      vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
      if (index % layout->columns == 0)
        vb_text_draw (text, cr, VB_TEXT_SMALL, label, area.x - 7, y, 1, 0.5);
    }
  vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
  if (self->n_years > 1 && area.width > 2 * name_width + 12)
    {
      vb_text_draw (text, cr, VB_TEXT_SMALL, first, area.x, under, 0, 0);
      vb_text_draw (text, cr, VB_TEXT_SMALL, last, area.x + area.width, under, 1, 0);
    }
  else
    vb_text_draw (text, cr, VB_TEXT_SMALL, last, area.x + area.width / 2, under, 0.5, 0);
}

static void
draw_header (VbPanels *self,
             cairo_t *cr,
             const VbPaintStyle *style,
             VbText *text,
             const Layout *layout,
             guint index)
{
  const Panel *panel = get_panel (self, index);
  cairo_rectangle_t area = get_area (layout, index);
  double top = (index / layout->columns) * layout->height;

  /* One under the other they need not leave the axis its margin. */
  if (layout->columns == 1)
    {
      area.width += area.x;
      area.x = 0;
    }
  vb_paint_set_style_color (cr, style, VB_COLOR_INK);
  vb_text_draw_elided (text, cr, VB_TEXT_SMALL_BOLD, panel->name, area.x, top, 0, 0, area.width);
  if (panel->note == NULL)
    return;
  vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
  vb_text_draw_elided (text, cr, VB_TEXT_SMALL, panel->note, area.x, top + layout->line, 0, 0,
                       area.width);
}

/* The gap at the first and at the last year that has one: off the course, on the side that is away
 * from nought. */
static void
draw_end (cairo_t *cr,
          const VbPaintStyle *style,
          VbText *text,
          const Layout *layout,
          const cairo_rectangle_t *area,
          double gap,
          const VbPoint *point)
{
  g_autofree char *label = vb_number_format_key_signed (gap);
  VbRole role = gap < 0 ? VB_ROLE_SHORTAGE : VB_ROLE_SURPLUS;
  double width = vb_text_get_width (text, VB_TEXT_SMALL_BOLD, label);
  double x = CLAMP (point->x - width / 2, area->x, MAX (area->x + area->width - width, area->x));
  double under = point->y + POINT_SIZE / 2 + LABEL_GAP;
  double y = under;

  if (gap > 0 || under + layout->line > area->y + area->height + 4)
    y = point->y - POINT_SIZE / 2 - LABEL_GAP - layout->line;
  vb_line_painter_draw_point (cr, style, VB_ROLE_TARGET, point->x, point->y, POINT_SIZE);
  cairo_new_path (cr);
  vb_paint_round_rectangle (cr, x - 2, y + 1, width + 4, layout->line - 2, 3);
  vb_paint_set_color (
      cr, vb_rgba_with_alpha (vb_palette_get (style->scheme, VB_COLOR_BACKGROUND), 0.82));
  cairo_fill (cr);
  if (fabs (gap) > 0)
    vb_paint_set_color (cr, vb_palette_get_role_text (style->scheme, role));
  else
    vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
  vb_text_draw (text, cr, VB_TEXT_SMALL_BOLD, label, x, y, 0, 0);
}

static void
draw_course (cairo_t *cr, VbRgba color, double width, const VbPoint *points, guint n)
{
  gboolean open = FALSE;

  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    {
      if (!isfinite (points[i].y))
        open = FALSE;
      else if (open)
        cairo_line_to (cr, points[i].x, points[i].y);
      else
        {
          cairo_move_to (cr, points[i].x, points[i].y);
          open = TRUE;
        }
    }
  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  vb_paint_set_color (cr, color);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_panel (VbPanels *self,
            cairo_t *cr,
            const VbPaintStyle *style,
            VbText *text,
            const Layout *layout,
            guint index)
{
  const Panel *panel = get_panel (self, index);
  cairo_rectangle_t area = get_area (layout, index);
  VbScale scale = get_y_scale (layout, &area);
  g_autofree VbPoint *points = get_points (self, layout, &area, panel->gaps);
  g_autofree VbPoint *balance = g_new (VbPoint, MAX (self->n_years, 1));
  int first = -1, last = -1;

  draw_header (self, cr, style, text, layout, index);
  draw_axes (self, cr, style, text, layout, index);
  for (guint i = 0; i < self->n_years; i++)
    {
      balance[i] = (VbPoint){ points[i].x, vb_scale_map (&scale, 0) };
      if (isfinite (points[i].y))
        {
          first = first < 0 ? (int) i : first;
          last = (int) i;
        }
    }
  vb_gap_painter_draw (cr, style, balance, points, self->n_years);
  for (guint i = 0; i < self->panels->len; i++)
    if (i != index)
      {
        g_autofree VbPoint *other = get_points (self, layout, &area, get_panel (self, i)->gaps);

        draw_course (cr, vb_palette_get (style->scheme, VB_COLOR_FRAME), OTHER_WIDTH, other,
                     self->n_years);
      }
  draw_course (cr, vb_palette_get (style->scheme, VB_COLOR_INK), COURSE_WIDTH, points,
               self->n_years);
  if (last < 0)
    {
      vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
      vb_text_draw (text, cr, VB_TEXT_SMALL, "–", area.x + area.width / 2, area.y + area.height / 2,
                    0.5, 0.5);
      return;
    }
  if (last > first && area.width > 7 * layout->line)
    draw_end (cr, style, text, layout, &area, panel->gaps[first], &points[first]);
  draw_end (cr, style, text, layout, &area, panel->gaps[last], &points[last]);
}

static void
vb_panels_draw_items (VbItemDrawing *drawing,
                      cairo_t *cr,
                      const VbFrame *frame,
                      VbText *text,
                      const cairo_rectangle_t *visible)
{
  VbPanels *self = VB_PANELS (drawing);
  Layout layout;

  init_layout (self, &layout, frame, text);
  for (guint i = 0; i < self->panels->len; i++)
    draw_panel (self, cr, frame->style, text, &layout, i);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_panels_finalize (GObject *object)
{
  g_array_unref (VB_PANELS (object)->panels);

  G_OBJECT_CLASS (vb_panels_parent_class)->finalize (object);
}

static void
vb_panels_class_init (VbPanelsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_panels_finalize;
  VB_DRAWING_CLASS (klass)->measure = vb_panels_measure;
  VB_ITEM_DRAWING_CLASS (klass)->draw_items = vb_panels_draw_items;
  VB_ITEM_DRAWING_CLASS (klass)->locate_items = vb_panels_locate_items;
}

static void
vb_panels_init (VbPanels *self)
{
  self->panels = g_array_new (FALSE, FALSE, sizeof (Panel));
  g_array_set_clear_func (self->panels, clear_panel);
}

static void
add_words (VbPanels *self)
{
  VbItemDrawing *drawing = VB_ITEM_DRAWING (self);
  g_autofree double *numbers = g_new (double, self->panels->len + 1);

  vb_item_drawing_set_stop_columns (drawing, self->n_years);
  vb_item_drawing_add_column (drawing, _ ("Year"), VB_FORM_KEY);
  for (guint i = 0; i < self->panels->len; i++)
    {
      const Panel *panel = get_panel (self, i);

      vb_item_drawing_add_column (drawing, panel->name, VB_FORM_GAP);
      if (panel->note != NULL)
        {
          g_autofree char *remark = g_strdup_printf ("%s: %s", panel->name, panel->note);

          vb_item_drawing_add_remark (drawing, remark);
        }
      for (guint j = 0; j < self->n_years; j++)
        {
          g_autofree char *gap = vb_words_dup_gap (panel->gaps[j]);
          g_autofree char *readout =
              g_strdup_printf ("%s, %d: %s", panel->name, self->first_year + (int) j, gap);

          vb_item_drawing_add_stop (drawing, readout);
        }
    }
  for (guint j = 0; j < self->n_years; j++)
    {
      g_autofree char *year = g_strdup_printf ("%d", self->first_year + (int) j);

      for (guint i = 0; i < self->panels->len; i++)
        numbers[i] = get_panel (self, i)->gaps[j];
      vb_item_drawing_add_row (drawing, year, numbers);
    }
}

VbPanels *
vb_panels_new (const char *title,
               const char *subtitle,
               int first_year,
               guint n_years,
               const VbPanel *panels,
               guint n_panels)
{
  VbPanels *self = g_object_new (VB_TYPE_PANELS, NULL);

  vb_drawing_set_titles (VB_DRAWING (self), title, subtitle);
  self->first_year = first_year;
  self->n_years = n_years;
  for (guint i = 0; i < n_panels; i++)
    {
      Panel panel = { g_strdup (panels[i].name), g_strdup (panels[i].note),
                      g_memdup2 (panels[i].gaps, n_years * sizeof (double)) };

      g_array_append_val (self->panels, panel);
    }
  add_words (self);
  return self;
}
