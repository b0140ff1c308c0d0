/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a region has when its units are done: 200 assessments of 120 answers in one document. Prints
 * the processor's time of each part, best of three, and fails above its bar. */
#include <time.h>
#include <unistd.h>

#include "ladder-fixture.h"
#include "vb-document-ladders.h"
#include "vb-ladder-board.h"
#include "vb-random.h"

#define N_ASSESSMENTS 200
#define N_AREAS 10
#define N_STEPS 5
#define N_CHANGES 100
#define ROUNDS 3

typedef enum
{
  SAVE,
  OPEN,
  ANSWER,
  UNDO,
  ROLL_UP,
  N_PARTS,
} Part;

static const struct
{
  const char *name;
  double bar; /* seconds; of one where there are many */
} parts[N_PARTS] = {
  [SAVE] = { "save", 0.3 },           [OPEN] = { "open", 0.5 },
  [ANSWER] = { "one answer", 0.005 }, [UNDO] = { "undo one answer", 0.02 },
  [ROLL_UP] = { "roll up", 0.02 },
};

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

/* A region of ten hospitals of twenty wards. */
static void
make_units (VbDocument *document, gint64 *wards)
{
  g_autoptr (GError) error = NULL;
  gint64 region = vb_document_add_unit (document, 0, VB_UNIT_REGION, "Region", NULL, &error);
  gint64 hospital = 0;

  for (guint i = 0; i < N_ASSESSMENTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Unit %u", i);

      if (i % 20 == 0)
        hospital = vb_document_add_unit (document, region, VB_UNIT_HOSPITAL, name, NULL, &error);
      wards[i] = vb_document_add_unit (document, hospital, VB_UNIT_WARD, name, NULL, &error);
      g_assert_no_error (error);
    }
}

/* All that a unit's management does in half an hour. */
static void
fill_in (VbDocument *document, gint64 ward, VbLadder *ladder, guint i, VbRandom *random)
{
  g_autoptr (GError) error = NULL;
  gint64 id =
      vb_document_start_assessment (document, ward, ladder, (VbRoleGroup) (i % VB_N_ROLE_GROUPS),
                                    vb_day_from_ymd (2026, 3, 2) + (VbDay) i, 5 + i % 10, &error);

  for (guint j = 0; j < vb_ladder_get_n_statements (ladder); j++)
    {
      const char *statement = vb_ladder_statement_get_id (vb_ladder_get_statement (ladder, j));
      VbAnswer answer = (VbAnswer) (1 + vb_random_below (random, VB_ANSWER_NOT_RELEVANT));

      g_assert_true (vb_document_set_answer (document, id, statement, answer, &error));
      if (j % 4 == 0)
        g_assert_true (vb_document_set_evidence (document, id, statement,
                                                 "Protokoll från ledningens möte i maj", &error));
    }
  g_assert_true (vb_document_finish_assessment (document, id, &error));
  g_assert_no_error (error);
}

static GFile *
make_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) document = vb_document_new (&error);
  g_autoptr (VbLadder) ladder = make_ladder ("ladder", "1", N_AREAS, N_STEPS);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "bench-XXXXXX", NULL);
  GFile *file;
  gint64 wards[N_ASSESSMENTS];
  VbRandom random;

  g_assert_no_error (error);
  vb_random_init (&random, 1, 0);
  make_units (document, wards);
  for (guint i = 0; i < N_ASSESSMENTS; i++)
    {
      fill_in (document, wards[i], ladder, i, &random);
      /* Nobody makes thirty thousand steps in one session. */
      g_assert_true (vb_document_start_afresh (document, NULL, &error));
    }
  close (g_mkstemp (path));
  file = g_file_new_for_path (path);
  g_assert_true (vb_document_save_as (document, file, NULL, &error));
  vb_document_close (document);
  return file;
}

static void
change_answers (VbDocument *document, double *took)
{
  g_autoptr (VbAssessment) assessment =
      g_list_model_get_item (vb_document_get_assessments (document), 0);
  gint64 id = vb_assessment_get_id (assessment);
  g_autoptr (GError) error = NULL;
  double start;

  g_assert_true (vb_document_reopen_assessment (document, id, &error));
  start = now ();
  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_autofree char *statement =
          g_strdup_printf ("%c-%u-%u", 'A' + (int) (i % N_AREAS), 2 + i / 10 % 4, 1 + i % 3);
      VbAnswer answer = vb_assessment_get_answer (assessment, statement);

      g_assert_true (vb_document_set_answer (
          document, id, statement, answer == VB_ANSWER_YES ? VB_ANSWER_NO : VB_ANSWER_YES, &error));
    }
  took[ANSWER] = (now () - start) / N_CHANGES;
  start = now ();
  for (guint i = 0; i < N_CHANGES; i++)
    g_assert_true (vb_document_undo (document, &error));
  took[UNDO] = (now () - start) / N_CHANGES;
  g_assert_true (vb_document_finish_assessment (document, id, &error));
  g_assert_no_error (error);
}

static void
roll_up (VbDocument *document, double *took)
{
  g_autoptr (VbUnit) region = g_list_model_get_item (vb_document_get_roots (document), 0);
  g_autoptr (VbLadder) ladder = g_list_model_get_item (vb_document_get_ladders (document), 0);
  double start = now ();
  g_autoptr (GListModel) rows =
      vb_ladder_board_roll_up (vb_document_get_assessments (document), ladder, region, 5);

  took[ROLL_UP] = now () - start;
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1 + 10 + N_ASSESSMENTS);
}

static void
run_round (GFile *file, double *took)
{
  g_autoptr (GError) error = NULL;
  double start = now ();
  g_autoptr (VbDocument) document = vb_document_open (file, NULL, &error);

  took[OPEN] = now () - start;
  g_assert_no_error (error);
  roll_up (document, took);
  change_answers (document, took);
  start = now ();
  g_assert_true (vb_document_save (document, TRUE, NULL, &error));
  took[SAVE] = now () - start;
  vb_document_close (document);
}

int
main (void)
{
  g_autoptr (GFile) file = make_file ();
  double best[N_PARTS];
  gboolean good = TRUE;

  for (guint round = 0; round < ROUNDS; round++)
    {
      double took[N_PARTS];

      run_round (file, took);
      for (guint part = 0; part < N_PARTS; part++)
        best[part] = round == 0 ? took[part] : MIN (best[part], took[part]);
    }
  g_file_delete (file, NULL, NULL);
  g_print ("1..%d\n", N_PARTS);
  for (guint part = 0; part < N_PARTS; part++)
    {
      gboolean kept = best[part] <= parts[part].bar;

      g_print ("%s %u - %s: %.2f ms, at most %.0f ms\n", kept ? "ok" : "not ok", part + 1,
               parts[part].name, best[part] * 1e3, parts[part].bar * 1e3);
      good = good && kept;
    }
  return good ? 0 : 1;
}
