/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scenario means for its unit and for those below. */
#include "vb-scenario-outlook.h"

#include <math.h>

#include "private/vb-need-table-private.h"

/* A year with less of its data is only begun, or has holes. */
#define FULL_YEAR 0.95

VbScenarioReach
vb_scenario_outlook_get_reach (VbScenario *scenario, VbUnit *unit, VbCareGroup group)
{
  const VbScenarioFacts *facts;

  g_return_val_if_fail (VB_IS_SCENARIO (scenario), VB_SCENARIO_REACH_NONE);
  g_return_val_if_fail (VB_IS_UNIT (unit), VB_SCENARIO_REACH_NONE);

  facts = vb_scenario_get_facts (scenario);
  if (group != VB_CARE_GROUP_NONE && group != facts->group)
    return VB_SCENARIO_REACH_NONE;
  if (vb_unit_get_id (unit) == facts->unit_id)
    return VB_SCENARIO_REACH_OWN;
  while ((unit = vb_unit_get_parent (unit)) != NULL)
    if (vb_unit_get_id (unit) == facts->unit_id)
      return VB_SCENARIO_REACH_PART;

  return VB_SCENARIO_REACH_NONE;
}

gboolean
vb_scenario_outlook_tells (VbScenario *scenario, VbUnit *unit, VbCareGroup group, VbPeriod period)
{
  const VbScenarioFacts *facts;

  g_return_val_if_fail (VB_IS_SCENARIO (scenario), FALSE);

  facts = vb_scenario_get_facts (scenario);
  return period.grain == VB_GRAIN_YEAR
         && vb_scenario_outlook_get_reach (scenario, unit, group) != VB_SCENARIO_REACH_NONE
         && period.start >= vb_day_from_ymd (facts->first_year, 1, 1)
         && period.start <= vb_day_from_ymd (facts->last_year, 1, 1);
}

gboolean
vb_scenario_outlook_is_whole_year (const VbNeedFigures *figures)
{
  return figures != NULL && !isnan (figures->gap_beds) && figures->coverage >= FULL_YEAR;
}

int
vb_scenario_outlook_find_base (VbNeedTable *table, VbUnit *unit, VbCareGroup group)
{
  g_return_val_if_fail (VB_IS_NEED_TABLE (table), -1);
  g_return_val_if_fail (VB_IS_UNIT (unit), -1);

  for (guint i = vb_need_table_get_n_periods (table); i-- > 0;)
    if (vb_scenario_outlook_is_whole_year (
            vb_need_table_get (table, vb_unit_get_id (unit), group, i)))
      return (int) i;

  return -1;
}

/* ---- in proportion --------------------------------------------------------------------------- */

VbScenarioBeds
vb_scenario_outlook_get_whole (VbScenario *scenario,
                               VbNeedTable *table,
                               guint index,
                               const VbScenarioBeds *first)
{
  const VbScenarioFacts *facts;
  const VbNeedFigures *figures;

  g_return_val_if_fail (VB_IS_SCENARIO (scenario), *first);

  facts = vb_scenario_get_facts (scenario);
  figures = vb_need_table_get (table, facts->unit_id, facts->group, index);
  if (figures == NULL)
    figures = vb_need_table_get (table, facts->unit_id, VB_CARE_GROUP_NONE, index);
  if (!vb_scenario_outlook_is_whole_year (figures))
    return *first;

  return (VbScenarioBeds){ first->year, figures->need_beds, figures->available_beds };
}

/* beds of a year = own beds of the latest full year × scenario of the year ÷ beds of the scenario's
 * unit in that full year, need and capacity each for itself: so units that add up to it then do so
 * in every year. Source: own rule; a scenario says how the whole changes, and nothing of how it is
 * spread. */
static void
scale (VbScenarioBeds *years, guint n_years, const VbNeedFigures *own, const VbScenarioBeds *whole)
{
  for (guint i = 0; i < n_years; i++)
    {
      years[i].need = whole->need > 0 ? own->need_beds * years[i].need / whole->need : NAN;
      years[i].capacity =
          whole->capacity > 0 ? own->available_beds * years[i].capacity / whole->capacity : NAN;
    }
}

/* Makes the scenario's @years those of @unit. The figures of the year that it follows from; NULL
 * when they are its own, or there is no such year. */
static const VbNeedFigures *
make_own (VbScenario *scenario,
          VbUnit *unit,
          VbCareGroup group,
          VbNeedTable *table,
          VbScenarioBeds *years,
          guint n_years)
{
  VbScenarioReach reach = vb_scenario_outlook_get_reach (scenario, unit, group);
  int index = vb_scenario_outlook_find_base (table, unit, group);
  const VbNeedFigures *base = NULL;
  VbScenarioBeds whole = years[0];

  if (reach == VB_SCENARIO_REACH_OWN)
    return NULL;
  if (reach == VB_SCENARIO_REACH_PART && index >= 0)
    {
      base = vb_need_table_get (table, vb_unit_get_id (unit), group, (guint) index);
      whole = vb_scenario_outlook_get_whole (scenario, table, (guint) index, &whole);
    }
  scale (years, n_years, base != NULL ? base : &vb_need_figures_unknown, &whole);

  return base;
}

VbScenarioBeds *
vb_scenario_outlook_follow (VbScenario *scenario,
                            VbUnit *unit,
                            VbCareGroup group,
                            VbNeedTable *table,
                            guint *n_years,
                            GError **error)
{
  VbScenarioBeds *years = vb_scenario_outlook_reckon (scenario, n_years, error);

  if (years != NULL)
    make_own (scenario, unit, group, table, years, *n_years);

  return years;
}

/* ---- a table of it --------------------------------------------------------------------------- */

/* What is being told. */
typedef struct
{
  VbScenario *scenario;
  VbNeedTable *table;
  VbScenarioBeds *beds; /* of the scenario, at @target */
  guint n_beds;
  double target;
  VbDay first; /* of the new table */
  guint n_periods;
  GArray *keys;    /* of VbNeedTableKey */
  GArray *figures; /* of VbNeedFigures, @n_periods a key */
} Telling;

static void
telling_clear (Telling *self)
{
  g_clear_pointer (&self->beds, g_free);
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->figures, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Telling, telling_clear)

static void
tell (const Telling *telling, VbUnit *unit, VbCareGroup group, VbNeedFigures *row)
{
  g_autofree VbScenarioBeds *years =
      g_memdup2 (telling->beds, telling->n_beds * sizeof (VbScenarioBeds));
  const VbNeedFigures *base =
      make_own (telling->scenario, unit, group, telling->table, years, telling->n_beds);
  double target =
      base != NULL && !isnan (base->target_occupancy) ? base->target_occupancy : telling->target;

  for (guint i = 0; i < telling->n_beds; i++)
    {
      VbDay start = vb_day_from_ymd (years[i].year, 1, 1);
      VbNeedFigures *figures = &row[vb_grain_distance (VB_GRAIN_YEAR, telling->first, start)];

      *figures = vb_need_figures_unknown;
      figures->provenance = VB_PROVENANCE_COMPUTED;
      figures->need_beds = years[i].need;
      figures->available_beds = years[i].capacity;
      figures->gap_beds = years[i].capacity - years[i].need;
      figures->gap_share = years[i].need > 0 ? figures->gap_beds / years[i].need : NAN;
      figures->target_occupancy = isnan (years[i].need) ? (double) NAN : target;
      /* need = patients a day ÷ target, so patients = need × target */
      figures->occupied_beds = years[i].need * target;
      if (years[i].capacity > 0)
        figures->occupancy = figures->occupied_beds / years[i].capacity;
    }
}

static gboolean
is_known (const VbNeedFigures *figures)
{
  return !isnan (figures->bed_days) || !isnan (figures->available_beds)
         || !isnan (figures->established_beds) || !isnan (figures->need_beds);
}

/* The row as it is in the table, and what the scenario says in its place. */
static void
add_row (Telling *telling, VbUnit *unit, VbCareGroup group, gboolean reached)
{
  guint offset = telling->figures->len;
  VbNeedTableKey key = { vb_unit_get_id (unit), (guint8) group };
  gboolean known = FALSE;

  for (guint i = 0; i < telling->n_periods; i++)
    {
      VbDay start = vb_grain_add (VB_GRAIN_YEAR, telling->first, (int) i);
      int index = vb_need_table_find_period (telling->table, start);
      const VbNeedFigures *figures =
          index < 0 ? NULL : vb_need_table_get (telling->table, key.unit_id, group, (guint) index);

      g_array_append_val (telling->figures,
                          *(figures != NULL ? figures : &vb_need_figures_unknown));
      known = known || (figures != NULL && is_known (figures));
    }
  if (reached)
    {
      const VbScenarioFacts *facts = vb_scenario_get_facts (telling->scenario);

      tell (telling, unit, group, &g_array_index (telling->figures, VbNeedFigures, offset));
      /* Of a unit that nothing else is known of, the scenario also says what care it is. */
      if (!known && group == VB_CARE_GROUP_NONE && key.unit_id == facts->unit_id)
        key.group = (guint8) facts->group;
    }
  g_array_append_val (telling->keys, key);
}

static void
add_units (Telling *telling, GListModel *units)
{
  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (VbUnit) unit = g_list_model_get_item (units, i);
      guint groups = vb_need_table_get_groups (telling->table, vb_unit_get_id (unit));

      /* A unit without a row is the scenario's own, made for it. */
      if (groups == 0)
        groups = 1u << VB_CARE_GROUP_NONE;
      for (guint group = 0; group < VB_N_CARE_GROUPS; group++)
        {
          /* The sum that a mixed unit reported itself is no care group's. */
          gboolean is_sum = group == VB_CARE_GROUP_NONE && (groups & (groups - 1)) != 0;

          if ((groups & (1u << group)) != 0)
            add_row (
                telling, unit, (VbCareGroup) group,
                !is_sum
                    && vb_scenario_outlook_get_reach (telling->scenario, unit, (VbCareGroup) group)
                           != VB_SCENARIO_REACH_NONE);
        }
      add_units (telling, vb_unit_get_children (unit));
    }
}

static void
find_span (Telling *telling)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (telling->scenario);
  guint n = vb_need_table_get_n_periods (telling->table);
  VbDay last = vb_day_from_ymd (facts->last_year, 1, 1);

  telling->first = vb_day_from_ymd (facts->first_year, 1, 1);
  if (n > 0)
    {
      telling->first = MIN (telling->first, vb_need_table_get_period (telling->table, 0).start);
      last = MAX (last, vb_need_table_get_period (telling->table, n - 1).start);
    }
  telling->n_periods = (guint) vb_grain_distance (VB_GRAIN_YEAR, telling->first, last) + 1;
}

VbNeedTable *
vb_scenario_outlook_apply (
    VbScenario *scenario, GListModel *roots, VbNeedTable *table, double target, GError **error)
{
  g_auto (Telling) telling = { scenario, table, NULL, 0, target, VB_DAY_NONE, 0, NULL, NULL };
  const VbScenarioFacts *facts;
  guint n_keys;

  g_return_val_if_fail (VB_IS_SCENARIO (scenario), NULL);
  g_return_val_if_fail (VB_IS_NEED_TABLE (table), NULL);
  g_return_val_if_fail (vb_need_table_get_grain (table) == VB_GRAIN_YEAR, NULL);

  facts = vb_scenario_get_facts (scenario);
  telling.beds = vb_scenario_outlook_reckon (scenario, &telling.n_beds, error);
  if (telling.beds == NULL)
    return NULL;
  /* need at a target = bed days ÷ (days × target), so at another one need × target ÷ that one */
  if (isnan (target))
    telling.target = facts->target_occupancy;
  for (guint i = 0; i < telling.n_beds; i++)
    telling.beds[i].need *= facts->target_occupancy / telling.target;

  find_span (&telling);
  telling.keys = g_array_new (FALSE, FALSE, sizeof (VbNeedTableKey));
  telling.figures = g_array_new (FALSE, FALSE, sizeof (VbNeedFigures));
  add_units (&telling, roots);
  n_keys = telling.keys->len;

  return vb_need_table_new (
      VB_GRAIN_YEAR, telling.first, telling.n_periods, n_keys,
      (VbNeedTableKey *) (gpointer) g_array_free (g_steal_pointer (&telling.keys), FALSE),
      (VbNeedFigures *) (gpointer) g_array_free (g_steal_pointer (&telling.figures), FALSE));
}
