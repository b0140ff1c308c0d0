/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of years and of sisters as the drawings of a page and of the command line. */
#pragma once

#include <gio/gio.h>

#include "vb-drawing.h"
#include "vb-period.h"
#include "vb-sister-row.h"
#include "vb-unit.h"

G_BEGIN_DECLS

/* "Region Exempel, somatic care": care groups are never added, so a figure says which it is of.
 * Owned by the caller. */
char *vb_year_plots_dup_whose (VbUnit *unit, VbCareGroup group);
/* "Region Exempel, somatic care, 2026". */
char *vb_year_plots_dup_whose_and_when (VbUnit *unit, VbCareGroup group, VbPeriod period);

/* Need, available beds and reference numbers of @years (of VbYearRow). */
VbDrawing *vb_year_plot_new (VbUnit *unit, VbCareGroup group, GListModel *years);
/* The gap of @years as planned, as it came about in whole years, and as the scenario has it. */
VbDrawing *vb_year_deviation_plot_new (VbUnit *unit, VbCareGroup group, GListModel *years);
/* TRUE when there is anything planned to show. */
gboolean vb_year_plots_have_plan (GListModel *years);

/* @sisters (of VbSisterRow) as they are ranked by @order. @when: "2025". */
VbDrawing *vb_sister_plot_new (const char *when, VbSisterOrder order, GListModel *sisters);

G_END_DECLS
