/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures that break a rule, and are either wrong or worth a look. */
#pragma once

#include "vb-aggregate.h"

G_BEGIN_DECLS

/* One unit that breaks one rule in one measure, however many periods it does so in. */
typedef struct
{
  guint8 rule;     /* VbQualityRule */
  guint16 measure; /* the one that tells; NONE: of the unit as a whole */
  guint32 unit;    /* index in the tree */
  VbPeriod worst;  /* where the rule is broken most; SILENT: the first that is missing */
  guint n_periods; /* how many periods the rule is broken in */
  double value;    /* there: occupancy as a fraction, a share in per cent, patients, the unit's own
                    * figure, the level after the jump; NAN for SILENT */
  double expected; /* what it is held against: the highest occupancy, the nearest limit of a share,
                    * beds, the sum of the children, the level before; NAN for SILENT */
} VbQualityFinding;

/* Checks the figures that units report themselves: what is wrong in a sum is wrong below it. @now:
 * the day after the last observation, or today. In the order of the tree and of the rules. NULL
 * when cancelled, or with VB_ERROR_INVALID when tree or observations are not in order. */
GArray *vb_quality_run (const VbTreeInput *tree,
                        const VbObservationInput *observations,
                        const VbMeasureRule *rules,
                        guint n_rules,
                        VbDay now,
                        GCancellable *cancellable,
                        GError **error);

/* The measures that vb_quality_run() looks at. */
const guint16 *vb_quality_get_measures (guint *n);

G_END_DECLS
