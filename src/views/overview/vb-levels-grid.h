/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same plan at three resolutions: need, available beds and gap for the year, the month and the
 * week, one above the other, so that the reader sees whether they agree. */
#pragma once

#include <gtk/gtk.h>

#include "vb-planner.h"

G_BEGIN_DECLS

#define VB_TYPE_LEVELS_GRID (vb_levels_grid_get_type ())
G_DECLARE_FINAL_TYPE (VbLevelsGrid, vb_levels_grid, VB, LEVELS_GRID, GtkWidget)

/* Signal "period-activated" (int VbGrain, int VbDay): a row was pressed. */
GtkWidget *vb_levels_grid_new (void);
/* @scenario: whose figures those of the strategic level are; NULL = how things are. */
void vb_levels_grid_show (VbLevelsGrid *self,
                          const VbLevelBalance levels[VB_N_LEVELS],
                          const char *scenario);

G_END_DECLS
