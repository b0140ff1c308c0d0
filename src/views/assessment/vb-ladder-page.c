/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-ladder-page.h"

#include <glib/gi18n-lib.h>

#include "vb-assessment-list.h"
#include "vb-assessment-report.h"
#include "vb-assessment-start-window.h"
#include "vb-assessment-wizard.h"
#include "vb-assumption-row.h"
#include "vb-card.h"
#include "vb-chart.h"
#include "vb-document-actions.h"
#include "vb-document-ladders.h"
#include "vb-empty-state.h"
#include "vb-figure-help.h"
#include "vb-ladder-board.h"
#include "vb-ladder-differences.h"
#include "vb-ladder-figures.h"
#include "vb-ladder-plot.h"
#include "vb-ladder-print.h"
#include "vb-ladder-tree.h"
#include "vb-next-steps.h"
#include "vb-page-frame.h"
#include "vb-rollup-report.h"

#define PAGE_BOARD "board"
#define PAGE_WIZARD "wizard"

struct _VbLadderPage
{
  VbPage parent_instance;

  GtkStack *stack;
  VbPageFrame *frame;
  VbKeyFigureRow *figures;
  VbCard *withheld_card;
  GtkLabel *withheld_label;
  VbChart *staircase;
  VbChart *profile;
  VbCard *tree_card;
  VbLadderTree *tree;
  VbChart *counts;
  VbChart *spread;
  VbAssessmentList *list;
  VbLadderDifferences *differences;
  VbNextSteps *next_steps;
  VbSourceCard *source_card;
  AdwComboRow *ladder_row;
  VbAssumptionRow *smallest_row;
  GtkLabel *notice;
  GtkLabel *source;

  VbAssessmentWizard *wizard; /* in the stack while it is open */
  VbLadderShown shown;
  GListModel *rows;   /* of VbLadderRollup; NULL when there is none */
  gint64 chosen;      /* the assessment that the reader has asked for; 0 = the latest */
  VbLadder *ladder;   /* whose roll-up the reader has asked for */
  GPtrArray *ladders; /* the choices of ladder_row; of VbLadder */
  gboolean refreshing;
};

G_DEFINE_FINAL_TYPE (VbLadderPage, vb_ladder_page, VB_TYPE_PAGE)

static VbDocument *
get_document (VbLadderPage *self)
{
  return vb_page_get_document (VB_PAGE (self));
}

static VbUnit *
get_unit (VbLadderPage *self)
{
  return vb_session_get_unit (vb_page_get_session (VB_PAGE (self)));
}

static VbDay
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return vb_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                          g_date_time_get_day_of_month (now));
}

/* ---- what there is to show ------------------------------------------------------------------- */

/* The result of a few is nobody's to see; but those who fill in a draft see what they are doing. */
static gboolean
is_withheld (VbLadderPage *self, VbAssessment *assessment)
{
  return vb_assessment_get_state (assessment) == VB_ASSESSMENT_DONE
         && vb_assessment_get_participants (assessment)
                < vb_document_get_smallest_group (get_document (self));
}

/* How much better than another an assessment is to begin with. */
static guint
rate (VbLadderPage *self, VbAssessment *assessment)
{
  if (vb_assessment_get_state (assessment) == VB_ASSESSMENT_DRAFT)
    return 2;
  return is_withheld (self, assessment) ? 1 : 3;
}

/* The one that was asked for, else the latest finished one that may be shown, else the latest
 * draft, else what there is. Not owned. */
static VbAssessment *
choose_assessment (VbLadderPage *self, VbUnit *unit)
{
  GListModel *assessments = vb_document_get_assessments (get_document (self));
  VbAssessment *best =
      self->chosen != 0 ? vb_document_get_assessment (get_document (self), self->chosen) : NULL;

  if (best != NULL && vb_assessment_get_unit_id (best) == vb_unit_get_id (unit))
    return best;
  best = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
    {
      g_autoptr (VbAssessment) assessment = g_list_model_get_item (assessments, i);

      if (vb_assessment_get_unit_id (assessment) == vb_unit_get_id (unit)
          && (best == NULL || rate (self, assessment) > rate (self, best)))
        best = assessment; /* the document keeps it */
    }
  return best;
}

/* Actions of @unit that still count. Owned by the caller. */
static GListModel *
list_actions (VbLadderPage *self, VbUnit *unit)
{
  GListModel *actions = vb_document_get_actions (get_document (self));
  GListStore *list = g_list_store_new (VB_TYPE_ACTION);

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (VbAction) action = g_list_model_get_item (actions, i);
      const VbActionFacts *facts = vb_action_get_facts (action);

      if (facts->unit_id == vb_unit_get_id (unit) && facts->status != VB_ACTION_CANCELLED)
        g_list_store_append (list, action);
    }
  return G_LIST_MODEL (list);
}

/* Whose roll-up is shown: of the assessment in sight, else the one asked for, else the latest. */
static VbLadder *
choose_ladder (VbLadderPage *self, VbAssessment *assessment)
{
  if (assessment != NULL)
    return vb_assessment_get_ladder (assessment);
  if (self->ladder != NULL && g_ptr_array_find (self->ladders, self->ladder, NULL))
    return self->ladder;
  return self->ladders->len > 0 ? g_ptr_array_index (self->ladders, 0) : NULL;
}

/* Fills in self->shown and self->rows; FALSE when there is nothing at all. */
static gboolean
look_up (VbLadderPage *self, VbUnit *unit, VbAssessment **assessment)
{
  VbDocument *document = get_document (self);
  GListModel *assessments = vb_document_get_assessments (document);
  guint smallest = vb_document_get_smallest_group (document);
  VbAssessment *previous = NULL;
  VbLadder *ladder;

  vb_ladder_shown_clear (&self->shown);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->ladders, g_ptr_array_unref);
  self->ladders = vb_ladder_board_list_ladders (assessments, unit);
  *assessment = choose_assessment (self, unit);
  ladder = choose_ladder (self, *assessment);
  if (ladder == NULL)
    return FALSE;

  self->shown.today = get_today ();
  self->shown.actions = list_actions (self, unit);
  self->rows = vb_ladder_board_roll_up (assessments, ladder, unit, smallest);
  self->shown.rollup = g_list_model_get_item (self->rows, 0);
  if (*assessment != NULL)
    {
      self->shown.withheld = is_withheld (self, *assessment);
      if (!self->shown.withheld)
        self->shown.result = vb_ladder_board_score (*assessment);
      previous = vb_ladder_board_find_previous (assessments, *assessment);
      if (previous != NULL && vb_assessment_get_participants (previous) >= smallest
          && self->shown.result != NULL)
        self->shown.previous = vb_ladder_board_score (previous);
    }
  return TRUE;
}

/* ---- showing it ------------------------------------------------------------------------------ */

static void
show_chart (VbChart *chart, VbDrawing *drawing)
{
  gtk_widget_set_visible (GTK_WIDGET (chart), drawing != NULL);
  vb_chart_set_drawing (chart, drawing);
}

static void
show_result (VbLadderPage *self, VbUnit *unit, VbAssessment *assessment)
{
  VbLadderResult *result = self->shown.result;
  g_autoptr (VbDrawing) staircase = NULL;
  g_autoptr (VbDrawing) profile = NULL;

  if (result != NULL)
    {
      staircase = vb_ladder_staircase_new (result, vb_unit_get_name (unit));
      profile = vb_ladder_profile_new (result, self->shown.previous);
      vb_next_steps_show (self->next_steps, result, self->shown.actions);
    }
  show_chart (self->staircase, staircase);
  show_chart (self->profile, profile);
  gtk_widget_set_visible (GTK_WIDGET (self->next_steps), result != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->withheld_card), self->shown.withheld);
  if (self->shown.withheld)
    {
      guint n = vb_assessment_get_participants (assessment);
      guint smallest = vb_document_get_smallest_group (get_document (self));
      g_autofree char *text = g_strdup_printf (
          ngettext ("This assessment was made by %u participant. Groups of fewer than %u are "
                    "counted in the units above, but are not shown by themselves.",
                    "This assessment was made by %u participants. Groups of fewer than %u are "
                    "counted in the units above, but are not shown by themselves.",
                    n),
          n, smallest);

      gtk_label_set_label (self->withheld_label, text);
    }
}

static void
show_rollup (VbLadderPage *self)
{
  const VbLadderGroup *all = vb_ladder_rollup_get_all (self->shown.rollup);
  /* A unit without units below it says all by its own assessments, unless there are several. */
  gboolean several = g_list_model_get_n_items (self->rows) > 1;
  gboolean spread = !all->withheld && all->n_assessments > 1;
  g_autoptr (VbDrawing) counts = spread ? vb_ladder_counts_new (self->shown.rollup) : NULL;
  g_autoptr (VbDrawing) areas = spread ? vb_ladder_spread_new (self->shown.rollup) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->tree_card), several);
  vb_ladder_tree_show (self->tree, several ? self->rows : NULL);
  show_chart (self->counts, counts);
  show_chart (self->spread, areas);
}

static char *
dup_ladder_name (VbLadder *ladder)
{
  return g_strdup_printf ("%s %s", vb_bilingual_get (vb_ladder_get_name (ladder)),
                          vb_ladder_get_version (ladder));
}

static void
show_ladder (VbLadderPage *self, VbAssessment *assessment)
{
  VbLadder *ladder = vb_ladder_rollup_get_ladder (self->shown.rollup);
  guint smallest = vb_document_get_smallest_group (get_document (self));
  g_autofree char *rule = vb_ladder_dup_rule (ladder);
  g_autofree char *text = NULL;
  guint selected = 0;
  const char *notice = vb_bilingual_get (vb_ladder_get_notice (ladder));

  self->refreshing = TRUE;
  /* An assessment has its ladder; where only the roll-up is shown, there is a choice. */
  gtk_widget_set_visible (GTK_WIDGET (self->ladder_row),
                          assessment == NULL && self->ladders->len > 1);
  if (g_ptr_array_find (self->ladders, ladder, &selected))
    {
      g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

      for (guint i = 0; i < self->ladders->len; i++)
        gtk_string_list_take (names, dup_ladder_name (g_ptr_array_index (self->ladders, i)));
      adw_combo_row_set_model (self->ladder_row, G_LIST_MODEL (names));
      adw_combo_row_set_selected (self->ladder_row, selected);
    }
  vb_assumption_row_set_value (self->smallest_row, smallest);
  self->refreshing = FALSE;

  gtk_widget_set_visible (GTK_WIDGET (self->notice), *notice != '\0');
  gtk_label_set_label (self->notice, notice);
  /* The rule belongs to the version of the ladder: another rule is another version. */
  text = g_strdup_printf ("%s\n\n%s", rule, vb_bilingual_get (vb_ladder_get_source (ladder)));
  gtk_label_set_label (self->source, text);
}

static void
update_actions (VbLadderPage *self, gboolean can_print)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ladder.new", get_unit (self) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ladder.save-pdf", can_print);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ladder.print", can_print);
}

static void
explain (VbLadderPage *self)
{
  vb_ladder_figures_explain (self->figures, &self->shown, self->source_card);
}

static void
close_wizard (VbLadderPage *self)
{
  VbAssessmentWizard *wizard = g_steal_pointer (&self->wizard);

  if (wizard == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, PAGE_BOARD);
  gtk_stack_remove (self->stack, GTK_WIDGET (wizard));
  vb_page_queue_refresh (VB_PAGE (self));
}

/* Whoever goes to another unit has left the wizard: all is stored. */
static void
follow_unit (VbLadderPage *self, VbUnit *unit)
{
  VbAssessment *assessment;

  if (self->wizard == NULL)
    return;
  assessment = vb_document_get_assessment (get_document (self),
                                           vb_assessment_wizard_get_assessment (self->wizard));
  if (assessment == NULL || unit == NULL
      || vb_assessment_get_unit_id (assessment) != vb_unit_get_id (unit))
    close_wizard (self);
}

static void
vb_ladder_page_refresh (VbPage *page)
{
  VbLadderPage *self = VB_LADDER_PAGE (page);
  VbUnit *unit = get_unit (self);
  VbAssessment *assessment = NULL;
  gboolean any;

  follow_unit (self, unit);
  /* Behind the wizard there is nobody to look. */
  if (self->wizard != NULL)
    return;

  any = unit != NULL && look_up (self, unit, &assessment);
  vb_page_frame_set_empty (self->frame, !any);
  update_actions (self, any);
  if (!any)
    return;

  vb_ladder_figures_show (self->figures, &self->shown);
  show_result (self, unit, assessment);
  show_rollup (self);
  show_ladder (self, assessment);
  vb_assessment_list_show (self->list, get_document (self), vb_unit_get_id (unit), assessment);
  gtk_widget_set_visible (GTK_WIDGET (self->list), assessment != NULL);
  vb_ladder_differences_show (self->differences, self->shown.result, self->shown.previous,
                              self->shown.rollup);
  explain (self);
}

static const char *
vb_ladder_page_get_help_term (VbPage *page)
{
  return _ ("Development ladder");
}

static const char *
vb_ladder_page_get_help_text (VbPage *page)
{
  return _ (
      "The ladder shows how far production and capacity planning has come, in five steps. A step "
      "is reached when it and all lower steps are fulfilled; the lowest mandatory area decides.\n\n"
      "A self-assessment is made by a role group of a unit. What is missing for the next step can "
      "be turned into actions. A unit also shows the assessments of all units below it: how many "
      "they are, how far apart they stand, and how that has changed. Small groups are counted, but "
      "not shown by themselves.");
}

/* ---- what the reader does -------------------------------------------------------------------- */

static void
on_wizard_done (VbLadderPage *self)
{
  self->chosen = vb_assessment_wizard_get_assessment (self->wizard);
  close_wizard (self);
}

static void
on_error (VbLadderPage *self, const GError *error)
{
  vb_page_report_error (VB_PAGE (self), error);
}

void
vb_ladder_page_open_assessment (VbLadderPage *self, gint64 assessment_id)
{
  g_return_if_fail (VB_IS_LADDER_PAGE (self));

  close_wizard (self);
  self->chosen = assessment_id;
  self->wizard =
      VB_ASSESSMENT_WIZARD (vb_assessment_wizard_new (get_document (self), assessment_id));
  g_signal_connect_object (self->wizard, "done", G_CALLBACK (on_wizard_done), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->wizard, "closed", G_CALLBACK (close_wizard), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->wizard, "error", G_CALLBACK (on_error), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->wizard), PAGE_WIZARD);
  gtk_stack_set_visible_child_name (self->stack, PAGE_WIZARD);
}

static void
on_open (VbLadderPage *self, gint64 assessment_id)
{
  vb_ladder_page_open_assessment (self, assessment_id);
}

static void
new_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbLadderPage *self = VB_LADDER_PAGE (widget);
  GtkWidget *window = vb_assessment_start_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                      vb_page_get_session (VB_PAGE (self)));

  g_signal_connect_object (window, "started", G_CALLBACK (on_open), self, G_CONNECT_SWAPPED);
  vb_figure_help_attach (window, vb_page_get_glossary (VB_PAGE (self)));
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_chosen (VbLadderPage *self, gint64 assessment_id)
{
  self->chosen = assessment_id;
  vb_page_queue_refresh (VB_PAGE (self));
}

static void
add_undo_toast (VbLadderPage *self, const char *title)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  vb_page_add_toast (VB_PAGE (self), toast);
}

static void
on_remove (VbLadderPage *self, gint64 assessment_id)
{
  g_autoptr (GError) error = NULL;

  if (vb_document_remove_assessment (get_document (self), assessment_id, &error))
    add_undo_toast (self, _ ("The assessment was removed"));
  else
    on_error (self, error);
}

/* A draft of an action: what the statement asks for, at its level, for the unit. */
static void
on_make_action (VbLadderPage *self, VbLadderStatement *statement)
{
  VbAssessment *assessment = vb_ladder_result_get_assessment (self->shown.result);
  VbLadder *ladder = vb_assessment_get_ladder (assessment);
  VbActionFacts facts = VB_ACTION_FACTS_INIT;
  g_autoptr (GError) error = NULL;

  facts.unit_id = vb_assessment_get_unit_id (assessment);
  facts.title = (char *) vb_bilingual_get (vb_ladder_statement_get_text (statement));
  facts.level = vb_ladder_statement_get_level (statement);
  facts.assessment_id = vb_assessment_get_id (assessment);
  facts.ladder_id = vb_ladder_make_id (vb_ladder_get_id (ladder), vb_ladder_get_version (ladder));
  facts.statement = (char *) vb_ladder_statement_get_id (statement);
  if (vb_document_add_action (get_document (self), &facts, &error) != 0)
    add_undo_toast (self, _ ("A draft action was made"));
  else
    on_error (self, error);
}

static void
on_show_action (VbLadderPage *self, gint64 action_id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "actions");
}

static void
on_unit_activated (VbLadderPage *self, VbUnit *unit)
{
  vb_session_set_unit (vb_page_get_session (VB_PAGE (self)), unit);
}

static void
on_ladder_selected (VbLadderPage *self)
{
  guint selected = adw_combo_row_get_selected (self->ladder_row);

  if (self->refreshing || self->ladders == NULL || selected >= self->ladders->len)
    return;
  g_set_object (&self->ladder, g_ptr_array_index (self->ladders, selected));
  vb_page_queue_refresh (VB_PAGE (self));
}

static void
on_drag_begin (VbLadderPage *self)
{
  vb_document_begin_group (get_document (self));
}

static void
on_drag_end (VbLadderPage *self)
{
  vb_document_end_group (get_document (self));
}

static void
on_smallest_changed (VbLadderPage *self, double value)
{
  g_autoptr (GError) error = NULL;

  if (!self->refreshing
      && !vb_document_set_smallest_group (get_document (self), (guint) value, &error))
    on_error (self, error);
}

static void
on_copy_clicked (VbLadderPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->tree), "table.copy", NULL);
  vb_page_add_toast (VB_PAGE (self), adw_toast_new (_ ("The table was copied")));
}

VbReport *
vb_ladder_page_make_report (VbLadderPage *self, gboolean units)
{
  VbUnit *unit;
  g_autofree char *path = NULL;

  g_return_val_if_fail (VB_IS_LADDER_PAGE (self), NULL);

  unit = get_unit (self);
  if (unit == NULL || self->rows == NULL)
    return NULL;
  path = vb_unit_dup_path (unit);
  /* What is withheld on the screen is so on paper: the roll-up withholds it again. */
  if (self->shown.result != NULL && !units)
    return vb_assessment_report_new (&(VbAssessmentReport){ .result = self->shown.result,
                                                            .previous = self->shown.previous,
                                                            .unit_name = vb_unit_get_name (unit),
                                                            .unit_path = path,
                                                            .actions = self->shown.actions,
                                                            .today = self->shown.today });
  return vb_rollup_report_new (self->rows, vb_document_get_smallest_group (get_document (self)),
                               self->shown.today);
}

static void
save_pdf_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (VbReport) report = vb_ladder_page_make_report (
      VB_LADDER_PAGE (widget), g_str_equal (action_name, "ladder.save-units-pdf"));

  if (report != NULL)
    vb_ladder_print_save (VB_PAGE (widget), report);
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (VbReport) report = vb_ladder_page_make_report (VB_LADDER_PAGE (widget), FALSE);

  if (report != NULL)
    vb_ladder_print_run (VB_PAGE (widget), report);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_ladder_page_constructed (GObject *object)
{
  static const char *const document_signals[] = { "ladders-changed", "assessments-changed",
                                                  "actions-changed" };

  G_OBJECT_CLASS (vb_ladder_page_parent_class)->constructed (object);

  for (guint i = 0; i < G_N_ELEMENTS (document_signals); i++)
    g_signal_connect_object (get_document (VB_LADDER_PAGE (object)), document_signals[i],
                             G_CALLBACK (vb_page_queue_refresh), object, G_CONNECT_SWAPPED);
}

static void
vb_ladder_page_dispose (GObject *object)
{
  VbLadderPage *self = VB_LADDER_PAGE (object);

  self->wizard = NULL;
  vb_ladder_shown_clear (&self->shown);
  g_clear_object (&self->rows);
  g_clear_object (&self->ladder);
  g_clear_pointer (&self->ladders, g_ptr_array_unref);

  G_OBJECT_CLASS (vb_ladder_page_parent_class)->dispose (object);
}

static void
vb_ladder_page_class_init (VbLadderPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  VbPageClass *page_class = VB_PAGE_CLASS (klass);

  object_class->constructed = vb_ladder_page_constructed;
  object_class->dispose = vb_ladder_page_dispose;
  page_class->refresh = vb_ladder_page_refresh;
  page_class->get_help_term = vb_ladder_page_get_help_term;
  page_class->get_help_text = vb_ladder_page_get_help_text;

  g_type_ensure (VB_TYPE_ASSESSMENT_LIST);
  g_type_ensure (VB_TYPE_ASSUMPTION_ROW);
  g_type_ensure (VB_TYPE_CARD);
  g_type_ensure (VB_TYPE_CHART);
  g_type_ensure (VB_TYPE_EMPTY_STATE);
  g_type_ensure (VB_TYPE_KEY_FIGURE_ROW);
  g_type_ensure (VB_TYPE_LADDER_DIFFERENCES);
  g_type_ensure (VB_TYPE_LADDER_TREE);
  g_type_ensure (VB_TYPE_NEXT_STEPS);
  g_type_ensure (VB_TYPE_PAGE_FRAME);
  g_type_ensure (VB_TYPE_SOURCE_CARD);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/assessment/vb-ladder-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VbLadderPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VbLadderPage, frame);
  gtk_widget_class_bind_template_child (widget_class, VbLadderPage, figures);
  gtk_widget_class_bind_template_child (widget_class, VbLadderPage, withheld_card);
  gtk_widget_class_bind_template_child (widget_class, VbLadderPage, withheld_label);
  gtk_widget_class_bind_template_child (widget_class, VbLadderPage, staircase);
  gtk_widget_class_bind_template_child (widget_class, VbLadderPage, profile);
  gtk_widget_class_bind_template_child (widget_class, VbLadderPage, tree_card);
  gtk_widget_class_bind_template_child (widget_class, VbLadderPage, tree);
  gtk_widget_class_bind_template_child (widget_class, VbLadderPage, counts);
  gtk_widget_class_bind_template_child (widget_class, VbLadderPage, spread);
  gtk_widget_class_bind_template_child (widget_class, VbLadderPage, list);
  gtk_widget_class_bind_template_child (widget_class, VbLadderPage, differences);
  gtk_widget_class_bind_template_child (widget_class, VbLadderPage, next_steps);
  gtk_widget_class_bind_template_child (widget_class, VbLadderPage, source_card);
  gtk_widget_class_bind_template_child (widget_class, VbLadderPage, ladder_row);
  gtk_widget_class_bind_template_child (widget_class, VbLadderPage, smallest_row);
  gtk_widget_class_bind_template_child (widget_class, VbLadderPage, notice);
  gtk_widget_class_bind_template_child (widget_class, VbLadderPage, source);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_begin);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_end);
  gtk_widget_class_bind_template_callback (widget_class, on_ladder_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_smallest_changed);

  gtk_widget_class_install_action (widget_class, "ladder.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "ladder.save-pdf", NULL, save_pdf_action);
  gtk_widget_class_install_action (widget_class, "ladder.save-units-pdf", NULL, save_pdf_action);
  gtk_widget_class_install_action (widget_class, "ladder.print", NULL, print_action);
}

static void
vb_ladder_page_init (VbLadderPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  vb_ladder_figures_fill (self->figures);
  vb_assumption_row_set_caption (self->smallest_row,
                                 _ ("participants; smaller groups are shown only rolled up. Own "
                                    "proposal"));
  g_signal_connect_object (self->figures, "notify::selected", G_CALLBACK (explain), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "open", G_CALLBACK (on_open), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "remove", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->next_steps, "make-action", G_CALLBACK (on_make_action), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->next_steps, "show-action", G_CALLBACK (on_show_action), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "unit-activated", G_CALLBACK (on_unit_activated), self,
                           G_CONNECT_SWAPPED);
}
