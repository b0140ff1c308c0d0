/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has been done to a document since it was opened, in a strict line: a step is undone only
 * when all after it are, and a new step forgets those that are undone. It remembers; the document
 * applies. */
#pragma once

#include <gio/gio.h>

#include "vb-observation-rows.h"

G_BEGIN_DECLS

#define VB_TYPE_HISTORY (vb_history_get_type ())
G_DECLARE_FINAL_TYPE (VbHistory, vb_history, VB, HISTORY, GObject)

typedef enum
{
  VB_STEP_CHANGE,    /* all of it stands in the changeset */
  VB_STEP_IMPORT,    /* an import was taken: the observations stand in its own record */
  VB_STEP_TAKE_BACK, /* an import was taken back: the same, the other way round */
} VbStepKind;

typedef struct
{
  VbStepKind kind;
  char *label;       /* translated, to follow "Undo" and "Redo" */
  GBytes *changeset; /* of an import: of everything but the observations */
  gint64 import_id;
  gint64 ordinal;
  /* The import's observations while they are not in the document, else NULL. */
  VbObservationRows *rows;
  GArray *unit_ids; /* gint64, by the rows' unit */
} VbStep;

/* @label is copied, @changeset referenced; what an import has besides is filled in by the caller.
 */
VbStep *vb_step_new (VbStepKind kind, const char *label, GBytes *changeset);
void vb_step_free (VbStep *step);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbStep, vb_step_free)

/* Properties: can-undo, can-redo, undo-label, redo-label ("Undo change of …", NULL when there is
 * nothing), modified. @max_size: bytes of steps kept; the oldest go first, the newest never. */
VbHistory *vb_history_new (gsize max_size);

/* Takes @step. */
void vb_history_push (VbHistory *self, VbStep *step);
/* Adds @changeset to the latest step, so that one undo takes both back; forgets that step when
 * nothing is left of it. Returns FALSE, doing nothing, when the latest step cannot grow: it is no
 * change, or has been undone. */
gboolean vb_history_merge (VbHistory *self, GBytes *changeset);

/* Forgets every step: nothing can be undone, and what is there now is what is saved. */
void vb_history_clear (VbHistory *self);

/* The step to undo or redo next; NULL if none. Owned by the history. */
VbStep *vb_history_peek_undo (VbHistory *self);
VbStep *vb_history_peek_redo (VbHistory *self);
/* It has been undone, redone. */
void vb_history_step_back (VbHistory *self);
void vb_history_step_forward (VbHistory *self);

/* Where the line stands now, to be marked as saved when the save is done: changes may have come in
 * between. */
guint64 vb_history_get_moment (VbHistory *self);
void vb_history_mark_saved (VbHistory *self, guint64 moment);
/* No moment is the saved one: the document was left behind by a crash. */
void vb_history_mark_unsaved (VbHistory *self);

gboolean vb_history_get_modified (VbHistory *self);
/* "Undo change of …", translated, owned by the caller; NULL when there is nothing to undo or redo.
 */
char *vb_history_dup_undo_label (VbHistory *self);
char *vb_history_dup_redo_label (VbHistory *self);

G_END_DECLS
