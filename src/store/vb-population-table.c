/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-population-table.h"

#include "vb-store-rows.h"

enum
{
  READ_UNITS,
  READ,
  CLEAR,
  INSERT,
  READ_USES,
  CLEAR_USES,
  INSERT_USE,
  READ_SOURCE,
  READ_PROVENANCE,
  N_STATEMENTS,
};

static const char *const texts[N_STATEMENTS] = {
  [READ_UNITS] = "SELECT unit FROM population UNION SELECT unit FROM care_use",
  [READ] = "SELECT year, sex, kind, age_from, age_to, inhabitants FROM population WHERE unit = ?1",
  [CLEAR] = "DELETE FROM population WHERE unit = ?1 AND year = ?2",
  [INSERT] = "INSERT INTO population (unit, year, sex, kind, age_from, age_to, inhabitants, source,"
             " provenance) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
  [READ_USES] = "SELECT year, sex, care_group, age_from, age_to, bed_days FROM care_use"
                " WHERE unit = ?1",
  [CLEAR_USES] = "DELETE FROM care_use WHERE unit = ?1 AND year = ?2 AND care_group = ?3",
  [INSERT_USE] = "INSERT INTO care_use (unit, year, sex, care_group, age_from, age_to, bed_days,"
                 " source, provenance) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
  [READ_SOURCE] = "SELECT source FROM (SELECT year, source FROM population WHERE unit = ?1"
                  " UNION ALL SELECT year, source FROM care_use WHERE unit = ?1)"
                  " WHERE source IS NOT NULL ORDER BY year DESC LIMIT 1",
  /* One that is made up makes what follows from it made up too. */
  [READ_PROVENANCE] = "SELECT max (provenance) FROM (SELECT provenance FROM population"
                      " WHERE unit = ?1 UNION ALL SELECT provenance FROM care_use WHERE unit = ?1)"
                      " HAVING count (*) > 0",
};

static const VbStoreSql sql = { VB_STORE_TABLE_POPULATION, N_STATEMENTS, texts };

/* Columns 3 and 4 of both tables. NULL reads as 0, which an age may be. */
static VbAges
read_ages (VbStoreStatement *statement)
{
  gboolean has_end = vb_store_statement_get_text (statement, 4) != NULL;

  return (VbAges){ (gint16) vb_store_statement_get_int64 (statement, 3),
                   has_end ? (gint16) vb_store_statement_get_int64 (statement, 4) : VB_AGE_NO_END };
}

static void
bind_ages (VbStoreStatement *statement, VbAges ages)
{
  vb_store_statement_bind_int64 (statement, 5, ages.from);
  if (ages.to == VB_AGE_NO_END)
    vb_store_statement_bind_null (statement, 6);
  else
    vb_store_statement_bind_int64 (statement, 6, ages.to);
}

static gboolean
read_unit (VbStoreStatement *statement, gpointer data, GError **error)
{
  gint64 *unit = data;

  *unit = vb_store_statement_get_int64 (statement, 0);
  return TRUE;
}

GArray *
vb_population_table_read_units (VbStoreConnection *connection, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (gint64), NULL, read_unit };

  return vb_store_rows_read (connection, &sql, READ_UNITS, 0, &kind, error);
}

static gboolean
read_sex (VbStoreStatement *statement, guint8 *out, GError **error)
{
  const char *id = vb_store_statement_get_text (statement, 1);
  VbSex sex;

  if (id == NULL || !vb_sex_from_id (id, &sex))
    return vb_store_fail_damaged (id, error);
  *out = (guint8) sex;
  return TRUE;
}

static gboolean
read_count (VbStoreStatement *statement, gpointer data, GError **error)
{
  VbPopulationCount *count = data;
  const char *id = vb_store_statement_get_text (statement, 2);
  VbPopulationKind kind;

  if (id == NULL || !vb_population_kind_from_id (id, &kind))
    return vb_store_fail_damaged (id, error);
  count->year = (gint16) vb_store_statement_get_int64 (statement, 0);
  count->kind = (guint8) kind;
  count->ages = read_ages (statement);
  count->inhabitants = vb_store_statement_get_double (statement, 5);
  return read_sex (statement, &count->sex, error);
}

static gboolean
read_use (VbStoreStatement *statement, gpointer data, GError **error)
{
  VbCareUse *use = data;
  const char *id = vb_store_statement_get_text (statement, 2);
  VbCareGroup group;

  if (id == NULL || !vb_care_group_from_id (id, &group))
    return vb_store_fail_damaged (id, error);
  use->year = (gint16) vb_store_statement_get_int64 (statement, 0);
  use->group = (guint8) group;
  use->ages = read_ages (statement);
  use->bed_days = vb_store_statement_get_double (statement, 5);
  return read_sex (statement, &use->sex, error);
}

static gboolean
read_source (VbStoreConnection *connection, gint64 unit, char **source, GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, READ_SOURCE, error);
  VbStoreStep step;

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, unit);
  step = vb_store_statement_step (statement, error);
  if (step == VB_STORE_STEP_ROW)
    *source = g_strdup (vb_store_statement_get_text (statement, 0));
  return step != VB_STORE_STEP_ERROR;
}

static gboolean
read_provenance (VbStoreConnection *connection, gint64 unit, VbProvenance *out, GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, READ_PROVENANCE, error);
  VbStoreStep step;

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, unit);
  step = vb_store_statement_step (statement, error);
  if (step == VB_STORE_STEP_ROW)
    *out = (VbProvenance) vb_store_statement_get_int64 (statement, 0);
  return step != VB_STORE_STEP_ERROR;
}

VbPopulationFacts *
vb_population_table_read (VbStoreConnection *connection, gint64 unit, GError **error)
{
  static const VbStoreRowKind counts = { sizeof (VbPopulationCount), NULL, read_count };
  static const VbStoreRowKind uses = { sizeof (VbCareUse), NULL, read_use };
  g_autoptr (VbPopulationFacts) facts = vb_population_facts_new (NULL, NULL);

  g_clear_pointer (&facts->counts, g_array_unref);
  g_clear_pointer (&facts->uses, g_array_unref);
  facts->counts = vb_store_rows_read (connection, &sql, READ, unit, &counts, error);
  if (facts->counts != NULL)
    facts->uses = vb_store_rows_read (connection, &sql, READ_USES, unit, &uses, error);
  if (facts->uses == NULL || !read_source (connection, unit, &facts->source, error)
      || !read_provenance (connection, unit, &facts->provenance, error))
    return NULL;
  vb_population_facts_sort (facts);
  return g_steal_pointer (&facts);
}

static gboolean
clear (VbStoreConnection *connection,
       guint index,
       gint64 unit,
       gint16 year,
       const char *group,
       GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, index, error);

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, unit);
  vb_store_statement_bind_int64 (statement, 2, year);
  if (group != NULL)
    vb_store_statement_bind_text (statement, 3, group);
  return vb_store_statement_run (statement, error);
}

static gboolean
insert (VbStoreConnection *connection,
        gint64 unit,
        const VbPopulationCount *count,
        const VbPopulationFacts *facts,
        GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, INSERT, error);

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, unit);
  vb_store_statement_bind_int64 (statement, 2, count->year);
  vb_store_statement_bind_text (statement, 3, vb_sex_to_id ((VbSex) count->sex));
  vb_store_statement_bind_text (statement, 4,
                                vb_population_kind_to_id ((VbPopulationKind) count->kind));
  bind_ages (statement, count->ages);
  vb_store_statement_bind_double (statement, 7, count->inhabitants);
  vb_store_statement_bind_text (statement, 8, facts->source);
  vb_store_statement_bind_int64 (statement, 9, facts->provenance);
  return vb_store_statement_run (statement, error);
}

static gboolean
insert_use (VbStoreConnection *connection,
            gint64 unit,
            const VbCareUse *use,
            const VbPopulationFacts *facts,
            GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, INSERT_USE, error);

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, unit);
  vb_store_statement_bind_int64 (statement, 2, use->year);
  vb_store_statement_bind_text (statement, 3, vb_sex_to_id ((VbSex) use->sex));
  vb_store_statement_bind_text (statement, 4, vb_care_group_to_id ((VbCareGroup) use->group));
  bind_ages (statement, use->ages);
  vb_store_statement_bind_double (statement, 7, use->bed_days);
  vb_store_statement_bind_text (statement, 8, facts->source);
  vb_store_statement_bind_int64 (statement, 9, facts->provenance);
  return vb_store_statement_run (statement, error);
}

/* The facts are sorted: a year, or a year and care group, begins where it differs from the row
 * before. */
gboolean
vb_population_table_put (VbStoreConnection *connection,
                         gint64 unit,
                         const VbPopulationFacts *facts,
                         GError **error)
{
  for (guint i = 0; i < facts->counts->len; i++)
    {
      const VbPopulationCount *count = &g_array_index (facts->counts, VbPopulationCount, i);
      gboolean begins = i == 0 || (count - 1)->year != count->year;

      if ((begins && !clear (connection, CLEAR, unit, count->year, NULL, error))
          || !insert (connection, unit, count, facts, error))
        return FALSE;
    }
  for (guint i = 0; i < facts->uses->len; i++)
    {
      const VbCareUse *use = &g_array_index (facts->uses, VbCareUse, i);
      gboolean begins = i == 0 || (use - 1)->year != use->year || (use - 1)->group != use->group;

      if ((begins
           && !clear (connection, CLEAR_USES, unit, use->year,
                      vb_care_group_to_id ((VbCareGroup) use->group), error))
          || !insert_use (connection, unit, use, facts, error))
        return FALSE;
    }
  return TRUE;
}
