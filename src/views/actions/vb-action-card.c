/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-action-card.h"

#include <glib/gi18n-lib.h>

#include "vb-action-menu.h"
#include "vb-action-words.h"

struct _VbActionCard
{
  GtkListBoxRow parent_instance;

  VbAction *action;
};

G_DEFINE_FINAL_TYPE (VbActionCard, vb_action_card, GTK_TYPE_LIST_BOX_ROW)

/* ---- what it does ---------------------------------------------------------------------------- */

static gboolean
move (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  VbActionCard *self = VB_ACTION_CARD (widget);
  int status = (int) vb_action_get_facts (self->action)->status + g_variant_get_int32 (args);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    status -= 2 * g_variant_get_int32 (args);
  if (status < 0 || status >= VB_N_ACTION_STATUSES)
    {
      gtk_widget_error_bell (widget);
      return TRUE;
    }

  return gtk_widget_activate_action (widget, "actions.move", "(xi)",
                                     vb_action_get_id (self->action), status);
}

static gboolean
remove_it (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return gtk_widget_activate_action (widget, "actions.remove", "x",
                                     vb_action_get_id (VB_ACTION_CARD (widget)->action));
}

static gboolean
popup_menu (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  vb_action_menu_popup (widget, VB_ACTION_CARD (widget)->action, gtk_widget_get_width (widget) / 4,
                        gtk_widget_get_height (widget) / 2);

  return TRUE;
}

static void
on_secondary_click (GtkGestureClick *gesture, int n_press, double x, double y, VbActionCard *self)
{
  vb_action_menu_popup (GTK_WIDGET (self), self->action, x, y);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, VbActionCard *self)
{
  return gdk_content_provider_new_typed (G_TYPE_INT64, vb_action_get_id (self->action));
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, VbActionCard *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

/* ---- what it shows --------------------------------------------------------------------------- */

static void
add_line (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label;

  if (text == NULL)
    return;

  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_due (GtkWidget *box, const VbActionFacts *facts, VbDay today)
{
  g_autofree char *due = vb_action_words_dup_due (facts, today);
  GtkWidget *line;

  if (!vb_action_facts_is_overdue (facts, today))
    {
      add_line (box, due, "caption");
      return;
    }

  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (line, "overdue");
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("alarm-symbolic"));
  add_line (line, due, "caption-heading");
  gtk_box_append (GTK_BOX (box), line);
}

static void
fill (VbActionCard *self, VbDocument *document, VbDay today)
{
  const VbActionFacts *facts = vb_action_get_facts (self->action);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *effect = vb_action_words_dup_effect (facts);
  g_autofree char *name = vb_action_words_dup_name (document, facts, today);

  add_line (box, facts->title, "card-title");
  add_line (box, facts->owner_role, "caption");
  add_due (box, facts, today);
  add_line (box, effect, "caption");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_action_card_dispose (GObject *object)
{
  g_clear_object (&VB_ACTION_CARD (object)->action);

  G_OBJECT_CLASS (vb_action_card_parent_class)->dispose (object);
}

static void
vb_action_card_class_init (VbActionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_action_card_dispose;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, move, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, move, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_it, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, popup_menu, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, popup_menu, NULL);
}

static void
vb_action_card_init (VbActionCard *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *drag = gtk_drag_source_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "action-card");

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_secondary_click), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect (drag, "prepare", G_CALLBACK (on_drag_prepare), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

GtkWidget *
vb_action_card_new (VbDocument *document, VbAction *action, VbDay today)
{
  VbActionCard *self;

  g_return_val_if_fail (VB_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (VB_IS_ACTION (action), NULL);

  self = g_object_new (VB_TYPE_ACTION_CARD, NULL);
  self->action = g_object_ref (action);
  fill (self, document, today);

  return GTK_WIDGET (self);
}

VbAction *
vb_action_card_get_action (VbActionCard *self)
{
  g_return_val_if_fail (VB_IS_ACTION_CARD (self), NULL);

  return self->action;
}
