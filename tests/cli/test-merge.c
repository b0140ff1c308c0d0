/* SPDX-License-Identifier: GPL-3.0-or-later */
/* diff and merge. */
#include "cli-run.h"

#include <glib/gstdio.h>
#include <string.h>

/* A plan with one ward's available beds in two months. */
static void
make_plan (const char *name, const char *ward, const char *january, const char *february)
{
  g_autofree char *new = g_strdup_printf ("new %s", name);
  g_autofree char *import = g_strdup_printf ("import %s %s.csv", name, name);
  g_autofree char *table_name = g_strconcat (name, ".csv", NULL);
  g_autofree char *table = g_strdup_printf ("sjukhus;avdelning;månad;disponibla vårdplatser\n"
                                            "Åre;%s;2024-01;%s\n"
                                            "Åre;%s;2024-02;%s\n",
                                            ward, january, ward, february);

  g_remove (name);
  write_file (table_name, table);
  g_free (print_cli (new));
  g_free (print_cli (import));
}

static void
assert_prints (const char *arguments, const char *expected)
{
  g_autofree char *out = print_cli (arguments);

  g_assert_cmpstr (out, ==, expected);
}

static void
test_diff (void)
{
  make_plan ("a", "Med 1", "20", "21");
  make_plan ("b", "Med 1", "20", "22.5");
  assert_prints ("diff a b", "table,unit,what,a,b\r\n"
                             "observation,Åre / Med 1,available_beds month 2024-02-01,21,22.5\r\n");
  assert_prints ("diff b a --json", "[\n"
                                    "  {\"table\": \"observation\", \"unit\": \"Åre / Med 1\", "
                                    "\"what\": \"available_beds month 2024-02-01\", "
                                    "\"a\": \"22.5\", \"b\": \"21\"}\n"
                                    "]\n");
  assert_prints ("diff a a", "table,unit,what,a,b\r\n");
  make_plan ("b", "Kir", "20", "22.5");
  assert_prints ("diff a b", "table,unit,what,a,b\r\n"
                             "unit,Åre / Kir,,,ward\r\n"
                             "unit,Åre / Med 1,,ward,\r\n"
                             "observation,Åre / Kir,available_beds month 2024-01-01,,20\r\n"
                             "observation,Åre / Kir,available_beds month 2024-02-01,,22.5\r\n"
                             "observation,Åre / Med 1,available_beds month 2024-01-01,20,\r\n"
                             "observation,Åre / Med 1,available_beds month 2024-02-01,21,\r\n");
  assert_fails ("diff a", "", 1, "arguments");
  assert_fails ("diff a missing", "", 3, "missing");
  write_file ("text", "text");
  assert_fails ("diff a text", "", 3, "text: ");
}

static void
test_merge (void)
{
  g_autofree char *out = NULL;

  make_plan ("a", "Med 1", "20", "21");
  make_plan ("b", "Med 1", "20", "22");
  make_plan ("c", "Kir", "5", "6");
  assert_prints ("merge a b c -o out",
                 "file,table,unit,what,kept,other\r\n"
                 "b,observation,Åre / Med 1,available_beds month 2024-02-01,21,22\r\n");
  assert_prints ("observations out -m available_beds",
                 "measure,unit,grain,start,value,provenance\r\n"
                 "available_beds,Åre / Med 1,month,2024-01-01,20,reported\r\n"
                 "available_beds,Åre / Med 1,month,2024-02-01,21,reported\r\n"
                 "available_beds,Åre / Kir,month,2024-01-01,5,reported\r\n"
                 "available_beds,Åre / Kir,month,2024-02-01,6,reported\r\n");
  /* Once more changes nothing, and the result may be one of the files. */
  assert_prints ("merge out c -o out", "file,table,unit,what,kept,other\r\n");
  /* What was settled once is no conflict any more: the other figure is kept beneath. */
  assert_prints ("merge out b a c -o again", "file,table,unit,what,kept,other\r\n");
  assert_prints ("diff out again", "table,unit,what,a,b\r\n");
  out = print_cli ("check again");
}

static void
test_damaged (void)
{
  g_autofree char *bytes = NULL;
  g_auto (Run) run = { 0 };
  gsize n;

  make_plan ("a", "Med 1", "20", "21");
  make_plan ("b", "Kir", "5", "6");
  bytes = read_file ("b", &n);
  g_assert_true (g_file_set_contents ("half", bytes, (gssize) n / 2, NULL));
  write_file ("text", "text");
  run = run_cli ("merge half a text b missing -o out", "");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.out, ==, "file,table,unit,what,kept,other\r\n");
  g_assert_nonnull (strstr (run.err, "left out: half: The document is damaged"));
  g_assert_nonnull (strstr (run.err, "left out: text: The file is not a Vårdbalans document"));
  g_assert_nonnull (strstr (run.err, "left out: missing: "));
  g_assert_nonnull (strstr (run.err, "b: taken 3, "));
  assert_prints ("units out", "path,name,kind,care_type,code,parent_path\r\n"
                              "Åre,Åre,hospital,,,\r\n"
                              "Åre / Med 1,Med 1,ward,,,Åre\r\n"
                              "Åre / Kir,Kir,ward,,,Åre\r\n");

  assert_fails ("merge half text -o nothing", "", 3, "text: ");
  g_assert_false (g_file_test ("nothing", G_FILE_TEST_EXISTS));
  assert_fails ("merge a b", "", 1, "--output");
  assert_fails ("merge -o out", "", 1, "arguments");
  assert_fails ("merge a b -o nowhere/out", "", 3, "nowhere");
}

int
main (int argc, char *argv[])
{
  char *folder;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = enter_folder ();
  g_test_add_func ("/cli/merge/diff", test_diff);
  g_test_add_func ("/cli/merge/merge", test_merge);
  g_test_add_func ("/cli/merge/damaged", test_damaged);
  status = g_test_run ();
  assert_no_copies ();
  leave_folder (folder);
  return status;
}
