/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one door: everything that changes a fact goes through a typed method here, as one
 * transaction, leaves one changeset in the history, and comes back through the projections. */
#pragma once

#include <gio/gio.h>

#include "vb-batch.h"
#include "vb-measure.h"
#include "vb-period.h"
#include "vb-unit.h"

G_BEGIN_DECLS

#define VB_TYPE_DOCUMENT (vb_document_get_type ())
G_DECLARE_FINAL_TYPE (VbDocument, vb_document, VB, DOCUMENT, GObject)

/* It belongs to the thread that made it. While an import, or the undoing of one, runs in a thread,
 * every change and save is refused with VB_ERROR_INVALID; while a save does, changes go on and are
 * not in the file.
 *
 * Properties: file, title, modified (differs from what is saved), can-undo, can-redo, undo-label,
 * redo-label (the document forwards its VbHistory's).
 * Signals: "units-changed", "observations-changed", "targets-changed", "settings-changed",
 * "imports-changed", "population-changed", and those of vb-document-ladders.h,
 * vb-document-actions.h, vb-document-scenarios.h, vb-document-decisions.h and
 * vb-document-occupancy.h: after a committed change, an undo or a redo, only for what was touched.
 * And "failed" (GError): such a change is done, but what it touched could not be read again. */

/* ---- life ---------------------------------------------------------------------------------- */

/* A new, untitled document on a fresh working copy. */
VbDocument *vb_document_new (GError **error);
/* Blocking; for the command line and threads of tests. The window uses the _async pair. */
VbDocument *vb_document_open (GFile *file, GCancellable *cancellable, GError **error);
void vb_document_open_async (GFile *file,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
VbDocument *vb_document_open_finish (GAsyncResult *result, GError **error);
/* Saves to the document's file; VB_ERROR_CHANGED_ON_DISK when the file is no longer the one that
 * was opened or saved last, unless @overwrite. */
gboolean
vb_document_save (VbDocument *self, gboolean overwrite, GCancellable *cancellable, GError **error);
gboolean
vb_document_save_as (VbDocument *self, GFile *file, GCancellable *cancellable, GError **error);
void vb_document_save_async (VbDocument *self,
                             GFile *file, /* NULL = the document's own */
                             gboolean overwrite,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean vb_document_save_finish (VbDocument *self, GAsyncResult *result, GError **error);
/* From now on the ids of what is made follow from @seed: for the example, and for tests. */
void vb_document_set_id_seed (VbDocument *self, guint64 seed);
/* What an untitled document holds now is how it began, for the example and for what a new one is
 * given: nothing can be undone, and it counts as unmodified. @title (NULL = as it is): its title
 * until it has a file. */
gboolean vb_document_start_afresh (VbDocument *self, const char *title, GError **error);
/* Throws the working copy away: call when the user closes without saving, or after a save. */
void vb_document_close (VbDocument *self);

GFile *vb_document_get_file (VbDocument *self); /* NULL when untitled; not owned */
const char *vb_document_get_title (VbDocument *self);
gboolean vb_document_get_modified (VbDocument *self);
/* TRUE while an import, a gathering or an undo runs in a thread: closing would throw it away. */
gboolean vb_document_get_busy (VbDocument *self);

/* Working copies left behind by a crash, the latest first: of VbRecovery. Owned by the caller. */
GListModel *vb_document_list_recoverable (void);

/* ---- facts to read --------------------------------------------------------------------------- */

GListModel *vb_document_get_roots (VbDocument *self);       /* of VbUnit; children via the unit */
VbUnit *vb_document_get_unit (VbDocument *self, gint64 id); /* not owned; NULL if none */
guint vb_document_get_n_units (VbDocument *self);
/* By full path, code, or name when unique. VB_ERROR_NOT_FOUND names what was asked for, or says
 * which paths it could be. */
VbUnit *vb_document_find_unit (VbDocument *self, const char *text, GError **error);
GListModel *vb_document_get_imports (VbDocument *self); /* of VbImport, newest first */
/* What the import refused, in file order: GPtrArray of VbProblem (the first 10,000), owned by the
 * caller. */
GPtrArray *vb_document_read_import_problems (VbDocument *self, gint64 import_id, GError **error);
GListModel *vb_document_get_targets (VbDocument *self); /* of VbTarget */
/* First day with data and the day after the last (either may be NULL); FALSE when there is none. */
gboolean vb_document_get_extent (VbDocument *self, VbDay *first, VbDay *end);
/* Which grains are stored, a bit per VbGrain. */
guint vb_document_get_grains (VbDocument *self);
/* The number of the document format, which is the program's: older files are brought up to it. */
guint vb_document_get_schema (VbDocument *self);
/* One stored series as it stands, nothing summed: GArray of VbSeriesPoint in order of time, owned
 * by the caller. */
typedef struct
{
  VbDay start;
  double value;
  VbProvenance provenance;
  gint64 import_id; /* 0 = typed by hand */
} VbSeriesPoint;
GArray *vb_document_read_series (
    VbDocument *self, gint64 unit_id, VbMeasureId measure, VbGrain grain, GError **error);
/* The day after the last observation, or today if that is earlier. */
VbDay vb_document_get_now (VbDocument *self);
double vb_document_get_default_target (VbDocument *self);
gboolean vb_document_get_occupied_includes_overcrowded (VbDocument *self);
double vb_document_get_hidden_demand (VbDocument *self); /* share of bed days to add; 0 = none */
char *vb_document_get_mapping (VbDocument *self, const char *mapping_key); /* remembered, or NULL */

/* ---- changes -------------------------------------------------------------------------------- */

/* Each is one transaction and one undo step; what changes nothing succeeds and makes no step. FALSE
 * (or 0) with nothing changed: VB_ERROR_INVALID when a rule of the document forbids it,
 * VB_ERROR_NOT_FOUND for an id that is not there, VB_ERROR_STORAGE. Values are fractions.
 * vb_document_add_unit() returns the new id; 0 as parent is none, @code may be NULL. */
gboolean
vb_document_set_target (VbDocument *self,
                        gint64 unit_id,       /* 0: of the whole document */
                        VbMeasureId measure,  /* VB_MEASURE_OCCUPANCY for target occupancy */
                        VbCareType care_type, /* NONE = every care type */
                        VbDay from,           /* VB_DAY_NONE = always */
                        double value,
                        const char *decided_by, /* NULL = set by hand */
                        GError **error);
gboolean vb_document_clear_target (VbDocument *self, gint64 target_id, GError **error);
gboolean vb_document_set_default_target (VbDocument *self, double value, GError **error);
gboolean
vb_document_set_occupied_includes_overcrowded (VbDocument *self, gboolean yes, GError **error);
gboolean vb_document_set_hidden_demand (VbDocument *self, double share, GError **error);
gint64 vb_document_add_unit (VbDocument *self,
                             gint64 parent_id,
                             VbUnitKind kind,
                             const char *name,
                             const char *code,
                             GError **error);
gboolean vb_document_rename_unit (VbDocument *self, gint64 id, const char *name, GError **error);
gboolean vb_document_move_unit (VbDocument *self, gint64 id, gint64 new_parent, GError **error);
gboolean
vb_document_set_unit_care_type (VbDocument *self, gint64 id, VbCareType type, GError **error);
/* The same of @n units, which are named alike, as one change. */
gboolean vb_document_set_care_types (
    VbDocument *self, const gint64 *ids, guint n, VbCareType type, GError **error);
gboolean vb_document_remove_unit (VbDocument *self, gint64 id, GError **error);
/* A value typed by hand: wins over imports. NAN removes the typed value. */
gboolean vb_document_set_observation (VbDocument *self,
                                      gint64 unit_id,
                                      VbMeasureId measure,
                                      VbPeriod period,
                                      double value,
                                      GError **error);

/* Takes an import. Runs on the calling thread; the window uses the _async pair. @import_id: out. A
 * file that changes nothing makes no import and returns TRUE with *import_id = 0. */
typedef struct
{
  gint64 import_id;
  guint units_made;
  gsize observations_added;
  gsize observations_replaced;
  gsize observations_same;
  gsize observations_beneath; /* kept, but a value typed by hand stands before them */
} VbTaken;
gboolean vb_document_take_batch (
    VbDocument *self, VbBatch *batch, GCancellable *cancellable, VbTaken *taken, GError **error);
void vb_document_take_batch_async (VbDocument *self,
                                   VbBatch *batch,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean vb_document_take_batch_finish (VbDocument *self,
                                        GAsyncResult *result,
                                        VbTaken *taken,
                                        GError **error);
/* Takes an import back as a new step: its values go, what they stood before comes back, and the
 * units it made go when nothing else refers to them. As long as it takes to read the import's rows;
 * the window uses the _async pair. */
gboolean vb_document_take_back_import (VbDocument *self, gint64 import_id, GError **error);
void vb_document_take_back_import_async (VbDocument *self,
                                         gint64 import_id,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean
vb_document_take_back_import_finish (VbDocument *self, GAsyncResult *result, GError **error);

/* The window uses the _async pairs: the undoing of an import runs in a thread. */
gboolean vb_document_undo (VbDocument *self, GError **error);
gboolean vb_document_redo (VbDocument *self, GError **error);
void vb_document_undo_async (VbDocument *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean vb_document_undo_finish (VbDocument *self, GAsyncResult *result, GError **error);
void vb_document_redo_async (VbDocument *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean vb_document_redo_finish (VbDocument *self, GAsyncResult *result, GError **error);
/* Changes of a drag (a slider) between the two become one undo step. */
void vb_document_begin_group (VbDocument *self);
void vb_document_end_group (VbDocument *self);

G_END_DECLS
