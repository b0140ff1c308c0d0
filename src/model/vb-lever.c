/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-lever-private.h"
#include "private/vb-record-private.h"
#include "private/vb-same-private.h"

G_DEFINE_BOXED_TYPE (VbLeverFacts, vb_lever_facts, vb_lever_facts_copy, vb_lever_facts_free)

VbLeverFacts *
vb_lever_facts_copy (const VbLeverFacts *self)
{
  VbLeverFacts *copy = g_memdup2 (self, sizeof *self);

  copy->name = (VbBilingual){ NULL, NULL };
  copy->source = (VbBilingual){ NULL, NULL };
  vb_bilingual_copy (&copy->name, &self->name);
  vb_bilingual_copy (&copy->source, &self->source);
  return copy;
}

void
vb_lever_facts_clear (VbLeverFacts *self)
{
  vb_bilingual_clear (&self->name);
  vb_bilingual_clear (&self->source);
}

void
vb_lever_facts_free (VbLeverFacts *self)
{
  vb_lever_facts_clear (self);
  g_free (self);
}

static gboolean
figures_equal (const VbLeverFigures *a, const VbLeverFigures *b)
{
  return a->side == b->side && a->basis == b->basis && a->profile == b->profile
         && a->one_off == b->one_off && a->low == b->low && a->base == b->base && a->high == b->high
         && a->influence == b->influence && a->probability == b->probability
         && vb_is_same (a->bed_days, b->bed_days) && a->overlap == b->overlap
         && a->start == b->start && a->full == b->full
         && vb_is_same (a->yearly_cost, b->yearly_cost);
}

gboolean
vb_lever_facts_equal (const VbLeverFacts *a, const VbLeverFacts *b)
{
  return a->scenario_id == b->scenario_id && vb_bilingual_equal (&a->name, &b->name)
         && figures_equal (&a->figures, &b->figures) && a->status == b->status
         && vb_bilingual_equal (&a->source, &b->source) && a->focus_area_id == b->focus_area_id
         && a->action_id == b->action_id;
}

struct _VbLever
{
  VbRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (VbLever, vb_lever, VB_TYPE_RECORD)

static void
vb_lever_class_init (VbLeverClass *klass)
{
  _vb_record_class_set_facts (VB_RECORD_CLASS (klass), VB_TYPE_LEVER_FACTS,
                              (GEqualFunc) vb_lever_facts_equal);
}

static void
vb_lever_init (VbLever *self)
{
}

VbLever *
vb_lever_new (gint64 id, const VbLeverFacts *facts)
{
  return _vb_record_new (VB_TYPE_LEVER, id, facts);
}

void
vb_lever_set_facts (VbLever *self, const VbLeverFacts *facts)
{
  _vb_record_set_facts (VB_RECORD (self), facts);
}

gint64
vb_lever_get_id (VbLever *self)
{
  return vb_record_get_id (VB_RECORD (self));
}

const VbLeverFacts *
vb_lever_get_facts (VbLever *self)
{
  return vb_record_get_facts (VB_RECORD (self));
}
