/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-potential-drawings.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-lever-effect.h"
#include "vb-potential-plot.h"
#include "vb-waterfall-row.h"

VbDrawing *
vb_potential_drawings_new_trajectory (VbOutlook *outlook, const char *whose)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (vb_outlook_get_scenario (outlook));
  GListModel *rows = vb_outlook_get_years (outlook);
  gint16 balance = vb_outlook_get_balance_year (outlook);
  guint n = g_list_model_get_n_items (rows);
  g_autofree VbTrajectoryYear *years = g_new (VbTrajectoryYear, MAX (n, 1));
  VbTrajectory trajectory = { .whose = whose,
                              .first_year = facts->first_year,
                              .n_years = n,
                              .years = years,
                              .balance_year = balance,
                              .balance_probability = NAN };

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VbPotentialRow) row = g_list_model_get_item (rows, i);
      const VbPotentialFigures *year = vb_potential_row_get_figures (row);

      years[i] = (VbTrajectoryYear){
        year->need,     year->need_spread.p10,     year->need_spread.p90,
        year->capacity, year->capacity_spread.p10, year->capacity_spread.p90,
      };
      if (!isnan (year->gap_spread.p50))
        trajectory.n_draws = facts->n_draws;
      if (year->year == balance)
        trajectory.balance_probability = year->probability_balanced;
    }

  return vb_potential_plot_new (&trajectory);
}

static VbGapStepSide
to_step_side (guint8 side)
{
  return side == VB_BALANCE_SIDE_NEED ? VB_GAP_STEP_NEED : VB_GAP_STEP_CAPACITY;
}

VbDrawing *
vb_potential_drawings_new_waterfall (VbOutlook *outlook, const char *whose)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (vb_outlook_get_scenario (outlook));
  GListModel *rows = vb_outlook_get_steps (outlook);
  guint n_rows = g_list_model_get_n_items (rows), n_steps = 0;
  g_autofree VbGapStep *steps = g_new (VbGapStep, MAX (n_rows, 1));
  double start = NAN, end = NAN;

  for (guint i = 0; i < n_rows; i++)
    {
      /* The list keeps it, its lever and the lever's name alive. */
      g_autoptr (VbWaterfallRow) row = g_list_model_get_item (rows, i);
      double beds = vb_waterfall_row_get_beds (row);
      const VbLeverFacts *lever;

      switch (vb_waterfall_row_get_kind (row))
        {
        case VB_WATERFALL_START:
          start = beds;
          break;
        case VB_WATERFALL_NEED:
          steps[n_steps++] = (VbGapStep){ VB_GAP_STEP_NEED, _ ("Need without levers"), beds };
          break;
        case VB_WATERFALL_CAPACITY:
          steps[n_steps++] =
              (VbGapStep){ VB_GAP_STEP_CAPACITY, _ ("Capacity without levers"), beds };
          break;
        case VB_WATERFALL_LEVER:
          lever = vb_lever_get_facts (vb_waterfall_row_get_lever (row));
          steps[n_steps++] = (VbGapStep){ to_step_side (lever->figures.side),
                                          vb_bilingual_get (&lever->name), beds };
          break;
        case VB_WATERFALL_END:
        default:
          end = beds;
        }
    }

  return vb_potential_waterfall_new (whose, facts->first_year, start, steps, n_steps,
                                     vb_outlook_get_year (outlook), end);
}

/* The lever that matters most first; equals as they are listed. */
static int
compare_swings (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const VbLeverSwing *first = a, *second = b;
  double wider =
      fabs (second->gap_high - second->gap_low) - fabs (first->gap_high - first->gap_low);

  return wider > 0 ? 1 : wider < 0 ? -1 : 0;
}

VbDrawing *
vb_potential_drawings_new_tornado (VbOutlook *outlook, const char *whose)
{
  gint16 year = vb_outlook_get_year (outlook);
  const VbPotentialFigures *figures = vb_outlook_find_year (outlook, year);
  GListModel *effects = vb_outlook_get_effects (outlook);
  g_autoptr (GArray) swings = g_array_new (FALSE, FALSE, sizeof (VbLeverSwing));

  for (guint i = 0; i < g_list_model_get_n_items (effects); i++)
    {
      g_autoptr (VbLeverEffect) effect = g_list_model_get_item (effects, i);
      VbLever *lever = vb_lever_effect_get_lever (effect);
      VbLeverSwing swing;

      if (lever == NULL)
        continue;
      swing = (VbLeverSwing){ to_step_side (vb_lever_get_facts (lever)->figures.side),
                              vb_bilingual_get (&vb_lever_get_facts (lever)->name),
                              vb_lever_effect_get_figures (effect)->gap_low,
                              vb_lever_effect_get_figures (effect)->gap_high };
      g_array_append_val (swings, swing);
    }
  g_array_sort_with_data (swings, compare_swings, NULL);

  return vb_potential_tornado_new (whose, year, figures != NULL ? figures->gap : NAN,
                                   (const VbLeverSwing *) (gpointer) swings->data, swings->len);
}
