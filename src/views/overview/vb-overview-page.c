/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-overview-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-attention-row.h"
#include "vb-balance-figures.h"
#include "vb-card.h"
#include "vb-care-group-row.h"
#include "vb-cell-map.h"
#include "vb-chart.h"
#include "vb-empty-state.h"
#include "vb-even-layout.h"
#include "vb-page-explain.h"
#include "vb-levels-grid.h"
#include "vb-need-plot.h"
#include "vb-number.h"
#include "vb-page-frame.h"
#include "vb-planner-years.h"

/* More than these nobody attends to on a Monday morning; each page shows the rest. */
#define ATTENTION_SHOWN 7
#define MONTHS_OF_YEAR 12
/* As other pages of this level: five years either side. */
#define YEARS_ASIDE 5

struct _VbOverviewPage
{
  VbPage parent_instance;

  VbPageFrame *frame;
  VbBalanceFigures *figures;
  GtkBox *top;
  VbChart *balance;
  VbCard *levels_card;
  VbLevelsGrid *levels;
  GtkLabel *summary;
  VbChart *map;
  AdwPreferencesGroup *care_group;
  VbCareGroupRow *care_group_row;
  GtkListBox *attention;
  GtkLabel *nothing; /* in the place of that */
  VbSourceCard *source_card;

  VbUnit *attended;        /* whose attention list is shown */
  gboolean under_scenario; /* the strategic level is the scenario's */
  VbGrain map_grain;       /* of the map's columns */
};

G_DEFINE_FINAL_TYPE (VbOverviewPage, vb_overview_page, VB_TYPE_PAGE)

static void
explain (VbOverviewPage *self)
{
  VbPage *page = VB_PAGE (self);

  vb_page_explain (page, self->source_card, vb_session_get_unit (vb_page_get_session (page)),
                   vb_balance_figures_get_selected (self->figures));
}

/* The months of the map: the year that holds the session's period. */
static guint
find_year (VbNeedTable *months, VbPeriod period, guint *n_months)
{
  VbDay start = vb_grain_floor (VB_GRAIN_YEAR, period.start);
  int n = (int) vb_need_table_get_n_periods (months);
  int first, end;

  *n_months = 0;
  if (n == 0)
    return 0;

  first = vb_grain_distance (VB_GRAIN_MONTH, vb_need_table_get_period (months, 0).start, start);
  end = MIN (first + MONTHS_OF_YEAR, n);
  first = MAX (first, 0);
  if (end > first)
    *n_months = (guint) (end - first);
  return (guint) first;
}

/* The month when most beds are missing, in a sentence. */
static void
show_summary (VbOverviewPage *self,
              VbNeedTable *months,
              VbUnit *unit,
              VbCareGroup group,
              guint first,
              guint n_months)
{
  double worst = 0.0;
  guint worst_index = 0;
  gboolean known = FALSE;
  g_autofree char *text = NULL;

  for (guint i = first; i < first + n_months; i++)
    {
      const VbNeedFigures *figures = vb_need_table_get (months, vb_unit_get_id (unit), group, i);

      known = known || (figures != NULL && !isnan (figures->gap_beds));
      if (figures != NULL && figures->gap_beds < worst)
        {
          worst = figures->gap_beds;
          worst_index = i;
        }
    }

  if (worst < 0.0)
    {
      g_autofree char *beds = vb_number_format_key (-worst);
      g_autofree char *month =
          vb_period_format (vb_need_table_get_period (months, worst_index), FALSE);

      /* Translators: "Most beds are missing in Jul 2026: 57." */
      text = g_strdup_printf (_ ("Most beds are missing in %s: %s."), month, beds);
    }
  else if (known)
    text = g_strdup (_ ("No month of the year has a shortage."));
  gtk_widget_set_visible (GTK_WIDGET (self->summary), text != NULL);
  gtk_label_set_label (self->summary, text != NULL ? text : "");
}

/* Of a unit that reports by the year, the years around @period. FALSE when there are none. */
static gboolean
show_years (VbOverviewPage *self, VbUnit *unit, VbPeriod period)
{
  VbScenario *scenario = vb_session_get_scenario (vb_page_get_session (VB_PAGE (self)));
  g_autoptr (VbNeedTable) years =
      vb_planner_dup_need (vb_page_get_planner (VB_PAGE (self)), VB_GRAIN_YEAR, scenario);
  int n = years != NULL ? (int) vb_need_table_get_n_periods (years) : 0;
  g_autoptr (VbDrawing) map = NULL;
  int first, end;

  if (n == 0)
    return FALSE;
  first = vb_grain_distance (VB_GRAIN_YEAR, vb_need_table_get_period (years, 0).start,
                             vb_grain_floor (VB_GRAIN_YEAR, period.start));
  end = CLAMP (first + YEARS_ASIDE + 1, 0, n);
  first = CLAMP (first - YEARS_ASIDE, 0, end);
  if (!vb_need_map_has_figures (years, unit, (guint) first, (guint) (end - first)))
    return FALSE;
  map = vb_need_map_new (years, unit, (guint) first, (guint) (end - first));
  self->map_grain = VB_GRAIN_YEAR;
  vb_chart_set_drawing (self->map, map);
  return TRUE;
}

static void
show_map (VbOverviewPage *self, VbUnit *unit, VbPeriod period)
{
  VbNeedTable *months = vb_planner_get_need (vb_page_get_planner (VB_PAGE (self)), VB_GRAIN_MONTH);
  guint first, n_months;
  gboolean by_month, by_year;

  if (months == NULL)
    return;

  first = find_year (months, period, &n_months);
  by_month = vb_need_map_has_figures (months, unit, first, n_months);
  by_year = !by_month && show_years (self, unit, period);
  gtk_label_set_label (
      self->nothing,
      by_month || by_year
          ? _ ("Nothing stands out: no lasting shortage, and no unit has stopped reporting.")
          : _ ("Nothing can be told: need and available beds are not known here."));
  if (!by_year)
    {
      g_autoptr (VbDrawing) map = vb_need_map_new (months, unit, first, n_months);

      self->map_grain = VB_GRAIN_MONTH;
      vb_chart_set_drawing (self->map, map);
    }
  show_summary (self, months, unit, vb_page_choose_group (VB_PAGE (self), months, unit), first,
                n_months);
}

static void
show_attention (VbOverviewPage *self, VbUnit *unit)
{
  g_autoptr (GListModel) list = NULL;
  g_autoptr (GtkSliceListModel) slice = NULL;

  if (self->attended == unit)
    return;

  g_set_object (&self->attended, unit);
  list = vb_planner_get_attention (vb_page_get_planner (VB_PAGE (self)), unit);
  slice = gtk_slice_list_model_new (g_steal_pointer (&list), 0, ATTENTION_SHOWN);
  gtk_list_box_bind_model (self->attention, G_LIST_MODEL (slice), vb_attention_row_new, NULL, NULL);
}

static void
show_levels (VbOverviewPage *self, VbUnit *unit, VbCareGroup group, VbPeriod period)
{
  VbScenario *scenario = vb_session_get_scenario (vb_page_get_session (VB_PAGE (self)));
  VbPlanner *planner = vb_page_get_planner (VB_PAGE (self));
  const char *name =
      scenario != NULL ? vb_bilingual_get (&vb_scenario_get_facts (scenario)->name) : NULL;
  const char *care =
      group != VB_CARE_GROUP_NONE ? vb_care_group_get_label (group) : _ ("All care, as reported");
  VbLevelBalance levels[VB_N_LEVELS];
  g_autofree char *subtitle = NULL;

  vb_planner_get_levels (planner, unit, group, period, levels);
  self->under_scenario = scenario != NULL
                         && vb_planner_get_scenario_level (planner, scenario, unit, group,
                                                           &levels[VB_LEVEL_STRATEGIC]);
  vb_levels_grid_show (self->levels, levels, self->under_scenario ? name : NULL);
  if (scenario == NULL || self->under_scenario)
    subtitle = g_strdup (care);
  else
    /* Translators: a care group; a scenario, which is about other care or another unit */
    subtitle = g_strdup_printf (_ ("%s; “%s” says nothing of these figures"), care, name);
  vb_card_set_subtitle (self->levels_card, subtitle);
}

static void
vb_overview_page_refresh (VbPage *page)
{
  VbOverviewPage *self = VB_OVERVIEW_PAGE (page);
  VbSession *session = vb_page_get_session (page);
  VbUnit *unit = vb_session_get_unit (session);
  VbPeriod period = vb_session_get_period (session);
  gboolean empty =
      unit == NULL || !vb_document_get_extent (vb_page_get_document (page), NULL, NULL);
  g_autoptr (VbNeedTable) table = NULL;
  VbCareGroup group;
  int index;

  vb_page_frame_set_empty (self->frame, empty);
  if (empty)
    return;

  table = vb_page_dup_need (page);
  group = vb_page_choose_group (VB_PAGE (self), table, unit);
  index = table != NULL ? vb_need_table_find_period (table, period.start) : -1;

  vb_balance_figures_show (self->figures, table, unit, group, index,
                           vb_page_get_told_by (page, unit, group, period));
  if (table != NULL)
    {
      g_autoptr (VbDrawing) balance = vb_need_balance_new (table, unit, group, period);
      guint groups = vb_need_table_get_groups (table, vb_unit_get_id (unit));

      vb_chart_set_drawing (self->balance, balance);
      vb_care_group_row_show (self->care_group_row, session, groups, group);
      gtk_widget_set_visible (GTK_WIDGET (self->care_group),
                              gtk_widget_get_visible (GTK_WIDGET (self->care_group_row)));
    }
  show_levels (self, unit, group, period);
  show_map (self, unit, period);
  show_attention (self, unit);
  explain (self);
}

static const char *
vb_overview_page_get_help_term (VbPage *page)
{
  return _ ("Balance");
}

static const char *
vb_overview_page_get_help_text (VbPage *page)
{
  return _ ("Planning weighs the need of capacity against the capacity there is. The scales show "
            "both for the chosen unit and period, the map where and when beds are missing.\n\n"
            "The same plan is read at three resolutions: years on the strategic level, months on "
            "the tactical, weeks and days on the operational.");
}

/* ---- what the reader does -------------------------------------------------------------------- */

static void
on_selected_figure (VbOverviewPage *self)
{
  explain (self);
}

static void
on_level_activated (VbOverviewPage *self, int grain, int start)
{
  VbPeriod period = { (VbGrain) grain, start };

  if (self->under_scenario && period.grain == VB_GRAIN_YEAR)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "scenarios");
  else
    vb_session_set_period (vb_page_get_session (VB_PAGE (self)), period);
}

/* A cell leads to the unit and the period it stands for. */
static void
on_cell_activated (VbOverviewPage *self, guint column, guint row)
{
  VbPage *page = VB_PAGE (self);
  VbCellMap *map = VB_CELL_MAP (vb_chart_get_drawing (self->map));
  VbUnit *unit =
      vb_document_get_unit (vb_page_get_document (page), vb_cell_map_get_row_id (map, row));
  VbPeriod period = { self->map_grain, vb_cell_map_get_column_start (map, column) };

  if (unit == NULL)
    return;
  vb_session_set_period (vb_page_get_session (page), period);
  vb_session_set_unit (vb_page_get_session (page), unit);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "need");
}

static void
on_attention_activated (VbOverviewPage *self, GtkListBoxRow *row)
{
  VbAttention *attention = vb_attention_row_get (GTK_WIDGET (row));

  vb_session_set_unit (vb_page_get_session (VB_PAGE (self)), vb_attention_get_unit (attention));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s",
                              vb_attention_get_page (attention));
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_overview_page_dispose (GObject *object)
{
  g_clear_object (&VB_OVERVIEW_PAGE (object)->attended);

  G_OBJECT_CLASS (vb_overview_page_parent_class)->dispose (object);
}

static void
vb_overview_page_class_init (VbOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  VbPageClass *page_class = VB_PAGE_CLASS (klass);

  object_class->dispose = vb_overview_page_dispose;
  page_class->refresh = vb_overview_page_refresh;
  page_class->get_help_term = vb_overview_page_get_help_term;
  page_class->get_help_text = vb_overview_page_get_help_text;

  g_type_ensure (VB_TYPE_BALANCE_FIGURES);
  g_type_ensure (VB_TYPE_CARD);
  g_type_ensure (VB_TYPE_CARE_GROUP_ROW);
  g_type_ensure (VB_TYPE_CHART);
  g_type_ensure (VB_TYPE_EMPTY_STATE);
  g_type_ensure (VB_TYPE_LEVELS_GRID);
  g_type_ensure (VB_TYPE_PAGE_FRAME);
  g_type_ensure (VB_TYPE_SOURCE_CARD);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/overview/vb-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VbOverviewPage, frame);
  gtk_widget_class_bind_template_child (widget_class, VbOverviewPage, figures);
  gtk_widget_class_bind_template_child (widget_class, VbOverviewPage, top);
  gtk_widget_class_bind_template_child (widget_class, VbOverviewPage, balance);
  gtk_widget_class_bind_template_child (widget_class, VbOverviewPage, levels_card);
  gtk_widget_class_bind_template_child (widget_class, VbOverviewPage, levels);
  gtk_widget_class_bind_template_child (widget_class, VbOverviewPage, summary);
  gtk_widget_class_bind_template_child (widget_class, VbOverviewPage, map);
  gtk_widget_class_bind_template_child (widget_class, VbOverviewPage, care_group);
  gtk_widget_class_bind_template_child (widget_class, VbOverviewPage, care_group_row);
  gtk_widget_class_bind_template_child (widget_class, VbOverviewPage, attention);
  gtk_widget_class_bind_template_child (widget_class, VbOverviewPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, VbOverviewPage, source_card);
  gtk_widget_class_bind_template_callback (widget_class, on_attention_activated);
}

static void
vb_overview_page_init (VbOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  /* Side by side where there is room, else one above the other. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self->top), vb_even_layout_new (12));
  g_signal_connect_object (self->figures, "notify::selected", G_CALLBACK (on_selected_figure), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->levels, "period-activated", G_CALLBACK (on_level_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map, "cell-activated", G_CALLBACK (on_cell_activated), self,
                           G_CONNECT_SWAPPED);
}
