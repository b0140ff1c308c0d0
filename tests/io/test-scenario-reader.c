/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-scenario-reader.h"

#include <glib/gstdio.h>
#include <string.h>

#include "vb-error.h"
#include "vb-potential.h"
#include "vb-reference-series.h"

#define MAX_YEARS 16
#define MAX_LEVERS 16

/* ---- those that come with the program -------------------------------------------------------- */

static VbReadyScenario *
get_shipped (const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) scenarios = vb_scenario_reader_read_shipped (&error);

  g_assert_no_error (error);
  g_assert_cmpstr (vb_ready_scenario_get_id (scenarios->pdata[0]), ==, "national-2024");
  g_assert_cmpuint (scenarios->len, ==, 5);
  for (guint i = 0; i < scenarios->len; i++)
    if (g_str_equal (vb_ready_scenario_get_id (scenarios->pdata[i]), id))
      return g_object_ref (scenarios->pdata[i]);
  g_assert_not_reached ();
}

static VbPotentialYear *
run (VbReadyScenario *scenario, guint *n_years)
{
  double need[MAX_YEARS], capacity[MAX_YEARS];
  VbPotentialLever levers[MAX_LEVERS] = { { NULL } };
  VbPotentialInput input = {
    .first_year = vb_ready_scenario_get_first_year (scenario),
    .n_years = (guint) (vb_ready_scenario_get_last_year (scenario)
                        - vb_ready_scenario_get_first_year (scenario) + 1),
    .need = need,
    .capacity = capacity,
    .target_occupancy = vb_ready_scenario_get_target_occupancy (scenario),
    .levers = levers,
    .n_levers = vb_ready_scenario_get_n_levers (scenario),
  };
  g_autoptr (GError) error = NULL;
  VbPotentialYear *years;

  g_assert_cmpuint (input.n_years, <=, MAX_YEARS);
  g_assert_cmpuint (input.n_levers, <=, MAX_LEVERS);
  for (guint y = 0; y < input.n_years; y++)
    {
      need[y] = vb_ready_scenario_find_figure (scenario, "need")->value;
      capacity[y] = vb_ready_scenario_find_figure (scenario, "capacity")->value;
    }
  for (guint i = 0; i < input.n_levers; i++)
    levers[i].figures = vb_ready_scenario_get_lever (scenario, i)->figures;
  years = vb_potential_run (&input, &error);
  g_assert_no_error (error);
  *n_years = input.n_years;
  return years;
}

/* +1,220 − 1,010 = 2,230, exactly, and balance in 2026. */
static void
test_national (void)
{
  g_autoptr (VbReadyScenario) scenario = get_shipped ("national-2024");
  g_autofree VbPotentialYear *years = NULL;
  const VbReferencePlan line = { 2023, -2230, 2026, 0 };
  gboolean lasts;
  gint16 balance;
  guint n;

  years = run (scenario, &n);
  g_assert_cmpfloat (years[0].gap, ==, -2230);
  g_assert_cmpfloat (years[3].capacity - years[0].capacity, ==, 1220);
  g_assert_cmpfloat (years[0].need - years[3].need, ==, 1010);
  g_assert_cmpfloat (years[3].gap, ==, 0);
  g_assert_true (vb_potential_find_balance (years, n, &balance, &lasts));
  g_assert_cmpint (balance, ==, 2026);
  g_assert_true (lasts);

  /* Capacity comes first, and the need falls ever faster. */
  g_assert_cmpfloat (years[1].capacity - years[0].capacity, >,
                     years[2].capacity - years[1].capacity);
  g_assert_cmpfloat (years[2].capacity - years[1].capacity, >,
                     years[3].capacity - years[2].capacity);
  g_assert_cmpfloat (years[0].need - years[1].need, <, years[1].need - years[2].need);
  g_assert_cmpfloat (years[1].need - years[2].need, <, years[2].need - years[3].need);
  /* Its own curve is not the straight line. */
  g_assert_cmpfloat (ABS (years[1].gap - vb_reference_plan_get_gap (&line, 2024)), >, 5);
}

/* Only the totals are official, and every file says so. */
static void
test_status (void)
{
  g_autoptr (VbReadyScenario) scenario = get_shipped ("national-2024");

  for (guint i = 0; i < vb_ready_scenario_get_n_figures (scenario); i++)
    {
      const VbReadyFigure *figure = vb_ready_scenario_get_figure (scenario, i);
      gboolean base = g_str_equal (figure->id, "need") || g_str_equal (figure->id, "capacity");

      g_assert_cmpint (figure->status, ==,
                       base ? VB_FIGURE_STATUS_DERIVED : VB_FIGURE_STATUS_OFFICIAL);
    }
  for (guint i = 0; i < vb_ready_scenario_get_n_levers (scenario); i++)
    {
      const VbReadyLever *lever = vb_ready_scenario_get_lever (scenario, i);

      g_assert_cmpint (lever->status, ==, VB_FIGURE_STATUS_OWN);
      g_assert_cmpuint (lever->focus_area, >=, 1);
      /* The first three areas raise capacity, the other two lower need. */
      g_assert_cmpint (lever->figures.side, ==,
                       lever->focus_area <= 3 ? VB_BALANCE_SIDE_CAPACITY : VB_BALANCE_SIDE_NEED);
      g_assert_cmpfloat (lever->figures.low, <, lever->figures.base);
      g_assert_cmpfloat (lever->figures.base, <, lever->figures.high);
    }
  g_assert_nonnull (strstr (vb_ready_scenario_get_notice (scenario)->en, "own proposal"));
  g_assert_nonnull (strstr (vb_ready_scenario_get_notice (scenario)->sv, "eget förslag"));
}

static void
test_need_does_not_fall (void)
{
  g_autoptr (VbReadyScenario) national = get_shipped ("national-2024");
  g_autoptr (VbReadyScenario) scenario = get_shipped ("need-does-not-fall");
  g_autofree VbPotentialYear *years = NULL;
  gint16 balance;
  guint n;

  years = run (scenario, &n);
  g_assert_cmpfloat (years[3].gap, ==, -1010);
  g_assert_cmpfloat (years[n - 1].gap, ==, -1010);
  g_assert_false (vb_potential_find_balance (years, n, &balance, NULL));
  for (guint i = 0; i < vb_ready_scenario_get_n_levers (scenario); i++)
    {
      const VbReadyLever *lever = vb_ready_scenario_get_lever (scenario, i);
      const VbLeverFigures *same = &vb_ready_scenario_find_lever (national, lever->id)->figures;

      g_assert_cmpfloat (lever->figures.low, ==, same->low);
      g_assert_cmpfloat (lever->figures.base, ==, same->base);
      g_assert_cmpfloat (lever->figures.high, ==, same->high);
      g_assert_cmpint (lever->figures.profile, ==, same->profile);
      g_assert_cmpint (lever->figures.start, ==, same->start);
      g_assert_cmpint (lever->figures.full, ==, same->full);
    }
}

static void
test_present_pace (void)
{
  g_autoptr (VbReadyScenario) scenario = get_shipped ("present-pace");
  g_autofree VbPotentialYear *years = NULL;
  gint16 balance;
  guint n;

  years = run (scenario, &n);
  g_assert_cmpfloat (years[0].gap, ==, -1864);
  g_assert_cmpfloat (round (years[1].gap - years[0].gap), ==,
                     vb_ready_scenario_find_figure (scenario, "yearly-pace")->value);
  g_assert_true (vb_potential_find_balance (years, n, &balance, NULL));
  g_assert_cmpint (balance, ==, 2033);
}

/* 220 beds by a tenth fewer falls; 343 occupied beds, 381 needed at 90 %. */
static void
test_single_levers (void)
{
  g_autoptr (VbReadyScenario) falls = get_shipped ("fall-injuries");
  g_autoptr (VbReadyScenario) ready = get_shipped ("discharge-ready");
  const VbReadyLever *lever = vb_ready_scenario_get_lever (ready, 0);
  double beds = vb_ready_scenario_get_full_effect (ready, lever);

  g_assert_cmpfloat_with_epsilon (
      vb_ready_scenario_get_full_effect (falls, vb_ready_scenario_get_lever (falls, 0)), 220, 1e-9);
  g_assert_cmpfloat (round (beds), ==, 381);
  g_assert_cmpfloat (round (beds * 0.9), ==,
                     vb_ready_scenario_find_figure (ready, "occupied-freed")->value);
  g_assert_cmpfloat (round (lever->figures.bed_days / 365), ==,
                     vb_ready_scenario_find_figure (ready, "occupied")->value);
}

static void
assert_bilingual (const VbBilingual *text)
{
  g_assert_nonnull (text->sv);
  g_assert_nonnull (text->en);
}

static void
test_texts (void)
{
  g_autoptr (GPtrArray) scenarios = vb_scenario_reader_read_shipped (NULL);

  for (guint s = 0; s < scenarios->len; s++)
    {
      VbReadyScenario *scenario = scenarios->pdata[s];

      assert_bilingual (vb_ready_scenario_get_name (scenario));
      assert_bilingual (vb_ready_scenario_get_description (scenario));
      assert_bilingual (vb_ready_scenario_get_notice (scenario));
      g_assert_cmpint (vb_ready_scenario_get_group (scenario), ==, VB_CARE_GROUP_SOMATIC);
      for (guint i = 0; i < vb_ready_scenario_get_n_figures (scenario); i++)
        {
          assert_bilingual (&vb_ready_scenario_get_figure (scenario, i)->name);
          assert_bilingual (&vb_ready_scenario_get_figure (scenario, i)->source);
        }
      for (guint i = 0; i < vb_ready_scenario_get_n_levers (scenario); i++)
        {
          assert_bilingual (&vb_ready_scenario_get_lever (scenario, i)->name);
          assert_bilingual (&vb_ready_scenario_get_lever (scenario, i)->source);
        }
    }
}

/* None of them is anybody's but ours, and each can be added to a scenario as it is. */
static void
test_catalogue (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbReadyScenario) catalogue = vb_scenario_reader_read_catalogue (&error);

  g_assert_no_error (error);
  g_assert_cmpuint (vb_ready_scenario_get_n_levers (catalogue), >=, 12);
  for (guint i = 0; i < vb_ready_scenario_get_n_levers (catalogue); i++)
    {
      const VbReadyLever *lever = vb_ready_scenario_get_lever (catalogue, i);

      g_assert_cmpint (lever->status, ==, VB_FIGURE_STATUS_OWN);
      g_assert_nonnull (lever->name.sv);
      g_assert_nonnull (lever->source.sv);
      g_assert_cmpfloat (lever->figures.low, <, lever->figures.high);
      g_assert_cmpfloat (vb_ready_scenario_get_full_effect (catalogue, lever), >, 0);
    }
}

/* ---- one of one's own ------------------------------------------------------------------------ */

static const char own[] = "[Scenario]\n"
                          "Id=own\n"
                          "Name=Own\n"
                          "Description[sv]=Vår egen\n"
                          "CareGroup=icu\n"
                          "FirstYear=2026\n"
                          "LastYear=2028\n"
                          "Levers=more; less\n"
                          "[Figure need]\n"
                          "Name=Need\n"
                          "Value=50\n"
                          "Status=own\n"
                          "Source=Us\n"
                          "[Figure capacity]\n"
                          "Name=Capacity\n"
                          "Value=44,5\n"
                          "Status=own\n"
                          "Source=Us\n"
                          "[Figure gap]\n"
                          "Name=Gap\n"
                          "Value=-5.5\n"
                          "Status=own\n"
                          "Source=Us\n"
                          "Levers=\n"
                          "[Lever more]\n"
                          "Name=More\n"
                          "Side=capacity\n"
                          "Base=4\n"
                          "Start=2026\n"
                          "Full=2027\n"
                          "Status=own\n"
                          "Source=Us\n"
                          "[Lever less]\n"
                          "Name=Less\n"
                          "Side=need\n"
                          "Basis=share\n"
                          "BedDays=9000\n"
                          "Overlap=2\n"
                          "Low=0,05\n"
                          "Base=10 %\n"
                          "High=0.2\n"
                          "Influence=0.5\n"
                          "Probability=0.8\n"
                          "Start=2027\n"
                          "Full=2028\n"
                          "Profile=s-curve\n"
                          "OneOff=true\n"
                          "YearlyCost=1 000 000\n"
                          "Status=own\n"
                          "Source=Us\n";

static VbReadyScenario *
read_text (const char *text, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("vardbalans-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "own.scenario", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  VbReadyScenario *scenario;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  scenario = vb_scenario_reader_read (file, NULL, error);
  g_unlink (path);
  g_rmdir (folder);
  return scenario;
}

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbReadyScenario) scenario = read_text (own, &error);
  const VbReadyLever *lever;

  g_assert_no_error (error);
  g_assert_cmpint (vb_ready_scenario_get_group (scenario), ==, VB_CARE_GROUP_ICU);
  g_assert_cmpint (vb_ready_scenario_get_last_year (scenario), ==, 2028);
  g_assert_cmpfloat (vb_ready_scenario_get_target_occupancy (scenario), ==, 0.9);
  g_assert_cmpfloat (vb_ready_scenario_find_figure (scenario, "capacity")->value, ==, 44.5);
  g_assert_null (vb_ready_scenario_find_figure (scenario, "nothing"));

  lever = vb_ready_scenario_get_lever (scenario, 0);
  g_assert_cmpstr (lever->id, ==, "more");
  g_assert_cmpfloat (lever->figures.low, ==, 4);
  g_assert_cmpfloat (lever->figures.high, ==, 4);
  g_assert_cmpfloat (lever->figures.probability, ==, 1);
  g_assert_cmpint (lever->figures.profile, ==, VB_LEVER_PROFILE_LINEAR);
  g_assert_true (isnan (lever->figures.yearly_cost));
  g_assert_cmpuint (lever->focus_area, ==, 0);

  lever = vb_ready_scenario_get_lever (scenario, 1);
  g_assert_cmpstr (lever->id, ==, "less");
  g_assert_cmpfloat (lever->figures.low, ==, 0.05);
  g_assert_cmpfloat (lever->figures.base, ==, 0.1);
  g_assert_cmpuint (lever->figures.overlap, ==, 2);
  g_assert_true (lever->figures.one_off);
  g_assert_cmpfloat (lever->figures.yearly_cost, ==, 1e6);
  g_assert_cmpfloat_with_epsilon (vb_ready_scenario_get_full_effect (scenario, lever),
                                  0.1 * 0.5 * 0.8 * 9000 / (365 * 0.9), 1e-12);
}

/* Reads @own with one text in place of another. */
static void
assert_refused (const char *before, const char *after, const char *words)
{
  g_autoptr (GString) text = g_string_new (own);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (text, before, after, 1), ==, 1);
  g_assert_null (read_text (text->str, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_BAD_INPUT);
  g_assert_true (g_str_has_prefix (error->message, "own.scenario"));
  if (strstr (error->message, words) == NULL)
    g_error ("expected “%s” in “%s”", words, error->message);
}

static void
test_refused (void)
{
  assert_refused ("[Scenario]", "[Senario]",
                  "expected one of the groups [Scenario], [Figure …], [Lever …], found [Senario]");
  assert_refused ("Id=own", "Id=o w n", "key “Id”");
  assert_refused ("Name=Own\n", "", "key “Name”: expected a text");
  assert_refused ("Description[sv]", "Desciption[sv]", "found “Desciption”");
  assert_refused ("CareGroup=icu", "CareGroup=", "somatic, icu or psychiatric");
  assert_refused ("LastYear=2028", "LastYear=2025", "not before the first year");
  assert_refused ("LastYear=2028", "LastYear=next", "a number from 1900 to 2200");
  assert_refused ("LastYear=2028", "LastYear=2028\nTargetOccupancy=1.1", "above 0");
  assert_refused ("Levers=more; less", "Levers=more;more", "each lever once");
  assert_refused ("Levers=more; less", "Levers=more", "found [Lever less]");
  assert_refused ("Levers=more; less", "Levers=more;less;third", "group [Lever third]");
  assert_refused ("Value=50", "Value=fifty", "key “Value”: expected a number, found “fifty”");
  assert_refused ("Value=50\n", "", "key “Value”: expected a number");
  assert_refused ("Status=own", "Status=true", "official, derived or own");
  assert_refused ("[Figure need]", "[Figure other]", "need: This figure is missing.");
  assert_refused ("Value=-5.5", "Value=5.5", "gap: It is not capacity less need.");
  assert_refused ("Levers=\n", "Levers=third\n", "There is no lever “third”.");
  assert_refused ("Levers=\n", "Levers=more\n", "add up to 4.0 and not to -5.5");
  assert_refused ("Side=capacity", "Side=beds", "need or capacity");
  assert_refused ("Basis=share", "Basis=part", "beds or share");
  assert_refused ("Profile=s-curve", "Profile=logistic", "step, linear");
  assert_refused ("OneOff=true", "OneOff=yes", "true or false");
  assert_refused ("Overlap=2", "Overlap=-2", "a number from 0 to 1000");
  assert_refused ("Start=2027", "Start=", "a number from 1900 to 2200");
  assert_refused ("Low=0,05", "Low=0.3", "less: Low, base and high");
  assert_refused ("BedDays=9000\n", "", "less: The bed days that it acts on are missing.");
}

/* Whatever is done to a byte, the file is read or refused. */
static void
test_mangled (void)
{
  for (gsize i = 0; i < strlen (own); i += 3)
    {
      g_autofree char *text = g_strdup (own);
      g_autoptr (GError) error = NULL;
      g_autoptr (VbReadyScenario) scenario = NULL;

      text[i] = (char) (text[i] ^ (1 + i % 127));
      scenario = read_text (text, &error);
      g_assert_true ((scenario == NULL) == (error != NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/io/scenario-reader/catalogue", test_catalogue);
  g_test_add_func ("/io/scenario-reader/national", test_national);
  g_test_add_func ("/io/scenario-reader/status", test_status);
  g_test_add_func ("/io/scenario-reader/need-does-not-fall", test_need_does_not_fall);
  g_test_add_func ("/io/scenario-reader/present-pace", test_present_pace);
  g_test_add_func ("/io/scenario-reader/single-levers", test_single_levers);
  g_test_add_func ("/io/scenario-reader/texts", test_texts);
  g_test_add_func ("/io/scenario-reader/read", test_read);
  g_test_add_func ("/io/scenario-reader/refused", test_refused);
  g_test_add_func ("/io/scenario-reader/mangled", test_mangled);

  return g_test_run ();
}
