/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks. A fuzzer would break the checksums of a ZIP file and see nothing of what is inside, so
 * bytes that are no ZIP file are taken for the parts of one: workbook, relations, styles, strings,
 * sheet, parted by NUL. */
#include <string.h>

#include "fuzz-import.h"

static void
append_number (GByteArray *out, guint32 value, guint size)
{
  for (guint i = 0; i < size; i++)
    {
      guint8 byte = (guint8) (value >> (8 * i));

      g_byte_array_append (out, &byte, 1);
    }
}

/* CRC-32 as ZIP files have it (ISO 3309), bit by bit: parts are small. */
static guint32
make_crc (const guint8 *data, gsize size)
{
  guint32 crc = 0xFFFFFFFF;

  for (gsize i = 0; i < size; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320 : 0);
    }
  return ~crc;
}

/* What the local header and the directory of a ZIP file both tell of a stored part. */
static void
append_facts (GByteArray *out, const char *name, const guint8 *data, gsize size)
{
  append_number (out, 20, 2); /* version needed */
  append_number (out, 0, 2);  /* flags */
  append_number (out, 0, 2);  /* stored */
  append_number (out, 0, 4);  /* time */
  append_number (out, make_crc (data, size), 4);
  append_number (out, (guint32) size, 4);
  append_number (out, (guint32) size, 4);
  append_number (out, (guint32) strlen (name), 2);
  append_number (out, 0, 2); /* extra */
}

static GByteArray *
make_package (const uint8_t *data, size_t size)
{
  static const char *const names[] = { "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                                       "xl/styles.xml", "xl/sharedStrings.xml",
                                       "xl/worksheets/sheet1.xml" };
  GByteArray *out = g_byte_array_new ();
  g_autoptr (GByteArray) directory = g_byte_array_new ();
  const uint8_t *end = data + size;
  guint n_parts = 0;
  guint32 offset;

  for (guint i = 0; i < G_N_ELEMENTS (names) && data <= end; i++)
    {
      const uint8_t *stop =
          i + 1 < G_N_ELEMENTS (names) ? memchr (data, 0, (size_t) (end - data)) : NULL;
      gsize length = (gsize) ((stop != NULL ? stop : end) - data);

      append_number (directory, 0x02014B50, 4);
      append_number (directory, 20, 2);
      append_facts (directory, names[i], data, length);
      append_number (directory, 0, 2); /* comment */
      append_number (directory, 0, 2); /* disk */
      append_number (directory, 0, 2); /* internal attributes */
      append_number (directory, 0, 4); /* external attributes */
      append_number (directory, out->len, 4);
      g_byte_array_append (directory, (const guint8 *) names[i], (guint) strlen (names[i]));
      append_number (out, 0x04034B50, 4);
      append_facts (out, names[i], data, length);
      g_byte_array_append (out, (const guint8 *) names[i], (guint) strlen (names[i]));
      g_byte_array_append (out, data, (guint) length);
      n_parts++;
      if (stop == NULL)
        break;
      data = stop + 1;
    }
  offset = out->len;
  g_byte_array_append (out, directory->data, directory->len);
  append_number (out, 0x06054B50, 4);
  append_number (out, 0, 4);
  append_number (out, n_parts, 2);
  append_number (out, n_parts, 2);
  append_number (out, directory->len, 4);
  append_number (out, offset, 4);
  append_number (out, 0, 2);
  return out;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GByteArray) package = NULL;

  if (size >= 2 && memcmp (data, "PK", 2) == 0)
    {
      fuzz_import (data, size);
      return 0;
    }
  package = make_package (data, size);
  fuzz_import (package->data, package->len);
  return 0;
}
