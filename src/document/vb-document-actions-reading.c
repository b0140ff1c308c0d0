/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions, focus areas and dialogues to read, and keeping their objects true. */
#include "vb-document-private.h"

#include <glib/gi18n-lib.h>

#include "vb-action-private.h"
#include "vb-action-table.h"
#include "vb-dialogue-private.h"
#include "vb-dialogue-table.h"
#include "vb-focus-area-private.h"
#include "vb-focus-measure-private.h"
#include "vb-focus-table.h"
#include "vb-list-private.h"

typedef gint64 (*GetId) (gpointer item);

static gpointer
find_item (GListStore *store, gint64 id, GetId get_id)
{
  g_autoptr (GObject) item = vb_document_find_item (store, 0, id, get_id);

  return item; /* the list keeps it alive */
}

/* ---- actions --------------------------------------------------------------------------------- */

gboolean
vb_document_refresh_actions (VbDocument *self, GError **error)
{
  g_autoptr (GArray) rows = vb_action_table_read (self->connection, error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const VbActionRow *row = &g_array_index (rows, VbActionRow, i);
      VbAction *action =
          vb_document_find_item (self->actions, i, row->id, (GetId) vb_action_get_id);

      if (action == NULL)
        action = vb_action_new (row->id, &row->facts);
      else
        vb_action_set_facts (action, &row->facts);
      g_ptr_array_add (items, action);
    }
  vb_list_store_set_items (self->actions, items);
  return TRUE;
}

GListModel *
vb_document_get_actions (VbDocument *self)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (self->actions);
}

VbAction *
vb_document_get_action (VbDocument *self, gint64 id)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  return find_item (self->actions, id, (GetId) vb_action_get_id);
}

/* ---- dialogues ------------------------------------------------------------------------------- */

gboolean
vb_document_refresh_dialogues (VbDocument *self, GError **error)
{
  g_autoptr (GArray) rows = vb_dialogue_table_read (self->connection, error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const VbDialogueRow *row = &g_array_index (rows, VbDialogueRow, i);
      VbDialogue *dialogue =
          vb_document_find_item (self->dialogues, i, row->id, (GetId) vb_dialogue_get_id);

      if (dialogue == NULL)
        dialogue = vb_dialogue_new (row->id, &row->facts);
      else
        vb_dialogue_set_facts (dialogue, &row->facts);
      g_ptr_array_add (items, dialogue);
    }
  vb_list_store_set_items (self->dialogues, items);
  return TRUE;
}

GListModel *
vb_document_get_dialogues (VbDocument *self)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (self->dialogues);
}

VbDialogue *
vb_document_get_dialogue (VbDocument *self, gint64 id)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  return find_item (self->dialogues, id, (GetId) vb_dialogue_get_id);
}

/* ---- focus areas ----------------------------------------------------------------------------- */

/* There are a few hundred of them at most: each measure looks for its own. */
static void
show_outcomes (VbFocusMeasure *measure, GArray *outcomes)
{
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (VbFocusOutcome));

  for (guint i = 0; i < outcomes->len; i++)
    {
      const VbFocusOutcomeRow *row = &g_array_index (outcomes, VbFocusOutcomeRow, i);

      if (row->measure == vb_focus_measure_get_id (measure))
        g_array_append_val (own, row->outcome);
    }
  vb_focus_measure_set_outcomes (measure, (const VbFocusOutcome *) own->data, own->len);
}

/* The measures of the area @id, known ones as the objects they are. */
static GPtrArray *
collect_measures (VbDocument *self, gint64 id, GArray *rows, GArray *outcomes)
{
  GPtrArray *measures = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    {
      const VbFocusMeasureRow *row = &g_array_index (rows, VbFocusMeasureRow, i);
      VbFocusMeasure *measure;

      if (row->facts.focus_area_id != id)
        continue;
      measure = vb_document_get_focus_measure (self, row->id);
      if (measure != NULL)
        g_object_ref (measure);
      else
        measure = vb_focus_measure_new (row->id, &row->facts);
      vb_focus_measure_set_facts (measure, &row->facts);
      show_outcomes (measure, outcomes);
      g_ptr_array_add (measures, measure);
    }
  return measures;
}

gboolean
vb_document_refresh_focus_areas (VbDocument *self, GError **error)
{
  g_autoptr (GArray) rows = vb_focus_table_read_areas (self->connection, error);
  g_autoptr (GArray) measure_rows = NULL;
  g_autoptr (GArray) outcomes = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) measures =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  if (rows == NULL)
    return FALSE;
  measure_rows = vb_focus_table_read_measures (self->connection, error);
  outcomes = measure_rows != NULL ? vb_focus_table_read_outcomes (self->connection, error) : NULL;
  if (outcomes == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const VbFocusAreaRow *row = &g_array_index (rows, VbFocusAreaRow, i);
      VbFocusArea *area =
          vb_document_find_item (self->focus_areas, i, row->id, (GetId) vb_focus_area_get_id);

      if (area == NULL)
        area = vb_focus_area_new (row->id, &row->facts);
      g_ptr_array_add (items, area);
      /* Before any list changes, since a measure may move from one area to another. */
      g_ptr_array_add (measures, collect_measures (self, row->id, measure_rows, outcomes));
    }
  for (guint i = 0; i < items->len; i++)
    {
      const VbFocusAreaRow *row = &g_array_index (rows, VbFocusAreaRow, i);

      vb_focus_area_set_facts (items->pdata[i], &row->facts);
      vb_focus_area_set_measures (items->pdata[i], measures->pdata[i]);
    }
  vb_list_store_set_items (self->focus_areas, items);
  return TRUE;
}

GListModel *
vb_document_get_focus_areas (VbDocument *self)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (self->focus_areas);
}

VbFocusArea *
vb_document_get_focus_area (VbDocument *self, gint64 id)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  return find_item (self->focus_areas, id, (GetId) vb_focus_area_get_id);
}

VbFocusMeasure *
vb_document_get_focus_measure (VbDocument *self, gint64 id)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->focus_areas)); i++)
    {
      g_autoptr (VbFocusArea) area = g_list_model_get_item (G_LIST_MODEL (self->focus_areas), i);
      VbFocusMeasure *measure = find_item (G_LIST_STORE (vb_focus_area_get_measures (area)), id,
                                           (GetId) vb_focus_measure_get_id);

      if (measure != NULL)
        return measure;
    }
  return NULL;
}
