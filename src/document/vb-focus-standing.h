/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a measure of a focus area is going: its outcomes, from the catalogue's observations or noted
 * by hand, the target, and whether it moves the right way. */
#pragma once

#include "vb-document-actions.h"
#include "vb-planner.h"

G_BEGIN_DECLS

typedef enum
{
  VB_TREND_UNKNOWN, /* fewer than two outcomes */
  VB_TREND_BETTER,
  VB_TREND_SAME,
  VB_TREND_WORSE,
} VbTrend;

typedef struct
{
  guint n_outcomes;
  VbDay day;     /* of the latest; VB_DAY_NONE = none */
  double latest; /* NAN = none; in the measure's own unit: per cent, not fractions */
  VbDay day_before;
  double before;    /* NAN = none */
  VbTrend trend;    /* latest against the one before, by the direction that is good */
  gboolean reached; /* the latest outcome is at the target or beyond it */
} VbFocusStanding;

/* The standing of @measure; one of the catalogue is looked up for its own unit, or for @unit when
 * it has none: the yearly figures of need and gap where they hold it, else the unit's own stored
 * series. What is not reported has no outcome. */
VbFocusStanding vb_focus_standing_find (VbFocusMeasure *measure,
                                        VbDocument *document,
                                        VbPlanner *planner,
                                        VbUnit *unit);

/* The same from outcomes in order of time. */
VbFocusStanding vb_focus_standing_judge (const VbFocusOutcome *outcomes,
                                         guint n_outcomes,
                                         double target,
                                         gboolean good_up);

G_END_DECLS
