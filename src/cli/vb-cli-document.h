/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands on a document share: opening, saving, the unit and period options. */
#pragma once

#include "vb-bilingual.h"
#include "vb-cli.h"
#include "vb-document.h"

G_BEGIN_DECLS

/* A document that also leaves no working copy behind when it goes out of scope. */
typedef VbDocument VbCliDocument;
void vb_cli_document_close (VbCliDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbCliDocument, vb_cli_document_close)

/* Opens the document that the invocation's first argument names. Errors name the file. */
VbCliDocument *vb_cli_open_document (VbCliInvocation *invocation, GError **error);
/* The same for the document @name. */
VbCliDocument *vb_cli_open_file (const char *name, GError **error);
/* Saves it where it came from; somebody else's change in between is an error. */
gboolean vb_cli_save_document (VbCliDocument *self, GError **error);

/* What tables are in when nothing is said: the coarsest grain stored, but not finer than month. */
VbGrain vb_cli_get_default_grain (VbDocument *document);
/* The grain that --grain says; @fallback where it is NULL. */
gboolean vb_cli_parse_grain (const char *text, VbGrain fallback, VbGrain *grain, GError **error);
/* A day, or a period of which the first or the last day is meant: "2024", "2024-01", "2024K1",
 * "2024 v. 27", "2024-01-31". VB_DAY_NONE where @text is NULL. */
gboolean vb_cli_parse_from (const char *text, VbDay *day, GError **error);
gboolean vb_cli_parse_to (const char *text, VbDay *day, GError **error);
/* A target occupancy over 0 and up to 1, "0.85" or "85%"; NAN where @text is NULL. */
gboolean vb_cli_parse_target_occupancy (const char *text, double *target, GError **error);
/* A care type by its id; NONE where @text is NULL. */
gboolean vb_cli_parse_care_type (const char *text, VbCareType *type, GError **error);
/* A text as tables show it, whose words no locale changes: in Swedish, else in English. */
const char *vb_cli_get_file_text (const VbBilingual *text);
/* A measure of the catalogue by its key. */
const VbMeasure *vb_cli_parse_measure (const char *text, GError **error);

G_END_DECLS
