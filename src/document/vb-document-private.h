/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of VbDocument share. The rule of threads: the document, its connection and its
 * objects belong to the thread that made it, the main one. What takes long runs in a thread on a
 * connection of its own – a save, a snapshot, an import and its undoing. While an import (or its
 * undoing) runs in a thread, every change is refused with VB_ERROR_INVALID; reading goes on, and so
 * do changes while a save runs, which writes the moment at which it was asked for. */
#pragma once

#include "vb-changeset.h"
#include "vb-document.h"
#include "vb-document-actions.h"
#include "vb-document-decisions.h"
#include "vb-document-ladders.h"
#include "vb-document-scenarios.h"
#include "vb-history.h"
#include "vb-occupancy-table.h"
#include "vb-plan-table.h"
#include "vb-random.h"
#include "vb-setting-table.h"
#include "vb-store-connection.h"
#include "vb-working-copy.h"

G_BEGIN_DECLS

struct _VbDocument
{
  GObject parent_instance;

  VbWorkingCopy *copy; /* NULL once closed */
  VbStoreConnection *connection;
  GFile *file;
  char *etag;
  char *title; /* made when asked for */
  VbHistory *history;
  VbRandom ids;
  gboolean marked_modified; /* what the working copy says of itself */
  gboolean working;         /* an import runs in a thread */
  gboolean saving;
  guint group_depth;
  gboolean group_begun; /* the latest step belongs to the group */
  char *typing;         /* the text whose changes the latest step is, NULL if of none */

  GListStore *roots;
  GHashTable *units; /* id (in the unit's) → VbUnit, owned */
  GListStore *imports;
  GListStore *targets;
  VbSettingRow settings;
  GListStore *ladders;
  GListStore *assessments;
  GHashTable *assessments_by_id; /* id → VbAssessment, owned */
  GListStore *focus_areas;
  GListStore *actions;
  GListStore *dialogues;
  GListStore *scenarios;
  GListStore *plans;
  GArray *breakdown_holds; /* of VbBreakdownHoldRow */
  GArray *gap_lines;       /* of VbGapLineRow */
  GArray *accepted_risks;  /* of VbAcceptedRiskRow */
  GArray *variations;      /* of VbCensusVariationRow */

  /* What the series say, while known. */
  gboolean series_known;
  VbDay first;
  VbDay end;
  guint grains;
};

/* ---- vb-document.c ----------------------------------------------------------------------------
 */

/* Takes over @copy, whose database is a document. @modified: it differs from @file, having been
 * left behind; then it stays if this fails. */
VbDocument *vb_document_new_for_copy (
    VbWorkingCopy *copy, GFile *file, const char *etag, gboolean modified, GError **error);
void vb_document_set_file (VbDocument *self, GFile *file);
/* Writes down which file the working copy belongs to, and whether it differs from it. */
gboolean vb_document_write_about (VbDocument *self, gboolean modified, GError **error);

/* ---- vb-document-file.c ----------------------------------------------------------------------
 */

/* Everything of an opening that may take long, in any thread: a working copy of @file, checked and
 * brought up to date. @etag: out, the file's. */
VbWorkingCopy *
vb_document_fetch (GFile *file, char **etag, GCancellable *cancellable, GError **error);
/* Opens a working copy that was left behind, which stays if this fails. */
void vb_document_recover_async (const char *folder,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
VbDocument *vb_document_recover_finish (GAsyncResult *result, GError **error);

/* ---- vb-document-reading.c -------------------------------------------------------------------
 */

/* Brings the objects that show touched tables up to date, then emits the signals. @changeset: what
 * was changed, for reading only those rows again; may be NULL. */
gboolean
vb_document_refresh (VbDocument *self, VbTouched touched, GBytes *changeset, GError **error);
/* The same after a change that is committed, which is done whatever becomes of its showing: what
 * cannot be read is told by the signal "failed". */
void vb_document_show_change (VbDocument *self, VbTouched touched, GBytes *changeset);
/* The item of @store with @id, owned by the caller, or NULL. Looks first at place @hint, where it
 * is if nothing moved. */
gpointer
vb_document_find_item (GListStore *store, guint hint, gint64 id, gint64 (*get_id) (gpointer));

/* ---- vb-document-ladders-reading.c -----------------------------------------------------------
 */

gboolean vb_document_refresh_ladders (VbDocument *self, GError **error);
/* Assessments, what they answer, or both. */
gboolean vb_document_refresh_assessments (VbDocument *self,
                                          VbTouched touched,
                                          GBytes *changeset,
                                          GError **error);
/* After it has been written where an assessment was left. */
void vb_document_show_place (VbDocument *self, gint64 assessment_id, const char *area);

/* ---- vb-document-ladders.c -------------------------------------------------------------------
 */

/* Whether an assessment may be made with @ladder: it is a ladder, and the document has no other
 * text under its id and version. @is_new: out, the document does not have it yet. */
gboolean
vb_document_expect_ladder (VbDocument *self, VbLadder *ladder, gboolean *is_new, GError **error);

/* ---- vb-document-actions-reading.c -----------------------------------------------------------
 */

gboolean vb_document_refresh_actions (VbDocument *self, GError **error);
gboolean vb_document_refresh_dialogues (VbDocument *self, GError **error);
/* With their measures and outcomes. */
gboolean vb_document_refresh_focus_areas (VbDocument *self, GError **error);

/* ---- vb-document-scenarios.c -----------------------------------------------------------------
 */

/* The scenario that a change speaks of, or VB_ERROR_NOT_FOUND. */
VbScenario *vb_document_expect_scenario (VbDocument *self, gint64 id, GError **error);
/* What comes from outside: VB_ERROR_INVALID when it is no UTF-8. */
gboolean vb_document_check_bilingual (const VbBilingual *text, GError **error);

/* ---- vb-document-scenarios-reading.c ---------------------------------------------------------
 */

/* With their years and levers. */
gboolean vb_document_refresh_scenarios (VbDocument *self, GError **error);

/* ---- vb-document-actions.c -------------------------------------------------------------------
 */

/* The action that a change speaks of, or VB_ERROR_NOT_FOUND. */
VbAction *vb_document_expect_action (VbDocument *self, gint64 id, GError **error);

/* ---- vb-document-decisions-reading.c ---------------------------------------------------------
 */

/* With their years, and the straight lines. */
gboolean vb_document_refresh_plans (VbDocument *self, GError **error);
gboolean vb_document_refresh_breakdown_holds (VbDocument *self, GError **error);

/* ---- vb-document-occupancy.c -----------------------------------------------------------------
 */

gboolean vb_document_refresh_occupancy (VbDocument *self, GError **error);

/* ---- vb-document-focus.c ---------------------------------------------------------------------
 */

/* The focus area that a change speaks of, or VB_ERROR_NOT_FOUND. */
VbFocusArea *vb_document_expect_focus_area (VbDocument *self, gint64 id, GError **error);

/* ---- vb-document-change.c --------------------------------------------------------------------
 */

/* Whether anything may be written. */
gboolean vb_document_check_writable (VbDocument *self, GError **error);
/* Whether a change may begin; marks the working copy as modified. */
gboolean vb_document_prepare_change (VbDocument *self, GError **error);
/* The unit that a change speaks of, or VB_ERROR_NOT_FOUND. */
VbUnit *vb_document_expect_unit (VbDocument *self, gint64 id, GError **error);
/* The one path of change: @func in a recorded transaction, the changeset to the history under
 * @label (translated), the objects refreshed, the signals emitted. A change that changes nothing is
 * no step. */
gboolean vb_document_change (
    VbDocument *self, const char *label, VbStoreFunc func, gpointer data, GError **error);
/* The same for a text that is being typed: changes with the same @what that follow each other are
 * one step. */
gboolean vb_document_change_text (VbDocument *self,
                                  const char *what,
                                  const char *label,
                                  VbStoreFunc func,
                                  gpointer data,
                                  GError **error);
/* vb_document_change() in a thread, on a connection of its own, for a change that takes long: until
 * its answer there is no other. Takes @data, which the thread has to itself. */
void vb_document_change_async (VbDocument *self,
                               const char *label,
                               VbStoreFunc func,
                               gpointer data,
                               GDestroyNotify free_data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean vb_document_change_finish (VbDocument *self, GAsyncResult *result, GError **error);
/* The latest step of the history grows no more, whatever is typed or grouped: for whoever moves the
 * history in another way. */
void vb_document_end_step (VbDocument *self);
/* Copies a text that comes from outside into @copy, NULL if it is blank. VB_ERROR_INVALID when it
 * is no UTF-8. */
gboolean vb_document_take_text (const char *text, char **copy, GError **error);
/* Sets VB_ERROR_INVALID; returns FALSE. */
gboolean vb_document_fail_invalid (const char *message, GError **error);

G_END_DECLS
