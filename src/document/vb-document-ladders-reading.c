/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ladders and assessments to read, and keeping their objects true. */
#include "vb-document-private.h"

#include <glib/gi18n-lib.h>

#include "vb-answer-table.h"
#include "vb-assessment-private.h"
#include "vb-assessment-table.h"
#include "vb-ladder-version-table.h"
#include "vb-list-private.h"

/* From so many assessments on, reading all of them is quicker than reading each. */
#define MANY_ASSESSMENTS 16

/* ---- ladders --------------------------------------------------------------------------------- */

static gint64
get_ladder_id (VbLadder *ladder)
{
  return vb_ladder_make_id (vb_ladder_get_id (ladder), vb_ladder_get_version (ladder));
}

/* A ladder never changes, so the object that is there is true as long as the row is. */
gboolean
vb_document_refresh_ladders (VbDocument *self, GError **error)
{
  g_autoptr (GPtrArray) ladders = vb_ladder_version_table_read (self->connection, error);

  if (ladders == NULL)
    return FALSE;
  for (guint i = 0; i < ladders->len; i++)
    {
      VbLadder *known = vb_document_get_ladder (self, get_ladder_id (ladders->pdata[i]));

      if (known != NULL && vb_ladder_equal (known, ladders->pdata[i]))
        g_set_object ((VbLadder **) &ladders->pdata[i], known);
    }
  vb_list_store_set_items (self->ladders, ladders);
  return TRUE;
}

GListModel *
vb_document_get_ladders (VbDocument *self)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (self->ladders);
}

VbLadder *
vb_document_get_ladder (VbDocument *self, gint64 ladder_id)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->ladders)); i++)
    {
      g_autoptr (VbLadder) ladder = g_list_model_get_item (G_LIST_MODEL (self->ladders), i);

      if (get_ladder_id (ladder) == ladder_id)
        return ladder; /* the list keeps it alive */
    }
  return NULL;
}

VbLadder *
vb_document_find_ladder (VbDocument *self, const char *id, const char *version)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (id != NULL && version != NULL, NULL);

  return vb_document_get_ladder (self, vb_ladder_make_id (id, version));
}

/* ---- assessments ----------------------------------------------------------------------------- */

/* The schema keeps this from happening; a file from elsewhere may still try. */
static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, VB_ERROR, VB_ERROR_DAMAGED,
                       _ ("The document is damaged: it refers to what is not there"));
  return FALSE;
}

static VbAssessment *
get_or_make_assessment (VbDocument *self, const VbAssessmentRow *row, GError **error)
{
  VbAssessment *known = g_hash_table_lookup (self->assessments_by_id, &row->id);
  VbLadder *ladder = vb_document_get_ladder (self, row->ladder);

  if (ladder == NULL)
    {
      fail_damaged (error);
      return NULL;
    }
  if (known != NULL && vb_assessment_get_ladder (known) == ladder
      && vb_assessment_get_unit_id (known) == row->unit)
    return g_object_ref (known);
  return vb_assessment_new (row->id, row->unit, ladder);
}

/* Puts together the objects of today; those that stay are the same. Nobody is told yet. */
static gboolean
collect_assessments (VbDocument *self, GPtrArray *items, GHashTable *by_id, GError **error)
{
  g_autoptr (GArray) rows = vb_assessment_table_read (self->connection, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const VbAssessmentRow *row = &g_array_index (rows, VbAssessmentRow, i);
      VbAssessment *assessment = get_or_make_assessment (self, row, error);

      if (assessment == NULL)
        return FALSE;
      g_ptr_array_add (items, assessment);
      g_hash_table_insert (by_id, g_memdup2 (&row->id, sizeof row->id), g_object_ref (assessment));
      g_object_freeze_notify (G_OBJECT (assessment));
      vb_assessment_set_facts (assessment, row->role, row->day, row->participants, row->state,
                               row->note);
      vb_assessment_set_current_area (assessment, row->place);
    }
  return TRUE;
}

static gboolean
refresh_list (VbDocument *self, GPtrArray *items, GError **error)
{
  g_autoptr (GHashTable) by_id =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);

  if (!collect_assessments (self, items, by_id, error))
    return FALSE;
  g_hash_table_unref (self->assessments_by_id);
  self->assessments_by_id = g_steal_pointer (&by_id);
  return TRUE;
}

/* What one assessment says, gathered while rows are read. */
static VbAssessmentAnswers *
get_or_make_answers (VbDocument *self, GHashTable *by_id, gint64 id)
{
  VbAssessmentAnswers *answers = g_hash_table_lookup (by_id, &id);
  VbAssessment *assessment = vb_document_get_assessment (self, id);

  if (answers == NULL && assessment != NULL)
    {
      answers = vb_assessment_answers_new (vb_assessment_get_ladder (assessment));
      g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), answers);
    }
  return answers;
}

static gboolean
collect_answers (VbDocument *self, gint64 id, GHashTable *by_id, GError **error)
{
  g_autoptr (GArray) rows = vb_answer_table_read (self->connection, id, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      VbAnswerRow *row = &g_array_index (rows, VbAnswerRow, i);
      VbAssessment *assessment = vb_document_get_assessment (self, row->assessment);
      VbAssessmentAnswers *answers = get_or_make_answers (self, by_id, row->assessment);
      guint index;

      if (answers == NULL
          || !vb_ladder_find_statement_index (vb_assessment_get_ladder (assessment), row->statement,
                                              &index))
        return fail_damaged (error);
      if (answers->answers[index] != VB_ANSWER_NONE || answers->evidence[index] != NULL)
        return fail_damaged (error);
      answers->answers[index] = (guint8) row->answer;
      answers->evidence[index] = g_steal_pointer (&row->evidence);
    }
  return TRUE;
}

static gboolean
collect_areas (VbDocument *self, gint64 id, GHashTable *by_id, GError **error)
{
  g_autoptr (GArray) rows = vb_answer_table_read_areas (self->connection, id, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      VbAssessmentAreaRow *row = &g_array_index (rows, VbAssessmentAreaRow, i);
      VbAssessment *assessment = vb_document_get_assessment (self, row->assessment);
      VbAssessmentAnswers *answers = get_or_make_answers (self, by_id, row->assessment);
      VbLadder *ladder = assessment != NULL ? vb_assessment_get_ladder (assessment) : NULL;
      guint index;

      if (answers == NULL || !vb_ladder_find_area_index (ladder, row->area, &index)
          || row->facts.wanted_step > vb_ladder_get_n_steps (ladder)
          || answers->areas[index].owner_role != NULL || answers->areas[index].comment != NULL)
        return fail_damaged (error);
      answers->areas[index] = row->facts;
      memset (&row->facts, 0, sizeof row->facts);
    }
  return TRUE;
}

static void
add_value (gpointer key, gpointer assessment, gpointer shown)
{
  g_ptr_array_add (shown, g_object_ref (assessment));
}

static void
show_answers (VbDocument *self, VbAssessment *assessment, GHashTable *by_id)
{
  gint64 id = vb_assessment_get_id (assessment);
  g_autofree gpointer key = NULL;
  VbAssessmentAnswers *answers;

  /* Who was told of another may have taken this one away. */
  if (vb_document_get_assessment (self, id) != assessment)
    return;
  get_or_make_answers (self, by_id, id);
  g_hash_table_steal_extended (by_id, &id, &key, (gpointer *) &answers);
  vb_assessment_take_answers (assessment, answers);
}

/* @id: 0 for all. */
static gboolean
refresh_answers (VbDocument *self, gint64 id, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (
      g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) vb_assessment_answers_free);
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);

  if (!collect_answers (self, id, by_id, error) || !collect_areas (self, id, by_id, error))
    return FALSE;
  if (id != 0)
    g_ptr_array_add (shown, g_object_ref (vb_document_get_assessment (self, id)));
  else
    g_hash_table_foreach (self->assessments_by_id, add_value, shown);
  for (guint i = 0; i < shown->len; i++)
    show_answers (self, shown->pdata[i], by_id);
  return TRUE;
}

static gboolean
refresh_touched_answers (VbDocument *self, GBytes *changeset, GError **error)
{
  const VbTouched answers =
      VB_TOUCHED (VB_STORE_TABLE_ANSWER) | VB_TOUCHED (VB_STORE_TABLE_ASSESSMENT_AREA);
  g_autoptr (GArray) ids = NULL;

  if (changeset == NULL)
    return refresh_answers (self, 0, error);
  ids = vb_changeset_list_rows (changeset, answers);
  if (ids->len >= MANY_ASSESSMENTS)
    return refresh_answers (self, 0, error);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      /* It may have gone together with its answers. */
      if (vb_document_get_assessment (self, id) != NULL && !refresh_answers (self, id, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
vb_document_refresh_assessments (VbDocument *self,
                                 VbTouched touched,
                                 GBytes *changeset,
                                 GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean listed = (touched & VB_TOUCHED (VB_STORE_TABLE_ASSESSMENT)) != 0;
  gboolean done;

  done = !listed || refresh_list (self, items, error);
  done = done && refresh_touched_answers (self, changeset, error);
  /* Who looks at the list finds the answers there. */
  if (done && listed)
    vb_list_store_set_items (self->assessments, items);
  for (guint i = 0; i < items->len; i++)
    g_object_thaw_notify (items->pdata[i]);
  return done;
}

GListModel *
vb_document_get_assessments (VbDocument *self)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (self->assessments);
}

VbAssessment *
vb_document_get_assessment (VbDocument *self, gint64 id)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  return g_hash_table_lookup (self->assessments_by_id, &id);
}

void
vb_document_show_place (VbDocument *self, gint64 assessment_id, const char *area)
{
  VbAssessment *assessment = vb_document_get_assessment (self, assessment_id);

  if (assessment != NULL)
    vb_assessment_set_current_area (assessment, area);
}

guint
vb_document_get_smallest_group (VbDocument *self)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), 1);

  return self->settings.smallest_group;
}
