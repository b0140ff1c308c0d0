/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-lever-private.h"
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
         && vb_bilingual_equal (&a->source, &b->source) && a->focus_area_id == b->focus_area_id;
}

struct _VbLever
{
  GObject parent_instance;

  gint64 id;
  VbLeverFacts *facts;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_FACTS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VbLever, vb_lever, G_TYPE_OBJECT)

static void
vb_lever_finalize (GObject *object)
{
  VbLever *self = VB_LEVER (object);

  g_clear_pointer (&self->facts, vb_lever_facts_free);

  G_OBJECT_CLASS (vb_lever_parent_class)->finalize (object);
}

static void
vb_lever_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbLever *self = VB_LEVER (object);

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
vb_lever_class_init (VbLeverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vb_lever_finalize;
  object_class->get_property = vb_lever_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_FACTS] = g_param_spec_boxed ("facts", NULL, NULL, VB_TYPE_LEVER_FACTS, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vb_lever_init (VbLever *self)
{
}

VbLever *
vb_lever_new (gint64 id, const VbLeverFacts *facts)
{
  VbLever *self = g_object_new (VB_TYPE_LEVER, NULL);

  self->id = id;
  self->facts = vb_lever_facts_copy (facts);
  return self;
}

void
vb_lever_set_facts (VbLever *self, const VbLeverFacts *facts)
{
  g_return_if_fail (VB_IS_LEVER (self));

  if (vb_lever_facts_equal (self->facts, facts))
    return;
  vb_lever_facts_free (self->facts);
  self->facts = vb_lever_facts_copy (facts);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FACTS]);
}

gint64
vb_lever_get_id (VbLever *self)
{
  g_return_val_if_fail (VB_IS_LEVER (self), 0);

  return self->id;
}

const VbLeverFacts *
vb_lever_get_facts (VbLever *self)
{
  g_return_val_if_fail (VB_IS_LEVER (self), NULL);

  return self->facts;
}
