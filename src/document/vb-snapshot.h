/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document at one moment, in the arrays that the engine takes. Made on the main thread from what
 * stands in memory, in microseconds; the observations are read later, in a thread. */
#pragma once

#include "vb-document.h"
#include "vb-need.h"

G_BEGIN_DECLS

typedef struct _VbSnapshot VbSnapshot;

/* How @document is now. Owned by the caller. */
VbSnapshot *vb_snapshot_new (VbDocument *document);
/* From any thread. */
VbSnapshot *vb_snapshot_ref (VbSnapshot *self);
void vb_snapshot_unref (VbSnapshot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbSnapshot, vb_snapshot_unref)

/* Units in preorder, and their ids by index. Valid as long as the snapshot. */
const VbTreeInput *vb_snapshot_get_tree (const VbSnapshot *self);
const gint64 *vb_snapshot_get_unit_ids (const VbSnapshot *self);
/* Targets of occupancy, sorted by (unit, care type, from); those of the whole document last. */
const VbTargetInput *vb_snapshot_get_targets (const VbSnapshot *self, guint *n);
double vb_snapshot_get_default_target (const VbSnapshot *self);
gboolean vb_snapshot_get_occupied_includes_overcrowded (const VbSnapshot *self);
double vb_snapshot_get_hidden_demand (const VbSnapshot *self);

/* Reads what is stored of @measures, on a connection of its own: call it in a thread. Sorted as the
 * engine wants it; owned by the caller. Observations of a unit that was made since are not among
 * them, and if a change came in between they are newer than the snapshot: whoever caches them
 * throws them away at "observations-changed". */
typedef struct _VbSnapshotObservations VbSnapshotObservations;
VbSnapshotObservations *vb_snapshot_read_observations (const VbSnapshot *self,
                                                       const guint16 *measures,
                                                       guint n_measures,
                                                       GCancellable *cancellable,
                                                       GError **error);
const VbObservationInput *vb_snapshot_observations_get_input (const VbSnapshotObservations *self);
void vb_snapshot_observations_free (VbSnapshotObservations *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbSnapshotObservations, vb_snapshot_observations_free)

/* A stretch of a series in which an import has values. */
typedef struct
{
  gint64 import;
  guint32 unit; /* index in the tree */
  guint16 measure;
  guint8 grain;
  VbDay first;
  VbDay end; /* the day after the last */
} VbSnapshotPart;

/* What each import spoke of, as an array of VbSnapshotPart owned by the caller; in a thread, as
 * above. */
GArray *vb_snapshot_read_parts (const VbSnapshot *self, GCancellable *cancellable, GError **error);

/* What is known of populations, by unit: id (gint64) → VbPopulationFacts, sorted. Owned by the
 * caller; in a thread, as above. */
GHashTable *
vb_snapshot_read_population (const VbSnapshot *self, GCancellable *cancellable, GError **error);

G_END_DECLS
