/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the planner keeps of a snapshot as long as no unit and no observation changes: the tree, the
 * observations that need is made of, and what can be said of them at a glance. Immutable, so that
 * any thread may calculate on it. Private to the document room. */
#pragma once

#include "vb-data-coverage.h"
#include "vb-snapshot.h"

G_BEGIN_DECLS

typedef struct
{
  gatomicrefcount ref_count;

  VbSnapshot *snapshot;
  VbSnapshotObservations *observations;
  VbSnapshotObservations *published; /* that need is not made of: inhabitants and rates */
  GArray *parts;                     /* of VbSnapshotPart */
  GHashTable *index;                 /* gint64 id of a unit → its index in the tree */
  VbDay now;                         /* first day that has no data yet */
  VbDataEnd *ends;                   /* a unit: where its data end */
  VbDay first[VB_N_GRAINS]; /* first day of data of that or a finer grain; VB_DAY_NONE = none */
  VbDay end[VB_N_GRAINS];   /* … and the day after the last */
} VbFacts;

/* In a thread. @now: the document's. */
VbFacts *
_vb_facts_read (VbSnapshot *snapshot, VbDay now, GCancellable *cancellable, GError **error);
VbFacts *_vb_facts_ref (VbFacts *self);
void _vb_facts_unref (VbFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbFacts, _vb_facts_unref)

/* FALSE when the unit was made since. */
gboolean _vb_facts_find_unit (const VbFacts *self, gint64 unit_id, guint *index);
/* The units that are @unit_id or below it are those from index @first to before @after. */
gboolean _vb_facts_find_subtree (const VbFacts *self, gint64 unit_id, guint *first, guint *after);
/* What is stored of inhabitants or beds per 1,000 of a unit in a year; NAN if nothing is. */
double
_vb_facts_find_published (const VbFacts *self, gint64 unit_id, VbMeasureId measure, int year);

G_END_DECLS
