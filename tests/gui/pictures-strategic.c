/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages that follow a scenario, under the national one. */
#include "pictures-scenes.h"

#include "vb-document-scenarios.h"

static void
choose_scenario (VbWindow *window, const char *ready)
{
  g_autoptr (GError) error = NULL;
  VbScenario *scenario =
      ready != NULL ? vb_document_find_scenario (vb_window_get_document (window), ready, &error)
                    : NULL;

  g_assert_no_error (error);
  vb_session_set_scenario (vb_window_get_session (window), scenario);
  gui_app_wait_until_idle (window);
}

/* The first stack in or below @root that has a child of this name. */
static GtkStack *
find_stack (GtkWidget *root, const char *child)
{
  GtkStack *found = NULL;

  if (GTK_IS_STACK (root) && gtk_stack_get_child_by_name (GTK_STACK (root), child) != NULL)
    return GTK_STACK (root);
  for (GtkWidget *each = gtk_widget_get_first_child (root); each != NULL && found == NULL;
       each = gtk_widget_get_next_sibling (each))
    found = find_stack (each, child);

  return found;
}

static void
switch_to (VbWindow *window, const char *child)
{
  gtk_stack_set_visible_child_name (find_stack (GTK_WIDGET (vb_window_get_page (window)), child),
                                    child);
  gui_app_wait_until_idle (window);
}

static void
take_potential (const Camera *camera, VbWindow *window)
{
  GtkWidget *page;

  choose_scenario (window, "national-2024");
  gui_app_show_page (window, "potential");
  camera_take_page (camera, window, "scenario-potential");
  page = GTK_WIDGET (vb_window_get_page (window));
  switch_to (window, "tornado");
  switch_to (window, "levers");
  g_signal_emit_by_name (gui_app_get_figure (window, "balance_year"), "clicked");
  camera_take_page (camera, window, "scenario-potential-levers");
  gtk_widget_activate_action (page, "lever.new", NULL);
  gui_settle ();
  camera_take_newest_window (camera, "lever-dialog");
}

void
pictures_take_strategic (const Camera *camera, VbWindow *window)
{
  take_potential (camera, window);
  choose_scenario (window, NULL);
}
