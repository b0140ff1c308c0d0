/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-cli-table.h"

#include <math.h>

#include "vb-number.h"

struct _VbCliTable
{
  GStrv columns;
  guint n_columns;
  guint column; /* of the next cell */
  guint n_rows;
  gboolean json;
  GString *text;
  VbTableWriter *writer; /* instead of the text */
};

static void
append_csv (GString *text, const char *cell)
{
  if (strpbrk (cell, "\",\r\n") == NULL)
    {
      g_string_append (text, cell);
      return;
    }

  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static void
append_json (GString *text, const char *string)
{
  g_string_append_c (text, '"');
  for (const char *p = string; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (text, "\\%c", *p);
      else if ((guchar) *p < 0x20)
        g_string_append_printf (text, "\\u%04x", (guint) *p);
      else
        g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

VbCliTable *
vb_cli_table_new (const char *const *columns, gboolean json)
{
  VbCliTable *self = g_new0 (VbCliTable, 1);

  self->columns = g_strdupv ((GStrv) columns);
  self->n_columns = g_strv_length (self->columns);
  self->json = json;
  self->text = g_string_new (json ? "[" : NULL);

  if (!json)
    for (guint i = 0; i < self->n_columns; i++)
      {
        append_csv (self->text, columns[i]);
        g_string_append (self->text, i + 1 < self->n_columns ? "," : "\r\n");
      }

  return self;
}

VbCliTable *
vb_cli_table_new_for_writer (VbTableWriter *writer)
{
  VbCliTable *self = g_new0 (VbCliTable, 1);

  self->writer = writer;
  return self;
}

void
vb_cli_table_free (VbCliTable *self)
{
  g_strfreev (self->columns);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self);
}

static void
begin_cell (VbCliTable *self)
{
  if (self->json)
    {
      g_string_append (self->text, self->column > 0 ? ", " : self->n_rows > 0 ? ",\n  {" : "\n  {");
      append_json (self->text, self->columns[self->column]);
      g_string_append (self->text, ": ");
    }
  else if (self->column > 0)
    {
      g_string_append_c (self->text, ',');
    }
}

static void
end_cell (VbCliTable *self)
{
  if (++self->column < self->n_columns)
    return;

  g_string_append (self->text, self->json ? "}" : "\r\n");
  self->column = 0;
  self->n_rows++;
}

void
vb_cli_table_add_text (VbCliTable *self, const char *text)
{
  if (self->writer != NULL)
    {
      vb_table_writer_add_text (self->writer, text);
      return;
    }

  begin_cell (self);
  if (!self->json)
    append_csv (self->text, text != NULL ? text : "");
  else if (text != NULL)
    append_json (self->text, text);
  else
    g_string_append (self->text, "null");
  end_cell (self);
}

void
vb_cli_table_add_number (VbCliTable *self, double value)
{
  g_autofree char *text = NULL;

  if (self->writer != NULL)
    {
      vb_table_writer_add_number (self->writer, value);
      return;
    }

  text = vb_number_to_file (value);
  begin_cell (self);
  if (!self->json || isfinite (value))
    g_string_append (self->text, text);
  else if (isnan (value))
    g_string_append (self->text, "null");
  else
    append_json (self->text, text);
  end_cell (self);
}

void
vb_cli_table_add_integer (VbCliTable *self, gint64 value)
{
  if (self->writer != NULL)
    {
      vb_table_writer_add_number (self->writer, (double) value);
      return;
    }

  begin_cell (self);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
  end_cell (self);
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
vb_cli_table_add_cell (VbCliTable *self, const char *text)
{
  if (!self->json || !is_json_number (text))
    {
      vb_cli_table_add_text (self, self->json && *text == '\0' ? NULL : text);
      return;
    }

  begin_cell (self);
  g_string_append (self->text, text);
  end_cell (self);
}

GString *
vb_cli_table_finish (VbCliTable *self)
{
  GString *text = g_steal_pointer (&self->text);

  g_warn_if_fail (self->column == 0);
  if (self->json)
    g_string_append (text, self->n_rows > 0 ? "\n]\n" : "]\n");
  vb_cli_table_free (self);
  return text;
}
