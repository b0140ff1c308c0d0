/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-plan-table.h"

#include <math.h>

#include "vb-store-rows.h"

enum
{
  READ,
  CLEAR,
  INSERT,
  DELETE,
  READ_YEARS,
  INSERT_YEAR,
  READ_HOLDS,
  PUT_HOLD,
  DELETE_HOLD,
  READ_LINES,
  PUT_LINE,
  DELETE_LINE,
  N_STATEMENTS,
};

static const char *const texts[N_STATEMENTS] = {
  [READ] = "SELECT id, unit, care_group, name_sv, name_en, scenario, decided_day, decided_by"
           " FROM plan ORDER BY unit, care_group",
  [CLEAR] = "DELETE FROM plan WHERE unit = ?1 AND care_group = ?2",
  [INSERT] = "INSERT INTO plan (id, unit, care_group, name_sv, name_en, scenario, decided_day,"
             " decided_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
  [DELETE] = "DELETE FROM plan WHERE id = ?1",
  [READ_YEARS] = "SELECT plan, year, need, capacity FROM plan_year ORDER BY plan, year",
  [INSERT_YEAR] = "INSERT INTO plan_year (plan, year, need, capacity) VALUES (?1, ?2, ?3, ?4)",
  [READ_HOLDS] = "SELECT unit, care_group, locked, minimum FROM breakdown_hold"
                 " ORDER BY unit, care_group",
  [PUT_HOLD] = "INSERT INTO breakdown_hold (unit, care_group, locked, minimum)"
               " VALUES (?1, ?2, ?3, ?4) ON CONFLICT (unit, care_group)"
               " DO UPDATE SET locked = excluded.locked, minimum = excluded.minimum",
  [DELETE_HOLD] = "DELETE FROM breakdown_hold WHERE unit = ?1 AND care_group = ?2",
  [READ_LINES] = "SELECT unit, care_group, from_year, from_gap, to_year, to_gap FROM gap_line"
                 " ORDER BY unit, care_group",
  [PUT_LINE] = "INSERT INTO gap_line (unit, care_group, from_year, from_gap, to_year, to_gap)"
               " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (unit, care_group) DO UPDATE SET"
               " from_year = excluded.from_year, from_gap = excluded.from_gap,"
               " to_year = excluded.to_year, to_gap = excluded.to_gap",
  [DELETE_LINE] = "DELETE FROM gap_line WHERE unit = ?1 AND care_group = ?2",
};

static const VbStoreSql sql = { VB_STORE_TABLE_PLAN, N_STATEMENTS, texts };

/* ---- plans ----------------------------------------------------------------------------------- */

void
vb_plan_row_clear (VbPlanRow *self)
{
  vb_plan_facts_clear (&self->facts);
}

static gboolean
read_plan (VbStoreStatement *statement, gpointer data, GError **error)
{
  VbPlanRow *row = data;
  VbPlanFacts *facts = &row->facts;
  const char *group = vb_store_statement_get_text (statement, 2);

  row->id = vb_store_statement_get_int64 (statement, 0);
  facts->unit_id = vb_store_statement_get_int64 (statement, 1);
  vb_store_statement_read_bilingual (statement, 3, &facts->name);
  facts->scenario_id = vb_store_statement_get_int64 (statement, 5);
  facts->decided_by = g_strdup (vb_store_statement_get_text (statement, 7));
  return (vb_care_group_from_id (group, &facts->group) || vb_store_fail_damaged (group, error))
         && vb_store_statement_get_day (statement, 6, &facts->decided_day, error);
}

GArray *
vb_plan_table_read (VbStoreConnection *connection, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (VbPlanRow), (GDestroyNotify) vb_plan_row_clear,
                                       read_plan };

  return vb_store_rows_read (connection, &sql, READ, 0, &kind, error);
}

static gboolean
clear_place (
    VbStoreConnection *connection, guint index, gint64 unit, VbCareGroup group, GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, index, error);

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, unit);
  vb_store_statement_bind_text (statement, 2, vb_care_group_to_id (group));
  return vb_store_statement_run (statement, error);
}

gboolean
vb_plan_table_put (VbStoreConnection *connection, const VbPlanRow *row, GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, INSERT, error);
  const VbPlanFacts *facts = &row->facts;

  if (statement == NULL || !clear_place (connection, CLEAR, facts->unit_id, facts->group, error))
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, row->id);
  vb_store_statement_bind_int64 (statement, 2, facts->unit_id);
  vb_store_statement_bind_text (statement, 3, vb_care_group_to_id (facts->group));
  vb_store_statement_bind_bilingual (statement, 4, &facts->name);
  vb_store_statement_bind_id (statement, 6, facts->scenario_id);
  vb_store_statement_bind_day (statement, 7, facts->decided_day);
  vb_store_statement_bind_text (statement, 8, facts->decided_by);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_plan_table_delete (VbStoreConnection *connection, gint64 id, GError **error)
{
  return vb_store_run_with_id (connection, &sql, DELETE, id, error);
}

/* ---- years ----------------------------------------------------------------------------------- */

static gboolean
read_year (VbStoreStatement *statement, gpointer data, GError **error)
{
  VbPlanYearRow *row = data;

  row->plan = vb_store_statement_get_int64 (statement, 0);
  row->year.year = (gint16) vb_store_statement_get_int64 (statement, 1);
  row->year.need = vb_store_statement_get_double (statement, 2);
  row->year.capacity = vb_store_statement_get_double (statement, 3);
  return TRUE;
}

GArray *
vb_plan_table_read_years (VbStoreConnection *connection, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (VbPlanYearRow), NULL, read_year };

  return vb_store_rows_read (connection, &sql, READ_YEARS, 0, &kind, error);
}

gboolean
vb_plan_table_insert_year (VbStoreConnection *connection, const VbPlanYearRow *row, GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, INSERT_YEAR, error);

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, row->plan);
  vb_store_statement_bind_int64 (statement, 2, row->year.year);
  vb_store_statement_bind_double (statement, 3, row->year.need);
  vb_store_statement_bind_double (statement, 4, row->year.capacity);
  return vb_store_statement_run (statement, error);
}

/* ---- holds ----------------------------------------------------------------------------------- */

static int
read_beds (VbStoreStatement *statement, int column)
{
  double beds = vb_store_statement_get_double (statement, column);

  return isnan (beds) ? -1 : (int) beds;
}

static gboolean
read_hold (VbStoreStatement *statement, gpointer data, GError **error)
{
  VbBreakdownHoldRow *row = data;
  const char *group = vb_store_statement_get_text (statement, 1);

  row->unit = vb_store_statement_get_int64 (statement, 0);
  row->locked = read_beds (statement, 2);
  row->minimum = read_beds (statement, 3);
  return vb_care_group_from_id (group, &row->group) || vb_store_fail_damaged (group, error);
}

GArray *
vb_plan_table_read_holds (VbStoreConnection *connection, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (VbBreakdownHoldRow), NULL, read_hold };

  return vb_store_rows_read (connection, &sql, READ_HOLDS, 0, &kind, error);
}

static void
bind_beds (VbStoreStatement *statement, int parameter, int beds)
{
  if (beds >= 0)
    vb_store_statement_bind_int64 (statement, parameter, beds);
  else
    vb_store_statement_bind_null (statement, parameter);
}

gboolean
vb_plan_table_put_hold (VbStoreConnection *connection,
                        const VbBreakdownHoldRow *row,
                        GError **error)
{
  g_autoptr (VbStoreStatement) statement = NULL;

  if (row->locked < 0 && row->minimum < 0)
    return clear_place (connection, DELETE_HOLD, row->unit, row->group, error);
  statement = vb_store_statement_get (connection, &sql, PUT_HOLD, error);
  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, row->unit);
  vb_store_statement_bind_text (statement, 2, vb_care_group_to_id (row->group));
  bind_beds (statement, 3, row->locked);
  bind_beds (statement, 4, row->minimum);
  return vb_store_statement_run (statement, error);
}

/* ---- lines ----------------------------------------------------------------------------------- */

static gboolean
read_line (VbStoreStatement *statement, gpointer data, GError **error)
{
  VbGapLineRow *row = data;
  const char *group = vb_store_statement_get_text (statement, 1);

  row->unit = vb_store_statement_get_int64 (statement, 0);
  row->line.from_year = (gint16) vb_store_statement_get_int64 (statement, 2);
  row->line.from_gap = vb_store_statement_get_double (statement, 3);
  row->line.to_year = (gint16) vb_store_statement_get_int64 (statement, 4);
  row->line.to_gap = vb_store_statement_get_double (statement, 5);
  return vb_care_group_from_id (group, &row->group) || vb_store_fail_damaged (group, error);
}

GArray *
vb_plan_table_read_lines (VbStoreConnection *connection, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (VbGapLineRow), NULL, read_line };

  return vb_store_rows_read (connection, &sql, READ_LINES, 0, &kind, error);
}

gboolean
vb_plan_table_put_line (VbStoreConnection *connection, const VbGapLineRow *row, GError **error)
{
  g_autoptr (VbStoreStatement) statement = NULL;

  if (row->line.from_year == 0)
    return clear_place (connection, DELETE_LINE, row->unit, row->group, error);
  statement = vb_store_statement_get (connection, &sql, PUT_LINE, error);
  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, row->unit);
  vb_store_statement_bind_text (statement, 2, vb_care_group_to_id (row->group));
  vb_store_statement_bind_int64 (statement, 3, row->line.from_year);
  vb_store_statement_bind_double (statement, 4, row->line.from_gap);
  vb_store_statement_bind_int64 (statement, 5, row->line.to_year);
  vb_store_statement_bind_double (statement, 6, row->line.to_gap);
  return vb_store_statement_run (statement, error);
}
