/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-action-menu.h"

#include <glib/gi18n-lib.h>

static void
append (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static GMenuModel *
new_model (VbAction *action)
{
  gint64 id = vb_action_get_id (action);
  g_autoptr (GMenu) change = g_menu_new ();
  g_autoptr (GMenu) move = g_menu_new ();
  g_autoptr (GMenu) away = g_menu_new ();
  GMenu *menu = g_menu_new ();

  append (change, _ ("_Edit…"), "actions.edit", g_variant_new_int64 (id));
  for (int status = 0; status < VB_N_ACTION_STATUSES; status++)
    if ((VbActionStatus) status != vb_action_get_facts (action)->status)
      append (move, vb_action_status_get_label ((VbActionStatus) status), "actions.move",
              g_variant_new ("(xi)", id, status));
  append (away, _ ("_Remove"), "actions.remove", g_variant_new_int64 (id));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  g_menu_append_section (menu, _ ("Move to"), G_MENU_MODEL (move));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (away));

  return G_MENU_MODEL (menu);
}

static gboolean
remove_menu (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

static void
on_closed (GtkWidget *popover)
{
  /* Not before the item that closed it has been activated. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_menu, g_object_ref (popover), g_object_unref);
}

void
vb_action_menu_popup (GtkWidget *widget, VbAction *action, double x, double y)
{
  g_autoptr (GMenuModel) model = NULL;
  GtkWidget *popover;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (VB_IS_ACTION (action));

  model = new_model (action);
  popover = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (popover, widget);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
  g_signal_connect_object (widget, "destroy", G_CALLBACK (gtk_widget_unparent), popover,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}
