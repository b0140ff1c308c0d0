/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that shows whose figures the pages show, and opens the list of what to choose from:
 * today, the scenarios of the unit and of those above it, then those of other units. */
#pragma once

#include <gtk/gtk.h>

#include "vb-session.h"

G_BEGIN_DECLS

#define VB_TYPE_SCENARIO_PICKER (vb_scenario_picker_get_type ())
G_DECLARE_FINAL_TYPE (VbScenarioPicker, vb_scenario_picker, VB, SCENARIO_PICKER, GtkWidget)

/* Property: session. A choice goes to the session. */
GtkWidget *vb_scenario_picker_new (void);
void vb_scenario_picker_set_session (VbScenarioPicker *self, VbSession *session);
/* Opens the list. */
void vb_scenario_picker_popup (VbScenarioPicker *self);

G_END_DECLS
