/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ladders that come with the program: that they are complete, and that what they are made to
 * reveal shows in the result. */
#include "vb-ladder-reader.h"
#include "vb-ladder-score.h"
#include "vb-text-table.h"

#define N_WEAKNESSES 12

/* A ladder as the engine sees it, with one set of answers. */
typedef struct
{
  VbLadder *ladder;
  GPtrArray *statements; /* of VbLadderStatement, in order */
  GArray *items;
  GArray *mandatory;
  GByteArray *answers;
  VbLadderScoreInput input;
} Assessment;

static void
assessment_init (Assessment *self, VbLadder *ladder, VbAnswer answer)
{
  GListModel *areas = vb_ladder_get_areas (ladder);
  const guint8 given = answer;

  self->ladder = g_object_ref (ladder);
  self->statements = g_ptr_array_new_with_free_func (g_object_unref);
  self->items = g_array_new (FALSE, TRUE, sizeof (VbLadderScoreItem));
  self->mandatory = g_array_new (FALSE, TRUE, sizeof (guint8));
  self->answers = g_byte_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (areas); i++)
    {
      g_autoptr (VbLadderArea) area = g_list_model_get_item (areas, i);
      GListModel *statements = vb_ladder_area_get_statements (area);
      const guint8 mandatory = vb_ladder_area_get_mandatory (area);

      g_array_append_val (self->mandatory, mandatory);
      for (guint j = 0; j < g_list_model_get_n_items (statements); j++)
        {
          VbLadderStatement *statement = g_list_model_get_item (statements, j);
          const VbLadderScoreItem item = {
            .area = i,
            .step = vb_ladder_statement_get_step (statement),
            .level = vb_ladder_statement_get_level (statement),
          };

          g_ptr_array_add (self->statements, statement);
          g_array_append_val (self->items, item);
          g_byte_array_append (self->answers, &given, 1);
        }
    }
  self->input = (VbLadderScoreInput){
    .n_areas = self->mandatory->len,
    .mandatory = (const guint8 *) self->mandatory->data,
    .n_steps = vb_ladder_get_n_steps (ladder),
    .n_items = self->items->len,
    .items = (const VbLadderScoreItem *) self->items->data,
    .answers = self->answers->data,
    .at_least = vb_ladder_get_at_least (ladder),
    .share_yes = vb_ladder_get_share_yes (ladder),
  };
}

static void
assessment_clear (Assessment *self)
{
  g_object_unref (self->ladder);
  g_ptr_array_unref (self->statements);
  g_array_unref (self->items);
  g_array_unref (self->mandatory);
  g_byte_array_unref (self->answers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Assessment, assessment_clear)

static guint
find_statement (Assessment *self, const char *id)
{
  for (guint i = 0; i < self->statements->len; i++)
    if (g_str_equal (vb_ladder_statement_get_id (self->statements->pdata[i]), id))
      return i;
  g_error ("The ladder has no statement “%s”", id);
}

static VbLadder *
get_shipped (const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ladders = vb_ladder_reader_read_shipped (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < ladders->len; i++)
    if (g_str_equal (vb_ladder_get_id (ladders->pdata[i]), id))
      return g_object_ref (ladders->pdata[i]);
  g_assert_not_reached ();
}

static void
assert_bilingual (const VbBilingual *text)
{
  g_assert_nonnull (text->sv);
  g_assert_nonnull (text->en);
  g_assert_cmpstr (text->sv, !=, text->en);
}

/* Of every shipped ladder: both languages everywhere, evidence with each statement, every step that
 * the area has described, and texts that fit a row. */
static void
test_texts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ladders = vb_ladder_reader_read_shipped (&error);

  g_assert_no_error (error);
  g_assert_cmpstr (vb_ladder_get_id (ladders->pdata[0]), ==, "ten-areas");
  for (guint i = 0; i < ladders->len; i++)
    {
      VbLadder *ladder = ladders->pdata[i];
      g_auto (Assessment) assessment = { NULL };

      assert_bilingual (vb_ladder_get_name (ladder));
      assert_bilingual (vb_ladder_get_source (ladder));
      assert_bilingual (vb_ladder_get_notice (ladder));
      for (guint step = 1; step <= vb_ladder_get_n_steps (ladder); step++)
        assert_bilingual (vb_ladder_get_step_description (ladder, step));

      for (guint j = 0; j < g_list_model_get_n_items (vb_ladder_get_areas (ladder)); j++)
        {
          g_autoptr (VbLadderArea) area = g_list_model_get_item (vb_ladder_get_areas (ladder), j);

          assert_bilingual (vb_ladder_area_get_name (area));
          g_assert_cmpint (g_utf8_strlen (vb_ladder_area_get_name (area)->sv, -1), <=, 30);
          assert_bilingual (vb_ladder_area_get_question (area));
          assert_bilingual (vb_ladder_area_get_help (area));
          for (guint step = 1; step <= vb_ladder_area_get_last_step (area); step++)
            assert_bilingual (vb_ladder_area_get_step_text (area, step));
        }

      assessment_init (&assessment, ladder, VB_ANSWER_YES);
      for (guint j = 0; j < assessment.statements->len; j++)
        {
          VbLadderStatement *statement = assessment.statements->pdata[j];

          assert_bilingual (vb_ladder_statement_get_text (statement));
          assert_bilingual (vb_ladder_statement_get_evidence (statement));
          g_assert_cmpint (g_utf8_strlen (vb_ladder_statement_get_text (statement)->sv, -1), <=,
                           140);
        }
    }
}

/* Each of ten areas has, at each of steps 2 to 5, a statement of every level. */
static void
test_ten_areas (void)
{
  g_autoptr (VbLadder) ladder = get_shipped ("ten-areas");
  g_auto (Assessment) assessment = { NULL };
  guint counts[10][6][VB_N_PLANNING_LEVELS] = { 0 };

  g_assert_cmpint (vb_ladder_get_n_steps (ladder), ==, 5);
  g_assert_cmpint (vb_ladder_get_wording (ladder), ==, VB_WORDING_OWN);
  g_assert_cmpstr (vb_ladder_get_notice (ladder)->sv, ==,
                   "Eget förslag, inte Socialstyrelsens ordalydelse.");

  assessment_init (&assessment, ladder, VB_ANSWER_YES);
  g_assert_cmpint (assessment.input.n_areas, ==, 10);
  g_assert_cmpint (assessment.input.n_items, ==, 122);
  for (guint i = 0; i < assessment.input.n_items; i++)
    {
      const VbLadderScoreItem *item = &assessment.input.items[i];

      counts[item->area][item->step][item->level]++;
    }
  for (guint area = 0; area < 10; area++)
    {
      g_assert_true (assessment.input.mandatory[area]);
      for (guint step = 2; step <= 5; step++)
        {
          g_assert_cmpint (counts[area][step][VB_PLANNING_LEVEL_NONE], ==, 0);
          g_assert_cmpint (counts[area][step][VB_PLANNING_LEVEL_STRATEGIC], >=, 1);
          g_assert_cmpint (counts[area][step][VB_PLANNING_LEVEL_TACTICAL], >=, 1);
          g_assert_cmpint (counts[area][step][VB_PLANNING_LEVEL_OPERATIONAL], >=, 1);
        }
    }
}

static void
test_extremes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ladders = vb_ladder_reader_read_shipped (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < ladders->len; i++)
    {
      g_auto (Assessment) good = { NULL };
      g_auto (Assessment) bad = { NULL };
      g_autoptr (VbLadderScoreResult) best = NULL;
      g_autoptr (VbLadderScoreResult) worst = NULL;

      assessment_init (&good, ladders->pdata[i], VB_ANSWER_YES);
      assessment_init (&bad, ladders->pdata[i], VB_ANSWER_NO);
      best = vb_ladder_score_run (&good.input, VB_PLANNING_LEVEL_NONE);
      worst = vb_ladder_score_run (&bad.input, VB_PLANNING_LEVEL_NONE);
      g_assert_cmpint (best->step, ==, 5);
      g_assert_cmpint (worst->step, ==, 1);
    }
}

/* What is known of the source's third category ends at stage 4, and its area with it. */
static void
test_demand_capacity (void)
{
  g_autoptr (VbLadder) ladder = get_shipped ("demand-capacity");
  VbLadderArea *it = vb_ladder_find_area (ladder, "it");

  g_assert_cmpint (vb_ladder_get_wording (ladder), ==, VB_WORDING_PARAPHRASE);
  g_assert_cmpint (g_list_model_get_n_items (vb_ladder_get_areas (ladder)), ==, 3);
  g_assert_cmpint (vb_ladder_get_n_statements (ladder), ==, 25);
  g_assert_cmpint (vb_ladder_area_get_last_step (it), ==, 4);
  g_assert_false (vb_ladder_area_get_mandatory (it));
  g_assert_true (vb_bilingual_is_empty (vb_ladder_area_get_step_text (it, 5)));
}

/* Each of the twelve weaknesses, in a unit that is otherwise perfect: it lowers the step, and the
 * statements that reveal it are what is said to be missing. */
static void
test_weaknesses (void)
{
  enum
  {
    WEAKNESS,
    NAME_SV,
    NAME_EN,
    STATEMENTS,
  };
  static const VbTextColumn columns[] = {
    [WEAKNESS] = { "weakness", TRUE },
    [NAME_SV] = { "name_sv", TRUE },
    [NAME_EN] = { "name_en", TRUE },
    [STATEMENTS] = { "statements", TRUE },
  };
  g_autoptr (VbLadder) ladder = get_shipped ("ten-areas");
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "ladders",
                                                 "ten-areas-weaknesses.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (VbTextTable) table =
      vb_text_table_read (file, columns, G_N_ELEMENTS (columns), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (vb_text_table_get_n_rows (table), ==, N_WEAKNESSES);
  for (guint row = 0; row < N_WEAKNESSES; row++)
    {
      g_auto (GStrv) ids = g_strsplit (vb_text_table_get (table, row, STATEMENTS), " ", -1);
      g_autofree char *number = g_strdup_printf ("%u", row + 1);
      g_auto (Assessment) assessment = { NULL };
      g_autoptr (VbLadderScoreResult) result = NULL;
      guint n_named = 0;

      g_assert_cmpstr (vb_text_table_get (table, row, WEAKNESS), ==, number);
      g_assert_cmpint (g_strv_length (ids), >=, 3);
      g_assert_cmpstr (vb_text_table_get (table, row, NAME_SV), !=, "");
      g_assert_cmpstr (vb_text_table_get (table, row, NAME_EN), !=, "");

      assessment_init (&assessment, ladder, VB_ANSWER_YES);
      for (guint i = 0; ids[i] != NULL; i++)
        assessment.answers->data[find_statement (&assessment, ids[i])] = VB_ANSWER_NO;
      result = vb_ladder_score_run (&assessment.input, VB_PLANNING_LEVEL_NONE);
      g_assert_cmpint (result->step, <, 4);

      for (guint area = 0; area < assessment.input.n_areas; area++)
        {
          g_autoptr (VbLadderMissing) missing =
              vb_ladder_score_find_missing (&assessment.input, area);

          for (guint i = 0; i < missing->n_items; i++)
            {
              VbLadderStatement *statement = assessment.statements->pdata[missing->items[i]];

              g_assert_true (g_strv_contains ((const char *const *) ids,
                                              vb_ladder_statement_get_id (statement)));
              n_named++;
            }
        }
      g_assert_cmpint (n_named, >, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/shipped-ladders/texts", test_texts);
  g_test_add_func ("/io/shipped-ladders/ten-areas", test_ten_areas);
  g_test_add_func ("/io/shipped-ladders/extremes", test_extremes);
  g_test_add_func ("/io/shipped-ladders/demand-capacity", test_demand_capacity);
  g_test_add_func ("/io/shipped-ladders/weaknesses", test_weaknesses);
  return g_test_run ();
}
