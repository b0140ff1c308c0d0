/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-census.h"

#include <math.h>

#include "private/vb-need-job.h"
#include "vb-occupancy-advice.h"

typedef enum
{
  DAY_UNKNOWN,
  DAY_OPEN,
  DAY_CLOSED,
} DayKind;

static const VbCensusFigures unknown = { NAN, NAN, NAN, NAN, NAN, NAN };

VbCensus *
_vb_census_ref (VbCensus *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
_vb_census_unref (VbCensus *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->facts, _vb_facts_unref);
  g_clear_pointer (&self->assumptions, vb_snapshot_unref);
  g_free (self->figures);
  g_free (self->days);
  g_free (self);
}

/* A day without beds and without patients is a plan, not a chance: the census does not fall to
 * nothing, there is none. Beds that are not told of are not for that none; patients without beds
 * make a day that counts. */
static DayKind
get_day_kind (const VbNeedFigures *figures)
{
  if (figures == NULL)
    return DAY_UNKNOWN;
  if (figures->available_beds == 0 && !(figures->occupied_beds > 0))
    return DAY_CLOSED;
  return isnan (figures->occupied_beds) ? DAY_UNKNOWN : DAY_OPEN;
}

/* The census of a day is that which need is made of: with the overcrowded, and outliers where they
 * belong. */
static gboolean
measure_days (VbCensus *self, GCancellable *cancellable, GError **error)
{
  VbDay first = vb_day_from_ymd (self->year, 1, 1);
  VbDay end = vb_day_from_ymd (self->year + 1, 1, 1);
  const gint64 *unit_ids = vb_snapshot_get_unit_ids (self->assumptions);
  guint n_units = vb_snapshot_get_tree (self->assumptions)->n;
  g_autoptr (VbRollUp) roll_up = NULL;
  g_autoptr (VbNeedTable) table = NULL;
  g_autofree double *census = NULL;
  guint n_days;

  if (self->facts->first[VB_GRAIN_DAY] == VB_DAY_NONE)
    return TRUE;
  first = MAX (first, self->facts->first[VB_GRAIN_DAY]);
  end = MIN (end, self->facts->end[VB_GRAIN_DAY]);
  if (end <= first)
    return TRUE;

  roll_up = _vb_roll_up_new (self->facts, VB_GRAIN_DAY, first, end - 1, cancellable, error);
  if (roll_up == NULL)
    return FALSE;
  table = _vb_roll_up_compute_need (roll_up, self->assumptions, 1, cancellable, error);
  if (table == NULL)
    return FALSE;

  n_days = vb_need_table_get_n_periods (table);
  census = g_new (double, n_days + 1);
  self->first = first;
  self->n_days = n_days;
  self->days = g_new0 (guint8, (gsize) n_units * n_days + 1);
  for (guint i = 0; i < n_units; i++)
    {
      guint8 *days = self->days + (gsize) i * n_days;
      guint n_closed = 0;
      VbOccupancyCensus described;

      for (guint day = 0; day < n_days; day++)
        {
          const VbNeedFigures *figures = vb_need_table_get (table, unit_ids[i], self->group, day);

          days[day] = (guint8) get_day_kind (figures);
          n_closed += days[day] == DAY_CLOSED;
          census[day] = days[day] == DAY_OPEN ? figures->occupied_beds : NAN;
        }
      described = vb_occupancy_describe_census (census, n_days);
      self->figures[i].n_days = described.n_days;
      self->figures[i].n_closed = n_closed;
      self->figures[i].variation = described.variance_factor;
    }
  return TRUE;
}

static double
get_sum (const VbAggregate *aggregate, VbMeasureId measure, guint unit, VbCareGroup group)
{
  const VbAggregateCell *cell =
      vb_aggregate_get_for_group (aggregate, (guint16) measure, unit, group, 0);

  return cell != NULL ? cell->value : NAN;
}

/* Acute share = Σ acute admissions ÷ Σ admissions of the year, a fraction; where the latter are not
 * told, they are the acute ones and the planned. */
static gboolean
count_admissions (VbCensus *self, GCancellable *cancellable, GError **error)
{
  static const guint16 measures[] = { VB_MEASURE_ADMISSIONS_ACUTE, VB_MEASURE_ADMISSIONS_PLANNED,
                                      VB_MEASURE_ADMISSIONS };
  const VbTreeInput *tree = vb_snapshot_get_tree (self->assumptions);
  g_autoptr (VbSnapshotObservations) observations = vb_snapshot_read_observations (
      self->assumptions, measures, G_N_ELEMENTS (measures), cancellable, error);
  g_autofree VbMeasureRule *rules = NULL;
  g_autoptr (VbAggregate) aggregate = NULL;
  guint n_rules;

  if (observations == NULL)
    return FALSE;

  rules = _vb_make_measure_rules (&n_rules);
  aggregate =
      vb_aggregate_new (tree, vb_snapshot_observations_get_input (observations), rules, n_rules,
                        VB_GRAIN_YEAR, vb_day_from_ymd (self->year, 1, 1), 1, cancellable, error);
  if (aggregate == NULL)
    return FALSE;

  for (guint i = 0; i < tree->n; i++)
    {
      VbCensusFigures *figures = &self->figures[i];

      figures->admissions_acute = get_sum (aggregate, VB_MEASURE_ADMISSIONS_ACUTE, i, self->group);
      figures->admissions = get_sum (aggregate, VB_MEASURE_ADMISSIONS, i, self->group);
      if (isnan (figures->admissions))
        figures->admissions = figures->admissions_acute
                              + get_sum (aggregate, VB_MEASURE_ADMISSIONS_PLANNED, i, self->group);
      if (figures->admissions > 0)
        figures->acute_share = figures->admissions_acute / figures->admissions;
    }
  return TRUE;
}

VbCensus *
_vb_census_measure (VbFacts *facts,
                    VbSnapshot *assumptions,
                    VbCareGroup group,
                    int year,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (VbCensus) self = g_new0 (VbCensus, 1);
  guint n = vb_snapshot_get_tree (assumptions)->n;

  g_atomic_ref_count_init (&self->ref_count);
  self->facts = _vb_facts_ref (facts);
  self->assumptions = vb_snapshot_ref (assumptions);
  self->group = group;
  self->year = year;
  self->figures = g_new (VbCensusFigures, n + 1);
  for (guint i = 0; i < n; i++)
    self->figures[i] = unknown;
  if (!measure_days (self, cancellable, error) || !count_admissions (self, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* The targets of the assumptions do not matter. */
gboolean
_vb_census_suits (const VbCensus *self,
                  const VbFacts *facts,
                  const VbSnapshot *assumptions,
                  VbCareGroup group,
                  int year)
{
  return self->facts == facts && self->group == group && self->year == year
         && vb_snapshot_get_hidden_demand (self->assumptions)
                == vb_snapshot_get_hidden_demand (assumptions)
         && vb_snapshot_get_occupied_includes_overcrowded (self->assumptions)
                == vb_snapshot_get_occupied_includes_overcrowded (assumptions);
}

VbCensusFigures
_vb_census_find (const VbCensus *self, gint64 unit_id)
{
  guint index;

  return _vb_facts_find_unit (self->facts, unit_id, &index) ? self->figures[index] : unknown;
}

double
_vb_census_get_closed_share (const VbCensus *self, gint64 unit_id, VbPeriod period)
{
  VbDay end = vb_period_get_end (period);
  guint n[3] = { 0 };
  const guint8 *days;
  guint index;

  if (self->n_days == 0 || !_vb_facts_find_unit (self->facts, unit_id, &index))
    return 0;

  days = self->days + (gsize) index * self->n_days;
  for (guint i = 0; i < self->n_days; i++)
    if (self->first + (VbDay) i >= period.start && self->first + (VbDay) i < end)
      n[days[i]]++;
  return n[DAY_OPEN] > 0 ? (double) n[DAY_CLOSED] / (n[DAY_OPEN] + n[DAY_CLOSED]) : 0;
}
