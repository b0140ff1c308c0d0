/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the planner says in words: attention and explanations; and its answers about risk. */
#include <math.h>
#include <string.h>

#include "planner-fixture.h"
#include "vb-attention.h"
#include "vb-document-targets.h"

typedef PlannerFixture Fixture;

static VbAttention *
find_attention (GListModel *list, VbAttentionKind kind, VbUnit *unit)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (VbAttention) attention = g_list_model_get_item (list, i);

      if (vb_attention_get_kind (attention) == kind && vb_attention_get_unit (attention) == unit)
        return attention;
    }

  return NULL;
}

static void
assert_contains (const char *text, const char *part)
{
  if (text == NULL || strstr (text, part) == NULL)
    g_error ("“%s” does not say “%s”", text, part);
}

static void
test_attention (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) all = vb_planner_get_attention (fixture->planner, NULL);
  g_autoptr (GListModel) of_b = vb_planner_get_attention (fixture->planner, fixture->ward_b);
  VbAttention *silence, *shortage;
  g_autoptr (GError) error = NULL;
  gint64 other;

  wait_until_idle (fixture->planner);

  /* B reported for the last time on 30 June, A goes on to the end of August. */
  silence = find_attention (all, VB_ATTENTION_NO_DATA, fixture->ward_b);
  g_assert_nonnull (silence);
  assert_contains (vb_attention_get_text (silence), "No data for B since 30 Jun 2024");
  g_assert_cmpstr (vb_attention_get_page (silence), ==, "import");
  g_assert_cmpint (vb_attention_get_from (silence), ==, vb_day_from_ymd (2024, 7, 1));
  g_assert_cmpint (vb_attention_get_end (silence), ==, vb_day_from_ymd (2024, 9, 1));
  /* Its last need, 10 beds, unseen for 62 days of the year. */
  g_assert_cmpfloat_with_epsilon (vb_attention_get_effect (silence), 10 * 62 / 365.0, 1e-9);
  g_assert_null (find_attention (all, VB_ATTENTION_NO_DATA, fixture->ward_a));

  /* A has what it needs: nothing to say about it until four patients more come for five weeks. */
  g_assert_null (find_attention (all, VB_ATTENTION_SHORTAGE, fixture->ward_a));
  take_days (fixture->document, "A", VB_MEASURE_OCCUPIED_BEDS, vb_day_from_ymd (2024, 7, 8),
             vb_day_from_ymd (2024, 8, 11), 13.5);
  wait_until_idle (fixture->planner);
  shortage = find_attention (all, VB_ATTENTION_SHORTAGE, fixture->ward_a);
  g_assert_nonnull (shortage);
  assert_contains (vb_attention_get_text (shortage), "A lacks 5.0 beds, weeks 28–32 2024");
  g_assert_cmpstr (vb_attention_get_page (shortage), ==, "need");
  g_assert_cmpint (vb_attention_get_from (shortage), ==, vb_day_from_ymd (2024, 7, 8));
  g_assert_cmpint (vb_attention_get_end (shortage), ==, vb_day_from_ymd (2024, 8, 12));
  g_assert_cmpfloat_with_epsilon (vb_attention_get_effect (shortage), 5.0 * 5 / 52, 1e-9);

  /* The list of a ward speaks of that ward only. */
  g_assert_nonnull (find_attention (of_b, VB_ATTENTION_NO_DATA, fixture->ward_b));
  g_assert_null (find_attention (of_b, VB_ATTENTION_SHORTAGE, fixture->ward_a));

  /* A second A: each is told with the unit it belongs to. */
  other = vb_document_add_unit (fixture->document, 0, VB_UNIT_HOSPITAL, "Other", NULL, &error);
  g_assert_no_error (error);
  vb_document_add_unit (fixture->document, other, VB_UNIT_WARD, "A", NULL, &error);
  g_assert_no_error (error);
  wait_until_idle (fixture->planner);
  shortage = find_attention (all, VB_ATTENTION_SHORTAGE, fixture->ward_a);
  assert_contains (vb_attention_get_text (shortage), "A · Hospital lacks 5.0 beds");
  silence = find_attention (all, VB_ATTENTION_NO_DATA, fixture->ward_b);
  assert_contains (vb_attention_get_text (silence), "No data for B since");
}

/* A nation of which only its own yearly figures are known is spoken of by its last year; one whose
 * parts are known is not. */
static void
test_attention_of_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) all = vb_planner_get_attention (fixture->planner, NULL);
  g_autoptr (VbBatch) batch = vb_batch_new ();
  g_autoptr (GError) error = NULL;
  VbDay year = vb_day_from_ymd (2022, 1, 1);
  guint nation = vb_batch_add_unit (batch, -1, VB_UNIT_NATION, "Riket", NULL);
  VbAttention *shortage;
  VbTaken taken;

  vb_batch_add_unit (batch, (gint32) nation, VB_UNIT_REGION, "Uppsala", NULL);
  vb_batch_add_observation (batch, nation, VB_MEASURE_NEEDED_BEDS, VB_GRAIN_YEAR, year, 17000,
                            VB_PROVENANCE_REPORTED, 0);
  vb_batch_add_observation (batch, nation, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_YEAR, year, 15136,
                            VB_PROVENANCE_REPORTED, 0);
  vb_batch_finish (batch);
  vb_document_take_batch (fixture->document, batch, NULL, &taken, &error);
  g_assert_no_error (error);
  wait_until_idle (fixture->planner);

  shortage = find_attention (all, VB_ATTENTION_SHORTAGE,
                             vb_document_find_unit (fixture->document, "Riket", &error));
  g_assert_no_error (error);
  g_assert_nonnull (shortage);
  assert_contains (vb_attention_get_text (shortage), "Riket lacks 1,864");
  assert_contains (vb_attention_get_text (shortage), "2022");
  g_assert_null (find_attention (all, VB_ATTENTION_SHORTAGE, fixture->hospital));
}

static void
test_attention_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) all = vb_planner_get_attention (fixture->planner, fixture->hospital);
  double last = INFINITY;

  take_days (fixture->document, "A", VB_MEASURE_OCCUPIED_BEDS, vb_day_from_ymd (2024, 6, 1),
             vb_day_from_ymd (2024, 8, 31), 2);
  take_days (fixture->document, "C", VB_MEASURE_OCCUPIED_BEDS, vb_day_from_ymd (2024, 6, 1),
             vb_day_from_ymd (2024, 8, 31), 20);
  take_days (fixture->document, "C", VB_MEASURE_AVAILABLE_BEDS, vb_day_from_ymd (2024, 6, 1),
             vb_day_from_ymd (2024, 8, 31), 10);
  wait_until_idle (fixture->planner);

  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (VbAttention) attention = g_list_model_get_item (all, i);

      g_assert_cmpfloat (vb_attention_get_effect (attention), <=, last);
      last = vb_attention_get_effect (attention);
    }
  g_assert_nonnull (find_attention (all, VB_ATTENTION_SURPLUS, fixture->ward_a));
}

static const VbExplanationInput *
find_input (VbExplanation *explanation, const char *name)
{
  for (guint i = 0; i < vb_explanation_get_n_inputs (explanation); i++)
    {
      const VbExplanationInput *input = vb_explanation_get_input (explanation, i);

      if (g_strcmp0 (input->name, name) == 0)
        return input;
    }
  g_error ("no input “%s”", name);
}

static VbExplanation *
explain (Fixture *fixture, VbUnit *unit, const char *figure)
{
  VbPeriod june = { VB_GRAIN_MONTH, vb_day_from_ymd (2024, 6, 1) };

  wait_for_need (fixture->planner, VB_GRAIN_MONTH);

  return vb_planner_explain (fixture->planner, unit, VB_CARE_GROUP_NONE, june, figure);
}

static void
test_explain_need (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbExplanation) own = NULL;
  g_autoptr (VbExplanation) inherited = NULL;

  own = explain (fixture, fixture->ward_a, "need_beds");
  g_assert_cmpstr (vb_explanation_get_title (own), ==, "Where does 10 come from?");
  g_assert_cmpstr (vb_explanation_get_numbers (own), ==, "270 ÷ (30 × 90.0%) = 10");
  g_assert_cmpstr (find_input (own, "occupied bed days")->value, ==, "270");
  assert_contains (find_input (own, "occupied bed days")->source, "beds.csv");
  assert_contains (find_input (own, "occupied bed days")->source, "2 Sep 2024");
  assert_contains (find_input (own, "days with data")->source, "of 30 calendar days");
  assert_contains (find_input (own, "target occupancy")->source, "nothing is decided");
  g_assert_null (vb_explanation_get_note (own));

  vb_document_set_target (fixture->document, vb_unit_get_id (fixture->hospital),
                          VB_MEASURE_OCCUPANCY, VB_CARE_TYPE_NONE, VB_DAY_NONE, 0.75, "the board",
                          &error);
  g_assert_no_error (error);
  wait_until_idle (fixture->planner);
  inherited = explain (fixture, fixture->ward_a, "need_beds");
  g_assert_cmpstr (vb_explanation_get_numbers (inherited), ==, "270 ÷ (30 × 75.0%) = 12");
  g_assert_cmpstr (find_input (inherited, "target occupancy")->source, ==,
                   "decided by the board, inherited from Hospital");

  g_clear_object (&own);
  vb_document_set_target (fixture->document, vb_unit_get_id (fixture->ward_a), VB_MEASURE_OCCUPANCY,
                          VB_CARE_TYPE_NONE, VB_DAY_NONE, 0.8, NULL, &error);
  g_assert_no_error (error);
  wait_until_idle (fixture->planner);
  own = explain (fixture, fixture->ward_a, "need_beds");
  g_assert_cmpstr (find_input (own, "target occupancy")->source, ==, "set by hand for this unit");
}

/* A target that changes within the period is said with both its decisions. */
static void
test_explain_changed_target (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbExplanation) need = NULL;

  vb_document_set_target (fixture->document, vb_unit_get_id (fixture->ward_a), VB_MEASURE_OCCUPANCY,
                          VB_CARE_TYPE_NONE, vb_day_from_ymd (2024, 6, 16), 0.75, "the board",
                          &error);
  g_assert_no_error (error);
  need = explain (fixture, fixture->ward_a, "need_beds");
  g_assert_cmpstr (find_input (need, "target occupancy")->source, ==,
                   "90.0% (nothing is decided: the document’s default), later 75.0% (decided by the"
                   " board), weighted by days");
}

/* The engine's figure, the words beside it and what a slider shows are about the same target,
 * whatever care the ward gives and whoever decided. */
static void
test_one_target (Fixture *fixture, gconstpointer data)
{
  static const VbCareType types[] = { VB_CARE_TYPE_NONE, VB_CARE_TYPE_SOMATIC,
                                      VB_CARE_TYPE_GERIATRIC, VB_CARE_TYPE_ICU,
                                      VB_CARE_TYPE_PSYCHIATRIC };
  const gint64 hospital = vb_unit_get_id (fixture->hospital);
  const gint64 ward = vb_unit_get_id (fixture->ward_a);
  const gint64 deciders[] = { 0, hospital, ward };
  const guint n = G_N_ELEMENTS (types) * G_N_ELEMENTS (deciders);
  VbPeriod june = { VB_GRAIN_MONTH, vb_day_from_ymd (2024, 6, 1) };
  g_autoptr (GError) error = NULL;

  wait_for_need (fixture->planner, VB_GRAIN_MONTH);
  for (guint of = 0; of < G_N_ELEMENTS (types); of++)
    {
      vb_document_begin_group (fixture->document);
      g_assert_true (vb_document_set_unit_care_type (fixture->document, ward, types[of], &error));
      /* Each of the decisions once, far ones and near ones in turn. */
      for (guint i = 0; i < n; i++)
        {
          guint at = (i * 7 + of) % n;
          g_autofree char *by = g_strdup_printf ("board %u", i);
          g_autoptr (VbExplanation) explanation = NULL;
          const VbNeedFigures *figures;
          VbTargetInForce found;

          g_assert_true (vb_document_set_target (
              fixture->document, deciders[at / G_N_ELEMENTS (types)], VB_MEASURE_OCCUPANCY,
              types[at % G_N_ELEMENTS (types)], VB_DAY_NONE, 0.8 + i / 100.0, by, &error));
          g_assert_no_error (error);
          wait_until_idle (fixture->planner);
          explanation = vb_planner_explain (fixture->planner, fixture->ward_a,
                                            vb_care_type_get_group (types[of]), june, "need_beds");
          figures = need_of (fixture->planner, fixture->ward_a, VB_GRAIN_MONTH, 2024, 6, 1);
          found = vb_document_find_target (fixture->document, fixture->ward_a, VB_CARE_GROUP_NONE,
                                           june.start);
          g_assert_cmpfloat (found.value, ==, figures->target_occupancy);
          assert_contains (find_input (explanation, "target occupancy")->source,
                           found.target != NULL ? vb_target_get_decided_by (found.target)
                                                : "nothing is decided");
        }
      vb_document_end_group (fixture->document);
      g_assert_true (vb_document_undo (fixture->document, &error));
    }
}

static void
test_explain_parent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbExplanation) need = explain (fixture, fixture->hospital, "need_beds");
  g_autoptr (VbExplanation) gap = explain (fixture, fixture->hospital, "gap_beds");

  g_assert_cmpstr (vb_explanation_get_numbers (need), ==, "540 ÷ (30 × 90.0%) = 20");
  assert_contains (find_input (need, "occupied bed days")->source, "2 units");
  assert_contains (find_input (need, "target occupancy")->source, "weighted");
  g_assert_cmpstr (vb_explanation_get_title (gap), ==, "Where does +10 come from?");
  g_assert_cmpstr (vb_explanation_get_numbers (gap), ==, "30.0 − 20.0 = +10.0");
}

/* Patients of A who lie elsewhere count for A. */
static void
test_explain_outliers (Fixture *fixture, gconstpointer data)
{
  VbDay first = vb_day_from_ymd (2024, 6, 1), last = vb_day_from_ymd (2024, 6, 30);
  g_autoptr (VbExplanation) need = NULL;

  take_days (fixture->document, "A", VB_MEASURE_OUTLIERS_OUT, first, last, 2);
  take_days (fixture->document, "A", VB_MEASURE_OUTLIERS_IN, first, last, 1);
  need = explain (fixture, fixture->ward_a, "need_beds");
  g_assert_cmpstr (vb_explanation_get_numbers (need), ==, "(270 + 30) ÷ (30 × 90.0%) = 11.1");
  assert_contains (find_input (need, "bed days of own patients in other wards")->source,
                   "more.csv");
}

static void
test_explain_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbExplanation) occupancy = explain (fixture, fixture->ward_a, "occupancy");
  g_autoptr (VbExplanation) available = explain (fixture, fixture->ward_a, "available_beds");
  g_autoptr (VbExplanation) bed_days = explain (fixture, fixture->ward_a, "bed_days");

  g_assert_cmpstr (vb_explanation_get_title (occupancy), ==, "Where does 90.0% come from?");
  g_assert_cmpstr (vb_explanation_get_numbers (occupancy), ==, "270 ÷ (10.0 × 30) = 90.0%");
  assert_contains (find_input (available, "available beds")->source, "beds.csv");
  g_assert_cmpstr (vb_explanation_get_numbers (bed_days), ==, "9.0 × 30 = 270");
}

/* How B's need is explained in each grain, by its own table, whenever one of them is new. */
typedef struct
{
  Fixture *fixture;
  char *before[VB_N_GRAINS];
  guint n_compared;
} Retold;

static char *
explain_b (Fixture *fixture, VbGrain grain)
{
  VbPeriod period = vb_period_containing (grain, vb_day_from_ymd (2024, 6, 1));
  g_autoptr (VbExplanation) explanation = vb_planner_explain (
      fixture->planner, fixture->ward_b, VB_CARE_GROUP_NONE, period, "need_beds");

  return g_strconcat (vb_explanation_get_numbers (explanation), "; ",
                      vb_explanation_get_input (explanation, 0)->source, NULL);
}

static void
on_need_changed (VbPlanner *planner, int changed, Retold *retold)
{
  for (int grain = VB_GRAIN_MONTH; grain <= VB_GRAIN_YEAR; grain++)
    if (retold->before[grain] != NULL)
      {
        g_autofree char *now = explain_b (retold->fixture, (VbGrain) grain);

        g_assert_cmpstr (now, ==, retold->before[grain]);
        retold->n_compared++;
      }
}

/* A table that is not new yet is explained by what it was made from. */
static void
test_explain_old_table (Fixture *fixture, gconstpointer data)
{
  VbDay first = vb_day_from_ymd (2024, 6, 1), last = vb_day_from_ymd (2024, 6, 30);
  g_autoptr (GError) error = NULL;
  Retold retold = { .fixture = fixture };

  take_days (fixture->document, "A", VB_MEASURE_OUTLIERS_OUT, first, last, 1);
  take_days (fixture->document, "B", VB_MEASURE_OUTLIERS_OUT, first, last, 2);
  take_days (fixture->document, "B", VB_MEASURE_OUTLIERS_IN, first, last, 0);
  wait_for_need (fixture->planner, VB_GRAIN_YEAR);
  wait_for_need (fixture->planner, VB_GRAIN_MONTH);
  retold.before[VB_GRAIN_MONTH] = explain_b (fixture, VB_GRAIN_MONTH);
  retold.before[VB_GRAIN_YEAR] = explain_b (fixture, VB_GRAIN_YEAR);
  assert_contains (retold.before[VB_GRAIN_MONTH], "+ 60");
  g_signal_connect (fixture->planner, "need-changed", G_CALLBACK (on_need_changed), &retold);
  vb_document_remove_unit (fixture->document, vb_unit_get_id (fixture->ward_a), &error);
  g_assert_no_error (error);
  wait_until_idle (fixture->planner);
  g_assert_cmpuint (retold.n_compared, >=, 4);
  for (int grain = 0; grain < VB_N_GRAINS; grain++)
    g_free (retold.before[grain]);
}

/* What an import told that was taken back since is not said to be typed. */
static void
test_explain_taken_back (Fixture *fixture, gconstpointer data)
{
  VbDay first = vb_day_from_ymd (2025, 6, 1), last = vb_day_from_ymd (2025, 6, 30);
  VbPeriod june = { VB_GRAIN_MONTH, first };
  GListModel *imports = vb_document_get_imports (fixture->document);
  g_autoptr (VbExplanation) explanation = NULL;
  g_autoptr (GObject) import = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  take_days (fixture->document, "A", VB_MEASURE_OCCUPIED_BEDS, first, last, 9);
  wait_for_need (fixture->planner, VB_GRAIN_MONTH);
  import = g_list_model_get_item (imports, 0);
  g_object_get (import, "id", &id, NULL);
  g_assert_true (vb_document_take_back_import (fixture->document, id, &error));
  g_assert_no_error (error);
  /* The table has not followed yet. */
  explanation =
      vb_planner_explain (fixture->planner, fixture->ward_a, VB_CARE_GROUP_NONE, june, "need_beds");
  g_assert_cmpstr (find_input (explanation, "occupied bed days")->source, ==, NULL);
  wait_until_idle (fixture->planner);
}

static void
test_explain_missing (Fixture *fixture, gconstpointer data)
{
  VbPeriod august = { VB_GRAIN_MONTH, vb_day_from_ymd (2024, 8, 1) };
  g_autoptr (VbExplanation) explanation = NULL;

  wait_for_need (fixture->planner, VB_GRAIN_MONTH);
  explanation = vb_planner_explain (fixture->planner, fixture->ward_b, VB_CARE_GROUP_NONE, august,
                                    "need_beds");
  g_assert_cmpstr (vb_explanation_get_title (explanation), ==, "Why is there no figure?");
  assert_contains (vb_explanation_get_note (explanation), "B");
  g_assert_cmpuint (vb_explanation_get_n_inputs (explanation), ==, 0);
}

static void
test_risk_curve (Fixture *fixture, gconstpointer data)
{
  g_autofree VbCurvePoint *risk = vb_planner_trace_risk (10, 1, 14, 18);

  g_assert_cmpfloat (risk[0].x, ==, 14);
  g_assert_cmpfloat (risk[4].y, <, risk[0].y);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/document/planner-words/attention", test_attention },
    { "/document/planner-words/attention-order", test_attention_order },
    { "/document/planner-words/attention-of-whole", test_attention_of_whole },
    { "/document/planner-words/explain-need", test_explain_need },
    { "/document/planner-words/explain-parent", test_explain_parent },
    { "/document/planner-words/explain-changed-target", test_explain_changed_target },
    { "/document/planner-words/one-target", test_one_target },
    { "/document/planner-words/explain-outliers", test_explain_outliers },
    { "/document/planner-words/explain-others", test_explain_others },
    { "/document/planner-words/explain-old-table", test_explain_old_table },
    { "/document/planner-words/explain-taken-back", test_explain_taken_back },
    { "/document/planner-words/explain-missing", test_explain_missing },
    { "/document/planner-words/risk-curve", test_risk_curve },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, planner_fixture_set_up, tests[i].run,
                planner_fixture_tear_down);

  return g_test_run ();
}
