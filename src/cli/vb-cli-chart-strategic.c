/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictures of years, sisters, breakdown, occupancy, population and scenarios. */
#include "vb-cli-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-breakdown-plot.h"
#include "vb-document-decisions.h"
#include "vb-document-population.h"
#include "vb-document-scenarios.h"
#include "vb-error.h"
#include "vb-lever-effect.h"
#include "vb-occupancy-advisor.h"
#include "vb-outlook.h"
#include "vb-planner-years.h"
#include "vb-potential-plot.h"
#include "vb-scenario-outlook.h"
#include "vb-scenario-plot.h"
#include "vb-study-plots.h"
#include "vb-year-plots.h"

static const char *
get_name (VbScenario *scenario)
{
  return vb_bilingual_get (&vb_scenario_get_facts (scenario)->name);
}

static gint16
get_last_year (const VbCliSubject *subject)
{
  int year, month, day;

  vb_day_to_ymd (vb_need_table_get_period (subject->need, subject->last).start, &year, &month,
                 &day);
  return (gint16) year;
}

/* ---- years and sisters ----------------------------------------------------------------------- */

static GListModel *
list_years (const VbCliSubject *subject, GError **error)
{
  VbYearsOrder order = { .unit = subject->unit,
                         .group = subject->group,
                         .scenario = subject->scenario };

  vb_planner_find_plan (subject->planner, &order);
  return vb_planner_get_years (subject->planner, subject->need, &order, error);
}

VbDrawing *
vb_cli_draw_need_years (const VbCliSubject *subject, GError **error)
{
  g_autoptr (GListModel) years = NULL;

  /* The need to come follows it. */
  if (!vb_planner_read_population (subject->planner, NULL, error))
    return NULL;
  years = list_years (subject, error);
  return years != NULL ? vb_year_plot_new (subject->unit, subject->group, years) : NULL;
}

VbDrawing *
vb_cli_draw_deviation (const VbCliSubject *subject, GError **error)
{
  g_autoptr (GListModel) years = list_years (subject, error);

  if (years == NULL)
    return NULL;
  if (!vb_year_plots_have_plan (years))
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                           _ ("No plan is decided, and no line is drawn to compare with"));
      return NULL;
    }
  return vb_year_deviation_plot_new (subject->unit, subject->group, years);
}

static VbDrawing *
draw_sisters (const VbCliSubject *subject)
{
  gint16 year = vb_planner_find_sister_year (subject->planner, subject->need, subject->unit,
                                             subject->group, get_last_year (subject));
  VbSisterOrder order;
  g_autoptr (GListModel) sisters = vb_planner_get_sisters (
      subject->planner, subject->need, subject->unit, subject->group, year, &order);
  /* A published rate is of all inpatient care. */
  g_autofree char *when =
      subject->group == VB_CARE_GROUP_NONE || order == VB_SISTER_BY_RATE
          ? g_strdup_printf ("%d", year)
          : g_strdup_printf ("%s, %d", vb_care_group_get_phrase (subject->group), year);

  return vb_sister_plot_new (when, order, sisters);
}

VbDrawing *
vb_cli_draw_need_sisters (const VbCliSubject *subject, GError **error)
{
  /* They may be ranked by beds per inhabitant. */
  if (!vb_planner_read_population (subject->planner, NULL, error))
    return NULL;
  return draw_sisters (subject);
}

/* ---- breakdown ------------------------------------------------------------------------------- */

/* The reference number in force, else the need, of the latest period. */
static gint64
choose_beds (const VbCliSubject *subject)
{
  g_autoptr (GListModel) years = list_years (subject, NULL);
  const VbNeedFigures *figures = vb_need_table_get (subject->need, vb_unit_get_id (subject->unit),
                                                    subject->group, subject->last);
  double beds = figures->need_beds;

  for (guint i = 0; years != NULL && i < g_list_model_get_n_items (years); i++)
    {
      g_autoptr (VbYearRow) row = g_list_model_get_item (years, i);
      const VbYearFigures *year = vb_year_row_get_figures (row);

      if (year->year == get_last_year (subject) && !isnan (year->reference))
        beds = year->reference;
    }

  return (gint64) round (beds);
}

VbDrawing *
vb_cli_draw_breakdown (const VbCliSubject *subject, GError **error)
{
  VbBreakdownOrder order = { .unit = subject->unit,
                             .beds = choose_beds (subject),
                             .key = VB_BREAKDOWN_KEY_BED_DAYS,
                             .group = subject->group,
                             .from = VB_DAY_NONE,
                             .to = VB_DAY_NONE };
  g_autoptr (VbBreakdownTable) table =
      vb_planner_compute_breakdown (subject->planner, &order, NULL, error);
  GListModel *children = vb_unit_get_children (subject->unit);
  g_autofree VbBreakdownShare *shares = NULL;
  VbBreakdownRow *top;
  guint n = 0;

  if (table == NULL)
    return NULL;

  shares = g_new0 (VbBreakdownShare, g_list_model_get_n_items (children) + 1);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);
      VbBreakdownRow *row = vb_breakdown_table_find (table, child);
      const VbBreakdownFigures *figures = row != NULL ? vb_breakdown_row_get_figures (row) : NULL;

      if (figures != NULL)
        shares[n++] = (VbBreakdownShare){ vb_unit_get_id (child), vb_unit_get_name (child),
                                          figures->present_beds, (double) figures->beds,
                                          figures->locked >= 0 };
    }
  top = vb_breakdown_table_find (table, subject->unit);
  return vb_breakdown_plot_new (vb_unit_get_name (subject->unit), (double) order.beds,
                                vb_breakdown_key_get_phrase (order.key), shares, n,
                                (double) vb_breakdown_row_get_figures (top)->residual);
}

/* ---- occupancy and population ---------------------------------------------------------------- */

VbDrawing *
vb_cli_draw_occupancy_cost (const VbCliSubject *subject, GError **error)
{
  const VbNeedFigures *figures = vb_need_table_get (subject->need, vb_unit_get_id (subject->unit),
                                                    subject->group, subject->last);
  g_autoptr (VbOccupancyStudy) study = NULL;
  VbOccupancyOrder order;

  vb_occupancy_order_init (&order);
  order.unit = subject->unit;
  order.group = subject->group;
  order.period = vb_need_table_get_period (subject->need, subject->last);
  order.targets[order.n_targets++] = figures->target_occupancy;
  if (subject->scenario != NULL
      && vb_scenario_outlook_get_reach (subject->scenario, subject->unit, subject->group)
             != VB_SCENARIO_REACH_NONE)
    order.targets[order.n_targets++] = vb_scenario_get_facts (subject->scenario)->target_occupancy;

  study = vb_occupancy_compute_study (subject->planner, subject->need, &order, NULL, error);
  if (study == NULL)
    return NULL;
  if (vb_occupancy_study_get_n_priced (study) == 0)
    {
      g_set_error_literal (
          error, VB_ERROR, VB_ERROR_NOT_FOUND,
          _ ("There are no figures to draw a chart of: import bed days or occupied beds"));
      return NULL;
    }
  return vb_cost_plot_new (study, order.period);
}

/* The scenario decides how consumption changes; else the document's own. */
VbDrawing *
vb_cli_draw_population (const VbCliSubject *subject, GError **error)
{
  double change = subject->scenario != NULL
                      ? vb_scenario_get_facts (subject->scenario)->consumption_change
                      : vb_document_get_consumption_change (subject->document);
  g_autoptr (VbPopulationOutlook) outlook = vb_planner_compute_population (
      subject->planner, subject->unit, subject->group, change, NULL, error);

  return outlook != NULL ? vb_population_outlook_plot_new (outlook) : NULL;
}

/* ---- scenarios ------------------------------------------------------------------------------- */

static char *
dup_whose (const VbCliSubject *subject)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (subject->scenario);
  g_autofree char *whose = vb_year_plots_dup_whose (
      vb_document_get_unit (subject->document, facts->unit_id), facts->group);

  return g_strdup_printf ("%s: %s", whose, get_name (subject->scenario));
}

/* Probability that there is balance in @year; NAN when it is none of them. */
static double
find_probability (GListModel *rows, gint16 year)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VbPotentialRow) row = g_list_model_get_item (rows, i);

      if (vb_potential_row_get_figures (row)->year == year)
        return vb_potential_row_get_figures (row)->probability_balanced;
    }

  return NAN;
}

VbDrawing *
vb_cli_draw_potential (const VbCliSubject *subject, GError **error)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (subject->scenario);
  g_autoptr (GListModel) rows =
      vb_scenario_outlook_compute (subject->scenario, facts->n_draws, facts->seed, NULL, error);
  g_autofree VbTrajectoryYear *years = NULL;
  g_autofree char *whose = dup_whose (subject);
  VbTrajectory drawn = { .whose = whose,
                         .first_year = facts->first_year,
                         .n_draws = facts->n_draws };
  gint16 balance;

  if (rows == NULL || !vb_scenario_outlook_find_balance (subject->scenario, &balance, error))
    return NULL;

  drawn.n_years = g_list_model_get_n_items (rows);
  years = g_new0 (VbTrajectoryYear, drawn.n_years + 1);
  for (guint i = 0; i < drawn.n_years; i++)
    {
      g_autoptr (VbPotentialRow) row = g_list_model_get_item (rows, i);
      const VbPotentialFigures *f = vb_potential_row_get_figures (row);

      years[i] = (VbTrajectoryYear){ f->need,     f->need_spread.p10,     f->need_spread.p90,
                                     f->capacity, f->capacity_spread.p10, f->capacity_spread.p90 };
    }
  drawn.years = years;
  drawn.balance_year = balance;
  drawn.balance_probability = find_probability (rows, balance);

  return vb_potential_plot_new (&drawn);
}

static const char *
get_step_name (VbWaterfallRow *row)
{
  VbLever *lever = vb_waterfall_row_get_lever (row);

  if (lever != NULL)
    return vb_bilingual_get (&vb_lever_get_facts (lever)->name);
  return vb_waterfall_row_get_kind (row) == VB_WATERFALL_NEED
             ? _ ("Need, without levers")
             : _ ("Available beds, without levers");
}

static VbGapStepSide
get_step_side (VbWaterfallRow *row)
{
  VbLever *lever = vb_waterfall_row_get_lever (row);

  if (lever != NULL)
    return vb_lever_get_facts (lever)->figures.side == VB_BALANCE_SIDE_NEED ? VB_GAP_STEP_NEED
                                                                            : VB_GAP_STEP_CAPACITY;
  return vb_waterfall_row_get_kind (row) == VB_WATERFALL_NEED ? VB_GAP_STEP_NEED
                                                              : VB_GAP_STEP_CAPACITY;
}

VbDrawing *
vb_cli_draw_waterfall (const VbCliSubject *subject, GError **error)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (subject->scenario);
  g_autoptr (GListModel) rows =
      vb_scenario_outlook_trace (subject->scenario, facts->last_year, error);
  g_autofree char *whose = dup_whose (subject);
  g_autofree VbGapStep *steps = NULL;
  double start = NAN, end = NAN;
  guint n_rows, n = 0;

  if (rows == NULL)
    return NULL;

  n_rows = g_list_model_get_n_items (rows);
  steps = g_new0 (VbGapStep, n_rows + 1);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (VbWaterfallRow) row = g_list_model_get_item (rows, i);
      double beds = vb_waterfall_row_get_beds (row);

      switch (vb_waterfall_row_get_kind (row))
        {
        case VB_WATERFALL_START:
          start = beds;
          break;
        case VB_WATERFALL_END:
          end = beds;
          break;
        case VB_WATERFALL_NEED:
        case VB_WATERFALL_CAPACITY:
        case VB_WATERFALL_LEVER:
        default:
          /* What does nothing until then is no step. */
          if (fabs (beds) > 1e-9)
            steps[n++] = (VbGapStep){ get_step_side (row), get_step_name (row), beds };
        }
    }

  return vb_potential_waterfall_new (whose, facts->first_year, start, steps, n, facts->last_year,
                                     end);
}

VbDrawing *
vb_cli_draw_tornado (const VbCliSubject *subject, GError **error)
{
  gint16 year = vb_scenario_get_facts (subject->scenario)->last_year;
  GListModel *levers = vb_scenario_get_levers (subject->scenario);
  guint n = g_list_model_get_n_items (levers);
  g_autoptr (VbOutlook) outlook = vb_outlook_new (subject->planner);
  g_autofree VbLeverSwing *swings = g_new0 (VbLeverSwing, n + 1);
  g_autofree char *whose = dup_whose (subject);
  const VbPotentialFigures *base;

  vb_outlook_set_scenario (outlook, subject->scenario);
  vb_outlook_set_year (outlook, year);
  if (vb_outlook_get_error (outlook) != NULL)
    {
      g_propagate_error (error, g_error_copy (vb_outlook_get_error (outlook)));
      return NULL;
    }

  base = vb_outlook_find_year (outlook, year);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VbLever) lever = g_list_model_get_item (levers, i);
      g_autoptr (VbLeverEffect) effect =
          g_list_model_get_item (vb_outlook_get_effects (outlook), i);
      const VbLeverFacts *facts = vb_lever_get_facts (lever);

      swings[i] = (VbLeverSwing){
        facts->figures.side == VB_BALANCE_SIDE_NEED ? VB_GAP_STEP_NEED : VB_GAP_STEP_CAPACITY,
        vb_bilingual_get (&facts->name),
        vb_lever_effect_get_figures (effect)->gap_low,
        vb_lever_effect_get_figures (effect)->gap_high,
      };
    }

  return vb_potential_tornado_new (whose, year, base != NULL ? base->gap : (double) NAN, swings, n);
}

/* ---- scenarios side by side ------------------------------------------------------------------ */

static gboolean
is_compared (const VbCliSubject *subject, VbScenario *scenario)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (scenario);

  return facts->unit_id == vb_unit_get_id (subject->unit)
         && (facts->group == subject->group || subject->group == VB_CARE_GROUP_NONE);
}

VbDrawing *
vb_cli_draw_scenarios (const VbCliSubject *subject, GError **error)
{
  GListModel *scenarios = vb_document_get_scenarios (subject->document);
  VbPlan *plan =
      vb_document_find_plan (subject->document, vb_unit_get_id (subject->unit), subject->group);
  g_autofree char *whose = vb_year_plots_dup_whose (subject->unit, subject->group);
  g_autoptr (GArray) courses = g_array_new (FALSE, FALSE, sizeof (VbScenarioCourse));
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  gint16 first = G_MAXINT16, last = 0;

  for (guint i = 0; i < g_list_model_get_n_items (scenarios); i++)
    {
      g_autoptr (VbScenario) scenario = g_list_model_get_item (scenarios, i);

      if (!is_compared (subject, scenario))
        continue;
      first = MIN (first, vb_scenario_get_facts (scenario)->first_year);
      last = MAX (last, vb_scenario_get_facts (scenario)->last_year);
    }
  if (first > last)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND, _ ("%s has no scenarios"), whose);
      return NULL;
    }

  for (guint i = 0; i < g_list_model_get_n_items (scenarios); i++)
    {
      g_autoptr (VbScenario) scenario = g_list_model_get_item (scenarios, i);
      g_autofree VbScenarioBeds *beds = NULL;
      VbScenarioCourse course = { .name = get_name (scenario) };
      double *gaps;
      gint16 balance;
      guint n;

      if (!is_compared (subject, scenario))
        continue;
      beds = vb_scenario_outlook_reckon (scenario, &n, error);
      if (beds == NULL || !vb_scenario_outlook_find_balance (scenario, &balance, error))
        return NULL;

      gaps = g_new (double, (gsize) (last - first) + 1);
      g_ptr_array_add (owned, gaps);
      for (gint16 year = first; year <= last; year++)
        gaps[year - first] = NAN;
      for (guint k = 0; k < n; k++)
        gaps[beds[k].year - first] = beds[k].capacity - beds[k].need;
      course.gaps = gaps;
      course.balance_year = balance;
      course.decided =
          plan != NULL && vb_plan_get_facts (plan)->scenario_id == vb_scenario_get_id (scenario);
      g_array_append_val (courses, course);
    }

  return vb_scenario_plot_new (whose, first, (guint) (last - first) + 1,
                               (const VbScenarioCourse *) (gpointer) courses->data, courses->len);
}
