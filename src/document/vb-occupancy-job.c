/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-occupancy-job.h"

#include <math.h>

#define N_CURVE 48

#define get_unit(self, i) (&g_array_index ((self)->units, VbOccupancyUnit, (i)))

VbOccupancyJob *
_vb_occupancy_job_new (void)
{
  VbOccupancyJob *self = g_new0 (VbOccupancyJob, 1);

  self->parent = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->unit_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->units = g_array_new (FALSE, FALSE, sizeof (VbOccupancyUnit));
  self->asked = -1;
  self->pool = g_array_new (FALSE, FALSE, sizeof (guint));
  self->priced = g_array_new (FALSE, FALSE, sizeof (VbOccupancyRange));
  self->targets = g_array_new (FALSE, FALSE, sizeof (double));

  return self;
}

void
_vb_occupancy_job_free (VbOccupancyJob *self)
{
  g_clear_pointer (&self->facts, _vb_facts_unref);
  g_clear_pointer (&self->assumptions, vb_snapshot_unref);
  g_clear_pointer (&self->census, _vb_census_unref);
  for (guint i = 0; self->prices != NULL && i < self->priced->len; i++)
    g_free (self->prices[i]);
  g_free (self->prices);
  g_free (self->rows);
  g_free (self->pooled);
  g_free (self->refusals);
  g_free (self->curve);
  g_array_unref (self->parent);
  g_array_unref (self->unit_ids);
  g_array_unref (self->units);
  g_array_unref (self->pool);
  g_array_unref (self->priced);
  g_array_unref (self->targets);
  g_free (self);
}

gboolean
_vb_occupancy_job_is_bottom (const VbOccupancyJob *self, guint index)
{
  return index + 1 == self->units->len
         || g_array_index (self->parent, gint32, index + 1) != (gint32) index;
}

/* What is known is Σ of the days ÷ days, closed ones too. */
static void
fill_units (VbOccupancyJob *self)
{
  for (guint i = 0; i < self->units->len; i++)
    {
      gint64 id = g_array_index (self->unit_ids, gint64, i);
      VbCensusFigures figures = _vb_census_find (self->census, id);
      VbOccupancyUnit *unit = get_unit (self, i);

      unit->closed_share = _vb_census_get_closed_share (self->census, id, self->period);
      unit->mean_census /= 1 - unit->closed_share;
      unit->available_beds /= 1 - unit->closed_share;

      if (isnan (unit->variance_factor))
        unit->variance_factor = figures.variation;
      if (!isnan (figures.acute_share))
        unit->acute_share = figures.acute_share;
    }
}

/* Fewer than two wards share nothing. */
static void
count_refusals (VbOccupancyJob *self, const VbOccupancyUnit *units, guint n)
{
  g_autofree VbQueueingWard *wards = g_new (VbQueueingWard, n + 1);
  VbQueueingPooling refusals;

  for (guint i = 0; i < n; i++)
    {
      if (!(units[i].available_beds >= 1) || !(units[i].mean_census > 0))
        return;
      wards[i] = (VbQueueingWard){
        .beds = units[i].available_beds,
        .load = units[i].mean_census,
        .closed_share = units[i].closed_share,
      };
    }
  if (n > 1 && vb_queueing_pool (wards, n, &refusals, NULL))
    self->refusals = g_memdup2 (&refusals, sizeof refusals);
}

/* The chosen wards below a unit of their own. */
static gboolean
pool (VbOccupancyJob *self, GCancellable *cancellable, GError **error)
{
  guint n = self->pool->len;
  g_autofree VbOccupancyUnit *units = g_new0 (VbOccupancyUnit, n + 1);
  g_autofree gint32 *parent = g_new0 (gint32, n + 1);

  if (n == 0)
    return TRUE;

  parent[0] = -1;
  for (guint i = 0; i < n; i++)
    units[i + 1] = *get_unit (self, g_array_index (self->pool, guint, i));
  self->pooled = vb_occupancy_roll_up (n + 1, parent, units, cancellable, error);
  if (self->pooled == NULL)
    return FALSE;
  count_refusals (self, units + 1, n);

  return TRUE;
}

static void
price (VbOccupancyJob *self)
{
  g_autofree VbOccupancyUnit *bottom = g_new (VbOccupancyUnit, self->units->len + 1);

  self->prices = g_new0 (VbOccupancyPrice *, self->priced->len + 1);
  for (guint i = 0; i < self->priced->len; i++)
    {
      VbOccupancyRange range = g_array_index (self->priced, VbOccupancyRange, i);
      guint n = 0;

      for (guint k = range.first; k < range.after; k++)
        if (_vb_occupancy_job_is_bottom (self, k))
          bottom[n++] = *get_unit (self, k);
      self->prices[i] = vb_occupancy_price_targets (
          bottom, n, (const double *) (gpointer) self->targets->data, self->targets->len);
    }
}

/* At numbers of beds that lie closer among the small ones, where the curve bends. */
static void
trace (VbOccupancyJob *self)
{
  guint beds[N_CURVE];
  double most = 0;
  guint n = 0;

  for (guint i = 0; i < self->units->len; i++)
    if (_vb_occupancy_job_is_bottom (self, i))
      most = MAX (most, self->rows[i].beds_needed);
  for (guint i = 0; i < N_CURVE; i++)
    {
      guint at = (guint) ceil (pow (most, (i + 1) / (double) N_CURVE));

      if (at >= 1 && (n == 0 || at > beds[n - 1]))
        beds[n++] = at;
    }
  self->curve = vb_occupancy_trace_target (1, self->curve_risk, beds, n);
  self->n_curve = n;
}

gboolean
_vb_occupancy_job_run (VbOccupancyJob *self, GCancellable *cancellable, GError **error)
{
  if (self->census == NULL)
    self->census = _vb_census_measure (self->facts, self->assumptions, self->group, self->year,
                                       cancellable, error);
  if (self->census == NULL)
    return FALSE;

  fill_units (self);
  self->rows = vb_occupancy_roll_up (
      self->units->len, (const gint32 *) (gpointer) self->parent->data,
      (const VbOccupancyUnit *) (gpointer) self->units->data, cancellable, error);
  if (self->rows == NULL || !pool (self, cancellable, error))
    return FALSE;
  if (self->asked >= 0 && !vb_occupancy_advise (get_unit (self, self->asked), &self->advice, error))
    return FALSE;
  price (self);
  trace (self);

  return TRUE;
}
