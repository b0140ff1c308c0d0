/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-period.h"
#include "vb-record.h"

G_BEGIN_DECLS

/* All that is noted about a dialogue. Texts may be NULL, which is how an empty one is kept. */
typedef struct
{
  gint64 unit_id;
  VbDialogueKind kind;
  VbDay day;
  char *parties;
  char *topics;
  char *take_aways;
  VbDay follow_up; /* VB_DAY_NONE = none */
  gboolean followed_up;
  guint n_actions; /* linked, in the order of their ids */
  gint64 *action_ids;
} VbDialogueFacts;

#define VB_TYPE_DIALOGUE_FACTS (vb_dialogue_facts_get_type ())
GType vb_dialogue_facts_get_type (void);
/* Owned by the caller. */
VbDialogueFacts *vb_dialogue_facts_copy (const VbDialogueFacts *self);
void vb_dialogue_facts_clear (VbDialogueFacts *self); /* frees what it points to, not @self */
void vb_dialogue_facts_free (VbDialogueFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbDialogueFacts, vb_dialogue_facts_free)
gboolean vb_dialogue_facts_equal (const VbDialogueFacts *a, const VbDialogueFacts *b);
/* Its follow-up day has come, and nobody has said that it was followed up. */
gboolean vb_dialogue_facts_awaits_follow_up (const VbDialogueFacts *self, VbDay today);

#define VB_TYPE_DIALOGUE (vb_dialogue_get_type ())
G_DECLARE_FINAL_TYPE (VbDialogue, vb_dialogue, VB, DIALOGUE, VbRecord)

/* An entry in the log of dialogues. Read-only from outside. Properties: id, facts (boxed
 * VbDialogueFacts), which notifies when any of them changes. */
gint64 vb_dialogue_get_id (VbDialogue *self);
/* Owned by the dialogue, valid until it changes. */
const VbDialogueFacts *vb_dialogue_get_facts (VbDialogue *self);

G_END_DECLS
