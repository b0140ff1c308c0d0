/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways of a drawing out of the program: clipboard, file, printer. Always light, at a size of its
 * own: a report is not a picture of the window. */
#pragma once

#include <gtk/gtk.h>

#include "vb-drawing-export.h"

G_BEGIN_DECLS

/* Puts the drawing on the clipboard as a picture and as SVG. */
gboolean vb_chart_output_copy (VbDrawing *drawing, GdkClipboard *clipboard, GError **error);

/* Writes the file without blocking. */
void vb_chart_output_save_async (VbDrawing *drawing,
                                 GFile *file,
                                 VbExportFormat format,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean vb_chart_output_save_finish (GAsyncResult *result, GError **error);

/* A proposal for the file's name: "Need and available beds.svg". Owned by the caller. */
char *vb_chart_output_dup_file_name (VbDrawing *drawing, VbExportFormat format);

/* A print job of one page. Owned by the caller. */
GtkPrintOperation *vb_chart_output_new_print (VbDrawing *drawing);

G_END_DECLS
