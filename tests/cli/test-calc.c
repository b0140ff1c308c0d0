/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calc commands, run as a person runs them. */
#include "cli-run.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <math.h>

static GStrv
read_lines (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "reference", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (g_strchomp (text), "\n", -1);
}

/* A file's input columns, each a '1' in @mask, come out as the whole file. A '+' is a result that
 * the input holds too. */
static void
assert_reproduces (
    const char *name, const char *command, const char *mask, double relative, double absolute)
{
  g_auto (GStrv) expected = read_lines (name);
  g_autoptr (GString) input = g_string_new (NULL);
  g_auto (Run) run = { 0 };
  g_auto (GStrv) found = NULL;
  g_autofree char *arguments = g_strdup_printf ("calc %s -", command);

  for (guint i = 0; expected[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (expected[i], ",", -1);
      gboolean first = TRUE;

      for (guint k = 0; cells[k] != NULL; k++)
        if (mask[k] != '0')
          {
            g_string_append_printf (input, "%s%s", first ? "" : ",", cells[k]);
            first = FALSE;
          }
      g_string_append_c (input, '\n');
    }

  run = run_cli (arguments, input->str);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);

  found = g_strsplit (g_strchomp (run.out), "\r\n", -1);
  g_assert_cmpuint (g_strv_length (found), ==, g_strv_length (expected));
  g_assert_cmpstr (found[0], ==, expected[0]);

  for (guint i = 1; expected[i] != NULL; i++)
    {
      g_auto (GStrv) want = g_strsplit (expected[i], ",", -1);
      g_auto (GStrv) have = g_strsplit (found[i], ",", -1);

      g_assert_cmpuint (g_strv_length (have), ==, g_strv_length (want));
      for (guint k = 0; want[k] != NULL; k++)
        {
          double a = g_ascii_strtod (want[k], NULL);
          double b = g_ascii_strtod (have[k], NULL);

          if (mask[k] == '1' || isinf (a))
            g_assert_cmpstr (have[k], ==, want[k]);
          else if (fabs (a - b) > relative * fabs (a) + absolute)
            g_error ("%s, row %u, column %u: %s, not %s", name, i + 1, k + 1, have[k], want[k]);
        }
    }
}

static void
test_reference (void)
{
  assert_reproduces ("erlang_bc.csv", "erlang", "1100000", 1e-9, 1e-15);
  assert_reproduces ("bed_need_loss.csv", "beds-loss", "11010000", 1e-9, 1e-15);
  assert_reproduces ("bed_need_poisson.csv", "beds-poisson", "11000", 0, 1e-9);
  assert_reproduces ("occupancy_target_by_ward_size.csv", "occupancy-target", "1100", 0, 1e-7);
  assert_reproduces ("refusals_at_fixed_occupancy.csv", "refusals", "1100", 0, 1e-7);
  assert_reproduces ("pooling.csv", "pooling", "10000", 0, 1e-9);
}

/* With its results still in it, a file comes out the same: they are computed anew in their place.
 */
static void
test_results_in_place (void)
{
  assert_reproduces ("bed_need_loss.csv", "beds-loss", "11+1+000", 1e-9, 1e-15);
}

static void
test_other_columns_pass (void)
{
  g_auto (Run) run = run_cli ("calc erlang", "\xef\xbb\xbfward,offered_load_a,servers_beds_c\r\n"
                                             "\"Med 1, \"\"A\"\"\",0,2\r\n");

  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.out, ==,
                   "ward,offered_load_a,erlang_b_blocking,carried_occupancy_loss_system,"
                   "erlang_c_p_wait,mean_queue_Lq,mean_wait_in_units_of_service_time,"
                   "servers_beds_c\r\n"
                   "\"Med 1, \"\"A\"\"\",0,0,0,0,0,0,2\r\n");
}

/* The locale changes messages, never tables. */
static void
test_locale (void)
{
  const char *input = "servers_beds_c,offered_load_a\n3000,2500.5\n";
  g_auto (Run) english = run_cli ("calc erlang", input);
  g_auto (Run) swedish = run_cli_in_locale ("sv_SE.UTF-8", "calc erlang", input);

  g_assert_nonnull (strstr (english.out, "0.8335"));
  g_assert_cmpstr (swedish.out, ==, english.out);
}

static void
test_json (void)
{
  g_auto (Run) run =
      run_cli ("calc erlang --json -", "ward,servers_beds_c,offered_load_a\nA\\\"B,1,2\n,01,0.5\n");

  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (
      run.out, ==,
      "[\n"
      "  {\"ward\": \"A\\\\\\\"B\", \"servers_beds_c\": 1, \"offered_load_a\": 2, "
      "\"erlang_b_blocking\": 0.6666666666666666, "
      "\"carried_occupancy_loss_system\": 0.6666666666666666, \"erlang_c_p_wait\": 1, "
      "\"mean_queue_Lq\": \"inf\", \"mean_wait_in_units_of_service_time\": \"inf\"},\n"
      "  {\"ward\": null, \"servers_beds_c\": \"01\", \"offered_load_a\": 0.5, "
      "\"erlang_b_blocking\": 0.3333333333333333, "
      "\"carried_occupancy_loss_system\": 0.3333333333333333, \"erlang_c_p_wait\": 0.5, "
      "\"mean_queue_Lq\": 0.5, \"mean_wait_in_units_of_service_time\": 1}\n"
      "]\n");
}

static void
test_largest_remainder (void)
{
  g_auto (Run) run =
      run_cli ("calc largest-remainder --total 20", "name,weight,locked\na,10,\nb,20,7\nc,30,\n"
                                                    "d,40,0\n");

  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.out, ==,
                   "name,weight,locked,number\r\na,10,,3\r\nb,20,7,7\r\nc,30,,10\r\nd,40,0,0\r\n");
}

static void
test_wrong_usage (void)
{
  assert_fails ("calc", "", 1, "no command");
  assert_fails ("no-such-command", "", 1, "no command");
  assert_fails ("calc erlang --no-such-option", "", 1, "no-such-option");
  assert_fails ("calc erlang a b", "", 1, "number of arguments");
  assert_fails ("calc largest-remainder", "name,weight\na,1\n", 1, "--total");
  assert_fails ("calc largest-remainder --total=x", "name,weight\na,1\n", 1, "“x”");
}

static void
test_bad_input (void)
{
  assert_fails ("calc erlang /nonexistent/file.csv", "", 2, "/nonexistent/file.csv");
  assert_fails ("calc erlang", "", 2, "expected a table");
  assert_fails ("calc erlang", "servers_beds_c,load\n1,2\n", 2,
                "row 1: expected a column called “offered_load_a”, found servers_beds_c, load");
  assert_fails ("calc erlang", "servers_beds_c,servers_beds_c\n1,2\n", 2, "two columns");
  assert_fails (
      "calc erlang", "servers_beds_c,offered_load_a\n1,2\n\n3,closed\n", 2,
      "row 4, column “offered_load_a”: expected a number from 0 to 1,000,000, found “closed”");
  assert_fails ("calc erlang", "servers_beds_c,offered_load_a\n1.5,2\n", 2, "found “1.5”");
  assert_fails ("calc erlang", "servers_beds_c,offered_load_a\n1,-2\n", 2, "found “-2”");
  assert_fails ("calc erlang", "servers_beds_c,offered_load_a\n1,nan\n", 2, "found “nan”");
  assert_fails ("calc erlang", "servers_beds_c,offered_load_a\n1,0x10\n", 2, "found “0x10”");
  assert_fails ("calc erlang", "servers_beds_c,offered_load_a\n1,1e999\n", 2, "found “1e999”");
  assert_fails ("calc erlang", "servers_beds_c,offered_load_a\n1,2,3\n", 2, "found 3");
  assert_fails ("calc erlang", "servers_beds_c,offered_load_a\n\"1,2\n", 2, "quotation mark");
  assert_fails ("calc beds-poisson",
                "mean_census_poisson,max_P_census_exceeds_beds\n1000000,0.01\n", 2, "row 2: ");
  assert_fails ("calc pooling", "wards_beds:load\n10:8;12\n", 2, "found “10:8;12”");
  assert_fails ("calc largest-remainder --total 3", "name,weight,locked\na,1,4\n", 2, "locked");
  assert_fails ("calc largest-remainder --total 3", "name,weight\na,0\n", 2, "weight");
}

/* Nobody reads the result: said in words, with an exit status, not by a signal. */
static void
test_closed_output (void)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "reference", "erlang_bc.csv", NULL);
  int ends[2];

  g_assert_true (g_unix_open_pipe (ends, FD_CLOEXEC, &error));
  g_close (ends[0], NULL);
  g_subprocess_launcher_take_stdout_fd (launcher, ends[1]);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("VB_TEST_CLI"), "calc",
                                         "erlang", path, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &message, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 3);
  g_assert_nonnull (strstr (message, "The result cannot be written: Broken pipe"));
}

static void
test_help (void)
{
  static const char *const commands[] = { "", "calc erlang ", "calc largest-remainder " };

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *arguments = g_strdup_printf ("%s--help", commands[i]);
      g_auto (Run) run = run_cli (arguments, "");

      g_assert_cmpint (run.status, ==, 0);
      g_assert_true (g_str_has_prefix (run.out, "Usage:\n  vardbalans-cli"));
    }
}

static void
test_man_page (void)
{
  g_auto (Run) run = run_cli ("--man", "");

  g_assert_cmpint (run.status, ==, 0);
  g_assert_true (g_str_has_prefix (run.out, ".TH VARDBALANS\\-CLI 1 "));
  g_assert_nonnull (strstr (run.out, ".SS \"calc largest\\-remainder [FILE]\"\n"));
  g_assert_nonnull (strstr (run.out, ".B \\-t, \\-\\-total=N\n"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/calc/reference", test_reference);
  g_test_add_func ("/cli/calc/results-in-place", test_results_in_place);
  g_test_add_func ("/cli/calc/other-columns-pass", test_other_columns_pass);
  g_test_add_func ("/cli/calc/locale", test_locale);
  g_test_add_func ("/cli/calc/json", test_json);
  g_test_add_func ("/cli/calc/largest-remainder", test_largest_remainder);
  g_test_add_func ("/cli/calc/wrong-usage", test_wrong_usage);
  g_test_add_func ("/cli/calc/bad-input", test_bad_input);
  g_test_add_func ("/cli/frame/closed-output", test_closed_output);
  g_test_add_func ("/cli/frame/help", test_help);
  g_test_add_func ("/cli/frame/man-page", test_man_page);
  return g_test_run ();
}
