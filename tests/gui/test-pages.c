/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for every page of the window, with the example in it. Run in Swedish, it tests the
 * translation too. */
#include "gui-app.h"

#include "vb-chart.h"
#include "vb-page-table.h"

typedef struct
{
  const char *page_id;
  int width;
} Case;

static gboolean
is_translated (void)
{
  const char *const *languages = g_get_language_names ();

  return g_str_has_prefix (languages[0], "sv");
}

/* From the region down to a ward and back, as far as the first of each: no page minds. */
static void
walk_units (VbWindow *window)
{
  VbSession *session = vb_window_get_session (window);
  VbUnit *top = vb_session_get_unit (session);
  g_autoptr (VbUnit) unit = g_object_ref (top);

  while (g_list_model_get_n_items (vb_unit_get_children (unit)) > 0)
    {
      VbUnit *child = g_list_model_get_item (vb_unit_get_children (unit), 0);

      g_object_unref (unit);
      unit = child;
      vb_session_set_unit (session, unit);
      gui_app_wait_until_idle (window);
    }
  vb_session_set_unit (session, top);
  gui_app_wait_until_idle (window);
  vb_session_set_period (
      session, vb_period_containing (VB_GRAIN_WEEK, vb_session_get_period (session).start));
  gui_app_wait_until_idle (window);
}

/* Tables are made when they are first looked at. */
static void
show_tables (GtkWidget *root)
{
  if (VB_IS_CHART (root))
    vb_chart_set_show_table (VB_CHART (root), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    show_tables (child);
}

static void
test_page (gconstpointer data)
{
  const Case *c = data;
  VbApplication *application = gui_app_new ();
  VbWindow *window = gui_app_open_window (application, c->width, 780);
  GtkWidget *page;

  gui_app_open_example (window);
  vb_window_show_page (window, c->page_id);
  gui_app_wait_until_idle (window);
  page = GTK_WIDGET (vb_window_get_page (window));

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, c->width + 10);
  g_assert_true (gui_is_drawn (page));
  g_assert_nonnull (vb_page_get_help_term (VB_PAGE (page)));
  g_assert_nonnull (vb_page_get_help_text (VB_PAGE (page)));
  gui_assert_all_named (GTK_WIDGET (window));
  gui_assert_not_clipped (page);
  show_tables (page);
  gui_settle ();
  gui_app_assert_explained (window, page, g_str_equal (c->page_id, "glossary") ? 0 : 3);
  if (is_translated ())
    gui_assert_translated (GTK_WIDGET (window));

  walk_units (window);

  gui_app_free (application);
}

int
main (int argc, char *argv[])
{
  static const int widths[] = { 1180, 360 };
  const VbPageEntry *entries;
  guint n;

  gui_init (&argc, &argv);

  entries = vb_page_table_get (&n);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < G_N_ELEMENTS (widths); j++)
      {
        g_autofree char *path = g_strdup_printf ("/app/pages/%s/%d", entries[i].id, widths[j]);
        Case *c = g_new (Case, 1);

        *c = (Case){ entries[i].id, widths[j] };
        g_test_add_data_func_full (path, c, test_page, g_free);
      }

  return g_test_run ();
}
