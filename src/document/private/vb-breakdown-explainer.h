/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a breakdown into words. Private to the document room. */
#pragma once

#include "private/vb-explainer.h"
#include "vb-breakdown-table.h"

G_BEGIN_DECLS

/* As vb_breakdown_board_explain(). @period: that the key was measured over. */
VbExplanation *_vb_breakdown_explain (VbPlanner *planner,
                                      VbBreakdownTable *table,
                                      VbPeriod period,
                                      VbUnit *unit,
                                      const char *figure,
                                      const char *total_source);

G_END_DECLS
