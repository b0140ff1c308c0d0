/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-focus-table.h"

#include <math.h>

#include "vb-store-rows.h"

enum
{
  READ_AREAS,
  INSERT_AREA,
  UPDATE_AREA,
  DELETE_AREA,
  READ_MEASURES,
  INSERT_MEASURE,
  UPDATE_MEASURE,
  DELETE_MEASURE,
  READ_OUTCOMES,
  PUT_OUTCOME,
  DELETE_OUTCOME,
  N_STATEMENTS,
};

static const char *const texts[N_STATEMENTS] = {
  [READ_AREAS] = "SELECT id, side, name_sv, name_en, description_sv, description_en, goal"
                 " FROM focus_area ORDER BY position, id",
  [INSERT_AREA] = "INSERT INTO focus_area (id, side, name_sv, name_en, description_sv,"
                  " description_en, goal, position) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7,"
                  " coalesce (max (position) + 1, 0) FROM focus_area",
  [UPDATE_AREA] = "UPDATE focus_area SET side = ?2, name_sv = ?3, name_en = ?4,"
                  " description_sv = ?5, description_en = ?6, goal = ?7 WHERE id = ?1",
  [DELETE_AREA] = "DELETE FROM focus_area WHERE id = ?1",
  [READ_MEASURES] = "SELECT id, focus_area, name, measure, unit, kind, target, good, measured_in"
                    " FROM focus_measure ORDER BY focus_area, name, id",
  [INSERT_MEASURE] = "INSERT INTO focus_measure (id, focus_area, name, measure, unit, kind, target,"
                     " good, measured_in) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
  [UPDATE_MEASURE] = "UPDATE focus_measure SET focus_area = ?2, name = ?3, measure = ?4, unit = ?5,"
                     " kind = ?6, target = ?7, good = ?8, measured_in = ?9 WHERE id = ?1",
  [DELETE_MEASURE] = "DELETE FROM focus_measure WHERE id = ?1",
  [READ_OUTCOMES] = "SELECT focus_measure, day, value FROM focus_outcome"
                    " ORDER BY focus_measure, day",
  [PUT_OUTCOME] = "INSERT INTO focus_outcome (focus_measure, day, value) VALUES (?1, ?2, ?3)"
                  " ON CONFLICT (focus_measure, day) DO UPDATE SET value = excluded.value",
  [DELETE_OUTCOME] = "DELETE FROM focus_outcome WHERE focus_measure = ?1 AND day = ?2",
};

static const VbStoreSql sql = { VB_STORE_TABLE_FOCUS_AREA, N_STATEMENTS, texts };

/* ---- areas ----------------------------------------------------------------------------------- */

static void
area_row_clear (VbFocusAreaRow *row)
{
  vb_focus_area_facts_clear (&row->facts);
}

static gboolean
read_area (VbStoreStatement *statement, gpointer data, GError **error)
{
  VbFocusAreaRow *row = data;
  VbFocusAreaFacts *facts = &row->facts;
  const char *side = vb_store_statement_get_text (statement, 1);

  row->id = vb_store_statement_get_int64 (statement, 0);
  if (!vb_balance_side_from_id (side, &facts->side))
    return vb_store_fail_damaged (side, error);
  vb_store_statement_read_bilingual (statement, 2, &facts->name);
  vb_store_statement_read_bilingual (statement, 4, &facts->description);
  facts->goal = g_strdup (vb_store_statement_get_text (statement, 6));
  return TRUE;
}

GArray *
vb_focus_table_read_areas (VbStoreConnection *connection, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (VbFocusAreaRow), (GDestroyNotify) area_row_clear,
                                       read_area };

  return vb_store_rows_read (connection, &sql, READ_AREAS, 0, &kind, error);
}

static gboolean
write_area (VbStoreConnection *connection, guint index, const VbFocusAreaRow *row, GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, index, error);
  const VbFocusAreaFacts *facts = &row->facts;

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, row->id);
  vb_store_statement_bind_text (statement, 2, vb_balance_side_to_id (facts->side));
  vb_store_statement_bind_bilingual (statement, 3, &facts->name);
  vb_store_statement_bind_bilingual (statement, 5, &facts->description);
  vb_store_statement_bind_text (statement, 7, facts->goal);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_focus_table_insert_area (VbStoreConnection *connection,
                            const VbFocusAreaRow *row,
                            GError **error)
{
  return write_area (connection, INSERT_AREA, row, error);
}

gboolean
vb_focus_table_update_area (VbStoreConnection *connection,
                            const VbFocusAreaRow *row,
                            GError **error)
{
  return write_area (connection, UPDATE_AREA, row, error);
}

gboolean
vb_focus_table_delete_area (VbStoreConnection *connection, gint64 id, GError **error)
{
  return vb_store_run_with_id (connection, &sql, DELETE_AREA, id, error);
}

/* ---- measures -------------------------------------------------------------------------------- */

static void
measure_row_clear (VbFocusMeasureRow *row)
{
  vb_focus_measure_facts_clear (&row->facts);
}

static gboolean
read_measure (VbStoreStatement *statement, gpointer data, GError **error)
{
  VbFocusMeasureRow *row = data;
  VbFocusMeasureFacts *facts = &row->facts;
  const char *kind = vb_store_statement_get_text (statement, 5);

  row->id = vb_store_statement_get_int64 (statement, 0);
  facts->focus_area_id = vb_store_statement_get_int64 (statement, 1);
  facts->measure = (VbMeasureId) vb_store_statement_get_int64 (statement, 3);
  facts->unit_id = vb_store_statement_get_int64 (statement, 4);
  facts->target = vb_store_statement_get_double (statement, 6);
  facts->good_up = g_strcmp0 (vb_store_statement_get_text (statement, 7), "up") == 0;
  if (!vb_focus_measure_kind_from_id (kind, &facts->kind))
    return vb_store_fail_damaged (kind, error);
  facts->name = g_strdup (vb_store_statement_get_text (statement, 2));
  facts->measured_in = g_strdup (vb_store_statement_get_text (statement, 8));
  return TRUE;
}

GArray *
vb_focus_table_read_measures (VbStoreConnection *connection, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (VbFocusMeasureRow),
                                       (GDestroyNotify) measure_row_clear, read_measure };

  return vb_store_rows_read (connection, &sql, READ_MEASURES, 0, &kind, error);
}

static gboolean
write_measure (VbStoreConnection *connection,
               guint index,
               const VbFocusMeasureRow *row,
               GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, index, error);
  const VbFocusMeasureFacts *facts = &row->facts;

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, row->id);
  vb_store_statement_bind_int64 (statement, 2, facts->focus_area_id);
  vb_store_statement_bind_text (statement, 3, facts->name);
  vb_store_statement_bind_id (statement, 4, facts->measure);
  vb_store_statement_bind_id (statement, 5, facts->unit_id);
  vb_store_statement_bind_text (statement, 6, vb_focus_measure_kind_to_id (facts->kind));
  vb_store_statement_bind_double (statement, 7, facts->target);
  vb_store_statement_bind_text (statement, 8, facts->good_up ? "up" : "down");
  vb_store_statement_bind_text (statement, 9, facts->measured_in);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_focus_table_insert_measure (VbStoreConnection *connection,
                               const VbFocusMeasureRow *row,
                               GError **error)
{
  return write_measure (connection, INSERT_MEASURE, row, error);
}

gboolean
vb_focus_table_update_measure (VbStoreConnection *connection,
                               const VbFocusMeasureRow *row,
                               GError **error)
{
  return write_measure (connection, UPDATE_MEASURE, row, error);
}

gboolean
vb_focus_table_delete_measure (VbStoreConnection *connection, gint64 id, GError **error)
{
  return vb_store_run_with_id (connection, &sql, DELETE_MEASURE, id, error);
}

/* ---- outcomes -------------------------------------------------------------------------------- */

static gboolean
read_outcome (VbStoreStatement *statement, gpointer data, GError **error)
{
  VbFocusOutcomeRow *row = data;

  row->measure = vb_store_statement_get_int64 (statement, 0);
  row->outcome.value = vb_store_statement_get_double (statement, 2);
  return vb_store_statement_get_day (statement, 1, &row->outcome.day, error);
}

GArray *
vb_focus_table_read_outcomes (VbStoreConnection *connection, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (VbFocusOutcomeRow), NULL, read_outcome };

  return vb_store_rows_read (connection, &sql, READ_OUTCOMES, 0, &kind, error);
}

gboolean
vb_focus_table_put_outcome (VbStoreConnection *connection,
                            const VbFocusOutcomeRow *row,
                            GError **error)
{
  gboolean is_none = isnan (row->outcome.value);
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, is_none ? DELETE_OUTCOME : PUT_OUTCOME, error);

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, row->measure);
  vb_store_statement_bind_day (statement, 2, row->outcome.day);
  if (!is_none)
    vb_store_statement_bind_double (statement, 3, row->outcome.value);
  return vb_store_statement_run (statement, error);
}
