/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scenario comes to: need, capacity and gap year by year, and step by step. VB_ERROR_INVALID
 * names a lever whose figures cannot be. */
#pragma once

#include "vb-potential-row.h"
#include "vb-scenario.h"
#include "vb-waterfall-row.h"

G_BEGIN_DECLS

/* Rows (VbPotentialRow) of all its years, with percentiles of @n_draws (at least 1) draws; the same
 * @seed gives the same figures on any machine. 10,000 draws take some 20 ms. Owned by the caller.
 */
GListModel *vb_scenario_outlook_compute (
    VbScenario *scenario, guint n_draws, gint64 seed, GCancellable *cancellable, GError **error);
/* Rows (VbWaterfallRow) from the gap of the first year to that of @year, which is one of its years;
 * START and the steps add up to END exactly. Owned by the caller. */
GListModel *vb_scenario_outlook_trace (VbScenario *scenario, gint16 year, GError **error);
/* The first year without a shortage, every lever at its base value; 0 when there is none. */
gboolean vb_scenario_outlook_find_balance (VbScenario *scenario, gint16 *year, GError **error);

G_END_DECLS
