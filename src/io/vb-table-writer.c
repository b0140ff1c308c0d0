/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-table-writer.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "vb-error.h"
#include "vb-number.h"
#include "vb-sheet-writer.h"

/* Text is kept until it is worth a call. */
#define BLOCK (1 << 18)

struct _VbTableWriter
{
  VbTableFormat format;
  char *folder; /* of the temporary file */
  char *path;
  GStrv headers; /* of the present table */
  guint n_columns;
  guint column; /* of the next cell */
  guint n_tables;
  gsize n_rows; /* of the present table */

  /* CSV and JSON */
  FILE *file; /* NULL while all is in the text */
  GString *text;
  gboolean named; /* JSON: an object of arrays */
  GError *error;  /* of the first write that did not succeed */

  VbSheetWriter *sheets; /* XLSX */
};

VbTableFormat
vb_table_format_from_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (lower, ".xlsx"))
    return VB_TABLE_FORMAT_XLSX;
  return g_str_has_suffix (lower, ".json") ? VB_TABLE_FORMAT_JSON : VB_TABLE_FORMAT_CSV;
}

static gboolean
set_storage_error (GError **error, const char *reason)
{
  g_set_error (error, VB_ERROR, VB_ERROR_STORAGE, _ ("The table could not be written: %s"), reason);
  return FALSE;
}

static gboolean
make_place (VbTableWriter *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  self->folder = g_dir_make_tmp ("vardbalans-XXXXXX", &local_error);
  if (self->folder == NULL)
    return set_storage_error (error, local_error->message);
  self->path = g_build_filename (self->folder, "table", NULL);
  return TRUE;
}

VbTableWriter *
vb_table_writer_new (VbTableFormat format, GError **error)
{
  g_autoptr (VbTableWriter) self = g_new0 (VbTableWriter, 1);

  self->format = format;
  if (format != VB_TABLE_FORMAT_XLSX)
    {
      self->text = g_string_new (NULL);
      return g_steal_pointer (&self);
    }
  if (!make_place (self, error))
    return NULL;
  self->sheets = vb_sheet_writer_new (self->path, self->folder);
  return g_steal_pointer (&self);
}

void
vb_table_writer_free (VbTableWriter *self)
{
  g_clear_pointer (&self->sheets, vb_sheet_writer_free);
  if (self->file != NULL)
    fclose (self->file);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  if (self->path != NULL)
    g_unlink (self->path);
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_clear_error (&self->error);
  g_strfreev (self->headers);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

void
vb_table_writer_set_about (VbTableWriter *self, const char *title, gint64 time)
{
  if (self->sheets != NULL)
    vb_sheet_writer_set_about (self->sheets, title, time);
}

/* Moves the text to the temporary file, which is made when there is something to put there. */
static void
flush (VbTableWriter *self)
{
  if (self->file == NULL && self->error == NULL && make_place (self, &self->error))
    {
      self->file = g_fopen (self->path, "wbe");
      if (self->file == NULL)
        set_storage_error (&self->error, g_strerror (errno));
    }
  if (self->error == NULL
      && fwrite (self->text->str, 1, self->text->len, self->file) != self->text->len)
    set_storage_error (&self->error, g_strerror (errno != 0 ? errno : EIO));
  g_string_truncate (self->text, 0);
}

static void
append_csv (GString *out, const char *text)
{
  gsize length = strlen (text);
  gboolean quoted = strpbrk (text, ",\"\r\n") != NULL
                    || (length > 0 && (text[0] == ' ' || text[length - 1] == ' '));

  if (!quoted)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_json (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if ((guchar) *p < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
end_json_table (VbTableWriter *self)
{
  if (self->n_tables > 0)
    g_string_append (self->text, self->n_rows > 0 ? "\n]" : "]");
}

void
vb_table_writer_begin_table (VbTableWriter *self, const char *name, const char *const *headers)
{
  g_return_if_fail (self->column == 0);
  g_return_if_fail (headers != NULL && headers[0] != NULL);
  g_return_if_fail (self->n_tables == 0 || self->format == VB_TABLE_FORMAT_XLSX || self->named);

  switch (self->format)
    {
    case VB_TABLE_FORMAT_XLSX:
      vb_sheet_writer_begin_sheet (self->sheets, name, headers);
      break;

    case VB_TABLE_FORMAT_JSON:
      end_json_table (self);
      self->named = name != NULL;
      if (self->named)
        {
          g_string_append (self->text, self->n_tables > 0 ? ",\n" : "{\n");
          append_json (self->text, name);
          g_string_append (self->text, ": ");
        }
      g_string_append_c (self->text, '[');
      break;

    case VB_TABLE_FORMAT_CSV:
    default:
      for (guint i = 0; headers[i] != NULL; i++)
        {
          if (i > 0)
            g_string_append_c (self->text, ',');
          append_csv (self->text, headers[i]);
        }
      g_string_append (self->text, "\r\n");
      break;
    }

  g_strfreev (self->headers);
  self->headers = g_strdupv ((GStrv) headers);
  self->n_columns = g_strv_length (self->headers);
  self->n_tables++;
  self->n_rows = 0;
}

static void
begin_cell (VbTableWriter *self)
{
  if (self->format == VB_TABLE_FORMAT_JSON)
    {
      g_string_append (self->text, self->column > 0 ? ", " : self->n_rows > 0 ? ",\n  {" : "\n  {");
      append_json (self->text, self->headers[self->column]);
      g_string_append (self->text, ": ");
    }
  else if (self->column > 0)
    {
      g_string_append_c (self->text, ',');
    }
}

static void
end_cell (VbTableWriter *self)
{
  if (++self->column < self->n_columns)
    return;

  self->column = 0;
  self->n_rows++;
  if (self->sheets != NULL)
    return;
  g_string_append (self->text, self->format == VB_TABLE_FORMAT_JSON ? "}" : "\r\n");
  if (self->text->len >= BLOCK)
    flush (self);
}

void
vb_table_writer_add_text (VbTableWriter *self, const char *text)
{
  g_return_if_fail (self->n_tables > 0);

  if (self->sheets != NULL)
    vb_sheet_writer_add_text (self->sheets, text);
  else
    {
      begin_cell (self);
      if (self->format == VB_TABLE_FORMAT_CSV)
        append_csv (self->text, text != NULL ? text : "");
      else if (text != NULL)
        append_json (self->text, text);
      else
        g_string_append (self->text, "null");
    }
  end_cell (self);
}

void
vb_table_writer_add_number (VbTableWriter *self, double value)
{
  g_return_if_fail (self->n_tables > 0);

  if (self->sheets != NULL)
    vb_sheet_writer_add_number (self->sheets, value);
  else
    {
      g_autofree char *number = vb_number_to_file (value);

      begin_cell (self);
      if (self->format == VB_TABLE_FORMAT_JSON && isnan (value))
        g_string_append (self->text, "null");
      else if (self->format == VB_TABLE_FORMAT_JSON && isinf (value))
        append_json (self->text, number);
      else
        g_string_append (self->text, number);
    }
  end_cell (self);
}

/* A cell of text formats, as it is to stand there. */
static void
add_verbatim (VbTableWriter *self, const char *text)
{
  begin_cell (self);
  g_string_append (self->text, text);
  end_cell (self);
}

void
vb_table_writer_add_integer (VbTableWriter *self, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  if (self->sheets != NULL)
    vb_table_writer_add_number (self, (double) value);
  else
    add_verbatim (self, text);
}

/* A number as JSON spells it: no sign but '-', no leading zeros, digits on both sides of the point.
 */
static gboolean
is_json_number (const char *text)
{
  const char *p = *text == '-' ? text + 1 : text;

  if (!g_ascii_isdigit (*p) || (p[0] == '0' && g_ascii_isdigit (p[1])))
    return FALSE;
  while (g_ascii_isdigit (*p))
    p++;
  if (*p == '.')
    {
      if (!g_ascii_isdigit (*++p))
        return FALSE;
      while (g_ascii_isdigit (*p))
        p++;
    }
  if (*p == 'e' || *p == 'E')
    {
      p++;
      if (*p == '+' || *p == '-')
        p++;
      if (!g_ascii_isdigit (*p))
        return FALSE;
      while (g_ascii_isdigit (*p))
        p++;
    }

  return *p == '\0';
}

void
vb_table_writer_add_cell (VbTableWriter *self, const char *text)
{
  if (self->format != VB_TABLE_FORMAT_JSON)
    vb_table_writer_add_text (self, text);
  else if (is_json_number (text))
    add_verbatim (self, text);
  else
    vb_table_writer_add_text (self, *text != '\0' ? text : NULL);
}

static void
end_text (VbTableWriter *self)
{
  if (self->format == VB_TABLE_FORMAT_JSON)
    {
      end_json_table (self);
      g_string_append (self->text, self->named ? "\n}\n" : "\n");
    }
}

static gboolean
finish_file (VbTableWriter *self, GError **error)
{
  flush (self);
  if (self->file != NULL && fclose (g_steal_pointer (&self->file)) != 0 && self->error == NULL)
    set_storage_error (&self->error, g_strerror (errno));
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

GBytes *
vb_table_writer_finish (VbTableWriter *self, GError **error)
{
  g_autoptr (GMappedFile) mapped = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (self->n_tables > 0 && self->column == 0, NULL);

  if (self->sheets != NULL)
    {
      if (!vb_sheet_writer_finish (self->sheets, &local_error))
        {
          set_storage_error (error, local_error->message);
          return NULL;
        }
    }
  else
    {
      end_text (self);
      if (self->file == NULL && self->error == NULL)
        return g_string_free_to_bytes (g_steal_pointer (&self->text));
      if (!finish_file (self, error))
        return NULL;
    }

  /* The mapping outlives the file's name: a hundred megabytes need not stand in memory. */
  mapped = g_mapped_file_new (self->path, FALSE, &local_error);
  if (mapped == NULL)
    {
      set_storage_error (error, local_error->message);
      return NULL;
    }
  return g_mapped_file_get_bytes (mapped);
}
