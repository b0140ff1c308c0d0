/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The planner's breakdown for the command line: which days it is measured over. */
#include <math.h>

#include <glib/gi18n-lib.h>

#include "private/vb-breakdown-job.h"
#include "private/vb-planner-private.h"
#include "vb-error.h"

/* Care groups are never added together: where a unit has several, one is shared out. */
static VbCareGroup
choose_group (VbNeedTable *table, const VbBreakdownOrder *order)
{
  guint groups = vb_need_table_get_groups (table, vb_unit_get_id (order->unit));

  if (order->group != VB_CARE_GROUP_NONE)
    return order->group;
  for (guint group = VB_CARE_GROUP_SOMATIC; group < VB_N_CARE_GROUPS; group++)
    if (groups & (1u << group))
      return (VbCareGroup) group;
  return VB_CARE_GROUP_NONE;
}

/* ---- the days that the key is measured over -------------------------------------------------- */

/* The day after the last that the unit or anything below it has data for. */
static VbDay
find_end (const VbFacts *facts, VbUnit *unit)
{
  VbDay end = VB_DAY_NONE;
  guint first, after;

  if (_vb_facts_find_subtree (facts, vb_unit_get_id (unit), &first, &after))
    for (guint i = first; i < after; i++)
      end = MAX (end, facts->ends[i].end);
  return MIN (end, facts->now);
}

/* The latest period of the coarsest grain stored, but not finer than month, that lies wholly within
 * the data: a year that has only begun would favour the units that are busy in winter. The next
 * finer grain where there is none; the order's days stay as they are when there is none at all. */
static gboolean
choose_latest_period (VbPlanner *self,
                      VbBreakdownOrder *order,
                      GCancellable *cancellable,
                      GError **error)
{
  guint grains = vb_document_get_grains (_vb_planner_get_document (self));
  int coarsest = VB_GRAIN_YEAR;

  while (coarsest > VB_GRAIN_MONTH && (grains & (1u << coarsest)) == 0)
    coarsest--;
  for (int grain = coarsest; grain >= VB_GRAIN_MONTH; grain--)
    {
      g_autoptr (VbNeedTable) table = vb_planner_compute_need (
          self, (VbGrain) grain, VB_DAY_NONE, VB_DAY_NONE, NAN, cancellable, error);
      const VbFacts *facts = _vb_planner_get_facts (self);
      VbCareGroup group;
      VbDay end;

      if (table == NULL)
        return FALSE;
      group = choose_group (table, order);
      end = find_end (facts, order->unit);
      for (guint i = vb_need_table_get_n_periods (table); i-- > 0;)
        {
          VbPeriod period = vb_need_table_get_period (table, i);

          if (period.start < facts->first[grain] || vb_period_get_end (period) > end
              || isnan (_vb_breakdown_measure (table, vb_unit_get_id (order->unit), group, i, i + 1,
                                               order->key)))
            continue;
          order->from = period.start;
          order->to = vb_period_get_end (period) - 1;
          return TRUE;
        }
    }
  return TRUE;
}

/* The table of the coarsest grain whose periods make up just the days asked for and that has the
 * key for the unit. NULL with *error unset: there is none. */
static VbNeedTable *
find_days (VbPlanner *self, VbBreakdownOrder *order, GCancellable *cancellable, GError **error)
{
  VbDay first = VB_DAY_NONE, end = VB_DAY_NONE;

  vb_document_get_extent (_vb_planner_get_document (self), &first, &end);
  if (order->from == VB_DAY_NONE)
    order->from = first;
  if (order->to == VB_DAY_NONE)
    order->to = end - 1;
  if (order->to < order->from)
    return NULL;

  for (int g = VB_GRAIN_YEAR; g >= VB_GRAIN_DAY; g--)
    {
      g_autoptr (VbNeedTable) table = NULL;
      VbGrain grain = (VbGrain) g;

      if (vb_grain_floor (grain, order->from) != order->from
          || vb_grain_floor (grain, order->to + 1) != order->to + 1)
        continue;
      table =
          vb_planner_compute_need (self, grain, order->from, order->to, NAN, cancellable, error);
      if (table == NULL)
        return NULL;
      if (!isnan (_vb_breakdown_measure (table, vb_unit_get_id (order->unit),
                                         choose_group (table, order), 0,
                                         vb_need_table_get_n_periods (table), order->key)))
        return g_steal_pointer (&table);
    }
  return NULL;
}

static gboolean
apply_hold (VbBreakdownJob *job, const VbBreakdownUnitHold *hold, GError **error)
{
  g_autofree char *path = NULL;

  for (guint i = 0; i < _vb_breakdown_job_get_n_units (job); i++)
    if (_vb_breakdown_job_get_unit (job, i) == hold->unit)
      {
        _vb_breakdown_job_hold (job, i, hold->locked, hold->minimum);
        return TRUE;
      }

  path = vb_unit_dup_path (hold->unit);
  g_set_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE,
               _ ("%s is none of the units that these beds are shared out over."), path);
  return FALSE;
}

VbBreakdownTable *
vb_planner_compute_breakdown (VbPlanner *self,
                              VbBreakdownOrder *order,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (VbNeedTable) table = NULL;
  g_autoptr (VbSnapshot) assumptions = NULL;
  g_autoptr (VbBreakdownJob) job = NULL;
  GError *failure = NULL;
  VbBreakdownScope scope;

  g_return_val_if_fail (VB_IS_PLANNER (self), NULL);
  g_return_val_if_fail (order != NULL && VB_IS_UNIT (order->unit), NULL);

  if (order->from == VB_DAY_NONE && order->to == VB_DAY_NONE
      && !choose_latest_period (self, order, cancellable, error))
    return NULL;
  if (order->from != VB_DAY_NONE || order->to != VB_DAY_NONE)
    table = find_days (self, order, cancellable, &failure);
  if (table == NULL)
    {
      g_autofree char *path = vb_unit_dup_path (order->unit);
      g_autofree char *reason =
          _vb_breakdown_describe_missing (path, order->key, order->from, order->to);

      if (failure != NULL)
        g_propagate_error (error, failure);
      else
        g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND, reason);
      return NULL;
    }

  order->group = choose_group (table, order);
  scope = (VbBreakdownScope){ order->unit, order->group, order->key,
                              order->beds, order->from,  order->to };
  if (!vb_planner_read_population (self, cancellable, error))
    return NULL;
  assumptions = vb_snapshot_new (_vb_planner_get_document (self));
  job = _vb_breakdown_job_new (&scope, assumptions, table, 0, vb_need_table_get_n_periods (table));
  _vb_planner_weigh_population (self, job, order->group);
  for (guint i = 0; i < order->n_holds; i++)
    if (!apply_hold (job, &order->holds[i], error))
      return NULL;

  return _vb_breakdown_job_run (job, cancellable, error) ? _vb_breakdown_job_make_table (job)
                                                         : NULL;
}
