/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-sisters-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-number.h"
#include "vb-sister-row.h"

#define MIN_HEIGHT 160

static char *
dup_name (gpointer row)
{
  return g_strdup (vb_unit_get_name (vb_sister_row_get_unit (row)));
}

static double
get_rank (gpointer row)
{
  guint rank = vb_sister_row_get_figures (row)->rank;

  return rank > 0 ? rank : NAN;
}

static char *
dup_rank (gpointer row)
{
  const VbSisterFigures *figures = vb_sister_row_get_figures (row);

  if (figures->rank == 0)
    return g_strdup ("–");
  if (figures->first == figures->last)
    return g_strdup_printf ("%u", figures->rank);
  /* Translators: a rank, and the best and the worst that it could be: "5 (3–9)" */
  return g_strdup_printf (_ ("%u (%u–%u)"), figures->rank, figures->first, figures->last);
}

static double
get_need (gpointer row)
{
  return vb_sister_row_get_figures (row)->need;
}

static char *
dup_need (gpointer row)
{
  return vb_number_format_key (get_need (row));
}

static double
get_available (gpointer row)
{
  return vb_sister_row_get_figures (row)->available.value;
}

/* Beds that a rounded rate stands for are never shown without how far off they may be. */
static char *
dup_available (gpointer row)
{
  VbSpan span = vb_sister_row_get_figures (row)->available;
  g_autofree char *value = NULL;
  g_autofree char *off = NULL;

  if (!(span.low < span.high))
    return vb_number_format_key (span.value);
  value = vb_number_format (span.value, 0);
  off = vb_number_format ((span.high - span.low) / 2, 0);
  return g_strdup_printf ("%s ± %s", value, off);
}

static double
get_gap_share (gpointer row)
{
  return vb_sister_row_get_figures (row)->gap_share.value;
}

static char *
dup_gap_share (gpointer row)
{
  return vb_number_format_percent_signed (get_gap_share (row), 1);
}

static double
get_rate (gpointer row)
{
  return vb_sister_row_get_figures (row)->rate.value;
}

static char *
dup_rate (gpointer row)
{
  VbSpan span = vb_sister_row_get_figures (row)->rate;
  g_autofree char *value = NULL;
  g_autofree char *off = NULL;

  if (!(span.low < span.high))
    return vb_number_format (span.value, 2);
  value = vb_number_format (span.value, 2);
  off = vb_number_format ((span.high - span.low) / 2, 2);
  return g_strdup_printf ("%s ± %s", value, off);
}

GtkWidget *
vb_sisters_table_new (void)
{
  const VbFigureColumn columns[] = {
    { _ ("Unit"), "unit", NULL, dup_name, FALSE },
    { _ ("Rank"), "rank", get_rank, dup_rank, FALSE },
    { C_ ("beds", "Need"), "need_beds", get_need, dup_need, TRUE },
    { C_ ("beds", "Available"), "available_beds", get_available, dup_available, FALSE },
    { _ ("Gap %"), "gap_share", get_gap_share, dup_gap_share, TRUE },
    { _ ("Beds per 1,000"), "available_beds_per_1000", get_rate, dup_rate, TRUE },
  };
  GtkWidget *self =
      vb_figure_table_new (_ ("Sister units by rank"), columns, G_N_ELEMENTS (columns), MIN_HEIGHT,
                           VB_DATA_TABLE_MAX_HEIGHT);

  vb_figure_table_set_emphasis (VB_FIGURE_TABLE (self),
                                (gboolean (*) (gpointer)) vb_sister_row_is_in_question);
  return self;
}
