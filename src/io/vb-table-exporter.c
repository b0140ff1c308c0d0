/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-table-exporter.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <xlsxwriter.h>

#include "vb-error.h"
#include "vb-file.h"
#include "vb-number.h"

/* What a worksheet can hold (ECMA-376). */
#define MAX_SHEET_NAME 31
#define MAX_CELL_TEXT 32767
#define MIN_WIDTH 8.0
#define MAX_WIDTH 50.0

typedef struct
{
  char *text; /* NULL: a number */
  double number;
} Cell;

struct _VbTableExporter
{
  GObject parent_instance;

  char *title;
  GStrv headers;
  guint n_columns;
  GArray *cells; /* of Cell, row after row */
  gint64 time;
};

G_DEFINE_FINAL_TYPE (VbTableExporter, vb_table_exporter, G_TYPE_OBJECT)

static void
cell_clear (gpointer data)
{
  g_free (((Cell *) data)->text);
}

static void
vb_table_exporter_finalize (GObject *object)
{
  VbTableExporter *self = VB_TABLE_EXPORTER (object);

  g_free (self->title);
  g_strfreev (self->headers);
  g_array_unref (self->cells);
  G_OBJECT_CLASS (vb_table_exporter_parent_class)->finalize (object);
}

static void
vb_table_exporter_class_init (VbTableExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_table_exporter_finalize;
}

static void
vb_table_exporter_init (VbTableExporter *self)
{
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, cell_clear);
}

VbTableExporter *
vb_table_exporter_new (const char *title, const char *const *headers)
{
  VbTableExporter *self;

  g_return_val_if_fail (headers != NULL && headers[0] != NULL, NULL);

  self = g_object_new (VB_TYPE_TABLE_EXPORTER, NULL);
  self->title = g_strdup (title);
  self->headers = g_strdupv ((GStrv) headers);
  self->n_columns = g_strv_length (self->headers);
  return self;
}

void
vb_table_exporter_add_text (VbTableExporter *self, const char *text)
{
  Cell cell = { g_strdup (text != NULL ? text : ""), NAN };

  g_return_if_fail (VB_IS_TABLE_EXPORTER (self));

  g_array_append_val (self->cells, cell);
}

void
vb_table_exporter_add_number (VbTableExporter *self, double value)
{
  Cell cell = { NULL, value };

  g_return_if_fail (VB_IS_TABLE_EXPORTER (self));

  g_array_append_val (self->cells, cell);
}

guint
vb_table_exporter_get_n_rows (VbTableExporter *self)
{
  g_return_val_if_fail (VB_IS_TABLE_EXPORTER (self), 0);

  return self->cells->len / self->n_columns;
}

void
vb_table_exporter_set_time (VbTableExporter *self, gint64 time)
{
  g_return_if_fail (VB_IS_TABLE_EXPORTER (self));

  self->time = time;
}

VbTableFormat
vb_table_format_from_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".xlsx") ? VB_TABLE_FORMAT_XLSX : VB_TABLE_FORMAT_CSV;
}

static void
append_csv_text (GString *out, const char *text)
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

static GBytes *
make_csv (VbTableExporter *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_csv_text (out, self->headers[i]);
    }
  g_string_append (out, "\r\n");
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);

      if (i % self->n_columns > 0)
        g_string_append_c (out, ',');
      if (cell->text != NULL)
        append_csv_text (out, cell->text);
      else
        {
          g_autofree char *number = vb_number_to_file (cell->number);

          g_string_append (out, number);
        }
      if (i % self->n_columns == self->n_columns - 1)
        g_string_append (out, "\r\n");
    }
  return g_string_free_to_bytes (out);
}

/* A sheet's name may not have these signs, nor be long, nor begin or end with an apostrophe. */
static char *
make_sheet_name (const char *title)
{
  g_autofree char *name = g_strdup (title != NULL && *title != '\0' ? title : _ ("Table"));
  char *cut;

  g_strdelimit (name, "[]:*?/\\'", ' ');
  g_strstrip (name);
  if (g_utf8_strlen (name, -1) <= MAX_SHEET_NAME)
    return g_steal_pointer (&name);
  cut = g_utf8_substring (name, 0, MAX_SHEET_NAME);
  return g_strstrip (cut);
}

static void
write_sheet_text (
    lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format)
{
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (text, -1) > MAX_CELL_TEXT)
    text = cut = g_utf8_substring (text, 0, MAX_CELL_TEXT);
  if (*text != '\0')
    worksheet_write_string (sheet, row, column, text, format);
}

static void
write_sheet (VbTableExporter *self, lxw_worksheet *sheet, lxw_format *bold)
{
  g_autofree double *widths = g_new (double, self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    {
      write_sheet_text (sheet, 0, (lxw_col_t) i, self->headers[i], bold);
      widths[i] = (double) g_utf8_strlen (self->headers[i], -1) + 2;
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);
      lxw_row_t row = i / self->n_columns + 1;
      guint column = i % self->n_columns;

      if (cell->text != NULL)
        {
          write_sheet_text (sheet, row, (lxw_col_t) column, cell->text, NULL);
          widths[column] = MAX (widths[column], (double) g_utf8_strlen (cell->text, -1) + 1);
        }
      else if (isfinite (cell->number))
        worksheet_write_number (sheet, row, (lxw_col_t) column, cell->number, NULL);
    }
  for (guint i = 0; i < self->n_columns; i++)
    worksheet_set_column (sheet, (lxw_col_t) i, (lxw_col_t) i,
                          CLAMP (widths[i], MIN_WIDTH, MAX_WIDTH), NULL);
  /* The headers stay in sight, and screen readers are told which row they are. */
  worksheet_freeze_panes (sheet, 1, 0);
  worksheet_repeat_rows (sheet, 0, 0);
  if (self->cells->len > 0)
    worksheet_autofilter (sheet, 0, 0, (lxw_row_t) vb_table_exporter_get_n_rows (self),
                          (lxw_col_t) (self->n_columns - 1));
}

static gboolean
set_storage_error (GError **error, const char *reason)
{
  g_set_error (error, VB_ERROR, VB_ERROR_STORAGE, _ ("The table could not be written: %s"), reason);
  return FALSE;
}

static gboolean
write_workbook (VbTableExporter *self, const char *path, GError **error)
{
  lxw_workbook *workbook = workbook_new (path);
  g_autofree char *name = make_sheet_name (self->title);
  lxw_doc_properties properties = { 0 };
  lxw_format *bold;
  lxw_error state;

  if (workbook == NULL)
    return set_storage_error (error, g_strerror (ENOMEM));
  properties.title = self->title;
  properties.created = self->time;
  workbook_set_properties (workbook, &properties);
  bold = workbook_add_format (workbook);
  format_set_bold (bold);
  write_sheet (self, workbook_add_worksheet (workbook, name), bold);
  state = workbook_close (workbook);
  return state == LXW_NO_ERROR ? TRUE : set_storage_error (error, lxw_strerror (state));
}

/* libxlsxwriter writes files only: one in the folder for such, which is gone afterwards. */
static GBytes *
make_workbook (VbTableExporter *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *folder = g_dir_make_tmp ("vardbalans-XXXXXX", &local);
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  gboolean fine;
  gsize size;

  if (folder == NULL)
    {
      set_storage_error (error, local->message);
      return NULL;
    }
  path = g_build_filename (folder, "table.xlsx", NULL);
  fine = write_workbook (self, path, error);
  if (fine && !g_file_get_contents (path, &contents, &size, &local))
    fine = set_storage_error (error, local->message);
  g_unlink (path);
  g_rmdir (folder);
  return fine ? g_bytes_new_take (g_steal_pointer (&contents), size) : NULL;
}

GBytes *
vb_table_exporter_to_bytes (VbTableExporter *self, VbTableFormat format, GError **error)
{
  g_return_val_if_fail (VB_IS_TABLE_EXPORTER (self), NULL);
  g_return_val_if_fail (self->cells->len % self->n_columns == 0, NULL);

  return format == VB_TABLE_FORMAT_XLSX ? make_workbook (self, error) : make_csv (self);
}

gboolean
vb_table_exporter_write (VbTableExporter *self,
                         GFile *file,
                         VbTableFormat format,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GBytes) bytes = vb_table_exporter_to_bytes (self, format, error);
  g_autoptr (GError) local = NULL;

  if (bytes == NULL)
    return FALSE;
  if (vb_file_replace (file, bytes, cancellable, &local))
    return TRUE;
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return set_storage_error (error, local->message);
}
