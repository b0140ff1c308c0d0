/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-import-units.h"

#include <math.h>

#include "vb-import-taker.h"
#include "vb-unit-finder.h"
#include "vb-unit-table.h"

/* A unit while it is being matched. */
typedef struct
{
  VbUnitRow row; /* texts owned */
  gboolean made;
  gboolean changed;
  gboolean claimed; /* by a unit of the batch; a second one is another unit */
} Candidate;

typedef struct
{
  GPtrArray *candidates;  /* of Candidate */
  GHashTable *by_code;    /* "parent\ncode" → Candidate */
  GHashTable *by_name;    /* "parent\nfolded name" → GPtrArray of Candidate */
  GHashTable *n_children; /* parent's id → next position of a child */
} Matcher;

static void
candidate_free (Candidate *candidate)
{
  g_free (candidate->row.name);
  g_free (candidate->row.code);
  g_free (candidate);
}

static void
matcher_free (Matcher *self)
{
  g_hash_table_unref (self->by_code);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->n_children);
  g_ptr_array_unref (self->candidates);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Matcher, matcher_free)

static char *
make_key (gint64 parent, const char *text)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "\n%s", parent, text);
}

static char *
make_name_key (gint64 parent, const char *name)
{
  g_autofree char *fold = vb_unit_finder_fold (name);

  return make_key (parent, fold);
}

static void
index_code (Matcher *self, Candidate *candidate)
{
  if (candidate->row.code != NULL)
    g_hash_table_insert (self->by_code, make_key (candidate->row.parent, candidate->row.code),
                         candidate);
}

/* Takes over @row's texts. */
static Candidate *
add_candidate (Matcher *self, const VbUnitRow *row)
{
  Candidate *candidate = g_new0 (Candidate, 1);
  g_autofree char *name_key = make_name_key (row->parent, row->name);
  GPtrArray *namesakes = g_hash_table_lookup (self->by_name, name_key);
  gint64 *parent = g_memdup2 (&row->parent, sizeof row->parent);
  gsize position;

  candidate->row = *row;
  g_ptr_array_add (self->candidates, candidate);
  index_code (self, candidate);
  if (namesakes == NULL)
    {
      namesakes = g_ptr_array_new ();
      g_hash_table_insert (self->by_name, g_steal_pointer (&name_key), namesakes);
    }
  g_ptr_array_add (namesakes, candidate);

  position = GPOINTER_TO_SIZE (g_hash_table_lookup (self->n_children, parent));
  position = MAX (position, (gsize) row->position + 1);
  g_hash_table_insert (self->n_children, parent, GSIZE_TO_POINTER (position));
  return candidate;
}

static Matcher *
matcher_new (GArray *rows)
{
  Matcher *self = g_new0 (Matcher, 1);

  self->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) candidate_free);
  self->by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_name =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->n_children = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      VbUnitRow row = g_array_index (rows, VbUnitRow, i);

      row.name = g_strdup (row.name);
      row.code = g_strdup (row.code);
      add_candidate (self, &row);
    }
  return self;
}

static Candidate *
find_candidate (Matcher *self, gint64 parent, const char *name, const char *code)
{
  GPtrArray *namesakes;
  g_autofree char *name_key = make_name_key (parent, name);

  if (code != NULL)
    {
      g_autofree char *code_key = make_key (parent, code);
      Candidate *candidate = g_hash_table_lookup (self->by_code, code_key);

      if (candidate != NULL && !candidate->claimed)
        return candidate;
    }
  namesakes = g_hash_table_lookup (self->by_name, name_key);
  for (guint i = 0; namesakes != NULL && i < namesakes->len; i++)
    {
      Candidate *candidate = namesakes->pdata[i];

      if (!candidate->claimed && (code == NULL || candidate->row.code == NULL))
        return candidate;
    }
  return NULL;
}

/* What the document does not know of a unit, the batch may tell; what it knows stands. */
static void
learn (Matcher *self, Candidate *candidate, const VbBatchUnit *unit)
{
  VbUnitRow *row = &candidate->row;

  if (row->code == NULL && unit->code != NULL)
    {
      row->code = g_strdup (unit->code);
      index_code (self, candidate);
      candidate->changed = TRUE;
    }
  if (row->care_type == VB_CARE_TYPE_NONE && unit->care_type != VB_CARE_TYPE_NONE)
    {
      row->care_type = unit->care_type;
      candidate->changed = TRUE;
    }
  if (isnan (row->acute_share) && !isnan (unit->acute_share))
    {
      row->acute_share = unit->acute_share;
      candidate->changed = TRUE;
    }
}

static Candidate *
make_unit (
    Matcher *self, gint64 parent, VbUnitKind kind, const char *name, gint64 import, VbRandom *ids)
{
  VbUnitRow row = { 0 };
  Candidate *candidate;

  row.id = vb_draw_id (ids);
  row.parent = parent;
  row.position = (gint64) GPOINTER_TO_SIZE (g_hash_table_lookup (self->n_children, &parent));
  row.kind = kind;
  row.name = g_strdup (name);
  row.acute_share = NAN;
  row.import = import;
  candidate = add_candidate (self, &row);
  candidate->made = TRUE;
  return candidate;
}

/* The unit under which the batch's roots hang: one that is there, or a nation to be made. */
static gboolean
find_top (Matcher *self,
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

static void
unit_row_clear (VbUnitRow *row)
{
  g_free (row->name);
  g_free (row->code);
}

/* Copies of the rows that are to be written; a candidate stands after its parent. */
static void
collect (Matcher *matcher, VbImportUnits *self)
{
  for (guint i = 0; i < matcher->candidates->len; i++)
    {
      const Candidate *candidate = matcher->candidates->pdata[i];
      VbUnitRow row = candidate->row;

      if (!candidate->made && !candidate->changed)
        continue;
      row.name = g_strdup (row.name);
      row.code = g_strdup (row.code);
      g_array_append_val (candidate->made ? self->made : self->changed, row);
    }
}

VbImportUnits *
vb_import_units_new (
    VbStoreConnection *connection, VbBatch *batch, gint64 import, VbRandom *ids, GError **error)
{
  g_autoptr (GArray) rows = vb_unit_table_read (connection, error);
  g_autoptr (Matcher) matcher = NULL;
  g_autoptr (VbImportUnits) self = NULL;
  gint64 top;

  if (rows == NULL)
    return NULL;
  matcher = matcher_new (rows);
  if (!find_top (matcher, rows, vb_batch_get_under (batch), import, ids, &top, error))
    return NULL;

  self = g_new0 (VbImportUnits, 1);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->made = g_array_new (FALSE, FALSE, sizeof (VbUnitRow));
  self->changed = g_array_new (FALSE, FALSE, sizeof (VbUnitRow));
  g_array_set_clear_func (self->made, (GDestroyNotify) unit_row_clear);
  g_array_set_clear_func (self->changed, (GDestroyNotify) unit_row_clear);

  for (guint i = 0; i < vb_batch_get_n_units (batch); i++)
    {
      const VbBatchUnit *unit = vb_batch_get_unit (batch, i);
      gint64 parent = unit->parent >= 0 ? g_array_index (self->ids, gint64, unit->parent) : top;
      Candidate *candidate;

      if (unit->parent == VB_BATCH_UNDER_ITSELF)
        {
          g_array_append_val (self->ids, top);
          continue;
        }
      candidate = find_candidate (matcher, parent, unit->name, unit->code);
      if (candidate == NULL)
        candidate = make_unit (matcher, parent, unit->kind, unit->name, import, ids);
      candidate->claimed = TRUE;
      learn (matcher, candidate, unit);
      g_array_append_val (self->ids, candidate->row.id);
    }
  collect (matcher, self);
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
