/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-coverage.h"

#include <math.h>

struct _VbCoverage
{
  GObject parent_instance;

  VbPeriod first;
  guint n_periods;
  GHashTable *rows; /* gint64 id → index of the unit's first share */
  gint64 *unit_ids;
  float *shares;
};

G_DEFINE_FINAL_TYPE (VbCoverage, vb_coverage, G_TYPE_OBJECT)

static void
vb_coverage_finalize (GObject *object)
{
  VbCoverage *self = VB_COVERAGE (object);

  g_hash_table_unref (self->rows);
  g_free (self->unit_ids);
  g_free (self->shares);

  G_OBJECT_CLASS (vb_coverage_parent_class)->finalize (object);
}

static void
vb_coverage_class_init (VbCoverageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_coverage_finalize;
}

static void
vb_coverage_init (VbCoverage *self)
{
  self->rows = g_hash_table_new (g_int64_hash, g_int64_equal);
}

VbCoverage *
vb_coverage_new (
    VbPeriod first, guint n_periods, const gint64 *unit_ids, guint n_units, const float *shares)
{
  VbCoverage *self = g_object_new (VB_TYPE_COVERAGE, NULL);

  self->first = first;
  self->n_periods = n_periods;
  self->unit_ids = g_memdup2 (unit_ids, n_units * sizeof *unit_ids);
  self->shares = g_memdup2 (shares, (gsize) n_units * n_periods * sizeof *shares);
  for (guint i = 0; i < n_units; i++)
    g_hash_table_insert (self->rows, &self->unit_ids[i], GUINT_TO_POINTER (i));

  return self;
}

VbGrain
vb_coverage_get_grain (VbCoverage *self)
{
  g_return_val_if_fail (VB_IS_COVERAGE (self), VB_GRAIN_MONTH);

  return self->first.grain;
}

guint
vb_coverage_get_n_periods (VbCoverage *self)
{
  g_return_val_if_fail (VB_IS_COVERAGE (self), 0);

  return self->n_periods;
}

VbPeriod
vb_coverage_get_period (VbCoverage *self, guint index)
{
  g_return_val_if_fail (VB_IS_COVERAGE (self), (VbPeriod){ 0 });

  return vb_period_shift (self->first, (int) index);
}

double
vb_coverage_get (VbCoverage *self, gint64 unit_id, guint period_index)
{
  gpointer row;

  g_return_val_if_fail (VB_IS_COVERAGE (self), NAN);
  g_return_val_if_fail (period_index < self->n_periods, NAN);

  if (!g_hash_table_lookup_extended (self->rows, &unit_id, NULL, &row))
    return NAN;

  return (double) self->shares[(gsize) GPOINTER_TO_UINT (row) * self->n_periods + period_index];
}

typedef struct
{
  double sum;
  guint n;
} Mean;

static void
add_unit (VbCoverage *self, VbUnit *unit, Mean *mean)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < self->n_periods; i++)
    {
      double share = vb_coverage_get (self, vb_unit_get_id (unit), i);

      if (isnan (share))
        return;
      begun = begun || share > 0;
      if (!begun)
        continue;
      mean->sum += share;
      mean->n++;
    }
}

static void
add_lowest (VbCoverage *self, VbUnit *unit, Mean *mean)
{
  GListModel *children = vb_unit_get_children (unit);
  guint n = g_list_model_get_n_items (children);

  if (n == 0)
    add_unit (self, unit, mean);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);

      add_lowest (self, child, mean);
    }
}

double
vb_coverage_get_mean (VbCoverage *self, VbUnit *unit)
{
  Mean mean = { 0, 0 };

  g_return_val_if_fail (VB_IS_COVERAGE (self), NAN);
  g_return_val_if_fail (VB_IS_UNIT (unit), NAN);

  add_lowest (self, unit, &mean);
  if (mean.n == 0)
    add_unit (self, unit, &mean);
  return mean.n > 0 ? mean.sum / mean.n : NAN;
}
