/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-area-card.h"

#include <glib/gi18n-lib.h>

#include "vb-area-standing.h"
#include "vb-ladder-board.h"
#include "vb-statement-row.h"
#include "vb-step-row.h"
#include "vb-text-saver.h"
#include "vb-wrap-layout.h"

#define FLOOR 1

struct _VbAreaCard
{
  AdwBin parent_instance;

  VbDocument *document;
  VbAssessment *assessment;
  VbLadderArea *area;
  guint index;                                   /* of the area in its ladder */
  VbStepRow *step_rows[VB_LADDER_MAX_STEPS + 1]; /* by step; rows of the list */
  GPtrArray *statement_rows;                     /* likewise, in the ladder's order */
  VbTextSaver *comment_saver;
  gboolean answering; /* the change that is on its way is our own */

  GtkScrolledWindow *scroller;
  GtkLabel *question_label;
  GtkLabel *help_label;
  GtkLabel *notice_label;
  GtkListBox *list;
  GtkTextView *comment_view;
};

enum
{
  SIGNAL_ERROR,
  SIGNAL_FINISHED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbAreaCard, vb_area_card, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

/* ---- rows ------------------------------------------------------------------------------------ */

static guint
get_row_step (VbStatementRow *row)
{
  return vb_ladder_statement_get_step (vb_statement_row_get_statement (row));
}

static const char *
get_row_id (VbStatementRow *row)
{
  return vb_ladder_statement_get_id (vb_statement_row_get_statement (row));
}

static gboolean
is_open (VbStatementRow *row)
{
  return gtk_widget_get_visible (GTK_WIDGET (row));
}

static void
on_expanded (VbAreaCard *self, GParamSpec *pspec, VbStepRow *step_row)
{
  for (guint i = 0; i < self->statement_rows->len; i++)
    if (get_row_step (self->statement_rows->pdata[i]) == vb_step_row_get_step (step_row))
      gtk_widget_set_visible (self->statement_rows->pdata[i], vb_step_row_get_expanded (step_row));
}

/* Beyond the first and the last row the focus leaves the list. */
static void
on_move (VbAreaCard *self, int direction, GtkWidget *row)
{
  GtkWidget *next = row;

  do
    next = direction > 0 ? gtk_widget_get_next_sibling (next) : gtk_widget_get_prev_sibling (next);
  while (next != NULL && (!gtk_widget_get_visible (next) || !gtk_widget_get_focusable (next)));

  if (next != NULL)
    gtk_widget_grab_focus (next);
  else if (direction > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->comment_view));
}

/* ---- what is stored -------------------------------------------------------------------------- */

/* Folds nothing: what the reader has in front of them stays. */
static void
show_standing (VbAreaCard *self)
{
  VbAreaStanding standing;
  g_autoptr (VbLadderResult) result = vb_ladder_board_score (self->assessment);

  vb_area_standing_read (&standing, result, self->index);
  for (guint step = FLOOR; step <= standing.last_step; step++)
    {
      g_autofree char *state = vb_area_standing_describe_state (&standing, step);

      vb_step_row_set_state (self->step_rows[step], state, standing.passes[step]);
    }
  if (standing.open_step > FLOOR)
    vb_step_row_set_expanded (self->step_rows[standing.open_step], TRUE);
}

static void
show_row (VbAreaCard *self, VbStatementRow *row)
{
  vb_statement_row_show (row, vb_assessment_get_answer (self->assessment, get_row_id (row)),
                         vb_assessment_get_evidence (self->assessment, get_row_id (row)));
}

static VbStatementRow *
find_row (VbAreaCard *self, const char *statement)
{
  for (guint i = 0; i < self->statement_rows->len; i++)
    if (g_str_equal (get_row_id (self->statement_rows->pdata[i]), statement))
      return self->statement_rows->pdata[i];

  return NULL;
}

static void
on_answer_changed (VbAreaCard *self, const char *statement)
{
  VbStatementRow *row = find_row (self, statement);

  if (row == NULL)
    return;

  show_row (self, row);
  show_standing (self);
  /* Undone: the reader is to see what. */
  if (!self->answering)
    vb_area_card_show_statement (self, statement);
}

static void
show_comment (VbAreaCard *self)
{
  vb_text_saver_set_text (
      self->comment_saver,
      vb_assessment_get_area (self->assessment, vb_ladder_area_get_id (self->area))->comment);
}

static void
on_state (VbAreaCard *self)
{
  gboolean draft = vb_assessment_get_state (self->assessment) == VB_ASSESSMENT_DRAFT;

  gtk_text_view_set_editable (self->comment_view, draft);
  for (guint i = 0; i < self->statement_rows->len; i++)
    gtk_widget_set_sensitive (self->statement_rows->pdata[i], draft);
}

/* ---- what the user does ---------------------------------------------------------------------- */

static VbStatementRow *
find_unanswered (VbAreaCard *self)
{
  for (guint i = 0; i < self->statement_rows->len; i++)
    {
      VbStatementRow *row = self->statement_rows->pdata[i];

      if (is_open (row) && vb_statement_row_get_answer (row) == VB_ANSWER_NONE)
        return row;
    }

  return NULL;
}

/* GTK scrolls to what gets the focus, but not to a row that has no place yet. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  VbAreaCard *self = VB_AREA_CARD (widget);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GtkWidget *content = gtk_widget_get_parent (GTK_WIDGET (self->list));
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (row, content, &bounds))
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (row) == 0)
    return G_SOURCE_CONTINUE;

  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->scroller), bounds.origin.y,
                             bounds.origin.y + bounds.size.height);

  return G_SOURCE_REMOVE;
}

static void
focus_row (VbAreaCard *self, VbStatementRow *row)
{
  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

/* On to the next statement in sight, then to one that was passed over, then out. */
static void
go_on (VbAreaCard *self, VbStatementRow *from)
{
  VbStatementRow *next = NULL;
  guint index;

  if (g_ptr_array_find (self->statement_rows, from, &index))
    for (guint i = index + 1; i < self->statement_rows->len && next == NULL; i++)
      if (is_open (self->statement_rows->pdata[i]))
        next = self->statement_rows->pdata[i];
  if (next == NULL)
    next = find_unanswered (self);

  if (next != NULL)
    focus_row (self, next);
  else
    g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}

static void
on_answered (VbAreaCard *self, guint answer, VbStatementRow *row)
{
  g_autoptr (GError) error = NULL;
  gboolean stored;

  self->answering = TRUE;
  stored = vb_document_set_answer (self->document, vb_assessment_get_id (self->assessment),
                                   get_row_id (row), answer, &error);
  self->answering = FALSE;

  if (!stored)
    {
      show_row (self, row);
      g_signal_emit (self, signals[SIGNAL_ERROR], 0, error);
    }
  else if (answer != VB_ANSWER_NONE)
    go_on (self, row);
}

static void
on_evidence (VbAreaCard *self, const char *text, VbStatementRow *row)
{
  g_autoptr (GError) error = NULL;
  gboolean stored;

  self->answering = TRUE;
  stored = vb_document_set_evidence (self->document, vb_assessment_get_id (self->assessment),
                                     get_row_id (row), text, &error);
  self->answering = FALSE;

  if (!stored)
    {
      show_row (self, row);
      g_signal_emit (self, signals[SIGNAL_ERROR], 0, error);
    }
}

static void
on_comment (VbAreaCard *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!vb_document_set_area_comment (self->document, vb_assessment_get_id (self->assessment),
                                     vb_ladder_area_get_id (self->area), text, &error))
    {
      show_comment (self);
      g_signal_emit (self, signals[SIGNAL_ERROR], 0, error);
    }
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_area_card_dispose (GObject *object)
{
  VbAreaCard *self = VB_AREA_CARD (object);

  g_clear_object (&self->comment_saver);
  g_clear_object (&self->area);
  g_clear_object (&self->assessment);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vb_area_card_parent_class)->dispose (object);
}

static void
vb_area_card_finalize (GObject *object)
{
  g_ptr_array_unref (VB_AREA_CARD (object)->statement_rows);

  G_OBJECT_CLASS (vb_area_card_parent_class)->finalize (object);
}

static void
vb_area_card_class_init (VbAreaCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vb_area_card_dispose;
  object_class->finalize = vb_area_card_finalize;

  signals[SIGNAL_ERROR] = g_signal_new ("error", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (VB_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/assessment/vb-area-card.ui");
  gtk_widget_class_bind_template_child (widget_class, VbAreaCard, scroller);
  gtk_widget_class_bind_template_child (widget_class, VbAreaCard, question_label);
  gtk_widget_class_bind_template_child (widget_class, VbAreaCard, help_label);
  gtk_widget_class_bind_template_child (widget_class, VbAreaCard, notice_label);
  gtk_widget_class_bind_template_child (widget_class, VbAreaCard, list);
  gtk_widget_class_bind_template_child (widget_class, VbAreaCard, comment_view);
}

static void
vb_area_card_init (VbAreaCard *self)
{
  self->statement_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->comment_saver = vb_text_saver_new (GTK_WIDGET (self->comment_view));
  g_signal_connect_object (self->comment_saver, "save", G_CALLBACK (on_comment), self,
                           G_CONNECT_SWAPPED);
}

static void
set_text (GtkLabel *label, const VbBilingual *text)
{
  gtk_label_set_label (label, vb_bilingual_get (text));
  gtk_widget_set_visible (GTK_WIDGET (label), !vb_bilingual_is_empty (text));
}

static void
add_step (VbAreaCard *self, VbLadder *ladder, guint step)
{
  GListModel *statements = vb_ladder_area_get_statements (self->area);
  GtkWidget *step_row = vb_step_row_new (ladder, self->area, step);

  self->step_rows[step] = VB_STEP_ROW (step_row);
  g_signal_connect_object (step_row, "notify::expanded", G_CALLBACK (on_expanded), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (step_row, "move", G_CALLBACK (on_move), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, step_row);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (VbLadderStatement) statement = g_list_model_get_item (statements, i);
      GtkWidget *row;

      if (vb_ladder_statement_get_step (statement) != step)
        continue;
      row = vb_statement_row_new (statement);
      gtk_widget_set_visible (row, FALSE);
      g_signal_connect_object (row, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "evidence", G_CALLBACK (on_evidence), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "move", G_CALLBACK (on_move), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->statement_rows, row);
      gtk_list_box_append (self->list, row);
      show_row (self, VB_STATEMENT_ROW (row));
    }
}

GtkWidget *
vb_area_card_new (VbDocument *document, VbAssessment *assessment, guint area)
{
  VbAreaCard *self;
  VbLadder *ladder;
  g_autofree char *changed = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (VB_IS_ASSESSMENT (assessment), NULL);

  self = g_object_new (VB_TYPE_AREA_CARD, NULL);
  ladder = vb_assessment_get_ladder (assessment);
  self->document = g_object_ref (document);
  self->assessment = g_object_ref (assessment);
  self->index = area;
  self->area = g_list_model_get_item (vb_ladder_get_areas (ladder), area);

  set_text (self->question_label, vb_ladder_area_get_question (self->area));
  set_text (self->help_label, vb_ladder_area_get_help (self->area));
  set_text (self->notice_label, vb_ladder_get_notice (ladder));
  for (guint step = FLOOR; step <= vb_ladder_area_get_last_step (self->area); step++)
    add_step (self, ladder, step);
  show_standing (self);
  show_comment (self);
  on_state (self);

  g_signal_connect_object (assessment, "answer-changed", G_CALLBACK (on_answer_changed), self,
                           G_CONNECT_SWAPPED);
  changed = g_strconcat ("area-changed::", vb_ladder_area_get_id (self->area), NULL);
  g_signal_connect_object (assessment, changed, G_CALLBACK (show_comment), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (assessment, "notify::state", G_CALLBACK (on_state), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
vb_area_card_flush (VbAreaCard *self)
{
  g_return_if_fail (VB_IS_AREA_CARD (self));

  for (guint i = 0; i < self->statement_rows->len; i++)
    vb_statement_row_flush (self->statement_rows->pdata[i]);
  vb_text_saver_flush (self->comment_saver);
}

void
vb_area_card_focus_first (VbAreaCard *self)
{
  VbStatementRow *row;

  g_return_if_fail (VB_IS_AREA_CARD (self));

  row = find_unanswered (self);
  for (guint i = 0; i < self->statement_rows->len && row == NULL; i++)
    if (is_open (self->statement_rows->pdata[i]))
      row = self->statement_rows->pdata[i];

  if (row != NULL)
    focus_row (self, row);
}

void
vb_area_card_show_statement (VbAreaCard *self, const char *statement)
{
  VbStatementRow *row;

  g_return_if_fail (VB_IS_AREA_CARD (self));

  row = find_row (self, statement);
  if (row == NULL)
    return;

  vb_step_row_set_expanded (self->step_rows[get_row_step (row)], TRUE);
  focus_row (self, row);
}
