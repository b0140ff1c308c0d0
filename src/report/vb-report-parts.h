/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reports of the ladder share. */
#pragma once

#include <gio/gio.h>

#include "vb-ladder.h"
#include "vb-period.h"
#include "vb-report-writer.h"

G_BEGIN_DECLS

/* The upper half of a cover: unit and ladder. @path may be NULL. */
void vb_report_parts_add_cover (VbReportWriter *writer,
                                const char *unit_name,
                                const char *path,
                                VbLadder *ladder);
/* The step in large figures, with its name and what it looks like; 0 = none is known. */
void vb_report_parts_add_step (VbReportWriter *writer, VbLadder *ladder, guint step);
/* The rule of the ladder, whose wording it is, and its source. */
void vb_report_parts_add_notice (VbReportWriter *writer, VbLadder *ladder);
/* A table with its heading; the kind of @titles does not matter. */
void vb_report_parts_begin_table (VbReportWriter *writer,
                                  const char *heading,
                                  const VbReportCell *titles,
                                  guint n_titles);
/* A row of it in small letters, but for cells that are strong. */
void
vb_report_parts_add_body_row (VbReportWriter *writer, const VbReportCell *cells, guint n_cells);
/* A table of VbAction, or that there are none. @actions may be NULL. */
void vb_report_parts_add_actions (VbReportWriter *writer, GListModel *actions, VbDay today);

G_END_DECLS
