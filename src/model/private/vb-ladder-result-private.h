/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-ladder-result.h"

G_BEGIN_DECLS

/* For the document only. @steps: overall by level, NONE = of all. @areas: one for each of the
 * ladder's, in its order; taken over with what they hold. */
VbLadderResult *vb_ladder_result_new (VbAssessment *assessment,
                                      const guint steps[VB_N_PLANNING_LEVELS],
                                      double mean,
                                      VbLadderAreaFigures *areas);

G_END_DECLS
