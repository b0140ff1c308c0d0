/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements on the tables assessment and assessment_place. */
#pragma once

#include "vb-period.h"
#include "vb-store-connection.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 unit;
  gint64 ladder;
  VbRoleGroup role;
  VbDay day;
  guint participants;
  VbAssessmentState state;
  char *note;  /* NULL if none */
  char *place; /* where it was left: an area; NULL if nowhere. Only read. */
} VbAssessmentRow;

/* All assessments as an array of VbAssessmentRow, the latest first. */
GArray *vb_assessment_table_read (VbStoreConnection *connection, GError **error);
gboolean vb_assessment_table_insert (VbStoreConnection *connection,
                                     const VbAssessmentRow *row,
                                     GError **error);
/* All but the ladder. */
gboolean vb_assessment_table_update (VbStoreConnection *connection,
                                     const VbAssessmentRow *row,
                                     GError **error);
/* With its answers, and with where it was left. */
gboolean vb_assessment_table_delete (VbStoreConnection *connection, gint64 id, GError **error);
/* @area: NULL forgets. */
gboolean vb_assessment_table_set_place (VbStoreConnection *connection,
                                        gint64 id,
                                        const char *area,
                                        GError **error);

G_END_DECLS
