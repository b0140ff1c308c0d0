/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-review-row.h"

#include <glib/gi18n-lib.h>

#include "vb-wrap-layout.h"

struct _VbReviewRow
{
  GtkListBoxRow parent_instance;

  guint area;

  GtkLabel *name_label;
  GtkLabel *today_label;
  GtkLabel *wanted_label;
  GtkLabel *left_label;
  GtkLabel *hole_label;
};

G_DEFINE_FINAL_TYPE (VbReviewRow, vb_review_row, GTK_TYPE_LIST_BOX_ROW)

static void
vb_review_row_class_init (VbReviewRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (VB_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/assessment/vb-review-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VbReviewRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, VbReviewRow, today_label);
  gtk_widget_class_bind_template_child (widget_class, VbReviewRow, wanted_label);
  gtk_widget_class_bind_template_child (widget_class, VbReviewRow, left_label);
  gtk_widget_class_bind_template_child (widget_class, VbReviewRow, hole_label);
}

static void
vb_review_row_init (VbReviewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vb_review_row_new (guint area)
{
  VbReviewRow *self = g_object_new (VB_TYPE_REVIEW_ROW, NULL);

  self->area = area;

  return GTK_WIDGET (self);
}

void
vb_review_row_show (VbReviewRow *self, VbAssessment *assessment, const VbAreaStanding *standing)
{
  VbLadder *ladder = vb_assessment_get_ladder (assessment);
  g_autoptr (VbLadderArea) area = g_list_model_get_item (vb_ladder_get_areas (ladder), self->area);
  guint wanted = vb_assessment_get_area (assessment, vb_ladder_area_get_id (area))->wanted_step;
  g_autofree char *name = NULL;
  g_autofree char *today = NULL;
  g_autofree char *wanted_text = NULL;
  g_autofree char *left = NULL;
  g_autofree char *hole = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (VB_IS_REVIEW_ROW (self));
  g_return_if_fail (VB_IS_ASSESSMENT (assessment));

  name =
      g_strdup_printf ("%u %s", self->area + 1, vb_bilingual_get (vb_ladder_area_get_name (area)));
  today = vb_area_standing_describe (ladder, standing->step);
  /* Translators: the step where a unit wants to be; – when it has not said */
  wanted_text =
      wanted > 0 ? g_strdup_printf (_ ("wanted: step %u"), wanted) : g_strdup (_ ("wanted: –"));
  left = standing->n_left > 0 ? g_strdup_printf (
             ngettext ("%u not answered", "%u not answered", standing->n_left), standing->n_left)
                              : g_strdup (_ ("all answered"));
  hole = vb_area_standing_describe_hole (standing);
  spoken = g_strdup_printf ("%s: %s, %s, %s%s%s", name, today, wanted_text, left,
                            hole != NULL ? ". " : "", hole != NULL ? hole : "");

  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->today_label, today);
  gtk_label_set_label (self->wanted_label, wanted_text);
  gtk_label_set_label (self->left_label, left);
  gtk_label_set_label (self->hole_label, hole != NULL ? hole : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hole_label), hole != NULL);
  if (standing->n_left > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->left_label), "unanswered");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->left_label), "unanswered");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
