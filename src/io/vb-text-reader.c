/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-text-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vb-error.h"

#define BLOCK_SIZE (256 * 1024)
/* Bytes of an unfinished character that wait for the next block. */
#define MAX_PENDING 4

struct _VbTextReader
{
  VbByteSource *source;
  VbEncoding encoding;
  gsize skip;
  goffset offset;
  guint64 n_wide;
  guint64 n_bad;
  guint n_pending;
  guint8 block[MAX_PENDING + BLOCK_SIZE];
};

static const char replacement[] = "\xEF\xBF\xBD";

/* Windows-1252 from 0x80 to 0x9F; the rest is as in ISO 8859-1. 0 = no such character. */
static const gunichar2 windows_1252[32] = {
  0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

const char *
vb_encoding_get_name (VbEncoding encoding)
{
  switch (encoding)
    {
    case VB_ENCODING_UTF8:
      return "UTF-8";
    case VB_ENCODING_UTF16LE:
    case VB_ENCODING_UTF16BE:
      return "UTF-16";
    case VB_ENCODING_WINDOWS_1252:
      return "Windows-1252";
    default:
      g_return_val_if_reached (NULL);
    }
}

VbEncoding
vb_encoding_recognise (const guint8 *head, gsize size, gsize *skip)
{
  gsize zeros[2] = { 0, 0 };

  *skip = 0;
  if (size >= 3 && memcmp (head, "\xEF\xBB\xBF", 3) == 0)
    {
      *skip = 3;
      return VB_ENCODING_UTF8;
    }
  if (size >= 2 && head[0] == 0xFF && head[1] == 0xFE)
    {
      *skip = 2;
      return VB_ENCODING_UTF16LE;
    }
  if (size >= 2 && head[0] == 0xFE && head[1] == 0xFF)
    {
      *skip = 2;
      return VB_ENCODING_UTF16BE;
    }
  /* Western text in UTF-16 has NUL in (nearly) every other byte and never in the others. */
  for (gsize i = 0; i < size; i++)
    if (head[i] == 0)
      zeros[i % 2]++;
  if (zeros[0] == 0 && zeros[1] >= 2 && zeros[1] * 10 >= size * 4)
    return VB_ENCODING_UTF16LE;
  if (zeros[1] == 0 && zeros[0] >= 2 && zeros[0] * 10 >= size * 4)
    return VB_ENCODING_UTF16BE;
  return VB_ENCODING_UTF8;
}

VbTextReader *
vb_text_reader_new (VbByteSource *source, VbEncoding encoding, gsize skip)
{
  VbTextReader *self = g_new (VbTextReader, 1);

  self->source = source;
  self->encoding = encoding;
  self->skip = skip;
  vb_text_reader_rewind (self);
  return self;
}

const char *
vb_text_reader_get_name (VbTextReader *self)
{
  return vb_byte_source_get_name (self->source);
}

void
vb_text_reader_free (VbTextReader *self)
{
  g_free (self);
}

void
vb_text_reader_rewind (VbTextReader *self)
{
  self->offset = (goffset) self->skip;
  self->n_pending = 0;
  self->n_wide = 0;
  self->n_bad = 0;
}

guint64
vb_text_reader_get_n_wide (VbTextReader *self)
{
  return self->n_wide;
}

guint64
vb_text_reader_get_n_bad (VbTextReader *self)
{
  return self->n_bad;
}

double
vb_text_reader_get_fraction (VbTextReader *self)
{
  goffset size = vb_byte_source_get_size (self->source);

  return size > 0 ? MIN (1.0, (double) self->offset / (double) size) : 1.0;
}

static void
append_replacement (VbTextReader *self, GByteArray *out)
{
  g_byte_array_append (out, (const guint8 *) replacement, 3);
  self->n_bad++;
}

static void
append_char (VbTextReader *self, GByteArray *out, gunichar c)
{
  char utf8[6];

  g_byte_array_append (out, (const guint8 *) utf8, (guint) g_unichar_to_utf8 (c, utf8));
  if (c >= 0x80)
    self->n_wide++;
}

/* Bytes from @p on that are plain ASCII without NUL, eight at a time. */
static gsize
ascii_run (const guint8 *p, const guint8 *end)
{
  const guint8 *start = p;

  while (end - p >= 8)
    {
      guint64 word;

      memcpy (&word, p, 8);
      /* The first term finds bytes above 0x7F, the second NUL (and may err on 0x80, caught by the
       * first). */
      if ((word | ((word - G_GUINT64_CONSTANT (0x0101010101010101)) & ~word))
          & G_GUINT64_CONSTANT (0x8080808080808080))
        break;
      p += 8;
    }
  while (p<end && * p> 0 && *p < 0x80)
    p++;
  return (gsize) (p - start);
}

/* Each returns how many bytes it used; the rest is an unfinished character. */
static gsize
decode_utf8 (VbTextReader *self, const guint8 *data, gsize size, gboolean last, GByteArray *out)
{
  const guint8 *p = data;
  const guint8 *end = data + size;

  while (p < end)
    {
      gsize run = ascii_run (p, end);
      gunichar c;

      if (run > 0)
        {
          g_byte_array_append (out, p, (guint) run);
          p += run;
          continue;
        }
      if (*p == 0)
        break;
      c = g_utf8_get_char_validated ((const char *) p, end - p);
      if (c == (gunichar) -2 && !last)
        break;
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          append_replacement (self, out);
          p++;
        }
      else
        {
          const guint8 *next = (const guint8 *) g_utf8_next_char (p);

          g_byte_array_append (out, p, (guint) (next - p));
          self->n_wide++;
          p = next;
        }
    }
  return (gsize) (p - data);
}

static gsize
decode_1252 (VbTextReader *self, const guint8 *data, gsize size, GByteArray *out)
{
  const guint8 *p = data;
  const guint8 *end = data + size;

  while (p < end)
    {
      gsize run = ascii_run (p, end);

      if (run > 0)
        {
          g_byte_array_append (out, p, (guint) run);
          p += run;
          continue;
        }
      if (*p == 0)
        break;
      if (*p >= 0xA0)
        append_char (self, out, *p);
      else if (windows_1252[*p - 0x80] != 0)
        append_char (self, out, windows_1252[*p - 0x80]);
      else
        append_replacement (self, out);
      p++;
    }
  return (gsize) (p - data);
}

static gsize
decode_utf16 (VbTextReader *self, const guint8 *data, gsize size, gboolean last, GByteArray *out)
{
  guint high = self->encoding == VB_ENCODING_UTF16LE ? 1 : 0;
  gsize i = 0;

  while (i + 2 <= size)
    {
      gunichar c = (gunichar) (data[i + high] << 8 | data[i + 1 - high]);

      if (c == 0)
        return i;
      if (c >= 0xD800 && c < 0xDC00 && i + 4 > size && !last)
        return i;
      i += 2;
      if (c >= 0xD800 && c < 0xDC00 && i + 2 <= size)
        {
          gunichar low = (gunichar) (data[i + high] << 8 | data[i + 1 - high]);

          if (low >= 0xDC00 && low < 0xE000)
            {
              c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
              i += 2;
            }
        }
      if (c >= 0xD800 && c < 0xE000)
        append_replacement (self, out);
      else
        append_char (self, out, c);
    }
  if (last && i < size)
    {
      append_replacement (self, out);
      i = size;
    }
  return i;
}

/* Whether decoding stopped at a NUL and not at an unfinished character. */
static gboolean
stopped_at_nul (VbTextReader *self, const guint8 *data, gsize size)
{
  if (size == 0)
    return FALSE;
  if (self->encoding == VB_ENCODING_UTF16LE || self->encoding == VB_ENCODING_UTF16BE)
    return size >= 2 && data[0] == 0 && data[1] == 0;
  return data[0] == 0;
}

gssize
vb_text_reader_read (VbTextReader *self, GByteArray *out, GError **error)
{
  guint before = out->len;

  do
    {
      gssize n = vb_byte_source_read_at (self->source, self->block + self->n_pending, BLOCK_SIZE,
                                         self->offset, error);
      gsize size;
      gsize used;
      gboolean last;

      if (n < 0)
        return -1;
      self->offset += n;
      last = n == 0;
      size = self->n_pending + (gsize) n;
      if (self->encoding == VB_ENCODING_UTF8)
        used = decode_utf8 (self, self->block, size, last, out);
      else if (self->encoding == VB_ENCODING_WINDOWS_1252)
        used = decode_1252 (self, self->block, size, out);
      else
        used = decode_utf16 (self, self->block, size, last, out);
      if (stopped_at_nul (self, self->block + used, size - used))
        {
          g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                       _ ("“%s” is not a table: it holds binary data"),
                       vb_byte_source_get_name (self->source));
          return -1;
        }
      self->n_pending = (guint) (size - used);
      memmove (self->block, self->block + used, self->n_pending);
      if (last)
        break;
    }
  while (out->len == before);
  return (gssize) (out->len - before);
}
