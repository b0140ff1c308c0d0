/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one column of a table holds, gathered in one reading of the whole file. */
#pragma once

#include "vb-date-form.h"
#include "vb-number-form.h"
#include "vb-string-table.h"
#include "vb-table-reader.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean keep_all;     /* numbers too are kept as texts: dates, names, codes */
  VbStringTable *values; /* the different texts; no more once there are too many */
  GArray *facts;         /* of guint8: what each of them is */
  guint32 last;          /* the value of the row before: tables repeat themselves */
  gboolean overflown;

  guint n_filled; /* cells with something in them, missing marks not counted */
  guint n_numbers;
  guint n_texts; /* neither number nor date */
  guint n_dates;
  guint n_serials; /* numbers that could be a spreadsheet's days */
  guint n_personal;
  guint n_decimal_comma;
  guint n_decimal_point;
  guint n_unsure_comma;
  guint n_unsure_point;
  GString *sample; /* the first few different values */
  guint n_sampled;
  gsize last_sample_length;
} VbColumnProfile;

/* @keep_all: keep numbers as texts too, since the column may hold dates, names or codes. */
void vb_column_profile_init (VbColumnProfile *self, gboolean keep_all);
void vb_column_profile_clear (VbColumnProfile *self);
/* Takes in a trimmed cell; returns its number among the values, or VB_STRING_TABLE_NONE when it was
 * not kept. */
guint32 vb_column_profile_add (VbColumnProfile *self, const VbCell *cell);

/* At least half of the cells hold personal identity numbers. */
gboolean vb_column_profile_is_personal (const VbColumnProfile *self);
/* At least half of the cells are numbers; a column without anything is numeric too. */
gboolean vb_column_profile_is_numeric (const VbColumnProfile *self);
gboolean vb_column_profile_is_textual (const VbColumnProfile *self);
gboolean vb_column_profile_is_dates (const VbColumnProfile *self);
/* Dates as bare serial numbers. */
gboolean vb_column_profile_is_serials (const VbColumnProfile *self);
/* Numbers with a decimal comma stand beside numbers with a decimal point. */
gboolean vb_column_profile_is_ambiguous (const VbColumnProfile *self);
/* ',' or '.', 0 when nothing shows it. */
char vb_column_profile_get_decimal (const VbColumnProfile *self);

/* The day or period of a cell of a date column. @serials: what bare numbers mean in it. */
VbDateForm vb_column_profile_parse_date (const char *text,
                                         gsize length,
                                         VbSerialDays serials,
                                         VbPeriod *period);
/* What grain the full dates of the column mean (@hint as in vb_date_form_infer_grain()). */
VbGrain
vb_column_profile_infer_grain (const VbColumnProfile *self, VbSerialDays serials, VbGrain hint);

G_END_DECLS
