/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-assessment.h"

G_BEGIN_DECLS

/* For the document only. What an assessment is of never changes; the rest does. */
VbAssessment *vb_assessment_new (gint64 id, gint64 unit_id, VbLadder *ladder);
void vb_assessment_set_facts (VbAssessment *self,
                              VbRoleGroup role,
                              VbDay day,
                              guint participants,
                              VbAssessmentState state,
                              const char *note);
void vb_assessment_set_current_area (VbAssessment *self, const char *area);

/* All that an assessment holds of answers, as it shall be. Made empty for a ladder, filled in, and
 * given to vb_assessment_take_answers(), which signals what differs. */
typedef struct
{
  guint n_statements;
  guint8 *answers; /* VbAnswer */
  char **evidence;
  guint n_areas;
  VbAssessmentArea *areas;
} VbAssessmentAnswers;

VbAssessmentAnswers *vb_assessment_answers_new (VbLadder *ladder);
void vb_assessment_answers_free (VbAssessmentAnswers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbAssessmentAnswers, vb_assessment_answers_free)
void vb_assessment_take_answers (VbAssessment *self, VbAssessmentAnswers *answers);
/* Those it has, not owned. */
const VbAssessmentAnswers *vb_assessment_peek_answers (VbAssessment *self);

G_END_DECLS
