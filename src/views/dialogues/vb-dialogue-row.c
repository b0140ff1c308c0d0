/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-dialogue-row.h"

#include <glib/gi18n-lib.h>

struct _VbDialogueRow
{
  GtkListBoxRow parent_instance;

  VbDialogue *dialogue;
};

G_DEFINE_FINAL_TYPE (VbDialogueRow, vb_dialogue_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
remove_it (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return gtk_widget_activate_action (widget, "dialogues.remove", "x",
                                     vb_dialogue_get_id (VB_DIALOGUE_ROW (widget)->dialogue));
}

/* ---- what it shows --------------------------------------------------------------------------- */

static GtkWidget *
add_line (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return NULL;

  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

/* NULL when there is nothing to follow up. */
static char *
dup_follow_up (const VbDialogueFacts *facts, VbDay today)
{
  g_autofree char *day = NULL;

  if (facts->followed_up)
    return g_strdup (_ ("followed up"));
  if (facts->follow_up == VB_DAY_NONE)
    return NULL;

  day = vb_day_format (facts->follow_up);
  return vb_dialogue_facts_awaits_follow_up (facts, today)
             /* Translators: %s is the day when it was to be followed up */
             ? g_strdup_printf (_ ("follow-up overdue since %s"), day)
             /* Translators: %s is a day to come */
             : g_strdup_printf (_ ("to be followed up %s"), day);
}

static void
add_actions (GtkWidget *box, VbDocument *document, const VbDialogueFacts *facts)
{
  for (guint i = 0; i < facts->n_actions; i++)
    {
      VbAction *action = vb_document_get_action (document, facts->action_ids[i]);
      g_autofree char *line = NULL;

      if (action == NULL)
        continue;
      /* Translators: an action and its status: "Action: Open beds (under way)" */
      line = g_strdup_printf (_ ("Action: %s (%s)"), vb_action_get_facts (action)->title,
                              vb_action_status_get_label (vb_action_get_facts (action)->status));
      add_line (box, line, "caption");
    }
}

static GtkWidget *
new_button (VbDialogueRow *self, const char *icon, const char *action, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x",
                                    vb_dialogue_get_id (self->dialogue));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static void
fill (VbDialogueRow *self, VbDocument *document, VbDay today)
{
  const VbDialogueFacts *facts = vb_dialogue_get_facts (self->dialogue);
  VbUnit *unit = vb_document_get_unit (document, facts->unit_id);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gboolean awaits = vb_dialogue_facts_awaits_follow_up (facts, today);
  g_autofree char *day = vb_day_format (facts->day);
  g_autofree char *title =
      g_strdup_printf ("%s · %s", day, vb_dialogue_kind_get_label (facts->kind));
  g_autofree char *who = g_strdup_printf ("%s%s%s", unit != NULL ? vb_unit_get_name (unit) : "",
                                          unit != NULL && facts->parties != NULL ? " · " : "",
                                          facts->parties != NULL ? facts->parties : "");
  g_autofree char *follow_up = dup_follow_up (facts, today);
  g_autofree char *name =
      g_strdup_printf ("%s, %s%s%s%s%s", title, who, facts->topics != NULL ? ", " : "",
                       facts->topics != NULL ? facts->topics : "", follow_up != NULL ? ", " : "",
                       follow_up != NULL ? follow_up : "");

  gtk_widget_set_hexpand (box, TRUE);
  add_line (box, title, "card-title");
  add_line (box, who, "caption");
  add_line (box, facts->topics, NULL);
  add_line (box, facts->take_aways, "dim-label");
  add_line (box, follow_up, awaits ? "overdue" : "caption-heading");
  add_actions (box, document, facts);
  gtk_box_append (GTK_BOX (row), box);
  if (facts->follow_up != VB_DAY_NONE && !facts->followed_up)
    gtk_box_append (GTK_BOX (row),
                    new_button (self, "object-select-symbolic", "dialogues.follow-up",
                                _ ("It has been followed up")));
  gtk_box_append (GTK_BOX (row), new_button (self, "user-trash-symbolic", "dialogues.remove",
                                             _ ("Remove the dialogue")));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_dialogue_row_dispose (GObject *object)
{
  g_clear_object (&VB_DIALOGUE_ROW (object)->dialogue);

  G_OBJECT_CLASS (vb_dialogue_row_parent_class)->dispose (object);
}

static void
vb_dialogue_row_class_init (VbDialogueRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vb_dialogue_row_dispose;

  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Delete, 0, remove_it, NULL);
}

static void
vb_dialogue_row_init (VbDialogueRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "dialogue-row");
}

GtkWidget *
vb_dialogue_row_new (VbDocument *document, VbDialogue *dialogue, VbDay today)
{
  VbDialogueRow *self;

  g_return_val_if_fail (VB_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (VB_IS_DIALOGUE (dialogue), NULL);

  self = g_object_new (VB_TYPE_DIALOGUE_ROW, NULL);
  self->dialogue = g_object_ref (dialogue);
  fill (self, document, today);

  return GTK_WIDGET (self);
}

VbDialogue *
vb_dialogue_row_get_dialogue (VbDialogueRow *self)
{
  g_return_val_if_fail (VB_IS_DIALOGUE_ROW (self), NULL);

  return self->dialogue;
}
