/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-text-table.h"

#include <glib/gi18n-lib.h>

#include "vb-csv-reader.h"
#include "vb-error.h"
#include "vb-header-words.h"
#include "vb-xlsx-package.h"
#include "vb-xlsx-reader.h"

#define HEAD_SIZE 4096
/* Title lines above the header. */
#define MAX_ROWS_ABOVE 50

struct _VbTextTable
{
  char *name;
  const VbTextColumn *columns;
  guint n_columns;
  gint *places; /* where each column stands in the file; -1 = nowhere */
  GArray *rows; /* of Row */
};

typedef struct
{
  guint number; /* as a spreadsheet numbers it */
  GStrv cells;  /* by column */
} Row;

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_strfreev (row->cells);
}

static VbTextTable *
vb_text_table_new (const char *name, const VbTextColumn *columns, guint n_columns)
{
  VbTextTable *self = g_new0 (VbTextTable, 1);

  self->name = g_strdup (name);
  self->columns = columns;
  self->n_columns = n_columns;
  self->places = g_new (gint, n_columns);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  return self;
}

void
vb_text_table_free (VbTextTable *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_free (self->places);
  g_free (self->name);
  g_free (self);
}

static gboolean
is_blank (const VbRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (!vb_cell_is_blank (&row->cells[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_headed_by (const VbTextColumn *column, const char *header)
{
  g_auto (GStrv) names = g_strsplit (column->names, "|", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *words = vb_header_words_normalise (names[i]);

      if (g_str_equal (words, header))
        return TRUE;
    }
  return FALSE;
}

/* Whether @row is the header; if so, where the columns stand. @n_found: required ones among its
 * cells; @missing: the first one that is not. */
static gboolean
take_header (VbTextTable *self, const VbRow *row, guint *n_found, const VbTextColumn **missing)
{
  *n_found = 0;
  *missing = NULL;
  for (guint i = 0; i < self->n_columns; i++)
    self->places[i] = -1;

  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *text = vb_row_dup_cell (row, i);
      g_autofree char *header = vb_header_words_normalise (text);

      for (guint j = 0; j < self->n_columns && *header != '\0'; j++)
        if (self->places[j] < 0 && is_headed_by (&self->columns[j], header))
          self->places[j] = (gint) i;
    }

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (!self->columns[i].required)
        continue;
      if (self->places[i] >= 0)
        (*n_found)++;
      else if (*missing == NULL)
        *missing = &self->columns[i];
    }
  return *missing == NULL;
}

static char *
dup_first_name (const VbTextColumn *column)
{
  return g_strndup (column->names, strcspn (column->names, "|"));
}

/* Finds the header among the first rows. FALSE without @error when there is none; then @nearest is
 * the column that the most header-like of them lacks. */
static gboolean
find_header (VbTextTable *self, VbTableReader *reader, const VbTextColumn **nearest, GError **error)
{
  g_autoptr (GError) local = NULL;
  guint best = 0;
  VbRow row;

  for (guint i = 0; i < MAX_ROWS_ABOVE && vb_table_reader_next (reader, &row, &local); i++)
    {
      const VbTextColumn *missing;
      guint n_found;

      if (take_header (self, &row, &n_found, &missing))
        return TRUE;
      if (*nearest == NULL || n_found > best)
        *nearest = missing;
      best = MAX (best, n_found);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
take_rows (VbTextTable *self, VbTableReader *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  VbRow row;

  while (vb_table_reader_next (reader, &row, &local))
    {
      Row taken;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (is_blank (&row))
        continue;
      if (self->rows->len == VB_TEXT_TABLE_MAX_ROWS)
        {
          g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                       _ ("%s: expected at most %d rows, found more"), self->name,
                       VB_TEXT_TABLE_MAX_ROWS);
          return FALSE;
        }
      taken.number = row.number;
      taken.cells = g_new0 (char *, self->n_columns + 1);
      for (guint i = 0; i < self->n_columns; i++)
        taken.cells[i] =
            self->places[i] < 0 ? g_strdup ("") : vb_row_dup_cell (&row, (guint) self->places[i]);
      g_array_append_val (self->rows, taken);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

static gboolean
refuse_header (VbTextTable *self, const VbTextColumn *nearest, GError **error)
{
  g_autofree char *name = NULL;

  if (nearest == NULL)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                   _ ("%s: expected a table with a header, found nothing"), self->name);
      return FALSE;
    }
  name = dup_first_name (nearest);
  g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
               _ ("%s: expected a header with a column called “%s”, found none"), self->name, name);
  return FALSE;
}

static gboolean
read_workbook (VbTextTable *self, VbByteSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (VbXlsxReader) reader = vb_xlsx_reader_new (source, error);
  const VbTextColumn *nearest = NULL;
  guint n_sheets;

  if (reader == NULL)
    return FALSE;
  n_sheets = g_strv_length ((GStrv) vb_xlsx_reader_get_sheets (reader));
  for (guint i = 0; i < n_sheets; i++)
    {
      g_autoptr (GError) local = NULL;

      if (!vb_xlsx_reader_set_sheet (reader, i, error))
        return FALSE;
      if (find_header (self, VB_TABLE_READER (reader), &nearest, &local))
        return take_rows (self, VB_TABLE_READER (reader), cancellable, error);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return refuse_header (self, nearest, error);
}

/* @n_bad: bytes that are no text in @encoding. */
static gboolean
read_text (VbTextTable *self,
           VbByteSource *source,
           VbEncoding encoding,
           gsize skip,
           guint64 *n_bad,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (VbCsvReader) reader =
      vb_csv_reader_new (vb_text_reader_new (source, encoding, skip), ',');
  g_autoptr (GError) local = NULL;
  const VbTextColumn *nearest = NULL;
  gboolean read;
  char delimiter;

  g_array_set_size (self->rows, 0);
  if (!vb_csv_reader_sniff (reader, &delimiter, error))
    return FALSE;
  read = find_header (self, VB_TABLE_READER (reader), &nearest, &local)
         && take_rows (self, VB_TABLE_READER (reader), cancellable, &local);
  *n_bad = vb_text_reader_get_n_bad (vb_csv_reader_get_text (reader));
  if (!read && local == NULL)
    return refuse_header (self, nearest, error);
  if (!read)
    g_propagate_error (error, g_steal_pointer (&local));
  return read;
}

static gboolean
read_any (VbTextTable *self, VbByteSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  guint8 head[HEAD_SIZE];
  gssize n = vb_byte_source_read_at (source, head, sizeof head, 0, error);
  VbEncoding encoding;
  guint64 n_bad = 0;
  gboolean read;
  gsize skip;

  if (n < 0)
    return FALSE;
  if (vb_xlsx_package_recognise (head, (gsize) n))
    return read_workbook (self, source, cancellable, error);

  encoding = vb_encoding_recognise (head, (gsize) n, &skip);
  read = read_text (self, source, encoding, skip, &n_bad, cancellable, &local);
  /* No mark and bytes that are no UTF-8: a spreadsheet's CSV of old. */
  if (n_bad > 0 && encoding == VB_ENCODING_UTF8 && skip == 0)
    return read_text (self, source, VB_ENCODING_WINDOWS_1252, 0, &n_bad, cancellable, error);
  if (!read)
    g_propagate_error (error, g_steal_pointer (&local));
  return read;
}

VbTextTable *
vb_text_table_read (GFile *file,
                    const VbTextColumn *columns,
                    guint n_columns,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (VbByteSource) source = NULL;
  g_autoptr (VbTextTable) self = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  source = vb_byte_source_new (file, cancellable, error);
  if (source == NULL)
    return NULL;
  self = vb_text_table_new (vb_byte_source_get_name (source), columns, n_columns);
  if (!read_any (self, source, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

const char *
vb_text_table_get_name (VbTextTable *self)
{
  return self->name;
}

gboolean
vb_text_table_has_column (VbTextTable *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, FALSE);

  return self->places[column] >= 0;
}

guint
vb_text_table_get_n_rows (VbTextTable *self)
{
  return self->rows->len;
}

const char *
vb_text_table_get (VbTextTable *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->rows->len, NULL);
  g_return_val_if_fail (column < self->n_columns, NULL);

  return g_array_index (self->rows, Row, row).cells[column];
}

gboolean
vb_text_table_refuse (
    VbTextTable *self, guint row, guint column, const char *expected, GError **error)
{
  g_autofree char *name = dup_first_name (&self->columns[column]);

  g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
               _ ("%s, row %u, column “%s”: expected %s, found “%s”"), self->name,
               g_array_index (self->rows, Row, row).number, name, expected,
               vb_text_table_get (self, row, column));
  return FALSE;
}
