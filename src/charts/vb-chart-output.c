/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-chart-output.h"

#include "vb-file.h"

#define MIN_WIDTH 640.0
#define HEADER_HEIGHT 80.0

static VbFrame
get_frame (VbDrawing *drawing, const VbPaintStyle *style)
{
  VbDrawingSize size;

  vb_drawing_measure (drawing, style, &size);
  return (VbFrame){ style, MAX (size.natural_width + 32, MIN_WIDTH),
                    size.natural_height + HEADER_HEIGHT };
}

gboolean
vb_chart_output_copy (VbDrawing *drawing, GdkClipboard *clipboard, GError **error)
{
  VbPaintStyle style = VB_PAINT_STYLE_INIT;
  VbFrame frame = get_frame (drawing, &style);
  g_autoptr (GBytes) png = vb_drawing_export (drawing, VB_EXPORT_PNG, &frame, error);
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GdkContentProvider) provider = NULL;
  GdkContentProvider *kinds[2];

  if (png == NULL)
    return FALSE;
  svg = vb_drawing_export (drawing, VB_EXPORT_SVG, &frame, error);
  if (svg == NULL)
    return FALSE;
  texture = gdk_texture_new_from_bytes (png, error);
  if (texture == NULL)
    return FALSE;

  kinds[0] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
  kinds[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  provider = gdk_content_provider_new_union (kinds, G_N_ELEMENTS (kinds));
  return gdk_clipboard_set_content (clipboard, provider);
}

typedef struct
{
  GFile *file;
  GBytes *bytes;
} SaveJob;

static void
save_job_free (gpointer data)
{
  SaveJob *job = data;

  g_object_unref (job->file);
  g_bytes_unref (job->bytes);
  g_free (job);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  SaveJob *job = task_data;
  GError *error = NULL;

  if (vb_file_replace (job->file, job->bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
vb_chart_output_save_async (VbDrawing *drawing,
                            GFile *file,
                            VbExportFormat format,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  VbPaintStyle style = VB_PAINT_STYLE_INIT;
  VbFrame frame = get_frame (drawing, &style);
  g_autoptr (GTask) task = g_task_new (drawing, cancellable, callback, user_data);
  GBytes *bytes;
  GError *error = NULL;
  SaveJob *job;

  g_task_set_source_tag (task, vb_chart_output_save_async);
  bytes = vb_drawing_export (drawing, format, &frame, &error);
  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  job = g_new (SaveJob, 1);
  job->file = g_object_ref (file);
  job->bytes = bytes;
  g_task_set_task_data (task, job, save_job_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
vb_chart_output_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

char *
vb_chart_output_dup_file_name (VbDrawing *drawing, VbExportFormat format)
{
  g_autofree char *name = g_strdup (vb_drawing_get_title (drawing));

  /* What Windows shares refuse; a title may be a question. */
  g_strdelimit (name, "/\\:*?\"<>|", ' ');
  g_strstrip (name);
  return g_strdup_printf ("%s.%s", *name != '\0' ? name : "chart", vb_export_format_to_id (format));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  VbDrawing *drawing = user_data;
  VbPaintStyle style = VB_PAINT_STYLE_INIT;
  VbFrame frame;
  VbDrawingSize size;

  /* The page is measured in points: letters of 11 as in a letter. */
  style.font_size = 11;
  vb_drawing_measure (drawing, &style, &size);
  frame = (VbFrame){ &style, gtk_print_context_get_width (context),
                     MAX (gtk_print_context_get_width (context) * 0.56,
                          size.natural_height + HEADER_HEIGHT) };
  frame.height = MIN (frame.height, gtk_print_context_get_height (context));
  vb_drawing_draw_titled (drawing, gtk_print_context_get_cairo_context (context), &frame);
}

GtkPrintOperation *
vb_chart_output_new_print (VbDrawing *drawing)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autofree char *name = vb_chart_output_dup_file_name (drawing, VB_EXPORT_PDF);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPageSetup) page = gtk_page_setup_new ();

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_page_setup_set_orientation (page, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, page);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_job_name (operation, vb_drawing_get_title (drawing));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_object_ref (drawing),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  return operation;
}
