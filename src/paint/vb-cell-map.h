/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map of units x periods, each cell with its number and a filling that tells the same. */
#pragma once

#include "vb-drawing.h"
#include "vb-period.h"

G_BEGIN_DECLS

#define VB_TYPE_CELL_MAP (vb_cell_map_get_type ())
G_DECLARE_FINAL_TYPE (VbCellMap, vb_cell_map, VB, CELL_MAP, VbDrawing)

typedef enum
{
  VB_CELL_MAP_GAP,      /* beds; negative = shortage */
  VB_CELL_MAP_COVERAGE, /* 0..1: how much of the period has data */
} VbCellMapKind;

/* Columns are @n_periods periods of @grain from @start. */
VbCellMap *vb_cell_map_new (VbCellMapKind kind,
                            const char *title,
                            const char *subtitle,
                            VbGrain grain,
                            VbDay start,
                            guint n_periods);
/* @id comes back in vb_cell_map_get_row_id(); @values: one a period, NAN = missing (copied). */
void vb_cell_map_add_row (VbCellMap *self, gint64 id, const char *name, const double *values);
gint64 vb_cell_map_get_row_id (VbCellMap *self, guint row);
VbDay vb_cell_map_get_column_start (VbCellMap *self, guint column);

G_END_DECLS
