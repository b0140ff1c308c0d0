/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-scenario-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-panels.h"

/* "plan, balance 2026". */
static char *
dup_note (const VbScenarioCourse *course, int first_year, guint n_years)
{
  g_autofree char *balance = NULL;
  guint end = n_years; /* of the years that it tells of */

  while (end > 0 && isnan (course->gaps[end - 1]))
    end--;
  if (course->balance_year != 0)
    balance = g_strdup_printf (_ ("balance %d"), course->balance_year);
  else
    balance = g_strdup_printf (_ ("no balance before %d"), first_year + (int) end);
  /* Translators: of a scenario: that it is decided as plan, and its year of balance */
  return course->decided ? g_strdup_printf (_ ("plan, %s"), balance) : g_steal_pointer (&balance);
}

VbDrawing *
vb_scenario_plot_new (const char *whose,
                      int first_year,
                      guint n_years,
                      const VbScenarioCourse *courses,
                      guint n_courses)
{
  static const char *const columns[] = { "period", "gap_beds", NULL };
  /* Translators: whose gap */
  g_autofree char *subtitle = g_strdup_printf (_ ("%s, gap in beds"), whose);
  g_autofree VbPanel *panels = g_new (VbPanel, n_courses + 1);
  g_auto (GStrv) notes = g_new0 (char *, n_courses + 1);
  VbDrawing *plot;

  for (guint i = 0; i < n_courses; i++)
    {
      notes[i] = dup_note (&courses[i], first_year, n_years);
      panels[i] = (VbPanel){ courses[i].name, notes[i], courses[i].gaps };
    }
  plot = VB_DRAWING (vb_panels_new (_ ("Which scenario closes the gap?"), subtitle, first_year,
                                    n_years, panels, n_courses));
  vb_drawing_set_figures (plot, columns);

  return plot;
}
