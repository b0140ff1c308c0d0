/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-dialogue-dialog.h"

#include <glib/gi18n-lib.h>

#include "vb-day-row.h"
#include "vb-dialog-title.h"
#include "vb-form.h"

#define ID_KEY "vb-id"

struct _VbDialogueDialog
{
  AdwWindow parent_instance;

  VbDialogTitle *window_title;
  AdwComboRow *kind_row;
  VbDayRow *day_row;
  AdwEntryRow *parties_row;
  AdwEntryRow *topics_row;
  GtkTextView *take_aways_view;
  VbDayRow *follow_up_row;
  GtkSwitch *followed_up_switch;
  AdwPreferencesGroup *actions_group;
  GtkLabel *problem;

  GPtrArray *checks; /* of GtkCheckButton, one an action; in the group */
  VbDocument *document;
  VbDialogueFacts *facts;
  gint64 id; /* 0 = new */
};

G_DEFINE_FINAL_TYPE (VbDialogueDialog, vb_dialogue_dialog, ADW_TYPE_WINDOW)

/* ---- saving ---------------------------------------------------------------------------------- */

static void
read_actions (VbDialogueDialog *self, VbDialogueFacts *facts)
{
  g_free (facts->action_ids);
  facts->action_ids = g_new (gint64, self->checks->len);
  facts->n_actions = 0;
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      facts->action_ids[facts->n_actions++] =
          *(gint64 *) g_object_get_data (self->checks->pdata[i], ID_KEY);
}

static VbDialogueFacts *
read_facts (VbDialogueDialog *self)
{
  VbDialogueFacts *facts = vb_dialogue_facts_copy (self->facts);

  g_free (facts->parties);
  g_free (facts->topics);
  g_free (facts->take_aways);
  facts->kind = (VbDialogueKind) adw_combo_row_get_selected (self->kind_row);
  facts->day = vb_day_row_get_day (self->day_row);
  facts->parties = vb_form_dup_text (self->parties_row);
  facts->topics = vb_form_dup_text (self->topics_row);
  facts->take_aways = vb_form_dup_lines (self->take_aways_view);
  facts->follow_up = vb_day_row_get_day (self->follow_up_row);
  facts->followed_up = gtk_switch_get_active (self->followed_up_switch);
  read_actions (self, facts);

  return facts;
}

/* The field that is wrong, or NULL. */
static GtkWidget *
check (VbDialogueDialog *self)
{
  VbDay day = vb_day_row_get_day (self->day_row);
  VbDay follow_up = vb_day_row_get_day (self->follow_up_row);
  const char *problem = NULL;
  GtkWidget *wrong = NULL;

  if (day == VB_DAY_NONE || !vb_day_row_get_valid (self->follow_up_row))
    {
      problem = _ ("A date is written as 2026-10-31");
      wrong = GTK_WIDGET (day == VB_DAY_NONE ? self->day_row : self->follow_up_row);
    }
  else if (follow_up != VB_DAY_NONE && follow_up < day)
    {
      problem = _ ("It is to be followed up before it was held");
      wrong = GTK_WIDGET (self->follow_up_row);
    }
  vb_form_mark (GTK_WIDGET (self->day_row), wrong == GTK_WIDGET (self->day_row));
  vb_form_mark (GTK_WIDGET (self->follow_up_row), wrong == GTK_WIDGET (self->follow_up_row));
  vb_form_tell (self->problem, problem);

  return wrong;
}

static void
on_save (VbDialogueDialog *self)
{
  GtkWidget *wrong = check (self);
  g_autoptr (VbDialogueFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  if (wrong != NULL)
    {
      gtk_widget_grab_focus (wrong);
      return;
    }

  facts = read_facts (self);
  if (self->id == 0)
    vb_document_add_dialogue (self->document, facts, &error);
  else
    vb_document_change_dialogue (self->document, self->id, facts, &error);
  if (error != NULL)
    vb_form_tell (self->problem, error->message);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* ---- filling --------------------------------------------------------------------------------- */

static gboolean
is_linked (VbDialogueDialog *self, gint64 action_id)
{
  for (guint i = 0; i < self->facts->n_actions; i++)
    if (self->facts->action_ids[i] == action_id)
      return TRUE;

  return FALSE;
}

static void
offer_action (VbDialogueDialog *self, VbAction *action)
{
  const VbActionFacts *facts = vb_action_get_facts (action);
  gint64 id = vb_action_get_id (action);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_linked (self, id));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  facts->title, -1);
  g_object_set_data_full (G_OBJECT (check), ID_KEY, g_memdup2 (&id, sizeof id), g_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), facts->title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), vb_action_status_get_label (facts->status));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->actions_group, row);
  g_ptr_array_add (self->checks, check);
}

static void
offer_actions (VbDialogueDialog *self, VbUnit *unit)
{
  GListModel *actions = vb_document_get_actions (self->document);
  g_autoptr (GHashTable) units = vb_unit_collect_ids (unit);

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (VbAction) action = g_list_model_get_item (actions, i);

      if (g_hash_table_contains (units, &vb_action_get_facts (action)->unit_id)
          || is_linked (self, vb_action_get_id (action)))
        offer_action (self, action);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->actions_group), self->checks->len > 0);
}

static const char *
get_kind_word (guint kind)
{
  return vb_dialogue_kind_get_label ((VbDialogueKind) kind);
}

static void
vb_dialogue_dialog_dispose (GObject *object)
{
  VbDialogueDialog *self = VB_DIALOGUE_DIALOG (object);

  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->facts, vb_dialogue_facts_free);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vb_dialogue_dialog_parent_class)->dispose (object);
}

static void
vb_dialogue_dialog_class_init (VbDialogueDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_dialogue_dialog_dispose;

  g_type_ensure (VB_TYPE_DAY_ROW);
  g_type_ensure (VB_TYPE_DIALOG_TITLE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/dialogues/vb-dialogue-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VbDialogueDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, VbDialogueDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, VbDialogueDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, VbDialogueDialog, parties_row);
  gtk_widget_class_bind_template_child (widget_class, VbDialogueDialog, topics_row);
  gtk_widget_class_bind_template_child (widget_class, VbDialogueDialog, take_aways_view);
  gtk_widget_class_bind_template_child (widget_class, VbDialogueDialog, follow_up_row);
  gtk_widget_class_bind_template_child (widget_class, VbDialogueDialog, followed_up_switch);
  gtk_widget_class_bind_template_child (widget_class, VbDialogueDialog, actions_group);
  gtk_widget_class_bind_template_child (widget_class, VbDialogueDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
vb_dialogue_dialog_init (VbDialogueDialog *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vb_dialogue_dialog_new (GtkWindow *parent, VbDocument *document, VbUnit *unit, VbDialogue *dialogue)
{
  VbDialogueFacts empty = { .kind = VB_DIALOGUE_STRATEGIC };
  VbDialogueDialog *self;

  g_return_val_if_fail (VB_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);

  empty.unit_id = vb_unit_get_id (unit);
  empty.day = vb_day_get_today ();
  self = g_object_new (VB_TYPE_DIALOGUE_DIALOG, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  self->facts =
      vb_dialogue_facts_copy (dialogue != NULL ? vb_dialogue_get_facts (dialogue) : &empty);
  self->id = dialogue != NULL ? vb_dialogue_get_id (dialogue) : 0;

  gtk_window_set_title (GTK_WINDOW (self),
                        self->id == 0 ? _ ("New Dialogue") : _ ("Edit Dialogue"));
  vb_dialog_title_set_title (self->window_title, gtk_window_get_title (GTK_WINDOW (self)));
  vb_dialog_title_set_subtitle (self->window_title, vb_unit_get_name (unit));
  vb_form_set_words (self->kind_row, VB_N_DIALOGUE_KINDS, get_kind_word, self->facts->kind);
  vb_day_row_set_day (self->day_row, self->facts->day);
  vb_form_set_text (self->parties_row, self->facts->parties);
  vb_form_set_text (self->topics_row, self->facts->topics);
  vb_form_set_lines (self->take_aways_view, self->facts->take_aways);
  vb_day_row_set_day (self->follow_up_row, self->facts->follow_up);
  gtk_switch_set_active (self->followed_up_switch, self->facts->followed_up);
  offer_actions (self, unit);
  gtk_widget_grab_focus (GTK_WIDGET (self->parties_row));

  return GTK_WIDGET (self);
}
