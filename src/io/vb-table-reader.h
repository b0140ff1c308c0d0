/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a table file, one after the other, whatever the format. */
#pragma once

#include <gio/gio.h>

#include "vb-period.h"

G_BEGIN_DECLS

typedef enum
{
  VB_CELL_TEXT,   /* as written; empty when there is nothing */
  VB_CELL_NUMBER, /* a spreadsheet's number: @number, and @text for showing */
  VB_CELL_DATE,   /* a number formatted as a date: @text is the ISO day */
  VB_CELL_FLAG,   /* TRUE or FALSE */
  VB_CELL_ERROR,  /* "#DIV/0!" */
  VB_CELL_BROKEN, /* text whose quotation marks do not match: it may end elsewhere */
} VbCellKind;

/* @text is UTF-8, not NUL-terminated, and valid until the next row is read. */
typedef struct
{
  const char *text;
  guint32 length;
  VbCellKind kind;
  double number;
} VbCell;

typedef struct
{
  VbCell *cells;
  guint n_cells;
  guint number; /* as a spreadsheet numbers it, from 1 */
} VbRow;

/* More columns than any spreadsheet has are no table. */
#define VB_TABLE_MAX_COLUMNS 16384

#define VB_TYPE_TABLE_READER (vb_table_reader_get_type ())
G_DECLARE_DERIVABLE_TYPE (VbTableReader, vb_table_reader, VB, TABLE_READER, GObject)

struct _VbTableReaderClass
{
  GObjectClass parent_class;

  gboolean (*next) (VbTableReader *self, VbRow *row, GError **error);
  gboolean (*rewind) (VbTableReader *self, GError **error);
  double (*get_fraction) (VbTableReader *self);
};

/* FALSE without @error at the end. Blank rows come too, with no or only empty cells. */
gboolean vb_table_reader_next (VbTableReader *self, VbRow *row, GError **error);
gboolean vb_table_reader_rewind (VbTableReader *self, GError **error);
double vb_table_reader_get_fraction (VbTableReader *self); /* read so far, 0 … 1 */

/* Nothing but white space. */
gboolean vb_cell_is_blank (const VbCell *cell);
/* Without white space (and no-break space) at both ends; keeps the pointer into the row. */
void vb_cell_trim (VbCell *cell);
char *vb_cell_dup (const VbCell *cell);
/* The text of a cell without white space at both ends; empty where the row is shorter. Owned by the
 * caller. */
char *vb_row_dup_cell (const VbRow *row, guint index);

G_END_DECLS
