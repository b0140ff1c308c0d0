/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who decides a scenario as the plan of its unit, and when. */
#pragma once

#include <adwaita.h>

#include "vb-document-scenarios.h"

G_BEGIN_DECLS

#define VB_TYPE_PLAN_DIALOG (vb_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VbPlanDialog, vb_plan_dialog, VB, PLAN_DIALOG, AdwWindow)

/* Signal "decided": it has been. A modal window, not shown yet. */
GtkWidget *vb_plan_dialog_new (GtkWindow *parent, VbDocument *document, VbScenario *scenario);

G_END_DECLS
