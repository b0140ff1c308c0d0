/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-report-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "vb-error.h"
#include "vb-file.h"
#include "vb-text.h"

#define FOOT_SIZE 8.5

typedef struct
{
  char *title;
  guint page;
} Bookmark;

struct _VbReport
{
  GObject parent_instance;

  char *title;
  GPtrArray *pages;  /* cairo_surface_t, recording */
  GArray *bookmarks; /* Bookmark */
};

G_DEFINE_FINAL_TYPE (VbReport, vb_report, G_TYPE_OBJECT)

static void
clear_bookmark (gpointer data)
{
  g_free (((Bookmark *) data)->title);
}

static void
vb_report_finalize (GObject *object)
{
  VbReport *self = VB_REPORT (object);

  g_free (self->title);
  g_ptr_array_unref (self->pages);
  g_array_unref (self->bookmarks);

  G_OBJECT_CLASS (vb_report_parent_class)->finalize (object);
}

static void
vb_report_class_init (VbReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_report_finalize;
}

static void
vb_report_init (VbReport *self)
{
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  self->bookmarks = g_array_new (FALSE, FALSE, sizeof (Bookmark));
  g_array_set_clear_func (self->bookmarks, clear_bookmark);
}

VbReport *
_vb_report_new (const char *title)
{
  VbReport *self = g_object_new (VB_TYPE_REPORT, NULL);

  self->title = g_strdup (title);
  return self;
}

cairo_surface_t *
_vb_report_add_page (VbReport *self)
{
  const cairo_rectangle_t extents = { 0, 0, VB_REPORT_PAGE_WIDTH, VB_REPORT_PAGE_HEIGHT };
  cairo_surface_t *page = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);

  g_ptr_array_add (self->pages, page);
  return page;
}

void
_vb_report_add_bookmark (VbReport *self, const char *title)
{
  Bookmark bookmark = { g_strdup (title), self->pages->len };

  g_array_append_val (self->bookmarks, bookmark);
}

const char *
vb_report_get_title (VbReport *self)
{
  g_return_val_if_fail (VB_IS_REPORT (self), NULL);

  return self->title;
}

guint
vb_report_get_n_pages (VbReport *self)
{
  g_return_val_if_fail (VB_IS_REPORT (self), 0);

  return self->pages->len;
}

static void
draw_foot (VbReport *self, cairo_t *cr, guint page)
{
  VbPaintStyle style = VB_PAINT_STYLE_INIT;
  g_autoptr (VbText) text = NULL;
  g_autofree char *number = NULL;
  double right = VB_REPORT_PAGE_WIDTH - VB_REPORT_MARGIN;
  double y = VB_REPORT_PAGE_HEIGHT - VB_REPORT_MARGIN;
  double width;

  style.font_size = FOOT_SIZE;
  text = vb_text_new (&style);
  /* Translators: the foot of a printed page */
  number = g_strdup_printf (_ ("Page %u of %u"), page + 1, self->pages->len);
  width = vb_text_get_width (text, VB_TEXT_BODY, number);
  vb_paint_set_style_color (cr, &style, VB_COLOR_DIM);
  vb_text_draw (text, cr, VB_TEXT_BODY, number, right, y, 1, 1);
  vb_text_draw_elided (text, cr, VB_TEXT_BODY, self->title, VB_REPORT_MARGIN, y, 0, 1,
                       right - VB_REPORT_MARGIN - width - 20);
}

void
vb_report_draw_page (VbReport *self, cairo_t *cr, guint page)
{
  g_return_if_fail (VB_IS_REPORT (self));
  g_return_if_fail (page < self->pages->len);

  cairo_save (cr);
  cairo_set_source_surface (cr, g_ptr_array_index (self->pages, page), 0, 0);
  cairo_paint (cr);
  draw_foot (self, cr, page);
  cairo_restore (cr);
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
vb_report_to_pdf (VbReport *self, GError **error)
{
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (VB_IS_REPORT (self), NULL);

  bytes = g_byte_array_new ();
  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, VB_REPORT_PAGE_WIDTH,
                                                 VB_REPORT_PAGE_HEIGHT);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Vårdbalans");
  cr = cairo_create (surface);
  for (guint page = 0; page < self->pages->len; page++)
    {
      vb_report_draw_page (self, cr, page);
      cairo_show_page (cr);
    }
  for (guint i = 0; i < self->bookmarks->len; i++)
    {
      const Bookmark *bookmark = &g_array_index (self->bookmarks, Bookmark, i);
      g_autofree char *link = g_strdup_printf ("page=%u pos=[0 0]", bookmark->page);

      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, bookmark->title, link, 0);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_byte_array_unref (bytes);
      g_set_error (error, VB_ERROR, VB_ERROR_STORAGE, _ ("The report could not be made: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (bytes);
}

gboolean
vb_report_save (VbReport *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) pdf = vb_report_to_pdf (self, error);

  if (pdf == NULL)
    return FALSE;
  return vb_file_replace (file, pdf, cancellable, error);
}

char *
vb_report_dup_file_name (VbReport *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (VB_IS_REPORT (self), NULL);

  name = g_strdup (self->title);
  /* What Windows shares refuse. */
  g_strdelimit (name, "/\\:*?\"<>|", '-');
  return g_strdup_printf ("%s.pdf", name);
}
