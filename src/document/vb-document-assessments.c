/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of self-assessments. Each is checked, then goes the one path. */
#include "vb-document-private.h"

#include <glib/gi18n-lib.h>

#include "vb-answer-table.h"
#include "vb-assessment-table.h"
#include "vb-import-taker.h"
#include "vb-ladder-version-table.h"

#define MAX_PARTICIPANTS 1000000

static VbAssessment *
expect_assessment (VbDocument *self, gint64 id, GError **error)
{
  VbAssessment *assessment = vb_document_get_assessment (self, id);

  if (assessment == NULL)
    g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                         _ ("The self-assessment is no longer in the document"));
  return assessment;
}

static VbAssessment *
expect_draft (VbDocument *self, gint64 id, GError **error)
{
  VbAssessment *assessment = expect_assessment (self, id, error);

  if (assessment == NULL || vb_assessment_get_state (assessment) == VB_ASSESSMENT_DRAFT)
    return assessment;
  vb_document_fail_invalid (_ ("The self-assessment is finished; reopen it to change it"), error);
  return NULL;
}

static gboolean
check_facts (VbDay day, guint participants, GError **error)
{
  if (day == VB_DAY_NONE)
    return vb_document_fail_invalid (_ ("A self-assessment must have a date"), error);
  if (participants < 1 || participants > MAX_PARTICIPANTS)
    return vb_document_fail_invalid (_ ("A self-assessment has at least one participant"), error);
  return TRUE;
}

/* For a label: the unit that it is about. */
static const char *
get_unit_name (VbDocument *self, gint64 unit_id)
{
  VbUnit *unit = vb_document_get_unit (self, unit_id);

  return unit != NULL ? vb_unit_get_name (unit) : "";
}

static VbAssessmentRow
make_row (VbAssessment *assessment)
{
  VbLadder *ladder = vb_assessment_get_ladder (assessment);
  VbAssessmentRow row = {
    .id = vb_assessment_get_id (assessment),
    .unit = vb_assessment_get_unit_id (assessment),
    .ladder = vb_ladder_make_id (vb_ladder_get_id (ladder), vb_ladder_get_version (ladder)),
    .role = vb_assessment_get_role (assessment),
    .day = vb_assessment_get_day (assessment),
    .participants = vb_assessment_get_participants (assessment),
    .state = vb_assessment_get_state (assessment),
    .note = (char *) vb_assessment_get_note (assessment),
  };

  return row;
}

/* ---- the assessment itself ------------------------------------------------------------------- */

typedef struct
{
  VbAssessmentRow row;
  VbLadder *ladder; /* to be taken in first, or NULL */
} Start;

static gboolean
insert_assessment (VbStoreConnection *connection, gpointer data, GError **error)
{
  const Start *start = data;

  return (start->ladder == NULL
          || vb_ladder_version_table_insert (connection, start->ladder, error))
         && vb_assessment_table_insert (connection, &start->row, error);
}

gint64
vb_document_start_assessment (VbDocument *self,
                              gint64 unit_id,
                              VbLadder *ladder,
                              VbRoleGroup role,
                              VbDay day,
                              guint participants,
                              GError **error)
{
  Start start = { .row = { .unit = unit_id,
                           .role = role,
                           .day = day,
                           .participants = participants,
                           .state = VB_ASSESSMENT_DRAFT } };
  g_autofree char *label = NULL;
  VbUnit *unit;
  gboolean is_new;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), 0);
  g_return_val_if_fail (VB_IS_LADDER (ladder), 0);

  unit = vb_document_expect_unit (self, unit_id, error);
  if (unit == NULL || !check_facts (day, participants, error)
      || !vb_document_expect_ladder (self, ladder, &is_new, error))
    return 0;
  start.ladder = is_new ? ladder : NULL;
  start.row.id = vb_draw_id (&self->ids);
  start.row.ladder = vb_ladder_make_id (vb_ladder_get_id (ladder), vb_ladder_get_version (ladder));
  /* Translators: follows "Undo"; %s is a unit */
  label = g_strdup_printf (_ ("start of self-assessment, %s"), vb_unit_get_name (unit));
  return vb_document_change (self, label, insert_assessment, &start, error) ? start.row.id : 0;
}

static gboolean
update_assessment (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_assessment_table_update (connection, data, error);
}

gboolean
vb_document_set_assessment_facts (VbDocument *self,
                                  gint64 assessment_id,
                                  VbRoleGroup role,
                                  VbDay day,
                                  guint participants,
                                  GError **error)
{
  VbAssessment *assessment;
  VbAssessmentRow row;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  assessment = expect_draft (self, assessment_id, error);
  if (assessment == NULL || !check_facts (day, participants, error))
    return FALSE;
  row = make_row (assessment);
  row.role = role;
  row.day = day;
  row.participants = participants;
  /* Translators: follows "Undo"; %s is a unit */
  label = g_strdup_printf (_ ("change of self-assessment, %s"), get_unit_name (self, row.unit));
  return vb_document_change (self, label, update_assessment, &row, error);
}

gboolean
vb_document_set_assessment_note (VbDocument *self,
                                 gint64 assessment_id,
                                 const char *note,
                                 GError **error)
{
  VbAssessment *assessment;
  VbAssessmentRow row;
  g_autofree char *copy = NULL;
  g_autofree char *label = NULL;
  g_autofree char *what = g_strdup_printf ("note %" G_GINT64_FORMAT, assessment_id);

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  assessment = expect_draft (self, assessment_id, error);
  if (assessment == NULL || !vb_document_take_text (note, &copy, error))
    return FALSE;
  row = make_row (assessment);
  row.note = copy;
  /* Translators: follows "Undo"; %s is a unit */
  label = g_strdup_printf (_ ("change of note, %s"), get_unit_name (self, row.unit));
  return vb_document_change_text (self, what, label, update_assessment, &row, error);
}

static gboolean
set_state (VbDocument *self, gint64 assessment_id, VbAssessmentState state, GError **error)
{
  VbAssessment *assessment = expect_assessment (self, assessment_id, error);
  VbAssessmentRow row;
  g_autofree char *label = NULL;

  if (assessment == NULL)
    return FALSE;
  row = make_row (assessment);
  row.state = state;
  label = g_strdup_printf (state == VB_ASSESSMENT_DONE
                               /* Translators: follows "Undo"; %s is a unit */
                               ? _ ("finishing of self-assessment, %s")
                               /* Translators: follows "Undo"; %s is a unit */
                               : _ ("reopening of self-assessment, %s"),
                           get_unit_name (self, row.unit));
  return vb_document_change (self, label, update_assessment, &row, error);
}

gboolean
vb_document_finish_assessment (VbDocument *self, gint64 assessment_id, GError **error)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  return set_state (self, assessment_id, VB_ASSESSMENT_DONE, error);
}

gboolean
vb_document_reopen_assessment (VbDocument *self, gint64 assessment_id, GError **error)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  return set_state (self, assessment_id, VB_ASSESSMENT_DRAFT, error);
}

static gboolean
delete_assessment (VbStoreConnection *connection, gpointer data, GError **error)
{
  const gint64 *id = data;

  return vb_assessment_table_delete (connection, *id, error);
}

gboolean
vb_document_remove_assessment (VbDocument *self, gint64 assessment_id, GError **error)
{
  VbAssessment *assessment;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  assessment = expect_assessment (self, assessment_id, error);
  if (assessment == NULL)
    return FALSE;
  /* Translators: follows "Undo"; %s is a unit */
  label = g_strdup_printf (_ ("removal of self-assessment, %s"),
                           get_unit_name (self, vb_assessment_get_unit_id (assessment)));
  return vb_document_change (self, label, delete_assessment, &assessment_id, error);
}

/* ---- answers --------------------------------------------------------------------------------- */

static gboolean
put_answer (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_answer_table_put (connection, data, error);
}

/* The row of @statement as it is. */
static VbAssessment *
expect_answer (
    VbDocument *self, gint64 assessment_id, const char *statement, VbAnswerRow *row, GError **error)
{
  VbAssessment *assessment = expect_draft (self, assessment_id, error);
  VbLadder *ladder;
  guint index;

  if (assessment == NULL)
    return NULL;
  ladder = vb_assessment_get_ladder (assessment);
  if (!vb_ladder_find_statement_index (ladder, statement, &index))
    {
      g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                   _ ("There is no statement “%s” in the ladder"), statement);
      return NULL;
    }
  row->assessment = assessment_id;
  row->ladder = vb_ladder_make_id (vb_ladder_get_id (ladder), vb_ladder_get_version (ladder));
  row->statement = (char *) statement;
  row->answer = vb_assessment_get_answer (assessment, statement);
  row->evidence = (char *) vb_assessment_get_evidence (assessment, statement);
  return assessment;
}

gboolean
vb_document_set_answer (
    VbDocument *self, gint64 assessment_id, const char *statement, VbAnswer answer, GError **error)
{
  VbAssessment *assessment;
  VbAnswerRow row;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (statement != NULL, FALSE);
  g_return_val_if_fail ((guint) answer < VB_N_ANSWERS, FALSE);

  assessment = expect_answer (self, assessment_id, statement, &row, error);
  if (assessment == NULL)
    return FALSE;
  row.answer = answer;
  /* Translators: follows "Undo"; %s is a unit */
  label = g_strdup_printf (_ ("change of answer, %s"),
                           get_unit_name (self, vb_assessment_get_unit_id (assessment)));
  return vb_document_change (self, label, put_answer, &row, error);
}

/* Of VbAnswerRow. */
static gboolean
put_answers (VbStoreConnection *connection, gpointer data, GError **error)
{
  GArray *rows = data;

  for (guint i = 0; i < rows->len; i++)
    if (!vb_answer_table_put (connection, &g_array_index (rows, VbAnswerRow, i), error))
      return FALSE;
  return TRUE;
}

gboolean
vb_document_set_answers (
    VbDocument *self, gint64 assessment_id, const VbGivenAnswer *answers, guint n, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (VbAnswerRow));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  VbAssessment *assessment;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (answers != NULL || n == 0, FALSE);

  assessment = expect_draft (self, assessment_id, error);
  if (assessment == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      VbAnswerRow row;
      char *copy = NULL;

      if (expect_answer (self, assessment_id, answers[i].statement, &row, error) == NULL
          || !vb_document_take_text (answers[i].evidence, &copy, error))
        return FALSE;
      g_ptr_array_add (texts, copy);
      if (answers[i].answer != VB_ANSWER_NONE)
        row.answer = answers[i].answer;
      if (copy != NULL)
        row.evidence = copy;
      if (row.answer != VB_ANSWER_NONE || row.evidence != NULL)
        g_array_append_val (rows, row);
    }
  /* Translators: follows "Undo"; %s is a unit */
  label = g_strdup_printf (_ ("change of answers, %s"),
                           get_unit_name (self, vb_assessment_get_unit_id (assessment)));
  return vb_document_change (self, label, put_answers, rows, error);
}

gboolean
vb_document_set_evidence (VbDocument *self,
                          gint64 assessment_id,
                          const char *statement,
                          const char *evidence,
                          GError **error)
{
  VbAssessment *assessment;
  VbAnswerRow row;
  g_autofree char *copy = NULL;
  g_autofree char *label = NULL;
  g_autofree char *what = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (statement != NULL, FALSE);

  assessment = expect_answer (self, assessment_id, statement, &row, error);
  if (assessment == NULL || !vb_document_take_text (evidence, &copy, error))
    return FALSE;
  row.evidence = copy;
  what = g_strdup_printf ("evidence %" G_GINT64_FORMAT " %s", assessment_id, statement);
  /* Translators: follows "Undo"; %s is a unit */
  label = g_strdup_printf (_ ("change of evidence, %s"),
                           get_unit_name (self, vb_assessment_get_unit_id (assessment)));
  return vb_document_change_text (self, what, label, put_answer, &row, error);
}

/* ---- areas ----------------------------------------------------------------------------------- */

static gboolean
put_area (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_answer_table_put_area (connection, data, error);
}

/* The row of @area as it is. */
static VbLadderArea *
expect_area (VbDocument *self,
             gint64 assessment_id,
             const char *area,
             VbAssessmentAreaRow *row,
             GError **error)
{
  VbAssessment *assessment = expect_draft (self, assessment_id, error);
  VbLadder *ladder;
  VbLadderArea *found;

  if (assessment == NULL)
    return NULL;
  ladder = vb_assessment_get_ladder (assessment);
  found = vb_ladder_find_area (ladder, area);
  if (found == NULL)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND, _ ("There is no area “%s” in the ladder"),
                   area);
      return NULL;
    }
  row->assessment = assessment_id;
  row->ladder = vb_ladder_make_id (vb_ladder_get_id (ladder), vb_ladder_get_version (ladder));
  row->area = (char *) area;
  row->facts = *vb_assessment_get_area (assessment, area);
  return found;
}

gboolean
vb_document_set_wanted_step (
    VbDocument *self, gint64 assessment_id, const char *area, guint step, GError **error)
{
  VbAssessmentAreaRow row;
  VbLadderArea *found;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (area != NULL, FALSE);

  found = expect_area (self, assessment_id, area, &row, error);
  if (found == NULL)
    return FALSE;
  if (step > vb_ladder_area_get_last_step (found))
    return vb_document_fail_invalid (_ ("The area has no such step"), error);
  row.facts.wanted_step = step;
  /* Translators: follows "Undo"; %s is an area of a ladder */
  label = g_strdup_printf (_ ("change of wanted step, %s"),
                           vb_bilingual_get (vb_ladder_area_get_name (found)));
  return vb_document_change (self, label, put_area, &row, error);
}

gboolean
vb_document_set_area_comment (
    VbDocument *self, gint64 assessment_id, const char *area, const char *comment, GError **error)
{
  VbAssessmentAreaRow row;
  VbLadderArea *found;
  g_autofree char *copy = NULL;
  g_autofree char *label = NULL;
  g_autofree char *what = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (area != NULL, FALSE);

  found = expect_area (self, assessment_id, area, &row, error);
  if (found == NULL || !vb_document_take_text (comment, &copy, error))
    return FALSE;
  row.facts.comment = copy;
  what = g_strdup_printf ("comment %" G_GINT64_FORMAT " %s", assessment_id, area);
  /* Translators: follows "Undo"; %s is an area of a ladder */
  label = g_strdup_printf (_ ("change of comment, %s"),
                           vb_bilingual_get (vb_ladder_area_get_name (found)));
  return vb_document_change_text (self, what, label, put_area, &row, error);
}

gboolean
vb_document_set_area_plan (VbDocument *self,
                           gint64 assessment_id,
                           const char *area,
                           guint priority,
                           const char *owner_role,
                           VbDay by,
                           GError **error)
{
  VbAssessmentAreaRow row;
  VbLadderArea *found;
  g_autofree char *copy = NULL;
  g_autofree char *label = NULL;
  g_autofree char *what = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (area != NULL, FALSE);

  found = expect_area (self, assessment_id, area, &row, error);
  if (found == NULL || !vb_document_take_text (owner_role, &copy, error))
    return FALSE;
  if (priority > VB_ASSESSMENT_MAX_PRIORITY)
    return vb_document_fail_invalid (_ ("There is no such priority"), error);
  row.facts.priority = priority;
  row.facts.owner_role = copy;
  row.facts.by = by;
  what = g_strdup_printf ("plan %" G_GINT64_FORMAT " %s", assessment_id, area);
  /* Translators: follows "Undo"; %s is an area of a ladder */
  label = g_strdup_printf (_ ("change of plan, %s"),
                           vb_bilingual_get (vb_ladder_area_get_name (found)));
  return vb_document_change_text (self, what, label, put_area, &row, error);
}

/* ---- where it was left ----------------------------------------------------------------------- */

typedef struct
{
  gint64 id;
  const char *area;
} Place;

static gboolean
put_place (VbStoreConnection *connection, gpointer data, GError **error)
{
  const Place *place = data;

  return vb_assessment_table_set_place (connection, place->id, place->area, error);
}

gboolean
vb_document_set_current_area (VbDocument *self,
                              gint64 assessment_id,
                              const char *area,
                              GError **error)
{
  Place place = { assessment_id, area };
  VbAssessment *assessment;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  assessment = expect_assessment (self, assessment_id, error);
  if (assessment == NULL || !vb_document_check_writable (self, error))
    return FALSE;
  if (area != NULL && vb_ladder_find_area (vb_assessment_get_ladder (assessment), area) == NULL)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND, _ ("There is no area “%s” in the ladder"),
                   area);
      return FALSE;
    }
  if (!vb_store_transact (self->connection, VB_STORE_TRANSACT_CHECKED, put_place, &place, error))
    return FALSE;
  vb_document_show_place (self, assessment_id, area);
  return TRUE;
}
