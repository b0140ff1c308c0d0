/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-problem.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define VB_TYPE_SAMPLE_ROW (vb_sample_row_get_type ())
G_DECLARE_FINAL_TYPE (VbSampleRow, vb_sample_row, VB, SAMPLE_ROW, GObject)

/* A row of a file as text, with what is wrong with it. @number: as a spreadsheet numbers it. Takes
 * @cells over. */
VbSampleRow *vb_sample_row_new (guint number, GStrv cells);
guint vb_sample_row_get_number (VbSampleRow *self);
const char *vb_sample_row_get_cell (VbSampleRow *self, guint column); /* "" beyond the last */
/* @column -1: of the whole row. The first fault of a cell stands. */
void vb_sample_row_add_fault (VbSampleRow *self, int column, const VbProblem *problem);
/* What is wrong, in a sentence for a person; NULL when nothing is. */
const char *vb_sample_row_get_fault (VbSampleRow *self, int column);

G_END_DECLS
