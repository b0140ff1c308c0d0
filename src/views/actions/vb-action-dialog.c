/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-action-dialog.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-day-row.h"
#include "vb-dialog-title.h"
#include "vb-document-ladders.h"
#include "vb-form.h"

struct _VbActionDialog
{
  AdwWindow parent_instance;

  VbDialogTitle *window_title;
  AdwEntryRow *title_row;
  GtkTextView *description_view;
  AdwEntryRow *owner_row;
  AdwComboRow *focus_row;
  AdwComboRow *level_row;
  AdwComboRow *status_row;
  VbDayRow *start_row;
  VbDayRow *due_row;
  VbDayRow *done_row;
  AdwComboRow *side_row;
  AdwEntryRow *low_row;
  AdwEntryRow *base_row;
  AdwEntryRow *high_row;
  AdwPreferencesGroup *link_group;
  AdwActionRow *statement_row;
  GtkLabel *what_problem;
  GtkLabel *when_problem;
  GtkLabel *effect_problem;

  VbDocument *document;
  VbActionFacts *facts; /* as it was, or begins */
  gint64 id;            /* 0 = new */
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbActionDialog, vb_action_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

/* ---- reading the fields ---------------------------------------------------------------------- */

static gint64
get_focus_area_id (VbActionDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->focus_row);
  g_autoptr (VbFocusArea) area = NULL;

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return 0;
  area = g_list_model_get_item (vb_document_get_focus_areas (self->document), selected - 1);
  return area != NULL ? vb_focus_area_get_id (area) : 0;
}

static VbActionFacts *
read_facts (VbActionDialog *self)
{
  VbActionFacts *facts = vb_action_facts_copy (self->facts);

  g_free (facts->title);
  g_free (facts->description);
  g_free (facts->owner_role);
  facts->title = vb_form_dup_text (self->title_row);
  facts->description = vb_form_dup_lines (self->description_view);
  facts->owner_role = vb_form_dup_text (self->owner_row);
  facts->focus_area_id = get_focus_area_id (self);
  facts->level = (VbPlanningLevel) adw_combo_row_get_selected (self->level_row);
  facts->status = (VbActionStatus) adw_combo_row_get_selected (self->status_row);
  facts->side = (VbBalanceSide) adw_combo_row_get_selected (self->side_row);
  facts->start = vb_day_row_get_day (self->start_row);
  facts->due = vb_day_row_get_day (self->due_row);
  facts->done = facts->status == VB_ACTION_DONE ? vb_day_row_get_day (self->done_row) : VB_DAY_NONE;
  if (facts->status == VB_ACTION_DONE && facts->done == VB_DAY_NONE)
    facts->done = vb_day_get_today ();
  vb_form_get_number (self->low_row, &facts->effect_low);
  vb_form_get_number (self->base_row, &facts->effect_base);
  vb_form_get_number (self->high_row, &facts->effect_high);

  return facts;
}

/* ---- what does not hold: each check gives the field that is wrong -----------------------------
 */

static GtkWidget *
check_what (VbActionDialog *self)
{
  g_autofree char *title = vb_form_dup_text (self->title_row);
  gboolean wrong = *title == '\0';

  vb_form_mark (GTK_WIDGET (self->title_row), wrong);
  vb_form_tell (self->what_problem, wrong ? _ ("Say what is to be done") : NULL);
  return wrong ? GTK_WIDGET (self->title_row) : NULL;
}

static GtkWidget *
check_when (VbActionDialog *self)
{
  VbDayRow *rows[] = { self->start_row, self->due_row, self->done_row };
  VbDay start = vb_day_row_get_day (self->start_row);
  VbDay due = vb_day_row_get_day (self->due_row);
  gboolean reversed = start != VB_DAY_NONE && due != VB_DAY_NONE && due < start;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (gtk_widget_get_visible (GTK_WIDGET (rows[i])) && !vb_day_row_get_valid (rows[i]))
      {
        vb_form_tell (self->when_problem, _ ("A date is written as 2026-10-31"));
        return GTK_WIDGET (rows[i]);
      }

  vb_form_mark (GTK_WIDGET (self->due_row), reversed);
  vb_form_tell (self->when_problem, reversed ? _ ("It is due before it starts") : NULL);
  return reversed ? GTK_WIDGET (self->due_row) : NULL;
}

static GtkWidget *
tell_effect (VbActionDialog *self, AdwEntryRow *row, const char *problem)
{
  vb_form_mark (GTK_WIDGET (row), TRUE);
  vb_form_tell (self->effect_problem, problem);

  return GTK_WIDGET (row);
}

static GtkWidget *
check_effect (VbActionDialog *self)
{
  AdwEntryRow *rows[] = { self->low_row, self->base_row, self->high_row };
  GtkWidget *wrong = NULL;
  double beds[G_N_ELEMENTS (rows)];

  vb_form_tell (self->effect_problem, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      vb_form_mark (GTK_WIDGET (rows[i]), FALSE);
      if (!vb_form_get_number (rows[i], &beds[i]) || beds[i] < 0)
        wrong = tell_effect (self, rows[i], _ ("The effect is a number of beds, 0 or more"));
    }
  if (wrong != NULL)
    return wrong;

  if (isnan (beds[1]) && !(isnan (beds[0]) && isnan (beds[2])))
    return tell_effect (self, self->base_row, _ ("Give the expected effect before its range"));
  /* A comparison with what is missing is FALSE. */
  if (beds[0] > beds[1] || beds[1] > beds[2])
    return tell_effect (self, self->base_row,
                        _ ("The expected effect lies between the low and the high one"));

  return NULL;
}

static void
on_save (VbActionDialog *self)
{
  /* All of them, so that each says what is wrong with it. */
  GtkWidget *wrong[] = { check_what (self), check_when (self), check_effect (self) };
  g_autoptr (VbActionFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (wrong[i] != NULL)
      {
        gtk_widget_grab_focus (wrong[i]);
        return;
      }

  facts = read_facts (self);
  if (self->id == 0)
    self->id = vb_document_add_action (self->document, facts, &error);
  else
    vb_document_change_action (self->document, self->id, facts, &error);
  if (error != NULL)
    {
      vb_form_tell (self->what_problem, error->message);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, self->id);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- filling the fields ---------------------------------------------------------------------- */

static void
on_status (VbActionDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->done_row),
                          adw_combo_row_get_selected (self->status_row) == VB_ACTION_DONE);
}

static const char *
get_level_word (guint level)
{
  return level == VB_PLANNING_LEVEL_NONE ? _ ("Not said")
                                         : vb_planning_level_get_label ((VbPlanningLevel) level);
}

static const char *
get_status_word (guint status)
{
  return vb_action_status_get_label ((VbActionStatus) status);
}

static const char *
get_side_word (guint side)
{
  return vb_balance_side_get_label ((VbBalanceSide) side);
}

static void
show_focus_areas (VbActionDialog *self)
{
  GListModel *areas = vb_document_get_focus_areas (self->document);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, C_ ("focus area", "None"));
  for (guint i = 0; i < g_list_model_get_n_items (areas); i++)
    {
      g_autoptr (VbFocusArea) area = g_list_model_get_item (areas, i);

      gtk_string_list_append (names, vb_bilingual_get (&vb_focus_area_get_facts (area)->name));
      if (vb_focus_area_get_id (area) == self->facts->focus_area_id)
        selected = i + 1;
    }
  adw_combo_row_set_model (self->focus_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->focus_row, selected);
}

/* What works on an area's side is offered so. */
static void
on_focus_area (VbActionDialog *self)
{
  gint64 id = get_focus_area_id (self);
  VbFocusArea *area = id != 0 ? vb_document_get_focus_area (self->document, id) : NULL;

  if (area != NULL && id != self->facts->focus_area_id)
    adw_combo_row_set_selected (self->side_row, vb_focus_area_get_facts (area)->side);
}

static void
show_facts (VbActionDialog *self)
{
  const VbActionFacts *facts = self->facts;

  vb_form_set_text (self->title_row, facts->title);
  vb_form_set_lines (self->description_view, facts->description);
  vb_form_set_text (self->owner_row, facts->owner_role);
  show_focus_areas (self);
  vb_form_set_words (self->level_row, VB_N_PLANNING_LEVELS, get_level_word, facts->level);
  vb_form_set_words (self->status_row, VB_N_ACTION_STATUSES, get_status_word, facts->status);
  vb_form_set_words (self->side_row, VB_N_BALANCE_SIDES, get_side_word, facts->side);
  vb_day_row_set_day (self->start_row, facts->start);
  vb_day_row_set_day (self->due_row, facts->due);
  vb_day_row_set_day (self->done_row, facts->done);
  vb_form_set_number (self->low_row, facts->effect_low);
  vb_form_set_number (self->base_row, facts->effect_base);
  vb_form_set_number (self->high_row, facts->effect_high);
  on_status (self);
}

/* The statement that the action shall fulfil, with a way back to it. */
static void
show_link (VbActionDialog *self)
{
  VbLadder *ladder = self->facts->ladder_id != 0
                         ? vb_document_get_ladder (self->document, self->facts->ladder_id)
                         : NULL;
  VbLadderStatement *statement = ladder != NULL && self->facts->statement != NULL
                                     ? vb_ladder_find_statement (ladder, self->facts->statement)
                                     : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->link_group), statement != NULL);
  if (statement != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->statement_row),
                                   vb_bilingual_get (vb_ladder_statement_get_text (statement)));
}

static void
on_show_ladder (VbActionDialog *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "ladder");
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_action_dialog_dispose (GObject *object)
{
  VbActionDialog *self = VB_ACTION_DIALOG (object);

  g_clear_pointer (&self->facts, vb_action_facts_free);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vb_action_dialog_parent_class)->dispose (object);
}

static void
vb_action_dialog_class_init (VbActionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_action_dialog_dispose;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (VB_TYPE_DAY_ROW);
  g_type_ensure (VB_TYPE_DIALOG_TITLE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/actions/vb-action-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VbActionDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, VbActionDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, VbActionDialog, description_view);
  gtk_widget_class_bind_template_child (widget_class, VbActionDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, VbActionDialog, focus_row);
  gtk_widget_class_bind_template_child (widget_class, VbActionDialog, level_row);
  gtk_widget_class_bind_template_child (widget_class, VbActionDialog, status_row);
  gtk_widget_class_bind_template_child (widget_class, VbActionDialog, start_row);
  gtk_widget_class_bind_template_child (widget_class, VbActionDialog, due_row);
  gtk_widget_class_bind_template_child (widget_class, VbActionDialog, done_row);
  gtk_widget_class_bind_template_child (widget_class, VbActionDialog, side_row);
  gtk_widget_class_bind_template_child (widget_class, VbActionDialog, low_row);
  gtk_widget_class_bind_template_child (widget_class, VbActionDialog, base_row);
  gtk_widget_class_bind_template_child (widget_class, VbActionDialog, high_row);
  gtk_widget_class_bind_template_child (widget_class, VbActionDialog, link_group);
  gtk_widget_class_bind_template_child (widget_class, VbActionDialog, statement_row);
  gtk_widget_class_bind_template_child (widget_class, VbActionDialog, what_problem);
  gtk_widget_class_bind_template_child (widget_class, VbActionDialog, when_problem);
  gtk_widget_class_bind_template_child (widget_class, VbActionDialog, effect_problem);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_area);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_show_ladder);
  gtk_widget_class_bind_template_callback (widget_class, on_status);
}

static void
vb_action_dialog_init (VbActionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vb_action_dialog_new (GtkWindow *parent, VbDocument *document, VbUnit *unit, VbAction *action)
{
  VbActionFacts empty = VB_ACTION_FACTS_INIT;
  VbActionDialog *self;

  g_return_val_if_fail (VB_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);

  empty.unit_id = vb_unit_get_id (unit);
  self = g_object_new (VB_TYPE_ACTION_DIALOG, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  self->facts = vb_action_facts_copy (action != NULL ? vb_action_get_facts (action) : &empty);
  self->id = action != NULL ? vb_action_get_id (action) : 0;

  gtk_window_set_title (GTK_WINDOW (self), self->id == 0 ? _ ("New Action") : _ ("Edit Action"));
  vb_dialog_title_set_title (self->window_title, gtk_window_get_title (GTK_WINDOW (self)));
  vb_dialog_title_set_subtitle (self->window_title, vb_unit_get_name (unit));
  show_facts (self);
  show_link (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));

  return GTK_WIDGET (self);
}
