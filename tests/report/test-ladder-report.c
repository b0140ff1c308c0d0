/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The printed reports, page by page. */
#include <glib/gstdio.h>
#include <string.h>

#include "assessment-fixture.h"
#include "vb-action-private.h"
#include "vb-assessment-private.h"
#include "vb-assessment-report.h"
#include "vb-report-writer.h"
#include "vb-rollup-report.h"

/* Room for what a letter reaches beyond its box. */
#define SLACK 2.0

static VbAssessment *
make_assessment (VbLadder *ladder, const char *evidence)
{
  const guint steps[ASSESSMENT_FIXTURE_N_AREAS] = { 2, 3, 5 };
  VbAssessment *assessment =
      assessment_fixture_assess (1, 3, ladder, VB_ROLE_GROUP_MANAGEMENT, "2026-11-12", 6, steps);
  const VbAssessmentAnswers *present = vb_assessment_peek_answers (assessment);
  VbAssessmentAnswers *answers = vb_assessment_answers_new (ladder);

  for (guint i = 0; i < answers->n_statements; i++)
    {
      answers->answers[i] = present->answers[i];
      answers->evidence[i] = g_strdup (evidence);
    }
  answers->areas[0].wanted_step = 3;
  answers->areas[0].priority = 1;
  answers->areas[0].owner_role = g_strdup ("planner");
  answers->areas[0].by = vb_day_from_iso ("2027-12-31");
  answers->areas[0].comment = g_strdup ("Half-way there.");
  vb_assessment_take_answers (assessment, answers);
  return assessment;
}

static VbReport *
make_report (const char *unit_name, const char *evidence)
{
  const guint before[ASSESSMENT_FIXTURE_N_AREAS] = { 1, 3, 4 };
  g_autoptr (VbLadder) ladder = assessment_fixture_make_ladder ("1");
  g_autoptr (VbAssessment) assessment = make_assessment (ladder, evidence);
  g_autoptr (VbAssessment) earlier =
      assessment_fixture_assess (2, 3, ladder, VB_ROLE_GROUP_MANAGEMENT, "2025-11-12", 6, before);
  g_autoptr (VbLadderResult) result = vb_ladder_board_score (assessment);
  g_autoptr (VbLadderResult) previous = vb_ladder_board_score (earlier);
  g_autoptr (GListStore) actions = g_list_store_new (VB_TYPE_ACTION);
  VbActionFacts facts = VB_ACTION_FACTS_INIT;
  g_autoptr (VbAction) action = NULL;

  facts.title = (char *) "Forecast every week";
  facts.due = vb_day_from_iso ("2026-03-01");
  action = vb_action_new (7, &facts);
  g_list_store_append (actions, action);
  return vb_assessment_report_new (
      &(VbAssessmentReport){ .result = result,
                             .previous = previous,
                             .unit_name = unit_name,
                             .actions = G_LIST_MODEL (actions),
                             .today = vb_day_from_iso ("2026-11-22") });
}

/* Where there is ink on a page, with its foot, to the point. */
static void
get_ink (VbReport *report, guint page, cairo_rectangle_t *ink)
{
  int width = (int) ceil (VB_REPORT_PAGE_WIDTH), height = (int) ceil (VB_REPORT_PAGE_HEIGHT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  int left = width, top = height, right = 0, bottom = 0;
  const guint32 *pixels;

  vb_report_draw_page (report, cr, page);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (pixels[y * cairo_image_surface_get_stride (surface) / 4 + x] >> 24 > 0)
        {
          left = MIN (left, x);
          right = MAX (right, x + 1);
          top = MIN (top, y);
          bottom = MAX (bottom, y + 1);
        }
  cairo_surface_destroy (surface);
  *ink = (cairo_rectangle_t){ left, top, right - left, bottom - top };
}

/* Nothing stands in the margins, and no page is empty but for its foot. */
static void
assert_pages_sound (VbReport *report)
{
  for (guint i = 0; i < vb_report_get_n_pages (report); i++)
    {
      cairo_rectangle_t ink;

      get_ink (report, i, &ink);
      g_test_message ("page %u: %.0f, %.0f, %.0f x %.0f", i + 1, ink.x, ink.y, ink.width,
                      ink.height);
      g_assert_cmpfloat (ink.x, >=, VB_REPORT_MARGIN - SLACK);
      g_assert_cmpfloat (ink.y, >=, VB_REPORT_MARGIN - SLACK);
      g_assert_cmpfloat (ink.x + ink.width, <=, VB_REPORT_PAGE_WIDTH - VB_REPORT_MARGIN + SLACK);
      g_assert_cmpfloat (ink.y + ink.height, <=, VB_REPORT_PAGE_HEIGHT - VB_REPORT_MARGIN + SLACK);
      g_assert_cmpfloat (ink.y, <, VB_REPORT_MARGIN + 40);
    }
}

/* The text of a PDF, a string a page; NULL (and the test is skipped) where no program can read it.
 */
static char **
read_pages (VbReport *report)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *out = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (program == NULL)
    {
      g_test_skip ("there is no pdftotext");
      return NULL;
    }
  folder = g_dir_make_tmp ("report-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "report.pdf", NULL);
  file = g_file_new_for_path (path);
  vb_report_save (report, file, NULL, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char *[]){ program, (char *) "-raw", path, (char *) "-", NULL }, NULL,
                G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
  return g_strsplit (out, "\f", -1);
}

static gboolean
page_has (char **pages, const char *text)
{
  for (guint i = 0; pages[i] != NULL; i++)
    if (strstr (pages[i], text) != NULL)
      return TRUE;
  return FALSE;
}

/* ---- the reports ----------------------------------------------------------------------------- */

static void
test_assessment (void)
{
  g_autoptr (VbReport) report = make_report ("Medicine", "Minutes of the meeting in May.");
  g_auto (GStrv) pages = NULL;
  static const char *const texts[] = {
    "Medicine",
    "of 5 steps",
    "Participants",
    "Area A 0",
    "Area C 0",
    "Statement A2-1 2",
    "Statement C5-3 5",
    "Half-way there.",
    "responsible: planner",
    "Minutes of the meeting",
    "Forecast every week",
    "overdue",
    "3 statements remain to step 3",
  };

  assert_pages_sound (report);
  pages = read_pages (report);
  if (pages == NULL)
    return;
  /* pdftotext ends each page with a form feed. */
  g_assert_cmpuint (g_strv_length (pages), ==, vb_report_get_n_pages (report) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_true (page_has (pages, texts[i]));
    }
  for (guint i = 0; i < vb_report_get_n_pages (report); i++)
    {
      g_autofree char *number =
          g_strdup_printf ("Page %u of %u", i + 1, vb_report_get_n_pages (report));

      g_assert_nonnull (strstr (pages[i], number));
    }
}

/* What somebody writes may be longer than a page, and without a space to break at. */
static void
test_long_texts (void)
{
  g_autoptr (GString) words = g_string_new ("first ");
  g_autoptr (VbReport) report = NULL;
  g_auto (GStrv) pages = NULL;

  for (guint i = 0; i < 2500; i++)
    g_string_append (words, "word ");
  for (guint i = 0; i < 400; i++)
    g_string_append (words, "unbroken");
  g_string_append (words, " last");
  report = make_report ("A unit whose name goes on and on until it does not fit on any line of any "
                        "page that a printer prints",
                        words->str);
  assert_pages_sound (report);
  g_assert_cmpuint (vb_report_get_n_pages (report), >, 40);
  pages = read_pages (report);
  if (pages != NULL)
    g_assert_true (page_has (pages, "last"));
}

static void
test_rollup (void)
{
  const guint low[ASSESSMENT_FIXTURE_N_AREAS] = { 2, 2, 3 };
  const guint high[ASSESSMENT_FIXTURE_N_AREAS] = { 4, 5, 4 };
  g_autoptr (VbLadder) ladder = assessment_fixture_make_ladder ("1");
  g_autoptr (VbUnit) root = assessment_fixture_make_tree ();
  g_autoptr (GListStore) assessments = g_list_store_new (VB_TYPE_ASSESSMENT);
  g_autoptr (VbAssessment) first =
      assessment_fixture_assess (1, 4, ladder, VB_ROLE_GROUP_MANAGEMENT, "2026-11-12", 6, low);
  g_autoptr (VbAssessment) second =
      assessment_fixture_assess (2, 6, ladder, VB_ROLE_GROUP_NURSES, "2026-10-12", 16, high);
  g_autoptr (VbAssessment) small =
      assessment_fixture_assess (3, 3, ladder, VB_ROLE_GROUP_NURSES, "2026-10-12", 2, high);
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (VbReport) report = NULL;
  g_auto (GStrv) pages = NULL;

  g_list_store_append (assessments, first);
  g_list_store_append (assessments, second);
  g_list_store_append (assessments, small);
  rows = vb_ladder_board_roll_up (G_LIST_MODEL (assessments), ladder, root, 5);
  report = vb_rollup_report_new (rows, 5, vb_day_from_iso ("2026-11-22"));
  assert_pages_sound (report);
  pages = read_pages (report);
  if (pages == NULL)
    return;
  g_assert_true (page_has (pages, "is the median step of 5"));
  g_assert_true (page_has (pages, "3 assessments with 24 participants in 3 units"));
  g_assert_true (page_has (pages, "Management"));
  g_assert_true (page_has (pages, "Unit 6 1 16 4 4–4 2026: 4"));
  g_assert_true (page_has (pages, "Unit 3 1 2 withheld – –"));
  g_assert_true (page_has (pages, "fewer than 5 participants"));
}

/* Without any assessment the pages say so and stay whole. */
static void
test_empty_rollup (void)
{
  g_autoptr (VbLadder) ladder = assessment_fixture_make_ladder ("1");
  g_autoptr (VbUnit) root = assessment_fixture_make_tree ();
  g_autoptr (GListStore) assessments = g_list_store_new (VB_TYPE_ASSESSMENT);
  g_autoptr (GListModel) rows =
      vb_ladder_board_roll_up (G_LIST_MODEL (assessments), ladder, root, 5);
  g_autoptr (VbReport) report = vb_rollup_report_new (rows, 5, vb_day_from_iso ("2026-11-22"));

  assert_pages_sound (report);
}

/* ---- the writer ------------------------------------------------------------------------------ */

/* Rows of several lines: each stands on one page from its first word to its last, and a table's
 * titles stand on each page. */
static void
test_rows_stay_whole (void)
{
  VbReportWriter *writer = vb_report_writer_new ("Rows");
  const VbReportCell titles[] = { { .width = 1, .kind = VB_REPORT_SMALL, .text = "TITLES" } };
  g_autoptr (VbReport) report = NULL;
  g_auto (GStrv) pages = NULL;

  vb_report_writer_begin_table (writer, titles, 1);
  for (guint i = 0; i < 60; i++)
    {
      GString *text = g_string_new (NULL);
      VbReportCell cell = { .width = 0.3 };

      g_string_printf (text, "BEGIN%u ", i);
      for (guint j = 0; j < 10 + i % 7; j++)
        g_string_append (text, "some words of this row ");
      g_string_append_printf (text, "END%u.", i);
      cell.text = text->str;
      vb_report_writer_add_row (writer, &cell, 1);
      g_string_free (text, TRUE);
    }
  report = vb_report_writer_finish (writer);
  assert_pages_sound (report);
  g_assert_cmpuint (vb_report_get_n_pages (report), >, 5);

  pages = read_pages (report);
  if (pages == NULL)
    return;
  for (guint page = 0; page < vb_report_get_n_pages (report); page++)
    {
      g_assert_true (g_str_has_prefix (pages[page], "TITLES"));
      for (guint i = 0; i < 60; i++)
        {
          g_autofree char *begin = g_strdup_printf ("BEGIN%u ", i);
          g_autofree char *end = g_strdup_printf ("END%u.", i);

          g_assert_true ((strstr (pages[page], begin) != NULL)
                         == (strstr (pages[page], end) != NULL));
        }
    }
}

/* A heading is never the last on its page. */
static void
test_headings_lead (void)
{
  VbReportWriter *writer = vb_report_writer_new ("Headings");
  g_autoptr (VbReport) report = NULL;
  g_auto (GStrv) pages = NULL;

  for (guint i = 0; i < 80; i++)
    {
      g_autofree char *heading = g_strdup_printf ("HEADING%u", i);
      g_autofree char *body = g_strdup_printf ("body%u.", i);

      vb_report_writer_add_text (writer, VB_REPORT_HEADING, heading);
      vb_report_writer_add_text (writer, VB_REPORT_BODY, body);
    }
  report = vb_report_writer_finish (writer);
  pages = read_pages (report);
  if (pages == NULL)
    return;
  for (guint page = 0; page < vb_report_get_n_pages (report); page++)
    for (guint i = 0; i < 80; i++)
      {
        g_autofree char *heading = g_strdup_printf ("HEADING%u\n", i);
        g_autofree char *body = g_strdup_printf ("body%u.", i);

        g_assert_true ((strstr (pages[page], heading) != NULL)
                       == (strstr (pages[page], body) != NULL));
      }
}

static void
test_file (void)
{
  g_autoptr (VbReport) report = make_report ("A/B: \"C\"", NULL);
  g_autofree char *name = vb_report_dup_file_name (report);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/proc/none/report.pdf");
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_str_has_suffix (name, ".pdf"));
  g_assert_null (strpbrk (name, "/\\:*?\"<>|"));
  pdf = vb_report_to_pdf (report, &error);
  g_assert_no_error (error);
  g_assert_cmpint (memcmp (g_bytes_get_data (pdf, NULL), "%PDF", 4), ==, 0);
  g_assert_false (vb_report_save (report, nowhere, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/ladder-report/assessment", test_assessment);
  g_test_add_func ("/report/ladder-report/long-texts", test_long_texts);
  g_test_add_func ("/report/ladder-report/rollup", test_rollup);
  g_test_add_func ("/report/ladder-report/empty-rollup", test_empty_rollup);
  g_test_add_func ("/report/ladder-report/rows-stay-whole", test_rows_stay_whole);
  g_test_add_func ("/report/ladder-report/headings-lead", test_headings_lead);
  g_test_add_func ("/report/ladder-report/file", test_file);
  return g_test_run ();
}
