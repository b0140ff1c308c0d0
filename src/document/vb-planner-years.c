/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Need, capacity, reference numbers and plan, year by year. */
#include "private/vb-years.h"

#include <math.h>

#include "vb-document-decisions.h"
#include "vb-document-population.h"
#include "vb-document-scenarios.h"
#include "vb-reference-series.h"
#include "vb-scenario-outlook.h"
#include "vb-target.h"

/* Years that a series is cut to: what is further away is a slip of the pen. */
#define MAX_YEARS 60
/* "Medium term" in the reference numbers of Socialstyrelsen. */
#define MEDIUM_TERM 5
/* Years to balance that a straight line is first drawn over: as in the plan of 2023 for 2026. */
#define YEARS_TO_BALANCE 3
/* The ready scenario that is that plan. */
#define NATIONAL_PLAN "national-2024"

/* 2,230 beds too few in 2023, balance in 2026. Source: Socialstyrelsen, Plats för vård (2024), the
 * totals of the ready scenario; the line is straight, and stays when the levers of the scenario are
 * changed. */
static const VbGapLine national_line = { 2023, -2230, 2026, 0 };

static VbDay
get_new_year (int year)
{
  return vb_day_from_ymd (year, 1, 1);
}

static int
get_year (VbDay day)
{
  int year, month, date;

  vb_day_to_ymd (day, &year, &month, &date);
  return year;
}

/* ---- reference numbers ----------------------------------------------------------------------- */

VbCareType
vb_planner_get_reference_type (VbUnit *unit, VbCareGroup group)
{
  static const VbCareType types[VB_N_CARE_GROUPS] = { VB_CARE_TYPE_NONE, VB_CARE_TYPE_SOMATIC,
                                                      VB_CARE_TYPE_ICU, VB_CARE_TYPE_PSYCHIATRIC };

  return vb_unit_get_care_type (unit) != VB_CARE_TYPE_NONE ? VB_CARE_TYPE_NONE : types[group];
}

static int
compare_targets (gconstpointer a, gconstpointer b)
{
  VbDay first = vb_target_get_from (*(VbTarget *const *) a);
  VbDay second = vb_target_get_from (*(VbTarget *const *) b);

  return (first > second) - (first < second);
}

GPtrArray *
vb_planner_list_references (VbDocument *document,
                            VbNeedTable *table,
                            VbUnit *unit,
                            VbCareGroup group)
{
  GListModel *targets = vb_document_get_targets (document);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  guint groups = table != NULL ? vb_need_table_get_groups (table, vb_unit_get_id (unit)) : 0;
  gboolean is_mixed = (groups & (groups - 1)) != 0;

  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (VbTarget) target = g_list_model_get_item (targets, i);
      VbCareType type = vb_target_get_care_type (target);

      if (vb_target_get_measure (target) != VB_MEASURE_NEEDED_BEDS
          || vb_target_get_unit_id (target) != vb_unit_get_id (unit))
        continue;
      /* A number for all care says nothing of one kind of a unit's. */
      if (type == VB_CARE_TYPE_NONE ? !is_mixed || group == VB_CARE_GROUP_NONE
                                    : vb_care_type_get_group (type) == group)
        g_ptr_array_add (found, g_steal_pointer (&target));
    }
  g_ptr_array_sort (found, compare_targets);

  return found;
}

/* ---- what was planned ------------------------------------------------------------------------ */

double
vb_planner_get_planned_gap (const VbYearsOrder *order, gint16 year)
{
  const VbGapLine *line = &order->line;
  VbReferencePlan straight = { line->from_year, line->from_gap, line->to_year, line->to_gap };

  if (order->plan != NULL)
    {
      const VbPlanYear *planned = vb_plan_find_year (order->plan, year);

      return planned != NULL ? planned->capacity - planned->need : (double) NAN;
    }
  if (line->from_year == 0 || line->to_year <= line->from_year)
    return NAN;

  return vb_reference_plan_get_gap (&straight, year);
}

VbGapLine
vb_planner_suggest_line (VbNeedTable *table, VbUnit *unit, VbCareGroup group)
{
  VbGapLine line = { 0, NAN, 0, 0 };
  int last = vb_scenario_outlook_find_base (table, unit, group);

  for (int i = last; i >= 0; i--)
    {
      const VbNeedFigures *figures =
          vb_need_table_get (table, vb_unit_get_id (unit), group, (guint) i);

      if (!vb_scenario_outlook_is_whole_year (figures))
        continue;
      line.from_year = (gint16) get_year (vb_need_table_get_period (table, (guint) i).start);
      line.from_gap = figures->gap_beds;
      if (i < last)
        break;
    }
  line.to_year = (gint16) (line.from_year + YEARS_TO_BALANCE);

  return line;
}

/* TRUE when the published way to balance is about @unit. */
static gboolean
is_nation_of_plan (VbDocument *document, VbUnit *unit, VbCareGroup group)
{
  GListModel *scenarios = vb_document_get_scenarios (document);

  for (guint i = 0; i < g_list_model_get_n_items (scenarios); i++)
    {
      g_autoptr (VbScenario) scenario = g_list_model_get_item (scenarios, i);

      if (g_strcmp0 (vb_scenario_get_facts (scenario)->ready, NATIONAL_PLAN) == 0
          && vb_scenario_outlook_get_reach (scenario, unit, group) == VB_SCENARIO_REACH_OWN)
        return TRUE;
    }

  return FALSE;
}

void
vb_planner_find_plan (VbPlanner *self, VbYearsOrder *order)
{
  VbDocument *document = _vb_planner_get_document (self);
  gint64 unit = vb_unit_get_id (order->unit);

  order->plan = vb_document_find_plan (document, unit, order->group);
  order->line = (VbGapLine){ 0, NAN, 0, NAN };
  order->origin = VB_LINE_NONE;
  if (vb_document_find_gap_line (document, unit, order->group, &order->line))
    order->origin = VB_LINE_DRAWN;
  else if (is_nation_of_plan (document, order->unit, order->group))
    {
      order->line = national_line;
      order->origin = VB_LINE_NATIONAL;
    }
}

/* ---- the years that are shown ---------------------------------------------------------------- */

/* What is known of a unit, and the years that it is known of. */
typedef struct
{
  VbPlanner *planner;
  VbNeedTable *table;
  const VbYearsOrder *order;
  GPtrArray *references;
  VbScenarioBeds *scenario; /* NULL = it does not reach the unit */
  guint n_scenario_years;
  VbScenarioReach reach;
  VbMediumTerm population[MEDIUM_TERM]; /* where no scenario reaches the unit: the years to come */
  guint n_population_years;
  int first_year;
  int last_year; /* before the first: there are none */
} Known;

static void
known_clear (Known *self)
{
  g_clear_pointer (&self->references, g_ptr_array_unref);
  g_clear_pointer (&self->scenario, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Known, known_clear)

static const VbNeedFigures *
find_outcome (const Known *known, int year)
{
  int index = vb_need_table_find_period (known->table, get_new_year (year));
  const VbNeedFigures *figures =
      index < 0 ? NULL
                : vb_need_table_get (known->table, vb_unit_get_id (known->order->unit),
                                     known->order->group, (guint) index);

  return figures == NULL || (isnan (figures->need_beds) && isnan (figures->available_beds))
             ? NULL
             : figures;
}

static const VbScenarioBeds *
find_scenario_year (const Known *known, int year)
{
  for (guint i = 0; i < known->n_scenario_years; i++)
    if (known->scenario[i].year == year)
      return &known->scenario[i];

  return NULL;
}

/* The latest whole year, and nothing said yet of the year some five years on. */
static VbMediumTerm
begin_term (VbNeedTable *table, const VbYearsOrder *order)
{
  VbMediumTerm term = { 0, NAN, 0, NAN, NAN };
  int base = vb_scenario_outlook_find_base (table, order->unit, order->group);

  if (base < 0)
    return term;
  term.from_year = (gint16) get_year (vb_need_table_get_period (table, (guint) base).start);
  term.from_need =
      vb_need_table_get (table, vb_unit_get_id (order->unit), order->group, (guint) base)
          ->need_beds;
  term.year = (gint16) (term.from_year + MEDIUM_TERM);

  return term;
}

/* The years up to the medium term whose population is known; their number. */
static guint
list_terms (VbPlanner *planner,
            VbNeedTable *table,
            const VbYearsOrder *order,
            VbMediumTerm terms[MEDIUM_TERM])
{
  VbMediumTerm term = begin_term (table, order);
  double change = vb_document_get_consumption_change (_vb_planner_get_document (planner));
  g_autofree double *ratios = NULL;
  guint n = 0;

  if (term.from_year == 0)
    return 0;
  ratios = vb_planner_list_need_ratios (planner, order->unit, order->group, change, term.from_year,
                                        term.from_year, term.year);
  for (int i = 1; ratios != NULL && i <= MEDIUM_TERM; i++)
    {
      if (isnan (ratios[i]))
        continue;
      term.year = (gint16) (term.from_year + i);
      term.population_ratio = ratios[i];
      term.need = vb_reference_get_medium_term_need (term.from_need, 1, ratios[i], 0);
      terms[n++] = term;
    }

  return n;
}

VbMediumTerm
_vb_years_follow_population (VbPlanner *planner,
                             VbNeedTable *table,
                             const VbYearsOrder *order,
                             int year)
{
  VbMediumTerm terms[MEDIUM_TERM];
  guint n = list_terms (planner, table, order, terms);

  for (guint i = 0; i < n; i++)
    if (terms[i].year == year)
      return terms[i];

  return begin_term (table, order);
}

static const VbMediumTerm *
find_population_year (const Known *known, int year)
{
  for (guint i = 0; i < known->n_population_years; i++)
    if (known->population[i].year == year)
      return &known->population[i];

  return NULL;
}

static void
include (Known *known, int year)
{
  if (known->last_year < known->first_year)
    known->first_year = known->last_year = year;
  known->first_year = MIN (known->first_year, year);
  known->last_year = MAX (known->last_year, year);
}

static void
find_extent (Known *known)
{
  known->first_year = 0;
  known->last_year = -1;
  for (guint i = 0; i < vb_need_table_get_n_periods (known->table); i++)
    {
      int year = get_year (vb_need_table_get_period (known->table, i).start);

      if (find_outcome (known, year) != NULL)
        include (known, year);
    }
  for (guint i = 0; i < known->n_scenario_years; i++)
    include (known, known->scenario[i].year);
  for (guint i = 0; i < known->n_population_years; i++)
    include (known, known->population[i].year);
  for (guint i = 0; known->order->plan != NULL && i < vb_plan_get_n_years (known->order->plan); i++)
    include (known, vb_plan_get_year (known->order->plan, i)->year);
  for (guint i = 0; i < known->references->len; i++)
    {
      VbDay from = vb_target_get_from (known->references->pdata[i]);

      if (from != VB_DAY_NONE
          && (known->last_year < known->first_year || from >= get_new_year (known->first_year)))
        include (known, get_year (from));
    }
  if (known->order->plan == NULL && known->order->line.from_year != 0
      && known->last_year >= known->first_year)
    include (known, known->order->line.to_year);
  known->last_year = MIN (known->last_year, known->first_year + MAX_YEARS - 1);
}

static gboolean
known_init (
    Known *known, VbPlanner *planner, VbNeedTable *table, const VbYearsOrder *order, GError **error)
{
  *known = (Known){ .planner = planner, .table = table, .order = order };
  known->references = vb_planner_list_references (_vb_planner_get_document (planner), table,
                                                  order->unit, order->group);
  if (order->scenario != NULL)
    known->reach = vb_scenario_outlook_get_reach (order->scenario, order->unit, order->group);
  if (known->reach != VB_SCENARIO_REACH_NONE)
    {
      known->scenario = vb_scenario_outlook_follow (order->scenario, order->unit, order->group,
                                                    table, &known->n_scenario_years, error);
      if (known->scenario == NULL)
        return FALSE;
      /* A unit whose own figures are not known cannot follow. */
      if (isnan (known->scenario[0].need) && isnan (known->scenario[0].capacity))
        known->n_scenario_years = 0;
    }
  else
    {
      known->n_population_years = list_terms (planner, table, order, known->population);
    }
  find_extent (known);

  return TRUE;
}

/* ---- rows ------------------------------------------------------------------------------------ */

VbInhabitants
_vb_years_find_inhabitants (VbPlanner *planner, VbUnit *unit, int year)
{
  VbFacts *facts = _vb_planner_get_facts (planner);
  VbProvenance provenance = _vb_planner_get_population_provenance (planner, unit);

  for (gint16 at = (gint16) year; at >= year - 1; at--)
    {
      VbPopulationKind kind = VB_POPULATION_OUTCOME;
      double by_age = _vb_planner_count_population (planner, unit, at, &kind);
      double in_all = facts != NULL ? _vb_facts_find_published (facts, vb_unit_get_id (unit),
                                                                VB_MEASURE_POPULATION, at)
                                    : (double) NAN;

      if (by_age > 0 && kind == VB_POPULATION_OUTCOME)
        return (VbInhabitants){ by_age, at, VB_INHABITANTS_BY_AGE, provenance };
      if (in_all > 0)
        return (VbInhabitants){ in_all, at, VB_INHABITANTS_IN_ALL, VB_PROVENANCE_REPORTED };
      if (by_age > 0)
        return (VbInhabitants){ by_age, at, VB_INHABITANTS_PROJECTED, provenance };
    }

  return (VbInhabitants){ NAN, (gint16) (year - 1), VB_INHABITANTS_IN_ALL, VB_PROVENANCE_REPORTED };
}

/* Need and capacity of a year, and what they rest on: what came about, else the
 * scenario, else the population. */
static void
fill_beds (const Known *known, int year, VbYearFigures *figures)
{
  const VbNeedFigures *outcome = find_outcome (known, year);
  const VbScenarioBeds *beds = find_scenario_year (known, year);
  const VbMediumTerm *term = find_population_year (known, year);

  figures->scenario_need = beds != NULL ? beds->need : NAN;
  figures->scenario_capacity = beds != NULL ? beds->capacity : NAN;
  figures->coverage = NAN;
  if (outcome != NULL)
    {
      figures->basis =
          vb_scenario_outlook_is_whole_year (outcome) ? VB_YEAR_OUTCOME : VB_YEAR_PARTIAL;
      figures->coverage = outcome->coverage;
      figures->need = outcome->need_beds;
      figures->capacity = outcome->available_beds;
      return;
    }

  figures->need = term != NULL ? term->need : figures->scenario_need;
  figures->capacity = figures->scenario_capacity;
  if (beds == NULL)
    figures->basis = term != NULL ? VB_YEAR_POPULATION : VB_YEAR_NOTHING;
  else
    figures->basis = known->reach == VB_SCENARIO_REACH_OWN ? VB_YEAR_SCENARIO : VB_YEAR_SHARE;
}

static VbTarget *
find_reference (const Known *known, int year)
{
  VbTarget *found = NULL;

  for (guint i = 0; i < known->references->len
                    && vb_target_get_from (known->references->pdata[i]) < get_new_year (year + 1);
       i++)
    found = known->references->pdata[i];

  return found;
}

static VbReferenceNumber *
make_reference_numbers (const Known *known)
{
  VbReferenceNumber *numbers = g_new (VbReferenceNumber, known->references->len + 1);

  for (guint i = 0; i < known->references->len; i++)
    numbers[i] = (VbReferenceNumber){ vb_target_get_from (known->references->pdata[i]),
                                      vb_target_get_value (known->references->pdata[i]) };

  return numbers;
}

static GListModel *
make_rows (const Known *known)
{
  GListStore *rows = g_list_store_new (VB_TYPE_YEAR_ROW);
  guint n = (guint) (known->last_year - known->first_year + 1);
  g_autofree VbYearFigures *figures = g_new0 (VbYearFigures, n + 1);
  g_autofree double *numbers = g_new (double, (gsize) 4 * n + 1);
  g_autofree VbReferenceNumber *references = make_reference_numbers (known);
  g_autofree VbReferenceYear *years = NULL;
  VbReferenceSeriesInput input = {
    .first_year = (gint16) known->first_year,
    .n_years = n,
    .need = numbers,
    .capacity = numbers + n,
    .population = numbers + (gsize) 2 * n,
    .references = references,
    .n_references = known->references->len,
    .planned_gap = numbers + (gsize) 3 * n,
  };

  for (guint i = 0; i < n; i++)
    {
      int year = known->first_year + (int) i;
      VbInhabitants inhabitants;

      fill_beds (known, year, &figures[i]);
      inhabitants = _vb_years_find_inhabitants (known->planner, known->order->unit, year);
      figures[i].inhabitants = inhabitants.number;
      figures[i].inhabitants_year = inhabitants.year;
      numbers[i] = figures[i].need;
      numbers[n + i] = figures[i].capacity;
      numbers[2 * n + i] = figures[i].inhabitants;
      numbers[3 * n + i] = vb_planner_get_planned_gap (known->order, (gint16) year);
    }

  years = vb_reference_series_run (&input);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VbYearRow) row = NULL;

      figures[i].year = years[i].year;
      figures[i].gap = years[i].gap;
      figures[i].gap_share = years[i].gap_share;
      figures[i].reference = years[i].reference;
      figures[i].gap_to_reference = years[i].gap_to_reference;
      figures[i].need_per_1000 = years[i].need_per_1000;
      figures[i].capacity_per_1000 = years[i].capacity_per_1000;
      figures[i].planned_gap = years[i].planned_gap;
      /* What has not been, or has not been yet, cannot be behind. */
      figures[i].deviation = figures[i].basis == VB_YEAR_OUTCOME ? years[i].deviation : NAN;
      row = vb_year_row_new (&figures[i], find_reference (known, years[i].year));
      g_list_store_append (rows, row);
    }

  return G_LIST_MODEL (rows);
}

GListModel *
vb_planner_get_years (VbPlanner *self,
                      VbNeedTable *table,
                      const VbYearsOrder *order,
                      GError **error)
{
  g_auto (Known) known = { NULL };

  g_return_val_if_fail (VB_IS_PLANNER (self), NULL);
  g_return_val_if_fail (VB_IS_NEED_TABLE (table), NULL);

  if (!known_init (&known, self, table, order, error))
    return NULL;

  return make_rows (&known);
}

VbYearRow *
vb_planner_find_latest_year (GListModel *rows)
{
  for (guint i = g_list_model_get_n_items (rows); i-- > 0;)
    {
      g_autoptr (VbYearRow) row = g_list_model_get_item (rows, i);

      if (vb_year_row_get_figures (row)->basis == VB_YEAR_OUTCOME)
        return g_steal_pointer (&row);
    }

  return NULL;
}

/* ---- any unit under a scenario --------------------------------------------------------------- */

VbNeedTable *
vb_planner_dup_need (VbPlanner *self, VbGrain grain, VbScenario *scenario)
{
  VbNeedTable *table = vb_planner_get_need (self, grain);
  g_autoptr (GError) error = NULL;
  VbNeedTable *told = NULL;

  if (table == NULL)
    return NULL;
  if (scenario != NULL && grain == VB_GRAIN_YEAR)
    {
      told = vb_scenario_outlook_apply (
          scenario, vb_document_get_roots (_vb_planner_get_document (self)), table, NAN, &error);
      /* The page that edits the levers says so. */
      if (told == NULL)
        g_debug ("Nothing to tell: %s", error->message);
    }

  return told != NULL ? told : g_object_ref (table);
}

/* ---- the medium term ------------------------------------------------------------------------- */

VbMediumTerm
vb_planner_get_medium_term (VbPlanner *self,
                            VbNeedTable *table,
                            const VbYearsOrder *order,
                            GError **error)
{
  VbMediumTerm term = { 0, NAN, 0, NAN, NAN };
  g_auto (Known) known = { NULL };

  g_return_val_if_fail (VB_IS_PLANNER (self), term);
  g_return_val_if_fail (VB_IS_NEED_TABLE (table), term);

  if (!known_init (&known, self, table, order, error))
    return term;
  term = begin_term (table, order);
  if (term.from_year == 0)
    return term;

  if (known.n_scenario_years > 0)
    {
      gint16 last = known.scenario[known.n_scenario_years - 1].year;
      const VbScenarioBeds *beds = find_scenario_year (&known, MIN (term.year, last));

      if (last > term.from_year && beds != NULL)
        {
          term.year = beds->year;
          term.need = beds->need;
        }
    }
  else if (known.n_population_years > 0)
    term = known.population[known.n_population_years - 1];

  return term;
}
