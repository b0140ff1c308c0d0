/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-drawing-export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-error.h"
#include "vb-file.h"
#include "vb-text.h"

#define MARGIN 16.0
#define PNG_SCALE 2

static const char *const ids[VB_N_EXPORT_FORMATS] = { "svg", "png", "pdf" };

const char *
vb_export_format_to_id (VbExportFormat format)
{
  return ids[format];
}

gboolean
vb_export_format_from_id (const char *id, VbExportFormat *out)
{
  for (guint i = 0; i < VB_N_EXPORT_FORMATS; i++)
    if (g_ascii_strcasecmp (id, ids[i]) == 0)
      {
        *out = i;
        return TRUE;
      }

  return FALSE;
}

void
vb_drawing_draw_titled (VbDrawing *self, cairo_t *cr, const VbFrame *frame)
{
  const VbPaintStyle *style = frame->style;
  g_autoptr (VbText) text = vb_text_new (style);
  const char *subtitle = vb_drawing_get_subtitle (self);
  double width = frame->width - 2 * MARGIN;
  double y = MARGIN;

  cairo_save (cr);
  vb_paint_set_style_color (cr, style, VB_COLOR_BACKGROUND);
  cairo_rectangle (cr, 0, 0, frame->width, frame->height);
  cairo_fill (cr);

  vb_paint_set_style_color (cr, style, VB_COLOR_INK);
  y += vb_text_draw_wrapped (text, cr, VB_TEXT_BOLD, vb_drawing_get_title (self), MARGIN, y, width);
  if (subtitle != NULL && *subtitle != '\0')
    {
      vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
      y += vb_text_draw_wrapped (text, cr, VB_TEXT_SMALL, subtitle, MARGIN, y + 2, width) + 2;
    }
  y += 10;

  cairo_translate (cr, MARGIN, y);
  vb_drawing_draw (self, cr,
                   &(VbFrame){ style, MAX (width, 1), MAX (frame->height - y - MARGIN, 1) }, NULL);
  cairo_restore (cr);
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
make_surface (VbExportFormat format, const VbFrame *frame, GByteArray *bytes)
{
  cairo_surface_t *surface;

  switch (format)
    {
    case VB_EXPORT_SVG:
      surface =
          cairo_svg_surface_create_for_stream (append_bytes, bytes, frame->width, frame->height);
      break;
    case VB_EXPORT_PDF:
      surface =
          cairo_pdf_surface_create_for_stream (append_bytes, bytes, frame->width, frame->height);
      break;
    case VB_EXPORT_PNG:
    default:
      surface =
          cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (frame->width * PNG_SCALE),
                                      (int) ceil (frame->height * PNG_SCALE));
      cairo_surface_set_device_scale (surface, PNG_SCALE, PNG_SCALE);
      break;
    }

  return surface;
}

GBytes *
vb_drawing_export (VbDrawing *self, VbExportFormat format, const VbFrame *frame, GError **error)
{
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_status_t status;
  VbPaintStyle style;
  cairo_t *cr;

  g_return_val_if_fail (VB_IS_DRAWING (self), NULL);

  bytes = g_byte_array_new ();
  surface = make_surface (format, frame, bytes);
  if (format == VB_EXPORT_PDF)
    {
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                      vb_drawing_get_title (self));
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Vårdbalans");
    }

  style = *frame->style;
  style.pixel_scale = PNG_SCALE;
  cr = cairo_create (surface);
  vb_drawing_draw_titled (self, cr, &(VbFrame){ &style, frame->width, frame->height });
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && format == VB_EXPORT_PNG)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_byte_array_unref (bytes);
      g_set_error (error, VB_ERROR, VB_ERROR_STORAGE, _ ("The picture could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (bytes);
}

gboolean
vb_drawing_save (VbDrawing *self,
                 GFile *file,
                 VbExportFormat format,
                 const VbFrame *frame,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GBytes) bytes = vb_drawing_export (self, format, frame, error);

  if (bytes == NULL)
    return FALSE;
  return vb_file_replace (file, bytes, cancellable, error);
}
