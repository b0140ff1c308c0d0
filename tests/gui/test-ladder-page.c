/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the development ladder, on units of the example with assessments made here. */
#include "gui-app.h"

#include <glib/gstdio.h>

#include "vb-assessment-list.h"
#include "vb-assessment-wizard.h"
#include "vb-assumption-row.h"
#include "vb-chart.h"
#include "vb-document-actions.h"
#include "vb-document-ladders.h"
#include "vb-empty-state.h"
#include "vb-ladder-differences.h"
#include "vb-ladder-page.h"
#include "vb-ladder-print.h"
#include "vb-ladder-reader.h"
#include "vb-ladder-tree.h"
#include "vb-next-steps.h"

typedef struct
{
  VbApplication *application;
  VbWindow *window;
  VbDocument *document;
  VbLadder *ladder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ladders = vb_ladder_reader_read_shipped (&error);

  g_assert_no_error (error);
  self->ladder = g_object_ref (g_ptr_array_index (ladders, 0));
  self->application = gui_app_new ();
  self->window = gui_app_open_window (self->application, 1180, 780);
  gui_app_open_example (self->window);
  self->document = vb_window_get_document (self->window);
  /* What the example has of its own is not to be counted on. */
  for (;;)
    {
      g_autoptr (VbAssessment) assessment =
          g_list_model_get_item (vb_document_get_assessments (self->document), 0);

      if (assessment == NULL)
        break;
      vb_document_remove_assessment (self->document, vb_assessment_get_id (assessment), &error);
      g_assert_no_error (error);
    }
  gui_app_show_page (self->window, "ladder");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gui_app_free (self->application);
  g_object_unref (self->ladder);
}

/* Everything yes up to @step, and no above. */
static gint64
assess (Fixture *self,
        const char *unit_name,
        VbRoleGroup role,
        const char *day,
        guint participants,
        guint step)
{
  g_autoptr (GError) error = NULL;
  VbUnit *unit = vb_document_find_unit (self->document, unit_name, &error);
  gint64 id;

  g_assert_no_error (error);
  id = vb_document_start_assessment (self->document, vb_unit_get_id (unit), self->ladder, role,
                                     vb_day_from_iso (day), participants, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < vb_ladder_get_n_statements (self->ladder); i++)
    {
      VbLadderStatement *statement = vb_ladder_get_statement (self->ladder, i);

      vb_document_set_answer (
          self->document, id, vb_ladder_statement_get_id (statement),
          vb_ladder_statement_get_step (statement) <= step ? VB_ANSWER_YES : VB_ANSWER_NO, &error);
      g_assert_no_error (error);
    }
  vb_document_finish_assessment (self->document, id, &error);
  g_assert_no_error (error);
  return id;
}

static GtkWidget *
get_page (Fixture *self)
{
  return GTK_WIDGET (vb_window_get_page (self->window));
}

static GtkWidget *
find_part (Fixture *self, GType type)
{
  GtkWidget *part = gui_find (get_page (self), type, NULL);

  g_assert_nonnull (part);
  return part;
}

static const char *
get_value (Fixture *self, const char *figure)
{
  return vb_key_figure_get_value (gui_app_get_figure (self->window, figure));
}

static const char *
get_sub (Fixture *self, const char *figure)
{
  return vb_key_figure_get_sub (gui_app_get_figure (self->window, figure));
}

/* The drawing whose title begins so, of those in sight; NULL if none. */
static VbDrawing *
find_drawing (GtkWidget *root, const char *title)
{
  if (VB_IS_CHART (root) && gtk_widget_get_mapped (root))
    {
      VbDrawing *drawing = vb_chart_get_drawing (VB_CHART (root));

      if (drawing != NULL && g_str_has_prefix (vb_drawing_get_title (drawing), title))
        return drawing;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      VbDrawing *drawing = find_drawing (child, title);

      if (drawing != NULL)
        return drawing;
    }
  return NULL;
}

/* A unit without any assessment offers to make one. */
static void
test_empty (Fixture *self, gconstpointer data)
{
  GtkWidget *empty;

  gui_app_choose_unit (self->window, "Medicin 1");
  empty = find_part (self, VB_TYPE_EMPTY_STATE);
  g_assert_true (gtk_widget_get_mapped (empty));
  g_assert_nonnull (gui_find_text (empty, "New Self-Assessment…"));
  g_assert_null (find_drawing (get_page (self), "Step"));
}

static void
test_result (Fixture *self, gconstpointer data)
{
  VbDrawing *profile;
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;

  assess (self, "Medicin 1", VB_ROLE_GROUP_MANAGEMENT, "2025-11-12", 6, 1);
  assess (self, "Medicin 1", VB_ROLE_GROUP_MANAGEMENT, "2026-11-12", 7, 2);
  gui_app_choose_unit (self->window, "Medicin 1");

  g_assert_cmpstr (get_value (self, "reached_step"), ==, "2\u00a0of\u00a05");
  g_assert_cmpstr (get_sub (self, "reached_step"), ==, "Begun");
  g_assert_cmpstr (get_value (self, "since_last"), ==, "+1");
  g_assert_cmpstr (get_sub (self, "since_last"), ==, "10 of 10 areas are higher");
  g_assert_nonnull (find_drawing (get_page (self), "Step 2 of 5 is reached: Begun"));
  profile = find_drawing (get_page (self), "Where do the areas stand?");
  g_assert_nonnull (profile);
  now = vb_drawing_dup_cell (profile, 0, 1);
  then = vb_drawing_dup_cell (profile, 0, 2);
  g_assert_cmpstr (now, ==, "2");
  g_assert_cmpstr (then, ==, "1");
  g_assert_nonnull (gui_find_text (get_page (self), "Since 12 Nov 2025: 10 higher, 0 lower"));
  g_assert_nonnull (gui_find_text (get_page (self), "the levels agree"));
  g_assert_nonnull (
      gui_find_text (get_page (self), "Own proposal, not Socialstyrelsen's wording."));
  gui_assert_all_named (get_page (self));
}

/* The earlier one is a press away, and the key figures follow. */
static void
test_choose_another (Fixture *self, gconstpointer data)
{
  GtkWidget *list, *row;

  assess (self, "Medicin 1", VB_ROLE_GROUP_MANAGEMENT, "2025-11-12", 6, 3);
  assess (self, "Medicin 1", VB_ROLE_GROUP_MANAGEMENT, "2026-11-12", 7, 2);
  gui_app_choose_unit (self->window, "Medicin 1");
  g_assert_cmpstr (get_value (self, "since_last"), ==, "−1");

  list = find_part (self, VB_TYPE_ASSESSMENT_LIST);
  row = gui_app_get_row (self->window, "12 Nov 2025");
  g_assert_true (gtk_widget_is_ancestor (row, list));
  gtk_widget_grab_focus (row);
  gtk_widget_activate (row);
  gui_app_wait_until_idle (self->window);
  g_assert_cmpstr (get_value (self, "reached_step"), ==, "3\u00a0of\u00a05");
  g_assert_cmpstr (get_value (self, "since_last"), ==, "–");
}

/* One press makes a draft action of a statement; undo takes it back. */
static void
test_make_action (Fixture *self, gconstpointer data)
{
  gint64 id = assess (self, "Medicin 1", VB_ROLE_GROUP_MANAGEMENT, "2026-11-12", 7, 2);
  GListModel *actions = vb_document_get_actions (self->document);
  guint before = g_list_model_get_n_items (actions);
  g_autoptr (VbAction) action = NULL;
  const VbActionFacts *facts;
  GtkWidget *steps, *row;

  gui_app_choose_unit (self->window, "Medicin 1");
  steps = find_part (self, VB_TYPE_NEXT_STEPS);
  row = gui_find (steps, ADW_TYPE_ACTION_ROW, NULL);
  gtk_widget_grab_focus (row);
  gtk_widget_activate (row);
  gui_app_wait_until_idle (self->window);

  g_assert_cmpuint (g_list_model_get_n_items (actions), ==, before + 1);
  for (guint i = 0; i <= before; i++)
    {
      g_clear_object (&action);
      action = g_list_model_get_item (actions, i);
      if (vb_action_get_facts (action)->assessment_id == id)
        break;
    }
  facts = vb_action_get_facts (action);
  g_assert_cmpint (facts->assessment_id, ==, id);
  g_assert_cmpstr (facts->statement, ==, "A3-S1");
  g_assert_cmpint (facts->level, ==, VB_PLANNING_LEVEL_STRATEGIC);
  g_assert_cmpint (facts->status, ==, VB_ACTION_PROPOSED);
  row = gui_find (steps, ADW_TYPE_ACTION_ROW, NULL);
  g_assert_true (g_str_has_suffix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Proposed"));

  gui_app_activate (self->window, "win.undo");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpuint (g_list_model_get_n_items (actions), ==, before);
}

/* The result of a few shows only above, until the setting says otherwise; and that can be undone.
 */
static void
test_small_group (Fixture *self, gconstpointer data)
{
  GtkWidget *scale;

  assess (self, "Medicin 1", VB_ROLE_GROUP_NURSES, "2026-11-12", 4, 2);
  assess (self, "Medicin 2", VB_ROLE_GROUP_NURSES, "2026-11-12", 9, 3);
  gui_app_choose_unit (self->window, "Medicin 1");
  g_assert_cmpstr (get_value (self, "reached_step"), ==, "–");
  g_assert_null (find_drawing (get_page (self), "Step"));
  g_assert_true (gtk_widget_get_mapped (gui_find_text (get_page (self), "Shown only rolled up")));

  scale = gui_find (gui_app_get_row (self->window, "Smallest group shown by itself"),
                    GTK_TYPE_SCALE, NULL);
  gtk_widget_grab_focus (scale);
  g_signal_emit_by_name (scale, "move-slider", GTK_SCROLL_STEP_LEFT);
  gui_app_wait_until_idle (self->window);
  g_assert_cmpuint (vb_document_get_smallest_group (self->document), ==, 4);
  g_assert_cmpstr (get_value (self, "reached_step"), ==, "2\u00a0of\u00a05");
}

/* A region sees its units, in the order of the tree, and goes to one with a press. */
static void
test_roll_up (Fixture *self, gconstpointer data)
{
  GtkWidget *tree;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  VbUnit *unit;

  assess (self, "Medicin 1", VB_ROLE_GROUP_MANAGEMENT, "2026-11-12", 7, 2);
  assess (self, "Kirurgi 1", VB_ROLE_GROUP_MANAGEMENT, "2026-11-12", 8, 4);
  assess (self, "Kirurgi 1", VB_ROLE_GROUP_NURSES, "2026-11-12", 9, 3);
  gui_app_choose_unit (self->window, "Centralsjukhuset");

  g_assert_cmpstr (get_value (self, "reached_step"), ==, "3");
  g_assert_cmpstr (get_sub (self, "reached_step"), ==, "3 assessments, on steps 2 to 4");
  tree = find_part (self, VB_TYPE_LADDER_TREE);
  text = vb_ladder_tree_dup_text (VB_LADDER_TREE (tree));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_cmpstr (lines[1], ==, "Centralsjukhuset\t3\t24\t2\t3\t4\t2026: 3");
  g_assert_cmpstr (lines[2], ==, "Medicinkliniken\t1\t7\t2\t2\t2\t2026: 2");
  g_assert_cmpstr (lines[3], ==, "Medicin 1\t1\t7\t2\t2\t2\t2026: 2");
  g_assert_cmpstr (lines[5], ==, "Kirurgi 1\t2\t17\t3\t3.5\t4\t2026: 3.5");
  g_assert_nonnull (find_drawing (get_page (self), "How far apart are the units?"));
  g_assert_nonnull (gui_find_text (get_page (self), "Management 3 · Nurses 3"));

  unit = vb_document_find_unit (self->document, "Medicin 1", NULL);
  g_signal_emit_by_name (tree, "unit-activated", unit);
  gui_app_wait_until_idle (self->window);
  g_assert_true (vb_session_get_unit (vb_window_get_session (self->window)) == unit);
  g_assert_cmpstr (get_value (self, "reached_step"), ==, "2\u00a0of\u00a05");
}

/* A draft is resumed in the wizard; leaving it shows the page again. Removing it can be undone. */
static void
test_draft (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  VbUnit *unit = gui_app_choose_unit (self->window, "Medicin 1");
  GListModel *assessments = vb_document_get_assessments (self->document);
  gint64 id = vb_document_start_assessment (self->document, vb_unit_get_id (unit), self->ladder,
                                            VB_ROLE_GROUP_MANAGEMENT,
                                            vb_day_from_iso ("2026-11-12"), 6, &error);
  GtkWidget *list, *wizard;

  g_assert_no_error (error);
  gui_app_wait_until_idle (self->window);
  g_assert_cmpstr (get_value (self, "reached_step"), ==, "1\u00a0of\u00a05");
  list = find_part (self, VB_TYPE_ASSESSMENT_LIST);
  g_signal_emit_by_name (list, "open", id);
  gui_app_wait_until_idle (self->window);
  wizard = find_part (self, VB_TYPE_ASSESSMENT_WIZARD);
  g_assert_true (gtk_widget_get_mapped (wizard));
  g_assert_false (gtk_widget_get_mapped (list));

  g_signal_emit_by_name (wizard, "closed");
  gui_app_wait_until_idle (self->window);
  g_assert_null (gui_find (get_page (self), VB_TYPE_ASSESSMENT_WIZARD, NULL));
  g_assert_true (gtk_widget_get_mapped (list));

  g_signal_emit_by_name (list, "remove", id);
  gui_app_wait_until_idle (self->window);
  g_assert_cmpuint (g_list_model_get_n_items (assessments), ==, 0);
  gui_app_activate (self->window, "win.undo");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpuint (g_list_model_get_n_items (assessments), ==, 1);
}

/* Whoever goes to another unit has left the wizard. */
static void
test_unit_closes_wizard (Fixture *self, gconstpointer data)
{
  gint64 id = assess (self, "Medicin 1", VB_ROLE_GROUP_MANAGEMENT, "2026-11-12", 7, 2);

  gui_app_choose_unit (self->window, "Medicin 1");
  vb_ladder_page_open_assessment (VB_LADDER_PAGE (get_page (self)), id);
  gui_app_wait_until_idle (self->window);
  g_assert_nonnull (gui_find (get_page (self), VB_TYPE_ASSESSMENT_WIZARD, NULL));
  gui_app_choose_unit (self->window, "Medicin 2");
  g_assert_null (gui_find (get_page (self), VB_TYPE_ASSESSMENT_WIZARD, NULL));
}

/* Two versions are never in one figure: the reader chooses between them. */
static void
test_two_ladders (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) ladders = vb_ladder_reader_read_shipped (NULL);
  GtkWidget *row;

  assess (self, "Medicin 1", VB_ROLE_GROUP_MANAGEMENT, "2026-11-12", 7, 2);
  g_set_object (&self->ladder, g_ptr_array_index (ladders, 1));
  assess (self, "Kirurgi 1", VB_ROLE_GROUP_MANAGEMENT, "2026-10-12", 8, 4);
  gui_app_choose_unit (self->window, "Centralsjukhuset");

  g_assert_cmpstr (get_value (self, "reached_step"), ==, "2");
  row = gui_app_get_row (self->window, "Ladder");
  g_assert_true (gtk_widget_get_mapped (row));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  gui_app_wait_until_idle (self->window);
  g_assert_cmpstr (get_value (self, "reached_step"), ==, "4");
}

static gboolean
has_pdf (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_pdf (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("ladder-page-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VbReport) report = NULL;
  g_autoptr (VbReport) rolled = NULL;
  g_autofree char *bytes = NULL;

  assess (self, "Medicin 1", VB_ROLE_GROUP_MANAGEMENT, "2026-11-12", 7, 2);
  gui_app_choose_unit (self->window, "Medicin 1");
  report = vb_ladder_page_make_report (VB_LADDER_PAGE (get_page (self)), FALSE);
  g_assert_cmpstr (vb_report_get_title (report), ==,
                   "Development ladder, Medicin 1, management, 12 Nov 2026");
  vb_ladder_print_save_to (VB_PAGE (get_page (self)), report, file);
  gui_wait_until (has_pdf, path);
  gui_settle ();
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));
  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);

  gui_app_choose_unit (self->window, "Centralsjukhuset");
  rolled = vb_ladder_page_make_report (VB_LADDER_PAGE (get_page (self)), FALSE);
  g_assert_true (g_str_has_prefix (vb_report_get_title (rolled),
                                   "Development ladder, Centralsjukhuset and units below"));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/views/ladder-page/empty", test_empty },
    { "/views/ladder-page/result", test_result },
    { "/views/ladder-page/choose-another", test_choose_another },
    { "/views/ladder-page/make-action", test_make_action },
    { "/views/ladder-page/small-group", test_small_group },
    { "/views/ladder-page/roll-up", test_roll_up },
    { "/views/ladder-page/draft", test_draft },
    { "/views/ladder-page/unit-closes-wizard", test_unit_closes_wizard },
    { "/views/ladder-page/two-ladders", test_two_ladders },
    { "/views/ladder-page/pdf", test_pdf },
  };

  gui_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
