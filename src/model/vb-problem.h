/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing a reader of a file has to tell about it: where, what stood there, what is wrong and
 * what was expected. The texts are untranslated msgids; where they are shown they go through
 * gettext, in a report file they stay as they are. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  VB_PROBLEM_NOT_A_NUMBER,
  VB_PROBLEM_NEGATIVE,
  VB_PROBLEM_NOT_A_DATE,
  VB_PROBLEM_MISSING_DATE,
  VB_PROBLEM_UNKNOWN_UNIT,
  VB_PROBLEM_AMBIGUOUS_DECIMALS,
  VB_PROBLEM_DOUBLED_HEADER,
  VB_PROBLEM_PERSONAL_IDENTITY_NUMBER,
  VB_PROBLEM_CONFLICTING_DUPLICATE,
  VB_PROBLEM_RAGGED_ROW,
  VB_PROBLEM_OWN_PARENT,
  VB_PROBLEM_OVERLAPPING_GROUPING,
  VB_PROBLEM_SKIPPED_BY_USER,
  VB_PROBLEM_UNKNOWN_COLUMN,
  VB_PROBLEM_NOT_IMPORTED_COLUMN, /* free beds, a ratio whose parts are present */
  VB_PROBLEM_BAD_TEXT,            /* bytes that are no text in the file's encoding */
  VB_PROBLEM_OUT_OF_RANGE,
  VB_PROBLEM_NO_FIGURE,         /* a row without a single figure */
  VB_PROBLEM_UNKNOWN_MEASURE,   /* long layout: a measure's name that is not recognised */
  VB_PROBLEM_UNKNOWN_CARE_TYPE, /* the row is taken, its care type is not */
  VB_PROBLEM_DOUBTFUL_COLUMN,   /* several columns could be one measure: none is guessed */
  VB_PROBLEM_OPEN_QUOTE,        /* where the cell ends cannot be known */
  VB_PROBLEM_NOT_AN_AGE,        /* from here on: of tables of population */
  VB_PROBLEM_NOT_A_SEX,
  VB_PROBLEM_NOT_A_YEAR,
  VB_PROBLEM_NOT_A_KIND, /* outcome or projection */
  VB_PROBLEM_OVERLAPPING_AGES,
  VB_PROBLEM_MISSING_AGES,
  VB_PROBLEM_ONE_SEX,
  VB_PROBLEM_NO_CARE_GROUP, /* bed days that do not say of what care */
} VbProblemKind;
#define VB_N_PROBLEM_KINDS (VB_PROBLEM_NO_CARE_GROUP + 1)

/* What a problem costs. A NOTE refuses nothing that is data (an unknown column, a grouping). */
typedef enum
{
  VB_PROBLEM_REFUSES_CELL,
  VB_PROBLEM_REFUSES_ROW,
  VB_PROBLEM_REFUSES_COLUMN,
  VB_PROBLEM_NOTE,
} VbProblemExtent;

typedef struct
{
  VbProblemKind kind;
  VbProblemExtent extent;
  guint row;    /* the row as a spreadsheet numbers it, from 1; 0 = the whole column */
  char *column; /* header as written; NULL = the whole row */
  char *value;  /* what stood there; NULL = nothing */
} VbProblem;

/* @column and @value are copied; each may be NULL, as in the struct. */
VbProblem *vb_problem_new (
    VbProblemKind kind, VbProblemExtent extent, guint row, const char *column, const char *value);
void vb_problem_free (VbProblem *problem);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbProblem, vb_problem_free)

const char *vb_problem_kind_get_problem (VbProblemKind kind);  /* msgid: "not a number" */
const char *vb_problem_kind_get_expected (VbProblemKind kind); /* msgid: "a number of at least 0" */

G_END_DECLS
