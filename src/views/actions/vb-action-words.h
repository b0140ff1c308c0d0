/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of an action, on its card, in the table and in exports. */
#pragma once

#include "vb-document-actions.h"

G_BEGIN_DECLS

/* "due 12 Mar 2026", "overdue since 12 Mar 2026", "carried out 3 May 2026"; NULL when no day is
 * said. Owned by the caller. */
char *vb_action_words_dup_due (const VbActionFacts *facts, VbDay today);

/* "Raises capacity by 4 beds (2–6)"; NULL when it is not estimated. Owned by the caller. */
char *vb_action_words_dup_effect (const VbActionFacts *facts);

/* "2–6", or "–" where there is no range. Owned by the caller. */
char *vb_action_words_dup_range (double low, double high);

/* The name of its focus area in the reader's language; NULL if none. Not owned. */
const char *vb_action_words_get_focus_area (VbDocument *document, const VbActionFacts *facts);

/* All of it in one sentence, for a screen reader. Owned by the caller. */
char *vb_action_words_dup_name (VbDocument *document, const VbActionFacts *facts, VbDay today);

G_END_DECLS
