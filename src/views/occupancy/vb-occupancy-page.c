/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-occupancy-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-assumption-row.h"
#include "vb-card.h"
#include "vb-care-group-row.h"
#include "vb-chart.h"
#include "vb-empty-state.h"
#include "vb-even-layout.h"
#include "vb-key-figure-row.h"
#include "vb-number.h"
#include "vb-occupancy-plot.h"
#include "vb-page-explain.h"
#include "vb-page-frame.h"
#include "vb-pool-row.h"
#include "vb-pooling-table.h"
#include "vb-target-editor.h"

/* How far the risk curve reaches either side of the mean census, in standard deviations of a
 * Poisson census (√mean): beyond, the risk is 1 or 0 to the eye. */
#define RISK_REACH 3.5
#define DAYS_OF_YEAR 365.0

typedef enum
{
  CARD_CENSUS,
  CARD_AVAILABLE,
  CARD_RISK,
  CARD_TARGET,
  N_CARDS
} Card;

/* Names of the cards' figures. The planner explains the mean of patients as their bed days. */
#define FIGURE_CENSUS "mean_census"
#define FIGURE_RISK "risk"
#define FIGURE_TARGET "recommended_target"

struct _VbOccupancyPage
{
  VbPage parent_instance;

  VbPageFrame *frame;
  VbKeyFigureRow *figures;
  VbKeyFigure *cards[N_CARDS]; /* of the row */
  GtkBox *charts;
  VbChart *need_chart;
  VbChart *risk_chart;
  VbPoolingTable *pooling_table;
  VbCareGroupRow *care_group_row;
  VbAssumptionRow *target_row;
  VbAssumptionRow *risk_row;
  VbAssumptionRow *variation_row;
  VbPoolRow *pool_row;
  AdwPreferencesGroup *reason_group;
  GtkLabel *reason;
  VbSourceCard *source_card;

  VbTargetEditor *target;
  VbOccupancyRow *assessed; /* the unit's row; NULL while there is none */
};

G_DEFINE_FINAL_TYPE (VbOccupancyPage, vb_occupancy_page, VB_TYPE_PAGE)

static char *
format_risk (double risk)
{
  return vb_number_format_percent (risk, risk < 0.0095 ? 1 : 0);
}

/* ---- what is shown --------------------------------------------------------------------------- */

static void
show_cards (VbOccupancyPage *self, VbUnit *unit, VbCareGroup group, VbPeriod period)
{
  const VbOccupancyFigures *figures = vb_occupancy_row_get_figures (self->assessed);
  g_autofree char *census = vb_number_format_key (figures->mean_census);
  g_autofree char *when = vb_period_format (period, FALSE);
  g_autofree char *census_sub = g_strdup_printf (
      "%s, %s",
      group != VB_CARE_GROUP_NONE ? vb_care_group_get_label (group) : vb_unit_get_name (unit),
      when);
  g_autofree char *available = vb_number_format_key (figures->available_beds);
  g_autofree char *occupancy = vb_number_format_percent (figures->occupancy, 1);
  g_autofree char *available_sub = g_strdup_printf (_ ("occupancy %s"), occupancy);
  g_autofree char *risk = format_risk (figures->risk);
  g_autofree char *days = vb_number_format (figures->risk * DAYS_OF_YEAR, 0);
  g_autofree char *risk_sub = g_strdup_printf (_ ("%s days a year"), days);
  g_autofree char *target = vb_number_format_percent (figures->recommended_target, 0);
  g_autofree char *beds = vb_number_format (figures->beds_needed, 0);
  g_autofree char *accepted = format_risk (vb_assumption_row_get_value (self->risk_row));
  /* Translators: a number of beds and a share: "30 beds at ≤ 10% risk" */
  g_autofree char *target_sub = g_strdup_printf (_ ("%s beds at ≤ %s risk"), beds, accepted);

  vb_key_figure_set (self->cards[CARD_CENSUS], census, NULL, census_sub);
  vb_key_figure_set (self->cards[CARD_AVAILABLE], available, NULL,
                     isnan (figures->occupancy) ? NULL : available_sub);
  vb_key_figure_set (self->cards[CARD_RISK], risk, NULL, isnan (figures->risk) ? NULL : risk_sub);
  vb_key_figure_set (self->cards[CARD_TARGET], target, NULL,
                     isnan (figures->beds_needed) ? NULL : target_sub);
}

static void
show_need_chart (VbOccupancyPage *self, double target)
{
  const VbOccupancyFigures *figures = vb_occupancy_row_get_figures (self->assessed);
  g_autoptr (VbDrawing) plot =
      vb_occupancy_plot_new (figures->mean_census, target, figures->available_beds);

  vb_chart_set_drawing (self->need_chart, plot);
}

static void
show_risk_chart (VbOccupancyPage *self)
{
  const VbOccupancyFigures *figures = vb_occupancy_row_get_figures (self->assessed);
  double mean = figures->mean_census;
  double reach = RISK_REACH * sqrt (MAX (mean, 1.0));
  double variation = vb_assumption_row_get_value (self->variation_row);
  guint from, to, n, n_places = 0;
  g_autofree VbCurvePoint *points = NULL;
  g_autofree double *beds = NULL;
  g_autofree double *risk = NULL;
  g_autoptr (VbDrawing) plot = NULL;
  double marked[2];

  if (isnan (mean))
    {
      plot = vb_risk_plot_new (mean, NULL, NULL, 0, NULL, 0);
      vb_chart_set_drawing (self->risk_chart, plot);
      return;
    }

  from = (guint) MAX (floor (mean - 0.4 * reach), 0.0);
  to = (guint) ceil (mean + reach);
  /* The two numbers that the page is about must be on the curve. */
  if (!isnan (figures->available_beds))
    {
      from = MIN (from, (guint) floor (figures->available_beds));
      to = MAX (to, (guint) ceil (figures->available_beds));
    }
  n = to - from + 1;
  points = vb_planner_trace_risk (mean, variation, from, to);
  beds = g_new (double, n + 1);
  risk = g_new (double, n + 1);
  for (guint i = 0, next = 0; i < n; i++)
    {
      /* The mean of available beds is seldom whole: it gets a place of its own on the curve. */
      if (next == i && points[i].x > figures->available_beds)
        {
          beds[next] = figures->available_beds;
          risk[next++] = figures->risk;
        }
      beds[next] = points[i].x;
      risk[next++] = points[i].y;
      n_places = next;
    }
  marked[0] = figures->available_beds;
  marked[1] = figures->beds_needed;
  plot = vb_risk_plot_new (mean, beds, risk, n_places, marked,
                           marked[0] == marked[1] ? 1 : G_N_ELEMENTS (marked));
  vb_chart_set_drawing (self->risk_chart, plot);
}

/* In words what the pool's row says: small units need a lower target. */
static void
show_reason (VbOccupancyPage *self, VbOccupancyRow *pool)
{
  const VbOccupancyFigures *alone = vb_occupancy_row_get_figures (self->assessed);
  const VbOccupancyFigures *together = vb_occupancy_row_get_figures (pool);
  g_autofree char *census = vb_number_format_key (alone->mean_census);
  g_autofree char *target = vb_number_format_percent (alone->recommended_target, 0);
  g_autofree char *accepted = format_risk (vb_assumption_row_get_value (self->risk_row));
  g_autofree char *pooled_census = vb_number_format_key (together->mean_census);
  g_autofree char *pooled_target = vb_number_format_percent (together->recommended_target, 0);
  g_autofree char *text = NULL;

  if (isnan (alone->recommended_target) || isnan (together->recommended_target)
      || together->mean_census <= alone->mean_census)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->reason_group), FALSE);
      return;
    }

  text = g_strdup_printf (
      _ ("With %s patients on average, chance alone fills the beds: to keep the risk at %s at "
         "most, the target can be no higher than %s. %s patients in shared beds even each other "
         "out, and allow %s. Small units need a lower target."),
      census, accepted, target, pooled_census, pooled_target);
  gtk_label_set_label (self->reason, text);
  gtk_widget_set_visible (GTK_WIDGET (self->reason_group), TRUE);
}

static void
show_pooling (VbOccupancyPage *self)
{
  VbPage *page = VB_PAGE (self);
  double max_risk = vb_assumption_row_get_value (self->risk_row);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) rows = vb_planner_pool_occupancy (
      vb_page_get_planner (page), vb_pool_row_get_units (self->pool_row),
      vb_session_get_period (vb_page_get_session (page)),
      vb_assumption_row_get_value (self->variation_row), max_risk, &error);
  g_autoptr (VbOccupancyRow) pool = NULL;

  vb_pooling_table_show (self->pooling_table, rows, max_risk);
  if (rows != NULL)
    pool = g_list_model_get_item (rows, g_list_model_get_n_items (rows) - 1);
  if (pool != NULL)
    show_reason (self, pool);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->reason_group), FALSE);
}

/* Where the page's own two figures come from. */
static void
explain_risk (VbOccupancyPage *self, gboolean target)
{
  const VbOccupancyFigures *figures = vb_occupancy_row_get_figures (self->assessed);
  g_autofree char *mean = vb_number_format_key (figures->mean_census);
  g_autofree char *beds =
      vb_number_format_key (target ? figures->beds_needed : figures->available_beds);
  g_autofree char *risk = format_risk (figures->risk);
  g_autofree char *share = vb_number_format_percent (figures->recommended_target, 0);
  g_autofree char *variation =
      vb_number_format (vb_assumption_row_get_value (self->variation_row), 1);
  g_autofree char *title = g_strdup_printf (_ ("Where does %s come from?"), target ? share : risk);
  g_autofree char *numbers = target ? g_strdup_printf ("%s ÷ %s = %s", mean, beds, share)
                                    : g_strdup_printf ("P(N > %s) = %s", beds, risk);

  vb_source_card_set_title (self->source_card, title);
  vb_source_card_set_formula (
      self->source_card,
      target ? _ ("Recommended target = mean patients ÷ the fewest beds that keep the risk")
             : _ ("Risk = P(N > beds), a patient without a bed; N is the patients of a day"));
  vb_source_card_set_numbers (self->source_card, numbers);
  vb_source_card_set_note (self->source_card,
                           _ ("N varies by chance around its mean: as a Poisson census when the "
                              "variation is 1, less or more otherwise."));
  vb_source_card_clear_inputs (self->source_card);
  vb_source_card_add_input (self->source_card, mean, _ ("mean patients"), NULL,
                            VB_PROVENANCE_COMPUTED);
  vb_source_card_add_input (self->source_card, beds, target ? _ ("beds") : _ ("available beds"),
                            NULL, VB_PROVENANCE_COMPUTED);
  vb_source_card_add_input (self->source_card, variation, _ ("variation"), _ ("assumption"),
                            VB_PROVENANCE_COMPUTED);
  gtk_widget_set_visible (GTK_WIDGET (self->source_card), TRUE);
}

static void
explain (VbOccupancyPage *self)
{
  VbPage *page = VB_PAGE (self);
  const char *figure = vb_key_figure_row_get_selected (self->figures);
  gboolean target = g_strcmp0 (figure, FIGURE_TARGET) == 0;
  gboolean own = target || g_strcmp0 (figure, FIGURE_RISK) == 0;
  const VbOccupancyFigures *figures =
      self->assessed != NULL ? vb_occupancy_row_get_figures (self->assessed) : NULL;

  if (own && figures != NULL && !isnan (target ? figures->recommended_target : figures->risk))
    explain_risk (self, target);
  else if (own)
    /* What the page's own figures lack is lacking for the census. */
    vb_page_explain (page, self->source_card, vb_session_get_unit (vb_page_get_session (page)),
                     "bed_days");
  else
    vb_page_explain (page, self->source_card, vb_session_get_unit (vb_page_get_session (page)),
                     g_strcmp0 (figure, FIGURE_CENSUS) == 0 ? "bed_days" : figure);
}

/* What depends on the page's assumptions; the target is the document's. */
static void
assess (VbOccupancyPage *self)
{
  VbPage *page = VB_PAGE (self);
  VbSession *session = vb_page_get_session (page);
  VbPlanner *planner = vb_page_get_planner (page);
  VbUnit *unit = vb_session_get_unit (session);
  VbPeriod period = vb_session_get_period (session);
  VbCareGroup group;
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->assessed);
  if (unit == NULL)
    return;

  group = vb_page_choose_group (page, vb_planner_get_need (planner, period.grain), unit);
  self->assessed = vb_planner_assess_occupancy (
      planner, unit, group, period, vb_assumption_row_get_value (self->variation_row),
      vb_assumption_row_get_value (self->risk_row), &error);
  if (self->assessed == NULL)
    {
      vb_page_report_error (page, error);
      return;
    }

  show_cards (self, unit, group, period);
  show_need_chart (self, vb_target_editor_get_value (self->target));
  show_risk_chart (self);
  show_pooling (self);
  explain (self);
}

static void
vb_occupancy_page_refresh (VbPage *page)
{
  VbOccupancyPage *self = VB_OCCUPANCY_PAGE (page);
  VbSession *session = vb_page_get_session (page);
  VbUnit *unit = vb_session_get_unit (session);
  VbPeriod period = vb_session_get_period (session);
  gboolean empty =
      unit == NULL || !vb_document_get_extent (vb_page_get_document (page), NULL, NULL);
  VbNeedTable *table;
  VbCareGroup group;

  vb_page_frame_set_empty (self->frame, empty);
  if (empty)
    return;

  table = vb_planner_get_need (vb_page_get_planner (page), period.grain);
  group = vb_page_choose_group (page, table, unit);
  if (table != NULL)
    vb_care_group_row_show (self->care_group_row, session,
                            vb_need_table_get_groups (table, vb_unit_get_id (unit)), group);
  vb_target_editor_show (self->target, vb_page_get_document (page), unit, group, period.start);
  vb_pool_row_show (self->pool_row, unit, group);
  assess (self);
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
            "one: more patients than beds, P(N > b). A small ward needs a lower target than a "
            "large one for the same risk.");
}

/* ---- what the reader does -------------------------------------------------------------------- */

static void
on_point_dragged (VbOccupancyPage *self, double value)
{
  /* The chart answers at once; the document's answer comes with the next refresh. */
  show_need_chart (self, value);
  vb_target_editor_change (self->target, value);
}

static void
on_assumption_changed (VbOccupancyPage *self)
{
  assess (self);
}

static void
on_pool_changed (VbOccupancyPage *self)
{
  show_pooling (self);
}

static void
on_error (VbOccupancyPage *self, const GError *error)
{
  vb_page_report_error (VB_PAGE (self), error);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_occupancy_page_dispose (GObject *object)
{
  g_clear_object (&VB_OCCUPANCY_PAGE (object)->assessed);
  g_clear_object (&VB_OCCUPANCY_PAGE (object)->target);

  G_OBJECT_CLASS (vb_occupancy_page_parent_class)->dispose (object);
}

static void
vb_occupancy_page_class_init (VbOccupancyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  VbPageClass *page_class = VB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_occupancy_page_dispose;
  page_class->refresh = vb_occupancy_page_refresh;
  page_class->get_help_term = vb_occupancy_page_get_help_term;
  page_class->get_help_text = vb_occupancy_page_get_help_text;

  g_type_ensure (VB_TYPE_ASSUMPTION_ROW);
  g_type_ensure (VB_TYPE_CARD);
  g_type_ensure (VB_TYPE_CARE_GROUP_ROW);
  g_type_ensure (VB_TYPE_CHART);
  g_type_ensure (VB_TYPE_EMPTY_STATE);
  g_type_ensure (VB_TYPE_KEY_FIGURE_ROW);
  g_type_ensure (VB_TYPE_PAGE_FRAME);
  g_type_ensure (VB_TYPE_POOLING_TABLE);
  g_type_ensure (VB_TYPE_POOL_ROW);
  g_type_ensure (VB_TYPE_SOURCE_CARD);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/occupancy/vb-occupancy-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, frame);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, figures);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, charts);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, need_chart);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, risk_chart);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, pooling_table);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, care_group_row);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, target_row);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, risk_row);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, variation_row);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, pool_row);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, reason_group);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, reason);
  gtk_widget_class_bind_template_child (widget_class, VbOccupancyPage, source_card);
  gtk_widget_class_bind_template_callback (widget_class, on_assumption_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_pool_changed);
}

static void
vb_occupancy_page_init (VbOccupancyPage *self)
{
  const char *names[N_CARDS] = { FIGURE_CENSUS, "available_beds", FIGURE_RISK, FIGURE_TARGET };
  const char *captions[N_CARDS] = { _ ("Mean patients"), _ ("Available beds"),
                                    _ ("Risk of a patient without a bed"),
                                    _ ("Recommended target") };

  gtk_widget_init_template (GTK_WIDGET (self));

  self->target = vb_target_editor_new (self->target_row);
  g_signal_connect_object (self->target, "error", G_CALLBACK (on_error), self, G_CONNECT_SWAPPED);

  for (guint i = 0; i < N_CARDS; i++)
    {
      self->cards[i] = vb_key_figure_new (names[i], captions[i]);
      vb_key_figure_row_append (self->figures, self->cards[i]);
    }
  vb_key_figure_row_set_selected (self->figures, FIGURE_RISK);
  gtk_widget_set_layout_manager (GTK_WIDGET (self->charts), vb_even_layout_new (12));
  g_signal_connect_object (self->figures, "notify::selected", G_CALLBACK (explain), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->need_chart, "point-drag-begin",
                           G_CALLBACK (vb_target_editor_begin), self->target, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->need_chart, "point-dragged", G_CALLBACK (on_point_dragged), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->need_chart, "point-drag-end", G_CALLBACK (vb_target_editor_end),
                           self->target, G_CONNECT_SWAPPED);
}
