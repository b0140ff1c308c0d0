/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a VbReportWriter makes a report; nobody else includes this. */
#pragma once

#include "vb-report.h"

G_BEGIN_DECLS

VbReport *_vb_report_new (const char *title);
/* A further page to draw on, which belongs to the report. */
cairo_surface_t *_vb_report_add_page (VbReport *self);
/* A bookmark to the page added last. */
void _vb_report_add_bookmark (VbReport *self, const char *title);

G_END_DECLS
