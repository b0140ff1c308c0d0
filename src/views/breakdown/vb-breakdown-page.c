/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-breakdown-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-breakdown-cards.h"
#include "vb-breakdown-columns.h"
#include "vb-breakdown-plot.h"
#include "vb-breakdown-step.h"
#include "vb-breakdown-total.h"
#include "vb-card.h"
#include "vb-care-group-row.h"
#include "vb-chart.h"
#include "vb-decide-breakdown-dialog.h"
#include "vb-empty-state.h"
#include "vb-error.h"
#include "vb-form.h"
#include "vb-hold-group.h"
#include "vb-key-figure-row.h"
#include "vb-number.h"
#include "vb-page-explain.h"
#include "vb-page-frame.h"
#include "vb-pairs.h"
#include "vb-target-editor.h"

struct _VbBreakdownPage
{
  VbPage parent_instance;

  VbPageFrame *frame;
  VbEmptyState *empty_state;
  VbKeyFigureRow *figures;
  VbBreakdownCards cards;
  GtkWidget *problem_box;
  GtkLabel *problem;
  GtkWidget *undo_button;
  VbChart *chart;
  VbCard *table_card;
  VbUnitTree *tree;
  VbCareGroupRow *care_group_row;
  AdwComboRow *key_row;
  AdwComboRow *source_row;
  AdwComboRow *year_row;
  VbAssumptionRow *beds_row;
  VbHoldGroup *hold_group;
  VbAssumptionRow *target_row;
  VbSourceCard *source_card;

  VbBreakdownTotal *total;
  VbTargetEditor *target;
  VbBreakdownBoard *board;
  VbBreakdownCells cells;
  VbBreakdownKey wanted;   /* the reader's key */
  VbBreakdownKey key;      /* the one in use: another where there are no figures of that */
  gboolean explains_table; /* the cell chosen in the table, not a key figure */
  gboolean refreshing;
};

G_DEFINE_FINAL_TYPE (VbBreakdownPage, vb_breakdown_page, VB_TYPE_PAGE)

static const VbBreakdownFigures *
find_figures (VbBreakdownPage *self, VbUnit *unit)
{
  VbBreakdownRow *row =
      self->cells.table != NULL ? vb_breakdown_table_find (self->cells.table, unit) : NULL;

  return row != NULL ? vb_breakdown_row_get_figures (row) : NULL;
}

/* ---- the chart ------------------------------------------------------------------------------- */

static gboolean
has_children (VbBreakdownPage *self, VbUnit *unit)
{
  GListModel *children = vb_unit_get_children (unit);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);

      if (find_figures (self, child) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* What is below the selected unit, or beside it when it is at the bottom. */
static VbUnit *
choose_parent (VbBreakdownPage *self, VbUnit *top)
{
  VbUnit *selected = vb_unit_tree_get_selected (self->tree);

  if (selected == NULL || find_figures (self, selected) == NULL || selected == top)
    return top;
  return has_children (self, selected) ? selected : vb_unit_get_parent (selected);
}

static void
show_chart (VbBreakdownPage *self, VbUnit *top)
{
  VbUnit *parent = choose_parent (self, top);
  const VbBreakdownFigures *of_parent = find_figures (self, parent);
  GListModel *children = vb_unit_get_children (parent);
  g_autofree VbBreakdownShare *shares = NULL;
  g_autoptr (VbDrawing) plot = NULL;
  guint n = 0;

  if (of_parent == NULL)
    {
      vb_chart_set_drawing (self->chart, NULL);
      return;
    }

  shares = g_new0 (VbBreakdownShare, g_list_model_get_n_items (children) + 1);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);
      const VbBreakdownFigures *figures = find_figures (self, child);

      if (figures == NULL)
        continue;
      shares[n++] =
          (VbBreakdownShare){ vb_unit_get_id (child), vb_unit_get_name (child),
                              figures->present_beds, (double) figures->beds, figures->locked >= 0 };
    }
  plot = vb_breakdown_plot_new (
      vb_unit_get_name (parent), (double) of_parent->beds,
      vb_breakdown_key_get_phrase (vb_breakdown_table_get_scope (self->cells.table)->key), shares,
      n, (double) of_parent->residual);
  vb_chart_set_drawing (self->chart, plot);
}

/* ---- where does this come from? -------------------------------------------------------------- */

static void
explain (VbBreakdownPage *self)
{
  VbUnit *top = vb_session_get_unit (vb_page_get_session (VB_PAGE (self)));
  VbUnit *selected = vb_unit_tree_get_selected (self->tree);
  const char *figure = NULL;
  VbUnit *unit = top;
  g_autoptr (VbExplanation) explanation = NULL;

  if (self->cells.table == NULL)
    {
      vb_page_show_explanation (self->source_card, NULL);
      return;
    }
  if (self->explains_table && selected != NULL)
    {
      unit = selected;
      figure = vb_breakdown_columns_get_explained (vb_unit_tree_get_figure (self->tree));
    }
  else
    figure = vb_breakdown_cards_get_explained (&self->cards, self->cells.table, top, &unit);

  if (figure != NULL)
    explanation = vb_breakdown_board_explain (self->board, unit, figure,
                                              vb_breakdown_total_get_source (self->total));
  vb_page_show_explanation (self->source_card, explanation);
}

/* ---- what is shown --------------------------------------------------------------------------- */

/* Of the unit selected in the table, below the one at the top. */
static void
show_selected (VbBreakdownPage *self, VbUnit *top)
{
  VbPage *page = VB_PAGE (self);
  VbUnit *selected = vb_unit_tree_get_selected (self->tree);
  const VbBreakdownFigures *figures = selected != NULL ? find_figures (self, selected) : NULL;

  vb_hold_group_show (self->hold_group, vb_page_get_document (page),
                      figures != NULL && selected != top ? selected : NULL, self->cells.group,
                      figures != NULL ? figures->beds : 0);
  vb_target_editor_show (self->target, vb_page_get_document (page),
                         figures != NULL ? selected : top, self->cells.group,
                         vb_session_get_period (vb_page_get_session (page)).start);
}

/* Keys that cannot be used are said with their reason, not left out in silence. */
static void
show_keys (VbBreakdownPage *self)
{
  g_autoptr (GString) reasons = g_string_new (NULL);

  for (guint key = 0; self->cells.table != NULL && key < VB_N_BREAKDOWN_KEYS; key++)
    {
      const char *reason = vb_breakdown_table_get_missing (self->cells.table, (VbBreakdownKey) key);

      if (reason != NULL && key != self->key)
        g_string_append_printf (reasons, "%s%s", reasons->len > 0 ? "\n" : "", reason);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->key_row), reasons->str);
  adw_combo_row_set_selected (self->key_row, self->key);
}

static void
show_problem (VbBreakdownPage *self, gboolean has_number)
{
  const GError *error = vb_breakdown_board_get_error (self->board);
  const char *problem = NULL;

  if (!has_number)
    problem = _ ("There is no number of beds to share out in this period. Write one beside, or "
                 "choose another period.");
  else if (error != NULL)
    problem = error->message;
  vb_form_tell (self->problem, problem);
  gtk_widget_set_visible (self->problem_box, problem != NULL);
  gtk_widget_set_visible (self->undo_button,
                          has_number && g_error_matches (error, VB_ERROR, VB_ERROR_IMPOSSIBLE));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "breakdown.decide",
                                 problem == NULL && self->cells.table != NULL);
}

/* What a year that has only begun would favour is told, not hidden. */
static void
show_subtitle (VbBreakdownPage *self, VbNeedTable *table, VbUnit *unit, VbPeriod period)
{
  g_autofree char *when = vb_period_format (period, FALSE);
  /* Translators: a care group ("somatic care"), a key ("bed days") and a period */
  g_autofree char *subtitle = g_strdup_printf (_ ("%s, shared out by %s in %s"),
                                               vb_care_group_get_phrase (self->cells.group),
                                               vb_breakdown_key_get_phrase (self->key), when);
  int index = table != NULL ? vb_need_table_find_period (table, period.start) : -1;
  const VbNeedFigures *figures = index >= 0 ? vb_need_table_get (table, vb_unit_get_id (unit),
                                                                 self->cells.group, (guint) index)
                                            : NULL;

  if (figures != NULL && figures->coverage < 0.9995)
    {
      g_autofree char *whole = g_steal_pointer (&subtitle);
      g_autofree char *share = vb_number_format_percent (figures->coverage, 0);

      /* Translators: how and when beds are shared out, and a share */
      subtitle = g_strdup_printf (_ ("%s (data cover %s)"), whole, share);
    }
  vb_card_set_subtitle (self->table_card, subtitle);
}

static void
vb_breakdown_page_refresh (VbPage *page)
{
  VbBreakdownPage *self = VB_BREAKDOWN_PAGE (page);
  VbSession *session = vb_page_get_session (page);
  VbUnit *unit = vb_session_get_unit (session);
  VbPeriod period = vb_session_get_period (session);
  VbNeedTable *table;
  VbBreakdownQuestion question;
  gboolean empty = vb_breakdown_step_show (self->empty_state, page, unit);

  vb_page_frame_set_empty (self->frame, empty);
  if (empty)
    return;

  self->refreshing = TRUE;
  table = vb_planner_get_need (vb_page_get_planner (page), period.grain);
  self->cells.group = vb_page_choose_group (page, table, unit);
  if (table != NULL)
    vb_care_group_row_show (self->care_group_row, session,
                            vb_need_table_get_groups (table, vb_unit_get_id (unit)),
                            self->cells.group);
  vb_breakdown_total_show (self->total, unit, self->cells.group, table);
  question = (VbBreakdownQuestion){ unit, self->cells.group, self->wanted, period,
                                    vb_breakdown_total_get_beds (self->total) };
  self->key = question.key = vb_breakdown_board_suggest_key (self->board, &question);
  if (table != NULL && question.beds >= 0)
    vb_breakdown_board_ask (self->board, &question);

  g_set_object (&self->cells.table, vb_breakdown_board_get_table (self->board));
  if (self->cells.table != NULL && vb_breakdown_table_get_scope (self->cells.table)->unit != unit)
    g_clear_object (&self->cells.table);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), self->cells.table != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->table_card), self->cells.table != NULL);
  vb_breakdown_columns_update (self->tree, &self->cells);
  vb_unit_tree_show (self->tree, unit);
  /* What was shared out before is no answer to what cannot be. */
  vb_breakdown_cards_show (
      &self->cards, vb_breakdown_board_get_error (self->board) == NULL ? self->cells.table : NULL,
      unit, vb_breakdown_total_get_source (self->total));
  show_chart (self, unit);
  show_selected (self, unit);
  show_keys (self);
  show_problem (self, table == NULL || question.beds >= 0);
  show_subtitle (self, table, unit, period);
  explain (self);
  self->refreshing = FALSE;
}

static const char *
vb_breakdown_page_get_help_term (VbPage *page)
{
  return _ ("Breakdown");
}

static const char *
vb_breakdown_page_get_help_text (VbPage *page)
{
  return _ (
      "A breakdown shares a number of beds out over the units below, in whole beds that add "
      "up at every level. The key says by what: the bed days that patients used, with the "
      "overcrowded and with outliers where they belong, or the beds there are.\n\nWhat a unit "
      "is locked at it keeps, and it gets no fewer than its minimum; the others share the "
      "rest. Press L or M in the table to write a lock or a minimum for the selected unit, "
      "and Ctrl with an arrow key to ask about another column. What is decided becomes the "
      "units’ reference numbers from a day on.");
}

/* ---- what the reader does -------------------------------------------------------------------- */

static void
on_changed (VbBreakdownPage *self)
{
  if (!self->refreshing)
    vb_page_queue_refresh (VB_PAGE (self));
}

static void
on_key_selected (VbBreakdownPage *self)
{
  guint selected = adw_combo_row_get_selected (self->key_row);

  if (self->refreshing || selected >= VB_N_BREAKDOWN_KEYS)
    return;
  self->wanted = (VbBreakdownKey) selected;
  on_changed (self);
}

static void
on_figure_selected (VbBreakdownPage *self)
{
  self->explains_table = FALSE;
  explain (self);
}

static void
on_unit_selected (VbBreakdownPage *self)
{
  VbUnit *top = vb_session_get_unit (vb_page_get_session (VB_PAGE (self)));

  if (self->refreshing || top == NULL)
    return;
  self->explains_table = vb_unit_tree_get_selected (self->tree) != NULL;
  show_chart (self, top);
  show_selected (self, top);
  explain (self);
}

static void
on_unit_activated (VbBreakdownPage *self, VbUnit *unit)
{
  if (has_children (self, unit))
    vb_session_set_unit (vb_page_get_session (VB_PAGE (self)), unit);
}

static void
on_chart_activated (VbBreakdownPage *self, guint column, guint row)
{
  VbPairs *pairs = VB_PAIRS (vb_chart_get_drawing (self->chart));
  VbUnit *unit = vb_document_get_unit (vb_page_get_document (VB_PAGE (self)),
                                       vb_pairs_get_row_id (pairs, row));

  if (unit != NULL)
    vb_unit_tree_select (self->tree, unit);
}

/* Nothing, or the sign for nothing, takes a hold away. */
static gboolean
read_beds (const char *text, int *beds)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  double number;

  *beds = -1;
  if (*typed == '\0' || g_str_equal (typed, "–") || g_str_equal (typed, "-"))
    return TRUE;
  if (!vb_number_parse_typed (typed, &number) || number < 0 || number > G_MAXINT / 2
      || number != floor (number))
    return FALSE;
  *beds = (int) number;
  return TRUE;
}

static void
on_error (VbBreakdownPage *self, const GError *error)
{
  vb_page_report_error (VB_PAGE (self), error);
}

static void
on_edited (VbBreakdownPage *self, VbUnit *unit, const char *figure, const char *text)
{
  VbDocument *document = vb_page_get_document (VB_PAGE (self));
  VbBreakdownHold hold = vb_breakdown_board_get_hold (document, unit, self->cells.group);
  g_autoptr (GError) error = NULL;
  int beds;

  if (!read_beds (text, &beds))
    {
      vb_page_add_toast (VB_PAGE (self),
                         adw_toast_new (_ ("Write a whole number of beds, or nothing")));
      return;
    }
  if (unit == vb_session_get_unit (vb_page_get_session (VB_PAGE (self))))
    {
      vb_page_add_toast (VB_PAGE (self),
                         adw_toast_new (_ ("The beds of the unit at the top are shared out")));
      return;
    }
  if (g_str_equal (figure, VB_BREAKDOWN_LOCKED))
    hold.locked = beds;
  else
    hold.minimum = beds;
  if (!vb_breakdown_board_set_hold (document, unit, self->cells.group, hold, &error))
    on_error (self, error);
}

static void
on_decided (VbBreakdownPage *self)
{
  AdwToast *toast = adw_toast_new (_ ("The breakdown was decided"));

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  vb_page_add_toast (VB_PAGE (self), toast);
}

static void
decide (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbBreakdownPage *self = VB_BREAKDOWN_PAGE (widget);
  GtkWidget *dialog;

  if (self->cells.table == NULL)
    return;
  dialog =
      vb_decide_breakdown_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                      vb_page_get_document (VB_PAGE (self)), self->cells.table);
  g_signal_connect_object (dialog, "decided", G_CALLBACK (on_decided), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_copy_clicked (VbBreakdownPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->tree), "table.copy", NULL);
  vb_page_add_toast (VB_PAGE (self), adw_toast_new (_ ("The table was copied")));
}

static void
choose_unit (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbPage *page = VB_PAGE (widget);
  VbUnit *unit =
      vb_document_get_unit (vb_page_get_document (page), g_variant_get_int64 (parameter));

  if (unit != NULL)
    vb_session_set_unit (vb_page_get_session (page), unit);
}

static void
choose_period (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbSession *session = vb_page_get_session (VB_PAGE (widget));

  vb_session_set_period (session, vb_period_containing (vb_session_get_period (session).grain,
                                                        g_variant_get_int32 (parameter)));
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_breakdown_page_constructed (GObject *object)
{
  VbBreakdownPage *self = VB_BREAKDOWN_PAGE (object);
  VbPage *page = VB_PAGE (object);

  G_OBJECT_CLASS (vb_breakdown_page_parent_class)->constructed (object);

  self->cells.document = vb_page_get_document (page);
  self->tree = vb_breakdown_columns_new_tree (&self->cells);
  vb_card_set_child (self->table_card, GTK_WIDGET (self->tree));
  self->board = vb_breakdown_board_new (vb_page_get_planner (page));
  self->total = vb_breakdown_total_new (page, self->source_row, self->year_row, self->beds_row);
  g_signal_connect_object (self->board, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->total, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (vb_page_get_document (page), "breakdown-holds-changed",
                           G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "unit-selected", G_CALLBACK (on_unit_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "unit-activated", G_CALLBACK (on_unit_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
}

static void
vb_breakdown_page_dispose (GObject *object)
{
  VbBreakdownPage *self = VB_BREAKDOWN_PAGE (object);

  g_clear_object (&self->cells.table);
  g_clear_object (&self->board);
  g_clear_object (&self->total);
  g_clear_object (&self->target);

  G_OBJECT_CLASS (vb_breakdown_page_parent_class)->dispose (object);
}

static void
vb_breakdown_page_class_init (VbBreakdownPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  VbPageClass *page_class = VB_PAGE_CLASS (klass);

  object_class->constructed = vb_breakdown_page_constructed;
  object_class->dispose = vb_breakdown_page_dispose;
  page_class->refresh = vb_breakdown_page_refresh;
  page_class->get_help_term = vb_breakdown_page_get_help_term;
  page_class->get_help_text = vb_breakdown_page_get_help_text;

  g_type_ensure (VB_TYPE_ASSUMPTION_ROW);
  g_type_ensure (VB_TYPE_CARD);
  g_type_ensure (VB_TYPE_CARE_GROUP_ROW);
  g_type_ensure (VB_TYPE_CHART);
  g_type_ensure (VB_TYPE_EMPTY_STATE);
  g_type_ensure (VB_TYPE_HOLD_GROUP);
  g_type_ensure (VB_TYPE_KEY_FIGURE_ROW);
  g_type_ensure (VB_TYPE_PAGE_FRAME);
  g_type_ensure (VB_TYPE_SOURCE_CARD);

  gtk_widget_class_install_action (widget_class, "breakdown.choose-period", "i", choose_period);
  gtk_widget_class_install_action (widget_class, "breakdown.choose-unit", "x", choose_unit);
  gtk_widget_class_install_action (widget_class, "breakdown.decide", NULL, decide);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/breakdown/vb-breakdown-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VbBreakdownPage, frame);
  gtk_widget_class_bind_template_child (widget_class, VbBreakdownPage, empty_state);
  gtk_widget_class_bind_template_child (widget_class, VbBreakdownPage, figures);
  gtk_widget_class_bind_template_child (widget_class, VbBreakdownPage, problem_box);
  gtk_widget_class_bind_template_child (widget_class, VbBreakdownPage, problem);
  gtk_widget_class_bind_template_child (widget_class, VbBreakdownPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, VbBreakdownPage, chart);
  gtk_widget_class_bind_template_child (widget_class, VbBreakdownPage, table_card);
  gtk_widget_class_bind_template_child (widget_class, VbBreakdownPage, care_group_row);
  gtk_widget_class_bind_template_child (widget_class, VbBreakdownPage, key_row);
  gtk_widget_class_bind_template_child (widget_class, VbBreakdownPage, source_row);
  gtk_widget_class_bind_template_child (widget_class, VbBreakdownPage, year_row);
  gtk_widget_class_bind_template_child (widget_class, VbBreakdownPage, beds_row);
  gtk_widget_class_bind_template_child (widget_class, VbBreakdownPage, hold_group);
  gtk_widget_class_bind_template_child (widget_class, VbBreakdownPage, target_row);
  gtk_widget_class_bind_template_child (widget_class, VbBreakdownPage, source_card);
  gtk_widget_class_bind_template_callback (widget_class, on_chart_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_error);
}

static const char *
get_key_word (guint key)
{
  return vb_breakdown_key_get_label ((VbBreakdownKey) key);
}

static void
vb_breakdown_page_init (VbBreakdownPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  vb_breakdown_cards_init (&self->cards, self->figures);
  g_signal_connect_object (self->figures, "notify::selected", G_CALLBACK (on_figure_selected), self,
                           G_CONNECT_SWAPPED);
  vb_form_set_words (self->key_row, VB_N_BREAKDOWN_KEYS, get_key_word, 0);
  g_signal_connect_object (self->key_row, "notify::selected", G_CALLBACK (on_key_selected), self,
                           G_CONNECT_SWAPPED);
  self->target = vb_target_editor_new (self->target_row);
  g_signal_connect_object (self->target, "error", G_CALLBACK (on_error), self, G_CONNECT_SWAPPED);
}
