/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fictional region decided, judged and agreed, from the tables under data/example. */
#include "vb-example-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "vb-error.h"
#include "vb-ladder-reader.h"
#include "vb-measure.h"
#include "vb-number.h"
#include "vb-population-file.h"
#include "vb-random.h"
#include "vb-scenario-reader.h"

/* Every third answer with something to show says what it rests on. */
#define EVIDENCE_EVERY 3

#define POPULATION_URI "resource:///se/vardbalans/Vardbalans/example/population-groups.csv"

typedef const char *const *Row;

/* One making of the facts. */
typedef struct
{
  GPtrArray *facts; /* of VbPlanFact */
  VbLadder *ladder;
  GHashTable *assessments; /* "unit\nrole\nday" → VbPlanFact */
} Making;

static gboolean
refuse (const char *table, const char *text, GError **error)
{
  g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT, _ ("%s: “%s” cannot be read"), table, text);
  return FALSE;
}

static const char *
or_null (const char *text)
{
  return *text != '\0' ? text : NULL;
}

/* Empty is NAN. */
static gboolean
read_number (const char *text, double *out, GError **error)
{
  *out = NAN;
  return *text == '\0' || vb_number_parse_typed (text, out) || refuse ("example", text, error);
}

static gboolean
read_measure (const char *key, VbMeasureId *out, GError **error)
{
  const VbMeasure *measure = vb_measure_find (key);

  if (measure == NULL)
    return refuse ("example", key, error);
  *out = measure->id;
  return TRUE;
}

typedef gboolean (*RowFunc) (Making *making, Row row, guint n, GError **error);

/* Calls @func for each row of @name but the header; @n counts from 0. */
static gboolean
read_rows (Making *making, const char *name, RowFunc func, GError **error)
{
  g_autoptr (GPtrArray) rows = _vb_example_read_table (name, NULL, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 1; i < rows->len; i++)
    if (!func (making, rows->pdata[i], i - 1, error))
      {
        g_prefix_error (error, "%s: ", name);
        return FALSE;
      }
  return TRUE;
}

/* ---- targets --------------------------------------------------------------------------------- */

static gboolean
add_target (Making *making, Row row, guint n, GError **error)
{
  VbPlanFact *fact = vb_plan_fact_new (VB_PLAN_FACT_TARGET, row[0]);

  g_ptr_array_add (making->facts, fact);
  fact->decided_by = g_strdup (row[5]);
  return read_measure (row[1], &fact->measure, error)
         && (vb_care_type_from_id (row[2], &fact->care_type) || refuse ("targets", row[2], error))
         && _vb_example_read_day (row[3], &fact->day, error)
         && read_number (row[4], &fact->value, error);
}

/* ---- self-assessments --------------------------------------------------------------------------
 */

/* How a group that has come @progress steps in an area, in thousandths, answers a statement of
 * @step. */
static VbAnswer
judge (gint32 progress, guint step)
{
  gint32 lead = progress - 1000 * (gint32) step;

  if (lead >= 0)
    return VB_ANSWER_YES;
  if (lead >= -350)
    return VB_ANSWER_MOSTLY;
  return lead >= -1000 ? VB_ANSWER_PARTLY : VB_ANSWER_NO;
}

static char *
make_evidence (VbLadderStatement *statement, VbAnswer answer, guint n)
{
  const VbBilingual *example = vb_ladder_statement_get_evidence (statement);

  if (answer < VB_ANSWER_MOSTLY || n % EVIDENCE_EVERY != 0 || example->sv == NULL)
    return NULL;
  return g_strdup_printf ("%s (påhittat)", example->sv);
}

/* An area that nobody has come to yet has the progress 0. */
static gboolean
fill_answers (VbPlanFact *fact, Row progress, guint64 stream, GError **error)
{
  VbLadder *ladder = fact->ladder;
  guint n = vb_ladder_get_n_statements (ladder);
  VbRandom random;

  vb_random_init (&random, VB_EXAMPLE_SEED, stream);
  fact->answers = g_new0 (guint8, n);
  if (g_list_model_get_n_items (vb_ladder_get_areas (ladder)) != g_strv_length ((GStrv) progress))
    return refuse ("areas", *progress, error);
  for (guint i = 0; i < n; i++)
    {
      VbLadderStatement *statement = vb_ladder_get_statement (ladder, i);
      guint area = vb_ladder_get_statement_area (ladder, i);
      gint32 chance = (gint32) vb_random_below (&random, 601) - 300;
      VbAnswer answer = VB_ANSWER_NONE;
      gint64 tenths;

      if (!_vb_example_read_integer (progress[area], &tenths, error))
        return FALSE;
      if (tenths > 0)
        answer = judge ((gint32) tenths * 100 + chance, vb_ladder_statement_get_step (statement));
      fact->answers[i] = (guint8) answer;
      g_ptr_array_add (fact->evidence, make_evidence (statement, answer, i));
    }
  return TRUE;
}

static char *
make_key (Row row)
{
  return g_strjoin ("\n", row[0], row[1], row[2], NULL);
}

static gboolean
add_assessment (Making *making, Row row, guint n, GError **error)
{
  VbPlanFact *fact = vb_plan_fact_new (VB_PLAN_FACT_ASSESSMENT, row[0]);
  gint64 participants;

  g_ptr_array_add (making->facts, fact);
  g_hash_table_insert (making->assessments, make_key (row), fact);
  fact->ladder = g_object_ref (making->ladder);
  fact->done = strcmp (row[4], "done") == 0;
  if (!vb_role_group_from_id (row[1], &fact->role))
    return refuse ("role", row[1], error);
  if (!_vb_example_read_day (row[2], &fact->day, error)
      || !_vb_example_read_integer (row[3], &participants, error))
    return FALSE;
  fact->participants = (guint) participants;
  return fill_answers (fact, row + 5, 1000 + n, error);
}

static VbPlanFact *
find_assessment (Making *making, Row row, GError **error)
{
  g_autofree char *key = make_key (row);
  VbPlanFact *fact = g_hash_table_lookup (making->assessments, key);

  if (fact == NULL)
    refuse ("unit, role and day", key, error);
  return fact;
}

static gboolean
set_answer (Making *making, Row row, guint n, GError **error)
{
  VbPlanFact *fact = find_assessment (making, row, error);
  VbAnswer answer;
  guint index;

  if (fact == NULL)
    return FALSE;
  if (!vb_ladder_find_statement_index (fact->ladder, row[3], &index))
    return refuse ("statement", row[3], error);
  if (!vb_answer_from_id (row[4], &answer))
    return refuse ("answer", row[4], error);
  fact->answers[index] = (guint8) answer;
  g_free (fact->evidence->pdata[index]);
  fact->evidence->pdata[index] = g_strdup (or_null (row[5]));
  return TRUE;
}

static gboolean
set_area (Making *making, Row row, guint n, GError **error)
{
  VbPlanFact *fact = find_assessment (making, row, error);
  VbPlanArea area = { 0 };
  gint64 step, priority;

  if (fact == NULL || !_vb_example_read_integer (row[4], &step, error)
      || !_vb_example_read_integer (row[5], &priority, error)
      || !_vb_example_read_day (row[7], &area.facts.by, error))
    return FALSE;
  area.id = g_strdup (row[3]);
  area.facts.wanted_step = (guint) step;
  area.facts.priority = (guint) priority;
  area.facts.owner_role = g_strdup (or_null (row[6]));
  area.facts.comment = g_strdup (or_null (row[8]));
  g_array_append_val (fact->areas, area);
  return TRUE;
}

/* ---- focus areas -------------------------------------------------------------------------------
 */

static gboolean
add_goal (Making *making, Row row, guint n, GError **error)
{
  VbPlanFact *fact = vb_plan_fact_new (VB_PLAN_FACT_GOAL, NULL);

  g_ptr_array_add (making->facts, fact);
  fact->goal = g_strdup (row[1]);
  return _vb_example_read_integer (row[0], &fact->focus_area_id, error);
}

static gboolean
read_outcomes (VbPlanFact *fact, const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *equals = strchr (parts[i], '=');
      VbFocusOutcome outcome;

      if (equals == NULL)
        return refuse ("outcomes", parts[i], error);
      *equals = '\0';
      if (!_vb_example_read_day (parts[i], &outcome.day, error)
          || !read_number (equals + 1, &outcome.value, error))
        return FALSE;
      g_array_append_val (fact->outcomes, outcome);
    }
  return TRUE;
}

static gboolean
add_focus_measure (Making *making, Row row, guint n, GError **error)
{
  VbPlanFact *fact = vb_plan_fact_new (VB_PLAN_FACT_FOCUS_MEASURE, row[3]);
  VbFocusMeasureFacts *facts = g_new0 (VbFocusMeasureFacts, 1);

  g_ptr_array_add (making->facts, fact);
  fact->focus_measure = facts;
  facts->name = g_strdup (row[1]);
  facts->good_up = strcmp (row[6], "up") == 0;
  facts->measured_in = g_strdup (or_null (row[7]));
  return _vb_example_read_integer (row[0], &facts->focus_area_id, error)
         && (*row[2] == '\0' || read_measure (row[2], &facts->measure, error))
         && (vb_focus_measure_kind_from_id (row[4], &facts->kind) || refuse ("kind", row[4], error))
         && read_number (row[5], &facts->target, error) && read_outcomes (fact, row[8], error);
}

/* ---- actions and dialogues
 * ----------------------------------------------------------------------- */

enum
{
  ACTION_UNIT,
  ACTION_FOCUS,
  ACTION_TITLE,
  ACTION_DESCRIPTION,
  ACTION_OWNER_ROLE,
  ACTION_LEVEL,
  ACTION_STATUS,
  ACTION_SIDE,
  ACTION_START,
  ACTION_DUE,
  ACTION_DONE,
  ACTION_LOW,
  ACTION_BASE,
  ACTION_HIGH,
  ACTION_ROLE,
  ACTION_ASSESSED,
  ACTION_STATEMENT,
};

static gboolean
read_action (Making *making, VbActionFacts *facts, Row row, GError **error)
{
  if (!vb_planning_level_from_id (row[ACTION_LEVEL], &facts->level))
    return refuse ("level", row[ACTION_LEVEL], error);
  if (!vb_action_status_from_id (row[ACTION_STATUS], &facts->status))
    return refuse ("status", row[ACTION_STATUS], error);
  if (!vb_balance_side_from_id (row[ACTION_SIDE], &facts->side))
    return refuse ("side", row[ACTION_SIDE], error);
  if (*row[ACTION_STATEMENT] != '\0')
    {
      facts->ladder_id = vb_ladder_make_id (vb_ladder_get_id (making->ladder),
                                            vb_ladder_get_version (making->ladder));
      facts->statement = g_strdup (row[ACTION_STATEMENT]);
    }
  return _vb_example_read_integer (row[ACTION_FOCUS], &facts->focus_area_id, error)
         && _vb_example_read_day (row[ACTION_START], &facts->start, error)
         && _vb_example_read_day (row[ACTION_DUE], &facts->due, error)
         && _vb_example_read_day (row[ACTION_DONE], &facts->done, error)
         && read_number (row[ACTION_LOW], &facts->effect_low, error)
         && read_number (row[ACTION_BASE], &facts->effect_base, error)
         && read_number (row[ACTION_HIGH], &facts->effect_high, error);
}

static gboolean
add_action (Making *making, Row row, guint n, GError **error)
{
  VbPlanFact *fact = vb_plan_fact_new (VB_PLAN_FACT_ACTION, row[ACTION_UNIT]);

  g_ptr_array_add (making->facts, fact);
  fact->action = g_new0 (VbActionFacts, 1);
  fact->action->title = g_strdup (row[ACTION_TITLE]);
  fact->action->description = g_strdup (or_null (row[ACTION_DESCRIPTION]));
  fact->action->owner_role = g_strdup (or_null (row[ACTION_OWNER_ROLE]));
  if (*row[ACTION_ROLE] != '\0' && !vb_role_group_from_id (row[ACTION_ROLE], &fact->role))
    return refuse ("role", row[ACTION_ROLE], error);
  return _vb_example_read_day (row[ACTION_ASSESSED], &fact->day, error)
         && read_action (making, fact->action, row, error);
}

static gboolean
add_dialogue (Making *making, Row row, guint n, GError **error)
{
  VbPlanFact *fact = vb_plan_fact_new (VB_PLAN_FACT_DIALOGUE, row[0]);
  VbDialogueFacts *facts = g_new0 (VbDialogueFacts, 1);

  g_ptr_array_add (making->facts, fact);
  fact->dialogue = facts;
  fact->action_titles = *row[8] != '\0' ? g_strsplit (row[8], "|", -1) : NULL;
  facts->parties = g_strdup (or_null (row[3]));
  facts->topics = g_strdup (or_null (row[4]));
  facts->take_aways = g_strdup (or_null (row[5]));
  facts->followed_up = strcmp (row[7], "yes") == 0;
  if (!vb_dialogue_kind_from_id (row[1], &facts->kind))
    return refuse ("kind", row[1], error);
  return _vb_example_read_day (row[2], &facts->day, error)
         && _vb_example_read_day (row[6], &facts->follow_up, error);
}

static void
add_scenario (Making *making, const char *unit_path, VbReadyScenario *scenario)
{
  VbPlanFact *fact = vb_plan_fact_new (VB_PLAN_FACT_SCENARIO, unit_path);

  fact->scenario = g_object_ref (scenario);
  g_ptr_array_add (making->facts, fact);
}

/* Those of the region are its own; the ready scenarios are about the nation. */
static gboolean
add_scenarios (Making *making, GError **error)
{
  static const char *const own[] = { "region-balance.scenario", "region-beds-only.scenario" };
  g_autoptr (GPtrArray) scenarios = vb_scenario_reader_read_shipped (error);

  if (scenarios == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      g_autofree char *uri = g_strconcat ("resource://" VB_EXAMPLE_RESOURCES, own[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_uri (uri);
      g_autoptr (VbReadyScenario) scenario = vb_scenario_reader_read (file, NULL, error);

      if (scenario == NULL)
        return FALSE;
      add_scenario (making, VB_EXAMPLE_REGION, scenario);
    }
  for (guint i = 0; i < scenarios->len; i++)
    add_scenario (making, VB_EXAMPLE_NATION, scenarios->pdata[i]);

  return TRUE;
}

/* A table of population like any other, with paths as the names of units. */
static gboolean
add_populations (Making *making, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_uri (POPULATION_URI);
  g_autoptr (VbPopulationFile) population = vb_population_file_read (file, NULL, NULL, error);

  if (population == NULL)
    return FALSE;
  if (population->problems->len > 0)
    return refuse (
        population->name,
        vb_problem_kind_get_problem (((VbProblem *) population->problems->pdata[0])->kind), error);
  while (population->places->len > 0)
    {
      VbPopulationFacts *facts = g_ptr_array_steal_index (population->places, 0);
      VbPlanFact *fact = vb_plan_fact_new (VB_PLAN_FACT_POPULATION, facts->name);

      g_free (facts->source);
      facts->source = g_strdup (VB_EXAMPLE_SOURCE);
      facts->provenance = VB_PROVENANCE_ILLUSTRATIVE;
      fact->population = facts;
      g_ptr_array_add (making->facts, fact);
    }
  return TRUE;
}

GPtrArray *
vb_example_make_plan_facts (GError **error)
{
  g_autoptr (GPtrArray) ladders = vb_ladder_reader_read_shipped (error);
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) vb_plan_fact_free);
  g_autoptr (GHashTable) assessments =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Making making = { facts, NULL, assessments };

  if (ladders == NULL)
    return NULL;
  making.ladder = ladders->pdata[0];
  if (!read_rows (&making, "targets.csv", add_target, error)
      || !read_rows (&making, "assessments.csv", add_assessment, error)
      || !read_rows (&making, "answers.csv", set_answer, error)
      || !read_rows (&making, "assessment-areas.csv", set_area, error)
      || !read_rows (&making, "focus-areas.csv", add_goal, error)
      || !read_rows (&making, "focus-measures.csv", add_focus_measure, error)
      || !read_rows (&making, "actions.csv", add_action, error)
      || !read_rows (&making, "dialogues.csv", add_dialogue, error)
      || !add_scenarios (&making, error) || !add_populations (&making, error))
    return NULL;
  return g_steal_pointer (&facts);
}
