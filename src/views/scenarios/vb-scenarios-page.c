/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-scenarios-page-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-balance-figures.h"
#include "vb-document-decisions.h"
#include "vb-document-scenarios.h"
#include "vb-empty-state.h"
#include "vb-number.h"
#include "vb-scenario-differences.h"
#include "vb-scenario-plot.h"
#include "vb-scenario-row.h"
#include "vb-scenario-tables.h"

#define MILLION 1e6

G_DEFINE_FINAL_TYPE (VbScenariosPage, vb_scenarios_page, VB_TYPE_PAGE)

static VbDocument *
get_document (VbScenariosPage *self)
{
  return vb_page_get_document (VB_PAGE (self));
}

static VbSession *
get_session (VbScenariosPage *self)
{
  return vb_page_get_session (VB_PAGE (self));
}

static const char *
get_name (VbScenario *scenario)
{
  return vb_bilingual_get (&vb_scenario_get_facts (scenario)->name);
}

/* ---- whose scenarios ------------------------------------------------------------------------- */

/* The care groups that @unit has scenarios of, a bit each. */
static guint
find_groups (VbScenariosPage *self, VbUnit *unit)
{
  GListModel *scenarios = vb_document_get_scenarios (get_document (self));
  guint groups = 0;

  for (guint i = 0; i < g_list_model_get_n_items (scenarios); i++)
    {
      g_autoptr (VbScenario) scenario = g_list_model_get_item (scenarios, i);
      const VbScenarioFacts *facts = vb_scenario_get_facts (scenario);

      if (facts->unit_id == vb_unit_get_id (unit))
        groups |= 1u << facts->group;
    }
  return groups;
}

/* The unit of the chosen scenario; else the chosen one, or the nearest above it that has any. */
static VbUnit *
choose_unit (VbScenariosPage *self)
{
  VbScenario *scenario = vb_session_get_scenario (get_session (self));
  VbUnit *chosen = vb_session_get_unit (get_session (self));

  if (scenario != NULL)
    return vb_document_get_unit (get_document (self), vb_scenario_get_facts (scenario)->unit_id);
  for (VbUnit *unit = chosen; unit != NULL; unit = vb_unit_get_parent (unit))
    if (find_groups (self, unit) != 0)
      return unit;
  return chosen;
}

static VbCareGroup
choose_group (VbScenariosPage *self, guint groups)
{
  VbScenario *scenario = vb_session_get_scenario (get_session (self));
  VbCareGroup wanted = vb_session_get_care_group (get_session (self));

  if (scenario != NULL)
    return vb_scenario_get_facts (scenario)->group;
  if ((groups & (1u << wanted)) != 0)
    return wanted;
  for (int group = VB_CARE_GROUP_SOMATIC; group < VB_N_CARE_GROUPS; group++)
    if ((groups & (1u << group)) != 0)
      return (VbCareGroup) group;
  return wanted;
}

/* ---- which of them --------------------------------------------------------------------------- */

/* The chosen one where it is among @rows, else the one that was in question, else the first. */
static VbScenario *
choose_scenario (VbScenariosPage *self, GListModel *rows, guint *index)
{
  VbScenario *chosen = vb_session_get_scenario (get_session (self));
  gint64 wanted = chosen != NULL ? vb_scenario_get_id (chosen) : self->scenario_id;
  VbScenario *found = NULL;

  *index = 0;
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VbScenarioRow) row = g_list_model_get_item (rows, i);
      VbScenario *scenario = vb_scenario_row_get_scenario (row);

      if (found == NULL)
        found = scenario;
      if (vb_scenario_get_id (scenario) == wanted)
        {
          found = scenario;
          *index = i;
        }
    }
  self->scenario_id = found != NULL ? vb_scenario_get_id (found) : 0;
  return found;
}

VbScenario *
_vb_scenarios_page_get_scenario (VbScenariosPage *self)
{
  return self->scenario_id != 0 ? vb_document_get_scenario (get_document (self), self->scenario_id)
                                : NULL;
}

/* What the one in question is compared with: what the reader says, what it is based on, the plan's
 * scenario, or the first other one. */
static VbScenario *
choose_base (VbScenariosPage *self, GListModel *rows, VbScenario *scenario)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (scenario);
  VbPlan *plan = vb_document_find_plan (get_document (self), facts->unit_id, facts->group);
  const gint64 wanted[] = { self->base_id, facts->based_on_id,
                            plan != NULL ? vb_plan_get_facts (plan)->scenario_id : 0 };
  VbScenario *first = NULL;

  for (gsize w = 0; w < G_N_ELEMENTS (wanted); w++)
    for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
      {
        g_autoptr (VbScenarioRow) row = g_list_model_get_item (rows, i);
        VbScenario *other = vb_scenario_row_get_scenario (row);

        if (other == scenario)
          continue;
        if (vb_scenario_get_id (other) == wanted[w])
          return other;
        if (first == NULL)
          first = other;
      }
  return first;
}

/* ---- what is shown --------------------------------------------------------------------------- */

static void
show_gap (VbScenariosPage *self, const VbScenarioOutcome *outcome)
{
  g_autofree char *gap = vb_number_format_key_signed (outcome->gap);
  g_autofree char *need = vb_number_format_key (outcome->need);
  g_autofree char *capacity = vb_number_format_key (outcome->capacity);
  /* Translators: beds needed and beds available */
  g_autofree char *sub = g_strdup_printf (_ ("need %s, capacity %s"), need, capacity);
  /* Translators: %d is a year */
  g_autofree char *caption = g_strdup_printf (_ ("Gap %d"), outcome->year);

  vb_key_figure_set_caption (self->gap_figure, caption);
  vb_key_figure_set (self->gap_figure, isnan (outcome->gap) ? NULL : gap,
                     vb_balance_get_word (outcome->gap), isnan (outcome->gap) ? NULL : sub);
}

static void
show_balance (VbScenariosPage *self, VbScenario *scenario, const VbScenarioOutcome *outcome)
{
  g_autofree char *year = g_strdup_printf ("%d", outcome->balance_year);
  g_autofree char *probability = vb_number_format_percent (outcome->probability, 0);
  g_autofree char *sub = NULL;

  if (outcome->balance_year == 0)
    sub = g_strdup_printf (_ ("not before the end of %d"),
                           vb_scenario_get_facts (scenario)->last_year);
  else if (!isnan (outcome->probability))
    /* Translators: %s is a share: that there is no shortage that year */
    sub = g_strdup_printf (_ ("probability %s"), probability);
  vb_key_figure_set (self->balance_figure, outcome->balance_year != 0 ? year : NULL, NULL, sub);
}

static void
show_cost (VbScenariosPage *self, const VbScenarioOutcome *outcome)
{
  g_autofree char *cost = vb_number_format (outcome->cost / MILLION, 1);
  g_autofree char *caption = g_strdup_printf (_ ("Cost %d, mn kr"), outcome->year);
  g_autofree char *sub = NULL;

  if (outcome->n_without_cost > 0)
    sub = g_strdup_printf (ngettext ("%u lever does not tell its cost",
                                     "%u levers do not tell their cost", outcome->n_without_cost),
                           outcome->n_without_cost);
  vb_key_figure_set_caption (self->cost_figure, caption);
  vb_key_figure_set (self->cost_figure, isnan (outcome->cost) ? NULL : cost, NULL, sub);
}

static void
show_plan_figure (VbScenariosPage *self, VbPlan *plan, gint16 year)
{
  const VbPlanYear *figures = plan != NULL ? vb_plan_find_year (plan, year) : NULL;
  double gap = figures != NULL ? figures->capacity - figures->need : NAN;
  g_autofree char *text = vb_number_format_key_signed (gap);
  g_autofree char *caption = g_strdup_printf (_ ("Planned gap %d"), year);

  vb_key_figure_set_caption (self->plan_figure, caption);
  vb_key_figure_set (self->plan_figure, isnan (gap) ? NULL : text, vb_balance_get_word (gap),
                     plan != NULL ? vb_bilingual_get (&vb_plan_get_facts (plan)->name)
                                  : _ ("no plan is decided"));
}

static void
show_chart (VbScenariosPage *self, GListModel *rows)
{
  gint16 first = vb_scenario_comparison_get_first_year (self->comparison);
  guint n_years = (guint) (vb_scenario_comparison_get_last_year (self->comparison) - first + 1);
  g_autoptr (GArray) courses = g_array_new (FALSE, FALSE, sizeof (VbScenarioCourse));
  g_autoptr (GPtrArray) gaps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (VbDrawing) plot = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VbScenarioRow) row = g_list_model_get_item (rows, i);
      VbScenario *scenario = vb_scenario_row_get_scenario (row);
      const VbScenarioOutcome *outcome = vb_scenario_row_get_outcome (row);
      VbScenarioCourse course = { get_name (scenario), NULL, outcome->balance_year,
                                  outcome->decided };

      if (!vb_scenario_checks_is_checked (self->checks, scenario))
        continue;
      course.gaps = vb_scenario_comparison_list_gaps (self->comparison, scenario);
      g_ptr_array_add (gaps, (gpointer) course.gaps);
      g_array_append_val (courses, course);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chart), courses->len > 0);
  if (courses->len == 0)
    return;
  plot = vb_scenario_plot_new (self->whose, first, n_years,
                               (const VbScenarioCourse *) (gpointer) courses->data, courses->len);
  vb_chart_set_drawing (self->chart, plot);
}

static void
show_sentences (VbScenariosPage *self, VbScenario *base, VbScenario *scenario)
{
  g_auto (GStrv) sentences =
      base != NULL ? vb_scenario_differences_tell (base, scenario) : g_new0 (char *, 1);
  g_autofree char *text = NULL;

  if (base != NULL && *sentences == NULL)
    text = g_strdup (_ ("They say the same."));
  else
    text = g_strjoinv ("\n", sentences);
  gtk_label_set_label (self->sentences, text);
}

static void
show_difference (VbScenariosPage *self, VbScenario *base, VbScenario *scenario)
{
  g_autoptr (GListModel) steps = NULL;
  g_autofree char *subtitle = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->difference_card), base != NULL);
  if (base == NULL)
    return;

  /* Translators: two scenarios and a year */
  subtitle = g_strdup_printf (_ ("“%s” compared with “%s”, beds in %d"), get_name (scenario),
                              get_name (base), vb_scenario_comparison_get_year (self->comparison));
  vb_card_set_subtitle (self->difference_card, subtitle);
  show_sentences (self, base, scenario);
  steps = vb_scenario_comparison_list_steps (self->comparison, base, scenario);
  vb_step_table_set_names (self->step_table, get_name (base), get_name (scenario));
  vb_figure_table_set_rows (self->step_table, steps);
}

static void
show_plan_row (VbScenariosPage *self, VbPlan *plan)
{
  const VbPlanFacts *facts = plan != NULL ? vb_plan_get_facts (plan) : NULL;
  g_autofree char *day = facts != NULL ? vb_day_format (facts->decided_day) : NULL;
  g_autofree char *subtitle = NULL;

  if (facts == NULL)
    subtitle =
        g_strdup (_ ("Decide a scenario as plan, and what comes to be is compared with it."));
  else if (facts->decided_by != NULL)
    /* Translators: a day, and who */
    subtitle = g_strdup_printf (_ ("decided %s by %s"), day, facts->decided_by);
  else
    subtitle = g_strdup_printf (_ ("decided %s"), day);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->plan_row),
                                 facts != NULL ? vb_bilingual_get (&facts->name) : _ ("None"));
  adw_action_row_set_subtitle (self->plan_row, subtitle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scenarios.clear-plan", plan != NULL);
}

static void
show_years (VbScenariosPage *self)
{
  gint16 first = vb_scenario_comparison_get_first_year (self->comparison);
  gint16 last = vb_scenario_comparison_get_last_year (self->comparison);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (gint16 year = first; year <= last; year++)
    {
      g_autofree char *word = g_strdup_printf ("%d", year);

      gtk_string_list_append (words, word);
    }
  self->filling = TRUE;
  if (self->shown_first != first || self->shown_last != last)
    adw_combo_row_set_model (self->year_row, G_LIST_MODEL (words));
  self->shown_first = first;
  self->shown_last = last;
  adw_combo_row_set_selected (self->year_row,
                              (guint) (vb_scenario_comparison_get_year (self->comparison) - first));
  self->filling = FALSE;
}

/* Every other scenario may be compared with. */
static void
show_bases (VbScenariosPage *self, GListModel *rows, VbScenario *scenario, VbScenario *base)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (self->bases, 0);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VbScenarioRow) row = g_list_model_get_item (rows, i);
      VbScenario *other = vb_scenario_row_get_scenario (row);
      gint64 id = vb_scenario_get_id (other);

      if (other == scenario)
        continue;
      if (other == base)
        selected = self->bases->len;
      g_array_append_val (self->bases, id);
      gtk_string_list_append (words, get_name (other));
    }
  self->filling = TRUE;
  adw_combo_row_set_model (self->base_row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->base_row, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->base_row), base != NULL);
}

static void
show_notice (VbScenariosPage *self, VbScenario *scenario)
{
  const char *notice = vb_bilingual_get (&vb_scenario_get_facts (scenario)->notice);

  gtk_label_set_label (self->notice, notice);
  gtk_widget_set_visible (GTK_WIDGET (self->notice_group), *notice != '\0');
}

static void
show_whose (VbScenariosPage *self, VbUnit *unit, VbCareGroup group)
{
  gint16 year = vb_scenario_comparison_get_year (self->comparison);
  g_autofree char *subtitle = NULL;

  g_free (self->whose);
  /* Translators: a unit, and its care: "Riket, somatic care" */
  self->whose =
      g_strdup_printf (_ ("%s, %s"), vb_unit_get_name (unit), vb_care_group_get_phrase (group));
  /* Translators: "Riket, somatic care, beds in 2026" */
  subtitle = g_strdup_printf (_ ("%s, beds in %d"), self->whose, year);
  vb_card_set_subtitle (self->table_card, subtitle);
}

static void
show_scenario (VbScenariosPage *self, GListModel *rows, VbScenario *scenario, guint index)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (scenario);
  VbPlan *plan = vb_document_find_plan (get_document (self), facts->unit_id, facts->group);
  VbScenario *base = choose_base (self, rows, scenario);
  g_autoptr (VbScenarioRow) row = g_list_model_get_item (rows, index);
  const VbScenarioOutcome *outcome = vb_scenario_row_get_outcome (row);

  show_gap (self, outcome);
  show_balance (self, scenario, outcome);
  show_cost (self, outcome);
  show_plan_figure (self, plan, outcome->year);
  show_plan_row (self, plan);
  show_notice (self, scenario);
  show_bases (self, rows, scenario, base);
  show_difference (self, base, scenario);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scenarios.update", facts->ready == NULL);
  _vb_scenarios_page_explain (self);
}

static void
vb_scenarios_page_refresh (VbPage *page)
{
  VbScenariosPage *self = VB_SCENARIOS_PAGE (page);
  VbUnit *unit = choose_unit (self);
  guint groups = unit != NULL ? find_groups (self, unit) : 0;
  VbCareGroup group = choose_group (self, groups);
  g_autoptr (GListModel) rows = NULL;
  VbScenario *scenario;
  guint index;

  /* Asked for in time for who makes a new scenario. */
  vb_planner_get_need (vb_page_get_planner (page), VB_GRAIN_YEAR);
  vb_planner_fetch_population (vb_page_get_planner (page));
  vb_scenario_comparison_set_scope (self->comparison, unit, group);
  rows = vb_scenario_comparison_list_rows (self->comparison);
  scenario = choose_scenario (self, rows, &index);
  gtk_stack_set_visible_child_name (self->stack, unit == NULL ? "no-units" : "no-scenarios");
  vb_page_frame_set_empty (self->frame, scenario == NULL);
  if (scenario == NULL)
    return;

  vb_care_group_row_show (
      self->care_group_row, get_session (self),
      vb_session_get_scenario (get_session (self)) != NULL ? 1u << group : groups, group);
  show_whose (self, unit, group);
  show_years (self);
  vb_figure_table_set_rows (self->table, rows);
  vb_figure_table_select (self->table, index);
  vb_scenario_checks_show (self->checks, rows);
  show_chart (self, rows);
  show_scenario (self, rows, scenario, index);
}

static const char *
vb_scenarios_page_get_help_term (VbPage *page)
{
  return _ ("Scenario");
}

static const char *
vb_scenarios_page_get_help_text (VbPage *page)
{
  return _ ("A scenario is a way ahead: need and capacity year by year, and the levers that change "
            "them. The scenarios of a unit stand side by side here, with the gap that each leaves, "
            "when it is in balance and how likely that is.\n\nSave a scenario as your own, change "
            "its levers on the page Potential, and read here what the change comes to. The one "
            "that is decided as plan is kept as it is: what comes to be is compared with it.");
}

/* ---- what the reader does -------------------------------------------------------------------- */

static void
on_selected (VbScenariosPage *self)
{
  VbScenarioRow *row = vb_figure_table_get_selected (self->table);

  /* The choice holds on every page. */
  if (row != NULL)
    _vb_scenarios_page_choose (self, vb_scenario_get_id (vb_scenario_row_get_scenario (row)));
}

static void
on_year_selected (VbScenariosPage *self)
{
  if (self->filling)
    return;
  vb_scenario_comparison_set_year (
      self->comparison,
      (gint16) (self->shown_first + (gint16) adw_combo_row_get_selected (self->year_row)));
}

static void
on_base_selected (VbScenariosPage *self)
{
  guint selected = adw_combo_row_get_selected (self->base_row);

  if (self->filling || selected >= self->bases->len)
    return;
  self->base_id = g_array_index (self->bases, gint64, selected);
  vb_page_queue_refresh (VB_PAGE (self));
}

/* ---- life ------------------------------------------------------------------------------------ */

/* Out of sight nothing is drawn at random for every slider moved elsewhere. */
static void
vb_scenarios_page_unmap (GtkWidget *widget)
{
  VbScenariosPage *self = VB_SCENARIOS_PAGE (widget);

  GTK_WIDGET_CLASS (vb_scenarios_page_parent_class)->unmap (widget);
  vb_scenario_comparison_set_scope (self->comparison, NULL, VB_CARE_GROUP_NONE);
}

static void
vb_scenarios_page_dispose (GObject *object)
{
  g_clear_object (&VB_SCENARIOS_PAGE (object)->comparison);

  G_OBJECT_CLASS (vb_scenarios_page_parent_class)->dispose (object);
}

static void
vb_scenarios_page_finalize (GObject *object)
{
  VbScenariosPage *self = VB_SCENARIOS_PAGE (object);

  g_free (self->whose);
  g_array_unref (self->bases);

  G_OBJECT_CLASS (vb_scenarios_page_parent_class)->finalize (object);
}

static void
vb_scenarios_page_constructed (GObject *object)
{
  VbScenariosPage *self = VB_SCENARIOS_PAGE (object);

  G_OBJECT_CLASS (vb_scenarios_page_parent_class)->constructed (object);

  self->comparison = vb_scenario_comparison_new (vb_page_get_planner (VB_PAGE (self)));
  g_signal_connect_object (self->comparison, "changed", G_CALLBACK (vb_page_queue_refresh), self,
                           G_CONNECT_SWAPPED);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, VbScenariosPage, frame);
  gtk_widget_class_bind_template_child (widget_class, VbScenariosPage, figures);
  gtk_widget_class_bind_template_child (widget_class, VbScenariosPage, gap_figure);
  gtk_widget_class_bind_template_child (widget_class, VbScenariosPage, balance_figure);
  gtk_widget_class_bind_template_child (widget_class, VbScenariosPage, cost_figure);
  gtk_widget_class_bind_template_child (widget_class, VbScenariosPage, plan_figure);
  gtk_widget_class_bind_template_child (widget_class, VbScenariosPage, chart);
  gtk_widget_class_bind_template_child (widget_class, VbScenariosPage, table_card);
  gtk_widget_class_bind_template_child (widget_class, VbScenariosPage, difference_card);
  gtk_widget_class_bind_template_child (widget_class, VbScenariosPage, difference_box);
  gtk_widget_class_bind_template_child (widget_class, VbScenariosPage, sentences);
  gtk_widget_class_bind_template_child (widget_class, VbScenariosPage, care_group_row);
  gtk_widget_class_bind_template_child (widget_class, VbScenariosPage, year_row);
  gtk_widget_class_bind_template_child (widget_class, VbScenariosPage, base_row);
  gtk_widget_class_bind_template_child (widget_class, VbScenariosPage, plan_row);
  gtk_widget_class_bind_template_child (widget_class, VbScenariosPage, checks);
  gtk_widget_class_bind_template_child (widget_class, VbScenariosPage, notice_group);
  gtk_widget_class_bind_template_child (widget_class, VbScenariosPage, notice);
  gtk_widget_class_bind_template_child (widget_class, VbScenariosPage, source_card);
  gtk_widget_class_bind_template_child (widget_class, VbScenariosPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, _vb_scenarios_page_explain);
  gtk_widget_class_bind_template_callback (widget_class, on_base_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_year_selected);
  gtk_widget_class_bind_template_callback (widget_class, vb_page_queue_refresh);
}

static void
vb_scenarios_page_class_init (VbScenariosPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  VbPageClass *page_class = VB_PAGE_CLASS (klass);

  object_class->constructed = vb_scenarios_page_constructed;
  object_class->dispose = vb_scenarios_page_dispose;
  object_class->finalize = vb_scenarios_page_finalize;
  widget_class->unmap = vb_scenarios_page_unmap;
  page_class->refresh = vb_scenarios_page_refresh;
  page_class->get_help_term = vb_scenarios_page_get_help_term;
  page_class->get_help_text = vb_scenarios_page_get_help_text;

  g_type_ensure (VB_TYPE_CARD);
  g_type_ensure (VB_TYPE_CARE_GROUP_ROW);
  g_type_ensure (VB_TYPE_CHART);
  g_type_ensure (VB_TYPE_EMPTY_STATE);
  g_type_ensure (VB_TYPE_KEY_FIGURE);
  g_type_ensure (VB_TYPE_KEY_FIGURE_ROW);
  g_type_ensure (VB_TYPE_PAGE_FRAME);
  g_type_ensure (VB_TYPE_SCENARIO_CHECKS);
  g_type_ensure (VB_TYPE_SOURCE_CARD);

  _vb_scenarios_page_install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/scenarios/vb-scenarios-page.ui");
  bind_children (widget_class);
}

static void
vb_scenarios_page_init (VbScenariosPage *self)
{
  self->bases = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->filling = TRUE; /* until there is something to choose from */
  gtk_widget_init_template (GTK_WIDGET (self));

  self->table = VB_FIGURE_TABLE (vb_scenario_table_new ());
  vb_card_set_child (self->table_card, GTK_WIDGET (self->table));
  g_signal_connect_object (self->table, "selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  self->step_table = VB_FIGURE_TABLE (vb_step_table_new ());
  gtk_box_append (self->difference_box, GTK_WIDGET (self->step_table));
  vb_key_figure_row_set_selected (self->figures, VB_OUTLOOK_BALANCE);
}
