/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-bilingual.h"
#include "vb-terms.h"

G_BEGIN_DECLS

#define VB_TYPE_LADDER_STATEMENT (vb_ladder_statement_get_type ())
G_DECLARE_FINAL_TYPE (VbLadderStatement, vb_ladder_statement, VB, LADDER_STATEMENT, GObject)

/* What a self-assessment asks: something that a look at a document, a meeting, a figure or a system
 * can tell. Does not change. @evidence: an example of what shows it; may be empty. */
VbLadderStatement *vb_ladder_statement_new (const char *id, /* unique in its ladder */
                                            guint step,     /* from 2 */
                                            VbPlanningLevel level,
                                            const VbBilingual *text,
                                            const VbBilingual *evidence);

const char *vb_ladder_statement_get_id (VbLadderStatement *self);
guint vb_ladder_statement_get_step (VbLadderStatement *self);
VbPlanningLevel vb_ladder_statement_get_level (VbLadderStatement *self); /* NONE = every level's */
const VbBilingual *vb_ladder_statement_get_text (VbLadderStatement *self);
const VbBilingual *vb_ladder_statement_get_evidence (VbLadderStatement *self);

G_END_DECLS
