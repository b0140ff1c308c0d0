/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inspector's plan that outcomes are compared with: the decided one, or else a straight line
 * between two years' gaps, the nation's or one that the reader draws. */
#pragma once

#include <adwaita.h>

#include "vb-planner-years.h"

G_BEGIN_DECLS

#define VB_TYPE_PLAN_GROUP (vb_plan_group_get_type ())
G_DECLARE_FINAL_TYPE (VbPlanGroup, vb_plan_group, VB, PLAN_GROUP, AdwPreferencesGroup)

/* Signals: "drawn": the reader wants a line where there is none; "changed": another line is drawn;
 * "reset": the line that was drawn is to go. */
GtkWidget *vb_plan_group_new (void);
/* The plan or line of @order. @drawable: where there is neither, a line can be offered. */
void vb_plan_group_show (VbPlanGroup *self, const VbYearsOrder *order, gboolean drawable);
VbGapLine vb_plan_group_get_line (VbPlanGroup *self);

G_END_DECLS
