/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-xlsx-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vb-error.h"

#define BLOCK_SIZE (64 * 1024)
/* Worksheets pack to a tenth, the most repetitive to a fiftieth. What unpacks to more than a
 * hundred times its file, beyond a size that does no harm, or to more than a worksheet of a million
 * rows could hold, is a bomb. */
#define HARMLESS_SIZE (16 * 1024 * 1024)
#define MAX_RATIO 100
#define MAX_SIZE (G_GINT64_CONSTANT (2) * 1024 * 1024 * 1024)
/* Parts that are read whole stay in memory. */
#define MAX_WHOLE_SIZE (G_GINT64_CONSTANT (256) * 1024 * 1024)
/* Without a single tag for this long, the parser would only pile up text. */
#define MAX_SILENCE (8 * 1024 * 1024)
#define MAX_DEPTH 100
#define MAX_PARTS 10000

struct _VbXlsxPackage
{
  VbByteSource *source;
  struct archive *archive;
  goffset offset;
  char archive_block[BLOCK_SIZE];

  GMarkupParseContext *context;
  const GMarkupParser *parser;
  gpointer user_data;
  guint depth;
  gint64 unpacked;
  gint64 max_size;
  gint64 last_tag; /* @unpacked when the last tag came */
  char block[BLOCK_SIZE];
};

gboolean
vb_xlsx_package_recognise (const guint8 *head, gsize size)
{
  return size >= 4 && memcmp (head, "PK\x03\x04", 4) == 0;
}

VbXlsxPackage *
vb_xlsx_package_new (VbByteSource *source)
{
  VbXlsxPackage *self = g_new0 (VbXlsxPackage, 1);

  self->source = source;
  return self;
}

void
vb_xlsx_package_close_part (VbXlsxPackage *self)
{
  g_clear_pointer (&self->context, g_markup_parse_context_free);
  g_clear_pointer (&self->archive, archive_read_free);
}

void
vb_xlsx_package_free (VbXlsxPackage *self)
{
  if (self == NULL)
    return;
  vb_xlsx_package_close_part (self);
  g_free (self);
}

static la_ssize_t
on_archive_read (struct archive *archive, void *data, const void **buffer)
{
  VbXlsxPackage *self = data;
  gssize n =
      vb_byte_source_read_at (self->source, self->archive_block, BLOCK_SIZE, self->offset, NULL);

  if (n < 0)
    {
      archive_set_error (archive, EIO, "read error");
      return ARCHIVE_FATAL;
    }
  self->offset += n;
  *buffer = self->archive_block;
  return n;
}

static la_int64_t
on_archive_seek (struct archive *archive, void *data, la_int64_t offset, int whence)
{
  VbXlsxPackage *self = data;
  goffset base = whence == SEEK_SET   ? 0
                 : whence == SEEK_CUR ? self->offset
                                      : vb_byte_source_get_size (self->source);

  if (base + offset < 0)
    return ARCHIVE_FATAL;
  self->offset = base + offset;
  return self->offset;
}

static la_int64_t
on_archive_skip (struct archive *archive, void *data, la_int64_t request)
{
  VbXlsxPackage *self = data;
  goffset left = vb_byte_source_get_size (self->source) - self->offset;

  request = CLAMP (request, 0, left);
  self->offset += request;
  return request;
}

static void
set_broken (VbXlsxPackage *self, GError **error)
{
  g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
               _ ("“%s” is not a whole XLSX workbook: the file is damaged"),
               vb_byte_source_get_name (self->source));
}

static gboolean
open_archive (VbXlsxPackage *self, GError **error)
{
  self->archive = archive_read_new ();
  self->offset = 0;
  archive_read_support_format_zip_seekable (self->archive);
  archive_read_set_read_callback (self->archive, on_archive_read);
  archive_read_set_seek_callback (self->archive, on_archive_seek);
  archive_read_set_skip_callback (self->archive, on_archive_skip);
  archive_read_set_callback_data (self->archive, self);
  if (archive_read_open1 (self->archive) != ARCHIVE_OK)
    {
      set_broken (self, error);
      return FALSE;
    }
  return TRUE;
}

/* Part names are compared without case and without a leading slash, as the packaging standard
 * (ECMA-376-2) says. */
static gboolean
is_same_part (const char *a, const char *b)
{
  while (*a == '/')
    a++;
  while (*b == '/')
    b++;
  return g_ascii_strcasecmp (a, b) == 0;
}

static gboolean
find_part (VbXlsxPackage *self, const char *name, gboolean *missing, GError **error)
{
  struct archive_entry *entry;
  guint n = 0;
  int state;

  while ((state = archive_read_next_header (self->archive, &entry)) == ARCHIVE_OK
         || state == ARCHIVE_WARN)
    {
      const char *path = archive_entry_pathname (entry);

      if (path != NULL && is_same_part (path, name))
        return TRUE;
      if (++n > MAX_PARTS)
        break;
    }
  if (state == ARCHIVE_EOF)
    *missing = TRUE;
  else
    set_broken (self, error);
  return FALSE;
}

static void
on_start (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  VbXlsxPackage *self = data;

  self->last_tag = self->unpacked;
  if (++self->depth > MAX_DEPTH)
    g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, "too deep");
  else if (self->parser->start_element != NULL)
    self->parser->start_element (context, vb_xlsx_local_name (element), names, values,
                                 self->user_data, error);
}

static void
on_end (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  VbXlsxPackage *self = data;

  self->last_tag = self->unpacked;
  self->depth--;
  if (self->parser->end_element != NULL)
    self->parser->end_element (context, vb_xlsx_local_name (element), self->user_data, error);
}

static void
on_text (
    GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  VbXlsxPackage *self = data;

  if (self->parser->text != NULL)
    self->parser->text (context, text, length, self->user_data, error);
}

gboolean
vb_xlsx_package_open_part (VbXlsxPackage *self,
                           const char *name,
                           const GMarkupParser *parser,
                           gpointer user_data,
                           gboolean *missing,
                           GError **error)
{
  static const GMarkupParser relay = { on_start, on_end, on_text, NULL, NULL };

  vb_xlsx_package_close_part (self);
  *missing = FALSE;
  if (!open_archive (self, error) || !find_part (self, name, missing, error))
    {
      vb_xlsx_package_close_part (self);
      return FALSE;
    }
  self->parser = parser;
  self->user_data = user_data;
  self->depth = 0;
  self->unpacked = 0;
  self->max_size = MAX_SIZE;
  self->last_tag = 0;
  self->context = g_markup_parse_context_new (&relay, G_MARKUP_TREAT_CDATA_AS_TEXT, self, NULL);
  return TRUE;
}

static gboolean
is_bomb (VbXlsxPackage *self)
{
  return self->unpacked > self->max_size
         || (self->unpacked > HARMLESS_SIZE
             && self->unpacked / MAX_RATIO > vb_byte_source_get_size (self->source))
         || self->unpacked - self->last_tag > MAX_SILENCE;
}

gboolean
vb_xlsx_package_parse_more (VbXlsxPackage *self, gboolean *done, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean fine;
  la_ssize_t n;

  g_return_val_if_fail (self->context != NULL, FALSE);

  n = archive_read_data (self->archive, self->block, BLOCK_SIZE);
  *done = n == 0;
  if (n < 0)
    {
      set_broken (self, error);
      return FALSE;
    }
  self->unpacked += n;
  if (is_bomb (self))
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                   _ ("“%s” is refused: it unpacks to far more than a workbook of its size holds"),
                   vb_byte_source_get_name (self->source));
      return FALSE;
    }
  if (n > 0)
    fine = g_markup_parse_context_parse (self->context, self->block, n, &local);
  else
    fine = g_markup_parse_context_end_parse (self->context, &local);
  if (fine)
    return TRUE;
  if (local->domain == VB_ERROR)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    set_broken (self, error);
  return FALSE;
}

gboolean
vb_xlsx_package_parse (VbXlsxPackage *self,
                       const char *name,
                       const GMarkupParser *parser,
                       gpointer user_data,
                       gboolean *missing,
                       GError **error)
{
  gboolean done = FALSE;
  gboolean fine;

  if (!vb_xlsx_package_open_part (self, name, parser, user_data, missing, error))
    return FALSE;
  self->max_size = MAX_WHOLE_SIZE;
  do
    fine = vb_xlsx_package_parse_more (self, &done, error);
  while (fine && !done);
  vb_xlsx_package_close_part (self);
  return fine;
}

double
vb_xlsx_package_get_fraction (VbXlsxPackage *self)
{
  goffset size = vb_byte_source_get_size (self->source);

  return size > 0 ? CLAMP ((double) self->offset / (double) size, 0, 1) : 1;
}

const char *
vb_xlsx_local_name (const char *element)
{
  const char *colon = strchr (element, ':');

  return colon != NULL ? colon + 1 : element;
}

const char *
vb_xlsx_get_attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}
