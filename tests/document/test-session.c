/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner-fixture.h"
#include "scenario-fixture.h"
#include "vb-document-scenarios.h"

typedef PlannerFixture Fixture;

static void
on_counted (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
on_period_changed (VbSession *session, guint *count)
{
  (*count)++;
}

static void
test_start (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbSession) session = vb_session_new (fixture->document);
  VbPeriod period = vb_session_get_period (session);
  int grain, start;

  g_assert_true (vb_session_get_document (session) == fixture->document);
  g_assert_true (vb_session_get_unit (session) == fixture->hospital);
  g_assert_cmpint (vb_session_get_care_group (session), ==, VB_CARE_GROUP_NONE);
  /* Daily figures are looked at by month first, and from their end. */
  g_assert_cmpint (period.grain, ==, VB_GRAIN_MONTH);
  g_assert_cmpint (period.start, ==, vb_day_from_ymd (2024, 8, 1));
  g_object_get (session, "grain", &grain, "period-start", &start, NULL);
  g_assert_cmpint (grain, ==, VB_GRAIN_MONTH);
  g_assert_cmpint (start, ==, period.start);
}

static void
test_unit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbSession) session = vb_session_new (fixture->document);
  guint count = 0;

  g_signal_connect (session, "notify::unit", G_CALLBACK (on_counted), &count);
  vb_session_set_unit (session, fixture->ward_a);
  vb_session_set_unit (session, fixture->ward_a);
  g_assert_cmpuint (count, ==, 1);
  g_object_set (session, "unit", fixture->ward_b, NULL);
  g_assert_true (vb_session_get_unit (session) == fixture->ward_b);
  g_assert_cmpuint (count, ==, 2);
}

/* A unit that goes leaves the screen. */
static void
test_unit_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbSession) session = vb_session_new (fixture->document);
  g_autoptr (GError) error = NULL;
  gint64 id = vb_document_add_unit (fixture->document, vb_unit_get_id (fixture->hospital),
                                    VB_UNIT_WARD, "C", NULL, &error);

  g_assert_no_error (error);
  vb_session_set_unit (session, vb_document_get_unit (fixture->document, id));
  vb_document_undo (fixture->document, &error);
  g_assert_no_error (error);
  g_assert_true (vb_session_get_unit (session) == fixture->hospital);
}

static void
test_period (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbSession) session = vb_session_new (fixture->document);
  VbPeriod year = { VB_GRAIN_YEAR, vb_day_from_ymd (2024, 1, 1) };
  guint changes = 0, grains = 0;

  g_signal_connect (session, "period-changed", G_CALLBACK (on_period_changed), &changes);
  g_signal_connect (session, "notify::grain", G_CALLBACK (on_counted), &grains);
  vb_session_step_period (session, -1);
  g_assert_cmpint (vb_session_get_period (session).start, ==, vb_day_from_ymd (2024, 7, 1));
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpuint (grains, ==, 0);
  vb_session_set_period (session, year);
  vb_session_set_period (session, year);
  g_assert_cmpuint (changes, ==, 2);
  g_assert_cmpuint (grains, ==, 1);

  /* Five years beyond the data either way, and no further. */
  for (int i = 0; i < 10; i++)
    vb_session_step_period (session, 1);
  g_assert_cmpint (vb_session_get_period (session).start, ==, vb_day_from_ymd (2029, 1, 1));
  for (int i = 0; i < 20; i++)
    vb_session_step_period (session, -1);
  g_assert_cmpint (vb_session_get_period (session).start, ==, vb_day_from_ymd (2019, 1, 1));
}

/* New data move the period shown only if the user has not chosen one. */
static void
test_new_data (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbSession) following = vb_session_new (fixture->document);
  g_autoptr (VbSession) chosen = vb_session_new (fixture->document);

  vb_session_step_period (chosen, -1);
  take_days (fixture->document, "A", VB_MEASURE_OCCUPIED_BEDS, vb_day_from_ymd (2024, 9, 1),
             vb_day_from_ymd (2024, 9, 30), 9);
  g_assert_cmpint (vb_session_get_period (following).start, ==, vb_day_from_ymd (2024, 9, 1));
  g_assert_cmpint (vb_session_get_period (chosen).start, ==, vb_day_from_ymd (2024, 7, 1));
}

static void
test_care_group (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbSession) session = vb_session_new (fixture->document);
  guint count = 0;

  g_signal_connect (session, "notify::care-group", G_CALLBACK (on_counted), &count);
  vb_session_set_care_group (session, VB_CARE_GROUP_ICU);
  vb_session_set_care_group (session, VB_CARE_GROUP_ICU);
  g_assert_cmpint (vb_session_get_care_group (session), ==, VB_CARE_GROUP_ICU);
  g_assert_cmpuint (count, ==, 1);
}

static void
test_empty (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) document = vb_document_new (&error);
  g_autoptr (VbSession) session = vb_session_new (document);
  VbPeriod period = vb_session_get_period (session);

  g_assert_no_error (error);
  g_assert_null (vb_session_get_unit (session));
  g_assert_cmpint (period.start, ==, vb_grain_floor (period.grain, period.start));
  vb_session_step_period (session, 1);
  g_assert_cmpint (vb_session_get_period (session).start, ==, vb_period_shift (period, 1).start);

  /* The first import brings something to look at. */
  take_days (document, "A", VB_MEASURE_OCCUPIED_BEDS, vb_day_from_ymd (2024, 9, 1),
             vb_day_from_ymd (2024, 9, 30), 9);
  g_assert_cmpstr (vb_unit_get_name (vb_session_get_unit (session)), ==, "Hospital");
  vb_document_close (document);
}

static VbScenario *
add_scenario (Fixture *fixture, VbUnit *unit)
{
  g_autoptr (VbReadyScenario) ready = make_ready_scenario ();
  g_autoptr (GError) error = NULL;
  gint64 id =
      vb_document_add_ready_scenario (fixture->document, ready, vb_unit_get_id (unit), &error);

  g_assert_no_error (error);
  return vb_document_get_scenario (fixture->document, id);
}

static void
test_scenario (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbSession) session = vb_session_new (fixture->document);
  VbScenario *of_hospital = add_scenario (fixture, fixture->hospital);
  VbScenario *of_ward_a = add_scenario (fixture, fixture->ward_a);
  guint count = 0;

  g_assert_null (vb_session_get_scenario (session));
  g_signal_connect (session, "notify::scenario", G_CALLBACK (on_counted), &count);

  /* What is about a unit is about the units below it. */
  vb_session_set_unit (session, fixture->ward_b);
  vb_session_set_scenario (session, of_hospital);
  vb_session_set_scenario (session, of_hospital);
  g_assert_cmpuint (count, ==, 1);
  g_assert_true (vb_session_get_unit (session) == fixture->ward_b);

  /* And not about those beside it, or above. */
  g_object_set (session, "scenario", of_ward_a, NULL);
  g_assert_true (vb_session_get_scenario (session) == of_ward_a);
  g_assert_true (vb_session_get_unit (session) == fixture->ward_a);
  vb_session_set_scenario (session, NULL);
  vb_session_set_unit (session, fixture->hospital);
  vb_session_set_scenario (session, of_ward_a);
  g_assert_true (vb_session_get_unit (session) == fixture->ward_a);
}

/* A scenario that goes leaves the screen. */
static void
test_scenario_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbSession) session = vb_session_new (fixture->document);
  g_autoptr (GError) error = NULL;
  VbScenario *first = add_scenario (fixture, fixture->hospital);
  VbScenario *second;

  vb_session_set_scenario (session, first);
  second = add_scenario (fixture, fixture->hospital);
  g_assert_true (vb_session_get_scenario (session) == first);
  vb_session_set_scenario (session, second);
  vb_document_undo (fixture->document, &error);
  g_assert_no_error (error);
  g_assert_null (vb_session_get_scenario (session));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/document/session/start", test_start },
    { "/document/session/unit", test_unit },
    { "/document/session/unit-removed", test_unit_removed },
    { "/document/session/period", test_period },
    { "/document/session/new-data", test_new_data },
    { "/document/session/care-group", test_care_group },
    { "/document/session/scenario", test_scenario },
    { "/document/session/scenario-removed", test_scenario_removed },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, planner_fixture_set_up, tests[i].run,
                planner_fixture_tear_down);
  g_test_add_func ("/document/session/empty", test_empty);

  return g_test_run ();
}
