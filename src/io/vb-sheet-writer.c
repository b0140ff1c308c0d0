/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-sheet-writer.h"

#include <archive.h>
#include <archive_entry.h>
#include <math.h>
#include <string.h>
#include <xlsxwriter.h>

#include <glib/gi18n-lib.h>

#include "vb-error.h"

/* What a worksheet can hold (ECMA-376). */
#define MAX_SHEET_NAME 31
#define MAX_CELL_TEXT 32767
#define MAX_ROWS 1048576
#define MIN_WIDTH 8.0
#define MAX_WIDTH 50.0
#define BLOCK (64 * 1024)

struct _VbSheetWriter
{
  char *path;
  lxw_workbook *workbook; /* NULL once closed */
  lxw_format *bold;
  char *title;
  gint64 time;
  gboolean failed; /* a write that did not succeed; the library does not tell */

  char *name; /* of the present table */
  GStrv headers;
  guint n_columns;
  guint n_parts; /* sheets of the present table */
  guint n_sheets;

  lxw_worksheet *sheet;
  double *widths;
  lxw_row_t row;
  guint column; /* of the next cell */
};

VbSheetWriter *
vb_sheet_writer_new (const char *path, const char *folder)
{
  VbSheetWriter *self = g_new0 (VbSheetWriter, 1);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = (char *) folder };

  self->path = g_strdup (path);
  self->workbook = workbook_new_opt (path, &options);
  g_assert (self->workbook != NULL); /* it fails only for want of memory */
  self->bold = workbook_add_format (self->workbook);
  format_set_bold (self->bold);
  return self;
}

void
vb_sheet_writer_free (VbSheetWriter *self)
{
  if (self->workbook != NULL)
    lxw_workbook_free (self->workbook);
  g_strfreev (self->headers);
  g_free (self->widths);
  g_free (self->name);
  g_free (self->title);
  g_free (self->path);
  g_free (self);
}

void
vb_sheet_writer_set_about (VbSheetWriter *self, const char *title, gint64 time)
{
  g_free (self->title);
  self->title = g_strdup (title);
  self->time = time;
}

/* A sheet's name may not have these signs, nor be long, nor begin or end with an apostrophe. A
 * table that goes on in another sheet has its number there. */
static char *
make_sheet_name (const char *title, guint part)
{
  g_autofree char *name = g_strdup (title != NULL && *title != '\0' ? title : _ ("Table"));
  g_autofree char *number = part > 1 ? g_strdup_printf (" %u", part) : g_strdup ("");
  glong room = MAX_SHEET_NAME - (glong) strlen (number);
  g_autofree char *cut = NULL;

  g_strdelimit (name, "[]:*?/\\'", ' ');
  g_strstrip (name);
  cut = g_utf8_strlen (name, -1) <= room ? g_strdup (name) : g_utf8_substring (name, 0, room);
  return g_strconcat (g_strstrip (cut), number, NULL);
}

static void
write_text (VbSheetWriter *self, guint column, const char *text, lxw_format *format)
{
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (text, -1) > MAX_CELL_TEXT)
    text = cut = g_utf8_substring (text, 0, MAX_CELL_TEXT);
  if (*text != '\0')
    worksheet_write_string (self->sheet, self->row, (lxw_col_t) column, text, format);
}

static void
end_sheet (VbSheetWriter *self)
{
  if (self->sheet == NULL)
    return;

  for (guint i = 0; i < self->n_columns; i++)
    worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i,
                          CLAMP (self->widths[i], MIN_WIDTH, MAX_WIDTH), NULL);
  /* The headers stay in sight, and screen readers are told which row they are. */
  worksheet_freeze_panes (self->sheet, 1, 0);
  worksheet_repeat_rows (self->sheet, 0, 0);
  if (self->row > 1)
    worksheet_autofilter (self->sheet, 0, 0, self->row - 1, (lxw_col_t) (self->n_columns - 1));
  self->sheet = NULL;
}

static void
begin_part (VbSheetWriter *self)
{
  g_autofree char *name = NULL;

  end_sheet (self);
  name = make_sheet_name (self->name, ++self->n_parts);
  self->sheet = workbook_add_worksheet (self->workbook, name);
  if (self->sheet == NULL) /* the name is taken, or the temporary file cannot be made */
    {
      self->failed = TRUE;
      return;
    }
  self->n_sheets++;
  self->row = 0;
  for (guint i = 0; i < self->n_columns; i++)
    {
      write_text (self, i, self->headers[i], self->bold);
      self->widths[i] = (double) g_utf8_strlen (self->headers[i], -1) + 2;
    }
  self->row = 1;
}

void
vb_sheet_writer_begin_sheet (VbSheetWriter *self, const char *name, const char *const *headers)
{
  end_sheet (self);
  g_free (self->name);
  self->name = g_strdup (name);
  g_strfreev (self->headers);
  self->headers = g_strdupv ((GStrv) headers);
  self->n_columns = g_strv_length (self->headers);
  g_free (self->widths);
  self->widths = g_new0 (double, self->n_columns);
  self->n_parts = 0;
  self->column = 0;
  begin_part (self);
}

static void
end_cell (VbSheetWriter *self)
{
  if (++self->column < self->n_columns)
    return;
  self->column = 0;
  self->row++;
}

/* FALSE where there is nothing to write a cell on. */
static gboolean
begin_cell (VbSheetWriter *self)
{
  if (self->column == 0 && self->row == MAX_ROWS)
    begin_part (self);
  return self->sheet != NULL;
}

void
vb_sheet_writer_add_text (VbSheetWriter *self, const char *text)
{
  if (begin_cell (self) && text != NULL)
    {
      write_text (self, self->column, text, NULL);
      self->widths[self->column] =
          MAX (self->widths[self->column], (double) g_utf8_strlen (text, -1) + 1);
    }
  end_cell (self);
}

void
vb_sheet_writer_add_number (VbSheetWriter *self, double value)
{
  if (begin_cell (self) && isfinite (value))
    worksheet_write_number (self->sheet, self->row, (lxw_col_t) self->column, value, NULL);
  end_cell (self);
}

/* Whether the entry that @archive stands at ends as a worksheet does. */
static gboolean
is_whole_sheet (struct archive *archive)
{
  static const char end[] = "</worksheet>";
  const gsize n_end = sizeof end - 1;
  g_autoptr (GString) tail = g_string_new (NULL);
  g_autofree char *block = g_malloc (BLOCK);
  la_ssize_t n;

  while ((n = archive_read_data (archive, block, BLOCK)) > 0)
    {
      g_string_append_len (tail, block, n);
      if (tail->len > n_end)
        g_string_erase (tail, 0, (gssize) (tail->len - n_end));
    }
  return n == 0 && g_str_equal (tail->str, end);
}

/* The library does not look whether its temporary files take what it writes: on a full disk a sheet
 * would end early. So its end is looked for. */
static gboolean
verify (VbSheetWriter *self)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  guint n_whole = 0;

  archive_read_support_format_zip (archive);
  if (archive_read_open_filename (archive, self->path, BLOCK) == ARCHIVE_OK)
    while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
      if (g_str_has_prefix (archive_entry_pathname (entry), "xl/worksheets/sheet")
          && is_whole_sheet (archive))
        n_whole++;
  archive_read_free (archive);
  return n_whole == self->n_sheets;
}

gboolean
vb_sheet_writer_finish (VbSheetWriter *self, GError **error)
{
  lxw_doc_properties properties = { 0 };
  lxw_error state;

  end_sheet (self);
  properties.title = self->title;
  properties.created = self->time;
  workbook_set_properties (self->workbook, &properties);
  state = workbook_close (g_steal_pointer (&self->workbook));
  if (state == LXW_NO_ERROR && !self->failed && verify (self))
    return TRUE;

  g_set_error_literal (error, VB_ERROR, VB_ERROR_STORAGE,
                       state != LXW_NO_ERROR ? lxw_strerror (state) : _ ("The disk is full"));
  return FALSE;
}
