/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-need-sisters-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-balance-figures.h"
#include "vb-card.h"
#include "vb-care-group-row.h"
#include "vb-chart.h"
#include "vb-figure-table.h"
#include "vb-number.h"
#include "vb-page-explain.h"
#include "vb-page-frame.h"
#include "vb-planner-years.h"
#include "vb-sisters-table.h"
#include "vb-year-plots.h"

typedef enum
{
  CARD_RANK,
  CARD_GAP_SHARE,
  CARD_AVAILABLE,
  CARD_RATE,
  N_CARDS
} Card;

struct _VbNeedSistersView
{
  AdwBin parent_instance;

  VbPage *page; /* that it stands in */

  VbPageFrame *frame;
  VbKeyFigureRow *figures;
  VbKeyFigure *cards[N_CARDS]; /* of the row */
  VbChart *ranking;
  VbCard *table_card;
  VbFigureTable *table;
  VbCareGroupRow *care_group_row;
  VbSourceCard *source_card;

  GListModel *rows; /* of VbSisterRow; NULL = nothing computed yet */
  VbSisterOrder order;
  gint16 year;
  VbCareGroup group;
  VbSisterRow *shown; /* that the key figures tell of; NULL = none */
  VbUnit *chosen;     /* in the table or the chart; NULL = the unit in question */
  gboolean refreshing;
};

G_DEFINE_FINAL_TYPE (VbNeedSistersView, vb_need_sisters_view, ADW_TYPE_BIN)

/* ---- what is shown --------------------------------------------------------------------------- */

static guint
find_row (VbNeedSistersView *self, VbUnit *unit)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->rows); i++)
    {
      g_autoptr (VbSisterRow) row = g_list_model_get_item (self->rows, i);

      if (unit != NULL ? vb_sister_row_get_unit (row) == unit : vb_sister_row_is_in_question (row))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* The unit chosen; else the one in question; else, when the sisters are the parts of the session's
 * unit, the first. */
static guint
choose_row (VbNeedSistersView *self)
{
  guint index = find_row (self, self->chosen);

  if (index == GTK_INVALID_LIST_POSITION)
    index = find_row (self, NULL);
  if (index == GTK_INVALID_LIST_POSITION && g_list_model_get_n_items (self->rows) > 0)
    index = 0;
  g_clear_object (&self->shown);
  if (index != GTK_INVALID_LIST_POSITION)
    self->shown = g_list_model_get_item (self->rows, index);

  return index;
}

static void
show_rank (VbNeedSistersView *self, const VbSisterFigures *figures)
{
  guint n = g_list_model_get_n_items (self->rows);
  g_autofree char *value = g_strdup_printf ("%u", figures->rank);
  /* Translators: how many units are ranked */
  g_autofree char *of = g_strdup_printf (_ ("of %u"), n);
  const char *name = vb_unit_get_name (vb_sister_row_get_unit (self->shown));
  g_autofree char *sub =
      figures->rank > 0 && figures->first < figures->last
          /* Translators: a unit, and the best and the worst rank that it could have */
          ? g_strdup_printf (_ ("%s, between %u and %u"), name, figures->first, figures->last)
          : g_strdup (name);

  vb_key_figure_set (self->cards[CARD_RANK], figures->rank > 0 ? value : NULL,
                     figures->rank > 0 ? of : NULL, sub);
}

static void
show_key_figures (VbNeedSistersView *self)
{
  const VbSisterFigures *figures = NULL;
  g_autofree char *share = NULL;
  g_autofree char *need = NULL;
  g_autofree char *need_sub = NULL;
  g_autofree char *available = NULL;
  g_autofree char *off = NULL;
  g_autofree char *off_sub = NULL;
  g_autofree char *rate = NULL;
  g_autofree char *inhabitants = NULL;
  g_autofree char *inhabitants_sub = NULL;

  if (self->shown == NULL)
    {
      for (guint i = 0; i < N_CARDS; i++)
        vb_key_figure_set (self->cards[i], NULL, NULL, NULL);
      return;
    }

  figures = vb_sister_row_get_figures (self->shown);
  show_rank (self, figures);

  share = vb_number_format_percent_signed (figures->gap_share.value, 1);
  need = vb_number_format_key (figures->need);
  need_sub = isnan (figures->need) ? g_strdup (_ ("its need is not known"))
                                   /* Translators: %s is a number of beds */
                                   : g_strdup_printf (_ ("of the need %s"), need);
  vb_key_figure_set (
      self->cards[CARD_GAP_SHARE], isnan (figures->gap_share.value) ? NULL : share,
      isnan (figures->gap_share.value) ? NULL : vb_balance_get_word (figures->gap_share.value),
      need_sub);

  available = figures->from_rate ? vb_number_format (figures->available.value, 0)
                                 : vb_number_format_key (figures->available.value);
  off = vb_number_format ((figures->available.high - figures->available.low) / 2, 0);
  if (figures->from_rate)
    /* Translators: %s is a number of beds */
    off_sub = g_strdup_printf (_ ("± %s, from a rounded rate"), off);
  vb_key_figure_set (self->cards[CARD_AVAILABLE],
                     isnan (figures->available.value) ? NULL : available, NULL, off_sub);

  rate = vb_number_format (figures->rate.value, 2);
  inhabitants = vb_number_format (figures->inhabitants, 0);
  if (!isnan (figures->inhabitants))
    /* Translators: %s is a number */
    inhabitants_sub = g_strdup_printf (_ ("%s inhabitants"), inhabitants);
  vb_key_figure_set (self->cards[CARD_RATE], isnan (figures->rate.value) ? NULL : rate, NULL,
                     inhabitants_sub != NULL ? inhabitants_sub : _ ("inhabitants not known"));
}

static void
show_explanation (VbNeedSistersView *self)
{
  g_autoptr (VbExplanation) explanation = NULL;

  if (self->shown != NULL)
    explanation = vb_planner_explain_sister (vb_page_get_planner (self->page), self->rows,
                                             self->order, self->shown, self->group, self->year,
                                             vb_key_figure_row_get_selected (self->figures));
  vb_page_show_explanation (self->source_card, explanation);
}

static void
show_rows (VbNeedSistersView *self)
{
  guint index = choose_row (self);

  show_key_figures (self);
  vb_figure_table_set_rows (self->table, self->rows);
  vb_figure_table_select (self->table, index);
  show_explanation (self);
}

static void
show_ranking (VbNeedSistersView *self)
{
  g_autofree char *year = g_strdup_printf ("%d", self->year);
  /* A published rate is of all inpatient care. */
  g_autofree char *when =
      self->group == VB_CARE_GROUP_NONE || self->order == VB_SISTER_BY_RATE
          ? g_strdup (year)
          : g_strdup_printf ("%s, %s", vb_care_group_get_phrase (self->group), year);
  g_autoptr (VbDrawing) ranking = vb_sister_plot_new (when, self->order, self->rows);

  vb_chart_set_drawing (self->ranking, ranking);
  vb_card_set_subtitle (self->table_card,
                        self->order == VB_SISTER_BY_RATE
                            ? _ ("published rates are rounded: a rank may be another in truth")
                            : NULL);
}

void
vb_need_sisters_view_refresh (VbNeedSistersView *self)
{
  VbPlanner *planner = vb_page_get_planner (self->page);
  VbSession *session = vb_page_get_session (self->page);
  VbUnit *unit = vb_session_get_unit (session);
  VbNeedTable *table = vb_planner_get_need (planner, VB_GRAIN_YEAR);
  int year, month, day;

  if (table == NULL)
    return;

  self->group = vb_page_choose_group (self->page, table, unit);
  vb_day_to_ymd (vb_session_get_period (session).start, &year, &month, &day);
  self->year = vb_planner_find_sister_year (planner, table, unit, self->group, (gint16) year);
  g_clear_object (&self->rows);
  self->rows = vb_planner_get_sisters (planner, table, unit, self->group, self->year, &self->order);

  self->refreshing = TRUE;
  vb_care_group_row_show (self->care_group_row, session,
                          vb_need_table_get_groups (table, vb_unit_get_id (unit)), self->group);
  show_ranking (self);
  show_rows (self);
  self->refreshing = FALSE;
}

/* ---- what the reader does -------------------------------------------------------------------- */

static void
on_selected_figure (VbNeedSistersView *self)
{
  if (!self->refreshing && self->rows != NULL)
    show_explanation (self);
}

static void
choose (VbNeedSistersView *self, VbSisterRow *row)
{
  g_set_object (&self->chosen, vb_sister_row_get_unit (row));
  self->refreshing = TRUE;
  show_rows (self);
  self->refreshing = FALSE;
}

static void
on_row_selected (VbNeedSistersView *self)
{
  VbSisterRow *row = vb_figure_table_get_selected (self->table);

  if (!self->refreshing && row != NULL)
    choose (self, row);
}

static void
on_row_activated (VbNeedSistersView *self, VbSisterRow *row)
{
  vb_session_set_unit (vb_page_get_session (self->page), vb_sister_row_get_unit (row));
}

static void
on_place_activated (VbNeedSistersView *self, guint column, guint row)
{
  g_autoptr (VbSisterRow) sister =
      self->rows != NULL ? g_list_model_get_item (self->rows, row) : NULL;

  if (sister != NULL)
    choose (self, sister);
}

static void
on_session_unit (VbNeedSistersView *self)
{
  g_clear_object (&self->chosen);
}

static void
on_copy_clicked (VbNeedSistersView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->table), "table.copy", NULL);
  vb_page_add_toast (self->page, adw_toast_new (_ ("The table was copied")));
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_need_sisters_view_dispose (GObject *object)
{
  VbNeedSistersView *self = VB_NEED_SISTERS_VIEW (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->shown);
  g_clear_object (&self->chosen);

  G_OBJECT_CLASS (vb_need_sisters_view_parent_class)->dispose (object);
}

static void
vb_need_sisters_view_class_init (VbNeedSistersViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_need_sisters_view_dispose;

  g_type_ensure (VB_TYPE_CARD);
  g_type_ensure (VB_TYPE_CARE_GROUP_ROW);
  g_type_ensure (VB_TYPE_CHART);
  g_type_ensure (VB_TYPE_KEY_FIGURE_ROW);
  g_type_ensure (VB_TYPE_PAGE_FRAME);
  g_type_ensure (VB_TYPE_SOURCE_CARD);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/need/vb-need-sisters-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VbNeedSistersView, frame);
  gtk_widget_class_bind_template_child (widget_class, VbNeedSistersView, figures);
  gtk_widget_class_bind_template_child (widget_class, VbNeedSistersView, ranking);
  gtk_widget_class_bind_template_child (widget_class, VbNeedSistersView, table_card);
  gtk_widget_class_bind_template_child (widget_class, VbNeedSistersView, care_group_row);
  gtk_widget_class_bind_template_child (widget_class, VbNeedSistersView, source_card);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_place_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_figure);
}

static void
vb_need_sisters_view_init (VbNeedSistersView *self)
{
  static const char *const names[N_CARDS] = { "rank", "gap_share", "available_beds",
                                              "available_beds_per_1000" };
  const char *captions[N_CARDS] = { _ ("Rank"), _ ("Gap %"), _ ("Available beds"),
                                    _ ("Beds per 1,000") };

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < N_CARDS; i++)
    {
      self->cards[i] = vb_key_figure_new (names[i], captions[i]);
      vb_key_figure_row_append (self->figures, self->cards[i]);
    }
  vb_key_figure_row_set_selected (self->figures, names[CARD_RANK]);
  self->table = VB_FIGURE_TABLE (vb_sisters_table_new ());
  vb_card_set_child (self->table_card, GTK_WIDGET (self->table));
  g_signal_connect_object (self->table, "selected", G_CALLBACK (on_row_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
vb_need_sisters_view_new (VbPage *page)
{
  VbNeedSistersView *self = g_object_new (VB_TYPE_NEED_SISTERS_VIEW, NULL);

  self->page = page;
  g_signal_connect_object (vb_page_get_session (page), "notify::unit", G_CALLBACK (on_session_unit),
                           self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
