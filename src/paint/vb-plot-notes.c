/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that stand among the lines. All go through one placer, so that none covers another. */
#include "vb-plot-private.h"

#include <math.h>

#include "vb-handle-painter.h"
#include "vb-rule-painter.h"
#include "vb-words.h"

#define OFFSET 12.0
#define GAP_OFFSET 6.0
/* The word of the gap stands so far inside the plot's sides. */
#define GAP_EDGE 6.0
#define PAD 2.0
/* The ring at an event and the air around it. */
#define RING_ROOM 14.0
#define POINT_ROOM 12.0
/* Deepest places of the gap that are tried for its word. */
#define N_GAP_TRIES 8
/* Heights that are tried for the word at a break. */
#define N_BREAK_TRIES 16

typedef struct
{
  VbPlot *self;
  cairo_t *cr;
  const VbFrame *frame;
  VbPlotLayout *layout;
  VbLabelPlacer *placer;
} Notes;

static void
add_vertical (VbPlot *self, VbPlotLayout *layout, VbLabelPlacer *placer, guint index)
{
  double x = vb_scale_map (&layout->x, _vb_plot_get_x (self, index));

  vb_label_placer_add_rule (placer, (VbPoint){ x, layout->area.y },
                            (VbPoint){ x, layout->area.y + layout->area.height });
}

/* Points that stand alone; there is no line between them. */
static void
add_points (VbLabelPlacer *placer, const VbPoint *points, guint n)
{
  for (guint i = 0; i < n; i++)
    if (isfinite (points[i].y))
      vb_label_placer_add_box (placer, &(cairo_rectangle_t){ points[i].x - POINT_ROOM / 2,
                                                             points[i].y - POINT_ROOM / 2,
                                                             POINT_ROOM, POINT_ROOM });
}

static VbLabelPlacer *
make_placer (VbPlot *self, const VbFrame *frame, VbPlotLayout *layout)
{
  cairo_rectangle_t bounds = { layout->area.x, layout->area.y - layout->line_height * 0.6,
                               frame->width - layout->area.x,
                               layout->area.height + layout->line_height * 0.6 };
  VbLabelPlacer *placer = vb_label_placer_new (&bounds);
  double right = layout->area.x + layout->area.width;

  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autofree VbPoint *points =
          _vb_plot_layout_get_points (layout, self, vb_plot_line (self, i)->y);

      if (vb_plot_line (self, i)->scattered)
        add_points (placer, points, self->n);
      else
        vb_label_placer_add_line (placer, points, self->n);
    }
  for (guint i = 0; i < self->levels->len; i++)
    {
      double y = vb_scale_map (&layout->y, vb_plot_level (self, i)->y);
      VbPoint ends[] = { { layout->area.x, y }, { right, y } };

      vb_label_placer_add_line (placer, ends, 2);
    }

  for (guint i = 0; i < self->breaks->len; i++)
    add_vertical (self, layout, placer, vb_plot_break (self, i)->index);
  for (guint i = 0; i < self->events->len; i++)
    add_vertical (self, layout, placer, vb_plot_event (self, i)->index);

  /* The column of the lines' names is theirs. */
  if (!layout->keyed)
    for (guint i = 0; i < self->lines->len; i++)
      {
        g_autofree char *label = _vb_plot_dup_end_label (self, i);

        if (label != NULL && !_vb_plot_ends_inside (self, i))
          {
            cairo_rectangle_t column = { right + 4, 0, frame->width, frame->height };

            vb_label_placer_add_box (placer, &column);
          }
      }

  return placer;
}

static void
draw_veil (Notes *notes, const cairo_rectangle_t *box)
{
  VbRgba background = vb_palette_get (notes->frame->style->scheme, VB_COLOR_BACKGROUND);

  vb_paint_round_rectangle (notes->cr, box->x, box->y, box->width, box->height, 4);
  vb_paint_set_color (notes->cr, vb_rgba_with_alpha (background, 0.82));
  cairo_fill (notes->cr);
}

/* With a veil of background under it where it may lie on hatching. */
static void
draw_text (
    Notes *notes, const char *text, VbRgba color, gboolean veiled, const cairo_rectangle_t *box)
{
  if (veiled)
    draw_veil (notes, box);
  vb_paint_set_color (notes->cr, color);
  vb_text_draw (notes->layout->text, notes->cr, VB_TEXT_SMALL_BOLD, text, box->x + box->width / 2,
                box->y + box->height / 2, 0.5, 0.5);
}

/* Draws @text in the best of @candidates. */
static gboolean
place_text (Notes *notes,
            const char *text,
            VbRgba color,
            gboolean veiled,
            const cairo_rectangle_t *candidates,
            guint n,
            guint max_cost)
{
  int best = vb_label_placer_place (notes->placer, candidates, n, max_cost);

  if (best < 0)
    return FALSE;
  draw_text (notes, text, color, veiled, &candidates[best]);
  return TRUE;
}

/* The same, but where a line runs through all of @candidates wherever there is room for @text near
 * the first of them, and on the lines only when there is none. */
static void
place_text_somewhere (Notes *notes,
                      const char *text,
                      VbRgba color,
                      gboolean veiled,
                      const cairo_rectangle_t *candidates,
                      guint n,
                      VbPoint near)
{
  cairo_rectangle_t box = candidates[0];

  if (place_text (notes, text, color, veiled, candidates, n, VB_LABEL_MAX_RULES))
    return;
  if (vb_label_placer_place_near (notes->placer, near, &box, VB_LABEL_MAX_RULES, NULL, NULL))
    draw_text (notes, text, color, TRUE, &box);
  else
    place_text (notes, text, color, veiled, candidates, n, G_MAXUINT);
}

static void
get_box (Notes *notes, const char *text, double *width, double *height)
{
  vb_text_measure (notes->layout->text, VB_TEXT_SMALL_BOLD, text, width, height);
  *width += 2 * PAD;
}

/* A text at a point: over it to the right, then the other corners, then farther off. */
static void
place_at_point (Notes *notes, const char *text, VbRgba color, gboolean veiled, double x, double y)
{
  const cairo_rectangle_t *area = &notes->layout->area;
  cairo_rectangle_t candidates[18];
  double width, height, middle;
  guint n = 0;

  get_box (notes, text, &width, &height);
  middle = CLAMP (x - width / 2, area->x, MAX (notes->frame->width - width, area->x));
  for (guint i = 0; i < 3; i++)
    {
      double d = OFFSET + i * height * 0.8;

      candidates[n++] = (cairo_rectangle_t){ x + 4, y - d - height, width, height };
      candidates[n++] = (cairo_rectangle_t){ x - 4 - width, y - d - height, width, height };
      candidates[n++] = (cairo_rectangle_t){ x + 4, y + d, width, height };
      candidates[n++] = (cairo_rectangle_t){ x - 4 - width, y + d, width, height };
      candidates[n++] = (cairo_rectangle_t){ middle, y - d - height, width, height };
      candidates[n++] = (cairo_rectangle_t){ middle, y + d, width, height };
    }

  place_text_somewhere (notes, text, color, veiled, candidates, n, (VbPoint){ x, y });
}

static void
draw_handle (Notes *notes)
{
  VbPlot *self = notes->self;
  VbRole role;
  double x, y;

  if (!self->has_handle || !vb_drawing_locate_handle (VB_DRAWING (self), notes->frame, &x, &y))
    return;

  role = vb_plot_line (self, self->handle_line)->role;
  vb_rule_painter_draw_drop (notes->cr, notes->frame->style, x, y,
                             notes->layout->area.y + notes->layout->area.height);
  vb_handle_painter_draw (notes->cr, notes->frame->style, role, x, y);
  vb_label_placer_add_box (notes->placer,
                           &(cairo_rectangle_t){ x - VB_HANDLE_SIZE / 2, y - VB_HANDLE_SIZE / 2,
                                                 VB_HANDLE_SIZE, VB_HANDLE_SIZE });
  if (self->handle_text != NULL)
    place_at_point (notes, self->handle_text,
                    vb_palette_get_role_text (notes->frame->style->scheme, role), FALSE, x, y);
}

static void
draw_marks (Notes *notes)
{
  VbPlot *self = notes->self;
  VbPlotLayout *layout = notes->layout;

  for (guint i = 0; i < self->marks->len; i++)
    {
      VbPlotNote *mark = vb_plot_mark (self, i);
      VbPlotLine *line = vb_plot_line (self, mark->line);
      double x, y;

      if (!isfinite (line->y[mark->index]))
        continue;
      x = vb_scale_map (&layout->x, _vb_plot_get_x (self, mark->index));
      y = vb_scale_map (&layout->y, line->y[mark->index]);
      vb_rule_painter_draw_drop (notes->cr, notes->frame->style, x, y,
                                 layout->area.y + layout->area.height);
      vb_handle_painter_draw_ring (notes->cr, notes->frame->style, line->role, x, y);
      place_at_point (notes, mark->text, vb_palette_get (notes->frame->style->scheme, VB_COLOR_INK),
                      FALSE, x, y);
    }
}

static void
draw_level_names (Notes *notes)
{
  VbPlot *self = notes->self;
  const cairo_rectangle_t *area = &notes->layout->area;

  for (guint i = 0; i < self->levels->len; i++)
    {
      VbPlotLevel *level = vb_plot_level (self, i);
      cairo_rectangle_t candidates[6];
      double width, height, y;
      guint n = 0;

      if (!isfinite (level->y) || level->label == NULL)
        continue;
      y = vb_scale_map (&notes->layout->y, level->y);
      get_box (notes, level->label, &width, &height);
      for (guint j = 0; j < 3; j++)
        {
          double x = area->x + 2 + (area->width - width - 4) * (j == 0 ? 0 : j == 1 ? 1 : 0.5);

          candidates[n++] = (cairo_rectangle_t){ x, y - height - 3, width, height };
          candidates[n++] = (cairo_rectangle_t){ x, y + 3, width, height };
        }
      place_text_somewhere (notes, level->label,
                            vb_palette_get_role_text (notes->frame->style->scheme, level->role),
                            FALSE, candidates, n, (VbPoint){ area->x, y });
    }
}

/* Beside the vertical, as high up as there is room. It is left out where lines run everywhere: the
 * description tells it too. */
static void
draw_breaks (Notes *notes)
{
  VbPlot *self = notes->self;
  const cairo_rectangle_t *area = &notes->layout->area;

  for (guint i = 0; i < self->breaks->len; i++)
    {
      VbPlotNote *note = vb_plot_break (self, i);
      double x = vb_scale_map (&notes->layout->x, _vb_plot_get_x (self, note->index));
      cairo_rectangle_t candidates[2 * N_BREAK_TRIES];
      double width, height;

      get_box (notes, note->text, &width, &height);
      for (guint j = 0; j < N_BREAK_TRIES; j++)
        {
          double y = area->y - 6 + (area->height + 4 - height) * j / (N_BREAK_TRIES - 1);

          /* What it tells begins here. */
          candidates[j] = (cairo_rectangle_t){ x + 5, y, width, height };
          candidates[N_BREAK_TRIES + j] = (cairo_rectangle_t){ x - 5 - width, y, width, height };
        }
      place_text (notes, note->text, vb_palette_get (notes->frame->style->scheme, VB_COLOR_DIM),
                  TRUE, candidates, G_N_ELEMENTS (candidates), VB_LABEL_MAX_RULES);
    }
}

/* Two lines, the word over its detail, beside the vertical at the top. */
static void
draw_event (Notes *notes, const VbPlotEvent *event)
{
  VbPlot *self = notes->self;
  const VbPaintStyle *style = notes->frame->style;
  const cairo_rectangle_t *area = &notes->layout->area;
  const VbPlotLine *line = vb_plot_line (self, event->line);
  double x = vb_scale_map (&notes->layout->x, _vb_plot_get_x (self, event->index));
  double width, height, detail_width = 0, detail_height = 0;
  cairo_rectangle_t candidates[15];
  guint n = 0;
  int best;

  if (isfinite (line->y[event->index]))
    {
      double y = vb_scale_map (&notes->layout->y, line->y[event->index]);

      vb_handle_painter_draw_ring (notes->cr, style, VB_ROLE_TARGET, x, y);
      vb_label_placer_add_box (
          notes->placer,
          &(cairo_rectangle_t){ x - RING_ROOM / 2, y - RING_ROOM / 2, RING_ROOM, RING_ROOM });
    }

  get_box (notes, event->word, &width, &height);
  if (event->detail != NULL)
    vb_text_measure (notes->layout->text, VB_TEXT_SMALL, event->detail, &detail_width,
                     &detail_height);
  for (guint i = 0; i < 5; i++)
    {
      double y = area->y - 6 + i * height;
      double w = MAX (width, detail_width + 2 * PAD);

      candidates[n++] = (cairo_rectangle_t){ x + 6, y, w, height + detail_height };
      candidates[n++] = (cairo_rectangle_t){ x - 6 - w, y, w, height + detail_height };
      /* Too narrow for either side: across the vertical. */
      candidates[n++] = (cairo_rectangle_t){ MAX (MIN (x + 6, notes->frame->width - w), area->x), y,
                                             w, height + detail_height };
    }
  best = vb_label_placer_place (notes->placer, candidates, n, G_MAXUINT);
  if (best < 0)
    return;
  draw_veil (notes, &candidates[best]);
  vb_paint_set_style_color (notes->cr, style, VB_COLOR_INK);
  vb_text_draw (notes->layout->text, notes->cr, VB_TEXT_SMALL_BOLD, event->word,
                candidates[best].x + PAD, candidates[best].y, 0, 0);
  if (event->detail == NULL)
    return;
  vb_paint_set_style_color (notes->cr, style, VB_COLOR_DIM);
  vb_text_draw (notes->layout->text, notes->cr, VB_TEXT_SMALL, event->detail,
                candidates[best].x + PAD, candidates[best].y + height, 0, 0);
}

static void
draw_deviation (Notes *notes, const VbPlotDeviation *deviation)
{
  VbPlot *self = notes->self;
  const VbScale *scale = &notes->layout->y;
  double from = vb_plot_line (self, deviation->from_line)->y[deviation->index];
  double to = vb_plot_line (self, deviation->line)->y[deviation->index];
  double x = vb_scale_map (&notes->layout->x, _vb_plot_get_x (self, deviation->index)) + 6;
  double middle = (vb_scale_map (scale, from) + vb_scale_map (scale, to)) / 2;
  double top = vb_scale_map (scale, MAX (from, to));
  cairo_rectangle_t candidates[18];
  double width, height;
  guint n = 0;

  if (!isfinite (from) || !isfinite (to))
    return;
  vb_rule_painter_draw_bracket (notes->cr, notes->frame->style, x, vb_scale_map (scale, from),
                                vb_scale_map (scale, to));
  get_box (notes, deviation->text, &width, &height);
  candidates[n++] = (cairo_rectangle_t){ x + 3, middle - height / 2, width, height };
  candidates[n++] = (cairo_rectangle_t){ x - 8 - width, top - height - 2, width, height };
  for (guint i = 0; i < 5; i++)
    for (guint j = 0; j < 3; j++)
      candidates[n++] =
          (cairo_rectangle_t){ x + 3 + 14 * i, middle - height * (0.5 + 0.4 * j), width, height };
  candidates[n++] = (cairo_rectangle_t){ x - 14 - width, middle - height / 2, width, height };
  place_text (notes, deviation->text, vb_palette_get (notes->frame->style->scheme, VB_COLOR_INK),
              TRUE, candidates, n, G_MAXUINT);
}

/* The names of lines that end inside the plot. */
static void
draw_inner_names (Notes *notes)
{
  VbPlot *self = notes->self;
  VbPlotLayout *layout = notes->layout;

  for (guint i = 0; i < self->lines->len && !layout->keyed; i++)
    {
      VbPlotLine *line = vb_plot_line (self, i);
      g_autofree char *label = _vb_plot_dup_end_label (self, i);
      int last = _vb_plot_find_last (self, line->y);

      if (label != NULL && _vb_plot_ends_inside (self, i))
        place_at_point (notes, label,
                        vb_palette_get_role_text (notes->frame->style->scheme, line->role), TRUE,
                        vb_scale_map (&layout->x, _vb_plot_get_x (self, (guint) last)),
                        vb_scale_map (&layout->y, line->y[last]));
    }
}

static void
draw_remark (Notes *notes)
{
  const cairo_rectangle_t *area = &notes->layout->area;
  cairo_rectangle_t candidates[12];
  double width, height;
  guint n = 0;

  if (notes->self->remark == NULL)
    return;
  get_box (notes, notes->self->remark, &width, &height);
  for (guint i = 0; i < 4; i++)
    for (guint j = 0; j < 3; j++)
      candidates[n++] =
          (cairo_rectangle_t){ area->x + MAX (area->width - width - 8, 0) * (1 - j * 0.5),
                               area->y + 2
                                   + (area->height - height - 6)
                                         * (i == 0   ? 0
                                            : i == 1 ? 1
                                            : i == 2 ? 0.3
                                                     : 0.65),
                               width, height };
  place_text (notes, notes->self->remark,
              vb_palette_get (notes->frame->style->scheme, VB_COLOR_INK), TRUE, candidates, n,
              G_MAXUINT);
}

typedef struct
{
  guint index;
  double depth;
} Depth;

static int
compare_depths (gconstpointer a, gconstpointer b)
{
  const Depth *da = a;
  const Depth *db = b;

  return da->depth > db->depth ? -1 : da->depth < db->depth;
}

/* Places with a gap of @sign, the deepest first. */
static GArray *
find_depths (VbPlot *self, double sign)
{
  GArray *depths = g_array_new (FALSE, FALSE, sizeof (Depth));

  for (guint i = 0; i < self->n; i++)
    {
      Depth depth = { i, _vb_plot_get_gap (self, i) * sign };

      if (depth.depth > 0)
        g_array_append_val (depths, depth);
    }
  g_array_sort (depths, compare_depths);
  return depths;
}

/* "−26 shortage, 2024": of its place, since the word stands once for all of them. The place is left
 * out where a narrow plot has no room for it, or when it is to be @brief. */
static char *
dup_gap_word (Notes *notes, guint index, gboolean brief)
{
  VbPlot *self = notes->self;
  g_autofree char *gap = vb_words_dup_gap (_vb_plot_get_gap (self, index));
  g_autofree char *place = _vb_plot_dup_x_text (self, index);
  g_autofree char *both = g_strdup_printf ("%s, %s", gap, place);
  double width, height;

  get_box (notes, both, &width, &height);
  return !brief && width + 2 * GAP_EDGE <= notes->layout->area.width ? g_steal_pointer (&both)
                                                                     : g_steal_pointer (&gap);
}

/* The middle for a word of @width at place @index: as near as its stretch of shortage or surplus
 * allows without leaving it, and always inside the plot. */
static double
get_gap_middle (Notes *notes, guint index, double width)
{
  VbPlot *self = notes->self;
  const VbScale *scale = &notes->layout->x;
  const cairo_rectangle_t *area = &notes->layout->area;
  gboolean shortage = _vb_plot_get_gap (self, index) < 0;
  double half = width / 2 + GAP_EDGE;
  double x = vb_scale_map (scale, _vb_plot_get_x (self, index));
  double left, right;
  guint first = index, last = index;

  while (first > 0 && isfinite (_vb_plot_get_gap (self, first - 1))
         && (_vb_plot_get_gap (self, first - 1) < 0) == shortage)
    first--;
  while (last + 1 < self->n && isfinite (_vb_plot_get_gap (self, last + 1))
         && (_vb_plot_get_gap (self, last + 1) < 0) == shortage)
    last++;
  left = vb_scale_map (scale, _vb_plot_get_x (self, first));
  right = vb_scale_map (scale, _vb_plot_get_x (self, last));
  if (right - left >= 2 * half)
    x = CLAMP (x, left + half, right - half);

  return CLAMP (x, area->x + half, MAX (area->x + area->width - half, area->x + half));
}

typedef enum
{
  GAP_NEAR,     /* in the area of the gap or beside it */
  GAP_EDGES,    /* over or under it at the plot's edge */
  GAP_ANYWHERE, /* wherever there is room, the nearest */
} GapReach;

typedef struct
{
  Notes *notes;
  double sign;
} GapSide;

static void
extend_span (double *low, double *high, double y)
{
  *low = MIN (*low, y);
  *high = MAX (*high, y);
}

/* A word of surplus on the hatching of shortage would say the opposite of its ground, and the other
 * way round. */
static gboolean
is_off_other_side (const cairo_rectangle_t *box, gpointer user_data)
{
  const GapSide *side = user_data;
  VbPlot *self = side->notes->self;
  VbPlotLayout *layout = side->notes->layout;
  const double *const values[] = { vb_plot_line (self, self->need_line)->y,
                                   vb_plot_line (self, self->available_line)->y };

  for (guint i = 0; i + 1 < self->n; i++)
    {
      double from = vb_scale_map (&layout->x, _vb_plot_get_x (self, i));
      double to = vb_scale_map (&layout->x, _vb_plot_get_x (self, i + 1));
      double left = MAX (from, box->x), right = MIN (to, box->x + box->width);
      double here = _vb_plot_get_gap (self, i) * side->sign;
      double next = _vb_plot_get_gap (self, i + 1) * side->sign;
      double low = INFINITY, high = -INFINITY;

      if (!isfinite (here) || !isfinite (next) || (here >= 0 && next >= 0) || left >= right)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        {
          double y = vb_scale_map (&layout->y, values[j][i]);
          double slope = (vb_scale_map (&layout->y, values[j][i + 1]) - y) / (to - from);

          extend_span (&low, &high, y + slope * (left - from));
          extend_span (&low, &high, y + slope * (right - from));
        }
      if (low < box->y + box->height && high > box->y)
        return FALSE;
    }
  return TRUE;
}

/* The word with its sign and the gap of place @index. */
static gboolean
place_gap_word (Notes *notes, guint index, GapReach reach, gboolean brief, guint max_cost)
{
  VbPlot *self = notes->self;
  const VbScale *scale = &notes->layout->y;
  const cairo_rectangle_t *area = &notes->layout->area;
  double need = vb_plot_line (self, self->need_line)->y[index];
  double available = vb_plot_line (self, self->available_line)->y[index];
  double top = vb_scale_map (scale, MAX (need, available));
  double bottom = vb_scale_map (scale, MIN (need, available));
  VbRgba color = vb_palette_get_role_text (notes->frame->style->scheme,
                                           available < need ? VB_ROLE_SHORTAGE : VB_ROLE_SURPLUS);
  g_autofree char *text = dup_gap_word (notes, index, brief);
  GapSide side = { notes, available < need ? -1 : 1 };
  cairo_rectangle_t candidates[3];
  double width, height, x;
  guint n = 0, n_good = 0;

  get_box (notes, text, &width, &height);
  x = get_gap_middle (notes, index, width) - width / 2;
  if (reach == GAP_ANYWHERE)
    {
      VbPoint middle = { vb_scale_map (&notes->layout->x, _vb_plot_get_x (self, index)),
                         (top + bottom) / 2 };
      cairo_rectangle_t box = { x, top, width, height };

      if (!vb_label_placer_place_near (notes->placer, middle, &box, max_cost, is_off_other_side,
                                       &side))
        return FALSE;
      draw_text (notes, text, color, TRUE, &box);
      return TRUE;
    }
  if (reach == GAP_EDGES)
    {
      candidates[n++] = (cairo_rectangle_t){ x, area->y + 2, width, height };
      candidates[n++] =
          (cairo_rectangle_t){ x, area->y + area->height - height - 2, width, height };
    }
  else
    {
      if (bottom - top > height + 8)
        candidates[n++] = (cairo_rectangle_t){ x, (top + bottom - height) / 2, width, height };
      candidates[n++] = (cairo_rectangle_t){ x, top - height - GAP_OFFSET, width, height };
      candidates[n++] = (cairo_rectangle_t){ x, bottom + GAP_OFFSET, width, height };
    }

  for (guint i = 0; i < n; i++)
    if (max_cost == G_MAXUINT || is_off_other_side (&candidates[i], &side))
      candidates[n_good++] = candidates[i];
  return place_text (notes, text, color, TRUE, candidates, n_good, max_cost);
}

/* Once for gaps of @sign, at the deepest place that has room; where lines run everywhere, on them:
 * the word is never left out for that. */
static void
draw_gap_word (Notes *notes, double sign)
{
  static const struct
  {
    GapReach reach;
    gboolean brief;
    guint max_cost;
  } passes[] = {
    { GAP_NEAR, FALSE, 0 },
    { GAP_NEAR, FALSE, VB_LABEL_MAX_RULES },
    { GAP_EDGES, FALSE, VB_LABEL_MAX_RULES },
    { GAP_ANYWHERE, FALSE, VB_LABEL_MAX_RULES },
    { GAP_ANYWHERE, TRUE, VB_LABEL_MAX_RULES },
    { GAP_NEAR, TRUE, G_MAXUINT },
  };
  g_autoptr (GArray) depths = find_depths (notes->self, sign);
  guint n = MIN (depths->len, N_GAP_TRIES);
  g_autofree char *largest = NULL;

  if (n == 0)
    return;
  largest = vb_words_dup_gap (g_array_index (depths, Depth, 0).depth * sign);
  if (g_str_equal (largest, "0"))
    return;

  for (guint pass = 0; pass < G_N_ELEMENTS (passes); pass++)
    for (guint i = 0; i < n; i++)
      if (place_gap_word (notes, g_array_index (depths, Depth, i).index, passes[pass].reach,
                          passes[pass].brief, passes[pass].max_cost))
        return;
}

void
_vb_plot_draw_notes (VbPlot *self, cairo_t *cr, const VbFrame *frame, VbPlotLayout *layout)
{
  g_autoptr (VbLabelPlacer) placer = make_placer (self, frame, layout);
  Notes notes = { self, cr, frame, layout, placer };

  draw_handle (&notes);
  draw_marks (&notes);
  for (guint i = 0; i < self->events->len; i++)
    draw_event (&notes, vb_plot_event (self, i));
  for (guint i = 0; i < self->deviations->len; i++)
    draw_deviation (&notes, vb_plot_deviation (self, i));
  draw_level_names (&notes);
  if (self->has_gap)
    {
      draw_gap_word (&notes, -1);
      draw_gap_word (&notes, 1);
    }
  draw_breaks (&notes);
  draw_inner_names (&notes);
  draw_remark (&notes);
}
