/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each column of a table means, as far as its header and its contents tell. A column that the
 * user has spoken for is left as it is, and what it takes is not guessed again. */
#include "vb-importer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vb-measure.h"
#include "vb-personal-number.h"

#define MAX_NAMED_MEASURES 500

static const char ambiguous_words[] = N_ ("Mixes decimal commas and decimal points: refused");

static VbImportColumn *
get (VbImporter *self, guint index)
{
  return vb_importer_get_import_column (self, index);
}

static const VbColumnProfile *
get_profile (VbImporter *self, const VbImportColumn *column)
{
  return &vb_importer_get_member (self, column)->profile;
}

static void
assign (VbImportColumn *column, VbColumnRole role)
{
  column->info.role = role;
  g_clear_pointer (&column->info.why, g_free);
}

static void
leave_out (VbImportColumn *column, VbProblemKind fault, const char *why)
{
  column->info.role = VB_ROLE_LEFT_OUT;
  column->fault = fault;
  g_free (column->info.why);
  column->info.why = g_strdup (why);
}

/* Free to be guessed at, and not taken by an earlier guess. */
static gboolean
is_open (const VbImportColumn *column)
{
  return column->info.guessed && column->info.role == VB_ROLE_LEFT_OUT
         && column->fault == VB_PROBLEM_UNKNOWN_COLUMN && column->members->len > 0;
}

/* Tells every column of the file where it belongs, after columns have come or gone. */
static void
relink (VbImporter *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    for (guint k = 0; k < get (self, i)->members->len; k++)
      vb_importer_get_file_column (self, g_array_index (get (self, i)->members, guint, k))->column =
          i;
}

static void
add_column (VbImporter *self, VbFileColumn *member, guint index, const char *name)
{
  VbImportColumn *column = NULL;

  /* A wide table's columns of one measure are one. */
  if (name != member->header)
    for (guint i = 0; i < self->columns->len && column == NULL; i++)
      {
        VbImportColumn *other = get (self, i);

        if (g_str_equal (other->info.header, name)
            && vb_importer_get_member (self, other)->has_period)
          column = other;
      }
  if (column == NULL)
    {
      column = vb_import_column_new (name);
      column->info.sample = g_strdup (member->profile.sample->str);
      vb_header_words_read (name, &column->meaning);
      g_ptr_array_add (self->columns, column);
    }
  g_array_append_val (column->members, index);
  if (vb_column_profile_is_personal (&member->profile))
    {
      column->personal = TRUE;
      g_clear_pointer (&column->info.sample, g_free);
    }
}

/* A column of dates among the columns whose headers are no periods: then periods in other headers
 * are part of their names. */
static gboolean
has_date_column (VbImporter *self)
{
  for (guint i = 0; i < self->file_columns->len; i++)
    {
      const VbFileColumn *column = vb_importer_get_file_column (self, i);

      if (!column->has_period && column->meaning.meaning == VB_HEADER_DATE
          && (vb_column_profile_is_dates (&column->profile)
              || vb_column_profile_is_serials (&column->profile)))
        return TRUE;
    }
  return FALSE;
}

void
vb_importer_add_columns (VbImporter *self)
{
  gboolean has_periods = FALSE;

  for (guint i = 0; i < self->file_columns->len; i++)
    has_periods = has_periods || vb_importer_get_file_column (self, i)->has_period;
  self->recognised.wide = has_periods && !has_date_column (self);
  for (guint i = 0; i < self->file_columns->len; i++)
    {
      VbFileColumn *column = vb_importer_get_file_column (self, i);

      column->has_period = column->has_period && self->recognised.wide;
      add_column (self, column, i, column->has_period ? column->base : column->header);
    }
  relink (self);
}

static void
reset (VbImporter *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      VbImportColumn *column = get (self, i);
      const VbFileColumn *member = vb_importer_get_member (self, column);

      if (!column->info.guessed)
        continue;
      leave_out (column, VB_PROBLEM_UNKNOWN_COLUMN, N_ ("Not recognised"));
      column->is_parent = FALSE;
      if (column->personal)
        leave_out (column, VB_PROBLEM_PERSONAL_IDENTITY_NUMBER,
                   N_ ("Holds personal identity numbers"));
      else if (member != NULL && member->doubled)
        leave_out (column, VB_PROBLEM_DOUBLED_HEADER, N_ ("Another column has the same header"));
    }
}

/* The finest grain that the dates of the column are written with; a full date is the finest. */
static VbGrain
written_grain (const VbColumnProfile *profile)
{
  VbGrain finest = VB_GRAIN_YEAR;

  for (guint32 id = 0; id < vb_string_table_get_size (profile->values); id++)
    {
      gsize length;
      const char *text = vb_string_table_get (profile->values, id, &length);
      VbPeriod period;

      if (vb_date_form_parse (text, length, &period) == VB_DATE_FORM_PERIOD)
        finest = MIN (finest, period.grain);
    }
  return finest;
}

static void
guess_date (VbImporter *self)
{
  VbImportColumn *best = NULL;
  VbGrain best_grain = VB_GRAIN_YEAR;

  if (self->recognised.wide || vb_importer_find_role (self, VB_ROLE_DATE) >= 0)
    return;
  for (guint i = 0; i < self->columns->len; i++)
    {
      VbImportColumn *column = get (self, i);
      const VbColumnProfile *profile;
      VbGrain grain;

      if (!is_open (column) || column->meaning.meaning != VB_HEADER_DATE)
        continue;
      profile = get_profile (self, column);
      if (vb_column_profile_is_serials (profile))
        grain = VB_GRAIN_DAY;
      else if (vb_column_profile_is_dates (profile))
        grain = written_grain (profile);
      else
        continue;
      /* "år" beside "datum": the finer tells more. */
      if (best == NULL || grain < best_grain)
        {
          best = column;
          best_grain = grain;
        }
    }
  /* Without a telling header, nearly all must be dates, and bare years could be anything. */
  for (guint i = 0; i < self->columns->len && best == NULL; i++)
    {
      VbImportColumn *column = get (self, i);
      const VbColumnProfile *profile;

      if (!is_open (column) || column->meaning.meaning != VB_HEADER_UNKNOWN)
        continue;
      profile = get_profile (self, column);
      if (profile->n_filled > 0 && profile->n_dates * 10 >= profile->n_filled * 9
          && written_grain (profile) != VB_GRAIN_YEAR)
        best = column;
    }
  if (best != NULL)
    assign (best, VB_ROLE_DATE);
}

static gboolean
is_numeric (VbImporter *self, const VbImportColumn *column)
{
  for (guint i = 0; i < column->members->len; i++)
    if (!vb_column_profile_is_numeric (
            &vb_importer_get_file_column (self, g_array_index (column->members, guint, i))
                 ->profile))
      return FALSE;
  return TRUE;
}

/* Whether a column with a figure that goes into a ratio is there, mapped or not. */
static gboolean
has_parts (VbImporter *self)
{
  gboolean available = FALSE;
  gboolean occupied = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const VbImportColumn *column = get (self, i);
      VbMeasureId measure = column->info.role == VB_ROLE_MEASURE           ? column->info.measure
                            : column->meaning.meaning == VB_HEADER_MEASURE ? column->meaning.measure
                                                                           : VB_MEASURE_NONE;

      available = available || measure == VB_MEASURE_AVAILABLE_BEDS
                  || measure == VB_MEASURE_AVAILABLE_BED_DAYS;
      occupied = occupied || measure == VB_MEASURE_OCCUPIED_BEDS || measure == VB_MEASURE_BED_DAYS;
    }
  return available && occupied;
}

/* Decimal commas beside decimal points in every column of the file that @column stands for. */
static gboolean
is_ambiguous (VbImporter *self, const VbImportColumn *column)
{
  for (guint i = 0; i < column->members->len; i++)
    if (!vb_column_profile_is_ambiguous (
            &vb_importer_get_file_column (self, g_array_index (column->members, guint, i))
                 ->profile))
      return FALSE;
  return column->members->len > 0;
}

/* How many columns could be @measure of the row's own unit. */
static guint
count_claims (VbImporter *self, VbMeasureId measure)
{
  guint n = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const VbImportColumn *column = get (self, i);

      if (column->info.guessed)
        n += column->meaning.meaning == VB_HEADER_MEASURE && column->meaning.measure == measure
             && (column->fault == VB_PROBLEM_UNKNOWN_COLUMN
                 || column->fault == VB_PROBLEM_DOUBTFUL_COLUMN
                 || column->fault == VB_PROBLEM_AMBIGUOUS_DECIMALS)
             && column->members->len > 0;
      else
        n += column->info.role == VB_ROLE_MEASURE && column->info.measure == measure;
    }
  return n;
}

static void
guess_measures (VbImporter *self)
{
  gboolean parts = has_parts (self);

  for (guint i = 0; i < self->columns->len; i++)
    {
      VbImportColumn *column = get (self, i);

      if (!is_open (column))
        continue;
      if (column->meaning.meaning == VB_HEADER_FREE_BEDS)
        leave_out (column, VB_PROBLEM_NOT_IMPORTED_COLUMN,
                   N_ ("Free beds follow from available and occupied beds"));
      else if (column->meaning.meaning == VB_HEADER_RATIO && parts)
        leave_out (column, VB_PROBLEM_NOT_IMPORTED_COLUMN,
                   N_ ("The ratio is computed from its parts"));
      else if (column->meaning.meaning == VB_HEADER_REMARK)
        leave_out (column, VB_PROBLEM_UNKNOWN_COLUMN, N_ ("A remark, not a figure"));
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      VbImportColumn *column = get (self, i);
      const VbMeasure *measure;

      if (!is_open (column) || column->meaning.meaning != VB_HEADER_MEASURE
          || !is_numeric (self, column))
        continue;
      measure = vb_measure_get (column->meaning.measure);
      if (parts && measure->id == VB_MEASURE_OCCUPANCY)
        {
          leave_out (column, VB_PROBLEM_NOT_IMPORTED_COLUMN,
                     N_ ("The ratio is computed from its parts"));
          continue;
        }
      /* Two columns are never guessed onto one measure of one unit. */
      if (count_claims (self, measure->id) > 1)
        {
          leave_out (column, VB_PROBLEM_DOUBTFUL_COLUMN,
                     N_ ("Several columns could be this measure: choose"));
          continue;
        }
      if (is_ambiguous (self, column))
        {
          leave_out (column, VB_PROBLEM_AMBIGUOUS_DECIMALS, ambiguous_words);
          continue;
        }
      assign (column, VB_ROLE_MEASURE);
      column->info.measure = measure->id;
    }
}

/* How many of the column's different values name a measure. */
static guint
count_named_measures (const VbColumnProfile *profile)
{
  guint n = 0;

  for (guint32 id = 0; id < vb_string_table_get_size (profile->values); id++)
    if (vb_header_words_find_measure (vb_string_table_get (profile->values, id, NULL))
        != VB_MEASURE_NONE)
      n++;
  return n;
}

static VbImportColumn *
find_measure_names (VbImporter *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      VbImportColumn *column = get (self, i);

      if (is_open (column) && column->meaning.meaning == VB_HEADER_MEASURE_NAME
          && vb_column_profile_is_textual (get_profile (self, column)))
        return column;
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      VbImportColumn *column = get (self, i);
      const VbColumnProfile *profile;
      guint n;

      if (!is_open (column) || column->meaning.meaning != VB_HEADER_UNKNOWN)
        continue;
      profile = get_profile (self, column);
      n = vb_string_table_get_size (profile->values);
      if (n > 0 && n <= MAX_NAMED_MEASURES && vb_column_profile_is_textual (profile)
          && count_named_measures (profile) * 2 >= n)
        return column;
    }
  return NULL;
}

/* The column with the figures of a long table: called so, or the only one left with numbers. */
static VbImportColumn *
find_value (VbImporter *self)
{
  VbImportColumn *only = NULL;
  guint n = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      VbImportColumn *column = get (self, i);

      if (!is_open (column) || !is_numeric (self, column))
        continue;
      if (column->meaning.meaning == VB_HEADER_VALUE || g_str_equal (column->info.header, "*"))
        return column;
      if (column->meaning.meaning == VB_HEADER_UNKNOWN)
        {
          only = column;
          n++;
        }
    }
  return n == 1 ? only : NULL;
}

static gboolean
has_measure_columns (VbImporter *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (get (self, i)->info.role == VB_ROLE_MEASURE && get (self, i)->members->len > 0)
      return TRUE;
  return FALSE;
}

static void
guess_long_layout (VbImporter *self)
{
  int name = vb_importer_find_role (self, VB_ROLE_MEASURE_NAME);
  VbImportColumn *names = name >= 0 ? get (self, (guint) name) : NULL;
  VbImportColumn *value;

  if (has_measure_columns (self))
    return;
  if (names == NULL)
    names = find_measure_names (self);
  if (names == NULL)
    return;
  value = vb_importer_find_role (self, VB_ROLE_VALUE) < 0 ? find_value (self) : NULL;
  if (value != NULL)
    assign (value, VB_ROLE_VALUE);
  if (vb_importer_find_role (self, VB_ROLE_VALUE) >= 0 && names->info.guessed)
    assign (names, VB_ROLE_MEASURE_NAME);
}

/* Each measure that is named in the rows of a long table is shown, and can be mapped, as a column
 * of its own, after the columns of the file. */
static void
update_named_measures (VbImporter *self)
{
  int index = vb_importer_find_role (self, VB_ROLE_MEASURE_NAME);
  int file_column = -1;
  const VbColumnProfile *profile;

  if (index >= 0)
    file_column = (int) g_array_index (get (self, (guint) index)->members, guint, 0);
  if (file_column != self->measure_names)
    {
      for (guint i = self->columns->len; i > 0; i--)
        if (get (self, i - 1)->members->len == 0)
          g_ptr_array_remove_index (self->columns, i - 1);
      relink (self);
      self->measure_names = file_column;
      if (file_column < 0)
        return;
      profile = &vb_importer_get_file_column (self, (guint) file_column)->profile;
      for (guint32 id = 0;
           id < MIN (vb_string_table_get_size (profile->values), MAX_NAMED_MEASURES); id++)
        {
          const char *name = vb_string_table_get (profile->values, id, NULL);
          VbImportColumn *column;

          if (vb_personal_number_is_in (name, strlen (name)))
            continue;
          column = vb_import_column_new (name);
          column->info.in_rows = TRUE;
          column->meaning.measure = vb_header_words_find_measure (name);
          g_ptr_array_add (self->columns, column);
        }
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      VbImportColumn *column = get (self, i);

      if (column->members->len > 0 || !column->info.guessed
          || column->meaning.measure == VB_MEASURE_NONE)
        continue;
      assign (column, VB_ROLE_MEASURE);
      column->info.measure = column->meaning.measure;
    }
}

static void
guess_care_type (VbImporter *self)
{
  if (vb_importer_find_role (self, VB_ROLE_CARE_TYPE) >= 0)
    return;
  for (guint i = 0; i < self->columns->len; i++)
    if (is_open (get (self, i)) && get (self, i)->meaning.meaning == VB_HEADER_CARE_TYPE)
      {
        assign (get (self, i), VB_ROLE_CARE_TYPE);
        return;
      }
}

/* What a full date means, and what bare numbers in the date column are. */
static void
settle_grain (VbImporter *self)
{
  int index = vb_importer_find_role (self, VB_ROLE_DATE);
  g_autoptr (GArray) days = NULL;

  self->serials = VB_SERIAL_DAYS_NONE;
  if (index >= 0)
    {
      const VbImportColumn *column = get (self, (guint) index);
      const VbColumnProfile *profile = get_profile (self, column);
      VbGrain hint = self->grain_hint != VB_GRAIN_DAY ? self->grain_hint : column->meaning.grain;

      if (vb_column_profile_is_serials (profile))
        self->serials = VB_IS_XLSX_READER (self->reader)
                            ? vb_xlsx_reader_get_serial_days (VB_XLSX_READER (self->reader))
                            : VB_SERIAL_DAYS_1900;
      self->day_grain = vb_column_profile_infer_grain (profile, self->serials, hint);
      self->recognised.grain = written_grain (profile);
      if (self->serials != VB_SERIAL_DAYS_NONE || self->recognised.grain == VB_GRAIN_DAY)
        self->recognised.grain = self->day_grain;
      return;
    }
  days = g_array_new (FALSE, FALSE, sizeof (VbDay));
  for (guint i = 0; i < self->file_columns->len; i++)
    {
      const VbFileColumn *column = vb_importer_get_file_column (self, i);

      if (!column->has_period)
        continue;
      self->recognised.grain = column->period.grain;
      if (column->period.grain == VB_GRAIN_DAY
          && (days->len == 0 || g_array_index (days, VbDay, days->len - 1) < column->period.start))
        g_array_append_val (days, column->period.start);
    }
  self->day_grain =
      vb_date_form_infer_grain ((const VbDay *) (gpointer) days->data, days->len, self->grain_hint);
  if (self->recognised.wide && self->recognised.grain == VB_GRAIN_DAY)
    self->recognised.grain = self->day_grain;
}

static void
settle_decimal (VbImporter *self)
{
  guint n_comma = 0;
  guint n_point = 0;

  for (guint i = 0; i < self->file_columns->len; i++)
    {
      const VbColumnProfile *profile = &vb_importer_get_file_column (self, i)->profile;

      /* What is refused says nothing of the others. */
      if (vb_column_profile_is_ambiguous (profile))
        continue;
      n_comma += profile->n_decimal_comma;
      n_point += profile->n_decimal_point;
    }
  self->recognised.decimal = 0;
  if (n_comma > 0 || n_point > 0)
    self->recognised.decimal = n_comma > n_point ? ',' : '.';
}

/* What the user has said to be figures is refused all the same where their decimals cannot be read.
 */
static void
note_ambiguous (VbImporter *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      VbImportColumn *column = get (self, i);

      if ((column->info.role != VB_ROLE_MEASURE && column->info.role != VB_ROLE_VALUE)
          || !is_ambiguous (self, column))
        continue;
      g_free (column->info.why);
      column->info.why = g_strdup (ambiguous_words);
    }
}

void
vb_importer_guess (VbImporter *self)
{
  reset (self);
  guess_date (self);
  guess_care_type (self);
  guess_measures (self);
  guess_long_layout (self);
  update_named_measures (self);
  vb_importer_guess_units (self);
  note_ambiguous (self);
  settle_grain (self);
  settle_decimal (self);
}
