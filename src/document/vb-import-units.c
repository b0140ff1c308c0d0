/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-import-units.h"

#include <math.h>

#include "vb-import-taker.h"
#include "vb-unit-finder.h"
#include "vb-unit-matcher.h"
#include "vb-unit-table.h"

static VbUnitCandidate *
make_unit (VbUnitMatcher *self,
           gint64 parent,
           VbUnitKind kind,
           const char *name,
           gint64 import,
           VbRandom *ids)
{
  VbUnitRow row = { 0 };

  row.id = vb_draw_id (ids);
  row.parent = parent;
  row.kind = kind;
  row.name = g_strdup (name);
  row.acute_share = NAN;
  row.import = import;
  return vb_unit_matcher_add (self, &row);
}

/* The unit under which the batch's roots hang: one that is there, or a nation to be made. */
static gboolean
find_top (VbUnitMatcher *self,
          GArray *rows,
          const char *under,
          gint64 import,
          VbRandom *ids,
          gint64 *top,
          GError **error)
{
  g_autoptr (GError) local_error = NULL;
  const VbUnitRow *row;

  *top = 0;
  if (under == NULL)
    return TRUE;
  row = vb_unit_finder_find (rows, under, &local_error);
  if (row != NULL)
    *top = row->id;
  else if (g_error_matches (local_error, VB_ERROR, VB_ERROR_NOT_FOUND))
    *top = make_unit (self, 0, VB_UNIT_NATION, under, import, ids)->row.id;
  else
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

VbImportUnits *
vb_import_units_new (
    VbStoreConnection *connection, VbBatch *batch, gint64 import, VbRandom *ids, GError **error)
{
  g_autoptr (GArray) rows = vb_unit_table_read (connection, error);
  g_autoptr (VbUnitMatcher) matcher = NULL;
  g_autoptr (VbImportUnits) self = NULL;
  gint64 top;

  if (rows == NULL)
    return NULL;
  matcher = vb_unit_matcher_new (rows);
  if (!find_top (matcher, rows, vb_batch_get_under (batch), import, ids, &top, error))
    return NULL;

  self = g_new0 (VbImportUnits, 1);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->made = g_array_new (FALSE, FALSE, sizeof (VbUnitRow));
  self->changed = g_array_new (FALSE, FALSE, sizeof (VbUnitRow));
  g_array_set_clear_func (self->made, (GDestroyNotify) vb_unit_matcher_clear_row);
  g_array_set_clear_func (self->changed, (GDestroyNotify) vb_unit_matcher_clear_row);

  for (guint i = 0; i < vb_batch_get_n_units (batch); i++)
    {
      const VbBatchUnit *unit = vb_batch_get_unit (batch, i);
      gint64 parent = unit->parent >= 0 ? g_array_index (self->ids, gint64, unit->parent) : top;
      VbUnitCandidate *candidate;

      if (unit->parent == VB_BATCH_UNDER_ITSELF)
        {
          g_array_append_val (self->ids, top);
          continue;
        }
      candidate = vb_unit_matcher_find (matcher, parent, unit->name, unit->code);
      if (candidate == NULL)
        candidate = make_unit (matcher, parent, unit->kind, unit->name, import, ids);
      candidate->claimed = TRUE;
      vb_unit_matcher_learn (matcher, candidate, unit->code, unit->care_type, unit->acute_share);
      g_array_append_val (self->ids, candidate->row.id);
    }
  vb_unit_matcher_collect (matcher, self->made, self->changed);
  return g_steal_pointer (&self);
}

void
vb_import_units_free (VbImportUnits *self)
{
  g_array_unref (self->ids);
  g_array_unref (self->made);
  g_array_unref (self->changed);
  g_free (self);
}

gboolean
vb_import_units_write (VbImportUnits *self, VbStoreConnection *connection, GError **error)
{
  for (guint i = 0; i < self->made->len; i++)
    if (!vb_unit_table_insert (connection, &g_array_index (self->made, VbUnitRow, i), error))
      return FALSE;
  for (guint i = 0; i < self->changed->len; i++)
    if (!vb_unit_table_update (connection, &g_array_index (self->changed, VbUnitRow, i), error))
      return FALSE;
  return self->made->len == 0 || vb_unit_table_check_depth (connection, error);
}
