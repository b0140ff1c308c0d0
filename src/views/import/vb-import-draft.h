/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table file on its way into the document: opened, its columns mapped, read again after each word
 * of the user's, and at last taken. Nothing of it blocks, and until it is taken the document knows
 * nothing of it. Has no widgets. */
#pragma once

#include "vb-column-meaning.h"
#include "vb-document.h"

G_BEGIN_DECLS

typedef enum
{
  VB_IMPORT_DRAFT_OPENING, /* what is it? */
  VB_IMPORT_DRAFT_READING, /* what does it say, mapped as it is now? */
  VB_IMPORT_DRAFT_READY,   /* can be taken */
  VB_IMPORT_DRAFT_FAILED,  /* cannot be taken as it is: the error says why */
  VB_IMPORT_DRAFT_TAKING,
} VbImportDraftState;

#define VB_TYPE_IMPORT_DRAFT (vb_import_draft_get_type ())
G_DECLARE_FINAL_TYPE (VbImportDraft, vb_import_draft, VB, IMPORT_DRAFT, GObject)

/* Signals: "changed": state, columns or result; "progress": while it reads; "taken" (gpointer const
 * VbTaken); "failed" (GError): it could not be taken, and is READY as before. */
VbImportDraft *vb_import_draft_new (VbDocument *document, GFile *file);
/* Stops all work; nothing is emitted from then on. */
void vb_import_draft_cancel (VbImportDraft *self);

VbImportDraftState vb_import_draft_get_state (VbImportDraft *self);
double vb_import_draft_get_fraction (VbImportDraft *self);  /* 0 … 1; NAN while opening */
const char *vb_import_draft_get_name (VbImportDraft *self); /* the file's, for a person */
/* NULL until the file is opened and when it could not be. */
VbImporter *vb_import_draft_get_importer (VbImportDraft *self);
/* The result of the latest reading, NULL when there is none; may be older than the mapping while
 * READING. */
VbBatch *vb_import_draft_get_batch (VbImportDraft *self);
const GError *vb_import_draft_get_error (VbImportDraft *self); /* FAILED */
/* Why column @column could not get the meaning that was wanted for it last, or NULL. */
const char *vb_import_draft_get_fault (VbImportDraft *self, guint column);
/* The columns are mapped as the document remembers from a table with the same headers. */
gboolean vb_import_draft_get_remembered (VbImportDraft *self);

/* Each begins a new reading. */
void vb_import_draft_set_meaning (VbImportDraft *self, guint column, VbColumnMeaning meaning);
/* Column @column's figures belong to the child @child of the row's unit; NULL or "": to itself. */
void vb_import_draft_set_child (VbImportDraft *self, guint column, const char *child);
/* What care the units give that are called @unit, such as a child. */
void vb_import_draft_set_care_type (VbImportDraft *self, const char *unit, VbCareType type);
void vb_import_draft_set_under (VbImportDraft *self, const char *under); /* NULL or "": none */
void vb_import_draft_set_sheet (VbImportDraft *self, const char *sheet);
/* Guesses everything anew and forgets what was remembered or said. */
void vb_import_draft_reset (VbImportDraft *self);

/* Only when READY. */
void vb_import_draft_take (VbImportDraft *self);

G_END_DECLS
