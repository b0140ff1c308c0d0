/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of actions. Each is checked, then goes the one path. */
#include "vb-document-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "vb-action-table.h"
#include "vb-import-taker.h"

#define MAX_EFFECT 1e15

VbAction *
vb_document_expect_action (VbDocument *self, gint64 id, GError **error)
{
  VbAction *action = vb_document_get_action (self, id);

  if (action == NULL)
    g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                         _ ("The action is no longer in the document"));
  return action;
}

/* ---- what an action may say ------------------------------------------------------------------ */

static gboolean
check_effects (const VbActionFacts *facts, GError **error)
{
  const double effects[] = { facts->effect_low, facts->effect_base, facts->effect_high };
  double least = -MAX_EFFECT;

  for (gsize i = 0; i < G_N_ELEMENTS (effects); i++)
    {
      if (isnan (effects[i]))
        continue;
      if (!(fabs (effects[i]) <= MAX_EFFECT))
        return vb_document_fail_invalid (_ ("The effect is out of range"), error);
      if (effects[i] < least)
        return vb_document_fail_invalid (
            _ ("The low effect is at most the expected one, and that at most the high one"), error);
      least = effects[i];
    }
  return TRUE;
}

/* The statement that is not met, if any. */
static gboolean
check_link (VbDocument *self, const VbActionFacts *facts, GError **error)
{
  VbLadder *ladder;
  VbAssessment *assessment;

  if (facts->ladder_id == 0 && facts->statement == NULL && facts->assessment_id == 0)
    return TRUE;
  ladder = vb_document_get_ladder (self, facts->ladder_id);
  if (ladder == NULL || facts->statement == NULL
      || vb_ladder_find_statement (ladder, facts->statement) == NULL)
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                           _ ("The statement that the action is linked to is not in the document"));
      return FALSE;
    }
  if (facts->assessment_id == 0)
    return TRUE;
  assessment = vb_document_get_assessment (self, facts->assessment_id);
  if (assessment != NULL && vb_assessment_get_ladder (assessment) == ladder)
    return TRUE;
  g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                       _ ("The self-assessment is no longer in the document"));
  return FALSE;
}

static gboolean
check_facts (VbDocument *self, const VbActionFacts *facts, GError **error)
{
  if (vb_document_expect_unit (self, facts->unit_id, error) == NULL)
    return FALSE;
  if (facts->focus_area_id != 0
      && vb_document_expect_focus_area (self, facts->focus_area_id, error) == NULL)
    return FALSE;
  if (facts->start != VB_DAY_NONE && facts->due != VB_DAY_NONE && facts->due < facts->start)
    return vb_document_fail_invalid (_ ("An action cannot be due before it starts"), error);
  return check_effects (facts, error) && check_link (self, facts, error);
}

/* The row to be written, the texts its own. */
static gboolean
make_row (VbDocument *self, gint64 id, const VbActionFacts *facts, VbActionRow *row, GError **error)
{
  row->id = id;
  row->facts = *facts;
  row->facts.title = NULL;
  row->facts.description = NULL;
  row->facts.owner_role = NULL;
  row->facts.statement = NULL;
  if (!check_facts (self, facts, error)
      || !vb_document_take_text (facts->title, &row->facts.title, error)
      || !vb_document_take_text (facts->description, &row->facts.description, error)
      || !vb_document_take_text (facts->owner_role, &row->facts.owner_role, error))
    return FALSE;
  if (row->facts.title == NULL)
    return vb_document_fail_invalid (_ ("An action must have a title"), error);
  g_strstrip (row->facts.title);
  row->facts.statement = g_strdup (facts->statement);
  if (facts->status != VB_ACTION_DONE)
    row->facts.done = VB_DAY_NONE;
  return TRUE;
}

static void
row_clear (VbActionRow *row)
{
  vb_action_facts_clear (&row->facts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VbActionRow, row_clear)

/* ---- changes --------------------------------------------------------------------------------- */

static gboolean
insert_action (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_action_table_insert (connection, data, error);
}

gint64
vb_document_add_action (VbDocument *self, const VbActionFacts *facts, GError **error)
{
  g_auto (VbActionRow) row = { 0 };
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), 0);
  g_return_val_if_fail (facts != NULL, 0);

  if (!make_row (self, vb_draw_id (&self->ids), facts, &row, error))
    return 0;
  /* Translators: follows "Undo"; %s is the title of an action */
  label = g_strdup_printf (_ ("addition of action, %s"), row.facts.title);
  return vb_document_change (self, label, insert_action, &row, error) ? row.id : 0;
}

static gboolean
update_action (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_action_table_update (connection, data, error);
}

gboolean
vb_document_change_action (VbDocument *self, gint64 id, const VbActionFacts *facts, GError **error)
{
  g_auto (VbActionRow) row = { 0 };
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (facts != NULL, FALSE);

  if (vb_document_expect_action (self, id, error) == NULL
      || !make_row (self, id, facts, &row, error))
    return FALSE;
  /* Translators: follows "Undo"; %s is the title of an action */
  label = g_strdup_printf (_ ("change of action, %s"), row.facts.title);
  return vb_document_change (self, label, update_action, &row, error);
}

gboolean
vb_document_set_action_status (
    VbDocument *self, gint64 id, VbActionStatus status, VbDay day, GError **error)
{
  VbAction *action;
  VbActionRow row;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail ((guint) status < VB_N_ACTION_STATUSES, FALSE);

  action = vb_document_expect_action (self, id, error);
  if (action == NULL)
    return FALSE;
  row.id = id;
  row.facts = *vb_action_get_facts (action);
  row.facts.status = status;
  row.facts.done = status == VB_ACTION_DONE ? day : VB_DAY_NONE;
  /* Translators: follows "Undo"; %s is the title of an action */
  label = g_strdup_printf (_ ("change of status, %s"), row.facts.title);
  return vb_document_change (self, label, update_action, &row, error);
}

static gboolean
delete_action (VbStoreConnection *connection, gpointer data, GError **error)
{
  const gint64 *id = data;

  return vb_action_table_delete (connection, *id, error);
}

gboolean
vb_document_remove_action (VbDocument *self, gint64 id, GError **error)
{
  VbAction *action;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  action = vb_document_expect_action (self, id, error);
  if (action == NULL)
    return FALSE;
  /* Translators: follows "Undo"; %s is the title of an action */
  label = g_strdup_printf (_ ("removal of action, %s"), vb_action_get_facts (action)->title);
  return vb_document_change (self, label, delete_action, &id, error);
}
