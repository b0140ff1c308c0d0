/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beds shared out from the top down, against sums and shares reckoned by hand. */
#include "cli-run.h"

#include <glib/gstdio.h>
#include <string.h>

enum
{
  UNIT,
  KIND,
  PARENT,
  WEIGHT,
  BEDS,
  PRESENT,
  DIFFERENCE,
  LOCKED,
  N_COLUMNS,
};

/* A nation's trusts, hospitals and specialties, two quarters of them. In the second, which is the
 * last: E with 2 of 3 bed days at a third of the beds, W the other way round; the hospital E2 says
 * its total alone; of W only one half reports beds, and both report bed days. */
static const char nation[] =
    "trust,hospital,specialty,quarter,total_occupied_beds,average_available_beds\n"
    "E,E1,Medicine,2023-09-30,9200,10\n"
    "E,E1,Medicine,2023-12-31,3000,30\n"
    "E,E1,Surgery,2023-12-31,2000,30\n"
    "E,E2,Total,2023-12-31,1000,40\n"
    "E,E2,Medicine,2023-12-31,,\n"
    "W,W1,Medicine,2023-12-31,2000,200\n"
    "W,W2,Surgery,2023-12-31,1000,\n";

static void
import (const char *table, const char *options)
{
  g_autofree char *arguments = g_strdup_printf ("import plan.vardbalans table.csv %s", options);

  g_remove ("plan.vardbalans");
  g_free (print_cli ("new plan.vardbalans"));
  write_file ("table.csv", table);
  g_free (print_cli (arguments));
}

/* Rows of cells; no cell of these tables holds a comma. */
static GPtrArray *
share_out (const char *options)
{
  g_autofree char *arguments = g_strdup_printf ("breakdown plan.vardbalans %s", options);
  g_autofree char *out = print_cli (arguments);
  g_auto (GStrv) lines = g_strsplit (out, "\r\n", -1);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_assert_cmpstr (lines[0], ==, "unit,kind,parent,weight,beds,present_beds,difference,locked");
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      GStrv row = g_strsplit (lines[i], ",", -1);

      g_assert_cmpuint (g_strv_length (row), ==, N_COLUMNS);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* The row @unit under @parent; a residual is told by its parent. */
static char **
find_row (GPtrArray *rows, const char *unit, const char *parent)
{
  for (guint i = 0; i < rows->len; i++)
    {
      GStrv row = rows->pdata[i];

      if (g_str_equal (row[UNIT], unit) && (parent == NULL || g_str_equal (row[PARENT], parent)))
        return row;
    }
  return NULL;
}

static const char *
get_cell (GPtrArray *rows, const char *unit, guint column)
{
  char **row = find_row (rows, unit, NULL);

  if (row == NULL)
    g_error ("no row of %s", unit);
  return row[column];
}

/* Every unit that has rows under it has as many beds as they have. Returns how many there are. */
static guint
assert_adds_up (GPtrArray *rows, gint64 total)
{
  guint n_parents = 0;

  g_assert_cmpint (g_ascii_strtoll (((GStrv) rows->pdata[0])[BEDS], NULL, 10), ==, total);
  for (guint i = 0; i < rows->len; i++)
    {
      GStrv parent = rows->pdata[i];
      gint64 sum = 0;
      guint n = 0;

      for (guint k = 0; k < rows->len; k++)
        {
          GStrv row = rows->pdata[k];

          if (k == i || !g_str_equal (row[PARENT], parent[UNIT]))
            continue;
          sum += g_ascii_strtoll (row[BEDS], NULL, 10);
          n++;
        }
      if (n > 0)
        g_assert_cmpint (sum, ==, g_ascii_strtoll (parent[BEDS], NULL, 10));
      n_parents += n > 0;
    }
  return n_parents;
}

static void
test_bed_days (void)
{
  g_autoptr (GPtrArray) rows = NULL;

  import (nation, "--under Land");
  rows = share_out ("--unit Land --beds 90 --key bed-days");
  g_assert_cmpuint (assert_adds_up (rows, 90), ==, 7);
  g_assert_cmpstr (get_cell (rows, "Land", KIND), ==, "nation");
  g_assert_cmpstr (get_cell (rows, "Land", PARENT), ==, "");
  g_assert_cmpstr (get_cell (rows, "Land", WEIGHT), ==, "9000");
  g_assert_cmpstr (get_cell (rows, "Land / E", KIND), ==, "region");
  g_assert_cmpstr (get_cell (rows, "Land / E", PARENT), ==, "Land");
  g_assert_cmpstr (get_cell (rows, "Land / E", BEDS), ==, "60");
  g_assert_cmpstr (get_cell (rows, "Land / E", PRESENT), ==, "100");
  g_assert_cmpstr (get_cell (rows, "Land / E", DIFFERENCE), ==, "-40");
  g_assert_cmpstr (get_cell (rows, "Land / E", LOCKED), ==, "");
  g_assert_cmpstr (get_cell (rows, "Land / E / E1 / Medicine", BEDS), ==, "30");
  g_assert_cmpstr (get_cell (rows, "Land / W", BEDS), ==, "30");
  g_assert_cmpstr (get_cell (rows, "Land / W / W2", BEDS), ==, "10");
  /* Missing is empty, never zero. */
  g_assert_cmpstr (get_cell (rows, "Land / W / W2", PRESENT), ==, "");
  g_assert_cmpstr (get_cell (rows, "Land / W / W2", DIFFERENCE), ==, "");
}

static void
test_present_beds (void)
{
  g_autoptr (GPtrArray) rows = NULL;

  import (nation, "--under Land");
  rows = share_out ("--unit Land --beds 31 --key present-beds");
  assert_adds_up (rows, 31);
  /* 31 × 100 ÷ 300 = 10.3 and 20.7: the larger remainder takes the bed that is left. */
  g_assert_cmpstr (get_cell (rows, "Land / E", BEDS), ==, "10");
  g_assert_cmpstr (get_cell (rows, "Land / W", BEDS), ==, "21");
  g_assert_cmpstr (get_cell (rows, "Land / W / W1", BEDS), ==, "21");
  /* Nothing tells how many beds it should have, which is not none. */
  g_assert_cmpstr (get_cell (rows, "Land / W / W2", BEDS), ==, "");
  g_assert_cmpstr (get_cell (rows, "Land / W / W2", DIFFERENCE), ==, "");
  g_assert_cmpstr (get_cell (rows, "Land / W / W2", WEIGHT), ==, "");
}

/* What nobody below can be told to have is shown, not lost. */
static void
test_residual (void)
{
  g_autoptr (GPtrArray) rows = NULL;
  char **residual;

  import (nation, "--under Land");
  rows = share_out ("--unit E --beds 60 --key bed-days");
  assert_adds_up (rows, 60);
  g_assert_cmpstr (get_cell (rows, "Land / E", PARENT), ==, "Land");
  g_assert_cmpstr (get_cell (rows, "Land / E / E2", BEDS), ==, "10");
  residual = find_row (rows, "residual", "Land / E / E2");
  g_assert_nonnull (residual);
  g_assert_cmpstr (residual[BEDS], ==, "10");
  g_assert_cmpstr (residual[KIND], ==, "");
  g_assert_cmpstr (get_cell (rows, "Land / E / E2 / Medicine", BEDS), ==, "");
  g_assert_null (find_row (rows, "residual", "Land / E / E1"));
}

static void
test_holds (void)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) least = NULL;

  import (nation, "--under Land");
  rows = share_out ("--unit Land --beds 90 --key bed-days --lock W2=25 --lock 'Land / E / E2=0'");
  assert_adds_up (rows, 90);
  g_assert_cmpstr (get_cell (rows, "Land / W / W2", BEDS), ==, "25");
  g_assert_cmpstr (get_cell (rows, "Land / W / W2", LOCKED), ==, "25");
  g_assert_cmpstr (get_cell (rows, "Land / W / W1", BEDS), ==, "5");
  g_assert_cmpstr (get_cell (rows, "Land / E / E2", BEDS), ==, "0");
  g_assert_cmpstr (get_cell (rows, "Land / E / E2", LOCKED), ==, "0");
  g_assert_cmpstr (get_cell (rows, "Land / E / E1", BEDS), ==, "60");

  least = share_out ("--unit Land --beds 90 --key bed-days --minimum W2=15");
  assert_adds_up (least, 90);
  g_assert_cmpstr (get_cell (least, "Land / W / W2", BEDS), ==, "15");
  g_assert_cmpstr (get_cell (least, "Land / W / W2", LOCKED), ==, "");
  g_assert_cmpstr (get_cell (least, "Land / W / W1", BEDS), ==, "15");
}

/* What cannot be is refused, and says which lock it is. */
static void
test_impossible (void)
{
  import (nation, "--under Land");
  assert_fails ("breakdown plan.vardbalans --unit Land --beds 10 --key bed-days --lock W2=25", "",
                2, "Land / W / W2");
  assert_fails ("breakdown plan.vardbalans --unit Land --beds 90 --key bed-days --lock W2=20"
                " --minimum W2=25",
                "", 2, "below its minimum of 25");
  assert_fails ("breakdown plan.vardbalans --unit E --beds 10 --key bed-days --lock W2=5", "", 2,
                "Land / W / W2 is none of the units");
}

/* The key is measured over the last whole period, or the days asked for. */
static void
test_days (void)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) both = NULL;
  g_autoptr (GPtrArray) months = NULL;
  g_auto (Run) told = { 0 };

  import (nation, "--under Land");
  rows = share_out ("--unit Land --beds 7 --key bed-days --from 2023K3 --to 2023-09-30");
  g_assert_cmpstr (get_cell (rows, "Land / E / E1 / Medicine", BEDS), ==, "7");
  g_assert_cmpstr (get_cell (rows, "Land / W", WEIGHT), ==, "");
  both = share_out ("--unit Land --beds 100 --key bed-days --from 2023K3");
  g_assert_cmpstr (get_cell (both, "Land / E / E1 / Medicine", WEIGHT), ==, "12200");
  /* Days of a quarter cannot be told apart. */
  assert_fails ("breakdown plan.vardbalans --unit Land --beds 7 --key bed-days --from 2023-10-02",
                "", 1, "Land has no bed days from 2023-10-02 to 2023-12-31.");
  assert_fails ("breakdown plan.vardbalans --unit Land --beds 7 --key bed-days --from 2031", "", 1,
                "Land has no bed days from 2031-01-01");

  /* Of April only the first days are there: March counts. */
  import ("sjukhus,avdelning,datum,inneliggande\nA,1,2024-03-01,1\nA,1,2024-03-31,1\n"
          "A,2,2024-03-31,3\nA,2,2024-04-02,500\n",
          "");
  told = run_cli ("breakdown plan.vardbalans --unit A --beds 5 --key bed-days", "");
  g_assert_cmpint (told.status, ==, 0);
  g_assert_nonnull (strstr (told.err, "2024-03-01 – 2024-03-31"));
  months = share_out ("--unit A --beds 5 --key bed-days");
  g_assert_cmpstr (get_cell (months, "A / 1", BEDS), ==, "2");
  g_assert_cmpstr (get_cell (months, "A / 2", BEDS), ==, "3");
}

/* Patients count where they belong. */
static void
test_outliers (void)
{
  g_autoptr (GPtrArray) rows = NULL;

  import ("sjukhus,avdelning,månad,inneliggande,utlokaliserade,utlokaliserade in\n"
          "A,1,2024-03,10,10,0\nA,2,2024-03,20,0,10\n",
          "");
  rows = share_out ("--unit A --beds 30 --key bed-days");
  g_assert_cmpstr (get_cell (rows, "A / 1", BEDS), ==, "20");
  g_assert_cmpstr (get_cell (rows, "A / 2", BEDS), ==, "10");
}

/* Care groups are never added together. */
static void
test_care_types (void)
{
  g_autoptr (GPtrArray) somatic = NULL;
  g_autoptr (GPtrArray) icu = NULL;

  import ("sjukhus,avdelning,vårdform,månad,inneliggande\n"
          "A,Med,somatik,2024-01,18\nA,Ger,geriatrik,2024-01,9\nA,IVA,intensivvård,2024-01,4\n",
          "");
  somatic = share_out ("--unit A --beds 27 --key bed-days");
  g_assert_cmpstr (get_cell (somatic, "A / Med", BEDS), ==, "18");
  g_assert_cmpstr (get_cell (somatic, "A / Ger", BEDS), ==, "9");
  g_assert_null (find_row (somatic, "A / IVA", NULL));
  icu = share_out ("--unit A --beds 5 --key bed-days --care-type icu");
  g_assert_cmpuint (icu->len, ==, 2);
  g_assert_cmpstr (get_cell (icu, "A / IVA", BEDS), ==, "5");
}

/* Region 2025: 1,000 at 0.1 bed days and 200 at 5. A has 600 and 50 of them, B the rest: 310 and
 * 790 bed days. Wards have no inhabitants: A's share its need as they share its bed days. */
static void
test_population_need (void)
{
  g_autoptr (GPtrArray) rows = NULL;

  import ("region,hospital,ward,year,vårddygn\n"
          "R,A,A1,2025,300\nR,A,A2,2025,100\nR,B,B1,2025,100\n",
          "");
  write_file ("folk.csv", "unit,year,age,inhabitants,somatic bed days\n"
                          "R,2025,0-64,1000,100\nR,2025,65+,200,1000\n"
                          "A,2025,0-64,600,\nA,2025,65+,50,\n"
                          "B,2025,0-64,400,\nB,2025,65+,150,\n");
  g_free (print_cli ("import plan.vardbalans folk.csv"));
  rows = share_out ("--unit R --beds 110 --key population-need");
  g_assert_cmpuint (rows->len, ==, 6);
  g_assert_cmpstr (get_cell (rows, "R", WEIGHT), ==, "1100");
  g_assert_cmpstr (get_cell (rows, "R", BEDS), ==, "110");
  g_assert_cmpstr (get_cell (rows, "R / A", WEIGHT), ==, "310");
  g_assert_cmpstr (get_cell (rows, "R / A", BEDS), ==, "31");
  g_assert_cmpstr (get_cell (rows, "R / A / A1", WEIGHT), ==, "232.5");
  g_assert_cmpstr (get_cell (rows, "R / A / A1", BEDS), ==, "23");
  g_assert_cmpstr (get_cell (rows, "R / A / A2", WEIGHT), ==, "77.5");
  g_assert_cmpstr (get_cell (rows, "R / A / A2", BEDS), ==, "8");
  g_assert_cmpstr (get_cell (rows, "R / B", WEIGHT), ==, "790");
  g_assert_cmpstr (get_cell (rows, "R / B", BEDS), ==, "79");
  g_assert_cmpstr (get_cell (rows, "R / B / B1", WEIGHT), ==, "790");
  g_assert_cmpstr (get_cell (rows, "R / B / B1", BEDS), ==, "79");
}

static void
test_options (void)
{
  import (nation, "--under Land");
  assert_fails ("breakdown plan.vardbalans --beds 7 --key bed-days", "", 1, "--unit");
  assert_fails ("breakdown plan.vardbalans --unit Land --key bed-days", "", 1, "--beds");
  assert_fails ("breakdown plan.vardbalans --unit Land --beds 7", "", 1, "--key");
  assert_fails ("breakdown plan.vardbalans --unit Land --beds 7.5 --key bed-days", "", 1, "7.5");
  assert_fails ("breakdown plan.vardbalans --unit Land --beds -7 --key bed-days", "", 1, "-7");
  assert_fails ("breakdown plan.vardbalans --unit Land --beds 7 --key luck", "", 1, "luck");
  assert_fails ("breakdown plan.vardbalans --unit Land --beds 7 --key population-need", "", 1,
                "Land has no inhabitants");
  assert_fails ("breakdown plan.vardbalans --unit Nowhere --beds 7 --key bed-days", "", 1,
                "Nowhere");
  assert_fails ("breakdown plan.vardbalans --unit Land --beds 7 --key bed-days --lock W2", "", 1,
                "UNIT=N");
  assert_fails ("breakdown plan.vardbalans --unit Land --beds 7 --key bed-days --lock W2=x", "", 1,
                "--lock");
  assert_fails ("breakdown plan.vardbalans --unit Land --beds 7 --key bed-days --lock X=1", "", 1,
                "X");
  assert_fails ("breakdown plan.vardbalans --unit Land --beds 7 --key bed-days --care-type x", "",
                1, "--care-type");

  g_remove ("plan.vardbalans");
  g_free (print_cli ("new plan.vardbalans"));
  write_file ("table.csv", "sjukhus,månad,inneliggande\nA,2024-01,5\n");
  g_free (print_cli ("import plan.vardbalans table.csv"));
  assert_fails ("breakdown plan.vardbalans --unit A --beds 7 --key present-beds", "", 1,
                "A has no available beds");
}

int
main (int argc, char *argv[])
{
  char *folder;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = enter_folder ();
  g_test_add_func ("/cli/breakdown/bed-days", test_bed_days);
  g_test_add_func ("/cli/breakdown/present-beds", test_present_beds);
  g_test_add_func ("/cli/breakdown/residual", test_residual);
  g_test_add_func ("/cli/breakdown/holds", test_holds);
  g_test_add_func ("/cli/breakdown/impossible", test_impossible);
  g_test_add_func ("/cli/breakdown/days", test_days);
  g_test_add_func ("/cli/breakdown/outliers", test_outliers);
  g_test_add_func ("/cli/breakdown/care-types", test_care_types);
  g_test_add_func ("/cli/breakdown/population-need", test_population_need);
  g_test_add_func ("/cli/breakdown/options", test_options);
  status = g_test_run ();
  assert_no_copies ();
  leave_folder (folder);
  return status;
}
