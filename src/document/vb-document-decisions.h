/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same door as vb-document.h, and the same rules: what is decided about the years to come.
 * Signals of the document: "plans-changed", "breakdown-holds-changed". */
#pragma once

#include "vb-document.h"
#include "vb-plan.h"

G_BEGIN_DECLS

/* ---- facts to read --------------------------------------------------------------------------- */

GListModel *vb_document_get_plans (VbDocument *self); /* of VbPlan */
/* The decided plan of a unit and care group, which is the unit's own, not one of a unit above it;
 * not owned; NULL if there is none. */
VbPlan *vb_document_find_plan (VbDocument *self, gint64 unit_id, VbCareGroup group);

/* The straight line that the gaps of a unit and care group are compared with where no plan is
 * decided. FALSE with @line left alone when none is drawn. */
gboolean
vb_document_find_gap_line (VbDocument *self, gint64 unit_id, VbCareGroup group, VbGapLine *line);

/* What a breakdown holds fast of a unit: beds that it has to get, and the fewest; -1 = not. */
typedef struct
{
  int locked;
  int minimum;
} VbBreakdownHold;
VbBreakdownHold
vb_document_get_breakdown_hold (VbDocument *self, gint64 unit_id, VbCareGroup group);

/* ---- changes --------------------------------------------------------------------------------- */

/* Each is one transaction and one undo step; what changes nothing succeeds and makes no step. FALSE
 * with nothing changed, and the errors of vb-document.h. */

/* Makes the scenario @scenario_id the plan of its unit and care group from now on, in the place of
 * the one that it has: the scenario's need and capacity, every lever at its base value, are copied
 * and stay as they are whatever becomes of the scenario. @by may be NULL. VB_ERROR_INVALID when a
 * lever's figures cannot be. */
gboolean vb_document_decide_plan (
    VbDocument *self, gint64 scenario_id, VbDay day, const char *by, GError **error);
/* VB_ERROR_NOT_FOUND when it has none. */
gboolean
vb_document_clear_plan (VbDocument *self, gint64 unit_id, VbCareGroup group, GError **error);

/* @line NULL: none. Changes of one line that follow each other are one undo step: a line has two
 * ends, each with a year and a gap. VB_ERROR_INVALID when it does not end after it begins. */
gboolean vb_document_set_gap_line (
    VbDocument *self, gint64 unit_id, VbCareGroup group, const VbGapLine *line, GError **error);

/* Both -1 lets go of the unit. */
gboolean vb_document_set_breakdown_hold (
    VbDocument *self, gint64 unit_id, VbCareGroup group, VbBreakdownHold hold, GError **error);

/* A breakdown is decided as reference numbers: targets of VB_MEASURE_NEEDED_BEDS, @beds[i] of
 * @care_type for each of the @n @unit_ids from the day @from on, which may not be VB_DAY_NONE. The
 * first unit is the one that the others share the beds of. @by may be NULL. */
gboolean vb_document_decide_breakdown (VbDocument *self,
                                       const gint64 *unit_ids,
                                       const double *beds,
                                       guint n,
                                       VbCareType care_type,
                                       VbDay from,
                                       const char *by,
                                       GError **error);

G_END_DECLS
