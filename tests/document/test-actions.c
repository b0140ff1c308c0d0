/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions, focus areas with their measures, and dialogues through the one door. */
#include "document-fixture.h"
#include "ladder-fixture.h"
#include "vb-document-actions.h"

#define DAY vb_day_from_ymd (2026, 3, 2)

typedef struct
{
  VbDocument *document;
  VbLadder *ladder;
  gint64 ward;
  gint64 assessment;
  gint64 ladder_id;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->document = new_document ();
  fixture->ladder = make_ladder ("own", "1", 2, 3);
  fixture->ladder_id = vb_ladder_make_id ("own", "1");
  fixture->ward = add_unit (fixture->document, 0, VB_UNIT_WARD, "Ward 3", NULL);
  fixture->assessment = vb_document_start_assessment (
      fixture->document, fixture->ward, fixture->ladder, VB_ROLE_GROUP_MANAGEMENT, DAY, 6, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  vb_document_close (fixture->document);
  g_object_unref (fixture->document);
  g_object_unref (fixture->ladder);
}

/* Saves, opens again, and closes what was there before. */
static VbDocument *
reopen (Fixture *fixture)
{
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GError) error = NULL;

  save_as (fixture->document, file);
  vb_document_close (fixture->document);
  g_object_unref (fixture->document);
  fixture->document = vb_document_open (file, NULL, &error);
  g_assert_no_error (error);
  return fixture->document;
}

/* ---- actions --------------------------------------------------------------------------------- */

/* Something in every field; the texts are literals. */
static VbActionFacts
make_action (Fixture *fixture)
{
  VbActionFacts facts = VB_ACTION_FACTS_INIT;

  facts.unit_id = fixture->ward;
  facts.focus_area_id = 3;
  facts.title = (char *) "Fördela om pass";
  facts.description = (char *) "First line\nsecond line ";
  facts.owner_role = (char *) "Head of unit";
  facts.level = VB_PLANNING_LEVEL_TACTICAL;
  facts.status = VB_ACTION_DECIDED;
  facts.side = VB_BALANCE_SIDE_NEED;
  facts.start = DAY;
  facts.due = DAY + 90;
  facts.effect_low = 1;
  facts.effect_base = 2.5;
  facts.effect_high = 4;
  facts.assessment_id = fixture->assessment;
  facts.ladder_id = fixture->ladder_id;
  facts.statement = (char *) "A-2-1";
  return facts;
}

static gint64
add_action (Fixture *fixture, const VbActionFacts *facts)
{
  g_autoptr (GError) error = NULL;
  gint64 id = vb_document_add_action (fixture->document, facts, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static const VbActionFacts *
get_action (Fixture *fixture, gint64 id)
{
  VbAction *action = vb_document_get_action (fixture->document, id);

  return action != NULL ? vb_action_get_facts (action) : NULL;
}

static void
count (gpointer object, gpointer arg, gpointer data)
{
  ++*(guint *) data;
}

static void
test_action (Fixture *fixture, gconstpointer data)
{
  VbActionFacts facts = make_action (fixture);
  VbActionFacts changed = facts;
  gint64 id = add_action (fixture, &facts);
  VbAction *action = vb_document_get_action (fixture->document, id);
  g_autoptr (GError) error = NULL;
  guint n_notified = 0;

  g_assert_true (vb_action_facts_equal (get_action (fixture, id), &facts));
  g_signal_connect (action, "notify::facts", G_CALLBACK (count), &n_notified);
  g_assert_true (vb_document_change_action (fixture->document, id, &facts, &error));
  g_assert_cmpuint (n_notified, ==, 0);
  changed.title = (char *) "  Open four beds ";
  changed.focus_area_id = 0;
  changed.effect_low = (double) NAN;
  g_assert_true (vb_document_change_action (fixture->document, id, &changed, &error));
  g_assert_cmpuint (n_notified, ==, 1);
  changed.title = (char *) "Open four beds";
  g_assert_true (vb_action_facts_equal (get_action (fixture, id), &changed));
  g_assert_true (vb_document_get_action (fixture->document, id) == action);

  undo (fixture->document);
  g_assert_true (vb_action_facts_equal (get_action (fixture, id), &facts));
  redo (fixture->document);
  reopen (fixture);
  g_assert_true (vb_action_facts_equal (get_action (fixture, id), &changed));
  g_assert_true (vb_document_remove_action (fixture->document, id, &error));
  g_assert_null (get_action (fixture, id));
  undo (fixture->document);
  g_assert_true (vb_action_facts_equal (get_action (fixture, id), &changed));
}

static void
assert_refused (Fixture *fixture, const VbActionFacts *facts, VbError code)
{
  g_autoptr (GError) error = NULL;
  guint n = g_list_model_get_n_items (vb_document_get_actions (fixture->document));

  g_assert_cmpint (vb_document_add_action (fixture->document, facts, &error), ==, 0);
  g_assert_error (error, VB_ERROR, (int) code);
  g_assert_cmpuint (g_list_model_get_n_items (vb_document_get_actions (fixture->document)), ==, n);
}

#define REFUSE(field, value, code)                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    VbActionFacts facts_ = make_action (fixture);                                                  \
                                                                                                   \
    facts_.field = value;                                                                          \
    assert_refused (fixture, &facts_, code);                                                       \
  }                                                                                                \
  G_STMT_END

static void
test_action_refused (Fixture *fixture, gconstpointer data)
{
  REFUSE (unit_id, 4711, VB_ERROR_NOT_FOUND);
  REFUSE (focus_area_id, 4711, VB_ERROR_NOT_FOUND);
  REFUSE (title, NULL, VB_ERROR_INVALID);
  REFUSE (title, (char *) " \t", VB_ERROR_INVALID);
  REFUSE (title, (char *) "\xe5", VB_ERROR_INVALID);
  REFUSE (due, DAY - 1, VB_ERROR_INVALID);
  REFUSE (effect_low, 3, VB_ERROR_INVALID);
  REFUSE (effect_base, (double) INFINITY, VB_ERROR_INVALID);
  REFUSE (statement, NULL, VB_ERROR_NOT_FOUND);
  REFUSE (statement, (char *) "Z", VB_ERROR_NOT_FOUND);
  REFUSE (ladder_id, 0, VB_ERROR_NOT_FOUND);
  REFUSE (assessment_id, 4711, VB_ERROR_NOT_FOUND);
}

static void
test_action_status (Fixture *fixture, gconstpointer data)
{
  VbActionFacts facts = make_action (fixture);
  gint64 id = add_action (fixture, &facts);
  g_autoptr (GError) error = NULL;

  g_assert_true (vb_action_facts_is_overdue (get_action (fixture, id), facts.due + 1));
  g_assert_false (vb_action_facts_is_overdue (get_action (fixture, id), facts.due));
  g_assert_true (
      vb_document_set_action_status (fixture->document, id, VB_ACTION_DONE, DAY + 80, &error));
  g_assert_cmpint (get_action (fixture, id)->done, ==, DAY + 80);
  g_assert_false (vb_action_facts_is_overdue (get_action (fixture, id), facts.due + 1));
  g_assert_true (
      vb_document_set_action_status (fixture->document, id, VB_ACTION_UNDER_WAY, DAY, &error));
  g_assert_cmpint (get_action (fixture, id)->done, ==, VB_DAY_NONE);
  undo (fixture->document);
  g_assert_cmpint (get_action (fixture, id)->status, ==, VB_ACTION_DONE);
  g_assert_cmpint (get_action (fixture, id)->done, ==, DAY + 80);
  g_assert_false (
      vb_document_set_action_status (fixture->document, 1, VB_ACTION_DONE, DAY, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
}

/* An action outlives its assessment and its focus area, not its unit. */
static void
test_action_links (Fixture *fixture, gconstpointer data)
{
  VbDocument *document = fixture->document;
  VbActionFacts facts = make_action (fixture);
  VbFocusAreaFacts area = { .name = { (char *) "Eget", NULL } };
  g_autoptr (GError) error = NULL;
  gint64 id;

  facts.focus_area_id = vb_document_add_focus_area (document, &area, &error);
  g_assert_no_error (error);
  id = add_action (fixture, &facts);
  g_assert_true (vb_document_remove_assessment (document, fixture->assessment, &error));
  g_assert_cmpint (get_action (fixture, id)->assessment_id, ==, 0);
  g_assert_cmpstr (get_action (fixture, id)->statement, ==, "A-2-1");
  g_assert_false (vb_document_remove_ladder (document, fixture->ladder_id, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  undo (document);
  g_assert_true (vb_action_facts_equal (get_action (fixture, id), &facts));
  g_assert_true (vb_document_remove_focus_area (document, facts.focus_area_id, &error));
  g_assert_cmpint (get_action (fixture, id)->focus_area_id, ==, 0);
  undo (document);
  g_assert_true (vb_action_facts_equal (get_action (fixture, id), &facts));
  g_assert_true (vb_document_remove_unit (document, fixture->ward, &error));
  g_assert_null (get_action (fixture, id));
  undo (document);
  g_assert_true (vb_action_facts_equal (get_action (fixture, id), &facts));
}

static void
test_action_order (Fixture *fixture, gconstpointer data)
{
  GListModel *actions = vb_document_get_actions (fixture->document);
  static const int dues[] = { 0, 30, 10, 20 };

  for (gsize i = 0; i < G_N_ELEMENTS (dues); i++)
    {
      VbActionFacts facts = make_action (fixture);

      facts.due = dues[i] != 0 ? DAY + dues[i] : VB_DAY_NONE;
      add_action (fixture, &facts);
    }
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (VbAction) action = g_list_model_get_item (actions, i);
      VbDay due = vb_action_get_facts (action)->due;

      g_assert_cmpint (due, ==, i < 3 ? DAY + 10 * ((int) i + 1) : VB_DAY_NONE);
    }
}

/* ---- dialogues ------------------------------------------------------------------------------- */

static const VbDialogueFacts *
get_dialogue (Fixture *fixture, gint64 id)
{
  VbDialogue *dialogue = vb_document_get_dialogue (fixture->document, id);

  return dialogue != NULL ? vb_dialogue_get_facts (dialogue) : NULL;
}

static void
test_dialogue (Fixture *fixture, gconstpointer data)
{
  VbActionFacts action = make_action (fixture);
  gint64 first = add_action (fixture, &action);
  gint64 second = add_action (fixture, &action);
  gint64 given[] = { MAX (first, second), MIN (first, second), MAX (first, second) };
  gint64 kept[] = { MIN (first, second), MAX (first, second) };
  VbDialogueFacts facts = { .unit_id = fixture->ward,
                            .kind = VB_DIALOGUE_NETWORK,
                            .day = DAY,
                            .parties = (char *) "Region, Socialstyrelsen",
                            .topics = (char *) "Beds",
                            .take_aways = (char *) " ",
                            .follow_up = DAY + 30,
                            .n_actions = 3,
                            .action_ids = given };
  VbDialogueFacts expected = facts;
  g_autoptr (GError) error = NULL;
  gint64 id = vb_document_add_dialogue (fixture->document, &facts, &error);

  g_assert_no_error (error);
  expected.take_aways = NULL;
  expected.n_actions = 2;
  expected.action_ids = kept;
  g_assert_true (vb_dialogue_facts_equal (get_dialogue (fixture, id), &expected));
  g_assert_true (vb_dialogue_facts_awaits_follow_up (get_dialogue (fixture, id), DAY + 30));
  g_assert_false (vb_dialogue_facts_awaits_follow_up (get_dialogue (fixture, id), DAY + 29));

  expected.followed_up = TRUE;
  g_assert_true (vb_document_change_dialogue (fixture->document, id, &expected, &error));
  g_assert_false (vb_dialogue_facts_awaits_follow_up (get_dialogue (fixture, id), DAY + 30));
  reopen (fixture);
  g_assert_true (vb_dialogue_facts_equal (get_dialogue (fixture, id), &expected));
  g_assert_true (vb_document_remove_action (fixture->document, second, &error));
  g_assert_cmpuint (get_dialogue (fixture, id)->n_actions, ==, 1);
  undo (fixture->document);
  g_assert_true (vb_dialogue_facts_equal (get_dialogue (fixture, id), &expected));
  g_assert_true (vb_document_remove_dialogue (fixture->document, id, &error));
  g_assert_null (get_dialogue (fixture, id));
  undo (fixture->document);
  g_assert_true (vb_dialogue_facts_equal (get_dialogue (fixture, id), &expected));
}

static void
test_dialogue_refused (Fixture *fixture, gconstpointer data)
{
  gint64 unknown = 4711;
  VbDialogueFacts facts = { .unit_id = fixture->ward, .day = VB_DAY_NONE };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (vb_document_add_dialogue (fixture->document, &facts, &error), ==, 0);
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  facts.day = DAY;
  facts.follow_up = DAY - 1;
  g_assert_cmpint (vb_document_add_dialogue (fixture->document, &facts, &error), ==, 0);
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  facts.follow_up = VB_DAY_NONE;
  facts.n_actions = 1;
  facts.action_ids = &unknown;
  g_assert_cmpint (vb_document_add_dialogue (fixture->document, &facts, &error), ==, 0);
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (vb_document_remove_dialogue (fixture->document, 4711, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
}

/* ---- focus areas ----------------------------------------------------------------------------- */

static void
test_five (Fixture *fixture, gconstpointer data)
{
  GListModel *areas = vb_document_get_focus_areas (fixture->document);
  VbFocusAreaFacts *facts;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (areas), ==, VB_N_FOCUS_AREAS_GIVEN);
  for (guint i = 0; i < VB_N_FOCUS_AREAS_GIVEN; i++)
    {
      g_autoptr (VbFocusArea) area = g_list_model_get_item (areas, i);
      const VbFocusAreaFacts *said = vb_focus_area_get_facts (area);

      g_assert_cmpint (vb_focus_area_get_id (area), ==, i + 1);
      g_assert_false (vb_focus_area_get_own (area));
      g_assert_cmpint (said->side, ==, i < 3 ? VB_BALANCE_SIDE_CAPACITY : VB_BALANCE_SIDE_NEED);
      g_assert_nonnull (said->name.sv);
      g_assert_nonnull (said->name.en);
      g_assert_nonnull (said->description.sv);
      g_assert_false (vb_document_remove_focus_area (fixture->document, i + 1, &error));
      g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
      g_clear_error (&error);
    }
  facts = vb_focus_area_facts_copy (
      vb_focus_area_get_facts (vb_document_get_focus_area (fixture->document, 2)));
  facts->goal = g_strdup ("Thirty more nurses");
  g_assert_true (vb_document_change_focus_area (fixture->document, 2, facts, &error));
  g_assert_cmpstr (
      vb_focus_area_get_facts (vb_document_get_focus_area (fixture->document, 2))->goal, ==,
      "Thirty more nurses");
  undo (fixture->document);
  g_assert_null (vb_focus_area_get_facts (vb_document_get_focus_area (fixture->document, 2))->goal);
  vb_focus_area_facts_free (facts);
}

static void
test_own_area (Fixture *fixture, gconstpointer data)
{
  VbFocusAreaFacts facts = { .name = { (char *) " Eget ", NULL }, .side = VB_BALANCE_SIDE_NEED };
  VbFocusAreaFacts empty = { .name = { (char *) " ", NULL } };
  VbFocusArea *area;
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_cmpint (vb_document_add_focus_area (fixture->document, &empty, &error), ==, 0);
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  id = vb_document_add_focus_area (fixture->document, &facts, &error);
  area = vb_document_get_focus_area (fixture->document, id);
  g_assert_true (vb_focus_area_get_own (area));
  g_assert_cmpstr (vb_focus_area_get_facts (area)->name.sv, ==, "Eget");
  g_assert_true (vb_document_remove_focus_area (fixture->document, id, &error));
  g_assert_null (vb_document_get_focus_area (fixture->document, id));
  undo (fixture->document);
  g_assert_nonnull (vb_document_get_focus_area (fixture->document, id));
}

static void
assert_outcomes (Fixture *fixture, gint64 id, guint n_expected, double latest)
{
  guint n;
  const VbFocusOutcome *outcomes =
      vb_focus_measure_get_outcomes (vb_document_get_focus_measure (fixture->document, id), &n);

  g_assert_cmpuint (n, ==, n_expected);
  if (n > 0)
    g_assert_cmpfloat (outcomes[n - 1].value, ==, latest);
}

static void
test_measure (Fixture *fixture, gconstpointer data)
{
  VbDocument *document = fixture->document;
  VbFocusMeasureFacts facts = { .focus_area_id = 2,
                                .name = (char *) "Vakanta pass",
                                .kind = VB_FOCUS_MEASURE_TARGETED,
                                .target = 5,
                                .measured_in = (char *) "%" };
  VbFocusMeasureFacts moved = facts;
  VbFocusMeasureFacts catalogued = facts;
  g_autoptr (GError) error = NULL;
  gint64 id = vb_document_add_focus_measure (document, &facts, &error);
  GListModel *second;
  gint64 other;

  g_assert_no_error (error);
  second = vb_focus_area_get_measures (vb_document_get_focus_area (document, 2));
  g_assert_cmpuint (g_list_model_get_n_items (second), ==, 1);
  g_assert_true (vb_document_set_focus_outcome (document, id, DAY + 30, 8, &error));
  g_assert_true (vb_document_set_focus_outcome (document, id, DAY, 9, &error));
  assert_outcomes (fixture, id, 2, 8);
  g_assert_true (vb_document_set_focus_outcome (document, id, DAY + 30, 7, &error));
  assert_outcomes (fixture, id, 2, 7);
  g_assert_true (vb_document_set_focus_outcome (document, id, DAY + 30, (double) NAN, &error));
  assert_outcomes (fixture, id, 1, 9);
  undo (document);
  assert_outcomes (fixture, id, 2, 7);

  moved.focus_area_id = 4;
  moved.unit_id = fixture->ward;
  moved.good_up = TRUE;
  g_assert_true (vb_document_change_focus_measure (document, id, &moved, &error));
  g_assert_cmpuint (g_list_model_get_n_items (second), ==, 0);
  document = reopen (fixture);
  assert_outcomes (fixture, id, 2, 7);
  g_assert_true (vb_focus_measure_facts_equal (
      vb_focus_measure_get_facts (vb_document_get_focus_measure (document, id)), &moved));
  g_assert_true (vb_document_remove_focus_measure (document, id, &error));
  g_assert_null (vb_document_get_focus_measure (document, id));
  undo (document);
  assert_outcomes (fixture, id, 2, 7);

  catalogued.measure = VB_MEASURE_OCCUPANCY;
  other = vb_document_add_focus_measure (document, &catalogued, &error);
  g_assert_no_error (error);
  g_assert_false (vb_document_set_focus_outcome (document, other, DAY, 1, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  catalogued.measure = VB_MEASURE_FIRST_OWN;
  g_assert_cmpint (vb_document_add_focus_measure (document, &catalogued, &error), ==, 0);
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  facts.name = NULL;
  g_assert_cmpint (vb_document_add_focus_measure (document, &facts, &error), ==, 0);
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/document/actions/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);
  ADD ("action", test_action);
  ADD ("action/refused", test_action_refused);
  ADD ("action/status", test_action_status);
  ADD ("action/links", test_action_links);
  ADD ("action/order", test_action_order);
  ADD ("dialogue", test_dialogue);
  ADD ("dialogue/refused", test_dialogue_refused);
  ADD ("focus/five", test_five);
  ADD ("focus/own", test_own_area);
  ADD ("focus/measure", test_measure);
  return test_run ();
}
