/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ladder, assess, assessment and report. */
#include "cli-run.h"

#include <glib/gstdio.h>
#include <string.h>

/* A plan with a ward and a ladder of one area and three steps. */
static void
make_plan (const char *name)
{
  g_autofree char *new = g_strdup_printf ("new %s", name);
  g_autofree char *import = g_strdup_printf ("import %s table.csv", name);
  g_autofree char *ladder =
      g_strdup_printf ("ladder %s --import steps.csv --id own --name 'Vår trappa'", name);

  g_remove (name);
  write_file ("table.csv", "sjukhus;avdelning;månad;disponibla vårdplatser\nÅre;Med;2024-01;20\n");
  write_file ("steps.csv", "område;steg;påstående;nivå\n"
                           "Ledning;1;Ingen vet;\n"
                           "Ledning;2;Någon vet;strategisk\n"
                           "Ledning;2;Flera vet;taktisk\n"
                           "Ledning;3;Alla vet;operativ\n");
  g_free (print_cli (new));
  g_free (print_cli (import));
  g_free (print_cli (ladder));
}

static void
assert_prints (const char *arguments, const char *expected)
{
  g_autofree char *out = print_cli (arguments);

  g_assert_cmpstr (out, ==, expected);
}

static void
test_ladder (void)
{
  g_autofree char *all = NULL;
  g_autofree char *table = NULL;

  make_plan ("plan");
  all = print_cli ("ladder plan");
  g_assert_true (g_str_has_prefix (all, "ladder,area,step,statement,level,mandatory,text\r\n"
                                        "ten-areas,A,2,A2-S1,strategic,yes,"));
  assert_prints ("ladder plan --ladder own",
                 "ladder,area,step,statement,level,mandatory,text\r\n"
                 "own,Ledning,2,Ledning2-1,strategic,yes,Någon vet\r\n"
                 "own,Ledning,2,Ledning2-2,tactical,yes,Flera vet\r\n"
                 "own,Ledning,3,Ledning3-1,operational,yes,Alla vet\r\n");
  /* What is written can be edited and taken in again. */
  g_free (print_cli ("ladder plan --ladder own -o out.csv"));
  table = read_file ("out.csv", NULL);
  g_assert_true (g_str_has_prefix (
      table, "area,step,level,id,statement_sv,statement_en,evidence_sv,evidence_en\r\n"
             "Ledning,1,,,Ingen vet,Ingen vet,,\r\n"));
  g_free (print_cli ("ladder plan --import out.csv --id own --version 2"));
  g_free (print_cli ("ladder plan --ladder ten-areas -o out.xlsx"));
  g_free (print_cli ("ladder plan --import out.xlsx --id copy"));
  g_free (print_cli ("ladder plan --ladder copy@1"));

  assert_fails ("ladder plan --ladder none", "", 1, "none");
  assert_fails ("ladder plan --import steps.csv", "", 1, "--id");
  assert_fails ("ladder plan --import steps.csv --id 'å ä'", "", 1, "--id");
  write_file ("bad.csv", "area,step,statement\nA,2,Yes\nA,x,No\n");
  assert_fails ("ladder plan --import bad.csv --id bad", "", 2,
                "bad.csv, row 3, column “step”: expected a step from 1 to 2, found “x”");
  /* A version never changes. */
  assert_fails ("ladder plan --import out.csv --id copy", "", 2, "");
}

static void
test_assess (void)
{
  make_plan ("plan");
  write_file ("a.csv", "area,step,statement,answer,evidence\n"
                       "Ledning,2,Ledning2-1,yes,Protokoll\n"
                       "Ledning,2,Ledning2-2,mostly,\n"
                       "Ledning,3,Ledning3-1,partly,\n");
  g_free (print_cli ("assess plan -u Med -r nurses -d 2026-10-05 -l own -n 4 -a a.csv"));
  assert_prints ("assessment plan", "unit,role,date,ladder,area,step,mean,hole\r\n"
                                    "Åre / Med,nurses,2026-10-05,own,Ledning,2,2,\r\n"
                                    "Åre / Med,nurses,2026-10-05,own,overall,2,2,\r\n");
  write_file ("hole.csv", "statement,answer\nLedning2-1,no\nLedning2-2,yes\nLedning3-1,yes\n");
  g_free (print_cli ("assess plan -u Åre -r management -d 2026-10-06 -l own -n 7 -a hole.csv"));
  assert_prints ("assessment plan --unit Åre", "unit,role,date,ladder,area,step,mean,hole\r\n"
                                               "Åre,management,2026-10-06,own,Ledning,1,2,2\r\n"
                                               "Åre,management,2026-10-06,own,overall,1,1,2\r\n");

  /* Four nurses are too few for an export. */
  g_free (print_cli ("export plan --table answers -o answers.csv"));
  {
    g_autofree char *answers = read_file ("answers.csv", NULL);

    g_assert_cmpstr (answers, ==,
                     "unit,role,date,participants,ladder,area,step,level,statement,answer,"
                     "evidence\r\n"
                     "Åre,management,2026-10-06,7,own,Ledning,2,strategic,Ledning2-1,no,\r\n"
                     "Åre,management,2026-10-06,7,own,Ledning,2,tactical,Ledning2-2,yes,\r\n"
                     "Åre,management,2026-10-06,7,own,Ledning,3,operational,Ledning3-1,yes,\r\n");
  }
}

static void
test_refused (void)
{
  const char *head = "assess plan -u Med -r nurses -d 2026-10-05 -l own -a -";

  make_plan ("plan");
  assert_fails (head, "statement,answer\nLedning2-1,perhaps\n", 2,
                "row 2, column “answer”: expected no, partly, mostly, yes, not-relevant or "
                "nothing, found “perhaps”");
  assert_fails (head, "statement,answer\nZ2-1,yes\n", 2, "row 2, column “statement”");
  assert_fails (head, "statement,answer\nLedning2-1,yes\nLedning2-1,no\n", 2,
                "row 3, column “statement”");
  assert_fails (head, "step,statement,answer\n3,Ledning2-1,yes\n", 2,
                "row 2, column “step”: expected 2, found “3”");
  assert_fails (head, "statement,svar\nLedning2-1,yes\n", 2, "answer");
  assert_fails ("assess plan -u Med -r cooks -d 2026-10-05 -a a.csv", "", 1, "cooks");
  assert_fails ("assess plan -u Med -r nurses -d oktober -a a.csv", "", 1, "oktober");
  assert_fails ("assess plan -u Kir -r nurses -d 2026-10-05 -a a.csv", "", 1, "Kir");
  assert_fails ("assess plan -u Med -r nurses -d 2026-10-05 -n 0 -a a.csv", "", 1,
                "--participants");
  assert_fails ("assess plan -u Med -r nurses -d 2026-10-05", "", 1, "--answers");
  assert_prints ("assessment plan", "unit,role,date,ladder,area,step,mean,hole\r\n");
}

static void
test_report (void)
{
  g_autofree char *pdf = NULL;

  make_plan ("plan");
  write_file ("a.csv", "statement,answer\nLedning2-1,yes\nLedning2-2,mostly\n");
  g_free (print_cli ("assess plan -u Med -r nurses -d 2026-10-05 -l own -n 9 -a a.csv"));
  assert_prints ("report plan --unit Med -o one.pdf", "");
  pdf = read_file ("one.pdf", NULL);
  g_assert_true (g_str_has_prefix (pdf, "%PDF"));
  assert_prints ("report plan --unit Åre --roll-up -o many.pdf", "");
  assert_fails ("report plan --unit Åre -o none.pdf", "", 1, "no finished self-assessment");
  assert_fails ("report plan --role physicians -o none.pdf", "", 1, "no finished");
  assert_fails ("report plan", "", 1, "--output");
  assert_fails ("report plan --unit Med -o nowhere/one.pdf", "", 3, "nowhere");
  g_assert_false (g_file_test ("none.pdf", G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  char *folder;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = enter_folder ();
  g_test_add_func ("/cli/assess/ladder", test_ladder);
  g_test_add_func ("/cli/assess/assess", test_assess);
  g_test_add_func ("/cli/assess/refused", test_refused);
  g_test_add_func ("/cli/assess/report", test_report);
  status = g_test_run ();
  assert_no_copies ();
  leave_folder (folder);
  return status;
}
