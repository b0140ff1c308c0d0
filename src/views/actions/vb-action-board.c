/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-action-board.h"

#include <glib/gi18n-lib.h>

#include "vb-action-card.h"
#include "vb-even-layout.h"

#define MAX_CARDS 40
#define COLUMN_WIDTH 150
#define STATUS_KEY "vb-status"

struct _VbActionBoard
{
  GtkWidget parent_instance;

  GtkLabel *titles[VB_N_ACTION_STATUSES];
  GtkListBox *lists[VB_N_ACTION_STATUSES];
  GtkLabel *more[VB_N_ACTION_STATUSES];
};

G_DEFINE_FINAL_TYPE (VbActionBoard, vb_action_board, GTK_TYPE_WIDGET)

/* ---- what it shows --------------------------------------------------------------------------- */

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
title_column (VbActionBoard *self, guint status, guint n)
{
  const char *name = vb_action_status_get_label ((VbActionStatus) status);
  /* Translators: a status and the number of actions that have it: "Under Way · 3" */
  g_autofree char *title = g_strdup_printf (_ ("%s · %u"), name, n);
  g_autofree char *rest = g_strdup_printf (
      ngettext ("%u more in the table", "%u more in the table", n - MAX_CARDS), n - MAX_CARDS);

  gtk_label_set_label (self->titles[status], title);
  gtk_label_set_label (self->more[status], rest);
  gtk_widget_set_visible (GTK_WIDGET (self->more[status]), n > MAX_CARDS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lists[status]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static gint64
get_focused (VbActionBoard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !VB_IS_ACTION_CARD (focus)
      || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return 0;
  return vb_action_get_id (vb_action_card_get_action (VB_ACTION_CARD (focus)));
}

void
vb_action_board_show (VbActionBoard *self, VbDocument *document, GListModel *actions, VbDay today)
{
  gint64 focused;
  guint n[VB_N_ACTION_STATUSES] = { 0 };
  GtkWidget *card;

  g_return_if_fail (VB_IS_ACTION_BOARD (self));
  g_return_if_fail (G_IS_LIST_MODEL (actions));

  focused = get_focused (self);
  for (guint status = 0; status < VB_N_ACTION_STATUSES; status++)
    clear (self->lists[status]);
  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (VbAction) action = g_list_model_get_item (actions, i);
      VbActionStatus status = vb_action_get_facts (action)->status;

      if (n[status]++ < MAX_CARDS)
        gtk_list_box_append (self->lists[status], vb_action_card_new (document, action, today));
    }
  for (guint status = 0; status < VB_N_ACTION_STATUSES; status++)
    title_column (self, status, n[status]);

  card = focused != 0 ? vb_action_board_find_card (self, focused) : NULL;
  if (card != NULL)
    gtk_widget_grab_focus (card);
}

GtkWidget *
vb_action_board_find_card (VbActionBoard *self, gint64 action_id)
{
  g_return_val_if_fail (VB_IS_ACTION_BOARD (self), NULL);

  for (guint status = 0; status < VB_N_ACTION_STATUSES; status++)
    {
      GtkListBoxRow *row;

      for (int i = 0; (row = gtk_list_box_get_row_at_index (self->lists[status], i)) != NULL; i++)
        if (vb_action_get_id (vb_action_card_get_action (VB_ACTION_CARD (row))) == action_id)
          return GTK_WIDGET (row);
    }

  return NULL;
}

/* ---- what the reader does -------------------------------------------------------------------- */

static void
on_row_activated (VbActionBoard *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "actions.edit", "x",
                              vb_action_get_id (vb_action_card_get_action (VB_ACTION_CARD (row))));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, VbActionBoard *self)
{
  int status = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (target), STATUS_KEY));

  return gtk_widget_activate_action (GTK_WIDGET (self), "actions.move", "(xi)",
                                     g_value_get_int64 (value), status);
}

/* To the card beside, or the next column that has any. */
static gboolean
walk (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  VbActionBoard *self = VB_ACTION_BOARD (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  int step = g_variant_get_int32 (args);
  int status, index;

  if (focus == NULL || !VB_IS_ACTION_CARD (focus))
    return FALSE;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    step = -step;

  index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus));
  status = (int) vb_action_get_facts (vb_action_card_get_action (VB_ACTION_CARD (focus)))->status;
  for (status += step; status >= 0 && status < VB_N_ACTION_STATUSES; status += step)
    for (int i = index; i >= 0; i--)
      {
        GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->lists[status], i);

        if (row != NULL)
          return gtk_widget_grab_focus (GTK_WIDGET (row));
      }

  return TRUE;
}

/* ---- life ------------------------------------------------------------------------------------ */

static GtkWidget *
new_column (VbActionBoard *self, guint status)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *none = gtk_label_new (_ ("None"));
  GtkWidget *more = gtk_label_new (NULL);
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (more), 0);
  gtk_label_set_wrap (GTK_LABEL (more), TRUE);
  gtk_widget_add_css_class (more, "caption");
  gtk_widget_add_css_class (none, "dim-label");
  gtk_widget_set_margin_top (none, 12);
  gtk_widget_set_margin_bottom (none, 12);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (list), none);
  gtk_widget_add_css_class (list, "action-list");
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);

  gtk_widget_add_css_class (box, "action-column");
  gtk_widget_set_size_request (box, COLUMN_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), more);

  g_object_set_data (G_OBJECT (target), STATUS_KEY, GINT_TO_POINTER ((int) status));
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (target));

  self->titles[status] = GTK_LABEL (title);
  self->lists[status] = GTK_LIST_BOX (list);
  self->more[status] = GTK_LABEL (more);

  return box;
}

static void
vb_action_board_dispose (GObject *object)
{
  VbActionBoard *self = VB_ACTION_BOARD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (vb_action_board_parent_class)->dispose (object);
}

static void
vb_action_board_class_init (VbActionBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_action_board_dispose;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, walk, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, walk, "i", -1);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
vb_action_board_init (VbActionBoard *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), vb_even_layout_new_with_own_heights (12));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Actions by status"), -1);
  for (guint status = 0; status < VB_N_ACTION_STATUSES; status++)
    gtk_widget_set_parent (new_column (self, status), GTK_WIDGET (self));
}

GtkWidget *
vb_action_board_new (void)
{
  return g_object_new (VB_TYPE_ACTION_BOARD, NULL);
}
