/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-table-reader.h"

#include <string.h>

G_DEFINE_ABSTRACT_TYPE (VbTableReader, vb_table_reader, G_TYPE_OBJECT)

static void
vb_table_reader_class_init (VbTableReaderClass *klass)
{
}

static void
vb_table_reader_init (VbTableReader *self)
{
}

gboolean
vb_table_reader_next (VbTableReader *self, VbRow *row, GError **error)
{
  return VB_TABLE_READER_GET_CLASS (self)->next (self, row, error);
}

gboolean
vb_table_reader_rewind (VbTableReader *self, GError **error)
{
  return VB_TABLE_READER_GET_CLASS (self)->rewind (self, error);
}

double
vb_table_reader_get_fraction (VbTableReader *self)
{
  return VB_TABLE_READER_GET_CLASS (self)->get_fraction (self);
}

void
vb_cell_trim (VbCell *cell)
{
  while (cell->length > 0)
    {
      if ((guchar) cell->text[0] <= ' ')
        {
          cell->text++;
          cell->length--;
        }
      else if (cell->length >= 2 && memcmp (cell->text, "\xC2\xA0", 2) == 0)
        {
          cell->text += 2;
          cell->length -= 2;
        }
      else
        break;
    }
  while (cell->length > 0)
    {
      if ((guchar) cell->text[cell->length - 1] <= ' ')
        cell->length--;
      else if (cell->length >= 2 && memcmp (cell->text + cell->length - 2, "\xC2\xA0", 2) == 0)
        cell->length -= 2;
      else
        break;
    }
}

gboolean
vb_cell_is_blank (const VbCell *cell)
{
  VbCell copy = *cell;

  vb_cell_trim (&copy);
  return copy.length == 0;
}

char *
vb_cell_dup (const VbCell *cell)
{
  return g_strndup (cell->text, cell->length);
}

char *
vb_row_dup_cell (const VbRow *row, guint index)
{
  VbCell cell;

  if (index >= row->n_cells)
    return g_strdup ("");
  cell = row->cells[index];
  vb_cell_trim (&cell);
  return vb_cell_dup (&cell);
}
