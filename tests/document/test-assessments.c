/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Self-assessments through the one door: what they take and refuse, and the way back. */
#include "document-fixture.h"
#include "ladder-fixture.h"

#define DAY vb_day_from_ymd (2026, 3, 2)

typedef struct
{
  VbDocument *document;
  VbLadder *ladder;
  gint64 hospital;
  gint64 ward;
  gint64 id; /* a draft of the ward */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->document = new_document ();
  fixture->ladder = make_ladder ("own", "1", 3, 5);
  fixture->hospital = add_unit (fixture->document, 0, VB_UNIT_HOSPITAL, "Hospital", NULL);
  fixture->ward = add_unit (fixture->document, fixture->hospital, VB_UNIT_WARD, "Ward 3", NULL);
  fixture->id = vb_document_start_assessment (fixture->document, fixture->ward, fixture->ladder,
                                              VB_ROLE_GROUP_MANAGEMENT, DAY, 6, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture->id, >, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  vb_document_close (fixture->document);
  g_object_unref (fixture->document);
  g_object_unref (fixture->ladder);
}

static void
answer (Fixture *fixture, const char *statement, VbAnswer given)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (vb_document_set_answer (fixture->document, fixture->id, statement, given, &error));
  g_assert_no_error (error);
}

static void
write_evidence (Fixture *fixture, const char *statement, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      vb_document_set_evidence (fixture->document, fixture->id, statement, text, &error));
  g_assert_no_error (error);
}

static VbAssessment *
get (Fixture *fixture)
{
  return vb_document_get_assessment (fixture->document, fixture->id);
}

/* ---- ladders --------------------------------------------------------------------------------- */

static void
test_ladder_comes_along (Fixture *fixture, gconstpointer data)
{
  GListModel *ladders = vb_document_get_ladders (fixture->document);
  VbLadder *stored = vb_document_find_ladder (fixture->document, "own", "1");

  g_assert_cmpuint (g_list_model_get_n_items (ladders), ==, 1);
  g_assert_true (vb_ladder_equal (stored, fixture->ladder));
  g_assert_true (vb_assessment_get_ladder (get (fixture)) == stored);
  g_assert_true (vb_document_get_ladder (fixture->document, vb_ladder_make_id ("own", "1"))
                 == stored);
  g_assert_null (vb_document_find_ladder (fixture->document, "own", "2"));

  /* One step for both. */
  undo (fixture->document);
  g_assert_cmpuint (g_list_model_get_n_items (ladders), ==, 0);
  g_assert_null (get (fixture));
  redo (fixture->document);
  g_assert_true (vb_ladder_equal (vb_assessment_get_ladder (get (fixture)), fixture->ladder));
}

static void
test_ladder_never_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbLadder) other = make_other_ladder ("own", "1", 3, 5);
  g_autoptr (VbLadder) second = make_other_ladder ("own", "2", 3, 5);
  g_autoptr (GError) error = NULL;

  g_assert_false (vb_ladder_equal (other, fixture->ladder));
  g_assert_false (vb_document_add_ladder (fixture->document, other, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (vb_document_start_assessment (fixture->document, fixture->ward, other,
                                                 VB_ROLE_GROUP_NURSES, DAY, 6, &error),
                   ==, 0);
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (vb_document_add_ladder (fixture->document, fixture->ladder, &error));
  g_assert_true (vb_document_add_ladder (fixture->document, second, &error));
  g_assert_cmpuint (g_list_model_get_n_items (vb_document_get_ladders (fixture->document)), ==, 2);

  g_assert_false (
      vb_document_remove_ladder (fixture->document, vb_ladder_make_id ("own", "1"), &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (
      vb_document_remove_ladder (fixture->document, vb_ladder_make_id ("own", "2"), &error));
  g_assert_false (
      vb_document_remove_ladder (fixture->document, vb_ladder_make_id ("own", "2"), &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  undo (fixture->document);
  g_assert_true (vb_ladder_equal (vb_document_find_ladder (fixture->document, "own", "2"), second));
}

/* ---- assessments ----------------------------------------------------------------------------- */

static void
test_start (Fixture *fixture, gconstpointer data)
{
  VbAssessment *assessment = get (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (vb_assessment_get_unit_id (assessment), ==, fixture->ward);
  g_assert_cmpint (vb_assessment_get_role (assessment), ==, VB_ROLE_GROUP_MANAGEMENT);
  g_assert_cmpint (vb_assessment_get_day (assessment), ==, DAY);
  g_assert_cmpuint (vb_assessment_get_participants (assessment), ==, 6);
  g_assert_cmpint (vb_assessment_get_state (assessment), ==, VB_ASSESSMENT_DRAFT);
  g_assert_cmpuint (vb_assessment_get_n_answered (assessment), ==, 0);
  g_assert_null (vb_assessment_get_current_area (assessment));

  g_assert_cmpint (vb_document_start_assessment (fixture->document, 4711, fixture->ladder,
                                                 VB_ROLE_GROUP_NURSES, DAY, 6, &error),
                   ==, 0);
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (vb_document_start_assessment (fixture->document, fixture->ward, fixture->ladder,
                                                 VB_ROLE_GROUP_NURSES, DAY, 0, &error),
                   ==, 0);
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (vb_document_start_assessment (fixture->document, fixture->ward, fixture->ladder,
                                                 VB_ROLE_GROUP_NURSES, VB_DAY_NONE, 6, &error),
                   ==, 0);
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
}

static void
on_answer_changed (VbAssessment *assessment, const char *statement, GString *heard)
{
  g_string_append_printf (heard, "%s ", statement);
}

static void
test_answer (Fixture *fixture, gconstpointer data)
{
  VbAssessment *assessment = get (fixture);
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (GString) heard_one = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_signal_connect (assessment, "answer-changed", G_CALLBACK (on_answer_changed), heard);
  g_signal_connect (assessment, "answer-changed::A-3-1", G_CALLBACK (on_answer_changed), heard_one);
  answer (fixture, "A-2-1", VB_ANSWER_YES);
  answer (fixture, "A-3-1", VB_ANSWER_PARTLY);
  answer (fixture, "A-3-1", VB_ANSWER_PARTLY);
  g_assert_cmpstr (heard->str, ==, "A-2-1 A-3-1 ");
  g_assert_cmpstr (heard_one->str, ==, "A-3-1 ");
  g_assert_cmpint (vb_assessment_get_answer (assessment, "A-2-1"), ==, VB_ANSWER_YES);
  g_assert_cmpuint (vb_assessment_get_n_answered (assessment), ==, 2);

  undo (fixture->document);
  g_assert_cmpint (vb_assessment_get_answer (assessment, "A-3-1"), ==, VB_ANSWER_NONE);
  g_assert_cmpint (vb_assessment_get_answer (assessment, "A-2-1"), ==, VB_ANSWER_YES);
  redo (fixture->document);
  g_assert_cmpint (vb_assessment_get_answer (assessment, "A-3-1"), ==, VB_ANSWER_PARTLY);
  answer (fixture, "A-2-1", VB_ANSWER_NOT_RELEVANT);
  answer (fixture, "A-2-1", VB_ANSWER_NONE);
  g_assert_cmpuint (vb_assessment_get_n_answered (assessment), ==, 1);

  g_assert_false (
      vb_document_set_answer (fixture->document, fixture->id, "Z-9", VB_ANSWER_YES, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (vb_document_set_answer (fixture->document, 1, "A-2-1", VB_ANSWER_YES, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
}

/* What is typed is one step, until something else is done. */
static void
test_typing (Fixture *fixture, gconstpointer data)
{
  VbAssessment *assessment = get (fixture);

  write_evidence (fixture, "A-2-1", "Min");
  write_evidence (fixture, "A-2-1", "Minutes ");
  write_evidence (fixture, "A-2-1", "Minutes of May");
  undo (fixture->document);
  g_assert_null (vb_assessment_get_evidence (assessment, "A-2-1"));
  redo (fixture->document);
  g_assert_cmpstr (vb_assessment_get_evidence (assessment, "A-2-1"), ==, "Minutes of May");
  write_evidence (fixture, "A-2-1", "Minutes of June");
  undo (fixture->document);
  g_assert_cmpstr (vb_assessment_get_evidence (assessment, "A-2-1"), ==, "Minutes of May");

  answer (fixture, "A-2-1", VB_ANSWER_YES);
  write_evidence (fixture, "A-2-2", "Plan");
  /* Taken back whole: the step before must not grow. */
  write_evidence (fixture, "A-2-2", "  ");
  write_evidence (fixture, "A-2-2", NULL);
  write_evidence (fixture, "A-2-2", "Plan 2");
  undo (fixture->document);
  g_assert_null (vb_assessment_get_evidence (assessment, "A-2-2"));
  g_assert_cmpint (vb_assessment_get_answer (assessment, "A-2-1"), ==, VB_ANSWER_YES);
  undo (fixture->document);
  g_assert_cmpint (vb_assessment_get_answer (assessment, "A-2-1"), ==, VB_ANSWER_NONE);
  g_assert_cmpstr (vb_assessment_get_evidence (assessment, "A-2-1"), ==, "Minutes of May");
}

static void
test_areas (Fixture *fixture, gconstpointer data)
{
  VbDocument *document = fixture->document;
  const VbAssessmentArea *area;
  g_autoptr (GError) error = NULL;
  VbDay by = vb_day_from_ymd (2027, 1, 1);

  g_assert_true (vb_document_set_wanted_step (document, fixture->id, "B", 4, &error));
  g_assert_true (vb_document_set_area_comment (document, fixture->id, "B", "Soon\nnow", &error));
  g_assert_true (
      vb_document_set_area_plan (document, fixture->id, "B", 2, "Head of unit", by, &error));
  g_assert_no_error (error);
  area = vb_assessment_get_area (get (fixture), "B");
  g_assert_cmpuint (area->wanted_step, ==, 4);
  g_assert_cmpstr (area->comment, ==, "Soon\nnow");
  g_assert_cmpuint (area->priority, ==, 2);
  g_assert_cmpstr (area->owner_role, ==, "Head of unit");
  g_assert_cmpint (area->by, ==, by);
  undo (document);
  undo (document);
  area = vb_assessment_get_area (get (fixture), "B");
  g_assert_cmpuint (area->wanted_step, ==, 4);
  g_assert_null (area->comment);
  g_assert_cmpint (area->by, ==, VB_DAY_NONE);

  g_assert_false (vb_document_set_wanted_step (document, fixture->id, "B", 6, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (vb_document_set_area_comment (document, fixture->id, "Q", "x", &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (vb_document_set_area_comment (document, fixture->id, "A", "\xff", &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
}

static void
test_finish (Fixture *fixture, gconstpointer data)
{
  VbDocument *document = fixture->document;
  g_autoptr (GError) error = NULL;

  g_assert_true (vb_document_set_assessment_note (document, fixture->id, "Calm day", &error));
  g_assert_true (vb_document_set_assessment_facts (document, fixture->id, VB_ROLE_GROUP_PLANNERS,
                                                   DAY + 1, 8, &error));
  g_assert_true (vb_document_finish_assessment (document, fixture->id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (vb_assessment_get_state (get (fixture)), ==, VB_ASSESSMENT_DONE);
  g_assert_cmpint (vb_assessment_get_role (get (fixture)), ==, VB_ROLE_GROUP_PLANNERS);
  g_assert_cmpint (vb_assessment_get_day (get (fixture)), ==, DAY + 1);
  g_assert_cmpuint (vb_assessment_get_participants (get (fixture)), ==, 8);
  g_assert_cmpstr (vb_assessment_get_note (get (fixture)), ==, "Calm day");

  g_assert_false (vb_document_set_answer (document, fixture->id, "A-2-1", VB_ANSWER_YES, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (vb_document_set_assessment_facts (document, fixture->id, VB_ROLE_GROUP_PLANNERS,
                                                    DAY, 8, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (vb_document_reopen_assessment (document, fixture->id, &error));
  answer (fixture, "A-2-1", VB_ANSWER_YES);
}

/* Where it was left is kept, and is neither a step nor a change. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  VbDocument *document = fixture->document;
  g_autoptr (GFile) file = new_file ();
  g_autoptr (VbDocument) again = NULL;
  g_autoptr (GError) error = NULL;

  save_as (document, file);
  g_assert_true (vb_document_set_current_area (document, fixture->id, "C", &error));
  g_assert_false (vb_document_get_modified (document));
  g_assert_cmpstr (vb_assessment_get_current_area (get (fixture)), ==, "C");
  g_assert_false (vb_document_set_current_area (document, fixture->id, "Q", &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  answer (fixture, "A-2-1", VB_ANSWER_YES);
  undo (document);
  undo (document);
  redo (document);
  g_assert_cmpstr (vb_assessment_get_current_area (get (fixture)), ==, "C");
  save_as (document, file);
  again = vb_document_open (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vb_assessment_get_current_area (vb_document_get_assessment (again, fixture->id)),
                   ==, "C");
  g_assert_true (vb_document_set_current_area (document, fixture->id, NULL, &error));
  g_assert_null (vb_assessment_get_current_area (get (fixture)));
  vb_document_close (again);
}

static void
fill (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  answer (fixture, "A-2-1", VB_ANSWER_YES);
  answer (fixture, "C-5-3", VB_ANSWER_NOT_RELEVANT);
  write_evidence (fixture, "B-3-2", "Räkna");
  g_assert_true (vb_document_set_wanted_step (fixture->document, fixture->id, "A", 3, &error));
  g_assert_no_error (error);
}

static void
assert_filled (VbAssessment *assessment)
{
  g_assert_cmpint (vb_assessment_get_answer (assessment, "A-2-1"), ==, VB_ANSWER_YES);
  g_assert_cmpint (vb_assessment_get_answer (assessment, "C-5-3"), ==, VB_ANSWER_NOT_RELEVANT);
  g_assert_cmpint (vb_assessment_get_answer (assessment, "B-3-2"), ==, VB_ANSWER_NONE);
  g_assert_cmpstr (vb_assessment_get_evidence (assessment, "B-3-2"), ==, "Räkna");
  g_assert_cmpuint (vb_assessment_get_n_answered (assessment), ==, 2);
  g_assert_cmpuint (vb_assessment_get_area (assessment, "A")->wanted_step, ==, 3);
}

/* Removed by itself, or with its unit, and back. */
static void
test_remove (Fixture *fixture, gconstpointer data)
{
  VbDocument *document = fixture->document;
  GListModel *assessments = vb_document_get_assessments (document);
  g_autoptr (GError) error = NULL;

  fill (fixture);
  g_assert_true (vb_document_remove_assessment (document, fixture->id, &error));
  g_assert_null (get (fixture));
  g_assert_cmpuint (g_list_model_get_n_items (assessments), ==, 0);
  g_assert_false (vb_document_remove_assessment (document, fixture->id, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  undo (document);
  assert_filled (get (fixture));
  g_assert_true (vb_document_remove_unit (document, fixture->hospital, &error));
  g_assert_null (get (fixture));
  undo (document);
  assert_filled (get (fixture));
  g_assert_cmpuint (g_list_model_get_n_items (assessments), ==, 1);
}

/* A unit that an import made stays when the import is taken back, if somebody has said something
 * about it. */
static void
test_imported_unit (Fixture *fixture, gconstpointer data)
{
  VbDocument *document = fixture->document;
  g_autoptr (VbBatch) batch = vb_batch_new ();
  g_autoptr (GError) error = NULL;
  VbTaken taken;
  gint64 assessed;
  gint64 id;

  vb_batch_add_unit (batch, -1, VB_UNIT_WARD, "Assessed", NULL);
  vb_batch_add_unit (batch, -1, VB_UNIT_WARD, "Silent", NULL);
  for (guint unit = 0; unit < 2; unit++)
    vb_batch_add_observation (batch, unit, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_DAY, DAY, 20,
                              VB_PROVENANCE_REPORTED, unit);
  vb_batch_set_source (batch, "beds.csv", NULL, NULL, NULL);
  vb_batch_finish (batch);
  taken = take (document, batch);
  assessed = vb_unit_get_id (vb_document_find_unit (document, "Assessed", &error));
  id = vb_document_start_assessment (document, assessed, fixture->ladder, VB_ROLE_GROUP_NURSES, DAY,
                                     6, &error);
  g_assert_true (vb_document_take_back_import (document, taken.import_id, &error));
  g_assert_no_error (error);
  g_assert_nonnull (vb_document_get_unit (document, assessed));
  g_assert_nonnull (vb_document_get_assessment (document, id));
  g_assert_null (vb_document_find_unit (document, "Silent", NULL));
  undo (document);
  undo (document);
  undo (document);
  g_assert_null (vb_document_get_unit (document, assessed));
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = new_file ();
  g_autoptr (VbDocument) again = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  g_assert_true (vb_document_set_smallest_group (fixture->document, 3, &error));
  save_as (fixture->document, file);
  again = vb_document_open (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (
      vb_assessment_equal (vb_document_get_assessment (again, fixture->id), get (fixture)));
  assert_filled (vb_document_get_assessment (again, fixture->id));
  g_assert_cmpuint (vb_document_get_smallest_group (again), ==, 3);
  g_assert_false (vb_document_set_smallest_group (again, 0, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  vb_document_close (again);
}

/* The latest first, and the same objects while they are there. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  VbDocument *document = fixture->document;
  GListModel *assessments = vb_document_get_assessments (document);
  VbAssessment *first = get (fixture);
  g_autoptr (GError) error = NULL;
  gint64 later = vb_document_start_assessment (document, fixture->hospital, fixture->ladder,
                                               VB_ROLE_GROUP_NURSES, DAY + 10, 20, &error);
  g_autoptr (VbAssessment) item = g_list_model_get_item (assessments, 0);

  g_assert_cmpint (vb_assessment_get_id (item), ==, later);
  g_assert_true (get (fixture) == first);
  g_assert_true (vb_document_set_assessment_facts (document, fixture->id, VB_ROLE_GROUP_NURSES,
                                                   DAY + 20, 5, &error));
  g_clear_object (&item);
  item = g_list_model_get_item (assessments, 0);
  g_assert_true (item == first);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/document/assessments/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);
  ADD ("ladder/comes-along", test_ladder_comes_along);
  ADD ("ladder/never-changes", test_ladder_never_changes);
  ADD ("start", test_start);
  ADD ("answer", test_answer);
  ADD ("typing", test_typing);
  ADD ("areas", test_areas);
  ADD ("finish", test_finish);
  ADD ("place", test_place);
  ADD ("remove", test_remove);
  ADD ("imported-unit", test_imported_unit);
  ADD ("save", test_save);
  ADD ("order", test_order);
  return test_run ();
}
