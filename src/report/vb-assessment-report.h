/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One assessment on paper: cover, staircase and profile, a page or more for each area with its
 * statements, answers and evidence, and the plan of actions. */
#pragma once

#include "vb-action.h"
#include "vb-ladder-result.h"
#include "vb-report.h"

G_BEGIN_DECLS

typedef struct
{
  VbLadderResult *result;
  VbLadderResult *previous; /* NULL when there is none to compare with */
  const char *unit_name;
  const char *unit_path; /* names joined by " / "; NULL if the name says it all */
  GListModel *actions;   /* of VbAction, those to print; NULL = none */
  VbDay today;           /* which actions are overdue */
} VbAssessmentReport;

/* Owned by the caller. */
VbReport *vb_assessment_report_new (const VbAssessmentReport *content);

G_END_DECLS
