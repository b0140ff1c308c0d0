/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of proposed changes, as an importer or a generator makes it and the document takes it:
 * units that may have to be made, and observations in columns. A million observations are a few
 * flat arrays here (23 bytes each), never objects. */
#pragma once

#include <gio/gio.h>

#include "vb-period.h"
#include "vb-problem.h"

G_BEGIN_DECLS

/* What a unit's parent may be instead of another unit of the batch. */
#define VB_BATCH_ROOT (-1)         /* a root, or under the unit that vb_batch_get_under() names */
#define VB_BATCH_UNDER_ITSELF (-2) /* that unit is meant itself: a total's own figures */

/* A unit the batch speaks of, by its place in the tree. The document matches it with a unit that is
 * there already (same parent; same code where both have one, else same name) or makes it. */
typedef struct
{
  gint32 parent; /* index of another, earlier unit of the batch, or one of the above */
  VbUnitKind kind;
  VbCareType care_type; /* NONE = not said */
  double acute_share;   /* NAN = not said */
  char *name;
  char *code; /* NULL if none */
} VbBatchUnit;

#define VB_TYPE_BATCH (vb_batch_get_type ())
G_DECLARE_FINAL_TYPE (VbBatch, vb_batch, VB, BATCH, GObject)

VbBatch *vb_batch_new (void);

/* Where it came from. @source_name is the file's base name (never a full path); @checksum SHA-256
 * of its bytes; @mapping_key identifies the header, @mapping its remembered mapping (both may be
 * NULL). */
void vb_batch_set_source (VbBatch *self,
                          const char *source_name,
                          const char *checksum,
                          const char *mapping_key,
                          const char *mapping);
const char *vb_batch_get_source_name (VbBatch *self);
const char *vb_batch_get_checksum (VbBatch *self);
const char *vb_batch_get_mapping_key (VbBatch *self);
const char *vb_batch_get_mapping (VbBatch *self);
/* When it was made, Unix seconds; 0 = when the document takes it. The example fixes it. */
void vb_batch_set_time (VbBatch *self, gint64 time);
gint64 vb_batch_get_time (VbBatch *self);
/* A unit of the document (or a nation to be made) under which the batch's roots hang; NULL = none.
 */
void vb_batch_set_under (VbBatch *self, const char *under);
const char *vb_batch_get_under (VbBatch *self);

/* Finds the unit by parent and code/name, or adds it; returns its index. With the parent
 * VB_BATCH_UNDER_ITSELF, @name and @kind are only used where that unit has to be made. */
guint vb_batch_add_unit (
    VbBatch *self, gint32 parent, VbUnitKind kind, const char *name, const char *code);
VbBatchUnit *vb_batch_get_unit (VbBatch *self, guint index); /* to fill in care type … */
guint vb_batch_get_n_units (VbBatch *self);

/* @unit: index in the batch; @start: first day of the period; @source_row: as a spreadsheet numbers
 * it, for the problems. Only before vb_batch_finish(). */
void vb_batch_add_observation (VbBatch *self,
                               guint unit,
                               guint16 measure,
                               VbGrain grain,
                               VbDay start,
                               double value,
                               VbProvenance provenance,
                               guint32 source_row);
gsize vb_batch_get_n_observations (VbBatch *self);

/* Sorts by (unit, measure, grain, start) and settles duplicates: the same value twice is kept once;
 * different values are all dropped, and each is reported as a CONFLICTING_DUPLICATE problem with
 * its source row. Called once, when the last observation is in; sorts the problems too. */
void vb_batch_finish (VbBatch *self);
/* The source row of every observation that was dropped in conflict, also of those beyond the
 * number of problems that are kept. */
const guint32 *vb_batch_get_conflict_rows (VbBatch *self, gsize *n);

typedef struct
{
  gsize n;
  const guint32 *unit; /* index in the batch */
  const guint16 *measure;
  const guint8 *grain;
  const gint32 *start;
  const double *value;
  const guint8 *provenance;
} VbBatchColumns;

/* Valid until the batch changes; only after vb_batch_finish(). */
VbBatchColumns vb_batch_get_columns (VbBatch *self);

/* Takes @problem. Problems are kept up to 100,000; all are counted. */
void vb_batch_take_problem (VbBatch *self, VbProblem *problem);
GPtrArray *vb_batch_get_problems (VbBatch *self); /* of VbProblem, in file order; not owned */
guint64 vb_batch_get_n_problems (VbBatch *self);  /* all, kept or not */
/* Rows of data read, and those of them of which nothing was taken. */
void vb_batch_set_row_counts (VbBatch *self, guint read, guint refused);
guint vb_batch_get_rows_read (VbBatch *self);
guint vb_batch_get_rows_refused (VbBatch *self);

G_END_DECLS
