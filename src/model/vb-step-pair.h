/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-lever.h"
#include "vb-waterfall-row.h"

G_BEGIN_DECLS

#define VB_TYPE_STEP_PAIR (vb_step_pair_get_type ())
G_DECLARE_FINAL_TYPE (VbStepPair, vb_step_pair, VB, STEP_PAIR, GObject)

/* A step of the waterfalls of two scenarios side by side; immutable. @lever: of LEVER, that of the
 * second scenario if it has it, else of the first; otherwise NULL. @first and @second are beds, NAN
 * where a scenario has no such step. */
VbStepPair *vb_step_pair_new (VbWaterfallKind kind, VbLever *lever, double first, double second);
VbWaterfallKind vb_step_pair_get_kind (VbStepPair *self);
VbLever *vb_step_pair_get_lever (VbStepPair *self); /* not owned */
double vb_step_pair_get_first (VbStepPair *self);
double vb_step_pair_get_second (VbStepPair *self);
/* The second less the first, where a step that is not there changes nothing. */
double vb_step_pair_get_difference (VbStepPair *self);

G_END_DECLS
