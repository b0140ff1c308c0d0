/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-aggregate.h"

G_BEGIN_DECLS

#define VB_NO_ROW G_MAXUINT32

/* One care group of one unit. Rows stand in tree order, so those of children come after those of
 * their parent. */
typedef struct
{
  guint32 unit;
  guint8 group;        /* VbCareGroup */
  guint8 has_beds;     /* missed when it has no figures; see VbTreeInput.kind */
  guint32 parent;      /* the same group of the parent, or VB_NO_ROW */
  guint32 first_child; /* index in VbAggregate.children */
  guint32 n_children;
} VbAggregateRow;

struct _VbAggregate
{
  gatomicrefcount ref_count;

  VbGrain grain;
  guint n_periods;
  VbDay *starts; /* n_periods + 1; the last is the day after the last period */

  guint n_units;
  guint32 *first_row; /* n_units + 1 */
  guint32 *own_row;   /* where a unit's own figures go */
  guint n_rows;
  VbAggregateRow *rows;
  guint32 *children; /* rows, grouped by parent */

  guint n_measures;
  VbMeasureRule *rules;    /* sorted by measure */
  VbAggregateCell **cells; /* a measure: n_rows x n_periods, NULL without any observation */
  /* A ratio: the amount of its denominator that each cell stands for, NAN if not known. */
  double **weights;
};

/* Index of @measure in the rules, or n_measures. */
guint32 _vb_aggregate_find_measure (const VbAggregate *self, guint16 measure);

/* The cells of @measure, NULL when there are none. */
const VbAggregateCell *_vb_aggregate_get_cells (const VbAggregate *self, guint16 measure);

static inline gsize
_vb_aggregate_get_index (const VbAggregate *self, guint row, guint period)
{
  return (gsize) row * self->n_periods + period;
}

/* Is the child @row missed when it lacks figures? Its own figures of @cells count even where its
 * kind has no beds. */
gboolean _vb_aggregate_is_expected (const VbAggregate *self,
                                    const gboolean *expected,
                                    const VbAggregateCell *const *cells,
                                    guint n_cells,
                                    guint row);

/* One unit's observations of one measure, from @begin to before @end, all of one grain. */
typedef struct
{
  guint32 unit;
  guint32 measure; /* index in VbAggregate.rules */
  VbGrain grain;
  gsize begin, end;
} VbAggregateRun;

/* Rolls up @runs, all of one unit and measure, finest grain first, into the cells of the unit's own
 * row. @all_runs: those of every measure, where a ratio finds its weights; weights come before
 * ratios. */
typedef struct _VbOwnRollUp VbOwnRollUp;
VbOwnRollUp *_vb_own_roll_up_new (VbAggregate *aggregate,
                                  const VbObservationInput *observations,
                                  const VbAggregateRun *all_runs,
                                  guint n_all_runs);
void _vb_own_roll_up_free (VbOwnRollUp *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbOwnRollUp, _vb_own_roll_up_free)
gboolean
_vb_own_roll_up_run (VbOwnRollUp *self, const VbAggregateRun *runs, guint n_runs, GError **error);

G_END_DECLS
