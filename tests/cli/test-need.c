/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a table to need and gap, against figures reckoned by hand. */
#include "cli-run.h"

#include <glib/gstdio.h>
#include <math.h>

static const char *const columns[] = { "unit",           "care_type",
                                       "grain",          "start",
                                       "days",           "bed_days",
                                       "available_beds", "established_beds",
                                       "occupancy",      "target_occupancy",
                                       "need_beds",      "gap_beds",
                                       "coverage",       NULL };

static void
import (const char *table)
{
  g_autofree char *told = NULL;

  g_remove ("plan.vardbalans");
  g_free (print_cli ("new plan.vardbalans"));
  write_file ("table.csv", table);
  told = print_cli ("import plan.vardbalans table.csv");
  g_assert_cmpstr (told, ==, "");
}

/* Rows of cells; no cell of these tables holds a comma. */
static GPtrArray *
compute (const char *options)
{
  g_autofree char *arguments = g_strdup_printf ("need plan.vardbalans %s", options);
  g_autofree char *out = print_cli (arguments);
  g_auto (GStrv) lines = g_strsplit (out, "\r\n", -1);
  g_autofree char *header = g_strjoinv (",", (GStrv) columns);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_assert_cmpstr (lines[0], ==, header);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_ptr_array_add (rows, g_strsplit (lines[i], ",", -1));
  return rows;
}

static void
assert_rows (const char *options, guint n)
{
  g_autoptr (GPtrArray) rows = compute (options);

  g_assert_cmpuint (rows->len, ==, n);
}

/* The one row of @unit, care group and start has @expected in @column; NAN = empty. */
static void
assert_cell (GPtrArray *rows,
             const char *unit,
             const char *care,
             const char *start,
             const char *column,
             double expected)
{
  const char *found = NULL;
  guint k = 0;

  while (!g_str_equal (columns[k], column))
    k++;
  for (guint i = 0; i < rows->len; i++)
    {
      GStrv row = rows->pdata[i];

      if (!g_str_equal (row[0], unit) || !g_str_equal (row[1], care)
          || !g_str_equal (row[3], start))
        continue;
      g_assert_null (found);
      found = row[k];
    }
  if (found == NULL)
    g_error ("no row of %s, %s, %s", unit, care, start);
  if (isnan (expected))
    g_assert_cmpstr (found, ==, "");
  else
    g_assert_cmpfloat_with_epsilon (g_ascii_strtod (found, NULL), expected,
                                    1e-12 * MAX (1, fabs (expected)));
}

/* V = occupied x days, need = V / (days x T), gap = available - need. */
static void
test_own (void)
{
  g_autoptr (GPtrArray) rows = NULL;

  import ("sjukhus;månad;disponibla vårdplatser;inneliggande;fastställda\n"
          "A;2024-01;100;102;110\nA;2024-02;100;85;\nB;2024-01;;45;\nC;2024-01;0;3;\n");
  rows = compute ("--target-occupancy 0.85");
  g_assert_cmpuint (rows->len, ==, 4);
  assert_cell (rows, "A", "", "2024-01-01", "days", 31);
  assert_cell (rows, "A", "", "2024-01-01", "bed_days", 102 * 31);
  assert_cell (rows, "A", "", "2024-01-01", "available_beds", 100);
  assert_cell (rows, "A", "", "2024-01-01", "established_beds", 110);
  assert_cell (rows, "A", "", "2024-01-01", "occupancy", 1.02);
  assert_cell (rows, "A", "", "2024-01-01", "target_occupancy", 0.85);
  assert_cell (rows, "A", "", "2024-01-01", "need_beds", 120);
  assert_cell (rows, "A", "", "2024-01-01", "gap_beds", -20);
  assert_cell (rows, "A", "", "2024-01-01", "coverage", 1);
  assert_cell (rows, "A", "", "2024-02-01", "gap_beds", 0);
  assert_cell (rows, "A", "", "2024-02-01", "established_beds", NAN);
  /* Missing is empty, never zero; without beds there is no occupancy, and all of the need is gap.
   */
  assert_cell (rows, "B", "", "2024-01-01", "available_beds", NAN);
  assert_cell (rows, "B", "", "2024-01-01", "occupancy", NAN);
  assert_cell (rows, "B", "", "2024-01-01", "gap_beds", NAN);
  assert_cell (rows, "C", "", "2024-01-01", "occupancy", NAN);
  assert_cell (rows, "C", "", "2024-01-01", "gap_beds", -3 / 0.85);
}

/* Bed days as reported win over occupied x days; available bed days stand in for beds. */
static void
test_bed_days (void)
{
  g_autoptr (GPtrArray) rows = NULL;

  import ("sjukhus,quarter,total_available_beds,total_occupied_beds,average_occupied_beds\n"
          "A,2023-12-31,9200,8280,91\n");
  rows = compute ("");
  g_assert_cmpuint (rows->len, ==, 1);
  assert_cell (rows, "A", "", "2023-10-01", "days", 92);
  assert_cell (rows, "A", "", "2023-10-01", "bed_days", 8280);
  assert_cell (rows, "A", "", "2023-10-01", "available_beds", 100);
  assert_cell (rows, "A", "", "2023-10-01", "need_beds", 100);
  assert_cell (rows, "A", "", "2023-10-01", "gap_beds", 0);
}

static void
test_options (void)
{
  g_autoptr (GPtrArray) rows = NULL;

  import ("sjukhus,avdelning,datum,inneliggande,disponibla vårdplatser\n"
          "A,1,2024-01,9,10\nA,2,2024-01,18,20\nA,1,2024-02,9,10\nA,1,2024-03,9,10\n");
  assert_rows ("--unit 'A / 1'", 3);
  assert_rows ("--unit 'A / 1' --from 2024-02", 2);
  assert_rows ("--unit 'A / 1' --from 2024-02-15", 2);
  assert_rows ("--unit 'A / 1' --from 2024-01 --to 2024-02", 2);
  assert_rows ("--unit 'A / 1' --from 2025-01", 0);
  assert_rows ("--unit 2", 1);
  /* Months are rolled up, and never split. */
  assert_rows ("--unit 2 --grain day", 0);
  rows = compute ("--unit A --grain quarter --target-occupancy 90%");
  g_assert_cmpuint (rows->len, ==, 1);
  /* Ward 1: 91 days with 9 patients; ward 2: 31 days with 18, its mean day for the others. */
  assert_cell (rows, "A", "", "2024-01-01", "need_beds", 30);
  /* The hospital's days are those that give its bed days at that need. */
  assert_cell (rows, "A", "", "2024-01-01", "days", (91 * 9 + 31 * 18) / 27.0);
  assert_cell (rows, "A", "", "2024-01-01", "coverage", 51 / 91.0);
  assert_fails ("need plan.vardbalans --unit nowhere", "", 1, "nowhere");
  assert_fails ("need plan.vardbalans --grain fortnight", "", 1, "fortnight");
  assert_fails ("need plan.vardbalans --from 2024-02-30", "", 1, "2024-02-30");
  assert_fails ("need plan.vardbalans --target-occupancy 0", "", 1, "--target-occupancy");
  assert_fails ("need plan.vardbalans --target-occupancy 1.5", "", 1, "1.5");
  assert_fails ("need plan.vardbalans --care-type dental", "", 1, "dental");
}

/* A parent without figures: the sums of its children; with its own: those. The rest of a division
 * does not show: the target that all children have is the parent's. */
static void
test_parents (void)
{
  g_autoptr (GPtrArray) rows = NULL;

  import ("sjukhus,avdelning,månad,inneliggande,disponibla vårdplatser\n"
          "A,1,2024-01,9.3,10\nA,2,2024-01,18.1,21\nA,3,2024-01,7.7,9\n"
          "B,Summa,2024-01,50,60\nB,1,2024-01,20,22\n");
  rows = compute ("");
  assert_cell (rows, "A", "", "2024-01-01", "target_occupancy", 0.9);
  assert_cell (rows, "A", "", "2024-01-01", "days", 31);
  assert_cell (rows, "A", "", "2024-01-01", "bed_days", 35.1 * 31);
  assert_cell (rows, "A", "", "2024-01-01", "need_beds", 39);
  assert_cell (rows, "A", "", "2024-01-01", "gap_beds", 1);
  assert_cell (rows, "B", "", "2024-01-01", "need_beds", 50 / 0.9);
  assert_cell (rows, "B", "", "2024-01-01", "available_beds", 60);
  for (guint i = 0; i < rows->len; i++)
    {
      GStrv row = rows->pdata[i];

      g_assert_cmpstr (row[9], ==, "0.9");
      g_assert_cmpstr (row[4], ==, "31");
    }
}

/* Care groups are never added together. */
static void
test_care_types (void)
{
  g_autoptr (GPtrArray) rows = NULL;

  import ("sjukhus,avdelning,vårdform,månad,inneliggande,disponibla vårdplatser\n"
          "A,Med,somatik,2024-01,18,20\nA,Ger,geriatrik,2024-01,9,10\n"
          "A,IVA,intensivvård,2024-01,4,8\nA,Psyk,psykiatri,2024-01,27,25\n");
  rows = compute ("--unit A");
  g_assert_cmpuint (rows->len, ==, 3);
  assert_cell (rows, "A", "somatic", "2024-01-01", "need_beds", 30);
  assert_cell (rows, "A", "icu", "2024-01-01", "need_beds", 4 / 0.9);
  assert_cell (rows, "A", "psychiatric", "2024-01-01", "gap_beds", -5);
  assert_rows ("--unit A --care-type icu", 1);
  /* Geriatric care belongs to the somatic group. */
  assert_rows ("--unit A --care-type geriatric", 1);
}

/* A week that crosses a month is split by its days: 2024 w. 5 is three days of January. */
static void
test_week_across_months (void)
{
  g_autoptr (GPtrArray) rows = NULL;

  import ("sjukhus;vecka;vårddygn;disponibla vårdplatser\n"
          "A;2024 v. 4;70;12\nA;2024 v. 5;140;24\n");
  rows = compute ("--grain month --target-occupancy 1");
  g_assert_cmpuint (rows->len, ==, 2);
  assert_cell (rows, "A", "", "2024-01-01", "days", 10);
  assert_cell (rows, "A", "", "2024-01-01", "bed_days", 70 + 60);
  assert_cell (rows, "A", "", "2024-01-01", "available_beds", (7 * 12 + 3 * 24) / 10.0);
  assert_cell (rows, "A", "", "2024-01-01", "coverage", 10 / 31.0);
  assert_cell (rows, "A", "", "2024-02-01", "days", 4);
  assert_cell (rows, "A", "", "2024-02-01", "bed_days", 80);
}

/* A value at the wanted grain wins over what finer ones add up to. */
static void
test_exact_grain_wins (void)
{
  g_autoptr (GPtrArray) rows = NULL;

  import ("sjukhus,datum,inneliggande\nA,2024-01-01,10\nA,2024-01-02,20\nA,2024-02-01,8\n");
  write_file ("months.csv", "sjukhus,månad,inneliggande\nA,2024-01,27\n");
  g_free (print_cli ("import plan.vardbalans months.csv"));
  rows = compute ("--grain month");
  assert_cell (rows, "A", "", "2024-01-01", "days", 31);
  assert_cell (rows, "A", "", "2024-01-01", "need_beds", 30);
  assert_cell (rows, "A", "", "2024-02-01", "days", 1);
  assert_cell (rows, "A", "", "2024-02-01", "bed_days", 8);
  /* The month is not split into days. */
  assert_rows ("--grain day", 3);
}

int
main (int argc, char *argv[])
{
  char *folder;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = enter_folder ();
  g_test_add_func ("/cli/need/own", test_own);
  g_test_add_func ("/cli/need/bed-days", test_bed_days);
  g_test_add_func ("/cli/need/options", test_options);
  g_test_add_func ("/cli/need/parents", test_parents);
  g_test_add_func ("/cli/need/care-types", test_care_types);
  g_test_add_func ("/cli/need/week-across-months", test_week_across_months);
  g_test_add_func ("/cli/need/exact-grain-wins", test_exact_grain_wins);
  status = g_test_run ();
  assert_no_copies ();
  leave_folder (folder);
  return status;
}
