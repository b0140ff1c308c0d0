/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of the log of dialogues. Each is checked, then goes the one path. */
#include "vb-document-private.h"

#include <glib/gi18n-lib.h>

#include "vb-dialogue-table.h"
#include "vb-import-taker.h"

static VbDialogue *
expect_dialogue (VbDocument *self, gint64 id, GError **error)
{
  VbDialogue *dialogue = vb_document_get_dialogue (self, id);

  if (dialogue == NULL)
    g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                         _ ("The dialogue is no longer in the document"));
  return dialogue;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const gint64 *one = a;
  const gint64 *two = b;

  return (*one > *two) - (*one < *two);
}

/* In order, each once. */
static gboolean
take_actions (VbDocument *self, const VbDialogueFacts *from, VbDialogueFacts *to, GError **error)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (sorted, from->action_ids, from->n_actions);
  g_array_sort (sorted, compare_ids);
  to->action_ids = g_new (gint64, from->n_actions);
  for (guint i = 0; i < sorted->len; i++)
    {
      gint64 id = g_array_index (sorted, gint64, i);

      if (vb_document_get_action (self, id) == NULL)
        {
          g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                               _ ("The action is no longer in the document"));
          return FALSE;
        }
      if (to->n_actions == 0 || to->action_ids[to->n_actions - 1] != id)
        to->action_ids[to->n_actions++] = id;
    }
  return TRUE;
}

/* The row to be written, what it points to its own. */
static gboolean
make_row (
    VbDocument *self, gint64 id, const VbDialogueFacts *facts, VbDialogueRow *row, GError **error)
{
  row->id = id;
  row->facts.unit_id = facts->unit_id;
  row->facts.kind = facts->kind;
  row->facts.day = facts->day;
  row->facts.follow_up = facts->follow_up;
  row->facts.followed_up = facts->followed_up != FALSE;
  if (vb_document_expect_unit (self, facts->unit_id, error) == NULL)
    return FALSE;
  if (facts->day == VB_DAY_NONE)
    return vb_document_fail_invalid (_ ("A dialogue must have a date"), error);
  if (facts->follow_up != VB_DAY_NONE && facts->follow_up < facts->day)
    return vb_document_fail_invalid (_ ("A dialogue cannot be followed up before it was held"),
                                     error);
  return vb_document_take_text (facts->parties, &row->facts.parties, error)
         && vb_document_take_text (facts->topics, &row->facts.topics, error)
         && vb_document_take_text (facts->take_aways, &row->facts.take_aways, error)
         && take_actions (self, facts, &row->facts, error);
}

static void
row_clear (VbDialogueRow *row)
{
  vb_dialogue_facts_clear (&row->facts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VbDialogueRow, row_clear)

/* For a label: when it was held. */
static char *
dup_day (const VbDialogueFacts *facts)
{
  return vb_day_format (facts->day);
}

static gboolean
insert_dialogue (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_dialogue_table_insert (connection, data, error);
}

gint64
vb_document_add_dialogue (VbDocument *self, const VbDialogueFacts *facts, GError **error)
{
  g_auto (VbDialogueRow) row = { 0 };
  g_autofree char *day = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), 0);
  g_return_val_if_fail (facts != NULL, 0);

  if (!make_row (self, vb_draw_id (&self->ids), facts, &row, error))
    return 0;
  day = dup_day (&row.facts);
  /* Translators: follows "Undo"; %s is a date */
  label = g_strdup_printf (_ ("addition of dialogue, %s"), day);
  return vb_document_change (self, label, insert_dialogue, &row, error) ? row.id : 0;
}

static gboolean
update_dialogue (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_dialogue_table_update (connection, data, error);
}

gboolean
vb_document_change_dialogue (VbDocument *self,
                             gint64 id,
                             const VbDialogueFacts *facts,
                             GError **error)
{
  g_auto (VbDialogueRow) row = { 0 };
  g_autofree char *day = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (facts != NULL, FALSE);

  if (expect_dialogue (self, id, error) == NULL || !make_row (self, id, facts, &row, error))
    return FALSE;
  day = dup_day (&row.facts);
  /* Translators: follows "Undo"; %s is a date */
  label = g_strdup_printf (_ ("change of dialogue, %s"), day);
  return vb_document_change (self, label, update_dialogue, &row, error);
}

static gboolean
delete_dialogue (VbStoreConnection *connection, gpointer data, GError **error)
{
  const gint64 *id = data;

  return vb_dialogue_table_delete (connection, *id, error);
}

gboolean
vb_document_remove_dialogue (VbDocument *self, gint64 id, GError **error)
{
  VbDialogue *dialogue;
  g_autofree char *day = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  dialogue = expect_dialogue (self, id, error);
  if (dialogue == NULL)
    return FALSE;
  day = dup_day (vb_dialogue_get_facts (dialogue));
  /* Translators: follows "Undo"; %s is a date */
  label = g_strdup_printf (_ ("removal of dialogue, %s"), day);
  return vb_document_change (self, label, delete_dialogue, &id, error);
}
