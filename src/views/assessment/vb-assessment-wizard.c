/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-assessment-wizard.h"

#include <glib/gi18n-lib.h>

#include "vb-area-card.h"
#include "vb-area-dots.h"
#include "vb-area-standing.h"
#include "vb-choice-row.h"
#include "vb-ladder-board.h"
#include "vb-review-card.h"
#include "vb-wrap-layout.h"

struct _VbAssessmentWizard
{
  AdwBin parent_instance;

  VbDocument *document;
  VbAssessment *assessment;
  guint n_areas;
  guint page; /* the number of an area, or n_areas for the review */

  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  VbAreaDots *dots;
  AdwBin *body; /* holds a VbAreaCard or the VbReviewCard */
  GtkWidget *standing_card;
  GtkLabel *today_label;
  VbChoiceRow *wanted_choices;
  GtkWidget *previous_button;
  GtkLabel *previous_label;
  GtkWidget *next_button;
  GtkLabel *next_label;
  GtkWidget *next_arrow;
};

enum
{
  SIGNAL_DONE,
  SIGNAL_CLOSED,
  SIGNAL_ERROR,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbAssessmentWizard, vb_assessment_wizard, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static gboolean
is_review (VbAssessmentWizard *self)
{
  return self->page == self->n_areas;
}

static VbLadder *
get_ladder (VbAssessmentWizard *self)
{
  return vb_assessment_get_ladder (self->assessment);
}

/* Not owned: the ladder keeps it. */
static VbLadderArea *
get_area (VbAssessmentWizard *self, guint index)
{
  g_autoptr (VbLadderArea) area =
      g_list_model_get_item (vb_ladder_get_areas (get_ladder (self)), index);

  return area;
}

static const char *
get_area_id (VbAssessmentWizard *self, guint index)
{
  return vb_ladder_area_get_id (get_area (self, index));
}

static const char *
get_area_name (VbAssessmentWizard *self, guint index)
{
  return vb_bilingual_get (vb_ladder_area_get_name (get_area (self, index)));
}

static gboolean
is_draft (VbAssessmentWizard *self)
{
  return vb_assessment_get_state (self->assessment) == VB_ASSESSMENT_DRAFT;
}

static VbAreaCard *
get_card (VbAssessmentWizard *self)
{
  GtkWidget *card = adw_bin_get_child (self->body);

  return VB_IS_AREA_CARD (card) ? VB_AREA_CARD (card) : NULL;
}

static void
tell_error (VbAssessmentWizard *self, GError *error)
{
  g_signal_emit (self, signals[SIGNAL_ERROR], 0, error);
}

/* ---- what is shown --------------------------------------------------------------------------- */

static void
show_dot (VbAssessmentWizard *self, VbLadderResult *result, guint index)
{
  VbAreaStanding standing;
  g_autofree char *step = NULL;
  g_autofree char *left = NULL;
  g_autofree char *name = NULL;

  vb_area_standing_read (&standing, result, index);
  step = vb_area_standing_describe (get_ladder (self), standing.step);
  left = standing.n_left == 0
             ? g_strdup (_ ("nothing left to answer"))
             : g_strdup_printf (ngettext ("%u statement left to answer",
                                          "%u statements left to answer", standing.n_left),
                                standing.n_left);
  name = g_strdup_printf ("%u %s: %s, %s", index + 1, get_area_name (self, index), step, left);
  vb_area_dots_set_page (self->dots, index, name, standing.n_left == 0);
}

static void
show_subtitle (VbAssessmentWizard *self)
{
  VbUnit *unit =
      vb_document_get_unit (self->document, vb_assessment_get_unit_id (self->assessment));
  g_autofree char *day = vb_day_format (vb_assessment_get_day (self->assessment));
  g_autofree char *subtitle = NULL;

  subtitle =
      g_strdup_printf ("%s · %s · %s · %s", unit != NULL ? vb_unit_get_name (unit) : "–",
                       vb_role_group_get_label (vb_assessment_get_role (self->assessment)), day,
                       is_draft (self) ? _ ("saved as you go") : _ ("done, not to be changed"));
  gtk_label_set_label (self->subtitle_label, subtitle);
}

static void
show_standing (VbAssessmentWizard *self)
{
  g_autoptr (VbLadderResult) result = vb_ladder_board_score (self->assessment);
  VbAreaStanding standing;
  g_autofree char *step = NULL;

  for (guint i = 0; i < self->n_areas; i++)
    show_dot (self, result, i);
  if (is_review (self))
    return;

  vb_area_standing_read (&standing, result, self->page);
  step = vb_area_standing_describe (get_ladder (self), standing.step);
  gtk_label_set_label (self->today_label, step);
  vb_choice_row_set_chosen (
      self->wanted_choices,
      vb_assessment_get_area (self->assessment, get_area_id (self, self->page))->wanted_step);
}

/* The buttons are called what they lead to. */
static void
show_buttons (VbAssessmentWizard *self)
{
  const char *previous = self->page > 0 ? get_area_name (self, self->page - 1) : "";
  const char *next;
  g_autofree char *previous_name = g_strdup_printf (_ ("Previous: %s"), previous);
  g_autofree char *next_name = NULL;

  if (!is_review (self))
    next = self->page + 1 < self->n_areas ? get_area_name (self, self->page + 1) : _ ("Review");
  else if (is_draft (self))
    next = _ ("Finish");
  else
    next = _ ("Change Answers");
  next_name = is_review (self) ? g_strdup (next) : g_strdup_printf (_ ("Next: %s"), next);

  gtk_widget_set_visible (self->previous_button, self->page > 0);
  gtk_label_set_label (self->previous_label, previous);
  gtk_widget_set_tooltip_text (self->previous_button, previous_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->previous_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, previous_name, -1);
  gtk_label_set_label (self->next_label, next);
  gtk_widget_set_visible (self->next_arrow, !is_review (self));
  gtk_widget_set_tooltip_text (self->next_button, next_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  next_name, -1);
}

static void
on_finished (VbAssessmentWizard *self)
{
  gtk_widget_grab_focus (self->next_button);
}

static GtkWidget *
make_card (VbAssessmentWizard *self)
{
  GtkWidget *card;

  if (is_review (self))
    {
      card = vb_review_card_new (self->assessment);
      g_signal_connect_object (card, "picked", G_CALLBACK (vb_assessment_wizard_show_page), self,
                               G_CONNECT_SWAPPED);
      return card;
    }

  card = vb_area_card_new (self->document, self->assessment, self->page);
  g_signal_connect_object (card, "error", G_CALLBACK (tell_error), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "finished", G_CALLBACK (on_finished), self, G_CONNECT_SWAPPED);

  return card;
}

/* On the review there is something to do when it is read: finish it. */
static void
focus_page (VbAssessmentWizard *self)
{
  VbAreaCard *card = get_card (self);

  if (card != NULL)
    vb_area_card_focus_first (card);
  else
    gtk_widget_grab_focus (self->next_button);
}

static void
show_page (VbAssessmentWizard *self)
{
  g_autofree char *title = NULL;

  if (is_review (self))
    title = g_strdup (_ ("Review"));
  else
    title = g_strdup_printf ("%u %s", self->page + 1, get_area_name (self, self->page));

  gtk_label_set_label (self->title_label, title);
  adw_bin_set_child (self->body, make_card (self));
  gtk_widget_set_visible (self->standing_card, !is_review (self));
  vb_area_dots_set_current (self->dots, self->page);
  show_subtitle (self);
  show_standing (self);
  show_buttons (self);
}

/* ---- what changes in the document ------------------------------------------------------------ */

static guint
find_area_of (VbAssessmentWizard *self, const char *statement)
{
  for (guint i = 0; i < self->n_areas; i++)
    {
      GListModel *statements = vb_ladder_area_get_statements (get_area (self, i));

      for (guint j = 0; j < g_list_model_get_n_items (statements); j++)
        {
          g_autoptr (VbLadderStatement) each = g_list_model_get_item (statements, j);

          if (g_str_equal (vb_ladder_statement_get_id (each), statement))
            return i;
        }
    }

  g_return_val_if_reached (self->page);
}

/* What is changed from a page in sight is in sight; what is undone may not be, and is then shown.
 */
static void
on_answer_changed (VbAssessmentWizard *self, const char *statement)
{
  guint area = find_area_of (self, statement);

  show_standing (self);
  if (area != self->page)
    {
      vb_assessment_wizard_show_page (self, area);
      vb_area_card_show_statement (get_card (self), statement);
    }
}

static void
on_state (VbAssessmentWizard *self)
{
  show_subtitle (self);
  show_buttons (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->wanted_choices), is_draft (self));
}

static void
on_assessments_changed (VbAssessmentWizard *self)
{
  if (vb_document_get_assessment (self->document, vb_assessment_wizard_get_assessment (self))
      == NULL)
    g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

/* ---- what the user does ---------------------------------------------------------------------- */

static void
on_wanted_picked (VbAssessmentWizard *self, guint step)
{
  const char *area = get_area_id (self, self->page);
  guint wanted = vb_assessment_get_area (self->assessment, area)->wanted_step;
  g_autoptr (GError) error = NULL;

  /* The same once more takes it away. */
  if (!vb_document_set_wanted_step (self->document, vb_assessment_get_id (self->assessment), area,
                                    step != wanted ? step : 0, &error))
    tell_error (self, error);
  show_standing (self);
  gtk_widget_grab_focus (self->next_button);
}

static void
previous (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VbAssessmentWizard *self = VB_ASSESSMENT_WIZARD (widget);

  if (self->page > 0)
    vb_assessment_wizard_show_page (self, self->page - 1);
}

static void
finish (VbAssessmentWizard *self)
{
  g_autoptr (GError) error = NULL;

  if (vb_document_finish_assessment (self->document, vb_assessment_get_id (self->assessment),
                                     &error))
    g_signal_emit (self, signals[SIGNAL_DONE], 0);
  else
    tell_error (self, error);
}

static void
reopen (VbAssessmentWizard *self)
{
  g_autoptr (GError) error = NULL;

  if (!vb_document_reopen_assessment (self->document, vb_assessment_get_id (self->assessment),
                                      &error))
    tell_error (self, error);
}

/* Ctrl+Page Down ends on the review: to be done is a decision of its own. */
static void
next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VbAssessmentWizard *self = VB_ASSESSMENT_WIZARD (widget);

  if (!is_review (self))
    vb_assessment_wizard_show_page (self, self->page + 1);
}

static void
on_next_clicked (VbAssessmentWizard *self)
{
  if (!is_review (self))
    vb_assessment_wizard_show_page (self, self->page + 1);
  else if (is_draft (self))
    finish (self);
  else
    reopen (self);
}

static void
leave (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VbAssessmentWizard *self = VB_ASSESSMENT_WIZARD (widget);
  VbAreaCard *card = get_card (self);

  if (card != NULL)
    vb_area_card_flush (card);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

/* ---- life ------------------------------------------------------------------------------------ */

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  focus_page (VB_ASSESSMENT_WIZARD (widget));

  return G_SOURCE_REMOVE;
}

/* Not at once: a stack that shows another page than before moves the focus there itself. */
static void
vb_assessment_wizard_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vb_assessment_wizard_parent_class)->map (widget);

  gtk_widget_add_tick_callback (widget, on_tick, NULL, NULL);
}

static void
vb_assessment_wizard_dispose (GObject *object)
{
  VbAssessmentWizard *self = VB_ASSESSMENT_WIZARD (object);

  g_clear_object (&self->assessment);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vb_assessment_wizard_parent_class)->dispose (object);
}

static void
vb_assessment_wizard_class_init (VbAssessmentWizardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_assessment_wizard_dispose;
  widget_class->map = vb_assessment_wizard_map;

  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ERROR] = g_signal_new ("error", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  gtk_widget_class_install_action (widget_class, "assessment.previous", NULL, previous);
  gtk_widget_class_install_action (widget_class, "assessment.next", NULL, next);
  gtk_widget_class_install_action (widget_class, "assessment.leave", NULL, leave);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "assessment.leave", NULL);

  g_type_ensure (VB_TYPE_AREA_DOTS);
  g_type_ensure (VB_TYPE_CHOICE_ROW);
  g_type_ensure (VB_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/assessment/vb-assessment-wizard.ui");
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentWizard, title_label);
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentWizard, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentWizard, dots);
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentWizard, body);
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentWizard, standing_card);
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentWizard, today_label);
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentWizard, wanted_choices);
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentWizard, previous_button);
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentWizard, previous_label);
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentWizard, next_button);
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentWizard, next_label);
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentWizard, next_arrow);
  gtk_widget_class_bind_template_callback (widget_class, vb_assessment_wizard_show_page);
  gtk_widget_class_bind_template_callback (widget_class, on_wanted_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
}

static void
vb_assessment_wizard_init (VbAssessmentWizard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Where it was left; on the review when nothing is left to answer. */
static guint
find_first_page (VbAssessmentWizard *self)
{
  const char *current = vb_assessment_get_current_area (self->assessment);
  g_autoptr (VbLadderResult) result = vb_ladder_board_score (self->assessment);
  guint n_left = 0;
  guint page = 0;

  for (guint i = 0; i < self->n_areas; i++)
    {
      VbAreaStanding standing;

      vb_area_standing_read (&standing, result, i);
      n_left += standing.n_left;
      if (g_strcmp0 (get_area_id (self, i), current) == 0)
        page = i;
    }

  return n_left == 0 || !is_draft (self) ? self->n_areas : page;
}

GtkWidget *
vb_assessment_wizard_new (VbDocument *document, gint64 assessment_id)
{
  VbAssessmentWizard *self;
  VbAssessment *assessment;

  g_return_val_if_fail (VB_IS_DOCUMENT (document), NULL);
  assessment = vb_document_get_assessment (document, assessment_id);
  g_return_val_if_fail (assessment != NULL, NULL);

  self = g_object_new (VB_TYPE_ASSESSMENT_WIZARD, NULL);
  self->document = g_object_ref (document);
  self->assessment = g_object_ref (assessment);
  self->n_areas = g_list_model_get_n_items (vb_ladder_get_areas (get_ladder (self)));

  for (guint step = 1; step <= vb_ladder_get_n_steps (get_ladder (self)); step++)
    {
      g_autofree char *label = g_strdup_printf ("%u", step);
      g_autofree char *described = vb_area_standing_describe (get_ladder (self), step);
      g_autofree char *name = g_strdup_printf (_ ("Wanted: %s"), described);

      vb_choice_row_append (self->wanted_choices, label, name);
    }
  vb_area_dots_set_n_areas (self->dots, self->n_areas);
  vb_area_dots_set_page (self->dots, self->n_areas, _ ("Review"), FALSE);

  self->page = find_first_page (self);
  show_page (self);
  on_state (self);

  g_signal_connect_object (assessment, "answer-changed", G_CALLBACK (on_answer_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (assessment, "area-changed", G_CALLBACK (show_standing), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (assessment, "notify::state", G_CALLBACK (on_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (assessment, "notify::role", G_CALLBACK (show_subtitle), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (assessment, "notify::day", G_CALLBACK (show_subtitle), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "assessments-changed", G_CALLBACK (on_assessments_changed),
                           self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

gint64
vb_assessment_wizard_get_assessment (VbAssessmentWizard *self)
{
  g_return_val_if_fail (VB_IS_ASSESSMENT_WIZARD (self), 0);

  return vb_assessment_get_id (self->assessment);
}

guint
vb_assessment_wizard_get_page (VbAssessmentWizard *self)
{
  g_return_val_if_fail (VB_IS_ASSESSMENT_WIZARD (self), 0);

  return self->page;
}

void
vb_assessment_wizard_show_page (VbAssessmentWizard *self, guint page)
{
  VbAreaCard *card;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (VB_IS_ASSESSMENT_WIZARD (self));
  g_return_if_fail (page <= self->n_areas);

  card = get_card (self);
  if (card != NULL)
    vb_area_card_flush (card);

  self->page = page;
  show_page (self);
  focus_page (self);

  if (!is_review (self)
      && !vb_document_set_current_area (self->document, vb_assessment_get_id (self->assessment),
                                        get_area_id (self, page), &error))
    tell_error (self, error);
}
