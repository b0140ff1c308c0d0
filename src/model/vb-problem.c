/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-problem.h"

#include <glib/gi18n-lib.h>

VbProblem *
vb_problem_new (
    VbProblemKind kind, VbProblemExtent extent, guint row, const char *column, const char *value)
{
  VbProblem *problem = g_new0 (VbProblem, 1);

  problem->kind = kind;
  problem->extent = extent;
  problem->row = row;
  problem->column = g_strdup (column);
  problem->value = g_strdup (value);
  return problem;
}

void
vb_problem_free (VbProblem *problem)
{
  g_free (problem->column);
  g_free (problem->value);
  g_free (problem);
}

const char *
vb_problem_kind_get_problem (VbProblemKind kind)
{
  switch (kind)
    {
    case VB_PROBLEM_NOT_A_NUMBER:
      return N_ ("not a number");
    case VB_PROBLEM_NEGATIVE:
      return N_ ("negative");
    case VB_PROBLEM_NOT_A_DATE:
      return N_ ("not a date");
    case VB_PROBLEM_MISSING_DATE:
      return N_ ("no date");
    case VB_PROBLEM_UNKNOWN_UNIT:
      return N_ ("no unit");
    case VB_PROBLEM_AMBIGUOUS_DECIMALS:
      return N_ ("decimal sign is ambiguous");
    case VB_PROBLEM_DOUBLED_HEADER:
      return N_ ("header occurs twice");
    case VB_PROBLEM_PERSONAL_IDENTITY_NUMBER:
      return N_ ("looks like personal identity numbers");
    case VB_PROBLEM_CONFLICTING_DUPLICATE:
      return N_ ("same unit and period as another row, with another value");
    case VB_PROBLEM_RAGGED_ROW:
      return N_ ("wrong number of cells");
    case VB_PROBLEM_OWN_PARENT:
      return N_ ("unit stands below itself");
    case VB_PROBLEM_OVERLAPPING_GROUPING:
      return N_ ("grouping overlaps a reported total");
    case VB_PROBLEM_SKIPPED_BY_USER:
      return N_ ("skipped as asked");
    case VB_PROBLEM_UNKNOWN_COLUMN:
      return N_ ("column not recognised");
    case VB_PROBLEM_NOT_IMPORTED_COLUMN:
      return N_ ("column can be computed from others");
    case VB_PROBLEM_BAD_TEXT:
      return N_ ("not text in the encoding of the file");
    case VB_PROBLEM_OUT_OF_RANGE:
      return N_ ("out of range");
    case VB_PROBLEM_NO_FIGURE:
      return N_ ("no figure");
    case VB_PROBLEM_UNKNOWN_MEASURE:
      return N_ ("measure not recognised");
    case VB_PROBLEM_UNKNOWN_CARE_TYPE:
      return N_ ("care type not recognised");
    case VB_PROBLEM_DOUBTFUL_COLUMN:
      return N_ ("several columns could be the same measure");
    case VB_PROBLEM_OPEN_QUOTE:
      return N_ ("a quotation mark is not closed");
    case VB_PROBLEM_NOT_AN_AGE:
      return N_ ("not an age");
    case VB_PROBLEM_NOT_A_SEX:
      return N_ ("not a sex");
    case VB_PROBLEM_NOT_A_YEAR:
      return N_ ("not a year");
    case VB_PROBLEM_NOT_A_KIND:
      return N_ ("neither outcome nor projection");
    case VB_PROBLEM_OVERLAPPING_AGES:
      return N_ ("overlaps another age group");
    case VB_PROBLEM_MISSING_AGES:
      return N_ ("ages are missing next to this group");
    case VB_PROBLEM_ONE_SEX:
      return N_ ("the other sex is missing");
    case VB_PROBLEM_NO_CARE_GROUP:
      return N_ ("does not say of which care");
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
vb_problem_kind_get_expected (VbProblemKind kind)
{
  switch (kind)
    {
    case VB_PROBLEM_NOT_A_NUMBER:
    case VB_PROBLEM_NEGATIVE:
      return N_ ("a number of at least 0");
    case VB_PROBLEM_NOT_A_DATE:
    case VB_PROBLEM_MISSING_DATE:
      return N_ ("a date, such as 2024-01-31, 2024-01, 2024K1 or 2024 v. 27");
    case VB_PROBLEM_UNKNOWN_UNIT:
      return N_ ("the name or code of a unit");
    case VB_PROBLEM_AMBIGUOUS_DECIMALS:
      return N_ ("one decimal sign throughout the column");
    case VB_PROBLEM_DOUBLED_HEADER:
      return N_ ("headers that differ");
    case VB_PROBLEM_PERSONAL_IDENTITY_NUMBER:
      return N_ ("counts only, no data on persons");
    case VB_PROBLEM_CONFLICTING_DUPLICATE:
      return N_ ("one value for each unit and period");
    case VB_PROBLEM_RAGGED_ROW:
      return N_ ("as many cells as the header row");
    case VB_PROBLEM_OWN_PARENT:
      return N_ ("another unit as its parent");
    case VB_PROBLEM_OVERLAPPING_GROUPING:
      return N_ ("units that do not overlap");
    case VB_PROBLEM_SKIPPED_BY_USER:
      return N_ ("nothing; the row is left out");
    case VB_PROBLEM_UNKNOWN_COLUMN:
      return N_ ("a measure, a date or a unit");
    case VB_PROBLEM_NOT_IMPORTED_COLUMN:
      return N_ ("nothing; the figure is computed when it is shown");
    case VB_PROBLEM_BAD_TEXT:
      return N_ ("UTF-8, UTF-16 or Windows-1252");
    case VB_PROBLEM_OUT_OF_RANGE:
      return N_ ("a value that is possible for the measure");
    case VB_PROBLEM_NO_FIGURE:
      return N_ ("a figure in at least one column");
    case VB_PROBLEM_UNKNOWN_MEASURE:
      return N_ ("the name of a measure");
    case VB_PROBLEM_UNKNOWN_CARE_TYPE:
      return N_ ("somatic, geriatric, ICU or psychiatric");
    case VB_PROBLEM_DOUBTFUL_COLUMN:
      return N_ ("to be told which of them is the measure");
    case VB_PROBLEM_OPEN_QUOTE:
      return N_ ("a quotation mark at both ends of the cell, or none");
    case VB_PROBLEM_NOT_AN_AGE:
      return N_ ("an age or an age group, such as 42, 0–17 or 80+");
    case VB_PROBLEM_NOT_A_SEX:
      return N_ ("women, men or all");
    case VB_PROBLEM_NOT_A_YEAR:
      return N_ ("a year, such as 2025");
    case VB_PROBLEM_NOT_A_KIND:
      return N_ ("outcome or projection");
    case VB_PROBLEM_OVERLAPPING_AGES:
      return N_ ("each age once for each unit, year and sex");
    case VB_PROBLEM_MISSING_AGES:
      return N_ ("all ages from 0 on, the last group without an end, such as 80+");
    case VB_PROBLEM_ONE_SEX:
      return N_ ("both women and men, or all of them together");
    case VB_PROBLEM_NO_CARE_GROUP:
      return N_ ("somatic bed days, ICU bed days or psychiatric bed days");
    default:
      g_return_val_if_reached (NULL);
    }
}
