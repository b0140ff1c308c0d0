/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import and its options; what a bad table says and what it costs. */
#include "cli-run.h"

#include <glib/gstdio.h>
#include <string.h>

static void
make_plan (void)
{
  g_remove ("plan.vardbalans");
  g_free (print_cli ("new plan.vardbalans"));
}

/* The values of @measure in the plan as "unit start value" lines. */
static void
assert_figures (const char *measure, const char *expected)
{
  g_autofree char *arguments =
      g_strdup_printf ("observations plan.vardbalans --measure %s", measure);
  g_autofree char *out = print_cli (arguments);
  g_auto (GStrv) lines = g_strsplit (out, "\r\n", -1);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      g_string_append_printf (found, "%s %s %s\n", cells[1], cells[3], cells[4]);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* Imports @table with @options and sees that standard output stays empty. */
static void
import (const char *table, const char *options)
{
  g_autofree char *arguments = g_strdup_printf ("import plan.vardbalans table.csv %s", options);
  g_autofree char *out = NULL;

  write_file ("table.csv", table);
  out = print_cli (arguments);
  g_assert_cmpstr (out, ==, "");
}

static void
assert_report (const char *expected)
{
  g_autofree char *report = read_file ("report.csv", NULL);

  g_assert_cmpstr (report, ==, expected);
}

static const char wide[] = "region;x_2023;x_2024;y_2023;y_2024\n"
                           "Norr;100;110;90;99\nRiket;100;110;90;99\n";

static void
test_map (void)
{
  make_plan ();
  write_file ("table.csv", wide);
  assert_fails ("import plan.vardbalans table.csv", "", 2, "table.csv");
  import (wide, "--map x=available_beds --map y=occupied_beds@IVA");
  assert_figures ("available_beds", "Riket 2023-01-01 100\nRiket 2024-01-01 110\n"
                                    "Riket / Norr 2023-01-01 100\nRiket / Norr 2024-01-01 110\n");
  assert_figures ("occupied_beds",
                  "Riket / Norr / IVA 2023-01-01 90\nRiket / Norr / IVA 2024-01-01 99\n"
                  "Riket / IVA 2023-01-01 90\nRiket / IVA 2024-01-01 99\n");
  assert_fails ("import plan.vardbalans table.csv --map x=happiness", "", 1, "happiness");
  assert_fails ("import plan.vardbalans table.csv --map nothing=bed_days", "", 1, "nothing");
  assert_fails ("import plan.vardbalans table.csv --map x", "", 1, "--map");
}

/* Where the columns are bare periods, they are called by a star. */
static void
test_star (void)
{
  make_plan ();
  import ("avdelning;2024-01;2024-02\nMed;20;21\n", "--map '*=available_beds'");
  assert_figures ("available_beds", "Med 2024-01-01 20\nMed 2024-02-01 21\n");
}

static void
test_units (void)
{
  static const char table[] = "a,b,datum,inneliggande\nX,Y,2024-01-01,1\nX,Z,2024-01-01,2\n";

  make_plan ();
  import (table, "--unit-columns b,a --under 'Region Nord'");
  assert_figures ("occupied_beds", "Region Nord / Y / X 2024-01-01 1\n"
                                   "Region Nord / Z / X 2024-01-01 2\n");
  assert_fails ("import plan.vardbalans table.csv --unit-columns c", "", 1, "c");
}

static void
test_skip (void)
{
  make_plan ();
  import ("avdelning,datum,inneliggande\nMed,2024-01-01,1\nKir,2024-01-01,2\n",
          "--skip avdelning=Kir --report report.csv");
  assert_figures ("occupied_beds", "Med 2024-01-01 1\n");
  assert_report ("row,column,value,problem,expected\r\n"
                 "3,avdelning,Kir,skipped as asked,nothing; the row is left out\r\n");
}

static void
test_mapping (void)
{
  make_plan ();
  import (wide, "--map x=available_beds --save-mapping mapping.json --dry-run");
  assert_figures ("available_beds", "");
  import (wide, "--mapping mapping.json");
  assert_figures ("available_beds", "Riket 2023-01-01 100\nRiket 2024-01-01 110\n"
                                    "Riket / Norr 2023-01-01 100\nRiket / Norr 2024-01-01 110\n");
  /* The plan remembers it by the header. */
  import ("region;x_2023;x_2024;y_2023;y_2024\nNorr;101;;;\n", "--under Riket");
  assert_figures ("available_beds", "Riket 2023-01-01 100\nRiket 2024-01-01 110\n"
                                    "Riket / Norr 2023-01-01 101\nRiket / Norr 2024-01-01 110\n");
  write_file ("mapping.json", "{");
  assert_fails ("import plan.vardbalans table.csv --mapping mapping.json", "", 2, "mapping");
  assert_fails ("import plan.vardbalans table.csv --save-mapping nowhere/m.json", "", 3, "nowhere");
  assert_fails ("import plan.vardbalans table.csv --mapping none.json", "", 2, "none.json");
}

static void
test_standard_input (void)
{
  g_auto (Run) run = { 0 };

  make_plan ();
  run = run_cli ("import plan.vardbalans -", "avdelning;vecka;inneliggande\nMed;2024 v. 27;1,5\n");
  g_assert_cmpint (run.status, ==, 0);
  assert_figures ("occupied_beds", "Med 2024-07-01 1.5\n");
}

/* The same file changes nothing, not even a byte; a newer one only what is new. */
static void
test_again (void)
{
  static const char table[] = "avdelning,datum,inneliggande\nMed,2024-01-01,1\nMed,2024-01-02,2\n";
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  make_plan ();
  import (table, "");
  before = read_file ("plan.vardbalans", &n_before);
  import (table, "");
  after = read_file ("plan.vardbalans", &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
  import ("avdelning,datum,inneliggande\nMed,2024-01-02,3\nMed,2024-01-03,4\n", "");
  assert_figures ("occupied_beds", "Med 2024-01-01 1\nMed 2024-01-02 3\nMed 2024-01-03 4\n");
}

/* Each fault costs what it must and no more; the report says where and why. */
static void
test_faults (void)
{
  make_plan ();
  import ("avdelning;datum;inneliggande;disponibla vårdplatser;utskrivna;utskrivna;personnummer\n"
          "A;2024-01-01;5;10;1;2;191212121212\n"
          "A;2024-02-30;5;10;1;2;191212121212\n"
          "B;2024-01-01;-5;stängd;1;2;191212121212\n"
          "C;2024-01-01;5\n"
          ";2024-01-01;6;7;1;2;191212121212\n"
          "D;2024-01-01;6;7;1;2;191212121212\n"
          "D;2024-01-01;6;8;1;2;191212121212\n",
          "--report report.csv");
  assert_figures ("occupied_beds", "A 2024-01-01 5\nC 2024-01-01 5\nD 2024-01-01 6\n");
  assert_figures ("available_beds", "A 2024-01-01 10\n");
  {
    static const char *const expected[] = {
      ",utskrivna,,header occurs twice,",
      ",personnummer,,looks like personal identity numbers,",
      "3,datum,2024-02-30,not a date,",
      "4,inneliggande,-5,negative,a number of at least 0",
      "4,disponibla vårdplatser,stängd,not a number,a number of at least 0",
      "6,avdelning,,no unit,",
      "7,disponibla vårdplatser,7,\"same unit and period",
      "8,disponibla vårdplatser,8,\"same unit and period",
    };
    g_autofree char *report = read_file ("report.csv", NULL);

    for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
      if (strstr (report, expected[i]) == NULL)
        g_error ("no “%s” in the report:\n%s", expected[i], report);
    /* No number of a person goes anywhere. */
    g_assert_null (strstr (report, "191212121212"));
  }
}

/* What care the units give is said by the user where no column does, of children as of others, and
 * of units that are there already. */
static void
test_care_types (void)
{
  static const char table[] = "sjukhus,klinik,datum,disponibla,iva\n"
                              "Norra,Medicin,2024-01-01,10,2\nNorra,Psyk,2024-01-01,20,0\n";
  g_autofree char *units = NULL;
  g_autofree char *report = NULL;

  make_plan ();
  import (table, "--map iva=available_beds@IVA");
  import (table, "--map iva=available_beds@IVA --care-type IVA=icu --care-type Psyk=psychiatric");
  units = print_cli ("units plan.vardbalans");
  g_assert_nonnull (strstr (units, "Norra / Medicin,Medicin,department,,"));
  g_assert_nonnull (strstr (units, "Norra / Psyk,Psyk,department,psychiatric,"));
  g_assert_nonnull (strstr (units, "Norra / Medicin / IVA,IVA,ward,icu,"));
  assert_fails ("import plan.vardbalans table.csv --care-type IVA=warm", "", 1, "--care-type");
  assert_fails ("import plan.vardbalans table.csv --care-type IVA", "", 1, "--care-type");
  /* A name that no unit has is told. */
  import (table, "--map iva=available_beds@IVA --care-type Psyc=icu --report report.csv");
  report = read_file ("report.csv", NULL);
  g_assert_nonnull (strstr (report, "\r\n,,Psyc,no unit,the name or code of a unit\r\n"));
}

static void
test_ambiguous_decimals (void)
{
  make_plan ();
  import ("avdelning;datum;inneliggande;disponibla vårdplatser\n"
          "A;2024-01-01;5;1.234,56\nA;2024-01-02;6;1,234.56\n",
          "--report report.csv");
  assert_figures ("occupied_beds", "A 2024-01-01 5\nA 2024-01-02 6\n");
  assert_figures ("available_beds", "");
  assert_report ("row,column,value,problem,expected\r\n"
                 ",disponibla vårdplatser,,decimal sign is ambiguous,"
                 "one decimal sign throughout the column\r\n");
}

/* More levels than a tree may have are told, not lost in silence. */
static void
test_too_many_levels (void)
{
  g_autoptr (GString) table = g_string_new (NULL);
  g_autofree char *report = NULL;

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (table, "enhet%u,", i);
  g_string_append (table, "datum,inneliggande\n");
  for (guint i = 0; i < 20; i++)
    g_string_append_printf (table, "u%u,", i);
  g_string_append (table, "2024-01-01,5\n");

  make_plan ();
  import (table->str, "--report report.csv");
  report = read_file ("report.csv", NULL);
  g_assert_null (strstr (report, ",enhet15,"));
  g_assert_nonnull (strstr (report, ",enhet16,,column not recognised,"));
  g_assert_nonnull (strstr (report, ",enhet19,,column not recognised,"));
}

static void
assert_refused (const char *contents, gsize size, const char *message)
{
  g_autofree char *before = read_file ("plan.vardbalans", NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents ("bad.csv", contents, (gssize) size, &error);
  g_assert_no_error (error);
  assert_fails ("import plan.vardbalans bad.csv", "", 2, message);
  assert_fails ("import plan.vardbalans bad.csv", "", 2, "bad.csv");
  after = read_file ("plan.vardbalans", NULL);
  g_assert_cmpstr (before, ==, after);
}

/* What is no table changes nothing, and the message says of which file it speaks. */
static void
test_no_table (void)
{
  gsize long_size = 20 * 1024 * 1024;
  g_autofree char *zeros = g_malloc0 (100000);
  g_autofree char *line = g_malloc (long_size);

  memset (line, 'a', long_size);
  make_plan ();
  assert_refused ("", 0, "empty");
  assert_refused (zeros, 100000, "binary");
  assert_refused ("%PDF-1.4\n", 9, "PDF");
  assert_refused ("PK\x03\x04", 4, "not a whole XLSX workbook");
  assert_refused ("Dear all,\nthere is no table here.\n", 34, "not a table");
  assert_refused (line, long_size, "row 1 is longer than any row could be");
  assert_fails ("import plan.vardbalans missing.csv", "", 2, "missing.csv");
  assert_fails ("import plan.vardbalans .", "", 2, "directory");
  assert_fails ("import plan.vardbalans", "", 1, "arguments");
  assert_fails ("import missing.vardbalans bad.csv", "", 3, "missing.vardbalans");
}

/* A message that quotes a file does not steer the terminal. */
static void
test_control_characters (void)
{
  g_auto (Run) run = { 0 };

  make_plan ();
  run = run_cli ("import plan.vardbalans -",
                 "avdelning,datum,inneliggande\nA,2024-01-01,1\nA,\x1b[31m,2\n");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_nonnull (strstr (run.err, "[31m"));
  g_assert_null (strchr (run.err, '\x1b'));
}

/* A table of population is known by its header; the example's own is one. */
static void
test_population (void)
{
  g_auto (Run) run = { 0 };

  g_remove ("plan.vardbalans");
  g_free (print_cli ("new plan.vardbalans"));
  write_file ("table.csv", "region,månad,vårddygn\nA,2025-12,300\n");
  g_free (print_cli ("import plan.vardbalans table.csv"));
  write_file ("folk.csv", "region;ålder;kön;2025;2030\n01 B;0–64 år;totalt;10;11\n;65+ år;;5;7\n");
  assert_fails ("import plan.vardbalans folk.csv", "", 2, "--under");
  run = run_cli ("import plan.vardbalans folk.csv --under A", "");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_nonnull (strstr (run.err, "A: 4 figures of inhabitants, 0 of bed days; 2025–2030, "
                                     "outcome up to 2025"));
  run_clear (&run);
  run = run_cli ("import plan.vardbalans folk.csv --under A --last-outcome 2030 --dry-run", "");
  g_assert_nonnull (strstr (run.err, "2025–2030, outcome up to 2030"));
  run_clear (&run);
  assert_fails ("import plan.vardbalans folk.csv --under A --last-outcome soon", "", 2,
                "expected a year");
  run = run_cli ("import plan.vardbalans - --population --under A",
                 "year,age,inhabitants,ICU bed days\n2025,0+,10,3\n");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_nonnull (strstr (run.err, "1 of bed days"));

  /* All faults are told, and nothing is taken. */
  write_file ("folk.csv", "year,age,inhabitants\n2025,0-64,x\n2025,60+,5\n2025,?,5\n");
  assert_fails ("import plan.vardbalans folk.csv --under A", "", 2,
                "Row 4, column age: not an age; expected an age or an age group, such as 42, 0–17 "
                "or 80+, found “?”");
  assert_fails ("import plan.vardbalans folk.csv --under A --report report.csv", "", 2, "3 faults");
  {
    g_autofree char *report = read_file ("report.csv", NULL);

    g_assert_nonnull (strstr (report, "2,inhabitants,x,not a number,"));
  }
  assert_fails ("import plan.vardbalans table.csv --population", "", 2, "table of population");
}

int
main (int argc, char *argv[])
{
  char *folder;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = enter_folder ();
  g_test_add_func ("/cli/import/map", test_map);
  g_test_add_func ("/cli/import/star", test_star);
  g_test_add_func ("/cli/import/care-types", test_care_types);
  g_test_add_func ("/cli/import/units", test_units);
  g_test_add_func ("/cli/import/skip", test_skip);
  g_test_add_func ("/cli/import/mapping", test_mapping);
  g_test_add_func ("/cli/import/standard-input", test_standard_input);
  g_test_add_func ("/cli/import/again", test_again);
  g_test_add_func ("/cli/import/faults", test_faults);
  g_test_add_func ("/cli/import/ambiguous-decimals", test_ambiguous_decimals);
  g_test_add_func ("/cli/import/too-many-levels", test_too_many_levels);
  g_test_add_func ("/cli/import/no-table", test_no_table);
  g_test_add_func ("/cli/import/population", test_population);
  g_test_add_func ("/cli/import/control-characters", test_control_characters);
  status = g_test_run ();
  assert_no_copies ();
  leave_folder (folder);
  return status;
}
