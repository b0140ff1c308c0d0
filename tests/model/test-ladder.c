/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-ladder.h"

#include "vb-error.h"

static const VbBilingual text = { (char *) "Finns en plan?", (char *) "Is there a plan?" };
static const VbBilingual nothing = { NULL, NULL };

static VbLadderArea *
add_area (VbLadder *ladder, const char *id)
{
  g_autoptr (VbLadderArea) area = vb_ladder_area_new (id, &text);

  vb_ladder_add_area (ladder, area);
  return area; /* the ladder keeps it alive */
}

static void
add_statement (VbLadderArea *area, const char *id, guint step)
{
  g_autoptr (VbLadderStatement) statement =
      vb_ladder_statement_new (id, step, VB_PLANNING_LEVEL_TACTICAL, &text, &nothing);

  vb_ladder_area_add_statement (area, statement);
}

static void
assert_invalid (VbLadder *ladder, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (vb_ladder_validate (ladder, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_contents (void)
{
  g_autoptr (VbLadder) ladder = vb_ladder_new ("own", "2", 5);
  g_autoptr (GError) error = NULL;
  VbLadderArea *area;
  VbLadderStatement *statement;

  g_assert_cmpint (vb_ladder_get_at_least (ladder), ==, VB_ANSWER_MOSTLY);
  g_assert_cmpfloat (vb_ladder_get_share_yes (ladder), ==, 0.5);
  vb_ladder_set_rule (ladder, VB_ANSWER_YES, 1);
  g_assert_cmpint (vb_ladder_get_at_least (ladder), ==, VB_ANSWER_YES);
  vb_ladder_set_name (ladder, &text);
  vb_ladder_set_step (ladder, 5, &text, &nothing);
  g_assert_cmpstr (vb_ladder_get_step_name (ladder, 5)->en, ==, text.en);
  g_assert_true (vb_bilingual_is_empty (vb_ladder_get_step_name (ladder, 1)));

  area = add_area (ladder, "A");
  g_assert_cmpint (vb_ladder_area_get_last_step (area), ==, 1);
  g_assert_true (vb_ladder_area_get_mandatory (area));
  vb_ladder_area_set_step_text (area, 1, &text);
  add_statement (area, "A2-1", 2);
  add_statement (area, "A3-1", 3);
  add_statement (area, "A2-2", 2);
  g_assert_cmpint (vb_ladder_area_get_last_step (area), ==, 3);
  g_assert_true (vb_ladder_validate (ladder, &error));
  g_assert_no_error (error);

  g_assert_cmpint (vb_ladder_get_n_statements (ladder), ==, 3);
  g_assert_true (vb_ladder_find_area (ladder, "A") == area);
  g_assert_null (vb_ladder_find_area (ladder, "a"));
  statement = vb_ladder_find_statement (ladder, "A3-1");
  g_assert_cmpint (vb_ladder_statement_get_step (statement), ==, 3);
  g_assert_cmpint (vb_ladder_statement_get_level (statement), ==, VB_PLANNING_LEVEL_TACTICAL);
  g_assert_cmpstr (vb_ladder_statement_get_text (statement)->sv, ==, text.sv);
  g_assert_true (vb_bilingual_is_empty (vb_ladder_statement_get_evidence (statement)));
  g_assert_null (vb_ladder_find_statement (ladder, "A4-1"));
}

static void
test_validate (void)
{
  g_autoptr (VbLadder) ladder = vb_ladder_new ("own", "1", 4);
  VbLadderArea *first;
  VbLadderArea *second;

  assert_invalid (ladder, "mandatory");

  first = add_area (ladder, "first");
  assert_invalid (ladder, "first");
  add_statement (first, "a", 3);
  assert_invalid (ladder, "none for step 2");
  add_statement (first, "b", 2);
  g_assert_true (vb_ladder_validate (ladder, NULL));

  vb_ladder_area_set_mandatory (first, FALSE);
  assert_invalid (ladder, "mandatory");

  second = add_area (ladder, "second");
  add_statement (second, "b", 2);
  assert_invalid (ladder, "“b” twice");
}

static void
test_validate_steps_and_areas (void)
{
  g_autoptr (VbLadder) high = vb_ladder_new ("own", "1", 3);
  g_autoptr (VbLadder) doubled = vb_ladder_new ("own", "1", 3);
  VbLadderArea *area = add_area (high, "x");

  for (guint step = 2; step <= 4; step++)
    {
      g_autofree char *id = g_strdup_printf ("x%u", step);

      add_statement (area, id, step);
    }
  assert_invalid (high, "found 4 as the last");

  add_statement (add_area (doubled, "x"), "a", 2);
  add_statement (add_area (doubled, "x"), "b", 2);
  assert_invalid (doubled, "“x” twice");
}

static void
test_ids (void)
{
  g_assert_true (vb_ladder_id_is_valid ("ten-areas"));
  g_assert_true (vb_ladder_id_is_valid ("A2-S1"));
  g_assert_true (vb_ladder_id_is_valid ("2026.1_b"));
  g_assert_false (vb_ladder_id_is_valid (""));
  g_assert_false (vb_ladder_id_is_valid (NULL));
  g_assert_false (vb_ladder_id_is_valid ("-a"));
  g_assert_false (vb_ladder_id_is_valid ("a b"));
  g_assert_false (vb_ladder_id_is_valid ("å"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/ladder/contents", test_contents);
  g_test_add_func ("/model/ladder/validate", test_validate);
  g_test_add_func ("/model/ladder/validate-steps-and-areas", test_validate_steps_and_areas);
  g_test_add_func ("/model/ladder/ids", test_ids);
  return g_test_run ();
}
