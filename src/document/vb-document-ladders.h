/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same door as vb-document.h, and the same rules: self-assessments and the ladders they are
 * made with. Signals of the document: "ladders-changed", "assessments-changed" (also when only an
 * answer changes; the assessment's own signals tell which). */
#pragma once

#include "vb-assessment.h"
#include "vb-document.h"

G_BEGIN_DECLS

/* ---- facts to read --------------------------------------------------------------------------- */

GListModel *vb_document_get_ladders (VbDocument *self); /* of VbLadder, by id and version */
/* By its id and version; not owned, NULL if the document does not have it. */
VbLadder *vb_document_find_ladder (VbDocument *self, const char *id, const char *version);
/* By vb_ladder_make_id(); not owned, NULL if none. */
VbLadder *vb_document_get_ladder (VbDocument *self, gint64 ladder_id);
GListModel *vb_document_get_assessments (VbDocument *self); /* of VbAssessment, the latest first */
VbAssessment *vb_document_get_assessment (VbDocument *self,
                                          gint64 id); /* not owned; NULL if none */
/* Role groups of fewer participants are shown only rolled up; 1 shows all. */
guint vb_document_get_smallest_group (VbDocument *self);

/* ---- changes --------------------------------------------------------------------------------- */

/* Each is one transaction and one undo step; what changes nothing succeeds and makes no step. FALSE
 * (or 0) with nothing changed, and the errors of vb-document.h. A change of anything but the state
 * of an assessment that is done is VB_ERROR_INVALID.
 *
 * A text that is blank is none. Changes of the same text that follow each other
 * without another change in between are one step, so that a page may pass on what is typed as it
 * is typed. */

/* A ladder's text never changes once it is in a document: another text under the same id and
 * version is VB_ERROR_INVALID; the same one succeeds. */
gboolean vb_document_add_ladder (VbDocument *self, VbLadder *ladder, GError **error);
/* VB_ERROR_INVALID when there are assessments or actions of it. */
gboolean vb_document_remove_ladder (VbDocument *self, gint64 ladder_id, GError **error);
/* A new draft; takes @ladder into the document, in the same step, when it is not there yet. Returns
 * the new id. */
gint64 vb_document_start_assessment (VbDocument *self,
                                     gint64 unit_id,
                                     VbLadder *ladder,
                                     VbRoleGroup role,
                                     VbDay day,
                                     guint participants,
                                     GError **error);
gboolean vb_document_set_assessment_facts (VbDocument *self,
                                           gint64 assessment_id,
                                           VbRoleGroup role,
                                           VbDay day,
                                           guint participants,
                                           GError **error);
gboolean vb_document_set_assessment_note (VbDocument *self,
                                          gint64 assessment_id,
                                          const char *note,
                                          GError **error);
gboolean vb_document_finish_assessment (VbDocument *self, gint64 assessment_id, GError **error);
gboolean vb_document_reopen_assessment (VbDocument *self, gint64 assessment_id, GError **error);
gboolean vb_document_remove_assessment (VbDocument *self, gint64 assessment_id, GError **error);
/* NONE takes the answer away; the evidence stays. */
gboolean vb_document_set_answer (
    VbDocument *self, gint64 assessment_id, const char *statement, VbAnswer answer, GError **error);
/* Many at once, one step; all of them or none. An answer of NONE and an evidence of NULL leave what
 * is there alone. */
typedef struct
{
  const char *statement;
  VbAnswer answer;
  const char *evidence;
} VbGivenAnswer;
gboolean vb_document_set_answers (
    VbDocument *self, gint64 assessment_id, const VbGivenAnswer *answers, guint n, GError **error);
gboolean vb_document_set_evidence (VbDocument *self,
                                   gint64 assessment_id,
                                   const char *statement,
                                   const char *evidence, /* may be NULL */
                                   GError **error);
gboolean vb_document_set_wanted_step (VbDocument *self,
                                      gint64 assessment_id,
                                      const char *area,
                                      guint step, /* 0 = not said */
                                      GError **error);
gboolean vb_document_set_area_comment (VbDocument *self,
                                       gint64 assessment_id,
                                       const char *area,
                                       const char *comment, /* may be NULL */
                                       GError **error);
/* How the wanted step is to be reached; 0, NULL and VB_DAY_NONE are not said. */
gboolean vb_document_set_area_plan (VbDocument *self,
                                    gint64 assessment_id,
                                    const char *area,
                                    guint priority,
                                    const char *owner_role,
                                    VbDay by,
                                    GError **error);
/* Where somebody left it. No fact: safe at once, and saved with the document, but no undo step and
 * no change that has to be saved. NULL forgets. */
gboolean vb_document_set_current_area (VbDocument *self,
                                       gint64 assessment_id,
                                       const char *area,
                                       GError **error);
gboolean vb_document_set_smallest_group (VbDocument *self, guint participants, GError **error);

G_END_DECLS
