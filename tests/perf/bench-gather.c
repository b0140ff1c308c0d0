/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two hundred wards have each filled in a self-assessment in a file of their own, made from the
 * region's tree; one file is damaged. Gathering them, and rolling them up. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "vb-document-gather.h"
#include "vb-document-ladders.h"
#include "vb-ladder-board.h"
#include "vb-ladder-reader.h"

#define N_FILES 200
#define N_HOSPITALS 5
#define BAR 10.0 /* s */

static void
make_tree (VbDocument *document, gint64 *region)
{
  g_autoptr (GError) error = NULL;

  *region = vb_document_add_unit (document, 0, VB_UNIT_REGION, "Region", NULL, &error);
  for (guint i = 0; i < N_HOSPITALS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Sjukhus %u", i);
      gint64 hospital =
          vb_document_add_unit (document, *region, VB_UNIT_HOSPITAL, name, NULL, &error);

      for (guint k = 0; k < N_FILES / N_HOSPITALS; k++)
        {
          g_autofree char *ward = g_strdup_printf ("Avdelning %u-%u", i, k);

          vb_document_add_unit (document, hospital, VB_UNIT_WARD, ward, NULL, &error);
        }
    }
  g_assert_no_error (error);
}

/* The ward's own copy of the plan, with all 122 statements answered. */
static void
fill_in (GFile *plan, VbLadder *ladder, guint index, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) document = vb_document_open (plan, NULL, &error);
  guint n = vb_ladder_get_n_statements (ladder);
  g_autofree VbGivenAnswer *answers = g_new0 (VbGivenAnswer, n);
  g_autofree char *ward =
      g_strdup_printf ("Avdelning %u-%u", index % N_HOSPITALS, index / N_HOSPITALS);
  gint64 id;

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      VbLadderStatement *statement = vb_ladder_get_statement (ladder, i);

      answers[i].statement = vb_ladder_statement_get_id (statement);
      answers[i].answer =
          vb_ladder_statement_get_step (statement) <= 1 + index % 5 ? VB_ANSWER_YES : VB_ANSWER_NO;
      answers[i].evidence = i % 4 == 0 ? "Protokoll från ledningsgruppen" : NULL;
    }
  id = vb_document_start_assessment (
      document, vb_unit_get_id (vb_document_find_unit (document, ward, &error)), ladder,
      VB_ROLE_GROUP_NURSES, vb_day_from_ymd (2026, 10, 1), 9, &error);
  g_assert_true (vb_document_set_answers (document, id, answers, n, &error));
  g_assert_true (vb_document_finish_assessment (document, id, &error));
  g_assert_true (vb_document_save_as (document, file, NULL, &error));
  g_assert_no_error (error);
  vb_document_close (document);
}

static double
gather (VbDocument *document, GPtrArray *files, GPtrArray **gathered)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  *gathered = vb_document_gather (document, files, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

/* Of the steps 1 to 5 a fifth each, but for the file that is damaged, whose step is 1. */
static void
check_roll_up (VbDocument *document, VbLadder *ladder, gint64 region)
{
  g_autoptr (GListModel) rows = vb_ladder_board_roll_up (
      vb_document_get_assessments (document), ladder, vb_document_get_unit (document, region), 5);
  g_autoptr (VbLadderRollup) top = g_list_model_get_item (rows, 0);
  const VbLadderGroup *all = vb_ladder_rollup_get_all (top);

  g_assert_cmpuint (vb_ladder_rollup_get_n_assessments (top), ==, N_FILES - 1);
  g_assert_cmpuint (all->n_participants, ==, 9 * (N_FILES - 1));
  for (guint step = 1; step <= 5; step++)
    g_assert_cmpuint (all->overall.counts[step], ==, N_FILES / 5 - (step == 1));
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("vardbalans-gather-XXXXXX", &error);
  g_autofree char *plan_path = g_build_filename (folder, "plan.vardbalans", NULL);
  g_autoptr (GFile) plan = g_file_new_for_path (plan_path);
  g_autoptr (GPtrArray) ladders = vb_ladder_reader_read_shipped (&error);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (VbDocument) document = NULL;
  double once, twice;
  gint64 region;

  g_assert_no_error (error);
  g_assert_true (g_setenv ("XDG_STATE_HOME", folder, TRUE));
  document = vb_document_new (&error);
  make_tree (document, &region);
  g_assert_true (vb_document_save_as (document, plan, NULL, &error));
  for (guint i = 0; i < N_FILES; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.vardbalans", folder, i);
      GFile *file = g_file_new_for_path (path);

      fill_in (plan, ladders->pdata[0], i, file);
      g_ptr_array_add (files, file);
    }
  g_assert_cmpint (truncate (g_file_peek_path (files->pdata[0]), 50000), ==, 0);

  once = gather (document, files, &first);
  twice = gather (document, files, &second);
  g_assert_nonnull (vb_gathered_get_problem (first->pdata[0]));
  for (guint i = 1; i < N_FILES; i++)
    {
      g_assert_null (vb_gathered_get_problem (first->pdata[i]));
      g_assert_cmpuint (vb_gathered_get_n_taken (second->pdata[i]), ==, 0);
    }
  check_roll_up (document, vb_document_find_ladder (document, "ten-areas", "1"), region);
  g_print ("1..1\n# %u files gathered in %.2f s, once more in %.2f s; bar %.0f s\n", N_FILES, once,
           twice, BAR);
  g_print ("%s 1 gather\n", once < BAR ? "ok" : "not ok");

  vb_document_close (document);
  for (guint i = 0; i < files->len; i++)
    g_file_delete (files->pdata[i], NULL, NULL);
  g_file_delete (plan, NULL, NULL);
  return once < BAR ? 0 : 1;
}
