/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands on a document, apart from import and need. */
#include "cli-run.h"

#include <glib/gstdio.h>
#include <string.h>

static const char table[] = "sjukhus;avdelning;månad;disponibla vårdplatser;inneliggande\n"
                            "Åre;Med 1;2024-01;20,5;18\n"
                            "Åre;Med 1;2024-02;20;19\n"
                            "Åre;Kir, akut;2024-01;10;12\n";

static void
make_plan (const char *name)
{
  g_autofree char *new = g_strdup_printf ("new %s", name);
  g_autofree char *import = g_strdup_printf ("import %s table.csv", name);

  g_remove (name);
  write_file ("table.csv", table);
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
test_new (void)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  assert_prints ("new new.vardbalans", "");
  assert_prints ("info new.vardbalans", "property,value\r\nschema,6\r\nunits,0\r\nimports,0\r\n");
  before = read_file ("new.vardbalans", &n_before);
  assert_fails ("new new.vardbalans", "", 3, "new.vardbalans");
  assert_fails ("new --example new.vardbalans", "", 3, "new.vardbalans");
  after = read_file ("new.vardbalans", &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
  assert_fails ("new nowhere/new.vardbalans", "", 3, "nowhere");
  assert_fails ("new", "", 1, "arguments");
}

/* The example is the same whenever and wherever it is made. */
static void
test_example (void)
{
  static const char *const commands[] = { "info", "units", "need", "observations -m bed_days",
                                          "observations -m available_beds" };

  assert_prints ("new --example a.vardbalans", "");
  assert_prints ("new --example b.vardbalans", "");
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *a_arguments = g_strdup_printf ("%s a.vardbalans", commands[i]);
      g_autofree char *b_arguments = g_strdup_printf ("%s b.vardbalans", commands[i]);
      g_autofree char *a = print_cli (a_arguments);
      g_autofree char *b = print_cli (b_arguments);

      g_assert_cmpstr (a, ==, b);
      g_assert_nonnull (strstr (a, "\r\n"));
    }
  g_remove ("b.vardbalans");
}

static void
test_tables (void)
{
  make_plan ("plan.vardbalans");
  assert_prints ("units plan.vardbalans", "path,name,kind,care_type,code,parent_path\r\n"
                                          "Åre,Åre,hospital,,,\r\n"
                                          "Åre / Med 1,Med 1,ward,,,Åre\r\n"
                                          "\"Åre / Kir, akut\",\"Kir, akut\",ward,,,Åre\r\n");
  assert_prints ("observations plan.vardbalans --measure available_beds",
                 "measure,unit,grain,start,value,provenance\r\n"
                 "available_beds,Åre / Med 1,month,2024-01-01,20.5,reported\r\n"
                 "available_beds,Åre / Med 1,month,2024-02-01,20,reported\r\n"
                 "available_beds,\"Åre / Kir, akut\",month,2024-01-01,10,reported\r\n");
  assert_prints ("observations plan.vardbalans --measure occupied_beds --unit 'Åre / Kir, akut'",
                 "measure,unit,grain,start,value,provenance\r\n"
                 "occupied_beds,\"Åre / Kir, akut\",month,2024-01-01,12,reported\r\n");
  assert_prints ("observations plan.vardbalans --measure occupied_beds --grain day",
                 "measure,unit,grain,start,value,provenance\r\n");
  assert_prints ("info plan.vardbalans", "property,value\r\nschema,6\r\nunits,3\r\n"
                                         "first_day,2024-01-01\r\nlast_day,2024-02-29\r\n"
                                         "grain,month\r\nmeasure,available_beds\r\n"
                                         "measure,occupied_beds\r\nimports,1\r\n"
                                         "import,table.csv\r\n");
  assert_prints ("observations plan.vardbalans --json --measure occupied_beds --unit 'Med 1'",
                 "[\n"
                 "  {\"measure\": \"occupied_beds\", \"unit\": \"Åre / Med 1\", "
                 "\"grain\": \"month\", \"start\": \"2024-01-01\", \"value\": 18, "
                 "\"provenance\": \"reported\"},\n"
                 "  {\"measure\": \"occupied_beds\", \"unit\": \"Åre / Med 1\", "
                 "\"grain\": \"month\", \"start\": \"2024-02-01\", \"value\": 19, "
                 "\"provenance\": \"reported\"}\n"
                 "]\n");
  assert_fails ("observations plan.vardbalans", "", 1, "--measure");
  assert_fails ("observations plan.vardbalans --measure happiness", "", 1, "happiness");
  assert_fails ("units", "", 1, "arguments");
}

/* The locale changes messages, never tables. */
static void
test_locale (void)
{
  make_plan ("plan.vardbalans");
  {
    g_auto (Run) english = run_cli ("need plan.vardbalans", "");
    g_auto (Run) swedish = run_cli_in_locale ("sv_SE.UTF-8", "need plan.vardbalans", "");
    g_auto (Run) latin = run_cli_in_locale ("C", "need plan.vardbalans", "");

    g_assert_nonnull (strstr (english.out, "20.5"));
    g_assert_cmpstr (swedish.out, ==, english.out);
    g_assert_cmpstr (latin.out, ==, english.out);
  }
}

static void
test_check (void)
{
  make_plan ("plan.vardbalans");
  {
    g_auto (Run) check = run_cli ("check plan.vardbalans", "");
    g_auto (Run) migrate = run_cli ("migrate plan.vardbalans", "");

    g_assert_cmpint (check.status, ==, 0);
    g_assert_cmpint (migrate.status, ==, 0);
  }
}

static void
test_chart (void)
{
  static const char *const starts[][2] = { { "a.svg", "<?xml" },
                                           { "a.png", "\x89PNG" },
                                           { "a.pdf", "%PDF" } };
  static const char *const pages[] = { "overview", "need", "ranking", "occupancy" };

  make_plan ("plan.vardbalans");
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    for (gsize page = 0; page < G_N_ELEMENTS (pages); page++)
      {
        g_autofree char *arguments =
            g_strdup_printf ("chart plan.vardbalans --page %s -o %s", pages[page], starts[i][0]);
        g_autofree char *contents = NULL;

        assert_prints (arguments, "");
        contents = read_file (starts[i][0], NULL);
        g_assert_true (g_str_has_prefix (contents, starts[i][1]));
        g_remove (starts[i][0]);
      }
  assert_fails ("chart plan.vardbalans --page need -o a.gif", "", 1, "a.gif");
  assert_fails ("chart plan.vardbalans --page diary -o a.svg", "", 1, "diary");
  assert_fails ("chart plan.vardbalans --page need", "", 1, "-o");
  assert_fails ("chart plan.vardbalans --page need -o nowhere/a.svg", "", 3, "nowhere");
  g_assert_false (g_file_test ("a.gif", G_FILE_TEST_EXISTS));
}

/* Each message says which file. */
static void
test_no_document (void)
{
  static const char *const commands[] = { "info",  "units",   "need",
                                          "check", "migrate", "observations -m bed_days" };

  write_file ("text.vardbalans", table);
  write_file ("empty.vardbalans", "");
  g_assert_cmpint (g_mkdir ("folder.vardbalans", 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      static const char *const names[] = { "text", "empty", "folder", "missing" };

      for (gsize k = 0; k < G_N_ELEMENTS (names); k++)
        {
          g_autofree char *name = g_strconcat (names[k], ".vardbalans", NULL);
          g_autofree char *arguments = g_strdup_printf ("%s %s", commands[i], name);

          assert_fails (arguments, "", 3, name);
        }
    }
  assert_fails ("info /dev/zero", "", 3, "/dev/zero");
}

/* SQLite pads the last page: a document that ends in it must not pass for a whole one. */
static void
test_cut_short (void)
{
  g_autofree char *bytes = NULL;
  gsize n;

  make_plan ("plan.vardbalans");
  bytes = read_file ("plan.vardbalans", &n);
  for (gsize cut = 1; cut < 4096; cut += 455)
    {
      g_autoptr (GError) error = NULL;

      g_file_set_contents ("cut.vardbalans", bytes, (gssize) (n - cut), &error);
      g_assert_no_error (error);
      assert_fails ("info cut.vardbalans", "", 3, "cut.vardbalans: The document is damaged");
    }
}

int
main (int argc, char *argv[])
{
  char *folder;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = enter_folder ();
  g_test_add_func ("/cli/document/new", test_new);
  g_test_add_func ("/cli/document/example", test_example);
  g_test_add_func ("/cli/document/tables", test_tables);
  g_test_add_func ("/cli/document/locale", test_locale);
  g_test_add_func ("/cli/document/check", test_check);
  g_test_add_func ("/cli/document/chart", test_chart);
  g_test_add_func ("/cli/document/no-document", test_no_document);
  g_test_add_func ("/cli/document/cut-short", test_cut_short);
  status = g_test_run ();
  assert_no_copies ();
  leave_folder (folder);
  return status;
}
