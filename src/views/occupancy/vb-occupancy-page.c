/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-occupancy-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-advice-row.h"
#include "vb-card.h"
#include "vb-chart.h"
#include "vb-empty-state.h"
#include "vb-even-layout.h"
#include "vb-figure-table.h"
#include "vb-key-figure-row.h"
#include "vb-nearest-figures.h"
#include "vb-number.h"
#include "vb-occupancy-advisor.h"
#include "vb-occupancy-assumptions.h"
#include "vb-occupancy-charts.h"
#include "vb-occupancy-plot.h"
#include "vb-occupancy-words.h"
#include "vb-page-explain.h"
#include "vb-page-frame.h"
#include "vb-pooling-table.h"
#include "vb-roll-up-tree.h"
#include "vb-study-plots.h"
#include "vb-wrap-layout.h"
#include "vb-year-plots.h"

typedef enum
{
  CARD_CENSUS,
  CARD_AVAILABLE,
  CARD_RISK,
  CARD_TARGET,
  N_CARDS
} Card;

#define LEAST_DIFFERENCE 0.05 /* beds that are seen */

/* Names of the cards' figures. The planner explains the mean of patients as their bed days. */
#define FIGURE_CENSUS "mean_census"
#define FIGURE_RISK "risk"
#define FIGURE_TARGET "recommended_target"

struct _VbOccupancyPage
{
  VbPage parent_instance;

  VbPageFrame *frame;
  VbEmptyState *empty_state;
  VbKeyFigureRow *figures;
  VbKeyFigure *cards[N_CARDS]; /* of the row */
  GtkStack *stack;
  GtkBox *charts;
  VbChart *need_chart;
  VbChart *risk_chart;
  VbCard *advice_card;
  VbFigureTable *advice_table; /* of VbAdviceRow */
  VbChart *ward_chart;
  VbRollUpTree *roll_up_tree;
  VbChart *cost_chart;
  VbPoolingTable *pooling_table;
  GtkLabel *refusals;
  VbOccupancyAssumptions *assumptions;
  AdwPreferencesGroup *reason_group;
  GtkLabel *reason;
  VbSourceCard *source_card;

  VbOccupancyAdvisor *advisor;
  VbUnit *unit; /* that is shown */
  VbCareGroup group;
  VbOccupancyRow *assessed; /* the unit's row, all unknown while nothing is */

  /* Where to look instead, while nothing is shown; either may be none. */
  VbPeriod other_period; /* start VB_DAY_NONE = none */
  VbUnit *other_unit;    /* not owned */

  /* What is explained: a figure of a unit, or one of the prices. */
  char *explained;
  VbUnit *explained_unit; /* NULL: the page's */
  guint explained_price;  /* of the cost chart's rows */
};

G_DEFINE_FINAL_TYPE (VbOccupancyPage, vb_occupancy_page, VB_TYPE_PAGE)

/* ---- what is shown --------------------------------------------------------------------------- */

static gboolean
is_several (VbOccupancyPage *self)
{
  return vb_occupancy_row_get_figures (self->assessed)->n_wards > 1;
}

/* What the advisor found last, when it tells of the unit; else NULL. */
static VbOccupancyStudy *
get_study (VbOccupancyPage *self)
{
  VbOccupancyStudy *study = vb_occupancy_advisor_get_study (self->advisor);

  return study != NULL && vb_occupancy_study_find (study, self->unit) != NULL ? study : NULL;
}

/* "10,032 in its 181 units", where those do not add up to what the whole has. */
static char *
dup_parts (const VbOccupancyFigures *figures, double whole, double of_wards)
{
  g_autofree char *of_units = vb_number_format_key (of_wards);
  g_autofree char *units = vb_number_format (figures->n_wards, 0);

  if (!(fabs (whole - of_wards) >= LEAST_DIFFERENCE))
    return NULL;
  /* Translators: a number of beds or patients, and of the units that have them */
  return g_strdup_printf (_ ("%s in its %s units"), of_units, units);
}

static void
show_cards (VbOccupancyPage *self)
{
  const VbOccupancyFigures *figures = vb_occupancy_row_get_figures (self->assessed);
  VbPeriod period = vb_session_get_period (vb_page_get_session (VB_PAGE (self)));
  gboolean several = is_several (self);
  g_autofree char *census = vb_number_format_key (figures->whole_census);
  g_autofree char *when = vb_period_format (period, FALSE);
  const char *whose = self->group != VB_CARE_GROUP_NONE ? vb_care_group_get_label (self->group)
                                                        : vb_unit_get_name (self->unit);
  const char *told_by = vb_page_get_told_by (VB_PAGE (self), self->unit, self->group, period);
  g_autofree char *census_sub =
      figures->n_closed > 0
          /* Translators: a care group and a period; of a ward that is closed at times */
          ? g_strdup_printf (_ ("%s, days with beds of %s"), whose, when)
          : told_by != NULL
                /* Translators: a period and the name of a scenario */
                ? g_strdup_printf (_ ("%s, in “%s”"), when, told_by)
                : g_strdup_printf ("%s, %s", whose, when);
  g_autofree char *available = vb_number_format_key (figures->whole_beds);
  g_autofree char *occupancy = vb_number_format_percent (figures->whole_occupancy, 1);
  g_autofree char *census_parts = dup_parts (figures, figures->whole_census, figures->mean_census);
  g_autofree char *beds_parts = dup_parts (figures, figures->whole_beds, figures->available_beds);
  g_autofree char *available_sub = g_strdup_printf (_ ("occupancy %s"), occupancy);
  g_autofree char *risk = vb_occupancy_charts_format_risk (figures->risk);
  g_autofree char *days = vb_number_format (figures->days_short, 0);
  g_autofree char *wards = vb_number_format (figures->n_wards, 0);
  g_autofree char *risk_sub = several ? g_strdup_printf (_ ("mean of %s units"), wards)
                                      : g_strdup_printf (_ ("%s days a year"), days);
  g_autofree char *target = vb_number_format_percent (figures->recommended_target, 0);
  g_autofree char *beds = vb_number_format (figures->beds_needed, 0);
  g_autofree char *accepted = vb_occupancy_charts_format_risk (figures->max_risk);
  g_autofree char *target_sub =
      several ? g_strdup_printf (_ ("%s beds in %s units"), beds, wards)
              /* Translators: a number of beds and a share: "30 beds at ≤ 10% risk" */
              : g_strdup_printf (_ ("%s beds at ≤ %s risk"), beds, accepted);

  vb_key_figure_set (self->cards[CARD_CENSUS], census, NULL,
                     census_parts != NULL ? census_parts : census_sub);
  vb_key_figure_set (self->cards[CARD_AVAILABLE], available, NULL,
                     beds_parts != NULL                 ? beds_parts
                     : isnan (figures->whole_occupancy) ? NULL
                                                        : available_sub);
  vb_key_figure_set (self->cards[CARD_RISK], risk, NULL, isnan (figures->risk) ? NULL : risk_sub);
  vb_key_figure_set (self->cards[CARD_TARGET], target, NULL,
                     isnan (figures->beds_needed) ? NULL : target_sub);
}

static double
get_target (VbOccupancyPage *self)
{
  return vb_target_editor_get_value (vb_occupancy_assumptions_get_target (self->assumptions));
}

static char *
dup_whose (VbOccupancyPage *self)
{
  return vb_year_plots_dup_whose_and_when (
      self->unit, self->group, vb_session_get_period (vb_page_get_session (VB_PAGE (self))));
}

static void
show_need_chart (VbOccupancyPage *self, double target)
{
  const VbOccupancyFigures *figures = vb_occupancy_row_get_figures (self->assessed);
  g_autofree char *whose = dup_whose (self);
  g_autoptr (VbDrawing) plot =
      vb_occupancy_plot_new (whose, figures->whole_census, target, figures->whole_beds,
                             vb_occupancy_assumptions_get_scenario_target (self->assumptions));

  vb_chart_set_drawing (self->need_chart, plot);
}

static void
show_whole (VbOccupancyPage *self, VbOccupancyStudy *study)
{
  VbPeriod period = vb_session_get_period (vb_page_get_session (VB_PAGE (self)));
  VbOccupancyRow *whole = study != NULL ? vb_occupancy_charts_find_whole (study, self->unit) : NULL;
  g_autoptr (VbDrawing) wards = vb_occupancy_charts_make_wards (
      study, whole != NULL ? whole : self->assessed, self->unit, period);

  vb_chart_set_drawing (self->ward_chart, wards);
  vb_roll_up_tree_show (self->roll_up_tree, study,
                        whole != NULL ? vb_occupancy_row_get_unit (whole) : NULL);
}

static void
show_cost (VbOccupancyPage *self, VbOccupancyStudy *study)
{
  VbPeriod period = vb_session_get_period (vb_page_get_session (VB_PAGE (self)));
  g_autoptr (VbDrawing) cost = vb_cost_plot_new (study, period);

  vb_chart_set_drawing (self->cost_chart, cost);
}

static void
show_advice (VbOccupancyPage *self, VbOccupancyStudy *study)
{
  const VbOccupancyFigures *figures = vb_occupancy_row_get_figures (self->assessed);
  g_autofree char *target = vb_number_format_percent (figures->recommended_target, 0);
  g_autofree char *title = isnan (figures->recommended_target)
                               ? g_strdup (_ ("What does the recommendation rest on?"))
                               /* Translators: %s is a recommended target occupancy */
                               : g_strdup_printf (_ ("Why %s?"), target);
  g_autofree char *whose = dup_whose (self);
  g_autoptr (VbDrawing) risk = vb_occupancy_charts_make_risk (whose, figures);
  g_autoptr (GListModel) rows = NULL;

  show_need_chart (self, get_target (self));
  vb_chart_set_drawing (self->risk_chart, risk);
  if (study != NULL)
    rows = vb_advice_row_list (self->assessed);
  vb_card_set_title (self->advice_card, title);
  vb_figure_table_set_rows (self->advice_table, rows);
}

static void
show_reason (VbOccupancyPage *self, VbOccupancyStudy *study)
{
  g_autofree char *reason =
      study != NULL && !is_several (self)
          ? vb_occupancy_words_dup_reason (study, vb_occupancy_row_get_figures (self->assessed))
          : NULL;

  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason_group), reason != NULL);
}

static void
show_pooling (VbOccupancyPage *self, VbOccupancyStudy *study)
{
  g_autofree char *refusals =
      study != NULL ? vb_occupancy_words_dup_refusals (vb_occupancy_study_get_refusals (study))
                    : NULL;

  vb_pooling_table_show (self->pooling_table,
                         study != NULL ? vb_occupancy_study_get_pool (study) : NULL);
  gtk_label_set_label (self->refusals, refusals != NULL ? refusals : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusals), refusals != NULL);
}

/* The others are filled when they come into sight. */
static void
show_view (VbOccupancyPage *self)
{
  static const struct
  {
    const char *name;
    void (*show) (VbOccupancyPage *self, VbOccupancyStudy *study);
  } views[] = { { "target", show_advice },
                { "cost", show_cost },
                { "whole", show_whole },
                { "pool", show_pooling } };
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].name, name) == 0)
      views[i].show (self, get_study (self));
}

static void
explain (VbOccupancyPage *self)
{
  VbPage *page = VB_PAGE (self);
  VbOccupancyStudy *study = vb_occupancy_advisor_get_study (self->advisor);
  VbUnit *unit = self->explained_unit != NULL ? self->explained_unit : self->unit;
  VbOccupancyRow *row = study != NULL ? vb_occupancy_study_find (study, unit) : NULL;
  const char *figure = self->explained;
  guint n_prices = 0;

  if (g_strcmp0 (figure, "price") == 0 && study != NULL
      && vb_occupancy_study_get_n_priced (study) > 0)
    {
      vb_occupancy_study_get_prices (study, 0, &n_prices);
      if (n_prices > 0
          && self->explained_price < n_prices * vb_occupancy_study_get_n_priced (study))
        {
          guint priced = self->explained_price / n_prices;

          vb_occupancy_words_explain_price (self->source_card,
                                            vb_occupancy_study_get_priced (study, priced),
                                            vb_occupancy_study_get_prices (study, priced, &n_prices)
                                                + self->explained_price % n_prices);
          return;
        }
    }
  if (g_strcmp0 (figure, "pool") == 0 && study != NULL)
    {
      GListModel *rows = vb_occupancy_study_get_pool (study);
      g_autoptr (VbOccupancyRow) pool =
          g_list_model_get_item (rows, g_list_model_get_n_items (rows) - 1);

      if (vb_occupancy_words_explain (self->source_card, vb_page_get_document (page), study, pool,
                                      "target_shared"))
        return;
    }
  if (row != NULL
      && vb_occupancy_words_explain (self->source_card, vb_page_get_document (page), study, row,
                                     figure))
    return;
  /* What the page's own figures lack is lacking for the census. */
  vb_page_explain (page, self->source_card, unit,
                   g_strcmp0 (figure, "available_beds") == 0 ? figure : "bed_days");
}

/* Shows what the advisor found last, whether of these assumptions or of those a moment ago. */
static void
show (VbOccupancyPage *self)
{
  VbOccupancyStudy *study;
  VbOccupancyRow *row;

  if (self->unit == NULL)
    return;
  study = get_study (self);
  row = study != NULL ? vb_occupancy_study_find (study, self->unit) : NULL;
  g_clear_object (&self->assessed);
  self->assessed = row != NULL ? g_object_ref (row)
                               : vb_occupancy_row_new (vb_unit_get_name (self->unit), self->unit,
                                                       vb_unit_get_care_type (self->unit),
                                                       &vb_occupancy_figures_unknown);

  show_cards (self);
  show_view (self);
  show_reason (self, study);
  vb_occupancy_assumptions_show_study (self->assumptions, study, self->assessed);
  explain (self);
}

/* ---- the question ---------------------------------------------------------------------------- */

static void
ask (VbOccupancyPage *self)
{
  VbOccupancyOrder order;

  if (self->unit == NULL)
    return;

  vb_occupancy_order_init (&order);
  order.unit = self->unit;
  order.group = self->group;
  order.period = vb_session_get_period (vb_page_get_session (VB_PAGE (self)));
  order.scenario = vb_session_get_scenario (vb_page_get_session (VB_PAGE (self)));
  order.pool = vb_occupancy_assumptions_get_pool (self->assumptions);
  order.targets[order.n_targets++] = get_target (self);
  order.targets[order.n_targets++] =
      vb_occupancy_assumptions_get_scenario_target (self->assumptions);
  vb_occupancy_advisor_ask (self->advisor, &order);
}

/* "_" would underline what follows. */
static char *
dup_show_label (const char *what)
{
  g_auto (GStrv) parts = g_strsplit (what, "_", -1);
  g_autofree char *plain = g_strjoinv ("__", parts);

  /* Translators: a unit or a period that has figures, on a button */
  return g_strdup_printf (_ ("_Show %s"), plain);
}

/* Suggests the period nearest to the one that is shown, else another unit, else an import. */
static void
show_empty (VbOccupancyPage *self, VbNeedTable *table, VbUnit *unit, VbDay start)
{
  g_autofree char *label = NULL;
  const char *title = _ ("No Figures Yet");
  const char *description = _ ("Risk and target follow from how many patients a unit has on "
                               "average. Import a table with occupied beds.");

  self->other_period.start = VB_DAY_NONE;
  self->other_unit = NULL;
  if (table != NULL && vb_nearest_figures_find_period (table, unit, start, &self->other_period))
    {
      g_autofree char *when = vb_period_format (self->other_period, FALSE);

      label = dup_show_label (when);
      title = _ ("No Figures of This Period");
      description = _ ("Risk and target follow from how many patients the unit has on average. "
                       "That is known of another period.");
    }
  else if (table != NULL)
    self->other_unit =
        vb_nearest_figures_find_unit (table, vb_page_get_document (VB_PAGE (self)), unit, start);
  if (self->other_unit != NULL)
    {
      label = dup_show_label (vb_unit_get_name (self->other_unit));
      title = _ ("No Figures of This Unit");
      description = _ ("Risk and target follow from how many patients a unit has on average. That "
                       "is known of other units.");
    }
  g_object_set (self->empty_state, "title", title, "description", description, "action-label",
                label != NULL ? label : _ ("Import…"), "action",
                label != NULL ? "occupancy.show-figures" : "win.show-page::import", NULL);
}

static void
show_figures (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbOccupancyPage *self = VB_OCCUPANCY_PAGE (widget);
  VbSession *session = vb_page_get_session (VB_PAGE (self));

  if (self->other_period.start != VB_DAY_NONE)
    vb_session_set_period (session, self->other_period);
  else if (self->other_unit != NULL)
    vb_session_set_unit (session, self->other_unit);
}

static void
vb_occupancy_page_refresh (VbPage *page)
{
  VbOccupancyPage *self = VB_OCCUPANCY_PAGE (page);
  VbSession *session = vb_page_get_session (page);
  VbUnit *unit = vb_session_get_unit (session);
  VbPeriod period = vb_session_get_period (session);
  g_autoptr (VbNeedTable) table = vb_page_dup_need (page);
  gboolean empty = unit == NULL || !vb_document_get_extent (vb_page_get_document (page), NULL, NULL)
                   || (table != NULL && !vb_nearest_figures_has (table, unit, period.start));

  vb_page_frame_set_empty (self->frame, empty);
  if (empty)
    {
      show_empty (self, unit != NULL ? table : NULL, unit, period.start);
      return;
    }

  self->group = vb_page_choose_group (page, table, unit);
  if (unit != self->unit)
    {
      g_set_object (&self->unit, unit);
      g_clear_object (&self->explained_unit);
    }
  vb_occupancy_assumptions_show (self->assumptions, table, unit, self->group);
  ask (self);
  show (self);
}

static const char *
vb_occupancy_page_get_help_term (VbPage *page)
{
  return _ ("Occupancy");
}

static const char *
vb_occupancy_page_get_help_text (VbPage *page)
{
  return _ ("Occupancy is the bed days that patients used, divided by the available beds times the "
            "days. It may exceed 100%: then patients lay where there was no available bed.\n\nThe "
            "higher the target, the fewer beds are needed, and the more often a patient is without "
            "one: more patients than beds, P(N > b). A small unit needs a lower target than a "
            "large one for the same risk.");
}

/* ---- what the reader does -------------------------------------------------------------------- */

static void
on_point_dragged (VbOccupancyPage *self, double value)
{
  /* The chart answers at once; the document's answer comes with the next refresh. */
  show_need_chart (self, value);
  vb_target_editor_change (vb_occupancy_assumptions_get_target (self->assumptions), value);
}

static void
on_view_toggled (VbOccupancyPage *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  gtk_stack_set_visible_child_name (self->stack, gtk_widget_get_name (GTK_WIDGET (button)));
  if (self->assessed != NULL)
    show_view (self);
}

static void
on_error (VbOccupancyPage *self, const GError *error)
{
  vb_page_report_error (VB_PAGE (self), error);
}

/* ---- what is to be explained ----------------------------------------------------------------- */

static void
explain_figure (VbOccupancyPage *self, VbUnit *unit, const char *figure)
{
  char *copy = g_strdup (figure);

  g_free (self->explained);
  self->explained = copy;
  g_set_object (&self->explained_unit, unit);
  if (self->unit != NULL)
    explain (self);
}

static void
on_card_selected (VbOccupancyPage *self)
{
  explain_figure (self, NULL, vb_key_figure_row_get_selected (self->figures));
}

static void
on_advice_selected (VbOccupancyPage *self)
{
  VbAdviceRow *row = vb_figure_table_get_selected (self->advice_table);

  if (row != NULL)
    explain_figure (self, NULL, vb_advice_row_get_figure (row));
}

/* The last row is not of a unit. */
static void
on_pooled_selected (VbOccupancyPage *self)
{
  VbOccupancyRow *row = vb_pooling_table_get_selected (self->pooling_table);
  VbUnit *unit = row != NULL ? vb_occupancy_row_get_unit (row) : NULL;

  if (row != NULL)
    explain_figure (self, unit, unit != NULL ? FIGURE_TARGET : "pool");
}

static void
on_figure_selected (VbOccupancyPage *self, VbUnit *unit, const char *figure)
{
  explain_figure (self, unit, figure);
}

static void
on_ward_activated (VbOccupancyPage *self, guint column, guint row)
{
  VbOccupancyStudy *study = vb_occupancy_advisor_get_study (self->advisor);
  VbOccupancyRow *whole = study != NULL ? vb_occupancy_charts_find_whole (study, self->unit) : NULL;
  g_autoptr (GPtrArray) wards =
      whole != NULL ? vb_occupancy_charts_list_wards (study, whole) : NULL;
  /* In the picture the wards stand in columns, in its table in rows. */
  guint index = MAX (column, row);

  if (wards == NULL)
    return;
  if (vb_chart_get_show_table (self->ward_chart))
    index = row;
  if (index < wards->len)
    explain_figure (self, vb_occupancy_row_get_unit (wards->pdata[index]), FIGURE_TARGET);
}

static void
on_price_activated (VbOccupancyPage *self, guint column, guint row)
{
  self->explained_price = row;
  explain_figure (self, NULL, "price");
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_occupancy_page_constructed (GObject *object)
{
  VbOccupancyPage *self = VB_OCCUPANCY_PAGE (object);

  G_OBJECT_CLASS (vb_occupancy_page_parent_class)->constructed (object);

  self->advisor = vb_occupancy_advisor_new (vb_page_get_planner (VB_PAGE (self)));
  g_signal_connect_object (self->advisor, "study-changed", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->advisor, "failed", G_CALLBACK (on_error), self, G_CONNECT_SWAPPED);
}

static void
vb_occupancy_page_dispose (GObject *object)
{
  VbOccupancyPage *self = VB_OCCUPANCY_PAGE (object);

  g_clear_object (&self->advisor);
  g_clear_object (&self->assessed);
  g_clear_object (&self->unit);
  g_clear_object (&self->explained_unit);
  g_clear_pointer (&self->explained, g_free);

  G_OBJECT_CLASS (vb_occupancy_page_parent_class)->dispose (object);
}

static void
vb_occupancy_page_class_init (VbOccupancyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  VbPageClass *page_class = VB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = vb_occupancy_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = vb_occupancy_page_dispose;
  page_class->refresh = vb_occupancy_page_refresh;
  page_class->get_help_term = vb_occupancy_page_get_help_term;
  page_class->get_help_text = vb_occupancy_page_get_help_text;

  g_type_ensure (VB_TYPE_CARD);
  g_type_ensure (VB_TYPE_CHART);
  g_type_ensure (VB_TYPE_EMPTY_STATE);
  g_type_ensure (VB_TYPE_KEY_FIGURE_ROW);
  g_type_ensure (VB_TYPE_OCCUPANCY_ASSUMPTIONS);
  g_type_ensure (VB_TYPE_PAGE_FRAME);
  g_type_ensure (VB_TYPE_POOLING_TABLE);
  g_type_ensure (VB_TYPE_ROLL_UP_TREE);
  g_type_ensure (VB_TYPE_SOURCE_CARD);
  g_type_ensure (VB_TYPE_WRAP_LAYOUT);

  gtk_widget_class_install_action (widget_class, "occupancy.show-figures", NULL, show_figures);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/occupancy/vb-occupancy-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, frame);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, empty_state);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, figures);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, charts);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, need_chart);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, risk_chart);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, advice_card);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, ward_chart);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, roll_up_tree);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, cost_chart);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, pooling_table);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, refusals);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, assumptions);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, reason_group);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, reason);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, source_card);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, on_card_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_pooled_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_price_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_figure_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_view_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_ward_activated);
}

static void
vb_occupancy_page_init (VbOccupancyPage *self)
{
  const char *names[N_CARDS] = { FIGURE_CENSUS, "available_beds", FIGURE_RISK, FIGURE_TARGET };
  const char *captions[N_CARDS] = { _ ("Mean patients"), _ ("Available beds"),
                                    _ ("Risk of a patient without a bed"),
                                    _ ("Recommended target") };
  VbTargetEditor *target;

  gtk_widget_init_template (GTK_WIDGET (self));

  vb_occupancy_assumptions_set_page (self->assumptions, VB_PAGE (self));
  self->advice_table = VB_FIGURE_TABLE (vb_advice_row_new_table ());
  vb_card_set_child (self->advice_card, GTK_WIDGET (self->advice_table));
  g_signal_connect_object (self->advice_table, "selected", G_CALLBACK (on_advice_selected), self,
                           G_CONNECT_SWAPPED);

  target = vb_occupancy_assumptions_get_target (self->assumptions);
  for (guint i = 0; i < N_CARDS; i++)
    {
      self->cards[i] = vb_key_figure_new (names[i], captions[i]);
      vb_key_figure_row_append (self->figures, self->cards[i]);
    }
  vb_key_figure_row_set_selected (self->figures, FIGURE_RISK);
  gtk_widget_set_layout_manager (GTK_WIDGET (self->charts), vb_even_layout_new (12));
  g_signal_connect_object (self->need_chart, "point-drag-begin",
                           G_CALLBACK (vb_target_editor_begin), target, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->need_chart, "point-dragged", G_CALLBACK (on_point_dragged), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->need_chart, "point-drag-end", G_CALLBACK (vb_target_editor_end),
                           target, G_CONNECT_SWAPPED);
}
