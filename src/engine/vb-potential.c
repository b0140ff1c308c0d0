/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-potential.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "private/vb-engine-private.h"
#include "private/vb-potential-private.h"
#include "vb-error.h"

/* ---- the levers ------------------------------------------------------------------------------ */

static gboolean
refuse (const VbPotentialInput *input, guint i, const char *what, GError **error)
{
  g_autofree char *name = input->levers[i].name != NULL ? g_strdup (input->levers[i].name)
                                                        : g_strdup_printf (_ ("lever %u"), i + 1);

  /* Translators: the first is the name of a lever, the second what is wrong with it. */
  g_set_error (error, VB_ERROR, VB_ERROR_INVALID, _ ("%s: %s"), name, what);
  return FALSE;
}

static gboolean
check_lever (const VbPotentialInput *input, guint i, GError **error)
{
  g_autoptr (GError) local = NULL;

  return vb_lever_figures_check (&input->levers[i].figures, &local)
         || refuse (input, i, local->message, error);
}

static gint32
find_pool (VbPotentialRun *self, guint overlap, double beds)
{
  VbPotentialPool pool = { overlap, beds };

  for (guint k = 0; k < self->pools->len; k++)
    {
      VbPotentialPool *found = &g_array_index (self->pools, VbPotentialPool, k);

      if (found->overlap == overlap)
        {
          found->beds = MAX (found->beds, beds);
          return (gint32) k;
        }
    }
  g_array_append_val (self->pools, pool);
  return (gint32) self->pools->len - 1;
}

/* Beds that bed days take: days ÷ (365 × T). */
static double
get_beds (const VbPotentialInput *input, const VbLeverFigures *lever)
{
  return lever->bed_days / (VB_POTENTIAL_DAYS * input->target_occupancy);
}

gboolean
_vb_potential_run_init (VbPotentialRun *self, const VbPotentialInput *input, GError **error)
{
  g_return_val_if_fail (input->target_occupancy > 0, FALSE);

  self->input = input;
  self->beds_of_one = g_new0 (double, input->n_levers + 1);
  self->pool_of = g_new0 (gint32, input->n_levers + 1);
  self->pools = g_array_new (FALSE, FALSE, sizeof (VbPotentialPool));

  for (guint i = 0; i < input->n_levers; i++)
    {
      const VbLeverFigures *lever = &input->levers[i].figures;

      if (!check_lever (input, i, error))
        return FALSE;
      self->beds_of_one[i] =
          (lever->basis == VB_LEVER_BASIS_SHARE ? get_beds (input, lever) : 1) * lever->influence;
      self->pool_of[i] =
          lever->overlap > 0 ? find_pool (self, lever->overlap, get_beds (input, lever)) : -1;
      if (lever->overlap > 0 && lever->high * self->beds_of_one[i] > get_beds (input, lever))
        return refuse (input, i, _ ("It would free more than the bed days that it acts on."),
                       error);
    }
  return TRUE;
}

void
_vb_potential_run_clear (VbPotentialRun *self)
{
  g_free (self->beds_of_one);
  g_free (self->pool_of);
  g_clear_pointer (&self->pools, g_array_unref);
}

/* With u = (year − start) ÷ (full − start), cut to 0–1: linear u; S-curve 3u² − 2u³; front-loaded
 * 1 − (1 − u)². A step is whole from the start on. A one-off ends after the year of full effect.
 * Source: own choice of polynomials, after the time profiles of the NHS New Hospital Programme's
 * demand model (The Strategy Unit, nhp_model). */
double
_vb_potential_get_part (const VbLeverFigures *lever, gint16 year)
{
  double u;

  if (year < lever->start || (lever->one_off && year > lever->full))
    return 0;
  if (lever->profile == VB_LEVER_PROFILE_STEP || year >= lever->full)
    return 1;

  u = (double) (year - lever->start) / (lever->full - lever->start);
  switch ((VbLeverProfile) lever->profile)
    {
    case VB_LEVER_PROFILE_S_CURVE:
      return u * u * (3 - 2 * u);
    case VB_LEVER_PROFILE_FRONT_LOADED:
      return 1 - (1 - u) * (1 - u);
    case VB_LEVER_PROFILE_LINEAR:
    case VB_LEVER_PROFILE_STEP:
    default:
      return u;
    }
}

/* ---- one year -------------------------------------------------------------------------------- */

typedef struct
{
  double need; /* beds freed */
  double need_without_overlap;
  double capacity; /* beds won */
} Effect;

/* Of the @n first levers, with these @sizes (NULL = their base values).
 *
 * A lever frees beds_i = size × influence × probability × part of full effect [× bed days ÷
 * (365 × T) when the size is a share]. Levers on capacity add up, and so do levers on need, but
 * those on the same bed days, which take B beds, free together
 *
 *   B (1 − Π (1 − beds_i ÷ B))
 *
 * since each acts on what the others have left. Unit: beds. With every size and probability
 * independent of the others this is linear in each of them, so that the mean of the effect is the
 * effect of the means. Source: own model, after the potential estimates of "Plats för vård"
 * (Socialstyrelsen 2024), whose own assumptions are not known to us in detail. */
static Effect
get_effect (const VbPotentialRun *run, guint n, const double *sizes, gint16 year)
{
  const VbPotentialInput *input = run->input;
  g_autofree double *left = g_new (double, run->pools->len + 1);
  Effect effect = { 0, 0, 0 };

  for (guint k = 0; k < run->pools->len; k++)
    left[k] = 1;
  for (guint i = 0; i < n; i++)
    {
      const VbLeverFigures *lever = &input->levers[i].figures;
      double size = sizes != NULL ? sizes[i] : lever->base;
      double beds =
          size * run->beds_of_one[i] * lever->probability * _vb_potential_get_part (lever, year);

      if (lever->side == VB_BALANCE_SIDE_CAPACITY)
        effect.capacity += beds;
      else
        {
          effect.need_without_overlap += beds;
          if (run->pool_of[i] < 0)
            effect.need += beds;
          else
            left[run->pool_of[i]] *=
                1 - beds / g_array_index (run->pools, VbPotentialPool, run->pool_of[i]).beds;
        }
    }
  for (guint k = 0; k < run->pools->len; k++)
    effect.need += g_array_index (run->pools, VbPotentialPool, k).beds * (1 - left[k]);
  return effect;
}

static double
get_gap (const VbPotentialRun *run, guint n, const double *sizes, gint16 year)
{
  const VbPotentialInput *input = run->input;
  guint y = (guint) (year - input->first_year);
  Effect effect = get_effect (run, n, sizes, year);

  return vb_engine_quantize (input->capacity[y] + effect.capacity)
         - vb_engine_quantize (input->need[y] - effect.need);
}

static void
add_costs (const VbPotentialInput *input, VbPotentialYear *year)
{
  gboolean any = FALSE;
  double sum = 0;

  for (guint i = 0; i < input->n_levers; i++)
    {
      const VbLeverFigures *lever = &input->levers[i].figures;
      double part = lever->probability * _vb_potential_get_part (lever, year->year);

      if (part <= 0)
        continue;
      if (isnan (lever->yearly_cost))
        year->n_without_cost++;
      else
        {
          sum += part * lever->yearly_cost;
          any = TRUE;
        }
    }
  year->cost = any ? sum : NAN;
}

/* need = need without levers − beds freed; capacity = capacity without levers + beds won; gap =
 * capacity − need. Unit: beds. */
VbPotentialYear *
vb_potential_run (const VbPotentialInput *input, GError **error)
{
  g_autofree VbPotentialYear *years = g_new0 (VbPotentialYear, input->n_years + 1);
  g_auto (VbPotentialRun) run = { NULL };

  if (!_vb_potential_run_init (&run, input, error))
    return NULL;

  for (guint y = 0; y < input->n_years; y++)
    {
      VbPotentialYear *year = &years[y];
      Effect effect;

      year->year = (gint16) (input->first_year + (gint) y);
      effect = get_effect (&run, input->n_levers, NULL, year->year);
      year->need = vb_engine_quantize (input->need[y] - effect.need);
      year->need_without_overlap =
          vb_engine_quantize (input->need[y] - effect.need_without_overlap);
      year->capacity = vb_engine_quantize (input->capacity[y] + effect.capacity);
      year->gap = year->capacity - year->need;
      add_costs (input, year);
    }
  return g_steal_pointer (&years);
}

gboolean
vb_potential_find_balance (const VbPotentialYear *years,
                           guint n_years,
                           gint16 *year,
                           gboolean *lasts)
{
  guint first = 0;

  while (first < n_years && !(years[first].gap >= -VB_POTENTIAL_TOLERANCE))
    first++;
  if (first == n_years)
    return FALSE;

  *year = years[first].year;
  if (lasts != NULL)
    {
      *lasts = TRUE;
      for (guint y = first; y < n_years; y++)
        *lasts &= years[y].gap >= -VB_POTENTIAL_TOLERANCE;
    }
  return TRUE;
}

/* ---- step by step, lever by lever ------------------------------------------------------------ */

static gboolean
is_in_span (const VbPotentialInput *input, gint16 year)
{
  return year >= input->first_year && (guint) (year - input->first_year) < input->n_years;
}

static void
add_step (VbPotentialStep *steps, guint *n, VbPotentialStepKind kind, guint lever, double beds)
{
  steps[(*n)++] = (VbPotentialStep){ kind, lever, beds };
}

/* step_i = gap with the levers 1 … i − gap with 1 … i−1. */
VbPotentialStep *
vb_potential_trace (const VbPotentialInput *input, gint16 year, guint *n_steps, GError **error)
{
  g_autofree VbPotentialStep *steps = g_new0 (VbPotentialStep, input->n_levers + 4);
  g_auto (VbPotentialRun) run = { NULL };
  double need, capacity, gap;
  guint n = 0;

  g_return_val_if_fail (is_in_span (input, year), NULL);

  if (!_vb_potential_run_init (&run, input, error))
    return NULL;

  gap = vb_engine_quantize (input->capacity[0]) - vb_engine_quantize (input->need[0]);
  add_step (steps, &n, VB_POTENTIAL_STEP_START, 0, gap);
  need = vb_engine_quantize (input->need[0])
         - vb_engine_quantize (input->need[year - input->first_year]);
  if (need != 0)
    add_step (steps, &n, VB_POTENTIAL_STEP_NEED, 0, need);
  capacity = vb_engine_quantize (input->capacity[year - input->first_year])
             - vb_engine_quantize (input->capacity[0]);
  if (capacity != 0)
    add_step (steps, &n, VB_POTENTIAL_STEP_CAPACITY, 0, capacity);

  gap = get_gap (&run, 0, NULL, year);
  for (guint i = 0; i < input->n_levers; i++)
    {
      double next = get_gap (&run, i + 1, NULL, year);

      add_step (steps, &n, VB_POTENTIAL_STEP_LEVER, i, next - gap);
      gap = next;
    }
  add_step (steps, &n, VB_POTENTIAL_STEP_END, 0, gap);
  *n_steps = n;
  return g_steal_pointer (&steps);
}

static int
compare_swings (gconstpointer a, gconstpointer b)
{
  const VbPotentialSwing *x = a;
  const VbPotentialSwing *y = b;

  if (x->swing != y->swing)
    return x->swing > y->swing ? -1 : 1;
  return x->lever < y->lever ? -1 : 1;
}

/* swing_i = |gap with lever i at high − gap with lever i at low|. */
VbPotentialSwing *
vb_potential_rank (const VbPotentialInput *input, gint16 year, GError **error)
{
  g_autofree VbPotentialSwing *swings = g_new0 (VbPotentialSwing, input->n_levers + 1);
  g_autofree double *sizes = g_new (double, input->n_levers + 1);
  g_auto (VbPotentialRun) run = { NULL };

  g_return_val_if_fail (is_in_span (input, year), NULL);

  if (!_vb_potential_run_init (&run, input, error))
    return NULL;

  for (guint i = 0; i < input->n_levers; i++)
    sizes[i] = input->levers[i].figures.base;
  for (guint i = 0; i < input->n_levers; i++)
    {
      swings[i].lever = i;
      sizes[i] = input->levers[i].figures.low;
      swings[i].gap_low = get_gap (&run, input->n_levers, sizes, year);
      sizes[i] = input->levers[i].figures.high;
      swings[i].gap_high = get_gap (&run, input->n_levers, sizes, year);
      sizes[i] = input->levers[i].figures.base;
      swings[i].swing = fabs (swings[i].gap_high - swings[i].gap_low);
    }
  qsort (swings, input->n_levers, sizeof *swings, compare_swings);
  return g_steal_pointer (&swings);
}
