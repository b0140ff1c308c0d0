/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One reading of a table into a batch: what it was set out to read (vb-import-plan.c), the rows
 * (vb-importer-read.c), and what comes of them (vb-import-outcome.c). */
#pragma once

#include "vb-import-tree.h"
#include "vb-importer-private.h"

G_BEGIN_DECLS

#define VB_NO_COLUMN G_MAXUINT

/* One measure, on the row's unit or on a child of it. */
typedef struct
{
  VbMeasureId measure;
  const char *child;
  gboolean may_be_negative;
} VbImportSlot;

/* One column of figures. */
typedef struct
{
  guint file_column;
  guint slot; /* VB_NO_COLUMN: the row names its measure */
  char decimal;
  VbPeriod period; /* wide tables */
} VbValueColumn;

typedef struct
{
  VbDateForm form;
  VbPeriod period;
} VbKnownDate;

typedef struct
{
  guint32 number;
  guint32 n_figures;
} VbTakenRow;

typedef struct
{
  VbImporter *importer;
  VbBatch *batch;
  VbImportTree *tree;
  VbImportStage *stage;

  GArray *slots;  /* of VbImportSlot */
  GArray *values; /* of VbValueColumn */
  guint date_column;
  guint name_column; /* with the names of measures */
  guint care_column;
  VbStringTable *names; /* of measures; the slot of each in @name_slots */
  GArray *name_slots;   /* of guint, VB_NO_COLUMN: not taken */
  guint level_names[VB_IMPORT_MAX_LEVELS];
  guint level_codes[VB_IMPORT_MAX_LEVELS];
  guint n_levels;

  VbStringTable *dates;
  GArray *known_dates; /* of VbKnownDate */
  guint32 last_date;

  guint rows_read;
  guint rows_refused;
  GArray *taken_rows; /* of VbTakenRow: to know when conflicts took all of a row */
} VbImportReading;

/* The file's header of a column, NULL for VB_NO_COLUMN. */
const char *vb_import_reading_get_header (VbImportReading *self, guint file_column);
/* The file's column of a level: its name, or its code where that is all there is. */
guint vb_import_reading_get_level_column (VbImportReading *self, guint level);
void vb_import_reading_take_problem (VbImportReading *self,
                                     VbProblemKind kind,
                                     VbProblemExtent extent,
                                     guint row,
                                     guint file_column,
                                     const VbCell *cell);

/* Settles from the columns' roles what is read from where, and reports the columns that are not.
 * VB_ERROR_BAD_INPUT when nothing could come of it. */
gboolean vb_import_reading_plan (VbImportReading *self, GError **error);
/* Makes units and observations of all that was read, and finishes the batch. */
void vb_import_reading_hand_over (VbImportReading *self);

G_END_DECLS
