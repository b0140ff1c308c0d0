/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The example's ready scenarios: the published totals, to the bed. */
#include "cli-run.h"

#include <string.h>

#define CRLF "\r\n"
#define DRAW "potential example.vardbalans --scenario national-2024 --year 2026 --draws 500 --seed "

/* Lines of cells; no number holds a comma, and names come first. */
static char **
print_lines (const char *arguments)
{
  g_autofree char *out = print_cli (arguments);

  return g_strsplit (out, CRLF, -1);
}

static double
get_number (const char *line, guint column)
{
  g_auto (GStrv) cells = g_strsplit (line, ",", -1);

  g_assert_cmpuint (column, <, g_strv_length (cells));
  return g_ascii_strtod (cells[column], NULL);
}

static void
test_scenarios (void)
{
  g_auto (GStrv) lines = print_lines ("scenarios example.vardbalans");
  guint n_known = 0;

  g_assert_cmpstr (lines[0], ==, "id,name,unit,care_type,first_year,last_year,levers,balance_year");
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      n_known += g_str_equal (lines[i],
                              "national-2024,Plats för vård 2024,Riket,somatic,2023,2030,10,2026");
      n_known += g_str_equal (lines[i],
                              "need-does-not-fall,Behovet minskar inte,Riket,somatic,2023,2030,5,");
      n_known +=
          g_str_equal (lines[i], "present-pace,I nuvarande takt,Riket,somatic,2024,2035,1,2033");
    }
  g_assert_cmpuint (n_known, ==, 3);
}

/* 2,230 beds short in 2023; 1,220 more and 1,010 fewer needed by 2026, which is balance. */
static void
test_national (void)
{
  g_auto (GStrv) lines = print_lines ("potential example.vardbalans --scenario national-2024");

  g_assert_cmpstr (lines[0], ==,
                   "year,need,capacity,gap,need_p10,need_p50,need_p90,capacity_p10,capacity_p50,"
                   "capacity_p90,gap_p10,gap_p50,gap_p90,probability_balanced");
  g_assert_true (g_str_has_prefix (lines[1], "2023,17830,15600,-2230,"));
  g_assert_true (g_str_has_prefix (lines[4], "2026,16820,16820,0,"));
  g_assert_true (g_str_has_prefix (lines[8], "2030,16820,16820,0,"));
  for (guint i = 1; i <= 8; i++)
    {
      for (guint side = 4; side <= 10; side += 3)
        {
          g_assert_cmpfloat (get_number (lines[i], side), <=, get_number (lines[i], side + 1));
          g_assert_cmpfloat (get_number (lines[i], side + 1), <=, get_number (lines[i], side + 2));
        }
      g_assert_cmpfloat (get_number (lines[i], 13), >=, 0);
      g_assert_cmpfloat (get_number (lines[i], 13), <, 1);
    }
}

/* Without less need, 1,010 beds are lacking still. */
static void
test_need_stays (void)
{
  g_auto (GStrv) lines =
      print_lines ("potential example.vardbalans --scenario need-does-not-fall --year 2030");
  g_auto (GStrv) pace =
      print_lines ("potential example.vardbalans --scenario 'I nuvarande takt' --year 2033");

  g_assert_true (g_str_has_prefix (lines[1], "2030,17830,16820,-1010,"));
  g_assert_cmpstr (lines[2], ==, "");
  g_assert_cmpfloat (get_number (pace[1], 3), >=, -1e-6);
}

static void
test_waterfall (void)
{
  g_auto (GStrv) lines =
      print_lines ("potential example.vardbalans --scenario national-2024 --waterfall");
  double need = 0;
  double capacity = 0;

  g_assert_cmpstr (lines[0], ==, "step,side,beds");
  g_assert_cmpstr (lines[1], ==, "start,gap,-2230");
  g_assert_cmpstr (lines[12], ==, "end,gap,0");
  g_assert_cmpstr (lines[13], ==, "");
  for (guint i = 2; i < 12; i++)
    {
      const char *beds = strrchr (lines[i], ',') + 1;

      if (strstr (lines[i], ",need,") != NULL)
        need += g_ascii_strtod (beds, NULL);
      else if (strstr (lines[i], ",capacity,") != NULL)
        capacity += g_ascii_strtod (beds, NULL);
    }
  g_assert_cmpfloat (need, ==, 1010);
  g_assert_cmpfloat (capacity, ==, 1220);
}

/* The same seed gives the same figures, another one others; the levers' base values stay. */
static void
test_seed (void)
{
  g_autofree char *one = print_cli (DRAW "7");
  g_autofree char *same = print_cli (DRAW "7");
  g_autofree char *other = print_cli (DRAW "8");

  g_assert_cmpstr (one, ==, same);
  g_assert_cmpstr (one, !=, other);
  g_assert_nonnull (strstr (other, CRLF "2026,16820,16820,0,"));
}

/* What has to be said with a scenario is said, to the reader and not in the table. */
static void
test_notice (void)
{
  const char *arguments = "potential example.vardbalans --scenario national-2024";
  g_auto (Run) english = run_cli (arguments, "");
  g_auto (Run) swedish = run_cli_in_locale ("sv_SE.UTF-8", arguments, "");

  g_assert_cmpint (english.status, ==, 0);
  g_assert_nonnull (strstr (english.err, "Only the totals are Socialstyrelsen's"));
  g_assert_cmpstr (english.out, ==, swedish.out);
}

static void
test_options (void)
{
  assert_fails ("potential example.vardbalans", "", 1, "--scenario");
  assert_fails ("potential example.vardbalans --scenario no-such", "", 1, "no-such");
  assert_fails ("potential example.vardbalans --scenario national-2024 --draws 0", "", 1,
                "--draws");
  assert_fails ("potential example.vardbalans --scenario national-2024 --seed x", "", 1, "--seed");
  assert_fails ("potential example.vardbalans --scenario national-2024 --waterfall --year 2031", "",
                1, "2031");
}

/* What was until the scenario's first year, and from then on what the scenario says; with a limit
 * only the years within it. */
static void
test_need (void)
{
  g_auto (GStrv) lines = print_lines ("need example.vardbalans -u Riket -s national-2024");
  g_auto (GStrv) few =
      print_lines ("need example.vardbalans -u Riket -s national-2024 --from 2026 --to 2026");
  g_auto (GStrv) other = print_lines ("need example.vardbalans -u Uppsala -s national-2024");
  g_auto (GStrv) at_85 = print_lines (
      "need example.vardbalans -u Riket -s national-2024 --from 2026 --to 2026 -t 0.85");

  g_assert_cmpstr (lines[1], ==, "Riket,somatic,year,2022-01-01,365,,15774,,,,18134,-2360,1");
  g_assert_true (g_str_has_prefix (lines[2], "Riket,somatic,year,2023-01-01,,,15600,,1.02"));
  g_assert_true (g_str_has_suffix (lines[2], ",0.9,17830,-2230,"));
  g_assert_cmpstr (lines[5], ==, "Riket,somatic,year,2026-01-01,,,16820,,0.9,0.9,16820,0,");
  g_assert_true (g_str_has_prefix (lines[9], "Riket,somatic,year,2030-01-01,"));
  g_assert_cmpstr (lines[10], ==, "");

  /* Another target is that of all years. */
  g_assert_true (g_str_has_prefix (at_85[1], "Riket,somatic,year,2026-01-01,,,16820,,0."));
  g_assert_nonnull (strstr (at_85[1], ",0.85,17809.41"));
  g_assert_cmpstr (few[1], ==, lines[5]);
  g_assert_cmpstr (few[2], ==, "");
  /* Nobody knows what a region needs, so nothing can follow. */
  g_assert_cmpstr (other[1], ==, "");

  assert_fails ("need example.vardbalans -s national-2024 --grain month", "", 1, "--scenario");
}

static double
get_cell (const char *line, guint column)
{
  g_auto (GStrv) cells = g_strsplit (line, ",", -1);

  return g_ascii_strtod (cells[column], NULL);
}

/* The hospitals of a region add up to it in every year, as they did. */
static void
test_need_adds_up (void)
{
  static const char *const units[] = { "Centralsjukhuset", "Norra lasarettet", "Södra lasarettet" };
  g_auto (GStrv) whole = print_lines ("need example.vardbalans -c somatic -s region-balance -u "
                                      "'Region Exempel (påhittad)' --from 2029 --to 2029");
  double need = 0, available = 0;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *command =
          g_strdup_printf ("need example.vardbalans -c somatic -s region-balance -u '%s' "
                           "--from 2029 --to 2029",
                           units[i]);
      g_auto (GStrv) part = print_lines (command);

      available += get_cell (part[1], 6);
      need += get_cell (part[1], 10);
    }
  g_assert_cmpfloat_with_epsilon (available, get_cell (whole[1], 6), 1e-3);
  g_assert_cmpfloat_with_epsilon (need, get_cell (whole[1], 10), 1e-3);
}

/* Every strategic picture is a picture, of the unit or of the scenario. */
static void
test_chart (void)
{
  static const char *const arguments[] = {
    "-p need-years -u Riket",
    "-p need-years -u Riket -s national-2024",
    "-p need-sisters -u Uppsala",
    "-p deviation -u Riket",
    "-p breakdown",
    "-p occupancy-cost",
    "-p occupancy-cost -u Centralsjukhuset -g month",
    "-p population",
    "-p potential -s national-2024",
    "-p potential-waterfall -s national-2024",
    "-p potential-tornado -s national-2024",
    "-p scenarios -u Riket",
  };

  for (guint i = 0; i < G_N_ELEMENTS (arguments); i++)
    {
      g_autofree char *command =
          g_strdup_printf ("chart example.vardbalans %s -o picture.svg", arguments[i]);
      g_autofree char *picture = NULL;
      gsize size;

      g_free (print_cli (command));
      picture = read_file ("picture.svg", &size);
      g_assert_true (g_str_has_prefix (picture, "<?xml"));
      g_assert_cmpuint (size, >, 5000);
    }

  assert_fails ("chart example.vardbalans -p potential -o a.svg", "", 1, "--scenario");
  assert_fails ("chart example.vardbalans -p occupancy-cost -u Riket -o a.svg", "", 1, "figures");
  assert_fails ("chart example.vardbalans -p population -u Riket -o a.svg", "", 1, "Riket");
  assert_fails ("chart example.vardbalans -p scenarios -u Uppsala -o a.svg", "", 1, "Uppsala");
}

int
main (int argc, char *argv[])
{
  char *folder;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = enter_folder ();
  g_free (print_cli ("new example.vardbalans --example"));
  g_test_add_func ("/cli/potential/scenarios", test_scenarios);
  g_test_add_func ("/cli/potential/national", test_national);
  g_test_add_func ("/cli/potential/need-stays", test_need_stays);
  g_test_add_func ("/cli/potential/waterfall", test_waterfall);
  g_test_add_func ("/cli/potential/seed", test_seed);
  g_test_add_func ("/cli/potential/notice", test_notice);
  g_test_add_func ("/cli/potential/need", test_need);
  g_test_add_func ("/cli/potential/need-adds-up", test_need_adds_up);
  g_test_add_func ("/cli/potential/chart", test_chart);
  g_test_add_func ("/cli/potential/options", test_options);
  status = g_test_run ();
  assert_no_copies ();
  leave_folder (folder);
  return status;
}
