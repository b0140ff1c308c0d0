/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-breakdown.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>

#include "vb-error.h"
#include "vb-rounding.h"

#define UNBOUNDED G_MAXINT64
#define CANCEL_CHECK_UNITS 1024

/* Between these a unit's beds must lie for its own and all locks and minimums below it to be kept.
 */
typedef struct
{
  gint64 low;
  gint64 high;
} Bounds;

typedef struct
{
  const VbBreakdownInput *input;
  VbBreakdownShare *shares;
  Bounds *bounds;
  guint *first_child; /* n + 1: where a unit's children start in @children */
  guint *children;
  /* Of the children of one unit at a time: */
  double *weights;
  gint64 *fixed; /* negative = still to be shared */
} Run;

static void
run_clear (Run *self)
{
  g_free (self->bounds);
  g_free (self->first_child);
  g_free (self->children);
  g_free (self->weights);
  g_free (self->fixed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static char *
dup_name (const Run *self, guint unit)
{
  return self->input->name != NULL ? g_strdup (self->input->name[unit])
                                   : g_strdup_printf (_ ("row %u"), unit + 1);
}

static gint64
get_lock (const Run *self, guint unit)
{
  return self->input->locked != NULL ? self->input->locked[unit] : -1;
}

static gint64
get_minimum (const Run *self, guint unit)
{
  return self->input->minimum != NULL ? MAX (self->input->minimum[unit], 0) : 0;
}

static gboolean
is_free (const Run *self, guint unit)
{
  return get_lock (self, unit) < 0;
}

/* Takes a part of what is left by its weight. */
static gboolean
is_taker (const Run *self, guint unit)
{
  return is_free (self, unit) && self->shares[unit].weight > 0;
}

static gint64
add_bounds (gint64 a, gint64 b)
{
  return a == UNBOUNDED || b > UNBOUNDED - a ? UNBOUNDED : a + b;
}

/* ---- the tree -------------------------------------------------------------------------------- */

static gboolean
list_children (Run *self, GError **error)
{
  const VbBreakdownInput *input = self->input;
  g_autofree guint *next = NULL;

  self->first_child = g_new0 (guint, input->n + 1);
  self->children = g_new (guint, input->n + 1);
  for (guint i = 0; i < input->n; i++)
    {
      if ((i == 0) != (input->parent[i] == -1) || input->parent[i] >= (gint32) i)
        {
          g_set_error (error, VB_ERROR, VB_ERROR_INVALID,
                       _ ("Row %u does not come after its parent."), i + 1);
          return FALSE;
        }
      if (i > 0)
        self->first_child[input->parent[i] + 1]++;
    }
  for (guint i = 0; i < input->n; i++)
    self->first_child[i + 1] += self->first_child[i];

  next = g_memdup2 (self->first_child, sizeof (guint) * (input->n + 1));
  for (guint i = 1; i < input->n; i++)
    self->children[next[input->parent[i]]++] = i;
  return TRUE;
}

/* weight = its own, else Σ of the children's, else none, which is not known. */
static gboolean
add_up_weights (Run *self, GError **error)
{
  const VbBreakdownInput *input = self->input;

  for (guint i = 0; i < input->n; i++)
    {
      double weight = input->weight[i];

      if (isinf (weight) || weight < 0)
        {
          g_autofree char *name = dup_name (self, i);

          g_set_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE,
                       _ ("The weight of %s is not a number of at least 0."), name);
          return FALSE;
        }
      self->shares[i].weight = isnan (weight) ? 0 : weight;
      self->shares[i].quota = NAN;
      self->shares[i].unknown = isnan (weight);
    }
  for (guint i = input->n; i-- > 1;)
    if (isnan (input->weight[input->parent[i]]))
      {
        self->shares[input->parent[i]].weight += self->shares[i].weight;
        self->shares[input->parent[i]].unknown &= self->shares[i].unknown;
      }
  return TRUE;
}

/* ---- what locks and minimums leave possible -------------------------------------------------- */

/* What the children of @unit must and can take together. */
static Bounds
get_children_bounds (const Run *self, guint unit)
{
  Bounds sum = { 0, 0 };
  gboolean any_free = FALSE;
  gboolean any_taker = FALSE;

  if (self->first_child[unit] == self->first_child[unit + 1])
    return (Bounds){ 0, UNBOUNDED };
  for (guint k = self->first_child[unit]; k < self->first_child[unit + 1]; k++)
    {
      guint child = self->children[k];

      sum.low = add_bounds (sum.low, self->bounds[child].low);
      sum.high = add_bounds (sum.high, self->bounds[child].high);
      any_free |= is_free (self, child);
      any_taker |= is_taker (self, child);
    }
  /* A residual: somebody's beds, but nothing tells whose. */
  if (any_free && !any_taker)
    sum.high = UNBOUNDED;
  return sum;
}

static gboolean
refuse_lock (const Run *self, guint unit, const Bounds *children, GError **error)
{
  g_autofree char *name = dup_name (self, unit);
  gint64 locked = get_lock (self, unit);

  if (locked < get_minimum (self, unit))
    g_set_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE,
                 _ ("%s is locked at %" PRId64 ", below its minimum of %" PRId64 "."), name, locked,
                 get_minimum (self, unit));
  else if (locked < children->low)
    g_set_error (
        error, VB_ERROR, VB_ERROR_IMPOSSIBLE,
        _ ("%s is locked at %" PRId64 ", but the locks and minimums under it take %" PRId64 "."),
        name, locked, children->low);
  else
    g_set_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE,
                 _ ("%s is locked at %" PRId64
                    ", but the locks under it let it have no more than %" PRId64 "."),
                 name, locked, children->high);
  return FALSE;
}

static gboolean
find_bounds_of (Run *self, guint unit, GError **error)
{
  Bounds children = get_children_bounds (self, unit);
  gint64 locked = get_lock (self, unit);
  Bounds *bounds = &self->bounds[unit];

  *bounds = (Bounds){ MAX (children.low, get_minimum (self, unit)), children.high };
  if (locked >= 0)
    {
      if (locked < bounds->low || locked > bounds->high)
        return refuse_lock (self, unit, &children, error);
      *bounds = (Bounds){ locked, locked };
    }
  else if (bounds->low > bounds->high)
    {
      g_autofree char *name = dup_name (self, unit);

      g_set_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE,
                   _ ("%s is to have at least %" PRId64
                      ", but the locks under it let it have no more than %" PRId64 "."),
                   name, bounds->low, bounds->high);
      return FALSE;
    }
  else if (unit > 0 && self->shares[unit].weight <= 0)
    bounds->high = bounds->low;
  return TRUE;
}

/* The lock or minimum that takes most. */
static guint
find_greediest (const Run *self)
{
  guint greediest = 0;
  gint64 most = 0;

  for (guint i = 0; i < self->input->n; i++)
    {
      gint64 taken = MAX (get_lock (self, i), get_minimum (self, i));

      if (taken > most)
        {
          most = taken;
          greediest = i;
        }
    }
  return greediest;
}

static gboolean
check_total (const Run *self, gint64 total, GError **error)
{
  const Bounds *root = &self->bounds[0];

  if (total < 0)
    g_set_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE,
                 _ ("The total to share out is negative (%" PRId64 ")."), total);
  else if (total < root->low)
    {
      guint unit = find_greediest (self);
      g_autofree char *name = dup_name (self, unit);

      g_set_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE,
                   _ ("The locks and minimums take %" PRId64 ", more than the total of %" PRId64
                      ". Most is taken by %s (%" PRId64 ")."),
                   root->low, total, name, MAX (get_lock (self, unit), get_minimum (self, unit)));
    }
  else if (total > root->high)
    g_set_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE,
                 _ ("The locks leave room for %" PRId64 " of the total of %" PRId64
                    ", and nothing is left free to take the rest."),
                 root->high, total);
  else
    return TRUE;
  return FALSE;
}

static gboolean
find_bounds (Run *self, GError **error)
{
  self->bounds = g_new0 (Bounds, self->input->n);
  for (guint i = self->input->n; i-- > 0;)
    if (!find_bounds_of (self, i, error))
      return FALSE;
  return TRUE;
}

/* ---- sharing out ----------------------------------------------------------------------------- */

/* The shares proportional to weight that keep within their bounds: share_i = min (max (λ w_i,
 * low_i), high_i), with the one λ that makes them add up. Found as the lengths of a flexible line
 * are: share out what is left; of the bounds that are overstepped, fix those on the side that is
 * overstepped by more in all, since they will stay overstepped; again, until none is.
 * Source: W3C, CSS Flexible Box Layout Module Level 1, § 9.7. */
static void
fix_bounded (Run *self, const guint *children, guint n, gint64 rest)
{
  for (;;)
    {
      double sum = 0;
      double too_low = 0;
      double too_high = 0;

      for (guint k = 0; k < n; k++)
        if (self->fixed[k] < 0)
          sum += self->weights[k];
      for (guint k = 0; k < n; k++)
        if (self->fixed[k] < 0)
          {
            double share = (double) rest * (self->weights[k] / sum);

            too_low += MAX ((double) self->bounds[children[k]].low - share, 0);
            too_high += MAX (share - (double) self->bounds[children[k]].high, 0);
          }
      if (!(too_low > 0 || too_high > 0))
        return;

      {
        gint64 left = rest;

        for (guint k = 0; k < n; k++)
          if (self->fixed[k] < 0)
            {
              const Bounds *bounds = &self->bounds[children[k]];
              double share = (double) rest * (self->weights[k] / sum);

              if (too_low >= too_high && share < (double) bounds->low)
                self->fixed[k] = bounds->low;
              else if (too_low < too_high && share > (double) bounds->high)
                self->fixed[k] = bounds->high;
              left -= MAX (self->fixed[k], 0);
            }
        rest = left;
      }
    }
}

/* What is left for those of the @n @children that nothing holds, and what of it each would get if
 * beds could be parted. */
static void
tell_quotas (Run *self, VbBreakdownShare *share, const guint *children, guint n)
{
  share->left_beds = share->beds;
  for (guint k = 0; k < n; k++)
    if (self->fixed[k] >= 0)
      share->left_beds -= self->fixed[k];
    else
      share->left_weight += self->weights[k];
  for (guint k = 0; k < n; k++)
    if (self->fixed[k] < 0)
      self->shares[children[k]].quota =
          (double) share->left_beds * (self->weights[k] / share->left_weight);
}

static gboolean
share_out (Run *self, guint unit, GError **error)
{
  const guint *children = &self->children[self->first_child[unit]];
  guint n = self->first_child[unit + 1] - self->first_child[unit];
  VbBreakdownShare *share = &self->shares[unit];
  g_autofree gint64 *beds = NULL;
  gint64 rest = share->beds;
  gboolean any_taker = FALSE;

  for (guint k = 0; k < n; k++)
    {
      gboolean taker = is_taker (self, children[k]);

      self->weights[k] = self->shares[children[k]].weight;
      self->fixed[k] = taker ? -1 : self->bounds[children[k]].low;
      rest -= taker ? 0 : self->fixed[k];
      any_taker |= taker;
    }

  if (any_taker)
    {
      fix_bounded (self, children, n, rest);
      tell_quotas (self, share, children, n);
      beds = vb_largest_remainder (self->weights, self->fixed, n, share->beds, error);
      if (beds == NULL)
        return FALSE;
    }
  else if (n > 0)
    share->residual = rest;
  for (guint k = 0; k < n; k++)
    self->shares[children[k]].beds = beds != NULL ? beds[k] : self->fixed[k];
  return TRUE;
}

/* From the top down: the beds of a unit, already known, over its children; quota = beds × w ÷ Σw.
 * Unit: beds. The method is this program's own, after Socialstyrelsen's idea of breaking a
 * reference number down to hospital and ward (interim report on access and care capacity, December
 * 2024, S2024/01058), whose own formula is not known to us. */
VbBreakdownShare *
vb_breakdown_run (const VbBreakdownInput *input,
                  gint64 total,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree VbBreakdownShare *shares = NULL;
  g_auto (Run) run = { input };

  g_return_val_if_fail (input->n > 0, NULL);

  run.shares = shares = g_new0 (VbBreakdownShare, input->n);
  if (!list_children (&run, error) || !add_up_weights (&run, error) || !find_bounds (&run, error)
      || !check_total (&run, total, error))
    return NULL;

  run.weights = g_new (double, input->n);
  run.fixed = g_new (gint64, input->n);
  shares[0].beds = total;
  for (guint i = 0; i < input->n; i++)
    {
      if (i % CANCEL_CHECK_UNITS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (!share_out (&run, i, error))
        return NULL;
      shares[i].unknown &= shares[i].beds == 0 && get_lock (&run, i) < 0;
    }
  return g_steal_pointer (&shares);
}
