/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-need-years-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-balance-figures.h"
#include "vb-card.h"
#include "vb-care-group-row.h"
#include "vb-chart.h"
#include "vb-document-decisions.h"
#include "vb-figure-table.h"
#include "vb-number.h"
#include "vb-page-explain.h"
#include "vb-page-frame.h"
#include "vb-plan-group.h"
#include "vb-planner-years.h"
#include "vb-reference-list.h"
#include "vb-scenario-outlook.h"
#include "vb-year-plots.h"
#include "vb-years-table.h"

typedef enum
{
  CARD_GAP,
  CARD_REFERENCE,
  CARD_MEDIUM_TERM,
  CARD_DEVIATION,
  N_CARDS
} Card;

struct _VbNeedYearsView
{
  AdwBin parent_instance;

  VbPage *page; /* that it stands in */

  VbPageFrame *frame;
  VbKeyFigureRow *figures;
  VbKeyFigure *cards[N_CARDS]; /* of the row */
  VbChart *plot;
  VbChart *deviation;
  VbCard *table_card;
  VbFigureTable *table;
  VbCareGroupRow *care_group_row;
  VbPlanGroup *plan_group;
  VbReferenceList *references;
  AdwComboRow *explain_row;
  VbSourceCard *source_card;

  GListModel *rows;  /* of VbYearRow; NULL = nothing computed yet */
  VbYearRow *shown;  /* of the rows: the one that the key figures tell of; NULL = none */
  char *figure;      /* that is explained */
  GArray *explained; /* of guint: which figures the row of figures offers */

  char *shown_of;  /* whose years are shown */
  gboolean chosen; /* the shown year was chosen here, and is not the session's */
  gboolean refreshing;
};

G_DEFINE_FINAL_TYPE (VbNeedYearsView, vb_need_years_view, ADW_TYPE_BIN)

/* What can be asked for, in the order that it is offered. */
static const struct
{
  const char *name;
  const char *label;
} figures[] = {
  { "gap_beds", N_ ("Gap") },
  { "gap_share", N_ ("Gap %") },
  { "need_beds", N_ ("Need of beds") },
  { "available_beds", N_ ("Available beds") },
  { "reference_beds", N_ ("Reference number") },
  { "gap_to_reference", N_ ("Gap to the reference number") },
  { "planned_gap", N_ ("Planned gap") },
  { "deviation", N_ ("Deviation from plan") },
  { "need_per_1000", N_ ("Need per 1,000 inhabitants") },
  { "available_per_1000", N_ ("Available beds per 1,000 inhabitants") },
  { "medium_term_need", N_ ("Need in five years") },
};

/* ---- what is shown --------------------------------------------------------------------------- */

static VbNeedTable *
get_table (VbNeedYearsView *self)
{
  return vb_planner_get_need (vb_page_get_planner (self->page), VB_GRAIN_YEAR);
}

static VbYearsOrder
get_order (VbNeedYearsView *self)
{
  VbSession *session = vb_page_get_session (self->page);
  VbYearsOrder order = { .unit = vb_session_get_unit (session),
                         .scenario = vb_session_get_scenario (session) };

  order.group = vb_page_choose_group (self->page, get_table (self), order.unit);
  vb_planner_find_plan (vb_page_get_planner (self->page), &order);
  return order;
}

/* A year that was chosen among other years is not chosen any more. */
static void
notice_whose (VbNeedYearsView *self)
{
  VbYearsOrder order = get_order (self);
  gint64 scenario = order.scenario != NULL ? vb_scenario_get_id (order.scenario) : 0;
  g_autofree char *whose =
      g_strdup_printf ("%" G_GINT64_FORMAT "/%d/%" G_GINT64_FORMAT, vb_unit_get_id (order.unit),
                       (int) order.group, scenario);

  if (g_strcmp0 (self->shown_of, whose) == 0)
    return;
  g_free (self->shown_of);
  self->shown_of = g_steal_pointer (&whose);
  self->chosen = FALSE;
}

/* The row of @year; GTK_INVALID_LIST_POSITION if there is none. */
static guint
find_row (VbNeedYearsView *self, int year)
{
  for (guint i = 0; self->rows != NULL && i < g_list_model_get_n_items (self->rows); i++)
    {
      g_autoptr (VbYearRow) row = g_list_model_get_item (self->rows, i);

      if (vb_year_row_get_figures (row)->year == year)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
show_row (VbNeedYearsView *self, guint index)
{
  g_clear_object (&self->shown);
  if (index != GTK_INVALID_LIST_POSITION)
    self->shown = g_list_model_get_item (self->rows, index);
}

/* The year chosen in the table; else that of the session's period where it has a gap; else the
 * latest whole one. */
static void
choose_row (VbNeedYearsView *self)
{
  VbPeriod period = vb_session_get_period (vb_page_get_session (self->page));
  int chosen =
      self->chosen && self->shown != NULL ? vb_year_row_get_figures (self->shown)->year : 0;
  g_autoptr (VbYearRow) latest = NULL;
  int year, month, day;
  guint index;

  vb_day_to_ymd (period.start, &year, &month, &day);
  index = find_row (self, chosen != 0 ? chosen : year);
  show_row (self, index);
  if (self->shown != NULL && (chosen != 0 || !isnan (vb_year_row_get_figures (self->shown)->gap)))
    return;

  self->chosen = FALSE;
  latest = vb_planner_find_latest_year (self->rows);
  show_row (self, latest != NULL ? find_row (self, vb_year_row_get_figures (latest)->year)
                                 : GTK_INVALID_LIST_POSITION);
}

/* ---- key figures ----------------------------------------------------------------------------- */

static void
set_caption (VbKeyFigure *card, const char *caption, int year)
{
  g_autofree char *text = g_strdup_printf ("%s %d", caption, year);

  vb_key_figure_set_caption (card, text);
}

static void
show_gap (VbNeedYearsView *self, const VbYearFigures *year)
{
  g_autofree char *gap = vb_number_format_key_signed (year->gap);
  g_autofree char *need = vb_number_format_key (year->need);
  g_autofree char *available = vb_number_format_key (year->capacity);
  /* Translators: two numbers of beds */
  g_autofree char *sub = g_strdup_printf (_ ("need %s, available %s"), need, available);

  set_caption (self->cards[CARD_GAP], _ ("Gap"), year->year);
  vb_key_figure_set (self->cards[CARD_GAP], gap, vb_balance_get_word (year->gap), sub);
}

static void
show_reference (VbNeedYearsView *self, const VbYearFigures *year)
{
  g_autofree char *value = vb_number_format_key (year->reference);
  g_autofree char *gap = vb_number_format_key_signed (year->gap_to_reference);
  g_autofree char *sub = NULL;

  if (isnan (year->reference))
    sub = g_strdup (_ ("none is decided"));
  else if (!isnan (year->gap_to_reference))
    /* Translators: available beds less the reference number, with its sign */
    sub = g_strdup_printf (_ ("gap to it %s"), gap);
  set_caption (self->cards[CARD_REFERENCE], _ ("Reference number"), year->year);
  vb_key_figure_set (self->cards[CARD_REFERENCE], isnan (year->reference) ? NULL : value, NULL,
                     sub);
}

static void
show_medium_term (VbNeedYearsView *self, const VbYearsOrder *order)
{
  VbMediumTerm term =
      vb_planner_get_medium_term (vb_page_get_planner (self->page), get_table (self), order, NULL);
  g_autofree char *value = vb_number_format_key (term.need);
  g_autofree char *change = vb_number_format_key_signed (term.need - term.from_need);
  g_autofree char *sub = NULL;

  if (isnan (term.need))
    sub = order->scenario != NULL ? g_strdup (_ ("the scenario does not reach as far"))
                                  : g_strdup (_ ("no projection of the population"));
  else if (!isnan (term.population_ratio))
    /* Translators: a year, a change in beds with its sign, a year */
    sub = g_strdup_printf (_ ("%d: %s since %d, the population alone"), term.year, change,
                           term.from_year);
  else
    /* Translators: a year, a change in beds with its sign, a year: "2030: −604 since 2024" */
    sub = g_strdup_printf (_ ("%d: %s since %d"), term.year, change, term.from_year);
  vb_key_figure_set (self->cards[CARD_MEDIUM_TERM], isnan (term.need) ? NULL : value, NULL, sub);
}

static const char *
get_deviation_word (double deviation)
{
  g_autofree char *shown = NULL;
  double typed;

  if (isnan (deviation))
    return NULL;
  shown = vb_number_format_key (deviation);
  if (vb_number_parse_typed (shown, &typed) && typed == 0.0)
    return _ ("as planned");
  return deviation < 0 ? C_ ("a plan", "behind") : C_ ("a plan", "ahead");
}

static char *
dup_planned_text (const VbYearsOrder *order, const VbYearFigures *year)
{
  g_autofree char *planned = vb_number_format_key_signed (year->planned_gap);

  if (order->plan == NULL && order->origin == VB_LINE_NONE)
    return g_strdup (_ ("no plan"));
  if (isnan (year->planned_gap))
    return g_strdup (_ ("nothing was planned"));
  if (year->basis == VB_YEAR_PARTIAL)
    /* Translators: %s is a gap in beds */
    return g_strdup_printf (_ ("planned gap %s, not a whole year yet"), planned);
  if (year->basis != VB_YEAR_OUTCOME)
    /* Translators: %s is a gap in beds */
    return g_strdup_printf (_ ("planned gap %s, no outcome yet"), planned);
  /* Translators: %s is a gap in beds */
  return g_strdup_printf (_ ("planned gap %s"), planned);
}

static void
show_deviation (VbNeedYearsView *self, const VbYearsOrder *order, const VbYearFigures *year)
{
  g_autofree char *value = vb_number_format_key_signed (year->deviation);
  g_autofree char *sub = dup_planned_text (order, year);

  set_caption (self->cards[CARD_DEVIATION], _ ("Deviation"), year->year);
  vb_key_figure_set (self->cards[CARD_DEVIATION], isnan (year->deviation) ? NULL : value,
                     get_deviation_word (year->deviation), sub);
}

static void
show_key_figures (VbNeedYearsView *self, const VbYearsOrder *order)
{
  if (self->shown == NULL)
    {
      for (guint i = 0; i < N_CARDS; i++)
        vb_key_figure_set (self->cards[i], NULL, NULL, NULL);
      return;
    }

  show_gap (self, vb_year_row_get_figures (self->shown));
  show_reference (self, vb_year_row_get_figures (self->shown));
  show_medium_term (self, order);
  show_deviation (self, order, vb_year_row_get_figures (self->shown));
}

/* ---- where does this come from? -------------------------------------------------------------- */

static VbExplanation *
explain (VbNeedYearsView *self, const VbYearsOrder *order, const char *figure)
{
  VbPlanner *planner = vb_page_get_planner (self->page);

  if (get_table (self) == NULL || self->shown == NULL)
    return NULL;
  if (g_strcmp0 (figure, "medium_term_need") == 0)
    return vb_planner_explain_medium_term (planner, get_table (self), order);
  return vb_planner_explain_year (planner, get_table (self), order, self->shown, figure);
}

static void
show_explanation (VbNeedYearsView *self)
{
  VbYearsOrder order = get_order (self);
  g_autoptr (VbExplanation) explanation = explain (self, &order, self->figure);

  vb_page_show_explanation (self->source_card, explanation);
}

/* Offers the figures that the year has. */
static void
show_explainable (VbNeedYearsView *self, const VbYearsOrder *order)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  g_array_set_size (self->explained, 0);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (VbExplanation) explanation = explain (self, order, figures[i].name);

      if (explanation == NULL)
        continue;
      if (g_strcmp0 (figures[i].name, self->figure) == 0)
        selected = self->explained->len;
      g_array_append_val (self->explained, i);
      gtk_string_list_append (labels, _ (figures[i].label));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->explain_row), self->explained->len > 0);
  adw_combo_row_set_model (self->explain_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->explain_row, selected);
}

/* ---- refreshing ------------------------------------------------------------------------------ */

static void
show_charts (VbNeedYearsView *self, const VbYearsOrder *order)
{
  g_autoptr (VbDrawing) plot = vb_year_plot_new (order->unit, order->group, self->rows);
  gboolean planned = vb_year_plots_have_plan (self->rows);

  vb_chart_set_drawing (self->plot, plot);
  gtk_widget_set_visible (GTK_WIDGET (self->deviation), planned);
  if (planned)
    {
      g_autoptr (VbDrawing) deviation =
          vb_year_deviation_plot_new (order->unit, order->group, self->rows);

      vb_chart_set_drawing (self->deviation, deviation);
    }
}

/* A scenario that says nothing of the unit is not passed over in silence. */
static void
show_subtitle (VbNeedYearsView *self, const VbYearsOrder *order)
{
  g_autofree char *text = NULL;
  const char *name;

  if (order->scenario != NULL)
    {
      name = vb_bilingual_get (&vb_scenario_get_facts (order->scenario)->name);
      switch (vb_scenario_outlook_get_reach (order->scenario, order->unit, order->group))
        {
        case VB_SCENARIO_REACH_NONE:
          /* Translators: the name of a scenario */
          text = g_strdup_printf (_ ("“%s” says nothing of this care: today’s figures"), name);
          break;
        case VB_SCENARIO_REACH_PART:
          text = g_strdup_printf (_ ("what comes after follows “%s” in proportion"), name);
          break;
        case VB_SCENARIO_REACH_OWN:
        default:
          text = g_strdup_printf (_ ("what comes after is “%s”"), name);
        }
    }
  vb_card_set_subtitle (self->table_card, text);
}

static void
show_rows (VbNeedYearsView *self)
{
  VbYearsOrder order = get_order (self);

  choose_row (self);
  show_key_figures (self, &order);
  vb_figure_table_set_rows (self->table, self->rows);
  vb_figure_table_select (self->table, self->shown != NULL ? find_row (
                                           self, vb_year_row_get_figures (self->shown)->year)
                                                           : GTK_INVALID_LIST_POSITION);
  show_explainable (self, &order);
  show_explanation (self);
}

void
vb_need_years_view_refresh (VbNeedYearsView *self)
{
  VbNeedTable *table = get_table (self);
  g_autoptr (GError) error = NULL;
  VbYearsOrder order;

  if (table == NULL)
    return;

  notice_whose (self);
  order = get_order (self);
  g_clear_object (&self->rows);
  self->rows = vb_planner_get_years (vb_page_get_planner (self->page), table, &order, &error);
  if (self->rows == NULL)
    {
      /* A scenario whose levers cannot be: the page that edits them says so. */
      g_debug ("No years: %s", error->message);
      order.scenario = NULL;
      self->rows = vb_planner_get_years (vb_page_get_planner (self->page), table, &order, NULL);
    }

  self->refreshing = TRUE;
  vb_care_group_row_show (self->care_group_row, vb_page_get_session (self->page),
                          vb_need_table_get_groups (table, vb_unit_get_id (order.unit)),
                          order.group);
  vb_plan_group_show (self->plan_group, &order,
                      vb_planner_suggest_line (table, order.unit, order.group).from_year != 0);
  vb_reference_list_show (self->references, self->page, table, order.unit, order.group);
  show_charts (self, &order);
  show_subtitle (self, &order);
  show_rows (self);
  self->refreshing = FALSE;
}

/* ---- what the reader does -------------------------------------------------------------------- */

static void
set_figure (VbNeedYearsView *self, const char *figure)
{
  if (g_strcmp0 (self->figure, figure) == 0)
    return;
  g_free (self->figure);
  self->figure = g_strdup (figure);
}

static void
on_selected_figure (VbNeedYearsView *self)
{
  const char *figure = vb_key_figure_row_get_selected (self->figures);
  VbYearsOrder order;

  if (self->refreshing || figure == NULL || self->rows == NULL)
    return;
  set_figure (self, figure);
  order = get_order (self);
  self->refreshing = TRUE;
  show_explainable (self, &order);
  self->refreshing = FALSE;
  show_explanation (self);
}

static void
on_explain_selected (VbNeedYearsView *self)
{
  guint selected = adw_combo_row_get_selected (self->explain_row);

  if (self->refreshing || selected >= self->explained->len)
    return;
  set_figure (self, figures[g_array_index (self->explained, guint, selected)].name);
  self->refreshing = TRUE;
  vb_key_figure_row_set_selected (self->figures, self->figure);
  self->refreshing = FALSE;
  show_explanation (self);
}

static void
choose_year (VbNeedYearsView *self, guint index)
{
  show_row (self, index);
  self->chosen = TRUE;
  self->refreshing = TRUE;
  show_rows (self);
  self->refreshing = FALSE;
}

static void
on_row_selected (VbNeedYearsView *self)
{
  VbYearRow *row = vb_figure_table_get_selected (self->table);

  if (!self->refreshing && row != NULL)
    choose_year (self, find_row (self, vb_year_row_get_figures (row)->year));
}

static void
on_point_activated (VbNeedYearsView *self, guint column, guint row)
{
  if (self->rows != NULL && column < g_list_model_get_n_items (self->rows))
    choose_year (self, column);
}

/* @line NULL: none, or the nation's again. */
static void
set_line (VbNeedYearsView *self, const VbGapLine *line)
{
  VbYearsOrder order = get_order (self);
  g_autoptr (GError) error = NULL;

  if (!vb_document_set_gap_line (vb_page_get_document (self->page), vb_unit_get_id (order.unit),
                                 order.group, line, &error))
    vb_page_report_error (self->page, error);
}

static void
on_line_changed (VbNeedYearsView *self)
{
  VbGapLine line = vb_plan_group_get_line (self->plan_group);

  set_line (self, &line);
}

static void
on_line_drawn (VbNeedYearsView *self)
{
  VbYearsOrder order = get_order (self);
  VbGapLine line = vb_planner_suggest_line (get_table (self), order.unit, order.group);

  set_line (self, &line);
}

static void
on_line_reset (VbNeedYearsView *self)
{
  set_line (self, NULL);
}

static void
on_period_changed (VbNeedYearsView *self)
{
  self->chosen = FALSE;
}

static void
on_copy_clicked (VbNeedYearsView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->table), "table.copy", NULL);
  vb_page_add_toast (self->page, adw_toast_new (_ ("The table was copied")));
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_need_years_view_dispose (GObject *object)
{
  VbNeedYearsView *self = VB_NEED_YEARS_VIEW (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->shown);

  G_OBJECT_CLASS (vb_need_years_view_parent_class)->dispose (object);
}

static void
vb_need_years_view_finalize (GObject *object)
{
  VbNeedYearsView *self = VB_NEED_YEARS_VIEW (object);

  g_free (self->figure);
  g_free (self->shown_of);
  g_array_unref (self->explained);

  G_OBJECT_CLASS (vb_need_years_view_parent_class)->finalize (object);
}

static void
vb_need_years_view_class_init (VbNeedYearsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vb_need_years_view_dispose;
  object_class->finalize = vb_need_years_view_finalize;

  g_type_ensure (VB_TYPE_CARD);
  g_type_ensure (VB_TYPE_CARE_GROUP_ROW);
  g_type_ensure (VB_TYPE_CHART);
  g_type_ensure (VB_TYPE_KEY_FIGURE_ROW);
  g_type_ensure (VB_TYPE_PAGE_FRAME);
  g_type_ensure (VB_TYPE_PLAN_GROUP);
  g_type_ensure (VB_TYPE_REFERENCE_LIST);
  g_type_ensure (VB_TYPE_SOURCE_CARD);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/need/vb-need-years-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VbNeedYearsView, frame);
  gtk_widget_class_bind_template_child (widget_class, VbNeedYearsView, figures);
  gtk_widget_class_bind_template_child (widget_class, VbNeedYearsView, plot);
  gtk_widget_class_bind_template_child (widget_class, VbNeedYearsView, deviation);
  gtk_widget_class_bind_template_child (widget_class, VbNeedYearsView, table_card);
  gtk_widget_class_bind_template_child (widget_class, VbNeedYearsView, care_group_row);
  gtk_widget_class_bind_template_child (widget_class, VbNeedYearsView, plan_group);
  gtk_widget_class_bind_template_child (widget_class, VbNeedYearsView, references);
  gtk_widget_class_bind_template_child (widget_class, VbNeedYearsView, explain_row);
  gtk_widget_class_bind_template_child (widget_class, VbNeedYearsView, source_card);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_explain_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_line_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_line_drawn);
  gtk_widget_class_bind_template_callback (widget_class, on_line_reset);
  gtk_widget_class_bind_template_callback (widget_class, on_point_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_figure);
}

static void
vb_need_years_view_init (VbNeedYearsView *self)
{
  static const char *const names[N_CARDS] = { "gap_beds", "reference_beds", "medium_term_need",
                                              "deviation" };
  const char *captions[N_CARDS] = { _ ("Gap"), _ ("Reference number"), _ ("Need in five years"),
                                    _ ("Deviation") };

  self->explained = g_array_new (FALSE, FALSE, sizeof (guint));
  self->figure = g_strdup (names[CARD_GAP]);
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < N_CARDS; i++)
    {
      self->cards[i] = vb_key_figure_new (names[i], captions[i]);
      vb_key_figure_row_append (self->figures, self->cards[i]);
    }
  vb_key_figure_row_set_selected (self->figures, self->figure);
  self->table = VB_FIGURE_TABLE (vb_years_table_new ());
  vb_card_set_child (self->table_card, GTK_WIDGET (self->table));
  g_signal_connect_object (self->table, "selected", G_CALLBACK (on_row_selected), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
vb_need_years_view_new (VbPage *page)
{
  VbNeedYearsView *self = g_object_new (VB_TYPE_NEED_YEARS_VIEW, NULL);

  self->page = page;
  g_signal_connect_object (vb_page_get_session (page), "period-changed",
                           G_CALLBACK (on_period_changed), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
