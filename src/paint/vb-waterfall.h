/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a gap comes about: from where it starts, step by step, to where it ends. Steps on need and
 * steps on capacity differ by filling and corners. Beside each other where the names have room,
 * else one under the other. */
#pragma once

#include "vb-item-drawing.h"

G_BEGIN_DECLS

#define VB_TYPE_WATERFALL (vb_waterfall_get_type ())
G_DECLARE_FINAL_TYPE (VbWaterfall, vb_waterfall, VB, WATERFALL, VbItemDrawing)

typedef enum
{
  VB_WATERFALL_GAP,      /* a gap: where it starts, stands or ends; shortage or surplus */
  VB_WATERFALL_NEED,     /* what a change of need adds to the gap */
  VB_WATERFALL_CAPACITY, /* what a change of capacity adds to it */
} VbWaterfallKind;

typedef struct
{
  VbWaterfallKind kind;
  const char *name;
  double beds; /* negative = shortage, or what makes it larger; NAN = missing */
} VbWaterfallStep;

/* A step begins where the one before it ended. Figures are rounded so that those shown add up (to
 * whole beds where a hundred or more is shown, else to a tenth), and so are the table's. @subtitle
 * may be NULL; all is copied. */
VbWaterfall *vb_waterfall_new (const char *title,
                               const char *subtitle,
                               const VbWaterfallStep *steps,
                               guint n_steps);

G_END_DECLS
