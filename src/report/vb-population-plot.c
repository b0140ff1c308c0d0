/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-population-plot.h"

#include <glib/gi18n-lib.h>

#include "vb-columns.h"
#include "vb-number.h"

/* "Region Exempel, need 412 in 2026, 455 in 2036". */
static char *
dup_subtitle (const char *whose,
              int base_year,
              double base_need,
              const VbPopulationYear *years,
              guint n_years)
{
  g_autofree char *base = vb_number_format_key (base_need);
  g_autofree char *last = n_years > 0 ? vb_number_format_key (years[n_years - 1].need) : NULL;

  if (n_years == 0)
    return g_strdup (whose);
  /* Translators: whose need, the need of a year, and the need of a later one */
  return g_strdup_printf (_ ("%s, need %s in %d, %s in %d"), whose, base, base_year, last,
                          years[n_years - 1].year);
}

VbDrawing *
vb_population_plot_new (const char *whose,
                        int base_year,
                        double base_need,
                        const VbPopulationYear *years,
                        guint n_years)
{
  g_autofree char *subtitle = dup_subtitle (whose, base_year, base_need, years, n_years);
  /* Translators: the unit of an axis of changes; %d is a year */
  g_autofree char *unit = g_strdup_printf (_ ("change of need since %d, beds"), base_year);
  g_auto (GStrv) names = g_new0 (char *, n_years + 1);
  g_autofree double *size = g_new (double, n_years + 1);
  g_autofree double *ageing = g_new (double, n_years + 1);
  g_autofree double *consumption = g_new (double, n_years + 1);
  VbColumnSeries series[] = {
    { _ ("Population size"), VB_ROLE_NEED, VB_HATCH_NONE, size },
    { _ ("Ageing"), VB_ROLE_NEED, VB_HATCH_STRIPES, ageing },
    { _ ("Consumption"), VB_ROLE_OUTCOME, VB_HATCH_DOTS, consumption },
  };
  VbColumnFigures figures = { .unit = unit,
                              .category = _ ("Year"),
                              .names = (const char *const *) names,
                              .n = n_years,
                              .series = series,
                              .n_series = G_N_ELEMENTS (series),
                              .stacked = TRUE,
                              .total_name = _ ("Change of need") };
  static const char *const columns[] = { "period",          "need_of_size",
                                         "need_of_ageing",  "need_of_consumption",
                                         "population_need", NULL };
  VbDrawing *drawing;

  for (guint i = 0; i < n_years; i++)
    {
      names[i] = g_strdup_printf ("%d", years[i].year);
      size[i] = years[i].size;
      ageing[i] = years[i].ageing;
      consumption[i] = years[i].consumption;
    }
  drawing = VB_DRAWING (vb_columns_new (_ ("Why does need change?"), subtitle, &figures));
  vb_drawing_set_figures (drawing, columns);

  return drawing;
}

VbDrawing *
vb_age_plot_new (const char *whose, const VbAgeGroupUse *groups, guint n_groups, gboolean by_sex)
{
  g_autofree const char **names = g_new (const char *, n_groups + 1);
  g_autofree double *women = g_new (double, n_groups + 1);
  g_autofree double *men = g_new (double, n_groups + 1);
  VbColumnSeries series[] = {
    { by_sex ? _ ("Women") : C_ ("population", "Everybody"), VB_ROLE_NEED, VB_HATCH_NONE, women },
    { _ ("Men"), VB_ROLE_OUTCOME, VB_HATCH_STRIPES, men },
  };
  VbColumnFigures figures = { .unit = _ ("bed days per 1,000 inhabitants"),
                              .category = _ ("Age"),
                              .names = names,
                              .n = n_groups,
                              .series = series,
                              .n_series = by_sex ? 2 : 1 };
  static const char *const columns[] = { "age_group", "bed_days_per_1000", "bed_days_per_1000",
                                         NULL };
  VbDrawing *drawing;

  for (guint i = 0; i < n_groups; i++)
    {
      names[i] = groups[i].name;
      women[i] = groups[i].women;
      men[i] = groups[i].men;
    }
  drawing = VB_DRAWING (vb_columns_new (_ ("At what age are beds needed?"), whose, &figures));
  vb_drawing_set_figures (drawing, columns);

  return drawing;
}
