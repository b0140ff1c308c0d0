/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-scenario-question.h"

#include <math.h>

static double
get_beds (VbScenario *scenario, VbBalanceSide side, gint16 year)
{
  const VbScenarioYear *found = vb_scenario_find_year (scenario, side, year);

  return found != NULL ? found->beds : NAN;
}

/* What is drawn follows from the lever's name, not from its row: the same scenario gives the same
 * figures in every document, and a copy of it differs only by what was changed. @earlier: levers
 * before it with the same name, which are to be drawn apart. */
static guint64
get_draw_id (const VbBilingual *name, guint earlier)
{
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%u", name->sv != NULL ? name->sv : "",
                                           name->en != NULL ? name->en : "", earlier);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  sum[16] = '\0';
  return g_ascii_strtoull (sum, NULL, 16);
}

static guint
count_earlier (GListModel *levers, guint n, const VbBilingual *name)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VbLever) lever = g_list_model_get_item (levers, i);

      if (vb_bilingual_equal (&vb_lever_get_facts (lever)->name, name))
        count++;
    }
  return count;
}

void
_vb_scenario_question_init (VbScenarioQuestion *self, VbScenario *scenario)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (scenario);
  GListModel *levers = vb_scenario_get_levers (scenario);
  guint n_levers = g_list_model_get_n_items (levers);
  guint n_years = (guint) (facts->last_year - facts->first_year + 1);

  self->need = g_new (double, n_years);
  self->capacity = g_new (double, n_years);
  for (guint i = 0; i < n_years; i++)
    {
      gint16 year = (gint16) (facts->first_year + (gint16) i);

      self->need[i] = get_beds (scenario, VB_BALANCE_SIDE_NEED, year);
      self->capacity[i] = get_beds (scenario, VB_BALANCE_SIDE_CAPACITY, year);
    }

  /* The scenario keeps its levers, and so the names, alive. */
  self->levers = g_new (VbPotentialLever, n_levers);
  for (guint i = 0; i < n_levers; i++)
    {
      g_autoptr (VbLever) lever = g_list_model_get_item (levers, i);
      const VbLeverFacts *said = vb_lever_get_facts (lever);

      self->levers[i] = (VbPotentialLever){
        .name = vb_bilingual_get (&said->name),
        .id = get_draw_id (&said->name, count_earlier (levers, i, &said->name)),
        .figures = said->figures,
      };
    }
  self->input = (VbPotentialInput){
    .first_year = facts->first_year,
    .n_years = n_years,
    .need = self->need,
    .capacity = self->capacity,
    .target_occupancy = facts->target_occupancy,
    .levers = self->levers,
    .n_levers = n_levers,
  };
}

void
_vb_scenario_question_clear (VbScenarioQuestion *self)
{
  g_free (self->need);
  g_free (self->capacity);
  g_free (self->levers);
}
