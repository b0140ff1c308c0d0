/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What helps where nothing can be broken down. */
#pragma once

#include "vb-empty-state.h"
#include "vb-page.h"

G_BEGIN_DECLS

/* Fills @state with why the beds of @unit, which may be NULL, cannot be shared out in the session's
 * period and with the one step that helps: a period or a unit that has figures, or an import. FALSE
 * when they can. The steps are the actions "breakdown.choose-unit" (int64, its id) and
 * "breakdown.choose-period" (int32, its first day, of the present grain), which the page has. */
gboolean vb_breakdown_step_show (VbEmptyState *state, VbPage *page, VbUnit *unit);

G_END_DECLS
