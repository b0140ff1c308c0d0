/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report from a page to a file or a printer. */
#pragma once

#include "vb-page.h"
#include "vb-report.h"

G_BEGIN_DECLS

/* Asks where to, writes the PDF in a thread, and tells on the page. */
void vb_ladder_print_save (VbPage *page, VbReport *report);
/* The print dialog of the desktop. */
void vb_ladder_print_run (VbPage *page, VbReport *report);
/* Without asking; what vb_ladder_print_save() does once @file is chosen. */
void vb_ladder_print_save_to (VbPage *page, VbReport *report, GFile *file);

G_END_DECLS
