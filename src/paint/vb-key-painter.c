/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-key-painter.h"

#include "vb-bar-painter.h"
#include "vb-handle-painter.h"
#include "vb-line-painter.h"

#define BOX_WIDTH 18.0
#define BOX_HEIGHT 11.0
#define LINE_WIDTH 24.0
#define NAME_GAP 6.0
#define SPACING 16.0
/* What just fits is not to be broken by rounding. */
#define SLACK 1.0

static double
get_mark_width (const VbKeyEntry *entry)
{
  return entry->mark == VB_KEY_LINE ? LINE_WIDTH : BOX_WIDTH;
}

static void
draw_mark (cairo_t *cr, const VbPaintStyle *style, const VbKeyEntry *entry, double x, double y)
{
  VbPoint point = { x + BOX_WIDTH / 2, y };

  switch (entry->mark)
    {
    case VB_KEY_POINT:
      vb_line_painter_draw_scattered (cr, style, entry->role, &point, 1);
      break;
    case VB_KEY_LINE:
      vb_line_painter_draw_key (cr, style, entry->role, x, y, LINE_WIDTH);
      break;
    case VB_KEY_LOCK:
      vb_handle_painter_draw_lock (cr, style, point.x, y);
      break;
    case VB_KEY_BOX:
    default:
      vb_bar_painter_draw_box (
          cr, style, entry->role, entry->hatch,
          &(cairo_rectangle_t){ x, y - BOX_HEIGHT / 2, BOX_WIDTH, BOX_HEIGHT });
      break;
    }
}

double
vb_key_painter_draw (cairo_t *cr,
                     const VbPaintStyle *style,
                     VbText *text,
                     const VbKeyEntry *entries,
                     guint n_entries,
                     double width)
{
  double line = vb_text_get_line_height (text, VB_TEXT_SMALL);
  double x = 0, y = 0;

  for (guint i = 0; i < n_entries; i++)
    {
      double mark = get_mark_width (&entries[i]) + NAME_GAP;
      double entry = mark + vb_text_get_width (text, VB_TEXT_SMALL, entries[i].name);

      if (x > 0 && x + entry > width)
        {
          x = 0;
          y += line;
        }
      if (cr != NULL)
        {
          draw_mark (cr, style, &entries[i], x, y + line / 2);
          vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
          vb_text_draw_wrapped (text, cr, VB_TEXT_SMALL, entries[i].name, x + mark, y,
                                MAX (width - x - mark, 1) + SLACK);
        }
      /* One that is wider than the drawing has it to itself, in several lines. */
      if (entry > width)
        y += vb_text_draw_wrapped (text, NULL, VB_TEXT_SMALL, entries[i].name, 0, 0,
                                   MAX (width - mark, 1) + SLACK)
             - line;
      x += entry + SPACING;
    }

  return n_entries > 0 ? y + line : 0;
}
