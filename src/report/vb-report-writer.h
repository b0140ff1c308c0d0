/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a report from top to bottom and turns the page when it is full. What belongs together
 * stays together: a row is never cut in two unless it is longer than a page. */
#pragma once

#include "vb-drawing.h"
#include "vb-report.h"
#include "vb-terms.h"

G_BEGIN_DECLS

typedef enum
{
  VB_REPORT_BODY,
  VB_REPORT_TITLE,
  VB_REPORT_HEADING,
  VB_REPORT_SUBHEADING,
  VB_REPORT_STRONG,
  VB_REPORT_SMALL,
  VB_REPORT_SMALL_STRONG,
  VB_REPORT_ITALIC, /* small; what somebody has written */
  VB_REPORT_FIGURE, /* the one figure of a cover */
} VbReportText;
#define VB_N_REPORT_TEXTS (VB_REPORT_FIGURE + 1)

/* One cell of a row. A row's widths are shares of the page's and add up to at most 1. */
typedef struct
{
  double width;
  VbReportText kind;
  const char *text; /* NULL = none */
  double xalign;    /* 0 left … 1 right */
  double indent;    /* pt */
  gboolean dim;
  gboolean answered; /* with the disc of @answer before the text */
  VbAnswer answer;
} VbReportCell;

typedef struct _VbReportWriter VbReportWriter;

/* @title: of the report, at the foot of each page. */
VbReportWriter *vb_report_writer_new (const char *title);
/* Gives the report up. */
void vb_report_writer_free (VbReportWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbReportWriter, vb_report_writer_free)
/* The finished report, owned by the caller; @self is freed. */
VbReport *vb_report_writer_finish (VbReportWriter *self);

/* Turns the page unless it is empty. */
void vb_report_writer_turn_page (VbReportWriter *self);
/* Turns it unless there are @height points left, or nothing stands on it yet. */
void vb_report_writer_need (VbReportWriter *self, double height);
void vb_report_writer_add_space (VbReportWriter *self, double height);
/* Wrapped over the whole width. A heading does not stand last on a page. */
void vb_report_writer_add_text (VbReportWriter *self, VbReportText kind, const char *text);
void vb_report_writer_add_dim_text (VbReportWriter *self, VbReportText kind, const char *text);
void vb_report_writer_add_row (VbReportWriter *self, const VbReportCell *cells, guint n_cells);
/* Several rows that stay together, if a page holds them. */
void vb_report_writer_begin_block (VbReportWriter *self);
void vb_report_writer_end_block (VbReportWriter *self);
/* A row of column titles, repeated where the page turns until vb_report_writer_end_table(). The
 * texts are copied. */
void vb_report_writer_begin_table (VbReportWriter *self, const VbReportCell *cells, guint n_cells);
void vb_report_writer_end_table (VbReportWriter *self);
/* What stands at the top of a page that goes on with something: "Forecasting, continued"; NULL for
 * nothing. */
void vb_report_writer_set_continued (VbReportWriter *self, const char *text);
/* A thin line over the whole width. */
void vb_report_writer_add_rule (VbReportWriter *self);
/* With its title, @height points high (0 = as high as it wants to be). */
void vb_report_writer_add_drawing (VbReportWriter *self, VbDrawing *drawing, double height);
/* A bookmark to what comes next. */
void vb_report_writer_add_bookmark (VbReportWriter *self, const char *title);

G_END_DECLS
