/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which columns are levels of units. */
#include "vb-importer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A column of this many different texts, one in nearly every other row, is free text. */
#define MANY_TEXTS 500

static VbImportColumn *
get (VbImporter *self, guint index)
{
  return vb_importer_get_import_column (self, index);
}

static guint
get_file_index (const VbImportColumn *column)
{
  return g_array_index (column->members, guint, 0);
}

/* Units of measurement under the header "enhet", which means a unit of care as well. */
static gboolean
holds_units_of_measurement (const VbColumnProfile *profile)
{
  static const char *const words[] = { "procent", "antal", "%", "kronor", "percent", "beds", NULL };

  for (guint i = 0; words[i] != NULL; i++)
    if (vb_string_table_find (profile->values, words[i], strlen (words[i])) != VB_STRING_TABLE_NONE)
      return TRUE;
  return FALSE;
}

static gboolean
holds_flags (const VbColumnProfile *profile)
{
  static const char *const words[] = { "ja", "nej", "yes", "no", "true", "false",
                                       "Ja", "Nej", "Yes", "No", "TRUE", "FALSE",
                                       "x",  "X",   "J",   "N",  NULL };

  for (guint32 id = 0; id < vb_string_table_get_size (profile->values); id++)
    if (!g_strv_contains (words, vb_string_table_get (profile->values, id, NULL)))
      return FALSE;
  return TRUE;
}

static gboolean
may_be_level (VbImporter *self, const VbImportColumn *column)
{
  const VbFileColumn *member = vb_importer_get_member (self, column);
  const VbColumnProfile *profile;
  guint n_texts;

  if (!column->info.guessed || column->info.role != VB_ROLE_LEFT_OUT || member == NULL
      || member->has_period || column->fault != VB_PROBLEM_UNKNOWN_COLUMN)
    return FALSE;
  profile = &member->profile;
  n_texts = vb_string_table_get_size (profile->values);
  switch (column->meaning.meaning)
    {
    case VB_HEADER_LEVEL:
      return profile->n_filled > 0 && !holds_units_of_measurement (profile);
    case VB_HEADER_LEVEL_CODE:
    case VB_HEADER_PARENT:
      return profile->n_filled > 0;
    case VB_HEADER_UNKNOWN:
      return vb_column_profile_is_textual (profile) && !profile->overflown
             && profile->n_filled * 2 > self->n_rows && !holds_flags (profile)
             && (n_texts < MANY_TEXTS || n_texts * 2 < self->n_rows);
    case VB_HEADER_DATE:
    case VB_HEADER_CARE_TYPE:
    case VB_HEADER_MEASURE:
    case VB_HEADER_MEASURE_NAME:
    case VB_HEADER_VALUE:
    case VB_HEADER_FREE_BEDS:
    case VB_HEADER_RATIO:
    case VB_HEADER_REMARK:
    default:
      return FALSE;
    }
}

static gboolean
is_code (const VbImportColumn *column)
{
  return column->meaning.meaning == VB_HEADER_LEVEL_CODE;
}

/* Whether a code and a name go together: "hospital_code" and "hospital_name" when every code has
 * one name; differently called ones of the same or an unknown kind only when they go one to one. */
static gboolean
is_pair (VbImporter *self, const VbImportColumn *code, const VbImportColumn *name)
{
  g_autofree char *code_stem = vb_header_words_dup_stem (code->info.header);
  g_autofree char *name_stem = vb_header_words_dup_stem (name->info.header);
  gboolean same_stem = *code_stem != '\0' && g_str_equal (code_stem, name_stem);
  gboolean same_kind = !code->meaning.kind_known || !name->meaning.kind_known
                       || code->meaning.kind == name->meaning.kind;

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const VbColumnPair *pair = g_ptr_array_index (self->pairs, i);

      if (pair->code != get_file_index (code) || pair->name != get_file_index (name)
          || pair->names->len == 0)
        continue;
      if (same_stem)
        return pair->one_name;
      return same_kind && pair->one_name && pair->one_code;
    }
  return FALSE;
}

/* Columns of the levels, in order, each with its code's column or -1. */
typedef struct
{
  guint column;
  int code;
} Level;

static void
find_code (VbImporter *self, Level *level)
{
  const VbImportColumn *name = get (self, level->column);
  guint best_distance = G_MAXUINT;

  level->code = -1;
  if (is_code (name))
    return;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const VbImportColumn *code = get (self, i);
      guint distance = i > level->column ? i - level->column : level->column - i;

      if (!may_be_level (self, code) || !is_code (code) || !is_pair (self, code, name)
          || distance >= best_distance)
        continue;
      level->code = (int) i;
      best_distance = distance;
    }
}

/* A running number or the code of something else: taken only where it says what it is a code of,
 * or is the only thing that tells rows apart. */
static gboolean
is_doubtful_code (VbImporter *self, const VbImportColumn *column)
{
  return is_code (column) && !column->meaning.kind_known
         && (vb_importer_find_role (self, VB_ROLE_MEASURE_NAME) >= 0
             || vb_column_profile_is_numeric (&vb_importer_get_member (self, column)->profile));
}

static gboolean
is_taken_code (GArray *levels, guint column)
{
  for (guint i = 0; i < levels->len; i++)
    if (g_array_index (levels, Level, i).code == (int) column)
      return TRUE;
  return FALSE;
}

static GArray *
find_levels (VbImporter *self)
{
  GArray *levels = g_array_new (FALSE, FALSE, sizeof (Level));
  Level level;

  for (level.column = 0; level.column < self->columns->len; level.column++)
    {
      const VbImportColumn *column = get (self, level.column);

      if (!may_be_level (self, column) || is_code (column))
        continue;
      find_code (self, &level);
      g_array_append_val (levels, level);
    }
  /* A code alone serves as name. */
  for (level.column = 0; level.column < self->columns->len; level.column++)
    {
      const VbImportColumn *column = get (self, level.column);
      guint at = 0;

      if (!may_be_level (self, column) || !is_code (column) || is_taken_code (levels, level.column)
          || (levels->len > 0 && is_doubtful_code (self, column)))
        continue;
      level.code = -1;
      while (at < levels->len && g_array_index (levels, Level, at).column < level.column)
        at++;
      g_array_insert_val (levels, at, level);
    }
  return levels;
}

static GArray *
find_said_levels (VbImporter *self)
{
  GArray *levels = g_array_new (FALSE, FALSE, sizeof (Level));
  guint n = g_strv_length (self->unit_columns);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < self->columns->len; k++)
      {
        VbImportColumn *column = get (self, k);
        Level level = { k, -1 };

        if (!g_str_equal (column->info.header, self->unit_columns[i]))
          continue;
        find_code (self, &level);
        /* The code of a level that is said too is no level of its own. */
        if (!is_taken_code (levels, k))
          g_array_append_val (levels, level);
        break;
      }
  return levels;
}

static int
rank (VbUnitKind kind)
{
  /* Clinics and theatres stand beside wards. */
  return kind > VB_UNIT_WARD ? VB_UNIT_WARD : (int) kind;
}

/* Left to right, unless every header says its kind and that gives another order. */
static void
sort_levels (VbImporter *self, GArray *levels)
{
  for (guint i = 0; i < levels->len; i++)
    {
      const VbImportColumn *column = get (self, g_array_index (levels, Level, i).column);

      if (!column->meaning.kind_known || column->meaning.meaning == VB_HEADER_PARENT)
        return;
    }
  for (guint i = 1; i < levels->len; i++)
    for (guint k = i; k > 0; k--)
      {
        Level *above = &g_array_index (levels, Level, k - 1);
        Level *below = &g_array_index (levels, Level, k);
        Level swapped;

        if (rank (get (self, above->column)->meaning.kind)
            <= rank (get (self, below->column)->meaning.kind))
          break;
        swapped = *above;
        *above = *below;
        *below = swapped;
      }
}

/* Kinds that no header says: the lowest level is wards, the others lie between their neighbours. */
static VbUnitKind
guess_kind (VbImporter *self, GArray *levels, guint index)
{
  const VbImportColumn *column = get (self, g_array_index (levels, Level, index).column);
  int above = -1;

  if (column->meaning.kind_known)
    return column->meaning.kind;
  if (index + 1 == levels->len)
    return VB_UNIT_WARD;
  for (guint i = 0; i < index; i++)
    above = MAX (above, (int) get (self, g_array_index (levels, Level, i).column)->info.kind);
  return (VbUnitKind) CLAMP (above + 1, VB_UNIT_REGION, VB_UNIT_DEPARTMENT);
}

/* "parent; unit": the parent is the level above, wherever its column stands. */
static void
move_parent_first (VbImporter *self, GArray *levels)
{
  for (guint i = 0; i < levels->len; i++)
    {
      Level level = g_array_index (levels, Level, i);

      if (get (self, level.column)->meaning.meaning != VB_HEADER_PARENT)
        continue;
      g_array_remove_index (levels, i);
      /* With more than one level beside it, it tells nothing new. */
      if (levels->len == 1)
        {
          g_array_prepend_val (levels, level);
          get (self, level.column)->is_parent = TRUE;
        }
      return;
    }
}

void
vb_importer_guess_units (VbImporter *self)
{
  g_autoptr (GArray) levels = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    if (!get (self, i)->info.guessed
        && (get (self, i)->info.role == VB_ROLE_LEVEL
            || get (self, i)->info.role == VB_ROLE_LEVEL_CODE))
      return;
  levels = self->unit_columns != NULL ? find_said_levels (self) : find_levels (self);
  if (self->unit_columns == NULL)
    {
      move_parent_first (self, levels);
      sort_levels (self, levels);
    }
  for (guint i = 0; i < levels->len; i++)
    {
      const Level *level = &g_array_index (levels, Level, i);
      VbImportColumn *column = get (self, level->column);

      column->info.role = VB_ROLE_LEVEL;
      column->info.level = i;
      column->info.kind = guess_kind (self, levels, i);
      g_clear_pointer (&column->info.why, g_free);
      if (level->code < 0)
        continue;
      column = get (self, (guint) level->code);
      column->info.role = VB_ROLE_LEVEL_CODE;
      column->info.level = i;
      column->info.kind = get (self, level->column)->info.kind;
      g_clear_pointer (&column->info.why, g_free);
    }
}
