/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The planner's populations: whose count for a unit, and what they will need. A match of groups and
 * a run take some tens of microseconds, and a millisecond for single years of age over half a
 * century, so that a slider's every step is answered at once; what takes long, the reading, is done
 * in a thread. */
#include "private/vb-planner-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "private/vb-population-keeper.h"
#include "private/vb-population-match.h"
#include "vb-error.h"

/* A base year with fewer of its days in the data is reckoned with all its days. */
#define WHOLE_YEAR 0.95

static const VbPopulationFacts *
find_facts (GHashTable *populations, VbUnit *unit)
{
  gint64 id = vb_unit_get_id (unit);

  return g_hash_table_lookup (populations, &id);
}

/* The care group of @facts' bed days that @group means: itself, and for units whose care is not
 * said the first there is. NONE when there is none. */
static VbCareGroup
find_group (const VbPopulationFacts *facts, VbCareGroup group)
{
  VbCareGroup found = VB_CARE_GROUP_NONE;

  for (guint i = 0; facts != NULL && i < facts->uses->len; i++)
    {
      VbCareGroup own = (VbCareGroup) g_array_index (facts->uses, VbCareUse, i).group;

      if (own == group)
        return own;
      if (group == VB_CARE_GROUP_NONE && (found == VB_CARE_GROUP_NONE || own < found))
        found = own;
    }
  return found;
}

/* The nearest of @unit and those above it that has inhabitants; NULL when none has. */
static VbUnit *
find_inhabited (GHashTable *populations, VbUnit *unit)
{
  for (; unit != NULL; unit = vb_unit_get_parent (unit))
    {
      const VbPopulationFacts *facts = find_facts (populations, unit);

      if (facts != NULL && facts->counts->len > 0)
        return unit;
    }
  return NULL;
}

/* The bed days of the nearest of @unit and those above it that has any of @group, which becomes the
 * one that they are of. */
static const VbPopulationFacts *
find_used (GHashTable *populations, VbUnit *unit, VbCareGroup *group)
{
  for (; unit != NULL; unit = vb_unit_get_parent (unit))
    {
      const VbPopulationFacts *facts = find_facts (populations, unit);

      VbCareGroup found = find_group (facts, *group);

      if (found != VB_CARE_GROUP_NONE)
        {
          *group = found;
          return facts;
        }
    }
  return NULL;
}

/* @used, out: whose bed days they are; may be NULL. */
static VbPopulationMatch *
match (GHashTable *populations,
       VbUnit *unit,
       VbCareGroup group,
       VbUnit **whose,
       const VbPopulationFacts **used,
       GError **error)
{
  *used = find_used (populations, unit, &group);
  *whose = find_inhabited (populations, unit);
  if (*whose == NULL || *used == NULL)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                   *whose == NULL ? _ ("Neither %s nor any unit above it has inhabitants by age.")
                                  : _ ("Neither %s nor any unit above it has bed days by age."),
                   vb_unit_get_name (unit));
      return NULL;
    }
  return _vb_population_match_new (find_facts (populations, *whose), *used, group, error);
}

/* ---- what the base year is divided by -------------------------------------------------------- */

typedef struct
{
  double days;
  double target;
} Divisor;

/* The target in force for the unit at the end of the year. */
static double
find_target (VbPlanner *self, VbUnit *unit, VbCareGroup group, VbDay day)
{
  g_autoptr (VbSnapshot) snapshot = vb_snapshot_new (_vb_planner_get_document (self));
  const gint64 *ids = vb_snapshot_get_unit_ids (snapshot);
  VbNeedInput input = {
    .tree = vb_snapshot_get_tree (snapshot),
    .default_target = vb_snapshot_get_default_target (snapshot),
    .override_target = NAN,
  };
  g_autofree double *targets = NULL;

  input.targets = vb_snapshot_get_targets (snapshot, &input.n_targets);
  targets = vb_need_list_targets (&input, group, day);
  for (guint i = 0; i < input.tree->n; i++)
    if (ids[i] == vb_unit_get_id (unit))
      return targets[i];
  return input.default_target;
}

/* The unit's own figures of the base year, so that the need agrees with that of need and gap; where
 * there are none all days of the year, and the target in force. */
static Divisor
find_divisor (VbPlanner *self, VbNeedTable *table, VbUnit *unit, VbCareGroup group, gint16 year)
{
  VbPeriod period = vb_period_containing (VB_GRAIN_YEAR, vb_day_from_ymd (year, 1, 1));
  int base = vb_need_table_find_period (table, period.start);
  const VbNeedFigures *figures =
      base < 0 ? NULL : vb_need_table_get (table, vb_unit_get_id (unit), group, (guint) base);
  Divisor divisor = { vb_period_get_n_days (period), NAN };

  if (figures != NULL && figures->target_occupancy > 0)
    divisor.target = figures->target_occupancy;
  else
    divisor.target = find_target (self, unit, group, vb_period_get_end (period) - 1);
  if (figures != NULL && figures->days >= WHOLE_YEAR * divisor.days)
    divisor.days = figures->days;
  return divisor;
}

/* ---- the outlook ----------------------------------------------------------------------------- */

static void
append_row (GListStore *rows, const VbPopulationYear *year, gint16 number, VbPopulationKind kind)
{
  VbPopulationFigures figures = {
    .year = number,
    .kind = kind,
    .population = year->population,
    .bed_days = year->bed_days,
    .need = year->need,
    .size = year->size,
    .ageing = year->ageing,
    .consumption = year->consumption,
  };
  g_autoptr (VbPopulationRow) row = vb_population_row_new (&figures);

  g_list_store_append (rows, row);
}

/* The last of the result's rows that is not before the base year. */
static guint
find_last_row (const VbPopulationMatch *match)
{
  guint n = match->n_years;

  return n > 0 && match->years[n - 1] > match->base_year ? n : 0;
}

static VbPopulationGroup *
list_groups (const VbPopulationMatch *match, const VbPopulationResult *result, double per_bed)
{
  VbPopulationGroup *groups = g_new0 (VbPopulationGroup, match->n_groups + 1);
  guint last = find_last_row (match);
  const double *need = &result->need[(gsize) last * match->n_groups];

  for (guint g = 0; g < match->n_groups; g++)
    groups[g] = (VbPopulationGroup){
      .sex = match->groups[g].sex,
      .ages = match->groups[g].ages,
      .population = match->population[g],
      .bed_days = match->bed_days[g],
      .need = result->need[g],
      .last_population = last == 0 ? match->population[g]
                                   : match->projection[(gsize) (last - 1) * match->n_groups + g],
      .last_bed_days = need[g] * per_bed,
      .last_need = need[g],
    };
  return groups;
}

static VbPopulationOutlook *
make_outlook (VbPlanner *self,
              VbNeedTable *table,
              GHashTable *populations,
              VbUnit *unit,
              VbCareGroup group,
              double change,
              GError **error)
{
  double hidden = vb_document_get_hidden_demand (_vb_planner_get_document (self));
  g_autoptr (VbPopulationMatch) matched = NULL;
  g_autoptr (VbPopulationResult) result = NULL;
  g_autoptr (GListStore) rows = g_list_store_new (VB_TYPE_POPULATION_ROW);
  g_autofree VbPopulationGroup *groups = NULL;
  VbPopulationBasis basis;
  const VbPopulationFacts *used = NULL;
  VbUnit *whose = NULL;
  Divisor divisor;

  matched = match (populations, unit, group, &whose, &used, error);
  if (matched == NULL)
    return NULL;
  divisor = find_divisor (self, table, whose, group, matched->base_year);
  /* Hidden demand is bed days that were needed and not used: it is added to the need, as in need
   * and gap, not to the bed days. */
  result = _vb_population_match_run (matched, divisor.days / (1 + hidden), divisor.target, change,
                                     error);
  if (result == NULL)
    return NULL;

  append_row (rows, &result->years[0], matched->base_year, VB_POPULATION_OUTCOME);
  for (guint i = 0; i < matched->n_years; i++)
    if (matched->years[i] > matched->base_year)
      append_row (rows, &result->years[i + 1], matched->years[i],
                  (VbPopulationKind) matched->kinds[i]);
  groups = list_groups (matched, result, divisor.days / (1 + hidden) * divisor.target);
  basis = (VbPopulationBasis){
    .group = group,
    .base_year = matched->base_year,
    .last_outcome = matched->last_outcome,
    .days = divisor.days,
    .target_occupancy = divisor.target,
    .consumption_change = change,
    .hidden_demand = hidden,
    .provenance = find_facts (populations, whose)->provenance,
    .use_provenance = used->provenance,
  };
  return vb_population_outlook_new (whose, &basis, find_facts (populations, whose)->source,
                                    G_LIST_MODEL (rows), groups, matched->n_groups);
}

VbPopulationOutlook *
vb_planner_get_population (
    VbPlanner *self, VbUnit *unit, VbCareGroup group, double consumption_change, GError **error)
{
  VbNeedTable *table;
  GHashTable *populations;

  g_return_val_if_fail (VB_IS_PLANNER (self), NULL);
  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);

  populations = _vb_population_keeper_get (_vb_planner_get_population_keeper (self));
  table = vb_planner_get_need (self, VB_GRAIN_YEAR);
  if (populations == NULL || table == NULL)
    return NULL;
  return make_outlook (self, table, populations, unit, group, consumption_change, error);
}

VbPopulationOutlook *
vb_planner_compute_population (VbPlanner *self,
                               VbUnit *unit,
                               VbCareGroup group,
                               double consumption_change,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (VbNeedTable) table = NULL;

  g_return_val_if_fail (VB_IS_PLANNER (self), NULL);
  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);

  if (!vb_planner_read_population (self, cancellable, error))
    return NULL;
  table = vb_planner_compute_need (self, VB_GRAIN_YEAR, VB_DAY_NONE, VB_DAY_NONE, NAN, cancellable,
                                   error);
  if (table == NULL)
    return NULL;
  return make_outlook (self, table,
                       _vb_population_keeper_get (_vb_planner_get_population_keeper (self)), unit,
                       group, consumption_change, error);
}

gboolean
vb_planner_read_population (VbPlanner *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (VB_IS_PLANNER (self), FALSE);

  return _vb_population_keeper_read (_vb_planner_get_population_keeper (self), cancellable, error);
}

/* The need of @year, in parts of nothing in particular; NAN when it is not known. */
static double
find_need (const VbPopulationMatch *match, const VbPopulationResult *result, gint16 year)
{
  if (year == match->base_year)
    return result->years[0].need;
  for (guint i = 0; i < match->n_years; i++)
    if (match->years[i] == year)
      return result->years[i + 1].need;
  return NAN;
}

void
vb_planner_fetch_population (VbPlanner *self)
{
  g_return_if_fail (VB_IS_PLANNER (self));

  _vb_population_keeper_get (_vb_planner_get_population_keeper (self));
}

double *
vb_planner_list_need_ratios (VbPlanner *self,
                             VbUnit *unit,
                             VbCareGroup group,
                             double consumption_change,
                             gint16 from_year,
                             gint16 first_year,
                             gint16 last_year)
{
  g_autoptr (VbPopulationMatch) matched = NULL;
  g_autoptr (VbPopulationResult) result = NULL;
  const VbPopulationFacts *used = NULL;
  GHashTable *populations;
  VbUnit *whose = NULL;
  double *ratios;
  double from;

  g_return_val_if_fail (VB_IS_PLANNER (self), NULL);
  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);
  g_return_val_if_fail (first_year <= last_year, NULL);

  populations = _vb_population_keeper_get (_vb_planner_get_population_keeper (self));
  if (populations != NULL)
    matched = match (populations, unit, group, &whose, &used, NULL);
  /* Days and target are the same of all years. */
  if (matched != NULL)
    result = _vb_population_match_run (matched, 1, 1, consumption_change, NULL);
  from = result != NULL ? find_need (matched, result, from_year) : (double) NAN;
  if (!(from > 0))
    return NULL;
  ratios = g_new (double, (gsize) (last_year - first_year + 1));
  for (gint16 year = first_year; year <= last_year; year++)
    ratios[year - first_year] = find_need (matched, result, year) / from;
  return ratios;
}

VbUnit *
_vb_planner_find_populated (VbPlanner *self, VbUnit *unit)
{
  GHashTable *populations = _vb_population_keeper_get (_vb_planner_get_population_keeper (self));

  return populations != NULL ? find_inhabited (populations, unit) : NULL;
}

double
_vb_planner_count_population (VbPlanner *self, VbUnit *unit, gint16 year, VbPopulationKind *kind)
{
  GHashTable *populations = _vb_population_keeper_get (_vb_planner_get_population_keeper (self));
  const VbPopulationFacts *facts = populations != NULL ? find_facts (populations, unit) : NULL;

  return facts != NULL ? _vb_population_count (facts, year, kind) : (double) NAN;
}

static double
weigh (GHashTable *populations, VbUnit *unit, const VbPopulationFacts *used, VbCareGroup group)
{
  const VbPopulationFacts *own = find_facts (populations, unit);
  g_autoptr (VbPopulationMatch) matched = NULL;
  double bed_days = 0;

  if (own == NULL || own->counts->len == 0)
    return NAN;
  matched = _vb_population_match_new (own, used, group, NULL);
  if (matched == NULL)
    return NAN;
  for (guint g = 0; g < matched->n_groups; g++)
    bed_days += matched->bed_days[g];
  return bed_days;
}

void
_vb_planner_weigh_population (VbPlanner *self, VbBreakdownJob *job, VbCareGroup group)
{
  GHashTable *populations = _vb_population_keeper_get (_vb_planner_get_population_keeper (self));
  const VbPopulationFacts *used = NULL;

  if (populations != NULL)
    used = find_used (populations, _vb_breakdown_job_get_unit (job, 0), &group);
  for (guint i = 0; used != NULL && i < _vb_breakdown_job_get_n_units (job); i++)
    _vb_breakdown_job_set_population (
        job, i, weigh (populations, _vb_breakdown_job_get_unit (job, i), used, group));
}

gboolean
_vb_planner_can_weigh_population (VbPlanner *self, VbUnit *unit, VbCareGroup group)
{
  GHashTable *populations = _vb_population_keeper_get (_vb_planner_get_population_keeper (self));
  GListModel *children = vb_unit_get_children (unit);
  const VbPopulationFacts *used =
      populations != NULL ? find_used (populations, unit, &group) : NULL;

  for (guint i = 0; used != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);

      if (!isnan (weigh (populations, child, used, group)))
        return TRUE;
    }
  return FALSE;
}

VbProvenance
_vb_planner_get_population_provenance (VbPlanner *self, VbUnit *unit)
{
  GHashTable *populations = _vb_population_keeper_get (_vb_planner_get_population_keeper (self));
  const VbPopulationFacts *facts = populations != NULL ? find_facts (populations, unit) : NULL;

  return facts != NULL ? facts->provenance : VB_PROVENANCE_REPORTED;
}
