/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-plan-private.h"
#include "private/vb-record-private.h"

G_DEFINE_BOXED_TYPE (VbPlanFacts, vb_plan_facts, vb_plan_facts_copy, vb_plan_facts_free)

VbPlanFacts *
vb_plan_facts_copy (const VbPlanFacts *self)
{
  VbPlanFacts *copy = g_memdup2 (self, sizeof *self);

  copy->name = (VbBilingual){ NULL, NULL };
  vb_bilingual_copy (&copy->name, &self->name);
  copy->decided_by = g_strdup (self->decided_by);
  return copy;
}

void
vb_plan_facts_clear (VbPlanFacts *self)
{
  vb_bilingual_clear (&self->name);
  g_clear_pointer (&self->decided_by, g_free);
}

void
vb_plan_facts_free (VbPlanFacts *self)
{
  vb_plan_facts_clear (self);
  g_free (self);
}

gboolean
vb_plan_facts_equal (const VbPlanFacts *a, const VbPlanFacts *b)
{
  return a->unit_id == b->unit_id && a->group == b->group && vb_bilingual_equal (&a->name, &b->name)
         && a->scenario_id == b->scenario_id && a->decided_day == b->decided_day
         && g_strcmp0 (a->decided_by, b->decided_by) == 0;
}

struct _VbPlan
{
  VbRecord parent_instance;

  GArray *years; /* of VbPlanYear */
};

G_DEFINE_FINAL_TYPE (VbPlan, vb_plan, VB_TYPE_RECORD)

static void
vb_plan_finalize (GObject *object)
{
  VbPlan *self = VB_PLAN (object);

  g_clear_pointer (&self->years, g_array_unref);

  G_OBJECT_CLASS (vb_plan_parent_class)->finalize (object);
}

static void
vb_plan_class_init (VbPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_plan_finalize;
  _vb_record_class_set_facts (VB_RECORD_CLASS (klass), VB_TYPE_PLAN_FACTS,
                              (GEqualFunc) vb_plan_facts_equal);
}

static void
vb_plan_init (VbPlan *self)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (VbPlanYear));
}

VbPlan *
vb_plan_new (gint64 id, const VbPlanFacts *facts)
{
  return _vb_record_new (VB_TYPE_PLAN, id, facts);
}

void
vb_plan_set_facts (VbPlan *self, const VbPlanFacts *facts)
{
  _vb_record_set_facts (VB_RECORD (self), facts);
}

void
vb_plan_set_years (VbPlan *self, const VbPlanYear *years, guint n_years)
{
  g_return_if_fail (VB_IS_PLAN (self));

  g_array_set_size (self->years, 0);
  g_array_append_vals (self->years, years, n_years);
}

gint64
vb_plan_get_id (VbPlan *self)
{
  return vb_record_get_id (VB_RECORD (self));
}

const VbPlanFacts *
vb_plan_get_facts (VbPlan *self)
{
  return vb_record_get_facts (VB_RECORD (self));
}

guint
vb_plan_get_n_years (VbPlan *self)
{
  g_return_val_if_fail (VB_IS_PLAN (self), 0);

  return self->years->len;
}

const VbPlanYear *
vb_plan_get_year (VbPlan *self, guint index)
{
  g_return_val_if_fail (VB_IS_PLAN (self), NULL);
  g_return_val_if_fail (index < self->years->len, NULL);

  return &g_array_index (self->years, VbPlanYear, index);
}

const VbPlanYear *
vb_plan_find_year (VbPlan *self, gint16 year)
{
  g_return_val_if_fail (VB_IS_PLAN (self), NULL);

  for (guint i = 0; i < self->years->len; i++)
    if (g_array_index (self->years, VbPlanYear, i).year == year)
      return &g_array_index (self->years, VbPlanYear, i);
  return NULL;
}
