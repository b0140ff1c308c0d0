/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-occupancy-table.h"

#include <math.h>

#include "vb-store-rows.h"

enum
{
  READ_RISKS,
  PUT_RISK,
  DELETE_RISK,
  READ_VARIATIONS,
  PUT_VARIATION,
  DELETE_VARIATION,
  N_STATEMENTS,
};

static const char *const texts[N_STATEMENTS] = {
  [READ_RISKS] = "SELECT unit, care_type, risk FROM accepted_risk ORDER BY unit, care_type",
  [PUT_RISK] = "INSERT INTO accepted_risk (unit, care_type, risk) VALUES (?1, ?2, ?3)"
               " ON CONFLICT (unit, care_type) DO UPDATE SET risk = excluded.risk",
  [DELETE_RISK] = "DELETE FROM accepted_risk WHERE unit = ?1 AND care_type = ?2",
  [READ_VARIATIONS] = "SELECT unit, care_group, variation FROM census_variation"
                      " ORDER BY unit, care_group",
  [PUT_VARIATION] = "INSERT INTO census_variation (unit, care_group, variation)"
                    " VALUES (?1, ?2, ?3)"
                    " ON CONFLICT (unit, care_group) DO UPDATE SET variation = excluded.variation",
  [DELETE_VARIATION] = "DELETE FROM census_variation WHERE unit = ?1 AND care_group = ?2",
};

static const VbStoreSql sql = { VB_STORE_TABLE_ACCEPTED_RISK, N_STATEMENTS, texts };

/* @remove where @value is NAN. */
static gboolean
put (VbStoreConnection *connection,
     guint write,
     guint remove,
     gint64 unit,
     const char *care,
     double value,
     GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, isnan (value) ? remove : write, error);

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, unit);
  vb_store_statement_bind_text (statement, 2, care);
  if (!isnan (value))
    vb_store_statement_bind_double (statement, 3, value);
  return vb_store_statement_run (statement, error);
}

static gboolean
read_risk (VbStoreStatement *statement, gpointer data, GError **error)
{
  VbAcceptedRiskRow *row = data;
  const char *care_type = vb_store_statement_get_text (statement, 1);

  row->unit = vb_store_statement_get_int64 (statement, 0);
  row->risk = vb_store_statement_get_double (statement, 2);
  return vb_care_type_from_id (care_type, &row->care_type)
         || vb_store_fail_damaged (care_type, error);
}

GArray *
vb_occupancy_table_read_risks (VbStoreConnection *connection, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (VbAcceptedRiskRow), NULL, read_risk };

  return vb_store_rows_read (connection, &sql, READ_RISKS, 0, &kind, error);
}

gboolean
vb_occupancy_table_put_risk (VbStoreConnection *connection,
                             const VbAcceptedRiskRow *row,
                             GError **error)
{
  return put (connection, PUT_RISK, DELETE_RISK, row->unit, vb_care_type_to_id (row->care_type),
              row->risk, error);
}

static gboolean
read_variation (VbStoreStatement *statement, gpointer data, GError **error)
{
  VbCensusVariationRow *row = data;
  const char *group = vb_store_statement_get_text (statement, 1);

  row->unit = vb_store_statement_get_int64 (statement, 0);
  row->variation = vb_store_statement_get_double (statement, 2);
  return vb_care_group_from_id (group, &row->group) || vb_store_fail_damaged (group, error);
}

GArray *
vb_occupancy_table_read_variations (VbStoreConnection *connection, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (VbCensusVariationRow), NULL, read_variation };

  return vb_store_rows_read (connection, &sql, READ_VARIATIONS, 0, &kind, error);
}

gboolean
vb_occupancy_table_put_variation (VbStoreConnection *connection,
                                  const VbCensusVariationRow *row,
                                  GError **error)
{
  return put (connection, PUT_VARIATION, DELETE_VARIATION, row->unit,
              vb_care_group_to_id (row->group), row->variation, error);
}
