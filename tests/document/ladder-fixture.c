/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ladder-fixture.h"

static VbLadderArea *
make_area (const char *id, guint n_steps, const char *word)
{
  VbBilingual name = { (char *) "Område", (char *) "Area" };
  VbLadderArea *area = vb_ladder_area_new (id, &name);

  vb_ladder_area_set_question (area, &name);
  vb_ladder_area_set_step_text (area, 1, &name);
  for (guint step = 2; step <= n_steps; step++)
    for (guint level = VB_PLANNING_LEVEL_STRATEGIC; level <= VB_PLANNING_LEVEL_OPERATIONAL; level++)
      {
        g_autofree char *key = g_strdup_printf ("%s-%u-%u", id, step, level);
        VbBilingual text = { key, (char *) word };
        VbBilingual evidence = { NULL, (char *) "Minutes" };
        g_autoptr (VbLadderStatement) statement =
            vb_ladder_statement_new (key, step, (VbPlanningLevel) level, &text, &evidence);

        vb_ladder_area_add_statement (area, statement);
      }
  return area;
}

static VbLadder *
make (const char *id, const char *version, guint n_areas, guint n_steps, const char *word)
{
  VbLadder *ladder = vb_ladder_new (id, version, n_steps);
  VbBilingual name = { (char *) "Trappan", (char *) "The ladder" };

  vb_ladder_set_name (ladder, &name);
  vb_ladder_set_step (ladder, 1, &name, &name);
  for (guint i = 0; i < n_areas; i++)
    {
      g_autofree char *key = g_strdup_printf ("%c", 'A' + (int) i);
      g_autoptr (VbLadderArea) area = make_area (key, n_steps, word);

      vb_ladder_area_set_mandatory (area, n_areas == 1 || i + 1 < n_areas);
      vb_ladder_add_area (ladder, area);
    }
  return ladder;
}

VbLadder *
make_ladder (const char *id, const char *version, guint n_areas, guint n_steps)
{
  return make (id, version, n_areas, n_steps, "Is there a plan?");
}

VbLadder *
make_other_ladder (const char *id, const char *version, guint n_areas, guint n_steps)
{
  return make (id, version, n_areas, n_steps, "Is there another plan?");
}
