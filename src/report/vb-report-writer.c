/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-report-writer.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "vb-report-private.h"
#include "vb-step-painter.h"
#include "vb-text.h"

#define TOP VB_REPORT_MARGIN
#define FOOT_HEIGHT 24.0
#define BOTTOM (VB_REPORT_PAGE_HEIGHT - VB_REPORT_MARGIN - FOOT_HEIGHT)
#define WIDTH (VB_REPORT_PAGE_WIDTH - 2 * VB_REPORT_MARGIN)
#define COLUMN_GAP 10.0
#define ROW_PADDING 3.0
#define ANSWER_SIZE 9.0
#define ANSWER_GAP 5.0
/* What must fit under a heading: a couple of lines of what it is the heading of. */
#define AFTER_HEADING 70.0
#define DRAWING_FONT_SIZE 10.5

static const struct
{
  double size; /* pt */
  PangoWeight weight;
  PangoStyle style;
  double before; /* pt of room above and below a text of its own */
  double after;
  gboolean heading;
} kinds[VB_N_REPORT_TEXTS] = {
  [VB_REPORT_TITLE] = { 25, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0, 6, TRUE },
  [VB_REPORT_HEADING] = { 15, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 12, 4, TRUE },
  [VB_REPORT_SUBHEADING] = { 10.5, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 8, 2, TRUE },
  [VB_REPORT_BODY] = { 9.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0, 4, FALSE },
  [VB_REPORT_STRONG] = { 9.5, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0, 4, FALSE },
  [VB_REPORT_SMALL] = { 8.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0, 3, FALSE },
  [VB_REPORT_SMALL_STRONG] = { 8.5, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0, 3, FALSE },
  [VB_REPORT_ITALIC] = { 8, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, 0, 3, FALSE },
  [VB_REPORT_FIGURE] = { 44, PANGO_WEIGHT_HEAVY, PANGO_STYLE_NORMAL, 0, 0, TRUE },
};

/* A row set in type: it knows its height and can be drawn. */
typedef struct
{
  guint n_cells;
  VbReportCell *cells; /* the texts are not theirs */
  PangoLayout **layouts;
  double height;
} Row;

struct _VbReportWriter
{
  VbReport *report;
  VbPaintStyle style;
  PangoContext *context;
  cairo_t *cr; /* of the present page; NULL before the first */
  double y;
  char *continued;
  Row *titles;      /* of the table; NULL outside of one */
  GPtrArray *block; /* Row, while a block is open */
};

/* ---- rows ------------------------------------------------------------------------------------ */

static void
row_free (Row *row)
{
  if (row == NULL)
    return;
  for (guint i = 0; i < row->n_cells; i++)
    g_object_unref (row->layouts[i]);
  g_free (row->layouts);
  g_free (row->cells);
  g_free (row);
}

static double
get_lead (const VbReportCell *cell)
{
  return cell->indent + (cell->answered ? ANSWER_SIZE + ANSWER_GAP : 0);
}

static PangoLayout *
make_layout (VbReportWriter *self, const VbReportCell *cell, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, self->style.font_family);
  pango_font_description_set_absolute_size (font, kinds[cell->kind].size * PANGO_SCALE);
  pango_font_description_set_weight (font, kinds[cell->kind].weight);
  pango_font_description_set_style (font, kinds[cell->kind].style);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, cell->text != NULL ? cell->text : "", -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_alignment (layout, cell->xalign > 0.75   ? PANGO_ALIGN_RIGHT
                                      : cell->xalign > 0.25 ? PANGO_ALIGN_CENTER
                                                            : PANGO_ALIGN_LEFT);
  return layout;
}

static double
get_layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static Row *
row_new (VbReportWriter *self, const VbReportCell *cells, guint n_cells)
{
  Row *row = g_new0 (Row, 1);

  row->n_cells = n_cells;
  row->cells = g_memdup2 (cells, n_cells * sizeof *cells);
  row->layouts = g_new0 (PangoLayout *, n_cells);
  for (guint i = 0; i < n_cells; i++)
    {
      double width = cells[i].width * WIDTH - get_lead (&cells[i]);

      row->layouts[i] = make_layout (self, &cells[i], width - (i + 1 < n_cells ? COLUMN_GAP : 0));
      row->height = MAX (row->height, get_layout_height (row->layouts[i]));
      row->cells[i].text = NULL;
    }
  row->height += ROW_PADDING;
  return row;
}

/* Draws the lines of @layout from @first on that fit into @room; returns the line that is next. */
static int
draw_lines (VbReportWriter *self, PangoLayout *layout, int first, double x, double y, double room)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double top = 0;
  int line = 0;

  do
    {
      PangoRectangle extents;
      double line_top, line_bottom;

      if (line < first)
        continue;
      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      line_top = (double) extents.y / PANGO_SCALE;
      line_bottom = line_top + (double) extents.height / PANGO_SCALE;
      if (line == first)
        top = line_top;
      if (line_bottom - top > room + 0.01)
        break;
      cairo_move_to (self->cr, x + (double) extents.x / PANGO_SCALE,
                     y - top + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
      pango_cairo_show_layout_line (self->cr, pango_layout_iter_get_line_readonly (iter));
      cairo_new_path (self->cr);
    }
  while (line++, pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return line;
}

/* The part of @row that fits into @room, from the lines in @next, which is moved on. TRUE when all
 * of it has been drawn. */
static gboolean
draw_part (VbReportWriter *self, const Row *row, int *next, double room)
{
  gboolean done = TRUE;
  double x = VB_REPORT_MARGIN;

  for (guint i = 0; i < row->n_cells; i++)
    {
      const VbReportCell *cell = &row->cells[i];

      if (cell->answered && next[i] == 0)
        vb_step_painter_draw_answer (self->cr, &self->style, cell->answer,
                                     x + cell->indent + ANSWER_SIZE / 2,
                                     self->y + kinds[cell->kind].size * 0.72, ANSWER_SIZE);
      vb_paint_set_style_color (self->cr, &self->style, cell->dim ? VB_COLOR_DIM : VB_COLOR_INK);
      next[i] = draw_lines (self, row->layouts[i], next[i], x + get_lead (cell), self->y, room);
      done = done && next[i] >= pango_layout_get_line_count (row->layouts[i]);
      x += cell->width * WIDTH;
    }
  return done;
}

/* ---- pages ----------------------------------------------------------------------------------- */

static void draw_row (VbReportWriter *self, const Row *row);

static void
add_page (VbReportWriter *self)
{
  g_clear_pointer (&self->cr, cairo_destroy);
  self->cr = cairo_create (_vb_report_add_page (self->report));
  self->y = TOP;
}

/* A page that goes on with what the last one began. */
static void
continue_page (VbReportWriter *self)
{
  add_page (self);
  if (self->continued != NULL)
    {
      VbReportCell cell = {
        .width = 1, .kind = VB_REPORT_SMALL, .text = self->continued, .dim = TRUE
      };
      Row *row = row_new (self, &cell, 1);

      draw_row (self, row);
      row_free (row);
      self->y += 6;
    }
  if (self->titles != NULL)
    draw_row (self, self->titles);
}

static double
get_room (VbReportWriter *self)
{
  return BOTTOM - self->y;
}

static void
draw_row (VbReportWriter *self, const Row *row)
{
  g_autofree int *next = g_new0 (int, row->n_cells);

  /* Longer than a page: it is cut between two lines after all. */
  while (!draw_part (self, row, next, get_room (self)))
    continue_page (self);
  self->y += MIN (row->height, get_room (self));
  if (row == self->titles)
    vb_report_writer_add_rule (self);
}

static void
place_row (VbReportWriter *self, const Row *row)
{
  vb_report_writer_need (self, row->height);
  draw_row (self, row);
}

void
vb_report_writer_turn_page (VbReportWriter *self)
{
  if (self->y > TOP)
    add_page (self);
}

void
vb_report_writer_need (VbReportWriter *self, double height)
{
  /* On a page of its own there is no more room than there is. */
  if (get_room (self) < height && self->y > TOP)
    continue_page (self);
}

void
vb_report_writer_add_space (VbReportWriter *self, double height)
{
  if (self->y > TOP)
    self->y = MIN (self->y + height, BOTTOM);
}

/* ---- what is written ------------------------------------------------------------------------- */

static void
add_text (VbReportWriter *self, VbReportText kind, const char *text, gboolean dim)
{
  VbReportCell cell = { .width = 1, .kind = kind, .text = text, .dim = dim };
  Row *row = row_new (self, &cell, 1);

  vb_report_writer_add_space (self, kinds[kind].before);
  vb_report_writer_need (self, row->height + (kinds[kind].heading ? AFTER_HEADING : 0));
  draw_row (self, row);
  row_free (row);
  vb_report_writer_add_space (self, kinds[kind].after);
}

void
vb_report_writer_add_text (VbReportWriter *self, VbReportText kind, const char *text)
{
  add_text (self, kind, text, FALSE);
}

void
vb_report_writer_add_dim_text (VbReportWriter *self, VbReportText kind, const char *text)
{
  add_text (self, kind, text, TRUE);
}

void
vb_report_writer_add_row (VbReportWriter *self, const VbReportCell *cells, guint n_cells)
{
  Row *row = row_new (self, cells, n_cells);

  if (self->block != NULL)
    {
      g_ptr_array_add (self->block, row);
      return;
    }
  place_row (self, row);
  row_free (row);
}

void
vb_report_writer_begin_block (VbReportWriter *self)
{
  g_return_if_fail (self->block == NULL);

  self->block = g_ptr_array_new_with_free_func ((GDestroyNotify) (void (*) (void)) row_free);
}

void
vb_report_writer_end_block (VbReportWriter *self)
{
  g_autoptr (GPtrArray) block = g_steal_pointer (&self->block);
  double height = 0;

  g_return_if_fail (block != NULL);

  for (guint i = 0; i < block->len; i++)
    height += ((Row *) g_ptr_array_index (block, i))->height;
  vb_report_writer_need (self, height);
  for (guint i = 0; i < block->len; i++)
    place_row (self, g_ptr_array_index (block, i));
}

void
vb_report_writer_begin_table (VbReportWriter *self, const VbReportCell *cells, guint n_cells)
{
  Row *titles = row_new (self, cells, n_cells);

  vb_report_writer_end_table (self);
  vb_report_writer_need (self, titles->height + AFTER_HEADING);
  self->titles = titles;
  draw_row (self, titles);
}

void
vb_report_writer_end_table (VbReportWriter *self)
{
  g_clear_pointer (&self->titles, row_free);
}

void
vb_report_writer_set_continued (VbReportWriter *self, const char *text)
{
  g_free (self->continued);
  self->continued = g_strdup (text);
}

void
vb_report_writer_add_rule (VbReportWriter *self)
{
  double y = vb_paint_snap (self->y + 1);

  cairo_move_to (self->cr, VB_REPORT_MARGIN, y);
  cairo_line_to (self->cr, VB_REPORT_MARGIN + WIDTH, y);
  cairo_set_line_width (self->cr, 0.75);
  vb_paint_set_style_color (self->cr, &self->style, VB_COLOR_FRAME);
  cairo_stroke (self->cr);
  self->y = MIN (self->y + 6, BOTTOM);
}

void
vb_report_writer_add_drawing (VbReportWriter *self, VbDrawing *drawing, double height)
{
  const char *subtitle = vb_drawing_get_subtitle (drawing);
  VbReportCell title = { .width = 1,
                         .kind = VB_REPORT_SUBHEADING,
                         .text = vb_drawing_get_title (drawing) };
  Row *row = row_new (self, &title, 1);
  VbDrawingSize size;

  vb_drawing_measure (drawing, &self->style, &size);
  if (height <= 0)
    height = size.natural_height;
  vb_report_writer_need (self, row->height + height + 30);
  draw_row (self, row);
  row_free (row);
  if (subtitle != NULL && *subtitle != '\0')
    add_text (self, VB_REPORT_SMALL, subtitle, TRUE);
  self->y += 4;
  height = MIN (height, get_room (self));
  cairo_save (self->cr);
  cairo_translate (self->cr, VB_REPORT_MARGIN, self->y);
  vb_drawing_draw (drawing, self->cr, &(VbFrame){ &self->style, WIDTH, height }, NULL);
  cairo_restore (self->cr);
  self->y = MIN (self->y + height + 8, BOTTOM);
}

void
vb_report_writer_add_bookmark (VbReportWriter *self, const char *title)
{
  _vb_report_add_bookmark (self->report, title);
}

/* ---- life ------------------------------------------------------------------------------------ */

VbReportWriter *
vb_report_writer_new (const char *title)
{
  VbReportWriter *self = g_new0 (VbReportWriter, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->report = _vb_report_new (title);
  self->style = (VbPaintStyle) VB_PAINT_STYLE_INIT;
  self->style.font_size = DRAWING_FONT_SIZE;
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  add_page (self);
  return self;
}

void
vb_report_writer_free (VbReportWriter *self)
{
  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->titles, row_free);
  g_clear_pointer (&self->block, g_ptr_array_unref);
  g_clear_object (&self->context);
  g_clear_object (&self->report);
  g_free (self->continued);
  g_free (self);
}

VbReport *
vb_report_writer_finish (VbReportWriter *self)
{
  VbReport *report = g_steal_pointer (&self->report);

  vb_report_writer_free (self);
  return report;
}
