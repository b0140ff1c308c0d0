/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-need-period-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-assumption-row.h"
#include "vb-balance-figures.h"
#include "vb-card.h"
#include "vb-care-group-row.h"
#include "vb-chart.h"
#include "vb-empty-state.h"
#include "vb-page-explain.h"
#include "vb-need-plot.h"
#include "vb-need-tree.h"
#include "vb-page-frame.h"
#include "vb-plot.h"
#include "vb-ranking.h"
#include "vb-target-editor.h"

struct _VbNeedPeriodView
{
  AdwBin parent_instance;

  VbPage *page; /* that it stands in */
  VbPageFrame *frame;
  VbBalanceFigures *figures;
  VbChart *plot;
  VbChart *ranking;
  VbNeedTree *tree;
  VbCareGroupRow *care_group_row;
  VbAssumptionRow *target_row;
  VbAssumptionRow *hidden_demand_row;
  GtkSwitch *overcrowded_switch;
  VbSourceCard *source_card;

  VbTargetEditor *target;
  VbUnit *explained;       /* the cell chosen in the tree; NULL = the session's unit, */
  const char *cell_figure; /* and the card that is selected; interned */
  guint first_shown;       /* index in the table of the plot's first period */
  gboolean refreshing;
};

G_DEFINE_FINAL_TYPE (VbNeedPeriodView, vb_need_period_view, ADW_TYPE_BIN)

/* How many periods the plot reaches either side of the chosen one: five years, and about as many
 * places for the shorter ones. */
static guint
get_reach (VbGrain grain)
{
  switch (grain)
    {
    case VB_GRAIN_DAY:
      return 45;
    case VB_GRAIN_WEEK:
      return 26;
    case VB_GRAIN_MONTH:
      return 18;
    case VB_GRAIN_QUARTER:
      return 10;
    case VB_GRAIN_YEAR:
    default:
      return 5;
    }
}

static void
explain (VbNeedPeriodView *self)
{
  VbPage *page = self->page;

  if (self->explained != NULL)
    vb_page_explain (page, self->source_card, self->explained, self->cell_figure);
  else
    vb_page_explain (page, self->source_card, vb_session_get_unit (vb_page_get_session (page)),
                     vb_balance_figures_get_selected (self->figures));
}

/* Says where the scenario begins. */
static void
mark_scenario (VbNeedPeriodView *self,
               VbPlot *plot,
               VbNeedTable *table,
               VbUnit *unit,
               VbCareGroup group,
               guint first,
               guint end)
{
  for (guint i = first; i < end; i++)
    {
      const char *name =
          vb_page_get_told_by (self->page, unit, group, vb_need_table_get_period (table, i));

      if (name != NULL)
        {
          vb_plot_add_break (plot, i - first, name);
          return;
        }
    }
}

static void
show_charts (VbNeedPeriodView *self, VbNeedTable *table, VbUnit *unit, VbCareGroup group, int index)
{
  guint reach = get_reach (vb_need_table_get_grain (table));
  guint n_periods = vb_need_table_get_n_periods (table);
  guint first = index > (int) reach ? (guint) index - reach : 0;
  guint end = MIN ((guint) MAX (index, 0) + reach + 1, n_periods);
  g_autoptr (VbDrawing) plot = vb_need_plot_new (table, unit, group, first, end - first);

  mark_scenario (self, VB_PLOT (plot), table, unit, group, first, end);
  self->first_shown = first;
  vb_chart_set_drawing (self->plot, plot);

  gtk_widget_set_visible (GTK_WIDGET (self->ranking), index >= 0);
  if (index >= 0)
    {
      g_autoptr (VbDrawing) ranking = vb_need_ranking_new (table, unit, group, (guint) index);

      vb_chart_set_drawing (self->ranking, ranking);
    }
}

static void
show_assumptions (VbNeedPeriodView *self, VbNeedTable *table, VbUnit *unit, VbCareGroup group)
{
  VbPage *page = self->page;
  VbSession *session = vb_page_get_session (page);
  VbDocument *document = vb_page_get_document (page);

  if (table != NULL)
    vb_care_group_row_show (self->care_group_row, session,
                            vb_need_table_get_groups (table, vb_unit_get_id (unit)), group);
  vb_target_editor_show (self->target, document, unit, group,
                         vb_session_get_period (session).start);
  vb_assumption_row_set_value (self->hidden_demand_row, vb_document_get_hidden_demand (document));
  gtk_switch_set_active (self->overcrowded_switch,
                         vb_document_get_occupied_includes_overcrowded (document));
}

void
vb_need_period_view_refresh (VbNeedPeriodView *self)
{
  VbPage *page = self->page;
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
  group = vb_page_choose_group (self->page, table, unit);
  index = table != NULL ? vb_need_table_find_period (table, period.start) : -1;

  self->refreshing = TRUE;
  vb_balance_figures_show (self->figures, table, unit, group, index,
                           vb_page_get_told_by (page, unit, group, period));
  vb_need_tree_show (self->tree, unit, table, group, index);
  if (table != NULL)
    show_charts (self, table, unit, group, index);
  show_assumptions (self, table, unit, group);
  explain (self);
  self->refreshing = FALSE;
}

/* ---- what the reader does -------------------------------------------------------------------- */

/* Either a card or a cell is explained, and shown as chosen. */
static void
on_card_selected (VbNeedPeriodView *self)
{
  const char *figure = vb_balance_figures_get_selected (self->figures);

  if (figure != NULL)
    {
      g_clear_object (&self->explained);
      vb_need_tree_set_figure (self->tree, figure);
    }
  explain (self);
}

static void
on_cell_selected (VbNeedPeriodView *self, VbUnit *unit, const char *figure)
{
  if (self->refreshing)
    return;
  g_set_object (&self->explained, unit);
  self->cell_figure = g_intern_string (figure);
  vb_balance_figures_set_selected (self->figures, NULL);
  explain (self);
}

static void
on_unit_activated (VbNeedPeriodView *self, VbUnit *unit)
{
  vb_session_set_unit (vb_page_get_session (self->page), unit);
}

static void
on_period_activated (VbNeedPeriodView *self, guint column, guint row)
{
  VbPage *page = self->page;
  g_autoptr (VbNeedTable) table = vb_page_dup_need (page);

  if (table != NULL && self->first_shown + column < vb_need_table_get_n_periods (table))
    vb_session_set_period (vb_page_get_session (page),
                           vb_need_table_get_period (table, self->first_shown + column));
}

static void
on_session_unit (VbNeedPeriodView *self)
{
  if (self->explained != NULL)
    vb_balance_figures_set_selected (self->figures, "need_beds");
}

static void
on_drag_begin (VbNeedPeriodView *self)
{
  vb_document_begin_group (vb_page_get_document (self->page));
}

static void
on_drag_end (VbNeedPeriodView *self)
{
  vb_document_end_group (vb_page_get_document (self->page));
}

static void
on_error (VbNeedPeriodView *self, const GError *error)
{
  vb_page_report_error (self->page, error);
}

static void
on_hidden_demand_changed (VbNeedPeriodView *self, double value)
{
  g_autoptr (GError) error = NULL;

  if (!vb_document_set_hidden_demand (vb_page_get_document (self->page), value, &error))
    on_error (self, error);
}

static void
on_overcrowded_changed (VbNeedPeriodView *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->refreshing
      && !vb_document_set_occupied_includes_overcrowded (
          vb_page_get_document (self->page), gtk_switch_get_active (self->overcrowded_switch),
          &error))
    on_error (self, error);
}

static void
on_copy_clicked (VbNeedPeriodView *self)
{
  vb_need_tree_copy (self->tree);
  vb_page_add_toast (self->page, adw_toast_new (_ ("The table was copied")));
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_need_period_view_dispose (GObject *object)
{
  g_clear_object (&VB_NEED_PERIOD_VIEW (object)->explained);
  g_clear_object (&VB_NEED_PERIOD_VIEW (object)->target);

  G_OBJECT_CLASS (vb_need_period_view_parent_class)->dispose (object);
}

static void
vb_need_period_view_class_init (VbNeedPeriodViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vb_need_period_view_dispose;

  g_type_ensure (VB_TYPE_ASSUMPTION_ROW);
  g_type_ensure (VB_TYPE_BALANCE_FIGURES);
  g_type_ensure (VB_TYPE_CARD);
  g_type_ensure (VB_TYPE_CARE_GROUP_ROW);
  g_type_ensure (VB_TYPE_CHART);
  g_type_ensure (VB_TYPE_EMPTY_STATE);
  g_type_ensure (VB_TYPE_NEED_TREE);
  g_type_ensure (VB_TYPE_PAGE_FRAME);
  g_type_ensure (VB_TYPE_SOURCE_CARD);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/need/vb-need-period-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VbNeedPeriodView, frame);
  gtk_widget_class_bind_template_child (widget_class, VbNeedPeriodView, figures);
  gtk_widget_class_bind_template_child (widget_class, VbNeedPeriodView, plot);
  gtk_widget_class_bind_template_child (widget_class, VbNeedPeriodView, ranking);
  gtk_widget_class_bind_template_child (widget_class, VbNeedPeriodView, tree);
  gtk_widget_class_bind_template_child (widget_class, VbNeedPeriodView, care_group_row);
  gtk_widget_class_bind_template_child (widget_class, VbNeedPeriodView, target_row);
  gtk_widget_class_bind_template_child (widget_class, VbNeedPeriodView, hidden_demand_row);
  gtk_widget_class_bind_template_child (widget_class, VbNeedPeriodView, overcrowded_switch);
  gtk_widget_class_bind_template_child (widget_class, VbNeedPeriodView, source_card);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_begin);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_end);
  gtk_widget_class_bind_template_callback (widget_class, on_hidden_demand_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_overcrowded_changed);
}

static void
vb_need_period_view_init (VbNeedPeriodView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->target = vb_target_editor_new (self->target_row);
  g_signal_connect_object (self->target, "error", G_CALLBACK (on_error), self, G_CONNECT_SWAPPED);

  vb_assumption_row_set_caption (self->hidden_demand_row,
                                 _ ("bed days to add: patients who were turned away or sent home "
                                    "too early"));
  g_signal_connect_object (self->figures, "notify::selected", G_CALLBACK (on_card_selected), self,
                           G_CONNECT_SWAPPED);
  vb_need_tree_set_figure (self->tree, vb_balance_figures_get_selected (self->figures));
  g_signal_connect_object (self->tree, "figure-selected", G_CALLBACK (on_cell_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "unit-activated", G_CALLBACK (on_unit_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->plot, "cell-activated", G_CALLBACK (on_period_activated), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
vb_need_period_view_new (VbPage *page)
{
  VbNeedPeriodView *self = g_object_new (VB_TYPE_NEED_PERIOD_VIEW, NULL);

  self->page = page;
  g_signal_connect_object (vb_page_get_session (page), "notify::unit", G_CALLBACK (on_session_unit),
                           self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
