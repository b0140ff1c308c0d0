/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-xlsx-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vb-date-form.h"
#include "vb-error.h"
#include "vb-xlsx-package.h"
#include "vb-xlsx-workbook.h"

/* What a worksheet can have. */
#define MAX_ROWS 1048576
#define MAX_CELL_TEXT (1024 * 1024)
/* More digits than a person would want to see; the rest is binary noise ("0.30000000000000004"). */
#define SHOWN_DIGITS "%.15g"

/* Only cells with something in them: one cell in the last column must not cost 16,384. */
typedef struct
{
  guint column;
  gsize offset; /* in the texts */
  guint32 length;
  VbCellKind kind;
  double number;
} SheetCell;

typedef struct
{
  guint first_cell;
  guint n_cells;
  guint n_columns;
  guint number;
} SheetRow;

struct _VbXlsxReader
{
  VbTableReader parent_instance;

  VbXlsxPackage *package;
  VbXlsxWorkbook *workbook;
  guint sheet;
  gboolean opened;
  gboolean done;

  /* Rows that are parsed and wait to be asked for. */
  GArray *rows;  /* of SheetRow */
  GArray *cells; /* of SheetCell */
  GByteArray *texts;
  guint next_row;
  GArray *out; /* of VbCell: the row that was asked for */

  /* The row and the cell that are being parsed. */
  SheetRow row;
  guint last_number;
  GArray *row_cells; /* of SheetCell */
  GByteArray *row_texts;
  guint column;
  char type[12];
  guint64 style;
  GString *value;
  gboolean in_value;
  gboolean in_row;
  guint phonetic;
};

G_DEFINE_FINAL_TYPE (VbXlsxReader, vb_xlsx_reader, VB_TYPE_TABLE_READER)

/* "C5" is column 2; @fallback where there is no reference. */
static guint
parse_column (const char *reference, guint fallback)
{
  guint column = 0;

  if (reference == NULL || !g_ascii_isalpha (reference[0]))
    return fallback;
  for (; g_ascii_isalpha (*reference) && column <= VB_TABLE_MAX_COLUMNS; reference++)
    column = column * 26 + (guint) (g_ascii_toupper (*reference) - 'A') + 1;
  return column - 1;
}

static void
on_start (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  VbXlsxReader *self = data;

  if (g_str_equal (element, "row"))
    {
      const char *number = vb_xlsx_get_attribute (names, values, "r");
      guint64 said = number != NULL ? g_ascii_strtoull (number, NULL, 10) : 0;

      self->row.number = said > 0 && said <= MAX_ROWS ? (guint) said : self->last_number + 1;
      self->last_number = self->row.number;
      self->in_row = TRUE;
      self->column = 0;
      g_array_set_size (self->row_cells, 0);
      g_byte_array_set_size (self->row_texts, 0);
    }
  else if (g_str_equal (element, "c"))
    {
      const char *type = vb_xlsx_get_attribute (names, values, "t");
      const char *style = vb_xlsx_get_attribute (names, values, "s");

      self->column = parse_column (vb_xlsx_get_attribute (names, values, "r"), self->column);
      g_strlcpy (self->type, type != NULL ? type : "n", sizeof self->type);
      self->style = style != NULL ? g_ascii_strtoull (style, NULL, 10) : 0;
      g_string_truncate (self->value, 0);
    }
  else if (g_str_equal (element, "rPh"))
    self->phonetic++;
  else if (g_str_equal (element, "v") || g_str_equal (element, "t"))
    self->in_value = self->phonetic == 0;
}

static void
on_text (
    GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  VbXlsxReader *self = data;

  if (!self->in_value)
    return;
  if (self->value->len + length > MAX_CELL_TEXT)
    g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, "cell too long");
  else
    g_string_append_len (self->value, text, (gssize) length);
}

static void
set_text (VbXlsxReader *self, SheetCell *cell, const char *text, gsize length)
{
  cell->offset = self->row_texts->len;
  cell->length = (guint32) length;
  g_byte_array_append (self->row_texts, (const guint8 *) text, (guint) length);
}

static void
set_number (VbXlsxReader *self, SheetCell *cell)
{
  char *end;

  cell->number = g_ascii_strtod (self->value->str, &end);
  if (end == self->value->str || *end != '\0')
    {
      cell->kind = VB_CELL_TEXT;
      set_text (self, cell, self->value->str, self->value->len);
      return;
    }
  cell->kind = VB_CELL_NUMBER;
  if (vb_xlsx_workbook_is_date_style (self->workbook, self->style))
    {
      VbDay day = vb_date_form_from_serial (cell->number, self->workbook->days);

      if (day != VB_DAY_NONE)
        {
          g_autofree char *iso = vb_day_to_iso (day);

          cell->kind = VB_CELL_DATE;
          set_text (self, cell, iso, strlen (iso));
          return;
        }
    }
  if (self->value->len > 15)
    {
      char shown[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (shown, sizeof shown, SHOWN_DIGITS, cell->number);
      set_text (self, cell, shown, strlen (shown));
    }
  else
    set_text (self, cell, self->value->str, self->value->len);
}

static void
end_cell (VbXlsxReader *self)
{
  SheetCell cell = { .kind = VB_CELL_TEXT, .column = self->column++ };
  const char *text = self->value->str;
  gsize length = self->value->len;

  if (cell.column >= VB_TABLE_MAX_COLUMNS || length == 0)
    return;
  if (g_str_equal (self->type, "n"))
    {
      set_number (self, &cell);
      g_array_append_val (self->row_cells, cell);
      return;
    }
  if (g_str_equal (self->type, "s"))
    {
      guint64 index = g_ascii_strtoull (self->value->str, NULL, 10);

      if (!vb_xlsx_workbook_get_string (self->workbook, index, &text, &length))
        length = 0;
    }
  else if (g_str_equal (self->type, "b"))
    {
      cell.kind = VB_CELL_FLAG;
      text = self->value->str[0] == '1' ? "TRUE" : "FALSE";
      length = strlen (text);
    }
  else if (g_str_equal (self->type, "e"))
    cell.kind = VB_CELL_ERROR;
  else if (g_str_equal (self->type, "d"))
    cell.kind = VB_CELL_DATE;
  set_text (self, &cell, text, length);
  g_array_append_val (self->row_cells, cell);
}

static void
end_row (VbXlsxReader *self)
{
  self->row.first_cell = self->cells->len;
  self->row.n_cells = self->row_cells->len;
  self->row.n_columns = 0;
  for (guint i = 0; i < self->row_cells->len; i++)
    {
      SheetCell cell = g_array_index (self->row_cells, SheetCell, i);

      cell.offset += self->texts->len;
      self->row.n_columns = MAX (self->row.n_columns, cell.column + 1);
      g_array_append_val (self->cells, cell);
    }
  g_byte_array_append (self->texts, self->row_texts->data, self->row_texts->len);
  g_array_append_val (self->rows, self->row);
  self->in_row = FALSE;
}

static void
on_end (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  VbXlsxReader *self = data;

  if (g_str_equal (element, "v") || g_str_equal (element, "t"))
    self->in_value = FALSE;
  else if (g_str_equal (element, "rPh"))
    self->phonetic--;
  else if (g_str_equal (element, "c") && self->in_row)
    end_cell (self);
  else if (g_str_equal (element, "row"))
    end_row (self);
}

static const GMarkupParser sheet_parser = { on_start, on_end, on_text, NULL, NULL };

static gboolean
open_sheet (VbXlsxReader *self, GError **error)
{
  const char *part = g_ptr_array_index (self->workbook->sheet_parts, self->sheet);
  gboolean missing;

  self->opened = TRUE;
  if (vb_xlsx_package_open_part (self->package, part, &sheet_parser, self, &missing, error))
    return TRUE;
  /* A chart sheet has no part of that kind: it has no rows. */
  self->done = missing;
  return missing;
}

static gboolean
vb_xlsx_reader_next (VbTableReader *reader, VbRow *row, GError **error)
{
  VbXlsxReader *self = VB_XLSX_READER (reader);
  const SheetRow *parsed;

  if (!self->opened && !open_sheet (self, error))
    return FALSE;
  while (self->next_row == self->rows->len)
    {
      if (self->done)
        return FALSE;
      self->next_row = 0;
      g_array_set_size (self->rows, 0);
      g_array_set_size (self->cells, 0);
      g_byte_array_set_size (self->texts, 0);
      if (!vb_xlsx_package_parse_more (self->package, &self->done, error))
        {
          self->done = TRUE;
          return FALSE;
        }
    }
  parsed = &g_array_index (self->rows, SheetRow, self->next_row++);
  g_array_set_size (self->out, parsed->n_columns);
  for (guint i = 0; i < parsed->n_columns; i++)
    g_array_index (self->out, VbCell, i) = (VbCell){ .text = "", .kind = VB_CELL_TEXT };
  for (guint i = 0; i < parsed->n_cells; i++)
    {
      const SheetCell *from = &g_array_index (self->cells, SheetCell, parsed->first_cell + i);
      VbCell *to = &g_array_index (self->out, VbCell, from->column);

      if (from->length > 0)
        to->text = (const char *) self->texts->data + from->offset;
      to->length = from->length;
      to->kind = from->kind;
      to->number = from->number;
    }
  row->cells = (VbCell *) (gpointer) self->out->data;
  row->n_cells = parsed->n_columns;
  row->number = parsed->number;
  return TRUE;
}

static gboolean
vb_xlsx_reader_rewind (VbTableReader *reader, GError **error)
{
  VbXlsxReader *self = VB_XLSX_READER (reader);

  vb_xlsx_package_close_part (self->package);
  g_array_set_size (self->rows, 0);
  self->next_row = 0;
  self->last_number = 0;
  self->opened = FALSE;
  self->done = FALSE;
  self->in_row = FALSE;
  self->in_value = FALSE;
  self->phonetic = 0;
  return TRUE;
}

static double
vb_xlsx_reader_get_fraction (VbTableReader *reader)
{
  return vb_xlsx_package_get_fraction (VB_XLSX_READER (reader)->package);
}

static void
vb_xlsx_reader_finalize (GObject *object)
{
  VbXlsxReader *self = VB_XLSX_READER (object);

  vb_xlsx_package_free (self->package);
  vb_xlsx_workbook_free (self->workbook);
  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_byte_array_unref (self->texts);
  g_array_unref (self->out);
  g_array_unref (self->row_cells);
  g_byte_array_unref (self->row_texts);
  g_string_free (self->value, TRUE);
  G_OBJECT_CLASS (vb_xlsx_reader_parent_class)->finalize (object);
}

static void
vb_xlsx_reader_class_init (VbXlsxReaderClass *klass)
{
  VbTableReaderClass *reader_class = VB_TABLE_READER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vb_xlsx_reader_finalize;
  reader_class->next = vb_xlsx_reader_next;
  reader_class->rewind = vb_xlsx_reader_rewind;
  reader_class->get_fraction = vb_xlsx_reader_get_fraction;
}

static void
vb_xlsx_reader_init (VbXlsxReader *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (SheetRow));
  self->cells = g_array_new (FALSE, FALSE, sizeof (SheetCell));
  self->texts = g_byte_array_new ();
  self->out = g_array_new (FALSE, FALSE, sizeof (VbCell));
  self->row_cells = g_array_new (FALSE, FALSE, sizeof (SheetCell));
  self->row_texts = g_byte_array_new ();
  self->value = g_string_new (NULL);
}

VbXlsxReader *
vb_xlsx_reader_new (VbByteSource *source, GError **error)
{
  g_autoptr (VbXlsxReader) self = g_object_new (VB_TYPE_XLSX_READER, NULL);

  self->package = vb_xlsx_package_new (source);
  self->workbook = vb_xlsx_workbook_new (self->package, vb_byte_source_get_name (source), error);
  return self->workbook != NULL ? g_steal_pointer (&self) : NULL;
}

const char *const *
vb_xlsx_reader_get_sheets (VbXlsxReader *self)
{
  return (const char *const *) self->workbook->sheet_names->pdata;
}

gboolean
vb_xlsx_reader_set_sheet (VbXlsxReader *self, guint index, GError **error)
{
  g_return_val_if_fail (index < self->workbook->sheet_parts->len, FALSE);
  self->sheet = index;
  return vb_xlsx_reader_rewind (VB_TABLE_READER (self), error);
}

VbSerialDays
vb_xlsx_reader_get_serial_days (VbXlsxReader *self)
{
  return self->workbook->days;
}

guint
vb_xlsx_reader_get_sheet (VbXlsxReader *self)
{
  return self->sheet;
}
