/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-focus-area-private.h"

#include "private/vb-list-private.h"
#include "vb-focus-measure.h"

G_DEFINE_BOXED_TYPE (VbFocusAreaFacts,
                     vb_focus_area_facts,
                     vb_focus_area_facts_copy,
                     vb_focus_area_facts_free)

VbFocusAreaFacts *
vb_focus_area_facts_copy (const VbFocusAreaFacts *self)
{
  VbFocusAreaFacts *copy = g_new0 (VbFocusAreaFacts, 1);

  vb_bilingual_copy (&copy->name, &self->name);
  vb_bilingual_copy (&copy->description, &self->description);
  copy->side = self->side;
  copy->goal = g_strdup (self->goal);
  return copy;
}

void
vb_focus_area_facts_clear (VbFocusAreaFacts *self)
{
  vb_bilingual_clear (&self->name);
  vb_bilingual_clear (&self->description);
  g_clear_pointer (&self->goal, g_free);
}

void
vb_focus_area_facts_free (VbFocusAreaFacts *self)
{
  vb_focus_area_facts_clear (self);
  g_free (self);
}

gboolean
vb_focus_area_facts_equal (const VbFocusAreaFacts *a, const VbFocusAreaFacts *b)
{
  return vb_bilingual_equal (&a->name, &b->name)
         && vb_bilingual_equal (&a->description, &b->description) && a->side == b->side
         && g_strcmp0 (a->goal, b->goal) == 0;
}

struct _VbFocusArea
{
  GObject parent_instance;

  gint64 id;
  VbFocusAreaFacts *facts;
  GListStore *measures;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_FACTS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VbFocusArea, vb_focus_area, G_TYPE_OBJECT)

static void
vb_focus_area_finalize (GObject *object)
{
  VbFocusArea *self = VB_FOCUS_AREA (object);

  g_clear_pointer (&self->facts, vb_focus_area_facts_free);
  g_clear_object (&self->measures);

  G_OBJECT_CLASS (vb_focus_area_parent_class)->finalize (object);
}

static void
vb_focus_area_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbFocusArea *self = VB_FOCUS_AREA (object);

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
vb_focus_area_class_init (VbFocusAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vb_focus_area_finalize;
  object_class->get_property = vb_focus_area_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_FACTS] =
      g_param_spec_boxed ("facts", NULL, NULL, VB_TYPE_FOCUS_AREA_FACTS, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vb_focus_area_init (VbFocusArea *self)
{
  self->measures = g_list_store_new (VB_TYPE_FOCUS_MEASURE);
}

VbFocusArea *
vb_focus_area_new (gint64 id, const VbFocusAreaFacts *facts)
{
  VbFocusArea *self = g_object_new (VB_TYPE_FOCUS_AREA, NULL);

  self->id = id;
  self->facts = vb_focus_area_facts_copy (facts);
  return self;
}

void
vb_focus_area_set_facts (VbFocusArea *self, const VbFocusAreaFacts *facts)
{
  g_return_if_fail (VB_IS_FOCUS_AREA (self));

  if (vb_focus_area_facts_equal (self->facts, facts))
    return;
  vb_focus_area_facts_free (self->facts);
  self->facts = vb_focus_area_facts_copy (facts);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FACTS]);
}

gint64
vb_focus_area_get_id (VbFocusArea *self)
{
  g_return_val_if_fail (VB_IS_FOCUS_AREA (self), 0);

  return self->id;
}

const VbFocusAreaFacts *
vb_focus_area_get_facts (VbFocusArea *self)
{
  g_return_val_if_fail (VB_IS_FOCUS_AREA (self), NULL);

  return self->facts;
}

gboolean
vb_focus_area_get_own (VbFocusArea *self)
{
  g_return_val_if_fail (VB_IS_FOCUS_AREA (self), FALSE);

  return self->id > VB_N_FOCUS_AREAS_GIVEN;
}

GListModel *
vb_focus_area_get_measures (VbFocusArea *self)
{
  g_return_val_if_fail (VB_IS_FOCUS_AREA (self), NULL);

  return G_LIST_MODEL (self->measures);
}

void
vb_focus_area_set_measures (VbFocusArea *self, GPtrArray *measures)
{
  g_return_if_fail (VB_IS_FOCUS_AREA (self));

  vb_list_store_set_items (self->measures, measures);
}
