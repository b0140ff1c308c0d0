/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same door as vb-document.h, and the same rules: scenarios with their years and levers. Signal
 * of the document: "scenarios-changed". */
#pragma once

#include "vb-document.h"
#include "vb-ready-scenario.h"
#include "vb-scenario.h"

G_BEGIN_DECLS

/* ---- facts to read --------------------------------------------------------------------------- */

GListModel *vb_document_get_scenarios (VbDocument *self);           /* of VbScenario, by name */
VbScenario *vb_document_get_scenario (VbDocument *self, gint64 id); /* not owned; NULL if none */
VbLever *vb_document_get_lever (VbDocument *self, gint64 id);       /* likewise */
/* By name in either language, by the id of the ready scenario that it was made from, or by its own
 * id as a number. VB_ERROR_NOT_FOUND when there is none, or more than one. Not owned. */
VbScenario *vb_document_find_scenario (VbDocument *self, const char *text, GError **error);

/* ---- changes --------------------------------------------------------------------------------- */

/* Each is one transaction and one undo step; what changes nothing succeeds and makes no step. FALSE
 * (or 0) with nothing changed, and the errors of vb-document.h: VB_ERROR_INVALID for an empty name
 * or figures that no lever can have. Facts are copied. What makes something returns its id. */

/* A scenario of @unit_id with all that @ready says; 10,000 draws. */
gint64 vb_document_add_ready_scenario (VbDocument *self,
                                       VbReadyScenario *ready,
                                       gint64 unit_id,
                                       GError **error);
/* Makes the scenario @id, which was made from @ready, say again what that says. Levers that it had
 * and that have the same name stay what they are, linked to the same action. */
gboolean vb_document_restore_ready_scenario (VbDocument *self,
                                             gint64 id,
                                             VbReadyScenario *ready,
                                             GError **error);
/* A scenario of one's own, with the @n_years of @years (vb_scenario_baseline_make() makes them). */
gint64 vb_document_add_scenario (VbDocument *self,
                                 const VbScenarioFacts *facts,
                                 const VbScenarioYear *years,
                                 guint n_years,
                                 GError **error);
/* Makes the scenario @id say @facts. Years that it did not have are as the nearest that it has. */
gboolean vb_document_change_scenario (VbDocument *self,
                                      gint64 id,
                                      const VbScenarioFacts *facts,
                                      GError **error);
/* Writes the @n_years of @years in the place of what the scenario said of those. */
gboolean vb_document_set_scenario_years (
    VbDocument *self, gint64 id, const VbScenarioYear *years, guint n_years, GError **error);
/* The same scenario once more, to be changed: it no longer counts as the ready one, and is based
 * on the scenario @id. */
gint64
vb_document_copy_scenario (VbDocument *self, gint64 id, const VbBilingual *name, GError **error);
/* With its years and levers. A plan that was decided stays. */
gboolean vb_document_remove_scenario (VbDocument *self, gint64 id, GError **error);

/* After the others of the scenario that @facts name. */
gint64 vb_document_add_lever (VbDocument *self, const VbLeverFacts *facts, GError **error);
/* Makes the lever @id say @facts. */
gboolean
vb_document_change_lever (VbDocument *self, gint64 id, const VbLeverFacts *facts, GError **error);
/* Puts it in the place @position among the levers of its scenario, the last if it is beyond. */
gboolean vb_document_move_lever (VbDocument *self, gint64 id, guint position, GError **error);
gboolean vb_document_remove_lever (VbDocument *self, gint64 id, GError **error);

G_END_DECLS
