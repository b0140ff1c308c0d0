/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-row-layout.h"

#define GAP 8.0
#define PAD 4.0
#define MAX_NAME_SHARE 0.42
/* With less left for the axis, names move above it. */
#define MIN_AXIS 90.0
#define BAR_SHARE 0.66

/* One that lines cannot be broken in, and that would be cut. */
static gboolean
has_long_word (const VbRowLayout *layout, VbText *text, const char *const *names, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      double widest;

      if (vb_text_get_width (text, VB_TEXT_SMALL_BOLD, names[i]) <= layout->name_width)
        continue;
      vb_text_draw_block (text, NULL, VB_TEXT_SMALL_BOLD, names[i], 0, 0, layout->name_width + 1, 1,
                          &widest);
      if (widest > layout->name_width + 1)
        return TRUE;
    }
  return FALSE;
}

void
vb_row_layout_init (VbRowLayout *layout,
                    const VbFrame *frame,
                    VbText *text,
                    double top,
                    const char *const *names,
                    guint n,
                    double left_labels,
                    double right_labels)
{
  double widest = 0;

  for (guint i = 0; i < n; i++)
    widest = MAX (widest, vb_text_get_width (text, VB_TEXT_SMALL_BOLD, names[i]));

  *layout = (VbRowLayout){
    .top = top,
    .pitch = MAX (frame->height - top, 1) / MAX (n, 1),
    .line = vb_text_get_line_height (text, VB_TEXT_SMALL),
    .width = frame->width,
    .name_width = MIN (widest, frame->width * MAX_NAME_SHARE),
  };
  layout->stacked = frame->width - layout->name_width - GAP - left_labels - right_labels < MIN_AXIS
                    || (layout->pitch >= vb_row_layout_measure (text, 1, TRUE)
                        && has_long_word (layout, text, names, n));
  if (layout->stacked)
    layout->name_width = frame->width;
  layout->left = (layout->stacked ? 1 : layout->name_width + GAP) + left_labels;
  layout->right = MAX (frame->width - right_labels - 1, layout->left + 1);
}

double
vb_row_layout_measure (VbText *text, guint n, gboolean least)
{
  double line = vb_text_get_line_height (text, VB_TEXT_SMALL);

  return MAX (n, 1) * (2 * line + (least ? PAD : 2 * PAD));
}

double
vb_row_layout_get_axis_top (const VbRowLayout *layout, guint row)
{
  double top = layout->top + row * layout->pitch;

  return layout->stacked ? top + layout->line + 2 : top;
}

double
vb_row_layout_get_y (const VbRowLayout *layout, guint row)
{
  return (vb_row_layout_get_axis_top (layout, row) + layout->top + (row + 1) * layout->pitch) / 2;
}

double
vb_row_layout_get_bar_height (const VbRowLayout *layout)
{
  double band = layout->stacked ? layout->pitch - layout->line - 2 : layout->pitch;

  return MAX (MIN (band * BAR_SHARE, layout->line * 1.3), 2);
}

void
vb_row_layout_get_box (const VbRowLayout *layout, guint row, cairo_rectangle_t *box)
{
  *box = (cairo_rectangle_t){ 1, layout->top + row * layout->pitch + 1, layout->width - 2,
                              layout->pitch - 2 };
}

void
vb_row_layout_draw_name (const VbRowLayout *layout,
                         cairo_t *cr,
                         VbText *text,
                         VbTextKind kind,
                         guint row,
                         const char *name)
{
  double top = layout->top + row * layout->pitch;
  double y = top + layout->pitch / 2;
  double height, widest;

  if (layout->stacked)
    {
      vb_text_draw_elided (text, cr, kind, name, 0, top + 2, 0, 0, layout->name_width);
      return;
    }
  height = vb_text_draw_block (text, NULL, kind, name, 0, 0, layout->name_width + 1, 1, &widest);
  if (height > layout->pitch || widest > layout->name_width + 1)
    vb_text_draw_elided (text, cr, kind, name, layout->name_width, y, 1, 0.5, layout->name_width);
  else
    vb_text_draw_block (text, cr, kind, name, -1, y - height / 2, layout->name_width + 1, 1, NULL);
}
