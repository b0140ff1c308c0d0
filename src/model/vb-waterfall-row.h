/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-lever.h"

G_BEGIN_DECLS

typedef enum
{
  VB_WATERFALL_START,    /* the gap of the first year, without any lever */
  VB_WATERFALL_NEED,     /* how need changes by itself until the year asked for */
  VB_WATERFALL_CAPACITY, /* likewise */
  VB_WATERFALL_LEVER,
  VB_WATERFALL_END, /* the gap of the year asked for */
} VbWaterfallKind;

#define VB_TYPE_WATERFALL_ROW (vb_waterfall_row_get_type ())
G_DECLARE_FINAL_TYPE (VbWaterfallRow, vb_waterfall_row, VB, WATERFALL_ROW, GObject)

/* A step of the way from one gap to another; immutable. @lever: of LEVER, else NULL. @beds: START
 * and END, the gap; else what is added to it. */
VbWaterfallRow *vb_waterfall_row_new (VbWaterfallKind kind, VbLever *lever, double beds);
VbWaterfallKind vb_waterfall_row_get_kind (VbWaterfallRow *self);
VbLever *vb_waterfall_row_get_lever (VbWaterfallRow *self); /* not owned */
double vb_waterfall_row_get_beds (VbWaterfallRow *self);

G_END_DECLS
