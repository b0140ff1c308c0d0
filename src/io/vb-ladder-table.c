/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-ladder-table.h"

#include <glib/gi18n-lib.h>

#include "vb-error.h"
#include "vb-header-words.h"

enum
{
  COLUMN_AREA,
  COLUMN_STEP,
  COLUMN_LEVEL,
  COLUMN_ID,
  COLUMN_STATEMENT,
  COLUMN_STATEMENT_SV,
  COLUMN_STATEMENT_EN,
  COLUMN_EVIDENCE,
  COLUMN_EVIDENCE_SV,
  COLUMN_EVIDENCE_EN,
  N_COLUMNS,
};

static const VbTextColumn columns[N_COLUMNS] = {
  [COLUMN_AREA] = { "area|område", TRUE },
  [COLUMN_STEP] = { "step|steg", TRUE },
  [COLUMN_LEVEL] = { "level|nivå", FALSE },
  [COLUMN_ID] = { "id", FALSE },
  [COLUMN_STATEMENT] = { "statement|påstående", FALSE },
  [COLUMN_STATEMENT_SV] = { "statement_sv|påstående_sv", FALSE },
  [COLUMN_STATEMENT_EN] = { "statement_en|påstående_en", FALSE },
  [COLUMN_EVIDENCE] = { "evidence|underlag", FALSE },
  [COLUMN_EVIDENCE_SV] = { "evidence_sv|underlag_sv", FALSE },
  [COLUMN_EVIDENCE_EN] = { "evidence_en|underlag_en", FALSE },
};

/* The Swedish words that a table may use beside the ids, without accents. */
static const struct
{
  const char *word;
  VbPlanningLevel level;
} levels[] = {
  { "strategisk", VB_PLANNING_LEVEL_STRATEGIC },
  { "taktisk", VB_PLANNING_LEVEL_TACTICAL },
  { "operativ", VB_PLANNING_LEVEL_OPERATIONAL },
};

/* One filling of a ladder from a table. */
typedef struct
{
  VbTextTable *table;
  VbLadder *ladder;
  gboolean with_areas;
  GHashTable *ids;     /* of the statements so far */
  GHashTable *numbers; /* "A2" → the last number that was given to an id after it */
} Filling;

VbTextTable *
vb_ladder_table_read (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (VbTextTable) table = vb_text_table_read (file, columns, N_COLUMNS, cancellable, error);

  if (table == NULL)
    return NULL;
  if (!vb_text_table_has_column (table, COLUMN_STATEMENT)
      && !vb_text_table_has_column (table, COLUMN_STATEMENT_SV)
      && !vb_text_table_has_column (table, COLUMN_STATEMENT_EN))
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                   _ ("%s: expected a header with a column called “%s”, found none"),
                   vb_text_table_get_name (table), "statement");
      return NULL;
    }
  return g_steal_pointer (&table);
}

static gboolean
parse_step (const char *text, guint *step)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1, VB_LADDER_MAX_STEPS, &number, NULL))
    return FALSE;
  *step = (guint) number;
  return TRUE;
}

guint
vb_ladder_table_find_last_step (VbTextTable *table)
{
  guint last = 0;
  guint step;

  for (guint row = 0; row < vb_text_table_get_n_rows (table); row++)
    if (parse_step (vb_text_table_get (table, row, COLUMN_STEP), &step))
      last = MAX (last, step);
  return last;
}

/* A column for each language, or one for both. */
static void
get_text (VbTextTable *table, guint row, guint both, guint sv, guint en, VbBilingual *text)
{
  const char *shared = vb_text_table_get (table, row, both);

  if (*shared != '\0')
    vb_bilingual_set (text, shared, shared);
  else
    vb_bilingual_set (text, vb_text_table_get (table, row, sv), vb_text_table_get (table, row, en));
}

static gboolean
get_level (Filling *self, guint row, VbPlanningLevel *level, GError **error)
{
  g_autofree char *word =
      vb_header_words_normalise (vb_text_table_get (self->table, row, COLUMN_LEVEL));

  if (vb_planning_level_from_id (word, level))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_str_equal (word, levels[i].word))
      {
        *level = levels[i].level;
        return TRUE;
      }
  return vb_text_table_refuse (self->table, row, COLUMN_LEVEL,
                               _ ("strategic, tactical, operational or nothing"), error);
}

static gboolean
get_step (Filling *self, guint row, guint *step, GError **error)
{
  guint lowest = self->with_areas ? 1 : 2;
  guint highest = vb_ladder_get_n_steps (self->ladder);
  g_autofree char *expected = NULL;

  if (parse_step (vb_text_table_get (self->table, row, COLUMN_STEP), step) && *step >= lowest
      && *step <= highest)
    return TRUE;
  expected = g_strdup_printf (_ ("a step from %u to %u"), lowest, highest);
  return vb_text_table_refuse (self->table, row, COLUMN_STEP, expected, error);
}

static VbLadderArea *
get_area (Filling *self, guint row, GError **error)
{
  const char *id = vb_text_table_get (self->table, row, COLUMN_AREA);
  VbLadderArea *found = vb_ladder_find_area (self->ladder, id);
  g_autoptr (VbLadderArea) area = NULL;
  VbBilingual name = { NULL, NULL };

  if (found != NULL)
    return found;
  if (!self->with_areas || *id == '\0')
    {
      vb_text_table_refuse (self->table, row, COLUMN_AREA,
                            self->with_areas ? _ ("the name of an area")
                                             : _ ("the id of an area of the key file"),
                            error);
      return NULL;
    }
  vb_bilingual_set (&name, id, id);
  area = vb_ladder_area_new (id, &name);
  vb_bilingual_clear (&name);
  vb_ladder_add_area (self->ladder, area);
  return area; /* the ladder keeps it alive */
}

/* "A2-1": the area, the step, and the next number that is free. An area whose id has other letters
 * is called by its number, "3.2-1". */
static char *
make_id (Filling *self, VbLadderArea *area, guint step)
{
  const char *area_id = vb_ladder_area_get_id (area);
  g_autofree char *prefix = NULL;
  g_autofree char *id = NULL;
  guint number;

  if (vb_ladder_id_is_valid (area_id))
    prefix = g_strdup_printf ("%s%u", area_id, step);
  else
    {
      GListModel *areas = vb_ladder_get_areas (self->ladder);
      guint place = 0;

      g_list_store_find (G_LIST_STORE (areas), area, &place);
      prefix = g_strdup_printf ("%u.%u", place + 1, step);
    }

  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, prefix));
  do
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", prefix, ++number);
    }
  while (g_hash_table_contains (self->ids, id));
  g_hash_table_insert (self->numbers, g_steal_pointer (&prefix), GUINT_TO_POINTER (number));
  return g_steal_pointer (&id);
}

static char *
get_id (Filling *self, guint row, VbLadderArea *area, guint step, GError **error)
{
  const char *id = vb_text_table_get (self->table, row, COLUMN_ID);

  if (*id == '\0')
    return make_id (self, area, step);
  if (!vb_ladder_id_is_valid (id))
    {
      vb_text_table_refuse (self->table, row, COLUMN_ID,
                            _ ("an id of letters a–z, digits, “.”, “_” and “-”"), error);
      return NULL;
    }
  if (g_hash_table_contains (self->ids, id))
    {
      vb_text_table_refuse (self->table, row, COLUMN_ID, _ ("an id that no other row has"), error);
      return NULL;
    }
  return g_strdup (id);
}

/* Rows of step 1 say what the area looks like there; several of them make one text. */
static void
add_floor_text (VbLadderArea *area, const VbBilingual *text)
{
  const VbBilingual *before = vb_ladder_area_get_step_text (area, 1);
  VbBilingual joined = { NULL, NULL };
  g_autofree char *sv = NULL;
  g_autofree char *en = NULL;

  if (vb_bilingual_is_empty (before))
    {
      vb_ladder_area_set_step_text (area, 1, text);
      return;
    }
  sv = g_strjoin (" ", before->sv != NULL ? before->sv : "", text->sv, NULL);
  en = g_strjoin (" ", before->en != NULL ? before->en : "", text->en, NULL);
  vb_bilingual_set (&joined, sv, en);
  vb_ladder_area_set_step_text (area, 1, &joined);
  vb_bilingual_clear (&joined);
}

static gboolean
add_statement (Filling *self,
               guint row,
               VbLadderArea *area,
               guint step,
               const VbBilingual *text,
               GError **error)
{
  g_autoptr (VbLadderStatement) statement = NULL;
  g_autofree char *id = NULL;
  VbBilingual evidence = { NULL, NULL };
  VbPlanningLevel level;

  if (!get_level (self, row, &level, error))
    return FALSE;
  id = get_id (self, row, area, step, error);
  if (id == NULL)
    return FALSE;

  get_text (self->table, row, COLUMN_EVIDENCE, COLUMN_EVIDENCE_SV, COLUMN_EVIDENCE_EN, &evidence);
  statement = vb_ladder_statement_new (id, step, level, text, &evidence);
  vb_bilingual_clear (&evidence);
  vb_ladder_area_add_statement (area, statement);
  g_hash_table_add (self->ids, g_steal_pointer (&id));
  return TRUE;
}

static guint
get_statement_column (VbTextTable *table)
{
  if (vb_text_table_has_column (table, COLUMN_STATEMENT))
    return COLUMN_STATEMENT;
  if (vb_text_table_has_column (table, COLUMN_STATEMENT_SV))
    return COLUMN_STATEMENT_SV;
  return COLUMN_STATEMENT_EN;
}

static gboolean
add_row (Filling *self, guint row, GError **error)
{
  VbBilingual text = { NULL, NULL };
  VbLadderArea *area;
  gboolean added = TRUE;
  guint step = 0;

  area = get_area (self, row, error);
  if (area == NULL || !get_step (self, row, &step, error))
    return FALSE;

  get_text (self->table, row, COLUMN_STATEMENT, COLUMN_STATEMENT_SV, COLUMN_STATEMENT_EN, &text);
  if (vb_bilingual_is_empty (&text))
    added = vb_text_table_refuse (self->table, row, get_statement_column (self->table),
                                  _ ("a statement"), error);
  else if (step == 1)
    add_floor_text (area, &text);
  else
    added = add_statement (self, row, area, step, &text, error);
  vb_bilingual_clear (&text);
  return added;
}

gboolean
vb_ladder_table_fill (VbTextTable *table, VbLadder *ladder, gboolean with_areas, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) local = NULL;
  Filling self = { table, ladder, with_areas, ids, numbers };

  for (guint row = 0; row < vb_text_table_get_n_rows (table); row++)
    if (!add_row (&self, row, error))
      return FALSE;
  if (!vb_ladder_validate (ladder, &local))
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT, "%s: %s", vb_text_table_get_name (table),
                   local->message);
      return FALSE;
    }
  return TRUE;
}
