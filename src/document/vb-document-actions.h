/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same door as vb-document.h, and the same rules: actions, the focus areas they belong to with
 * their measures, and dialogues. Signals of the document: "actions-changed",
 * "focus-areas-changed" (with their measures and outcomes), "dialogues-changed". */
#pragma once

#include "vb-action.h"
#include "vb-dialogue.h"
#include "vb-document.h"
#include "vb-focus-area.h"
#include "vb-focus-measure.h"

G_BEGIN_DECLS

/* ---- facts to read --------------------------------------------------------------------------- */

GListModel *vb_document_get_focus_areas (VbDocument *self); /* of VbFocusArea, in their order */
VbFocusArea *vb_document_get_focus_area (VbDocument *self, gint64 id); /* not owned; NULL if none */
VbFocusMeasure *vb_document_get_focus_measure (VbDocument *self, gint64 id); /* likewise */
/* Of VbAction: those with a due day first, by it. */
GListModel *vb_document_get_actions (VbDocument *self);
VbAction *vb_document_get_action (VbDocument *self, gint64 id); /* not owned; NULL if none */
GListModel *vb_document_get_dialogues (VbDocument *self); /* of VbDialogue, the latest first */
VbDialogue *vb_document_get_dialogue (VbDocument *self, gint64 id); /* not owned; NULL if none */

/* ---- changes --------------------------------------------------------------------------------- */

/* Each is one transaction and one undo step; what changes nothing succeeds and makes no step. FALSE
 * (or 0) with nothing changed, and the errors of vb-document.h: VB_ERROR_INVALID for an empty
 * title or name, days or effects out of order, VB_ERROR_NOT_FOUND for an id that is not there.
 * Facts are copied; a text that is blank is none. An _add_ returns the new id. To
 * change one thing, copy the facts, change the copy, and hand it in. */

/* A new one, at its place by due day. */
gint64 vb_document_add_action (VbDocument *self, const VbActionFacts *facts, GError **error);
/* Makes the action @id say @facts. */
gboolean
vb_document_change_action (VbDocument *self, gint64 id, const VbActionFacts *facts, GError **error);
/* DONE notes @day as when it was carried out; any other status takes that day away. */
gboolean vb_document_set_action_status (
    VbDocument *self, gint64 id, VbActionStatus status, VbDay day, GError **error);
gboolean vb_document_remove_action (VbDocument *self, gint64 id, GError **error);

/* With the actions it names; the same twice is once. */
gint64 vb_document_add_dialogue (VbDocument *self, const VbDialogueFacts *facts, GError **error);
/* Makes the dialogue @id say @facts. */
gboolean vb_document_change_dialogue (VbDocument *self,
                                      gint64 id,
                                      const VbDialogueFacts *facts,
                                      GError **error);
/* Its actions stay. */
gboolean vb_document_remove_dialogue (VbDocument *self, gint64 id, GError **error);

/* At the end of the list. */
gint64 vb_document_add_focus_area (VbDocument *self, const VbFocusAreaFacts *facts, GError **error);
gboolean vb_document_change_focus_area (VbDocument *self,
                                        gint64 id,
                                        const VbFocusAreaFacts *facts,
                                        GError **error);
/* With its measures; its actions lose their focus area. VB_ERROR_INVALID for one of the five. */
gboolean vb_document_remove_focus_area (VbDocument *self, gint64 id, GError **error);

/* Of the focus area that @facts name. */
gint64
vb_document_add_focus_measure (VbDocument *self, const VbFocusMeasureFacts *facts, GError **error);
/* Makes the measure @id say @facts. */
gboolean vb_document_change_focus_measure (VbDocument *self,
                                           gint64 id,
                                           const VbFocusMeasureFacts *facts,
                                           GError **error);
/* With its outcomes. */
gboolean vb_document_remove_focus_measure (VbDocument *self, gint64 id, GError **error);
/* A value noted by hand, one a day; NAN takes it away. VB_ERROR_INVALID for a measure of the
 * catalogue, whose values are observations. */
gboolean vb_document_set_focus_outcome (
    VbDocument *self, gint64 measure_id, VbDay day, double value, GError **error);

G_END_DECLS
