/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A total of beds shared out over an organisation, from the top down, so that children add up to
 * their parent to the bed. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Arrays of @n, borrowed. */
typedef struct
{
  guint n;
  const gint32 *parent;    /* index, parents before children; the first is the only root, -1 */
  const double *weight;    /* the key: at least 0; NAN of a parent = Σ its children's, else none */
  const gint64 *locked;    /* beds that a unit is to have; negative = free; NULL = all are free */
  const gint64 *minimum;   /* beds that a unit is at least to have; NULL = 0 */
  const char *const *name; /* for messages; NULL = "row 1" … */
} VbBreakdownInput;

typedef struct
{
  double weight;
  gint64 beds;
  /* Nothing tells what the unit should have: no weight of its own or below it is known, and nothing
   * is held. Its beds are 0, which is not to say that it needs none. */
  gboolean unknown;
  /* Of these, the beds that stay with the unit itself, because none of the children that could
   * still take them has any weight. beds = residual + Σ children's beds. */
  gint64 residual;
  /* What was shared out among the children by weight, once those that a lock or a minimum holds had
   * theirs, and the weight of those who shared it: quota = left_beds × weight ÷ left_weight of the
   * parent. NAN: the unit's beds are held, or all there are. */
  gint64 left_beds;
  double left_weight;
  double quota;
} VbBreakdownShare;

/* Shares @total beds out. A unit keeps what it is locked at, and gets no less than its minimum and
 * than what locks and minimums under it take; a unit without weight gets no more than that either;
 * the rest goes by weight, in whole beds by largest remainder, ties to the earlier. The @n shares
 * are freed with g_free(). NULL when cancelled, or with VB_ERROR_IMPOSSIBLE, which names the lock
 * or minimum that cannot be kept, or the weight that is none. */
VbBreakdownShare *vb_breakdown_run (const VbBreakdownInput *input,
                                    gint64 total,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
