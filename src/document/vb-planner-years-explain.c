/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of years and sisters as sentences, each with the numbers it was made of. */
#include "private/vb-explainer.h"
#include "private/vb-years.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "vb-document-population.h"
#include "vb-number.h"
#include "vb-scenario-outlook.h"

/* What is being explained. */
typedef struct
{
  VbPlanner *planner;
  VbNeedTable *table;
  const VbYearsOrder *order;
  const VbYearFigures *figures;
  VbTarget *reference;
} Case;

/* All beds of a sentence have as many decimals, or it would not add up: one for a unit with fewer
 * than a thousand. */
static int
get_decimals (const Case *about, double value)
{
  double largest = MAX (about->figures->need, about->figures->capacity);

  return fabs (largest) >= 1000 || fabs (value) >= 1000 || fabs (value - round (value)) < 0.05 ? 0
                                                                                               : 1;
}

static char *
format_beds (const Case *about, double value)
{
  return vb_number_format (value, get_decimals (about, value));
}

static char *
format_gap (const Case *about, double value)
{
  return vb_number_format_signed (value, get_decimals (about, value));
}

/* A number to be subtracted: "(−1,487)" where it has a sign of its own. */
static char *
format_term (const Case *about, double value)
{
  g_autofree char *gap = format_gap (about, value);

  return value < 0 ? g_strdup_printf ("(%s)", gap) : format_beds (about, value);
}

static VbExplanation *
begin (const char *shown, const char *formula, const char *numbers)
{
  /* Translators: a figure, as in "Where does 412 come from?". */
  g_autofree char *title = g_strdup_printf (_ ("Where does %s come from?"), shown);

  return vb_explanation_new (title, formula, numbers);
}

static VbPeriod
get_period (const Case *about)
{
  return (VbPeriod){ VB_GRAIN_YEAR, vb_day_from_ymd (about->figures->year, 1, 1) };
}

static gboolean
has_outcome (const Case *about)
{
  return about->figures->basis == VB_YEAR_OUTCOME || about->figures->basis == VB_YEAR_PARTIAL;
}

/* ---- a scenario's years ---------------------------------------------------------------------- */

/* "16,820 = 17,830 − 1,010": without levers, and what they do. */
static VbExplanation *
explain_scenario_beds (const Case *about, VbBalanceSide side, double beds)
{
  VbScenario *scenario = about->order->scenario;
  const VbScenarioYear *base = vb_scenario_find_year (scenario, side, about->figures->year);
  double without = base != NULL ? base->beds : NAN;
  double change = beds - without;
  g_autofree char *shown = format_beds (about, beds);
  g_autofree char *without_text = format_beds (about, without);
  g_autofree char *change_text = format_beds (about, fabs (change));
  g_autofree char *signed_change = format_gap (about, change);
  g_autofree char *numbers =
      g_strdup_printf ("%s %s %s = %s", without_text, change < 0 ? "−" : "+", change_text, shown);
  VbExplanation *explanation =
      begin (shown,
             side == VB_BALANCE_SIDE_NEED
                 ? _ ("Need in the scenario = need without levers + what its levers change")
                 : _ ("Available beds in the scenario = beds without levers + what its levers "
                      "change"),
             numbers);
  const char *name = vb_bilingual_get (&vb_scenario_get_facts (scenario)->name);

  if (base != NULL)
    vb_explanation_add_input (
        explanation, without_text, _ ("without levers"),
        vb_bilingual_is_empty (&base->source) ? name : vb_bilingual_get (&base->source),
        vb_figure_status_get_provenance (base->status));
  vb_explanation_add_input (explanation, signed_change, _ ("the levers, each at its base value"),
                            name, VB_PROVENANCE_COMPUTED);

  return explanation;
}

/* "32.4 × 16,820 ÷ 17,830 = 30.5". */
static VbExplanation *
explain_share_beds (const Case *about, VbBalanceSide side, double beds)
{
  VbScenario *scenario = about->order->scenario;
  const char *name = vb_bilingual_get (&vb_scenario_get_facts (scenario)->name);
  gboolean is_need = side == VB_BALANCE_SIDE_NEED;
  guint n;
  g_autofree VbScenarioBeds *years = vb_scenario_outlook_reckon (scenario, &n, NULL);
  int at = vb_scenario_outlook_find_base (about->table, about->order->unit, about->order->group);
  const VbNeedFigures *own =
      at < 0 ? NULL
             : vb_need_table_get (about->table, vb_unit_get_id (about->order->unit),
                                  about->order->group, (guint) at);
  VbScenarioBeds whole;
  guint index;
  g_autofree char *shown = format_beds (about, beds);
  g_autofree char *own_text = NULL;
  g_autofree char *when = NULL;
  g_autofree char *first = NULL;
  g_autofree char *then = NULL;
  g_autofree char *numbers = NULL;
  g_autofree char *name_then = NULL;
  VbExplanation *explanation;

  if (years == NULL || own == NULL || about->figures->year < years[0].year)
    return NULL;
  index = MIN ((guint) (about->figures->year - years[0].year), n - 1);
  whole = vb_scenario_outlook_get_whole (scenario, about->table, (guint) at, &years[0]);

  own_text = format_beds (about, is_need ? own->need_beds : own->available_beds);
  when = vb_period_format (vb_need_table_get_period (about->table, (guint) at), FALSE);
  first = format_beds (about, is_need ? whole.need : whole.capacity);
  then = format_beds (about, is_need ? years[index].need : years[index].capacity);
  numbers = g_strdup_printf ("%s × %s ÷ %s = %s", own_text, then, first, shown);
  explanation = begin (shown,
                       _ ("Own beds of the latest whole year × beds in the scenario ÷ all beds "
                          "that they are a share of"),
                       numbers);
  /* Translators: %s is a year */
  name_then = g_strdup_printf (is_need ? _ ("own need %s") : _ ("own available beds %s"), when);
  vb_explanation_add_input (explanation, own_text, name_then, NULL, VB_PROVENANCE_COMPUTED);
  g_clear_pointer (&name_then, g_free);
  /* Translators: %d is a year */
  name_then = g_strdup_printf (_ ("in the scenario %d"), about->figures->year);
  vb_explanation_add_input (explanation, then, name_then, name, VB_PROVENANCE_COMPUTED);
  vb_explanation_add_input (explanation, first, _ ("all beds that they are a share of"), NULL,
                            VB_PROVENANCE_COMPUTED);
  vb_explanation_set_note (explanation,
                           _ ("The scenario is of a unit above. It says how the whole changes, not "
                              "how that is spread."));

  return explanation;
}

/* "28.5 × 1.061 = 30.2". */
static VbExplanation *
explain_population_term (const Case *about, const VbMediumTerm *term)
{
  const VbYearsOrder *order = about->order;
  double change = vb_document_get_consumption_change (_vb_planner_get_document (about->planner));
  VbUnit *whose = _vb_planner_find_populated (about->planner, order->unit);
  g_autofree char *shown = format_beds (about, term->need);
  g_autofree char *now = format_beds (about, term->from_need);
  g_autofree char *ratio = vb_number_format (term->population_ratio, 3);
  g_autofree char *numbers = g_strdup_printf ("%s × %s = %s", now, ratio, shown);
  g_autofree char *yearly = vb_number_format_percent_signed (change, 1);
  g_autofree char *name = NULL;
  VbExplanation *explanation = begin (
      shown, _ ("Need then = need now × need of the population then ÷ need of the population now"),
      numbers);

  /* Translators: %d is a year */
  name = g_strdup_printf (_ ("need %d"), term->from_year);
  vb_explanation_add_input (explanation, now, name, NULL, VB_PROVENANCE_COMPUTED);
  g_free (name);
  /* Translators: both are years */
  name = g_strdup_printf (_ ("need of the population, %d ÷ %d"), term->year, term->from_year);
  vb_explanation_add_input (explanation, ratio, name,
                            whose != NULL ? vb_unit_get_name (whose) : NULL,
                            VB_PROVENANCE_COMPUTED);
  vb_explanation_add_input (explanation, yearly, _ ("change of consumption a year"),
                            _ ("assumption"), VB_PROVENANCE_COMPUTED);
  vb_explanation_set_note (explanation,
                           _ ("The population alone: what is done until then is not in it. A "
                              "scenario in the header bar has that too."));

  return explanation;
}

static VbExplanation *
explain_beds (const Case *about, VbBalanceSide side, const char *figure)
{
  double beds = side == VB_BALANCE_SIDE_NEED ? about->figures->need : about->figures->capacity;

  switch (about->figures->basis)
    {
    case VB_YEAR_SCENARIO:
      return explain_scenario_beds (about, side, beds);
    case VB_YEAR_SHARE:
      return explain_share_beds (about, side, beds);
    case VB_YEAR_POPULATION:
      {
        VbMediumTerm term = _vb_years_follow_population (about->planner, about->table, about->order,
                                                         about->figures->year);

        return explain_population_term (about, &term);
      }
    case VB_YEAR_OUTCOME:
    case VB_YEAR_PARTIAL:
    case VB_YEAR_NOTHING:
    default:
      return vb_planner_explain (about->planner, about->order->unit, about->order->group,
                                 get_period (about), figure);
    }
}

static VbExplanation *
explain_need (const Case *about)
{
  return explain_beds (about, VB_BALANCE_SIDE_NEED, "need_beds");
}

static VbExplanation *
explain_available (const Case *about)
{
  return explain_beds (about, VB_BALANCE_SIDE_CAPACITY, "available_beds");
}

/* What stands beside a figure of a scenario, to say that it is one. */
static char *
dup_source (const Case *about)
{
  if (has_outcome (about))
    return vb_period_format (get_period (about), FALSE);
  if (about->order->scenario == NULL)
    return NULL;
  return g_strdup (vb_bilingual_get (&vb_scenario_get_facts (about->order->scenario)->name));
}

static void
add_beds (const Case *about, VbExplanation *explanation, double beds, const char *name)
{
  g_autofree char *text = format_beds (about, beds);
  g_autofree char *source = dup_source (about);

  vb_explanation_add_input (explanation, text, name, source, VB_PROVENANCE_COMPUTED);
}

static VbExplanation *
explain_gap (const Case *about)
{
  g_autofree char *shown = NULL;
  g_autofree char *available = NULL;
  g_autofree char *need = NULL;
  g_autofree char *numbers = NULL;
  VbExplanation *explanation;

  if (has_outcome (about))
    return vb_planner_explain (about->planner, about->order->unit, about->order->group,
                               get_period (about), "gap_beds");

  shown = format_gap (about, about->figures->gap);
  available = format_beds (about, about->figures->capacity);
  need = format_beds (about, about->figures->need);
  numbers = g_strdup_printf ("%s − %s = %s", available, need, shown);
  explanation = begin (shown, _ ("Gap = available beds − need"), numbers);
  add_beds (about, explanation, about->figures->capacity, _ ("available beds"));
  add_beds (about, explanation, about->figures->need, _ ("need"));

  return explanation;
}

static VbExplanation *
explain_gap_share (const Case *about)
{
  g_autofree char *shown = vb_number_format_percent_signed (about->figures->gap_share, 1);
  g_autofree char *gap = format_gap (about, about->figures->gap);
  g_autofree char *need = format_beds (about, about->figures->need);
  g_autofree char *numbers = g_strdup_printf ("%s ÷ %s = %s", gap, need, shown);
  VbExplanation *explanation = begin (shown, _ ("Gap % = gap ÷ need"), numbers);

  add_beds (about, explanation, about->figures->capacity, _ ("available beds"));
  add_beds (about, explanation, about->figures->need, _ ("need"));

  return explanation;
}

/* ---- reference numbers ----------------------------------------------------------------------- */

static void
add_reference (const Case *about, VbExplanation *explanation)
{
  g_autofree char *value = format_beds (about, about->figures->reference);
  VbDay from = vb_target_get_from (about->reference);
  const char *by = vb_target_get_decided_by (about->reference);
  g_autofree char *day = from != VB_DAY_NONE ? vb_day_format (from) : NULL;
  g_autofree char *source = NULL;

  if (by != NULL && day != NULL)
    /* Translators: who decided a number, and the day from which it is in force */
    source = g_strdup_printf (_ ("decided by %s, in force from %s"), by, day);
  else if (by != NULL)
    source = g_strdup_printf (_ ("decided by %s"), by);
  else if (day != NULL)
    /* Translators: the day from which a number is in force */
    source = g_strdup_printf (_ ("set by hand, in force from %s"), day);
  else
    source = g_strdup (_ ("set by hand for this unit"));
  vb_explanation_add_input (explanation, value, _ ("reference number"), source,
                            by != NULL ? VB_PROVENANCE_VERIFIED : VB_PROVENANCE_ASSUMED);
}

static VbExplanation *
explain_reference (const Case *about)
{
  g_autofree char *shown = format_beds (about, about->figures->reference);
  VbExplanation *explanation =
      begin (shown,
             _ ("The reference number in force at the end of the year: the latest that was "
                "decided for it"),
             shown);

  add_reference (about, explanation);
  return explanation;
}

static VbExplanation *
explain_gap_to_reference (const Case *about)
{
  g_autofree char *shown = format_gap (about, about->figures->gap_to_reference);
  g_autofree char *available = format_beds (about, about->figures->capacity);
  g_autofree char *reference = format_beds (about, about->figures->reference);
  g_autofree char *numbers = g_strdup_printf ("%s − %s = %s", available, reference, shown);
  VbExplanation *explanation =
      begin (shown, _ ("Gap to the reference number = available beds − reference number"), numbers);

  add_beds (about, explanation, about->figures->capacity, _ ("available beds"));
  add_reference (about, explanation);

  return explanation;
}

/* ---- per 1,000 inhabitants ------------------------------------------------------------------- */

void
_vb_years_explain_inhabitants (VbExplanation *explanation, const VbInhabitants *inhabitants)
{
  g_autofree char *number = vb_number_format (inhabitants->number, 0);
  g_autofree char *source = NULL;

  switch (inhabitants->basis)
    {
    case VB_INHABITANTS_BY_AGE:
      /* Translators: where a number of inhabitants is from; %d is a year */
      source =
          g_strdup_printf (_ ("population by age, counted at the end of %d"), inhabitants->year);
      break;
    case VB_INHABITANTS_PROJECTED:
      /* Translators: where a number of inhabitants is from; %d is a year */
      source =
          g_strdup_printf (_ ("population by age, projected for the end of %d"), inhabitants->year);
      break;
    case VB_INHABITANTS_IN_ALL:
    default:
      /* Translators: %d is a year */
      source = g_strdup_printf (_ ("counted at the end of %d"), inhabitants->year);
    }
  vb_explanation_add_input (explanation, number, _ ("inhabitants"), source,
                            inhabitants->provenance);
}

static VbExplanation *
explain_per_1000 (const Case *about, double beds, double rate, const char *name)
{
  g_autofree char *shown = vb_number_format (rate, 2);
  g_autofree char *beds_text = format_beds (about, beds);
  VbInhabitants found =
      _vb_years_find_inhabitants (about->planner, about->order->unit, about->figures->year);
  g_autofree char *inhabitants = vb_number_format (found.number, 0);
  g_autofree char *thousand = vb_number_format (1000, 0);
  g_autofree char *numbers =
      g_strdup_printf ("%s × %s ÷ %s = %s", beds_text, thousand, inhabitants, shown);
  VbExplanation *explanation =
      begin (shown, _ ("Beds per 1,000 inhabitants = beds × 1,000 ÷ inhabitants"), numbers);

  add_beds (about, explanation, beds, name);
  _vb_years_explain_inhabitants (explanation, &found);

  return explanation;
}

static VbExplanation *
explain_need_per_1000 (const Case *about)
{
  return explain_per_1000 (about, about->figures->need, about->figures->need_per_1000, _ ("need"));
}

static VbExplanation *
explain_available_per_1000 (const Case *about)
{
  return explain_per_1000 (about, about->figures->capacity, about->figures->capacity_per_1000,
                           _ ("available beds"));
}

/* ---- the plan -------------------------------------------------------------------------------- */

/* "−2,230 + 2,230 × 1 ÷ 3 = −1,487". */
static char *
line_in_numbers (const Case *about)
{
  const VbGapLine *line = &about->order->line;
  int years = line->to_year - line->from_year;
  int passed = MIN (about->figures->year, line->to_year) - line->from_year;
  g_autofree char *from = format_gap (about, line->from_gap);
  double change = line->to_gap - line->from_gap;
  g_autofree char *change_text = format_beds (about, fabs (change));
  g_autofree char *shown = format_gap (about, about->figures->planned_gap);

  return g_strdup_printf ("%s %s %s × %d ÷ %d = %s", from, change < 0 ? "−" : "+", change_text,
                          passed, years, shown);
}

static void
add_plan (const Case *about, VbExplanation *explanation)
{
  VbPlan *plan = about->order->plan;
  g_autofree char *value = format_gap (about, about->figures->planned_gap);
  g_autofree char *source = NULL;

  if (plan != NULL)
    {
      const VbPlanFacts *facts = vb_plan_get_facts (plan);
      g_autofree char *day = vb_day_format (facts->decided_day);
      const char *name = vb_bilingual_get (&facts->name);

      if (facts->decided_by != NULL)
        /* Translators: the name of a plan, who decided it, and the day of that */
        source = g_strdup_printf (_ ("“%s”, decided by %s %s"), name, facts->decided_by, day);
      else
        /* Translators: the name of a plan, and the day it was decided */
        source = g_strdup_printf (_ ("“%s”, decided %s"), name, day);
      vb_explanation_add_input (explanation, value, _ ("planned gap"), source,
                                facts->decided_by != NULL ? VB_PROVENANCE_VERIFIED
                                                          : VB_PROVENANCE_ASSUMED);
      return;
    }

  if (about->order->origin == VB_LINE_NATIONAL)
    /* Translators: both %d are years */
    source = g_strdup_printf (_ ("a straight line from %d to %d: Plats för vård 2024"),
                              about->order->line.from_year, about->order->line.to_year);
  else
    source = g_strdup_printf (_ ("a straight line from %d to %d, given in the inspector"),
                              about->order->line.from_year, about->order->line.to_year);
  vb_explanation_add_input (explanation, value, _ ("planned gap"), source, VB_PROVENANCE_COMPUTED);
}

static VbExplanation *
explain_planned_gap (const Case *about)
{
  g_autofree char *shown = format_gap (about, about->figures->planned_gap);
  g_autofree char *numbers = NULL;
  VbExplanation *explanation;

  if (about->order->plan != NULL)
    {
      const VbPlanYear *year = vb_plan_find_year (about->order->plan, about->figures->year);
      g_autofree char *available = format_beds (about, year->capacity);
      g_autofree char *need = format_beds (about, year->need);

      numbers = g_strdup_printf ("%s − %s = %s", available, need, shown);
      explanation = begin (shown,
                           _ ("Planned gap = available beds − need, as they were when the plan was "
                              "decided"),
                           numbers);
    }
  else
    {
      numbers = line_in_numbers (about);
      explanation = begin (shown,
                           _ ("Planned gap = gap of the first year + change of the gap × years "
                              "passed ÷ years"),
                           numbers);
    }
  add_plan (about, explanation);

  return explanation;
}

static VbExplanation *
explain_deviation (const Case *about)
{
  g_autofree char *shown = format_gap (about, about->figures->deviation);
  g_autofree char *gap = format_gap (about, about->figures->gap);
  g_autofree char *planned = format_term (about, about->figures->planned_gap);
  g_autofree char *numbers = g_strdup_printf ("%s − %s = %s", gap, planned, shown);
  VbExplanation *explanation =
      begin (shown, _ ("Deviation = gap − planned gap; negative is behind the plan"), numbers);
  g_autofree char *source = dup_source (about);

  vb_explanation_add_input (explanation, gap, _ ("gap"), source, VB_PROVENANCE_COMPUTED);
  add_plan (about, explanation);

  return explanation;
}

/* ---- the door -------------------------------------------------------------------------------- */

/* Which figures of a year can be explained, and how. */
static const struct
{
  const char *name;
  glong offset;
  VbExplanation *(*explain) (const Case *about);
} explained[] = {
  { "need_beds", G_STRUCT_OFFSET (VbYearFigures, need), explain_need },
  { "available_beds", G_STRUCT_OFFSET (VbYearFigures, capacity), explain_available },
  { "gap_beds", G_STRUCT_OFFSET (VbYearFigures, gap), explain_gap },
  { "gap_share", G_STRUCT_OFFSET (VbYearFigures, gap_share), explain_gap_share },
  { "reference_beds", G_STRUCT_OFFSET (VbYearFigures, reference), explain_reference },
  { "gap_to_reference", G_STRUCT_OFFSET (VbYearFigures, gap_to_reference),
    explain_gap_to_reference },
  { "need_per_1000", G_STRUCT_OFFSET (VbYearFigures, need_per_1000), explain_need_per_1000 },
  { "available_per_1000", G_STRUCT_OFFSET (VbYearFigures, capacity_per_1000),
    explain_available_per_1000 },
  { "planned_gap", G_STRUCT_OFFSET (VbYearFigures, planned_gap), explain_planned_gap },
  { "deviation", G_STRUCT_OFFSET (VbYearFigures, deviation), explain_deviation },
};

VbExplanation *
vb_planner_explain_year (VbPlanner *self,
                         VbNeedTable *table,
                         const VbYearsOrder *order,
                         VbYearRow *row,
                         const char *figure)
{
  Case about = { self, table, order, NULL, NULL };

  g_return_val_if_fail (VB_IS_PLANNER (self), NULL);
  g_return_val_if_fail (VB_IS_YEAR_ROW (row), NULL);

  about.figures = vb_year_row_get_figures (row);
  about.reference = vb_year_row_get_reference (row);
  for (guint i = 0; i < G_N_ELEMENTS (explained); i++)
    if (g_strcmp0 (explained[i].name, figure) == 0)
      return isnan (G_STRUCT_MEMBER (double, about.figures, explained[i].offset))
                 ? NULL
                 : explained[i].explain (&about);

  return NULL;
}

/* "391.6 × 0.9 ÷ 393 = 89.7 %". */
static VbExplanation *
explain_told_occupancy (const Case *about, const VbNeedFigures *told)
{
  g_autofree char *shown = vb_number_format_percent (told->occupancy, 1);
  g_autofree char *need = format_beds (about, told->need_beds);
  g_autofree char *target = vb_number_format_percent (told->target_occupancy, 1);
  g_autofree char *available = format_beds (about, told->available_beds);
  g_autofree char *numbers = g_strdup_printf ("%s × %s ÷ %s = %s", need, target, available, shown);
  VbExplanation *explanation =
      begin (shown, _ ("Occupancy = need × target occupancy ÷ available beds"), numbers);

  add_beds (about, explanation, told->need_beds, _ ("need"));
  vb_explanation_add_input (
      explanation, target, _ ("target occupancy"),
      vb_bilingual_get (&vb_scenario_get_facts (about->order->scenario)->name),
      VB_PROVENANCE_COMPUTED);
  add_beds (about, explanation, told->available_beds, _ ("available beds"));

  return explanation;
}

VbExplanation *
vb_planner_explain_need (VbPlanner *self,
                         VbScenario *scenario,
                         VbUnit *unit,
                         VbCareGroup group,
                         VbPeriod period,
                         const char *figure)
{
  VbYearsOrder order = { .unit = unit, .group = group, .scenario = scenario };
  VbNeedTable *years = vb_planner_get_need (self, VB_GRAIN_YEAR);
  g_autoptr (VbNeedTable) told = NULL;
  g_autoptr (VbYearRow) row = NULL;
  VbYearFigures figures = { .coverage = NAN };
  const VbNeedFigures *found = NULL;
  int index, month, day, year;

  if (scenario == NULL || years == NULL
      || !vb_scenario_outlook_tells (scenario, unit, group, period))
    return vb_planner_explain (self, unit, group, period, figure);

  told = vb_planner_dup_need (self, VB_GRAIN_YEAR, scenario);
  index = vb_need_table_find_period (told, period.start);
  if (index >= 0)
    found = vb_need_table_get (told, vb_unit_get_id (unit), group, (guint) index);
  if (found == NULL || isnan (found->gap_beds))
    return vb_planner_explain (self, unit, group, period, figure);

  vb_day_to_ymd (period.start, &year, &month, &day);
  figures.year = (gint16) year;
  figures.basis = vb_scenario_outlook_get_reach (scenario, unit, group) == VB_SCENARIO_REACH_OWN
                      ? VB_YEAR_SCENARIO
                      : VB_YEAR_SHARE;
  figures.need = found->need_beds;
  figures.capacity = found->available_beds;
  figures.gap = found->gap_beds;
  figures.gap_share = found->gap_share;
  if (g_strcmp0 (figure, "occupancy") == 0)
    return explain_told_occupancy (&(Case){ self, years, &order, &figures, NULL }, found);
  row = vb_year_row_new (&figures, NULL);

  return vb_planner_explain_year (self, years, &order, row, figure);
}

VbExplanation *
vb_planner_explain_medium_term (VbPlanner *self, VbNeedTable *table, const VbYearsOrder *order)
{
  VbMediumTerm term;
  VbYearFigures figures = { 0 };
  Case about = { self, table, order, &figures, NULL };
  VbExplanation *explanation;

  g_return_val_if_fail (VB_IS_PLANNER (self), NULL);

  term = vb_planner_get_medium_term (self, table, order, NULL);
  if (isnan (term.need))
    {
      explanation = vb_explanation_new (_ ("Why is there no figure?"), NULL, NULL);
      vb_explanation_set_note (
          explanation,
          _ ("What is needed in five years depends on the population and on what is done until "
             "then. Import a projection of the population and its bed days by age, or choose a "
             "scenario that reaches beyond today in the header bar."));
      return explanation;
    }

  figures.year = term.year;
  figures.need = term.need;
  if (!isnan (term.population_ratio))
    return explain_population_term (&about, &term);

  figures.basis = vb_scenario_outlook_get_reach (order->scenario, order->unit, order->group)
                          == VB_SCENARIO_REACH_OWN
                      ? VB_YEAR_SCENARIO
                      : VB_YEAR_SHARE;

  return explain_need (&about);
}
