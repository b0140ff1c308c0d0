/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-exchange-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "vb-measure.h"
#include "vb-number.h"
#include "vb-setting-table.h"

/* ---- life ------------------------------------------------------------------------------------ */

static void
unit_free (VbExchangeUnit *unit)
{
  g_free (unit->path);
  g_free (unit);
}

VbExchange *
vb_exchange_new (VbStoreConnection *ours,
                 VbStoreConnection *theirs,
                 VbDifferenceFunc report,
                 gpointer data)
{
  VbExchange *self = g_new0 (VbExchange, 1);

  self->ours = ours;
  self->theirs = theirs;
  self->report = report;
  self->report_data = data;
  self->units =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) unit_free);
  self->unit_order = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->imports = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->origins = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->ladders = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->closed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->outdone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
vb_exchange_free (VbExchange *self)
{
  g_hash_table_unref (self->units);
  g_array_unref (self->unit_order);
  g_hash_table_unref (self->imports);
  g_hash_table_unref (self->origins);
  g_hash_table_unref (self->ladders);
  g_hash_table_unref (self->closed);
  g_hash_table_unref (self->outdone);
  g_free (self);
}

void
vb_exchange_add_unit (VbExchange *self, gint64 theirs, gint64 ours, const char *path)
{
  VbExchangeUnit *unit = g_new (VbExchangeUnit, 1);

  unit->id = ours;
  unit->path = g_strdup (path);
  g_hash_table_insert (self->units, g_memdup2 (&theirs, sizeof theirs), unit);
  g_array_append_val (self->unit_order, theirs);
}

const VbExchangeUnit *
_vb_exchange_find_unit (VbExchange *self, gint64 id)
{
  return g_hash_table_lookup (self->units, &id);
}

gint64
vb_exchange_map_import (VbExchange *self, gint64 id)
{
  const gint64 *ours = g_hash_table_lookup (self->imports, &id);

  return ours != NULL ? *ours : id;
}

const VbExchangeTally *
vb_exchange_get_tally (VbExchange *self)
{
  return &self->tally;
}

void
vb_exchange_report (VbExchange *self, const VbDifferenceFields *fields)
{
  self->tally.n_conflicts++;
  if (self->report != NULL)
    self->report (fields, self->report_data);
}

void
vb_exchange_count (VbExchange *self, gsize n_taken, gsize n_same)
{
  self->tally.n_taken += n_taken;
  self->tally.n_same += n_same;
}

/* ---- cells ----------------------------------------------------------------------------------- */

/* One of their rows beside ours. The columns of theirs come after the unit and the words. */
typedef struct
{
  guint table;
  const VbExchangeTable *description;
  sqlite3_stmt *theirs;
  sqlite3_stmt *ours; /* NULL: there is none */
} Pair;

#define THEIR_COLUMN(column) ((int) (column) + 2)

/* The id that column @column of theirs has here. */
static gint64
map_id (VbExchange *self, const Pair *pair, guint column)
{
  gint64 id = sqlite3_column_int64 (pair->theirs, THEIR_COLUMN (column));

  if (pair->description->columns[column].meaning == VB_EXCHANGE_UNIT)
    {
      const VbExchangeUnit *unit = _vb_exchange_find_unit (self, id);

      return unit != NULL ? unit->id : id;
    }
  return vb_exchange_map_import (self, id);
}

static gboolean
is_mapped (const VbExchangeColumn *column)
{
  return column->meaning == VB_EXCHANGE_UNIT || column->meaning == VB_EXCHANGE_IMPORT;
}

static void
bind_theirs (VbExchange *self, const Pair *pair, guint column, sqlite3_stmt *to, int parameter)
{
  int place = THEIR_COLUMN (column);

  if (is_mapped (&pair->description->columns[column])
      && sqlite3_column_type (pair->theirs, place) != SQLITE_NULL)
    sqlite3_bind_int64 (to, parameter, map_id (self, pair, column));
  else
    sqlite3_bind_value (to, parameter, sqlite3_column_value (pair->theirs, place));
}

static gboolean
is_same (VbExchange *self, const Pair *pair, guint column)
{
  int place = THEIR_COLUMN (column);
  int type = sqlite3_column_type (pair->theirs, place);

  if (type != sqlite3_column_type (pair->ours, (int) column))
    return FALSE;
  switch (type)
    {
    case SQLITE_NULL:
      return TRUE;
    case SQLITE_INTEGER:
      return sqlite3_column_int64 (pair->ours, (int) column)
             == (is_mapped (&pair->description->columns[column])
                     ? map_id (self, pair, column)
                     : sqlite3_column_int64 (pair->theirs, place));
    case SQLITE_FLOAT:
      return sqlite3_column_double (pair->ours, (int) column)
             == sqlite3_column_double (pair->theirs, place);
    default:
      return strcmp ((const char *) sqlite3_column_text (pair->ours, (int) column),
                     (const char *) sqlite3_column_text (pair->theirs, place))
             == 0;
    }
}

static const char *
find_path (VbExchange *self, gint64 ours)
{
  GHashTableIter iter;
  gpointer unit;

  g_hash_table_iter_init (&iter, self->units);
  while (g_hash_table_iter_next (&iter, NULL, &unit))
    if (((VbExchangeUnit *) unit)->id == ours)
      return ((VbExchangeUnit *) unit)->path;
  return NULL;
}

/* What stands in a cell, for a report; NULL for nothing. @ours: whose ids they are. */
static char *
format_cell (
    VbExchange *self, sqlite3_stmt *row, int place, VbExchangeMeaning meaning, gboolean ours)
{
  gint64 id = sqlite3_column_int64 (row, place);

  if (sqlite3_column_type (row, place) == SQLITE_NULL)
    return NULL;
  if (meaning == VB_EXCHANGE_UNIT)
    {
      const VbExchangeUnit *unit = ours ? NULL : _vb_exchange_find_unit (self, id);
      const char *path = ours ? find_path (self, id) : unit != NULL ? unit->path : NULL;

      return g_strdup (path != NULL ? path : "");
    }
  if (meaning == VB_EXCHANGE_MEASURE)
    {
      const VbMeasure *measure = vb_measure_get ((VbMeasureId) id);

      if (measure != NULL)
        return g_strdup (measure->key);
    }
  if (sqlite3_column_type (row, place) == SQLITE_FLOAT)
    return vb_number_to_file (sqlite3_column_double (row, place));
  return g_strdup ((const char *) sqlite3_column_text (row, place));
}

/* ---- reports --------------------------------------------------------------------------------- */

/* The key in words: "occupancy icu 2024-01-01". @column: NULL, or what is to be named after it. */
static char *
say_what (VbExchange *self, const Pair *pair, const char *column)
{
  g_autoptr (GString) words = g_string_new ((const char *) sqlite3_column_text (pair->theirs, 1));

  for (guint i = 0; pair->description->columns[i].name != NULL; i++)
    if (pair->description->columns[i].flags & VB_EXCHANGE_SAID)
      {
        g_autofree char *cell = format_cell (self, pair->theirs, THEIR_COLUMN (i),
                                             pair->description->columns[i].meaning, FALSE);

        if (cell != NULL)
          g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", cell);
      }
  if (column != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", column);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
report (
    VbExchange *self, const Pair *pair, const char *column, const char *ours, const char *theirs)
{
  const VbExchangeUnit *unit =
      _vb_exchange_find_unit (self, sqlite3_column_int64 (pair->theirs, 0));
  g_autofree char *what = say_what (self, pair, column);
  VbDifferenceFields fields = { pair->description->name, unit != NULL ? unit->path : NULL, what,
                                ours, theirs };

  vb_exchange_report (self, &fields);
}

/* @turned: what is there stands, and what was here is told as theirs. */
static void
report_column (VbExchange *self, const Pair *pair, guint column, gboolean turned)
{
  const VbExchangeColumn *description = &pair->description->columns[column];
  g_autofree char *ours = format_cell (self, pair->ours, (int) column, description->meaning, TRUE);
  g_autofree char *theirs =
      format_cell (self, pair->theirs, THEIR_COLUMN (column), description->meaning, FALSE);

  ours = ours != NULL ? ours : g_strdup ("");
  theirs = theirs != NULL ? theirs : g_strdup ("");
  report (self, pair, description->name, turned ? theirs : ours, turned ? ours : theirs);
}

/* A row that is not here: all that it says. */
static void
report_missing (VbExchange *self, const Pair *pair)
{
  g_autoptr (GString) says = g_string_new (NULL);

  for (guint i = 0; pair->description->columns[i].name != NULL; i++)
    {
      const VbExchangeColumn *column = &pair->description->columns[i];
      g_autofree char *cell = NULL;

      if ((column->flags & (VB_EXCHANGE_KEY | VB_EXCHANGE_FREE)) != 0
          || column->meaning == VB_EXCHANGE_UNIT || column->meaning == VB_EXCHANGE_LADDER)
        continue;
      cell = format_cell (self, pair->theirs, THEIR_COLUMN (i), column->meaning, FALSE);
      if (cell != NULL)
        g_string_append_printf (says, "%s%s", says->len > 0 ? "; " : "", cell);
    }
  report (self, pair, NULL, NULL, says->str);
}

/* ---- taking ---------------------------------------------------------------------------------- */

/* Writes the row: the columns whose bit is in @from_theirs as they are there, the others as here.
 */
static gboolean
put (VbExchange *self, const Pair *pair, guint32 from_theirs, GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      _vb_exchange_get_statement (self->ours, pair->table, VB_EXCHANGE_PUT, error);
  sqlite3_stmt *to;

  if (statement == NULL)
    return FALSE;
  to = vb_store_statement_get_handle (statement);
  for (guint i = 0; pair->description->columns[i].name != NULL; i++)
    if (pair->ours == NULL || (from_theirs & (1u << i)) != 0)
      bind_theirs (self, pair, i, to, (int) i + 1);
    else
      sqlite3_bind_value (to, (int) i + 1, sqlite3_column_value (pair->ours, (int) i));
  return vb_store_statement_run (statement, error);
}

static void
remember (GHashTable *set, gint64 id)
{
  g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

static gboolean
refuse_ladder (GError **error)
{
  g_set_error_literal (error, VB_ERROR, VB_ERROR_INVALID,
                       _ ("A ladder has another text here under the same id and version"));
  return FALSE;
}

static gint64
get_owner (const Pair *pair)
{
  return sqlite3_column_int64 (pair->theirs, THEIR_COLUMN (0));
}

static gboolean
take_missing (VbExchange *self, const Pair *pair, GError **error)
{
  gint64 owner = get_owner (pair);

  if (pair->description->treatment == VB_EXCHANGE_TEXT
      && g_hash_table_contains (self->ladders, &owner))
    return refuse_ladder (error);
  if (pair->description->treatment == VB_EXCHANGE_PARTS
      && g_hash_table_contains (self->closed, &owner))
    {
      report_missing (self, pair);
      return TRUE;
    }
  self->tally.n_taken++;
  return put (self, pair, 0, error);
}

static gboolean
is_text (sqlite3_stmt *row, int place, const char *text)
{
  return g_strcmp0 ((const char *) sqlite3_column_text (row, place), text) == 0;
}

/* Whether theirs is the later state of an assessment, and whether ours is to be left alone. */
static gboolean
judge_assessment (VbExchange *self, const Pair *pair)
{
  gint64 id = get_owner (pair);

  for (guint i = 0; pair->description->columns[i].name != NULL; i++)
    if (strcmp (pair->description->columns[i].name, "state") == 0)
      {
        if (is_text (pair->ours, (int) i, "done"))
          remember (self->closed, id);
        else if (is_text (pair->theirs, THEIR_COLUMN (i), "done"))
          {
            remember (self->outdone, id);
            return TRUE;
          }
      }
  return FALSE;
}

static gboolean
outdoes (VbExchange *self, const Pair *pair)
{
  gint64 owner = get_owner (pair);

  if (pair->description->treatment == VB_EXCHANGE_ASSESSMENT)
    return judge_assessment (self, pair);
  return pair->description->treatment == VB_EXCHANGE_PARTS
         && g_hash_table_contains (self->outdone, &owner);
}

typedef enum
{
  TAKE,         /* what is not here, reporting what differs */
  COMPARE,      /* report what is not here or differs */
  FIND_MISSING, /* report what is not here */
} Mode;

/* A setting that nobody has touched there says nothing against ours. */
static gboolean
is_untouched (VbExchange *self, const Pair *pair, guint column, gboolean *untouched, GError **error)
{
  *untouched = FALSE;
  return pair->description->treatment != VB_EXCHANGE_SETTINGS
         || vb_setting_table_is_default (
             self->theirs, pair->description->columns[column].name,
             sqlite3_column_double (pair->theirs, THEIR_COLUMN (column)), untouched, error);
}

/* A column that is not the same: whether theirs is taken, or the difference told. */
static gboolean
take_column (VbExchange *self,
             const Pair *pair,
             guint column,
             gboolean later,
             guint32 *from_theirs,
             gboolean *differs,
             GError **error)
{
  VbExchangeFlags flags = pair->description->columns[column].flags;
  gboolean empty = sqlite3_column_type (pair->ours, (int) column) == SQLITE_NULL;
  gboolean silent = sqlite3_column_type (pair->theirs, THEIR_COLUMN (column)) == SQLITE_NULL;
  gboolean untouched;

  if (pair->description->treatment == VB_EXCHANGE_TEXT)
    return refuse_ladder (error);
  if ((flags & VB_EXCHANGE_FREE) != 0)
    {
      if (later)
        *from_theirs |= 1u << column;
      return TRUE;
    }
  if (!is_untouched (self, pair, column, &untouched, error))
    return FALSE;
  if (silent || untouched)
    return TRUE;

  if (later || ((flags & VB_EXCHANGE_FILL) != 0 && empty))
    *from_theirs |= 1u << column;
  /* What somebody said here is told even where the later word is taken. */
  if (!empty || (*from_theirs & (1u << column)) == 0)
    {
      *differs = TRUE;
      report_column (self, pair, column, later);
    }
  return TRUE;
}

static gboolean
take_met (VbExchange *self, const Pair *pair, GError **error)
{
  gboolean later = outdoes (self, pair);
  gboolean differs = FALSE;
  guint32 from_theirs = 0;

  if (pair->description->treatment == VB_EXCHANGE_TEXT)
    remember (self->ladders, get_owner (pair));
  if (pair->description->treatment == VB_EXCHANGE_WHOLE)
    remember (self->closed, get_owner (pair));

  for (guint i = 0; pair->description->columns[i].name != NULL; i++)
    if ((pair->description->columns[i].flags & VB_EXCHANGE_KEY) == 0 && !is_same (self, pair, i)
        && !take_column (self, pair, i, later, &from_theirs, &differs, error))
      return FALSE;
  if (from_theirs != 0)
    {
      self->tally.n_taken++;
      return put (self, pair, from_theirs, error);
    }
  if (!differs && pair->description->treatment != VB_EXCHANGE_SETTINGS)
    self->tally.n_same++;
  return TRUE;
}

static void
compare_met (VbExchange *self, const Pair *pair)
{
  gboolean differs = FALSE;

  for (guint i = 0; pair->description->columns[i].name != NULL; i++)
    if ((pair->description->columns[i].flags & (VB_EXCHANGE_KEY | VB_EXCHANGE_FREE)) == 0
        && !is_same (self, pair, i))
      {
        report_column (self, pair, i, FALSE);
        differs = TRUE;
      }
  if (!differs)
    self->tally.n_same++;
}

static gboolean
meet (VbExchange *self, Pair *pair, Mode mode, GError **error)
{
  g_autoptr (VbStoreStatement) find =
      _vb_exchange_get_statement (self->ours, pair->table, VB_EXCHANGE_FIND, error);
  VbStoreStep step;
  int parameter = 1;

  if (find == NULL)
    return FALSE;
  for (guint i = 0; pair->description->columns[i].name != NULL; i++)
    if (pair->description->columns[i].flags & VB_EXCHANGE_KEY)
      bind_theirs (self, pair, i, vb_store_statement_get_handle (find), parameter++);
  step = vb_store_statement_step (find, error);
  if (step == VB_STORE_STEP_ERROR)
    return FALSE;
  if (step == VB_STORE_STEP_DONE)
    {
      if (mode == TAKE)
        return take_missing (self, pair, error);
      report_missing (self, pair);
      return TRUE;
    }

  pair->ours = vb_store_statement_get_handle (find);
  if (mode == TAKE)
    return take_met (self, pair, error);
  if (mode == COMPARE)
    compare_met (self, pair);
  return TRUE;
}

static gboolean
walk_table (VbExchange *self, guint table, Mode mode, GError **error)
{
  const VbExchangeTable *description = &_vb_exchange_tables[table];
  g_autoptr (VbStoreStatement) read = NULL;
  VbStoreStep step;

  if (description->treatment == VB_EXCHANGE_TRAIL && mode != TAKE)
    return TRUE;
  read = _vb_exchange_get_statement (self->theirs, table, VB_EXCHANGE_READ, error);
  if (read == NULL)
    return FALSE;
  while ((step = vb_store_statement_step (read, error)) == VB_STORE_STEP_ROW)
    {
      Pair pair = { table, description, vb_store_statement_get_handle (read), NULL };

      if (description->treatment == VB_EXCHANGE_TRAIL ? !put (self, &pair, 0, error)
                                                      : !meet (self, &pair, mode, error))
        return FALSE;
    }
  return step == VB_STORE_STEP_DONE;
}

gboolean
vb_exchange_take (VbExchange *self, GError **error)
{
  for (guint i = 0; i < _vb_exchange_get_n_tables (); i++)
    if (!walk_table (self, i, TAKE, error))
      return FALSE;
  return _vb_exchange_take_observations (self, error);
}

gboolean
vb_exchange_compare (VbExchange *self, gboolean missing_only, GError **error)
{
  for (guint i = 0; i < _vb_exchange_get_n_tables (); i++)
    if (!walk_table (self, i, missing_only ? FIND_MISSING : COMPARE, error))
      return FALSE;
  return _vb_exchange_compare_observations (self, missing_only, error);
}
