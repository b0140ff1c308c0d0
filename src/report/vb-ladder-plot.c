/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-ladder-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-profile.h"
#include "vb-ranking.h"
#include "vb-staircase.h"
#include "vb-words.h"

/* More areas than this are a number and no list. */
#define MAX_NAMED_AREAS 3

static char *
dup_year (VbDay day)
{
  int year, month, dayno;

  vb_day_to_ymd (day, &year, &month, &dayno);
  return g_strdup_printf ("%d", year);
}

char *
vb_ladder_plot_dup_whose (const char *unit_name, VbAssessment *assessment)
{
  g_autofree char *role = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (VB_IS_ASSESSMENT (assessment), NULL);

  role = vb_words_dup_lower (vb_role_group_get_label (vb_assessment_get_role (assessment)));
  day = vb_day_format (vb_assessment_get_day (assessment));
  return g_strdup_printf ("%s, %s, %s", unit_name, role, day);
}

/* "Forecasting, Capacity": the areas that hold the step overall back. */
static char *
dup_areas (VbLadderResult *result)
{
  GListModel *areas = vb_ladder_get_areas (vb_ladder_result_get_ladder (result));
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < vb_ladder_result_get_n_areas (result); i++)
    {
      g_autoptr (VbLadderArea) area = g_list_model_get_item (areas, i);

      if (!vb_ladder_result_area_holds_back (result, i))
        continue;
      if (n < MAX_NAMED_AREAS)
        g_string_append_printf (names, "%s%s", n > 0 ? ", " : "",
                                vb_bilingual_get (vb_ladder_area_get_name (area)));
      n++;
    }
  if (n <= MAX_NAMED_AREAS)
    return g_strdup (names->str);
  /* Translators: %u is a number of areas: "in 5 areas" follows "4 statements remain to step 3" */
  return g_strdup_printf (ngettext ("%u area", "%u areas", n), n);
}

char *
vb_ladder_plot_dup_remains (VbLadderResult *result)
{
  g_autofree char *areas = NULL;
  guint next, n;

  g_return_val_if_fail (VB_IS_LADDER_RESULT (result), NULL);

  if (vb_ladder_result_get_step (result, VB_PLANNING_LEVEL_NONE) == 0)
    return g_strdup (_ ("Nothing relevant has been answered."));
  next = vb_ladder_result_get_next_step (result, &n);
  if (next == 0)
    return g_strdup (_ ("No step is left."));
  areas = dup_areas (result);
  /* Translators: number of statements, number of a step, names (or number) of areas */
  return g_strdup_printf (ngettext ("%u statement remains to step %u, in %s.",
                                    "%u statements remain to step %u, in %s.", n),
                          n, next, areas);
}

VbDrawing *
vb_ladder_staircase_new (VbLadderResult *result, const char *unit_name)
{
  VbLadder *ladder;
  g_autofree char *title = NULL;
  g_autofree char *whose = NULL;
  g_autofree char *remains = NULL;
  g_autofree char *wanted_label = NULL;
  static const char *const columns[] = { "ladder_step", "reached_step", "wanted_step", NULL };
  VbStaircase *stair;
  guint step, wanted, n_steps;
  VbDay by;

  g_return_val_if_fail (VB_IS_LADDER_RESULT (result), NULL);

  ladder = vb_ladder_result_get_ladder (result);
  n_steps = vb_ladder_get_n_steps (ladder);
  step = vb_ladder_result_get_step (result, VB_PLANNING_LEVEL_NONE);
  wanted = vb_ladder_result_get_wanted_step (result, &by);
  if (step > 0)
    /* Translators: "Step 2 of 5 is reached: Begun" */
    title = g_strdup_printf (_ ("Step %u of %u is reached: %s"), step, n_steps,
                             vb_bilingual_get (vb_ladder_get_step_name (ladder, step)));
  else
    title = g_strdup (_ ("Which step is reached?"));
  whose = vb_ladder_plot_dup_whose (unit_name, vb_ladder_result_get_assessment (result));
  remains = vb_ladder_plot_dup_remains (result);
  if (by != VB_DAY_NONE)
    {
      g_autofree char *year = dup_year (by);

      /* Translators: stands at a step of a stair; %s is a year */
      wanted_label = g_strdup_printf (_ ("wanted %s"), year);
    }

  stair = vb_staircase_new (title, whose);
  for (guint i = 1; i <= n_steps; i++)
    vb_staircase_add_step (stair, vb_bilingual_get (vb_ladder_get_step_name (ladder, i)),
                           vb_bilingual_get (vb_ladder_get_step_description (ladder, i)));
  vb_staircase_set_reached (stair, step);
  vb_staircase_set_wanted (stair, wanted, wanted_label);
  vb_staircase_set_remains (stair, remains);
  vb_drawing_set_figures (VB_DRAWING (stair), columns);
  return VB_DRAWING (stair);
}

static double
step_or_nan (guint step)
{
  return step > 0 ? step : NAN;
}

VbDrawing *
vb_ladder_profile_new (VbLadderResult *result, VbLadderResult *previous)
{
  static const char *const columns[] = { "ladder_area", "reached_step", "wanted_step", NULL };
  static const char *const columns_then[] = { "ladder_area", "reached_step", "last_step",
                                              "wanted_step", NULL };
  VbAssessment *assessment;
  VbLadder *ladder;
  GListModel *areas;
  VbProfile *profile;

  g_return_val_if_fail (VB_IS_LADDER_RESULT (result), NULL);
  g_return_val_if_fail (previous == NULL || VB_IS_LADDER_RESULT (previous), NULL);

  assessment = vb_ladder_result_get_assessment (result);
  ladder = vb_ladder_result_get_ladder (result);
  areas = vb_ladder_get_areas (ladder);
  profile = vb_profile_new (_ ("Where do the areas stand?"), NULL, _ ("Area"),
                            vb_ladder_get_n_steps (ladder));
  if (previous != NULL)
    {
      VbAssessment *earlier = vb_ladder_result_get_assessment (previous);
      g_autofree char *year = dup_year (vb_assessment_get_day (earlier));
      g_autofree char *this_year = dup_year (vb_assessment_get_day (assessment));
      g_autofree char *day = vb_day_format (vb_assessment_get_day (earlier));

      /* Two in one year are told apart by the day. */
      vb_profile_set_mark_name (profile, VB_PROFILE_LAST,
                                g_str_equal (year, this_year) ? day : year);
    }
  for (guint i = 0; i < vb_ladder_result_get_n_areas (result); i++)
    {
      g_autoptr (VbLadderArea) area = g_list_model_get_item (areas, i);
      const VbAssessmentArea *said =
          vb_assessment_get_area (assessment, vb_ladder_area_get_id (area));
      double places[VB_N_PROFILE_MARKS] = {
        [VB_PROFILE_TODAY] = step_or_nan (vb_ladder_result_get_area (result, i)->step),
        [VB_PROFILE_LAST] = NAN,
        [VB_PROFILE_WANTED] = step_or_nan (said->wanted_step),
      };

      if (previous != NULL)
        places[VB_PROFILE_LAST] = step_or_nan (vb_ladder_result_get_area (previous, i)->step);
      vb_profile_add (profile, i, vb_bilingual_get (vb_ladder_area_get_name (area)), places, NAN,
                      NAN);
    }
  vb_drawing_set_figures (VB_DRAWING (profile), previous != NULL ? columns_then : columns);
  return VB_DRAWING (profile);
}

VbDrawing *
vb_ladder_spread_new (VbLadderRollup *row)
{
  static const char *const columns[] = { "ladder_area", "median_step", "lowest_step",
                                         "highest_step", NULL };
  const VbLadderGroup *all;
  VbLadder *ladder;
  GListModel *areas;
  VbProfile *profile;
  g_autofree char *subtitle = NULL;

  g_return_val_if_fail (VB_IS_LADDER_ROLLUP (row), NULL);

  all = vb_ladder_rollup_get_all (row);
  ladder = vb_ladder_rollup_get_ladder (row);
  areas = vb_ladder_get_areas (ladder);
  subtitle = g_strdup_printf (
      ngettext ("%s, the latest assessment", "%s, the latest %u assessments", all->n_assessments),
      vb_unit_get_name (vb_ladder_rollup_get_unit (row)), all->n_assessments);
  profile = vb_profile_new (_ ("How far apart are the units?"), subtitle, _ ("Area"),
                            vb_ladder_get_n_steps (ladder));
  vb_profile_set_mark_name (profile, VB_PROFILE_TODAY, _ ("median"));
  for (guint i = 0; i < g_list_model_get_n_items (areas) && !all->withheld; i++)
    {
      g_autoptr (VbLadderArea) area = g_list_model_get_item (areas, i);
      const VbLadderSpread *spread = &all->areas[i];
      double places[VB_N_PROFILE_MARKS] = { spread->median, NAN, NAN };

      vb_profile_add (profile, i, vb_bilingual_get (vb_ladder_area_get_name (area)), places,
                      step_or_nan (spread->lowest), step_or_nan (spread->highest));
    }
  vb_drawing_set_figures (VB_DRAWING (profile), columns);
  return VB_DRAWING (profile);
}

VbDrawing *
vb_ladder_counts_new (VbLadderRollup *row)
{
  static const char *const columns[] = { "ladder_step", "n_assessments", NULL };
  const VbLadderGroup *all;
  VbLadder *ladder;
  VbRanking *ranking;

  g_return_val_if_fail (VB_IS_LADDER_ROLLUP (row), NULL);

  all = vb_ladder_rollup_get_all (row);
  ladder = vb_ladder_rollup_get_ladder (row);
  ranking = vb_ranking_new (_ ("On which step do the assessments stand?"),
                            vb_unit_get_name (vb_ladder_rollup_get_unit (row)), VB_RANKING_BAR,
                            VB_ROLE_NEED, FALSE);
  vb_ranking_set_columns (ranking, _ ("Step"), _ ("Assessments"), VB_FORM_KEY);
  vb_drawing_set_figures (VB_DRAWING (ranking), columns);
  for (guint step = vb_ladder_get_n_steps (ladder); step >= 1 && !all->withheld; step--)
    {
      g_autofree char *name = g_strdup_printf (
          "%u %s", step, vb_bilingual_get (vb_ladder_get_step_name (ladder, step)));

      vb_ranking_add (ranking, step, name, all->overall.counts[step], NAN, NAN, FALSE);
    }
  return VB_DRAWING (ranking);
}
