/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-ladder.h"
#include "vb-period.h"

G_BEGIN_DECLS

/* What is said about an area beside its answers. */
typedef struct
{
  guint wanted_step; /* 0 = not said */
  guint priority;    /* 1 (first) … 3; 0 = not said */
  VbDay by;          /* when the wanted step is to be reached; VB_DAY_NONE if not said */
  char *owner_role;  /* who sees to it, a role and never a name; NULL if not said */
  char *comment;     /* NULL if none */
} VbAssessmentArea;

#define VB_ASSESSMENT_MAX_PRIORITY 3

#define VB_TYPE_ASSESSMENT (vb_assessment_get_type ())
G_DECLARE_FINAL_TYPE (VbAssessment, vb_assessment, VB, ASSESSMENT, GObject)

/* One filled-in ladder: a unit, a role group, a day, the answers. Read-only from outside: the
 * document changes it.
 *
 * Properties: role, day, participants, state, note, current-area, n-answered.
 * Signals, after the facts have changed: "answer-changed", detailed by and with the id of the
 * statement whose answer or evidence is another; "area-changed", likewise of an area whose
 * VbAssessmentArea is. */
gint64 vb_assessment_get_id (VbAssessment *self);
gint64 vb_assessment_get_unit_id (VbAssessment *self);
VbLadder *vb_assessment_get_ladder (VbAssessment *self); /* not owned */
VbRoleGroup vb_assessment_get_role (VbAssessment *self);
VbDay vb_assessment_get_day (VbAssessment *self);
guint vb_assessment_get_participants (VbAssessment *self); /* a count only, at least 1 */
VbAssessmentState vb_assessment_get_state (VbAssessment *self);
const char *vb_assessment_get_note (VbAssessment *self); /* NULL if none */
/* The id of the area where it was left; NULL if it has not been opened. */
const char *vb_assessment_get_current_area (VbAssessment *self);

/* By the id of a statement; NONE and NULL for what is not answered. */
VbAnswer vb_assessment_get_answer (VbAssessment *self, const char *statement);
const char *vb_assessment_get_evidence (VbAssessment *self, const char *statement);
/* VbAnswer, one a statement in the ladder's order; not owned. */
const guint8 *vb_assessment_get_answers (VbAssessment *self);
guint vb_assessment_get_n_answered (VbAssessment *self); /* with those not relevant */
/* By the id of an area; never NULL for an area of the ladder. Owned by the assessment, valid until
 * it changes. */
const VbAssessmentArea *vb_assessment_get_area (VbAssessment *self, const char *area);

/* Whether both say the same, whatever their ids: ladder, role, day, participants, state, note,
 * answers, evidence, areas. Not the unit, which is another object in another document. */
gboolean vb_assessment_equal (VbAssessment *self, VbAssessment *other);

G_END_DECLS
