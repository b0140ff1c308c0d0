/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units fill in their self-assessments apart, and a region gathers them. */
#include "document-fixture.h"
#include "ladder-fixture.h"
#include "vb-document-gather.h"

#define DAY vb_day_from_ymd (2026, 3, 2)

typedef struct
{
  VbDocument *region;
  VbDocument *ward; /* made from the region's tree, and filled in */
  gint64 unit;
  gint64 id; /* the ward's assessment, with an answer and a wanted step */
} Fixture;

static VbDocument *
copy_document (VbDocument *document)
{
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GError) error = NULL;
  VbDocument *copy;

  save_as (document, file);
  copy = vb_document_open (file, NULL, &error);
  g_assert_no_error (error);
  return copy;
}

static void
close_document (VbDocument *document)
{
  vb_document_close (document);
  g_object_unref (document);
}

static void
answer (VbDocument *document, gint64 id, const char *statement, VbAnswer given)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (vb_document_set_answer (document, id, statement, given, &error));
  g_assert_no_error (error);
}

static void
finish (VbDocument *document, gint64 id)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (vb_document_finish_assessment (document, id, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbLadder) ladder = make_ladder ("own", "1", 2, 3);
  g_autoptr (GError) error = NULL;

  fixture->region = new_document ();
  fixture->unit = add_unit (fixture->region, 0, VB_UNIT_WARD, "Medicin", NULL);
  fixture->ward = copy_document (fixture->region);
  fixture->id = vb_document_start_assessment (fixture->ward, fixture->unit, ladder,
                                              VB_ROLE_GROUP_NURSES, DAY, 9, &error);
  g_assert_no_error (error);
  answer (fixture->ward, fixture->id, "A-2-1", VB_ANSWER_MOSTLY);
  g_assert_true (vb_document_set_wanted_step (fixture->ward, fixture->id, "B", 3, &error));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_document (fixture->region);
  close_document (fixture->ward);
}

/* Returns the file's problem, or its conflicts a line each; owned by the caller. */
static char *
gather (VbDocument *document, VbDocument *other, guint64 *n_taken)
{
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GPtrArray) gathered = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GListModel *conflicts;

  save_as (other, file);
  g_ptr_array_add (files, file);
  gathered = vb_document_gather (document, files, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  if (n_taken != NULL)
    *n_taken = vb_gathered_get_n_taken (gathered->pdata[0]);
  if (vb_gathered_get_problem (gathered->pdata[0]) != NULL)
    return g_strdup (vb_gathered_get_problem (gathered->pdata[0]));
  conflicts = vb_gathered_get_conflicts (gathered->pdata[0]);
  for (guint i = 0; i < g_list_model_get_n_items (conflicts); i++)
    {
      g_autoptr (VbDifference) conflict = g_list_model_get_item (conflicts, i);
      const VbDifferenceFields *fields = vb_difference_get_fields (conflict);

      g_string_append_printf (text, "%s|%s|%s|%s|%s\n", fields->table, fields->unit, fields->what,
                              fields->ours, fields->theirs);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_gather (VbDocument *document, VbDocument *other, guint64 n_taken, const char *expected)
{
  guint64 n = 0;
  g_autofree char *said = gather (document, other, &n);

  g_assert_cmpstr (said, ==, expected);
  g_assert_cmpuint (n, ==, n_taken);
}

static VbAssessment *
get (VbDocument *document, gint64 id)
{
  return vb_document_get_assessment (document, id);
}

/* The ladder comes along, the way back takes both, and once more changes nothing. */
static void
test_take (Fixture *fixture, gconstpointer data)
{
  g_autofree char *said = gather (fixture->region, fixture->ward, NULL);

  g_assert_cmpstr (said, ==, "");
  g_assert_true (
      vb_assessment_equal (get (fixture->region, fixture->id), get (fixture->ward, fixture->id)));
  undo (fixture->region);
  g_assert_null (get (fixture->region, fixture->id));
  g_assert_null (vb_document_find_ladder (fixture->region, "own", "1"));
  redo (fixture->region);
  g_assert_nonnull (vb_document_find_ladder (fixture->region, "own", "1"));
  assert_gather (fixture->region, fixture->ward, 0, "");
}

/* Both are drafts: what is new is taken, what differs is told. */
static void
test_drafts (Fixture *fixture, gconstpointer data)
{
  g_free (gather (fixture->region, fixture->ward, NULL));
  answer (fixture->region, fixture->id, "A-2-1", VB_ANSWER_NO);
  answer (fixture->ward, fixture->id, "A-2-2", VB_ANSWER_YES);
  assert_gather (fixture->region, fixture->ward, 1,
                 "answer|Medicin|nurses 2026-03-02 A-2-1 answer|no|mostly\n");
  g_assert_cmpint (vb_assessment_get_answer (get (fixture->region, fixture->id), "A-2-1"), ==,
                   VB_ANSWER_NO);
  g_assert_cmpint (vb_assessment_get_answer (get (fixture->region, fixture->id), "A-2-2"), ==,
                   VB_ANSWER_YES);
}

/* What is done since goes before the draft that was gathered earlier; what the draft said is told.
 */
static void
test_done_since (Fixture *fixture, gconstpointer data)
{
  g_free (gather (fixture->region, fixture->ward, NULL));
  answer (fixture->ward, fixture->id, "A-2-1", VB_ANSWER_YES);
  answer (fixture->ward, fixture->id, "B-3-3", VB_ANSWER_NO);
  finish (fixture->ward, fixture->id);
  assert_gather (fixture->region, fixture->ward, 3,
                 "answer|Medicin|nurses 2026-03-02 A-2-1 answer|yes|mostly\n");
  g_assert_true (
      vb_assessment_equal (get (fixture->region, fixture->id), get (fixture->ward, fixture->id)));
  assert_gather (fixture->region, fixture->ward, 0, "");
}

/* What is done here stays as it is. */
static void
test_done_here (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbDocument) before = NULL;

  g_free (gather (fixture->region, fixture->ward, NULL));
  finish (fixture->region, fixture->id);
  before = copy_document (fixture->region);
  answer (fixture->ward, fixture->id, "A-2-1", VB_ANSWER_YES);
  answer (fixture->ward, fixture->id, "A-2-2", VB_ANSWER_NO);
  assert_gather (fixture->region, fixture->ward, 0,
                 "answer|Medicin|nurses 2026-03-02 A-2-1 answer|mostly|yes\n"
                 "answer|Medicin|nurses 2026-03-02 A-2-2|(null)|no\n");
  g_assert_true (
      vb_assessment_equal (get (fixture->region, fixture->id), get (before, fixture->id)));
  g_assert_false (vb_document_get_modified (fixture->region));
  vb_document_close (before);
}

/* Another text under the same id and version would give old answers another meaning. */
static void
test_other_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbLadder) odd = make_other_ladder ("own", "1", 2, 3);
  g_autoptr (GError) error = NULL;

  g_assert_true (vb_document_add_ladder (fixture->region, odd, &error));
  g_assert_no_error (error);
  assert_gather (fixture->region, fixture->ward, 0,
                 "A ladder has another text here under the same id and version");
  g_assert_null (get (fixture->region, fixture->id));
}

/* A new version stands beside the old one. */
static void
test_versions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbLadder) second = make_other_ladder ("own", "2", 2, 3);
  g_autoptr (GError) error = NULL;
  gint64 id = vb_document_start_assessment (fixture->region, fixture->unit, second,
                                            VB_ROLE_GROUP_NURSES, DAY, 9, &error);

  g_assert_no_error (error);
  g_free (gather (fixture->region, fixture->ward, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (vb_document_get_assessments (fixture->region)), ==,
                    2);
  g_assert_cmpstr (vb_ladder_get_version (vb_assessment_get_ladder (get (fixture->region, id))), ==,
                   "2");
  g_assert_cmpstr (
      vb_ladder_get_version (vb_assessment_get_ladder (get (fixture->region, fixture->id))), ==,
      "1");
}

#define ADD(name, test)                                                                            \
  g_test_add ("/document/gather-assessments/" name, Fixture, NULL, set_up, test, tear_down)

static void
type_evidence (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (vb_document_set_evidence (fixture->ward, fixture->id, "A-2-1", text, &error));
  g_assert_no_error (error);
}

/* What is typed after a gathering is a step of its own, though it was begun before. */
static void
test_typed_across (Fixture *fixture, gconstpointer data)
{
  g_autofree char *said = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  add_unit (fixture->region, 0, VB_UNIT_WARD, "Kirurgi", NULL);
  type_evidence (fixture, "a");
  said = gather (fixture->ward, fixture->region, NULL);
  type_evidence (fixture, "ab");
  g_assert_true (vb_document_undo (fixture->ward, &error));
  g_assert_cmpuint (vb_document_get_n_units (fixture->ward), ==, 2);
  g_object_get (fixture->ward, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Undo gathering of 1 file");
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);
  ADD ("take", test_take);
  ADD ("drafts", test_drafts);
  ADD ("done-since", test_done_since);
  ADD ("done-here", test_done_here);
  ADD ("other-text", test_other_text);
  ADD ("versions", test_versions);
  ADD ("typed-across", test_typed_across);
  return test_run ();
}
