/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-action-private.h"
#include "private/vb-same-private.h"

G_DEFINE_BOXED_TYPE (VbActionFacts, vb_action_facts, vb_action_facts_copy, vb_action_facts_free)

VbActionFacts *
vb_action_facts_copy (const VbActionFacts *self)
{
  VbActionFacts *copy = g_memdup2 (self, sizeof *self);

  copy->title = g_strdup (self->title);
  copy->description = g_strdup (self->description);
  copy->owner_role = g_strdup (self->owner_role);
  copy->statement = g_strdup (self->statement);
  return copy;
}

void
vb_action_facts_clear (VbActionFacts *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->owner_role, g_free);
  g_clear_pointer (&self->statement, g_free);
}

void
vb_action_facts_free (VbActionFacts *self)
{
  vb_action_facts_clear (self);
  g_free (self);
}

gboolean
vb_action_facts_equal (const VbActionFacts *a, const VbActionFacts *b)
{
  return a->unit_id == b->unit_id && a->focus_area_id == b->focus_area_id
         && g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->description, b->description) == 0
         && g_strcmp0 (a->owner_role, b->owner_role) == 0 && a->level == b->level
         && a->status == b->status && a->side == b->side && a->start == b->start && a->due == b->due
         && a->done == b->done && vb_is_same (a->effect_low, b->effect_low)
         && vb_is_same (a->effect_base, b->effect_base)
         && vb_is_same (a->effect_high, b->effect_high) && a->assessment_id == b->assessment_id
         && a->ladder_id == b->ladder_id && g_strcmp0 (a->statement, b->statement) == 0;
}

gboolean
vb_action_facts_is_overdue (const VbActionFacts *self, VbDay today)
{
  return self->due != VB_DAY_NONE && self->due < today && self->status != VB_ACTION_DONE
         && self->status != VB_ACTION_CANCELLED;
}

struct _VbAction
{
  GObject parent_instance;

  gint64 id;
  VbActionFacts *facts;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_FACTS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VbAction, vb_action, G_TYPE_OBJECT)

static void
vb_action_finalize (GObject *object)
{
  VbAction *self = VB_ACTION (object);

  g_clear_pointer (&self->facts, vb_action_facts_free);

  G_OBJECT_CLASS (vb_action_parent_class)->finalize (object);
}

static void
vb_action_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbAction *self = VB_ACTION (object);

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
vb_action_class_init (VbActionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vb_action_finalize;
  object_class->get_property = vb_action_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_FACTS] = g_param_spec_boxed ("facts", NULL, NULL, VB_TYPE_ACTION_FACTS, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vb_action_init (VbAction *self)
{
}

VbAction *
vb_action_new (gint64 id, const VbActionFacts *facts)
{
  VbAction *self = g_object_new (VB_TYPE_ACTION, NULL);

  self->id = id;
  self->facts = vb_action_facts_copy (facts);
  return self;
}

void
vb_action_set_facts (VbAction *self, const VbActionFacts *facts)
{
  g_return_if_fail (VB_IS_ACTION (self));

  if (vb_action_facts_equal (self->facts, facts))
    return;
  vb_action_facts_free (self->facts);
  self->facts = vb_action_facts_copy (facts);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FACTS]);
}

gint64
vb_action_get_id (VbAction *self)
{
  g_return_val_if_fail (VB_IS_ACTION (self), 0);

  return self->id;
}

const VbActionFacts *
vb_action_get_facts (VbAction *self)
{
  g_return_val_if_fail (VB_IS_ACTION (self), NULL);

  return self->facts;
}
