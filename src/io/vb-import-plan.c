/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-import-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vb-error.h"
#include "vb-measure.h"
#include "vb-personal-number.h"

const char *
vb_import_reading_get_header (VbImportReading *reading, guint file_column)
{
  return file_column == VB_NO_COLUMN
             ? NULL
             : vb_importer_get_file_column (reading->importer, file_column)->header;
}

guint
vb_import_reading_get_level_column (VbImportReading *reading, guint level)
{
  return reading->level_names[level] != VB_NO_COLUMN ? reading->level_names[level]
                                                     : reading->level_codes[level];
}

void
vb_import_reading_take_problem (VbImportReading *reading,
                                VbProblemKind kind,
                                VbProblemExtent extent,
                                guint row,
                                guint file_column,
                                const VbCell *cell)
{
  g_autofree char *value = NULL;

  /* What a problem repeats is stored with the import: no person may stand in it. */
  if (cell != NULL && cell->length > 0 && vb_personal_number_is_in (cell->text, cell->length))
    kind = VB_PROBLEM_PERSONAL_IDENTITY_NUMBER;
  else if (cell != NULL && cell->length > 0)
    value = vb_cell_dup (cell);
  vb_batch_take_problem (
      reading->batch, vb_problem_new (kind, extent, row,
                                      vb_import_reading_get_header (reading, file_column), value));
}

/* What a separator means in a column: what the column shows, else what the file shows, else what
 * its delimiter makes likely. */
static char
settle_decimal (VbImporter *self, const VbColumnProfile *profile)
{
  char decimal = vb_column_profile_get_decimal (profile);

  if (decimal != 0)
    return decimal;
  if (self->recognised.decimal != 0)
    return self->recognised.decimal;
  return profile->n_unsure_comma > 0 && self->delimiter != ',' ? ',' : '.';
}

static guint
find_slot (VbImportReading *reading, const VbColumn *column)
{
  VbImportSlot slot = { column->measure, column->child, FALSE };

  for (guint i = 0; i < reading->slots->len; i++)
    {
      const VbImportSlot *known = &g_array_index (reading->slots, VbImportSlot, i);

      if (known->measure == slot.measure && g_strcmp0 (known->child, slot.child) == 0)
        return i;
    }
  slot.may_be_negative = vb_measure_get (slot.measure)->may_be_negative;
  g_array_append_val (reading->slots, slot);
  return reading->slots->len - 1;
}

static void
add_values (VbImportReading *reading, const VbImportColumn *column, guint slot)
{
  VbImporter *self = reading->importer;

  for (guint i = 0; i < column->members->len; i++)
    {
      VbValueColumn value = { g_array_index (column->members, guint, i), slot };
      const VbFileColumn *member = vb_importer_get_file_column (self, value.file_column);

      if (vb_column_profile_is_ambiguous (&member->profile))
        {
          vb_import_reading_take_problem (reading, VB_PROBLEM_AMBIGUOUS_DECIMALS,
                                          VB_PROBLEM_REFUSES_COLUMN, 0, value.file_column, NULL);
          continue;
        }
      value.decimal = settle_decimal (self, &member->profile);
      value.period = member->period;
      if (value.period.grain == VB_GRAIN_DAY && member->has_period)
        value.period = vb_period_containing (self->day_grain, value.period.start);
      /* In a wide table a figure without a period in its header has no date. */
      if (member->has_period || !self->recognised.wide)
        g_array_append_val (reading->values, value);
      else
        vb_import_reading_take_problem (reading, VB_PROBLEM_MISSING_DATE, VB_PROBLEM_REFUSES_COLUMN,
                                        0, value.file_column, NULL);
    }
}

static void
take_left_out (VbImportReading *reading, const VbImportColumn *column)
{
  VbProblemExtent extent = VB_PROBLEM_NOTE;

  if (column->fault == VB_PROBLEM_DOUBLED_HEADER || column->fault == VB_PROBLEM_AMBIGUOUS_DECIMALS
      || column->fault == VB_PROBLEM_PERSONAL_IDENTITY_NUMBER)
    extent = VB_PROBLEM_REFUSES_COLUMN;
  vb_batch_take_problem (reading->batch,
                         vb_problem_new (column->fault, extent, 0, column->info.header, NULL));
}

static void
add_level (VbImportReading *reading, const VbImportColumn *column, VbImportLevel *levels)
{
  guint level = column->info.level;
  guint file_column = g_array_index (column->members, guint, 0);

  if (level >= VB_IMPORT_MAX_LEVELS)
    {
      vb_batch_take_problem (reading->batch,
                             vb_problem_new (VB_PROBLEM_UNKNOWN_COLUMN, VB_PROBLEM_NOTE, 0,
                                             column->info.header, NULL));
      return;
    }
  reading->n_levels = MAX (reading->n_levels, level + 1);
  if (column->info.role == VB_ROLE_LEVEL_CODE)
    reading->level_codes[level] = file_column;
  else
    {
      reading->level_names[level] = file_column;
      levels[level].is_parent = column->is_parent;
      levels[level].kind = column->info.kind;
    }
}

static void
add_column (VbImportReading *reading, const VbImportColumn *column, VbImportLevel *levels)
{
  switch (column->info.role)
    {
    case VB_ROLE_LEFT_OUT:
      if (column->info.guessed && column->members->len > 0)
        take_left_out (reading, column);
      break;
    case VB_ROLE_DATE:
      reading->date_column = g_array_index (column->members, guint, 0);
      break;
    case VB_ROLE_LEVEL:
    case VB_ROLE_LEVEL_CODE:
      add_level (reading, column, levels);
      break;
    case VB_ROLE_CARE_TYPE:
      reading->care_column = g_array_index (column->members, guint, 0);
      break;
    case VB_ROLE_MEASURE_NAME:
      reading->name_column = g_array_index (column->members, guint, 0);
      break;
    case VB_ROLE_VALUE:
      add_values (reading, column, VB_NO_COLUMN);
      break;
    case VB_ROLE_MEASURE:
      if (column->members->len > 0)
        add_values (reading, column, find_slot (reading, &column->info));
      else
        {
          guint slot = find_slot (reading, &column->info);

          vb_string_table_intern (reading->names, column->info.header, strlen (column->info.header),
                                  NULL);
          g_array_append_val (reading->name_slots, slot);
        }
      break;
    default:
      g_return_if_reached ();
    }
}

/* What a table lacks may be a column that was refused. */
static gboolean
set_incomplete (VbImporter *self, GError **error, const char *message)
{
  const char *name = vb_byte_source_get_name (self->source);
  const VbImportColumn *personal = NULL;

  for (guint i = 0; i < self->columns->len && personal == NULL; i++)
    if (vb_importer_get_import_column (self, i)->personal)
      personal = vb_importer_get_import_column (self, i);
  if (personal == NULL)
    /* Translators: the name of a table, and what it lacks */
    g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT, _ ("“%s”: %s"), name, message);
  else
    /* Translators: the name of a table, what it lacks, and a column of it */
    g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                 _ ("“%s”: %s; the column “%s” holds personal identity numbers and is refused"),
                 name, message, personal->info.header);
  return FALSE;
}

/* Names like "Region / Sjukhus / Avdelning" in the only level, as the program itself writes them.
 */
static gboolean
is_split (VbImportReading *reading)
{
  const VbColumnProfile *profile;
  guint n = 0;

  if (reading->n_levels != 1 || reading->level_codes[0] != VB_NO_COLUMN
      || reading->level_names[0] == VB_NO_COLUMN)
    return FALSE;
  profile = &vb_importer_get_file_column (reading->importer, reading->level_names[0])->profile;
  for (guint32 id = 0; id < vb_string_table_get_size (profile->values); id++)
    n += strstr (vb_string_table_get (profile->values, id, NULL), " / ") != NULL;
  return n * 2 > vb_string_table_get_size (profile->values);
}

gboolean
vb_import_reading_plan (VbImportReading *reading, GError **error)
{
  VbImporter *self = reading->importer;
  VbImportLevel levels[VB_IMPORT_MAX_LEVELS] = { { VB_UNIT_WARD, FALSE } };

  reading->date_column = VB_NO_COLUMN;
  reading->name_column = VB_NO_COLUMN;
  reading->care_column = VB_NO_COLUMN;
  for (guint i = 0; i < VB_IMPORT_MAX_LEVELS; i++)
    reading->level_names[i] = reading->level_codes[i] = VB_NO_COLUMN;
  for (guint i = 0; i < self->columns->len; i++)
    add_column (reading, vb_importer_get_import_column (self, i), levels);
  if (reading->date_column == VB_NO_COLUMN && !self->recognised.wide)
    return set_incomplete (self, error,
                           _ ("no column of dates was recognised: expected "
                              "dates such as 2024-01-31, 2024-01, 2024K1 or "
                              "2024 v. 27"));
  if (reading->values->len == 0 || reading->slots->len == 0)
    return set_incomplete (self, error,
                           _ ("no column was recognised as a measure: say what the columns mean"));
  if (reading->n_levels == 0 && self->under == NULL)
    return set_incomplete (
        self, error, _ ("no column of units was recognised: say which unit the figures belong to"));
  reading->tree = vb_import_tree_new (levels, reading->n_levels, self->under);
  vb_import_tree_set_split (reading->tree, is_split (reading));
  return TRUE;
}
