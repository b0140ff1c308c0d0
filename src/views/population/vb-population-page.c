/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-population-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-assumption-row.h"
#include "vb-card.h"
#include "vb-care-group-row.h"
#include "vb-chart.h"
#include "vb-document-population.h"
#include "vb-document-scenarios.h"
#include "vb-empty-state.h"
#include "vb-error.h"
#include "vb-even-layout.h"
#include "vb-figure-table.h"
#include "vb-key-figure-row.h"
#include "vb-number.h"
#include "vb-page-explain.h"
#include "vb-page-frame.h"
#include "vb-population-import.h"
#include "vb-population-plot.h"
#include "vb-study-plots.h"

#define TABLE_MIN_HEIGHT 260
#define TABLE_MAX_HEIGHT 560

typedef enum
{
  CARD_NOW,
  CARD_LAST,
  CARD_SIZE,
  CARD_AGEING,
  CARD_CONSUMPTION,
  N_CARDS
} Card;

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
  VbCard *table_card;
  VbFigureTable *table;
  VbCareGroupRow *care_group_row;
  VbAssumptionRow *change_row;
  AdwActionRow *target_row;
  AdwPreferencesGroup *missing_group;
  GtkLabel *missing;
  VbSourceCard *source_card;

  VbPopulationOutlook *outlook; /* NULL while there is none */
};

G_DEFINE_FINAL_TYPE (VbPopulationPage, vb_population_page, VB_TYPE_PAGE)

/* ---- the table ------------------------------------------------------------------------------- */

static const VbPopulationFigures *
get_figures (gpointer row)
{
  return vb_population_row_get_figures (row);
}

#define NUMBER(name, decimals)                                                                     \
  static double get_##name (gpointer row) { return get_figures (row)->name; }                      \
  static char *dup_##name (gpointer row)                                                           \
  {                                                                                                \
    return vb_number_format (get_figures (row)->name, decimals);                                   \
  }
#define CHANGE(name)                                                                               \
  static double get_##name (gpointer row) { return get_figures (row)->name; }                      \
  static char *dup_##name (gpointer row)                                                           \
  {                                                                                                \
    return vb_number_format_signed (get_figures (row)->name, 1);                                   \
  }

NUMBER (population, 0)
NUMBER (bed_days, 0)
NUMBER (need, 1)
CHANGE (size)
CHANGE (ageing)
CHANGE (consumption)

static double
get_year (gpointer row)
{
  return get_figures (row)->year;
}

static char *
dup_year (gpointer row)
{
  const VbPopulationFigures *figures = get_figures (row);

  return figures->kind == VB_POPULATION_PROJECTION
             /* Translators: a year that is a projection */
             ? g_strdup_printf (_ ("%d, projection"), figures->year)
             : g_strdup_printf ("%d", figures->year);
}

static GtkWidget *
make_table (void)
{
  const VbFigureColumn columns[] = {
    { _ ("Year"), "period", get_year, dup_year, FALSE },
    { _ ("Inhabitants"), "population", get_population, dup_population, FALSE },
    { _ ("Bed days"), "bed_days", get_bed_days, dup_bed_days, FALSE },
    { _ ("Need"), "population_need", get_need, dup_need, FALSE },
    { _ ("Population size"), "need_of_size", get_size, dup_size, FALSE },
    { _ ("Ageing"), "need_of_ageing", get_ageing, dup_ageing, FALSE },
    { _ ("Consumption"), "need_of_consumption", get_consumption, dup_consumption, FALSE },
  };

  return vb_figure_table_new (_ ("Need of the population by year"), columns, G_N_ELEMENTS (columns),
                              TABLE_MIN_HEIGHT, TABLE_MAX_HEIGHT);
}

/* ---- what is shown --------------------------------------------------------------------------- */

static void
show_part (VbPopulationPage *self, Card card, double beds, double change)
{
  g_autofree char *value = vb_number_format_key_signed (beds);
  g_autofree char *share = change != 0 ? vb_number_format_percent (beds / change, 0) : NULL;
  g_autofree char *sub = share != NULL ? g_strdup_printf (_ ("%s of the change"), share) : NULL;

  vb_key_figure_set (self->cards[card], value, NULL, sub);
}

static void
show_cards (VbPopulationPage *self)
{
  const VbPopulationFigures *first = vb_population_outlook_get_first (self->outlook);
  const VbPopulationFigures *last = vb_population_outlook_get_last (self->outlook);
  double change = last->need - first->need;
  g_autofree char *now_caption = g_strdup_printf (_ ("Need %d"), first->year);
  g_autofree char *last_caption = g_strdup_printf (_ ("Need %d"), last->year);
  g_autofree char *now = vb_number_format_key (first->need);
  g_autofree char *people = vb_number_format (first->population, 0);
  g_autofree char *now_sub = g_strdup_printf (_ ("beds, %s inhabitants"), people);
  g_autofree char *then = vb_number_format_key (last->need);
  g_autofree char *beds = vb_number_format_key_signed (change);
  g_autofree char *share = vb_number_format_percent_signed (change / first->need, 1);
  /* Translators: a change in beds and in per cent */
  g_autofree char *then_sub = g_strdup_printf (_ ("%s beds, %s"), beds, share);

  vb_key_figure_set_caption (self->cards[CARD_NOW], now_caption);
  vb_key_figure_set_caption (self->cards[CARD_LAST], last_caption);
  vb_key_figure_set (self->cards[CARD_NOW], now, NULL, now_sub);
  vb_key_figure_set (self->cards[CARD_LAST], then, NULL, then_sub);
  show_part (self, CARD_SIZE, last->size, change);
  show_part (self, CARD_AGEING, last->ageing, change);
  show_part (self, CARD_CONSUMPTION, last->consumption, change);
}

static void
show_plot (VbPopulationPage *self)
{
  g_autoptr (VbDrawing) drawing = vb_population_outlook_plot_new (self->outlook);

  vb_chart_set_drawing (self->plot, drawing);
}

/* Groups come by sex, and within it by age: as many of women as of men. */
static void
show_ages (VbPopulationPage *self)
{
  guint n;
  const VbPopulationGroup *groups = vb_population_outlook_get_groups (self->outlook, &n);
  const VbPopulationBasis *basis = vb_population_outlook_get_basis (self->outlook);
  gboolean by_sex = n > 0 && groups[0].sex == VB_SEX_WOMEN;
  g_autofree VbAgeGroupUse *uses = g_new0 (VbAgeGroupUse, n / 2 + 1);
  g_auto (GStrv) names = g_new0 (char *, n / 2 + 1);
  g_autofree char *whose = NULL;
  g_autoptr (VbDrawing) drawing = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->ages), by_sex);
  if (!by_sex)
    return;
  for (guint i = 0; i < n / 2; i++)
    {
      const VbPopulationGroup *women = &groups[i];
      const VbPopulationGroup *men = &groups[i + n / 2];

      names[i] = vb_ages_format (women->ages);
      uses[i] = (VbAgeGroupUse){
        names[i],
        women->population > 0 ? women->bed_days / women->population * 1000 : NAN,
        men->population > 0 ? men->bed_days / men->population * 1000 : NAN,
      };
    }
  whose =
      g_strdup_printf ("%s, %d", vb_unit_get_name (vb_population_outlook_get_unit (self->outlook)),
                       basis->base_year);
  drawing = vb_age_plot_new (whose, uses, n / 2);
  vb_chart_set_drawing (self->ages, drawing);
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

static const char *
get_formula (Card card)
{
  switch (card)
    {
    case CARD_SIZE:
      return _ ("More people, or fewer, of the same ages who use as much: the mean of what it "
                "brings over all orders in which size, ages and consumption can change");
    case CARD_AGEING:
      return _ ("As many people of other ages who use as much: the mean of what it brings over all "
                "orders in which size, ages and consumption can change");
    case CARD_CONSUMPTION:
      return _ ("The same people who use more, or less: the mean of what it brings over all orders "
                "in which size, ages and consumption can change");
    case CARD_NOW:
    case CARD_LAST:
    case N_CARDS:
    default:
      return _ ("Need = Σ inhabitants of each age and sex × their bed days an inhabitant ÷ (days × "
                "target occupancy)");
    }
}

static char *
dup_numbers (VbPopulationPage *self, Card card)
{
  const VbPopulationBasis *basis = vb_population_outlook_get_basis (self->outlook);
  const VbPopulationFigures *first = vb_population_outlook_get_first (self->outlook);
  const VbPopulationFigures *last = vb_population_outlook_get_last (self->outlook);
  const VbPopulationFigures *shown = card == CARD_NOW ? first : last;

  if (card == CARD_NOW || card == CARD_LAST)
    {
      g_autofree char *bed_days =
          vb_number_format (shown->bed_days * (1 + basis->hidden_demand), 0);
      g_autofree char *days = vb_number_format (basis->days, 1);
      g_autofree char *target = vb_number_format (basis->target_occupancy, 3);
      g_autofree char *need = vb_number_format (shown->need, 1);

      return g_strdup_printf ("%s ÷ (%s × %s) = %s", bed_days, days, target, need);
    }
  else
    {
      g_autofree char *size = vb_number_format_signed (last->size, 1);
      g_autofree char *ageing = vb_number_format_signed (last->ageing, 1);
      g_autofree char *consumption = vb_number_format_signed (last->consumption, 1);
      g_autofree char *change = vb_number_format_signed (last->need - first->need, 1);

      /* Translators: four changes in beds that add up */
      return g_strdup_printf (_ ("size %s, ageing %s, consumption %s; together %s"), size, ageing,
                              consumption, change);
    }
}

static void
explain (VbPopulationPage *self)
{
  const char *selected = vb_key_figure_row_get_selected (self->figures);
  const VbPopulationBasis *basis;
  const VbPopulationFigures *shown;
  const char *source;
  guint card = 0;

  while (card < N_CARDS && g_strcmp0 (selected, figures_of_cards[card]) != 0)
    card++;
  gtk_widget_set_visible (GTK_WIDGET (self->source_card), self->outlook != NULL && card < N_CARDS);
  if (self->outlook == NULL || card == N_CARDS)
    return;

  basis = vb_population_outlook_get_basis (self->outlook);
  source = vb_population_outlook_get_source (self->outlook);
  shown = card == CARD_NOW ? vb_population_outlook_get_first (self->outlook)
                           : vb_population_outlook_get_last (self->outlook);
  {
    g_autofree char *title = g_strdup_printf (_ ("Where does %s come from?"),
                                              vb_key_figure_get_value (self->cards[card]));
    g_autofree char *numbers = dup_numbers (self, (Card) card);
    g_autofree char *people = vb_number_format (shown->population, 0);
    g_autofree char *people_name = g_strdup_printf (_ ("inhabitants %d"), shown->year);
    g_autofree char *bed_days =
        vb_number_format (vb_population_outlook_get_first (self->outlook)->bed_days, 0);
    g_autofree char *days_name = g_strdup_printf (_ ("bed days %d"), basis->base_year);
    g_autofree char *target = vb_number_format_percent (basis->target_occupancy, 1);
    g_autofree char *change = vb_number_format_percent_signed (basis->consumption_change, 1);

    vb_source_card_set_title (self->source_card, title);
    vb_source_card_set_formula (self->source_card, get_formula ((Card) card));
    vb_source_card_set_numbers (self->source_card, numbers);
    vb_source_card_set_note (self->source_card,
                             _ ("Each age and sex uses as many bed days an inhabitant as in the "
                                "base year, changed each year by the consumption assumed."));
    vb_source_card_clear_inputs (self->source_card);
    vb_source_card_add_input (self->source_card, people, people_name, source,
                              VB_PROVENANCE_REPORTED);
    vb_source_card_add_input (self->source_card, bed_days, days_name, source,
                              VB_PROVENANCE_REPORTED);
    vb_source_card_add_input (self->source_card, target, _ ("target occupancy"), NULL,
                              VB_PROVENANCE_COMPUTED);
    vb_source_card_add_input (self->source_card, change, _ ("change of consumption a year"),
                              _ ("assumption"), VB_PROVENANCE_COMPUTED);
  }
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
      vb_figure_table_set_rows (self->table, vb_population_outlook_get_rows (self->outlook));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->figures), self->outlook != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->charts), self->outlook != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->table_card), self->outlook != NULL);
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
on_copy_clicked (VbPopulationPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->table), "table.copy", NULL);
  vb_page_add_toast (VB_PAGE (self), adw_toast_new (_ ("The table was copied")));
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
  gtk_widget_class_bind_template_child (widget_class, VbPopulationPage, table_card);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationPage, care_group_row);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationPage, change_row);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationPage, target_row);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationPage, missing_group);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationPage, missing);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationPage, source_card);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
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
  self->table = VB_FIGURE_TABLE (make_table ());
  vb_card_set_child (self->table_card, GTK_WIDGET (self->table));
  g_signal_connect_object (self->figures, "notify::selected", G_CALLBACK (on_selected_figure), self,
                           G_CONNECT_SWAPPED);
}
