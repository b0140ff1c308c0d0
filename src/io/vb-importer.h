/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a table file in three steps that the window and the command line share: sniff (what is
 * it), map (what does each column mean; the user may change it), read (a VbBatch with problems).
 * Writes nothing. */
#pragma once

#include "vb-batch.h"

G_BEGIN_DECLS

#define VB_TYPE_IMPORTER (vb_importer_get_type ())
G_DECLARE_FINAL_TYPE (VbImporter, vb_importer, VB, IMPORTER, GObject)

/* Opens @file (standard input when it is NULL, or named "-" and not there), recognises its type by
 * content, its encoding, delimiter, decimal sign, sheet, header row, layout (long/wide) and date
 * form, and guesses a mapping. Reads all of it once: seconds for a big file. VB_ERROR_BAD_INPUT
 * with one clear sentence when it is no table, VB_ERROR_NOT_FOUND when it has no such @sheet (a
 * name or a number from 1). */
VbImporter *vb_importer_open (GFile *file,
                              const char *sheet, /* NULL = the first that holds a table */
                              GCancellable *cancellable,
                              GError **error);
/* The same in a thread. */
void vb_importer_open_async (GFile *file,
                             const char *sheet,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
VbImporter *vb_importer_open_finish (GAsyncResult *result, GError **error);

/* What was recognised, as words for the preview: "CSV", "UTF-8", ";", "decimal comma", "month" … */
typedef struct
{
  const char *format;   /* "CSV" or "XLSX" */
  const char *encoding; /* "UTF-8", "Windows-1252", "UTF-16" */
  char delimiter;       /* ',', ';', '\t', 0 for XLSX */
  char decimal;         /* '.', ',', 0 = none seen */
  gboolean wide;        /* periods are columns */
  guint header_row;     /* as a spreadsheet numbers it */
  VbGrain grain;
  const char *sheet;         /* XLSX */
  const char *const *sheets; /* XLSX: all of them */
} VbRecognised;
const VbRecognised *vb_importer_get_recognised (VbImporter *self);

typedef enum
{
  VB_ROLE_LEFT_OUT,
  VB_ROLE_DATE,
  VB_ROLE_LEVEL,      /* name of a unit level */
  VB_ROLE_LEVEL_CODE, /* code of the level that @level says */
  VB_ROLE_CARE_TYPE,
  VB_ROLE_MEASURE_NAME, /* long layout: the measure's name stands in this column */
  VB_ROLE_VALUE,        /* … and its value in this one */
  VB_ROLE_MEASURE,
} VbColumnRole;

/* One column of the file; a wide table's columns of one measure are one, named without the period
 * ("*" where nothing is left). In a long table, each measure that is named in the rows follows as a
 * column of its own. */
typedef struct
{
  char *header; /* as written (without its period) */
  VbColumnRole role;
  gboolean guessed; /* the user has not said it */
  VbMeasureId measure;
  char *child;      /* MEASURE: name of a child unit the figures belong to, or NULL */
  guint level;      /* LEVEL, LEVEL_CODE: 0 = topmost */
  VbUnitKind kind;  /* LEVEL */
  char *why;        /* msgid: why it is left out or doubtful, or NULL */
  char *sample;     /* first few values, for the preview */
  gboolean in_rows; /* no column of the file, but a measure that its rows name */
} VbColumn;
guint vb_importer_get_n_columns (VbImporter *self);
const VbColumn *vb_importer_get_column (VbImporter *self, guint index);
/* The column that the file's column @header belongs to, as a VbProblem names it; -1 if none. */
int vb_importer_find_header (VbImporter *self, const char *header);

/* The user's word, which never loses to a guess; all that is guessed is guessed anew. @column is a
 * header as written, a header without its period, or a measure's name in the rows of a long table.
 * VB_ERROR_NOT_FOUND when there is none, VB_ERROR_USAGE when two columns would be one measure of
 * one unit, VB_ERROR_INVALID when the column is refused (personal identity numbers, a doubled
 * header).
 */
gboolean vb_importer_map_measure (
    VbImporter *self, const char *column, VbMeasureId measure, const char *child, GError **error);
gboolean vb_importer_set_role (
    VbImporter *self, guint index, VbColumnRole role, guint level, VbUnitKind kind, GError **error);
gboolean
vb_importer_set_unit_columns (VbImporter *self, const char *const *columns, GError **error);
gboolean vb_importer_skip (VbImporter *self, const char *column, const char *value, GError **error);
/* The care type of the units of the table that are called @unit: a name, a code or a path whose
 * names are joined by " / ", also of a child that a column's figures belong to. It stands before
 * what a column of care types says. NONE takes the word back. */
void vb_importer_set_care_type (VbImporter *self, const char *unit, VbCareType type);
VbCareType vb_importer_get_care_type (VbImporter *self, const char *unit); /* NONE = not said */
void vb_importer_set_under (VbImporter *self, const char *under);
const char *vb_importer_get_under (VbImporter *self); /* NULL if none */
/* The mapping as text to remember (JSON), the key of this header, and taking a remembered one. */
const char *vb_importer_get_mapping_key (VbImporter *self);
char *vb_importer_save_mapping (VbImporter *self);
gboolean vb_importer_load_mapping (VbImporter *self, const char *mapping, GError **error);

/* Reads the whole file. Safe in a thread (one at a time). @progress may be NULL: (fraction,
 * user_data). VB_ERROR_BAD_INPUT when no dates, measures or units are known. */
typedef void (*VbProgressFunc) (double fraction, gpointer user_data);
VbBatch *vb_importer_read (VbImporter *self,
                           VbProgressFunc progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GError **error);
/* The same in a thread; until it is done the importer must not be changed. @progress is called in
 * the main context of the caller, and never after @callback. */
void vb_importer_read_async (VbImporter *self,
                             VbProgressFunc progress,
                             gpointer progress_data,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
VbBatch *vb_importer_read_finish (VbImporter *self, GAsyncResult *result, GError **error);
/* First rows as text for the preview, at most @max_rows: array of GStrv, a cell for each column of
 * vb_importer_get_column() (the first few of a wide table's, joined). Owned by the caller. */
GPtrArray *vb_importer_preview (VbImporter *self, guint max_rows);
/* The number of the preview's row @index in the file, as a spreadsheet numbers it. */
guint vb_importer_get_preview_row (VbImporter *self, guint index);

G_END_DECLS
