/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How everything is drawn: which scheme, which letters. The one thing a painter is told about the
 * world; numbers and dates follow the locale of the process. */
#pragma once

#include <cairo.h>

#include "vb-palette.h"

G_BEGIN_DECLS

typedef struct
{
  VbScheme scheme;
  const char *font_family; /* not owned; must live as long as the style is used */
  double font_size;        /* body text at 100 %, px (or pt on a page) */
  double text_scale;       /* the reader's text scaling: 2.0 = 200 % */
  int pixel_scale;         /* pixels a px where the picture is made of pixels: 1, 2 … */
} VbPaintStyle;

/* Light, the platform's font, 14.67 px (11 pt at 96 dpi), 100 %: for files and print. */
#define VB_PAINT_STYLE_INIT                                                                        \
  {                                                                                                \
    .scheme = VB_SCHEME_LIGHT, .font_family = "Cantarell, Adwaita Sans, sans-serif",               \
    .font_size = 14.67, .text_scale = 1.0, .pixel_scale = 1                                        \
  }

/* Sets @color as source. */
void vb_paint_set_color (cairo_t *cr, VbRgba color);
/* Sets the scheme's colour @color as source. */
void vb_paint_set_style_color (cairo_t *cr, const VbPaintStyle *style, VbColor color);
/* Line width and dash of @role's marks; @width_factor thins the line where there are many points.
 */
void vb_paint_set_marks (cairo_t *cr, VbRole role, double width_factor);
/* Snaps a coordinate to the middle of a pixel, so that a 1 px line is sharp. */
double vb_paint_snap (double coordinate);
/* Path of a rectangle with round corners. */
void
vb_paint_round_rectangle (cairo_t *cr, double x, double y, double width, double height, double r);

G_END_DECLS
