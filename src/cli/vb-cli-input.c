/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-cli-input.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>

#include "vb-error.h"

/* Far above any table to calculate on, far below what would fill the memory. */
#define MAX_BYTES (64 * 1024 * 1024)

struct _VbCliInput
{
  char *name;
  GPtrArray *header;
  GPtrArray *cells; /* row by row, without the header */
  GArray *numbers;  /* of each of those rows as a spreadsheet counts, empty lines included */
};

void
vb_cli_input_free (VbCliInput *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->header);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->numbers);
  g_free (self);
}

/* Reads one record from *@p into @cells. FALSE when a quote is never closed, or closed in the
 * middle of a cell. */
static gboolean
read_record (const char **p, const char *end, GPtrArray *cells)
{
  const char *s = *p;

  for (;;)
    {
      GString *cell = g_string_new (NULL);

      if (s < end && *s == '"')
        {
          for (s++; s < end && (*s != '"' || (s + 1 < end && s[1] == '"')); s++)
            {
              if (*s == '"')
                s++;
              g_string_append_c (cell, *s);
            }
          if (s >= end)
            {
              g_string_free (cell, TRUE);
              return FALSE;
            }
          s++;
        }
      else
        {
          const char *start = s;

          while (s < end && *s != ',' && *s != '\r' && *s != '\n')
            s++;
          g_string_append_len (cell, start, s - start);
        }
      g_ptr_array_add (cells, g_string_free (cell, FALSE));

      if (s < end && *s == ',')
        {
          s++;
          continue;
        }
      if (s < end && *s != '\r' && *s != '\n')
        return FALSE;
      break;
    }

  if (s < end && *s == '\r')
    s++;
  if (s < end && *s == '\n')
    s++;
  *p = s;
  return TRUE;
}

static gboolean
check_header (const VbCliInput *self, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->header->len; i++)
    if (!g_hash_table_add (seen, self->header->pdata[i]))
      {
        g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                     /* Translators: file name, column name */
                     _ ("%s, row 1: there are two columns called “%s”"), self->name,
                     (const char *) self->header->pdata[i]);
        return FALSE;
      }

  return TRUE;
}

VbCliInput *
vb_cli_input_parse (const char *name, const char *text, gsize length, GError **error)
{
  g_autoptr (VbCliInput) self = g_new0 (VbCliInput, 1);
  const char *end = text + length;
  const char *p = text;
  const char *bad;

  self->name = g_strdup (name);
  self->header = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!g_utf8_validate_len (text, length, &bad))
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                   _ ("%s: expected a text in UTF-8, found something else at byte %zu"), self->name,
                   (gsize) (bad - text) + 1);
      return NULL;
    }

  if (length >= 3 && memcmp (p, "\xef\xbb\xbf", 3) == 0)
    p += 3;

  for (guint row = 1; p < end; row++)
    {
      g_autoptr (GPtrArray) record = g_ptr_array_new_with_free_func (g_free);

      if (!read_record (&p, end, record))
        {
          g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                       _ ("%s, row %u: a quotation mark is not where it belongs"), self->name, row);
          return NULL;
        }

      if (record->len == 1 && *(const char *) record->pdata[0] == '\0')
        continue; /* an empty line */

      if (self->header->len == 0)
        {
          g_ptr_array_extend_and_steal (self->header, g_steal_pointer (&record));
          if (!check_header (self, error))
            return NULL;
        }
      else if (record->len != self->header->len)
        {
          g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                       _ ("%s, row %u: expected %u cells as in the header, found %u"), self->name,
                       row, self->header->len, record->len);
          return NULL;
        }
      else
        {
          g_ptr_array_extend_and_steal (self->cells, g_steal_pointer (&record));
          g_array_append_val (self->numbers, row);
        }
    }

  if (self->header->len == 0)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                   _ ("%s: expected a table with a header, found nothing"), self->name);
      return NULL;
    }

  return g_steal_pointer (&self);
}

VbCliInput *
vb_cli_input_read (const char *path, GError **error)
{
  gboolean is_stdin = path == NULL || g_str_equal (path, "-");
  const char *name = is_stdin ? _ ("standard input") : path;
  FILE *file = is_stdin ? stdin : fopen (path, "rb");
  g_autoptr (GString) text = g_string_new (NULL);
  int saved_errno = errno;

  if (file != NULL)
    {
      char buffer[65536];
      gsize n;

      errno = 0;
      while ((n = fread (buffer, 1, sizeof buffer, file)) > 0 && text->len <= MAX_BYTES)
        g_string_append_len (text, buffer, n);
      saved_errno = ferror (file) ? errno : 0;
      if (!is_stdin)
        fclose (file);
    }

  if (file == NULL || saved_errno != 0)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT, _ ("%s cannot be read: %s"), name,
                   g_strerror (saved_errno));
      return NULL;
    }
  if (text->len > MAX_BYTES)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                   _ ("%s: expected a table to calculate on, found more than %d megabytes"), name,
                   MAX_BYTES / 1024 / 1024);
      return NULL;
    }

  return vb_cli_input_parse (name, text->str, text->len, error);
}

guint
vb_cli_input_get_n_rows (const VbCliInput *self)
{
  return self->cells->len / self->header->len;
}

guint
vb_cli_input_get_n_columns (const VbCliInput *self)
{
  return self->header->len;
}

const char *
vb_cli_input_get_column (const VbCliInput *self, guint column)
{
  return self->header->pdata[column];
}

int
vb_cli_input_find_column (const VbCliInput *self, const char *name)
{
  for (guint i = 0; i < self->header->len; i++)
    if (g_str_equal (self->header->pdata[i], name))
      return (int) i;

  return -1;
}

int
vb_cli_input_require_column (const VbCliInput *self, const char *name, GError **error)
{
  int column = vb_cli_input_find_column (self, name);

  if (column < 0)
    {
      g_autofree char *found = NULL;

      g_ptr_array_add (self->header, NULL);
      found = g_strjoinv (", ", (GStrv) self->header->pdata);
      g_ptr_array_remove_index (self->header, self->header->len - 1);
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                   /* Translators: file name, column name, list of column names */
                   _ ("%s, row 1: expected a column called “%s”, found %s"), self->name, name,
                   found);
    }

  return column;
}

const char *
vb_cli_input_get_text (const VbCliInput *self, guint row, guint column)
{
  return self->cells->pdata[row * self->header->len + column];
}

gboolean
vb_cli_input_refuse (
    const VbCliInput *self, guint row, guint column, const char *expected, GError **error)
{
  g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
               /* Translators: file name, row number, column name, "a number from 0 to 1", text */
               _ ("%s, row %u, column “%s”: expected %s, found “%s”"), self->name,
               g_array_index (self->numbers, guint, row), vb_cli_input_get_column (self, column),
               expected, vb_cli_input_get_text (self, row, column));
  return FALSE;
}

gboolean
vb_cli_input_get_number (const VbCliInput *self,
                         guint row,
                         guint column,
                         double min,
                         double max,
                         const char *expected,
                         double *out,
                         GError **error)
{
  const char *text = vb_cli_input_get_text (self, row, column);
  char *end;
  double value = g_ascii_strtod (text, &end);

  /* strtod() also takes hexadecimal numbers, infinities and leading spaces. */
  if (end == text || *end != '\0' || strspn (text, "+-.0123456789eE") != strlen (text)
      || !isfinite (value) || value < min || value > max)
    return vb_cli_input_refuse (self, row, column, expected, error);

  *out = value;
  return TRUE;
}

gboolean
vb_cli_input_get_integer (const VbCliInput *self,
                          guint row,
                          guint column,
                          gint32 min,
                          gint32 max,
                          const char *expected,
                          gint32 *out,
                          GError **error)
{
  double value;

  /* Through a number, so that 12.0 is as good as 12. */
  if (!vb_cli_input_get_number (self, row, column, min, max, expected, &value, error))
    return FALSE;
  if (value != rint (value))
    return vb_cli_input_refuse (self, row, column, expected, error);

  *out = (gint32) value;
  return TRUE;
}

void
vb_cli_input_prefix_error (const VbCliInput *self, guint row, GError **error)
{
  g_prefix_error (error, _ ("%s, row %u: "), self->name, g_array_index (self->numbers, guint, row));
}
