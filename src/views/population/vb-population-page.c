/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-population-page.h"

#include <glib/gi18n-lib.h>

#include "vb-assumption-row.h"
#include "vb-card.h"
#include "vb-care-group-row.h"
#include "vb-chart.h"
#include "vb-document-population.h"
#include "vb-document-scenarios.h"
#include "vb-empty-state.h"
#include "vb-error.h"
#include "vb-even-layout.h"
#include "vb-key-figure-row.h"
#include "vb-number.h"
#include "vb-page-explain.h"
#include "vb-page-frame.h"
#include "vb-population-explain.h"
#include "vb-population-import.h"
#include "vb-population-tables.h"
#include "vb-study-plots.h"

typedef enum
{
  CARD_NOW,
  CARD_LAST,
  CARD_SIZE,
  CARD_AGEING,
  CARD_CONSUMPTION,
  N_CARDS
} Card;

/* What the inspector explains: what was chosen last. */
typedef enum
{
  EXPLAINED_CARD,
  EXPLAINED_YEAR,
  EXPLAINED_AGES,
} Explained;

static const char *const figures_of_cards[N_CARDS] = {
  "population_need_now", "population_need", "need_of_size", "need_of_ageing", "need_of_consumption",
};

struct _VbPopulationPage
{
  VbPage parent_instance;

  VbPageFrame *frame;
  VbKeyFigureRow *figures;
  VbKeyFigure *cards[N_CARDS]; /* of the row */
  GtkBox *charts;
  VbChart *plot;
  VbChart *ages;
  VbCard *years_card;
  VbFigureTable *years_table;
  VbCard *ages_card;
  VbFigureTable *ages_table;
  VbCareGroupRow *care_group_row;
  VbAssumptionRow *change_row;
  AdwActionRow *whose_row;
  AdwActionRow *target_row;
  AdwPreferencesGroup *missing_group;
  GtkLabel *missing;
  VbSourceCard *source_card;

  VbPopulationOutlook *outlook; /* NULL while there is none */
  Explained explained;
};

G_DEFINE_FINAL_TYPE (VbPopulationPage, vb_population_page, VB_TYPE_PAGE)

/* ---- what is shown --------------------------------------------------------------------------- */

static void
show_part (VbPopulationPage *self, Card card, double beds, double change)
{
  g_autofree char *value = vb_number_format_key_signed (beds);
  g_autofree char *share = change != 0 ? vb_number_format_percent (beds / change, 0) : NULL;
  g_autofree char *sub = share != NULL ? g_strdup_printf (_ ("%s of the change"), share) : NULL;

  vb_key_figure_set (self->cards[card], value, NULL, sub);
}

/* A unit without inhabitants of its own shows those of one above it, which must not be taken for
 * its own. NULL when they are. */
static VbUnit *
get_other (VbPopulationPage *self)
{
  VbUnit *whose = vb_population_outlook_get_unit (self->outlook);

  return whose != vb_session_get_unit (vb_page_get_session (VB_PAGE (self))) ? whose : NULL;
}

static void
show_cards (VbPopulationPage *self)
{
  const VbPopulationFigures *first = vb_population_outlook_get_first (self->outlook);
  const VbPopulationFigures *last = vb_population_outlook_get_last (self->outlook);
  VbPopulationParts parts = vb_population_figures_get_parts (last);
  double change = last->need - first->need;
  g_autofree char *now_caption = g_strdup_printf (_ ("Need %d"), first->year);
  g_autofree char *last_caption = g_strdup_printf (_ ("Need %d"), last->year);
  g_autofree char *now = vb_number_format_key (first->need);
  g_autofree char *people = vb_number_format (first->population, 0);
  VbUnit *other = get_other (self);
  /* Translators: a number, and a unit */
  g_autofree char *now_sub = other != NULL ? g_strdup_printf (_ ("beds, %s inhabitants of %s"),
                                                              people, vb_unit_get_name (other))
                                           : g_strdup_printf (_ ("beds, %s inhabitants"), people);
  g_autofree char *then = vb_number_format_key (last->need);
  g_autofree char *beds = vb_number_format_key_signed (change);
  g_autofree char *share = vb_number_format_percent_signed (change / first->need, 1);
  /* Translators: a change in beds and in per cent */
  g_autofree char *then_sub = g_strdup_printf (_ ("%s beds, %s"), beds, share);

  vb_key_figure_set_caption (self->cards[CARD_NOW], now_caption);
  vb_key_figure_set_caption (self->cards[CARD_LAST], last_caption);
  vb_key_figure_set (self->cards[CARD_NOW], now, NULL, now_sub);
  vb_key_figure_set (self->cards[CARD_LAST], then, NULL, then_sub);
  show_part (self, CARD_SIZE, parts.size, change);
  show_part (self, CARD_AGEING, parts.ageing, change);
  show_part (self, CARD_CONSUMPTION, parts.consumption, change);
}

static void
show_plot (VbPopulationPage *self)
{
  g_autoptr (VbDrawing) drawing = vb_population_outlook_plot_new (self->outlook);

  vb_chart_set_drawing (self->plot, drawing);
}

static void
show_ages (VbPopulationPage *self)
{
  g_autoptr (VbDrawing) drawing = vb_population_outlook_ages_plot_new (self->outlook);

  vb_chart_set_drawing (self->ages, drawing);
}

static void
tell_card (VbPopulationPage *self, VbCard *card, const char *what)
{
  g_autofree char *marked = vb_population_outlook_dup_marked (self->outlook, what);

  vb_card_set_subtitle (card, marked);
}

static void
show_tables (VbPopulationPage *self)
{
  tell_card (self, self->years_card,
             _ ("need in beds, and what makes it differ from the base year"));
  tell_card (self, self->ages_card,
             _ ("need in beds by age and sex; the groups add up to everybody"));
  vb_figure_table_set_rows (self->years_table, vb_population_outlook_get_rows (self->outlook));
  vb_population_ages_table_show (self->ages_table, self->outlook);
}

/* The scenario that is shown decides; else the document's own. */
static double
get_change (VbPopulationPage *self)
{
  VbPage *page = VB_PAGE (self);
  VbScenario *scenario = vb_session_get_scenario (vb_page_get_session (page));

  return scenario != NULL ? vb_scenario_get_facts (scenario)->consumption_change
                          : vb_document_get_consumption_change (vb_page_get_document (page));
}

static void
show_whose (VbPopulationPage *self)
{
  VbUnit *other = self->outlook != NULL ? get_other (self) : NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->whose_row), other != NULL);
  if (other == NULL)
    return;
  /* Translators: %s is a unit */
  words = g_strdup_printf (_ ("%s, the nearest unit above that has any"), vb_unit_get_name (other));
  adw_action_row_set_subtitle (self->whose_row, words);
}

static void
show_assumptions (VbPopulationPage *self)
{
  VbPage *page = VB_PAGE (self);
  VbScenario *scenario = vb_session_get_scenario (vb_page_get_session (page));
  g_autofree char *target =
      self->outlook != NULL ? vb_number_format_percent (
          vb_population_outlook_get_basis (self->outlook)->target_occupancy, 1)
                            : g_strdup ("–");
  g_autofree char *caption =
      scenario != NULL
          /* Translators: %s is a scenario */
          ? g_strdup_printf (_ ("bed days an inhabitant and year; of the scenario %s"),
                             vb_bilingual_get (&vb_scenario_get_facts (scenario)->name))
          : g_strdup (_ ("bed days an inhabitant and year; own proposal: unchanged"));

  vb_assumption_row_set_value (self->change_row, get_change (self));
  vb_assumption_row_set_caption (self->change_row, caption);
  adw_action_row_set_subtitle (self->target_row, target);
}

/* ---- where it comes from --------------------------------------------------------------------- */

static const VbPopulationPart parts_of_cards[N_CARDS] = {
  [CARD_NOW] = VB_POPULATION_PART_NEED,
  [CARD_LAST] = VB_POPULATION_PART_NEED,
  [CARD_SIZE] = VB_POPULATION_PART_SIZE,
  [CARD_AGEING] = VB_POPULATION_PART_AGEING,
  [CARD_CONSUMPTION] = VB_POPULATION_PART_CONSUMPTION,
};

static void
explain_card (VbPopulationPage *self, guint card)
{
  const VbPopulationFigures *year = card == CARD_NOW
                                        ? vb_population_outlook_get_first (self->outlook)
                                        : vb_population_outlook_get_last (self->outlook);

  vb_population_explain_year (self->source_card, self->outlook, year, parts_of_cards[card],
                              vb_key_figure_get_value (self->cards[card]));
}

static guint
find_card (const char *figure)
{
  guint card = 0;

  while (card < N_CARDS && g_strcmp0 (figure, figures_of_cards[card]) != 0)
    card++;
  return card;
}

/* The row chosen last in a table, else the key figure. */
static void
explain (VbPopulationPage *self)
{
  guint card = find_card (vb_key_figure_row_get_selected (self->figures));
  VbPopulationRow *year = NULL;
  VbAgeRow *ages = NULL;

  if (self->outlook != NULL && self->explained == EXPLAINED_YEAR)
    year = vb_figure_table_get_selected (self->years_table);
  if (self->outlook != NULL && self->explained == EXPLAINED_AGES)
    ages = vb_figure_table_get_selected (self->ages_table);
  gtk_widget_set_visible (GTK_WIDGET (self->source_card),
                          self->outlook != NULL
                              && (year != NULL || ages != NULL || card < N_CARDS));
  if (year != NULL)
    {
      const VbPopulationFigures *figures = vb_population_row_get_figures (year);
      g_autofree char *need = vb_number_format (figures->need, 1);

      vb_population_explain_year (self->source_card, self->outlook, figures,
                                  VB_POPULATION_PART_NEED, need);
    }
  else if (ages != NULL)
    vb_population_explain_ages (self->source_card, self->outlook, ages);
  else if (self->outlook != NULL && card < N_CARDS)
    explain_card (self, card);
}

/* ---- the page -------------------------------------------------------------------------------- */

static void
show_outlook (VbPopulationPage *self)
{
  if (self->outlook != NULL)
    {
      show_cards (self);
      show_plot (self);
      show_ages (self);
      show_tables (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->figures), self->outlook != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->charts), self->outlook != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->years_card), self->outlook != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->ages_card), self->outlook != NULL);
  show_whose (self);
  show_assumptions (self);
  explain (self);
}

static void
vb_population_page_refresh (VbPage *page)
{
  VbPopulationPage *self = VB_POPULATION_PAGE (page);
  VbSession *session = vb_page_get_session (page);
  VbPlanner *planner = vb_page_get_planner (page);
  VbUnit *unit = vb_session_get_unit (session);
  VbNeedTable *table = vb_planner_get_need (planner, VB_GRAIN_YEAR);
  g_autoptr (GError) error = NULL;
  VbCareGroup group;

  g_clear_object (&self->outlook);
  if (unit == NULL)
    {
      vb_page_frame_set_empty (self->frame, TRUE);
      return;
    }
  group = vb_page_choose_group (page, table, unit);
  self->outlook = vb_planner_get_population (planner, unit, group, get_change (self), &error);
  vb_page_frame_set_empty (self->frame, g_error_matches (error, VB_ERROR, VB_ERROR_NOT_FOUND));
  if (table != NULL)
    vb_care_group_row_show (self->care_group_row, session,
                            vb_need_table_get_groups (table, vb_unit_get_id (unit)), group);
  gtk_widget_set_visible (GTK_WIDGET (self->missing_group), error != NULL);
  gtk_label_set_label (self->missing, error != NULL ? error->message : "");
  show_outlook (self);
}

static const char *
vb_population_page_get_help_term (VbPage *page)
{
  return _ ("Population");
}

static const char *
vb_population_page_get_help_text (VbPage *page)
{
  return _ ("How many beds will those who live here need in the years to come? Each age and sex is "
            "taken to use as many bed days an inhabitant as today; what changes is how many they "
            "are. The change of need is parted into three that add up to it: the size of the "
            "population, its ageing, and what an inhabitant of the same age uses.\n\nA unit "
            "without inhabitants of its own shows those of the nearest unit above it.");
}

static void
on_selected_figure (VbPopulationPage *self)
{
  self->explained = EXPLAINED_CARD;
  explain (self);
}

static void
on_selected_year (VbPopulationPage *self)
{
  self->explained = EXPLAINED_YEAR;
  explain (self);
}

static void
on_selected_ages (VbPopulationPage *self)
{
  self->explained = EXPLAINED_AGES;
  explain (self);
}

static void
on_drag_begin (VbPopulationPage *self)
{
  vb_document_begin_group (vb_page_get_document (VB_PAGE (self)));
}

static void
on_drag_end (VbPopulationPage *self)
{
  vb_document_end_group (vb_page_get_document (VB_PAGE (self)));
}

static void
on_change_changed (VbPopulationPage *self, double value)
{
  VbPage *page = VB_PAGE (self);
  VbDocument *document = vb_page_get_document (page);
  VbScenario *scenario = vb_session_get_scenario (vb_page_get_session (page));
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (scenario != NULL)
    {
      g_autoptr (VbScenarioFacts) facts = vb_scenario_facts_copy (vb_scenario_get_facts (scenario));

      facts->consumption_change = value;
      done = vb_document_change_scenario (document, vb_scenario_get_id (scenario), facts, &error);
    }
  else
    done = vb_document_set_consumption_change (document, value, &error);
  if (!done)
    vb_page_report_error (page, error);
}

static void
import_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  vb_population_import_choose (VB_PAGE (widget));
}

void
vb_population_page_open_file (VbPopulationPage *self, GFile *file)
{
  g_return_if_fail (VB_IS_POPULATION_PAGE (self));

  vb_population_import_open (VB_PAGE (self), file);
}

static void
copy_table (VbPopulationPage *self, VbFigureTable *table)
{
  gtk_widget_activate_action (GTK_WIDGET (table), "table.copy", NULL);
  vb_page_add_toast (VB_PAGE (self), adw_toast_new (_ ("The table was copied")));
}

static void
on_copy_years (VbPopulationPage *self)
{
  copy_table (self, self->years_table);
}

static void
on_copy_ages (VbPopulationPage *self)
{
  copy_table (self, self->ages_table);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_population_page_constructed (GObject *object)
{
  VbPopulationPage *self = VB_POPULATION_PAGE (object);

  G_OBJECT_CLASS (vb_population_page_parent_class)->constructed (object);

  g_signal_connect_object (vb_page_get_planner (VB_PAGE (self)), "population-changed",
                           G_CALLBACK (vb_page_queue_refresh), self, G_CONNECT_SWAPPED);
}

static void
vb_population_page_dispose (GObject *object)
{
  g_clear_object (&VB_POPULATION_PAGE (object)->outlook);

  G_OBJECT_CLASS (vb_population_page_parent_class)->dispose (object);
}

static void
vb_population_page_class_init (VbPopulationPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  VbPageClass *page_class = VB_PAGE_CLASS (klass);

  object_class->constructed = vb_population_page_constructed;
  object_class->dispose = vb_population_page_dispose;
  page_class->refresh = vb_population_page_refresh;
  page_class->get_help_term = vb_population_page_get_help_term;
  page_class->get_help_text = vb_population_page_get_help_text;

  g_type_ensure (VB_TYPE_ASSUMPTION_ROW);
  g_type_ensure (VB_TYPE_CARD);
  g_type_ensure (VB_TYPE_CARE_GROUP_ROW);
  g_type_ensure (VB_TYPE_CHART);
  g_type_ensure (VB_TYPE_EMPTY_STATE);
  g_type_ensure (VB_TYPE_KEY_FIGURE_ROW);
  g_type_ensure (VB_TYPE_PAGE_FRAME);
  g_type_ensure (VB_TYPE_SOURCE_CARD);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/population/vb-population-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VbPopulationPage, frame);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationPage, figures);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationPage, charts);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationPage, plot);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationPage, ages);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationPage, years_card);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationPage, ages_card);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationPage, care_group_row);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationPage, change_row);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationPage, target_row);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationPage, whose_row);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationPage, missing_group);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationPage, missing);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationPage, source_card);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_ages);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_years);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_begin);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_end);
  gtk_widget_class_bind_template_callback (widget_class, on_change_changed);
  gtk_widget_class_install_action (widget_class, "population.import", NULL, import_action);
}

static void
vb_population_page_init (VbPopulationPage *self)
{
  const char *captions[N_CARDS] = { _ ("Need"), _ ("Need"), _ ("Population size"), _ ("Ageing"),
                                    _ ("Consumption") };

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < N_CARDS; i++)
    {
      self->cards[i] = vb_key_figure_new (figures_of_cards[i], captions[i]);
      vb_key_figure_row_append (self->figures, self->cards[i]);
    }
  vb_key_figure_row_set_selected (self->figures, figures_of_cards[CARD_LAST]);
  gtk_widget_set_layout_manager (GTK_WIDGET (self->charts), vb_even_layout_new (12));
  self->years_table = vb_population_years_table_new ();
  vb_card_set_child (self->years_card, GTK_WIDGET (self->years_table));
  self->ages_table = vb_population_ages_table_new ();
  vb_card_set_child (self->ages_card, GTK_WIDGET (self->ages_table));
  g_signal_connect_object (self->years_table, "selected", G_CALLBACK (on_selected_year), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ages_table, "selected", G_CALLBACK (on_selected_ages), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->figures, "notify::selected", G_CALLBACK (on_selected_figure), self,
                           G_CONNECT_SWAPPED);
}
