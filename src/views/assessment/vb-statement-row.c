/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-statement-row.h"

#include <glib/gi18n-lib.h>

#include "vb-choice-row.h"
#include "vb-text-saver.h"
#include "vb-wrap-layout.h"

struct _VbStatementRow
{
  GtkListBoxRow parent_instance;

  VbLadderStatement *statement;
  VbTextSaver *evidence_saver;

  GtkLabel *step_label;
  GtkLabel *text_label;
  VbChoiceRow *answers;
  GtkEntry *evidence_entry;
};

enum
{
  SIGNAL_ANSWERED,
  SIGNAL_EVIDENCE,
  SIGNAL_MOVE,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbStatementRow, vb_statement_row, GTK_TYPE_LIST_BOX_ROW)

static guint signals[N_SIGNALS];

/* A screen reader that comes to the row hears all that it takes to answer, and what was answered.
 */
static void
update_name (VbStatementRow *self)
{
  g_autofree char *name = NULL;

  name = g_strdup_printf (
      /* Translators: a statement as it is read aloud: "Step 3 · Tactical. The forecast is made …
       * Answer: Partly" */
      _ ("%s. %s Answer: %s"), gtk_label_get_label (self->step_label),
      gtk_label_get_label (self->text_label),
      vb_answer_get_label (vb_choice_row_get_chosen (self->answers)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The answers are numbered as their keys. */
G_STATIC_ASSERT (VB_ANSWER_NONE == 0 && VB_ANSWER_NO == 1
                 && VB_ANSWER_NOT_RELEVANT == VB_N_ANSWERS - 1);

static void
answer (VbStatementRow *self, VbAnswer given)
{
  vb_choice_row_set_chosen (self->answers, given);
  update_name (self);
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, (guint) given);
}

static void
on_picked (VbStatementRow *self, guint picked)
{
  answer (self, picked);
}

static void
on_evidence (VbStatementRow *self, const char *text)
{
  g_signal_emit (self, signals[SIGNAL_EVIDENCE], 0, text);
}

static void
on_evidence_activate (VbStatementRow *self)
{
  vb_statement_row_flush (self);
  g_signal_emit (self, signals[SIGNAL_MOVE], 0, 1);
}

static void
on_activate (VbStatementRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->evidence_entry));
}

/* Digits that are typed into the evidence never come here. */
static gboolean
on_key (VbStatementRow *self, guint keyval, guint keycode, GdkModifierType modifiers)
{
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (keyval >= GDK_KEY_0 && keyval < GDK_KEY_0 + VB_N_ANSWERS)
    answer (self, keyval - GDK_KEY_0);
  else if (keyval >= GDK_KEY_KP_0 && keyval < GDK_KEY_KP_0 + VB_N_ANSWERS)
    answer (self, keyval - GDK_KEY_KP_0);
  else if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_BackSpace)
    answer (self, VB_ANSWER_NONE);
  else if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    g_signal_emit (self, signals[SIGNAL_MOVE], 0, 1);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    g_signal_emit (self, signals[SIGNAL_MOVE], 0, -1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
vb_statement_row_dispose (GObject *object)
{
  VbStatementRow *self = VB_STATEMENT_ROW (object);

  g_clear_object (&self->evidence_saver);
  g_clear_object (&self->statement);

  G_OBJECT_CLASS (vb_statement_row_parent_class)->dispose (object);
}

static void
vb_statement_row_class_init (VbStatementRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_statement_row_dispose;

  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_EVIDENCE] = g_signal_new ("evidence", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_MOVE] = g_signal_new ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (VB_TYPE_CHOICE_ROW);
  g_type_ensure (VB_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/assessment/vb-statement-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VbStatementRow, step_label);
  gtk_widget_class_bind_template_child (widget_class, VbStatementRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, VbStatementRow, answers);
  gtk_widget_class_bind_template_child (widget_class, VbStatementRow, evidence_entry);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_evidence_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
vb_statement_row_init (VbStatementRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (VbAnswer each = VB_ANSWER_NO; each < VB_N_ANSWERS; each++)
    {
      const char *word = vb_answer_get_label (each);
      g_autofree char *name = g_strdup_printf ("%u %s", each, word);
      g_autofree char *label = g_markup_printf_escaped ("%u   %s", each, word);

      vb_choice_row_append (self->answers, label, name);
    }
  self->evidence_saver = vb_text_saver_new (GTK_WIDGET (self->evidence_entry));
  g_signal_connect_object (self->evidence_saver, "save", G_CALLBACK (on_evidence), self,
                           G_CONNECT_SWAPPED);
}

/* The step of a statement and its level. */
static char *
describe_place (guint step, VbPlanningLevel level)
{
  if (level == VB_PLANNING_LEVEL_NONE)
    return g_strdup_printf (_ ("Step %u"), step);

  /* Translators: the step of a statement and its level: "Step 3 · Tactical" */
  return g_strdup_printf (_ ("Step %u · %s"), step, vb_planning_level_get_label (level));
}

/* Statements below each other begin at the same place, whatever their levels. */
static void
show_place (VbStatementRow *self, guint step, VbPlanningLevel level)
{
  g_autofree char *shown = describe_place (step, level);
  glong width = 0;

  for (VbPlanningLevel each = VB_PLANNING_LEVEL_NONE; each < VB_N_PLANNING_LEVELS; each++)
    {
      g_autofree char *place = describe_place (step, each);

      width = MAX (width, g_utf8_strlen (place, -1));
    }
  gtk_label_set_label (self->step_label, shown);
  /* In a small font, and most letters are narrower than the one that such a width is counted in. */
  gtk_label_set_width_chars (self->step_label, (int) (3 * width + 3) / 4);
}

GtkWidget *
vb_statement_row_new (VbLadderStatement *statement)
{
  VbStatementRow *self;
  const char *text, *example;
  g_autofree char *evidence = NULL;

  g_return_val_if_fail (VB_IS_LADDER_STATEMENT (statement), NULL);

  self = g_object_new (VB_TYPE_STATEMENT_ROW, NULL);
  self->statement = g_object_ref (statement);
  text = vb_bilingual_get (vb_ladder_statement_get_text (statement));
  example = vb_bilingual_get (vb_ladder_statement_get_evidence (statement));

  show_place (self, vb_ladder_statement_get_step (statement),
              vb_ladder_statement_get_level (statement));
  gtk_label_set_label (self->text_label, text);

  if (*example != '\0')
    {
      /* Translators: placeholder of a field; %s is an example of what shows that a statement holds
       */
      evidence = g_strdup_printf (_ ("Evidence, such as: %s"), example);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->evidence_entry), evidence);
    }
  else
    evidence = g_strdup (_ ("Evidence"));
  gtk_entry_set_placeholder_text (self->evidence_entry, evidence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->evidence_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, evidence, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->answers), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  update_name (self);

  return GTK_WIDGET (self);
}

VbLadderStatement *
vb_statement_row_get_statement (VbStatementRow *self)
{
  g_return_val_if_fail (VB_IS_STATEMENT_ROW (self), NULL);

  return self->statement;
}

VbAnswer
vb_statement_row_get_answer (VbStatementRow *self)
{
  g_return_val_if_fail (VB_IS_STATEMENT_ROW (self), VB_ANSWER_NONE);

  return vb_choice_row_get_chosen (self->answers);
}

void
vb_statement_row_show (VbStatementRow *self, VbAnswer given, const char *evidence)
{
  g_return_if_fail (VB_IS_STATEMENT_ROW (self));

  vb_choice_row_set_chosen (self->answers, given);
  vb_text_saver_set_text (self->evidence_saver, evidence);
  update_name (self);
}

void
vb_statement_row_flush (VbStatementRow *self)
{
  g_return_if_fail (VB_IS_STATEMENT_ROW (self));

  vb_text_saver_flush (self->evidence_saver);
}
