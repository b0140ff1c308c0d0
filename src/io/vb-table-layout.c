/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-table-layout.h"

#include <string.h>

#include "vb-date-form.h"
#include "vb-number-form.h"

#define SAMPLE_ROWS 60
/* With the blank ones: a table does not begin below them. */
#define MAX_ROWS 1000
/* What stands farther to the right is no part of the table. */
#define MAX_UNNAMED 8

typedef struct
{
  guint number;
  GPtrArray *cells; /* of char *, trimmed */
  guint n_filled;
  guint n_numbers;
  guint n_periods;
  gboolean begins_with_period;
  guint width; /* columns up to the last filled one */
} SampleRow;

static void
sample_row_free (gpointer data)
{
  SampleRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

static void
count_cell (SampleRow *row, const VbCell *cell)
{
  VbNumberForm form;
  VbPeriod period;

  row->n_filled++;
  if (cell->kind == VB_CELL_DATE
      || vb_date_form_parse (cell->text, cell->length, &period) == VB_DATE_FORM_PERIOD)
    {
      row->begins_with_period = row->begins_with_period || row->n_filled == 1;
      row->n_periods++;
    }
  else if (cell->kind == VB_CELL_NUMBER || vb_number_form_inspect (cell->text, cell->length, &form))
    row->n_numbers++;
}

static GPtrArray *
sample (VbTableReader *reader, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (sample_row_free);
  g_autoptr (GError) local = NULL;
  guint n_read = 0;
  VbRow row;

  while (rows->len < SAMPLE_ROWS && n_read++ < MAX_ROWS
         && vb_table_reader_next (reader, &row, &local))
    {
      SampleRow *copy = g_new0 (SampleRow, 1);

      copy->number = row.number;
      copy->cells = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < row.n_cells; i++)
        {
          VbCell cell = row.cells[i];

          vb_cell_trim (&cell);
          g_ptr_array_add (copy->cells, vb_cell_dup (&cell));
          if (cell.length == 0)
            continue;
          count_cell (copy, &cell);
          copy->width = i + 1;
        }
      if (copy->n_filled > 0)
        g_ptr_array_add (rows, copy);
      else
        sample_row_free (copy);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (!vb_table_reader_rewind (reader, error))
    return NULL;
  return g_steal_pointer (&rows);
}

static gboolean
is_header_like (const SampleRow *row)
{
  if (row->n_filled < 2 || row->n_numbers > 0)
    return FALSE;
  /* "2024-01;Avdelning 1;" is data with a hole; "region;2023;2024" is a header. */
  return !row->begins_with_period || row->n_periods == row->n_filled;
}

static const char *
get_cell (const SampleRow *row, guint column)
{
  return column < row->cells->len ? g_ptr_array_index (row->cells, column) : "";
}

/* Whether @below goes on with the headers of @row: it fills cells that @row leaves empty, as the
 * details under a merged title do. */
static gboolean
continues (const SampleRow *row, const SampleRow *below)
{
  if (!is_header_like (below))
    return FALSE;
  for (guint i = 0; i < below->width; i++)
    if (*get_cell (below, i) != '\0' && *get_cell (row, i) == '\0')
      return TRUE;
  return FALSE;
}

static char *
column_letter (guint column)
{
  char letters[8];
  guint n = sizeof letters;

  letters[--n] = '\0';
  for (column++; column > 0; column = (column - 1) / 26)
    letters[--n] = (char) ('A' + (column - 1) % 26);
  return g_strdup (letters + n);
}

/* The header of one column out of a title row and the detail row below it (which may be the same
 * row). @title is the last title at or left of the column: merged cells have it in their first one
 * only. */
static char *
make_header (const char *title, const char *own, const char *detail, guint column)
{
  VbPeriod period;

  if (*detail == '\0')
    return *own != '\0' ? g_strdup (own) : column_letter (column);
  /* "Disponibla" above "2023", "2024". */
  if (title != NULL && vb_date_form_parse (detail, strlen (detail), &period) == VB_DATE_FORM_PERIOD)
    return g_strdup_printf ("%s %s", title, detail);
  return g_strdup (detail);
}

/* A few columns to the right of the headers belong to the table when most rows have them. */
static guint
count_columns (GPtrArray *rows, guint first, guint header_width)
{
  guint width = header_width;

  for (guint i = first; i < rows->len; i++)
    {
      const SampleRow *row = g_ptr_array_index (rows, i);
      guint n_as_wide = 0;

      if (row->width <= width || row->width > header_width + MAX_UNNAMED)
        continue;
      for (guint k = first; k < rows->len; k++)
        n_as_wide += ((const SampleRow *) g_ptr_array_index (rows, k))->width >= row->width;
      if (n_as_wide * 2 > rows->len - first)
        width = row->width;
    }
  return width;
}

static VbTableLayout *
make_layout (GPtrArray *rows, guint index)
{
  VbTableLayout *self = g_new0 (VbTableLayout, 1);
  const SampleRow *row = g_ptr_array_index (rows, index);
  const SampleRow *detail = NULL;
  const char *title = NULL;
  guint width;

  if (index + 2 < rows->len && continues (row, g_ptr_array_index (rows, index + 1)))
    detail = g_ptr_array_index (rows, ++index);
  width = count_columns (rows, index + 1, MAX (row->width, detail != NULL ? detail->width : 0));
  self->header_row = detail != NULL ? detail->number : row->number;
  self->headers = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < width; i++)
    {
      const char *own = get_cell (row, i);

      if (*own != '\0')
        title = own;
      g_ptr_array_add (self->headers,
                       make_header (title, own, detail != NULL ? get_cell (detail, i) : "", i));
    }
  return self;
}

VbTableLayout *
vb_table_layout_find (VbTableReader *reader, GError **error)
{
  g_autoptr (GPtrArray) rows = sample (reader, error);
  guint most = 0;

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const SampleRow *row = g_ptr_array_index (rows, i);

      if (is_header_like (row))
        most = MAX (most, row->n_filled);
    }
  for (guint i = 0; i + 1 < rows->len; i++)
    {
      const SampleRow *row = g_ptr_array_index (rows, i);

      if (is_header_like (row) && row->n_filled * 5 >= most * 3)
        return make_layout (rows, i);
    }
  return NULL;
}

void
vb_table_layout_free (VbTableLayout *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->headers);
  g_free (self);
}
