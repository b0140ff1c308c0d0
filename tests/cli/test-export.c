/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export: the tables of a plan in files. */
#include "cli-run.h"

#include <glib/gstdio.h>
#include <string.h>

static const char table[] = "sjukhus;avdelning;månad;disponibla vårdplatser;inneliggande\n"
                            "Åre;Med 1;2024-01;20,5;18\n"
                            "Åre;Med 1;2024-02;20;19\n"
                            "Åre;Kir, akut;2024-01;10;12\n";

static void
make_plan (void)
{
  g_remove ("plan.vardbalans");
  write_file ("table.csv", table);
  g_free (print_cli ("new plan.vardbalans"));
  g_free (print_cli ("import plan.vardbalans table.csv"));
}

static void
assert_file (const char *name, const char *expected)
{
  g_autofree char *contents = read_file (name, NULL);

  g_assert_cmpstr (contents, ==, expected);
}

/* A table in a file is the table that its own command prints. */
static void
test_csv (void)
{
  static const char *const names[] = { "units", "need" };

  make_plan ();
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *export =
          g_strdup_printf ("export plan.vardbalans --table %s -o a.csv", names[i]);
      g_autofree char *print = g_strdup_printf ("%s plan.vardbalans", names[i]);
      g_autofree char *out = print_cli (export);
      g_autofree char *printed = print_cli (print);

      g_assert_cmpstr (out, ==, "");
      assert_file ("a.csv", printed);
    }
  g_free (print_cli ("export plan.vardbalans -o a.csv"));
  assert_file ("a.csv", "measure,unit,grain,start,value,provenance\r\n"
                        "available_beds,Åre / Med 1,month,2024-01-01,20.5,reported\r\n"
                        "available_beds,Åre / Med 1,month,2024-02-01,20,reported\r\n"
                        "available_beds,\"Åre / Kir, akut\",month,2024-01-01,10,reported\r\n"
                        "occupied_beds,Åre / Med 1,month,2024-01-01,18,reported\r\n"
                        "occupied_beds,Åre / Med 1,month,2024-02-01,19,reported\r\n"
                        "occupied_beds,\"Åre / Kir, akut\",month,2024-01-01,12,reported\r\n");
}

static void
test_json (void)
{
  g_autofree char *all = NULL;

  make_plan ();
  g_free (print_cli ("export plan.vardbalans --table units -o a.json"));
  assert_file ("a.json",
               "[\n"
               "  {\"path\": \"Åre\", \"name\": \"Åre\", \"kind\": \"hospital\", "
               "\"care_type\": \"\", \"code\": null, \"parent_path\": null},\n"
               "  {\"path\": \"Åre / Med 1\", \"name\": \"Med 1\", \"kind\": \"ward\", "
               "\"care_type\": \"\", \"code\": null, \"parent_path\": \"Åre\"},\n"
               "  {\"path\": \"Åre / Kir, akut\", \"name\": \"Kir, akut\", \"kind\": \"ward\", "
               "\"care_type\": \"\", \"code\": null, \"parent_path\": \"Åre\"}\n"
               "]\n");
  g_free (print_cli ("export plan.vardbalans -o a.json"));
  all = read_file ("a.json", NULL);
  g_assert_true (g_str_has_prefix (all, "{\n\"units\": [\n  {\"path\": \"Åre\""));
  g_assert_nonnull (strstr (all, "],\n\"need\": [\n"));
  g_assert_nonnull (strstr (all, "],\n\"targets\": []"));
  g_assert_true (g_str_has_suffix (all, "}\n]\n}\n"));
}

/* Our own reader takes the sheet of observations back. */
static void
test_workbook (void)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  make_plan ();
  g_free (print_cli ("export plan.vardbalans -o A.XLSX --table observations"));
  g_free (print_cli ("export plan.vardbalans -o all.xlsx"));
  write_file ("map.json", "");
  g_remove ("again.vardbalans");
  g_free (print_cli ("new again.vardbalans"));
  /* The whole workbook has the table of need, whose columns are measures too, as a sheet. */
  g_free (print_cli ("import again.vardbalans all.xlsx --sheet need --unit-columns unit"));
  before = print_cli ("observations plan.vardbalans -m available_beds -u 'Åre / Med 1'");
  after = print_cli ("observations again.vardbalans -m available_beds -u 'Åre / Med 1'");
  g_assert_nonnull (strstr (before, "2024-01-01,20.5,"));
  g_assert_nonnull (strstr (after, "2024-01-01,20.5,"));
}

static void
test_refused (void)
{
  make_plan ();
  write_file ("a.csv", "old");
  assert_fails ("export plan.vardbalans", "", 1, "--output");
  assert_fails ("export plan.vardbalans -o a.txt", "", 1, "a.txt");
  assert_fails ("export plan.vardbalans -o a.csv --table diary", "", 1, "diary");
  assert_fails ("export missing.vardbalans -o a.csv", "", 3, "missing.vardbalans");
  assert_fails ("export plan.vardbalans -o nowhere/a.csv", "", 3, "nowhere");
  assert_file ("a.csv", "old");
}

static void
make_big_plan (void)
{
  g_autoptr (GString) rows = g_string_new ("datum;avdelning;disponibla vårdplatser\n");

  for (guint year = 1990; year < 2020; year++)
    for (guint month = 1; month <= 12; month++)
      for (guint ward = 0; ward < 40; ward++)
        g_string_append_printf (rows, "%u-%02u-01;Avdelning %u;%u\n", year, month, ward,
                                year + ward);
  write_file ("big.csv", rows->str);
  g_free (print_cli ("new big.vardbalans"));
  g_free (print_cli ("import big.vardbalans big.csv"));
}

/* Where there is no room for the whole file, the old one stays. The limit lies above the size of
 * the plan's working copy and below that of the tables. */
static void
test_full_disk (void)
{
  static const char *const names[] = { "a.csv", "a.json", "a.xlsx" };

  make_big_plan ();
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *command = g_strdup_printf (
          "trap '' XFSZ; ulimit -f 1550; \"$VB_TEST_CLI\" export big.vardbalans -o %s", names[i]);
      const char *argv[] = { "sh", "-c", command, NULL };
      g_autoptr (GSubprocess) process = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *said = NULL;

      write_file (names[i], "old");
      process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
      g_assert_no_error (error);
      g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &said, &error));
      g_assert_nonnull (strstr (said, "The table could not be written"));
      g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 3);
      assert_file (names[i], "old");
    }
}

int
main (int argc, char *argv[])
{
  char *folder;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = enter_folder ();
  g_test_add_func ("/cli/export/csv", test_csv);
  g_test_add_func ("/cli/export/json", test_json);
  g_test_add_func ("/cli/export/workbook", test_workbook);
  g_test_add_func ("/cli/export/refused", test_refused);
  g_test_add_func ("/cli/export/full-disk", test_full_disk);
  status = g_test_run ();
  leave_folder (folder);
  return status;
}
