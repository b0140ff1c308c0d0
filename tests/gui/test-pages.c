/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for every page of the window, with the example in it. Run in Swedish, it tests the
 * translation too. */
#include "gui-app.h"

#include "vb-chart.h"
#include "vb-page-table.h"

#define WIDE 1180
#define NARROW 360

/* A window with the example, in which the pages are looked at one after another. */
typedef struct
{
  int width;
  VbApplication *application; /* NULL before the first page */
  VbWindow *window;
} Place;

typedef struct
{
  const char *page_id;
  Place *place;
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
  VbPeriod period = vb_session_get_period (session);
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
  vb_session_set_period (session, vb_period_containing (VB_GRAIN_WEEK, period.start));
  gui_app_wait_until_idle (window);
  vb_session_set_period (session, period);
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

static VbWindow *
place_open (Place *place)
{
  if (place->application == NULL)
    {
      place->application = gui_app_new ();
      place->window = gui_app_open_window (place->application, place->width, 780);
      gui_app_open_example (place->window);
    }

  return place->window;
}

static void
test_page (gconstpointer data)
{
  const Case *c = data;
  VbWindow *window = place_open (c->place);
  GtkWidget *page;

  gui_app_show_page (window, c->page_id);
  page = GTK_WIDGET (vb_window_get_page (window));

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, c->place->width + 10);
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

  if (c->place->width == WIDE)
    walk_units (window);
}

int
main (int argc, char *argv[])
{
  Place places[] = { { WIDE }, { NARROW } };
  const VbPageEntry *entries;
  guint n;
  int status;

  gui_init (&argc, &argv);

  entries = vb_page_table_get (&n);
  for (guint j = 0; j < G_N_ELEMENTS (places); j++)
    for (guint i = 0; i < n; i++)
      {
        g_autofree char *path =
            g_strdup_printf ("/app/pages/%d/%s", places[j].width, entries[i].id);
        Case *c = g_new (Case, 1);

        *c = (Case){ entries[i].id, &places[j] };
        g_test_add_data_func_full (path, c, test_page, g_free);
      }

  status = g_test_run ();
  for (guint j = 0; j < G_N_ELEMENTS (places); j++)
    if (places[j].application != NULL)
      gui_app_free (places[j].application);

  return status;
}
