/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans, lines and holds to read, and keeping them true. */
#include "vb-document-private.h"

#include "vb-list-private.h"
#include "vb-plan-private.h"

static void
show_years (VbPlan *plan, GArray *rows)
{
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (VbPlanYear));

  for (guint i = 0; i < rows->len; i++)
    {
      const VbPlanYearRow *row = &g_array_index (rows, VbPlanYearRow, i);

      if (row->plan == vb_plan_get_id (plan))
        g_array_append_val (own, row->year);
    }
  vb_plan_set_years (plan, (const VbPlanYear *) (gpointer) own->data, own->len);
}

gboolean
vb_document_refresh_plans (VbDocument *self, GError **error)
{
  g_autoptr (GArray) rows = vb_plan_table_read (self->connection, error);
  g_autoptr (GArray) years = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  years = rows != NULL ? vb_plan_table_read_years (self->connection, error) : NULL;
  lines = years != NULL ? vb_plan_table_read_lines (self->connection, error) : NULL;
  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const VbPlanRow *row = &g_array_index (rows, VbPlanRow, i);
      VbPlan *plan =
          vb_document_find_item (self->plans, i, row->id, (gint64 (*) (gpointer)) vb_plan_get_id);

      if (plan == NULL)
        plan = vb_plan_new (row->id, &row->facts);
      else
        vb_plan_set_facts (plan, &row->facts);
      show_years (plan, years);
      g_ptr_array_add (items, plan);
    }
  vb_list_store_set_items (self->plans, items);
  g_array_unref (self->gap_lines);
  self->gap_lines = g_steal_pointer (&lines);
  return TRUE;
}

GListModel *
vb_document_get_plans (VbDocument *self)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (self->plans);
}

VbPlan *
vb_document_find_plan (VbDocument *self, gint64 unit_id, VbCareGroup group)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->plans)); i++)
    {
      g_autoptr (VbPlan) plan = g_list_model_get_item (G_LIST_MODEL (self->plans), i);
      const VbPlanFacts *facts = vb_plan_get_facts (plan);

      if (facts->unit_id == unit_id && facts->group == group)
        return plan; /* the list keeps it alive */
    }
  return NULL;
}

gboolean
vb_document_find_gap_line (VbDocument *self, gint64 unit_id, VbCareGroup group, VbGapLine *line)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  for (guint i = 0; i < self->gap_lines->len; i++)
    {
      const VbGapLineRow *row = &g_array_index (self->gap_lines, VbGapLineRow, i);

      if (row->unit == unit_id && row->group == group)
        {
          *line = row->line;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
vb_document_refresh_breakdown_holds (VbDocument *self, GError **error)
{
  GArray *rows = vb_plan_table_read_holds (self->connection, error);

  if (rows == NULL)
    return FALSE;
  g_array_unref (self->breakdown_holds);
  self->breakdown_holds = rows;
  return TRUE;
}

VbBreakdownHold
vb_document_get_breakdown_hold (VbDocument *self, gint64 unit_id, VbCareGroup group)
{
  VbBreakdownHold none = { -1, -1 };

  g_return_val_if_fail (VB_IS_DOCUMENT (self), none);

  for (guint i = 0; i < self->breakdown_holds->len; i++)
    {
      const VbBreakdownHoldRow *row = &g_array_index (self->breakdown_holds, VbBreakdownHoldRow, i);

      if (row->unit == unit_id && row->group == group)
        return (VbBreakdownHold){ row->locked, row->minimum };
    }
  return none;
}
