/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of the things that a recommended target rests on, in words: what the unit says, what is
 * usual, and which of them is in use. */
#pragma once

#include <gtk/gtk.h>

#include "vb-occupancy-row.h"

G_BEGIN_DECLS

#define VB_TYPE_ADVICE_ROW (vb_advice_row_get_type ())
G_DECLARE_FINAL_TYPE (VbAdviceRow, vb_advice_row, VB, ADVICE_ROW, GObject)

/* All that the target of @row rests on (of VbAdviceRow). Owned by the caller. */
GListModel *vb_advice_row_list (VbOccupancyRow *row);

const char *vb_advice_row_get_name (VbAdviceRow *self);
const char *vb_advice_row_get_figure (VbAdviceRow *self); /* "variation" */
/* NULL where there is nothing to say. */
const char *vb_advice_row_get_own (VbAdviceRow *self); /* what the unit says */
const char *vb_advice_row_get_usual (VbAdviceRow *self);
const char *vb_advice_row_get_used (VbAdviceRow *self);

/* A VbFigureTable of them. */
GtkWidget *vb_advice_row_new_table (void);

G_END_DECLS
