/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements on the tables answer and assessment_area: what an assessment says, by statement and by
 * area. */
#pragma once

#include "vb-assessment.h"
#include "vb-store-connection.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 assessment;
  gint64 ladder; /* the assessment's; only written */
  char *statement;
  VbAnswer answer; /* NONE where there is only evidence */
  char *evidence;  /* NULL if none */
} VbAnswerRow;

typedef struct
{
  gint64 assessment;
  gint64 ladder; /* the assessment's; only written */
  char *area;
  VbAssessmentArea facts;
} VbAssessmentAreaRow;

/* Of one assessment, or with 0 of all, assessment by assessment. */
GArray *vb_answer_table_read (VbStoreConnection *connection, gint64 assessment, GError **error);
GArray *
vb_answer_table_read_areas (VbStoreConnection *connection, gint64 assessment, GError **error);
/* In the place of what stands there; a row that says nothing is deleted. */
gboolean
vb_answer_table_put (VbStoreConnection *connection, const VbAnswerRow *row, GError **error);
gboolean vb_answer_table_put_area (VbStoreConnection *connection,
                                   const VbAssessmentAreaRow *row,
                                   GError **error);

G_END_DECLS
