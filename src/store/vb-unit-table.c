/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-unit-table.h"

#include <glib/gi18n-lib.h>

#include "vb-store-rows.h"

enum
{
  READ,
  INSERT,
  UPDATE,
  DELETE,
  NEXT_POSITION,
  DEEPEST,
  DELETE_UNUSED,
  INHERIT,
  N_STATEMENTS,
};

static const char *const texts[N_STATEMENTS] = {
  [READ] = "SELECT id, parent, position, kind, name, code, care_type, acute_share, import"
           " FROM unit ORDER BY position, id",
  [INSERT] = "INSERT INTO unit (id, parent, position, kind, name, code, care_type, acute_share,"
             " import) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
  [UPDATE] = "UPDATE unit SET parent = ?2, position = ?3, kind = ?4, name = ?5, code = ?6,"
             " care_type = ?7, acute_share = ?8 WHERE id = ?1",
  [DELETE] = "DELETE FROM unit WHERE id = ?1",
  [NEXT_POSITION] = "SELECT coalesce (max (position) + 1, 0) FROM unit WHERE parent IS ?1",
  [DEEPEST] = "WITH RECURSIVE tree (id, depth) AS ("
              "  SELECT id, 0 FROM unit WHERE parent IS NULL"
              "  UNION ALL SELECT c.id, t.depth + 1 FROM tree t CROSS JOIN unit c"
              "  ON c.parent = t.id WHERE t.depth <= " G_STRINGIFY (
                  VB_UNIT_MAX_DEPTH) ")"
                                     " SELECT max (depth) FROM tree",
  [DELETE_UNUSED] = "DELETE FROM unit WHERE import = ?1"
                    " AND NOT EXISTS (SELECT 1 FROM unit c WHERE c.parent = unit.id)"
                    " AND NOT EXISTS (SELECT 1 FROM target t WHERE t.unit = unit.id)"
                    " AND NOT EXISTS (SELECT 1 FROM assessment a WHERE a.unit = unit.id)"
                    " AND NOT EXISTS (SELECT 1 FROM action a WHERE a.unit = unit.id)"
                    " AND NOT EXISTS (SELECT 1 FROM dialogue d WHERE d.unit = unit.id)"
                    " AND NOT EXISTS (SELECT 1 FROM focus_measure m WHERE m.unit = unit.id)"
                    " AND NOT EXISTS (SELECT 1 FROM scenario s WHERE s.unit = unit.id)"
                    " AND NOT EXISTS (SELECT 1 FROM plan p WHERE p.unit = unit.id)"
                    " AND NOT EXISTS (SELECT 1 FROM breakdown_hold h WHERE h.unit = unit.id)"
                    " AND NOT EXISTS (SELECT 1 FROM population p WHERE p.unit = unit.id)"
                    " AND NOT EXISTS (SELECT 1 FROM accepted_risk r WHERE r.unit = unit.id)"
                    " AND NOT EXISTS (SELECT 1 FROM census_variation v WHERE v.unit = unit.id)"
                    " AND NOT EXISTS (SELECT 1 FROM gap_line l WHERE l.unit = unit.id)"
                    " AND NOT EXISTS (SELECT 1 FROM care_use c WHERE c.unit = unit.id)"
                    " AND NOT EXISTS (SELECT 1 FROM import_part p WHERE p.unit = unit.id)"
                    " AND NOT EXISTS (SELECT 1 FROM observation o WHERE o.unit = unit.id)"
                    " AND NOT EXISTS (SELECT 1 FROM observation_replaced o WHERE o.unit = unit.id)",
  [INHERIT] = "UPDATE unit SET import = ("
              "  WITH RECURSIVE below (id) AS ("
              "    SELECT unit.id"
              "    UNION ALL SELECT c.id FROM below b CROSS JOIN unit c ON c.parent = b.id)"
              "  SELECT p.import FROM below b CROSS JOIN import_part p ON p.unit = b.id"
              "  CROSS JOIN import i ON i.id = p.import ORDER BY i.ordinal LIMIT 1)"
              " WHERE import = ?1",
};

static const VbStoreSql sql = { VB_STORE_TABLE_UNIT, N_STATEMENTS, texts };

static void
unit_row_clear (VbUnitRow *row)
{
  g_free (row->name);
  g_free (row->code);
}

static gboolean
read_row (VbStoreStatement *statement, gpointer data, GError **error)
{
  VbUnitRow *row = data;
  const char *kind = vb_store_statement_get_text (statement, 3);
  const char *care_type = vb_store_statement_get_text (statement, 6);

  row->id = vb_store_statement_get_int64 (statement, 0);
  row->parent = vb_store_statement_get_int64 (statement, 1);
  row->position = vb_store_statement_get_int64 (statement, 2);
  row->acute_share = vb_store_statement_get_double (statement, 7);
  row->import = vb_store_statement_get_int64 (statement, 8);
  if (!vb_unit_kind_from_id (kind, &row->kind)
      || (care_type != NULL && !vb_care_type_from_id (care_type, &row->care_type)))
    return vb_store_fail_damaged (kind, error);
  row->name = g_strdup (vb_store_statement_get_text (statement, 4));
  row->code = g_strdup (vb_store_statement_get_text (statement, 5));
  return TRUE;
}

typedef struct
{
  guint index;
  guint depth;
} Pending;

/* Appends the roots and all below them; @children: parent's id → GArray of indices in @rows.
 * Returns FALSE when the tree is too deep. */
static gboolean
append_in_preorder (GArray *rows, GHashTable *children, GArray *ordered)
{
  static const gint64 no_parent = 0;
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Pending));
  const gint64 *parent = &no_parent;
  guint depth = 0;

  for (;;)
    {
      GArray *indices = g_hash_table_lookup (children, parent);
      Pending next;

      for (guint i = indices != NULL ? indices->len : 0; i > 0; i--)
        {
          Pending pending = { g_array_index (indices, guint, i - 1), depth };

          g_array_append_val (stack, pending);
        }
      if (stack->len == 0)
        return TRUE;
      next = g_array_index (stack, Pending, stack->len - 1);
      if (next.depth > VB_UNIT_MAX_DEPTH)
        return FALSE;
      g_array_set_size (stack, stack->len - 1);
      g_array_append_val (ordered, g_array_index (rows, VbUnitRow, next.index));
      parent = &g_array_index (rows, VbUnitRow, next.index).id;
      depth = next.depth + 1;
    }
}

static GArray *
sort_in_preorder (GArray *rows, GError **error)
{
  g_autoptr (GHashTable) children =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GArray) ordered = g_array_sized_new (FALSE, TRUE, sizeof (VbUnitRow), rows->len);

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 *parent = &g_array_index (rows, VbUnitRow, i).parent;
      GArray *indices = g_hash_table_lookup (children, parent);

      if (indices == NULL)
        {
          indices = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (children, parent, indices);
        }
      g_array_append_val (indices, i);
    }
  if (!append_in_preorder (rows, children, ordered) || ordered->len != rows->len)
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_DAMAGED,
                           _ ("The document is damaged: its units are no tree"));
      return NULL;
    }
  /* The texts have moved. */
  g_array_set_clear_func (rows, NULL);
  g_array_set_clear_func (ordered, (GDestroyNotify) unit_row_clear);
  return g_steal_pointer (&ordered);
}

GArray *
vb_unit_table_read (VbStoreConnection *connection, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (VbUnitRow), (GDestroyNotify) unit_row_clear,
                                       read_row };
  g_autoptr (GArray) rows = vb_store_rows_read (connection, &sql, READ, 0, &kind, error);

  return rows != NULL ? sort_in_preorder (rows, error) : NULL;
}

static void
bind_row (VbStoreStatement *statement, const VbUnitRow *row)
{
  vb_store_statement_bind_int64 (statement, 1, row->id);
  vb_store_statement_bind_id (statement, 2, row->parent);
  vb_store_statement_bind_int64 (statement, 3, row->position);
  vb_store_statement_bind_text (statement, 4, vb_unit_kind_to_id (row->kind));
  vb_store_statement_bind_text (statement, 5, row->name);
  vb_store_statement_bind_text (statement, 6, row->code);
  vb_store_statement_bind_text (
      statement, 7,
      row->care_type != VB_CARE_TYPE_NONE ? vb_care_type_to_id (row->care_type) : NULL);
  vb_store_statement_bind_double (statement, 8, row->acute_share);
}

gboolean
vb_unit_table_insert (VbStoreConnection *connection, const VbUnitRow *row, GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, INSERT, error);

  if (statement == NULL)
    return FALSE;
  bind_row (statement, row);
  vb_store_statement_bind_id (statement, 9, row->import);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_unit_table_update (VbStoreConnection *connection, const VbUnitRow *row, GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, UPDATE, error);

  if (statement == NULL)
    return FALSE;
  bind_row (statement, row);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_unit_table_delete (VbStoreConnection *connection, gint64 id, GError **error)
{
  return vb_store_run_with_id (connection, &sql, DELETE, id, error);
}

gboolean
vb_unit_table_next_position (VbStoreConnection *connection,
                             gint64 parent,
                             gint64 *position,
                             GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, NEXT_POSITION, error);

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_id (statement, 1, parent);
  if (vb_store_statement_step (statement, error) != VB_STORE_STEP_ROW)
    return FALSE;
  *position = vb_store_statement_get_int64 (statement, 0);
  return TRUE;
}

gboolean
vb_unit_table_check_depth (VbStoreConnection *connection, GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, DEEPEST, error);

  if (statement == NULL || vb_store_statement_step (statement, error) != VB_STORE_STEP_ROW)
    return FALSE;
  if (vb_store_statement_get_int64 (statement, 0) <= VB_UNIT_MAX_DEPTH)
    return TRUE;
  g_set_error_literal (error, VB_ERROR, VB_ERROR_INVALID, _ ("The units are nested too deeply"));
  return FALSE;
}

gboolean
vb_unit_table_release_import (VbStoreConnection *connection, gint64 import, GError **error)
{
  /* Each round takes the leaves, which may make leaves of their parents. */
  do
    if (!vb_store_run_with_id (connection, &sql, DELETE_UNUSED, import, error))
      return FALSE;
  while (vb_store_connection_get_changes (connection) > 0);

  return vb_store_run_with_id (connection, &sql, INHERIT, import, error);
}
