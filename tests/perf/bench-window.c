/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window on a document of 500 units and a million observations: how long an edited target takes
 * to be drawn, and how long the main loop is held up by that and by the preview of a wide file.
 * Fails when a bar is missed. */
#include "gui-app.h"

#include <glib/gstdio.h>

#include "perf-loop.h"
#include "vb-import-preview.h"

#define N_WARDS 499 /* with their region: 500 units */
#define N_DAYS 1002 /* × 2 measures × 499 wards: a million */
#define N_EDITS 20
#define N_WIDE_COLUMNS 500
#define N_WIDE_ROWS 5000

#define EDIT_BAR_MS 100.0
#define BLOCKED_BAR_MS 50.0

static void
on_taken (GObject *document, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  vb_document_take_batch_finish (VB_DOCUMENT (document), result, NULL, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* Imported as the window does it: in a thread, that leaves nothing to be done by the next edit. */
static VbDocument *
make_document (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbBatch) batch = vb_batch_new ();
  VbDocument *document = vb_document_new (&error);
  VbDay first = vb_day_from_ymd (2024, 1, 1);
  gboolean taken = FALSE;
  guint region = vb_batch_add_unit (batch, -1, VB_UNIT_REGION, "Region", "R");

  g_assert_no_error (error);
  for (guint i = 0; i < N_WARDS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Ward %u", i);
      guint ward = vb_batch_add_unit (batch, (gint32) region, VB_UNIT_WARD, name, name);

      for (VbDay day = first; day < first + N_DAYS; day++)
        {
          vb_batch_add_observation (batch, ward, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_DAY, day, 20,
                                    VB_PROVENANCE_REPORTED, 0);
          vb_batch_add_observation (batch, ward, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_DAY, day,
                                    15 + ((VbDay) i + day / 40) % 8, VB_PROVENANCE_REPORTED, 0);
        }
    }
  vb_batch_set_source (batch, "perf.csv", NULL, NULL, NULL);
  vb_batch_finish (batch);
  vb_document_take_batch_async (document, batch, NULL, on_taken, &taken);
  while (!taken)
    g_main_context_iteration (NULL, TRUE);

  return document;
}

typedef struct
{
  VbWindow *window;
  gboolean changed; /* the results are in */
  gboolean drawn;   /* and a frame with them is done */
} Edit;

static void
on_need_changed (VbPlanner *planner, int grain, Edit *edit)
{
  if (grain == (int) vb_session_get_period (vb_window_get_session (edit->window)).grain)
    edit->changed = TRUE;
}

static void
on_painted (GdkFrameClock *clock, Edit *edit)
{
  edit->drawn = edit->changed;
}

/* Changes the target that all wards inherit; milliseconds until the page in sight shows it, the
 * worst of all. */
static double
edit_targets (VbWindow *window)
{
  VbDocument *document = vb_window_get_document (window);
  VbPlanner *planner = vb_window_get_planner (window);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_autoptr (GError) error = NULL;
  VbUnit *region = vb_document_find_unit (document, "Region", &error);
  Edit edit = { window };
  double worst = 0;

  g_assert_no_error (error);
  g_signal_connect (planner, "need-changed", G_CALLBACK (on_need_changed), &edit);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), &edit);
  perf_loop_start ();
  for (int i = 0; i < N_EDITS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      edit.changed = edit.drawn = FALSE;
      vb_document_set_target (document, vb_unit_get_id (region), VB_MEASURE_OCCUPANCY,
                              VB_CARE_TYPE_NONE, VB_DAY_NONE, 0.8 + i / 1000.0, NULL, &error);
      g_assert_no_error (error);
      while (!edit.drawn)
        g_main_context_iteration (NULL, TRUE);
      worst = MAX (worst, perf_milliseconds_since (start));
      /* What other grains still compute belongs to this edit. */
      gui_app_wait_until_idle (window);
    }
  g_signal_handlers_disconnect_by_data (planner, &edit);
  g_signal_handlers_disconnect_by_data (clock, &edit);

  return worst;
}

/* ---- levers ---------------------------------------------------------------------------------- */

static void
on_lever_painted (GdkFrameClock *clock, gboolean *drawn)
{
  *drawn = TRUE;
}

/* Moves a slider of the page of potential, step by step; milliseconds until a frame shows it, the
 * worst of all. */
static double
move_slider (VbWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  GtkWidget *scale = gui_find (GTK_WIDGET (vb_window_get_page (window)), GTK_TYPE_SCALE, NULL);
  double worst = 0;
  gboolean drawn;

  g_signal_connect (clock, "after-paint", G_CALLBACK (on_lever_painted), &drawn);
  for (int i = 0; i < N_EDITS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      drawn = FALSE;
      g_signal_emit_by_name (scale, "move-slider", GTK_SCROLL_STEP_LEFT);
      while (!drawn)
        g_main_context_iteration (NULL, TRUE);
      worst = MAX (worst, perf_milliseconds_since (start));
      /* The draws that follow belong to this step. */
      gui_app_wait_until_idle (window);
    }
  g_signal_handlers_disconnect_by_data (clock, &drawn);

  return worst;
}

static gboolean
measure_levers (VbWindow *window)
{
  g_autofree char *moved = g_strdup_printf ("potential: slider to frame, worst of %d", N_EDITS);
  gboolean ok;

  gui_app_show_page (window, "potential");
  gtk_widget_activate_action (GTK_WIDGET (vb_window_get_page (window)), "potential.load", "s",
                              "national-2024");
  gui_app_wait_until_idle (window);
  perf_loop_start ();
  ok = perf_report (moved, move_slider (window), EDIT_BAR_MS);

  return perf_report ("  longest turn of the main loop", perf_loop_get_longest (), BLOCKED_BAR_MS)
         && ok;
}

static gboolean
measure_pages (VbApplication *application)
{
  static const char *const pages[] = { "overview", "need", "occupancy" };
  VbWindow *window = gui_app_open_window (application, 1180, 780);
  g_autoptr (VbDocument) document = make_document ();
  gboolean ok = TRUE;

  vb_window_set_document (window, document);
  gui_app_wait_until_idle (window);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *edited =
          g_strdup_printf ("%s: edited target to frame, worst of %d", pages[i], N_EDITS);

      perf_loop_start ();
      gui_app_show_page (window, pages[i]);
      ok &= perf_report (pages[i], perf_loop_get_longest (), BLOCKED_BAR_MS);
      ok &= perf_report (edited, edit_targets (window), EDIT_BAR_MS);
      ok &=
          perf_report ("  longest turn of the main loop", perf_loop_get_longest (), BLOCKED_BAR_MS);
    }
  ok &= measure_levers (window);
  vb_document_close (document);
  gtk_window_destroy (GTK_WINDOW (window));

  return ok;
}

/* ---- preview --------------------------------------------------------------------------------- */

static char *
write_wide_table (void)
{
  g_autoptr (GString) text = g_string_new ("Enhet;Datum");
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int fd = g_file_open_tmp ("vardbalans-perf-XXXXXX.csv", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  for (int i = 0; i < N_WIDE_COLUMNS; i++)
    g_string_append_printf (text, ";Kolumn %d", i);
  g_string_append (text, ";Disponibla vårdplatser\n");
  for (int row = 0; row < N_WIDE_ROWS; row++)
    {
      g_string_append_printf (text, "Avdelning %d;2024-%02d-%02d", row / 336, row / 28 % 12 + 1,
                              row % 28 + 1);
      for (int i = 0; i < N_WIDE_COLUMNS; i++)
        g_string_append_printf (text, ";%d", (row * 7 + i) % 30);
      g_string_append (text, ";20\n");
    }
  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);

  return path;
}

static gboolean
can_take (gpointer user_data)
{
  GtkWidget *preview = gui_find (GTK_WIDGET (user_data), VB_TYPE_IMPORT_PREVIEW, NULL);
  GtkWidget *take =
      preview != NULL ? gui_find (preview, GTK_TYPE_BUTTON, "suggested-action") : NULL;

  return take != NULL && gtk_widget_get_sensitive (take);
}

static gboolean
keep_ticking (void)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
measure_preview (VbApplication *application, const char *what, const char *path)
{
  VbWindow *window = gui_app_open_window (application, 1180, 780);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gint64 start;
  double longest;
  guint tick;

  /* The page itself is made before. */
  gui_app_activate (window, "win.new-plan");
  gui_app_show_page (window, "import");
  start = g_get_monotonic_time ();
  perf_loop_start ();
  g_assert_true (vb_window_import_file (window, file));
  /* Where nothing can be taken before the reader has said more, it is given ten seconds. */
  tick = g_timeout_add (100, G_SOURCE_FUNC (keep_ticking), NULL);
  while (!can_take (window) && perf_milliseconds_since (start) < 10000)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  gui_wait_for_draw (GTK_WIDGET (window));
  longest = perf_loop_get_longest ();
  g_print ("%s: preview after %.0f ms\n", what, perf_milliseconds_since (start));
  vb_document_close (vb_window_get_document (window));
  gtk_window_destroy (GTK_WINDOW (window));

  return perf_report ("  longest turn of the main loop", longest, BLOCKED_BAR_MS);
}

/* Previews the tables named on the command line beside its own. */
int
main (int argc, char **argv)
{
  VbApplication *application;
  g_autofree char *wide = NULL;
  gboolean ok = TRUE;

  gui_init (&argc, &argv);
  application = gui_app_new ();
  perf_loop_watch ();
  wide = write_wide_table ();
  ok &= measure_preview (application, "500 columns x 5,000 rows", wide);
  for (int i = 1; i < argc; i++)
    ok &= measure_preview (application, argv[i], argv[i]);
  if (argc == 1)
    ok &= measure_pages (application);
  gui_app_free (application);
  g_unlink (wide);

  return ok ? 0 : 1;
}
