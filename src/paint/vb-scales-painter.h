/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pair of scales: the heavier pan hangs lower. */
#pragma once

#include "vb-text.h"

G_BEGIN_DECLS

typedef struct
{
  double left;  /* weight of need; NAN = nothing on the pan */
  double right; /* weight of available capacity */
  const char *left_figure;
  const char *right_figure;
  const char *left_name;
  const char *right_name;
} VbScalesWeights;

/* Tilt of the beam in radians, positive when the left side is heavier: proportional to the
 * difference relative to the left weight, so that one per cent can be seen and a third is the end
 * stop. 0 when either is missing. */
double vb_scales_painter_get_tilt (double left, double right);

/* Draws in the box @width x @height from the origin. */
void vb_scales_painter_draw (cairo_t *cr,
                             const VbPaintStyle *style,
                             VbText *text,
                             const VbScalesWeights *weights,
                             double width,
                             double height);

G_END_DECLS
