/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scenario made from today's figures, copied under another name, or changed. */
#pragma once

#include <adwaita.h>

#include "vb-planner.h"
#include "vb-scenario.h"

G_BEGIN_DECLS

#define VB_TYPE_SCENARIO_DIALOG (vb_scenario_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VbScenarioDialog, vb_scenario_dialog, VB, SCENARIO_DIALOG, AdwWindow)

/* Signal "saved" (gint64): the id of the scenario that was made or changed.
 *
 * Each returns a modal window, not shown yet. */
GtkWidget *vb_scenario_dialog_new (
    GtkWindow *parent, VbDocument *document, VbPlanner *planner, VbUnit *unit, VbCareGroup group);
/* Of a ready scenario the copy takes over what was changed in it: it says again what is published,
 * so that the two can be compared. */
GtkWidget *
vb_scenario_dialog_new_copy (GtkWindow *parent, VbDocument *document, VbScenario *scenario);
GtkWidget *
vb_scenario_dialog_new_edit (GtkWindow *parent, VbDocument *document, VbScenario *scenario);

G_END_DECLS
