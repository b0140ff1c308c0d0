/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-focus-area-private.h"
#include "private/vb-record-private.h"

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
  VbRecord parent_instance;

  GListStore *measures;
};

G_DEFINE_FINAL_TYPE (VbFocusArea, vb_focus_area, VB_TYPE_RECORD)

static void
vb_focus_area_finalize (GObject *object)
{
  VbFocusArea *self = VB_FOCUS_AREA (object);

  g_clear_object (&self->measures);

  G_OBJECT_CLASS (vb_focus_area_parent_class)->finalize (object);
}

static void
vb_focus_area_class_init (VbFocusAreaClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_focus_area_finalize;
  _vb_record_class_set_facts (VB_RECORD_CLASS (klass), VB_TYPE_FOCUS_AREA_FACTS,
                              (GEqualFunc) vb_focus_area_facts_equal);
}

static void
vb_focus_area_init (VbFocusArea *self)
{
  self->measures = g_list_store_new (VB_TYPE_FOCUS_MEASURE);
}

VbFocusArea *
vb_focus_area_new (gint64 id, const VbFocusAreaFacts *facts)
{
  return _vb_record_new (VB_TYPE_FOCUS_AREA, id, facts);
}

void
vb_focus_area_set_facts (VbFocusArea *self, const VbFocusAreaFacts *facts)
{
  _vb_record_set_facts (VB_RECORD (self), facts);
}

gint64
vb_focus_area_get_id (VbFocusArea *self)
{
  return vb_record_get_id (VB_RECORD (self));
}

const VbFocusAreaFacts *
vb_focus_area_get_facts (VbFocusArea *self)
{
  return vb_record_get_facts (VB_RECORD (self));
}

gboolean
vb_focus_area_get_own (VbFocusArea *self)
{
  g_return_val_if_fail (VB_IS_FOCUS_AREA (self), FALSE);

  return vb_focus_area_get_id (self) > VB_N_FOCUS_AREAS_GIVEN;
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
