/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-potential-page-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-balance-figures.h"
#include "vb-card.h"
#include "vb-document-scenarios.h"
#include "vb-form.h"
#include "vb-number.h"
#include "vb-page-explain.h"
#include "vb-potential-drawings.h"
#include "vb-potential-tables.h"
#include "vb-scenario-reader.h"
#include "vb-lever-effect.h"
#include "vb-waterfall-row.h"

#define LOWEST_TARGET 0.50
#define HIGHEST_TARGET 1.00
#define TARGET_STEP 0.01

G_DEFINE_FINAL_TYPE (VbPotentialPage, vb_potential_page, VB_TYPE_PAGE)

static VbScenario *
get_scenario (VbPotentialPage *self)
{
  return vb_session_get_scenario (vb_page_get_session (VB_PAGE (self)));
}

/* ---- where it comes from --------------------------------------------------------------------- */

static void
explain (VbPotentialPage *self)
{
  g_autoptr (VbExplanation) explanation = NULL;
  const char *figure = vb_key_figure_row_get_selected (self->figures);

  if (self->explained_lever != NULL)
    explanation = vb_outlook_explain_lever (self->outlook, self->explained_lever);
  else if (self->explained_year != 0)
    explanation = vb_outlook_explain (self->outlook, VB_OUTLOOK_GAP, self->explained_year);
  else if (figure != NULL)
    explanation = vb_outlook_explain (self->outlook, figure, vb_outlook_get_year (self->outlook));
  vb_page_show_explanation (self->source_card, explanation);
}

/* One thing is explained at a time: a lever, a year or, with neither, the key figure selected. */
static void
choose_explained (VbPotentialPage *self, VbLever *lever, gint16 year)
{
  g_set_object (&self->explained_lever, lever);
  self->explained_year = year;
  if (lever != NULL || year != 0)
    vb_key_figure_row_set_selected (self->figures, NULL);
  explain (self);
}

void
_vb_potential_page_explain_lever (VbPotentialPage *self, VbLever *lever)
{
  choose_explained (self, lever, 0);
}

/* Also when it is pressed once more, and so no longer. */
static void
on_figure_selected (VbPotentialPage *self)
{
  if (vb_key_figure_row_get_selected (self->figures) != NULL)
    choose_explained (self, NULL, 0);
  else
    explain (self);
}

static void
on_year_selected (VbPotentialPage *self)
{
  VbPotentialRow *row = vb_figure_table_get_selected (self->years_table);

  if (row != NULL)
    choose_explained (self, NULL, vb_potential_row_get_figures (row)->year);
}

static void
on_lever_selected (VbPotentialPage *self)
{
  VbLeverEffect *row = vb_figure_table_get_selected (self->levers_table);

  if (row == NULL)
    return;
  if (vb_lever_effect_get_lever (row) != NULL)
    choose_explained (self, vb_lever_effect_get_lever (row), 0);
  else
    vb_key_figure_row_set_selected (self->figures, VB_OUTLOOK_EFFECT);
}

/* ---- what is shown --------------------------------------------------------------------------- */

/* "+1,220 capacity, +1,010 less need", and what happens by itself where it does. */
static char *
dup_effect_parts (VbPotentialPage *self)
{
  GListModel *steps = vb_outlook_get_steps (self->outlook);
  double side[VB_N_BALANCE_SIDES] = { 0, 0 }, unaided = 0;
  g_autofree char *capacity = NULL;
  g_autofree char *need = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (VbWaterfallRow) step = g_list_model_get_item (steps, i);
      VbWaterfallKind kind = vb_waterfall_row_get_kind (step);
      double beds = vb_waterfall_row_get_beds (step);

      if (kind == VB_WATERFALL_LEVER)
        side[vb_lever_get_facts (vb_waterfall_row_get_lever (step))->figures.side] += beds;
      else if (kind == VB_WATERFALL_NEED || kind == VB_WATERFALL_CAPACITY)
        unaided += beds;
    }
  capacity = vb_number_format_key_signed (side[VB_BALANCE_SIDE_CAPACITY]);
  need = vb_number_format_key_signed (side[VB_BALANCE_SIDE_NEED]);
  if (unaided != 0)
    {
      g_autofree char *rest = vb_number_format_key_signed (unaided);

      /* Translators: beds that levers add to capacity, that they take from need, and that come by
       * themselves */
      return g_strdup_printf (_ ("capacity %s, less need %s; without levers %s"), capacity, need,
                              rest);
    }
  /* Translators: beds that levers add to capacity, and that they take from need */
  return g_strdup_printf (_ ("capacity %s, less need %s"), capacity, need);
}

static double
get_effect (VbPotentialPage *self)
{
  GListModel *effects = vb_outlook_get_effects (self->outlook);
  guint n = g_list_model_get_n_items (effects);
  g_autoptr (VbLeverEffect) all = n > 0 ? g_list_model_get_item (effects, n - 1) : NULL;

  return all != NULL ? vb_lever_effect_get_figures (all)->effect : NAN;
}

static void
show_start_card (VbPotentialPage *self, const VbPotentialFigures *first)
{
  const VbScenario *scenario = vb_outlook_get_scenario (self->outlook);
  GListModel *steps = vb_outlook_get_steps (self->outlook);
  g_autoptr (VbWaterfallRow) start = g_list_model_get_item (steps, 0);
  double gap = start != NULL ? vb_waterfall_row_get_beds (start) : NAN;
  g_autofree char *value = vb_number_format_key_signed (gap);
  g_autofree char *caption =
      g_strdup_printf (_ ("Gap %d"), vb_scenario_get_facts ((VbScenario *) scenario)->first_year);

  vb_key_figure_set_caption (self->cards[VB_POTENTIAL_CARD_START], caption);
  vb_key_figure_set (self->cards[VB_POTENTIAL_CARD_START], value, vb_balance_get_word (gap),
                     _ ("beds, before any lever"));
}

static void
show_effect_card (VbPotentialPage *self)
{
  double effect = get_effect (self);
  g_autofree char *value = vb_number_format_key_signed (effect);
  g_autofree char *sub = isnan (effect) ? NULL : dup_effect_parts (self);
  /* Translators: %d is a year */
  g_autofree char *caption =
      g_strdup_printf (_ ("Levers until %d"), vb_outlook_get_year (self->outlook));

  vb_key_figure_set_caption (self->cards[VB_POTENTIAL_CARD_EFFECT], caption);
  vb_key_figure_set (self->cards[VB_POTENTIAL_CARD_EFFECT], value, NULL, sub);
}

static void
show_gap_card (VbPotentialPage *self, const VbPotentialFigures *year)
{
  double gap = year != NULL ? year->gap : NAN;
  g_autofree char *value = vb_number_format_key_signed (gap);
  g_autofree char *caption = g_strdup_printf (_ ("Gap %d"), vb_outlook_get_year (self->outlook));
  g_autofree char *sub = NULL;

  if (year != NULL && !isnan (year->gap_spread.p10))
    {
      g_autofree char *low = vb_number_format_key_signed (year->gap_spread.p10);
      g_autofree char *high = vb_number_format_key_signed (year->gap_spread.p90);

      /* Translators: the ends of an interval that four of five draws fall in */
      sub = g_strdup_printf (_ ("P10–P90: %s to %s"), low, high);
    }
  vb_key_figure_set_caption (self->cards[VB_POTENTIAL_CARD_GAP], caption);
  vb_key_figure_set (self->cards[VB_POTENTIAL_CARD_GAP], value, vb_balance_get_word (gap), sub);
}

/* Where there is no such year the probability is that of the last. */
static void
show_balance_card (VbPotentialPage *self)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (vb_outlook_get_scenario (self->outlook));
  gint16 balance = vb_outlook_get_balance_year (self->outlook);
  const VbPotentialFigures *year =
      vb_outlook_find_year (self->outlook, balance != 0 ? balance : facts->last_year);
  double probability = year != NULL ? year->probability_balanced : NAN;
  g_autofree char *value = balance != 0 ? g_strdup_printf ("%d", balance) : NULL;
  g_autofree char *share = vb_number_format_percent (probability, 0);
  /* Translators: %d is a year */
  g_autofree char *none = g_strdup_printf (_ ("not before %d"), facts->last_year + 1);
  g_autofree char *sub = NULL;

  if (!isnan (probability))
    sub = balance != 0 ? g_strdup_printf (_ ("probability %s"), share)
                       /* Translators: a share, and a year */
                       : g_strdup_printf (_ ("probability %s in %d"), share, facts->last_year);
  vb_key_figure_set (self->cards[VB_POTENTIAL_CARD_BALANCE], value,
                     balance == 0 && year != NULL ? none : NULL, sub);
}

static void
show_cards (VbPotentialPage *self)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (vb_outlook_get_scenario (self->outlook));

  show_start_card (self, vb_outlook_find_year (self->outlook, facts->first_year));
  show_effect_card (self);
  show_gap_card (self, vb_outlook_find_year (self->outlook, vb_outlook_get_year (self->outlook)));
  show_balance_card (self);
}

/* What has to be said with the scenario, and what it is. */
static void
show_notice (VbPotentialPage *self, const VbScenarioFacts *facts)
{
  const char *description = vb_bilingual_get (&facts->description);
  const char *notice = vb_bilingual_get (&facts->notice);
  const GError *error = vb_outlook_get_error (self->outlook);
  g_autofree char *text = *description != '\0' && *notice != '\0'
                              ? g_strdup_printf ("%s\n%s", description, notice)
                              : g_strconcat (description, notice, NULL);

  gtk_label_set_label (self->notice_label, text);
  gtk_widget_set_visible (self->notice, *text != '\0');
  vb_form_tell (self->problem, error != NULL ? error->message : NULL);
}

/* Only the pictures in sight are drawn: the others are when they come into sight. */
static void
show_charts (VbPotentialPage *self)
{
  VbScenario *scenario = vb_outlook_get_scenario (self->outlook);
  const VbScenarioFacts *facts = vb_scenario_get_facts (scenario);
  VbUnit *unit = vb_document_get_unit (vb_page_get_document (VB_PAGE (self)), facts->unit_id);
  g_autofree char *whose = g_strdup_printf ("%s, %s", unit != NULL ? vb_unit_get_name (unit) : "",
                                            vb_care_group_get_phrase (facts->group));
  gboolean tornado = gtk_stack_get_visible_child (self->charts) == GTK_WIDGET (self->tornado_chart);
  g_autoptr (VbDrawing) trajectory = NULL;
  g_autoptr (VbDrawing) closing = NULL;

  if (vb_outlook_get_error (self->outlook) == NULL)
    {
      trajectory = vb_potential_drawings_new_trajectory (self->outlook, whose);
      closing = tornado ? vb_potential_drawings_new_tornado (self->outlook, whose)
                        : vb_potential_drawings_new_waterfall (self->outlook, whose);
    }
  vb_chart_set_drawing (self->trajectory_chart, trajectory);
  vb_chart_set_drawing (tornado ? self->tornado_chart : self->waterfall_chart, closing);
}

static void
show_tables (VbPotentialPage *self)
{
  if (gtk_stack_get_visible_child (self->tables) == GTK_WIDGET (self->levers_bin))
    vb_figure_table_set_rows (self->levers_table, vb_outlook_get_effects (self->outlook));
  else
    vb_figure_table_set_rows (self->years_table, vb_outlook_get_years (self->outlook));
}

static const char *
get_distribution_word (guint distribution)
{
  return vb_distribution_get_label ((VbDistribution) distribution);
}

static void
show_years (VbPotentialPage *self, const VbScenarioFacts *facts)
{
  guint n = (guint) (facts->last_year - facts->first_year + 1);
  guint selected = (guint) (vb_outlook_get_year (self->outlook) - facts->first_year);
  g_autoptr (GtkStringList) years = NULL;
  GListModel *before = adw_combo_row_get_model (self->year_row);
  g_autofree char *first = g_strdup_printf ("%d", facts->first_year);
  g_autoptr (GtkStringObject) shown = before != NULL ? g_list_model_get_item (before, 0) : NULL;

  if (shown == NULL || g_list_model_get_n_items (before) != n
      || !g_str_equal (gtk_string_object_get_string (shown), first))
    {
      years = gtk_string_list_new (NULL);
      for (gint16 year = facts->first_year; year <= facts->last_year; year++)
        gtk_string_list_take (years, g_strdup_printf ("%d", year));
      adw_combo_row_set_model (self->year_row, G_LIST_MODEL (years));
    }
  adw_combo_row_set_selected (self->year_row, selected);
}

static void
show_assumptions (VbPotentialPage *self, const VbScenarioFacts *facts)
{
  self->showing = TRUE;
  show_years (self, facts);
  adw_combo_row_set_selected (self->distribution_row, facts->distribution);
  vb_assumption_row_set_value (self->target_row, facts->target_occupancy);
  self->showing = FALSE;
}

static void
vb_potential_page_refresh (VbPage *page)
{
  VbPotentialPage *self = VB_POTENTIAL_PAGE (page);
  VbScenario *scenario = get_scenario (self);
  const VbScenarioFacts *facts;

  vb_page_frame_set_empty (self->frame, scenario == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "potential.new",
                                 vb_session_get_unit (vb_page_get_session (page)) != NULL);
  if (scenario == NULL)
    {
      _vb_potential_page_show_own_scenarios (self);
      return;
    }

  facts = vb_scenario_get_facts (scenario);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "potential.restore", facts->ready != NULL);
  show_cards (self);
  show_notice (self, facts);
  show_charts (self);
  show_tables (self);
  show_assumptions (self, facts);
  vb_lever_list_show (self->lever_list, vb_page_get_document (page), scenario);
  explain (self);
}

static const char *
vb_potential_page_get_help_term (VbPage *page)
{
  return _ ("Potential Estimate");
}

static const char *
vb_potential_page_get_help_text (VbPage *page)
{
  return _ ("A potential estimate says how many beds levers may add to capacity or take from need, "
            "under assumptions that can be seen and changed. It shows what is possible, not what "
            "will happen.\n\nEach lever has a low, a base and a high value. The lines are drawn at "
            "the base values; the fan, P10–P90, holds four of five random draws between low and "
            "high. What two levers do to the same bed days is counted once.");
}

/* ---- what the reader does -------------------------------------------------------------------- */

static void
on_scenario (VbPotentialPage *self)
{
  g_clear_object (&self->explained_lever);
  self->explained_year = 0;
  vb_outlook_set_scenario (self->outlook, get_scenario (self));
}

static void
on_outlook_changed (VbPotentialPage *self)
{
  vb_page_queue_refresh (VB_PAGE (self));
}

/* What comes into sight is drawn then. */
static void
on_switched (VbPotentialPage *self)
{
  if (self->outlook != NULL)
    vb_page_queue_refresh (VB_PAGE (self));
}

static void
on_year (VbPotentialPage *self)
{
  guint selected = adw_combo_row_get_selected (self->year_row);
  VbScenario *scenario = self->outlook != NULL ? vb_outlook_get_scenario (self->outlook) : NULL;

  if (!self->showing && scenario != NULL && selected != GTK_INVALID_LIST_POSITION)
    vb_outlook_set_year (
        self->outlook, (gint16) (vb_scenario_get_facts (scenario)->first_year + (gint16) selected));
}

/* A year of the picture becomes the year in question. */
static void
on_cell_activated (VbPotentialPage *self, guint column)
{
  VbScenario *scenario = vb_outlook_get_scenario (self->outlook);

  if (scenario == NULL)
    return;
  vb_outlook_set_year (self->outlook,
                       (gint16) (vb_scenario_get_facts (scenario)->first_year + (gint16) column));
  vb_key_figure_row_set_selected (self->figures, VB_OUTLOOK_GAP);
}

static void
change_scenario (VbPotentialPage *self, const VbScenarioFacts *facts)
{
  g_autoptr (GError) error = NULL;

  if (!vb_document_change_scenario (vb_page_get_document (VB_PAGE (self)),
                                    vb_scenario_get_id (get_scenario (self)), facts, &error))
    vb_page_report_error (VB_PAGE (self), error);
}

static void
on_target_begin (VbPotentialPage *self)
{
  vb_document_begin_group (vb_page_get_document (VB_PAGE (self)));
}

static void
on_target_end (VbPotentialPage *self)
{
  vb_document_end_group (vb_page_get_document (VB_PAGE (self)));
}

static void
on_target_changed (VbPotentialPage *self, double value)
{
  g_autoptr (VbScenarioFacts) facts =
      vb_scenario_facts_copy (vb_scenario_get_facts (get_scenario (self)));

  facts->target_occupancy = value;
  change_scenario (self, facts);
}

static void
on_distribution (VbPotentialPage *self)
{
  guint selected = adw_combo_row_get_selected (self->distribution_row);
  g_autoptr (VbScenarioFacts) facts = NULL;

  if (self->showing || self->outlook == NULL || get_scenario (self) == NULL
      || selected >= VB_N_DISTRIBUTIONS)
    return;
  facts = vb_scenario_facts_copy (vb_scenario_get_facts (get_scenario (self)));
  facts->distribution = (VbDistribution) selected;
  change_scenario (self, facts);
}

static void
on_lever_error (VbPotentialPage *self, const GError *error)
{
  vb_page_report_error (VB_PAGE (self), error);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
read_scenarios (VbPotentialPage *self)
{
  g_autoptr (GError) error = NULL;

  self->catalogue = vb_scenario_reader_read_catalogue (&error);
  if (self->catalogue != NULL)
    self->ready = vb_scenario_reader_read_shipped (&error);
  /* They come with the program, and are read in its tests. */
  if (error != NULL)
    g_critical ("%s", error->message);
}

static void
vb_potential_page_constructed (GObject *object)
{
  VbPotentialPage *self = VB_POTENTIAL_PAGE (object);
  VbPage *page = VB_PAGE (object);

  G_OBJECT_CLASS (vb_potential_page_parent_class)->constructed (object);

  self->outlook = vb_outlook_new (vb_page_get_planner (page));
  vb_outlook_set_scenario (self->outlook, get_scenario (self));
  g_signal_connect_object (self->outlook, "changed", G_CALLBACK (on_outlook_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (vb_page_get_session (page), "notify::scenario", G_CALLBACK (on_scenario),
                           self, G_CONNECT_SWAPPED);
}

static void
vb_potential_page_dispose (GObject *object)
{
  VbPotentialPage *self = VB_POTENTIAL_PAGE (object);

  g_clear_object (&self->outlook);
  g_clear_object (&self->explained_lever);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->ready, g_ptr_array_unref);
  g_clear_pointer (&self->own_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (vb_potential_page_parent_class)->dispose (object);
}

static void
vb_potential_page_class_init (VbPotentialPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  VbPageClass *page_class = VB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = vb_potential_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = vb_potential_page_dispose;
  page_class->refresh = vb_potential_page_refresh;
  page_class->get_help_term = vb_potential_page_get_help_term;
  page_class->get_help_text = vb_potential_page_get_help_text;
  _vb_potential_page_class_actions_init (widget_class);

  g_type_ensure (VB_TYPE_ASSUMPTION_ROW);
  g_type_ensure (VB_TYPE_CARD);
  g_type_ensure (VB_TYPE_CHART);
  g_type_ensure (VB_TYPE_KEY_FIGURE_ROW);
  g_type_ensure (VB_TYPE_LEVER_LIST);
  g_type_ensure (VB_TYPE_PAGE_FRAME);
  g_type_ensure (VB_TYPE_SOURCE_CARD);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/potential/vb-potential-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VbPotentialPage, frame);
  gtk_widget_class_bind_template_child (widget_class, VbPotentialPage, figures);
  gtk_widget_class_bind_template_child (widget_class, VbPotentialPage, notice);
  gtk_widget_class_bind_template_child (widget_class, VbPotentialPage, notice_label);
  gtk_widget_class_bind_template_child (widget_class, VbPotentialPage, problem);
  gtk_widget_class_bind_template_child (widget_class, VbPotentialPage, trajectory_chart);
  gtk_widget_class_bind_template_child (widget_class, VbPotentialPage, charts);
  gtk_widget_class_bind_template_child (widget_class, VbPotentialPage, waterfall_chart);
  gtk_widget_class_bind_template_child (widget_class, VbPotentialPage, tornado_chart);
  gtk_widget_class_bind_template_child (widget_class, VbPotentialPage, tables);
  gtk_widget_class_bind_template_child (widget_class, VbPotentialPage, years_bin);
  gtk_widget_class_bind_template_child (widget_class, VbPotentialPage, levers_bin);
  gtk_widget_class_bind_template_child (widget_class, VbPotentialPage, year_row);
  gtk_widget_class_bind_template_child (widget_class, VbPotentialPage, target_row);
  gtk_widget_class_bind_template_child (widget_class, VbPotentialPage, distribution_row);
  gtk_widget_class_bind_template_child (widget_class, VbPotentialPage, scenario_button);
  gtk_widget_class_bind_template_child (widget_class, VbPotentialPage, lever_list);
  gtk_widget_class_bind_template_child (widget_class, VbPotentialPage, source_card);
  gtk_widget_class_bind_template_child (widget_class, VbPotentialPage, own_group);
  gtk_widget_class_bind_template_child (widget_class, VbPotentialPage, ready_group);
  gtk_widget_class_bind_template_callback (widget_class, on_cell_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_distribution);
  gtk_widget_class_bind_template_callback (widget_class, on_lever_error);
  gtk_widget_class_bind_template_callback (widget_class, on_switched);
  gtk_widget_class_bind_template_callback (widget_class, on_target_begin);
  gtk_widget_class_bind_template_callback (widget_class, on_target_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_target_end);
  gtk_widget_class_bind_template_callback (widget_class, on_year);
}

static void
add_cards (VbPotentialPage *self)
{
  static const char *const names[VB_POTENTIAL_N_CARDS] = { VB_OUTLOOK_GAP_START, VB_OUTLOOK_EFFECT,
                                                           VB_OUTLOOK_GAP, VB_OUTLOOK_BALANCE };

  for (guint i = 0; i < VB_POTENTIAL_N_CARDS; i++)
    {
      self->cards[i] = vb_key_figure_new (names[i], "");
      vb_key_figure_row_append (self->figures, self->cards[i]);
    }
  vb_key_figure_set_caption (self->cards[VB_POTENTIAL_CARD_BALANCE], _ ("Year of balance"));
  g_signal_connect_object (self->figures, "notify::selected", G_CALLBACK (on_figure_selected), self,
                           G_CONNECT_SWAPPED);
}

static void
add_tables (VbPotentialPage *self)
{
  self->years_table = VB_FIGURE_TABLE (vb_potential_tables_new_years ());
  self->levers_table = VB_FIGURE_TABLE (vb_potential_tables_new_levers ());
  adw_bin_set_child (self->years_bin, GTK_WIDGET (self->years_table));
  adw_bin_set_child (self->levers_bin, GTK_WIDGET (self->levers_table));
  g_signal_connect_object (self->years_table, "selected", G_CALLBACK (on_year_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->levers_table, "selected", G_CALLBACK (on_lever_selected), self,
                           G_CONNECT_SWAPPED);
}

static void
vb_potential_page_init (VbPotentialPage *self)
{
  read_scenarios (self);
  self->own_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->showing = TRUE;
  vb_form_set_words (self->distribution_row, VB_N_DISTRIBUTIONS, get_distribution_word, 0);
  self->showing = FALSE;
  vb_assumption_row_set_range (self->target_row, LOWEST_TARGET, HIGHEST_TARGET, TARGET_STEP);
  add_tables (self);
  add_cards (self);
  if (self->catalogue != NULL)
    vb_lever_list_set_catalogue (self->lever_list, self->catalogue);
  if (self->ready != NULL)
    _vb_potential_page_offer_scenarios (self);
}
