/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner-fixture.h"

#define PATIENCE_SECONDS 30

static void
add_days (VbBatch *batch, guint unit, VbMeasureId measure, VbDay first, VbDay last, double value)
{
  for (VbDay day = first; day <= last; day++)
    vb_batch_add_observation (batch, unit, (guint16) measure, VB_GRAIN_DAY, day, value,
                              VB_PROVENANCE_REPORTED, 0);
}

void
take_days (VbDocument *document,
           const char *ward,
           VbMeasureId measure,
           VbDay first,
           VbDay last,
           double value)
{
  g_autoptr (VbBatch) batch = vb_batch_new ();
  g_autoptr (GError) error = NULL;
  guint hospital = vb_batch_add_unit (batch, -1, VB_UNIT_HOSPITAL, "Hospital", "H");
  guint unit = vb_batch_add_unit (batch, (gint32) hospital, VB_UNIT_WARD, ward, NULL);
  VbTaken taken;

  vb_batch_set_source (batch, "more.csv", NULL, NULL, NULL);
  add_days (batch, unit, measure, first, last, value);
  vb_batch_finish (batch);
  vb_document_take_batch (document, batch, NULL, &taken, &error);
  g_assert_no_error (error);
}

void
planner_fixture_set_up (PlannerFixture *fixture, gconstpointer data)
{
  g_autoptr (VbBatch) batch = vb_batch_new ();
  g_autoptr (GError) error = NULL;
  VbDay june = vb_day_from_ymd (2024, 6, 1);
  guint hospital, a, b;
  VbTaken taken;

  hospital = vb_batch_add_unit (batch, -1, VB_UNIT_HOSPITAL, "Hospital", "H");
  a = vb_batch_add_unit (batch, (gint32) hospital, VB_UNIT_WARD, "A", NULL);
  b = vb_batch_add_unit (batch, (gint32) hospital, VB_UNIT_WARD, "B", NULL);
  vb_batch_set_source (batch, "beds.csv", NULL, NULL, NULL);
  vb_batch_set_time (batch, 1725278400); /* 2024-09-02 */
  add_days (batch, a, VB_MEASURE_AVAILABLE_BEDS, june, vb_day_from_ymd (2024, 8, 31), 10);
  add_days (batch, a, VB_MEASURE_OCCUPIED_BEDS, june, vb_day_from_ymd (2024, 8, 31), 9);
  add_days (batch, b, VB_MEASURE_AVAILABLE_BEDS, june, vb_day_from_ymd (2024, 6, 30), 20);
  add_days (batch, b, VB_MEASURE_OCCUPIED_BEDS, june, vb_day_from_ymd (2024, 6, 30), 9);
  vb_batch_finish (batch);

  fixture->document = vb_document_new (&error);
  g_assert_no_error (error);
  vb_document_take_batch (fixture->document, batch, NULL, &taken, &error);
  g_assert_no_error (error);

  fixture->planner = vb_planner_new (fixture->document);
  fixture->hospital = vb_document_find_unit (fixture->document, "Hospital", &error);
  g_assert_no_error (error);
  fixture->ward_a = vb_document_find_unit (fixture->document, "A", &error);
  g_assert_no_error (error);
  fixture->ward_b = vb_document_find_unit (fixture->document, "B", &error);
  g_assert_no_error (error);
}

void
planner_fixture_tear_down (PlannerFixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->planner);
  vb_document_close (fixture->document);
  g_assert_finalize_object (fixture->document);
}

static gboolean
on_patience_over (gpointer data)
{
  g_error ("waited for %d seconds in vain", PATIENCE_SECONDS);

  return G_SOURCE_REMOVE;
}

void
wait_until_idle (VbPlanner *planner)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, on_patience_over, NULL);

  while (vb_planner_get_busy (planner))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

VbNeedTable *
wait_for_need (VbPlanner *planner, VbGrain grain)
{
  VbNeedTable *table;

  vb_planner_get_need (planner, grain);
  wait_until_idle (planner);
  table = vb_planner_get_need (planner, grain);
  g_assert_nonnull (table);

  return table;
}

const VbNeedFigures *
need_of (VbPlanner *planner, VbUnit *unit, VbGrain grain, int year, int month, int day)
{
  VbNeedTable *table = wait_for_need (planner, grain);
  gint64 id = vb_unit_get_id (unit);
  int index =
      vb_need_table_find_period (table, vb_grain_floor (grain, vb_day_from_ymd (year, month, day)));
  const VbNeedFigures *figures;

  g_assert_cmpint (index, >=, 0);
  figures = vb_need_table_get (table, id, vb_need_table_get_main_group (table, id), (guint) index);
  g_assert_nonnull (figures);

  return figures;
}
