/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is left when the program is killed, the disk is full or the folder must not be written to.
 * The program to be killed is this one, started again with the name of what it should do. */
#include "document-fixture.h"
#include "ladder-fixture.h"
#include "vb-document-private.h"
#include "vb-import.h"

#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#define ROWS_AN_IMPORT 20000

/* ---- in the child ---------------------------------------------------------------------------- */

static void
say (guint n)
{
  g_autofree char *line = g_strdup_printf ("%u\n", n);

  g_assert_cmpint (write (STDOUT_FILENO, line, strlen (line)), ==, (gssize) strlen (line));
}

static VbBatch *
make_batch (guint number, guint n_rows)
{
  VbBatch *batch = vb_batch_new ();
  VbDay day = vb_day_from_ymd (1950, 1, 1);
  g_autofree char *name = g_strdup_printf ("Ward %u", number);

  vb_batch_add_unit (batch, -1, VB_UNIT_WARD, name, NULL);
  for (guint i = 0; i < n_rows; i++)
    vb_batch_add_observation (batch, 0, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_DAY, day + (VbDay) i,
                              i + number + 0.5, VB_PROVENANCE_REPORTED, i);
  vb_batch_set_source (batch, "beds.csv", NULL, NULL, NULL);
  vb_batch_finish (batch);
  return batch;
}

/* Says each number after it is committed. */
static void
child_change (const char *path)
{
  g_autoptr (VbDocument) document = new_document ();

  for (guint n = 1;; n++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (vb_document_set_hidden_demand (document, n / 1e6, &error));
      g_assert_no_error (error);
      say (n);
    }
}

/* Answers one statement after the other, and says so after each. */
static void
child_answer (const char *path)
{
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (VbLadder) ladder = make_ladder ("own", "1", 10, 9);
  g_autoptr (GError) error = NULL;
  gint64 ward = add_unit (document, 0, VB_UNIT_WARD, "Ward", NULL);
  gint64 id = vb_document_start_assessment (document, ward, ladder, VB_ROLE_GROUP_NURSES,
                                            vb_day_from_ymd (2026, 3, 2), 7, &error);

  for (guint n = 0; n < vb_ladder_get_n_statements (ladder); n++)
    {
      const char *statement = vb_ladder_statement_get_id (vb_ladder_get_statement (ladder, n));

      g_assert_true (vb_document_set_answer (document, id, statement, VB_ANSWER_MOSTLY, &error));
      g_assert_no_error (error);
      say (n + 1);
    }
  pause ();
}

static void
child_import (const char *path)
{
  g_autoptr (VbDocument) document = new_document ();

  for (guint n = 1;; n++)
    {
      g_autoptr (VbBatch) batch = make_batch (n, ROWS_AN_IMPORT);

      take (document, batch);
      say (n);
    }
}

static void
child_save (const char *path)
{
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (VbBatch) batch = make_batch (0, ROWS_AN_IMPORT);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  take (document, batch);
  for (guint n = 1;; n++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (vb_document_set_hidden_demand (document, n / 1e6, &error));
      save_as (document, file);
      say (n);
    }
}

static void
child_idle (const char *path)
{
  g_autoptr (VbDocument) document = new_document ();

  add_unit (document, 0, VB_UNIT_WARD, "Ward", NULL);
  say (1);
  pause ();
}

/* No file may grow over 300 kB: neither the import nor the save fits. */
static void
child_limited (const char *path)
{
  struct rlimit limit = { 300000, 300000 };
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (VbBatch) small = make_batch (0, 2000);
  g_autoptr (VbBatch) large = make_batch (1, ROWS_AN_IMPORT);
  g_autoptr (GError) error = NULL;

  take (document, small);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (vb_document_take_batch (document, large, NULL, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_STORAGE);
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (vb_document_get_imports (document)), ==, 1);
  say (1);
  vb_document_close (document);
  exit (0);
}

static const struct
{
  const char *name;
  void (*run) (const char *path);
} children[] = {
  { "change", child_change }, { "answer", child_answer }, { "import", child_import },
  { "save", child_save },     { "idle", child_idle },     { "limited", child_limited },
};

/* ---- in the test ----------------------------------------------------------------------------- */

static GSubprocess *
start (const char *name, GFile *file)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_setenv (launcher, "XDG_STATE_HOME", g_get_user_state_dir (), TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, program, "--child", name, path, NULL);
  g_assert_no_error (error);
  return process;
}

/* Waits for @n numbers, lets it run on for a moment, kills it. Returns the last number it said. */
static guint
kill_after (GSubprocess *process, guint n)
{
  g_autoptr (GDataInputStream) lines =
      g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  guint last = 0;
  char *line;

  while (last < n && (line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      last = (guint) atoi (line);
      g_free (line);
    }
  g_assert_cmpuint (last, ==, n);
  g_usleep ((gulong) g_test_rand_int_range (0, 20000));
  g_subprocess_force_exit (process);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      if (*line != '\0')
        last = (guint) atoi (line);
      g_free (line);
    }
  return last;
}

static void
on_recovered (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static VbDocument *
recover (VbRecovery *recovery, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  vb_recovery_open_async (recovery, NULL, on_recovered, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return vb_recovery_open_finish (result, error);
}

static VbRecovery *
get_only_recovery (void)
{
  g_autoptr (GListModel) left = vb_document_list_recoverable ();

  g_assert_cmpuint (g_list_model_get_n_items (left), ==, 1);
  return g_list_model_get_item (left, 0);
}

static void
test_killed_changing (void)
{
  discard_recoverable ();
  for (guint round = 0; round < 5; round++)
    {
      g_autoptr (GFile) file = new_file ();
      g_autoptr (GSubprocess) process = start ("change", file);
      guint n = kill_after (process, (guint) g_test_rand_int_range (1, 400));
      g_autoptr (VbRecovery) recovery = get_only_recovery ();
      g_autoptr (GError) error = NULL;
      g_autoptr (VbDocument) document = recover (recovery, &error);
      double kept;

      g_assert_no_error (error);
      g_assert_true (vb_document_get_modified (document));
      kept = vb_document_get_hidden_demand (document);
      g_assert_true (kept == n / 1e6 || kept == (n + 1) / 1e6);
      vb_document_close (document);
    }
}

/* At most the answer in progress is lost, and what is there can be gone on with. */
static void
test_killed_answering (void)
{
  discard_recoverable ();
  for (guint round = 0; round < 4; round++)
    {
      g_autoptr (GFile) file = new_file ();
      g_autoptr (GSubprocess) process = start ("answer", file);
      guint n = kill_after (process, (guint) g_test_rand_int_range (1, 200));
      g_autoptr (VbRecovery) recovery = get_only_recovery ();
      g_autoptr (GError) error = NULL;
      g_autoptr (VbDocument) document = recover (recovery, &error);
      g_autoptr (VbAssessment) assessment =
          g_list_model_get_item (vb_document_get_assessments (document), 0);
      guint kept = vb_assessment_get_n_answered (assessment);

      g_assert_no_error (error);
      g_assert_true (kept == n || kept == n + 1);
      for (guint i = 0; i < kept; i++)
        g_assert_cmpint (vb_assessment_get_answers (assessment)[i], ==, VB_ANSWER_MOSTLY);
      g_assert_true (vb_document_set_answer (document, vb_assessment_get_id (assessment), "A-2-1",
                                             VB_ANSWER_YES, &error));
      g_assert_no_error (error);
      vb_document_close (document);
    }
}

static void
test_killed_importing (void)
{
  discard_recoverable ();
  for (guint round = 0; round < 4; round++)
    {
      g_autoptr (GFile) file = new_file ();
      g_autoptr (GSubprocess) process = start ("import", file);
      guint n = kill_after (process, (guint) g_test_rand_int_range (1, 6));
      g_autoptr (VbRecovery) recovery = get_only_recovery ();
      g_autoptr (GError) error = NULL;
      g_autoptr (VbDocument) document = recover (recovery, &error);
      guint kept;
      gint64 rows = 0;

      g_assert_no_error (error);
      /* An import is there whole or not at all. */
      kept = vb_document_get_n_units (document);
      g_assert_true (kept == n || kept == n + 1);
      g_assert_cmpuint (g_list_model_get_n_items (vb_document_get_imports (document)), ==, kept);
      g_assert_true (vb_store_connection_read_int64 (
          document->connection, "SELECT count (*) FROM observation", &rows, &error));
      g_assert_cmpint (rows, ==, kept * ROWS_AN_IMPORT);
      vb_document_close (document);
    }
}

/* The user's file is the old one or the new one, whenever the saving program dies. */
static void
test_killed_saving (void)
{
  discard_recoverable ();
  for (guint round = 0; round < 4; round++)
    {
      g_autoptr (GFile) file = new_file ();
      g_autoptr (GSubprocess) process = start ("save", file);
      guint n = kill_after (process, (guint) g_test_rand_int_range (1, 5));
      g_autoptr (GError) error = NULL;
      g_autoptr (VbDocument) document = vb_document_open (file, NULL, &error);
      double kept;

      g_assert_no_error (error);
      kept = vb_document_get_hidden_demand (document);
      g_assert_true (kept == n / 1e6 || kept == (n + 1) / 1e6);
      vb_document_close (document);
      discard_recoverable ();
    }
}

/* What another program has open is not offered; what it leaves is, once. */
static void
test_in_use (void)
{
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GSubprocess) process = start ("idle", file);
  g_autoptr (GDataInputStream) lines =
      g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
  g_autoptr (VbRecovery) recovery = NULL;
  g_autoptr (VbDocument) document = NULL;
  g_autoptr (VbDocument) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (line, ==, "1");
  {
    g_autoptr (GListModel) left = vb_document_list_recoverable ();

    g_assert_cmpuint (g_list_model_get_n_items (left), ==, 0);
  }
  g_subprocess_force_exit (process);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  recovery = get_only_recovery ();
  g_assert_cmpstr (vb_recovery_get_title (recovery), ==, "Untitled plan");
  g_assert_null (vb_recovery_get_file (recovery));
  g_assert_cmpint (ABS (vb_recovery_get_time (recovery) - g_get_real_time () / G_USEC_PER_SEC), <,
                   100);
  document = recover (recovery, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 1);
  second = recover (recovery, &error);
  g_assert_null (second);
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  {
    g_autoptr (GListModel) left = vb_document_list_recoverable ();

    g_assert_cmpuint (g_list_model_get_n_items (left), ==, 0);
  }
  vb_document_close (document);
}

/* A recovered document knows its file, and whether somebody else has written it since. */
static void
test_recovered_file (void)
{
  g_autoptr (GFile) file = new_file ();
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (VbRecovery) recovery = NULL;
  g_autoptr (GError) error = NULL;

  save_as (document, file);
  add_unit (document, 0, VB_UNIT_WARD, "Ward", NULL);
  g_clear_object (&document); /* as when the session ends */

  recovery = get_only_recovery ();
  g_assert_true (g_file_equal (vb_recovery_get_file (recovery), file));
  g_assert_cmpstr (vb_recovery_get_title (recovery), ==, "plan");
  document = recover (recovery, &error);
  g_assert_no_error (error);
  g_assert_true (vb_document_save (document, FALSE, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (vb_document_get_modified (document));

  add_unit (document, 0, VB_UNIT_WARD, "Ward 2", NULL);
  g_clear_object (&document);
  /* A file's time of change moves in steps of the kernel's clock, 10 ms at most. */
  g_usleep (50 * 1000);
  g_assert_true (
      g_file_replace_contents (file, "x", 1, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error));
  g_clear_object (&recovery);
  recovery = get_only_recovery ();
  document = recover (recovery, &error);
  g_assert_no_error (error);
  g_assert_false (vb_document_save (document, FALSE, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_CHANGED_ON_DISK);
  vb_document_close (document);
}

/* An unmodified document leaves nothing to recover, however it ends. */
static void
test_nothing_to_recover (void)
{
  g_autoptr (GFile) file = new_file ();
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (GListModel) left = NULL;

  add_unit (document, 0, VB_UNIT_WARD, "Ward", NULL);
  save_as (document, file);
  g_clear_object (&document);
  left = vb_document_list_recoverable ();
  g_assert_cmpuint (g_list_model_get_n_items (left), ==, 0);
}

static void
test_file_too_large (void)
{
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GSubprocess) process = start ("limited", file);
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &said, NULL, &error));
  g_assert_cmpstr (said, ==, "1\n");
  g_assert_true (g_subprocess_get_successful (process));
}

/* Permissions do not stop root, a mount does. */
static gboolean
make_read_only (const char *folder)
{
  return geteuid () == 0 ? mount ("none", folder, "tmpfs", MS_RDONLY, NULL) == 0
                         : g_chmod (folder, 0555) == 0;
}

static gboolean
make_writable (const char *folder)
{
  return geteuid () == 0 ? umount (folder) == 0 : g_chmod (folder, 0755) == 0;
}

static void
test_read_only_folder (void)
{
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (GError) error = NULL;

  add_unit (document, 0, VB_UNIT_WARD, "Ward", NULL);
  if (!make_read_only (g_file_peek_path (folder)))
    {
      g_test_skip ("no right to mount a read-only folder");
      vb_document_close (document);
      return;
    }
  g_assert_false (vb_document_save_as (document, file, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_STORAGE);
  g_clear_error (&error);
  g_assert_true (vb_document_get_modified (document));
  g_assert_null (vb_document_get_file (document));
  g_assert_true (make_writable (g_file_peek_path (folder)));
  g_assert_true (vb_document_save_as (document, file, NULL, &error));
  g_assert_no_error (error);
  vb_document_close (document);
}

/* On a disk of one megabyte: the old file stays, and nothing half-written beside it. */
static void
test_full_disk (void)
{
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (VbBatch) batch = make_batch (0, 50000);
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) again = NULL;
  g_autoptr (GDir) dir = NULL;

  if (mount ("none", g_file_peek_path (folder), "tmpfs", 0, "size=1m") != 0)
    {
      g_test_skip ("no right to mount a small disk");
      vb_document_close (document);
      return;
    }
  add_unit (document, 0, VB_UNIT_WARD, "Ward", NULL);
  save_as (document, file);
  take (document, batch);
  g_assert_false (vb_document_save (document, FALSE, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_STORAGE);
  g_clear_error (&error);
  g_assert_true (vb_document_get_modified (document));
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 2);
  again = vb_document_open (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vb_document_get_n_units (again), ==, 1);
  dir = g_dir_open (g_file_peek_path (folder), 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "plan.vardbalans");
  g_assert_null (g_dir_read_name (dir));
  undo (document);
  g_assert_true (vb_document_save (document, FALSE, NULL, &error));
  g_assert_no_error (error);
  vb_document_close (document);
  g_clear_object (&again);
  g_clear_pointer (&dir, g_dir_close);
  g_assert_cmpint (umount (g_file_peek_path (folder)), ==, 0);
}

int
main (int argc, char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "--child"))
    for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
      if (g_str_equal (argv[2], children[i].name))
        children[i].run (argv[3]);

  test_init (&argc, &argv);
  g_test_add_func ("/document/crash/changing", test_killed_changing);
  g_test_add_func ("/document/crash/answering", test_killed_answering);
  g_test_add_func ("/document/crash/importing", test_killed_importing);
  g_test_add_func ("/document/crash/saving", test_killed_saving);
  g_test_add_func ("/document/crash/in-use", test_in_use);
  g_test_add_func ("/document/crash/recovered-file", test_recovered_file);
  g_test_add_func ("/document/crash/nothing-to-recover", test_nothing_to_recover);
  g_test_add_func ("/document/storage/file-too-large", test_file_too_large);
  g_test_add_func ("/document/storage/read-only-folder", test_read_only_folder);
  g_test_add_func ("/document/storage/full-disk", test_full_disk);
  return test_run ();
}
