/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-document"

#include "vb-focus-standing.h"

#include <math.h>

/* Years with less data than this are no outcome; own proposal. */
#define LEAST_COVERAGE 0.5

VbFocusStanding
vb_focus_standing_judge (const VbFocusOutcome *outcomes,
                         guint n_outcomes,
                         double target,
                         gboolean good_up)
{
  VbFocusStanding standing = { n_outcomes, VB_DAY_NONE,      NAN,  VB_DAY_NONE,
                               NAN,        VB_TREND_UNKNOWN, FALSE };

  if (n_outcomes == 0)
    return standing;

  standing.day = outcomes[n_outcomes - 1].day;
  standing.latest = outcomes[n_outcomes - 1].value;
  /* A comparison with what is missing is FALSE. */
  standing.reached = good_up ? standing.latest >= target : standing.latest <= target;
  if (n_outcomes < 2)
    return standing;

  standing.day_before = outcomes[n_outcomes - 2].day;
  standing.before = outcomes[n_outcomes - 2].value;
  if (standing.latest == standing.before)
    standing.trend = VB_TREND_SAME;
  else
    standing.trend =
        (standing.latest > standing.before) == good_up ? VB_TREND_BETTER : VB_TREND_WORSE;
  return standing;
}

/* NAN for what the figures of need and gap do not hold. */
static double
get_figure (const VbNeedFigures *figures, VbMeasureId measure)
{
  const struct
  {
    VbMeasureId measure;
    double value;
  } known[] = {
    { VB_MEASURE_OCCUPANCY, 100.0 * figures->occupancy },
    { VB_MEASURE_AVAILABLE_BEDS, figures->available_beds },
    { VB_MEASURE_ESTABLISHED_BEDS, figures->established_beds },
    { VB_MEASURE_OCCUPIED_BEDS, figures->occupied_beds },
    { VB_MEASURE_OVERCROWDING, figures->overcrowding },
    /* Σ overcrowded ÷ Σ available × 100 */
    { VB_MEASURE_OVERCROWDING_PER_100, 100.0 * figures->overcrowding / figures->available_beds },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i].measure == measure)
      return known[i].value;
  return NAN;
}

static void
append (GArray *outcomes, VbDay day, double value)
{
  VbFocusOutcome outcome = { day, value };

  if (isfinite (value))
    g_array_append_val (outcomes, outcome);
}

static void
read_need (GArray *outcomes, VbPlanner *planner, VbUnit *unit, VbMeasureId measure)
{
  VbNeedTable *table = vb_planner_get_need (planner, VB_GRAIN_YEAR);
  gint64 id = vb_unit_get_id (unit);

  if (table == NULL)
    return;

  for (guint i = 0; i < vb_need_table_get_n_periods (table); i++)
    {
      const VbNeedFigures *figures =
          vb_need_table_get (table, id, vb_need_table_get_main_group (table, id), i);

      if (figures != NULL && figures->coverage >= LEAST_COVERAGE)
        append (outcomes, vb_need_table_get_period (table, i).start, get_figure (figures, measure));
    }
}

static void
read_series (GArray *outcomes, VbDocument *document, VbUnit *unit, VbMeasureId measure)
{
  g_autoptr (GError) error = NULL;

  /* The coarsest that is stored is the steadiest. */
  for (int grain = VB_GRAIN_YEAR; grain >= VB_GRAIN_MONTH && outcomes->len == 0; grain--)
    {
      g_autoptr (GArray) points =
          vb_document_read_series (document, vb_unit_get_id (unit), measure, grain, &error);

      if (points == NULL)
        {
          g_warning ("An outcome cannot be read: %s", error->message);
          return;
        }
      for (guint i = 0; i < points->len; i++)
        {
          const VbSeriesPoint *point = &g_array_index (points, VbSeriesPoint, i);

          append (outcomes, point->start, point->value);
        }
    }
}

VbFocusStanding
vb_focus_standing_find (VbFocusMeasure *measure,
                        VbDocument *document,
                        VbPlanner *planner,
                        VbUnit *unit)
{
  const VbFocusMeasureFacts *facts = vb_focus_measure_get_facts (measure);
  g_autoptr (GArray) read = g_array_new (FALSE, FALSE, sizeof (VbFocusOutcome));
  const VbFocusOutcome *outcomes;
  guint n;

  if (facts->measure == VB_MEASURE_NONE)
    {
      outcomes = vb_focus_measure_get_outcomes (measure, &n);
      return vb_focus_standing_judge (outcomes, n, facts->target, facts->good_up);
    }

  if (facts->unit_id != 0)
    unit = vb_document_get_unit (document, facts->unit_id);
  if (unit != NULL)
    {
      read_need (read, planner, unit, facts->measure);
      if (read->len == 0)
        read_series (read, document, unit, facts->measure);
    }

  return vb_focus_standing_judge ((const VbFocusOutcome *) (gpointer) read->data, read->len,
                                  facts->target, facts->good_up);
}
