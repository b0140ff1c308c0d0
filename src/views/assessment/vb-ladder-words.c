/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-ladder-words.h"

#include <math.h>

#include "vb-number.h"

char *
vb_ladder_words_dup_step (double step)
{
  return vb_number_format (step, isfinite (step) && floor (step) < step ? 1 : 0);
}

char *
vb_ladder_words_dup_assessment (VbAssessment *assessment)
{
  g_autofree char *day = vb_day_format (vb_assessment_get_day (assessment));

  return g_strdup_printf ("%s · %s", day,
                          vb_role_group_get_label (vb_assessment_get_role (assessment)));
}

char *
vb_ladder_words_dup_trend (VbLadderRollup *row)
{
  GString *text = g_string_new (NULL);
  guint n;
  const VbLadderYear *years = vb_ladder_rollup_get_years (row, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *median = vb_ladder_words_dup_step (years[i].spread.median);

      g_string_append_printf (text, "%s%d: %s", i > 0 ? ", " : "", years[i].year, median);
    }
  if (n == 0)
    g_string_append (text, "–");
  return g_string_free (text, FALSE);
}
