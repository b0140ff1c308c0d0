/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a table file: type, encoding, delimiter, sheet, header row, and one reading of the whole
 * of it for what its columns hold. */
#include "vb-importer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vb-error.h"
#include "vb-xlsx-package.h"

#define HEAD_SIZE 4096
#define PREVIEW_ROWS 200
#define MAX_PAIRS 64
/* Cancelling answers within a fraction of a second, and costs nothing. */
#define CANCEL_INTERVAL 4096

static void
file_column_free (gpointer data)
{
  VbFileColumn *column = data;

  vb_column_profile_clear (&column->profile);
  g_free (column->header);
  g_free (column->base);
  g_free (column);
}

static void
pair_free (gpointer data)
{
  VbColumnPair *pair = data;

  g_array_unref (pair->names);
  g_array_unref (pair->codes);
  g_free (pair);
}

static void
set_not_a_table (VbImporter *self, GError **error)
{
  g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
               _ ("“%s” is not a table: no row of column headers with rows of figures below it "
                  "was found"),
               vb_byte_source_get_name (self->source));
}

/* Formats that people take for tables, and what to do about them. */
static gboolean
is_readable_kind (VbImporter *self, const guint8 *head, gsize size, GError **error)
{
  const char *name = vb_byte_source_get_name (self->source);

  if (size == 0)
    g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT, _ ("“%s” is empty"), name);
  else if (size >= 8 && memcmp (head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) == 0)
    g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                 _ ("“%s” is an old or password-protected Excel file: save it as an XLSX workbook "
                    "without a password"),
                 name);
  else if (size >= 4 && memcmp (head, "%PDF", 4) == 0)
    g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT, _ ("“%s” is a PDF document, not a table"),
                 name);
  else if (size >= 15 && memcmp (head, "SQLite format 3", 15) == 0)
    g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT, _ ("“%s” is a database, not a table"), name);
  else
    return TRUE;
  return FALSE;
}

static guint
find_sheet (const char *const *sheets, const char *wanted)
{
  guint n = g_strv_length ((GStrv) sheets);
  guint64 number;

  for (guint i = 0; i < n; i++)
    if (g_str_equal (sheets[i], wanted))
      return i;
  if (g_ascii_string_to_unsigned (wanted, 10, 1, n, &number, NULL))
    return (guint) number - 1;
  return n;
}

static gboolean
open_workbook (VbImporter *self, const char *wanted, GError **error)
{
  VbXlsxReader *reader = vb_xlsx_reader_new (self->source, error);
  const char *const *sheets;
  guint first = 0;
  guint n;

  if (reader == NULL)
    return FALSE;
  self->reader = VB_TABLE_READER (reader);
  sheets = vb_xlsx_reader_get_sheets (reader);
  n = g_strv_length ((GStrv) sheets);
  if (wanted != NULL)
    {
      first = find_sheet (sheets, wanted);
      if (first == n)
        {
          g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND, _ ("The workbook has no sheet “%s”"),
                       wanted);
          return FALSE;
        }
      n = first + 1;
    }
  for (guint i = first; i < n && self->layout == NULL; i++)
    {
      g_autoptr (GError) local = NULL;

      if (!vb_xlsx_reader_set_sheet (reader, i, error))
        return FALSE;
      self->layout = vb_table_layout_find (self->reader, &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  self->recognised.format = "XLSX";
  self->recognised.encoding = "UTF-8";
  self->recognised.sheets = sheets;
  self->recognised.sheet = sheets[vb_xlsx_reader_get_sheet (reader)];
  return TRUE;
}

/* More bytes that are no UTF-8 than characters that are: it is no UTF-8. A byte order mark settles
 * it, and without one only the whole file can tell. */
static gboolean
is_wrong_encoding (VbImporter *self, gsize mark)
{
  VbTextReader *text;

  if (self->encoding != VB_ENCODING_UTF8 || mark > 0)
    return FALSE;
  text = vb_csv_reader_get_text (VB_CSV_READER (self->reader));
  return vb_text_reader_get_n_bad (text) > vb_text_reader_get_n_wide (text);
}

static gboolean
open_text (VbImporter *self, VbEncoding encoding, gsize skip, GError **error)
{
  VbCsvReader *reader = vb_csv_reader_new (vb_text_reader_new (self->source, encoding, skip), ',');
  g_autoptr (GError) local = NULL;

  g_set_object (&self->reader, VB_TABLE_READER (reader));
  g_object_unref (reader);
  g_clear_pointer (&self->layout, vb_table_layout_free);
  self->encoding = encoding;
  if (!vb_csv_reader_sniff (reader, &self->delimiter, error))
    return FALSE;
  if (self->delimiter != 0)
    self->layout = vb_table_layout_find (self->reader, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  self->recognised.format = "CSV";
  self->recognised.encoding = vb_encoding_get_name (encoding);
  self->recognised.delimiter = self->delimiter;
  return TRUE;
}

VbFileColumn *
vb_importer_get_file_column (VbImporter *self, guint index)
{
  return g_ptr_array_index (self->file_columns, index);
}

/* The same header twice, but for case: no one can say which is meant. */
static void
find_doubled_headers (VbImporter *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->file_columns->len; i++)
    {
      VbFileColumn *column = vb_importer_get_file_column (self, i);
      char *key = g_utf8_casefold (column->header, -1);
      VbFileColumn *other = g_hash_table_lookup (seen, key);

      if (other != NULL)
        column->doubled = other->doubled = TRUE;
      g_hash_table_replace (seen, key, column);
    }
}

static void
add_file_columns (VbImporter *self)
{
  g_clear_pointer (&self->file_columns, g_ptr_array_unref);
  self->file_columns = g_ptr_array_new_with_free_func (file_column_free);
  for (guint i = 0; i < self->layout->headers->len; i++)
    {
      const char *header = g_ptr_array_index (self->layout->headers, i);
      VbFileColumn *column = g_new0 (VbFileColumn, 1);

      column->header = g_strdup (header);
      column->has_period = vb_date_form_find_in_header (header, &column->period, &column->base);
      vb_header_words_read (header, &column->meaning);
      vb_column_profile_init (&column->profile,
                              column->meaning.meaning == VB_HEADER_DATE
                                  || column->meaning.meaning == VB_HEADER_LEVEL
                                  || column->meaning.meaning == VB_HEADER_LEVEL_CODE
                                  || column->meaning.meaning == VB_HEADER_PARENT
                                  || column->meaning.meaning == VB_HEADER_CARE_TYPE
                                  || column->meaning.meaning == VB_HEADER_MEASURE_NAME);
      g_ptr_array_add (self->file_columns, column);
    }
  find_doubled_headers (self);
}

static gboolean
may_be_name (const VbFileColumn *column)
{
  return !column->has_period
         && (column->meaning.meaning == VB_HEADER_LEVEL
             || column->meaning.meaning == VB_HEADER_UNKNOWN);
}

static void
add_pairs (VbImporter *self)
{
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  self->pairs = g_ptr_array_new_with_free_func (pair_free);
  for (guint code = 0; code < self->file_columns->len; code++)
    {
      if (vb_importer_get_file_column (self, code)->meaning.meaning != VB_HEADER_LEVEL_CODE)
        continue;
      for (guint name = 0; name < self->file_columns->len && self->pairs->len < MAX_PAIRS; name++)
        {
          VbColumnPair *pair;

          if (!may_be_name (vb_importer_get_file_column (self, name)))
            continue;
          pair = g_new0 (VbColumnPair, 1);
          pair->code = code;
          pair->name = name;
          pair->names = g_array_new (FALSE, FALSE, sizeof (guint32));
          pair->codes = g_array_new (FALSE, FALSE, sizeof (guint32));
          pair->one_name = TRUE;
          pair->one_code = TRUE;
          g_ptr_array_add (self->pairs, pair);
        }
    }
}

/* Notes that @key goes with @value; FALSE when it went with another one before. */
static gboolean
note (GArray *map, guint32 key, guint32 value)
{
  guint32 none = VB_STRING_TABLE_NONE;
  guint32 *known;

  while (map->len <= key)
    g_array_append_val (map, none);
  known = &g_array_index (map, guint32, key);
  if (*known == VB_STRING_TABLE_NONE)
    *known = value;
  return *known == value;
}

static void
note_pairs (VbImporter *self, const guint32 *values)
{
  for (guint i = 0; i < self->pairs->len; i++)
    {
      VbColumnPair *pair = g_ptr_array_index (self->pairs, i);
      guint32 code = values[pair->code];
      guint32 name = values[pair->name];

      if (code == VB_STRING_TABLE_NONE || name == VB_STRING_TABLE_NONE
          || (!pair->one_name && !pair->one_code))
        continue;
      pair->one_name = pair->one_name && note (pair->names, code, name);
      pair->one_code = pair->one_code && note (pair->codes, name, code);
    }
}

static void
keep_for_preview (VbImporter *self, const VbRow *row)
{
  GPtrArray *cells;

  if (self->first_rows->len == PREVIEW_ROWS)
    return;
  cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < MIN (row->n_cells, self->file_columns->len); i++)
    g_ptr_array_add (cells, vb_cell_dup (&row->cells[i]));
  g_ptr_array_add (self->first_rows, cells);
  g_array_append_val (self->first_numbers, row->number);
}

/* One reading of the whole file. */
static gboolean
profile (VbImporter *self, GCancellable *cancellable, GError **error)
{
  g_autofree guint32 *values = g_new (guint32, self->file_columns->len);
  g_autoptr (GError) local = NULL;
  VbRow row;

  g_clear_pointer (&self->first_rows, g_ptr_array_unref);
  self->first_rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_array_set_size (self->first_numbers, 0);
  self->n_rows = 0;
  while (vb_table_reader_next (self->reader, &row, &local))
    {
      guint n = MIN (row.n_cells, self->file_columns->len);
      gboolean blank = TRUE;

      if (row.number <= self->layout->header_row)
        continue;
      for (guint i = 0; i < self->file_columns->len; i++)
        values[i] = VB_STRING_TABLE_NONE;
      for (guint i = 0; i < n; i++)
        {
          vb_cell_trim (&row.cells[i]);
          if (row.cells[i].length == 0)
            continue;
          blank = FALSE;
          values[i] = vb_column_profile_add (&vb_importer_get_file_column (self, i)->profile,
                                             &row.cells[i]);
        }
      if (blank)
        continue;
      note_pairs (self, values);
      keep_for_preview (self, &row);
      if (self->n_rows++ % CANCEL_INTERVAL == 0
          && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

static gboolean
profile_layout (VbImporter *self, GCancellable *cancellable, GError **error)
{
  if (self->layout == NULL)
    {
      set_not_a_table (self, error);
      return FALSE;
    }
  add_file_columns (self);
  add_pairs (self);
  return profile (self, cancellable, error);
}

static gboolean
open_any (VbImporter *self, const char *sheet, GCancellable *cancellable, GError **error)
{
  guint8 head[HEAD_SIZE];
  gssize n = vb_byte_source_read_at (self->source, head, sizeof head, 0, error);
  VbEncoding encoding;
  gsize skip;

  if (n < 0 || !is_readable_kind (self, head, (gsize) n, error))
    return FALSE;
  if (vb_xlsx_package_recognise (head, (gsize) n))
    return open_workbook (self, sheet, error) && profile_layout (self, cancellable, error);
  if (sheet != NULL)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_USAGE, _ ("“%s” is no workbook and has no sheets"),
                   vb_byte_source_get_name (self->source));
      return FALSE;
    }
  encoding = vb_encoding_recognise (head, (gsize) n, &skip);
  if (!open_text (self, encoding, skip, error))
    return FALSE;
  if (!is_wrong_encoding (self, skip) && !profile_layout (self, cancellable, error))
    return FALSE;
  if (is_wrong_encoding (self, skip))
    return open_text (self, VB_ENCODING_WINDOWS_1252, 0, error)
           && profile_layout (self, cancellable, error);
  return TRUE;
}

/* What identifies the table's form: its headers, without what differs from one delivery to the
 * next (periods), whatever their case and accents. */
static char *
make_mapping_key (VbImporter *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *words =
          vb_header_words_normalise (vb_importer_get_import_column (self, i)->info.header);

      g_checksum_update (checksum, (const guchar *) words, (gssize) strlen (words) + 1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

VbImporter *
vb_importer_open (GFile *file, const char *sheet, GCancellable *cancellable, GError **error)
{
  g_autoptr (VbImporter) self = g_object_new (VB_TYPE_IMPORTER, NULL);

  self->source = vb_byte_source_new (file, cancellable, error);
  if (self->source == NULL || !open_any (self, sheet, cancellable, error))
    return NULL;
  if (self->n_rows == 0)
    {
      set_not_a_table (self, error);
      return NULL;
    }
  self->recognised.header_row = self->layout->header_row;
  vb_importer_add_columns (self);
  self->mapping_key = make_mapping_key (self);
  vb_importer_guess (self);
  return g_steal_pointer (&self);
}
