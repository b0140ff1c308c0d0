/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-study-plots.h"

#include <math.h>

#include "vb-occupancy-cost.h"
#include "vb-population-plot.h"
#include "vb-year-plots.h"

VbDrawing *
vb_cost_plot_new (VbOccupancyStudy *study, VbPeriod period)
{
  guint n = study != NULL ? vb_occupancy_study_get_n_priced (study) : 0;
  g_autofree char *when = vb_period_format (period, FALSE);
  g_autofree VbOccupancyCostUnit *units = g_new0 (VbOccupancyCostUnit, n + 1);
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      VbOccupancyRow *row = vb_occupancy_study_get_priced (study, i);
      const VbOccupancyFigures *figures = vb_occupancy_row_get_figures (row);
      guint n_prices;
      const VbTargetPrice *prices = vb_occupancy_study_get_prices (study, i, &n_prices);
      VbOccupancyCost *costs = g_new (VbOccupancyCost, n_prices + 1);

      g_ptr_array_add (owned, costs);
      for (guint k = 0; k < n_prices; k++)
        costs[k] = (VbOccupancyCost){
          prices[k].target,
          prices[k].need,
          prices[k].risk,
          prices[k].risk_shared,
          prices[k].without_bed,
          prices[k].refused,
          prices[k].beds - prices[k].need,
        };
      units[i] = (VbOccupancyCostUnit){ vb_occupancy_row_get_name (row),
                                        figures->mean_census,
                                        figures->available_beds,
                                        figures->target_in_force,
                                        costs,
                                        n_prices };
    }
  return vb_occupancy_cost_new (when, units, n);
}

VbDrawing *
vb_population_outlook_plot_new (VbPopulationOutlook *outlook)
{
  GListModel *rows = vb_population_outlook_get_rows (outlook);
  const VbPopulationFigures *first = vb_population_outlook_get_first (outlook);
  guint n = g_list_model_get_n_items (rows) - 1;
  g_autofree VbPopulationYear *years = g_new (VbPopulationYear, n + 1);
  g_autofree char *group = vb_year_plots_dup_whose (
      vb_population_outlook_get_unit (outlook), vb_population_outlook_get_basis (outlook)->group);
  g_autofree char *whose = vb_population_outlook_dup_marked (outlook, group);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VbPopulationRow) row = g_list_model_get_item (rows, i + 1);
      const VbPopulationFigures *figures = vb_population_row_get_figures (row);

      years[i] = (VbPopulationYear){ figures->year, figures->need, figures->size, figures->ageing,
                                     figures->consumption };
    }
  return vb_population_plot_new (whose, first->year, first->need, years, n);
}

static double
get_use (const VbPopulationGroup *group)
{
  return group->population > 0 ? group->bed_days / group->population * 1000 : (double) NAN;
}

/* Groups come by sex, and within it by age: as many of women as of men, or of all together. */
VbDrawing *
vb_population_outlook_ages_plot_new (VbPopulationOutlook *outlook)
{
  guint n;
  const VbPopulationGroup *groups = vb_population_outlook_get_groups (outlook, &n);
  gboolean by_sex = n > 0 && groups[0].sex == VB_SEX_WOMEN;
  guint n_ages = by_sex ? n / 2 : n;
  g_autofree VbAgeGroupUse *uses = g_new0 (VbAgeGroupUse, n_ages + 1);
  g_auto (GStrv) names = g_new0 (char *, n_ages + 1);
  g_autofree char *whose =
      g_strdup_printf ("%s, %d", vb_unit_get_name (vb_population_outlook_get_unit (outlook)),
                       vb_population_outlook_get_basis (outlook)->base_year);
  g_autofree char *marked = vb_population_outlook_dup_marked (outlook, whose);

  for (guint i = 0; i < n_ages; i++)
    {
      names[i] = vb_ages_format (groups[i].ages);
      uses[i].name = names[i];
      uses[i].women = get_use (&groups[i]);
      uses[i].men = by_sex ? get_use (&groups[i + n_ages]) : (double) NAN;
    }
  return vb_age_plot_new (marked, uses, n_ages, by_sex);
}
