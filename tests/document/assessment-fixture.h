/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ladders, assessments and units without a document, for tests of what is made of them. */
#pragma once

#include "vb-ladder-board.h"

G_BEGIN_DECLS

#define ASSESSMENT_FIXTURE_N_AREAS 3

/* Three areas, five steps, one statement a step and level. Its texts are those of @version. */
VbLadder *assessment_fixture_make_ladder (const char *version);
/* A finished assessment in which area i has reached @steps[i]: all yes up to it, no above; 0 = not
 * relevant. */
VbAssessment *assessment_fixture_assess (gint64 id,
                                         gint64 unit_id,
                                         VbLadder *ladder,
                                         VbRoleGroup role,
                                         const char *day,
                                         guint participants,
                                         const guint steps[ASSESSMENT_FIXTURE_N_AREAS]);
/* The same, with the answers given. */
VbAssessment *assessment_fixture_assess_answers (gint64 id,
                                                 gint64 unit_id,
                                                 VbLadder *ladder,
                                                 VbAssessmentState state,
                                                 const char *day,
                                                 const guint8 *answers);
/* Region 1 > hospital 2 > wards 3, 4; hospital 5 > ward 6: named "Unit 1" … */
VbUnit *assessment_fixture_make_tree (void);

G_END_DECLS
