/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-list-private.h"
#include "private/vb-record-private.h"
#include "private/vb-scenario-private.h"

G_DEFINE_BOXED_TYPE (VbScenarioFacts,
                     vb_scenario_facts,
                     vb_scenario_facts_copy,
                     vb_scenario_facts_free)

VbScenarioFacts *
vb_scenario_facts_copy (const VbScenarioFacts *self)
{
  VbScenarioFacts *copy = g_memdup2 (self, sizeof *self);

  copy->name = copy->description = copy->notice = (VbBilingual){ NULL, NULL };
  vb_bilingual_copy (&copy->name, &self->name);
  vb_bilingual_copy (&copy->description, &self->description);
  vb_bilingual_copy (&copy->notice, &self->notice);
  copy->ready = g_strdup (self->ready);
  return copy;
}

void
vb_scenario_facts_clear (VbScenarioFacts *self)
{
  vb_bilingual_clear (&self->name);
  vb_bilingual_clear (&self->description);
  vb_bilingual_clear (&self->notice);
  g_clear_pointer (&self->ready, g_free);
}

void
vb_scenario_facts_free (VbScenarioFacts *self)
{
  vb_scenario_facts_clear (self);
  g_free (self);
}

gboolean
vb_scenario_facts_equal (const VbScenarioFacts *a, const VbScenarioFacts *b)
{
  return vb_bilingual_equal (&a->name, &b->name)
         && vb_bilingual_equal (&a->description, &b->description)
         && vb_bilingual_equal (&a->notice, &b->notice) && g_strcmp0 (a->ready, b->ready) == 0
         && a->unit_id == b->unit_id && a->group == b->group && a->first_year == b->first_year
         && a->last_year == b->last_year && a->target_occupancy == b->target_occupancy
         && a->distribution == b->distribution && a->n_draws == b->n_draws && a->seed == b->seed
         && a->based_on_id == b->based_on_id && a->consumption_change == b->consumption_change;
}

void
vb_scenario_year_clear (VbScenarioYear *self)
{
  vb_bilingual_clear (&self->source);
}

struct _VbScenario
{
  VbRecord parent_instance;

  GArray *years; /* of VbScenarioYear */
  GListStore *levers;
};

G_DEFINE_FINAL_TYPE (VbScenario, vb_scenario, VB_TYPE_RECORD)

static void
vb_scenario_finalize (GObject *object)
{
  VbScenario *self = VB_SCENARIO (object);

  g_clear_pointer (&self->years, g_array_unref);
  g_clear_object (&self->levers);

  G_OBJECT_CLASS (vb_scenario_parent_class)->finalize (object);
}

static void
vb_scenario_class_init (VbScenarioClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_scenario_finalize;
  _vb_record_class_set_facts (VB_RECORD_CLASS (klass), VB_TYPE_SCENARIO_FACTS,
                              (GEqualFunc) vb_scenario_facts_equal);
}

static void
vb_scenario_init (VbScenario *self)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (VbScenarioYear));
  g_array_set_clear_func (self->years, (GDestroyNotify) vb_scenario_year_clear);
  self->levers = g_list_store_new (VB_TYPE_LEVER);
}

VbScenario *
vb_scenario_new (gint64 id, const VbScenarioFacts *facts)
{
  return _vb_record_new (VB_TYPE_SCENARIO, id, facts);
}

void
vb_scenario_set_facts (VbScenario *self, const VbScenarioFacts *facts)
{
  _vb_record_set_facts (VB_RECORD (self), facts);
}

void
vb_scenario_set_years (VbScenario *self, const VbScenarioYear *years, guint n_years)
{
  g_return_if_fail (VB_IS_SCENARIO (self));

  g_array_set_size (self->years, 0);
  for (guint i = 0; i < n_years; i++)
    {
      VbScenarioYear year = years[i];

      year.source = (VbBilingual){ NULL, NULL };
      vb_bilingual_copy (&year.source, &years[i].source);
      g_array_append_val (self->years, year);
    }
}

void
vb_scenario_set_levers (VbScenario *self, GPtrArray *levers)
{
  g_return_if_fail (VB_IS_SCENARIO (self));

  vb_list_store_set_items (self->levers, levers);
}

gint64
vb_scenario_get_id (VbScenario *self)
{
  return vb_record_get_id (VB_RECORD (self));
}

const VbScenarioFacts *
vb_scenario_get_facts (VbScenario *self)
{
  return vb_record_get_facts (VB_RECORD (self));
}

GListModel *
vb_scenario_get_levers (VbScenario *self)
{
  g_return_val_if_fail (VB_IS_SCENARIO (self), NULL);

  return G_LIST_MODEL (self->levers);
}

const VbScenarioYear *
vb_scenario_find_year (VbScenario *self, VbBalanceSide side, gint16 year)
{
  g_return_val_if_fail (VB_IS_SCENARIO (self), NULL);

  for (guint i = 0; i < self->years->len; i++)
    {
      const VbScenarioYear *found = &g_array_index (self->years, VbScenarioYear, i);

      if (found->side == side && found->year == year)
        return found;
    }
  return NULL;
}
