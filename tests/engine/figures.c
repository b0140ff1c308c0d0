/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures.h"

Figures *
figures_new (void)
{
  Figures *self = g_new0 (Figures, 1);

  self->parent = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->care_type = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->kind = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->rows = g_array_new (FALSE, FALSE, sizeof (FigureRow));
  return self;
}

static void
free_observations (Figures *self)
{
  g_free ((gpointer) self->observations.unit);
  g_free ((gpointer) self->observations.measure);
  g_free ((gpointer) self->observations.grain);
  g_free ((gpointer) self->observations.start);
  g_free ((gpointer) self->observations.value);
  g_free ((gpointer) self->observations.provenance);
}

void
figures_free (Figures *self)
{
  free_observations (self);
  g_array_unref (self->parent);
  g_array_unref (self->care_type);
  g_array_unref (self->kind);
  g_array_unref (self->rows);
  g_free (self);
}

guint
figures_add_unit (Figures *self, int parent, VbCareType care_type)
{
  gint32 p = parent;
  guint8 type = (guint8) care_type;
  guint8 kind = VB_UNIT_WARD;

  g_array_append_val (self->parent, p);
  g_array_append_val (self->care_type, type);
  g_array_append_val (self->kind, kind);
  return self->parent->len - 1;
}

void
figures_set_kind (Figures *self, guint unit, VbUnitKind kind)
{
  g_array_index (self->kind, guint8, unit) = (guint8) kind;
}

void
figures_add_day (
    Figures *self, guint unit, VbMeasureId measure, VbGrain grain, VbDay start, double value)
{
  FigureRow row = { unit, (guint16) measure, (guint8) grain, VB_PROVENANCE_REPORTED, start, value };

  g_array_append_val (self->rows, row);
}

void
figures_add (
    Figures *self, guint unit, VbMeasureId measure, VbGrain grain, const char *start, double value)
{
  figures_add_day (self, unit, measure, grain, vb_day_from_iso (start), value);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const FigureRow *x = a;
  const FigureRow *y = b;

  if (x->unit != y->unit)
    return x->unit < y->unit ? -1 : 1;
  if (x->measure != y->measure)
    return x->measure < y->measure ? -1 : 1;
  if (x->grain != y->grain)
    return x->grain < y->grain ? -1 : 1;
  return x->start < y->start ? -1 : x->start > y->start;
}

void
figures_finish (Figures *self)
{
  guint n = self->rows->len;
  guint32 *unit = g_new (guint32, n + 1);
  guint16 *measure = g_new (guint16, n + 1);
  guint8 *grain = g_new (guint8, n + 1);
  gint32 *start = g_new (gint32, n + 1);
  double *value = g_new (double, n + 1);
  guint8 *provenance = g_new (guint8, n + 1);

  g_array_sort (self->rows, compare_rows);
  for (guint i = 0; i < n; i++)
    {
      const FigureRow *row = &g_array_index (self->rows, FigureRow, i);

      unit[i] = row->unit;
      measure[i] = row->measure;
      grain[i] = row->grain;
      start[i] = row->start;
      value[i] = row->value;
      provenance[i] = row->provenance;
    }

  free_observations (self);
  self->observations = (VbObservationInput){ n, unit, measure, grain, start, value, provenance };
  self->tree = (VbTreeInput){
    .n = self->parent->len,
    .parent = (const gint32 *) (gpointer) self->parent->data,
    .care_type = (const guint8 *) self->care_type->data,
    .kind = (const guint8 *) self->kind->data,
  };
}

const VbMeasureRule *
figures_get_rules (guint *n)
{
  /* Not in the order of the measures: the engine sorts them. */
  static const VbMeasureRule rules[] = {
    { VB_MEASURE_OCCUPANCY, VB_NATURE_RATIO, VB_MEASURE_AVAILABLE_BEDS },
    { VB_MEASURE_COMPLETED_WITHIN_90, VB_NATURE_RATIO, VB_MEASURE_COMPLETED },
    { VB_MEASURE_COMPLETED, VB_NATURE_FLOW, 0 },
    { VB_MEASURE_AVAILABLE_BEDS, VB_NATURE_STOCK, 0 },
    { VB_MEASURE_AVAILABLE_BED_DAYS, VB_NATURE_FLOW, 0 },
    { VB_MEASURE_ESTABLISHED_BEDS, VB_NATURE_STOCK, 0 },
    { VB_MEASURE_OCCUPIED_BEDS, VB_NATURE_STOCK, 0 },
    { VB_MEASURE_BED_DAYS, VB_NATURE_FLOW, 0 },
    { VB_MEASURE_ADMISSIONS, VB_NATURE_FLOW, 0 },
    { VB_MEASURE_OVERCROWDING, VB_NATURE_STOCK, 0 },
    { VB_MEASURE_OUTLIERS_OUT, VB_NATURE_STOCK, 0 },
    { VB_MEASURE_OUTLIERS_IN, VB_NATURE_STOCK, 0 },
    { VB_MEASURE_POPULATION, VB_NATURE_STOCK, 0 },
    { VB_MEASURE_NEEDED_BEDS, VB_NATURE_STOCK, 0 },
  };

  *n = G_N_ELEMENTS (rules);
  return rules;
}

VbAggregate *
figures_aggregate (Figures *self, VbGrain grain, const char *first, guint n_periods)
{
  g_autoptr (GError) error = NULL;
  guint n_rules;
  const VbMeasureRule *rules = figures_get_rules (&n_rules);
  VbAggregate *aggregate;

  figures_finish (self);
  aggregate = vb_aggregate_new (&self->tree, &self->observations, rules, n_rules, grain,
                                vb_day_from_iso (first), n_periods, NULL, &error);
  g_assert_no_error (error);
  return aggregate;
}
