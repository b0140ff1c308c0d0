/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import does to the observations, and how it is taken back.
 *
 * Every value that an import brought is kept until the import is taken back: in observation when
 * nothing newer stands before it, else in observation_replaced. Which of them stands in observation
 * follows from who brought what alone – a typed value first, then the import of the highest
 * ordinal – so imports can be taken back, and put back, in any order. */
#pragma once

#include "vb-batch.h"
#include "vb-observation-rows.h"
#include "vb-store-connection.h"

G_BEGIN_DECLS

typedef struct _VbImportPlan VbImportPlan;

/* Compares @columns (sorted as a batch's; borrowed until the plan is freed) with what is stored.
 * @unit_ids: the id of each unit of @columns, no two the same. @ordinal: the import's. */
VbImportPlan *vb_import_plan_new (VbStoreConnection *connection,
                                  VbBatchColumns columns,
                                  const gint64 *unit_ids,
                                  gint64 ordinal,
                                  GError **error);
void vb_import_plan_free (VbImportPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbImportPlan, vb_import_plan_free)

typedef struct
{
  gsize n_added;    /* nothing stood there */
  gsize n_replaced; /* other values of imports stood there */
  gsize n_same;     /* this very value was known already */
  gsize n_beneath;  /* other values that stand behind a typed value or a newer import */
  gsize n_living;   /* of the import's values, those that will stand in observation */
} VbImportTally;

const VbImportTally *vb_import_plan_get_tally (VbImportPlan *self);
/* Import's id → how many of its observations it loses by this one (gsize in a pointer). */
GHashTable *vb_import_plan_get_losses (VbImportPlan *self);
/* The series and their stretches, an array of VbImportPartRow. */
GArray *vb_import_plan_get_parts (VbImportPlan *self);
/* Writes the observations of import @import. Inside an unchecked transaction. */
gboolean vb_import_plan_write (VbImportPlan *self, gint64 import, GError **error);

/* Takes the observations of import @import out of the document and brings back what they stood
 * before. @rows, @unit_ids: what was taken out is appended here, ready to be put back by a plan
 * (may be NULL). @gains: import's id → how many of its observations stand again. Inside an
 * unchecked transaction; the import's parts are still there. */
gboolean vb_import_remove_observations (VbStoreConnection *connection,
                                        gint64 import,
                                        VbObservationRows *rows,
                                        GArray *unit_ids,
                                        GHashTable *gains,
                                        GError **error);

/* A table from import's id to a count. */
GHashTable *vb_import_counts_new (void);
/* Adds each count, times @sign, to the import's number of observations. */
gboolean vb_import_counts_apply (VbStoreConnection *connection,
                                 GHashTable *counts,
                                 int sign,
                                 GError **error);

G_END_DECLS
