/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-ladder-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-ladder-words.h"
#include "vb-number.h"

/* Names of the figures. */
#define REACHED_STEP "reached_step"
#define SINCE_LAST "since_last"
#define WANTED_STEP "wanted_step"
#define N_ACTIONS "n_actions"

void
vb_ladder_shown_clear (VbLadderShown *shown)
{
  g_clear_object (&shown->result);
  g_clear_object (&shown->previous);
  g_clear_object (&shown->rollup);
  g_clear_object (&shown->actions);
  shown->withheld = FALSE;
}

static VbKeyFigure *
find_card (VbKeyFigureRow *row, const char *figure)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (row)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (VB_IS_KEY_FIGURE (child)
        && g_strcmp0 (vb_key_figure_get_figure (VB_KEY_FIGURE (child)), figure) == 0)
      return VB_KEY_FIGURE (child);
  g_return_val_if_reached (NULL);
}

void
vb_ladder_figures_fill (VbKeyFigureRow *row)
{
  vb_key_figure_row_append (row, vb_key_figure_new (REACHED_STEP, _ ("Reached step")));
  vb_key_figure_row_append (row, vb_key_figure_new (SINCE_LAST, _ ("Since last time")));
  vb_key_figure_row_append (row, vb_key_figure_new (WANTED_STEP, _ ("Wanted step")));
  vb_key_figure_row_append (row, vb_key_figure_new (N_ACTIONS, _ ("Actions")));
  vb_key_figure_row_set_selected (row, REACHED_STEP);
}

/* ---- one assessment -------------------------------------------------------------------------- */

static void
show_result (VbKeyFigureRow *row, VbLadderResult *result)
{
  VbLadder *ladder = vb_ladder_result_get_ladder (result);
  guint step = vb_ladder_result_get_step (result, VB_PLANNING_LEVEL_NONE);
  g_autofree char *value = NULL;

  vb_key_figure_set_caption (find_card (row, REACHED_STEP), _ ("Reached step"));
  if (step > 0)
    {
      /* Translators: a step of how many: "2 of 5" */
      g_autofree char *text =
          g_strdup_printf (_ ("%u of %u"), step, vb_ladder_get_n_steps (ladder));
      g_auto (GStrv) words = g_strsplit (text, " ", -1);

      /* A figure is not broken between lines. */
      value = g_strjoinv ("\u00a0", words);
    }
  vb_key_figure_set (find_card (row, REACHED_STEP), value, NULL,
                     step > 0 ? vb_bilingual_get (vb_ladder_get_step_name (ladder, step))
                              : _ ("nothing relevant is answered"));
}

static void
show_since (VbKeyFigureRow *row, VbLadderResult *result, VbLadderResult *previous)
{
  VbKeyFigure *card = find_card (row, SINCE_LAST);
  guint now = vb_ladder_result_get_step (result, VB_PLANNING_LEVEL_NONE);
  guint before, n_risen = 0, n = vb_ladder_result_get_n_areas (result);
  g_autofree char *value = NULL;
  g_autofree char *sub = NULL;

  if (previous == NULL)
    {
      vb_key_figure_set (card, NULL, NULL, _ ("the first of this role group"));
      return;
    }
  before = vb_ladder_result_get_step (previous, VB_PLANNING_LEVEL_NONE);
  for (guint i = 0; i < n; i++)
    if (vb_ladder_result_get_area (result, i)->step > vb_ladder_result_get_area (previous, i)->step)
      n_risen++;
  if (now > 0 && before > 0)
    value = vb_number_format_signed ((double) now - before, 0);
  /* Translators: how many areas of how many stand higher than last time */
  sub = g_strdup_printf (_ ("%u of %u areas are higher"), n_risen, n);
  vb_key_figure_set (card, value, NULL, sub);
}

static void
show_wanted (VbKeyFigureRow *row, VbLadderResult *result)
{
  VbKeyFigure *card = find_card (row, WANTED_STEP);
  VbDay by = VB_DAY_NONE;
  guint step = result != NULL ? vb_ladder_result_get_wanted_step (result, &by) : 0;
  g_autofree char *value = step > 0 ? g_strdup_printf ("%u", step) : NULL;
  g_autofree char *day = by != VB_DAY_NONE ? vb_day_format (by) : NULL;
  g_autofree char *sub = NULL;

  if (day != NULL)
    /* Translators: %s is a day */
    sub = g_strdup_printf (_ ("by %s"), day);
  else if (result != NULL && step == 0)
    sub = g_strdup (_ ("not said yet"));
  vb_key_figure_set (card, value, NULL, sub);
}

/* ---- several --------------------------------------------------------------------------------- */

static void
show_rollup (VbKeyFigureRow *row, VbLadderRollup *rollup)
{
  const VbLadderGroup *all = vb_ladder_rollup_get_all (rollup);
  g_autofree char *median = vb_ladder_words_dup_step (all->overall.median);
  g_autofree char *sub = NULL;
  g_autofree char *trend = NULL;
  g_autofree char *change = NULL;
  guint n_years;
  const VbLadderYear *years = vb_ladder_rollup_get_years (rollup, &n_years);

  vb_key_figure_set_caption (find_card (row, REACHED_STEP), _ ("Median step"));
  if (all->withheld)
    sub = g_strdup (_ ("withheld: too few participants"));
  else if (all->overall.n > 0)
    /* Translators: number of assessments, lowest and highest step of them */
    sub = g_strdup_printf (
        ngettext ("%u assessment, on step %u", "%u assessments, on steps %u to %u", all->overall.n),
        all->overall.n, all->overall.lowest, all->overall.highest);
  vb_key_figure_set (find_card (row, REACHED_STEP), all->overall.n > 0 ? median : NULL, NULL, sub);

  if (n_years > 1)
    {
      double step = years[n_years - 1].spread.median - years[n_years - 2].spread.median;

      trend = vb_ladder_words_dup_trend (rollup);
      change = vb_number_format_signed (step, fabs (step) > floor (fabs (step)) ? 1 : 0);
    }
  vb_key_figure_set (find_card (row, SINCE_LAST), change, NULL, trend);
}

static void
show_actions (VbKeyFigureRow *row, const VbLadderShown *shown)
{
  guint n = g_list_model_get_n_items (shown->actions);
  guint n_under_way = 0, n_overdue = 0;
  g_autofree char *value = g_strdup_printf ("%u", n);
  g_autofree char *under_way = NULL;
  g_autofree char *overdue = NULL;
  g_autofree char *sub = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VbAction) action = g_list_model_get_item (shown->actions, i);
      const VbActionFacts *facts = vb_action_get_facts (action);

      n_under_way += facts->status == VB_ACTION_UNDER_WAY;
      n_overdue += vb_action_facts_is_overdue (facts, shown->today);
    }
  /* Translators: a number of actions */
  under_way = g_strdup_printf (ngettext ("%u under way", "%u under way", n_under_way), n_under_way);
  overdue = g_strdup_printf (ngettext ("%u overdue", "%u overdue", n_overdue), n_overdue);
  sub = g_strdup_printf ("%s, %s", under_way, overdue);
  vb_key_figure_set (find_card (row, N_ACTIONS), value, NULL, n > 0 ? sub : NULL);
}

void
vb_ladder_figures_show (VbKeyFigureRow *row, const VbLadderShown *shown)
{
  g_return_if_fail (VB_IS_KEY_FIGURE_ROW (row));

  if (shown->result != NULL)
    {
      show_result (row, shown->result);
      show_since (row, shown->result, shown->previous);
    }
  else if (shown->rollup != NULL)
    {
      show_rollup (row, shown->rollup);
    }
  show_wanted (row, shown->result);
  show_actions (row, shown);
}

/* ---- where they come from -------------------------------------------------------------------- */

static void
add_step_input (VbSourceCard *card, guint step, const char *name, const char *source)
{
  g_autofree char *value = vb_ladder_words_dup_step (step > 0 ? step : NAN);

  vb_source_card_add_input (card, value, name, source, VB_PROVENANCE_REPORTED);
}

/* Each area that counts, with the day on which it was assessed. */
static void
add_areas (VbSourceCard *card, VbLadderResult *result)
{
  GListModel *areas = vb_ladder_get_areas (vb_ladder_result_get_ladder (result));
  g_autofree char *source =
      vb_ladder_words_dup_assessment (vb_ladder_result_get_assessment (result));

  for (guint i = 0; i < vb_ladder_result_get_n_areas (result); i++)
    {
      g_autoptr (VbLadderArea) area = g_list_model_get_item (areas, i);

      if (vb_ladder_area_get_mandatory (area))
        add_step_input (card, vb_ladder_result_get_area (result, i)->step,
                        vb_bilingual_get (vb_ladder_area_get_name (area)), source);
    }
}

static void
explain_reached (const VbLadderShown *shown, VbSourceCard *card)
{
  g_autofree char *mean = NULL;
  g_autofree char *note = NULL;

  if (shown->result == NULL)
    {
      vb_source_card_set_formula (card, _ ("Median step = the middle one of the latest assessment "
                                           "of each unit and role group"));
      return;
    }
  mean = vb_number_format (vb_ladder_result_get_mean (shown->result), 1);
  /* Translators: %s is a number with one decimal */
  note = g_strdup_printf (_ ("The mean of the areas is %s; it decides nothing."), mean);
  vb_source_card_set_formula (card, _ ("Reached step = the lowest of the mandatory areas"));
  vb_source_card_set_note (card, note);
  add_areas (card, shown->result);
}

static void
explain_since (const VbLadderShown *shown, VbSourceCard *card)
{
  guint now, before;
  g_autofree char *numbers = NULL;
  g_autofree char *change = NULL;
  g_autofree char *day = NULL;
  g_autofree char *day_before = NULL;

  if (shown->result == NULL || shown->previous == NULL)
    {
      vb_source_card_set_formula (card, _ ("Since last time = the step now − the step of the "
                                           "last assessment of the same unit, role group and "
                                           "ladder"));
      return;
    }
  now = vb_ladder_result_get_step (shown->result, VB_PLANNING_LEVEL_NONE);
  before = vb_ladder_result_get_step (shown->previous, VB_PLANNING_LEVEL_NONE);
  change = vb_number_format_signed ((double) now - before, 0);
  numbers = g_strdup_printf ("%u − %u = %s", now, before, change);
  day = vb_day_format (vb_assessment_get_day (vb_ladder_result_get_assessment (shown->result)));
  day_before =
      vb_day_format (vb_assessment_get_day (vb_ladder_result_get_assessment (shown->previous)));
  vb_source_card_set_formula (card,
                              _ ("Since last time = the step now − the step of the last assessment "
                                 "of the same unit, role group and ladder"));
  vb_source_card_set_numbers (card, numbers);
  add_step_input (card, now, _ ("step now"), day);
  add_step_input (card, before, _ ("step last time"), day_before);
}

static void
explain_wanted (VbSourceCard *card)
{
  vb_source_card_set_formula (card,
                              _ ("Wanted step = the lowest over the mandatory areas of what is "
                                 "wanted there, or of what is reached where nothing more is"));
  vb_source_card_set_note (card, _ ("What is wanted in each area, by when and by whom, is said in "
                                    "the assessment."));
}

static void
explain_actions (const VbLadderShown *shown, VbSourceCard *card)
{
  vb_source_card_set_formula (card, _ ("Actions = those of the unit, whatever they were made from; "
                                       "cancelled ones are left out"));
  for (VbActionStatus status = 0; status < VB_N_ACTION_STATUSES; status++)
    {
      guint n = 0;
      g_autofree char *value = NULL;

      for (guint i = 0; i < g_list_model_get_n_items (shown->actions); i++)
        {
          g_autoptr (VbAction) action = g_list_model_get_item (shown->actions, i);

          n += vb_action_get_facts (action)->status == status;
        }
      value = g_strdup_printf ("%u", n);
      if (n > 0)
        vb_source_card_add_input (card, value, vb_action_status_get_label (status), NULL,
                                  VB_PROVENANCE_REPORTED);
    }
}

void
vb_ladder_figures_explain (VbKeyFigureRow *row, const VbLadderShown *shown, VbSourceCard *card)
{
  const char *figure = vb_key_figure_row_get_selected (row);
  const char *value = NULL;
  g_autofree char *title = NULL;

  if (figure != NULL && (shown->result != NULL || shown->rollup != NULL))
    value = vb_key_figure_get_value (find_card (row, figure));
  gtk_widget_set_visible (GTK_WIDGET (card), value != NULL);
  if (value == NULL)
    return;

  title = g_strdup_printf (_ ("Where does %s come from?"), value);
  vb_source_card_set_title (card, title);
  vb_source_card_set_numbers (card, NULL);
  vb_source_card_set_note (card, NULL);
  vb_source_card_clear_inputs (card);
  if (g_str_equal (figure, REACHED_STEP))
    explain_reached (shown, card);
  else if (g_str_equal (figure, SINCE_LAST))
    explain_since (shown, card);
  else if (g_str_equal (figure, WANTED_STEP))
    explain_wanted (card);
  else
    explain_actions (shown, card);
}
