/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user looks at: unit, period, scenario. Shared by all pages; holds no facts. */
#pragma once

#include "vb-document.h"
#include "vb-scenario.h"

G_BEGIN_DECLS

#define VB_TYPE_SESSION (vb_session_get_type ())
G_DECLARE_FINAL_TYPE (VbSession, vb_session, VB, SESSION, GObject)

/* Properties: document, unit (VbUnit), grain, period-start, care-group, scenario (VbScenario).
 * "period-changed" after grain or start changed. First period shown = the latest with data, of the
 * default grain (the coarsest stored that is not finer than month: with monthly or daily data that
 * is month … pages choose). */
VbSession *vb_session_new (VbDocument *document);
VbDocument *vb_session_get_document (VbSession *self);
VbUnit *vb_session_get_unit (VbSession *self); /* NULL in an empty document */
void vb_session_set_unit (VbSession *self, VbUnit *unit);
VbPeriod vb_session_get_period (VbSession *self);
void vb_session_set_period (VbSession *self, VbPeriod period);
void vb_session_step_period (VbSession *self, int n);
VbCareGroup vb_session_get_care_group (VbSession *self);
void vb_session_set_care_group (VbSession *self, VbCareGroup group);
/* Whose figures are shown: NULL = how things are today. Choosing a scenario that is not about the
 * unit or one above it chooses its unit too. One that leaves the document leaves the screen. */
VbScenario *vb_session_get_scenario (VbSession *self);
void vb_session_set_scenario (VbSession *self, VbScenario *scenario);

G_END_DECLS
