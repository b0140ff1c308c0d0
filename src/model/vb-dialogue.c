/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-dialogue-private.h"
#include "private/vb-record-private.h"

G_DEFINE_BOXED_TYPE (VbDialogueFacts,
                     vb_dialogue_facts,
                     vb_dialogue_facts_copy,
                     vb_dialogue_facts_free)

VbDialogueFacts *
vb_dialogue_facts_copy (const VbDialogueFacts *self)
{
  VbDialogueFacts *copy = g_memdup2 (self, sizeof *self);

  copy->parties = g_strdup (self->parties);
  copy->topics = g_strdup (self->topics);
  copy->take_aways = g_strdup (self->take_aways);
  copy->action_ids = g_memdup2 (self->action_ids, self->n_actions * sizeof *self->action_ids);
  return copy;
}

void
vb_dialogue_facts_clear (VbDialogueFacts *self)
{
  g_clear_pointer (&self->parties, g_free);
  g_clear_pointer (&self->topics, g_free);
  g_clear_pointer (&self->take_aways, g_free);
  g_clear_pointer (&self->action_ids, g_free);
  self->n_actions = 0;
}

void
vb_dialogue_facts_free (VbDialogueFacts *self)
{
  vb_dialogue_facts_clear (self);
  g_free (self);
}

gboolean
vb_dialogue_facts_equal (const VbDialogueFacts *a, const VbDialogueFacts *b)
{
  return a->unit_id == b->unit_id && a->kind == b->kind && a->day == b->day
         && g_strcmp0 (a->parties, b->parties) == 0 && g_strcmp0 (a->topics, b->topics) == 0
         && g_strcmp0 (a->take_aways, b->take_aways) == 0 && a->follow_up == b->follow_up
         && a->followed_up == b->followed_up && a->n_actions == b->n_actions
         && (a->n_actions == 0
             || memcmp (a->action_ids, b->action_ids, a->n_actions * sizeof *a->action_ids) == 0);
}

gboolean
vb_dialogue_facts_awaits_follow_up (const VbDialogueFacts *self, VbDay today)
{
  return self->follow_up != VB_DAY_NONE && self->follow_up <= today && !self->followed_up;
}

struct _VbDialogue
{
  VbRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (VbDialogue, vb_dialogue, VB_TYPE_RECORD)

static void
vb_dialogue_class_init (VbDialogueClass *klass)
{
  _vb_record_class_set_facts (VB_RECORD_CLASS (klass), VB_TYPE_DIALOGUE_FACTS,
                              (GEqualFunc) vb_dialogue_facts_equal);
}

static void
vb_dialogue_init (VbDialogue *self)
{
}

VbDialogue *
vb_dialogue_new (gint64 id, const VbDialogueFacts *facts)
{
  return _vb_record_new (VB_TYPE_DIALOGUE, id, facts);
}

void
vb_dialogue_set_facts (VbDialogue *self, const VbDialogueFacts *facts)
{
  _vb_record_set_facts (VB_RECORD (self), facts);
}

gint64
vb_dialogue_get_id (VbDialogue *self)
{
  return vb_record_get_id (VB_RECORD (self));
}

const VbDialogueFacts *
vb_dialogue_get_facts (VbDialogue *self)
{
  return vb_record_get_facts (VB_RECORD (self));
}
