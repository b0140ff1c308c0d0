/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pictures of "chart" are made of. */
#pragma once

#include "vb-drawing.h"
#include "vb-planner.h"
#include "vb-scenario.h"

G_BEGIN_DECLS

typedef struct
{
  VbPlanner *planner;
  VbDocument *document;
  VbNeedTable *need;
  VbUnit *unit;
  VbCareGroup group;
  guint last;           /* the last period that has figures */
  VbScenario *scenario; /* NULL = none was asked for */
} VbCliSubject;

/* The strategic pictures; @subject has a scenario where the picture is of one. NULL with an error
 * when there is nothing to draw. Owned by the caller. */
VbDrawing *vb_cli_draw_need_years (const VbCliSubject *subject, GError **error);
VbDrawing *vb_cli_draw_need_sisters (const VbCliSubject *subject, GError **error);
VbDrawing *vb_cli_draw_deviation (const VbCliSubject *subject, GError **error);
VbDrawing *vb_cli_draw_breakdown (const VbCliSubject *subject, GError **error);
VbDrawing *vb_cli_draw_occupancy_cost (const VbCliSubject *subject, GError **error);
VbDrawing *vb_cli_draw_potential (const VbCliSubject *subject, GError **error);
VbDrawing *vb_cli_draw_waterfall (const VbCliSubject *subject, GError **error);
VbDrawing *vb_cli_draw_tornado (const VbCliSubject *subject, GError **error);
VbDrawing *vb_cli_draw_population (const VbCliSubject *subject, GError **error);
VbDrawing *vb_cli_draw_scenarios (const VbCliSubject *subject, GError **error);

G_END_DECLS
