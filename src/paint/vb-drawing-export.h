/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drawing as a file or a page of its own: with its title, on a background. */
#pragma once

#include "vb-drawing.h"

G_BEGIN_DECLS

typedef enum
{
  VB_EXPORT_SVG,
  VB_EXPORT_PNG, /* twice as many pixels as px, for sharp slides */
  VB_EXPORT_PDF, /* a px is a point */
} VbExportFormat;
#define VB_N_EXPORT_FORMATS (VB_EXPORT_PDF + 1)

/* "svg", "png", "pdf": also the suffix of the file. */
const char *vb_export_format_to_id (VbExportFormat format);
gboolean vb_export_format_from_id (const char *id, VbExportFormat *out);

/* Draws title, subtitle and drawing into @frame, on the scheme's background. */
void vb_drawing_draw_titled (VbDrawing *self, cairo_t *cr, const VbFrame *frame);

/* The file in memory. VB_ERROR_STORAGE when there is no memory for so large a picture. */
GBytes *
vb_drawing_export (VbDrawing *self, VbExportFormat format, const VbFrame *frame, GError **error);
/* Writes the whole file or leaves an old one as it was. Errors of GIO, and as above. */
gboolean vb_drawing_save (VbDrawing *self,
                          GFile *file,
                          VbExportFormat format,
                          const VbFrame *frame,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
