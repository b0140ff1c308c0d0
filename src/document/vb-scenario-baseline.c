/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-scenario-baseline.h"

#include <glib/gi18n-lib.h>

#include "vb-scenario-outlook.h"

static void
add_years (GArray *years,
           VbBalanceSide side,
           gint16 first,
           gint16 last,
           double beds,
           const double *growth,
           const char *source)
{
  for (gint16 year = first; year <= last; year++)
    {
      VbScenarioYear row = { side,
                             year,
                             growth != NULL ? beds * growth[year - first] : beds,
                             VB_FIGURE_STATUS_DERIVED,
                             { NULL, NULL } };

      vb_bilingual_set (&row.source, source, NULL);
      g_array_append_val (years, row);
    }
}

GArray *
vb_scenario_baseline_new (VbNeedTable *table,
                          VbUnit *unit,
                          VbCareGroup group,
                          gint16 first_year,
                          gint16 last_year,
                          const double *need_growth)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (VbScenarioYear));
  const VbNeedFigures *figures;
  g_autofree char *capacity = NULL;
  g_autofree char *need = NULL;
  int index;
  int base;
  int month;
  int day;

  g_return_val_if_fail (VB_IS_NEED_TABLE (table), NULL);
  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);

  g_array_set_clear_func (years, (GDestroyNotify) vb_scenario_year_clear);
  index = vb_scenario_outlook_find_base (table, unit, group);
  if (index < 0)
    return years;
  figures = vb_need_table_get (table, vb_unit_get_id (unit), group, (guint) index);
  vb_day_to_ymd (vb_need_table_get_period (table, (guint) index).start, &base, &month, &day);

  /* Translators: these tell where a figure comes from; %d is a year */
  capacity = g_strdup_printf (_ ("Available beds in %d, unchanged"), base);
  need = need_growth != NULL ? g_strdup_printf (_ ("Need in %d, following the population"), base)
                             : g_strdup_printf (_ ("Need in %d, unchanged"), base);
  add_years (years, VB_BALANCE_SIDE_CAPACITY, first_year, last_year, figures->available_beds, NULL,
             capacity);
  add_years (years, VB_BALANCE_SIDE_NEED, first_year, last_year, figures->need_beds, need_growth,
             need);
  return years;
}
