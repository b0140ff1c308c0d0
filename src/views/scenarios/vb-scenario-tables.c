/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-scenario-tables.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-number.h"
#include "vb-scenario-row.h"
#include "vb-step-pair.h"

#define MILLION 1e6
/* As many rows as one sees without scrolling. */
#define MIN_HEIGHT 60

/* ---- what each comes to ---------------------------------------------------------------------- */

static const VbScenarioOutcome *
get_outcome (gpointer row)
{
  return vb_scenario_row_get_outcome (VB_SCENARIO_ROW (row));
}

static char *
dup_name (gpointer row)
{
  return g_strdup (vb_bilingual_get (
      &vb_scenario_get_facts (vb_scenario_row_get_scenario (VB_SCENARIO_ROW (row)))->name));
}

static double
get_need (gpointer row)
{
  return get_outcome (row)->need;
}

static char *
dup_need (gpointer row)
{
  return vb_number_format_key (get_need (row));
}

static double
get_capacity (gpointer row)
{
  return get_outcome (row)->capacity;
}

static char *
dup_capacity (gpointer row)
{
  return vb_number_format_key (get_capacity (row));
}

static double
get_gap (gpointer row)
{
  return get_outcome (row)->gap;
}

static char *
dup_gap (gpointer row)
{
  return vb_number_format_key_signed (get_gap (row));
}

static double
get_balance (gpointer row)
{
  gint16 year = get_outcome (row)->balance_year;

  return year != 0 ? year : NAN;
}

static char *
dup_balance (gpointer row)
{
  gint16 year = get_outcome (row)->balance_year;

  return year != 0 ? g_strdup_printf ("%d", year) : g_strdup (_ ("not reached"));
}

static double
get_probability (gpointer row)
{
  return get_outcome (row)->probability;
}

static char *
dup_probability (gpointer row)
{
  return vb_number_format_percent (get_probability (row), 0);
}

static double
get_cost (gpointer row)
{
  return get_outcome (row)->cost;
}

static char *
dup_cost (gpointer row)
{
  return vb_number_format (get_cost (row) / MILLION, 1);
}

static char *
dup_decided (gpointer row)
{
  return g_strdup (get_outcome (row)->decided ? _ ("decided") : "");
}

static gboolean
is_decided (gpointer row)
{
  return get_outcome (row)->decided;
}

GtkWidget *
vb_scenario_table_new (void)
{
  const VbFigureColumn columns[] = {
    { .title = _ ("Scenario"), .figure = "scenario", .dup_text = dup_name },
    { _ ("Need"), "need_beds", get_need, dup_need },
    { _ ("Capacity"), "available_beds", get_capacity, dup_capacity },
    { _ ("Gap"), "gap_beds", get_gap, dup_gap },
    { _ ("Balance"), "balance_year", get_balance, dup_balance },
    { _ ("Probability"), "probability_balanced", get_probability, dup_probability },
    { _ ("Cost, mn kr"), "scenario_cost", get_cost, dup_cost, .if_any = TRUE },
    { .title = _ ("Plan"), .figure = "planned_gap", .dup_text = dup_decided, .if_any = TRUE },
  };
  GtkWidget *table = vb_figure_table_new (_ ("Scenarios"), columns, G_N_ELEMENTS (columns),
                                          MIN_HEIGHT, VB_DATA_TABLE_MAX_HEIGHT);

  vb_figure_table_set_emphasis (VB_FIGURE_TABLE (table), is_decided);
  return table;
}

/* ---- what makes two differ ------------------------------------------------------------------- */

enum
{
  STEP_NAME,
  STEP_FIRST,
  STEP_SECOND,
};

static char *
dup_step (gpointer row)
{
  VbStepPair *pair = VB_STEP_PAIR (row);
  VbLever *lever = vb_step_pair_get_lever (pair);

  if (lever != NULL)
    return g_strdup (vb_bilingual_get (&vb_lever_get_facts (lever)->name));
  switch (vb_step_pair_get_kind (pair))
    {
    case VB_WATERFALL_START:
      return g_strdup (_ ("Gap in the first year"));
    case VB_WATERFALL_NEED:
      return g_strdup (_ ("Need by itself"));
    case VB_WATERFALL_CAPACITY:
      return g_strdup (_ ("Capacity by itself"));
    case VB_WATERFALL_END:
    case VB_WATERFALL_LEVER:
    default:
      return g_strdup (_ ("Gap"));
    }
}

static double
get_first (gpointer row)
{
  return vb_step_pair_get_first (VB_STEP_PAIR (row));
}

static char *
dup_first (gpointer row)
{
  return vb_number_format_key_signed (get_first (row));
}

static double
get_second (gpointer row)
{
  return vb_step_pair_get_second (VB_STEP_PAIR (row));
}

static char *
dup_second (gpointer row)
{
  return vb_number_format_key_signed (get_second (row));
}

static double
get_difference (gpointer row)
{
  return vb_step_pair_get_difference (VB_STEP_PAIR (row));
}

static char *
dup_difference (gpointer row)
{
  return vb_number_format_key_signed (get_difference (row));
}

static gboolean
is_sum (gpointer row)
{
  return vb_step_pair_get_kind (VB_STEP_PAIR (row)) == VB_WATERFALL_END;
}

GtkWidget *
vb_step_table_new (void)
{
  const VbFigureColumn columns[] = {
    [STEP_NAME] = { .title = _ ("Step"), .figure = "lever", .dup_text = dup_step },
    [STEP_FIRST] = { _ ("Before"), "lever_effect", get_first, dup_first },
    [STEP_SECOND] = { _ ("After"), "lever_effect", get_second, dup_second },
    { _ ("Difference"), "lever_difference", get_difference, dup_difference },
  };
  GtkWidget *table =
      vb_figure_table_new (_ ("Difference by lever"), columns, G_N_ELEMENTS (columns), MIN_HEIGHT,
                           VB_DATA_TABLE_MAX_HEIGHT);

  vb_figure_table_set_emphasis (VB_FIGURE_TABLE (table), is_sum);
  return table;
}

void
vb_step_table_set_names (VbFigureTable *self, const char *first, const char *second)
{
  vb_figure_table_set_title (self, STEP_FIRST, first);
  vb_figure_table_set_title (self, STEP_SECOND, second);
}
