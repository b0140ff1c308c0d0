/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-scenario-table.h"

#include <math.h>

#include "vb-store-rows.h"

enum
{
  READ,
  INSERT,
  UPDATE,
  DELETE,
  READ_YEARS,
  INSERT_YEAR,
  PUT_YEAR,
  READ_LEVERS,
  INSERT_LEVER,
  UPDATE_LEVER,
  PLACE_LEVER,
  DELETE_LEVER,
  N_STATEMENTS,
};

static const char *const texts[N_STATEMENTS] = {
  [READ] =
      "SELECT id, unit, ready, name_sv, name_en, description_sv, description_en, notice_sv,"
      " notice_en, care_group, first_year, last_year, target_occupancy, distribution, draws,"
      " seed, based_on, consumption_change FROM scenario ORDER BY coalesce (name_sv, name_en), id",
  [INSERT] = "INSERT INTO scenario (id, unit, ready, name_sv, name_en, description_sv,"
             " description_en, notice_sv, notice_en, care_group, first_year, last_year,"
             " target_occupancy, distribution, draws, seed, based_on, consumption_change)"
             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,"
             " ?17, ?18)",
  [UPDATE] = "UPDATE scenario SET unit = ?2, ready = ?3, name_sv = ?4, name_en = ?5,"
             " description_sv = ?6, description_en = ?7, notice_sv = ?8, notice_en = ?9,"
             " care_group = ?10, first_year = ?11, last_year = ?12, target_occupancy = ?13,"
             " distribution = ?14, draws = ?15, seed = ?16, based_on = ?17,"
             " consumption_change = ?18 WHERE id = ?1",
  [DELETE] = "DELETE FROM scenario WHERE id = ?1",
  [READ_YEARS] = "SELECT scenario, side, year, beds, status, source_sv, source_en"
                 " FROM scenario_year ORDER BY scenario, side, year",
  [INSERT_YEAR] = "INSERT INTO scenario_year (scenario, side, year, beds, status, source_sv,"
                  " source_en) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
  [PUT_YEAR] = "INSERT INTO scenario_year (scenario, side, year, beds, status, source_sv,"
               " source_en) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
               " ON CONFLICT (scenario, side, year) DO UPDATE SET beds = excluded.beds,"
               " status = excluded.status, source_sv = excluded.source_sv,"
               " source_en = excluded.source_en",
  [READ_LEVERS] = "SELECT id, scenario, name_sv, name_en, side, basis, profile, one_off, low, base,"
                  " high, influence, probability, bed_days, overlap, start_year, full_year,"
                  " yearly_cost, status, source_sv, source_en, focus_area, action FROM lever"
                  " ORDER BY scenario, position, id",
  [INSERT_LEVER] =
      "INSERT INTO lever (id, scenario, name_sv, name_en, side, basis, profile,"
      " one_off, low, base, high, influence, probability, bed_days, overlap,"
      " start_year, full_year, yearly_cost, status, source_sv, source_en, focus_area,"
      " action, position) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,"
      " ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, coalesce (max (position) + 1, 0)"
      " FROM lever WHERE scenario = ?2",
  [UPDATE_LEVER] =
      "UPDATE lever SET scenario = ?2, name_sv = ?3, name_en = ?4, side = ?5,"
      " basis = ?6, profile = ?7, one_off = ?8, low = ?9, base = ?10, high = ?11,"
      " influence = ?12, probability = ?13, bed_days = ?14, overlap = ?15,"
      " start_year = ?16, full_year = ?17, yearly_cost = ?18, status = ?19,"
      " source_sv = ?20, source_en = ?21, focus_area = ?22, action = ?23 WHERE id = ?1",
  [PLACE_LEVER] = "UPDATE lever SET position = ?2 WHERE id = ?1",
  [DELETE_LEVER] = "DELETE FROM lever WHERE id = ?1",
};

static const VbStoreSql sql = { VB_STORE_TABLE_SCENARIO, N_STATEMENTS, texts };

/* ---- scenarios ------------------------------------------------------------------------------- */

void
vb_scenario_row_clear (VbScenarioRow *self)
{
  vb_scenario_facts_clear (&self->facts);
}

static double
read_or_zero (VbStoreStatement *statement, int column)
{
  double value = vb_store_statement_get_double (statement, column);

  return isnan (value) ? 0 : value;
}

static gboolean
read_scenario (VbStoreStatement *statement, gpointer data, GError **error)
{
  VbScenarioRow *row = data;
  VbScenarioFacts *facts = &row->facts;
  const char *group = vb_store_statement_get_text (statement, 9);
  const char *distribution = vb_store_statement_get_text (statement, 13);

  row->id = vb_store_statement_get_int64 (statement, 0);
  facts->unit_id = vb_store_statement_get_int64 (statement, 1);
  facts->ready = g_strdup (vb_store_statement_get_text (statement, 2));
  vb_store_statement_read_bilingual (statement, 3, &facts->name);
  vb_store_statement_read_bilingual (statement, 5, &facts->description);
  vb_store_statement_read_bilingual (statement, 7, &facts->notice);
  facts->first_year = (gint16) vb_store_statement_get_int64 (statement, 10);
  facts->last_year = (gint16) vb_store_statement_get_int64 (statement, 11);
  facts->target_occupancy = vb_store_statement_get_double (statement, 12);
  facts->n_draws = (guint) vb_store_statement_get_int64 (statement, 14);
  facts->seed = vb_store_statement_get_int64 (statement, 15);
  facts->based_on_id = vb_store_statement_get_int64 (statement, 16);
  facts->consumption_change = read_or_zero (statement, 17);
  return (vb_care_group_from_id (group, &facts->group) || vb_store_fail_damaged (group, error))
         && (vb_distribution_from_id (distribution, &facts->distribution)
             || vb_store_fail_damaged (distribution, error));
}

GArray *
vb_scenario_table_read (VbStoreConnection *connection, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (VbScenarioRow),
                                       (GDestroyNotify) vb_scenario_row_clear, read_scenario };

  return vb_store_rows_read (connection, &sql, READ, 0, &kind, error);
}

static gboolean
write_scenario (VbStoreConnection *connection,
                guint index,
                const VbScenarioRow *row,
                GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, index, error);
  const VbScenarioFacts *facts = &row->facts;

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, row->id);
  vb_store_statement_bind_int64 (statement, 2, facts->unit_id);
  vb_store_statement_bind_text (statement, 3, facts->ready);
  vb_store_statement_bind_bilingual (statement, 4, &facts->name);
  vb_store_statement_bind_bilingual (statement, 6, &facts->description);
  vb_store_statement_bind_bilingual (statement, 8, &facts->notice);
  vb_store_statement_bind_text (statement, 10, vb_care_group_to_id (facts->group));
  vb_store_statement_bind_int64 (statement, 11, facts->first_year);
  vb_store_statement_bind_int64 (statement, 12, facts->last_year);
  vb_store_statement_bind_double (statement, 13, facts->target_occupancy);
  vb_store_statement_bind_text (statement, 14, vb_distribution_to_id (facts->distribution));
  vb_store_statement_bind_int64 (statement, 15, facts->n_draws);
  vb_store_statement_bind_int64 (statement, 16, facts->seed);
  vb_store_statement_bind_id (statement, 17, facts->based_on_id);
  vb_store_statement_bind_double (statement, 18,
                                  facts->consumption_change != 0 ? facts->consumption_change : NAN);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_scenario_table_insert (VbStoreConnection *connection, const VbScenarioRow *row, GError **error)
{
  return write_scenario (connection, INSERT, row, error);
}

gboolean
vb_scenario_table_update (VbStoreConnection *connection, const VbScenarioRow *row, GError **error)
{
  return write_scenario (connection, UPDATE, row, error);
}

gboolean
vb_scenario_table_delete (VbStoreConnection *connection, gint64 id, GError **error)
{
  return vb_store_run_with_id (connection, &sql, DELETE, id, error);
}

/* ---- years ----------------------------------------------------------------------------------- */

void
vb_scenario_year_row_clear (VbScenarioYearRow *self)
{
  vb_scenario_year_clear (&self->year);
}

static gboolean
read_year (VbStoreStatement *statement, gpointer data, GError **error)
{
  VbScenarioYearRow *row = data;
  VbScenarioYear *year = &row->year;
  const char *side = vb_store_statement_get_text (statement, 1);
  const char *status = vb_store_statement_get_text (statement, 4);

  row->scenario = vb_store_statement_get_int64 (statement, 0);
  year->year = (gint16) vb_store_statement_get_int64 (statement, 2);
  year->beds = vb_store_statement_get_double (statement, 3);
  vb_store_statement_read_bilingual (statement, 5, &year->source);
  return (vb_balance_side_from_id (side, &year->side) || vb_store_fail_damaged (side, error))
         && (vb_figure_status_from_id (status, &year->status)
             || vb_store_fail_damaged (status, error));
}

GArray *
vb_scenario_table_read_years (VbStoreConnection *connection, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (VbScenarioYearRow),
                                       (GDestroyNotify) vb_scenario_year_row_clear, read_year };

  return vb_store_rows_read (connection, &sql, READ_YEARS, 0, &kind, error);
}

static gboolean
write_year (VbStoreConnection *connection,
            guint index,
            const VbScenarioYearRow *row,
            GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, index, error);
  const VbScenarioYear *year = &row->year;

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, row->scenario);
  vb_store_statement_bind_text (statement, 2, vb_balance_side_to_id (year->side));
  vb_store_statement_bind_int64 (statement, 3, year->year);
  vb_store_statement_bind_double (statement, 4, year->beds);
  vb_store_statement_bind_text (statement, 5, vb_figure_status_to_id (year->status));
  vb_store_statement_bind_bilingual (statement, 6, &year->source);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_scenario_table_insert_year (VbStoreConnection *connection,
                               const VbScenarioYearRow *row,
                               GError **error)
{
  return write_year (connection, INSERT_YEAR, row, error);
}

gboolean
vb_scenario_table_put_year (VbStoreConnection *connection,
                            const VbScenarioYearRow *row,
                            GError **error)
{
  return write_year (connection, PUT_YEAR, row, error);
}

/* ---- levers ---------------------------------------------------------------------------------- */

void
vb_lever_row_clear (VbLeverRow *self)
{
  vb_lever_facts_clear (&self->facts);
}

static gboolean
read_lever_words (VbStoreStatement *statement, VbLeverFacts *facts, GError **error)
{
  const char *side_id = vb_store_statement_get_text (statement, 4);
  const char *basis_id = vb_store_statement_get_text (statement, 5);
  const char *profile_id = vb_store_statement_get_text (statement, 6);
  const char *status_id = vb_store_statement_get_text (statement, 18);
  VbBalanceSide side;
  VbLeverBasis basis;
  VbLeverProfile profile;

  if (!vb_balance_side_from_id (side_id, &side))
    return vb_store_fail_damaged (side_id, error);
  if (!vb_lever_basis_from_id (basis_id, &basis))
    return vb_store_fail_damaged (basis_id, error);
  if (!vb_lever_profile_from_id (profile_id, &profile))
    return vb_store_fail_damaged (profile_id, error);
  if (!vb_figure_status_from_id (status_id, &facts->status))
    return vb_store_fail_damaged (status_id, error);
  facts->figures.side = (guint8) side;
  facts->figures.basis = (guint8) basis;
  facts->figures.profile = (guint8) profile;
  return TRUE;
}

static gboolean
read_lever (VbStoreStatement *statement, gpointer data, GError **error)
{
  VbLeverRow *row = data;
  VbLeverFacts *facts = &row->facts;
  VbLeverFigures *figures = &facts->figures;

  row->id = vb_store_statement_get_int64 (statement, 0);
  facts->scenario_id = vb_store_statement_get_int64 (statement, 1);
  vb_store_statement_read_bilingual (statement, 2, &facts->name);
  figures->one_off = vb_store_statement_get_int64 (statement, 7) != 0;
  figures->low = vb_store_statement_get_double (statement, 8);
  figures->base = vb_store_statement_get_double (statement, 9);
  figures->high = vb_store_statement_get_double (statement, 10);
  figures->influence = vb_store_statement_get_double (statement, 11);
  figures->probability = vb_store_statement_get_double (statement, 12);
  figures->bed_days = vb_store_statement_get_double (statement, 13);
  figures->overlap = (guint) vb_store_statement_get_int64 (statement, 14);
  figures->start = (gint16) vb_store_statement_get_int64 (statement, 15);
  figures->full = (gint16) vb_store_statement_get_int64 (statement, 16);
  figures->yearly_cost = vb_store_statement_get_double (statement, 17);
  vb_store_statement_read_bilingual (statement, 19, &facts->source);
  facts->focus_area_id = vb_store_statement_get_int64 (statement, 21);
  facts->action_id = vb_store_statement_get_int64 (statement, 22);
  return read_lever_words (statement, facts, error);
}

GArray *
vb_scenario_table_read_levers (VbStoreConnection *connection, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (VbLeverRow), (GDestroyNotify) vb_lever_row_clear,
                                       read_lever };

  return vb_store_rows_read (connection, &sql, READ_LEVERS, 0, &kind, error);
}

static gboolean
write_lever (VbStoreConnection *connection, guint index, const VbLeverRow *row, GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, index, error);
  const VbLeverFacts *facts = &row->facts;
  const VbLeverFigures *figures = &facts->figures;

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, row->id);
  vb_store_statement_bind_int64 (statement, 2, facts->scenario_id);
  vb_store_statement_bind_bilingual (statement, 3, &facts->name);
  vb_store_statement_bind_text (statement, 5,
                                vb_balance_side_to_id ((VbBalanceSide) figures->side));
  vb_store_statement_bind_text (statement, 6, vb_lever_basis_to_id ((VbLeverBasis) figures->basis));
  vb_store_statement_bind_text (statement, 7,
                                vb_lever_profile_to_id ((VbLeverProfile) figures->profile));
  vb_store_statement_bind_int64 (statement, 8, figures->one_off ? 1 : 0);
  vb_store_statement_bind_double (statement, 9, figures->low);
  vb_store_statement_bind_double (statement, 10, figures->base);
  vb_store_statement_bind_double (statement, 11, figures->high);
  vb_store_statement_bind_double (statement, 12, figures->influence);
  vb_store_statement_bind_double (statement, 13, figures->probability);
  vb_store_statement_bind_double (statement, 14, figures->bed_days);
  vb_store_statement_bind_int64 (statement, 15, figures->overlap);
  vb_store_statement_bind_int64 (statement, 16, figures->start);
  vb_store_statement_bind_int64 (statement, 17, figures->full);
  vb_store_statement_bind_double (statement, 18, figures->yearly_cost);
  vb_store_statement_bind_text (statement, 19, vb_figure_status_to_id (facts->status));
  vb_store_statement_bind_bilingual (statement, 20, &facts->source);
  vb_store_statement_bind_id (statement, 22, facts->focus_area_id);
  vb_store_statement_bind_id (statement, 23, facts->action_id);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_scenario_table_insert_lever (VbStoreConnection *connection,
                                const VbLeverRow *row,
                                GError **error)
{
  return write_lever (connection, INSERT_LEVER, row, error);
}

gboolean
vb_scenario_table_update_lever (VbStoreConnection *connection,
                                const VbLeverRow *row,
                                GError **error)
{
  return write_lever (connection, UPDATE_LEVER, row, error);
}

gboolean
vb_scenario_table_place_lever (VbStoreConnection *connection,
                               gint64 id,
                               guint position,
                               GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, PLACE_LEVER, error);

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, id);
  vb_store_statement_bind_int64 (statement, 2, position);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_scenario_table_delete_lever (VbStoreConnection *connection, gint64 id, GError **error)
{
  return vb_store_run_with_id (connection, &sql, DELETE_LEVER, id, error);
}
