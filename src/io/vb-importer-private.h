/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the importer share: opening (vb-importer-open.c), guessing
 * (vb-importer-guess.c), the user's word (vb-importer.c), remembering it (vb-importer-mapping.c)
 * and reading (vb-importer-read.c). */
#pragma once

#include "vb-column-profile.h"
#include "vb-csv-reader.h"
#include "vb-header-words.h"
#include "vb-importer.h"
#include "vb-table-layout.h"
#include "vb-xlsx-reader.h"

G_BEGIN_DECLS

/* A column as it stands in the file. */
typedef struct
{
  char *header;
  VbHeader meaning;
  VbColumnProfile profile;
  gboolean doubled;
  gboolean has_period; /* "disp_per_1000_2024" */
  VbPeriod period;
  char *base;   /* the header without it; with has_period only */
  guint column; /* the VbImportColumn it belongs to */
} VbFileColumn;

typedef struct
{
  VbColumn info;
  GArray *members;     /* of guint: file columns; none where the measure is named in the rows */
  VbHeader meaning;    /* what the header says */
  gboolean personal;   /* refused whatever the user says */
  gboolean is_parent;  /* LEVEL: names the unit above, which has rows of its own */
  VbProblemKind fault; /* why it is left out */
} VbImportColumn;

/* A code and a name that may go one to one. */
typedef struct
{
  guint code; /* file columns */
  guint name;
  GArray *names;     /* of guint32: the name of each code, by number */
  GArray *codes;     /* of guint32 */
  gboolean one_name; /* every code has one name */
  gboolean one_code; /* every name has one code */
} VbColumnPair;

typedef struct
{
  guint file_column;
  char *column;
  char *value;
} VbSkip;

struct _VbImporter
{
  GObject parent_instance;

  VbByteSource *source;
  VbTableReader *reader;
  VbTableLayout *layout;
  VbEncoding encoding;
  char delimiter;
  VbRecognised recognised;

  GPtrArray *file_columns; /* of VbFileColumn */
  GPtrArray *columns;      /* of VbImportColumn */
  GPtrArray *pairs;        /* of VbColumnPair */
  GPtrArray *first_rows;   /* of GPtrArray of char *: for the preview */
  GArray *first_numbers;   /* of guint: where they stand in the file */
  guint n_rows;            /* of data */

  int measure_names; /* the file column whose values are the named measures, -1: none */
  VbSerialDays serials;
  VbGrain day_grain;      /* what a full date means */
  VbGrain grain_hint;     /* from a remembered mapping; DAY = none */
  GStrv unit_columns;     /* said by the user */
  GPtrArray *skips;       /* of VbSkip */
  GHashTable *care_types; /* unit → VbCareType, as the user has said */
  char *under;
  char *mapping_key;
};

/* Opening. */
void vb_importer_add_columns (VbImporter *self);
VbImportColumn *vb_import_column_new (const char *header);
VbFileColumn *vb_importer_get_file_column (VbImporter *self, guint index);
VbImportColumn *vb_importer_get_import_column (VbImporter *self, guint index);
/* The only or first column of the file that @column stands for; NULL if there is none. */
VbFileColumn *vb_importer_get_member (VbImporter *self, const VbImportColumn *column);

/* Guesses all that the user has not said; called again whenever the user has said something. */
void vb_importer_guess (VbImporter *self);
void vb_importer_guess_units (VbImporter *self);
/* Index of the first column with @role, or -1. */
int vb_importer_find_role (VbImporter *self, VbColumnRole role);

G_END_DECLS
