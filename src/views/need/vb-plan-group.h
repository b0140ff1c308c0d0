/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inspector's plan that outcomes are compared with: the decided one, or else a straight line
 * between two years' gaps that the reader draws. */
#pragma once

#include <adwaita.h>

#include "vb-planner-years.h"

G_BEGIN_DECLS

#define VB_TYPE_PLAN_GROUP (vb_plan_group_get_type ())
G_DECLARE_FINAL_TYPE (VbPlanGroup, vb_plan_group, VB, PLAN_GROUP, AdwPreferencesGroup)

/* Signals: "changed": the reader has drawn another line; "reset": the proposed one should hold
 * again. */
GtkWidget *vb_plan_group_new (void);
/* @plan NULL: there is none, and @line is offered. @is_own: it is drawn by hand. */
void vb_plan_group_show (VbPlanGroup *self, VbPlan *plan, const VbGapLine *line, gboolean is_own);
VbGapLine vb_plan_group_get_line (VbPlanGroup *self);

G_END_DECLS
