/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random sequences of changes of self-assessments, actions and dialogues. After each, undoing and
 * redoing lead to exactly the states that were there, and a saved file holds the present one. A
 * state is a text of all that the document shows. The seed is printed; --seed=… runs it again. */
#include "document-fixture.h"
#include "ladder-fixture.h"
#include "vb-document-actions.h"
#include "vb-random.h"

#define N_DEEDS 400
#define ID G_GINT64_FORMAT
#define DAY vb_day_from_ymd (2026, 3, 2)

typedef struct
{
  VbDocument *document;
  VbLadder *ladders[2];
  gint64 units[3];
  GPtrArray *states; /* of char *, by step; that of @at is present */
  guint at;
  char *typing; /* the text that the latest step is about, or NULL */
} Fixture;

static VbRandom dice;

static guint
below (guint n)
{
  return vb_random_below (&dice, n);
}

/* ---- what the document shows ----------------------------------------------------------------- */

static const char *
get_text (const char *text)
{
  return text != NULL ? text : "-";
}

static void
describe_assessment (GString *text, VbAssessment *assessment)
{
  VbLadder *ladder = vb_assessment_get_ladder (assessment);
  GListModel *areas = vb_ladder_get_areas (ladder);

  g_string_append_printf (
      text, "assessment %" ID " of %" ID " by %s: %d %d %u %d %s, %u answered\n",
      vb_assessment_get_id (assessment), vb_assessment_get_unit_id (assessment),
      vb_ladder_get_version (ladder), (int) vb_assessment_get_role (assessment),
      vb_assessment_get_day (assessment), vb_assessment_get_participants (assessment),
      (int) vb_assessment_get_state (assessment), get_text (vb_assessment_get_note (assessment)),
      vb_assessment_get_n_answered (assessment));
  for (guint i = 0; i < vb_ladder_get_n_statements (ladder); i++)
    {
      const char *id = vb_ladder_statement_get_id (vb_ladder_get_statement (ladder, i));

      g_string_append_printf (text, " %s %d %s\n", id,
                              (int) vb_assessment_get_answer (assessment, id),
                              get_text (vb_assessment_get_evidence (assessment, id)));
    }
  for (guint i = 0; i < g_list_model_get_n_items (areas); i++)
    {
      g_autoptr (VbLadderArea) item = g_list_model_get_item (areas, i);
      const VbAssessmentArea *area =
          vb_assessment_get_area (assessment, vb_ladder_area_get_id (item));

      g_string_append_printf (text, " %u %u %d %s %s\n", area->wanted_step, area->priority,
                              area->by, get_text (area->owner_role), get_text (area->comment));
    }
}

static void
describe_action (GString *text, VbAction *action)
{
  const VbActionFacts *facts = vb_action_get_facts (action);

  g_string_append_printf (text,
                          "action %" ID " of %" ID " in %" ID ": %s %d %d %g for %s of %" ID "\n",
                          vb_action_get_id (action), facts->unit_id, facts->focus_area_id,
                          facts->title, (int) facts->status, facts->due, facts->effect_base,
                          get_text (facts->statement), facts->assessment_id);
}

static void
describe_dialogue (GString *text, VbDialogue *dialogue)
{
  const VbDialogueFacts *facts = vb_dialogue_get_facts (dialogue);

  g_string_append_printf (text, "dialogue %" ID " of %" ID ": %d %s", vb_dialogue_get_id (dialogue),
                          facts->unit_id, facts->day, get_text (facts->topics));
  for (guint i = 0; i < facts->n_actions; i++)
    g_string_append_printf (text, " %" ID, facts->action_ids[i]);
  g_string_append_c (text, '\n');
}

static void
describe_focus_area (GString *text, VbFocusArea *area)
{
  GListModel *measures = vb_focus_area_get_measures (area);

  g_string_append_printf (text, "focus area %" ID ": %s\n", vb_focus_area_get_id (area),
                          get_text (vb_focus_area_get_facts (area)->goal));
  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr (VbFocusMeasure) measure = g_list_model_get_item (measures, i);
      guint n;
      const VbFocusOutcome *outcomes = vb_focus_measure_get_outcomes (measure, &n);

      g_string_append_printf (text, " %" ID " %s:", vb_focus_measure_get_id (measure),
                              vb_focus_measure_get_facts (measure)->name);
      for (guint j = 0; j < n; j++)
        g_string_append_printf (text, " %d %g", outcomes[j].day, outcomes[j].value);
      g_string_append_c (text, '\n');
    }
}

static void
describe_each (GString *text, GListModel *list, void (*describe) (GString *, gpointer))
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      describe (text, item);
    }
}

static char *
describe (VbDocument *document)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%u ladders, %u units, smallest group %u\n",
                          g_list_model_get_n_items (vb_document_get_ladders (document)),
                          vb_document_get_n_units (document),
                          vb_document_get_smallest_group (document));
  describe_each (text, vb_document_get_assessments (document),
                 (void (*) (GString *, gpointer)) describe_assessment);
  describe_each (text, vb_document_get_actions (document),
                 (void (*) (GString *, gpointer)) describe_action);
  describe_each (text, vb_document_get_dialogues (document),
                 (void (*) (GString *, gpointer)) describe_dialogue);
  describe_each (text, vb_document_get_focus_areas (document),
                 (void (*) (GString *, gpointer)) describe_focus_area);
  return g_string_free (text, FALSE);
}

/* ---- the things that can be done ------------------------------------------------------------- */

/* A random item of @list, which the list keeps alive; NULL if there is none. */
static gpointer
pick (GListModel *list)
{
  guint n = g_list_model_get_n_items (list);
  g_autoptr (GObject) item = n > 0 ? g_list_model_get_item (list, below (n)) : NULL;

  return item;
}

static VbAssessment *
pick_draft (Fixture *fixture)
{
  VbAssessment *assessment = pick (vb_document_get_assessments (fixture->document));

  if (assessment == NULL || vb_assessment_get_state (assessment) != VB_ASSESSMENT_DRAFT)
    return NULL;
  return assessment;
}

static const char *
pick_statement (VbAssessment *assessment)
{
  VbLadder *ladder = vb_assessment_get_ladder (assessment);

  return vb_ladder_statement_get_id (
      vb_ladder_get_statement (ladder, below (vb_ladder_get_n_statements (ladder))));
}

/* Each returns what is being typed at, owned by the caller, or NULL. */

static char *
do_start (Fixture *fixture, GError **error)
{
  gint64 unit = fixture->units[below (3)];

  if (vb_document_get_unit (fixture->document, unit) != NULL)
    vb_document_start_assessment (fixture->document, unit, fixture->ladders[below (2)],
                                  (VbRoleGroup) below (VB_N_ROLE_GROUPS), DAY + (VbDay) below (3),
                                  1 + below (9), error);
  return NULL;
}

static char *
do_answer (Fixture *fixture, GError **error)
{
  VbAssessment *assessment = pick_draft (fixture);

  if (assessment != NULL)
    vb_document_set_answer (fixture->document, vb_assessment_get_id (assessment),
                            pick_statement (assessment), (VbAnswer) below (VB_N_ANSWERS), error);
  return NULL;
}

/* Mostly at the same place, or nothing would be typed on. */
static char *
do_type (Fixture *fixture, GError **error)
{
  static const char *const texts[] = { NULL, "a", "ab", " " };
  VbAssessment *assessment = pick_draft (fixture);
  gint64 latest = 0;
  const char *statement;

  if (fixture->typing != NULL && below (4) > 0)
    {
      latest = g_ascii_strtoll (fixture->typing, NULL, 10);
      assessment = vb_document_get_assessment (fixture->document, latest);
    }
  if (assessment == NULL)
    return NULL;
  statement = latest != 0 || below (2) == 0 ? "A-2-1" : pick_statement (assessment);
  vb_document_set_evidence (fixture->document, vb_assessment_get_id (assessment), statement,
                            texts[below (4)], error);
  return g_strdup_printf ("%" ID " %s", vb_assessment_get_id (assessment), statement);
}

static char *
do_area (Fixture *fixture, GError **error)
{
  VbAssessment *assessment = pick_draft (fixture);

  if (assessment != NULL)
    vb_document_set_wanted_step (fixture->document, vb_assessment_get_id (assessment), "A",
                                 below (3), error);
  return NULL;
}

static char *
do_state (Fixture *fixture, GError **error)
{
  VbAssessment *assessment = pick (vb_document_get_assessments (fixture->document));

  if (assessment != NULL && below (3) == 0)
    vb_document_finish_assessment (fixture->document, vb_assessment_get_id (assessment), error);
  else if (assessment != NULL)
    vb_document_reopen_assessment (fixture->document, vb_assessment_get_id (assessment), error);
  return NULL;
}

static char *
do_remove (Fixture *fixture, GError **error)
{
  VbAssessment *assessment = pick (vb_document_get_assessments (fixture->document));
  VbAction *action = pick (vb_document_get_actions (fixture->document));

  if (assessment != NULL && below (2) == 0)
    vb_document_remove_assessment (fixture->document, vb_assessment_get_id (assessment), error);
  else if (action != NULL)
    vb_document_remove_action (fixture->document, vb_action_get_id (action), error);
  return NULL;
}

static char *
do_remove_unit (Fixture *fixture, GError **error)
{
  gint64 unit = fixture->units[below (3)];

  if (below (4) == 0 && vb_document_get_unit (fixture->document, unit) != NULL)
    vb_document_remove_unit (fixture->document, unit, error);
  return NULL;
}

static char *
do_add_action (Fixture *fixture, GError **error)
{
  VbAssessment *assessment = pick (vb_document_get_assessments (fixture->document));
  VbActionFacts facts = VB_ACTION_FACTS_INIT;

  if (assessment == NULL)
    return NULL;
  facts.unit_id = vb_assessment_get_unit_id (assessment);
  facts.focus_area_id = below (6);
  facts.title = (char *) "Open beds";
  facts.due = below (2) == 0 ? VB_DAY_NONE : DAY + (VbDay) below (5);
  facts.assessment_id = vb_assessment_get_id (assessment);
  facts.ladder_id =
      vb_ladder_make_id ("own", vb_ladder_get_version (vb_assessment_get_ladder (assessment)));
  facts.statement = (char *) pick_statement (assessment);
  vb_document_add_action (fixture->document, &facts, error);
  return NULL;
}

static char *
do_status (Fixture *fixture, GError **error)
{
  VbAction *action = pick (vb_document_get_actions (fixture->document));

  if (action != NULL)
    vb_document_set_action_status (fixture->document, vb_action_get_id (action),
                                   (VbActionStatus) below (VB_N_ACTION_STATUSES), DAY, error);
  return NULL;
}

static char *
do_dialogue (Fixture *fixture, GError **error)
{
  VbAction *action = pick (vb_document_get_actions (fixture->document));
  gint64 id = action != NULL ? vb_action_get_id (action) : 0;
  VbDialogueFacts facts = { .day = DAY + (VbDay) below (3), .action_ids = &id };

  if (action == NULL)
    return NULL;
  facts.unit_id = vb_action_get_facts (action)->unit_id;
  facts.n_actions = below (2);
  vb_document_add_dialogue (fixture->document, &facts, error);
  return NULL;
}

static char *
do_outcome (Fixture *fixture, GError **error)
{
  VbFocusArea *area = pick (vb_document_get_focus_areas (fixture->document));
  VbFocusMeasure *measure = pick (vb_focus_area_get_measures (area));
  VbFocusMeasureFacts facts = { .focus_area_id = vb_focus_area_get_id (area),
                                .name = (char *) "Vacancies" };

  if (measure == NULL)
    vb_document_add_focus_measure (fixture->document, &facts, error);
  else if (below (8) == 0)
    vb_document_remove_focus_measure (fixture->document, vb_focus_measure_get_id (measure), error);
  else
    vb_document_set_focus_outcome (fixture->document, vb_focus_measure_get_id (measure),
                                   DAY + (VbDay) below (3),
                                   below (3) == 0 ? (double) NAN : below (5), error);
  return NULL;
}

static char *
do_setting (Fixture *fixture, GError **error)
{
  vb_document_set_smallest_group (fixture->document, 1 + below (3), error);
  return NULL;
}

/* ---- sequences ------------------------------------------------------------------------------- */

static void
assert_present (Fixture *fixture)
{
  g_autofree char *shown = describe (fixture->document);

  g_assert_cmpstr (shown, ==, fixture->states->pdata[fixture->at]);
}

/* What is undone is forgotten when something new is done. @typing: owned by the fixture then. */
static void
note_deed (Fixture *fixture, char *typing)
{
  char *shown = describe (fixture->document);
  gboolean grows;

  if (g_str_equal (shown, fixture->states->pdata[fixture->at]))
    {
      g_free (shown);
      g_free (typing);
      return;
    }
  grows = typing != NULL && g_strcmp0 (typing, fixture->typing) == 0;
  g_ptr_array_set_size (fixture->states, (int) fixture->at + 1);
  g_free (fixture->typing);
  fixture->typing = typing;
  if (!grows)
    {
      g_ptr_array_add (fixture->states, shown);
      fixture->at++;
      return;
    }
  g_free (fixture->states->pdata[fixture->at]);
  fixture->states->pdata[fixture->at] = shown;
  /* Typed and taken back: there is nothing to undo. */
  if (g_str_equal (shown, fixture->states->pdata[fixture->at - 1]))
    {
      g_ptr_array_set_size (fixture->states, (int) fixture->at);
      fixture->at--;
      g_clear_pointer (&fixture->typing, g_free);
    }
}

static void
go (Fixture *fixture, gboolean back)
{
  guint last = fixture->states->len - 1;

  if (back ? fixture->at == 0 : fixture->at == last)
    return;
  if (back)
    undo (fixture->document);
  else
    redo (fixture->document);
  fixture->at += back ? -1 : 1;
  g_clear_pointer (&fixture->typing, g_free);
  assert_present (fixture);
}

static void
assert_saved (Fixture *fixture)
{
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) again = NULL;
  g_autofree char *shown = NULL;

  save_as (fixture->document, file);
  again = vb_document_open (file, NULL, &error);
  g_assert_no_error (error);
  shown = describe (again);
  g_assert_cmpstr (shown, ==, fixture->states->pdata[fixture->at]);
  vb_document_close (again);
}

static void
test_random (gconstpointer data)
{
  static char *(*const deeds[]) (Fixture *, GError **) = {
    do_start,  do_answer,     do_answer, do_type,     do_type,    do_area,    do_state,
    do_remove, do_add_action, do_status, do_dialogue, do_outcome, do_setting, do_remove_unit,
  };
  Fixture fixture = { new_document (), { NULL }, { 0 }, NULL, 0, NULL };
  guint n_undone = 0;
  guint deed = 0;

  /* GLib gives every case the same numbers; the stream tells the cases apart. */
  vb_random_init (&dice, (guint64) g_test_rand_int (), GPOINTER_TO_UINT (data));
  fixture.states = g_ptr_array_new_with_free_func (g_free);
  fixture.ladders[0] = make_ladder ("own", "1", 2, 3);
  fixture.ladders[1] = make_other_ladder ("own", "2", 1, 2);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Ward %u", i);

      fixture.units[i] = add_unit (fixture.document, 0, VB_UNIT_WARD, name, NULL);
    }
  g_ptr_array_add (fixture.states, describe (fixture.document));

  for (guint i = 0; i < N_DEEDS; i++)
    {
      g_autoptr (GError) error = NULL;

      if (below (4) > 0)
        {
          /* Who types goes on typing. */
          if (deeds[deed] != do_type || below (4) == 0)
            deed = below (G_N_ELEMENTS (deeds));
          note_deed (&fixture, deeds[deed](&fixture, &error));
          g_assert_no_error (error);
        }
      else
        {
          guint n = 1 + below (4);

          for (guint j = 0; j < n; j++)
            go (&fixture, below (3) > 0);
          n_undone += n;
        }
      if (i % 60 == 59)
        assert_saved (&fixture);
    }
  g_assert_cmpuint (n_undone, >, 20);
  while (fixture.at > 0)
    go (&fixture, TRUE);
  while (fixture.at < fixture.states->len - 1)
    go (&fixture, FALSE);

  vb_document_close (fixture.document);
  g_object_unref (fixture.document);
  g_object_unref (fixture.ladders[0]);
  g_object_unref (fixture.ladders[1]);
  g_ptr_array_unref (fixture.states);
  g_free (fixture.typing);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *path = g_strdup_printf ("/document/assessment-sequences/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_random);
    }
  return test_run ();
}
