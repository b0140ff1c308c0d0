/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-ladder-differences.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-ladder-words.h"

#define MAX_NAMES 3

typedef enum
{
  ROW_LAST,
  ROW_ROLES,
  ROW_LEVELS,
  N_ROWS
} Row;

struct _VbLadderDifferences
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *rows[N_ROWS];
};

G_DEFINE_FINAL_TYPE (VbLadderDifferences, vb_ladder_differences, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_area_name (VbLadder *ladder, guint index)
{
  g_autoptr (VbLadderArea) area = g_list_model_get_item (vb_ladder_get_areas (ladder), index);

  /* The ladder keeps it. */
  return vb_bilingual_get (vb_ladder_area_get_name (area));
}

static void
show_row (VbLadderDifferences *self, Row row, const char *title, const char *subtitle)
{
  gtk_widget_set_visible (GTK_WIDGET (self->rows[row]), title != NULL);
  if (title == NULL)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[row]), title);
  adw_action_row_set_subtitle (self->rows[row], subtitle);
}

/* The first few: a long list of names is no finding. */
static void
append_name (GString *names, const char *name, guint n_before)
{
  if (n_before < MAX_NAMES)
    g_string_append_printf (names, "%s%s", n_before > 0 ? ", " : "", name);
  else if (n_before == MAX_NAMES)
    g_string_append (names, " …");
}

static void
show_last (VbLadderDifferences *self, VbLadderResult *result, VbLadderResult *previous)
{
  g_autoptr (GString) fallen = g_string_new (NULL);
  g_autoptr (GString) risen = g_string_new (NULL);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *day = NULL;
  guint n_risen = 0, n_fallen = 0;
  VbLadder *ladder;

  if (result == NULL || previous == NULL)
    {
      show_row (self, ROW_LAST, NULL, NULL);
      return;
    }
  ladder = vb_ladder_result_get_ladder (result);
  for (guint i = 0; i < vb_ladder_result_get_n_areas (result); i++)
    {
      guint now = vb_ladder_result_get_area (result, i)->step;
      guint before = vb_ladder_result_get_area (previous, i)->step;

      /* An area that was or is not relevant has neither risen nor fallen. */
      if (now == 0 || before == 0 || now == before)
        continue;
      append_name (now > before ? risen : fallen, get_area_name (ladder, i),
                   now > before ? n_risen : n_fallen);
      n_risen += now > before;
      n_fallen += now < before;
    }
  day = vb_day_format (vb_assessment_get_day (vb_ladder_result_get_assessment (previous)));
  /* Translators: a day, and numbers of areas: "Since 12 Nov 2025: 6 higher, 1 lower" */
  title = g_strdup_printf (_ ("Since %s: %u higher, %u lower"), day, n_risen, n_fallen);
  if (n_fallen > 0)
    /* Translators: names of areas */
    subtitle = g_strdup_printf (_ ("lower: %s"), fallen->str);
  else if (n_risen > 0)
    /* Translators: names of areas */
    subtitle = g_strdup_printf (_ ("higher: %s"), risen->str);
  else
    subtitle = g_strdup (_ ("no area has changed its step"));
  show_row (self, ROW_LAST, title, subtitle);
}

/* The area where the role groups shown lie furthest apart, by their medians; -1 where they agree.
 */
static int
find_widest_area (VbLadderRollup *rollup, guint n_areas)
{
  double widest = 0;
  int found = -1;

  for (guint area = 0; area < n_areas; area++)
    {
      double low = INFINITY, high = -INFINITY;

      for (VbRoleGroup role = 0; role < VB_N_ROLE_GROUPS; role++)
        {
          const VbLadderGroup *group = vb_ladder_rollup_get_group (rollup, role);

          if (group->withheld || group->areas[area].n == 0)
            continue;
          low = fmin (low, group->areas[area].median);
          high = fmax (high, group->areas[area].median);
        }
      if (high - low > widest)
        {
          widest = high - low;
          found = (int) area;
        }
    }
  return found;
}

static void
show_roles (VbLadderDifferences *self, VbLadderRollup *rollup)
{
  VbLadder *ladder = vb_ladder_rollup_get_ladder (rollup);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autofree char *subtitle = NULL;
  guint n_shown = 0, n_withheld = 0;
  int area;

  for (VbRoleGroup role = 0; role < VB_N_ROLE_GROUPS; role++)
    {
      const VbLadderGroup *group = vb_ladder_rollup_get_group (rollup, role);
      g_autofree char *step = NULL;

      if (group->n_assessments == 0)
        continue;
      if (group->withheld)
        {
          n_withheld++;
          continue;
        }
      step = vb_ladder_words_dup_step (group->overall.median);
      g_string_append_printf (title, "%s%s %s", n_shown > 0 ? " · " : "",
                              vb_role_group_get_label (role), step);
      n_shown++;
    }
  if (n_shown + n_withheld < 2)
    {
      show_row (self, ROW_ROLES, NULL, NULL);
      return;
    }
  area = find_widest_area (rollup, g_list_model_get_n_items (vb_ladder_get_areas (ladder)));
  if (n_shown < 2)
    subtitle = g_strdup (_ ("too few participants to tell the role groups apart"));
  else if (area >= 0)
    /* Translators: %s is an area */
    subtitle = g_strdup_printf (_ ("the role groups differ most in %s"),
                                get_area_name (ladder, (guint) area));
  else
    subtitle = g_strdup (_ ("the role groups agree"));
  show_row (self, ROW_ROLES, n_shown > 0 ? title->str : _ ("Role groups"), subtitle);
}

static void
show_levels (VbLadderDifferences *self, VbLadderResult *result)
{
  g_autoptr (GString) title = g_string_new (NULL);
  guint low = G_MAXUINT, high = 0;

  if (result == NULL)
    {
      show_row (self, ROW_LEVELS, NULL, NULL);
      return;
    }
  for (VbPlanningLevel level = VB_PLANNING_LEVEL_STRATEGIC; level < VB_N_PLANNING_LEVELS; level++)
    {
      guint step = vb_ladder_result_get_step (result, level);
      g_autofree char *text = vb_ladder_words_dup_step (step > 0 ? step : NAN);

      g_string_append_printf (title, "%s%s %s", title->len > 0 ? " · " : "",
                              vb_planning_level_get_label (level), text);
      if (step > 0)
        {
          low = MIN (low, step);
          high = MAX (high, step);
        }
    }
  show_row (self, ROW_LEVELS, title->str,
            high > low ? _ ("the levels differ") : _ ("the levels agree"));
}

void
vb_ladder_differences_show (VbLadderDifferences *self,
                            VbLadderResult *result,
                            VbLadderResult *previous,
                            VbLadderRollup *rollup)
{
  gboolean any = FALSE;

  g_return_if_fail (VB_IS_LADDER_DIFFERENCES (self));
  g_return_if_fail (VB_IS_LADDER_ROLLUP (rollup));

  show_last (self, result, previous);
  show_roles (self, rollup);
  show_levels (self, result);
  for (guint i = 0; i < N_ROWS; i++)
    any = any || gtk_widget_get_visible (GTK_WIDGET (self->rows[i]));
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}

static void
vb_ladder_differences_class_init (VbLadderDifferencesClass *klass)
{
}

static void
vb_ladder_differences_init (VbLadderDifferences *self)
{
  for (guint i = 0; i < N_ROWS; i++)
    {
      self->rows[i] = ADW_ACTION_ROW (adw_action_row_new ());
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->rows[i]), FALSE);
      adw_action_row_set_title_lines (self->rows[i], 0);
      adw_action_row_set_subtitle_lines (self->rows[i], 0);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->rows[i]));
    }
}

GtkWidget *
vb_ladder_differences_new (void)
{
  return g_object_new (VB_TYPE_LADDER_DIFFERENCES, NULL);
}
