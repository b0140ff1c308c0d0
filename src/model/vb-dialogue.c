/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-dialogue-private.h"

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
  GObject parent_instance;

  gint64 id;
  VbDialogueFacts *facts;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_FACTS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VbDialogue, vb_dialogue, G_TYPE_OBJECT)

static void
vb_dialogue_finalize (GObject *object)
{
  VbDialogue *self = VB_DIALOGUE (object);

  g_clear_pointer (&self->facts, vb_dialogue_facts_free);

  G_OBJECT_CLASS (vb_dialogue_parent_class)->finalize (object);
}

static void
vb_dialogue_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbDialogue *self = VB_DIALOGUE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_FACTS:
      g_value_set_boxed (value, self->facts);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_dialogue_class_init (VbDialogueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vb_dialogue_finalize;
  object_class->get_property = vb_dialogue_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_FACTS] = g_param_spec_boxed ("facts", NULL, NULL, VB_TYPE_DIALOGUE_FACTS, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vb_dialogue_init (VbDialogue *self)
{
}

VbDialogue *
vb_dialogue_new (gint64 id, const VbDialogueFacts *facts)
{
  VbDialogue *self = g_object_new (VB_TYPE_DIALOGUE, NULL);

  self->id = id;
  self->facts = vb_dialogue_facts_copy (facts);
  return self;
}

void
vb_dialogue_set_facts (VbDialogue *self, const VbDialogueFacts *facts)
{
  g_return_if_fail (VB_IS_DIALOGUE (self));

  if (vb_dialogue_facts_equal (self->facts, facts))
    return;
  vb_dialogue_facts_free (self->facts);
  self->facts = vb_dialogue_facts_copy (facts);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FACTS]);
}

gint64
vb_dialogue_get_id (VbDialogue *self)
{
  g_return_val_if_fail (VB_IS_DIALOGUE (self), 0);

  return self->id;
}

const VbDialogueFacts *
vb_dialogue_get_facts (VbDialogue *self)
{
  g_return_val_if_fail (VB_IS_DIALOGUE (self), NULL);

  return self->facts;
}
