/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking assessments that were made in other documents: a region gathers what its units filled in.
 */
#include "vb-document-private.h"

#include <glib/gi18n-lib.h>

#include "vb-answer-table.h"
#include "vb-assessment-table.h"
#include "vb-ladder-version-table.h"

typedef struct
{
  const VbGathered *gathered;
  const VbGatheredOutcome *outcomes;
  guint n;
  GPtrArray *ladders; /* of VbLadder, to be taken in first */
} Gathering;

static VbLadder *
find_ladder (GPtrArray *ladders, VbLadder *like)
{
  for (guint i = 0; i < ladders->len; i++)
    {
      VbLadder *ladder = ladders->pdata[i];

      if (g_str_equal (vb_ladder_get_id (ladder), vb_ladder_get_id (like))
          && g_str_equal (vb_ladder_get_version (ladder), vb_ladder_get_version (like)))
        return ladder;
    }
  return NULL;
}

/* Whether the ladder's text is the one that the document has, or will have. */
static gboolean
accept_ladder (VbDocument *self, GPtrArray *ladders, VbLadder *ladder)
{
  VbLadder *known =
      vb_document_find_ladder (self, vb_ladder_get_id (ladder), vb_ladder_get_version (ladder));

  if (known == NULL)
    known = find_ladder (ladders, ladder);
  if (known == NULL)
    g_ptr_array_add (ladders, ladder);
  return known == NULL || known == ladder || vb_ladder_equal (known, ladder);
}

static VbGatheredOutcome
judge (VbDocument *self,
       const VbGathered *item,
       GHashTable *seen,
       GPtrArray *ladders,
       gboolean replace)
{
  gint64 id = vb_assessment_get_id (item->assessment);
  VbAssessment *known = vb_document_get_assessment (self, id);
  VbAssessment *before = g_hash_table_lookup (seen, &id);

  /* The same one twice among those gathered: the first stands. */
  if (before != NULL)
    return vb_assessment_equal (before, item->assessment) ? VB_GATHERED_SAME : VB_GATHERED_DIFFERS;
  if (!accept_ladder (self, ladders, vb_assessment_get_ladder (item->assessment)))
    return VB_GATHERED_REFUSED;
  g_hash_table_insert (seen, g_memdup2 (&id, sizeof id), item->assessment);
  if (known == NULL)
    return VB_GATHERED_ADDED;
  if (vb_assessment_equal (known, item->assessment))
    return VB_GATHERED_SAME;
  /* Of which ladder an assessment is never changes. */
  if (!vb_ladder_equal (vb_assessment_get_ladder (known),
                        vb_assessment_get_ladder (item->assessment)))
    return VB_GATHERED_REFUSED;
  return replace ? VB_GATHERED_REPLACED : VB_GATHERED_DIFFERS;
}

/* ---- writing --------------------------------------------------------------------------------- */

static gboolean
write_answers (VbStoreConnection *connection,
               VbAssessment *assessment,
               gint64 ladder_id,
               GError **error)
{
  VbLadder *ladder = vb_assessment_get_ladder (assessment);
  guint n = vb_ladder_get_n_statements (ladder);

  for (guint i = 0; i < n; i++)
    {
      const char *statement = vb_ladder_statement_get_id (vb_ladder_get_statement (ladder, i));
      VbAnswerRow row = { vb_assessment_get_id (assessment), ladder_id, (char *) statement,
                          vb_assessment_get_answer (assessment, statement),
                          (char *) vb_assessment_get_evidence (assessment, statement) };

      if ((row.answer != VB_ANSWER_NONE || row.evidence != NULL)
          && !vb_answer_table_put (connection, &row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_areas (VbStoreConnection *connection,
             VbAssessment *assessment,
             gint64 ladder_id,
             GError **error)
{
  GListModel *areas = vb_ladder_get_areas (vb_assessment_get_ladder (assessment));

  for (guint i = 0; i < g_list_model_get_n_items (areas); i++)
    {
      g_autoptr (VbLadderArea) area = g_list_model_get_item (areas, i);
      const char *id = vb_ladder_area_get_id (area);
      VbAssessmentAreaRow row = { vb_assessment_get_id (assessment), ladder_id, (char *) id,
                                  *vb_assessment_get_area (assessment, id) };

      if (!vb_answer_table_put_area (connection, &row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_assessment (VbStoreConnection *connection,
                  const VbGathered *item,
                  gboolean is_new,
                  GError **error)
{
  VbAssessment *assessment = item->assessment;
  VbLadder *ladder = vb_assessment_get_ladder (assessment);
  VbAssessmentRow row = {
    .id = vb_assessment_get_id (assessment),
    .unit = item->unit_id,
    .ladder = vb_ladder_make_id (vb_ladder_get_id (ladder), vb_ladder_get_version (ladder)),
    .role = vb_assessment_get_role (assessment),
    .day = vb_assessment_get_day (assessment),
    .participants = vb_assessment_get_participants (assessment),
    .state = vb_assessment_get_state (assessment),
    .note = (char *) vb_assessment_get_note (assessment),
  };
  gboolean written = is_new ? vb_assessment_table_insert (connection, &row, error)
                            : vb_assessment_table_update (connection, &row, error)
                                  && vb_answer_table_clear (connection, row.id, error);

  return written && write_answers (connection, assessment, row.ladder, error)
         && write_areas (connection, assessment, row.ladder, error);
}

static gboolean
write_gathered (VbStoreConnection *connection, gpointer data, GError **error)
{
  const Gathering *gathering = data;

  for (guint i = 0; i < gathering->ladders->len; i++)
    if (!vb_ladder_version_table_insert (connection, gathering->ladders->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < gathering->n; i++)
    {
      VbGatheredOutcome outcome = gathering->outcomes[i];

      if ((outcome == VB_GATHERED_ADDED || outcome == VB_GATHERED_REPLACED)
          && !write_assessment (connection, &gathering->gathered[i], outcome == VB_GATHERED_ADDED,
                                error))
        return FALSE;
    }
  return TRUE;
}

gboolean
vb_document_gather_assessments (VbDocument *self,
                                const VbGathered *gathered,
                                guint n,
                                gboolean replace,
                                VbGatheredOutcome *outcomes,
                                GError **error)
{
  g_autofree VbGatheredOutcome *judged = g_new0 (VbGatheredOutcome, n);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) ladders = g_ptr_array_new ();
  Gathering gathering = { gathered, judged, n, ladders };
  guint n_written = 0;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (gathered != NULL || n == 0, FALSE);

  for (guint i = 0; i < n; i++)
    {
      if (vb_document_expect_unit (self, gathered[i].unit_id, error) == NULL)
        return FALSE;
      judged[i] = judge (self, &gathered[i], seen, ladders, replace);
      n_written += judged[i] == VB_GATHERED_ADDED || judged[i] == VB_GATHERED_REPLACED;
    }
  if (n_written > 0)
    {
      /* Translators: follows "Undo" */
      label = g_strdup_printf (ngettext ("gathering of %u self-assessment",
                                         "gathering of %u self-assessments", n_written),
                               n_written);
      if (!vb_document_change (self, label, write_gathered, &gathering, error))
        return FALSE;
    }
  if (outcomes != NULL && n > 0)
    memcpy (outcomes, judged, n * sizeof *outcomes);
  return TRUE;
}
