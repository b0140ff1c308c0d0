/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finished pages of paper, for a file or a printer. Made by a VbReportWriter. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* A4, upright, in points. */
#define VB_REPORT_PAGE_WIDTH 595.28
#define VB_REPORT_PAGE_HEIGHT 841.89
/* Where nothing is ever written: 18 mm at the sides, which leaves room for the holes of a binder.
 */
#define VB_REPORT_MARGIN 51.0

#define VB_TYPE_REPORT (vb_report_get_type ())
G_DECLARE_FINAL_TYPE (VbReport, vb_report, VB, REPORT, GObject)

const char *vb_report_get_title (VbReport *self);
guint vb_report_get_n_pages (VbReport *self);
/* Draws a page, from 0, with its foot, on a surface measured in points. */
void vb_report_draw_page (VbReport *self, cairo_t *cr, guint page);
/* The whole as a PDF file in memory, with bookmarks. Owned by the caller; VB_ERROR_STORAGE when
 * there is no memory for it. */
GBytes *vb_report_to_pdf (VbReport *self, GError **error);
/* Writes the whole file or leaves an old one as it was. Blocks: not for the main loop. Errors of
 * GIO, and as above. */
gboolean vb_report_save (VbReport *self, GFile *file, GCancellable *cancellable, GError **error);
/* "Development ladder Medicine 2026-11-12.pdf": a name for the file, without what file systems
 * refuse. Owned by the caller. */
char *vb_report_dup_file_name (VbReport *self);

G_END_DECLS
