/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-population-match.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "vb-error.h"

/* One age more, so that the end of the last group is an edge too. */
#define N_AGES (VB_AGE_MAX + 2)

/* The figures of a year, whether of inhabitants or of bed days. */
typedef struct
{
  gint16 year;
  guint8 kind;
  guint8 sexes;   /* bit per VbSex */
  gboolean whole; /* all ages, each once */
  GArray *cells;  /* of Cell */
} Slice;

typedef struct
{
  guint8 sex;
  VbAges ages;
  double figure;
} Cell;

static void
slice_clear (Slice *self)
{
  g_clear_pointer (&self->cells, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Slice, slice_clear)

#define BOTH_SEXES (1u << VB_SEX_WOMEN | 1u << VB_SEX_MEN)

/* Cells come sorted by sex and age: each sex begins at 0, goes on where the one before ends, and
 * has no end. */
static gboolean
is_whole (const Slice *slice)
{
  for (guint i = 0; i < slice->cells->len; i++)
    {
      const Cell *cell = &g_array_index (slice->cells, Cell, i);
      gboolean begins = i == 0 || (cell - 1)->sex != cell->sex;
      gboolean ends = i + 1 == slice->cells->len || (cell + 1)->sex != cell->sex;

      if (cell->ages.from != (begins ? 0 : (cell - 1)->ages.to + 1)
          || ends != (cell->ages.to == VB_AGE_NO_END))
        return FALSE;
    }
  return slice->sexes == BOTH_SEXES || slice->sexes == 1u << VB_SEX_ALL;
}

static void
add_cell (Slice *slice, guint8 sex, VbAges ages, double figure)
{
  Cell cell = { sex, ages, figure };

  if (slice->cells == NULL)
    slice->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  slice->sexes |= (guint8) (1u << sex);
  g_array_append_val (slice->cells, cell);
}

/* The years that have inhabitants, ascending. */
static GArray *
slice_counts (const VbPopulationFacts *facts)
{
  GArray *slices = g_array_new (FALSE, FALSE, sizeof (Slice));
  Slice *slice = NULL;

  g_array_set_clear_func (slices, (GDestroyNotify) slice_clear);
  for (guint i = 0; i < facts->counts->len; i++)
    {
      const VbPopulationCount *count = &g_array_index (facts->counts, VbPopulationCount, i);

      if (slice == NULL || slice->year != count->year)
        {
          Slice next = { .year = count->year, .kind = count->kind };

          g_array_append_val (slices, next);
          slice = &g_array_index (slices, Slice, slices->len - 1);
        }
      add_cell (slice, count->sex, count->ages, count->inhabitants);
    }
  for (guint i = 0; i < slices->len; i++)
    g_array_index (slices, Slice, i).whole = is_whole (&g_array_index (slices, Slice, i));
  return slices;
}

double
_vb_population_count (const VbPopulationFacts *facts, gint16 year, VbPopulationKind *kind)
{
  g_auto (Slice) slice = { .year = year };
  double sum = 0;

  for (guint i = 0; i < facts->counts->len; i++)
    {
      const VbPopulationCount *count = &g_array_index (facts->counts, VbPopulationCount, i);

      if (count->year != year)
        continue;
      slice.kind = count->kind;
      add_cell (&slice, count->sex, count->ages, count->inhabitants);
      sum += count->inhabitants;
    }
  *kind = (VbPopulationKind) slice.kind;
  return slice.cells != NULL && is_whole (&slice) ? sum : (double) NAN;
}

static Slice *
find_year (GArray *slices, gint16 year)
{
  for (guint i = 0; i < slices->len; i++)
    if (g_array_index (slices, Slice, i).year == year)
      return &g_array_index (slices, Slice, i);
  return NULL;
}

/* The latest year of bed days that both populations are known in. */
static gboolean
find_uses (
    const VbPopulationFacts *used, VbCareGroup group, GArray *own, GArray *others, Slice *uses)
{
  for (guint i = 0; i < used->uses->len; i++)
    {
      const VbCareUse *use = &g_array_index (used->uses, VbCareUse, i);

      if (use->group == group && find_year (own, use->year) != NULL
          && find_year (others, use->year) != NULL)
        uses->year = MAX (uses->year, use->year);
    }
  for (guint i = 0; i < used->uses->len; i++)
    {
      const VbCareUse *use = &g_array_index (used->uses, VbCareUse, i);

      if (use->group == group && use->year == uses->year)
        add_cell (uses, use->sex, use->ages, use->bed_days);
    }
  if (uses->cells == NULL)
    return FALSE;
  uses->whole = is_whole (uses);
  return TRUE;
}

/* ---- groups ---------------------------------------------------------------------------------- */

/* Keeps the edges between ages that the slice has too. */
static void
narrow (const Slice *slice, guint8 edges[N_AGES])
{
  guint8 sexes[N_AGES] = { 0 };

  for (guint i = 0; i < slice->cells->len; i++)
    {
      const Cell *cell = &g_array_index (slice->cells, Cell, i);

      sexes[cell->ages.from] |= (guint8) (1u << cell->sex);
    }
  for (guint age = 0; age < N_AGES; age++)
    edges[age] = edges[age] && sexes[age] == slice->sexes;
}

static void
make_groups (VbPopulationMatch *self, gboolean by_sex, const guint8 edges[N_AGES])
{
  VbSex first = by_sex ? VB_SEX_WOMEN : VB_SEX_ALL;
  VbSex last = by_sex ? VB_SEX_MEN : VB_SEX_ALL;
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (VbPopulationGroupKey));

  for (guint sex = first; sex <= last; sex++)
    for (guint age = 0; age < N_AGES; age++)
      if (edges[age])
        {
          VbPopulationGroupKey key = { (VbSex) sex, { (gint16) age, VB_AGE_NO_END } };

          if (age > 0)
            g_array_index (groups, VbPopulationGroupKey, groups->len - 1).ages.to =
                (gint16) (age - 1);
          g_array_append_val (groups, key);
        }
  self->n_groups = groups->len;
  self->groups =
      (VbPopulationGroupKey *) (gpointer) g_array_free (g_steal_pointer (&groups), FALSE);
}

/* Σ of the slice's figures in each group. */
static void
add_up (const VbPopulationMatch *self, const Slice *slice, double *sums)
{
  for (guint g = 0; g < self->n_groups; g++)
    {
      const VbPopulationGroupKey *key = &self->groups[g];

      sums[g] = 0;
      for (guint i = 0; i < slice->cells->len; i++)
        {
          const Cell *cell = &g_array_index (slice->cells, Cell, i);

          if ((key->sex == VB_SEX_ALL || cell->sex == key->sex) && cell->ages.from >= key->ages.from
              && cell->ages.from <= key->ages.to)
            sums[g] += cell->figure;
        }
    }
}

/* ---- the match ------------------------------------------------------------------------------- */

/* bed days of a group = its inhabitants × bed days ÷ inhabitants of that group in @used: the same
 * as the bed days where @own is @used. Nobody in a group uses none. */
static void
fill_base (VbPopulationMatch *self, const Slice *own, const Slice *others, const Slice *uses)
{
  g_autofree double *used = g_new (double, self->n_groups);

  self->population = g_new (double, self->n_groups);
  self->bed_days = g_new (double, self->n_groups);
  add_up (self, own, self->population);
  add_up (self, uses, self->bed_days);
  if (own == others)
    return;
  add_up (self, others, used);
  for (guint g = 0; g < self->n_groups; g++)
    self->bed_days[g] = used[g] > 0 ? self->bed_days[g] / used[g] * self->population[g] : 0;
}

static void
fill_years (VbPopulationMatch *self, GArray *own)
{
  self->years = g_new (gint16, own->len);
  self->kinds = g_new (guint8, own->len);
  self->projection = g_new (double, (gsize) own->len * self->n_groups);
  for (guint i = 0; i < own->len; i++)
    {
      const Slice *slice = &g_array_index (own, Slice, i);

      if (slice->kind == VB_POPULATION_OUTCOME)
        self->last_outcome = MAX (self->last_outcome, slice->year);
      if (slice->year == self->base_year || !slice->whole)
        continue;
      self->years[self->n_years] = slice->year;
      self->kinds[self->n_years] = slice->kind;
      add_up (self, slice, &self->projection[(gsize) self->n_years * self->n_groups]);
      self->n_years++;
    }
}

static void
fail_whole (gint16 year, GError **error)
{
  g_set_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE,
               _ ("Inhabitants or bed days of %d leave ages out: they must have all ages from 0 "
                  "on, of women and men alike."),
               year);
}

VbPopulationMatch *
_vb_population_match_new (const VbPopulationFacts *own,
                          const VbPopulationFacts *used,
                          VbCareGroup group,
                          GError **error)
{
  g_autoptr (VbPopulationMatch) self = g_new0 (VbPopulationMatch, 1);
  g_autoptr (GArray) counts = slice_counts (own);
  g_autoptr (GArray) others = own == used ? g_array_ref (counts) : slice_counts (used);
  g_auto (Slice) uses = { 0 };
  const Slice *base, *other;
  guint8 edges[N_AGES];
  gboolean by_sex;

  if (!find_uses (used, group, counts, others, &uses))
    {
      g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                   _ ("No year has both inhabitants and bed days by age."));
      return NULL;
    }
  base = find_year (counts, uses.year);
  other = find_year (others, uses.year);
  if (!base->whole || !other->whole || !uses.whole)
    {
      fail_whole (uses.year, error);
      return NULL;
    }

  by_sex = uses.sexes == BOTH_SEXES && other->sexes == BOTH_SEXES;
  memset (edges, TRUE, sizeof edges);
  narrow (&uses, edges);
  narrow (other, edges);
  for (guint i = 0; i < counts->len; i++)
    {
      const Slice *slice = &g_array_index (counts, Slice, i);

      if (!slice->whole)
        continue;
      by_sex = by_sex && slice->sexes == BOTH_SEXES;
      narrow (slice, edges);
    }
  self->base_year = uses.year;
  make_groups (self, by_sex, edges);
  fill_base (self, base, other, &uses);
  fill_years (self, counts);
  return g_steal_pointer (&self);
}

void
_vb_population_match_free (VbPopulationMatch *self)
{
  g_free (self->groups);
  g_free (self->population);
  g_free (self->bed_days);
  g_free (self->years);
  g_free (self->kinds);
  g_free (self->projection);
  g_free (self);
}

/* consumption of a year, in parts of that of the base year = (1 + change) ^ (years since); what has
 * been is not changed afterwards. */
static double *
make_consumption (const VbPopulationMatch *self, double change)
{
  double *consumption = g_new (double, (gsize) self->n_years * self->n_groups + 1);

  for (guint i = 0; i < self->n_years; i++)
    {
      double factor = pow (1 + change, MAX (self->years[i] - self->base_year, 0));

      for (guint g = 0; g < self->n_groups; g++)
        consumption[(gsize) i * self->n_groups + g] = factor;
    }
  return consumption;
}

VbPopulationResult *
_vb_population_match_run (const VbPopulationMatch *self,
                          double days,
                          double target_occupancy,
                          double consumption_change,
                          GError **error)
{
  g_autofree double *consumption = make_consumption (self, consumption_change);
  VbPopulationInput input = {
    .n_groups = self->n_groups,
    .population = self->population,
    .bed_days = self->bed_days,
    .n_years = self->n_years,
    .projection = self->projection,
    .consumption = consumption,
    .days = days,
    .target_occupancy = target_occupancy,
  };

  return vb_population_run (&input, error);
}
