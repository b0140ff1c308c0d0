/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vb-error.h"

#define MAX_QUOTED (1024 * 1024)
#define MAX_ROW (16 * 1024 * 1024)
#define SNIFF_ROWS 200

struct _VbCsvReader
{
  VbTableReader parent_instance;

  VbTextReader *text;
  GByteArray *buffer; /* followed by a NUL that is not counted in its length */
  gsize position;     /* of the next row in the buffer */
  gboolean at_end;    /* no more text after the buffer */
  char delimiter;
  guint row_number;
  GArray *cells;       /* of VbCell */
  GArray *to_unquote;  /* of guint: cells whose quotes are taken out once the row is whole */
  gboolean stops[256]; /* bytes that end an unquoted field: delimiter, CR, LF, NUL */
};

G_DEFINE_FINAL_TYPE (VbCsvReader, vb_csv_reader, VB_TYPE_TABLE_READER)

/* How far a row came before the buffer ended. */
typedef enum
{
  ROW_WHOLE,
  ROW_UNFINISHED,
  ROW_TOO_WIDE,
} RowState;

static gboolean
refill (VbCsvReader *self, GError **error)
{
  gssize n;

  if (self->position > 0)
    {
      g_byte_array_remove_range (self->buffer, 0, (guint) self->position);
      self->position = 0;
    }
  if (self->buffer->len > MAX_ROW)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                   _ ("“%s” is not a table: row %u is longer than any row could be"),
                   vb_text_reader_get_name (self->text), self->row_number + 1);
      return FALSE;
    }
  n = vb_text_reader_read (self->text, self->buffer, error);
  if (n < 0)
    return FALSE;
  self->at_end = n == 0;
  /* The sentinel lets the inner loops run without a length check. */
  g_byte_array_set_size (self->buffer, self->buffer->len + 1);
  self->buffer->data[self->buffer->len - 1] = 0;
  g_byte_array_set_size (self->buffer, self->buffer->len - 1);
  return TRUE;
}

static char *
skip_unquoted (VbCsvReader *self, char *p)
{
  while (!self->stops[(guchar) *p])
    p++;
  return p;
}

/* The closing quote of the field that opens at @p, or NULL when it is not in the buffer. */
static char *
find_closing_quote (char *p, char *end, gboolean *doubled)
{
  p++;
  for (;;)
    {
      p = memchr (p, '"', (gsize) (end - p));
      if (p == NULL || p + 1 > end)
        return NULL;
      if (p[1] != '"')
        return p;
      *doubled = TRUE;
      p += 2;
    }
}

/* Text after the closing quote, up to @end, that no well-formed field has: harmless where the marks
 * match and stand on one line ("Rosen" avdelning), else the field was opened by mistake and the
 * quote that closes it belongs to a later row. */
static gboolean
is_broken (const char *start, const char *close, const char *end)
{
  guint n_quotes = 0;

  if (close + 1 == end)
    return FALSE;
  for (const char *p = start; p < end; p++)
    {
      if (*p == '\n' || *p == '\r')
        return TRUE;
      n_quotes += *p == '"';
    }
  return n_quotes % 2 != 0;
}

/* Reads one field at @p into @cell; returns where it ended, or NULL when the buffer ended before
 * the field surely did. */
static char *
take_field (VbCsvReader *self, char *p, char *end, VbCell *cell, gboolean *unquote)
{
  gboolean doubled = FALSE;
  char *start = p;
  char *close;

  *unquote = FALSE;
  if (*p == '"')
    {
      close = find_closing_quote (p, end, &doubled);
      if (close == NULL && !self->at_end && end - p < MAX_QUOTED)
        return NULL;
      if (close != NULL && close - p < MAX_QUOTED)
        {
          /* A quote as the buffer's last byte may be the first half of a doubled one. */
          if (close + 1 == end && !self->at_end)
            return NULL;
          p = skip_unquoted (self, close + 1);
          if (p == end && !self->at_end)
            return NULL;
          if (is_broken (start, close, p))
            {
              p = skip_unquoted (self, start);
              cell->text = start;
              cell->length = (guint32) (p - start);
              cell->kind = VB_CELL_BROKEN;
              return p;
            }
          if (p == close + 1 && !doubled)
            {
              cell->text = start + 1;
              cell->length = (guint32) (close - start - 1);
              return p;
            }
          cell->text = start;
          cell->length = (guint32) (p - start);
          *unquote = TRUE;
          return p;
        }
      cell->kind = VB_CELL_BROKEN;
    }
  p = skip_unquoted (self, p);
  cell->text = start;
  cell->length = (guint32) (p - start);
  return p;
}

static RowState
take_row (VbCsvReader *self)
{
  char *start = (char *) self->buffer->data + self->position;
  char *end = (char *) self->buffer->data + self->buffer->len;
  char *p = start;

  g_array_set_size (self->cells, 0);
  g_array_set_size (self->to_unquote, 0);
  for (;;)
    {
      VbCell cell = { .kind = VB_CELL_TEXT };
      gboolean unquote;

      p = take_field (self, p, end, &cell, &unquote);
      if (p == NULL || (p == end && !self->at_end))
        return ROW_UNFINISHED;
      if (unquote)
        g_array_append_val (self->to_unquote, self->cells->len);
      if (self->cells->len == VB_TABLE_MAX_COLUMNS)
        return ROW_TOO_WIDE;
      g_array_append_val (self->cells, cell);
      if (p < end && *p == self->delimiter)
        {
          p++;
          continue;
        }
      break;
    }
  if (p < end && *p == '\r')
    {
      if (p + 1 == end && !self->at_end)
        return ROW_UNFINISHED;
      p++;
      if (p < end && *p == '\n')
        p++;
    }
  else if (p < end)
    p++;
  self->position = (gsize) (p - (char *) self->buffer->data);
  return ROW_WHOLE;
}

/* In place: quotes that open and close go, doubled ones become one. */
static void
unquote (VbCell *cell)
{
  char *text = (char *) cell->text;
  gboolean inside = FALSE;
  guint32 n = 0;

  for (guint32 i = 0; i < cell->length; i++)
    {
      if (text[i] != '"')
        text[n++] = text[i];
      else if (inside && i + 1 < cell->length && text[i + 1] == '"')
        text[n++] = text[i++];
      else
        inside = !inside;
    }
  cell->length = n;
}

static gboolean
vb_csv_reader_next (VbTableReader *reader, VbRow *row, GError **error)
{
  VbCsvReader *self = VB_CSV_READER (reader);
  RowState state = ROW_UNFINISHED;

  for (;;)
    {
      if (self->position < self->buffer->len)
        state = take_row (self);
      else if (self->at_end)
        return FALSE;
      if (state != ROW_UNFINISHED)
        break;
      if (!refill (self, error))
        return FALSE;
    }
  self->row_number++;
  if (state == ROW_TOO_WIDE)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                   _ ("“%s” is not a table: row %u has more than %d columns"),
                   vb_text_reader_get_name (self->text), self->row_number, VB_TABLE_MAX_COLUMNS);
      return FALSE;
    }
  for (guint i = 0; i < self->to_unquote->len; i++)
    unquote (&g_array_index (self->cells, VbCell, g_array_index (self->to_unquote, guint, i)));
  row->cells = (VbCell *) (gpointer) self->cells->data;
  row->n_cells = self->cells->len;
  row->number = self->row_number;
  return TRUE;
}

static gboolean
vb_csv_reader_rewind (VbTableReader *reader, GError **error)
{
  VbCsvReader *self = VB_CSV_READER (reader);

  vb_text_reader_rewind (self->text);
  g_byte_array_set_size (self->buffer, 0);
  self->position = 0;
  self->at_end = FALSE;
  self->row_number = 0;
  return TRUE;
}

static double
vb_csv_reader_get_fraction (VbTableReader *reader)
{
  return vb_text_reader_get_fraction (VB_CSV_READER (reader)->text);
}

static void
vb_csv_reader_finalize (GObject *object)
{
  VbCsvReader *self = VB_CSV_READER (object);

  vb_text_reader_free (self->text);
  g_byte_array_unref (self->buffer);
  g_array_unref (self->cells);
  g_array_unref (self->to_unquote);
  G_OBJECT_CLASS (vb_csv_reader_parent_class)->finalize (object);
}

static void
vb_csv_reader_class_init (VbCsvReaderClass *klass)
{
  VbTableReaderClass *reader_class = VB_TABLE_READER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vb_csv_reader_finalize;
  reader_class->next = vb_csv_reader_next;
  reader_class->rewind = vb_csv_reader_rewind;
  reader_class->get_fraction = vb_csv_reader_get_fraction;
}

static void
vb_csv_reader_init (VbCsvReader *self)
{
  self->buffer = g_byte_array_new ();
  self->cells = g_array_new (FALSE, FALSE, sizeof (VbCell));
  self->to_unquote = g_array_new (FALSE, FALSE, sizeof (guint));
}

VbCsvReader *
vb_csv_reader_new (VbTextReader *text, char delimiter)
{
  VbCsvReader *self = g_object_new (VB_TYPE_CSV_READER, NULL);

  self->text = text;
  vb_csv_reader_set_delimiter (self, delimiter);
  return self;
}

void
vb_csv_reader_set_delimiter (VbCsvReader *self, char delimiter)
{
  memset (self->stops, 0, sizeof self->stops);
  self->stops[0] = TRUE;
  self->stops['\r'] = TRUE;
  self->stops['\n'] = TRUE;
  self->stops[(guchar) delimiter] = TRUE;
  self->delimiter = delimiter;
}

VbTextReader *
vb_csv_reader_get_text (VbCsvReader *self)
{
  return self->text;
}

/* How many of the first rows have the commonest number of columns (at least two), and what number
 * that is. */
static gboolean
count_alike (VbCsvReader *self, guint *n_rows, guint *n_alike, guint *n_columns, GError **error)
{
  g_autofree guint *counts = g_new0 (guint, SNIFF_ROWS);
  g_autoptr (GError) local = NULL;
  VbRow row;

  *n_rows = 0;
  *n_alike = 0;
  *n_columns = 0;
  while (*n_rows < SNIFF_ROWS && vb_csv_reader_next (VB_TABLE_READER (self), &row, &local))
    if (row.n_cells > 1 || !vb_cell_is_blank (&row.cells[0]))
      counts[(*n_rows)++] = row.n_cells;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  for (guint i = 0; i < *n_rows; i++)
    {
      guint alike = 0;

      for (guint k = 0; k < *n_rows; k++)
        alike += counts[k] == counts[i];
      if (counts[i] > 1 && (alike > *n_alike || (alike == *n_alike && counts[i] > *n_columns)))
        {
          *n_alike = alike;
          *n_columns = counts[i];
        }
    }
  return TRUE;
}

gboolean
vb_csv_reader_sniff (VbCsvReader *self, char *delimiter, GError **error)
{
  static const char candidates[] = { '\t', ';', ',' };
  guint best_alike = 0;
  guint best_columns = 0;

  *delimiter = 0;
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint n_rows;
      guint n_alike;
      guint n_columns;

      vb_csv_reader_rewind (VB_TABLE_READER (self), NULL);
      vb_csv_reader_set_delimiter (self, candidates[i]);
      if (!count_alike (self, &n_rows, &n_alike, &n_columns, error))
        return FALSE;
      /* Running text has commas too, but no two sentences alike; a table may have a few title
       * lines. */
      if (n_alike < 2 || n_alike * 3 < n_rows)
        continue;
      if (n_alike > best_alike || (n_alike == best_alike && n_columns > best_columns))
        {
          best_alike = n_alike;
          best_columns = n_columns;
          *delimiter = candidates[i];
        }
    }
  vb_csv_reader_set_delimiter (self, *delimiter != 0 ? *delimiter : ',');
  return vb_csv_reader_rewind (VB_TABLE_READER (self), error);
}
