/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-years-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-number.h"
#include "vb-year-row.h"

#define MIN_HEIGHT 180

/* What a column shows of a year, and how. */
#define DEFINE_NUMBER(name, member, format)                                                        \
  static double get_##name (gpointer row) { return vb_year_row_get_figures (row)->member; }        \
  static char *dup_##name (gpointer row) { return format (vb_year_row_get_figures (row)->member); }

static char *
format_percent (double value)
{
  return vb_number_format_percent_signed (value, 1);
}

static char *
format_rate (double value)
{
  return vb_number_format (value, 2);
}

/* A year is a name: no separator of thousands. */
static char *
format_year (double value)
{
  return g_strdup_printf ("%d", (int) value);
}

DEFINE_NUMBER (year, year, format_year)
DEFINE_NUMBER (need, need, vb_number_format_key)
DEFINE_NUMBER (available, capacity, vb_number_format_key)
DEFINE_NUMBER (gap, gap, vb_number_format_key_signed)
DEFINE_NUMBER (gap_share, gap_share, format_percent)
DEFINE_NUMBER (reference, reference, vb_number_format_key)
DEFINE_NUMBER (gap_to_reference, gap_to_reference, vb_number_format_key_signed)
DEFINE_NUMBER (planned_gap, planned_gap, vb_number_format_key_signed)
DEFINE_NUMBER (deviation, deviation, vb_number_format_key_signed)
DEFINE_NUMBER (need_per_1000, need_per_1000, format_rate)
DEFINE_NUMBER (available_per_1000, capacity_per_1000, format_rate)

static char *
dup_basis (gpointer row)
{
  const VbYearFigures *figures = vb_year_row_get_figures (row);
  g_autofree char *share = NULL;

  switch (figures->basis)
    {
    case VB_YEAR_OUTCOME:
      return g_strdup (_ ("outcome"));
    case VB_YEAR_PARTIAL:
      share = vb_number_format_percent (figures->coverage, 0);
      /* Translators: %s is a share, "17% of the days" */
      return g_strdup_printf (_ ("%s of the days"), share);
    case VB_YEAR_SCENARIO:
      return g_strdup (_ ("scenario"));
    case VB_YEAR_SHARE:
      /* Translators: a unit's figures that follow those of a scenario above it */
      return g_strdup (_ ("scenario, in proportion"));
    case VB_YEAR_POPULATION:
      return g_strdup (_ ("population alone"));
    case VB_YEAR_NOTHING:
    default:
      return g_strdup ("–");
    }
}

GtkWidget *
vb_years_table_new (void)
{
  const VbFigureColumn columns[] = {
    { _ ("Year"), "period", get_year, dup_year, FALSE },
    /* Translators: what the figures of a year rest on */
    { _ ("Basis"), "year_basis", NULL, dup_basis, FALSE },
    { C_ ("beds", "Need"), "need_beds", get_need, dup_need, FALSE },
    { C_ ("beds", "Available"), "available_beds", get_available, dup_available, FALSE },
    { _ ("Gap"), "gap_beds", get_gap, dup_gap, FALSE },
    { _ ("Gap %"), "gap_share", get_gap_share, dup_gap_share, FALSE },
    /* Translators: short for reference number of beds */
    { _ ("Ref. number"), "reference_beds", get_reference, dup_reference, TRUE },
    /* Translators: short for gap to the reference number */
    { _ ("Gap to ref."), "gap_to_reference", get_gap_to_reference, dup_gap_to_reference, TRUE },
    { _ ("Planned gap"), "planned_gap", get_planned_gap, dup_planned_gap, TRUE },
    { _ ("Deviation"), "deviation", get_deviation, dup_deviation, TRUE },
    { _ ("Need per 1,000"), "need_per_1000", get_need_per_1000, dup_need_per_1000, TRUE },
    { _ ("Available per 1,000"), "available_per_1000", get_available_per_1000,
      dup_available_per_1000, TRUE },
  };

  return vb_figure_table_new (_ ("Need and gap by year"), columns, G_N_ELEMENTS (columns),
                              MIN_HEIGHT, VB_DATA_TABLE_MAX_HEIGHT);
}
