/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-review-card.h"

#include <glib/gi18n-lib.h>

#include "vb-area-standing.h"
#include "vb-ladder-board.h"
#include "vb-number.h"
#include "vb-review-row.h"

struct _VbReviewCard
{
  AdwBin parent_instance;

  VbAssessment *assessment;

  GtkLabel *step_label;
  GtkLabel *mean_label;
  GtkLabel *unanswered_label;
  GtkLabel *notice_label;
  GtkListBox *list;
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbReviewCard, vb_review_card, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static void
on_row_activated (VbReviewCard *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, (guint) gtk_list_box_row_get_index (row));
}

static void
vb_review_card_dispose (GObject *object)
{
  VbReviewCard *self = VB_REVIEW_CARD (object);

  g_clear_object (&self->assessment);

  G_OBJECT_CLASS (vb_review_card_parent_class)->dispose (object);
}

static void
vb_review_card_class_init (VbReviewCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_review_card_dispose;

  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/assessment/vb-review-card.ui");
  gtk_widget_class_bind_template_child (widget_class, VbReviewCard, step_label);
  gtk_widget_class_bind_template_child (widget_class, VbReviewCard, mean_label);
  gtk_widget_class_bind_template_child (widget_class, VbReviewCard, unanswered_label);
  gtk_widget_class_bind_template_child (widget_class, VbReviewCard, notice_label);
  gtk_widget_class_bind_template_child (widget_class, VbReviewCard, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
vb_review_card_init (VbReviewCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_overall (VbReviewCard *self, VbLadderResult *result, guint n_left)
{
  VbLadder *ladder = vb_assessment_get_ladder (self->assessment);
  g_autofree char *step = NULL;
  g_autofree char *mean = NULL;
  g_autofree char *step_text = NULL;
  g_autofree char *mean_text = NULL;
  g_autofree char *unanswered = NULL;
  const VbBilingual *notice = vb_ladder_get_notice (ladder);

  step = vb_area_standing_describe (ladder,
                                    vb_ladder_result_get_step (result, VB_PLANNING_LEVEL_NONE));
  /* Translators: %s is a step, "Step 2 · Begun" */
  step_text = g_strdup_printf (_ ("Reached: %s"), step);
  mean = vb_number_format (vb_ladder_result_get_mean (result), 1);
  mean_text =
      g_strdup_printf (_ ("The lowest step of the areas that count. Their mean is %s."), mean);
  gtk_label_set_label (self->step_label, step_text);
  gtk_label_set_label (self->mean_label, mean_text);

  unanswered = n_left == 0 ? g_strdup (_ ("Every statement that it takes is answered."))
                           : g_strdup_printf (ngettext ("%u statement that counts is not answered. "
                                                        "It is taken as no.",
                                                        "%u statements that count are not "
                                                        "answered. They are taken as no.",
                                                        n_left),
                                              n_left);
  gtk_label_set_label (self->unanswered_label, unanswered);
  gtk_label_set_label (self->notice_label, vb_bilingual_get (notice));
  gtk_widget_set_visible (GTK_WIDGET (self->notice_label), !vb_bilingual_is_empty (notice));
}

static void
refresh (VbReviewCard *self)
{
  GListModel *areas = vb_ladder_get_areas (vb_assessment_get_ladder (self->assessment));
  g_autoptr (VbLadderResult) result = vb_ladder_board_score (self->assessment);
  guint n_left = 0;

  for (guint i = 0; i < g_list_model_get_n_items (areas); i++)
    {
      VbAreaStanding standing;

      vb_area_standing_read (&standing, result, i);
      n_left += standing.n_left;
      vb_review_row_show (VB_REVIEW_ROW (gtk_list_box_get_row_at_index (self->list, i)),
                          self->assessment, &standing);
    }
  show_overall (self, result, n_left);
}

GtkWidget *
vb_review_card_new (VbAssessment *assessment)
{
  VbReviewCard *self;
  GListModel *areas;

  g_return_val_if_fail (VB_IS_ASSESSMENT (assessment), NULL);

  self = g_object_new (VB_TYPE_REVIEW_CARD, NULL);
  self->assessment = g_object_ref (assessment);

  areas = vb_ladder_get_areas (vb_assessment_get_ladder (assessment));
  for (guint i = 0; i < g_list_model_get_n_items (areas); i++)
    gtk_list_box_append (self->list, vb_review_row_new (i));
  refresh (self);

  g_signal_connect_object (assessment, "answer-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (assessment, "area-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
