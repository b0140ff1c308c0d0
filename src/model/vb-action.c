/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-action-private.h"
#include "private/vb-record-private.h"
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
  VbRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (VbAction, vb_action, VB_TYPE_RECORD)

static void
vb_action_class_init (VbActionClass *klass)
{
  _vb_record_class_set_facts (VB_RECORD_CLASS (klass), VB_TYPE_ACTION_FACTS,
                              (GEqualFunc) vb_action_facts_equal);
}

static void
vb_action_init (VbAction *self)
{
}

VbAction *
vb_action_new (gint64 id, const VbActionFacts *facts)
{
  return _vb_record_new (VB_TYPE_ACTION, id, facts);
}

void
vb_action_set_facts (VbAction *self, const VbActionFacts *facts)
{
  _vb_record_set_facts (VB_RECORD (self), facts);
}

gint64
vb_action_get_id (VbAction *self)
{
  return vb_record_get_id (VB_RECORD (self));
}

const VbActionFacts *
vb_action_get_facts (VbAction *self)
{
  return vb_record_get_facts (VB_RECORD (self));
}
