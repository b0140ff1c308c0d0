/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-population-reader.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "vb-error.h"
#include "vb-number-form.h"
#include "vb-population-entries.h"
#include "vb-population-words.h"

#define MAX_ROWS_ABOVE 50  /* title lines above the header */
#define N_ROWS_GUESSED 200 /* that tell what a column without a header holds */
#define MAX_ENTRIES 2000000
#define MAX_FIGURE 1e12
#define CANCEL_EVERY 1024

typedef struct
{
  VbPopulationHeader header;
  char *text; /* as written */
} Column;

/* What a row says of a figure beside its ages. */
typedef struct
{
  guint place;
  gint16 year;
  VbSex sex;
  gboolean kind_known;
  VbPopulationKind kind;
  VbAges ages;
  gboolean is_total;
} Labels;

struct _VbPopulationReader
{
  VbTableReader *table;
  GArray *columns; /* of Column */
  guint header_row;
  int at[VB_POPULATION_HEADER_BED_DAYS + 1]; /* the column of a meaning that one column has; -1 */
  gboolean is_wide;                          /* a column a year */
  gboolean is_projection;                    /* the title says so */

  VbNumberForm forms; /* of all figures that are texts */
  char decimal;

  VbPopulationFile *file;
  GHashTable *places; /* name → index + 1 */
  GArray *entries;    /* of VbPopulationEntry */
  char **above;       /* what stood in the cells above, where a blank one means the same */
};

static void
column_clear (gpointer data)
{
  g_free (((Column *) data)->text);
}

void
_vb_population_reader_free (VbPopulationReader *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->entries);
  g_hash_table_unref (self->places);
  g_strfreev (self->above);
  g_free (self);
}

static Column *
get_column (VbPopulationReader *self, guint index)
{
  return &g_array_index (self->columns, Column, index);
}

static gboolean
is_figure (const Column *column)
{
  return column->header.meaning == VB_POPULATION_HEADER_INHABITANTS
         || column->header.meaning == VB_POPULATION_HEADER_YEAR_FIGURES
         || column->header.meaning == VB_POPULATION_HEADER_BED_DAYS;
}

/* ---- headers --------------------------------------------------------------------------------- */

static void
take_columns (VbPopulationReader *self, const VbRow *row)
{
  g_array_set_size (self->columns, 0);
  for (guint i = 0; i < row->n_cells; i++)
    {
      Column column = { .text = vb_row_dup_cell (row, i) };

      vb_population_words_read_header (column.text, &column.header);
      g_array_append_val (self->columns, column);
    }
}

static void
place_columns (VbPopulationReader *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->at); i++)
    self->at[i] = -1;
  for (guint i = 0; i < self->columns->len; i++)
    {
      VbPopulationMeaning meaning = get_column (self, i)->header.meaning;

      if (self->at[meaning] < 0)
        self->at[meaning] = (int) i;
    }
  self->is_wide = self->at[VB_POPULATION_HEADER_YEAR_FIGURES] >= 0;
  if (self->at[VB_POPULATION_HEADER_UNIT] < 0)
    self->at[VB_POPULATION_HEADER_UNIT] = self->at[VB_POPULATION_HEADER_CODE];
}

/* Years, and left of them nothing but blank cells: what is in these follows from what stands below
 * them. */
static gboolean
has_blank_headers (VbPopulationReader *self)
{
  gboolean blank = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      VbPopulationMeaning meaning = get_column (self, i)->header.meaning;

      if (meaning == VB_POPULATION_HEADER_YEAR_FIGURES)
        return blank;
      if (meaning != VB_POPULATION_HEADER_BLANK)
        return FALSE;
      blank = TRUE;
    }
  return FALSE;
}

/* What a column without a header can still be. */
typedef struct
{
  guint n;
  guint n_ages;
  guint n_sexes;
} Guess;

static void
guess_cell (Guess *guess, const char *text)
{
  gboolean is_total;
  VbAges ages;
  VbSex sex;

  if (*text == '\0')
    return;
  guess->n++;
  guess->n_ages += vb_population_words_read_ages (text, &ages, &is_total);
  guess->n_sexes += vb_population_words_read_sex (text, &sex);
}

/* TRUE when one of the columns holds ages. A single word like "totalt" can be an age or a sex; the
 * columns with sexes are known by women and men. */
static gboolean
guess_columns (VbPopulationReader *self, GError **error)
{
  guint n = (guint) self->at[VB_POPULATION_HEADER_YEAR_FIGURES];
  g_autofree Guess *guesses = g_new0 (Guess, n);
  g_autoptr (GError) local = NULL;
  VbRow row;

  for (guint i = 0; i < N_ROWS_GUESSED && vb_table_reader_next (self->table, &row, &local); i++)
    for (guint j = 0; j < n && row.n_cells > n; j++)
      {
        g_autofree char *text = vb_row_dup_cell (&row, j);

        guess_cell (&guesses[j], text);
      }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  for (guint j = 0; j < n; j++)
    {
      VbPopulationHeader *header = &get_column (self, j)->header;

      if (guesses[j].n == 0)
        continue;
      if (guesses[j].n_sexes == guesses[j].n)
        header->meaning = VB_POPULATION_HEADER_SEX;
      /* Below the table stands who made it: not every cell is an age. */
      else if (2 * guesses[j].n_ages > guesses[j].n)
        header->meaning = VB_POPULATION_HEADER_AGE;
      else
        header->meaning = VB_POPULATION_HEADER_UNIT;
    }
  place_columns (self);
  return self->at[VB_POPULATION_HEADER_AGE] >= 0;
}

static gboolean
is_header (VbPopulationReader *self)
{
  gboolean has_figures = self->at[VB_POPULATION_HEADER_INHABITANTS] >= 0
                         || self->at[VB_POPULATION_HEADER_BED_DAYS] >= 0;

  return self->at[VB_POPULATION_HEADER_AGE] >= 0
         && (self->is_wide || (has_figures && self->at[VB_POPULATION_HEADER_YEAR] >= 0));
}

VbPopulationReader *
_vb_population_reader_new (VbTableReader *table, GError **error)
{
  g_autoptr (VbPopulationReader) self = g_new0 (VbPopulationReader, 1);
  g_autoptr (GError) local = NULL;
  VbRow row;

  self->table = table;
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->entries = g_array_new (FALSE, FALSE, sizeof (VbPopulationEntry));
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < MAX_ROWS_ABOVE && vb_table_reader_next (table, &row, &local); i++)
    {
      self->header_row = row.number;
      take_columns (self, &row);
      place_columns (self);
      if (is_header (self) || (has_blank_headers (self) && guess_columns (self, &local)))
        return g_steal_pointer (&self);
      if (local != NULL || has_blank_headers (self))
        break;
      for (guint j = 0; j < self->columns->len; j++)
        self->is_projection |= vb_population_words_is_projection (get_column (self, j)->text);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* ---- numbers --------------------------------------------------------------------------------- */

/* The first row after the header is the next one. */
static gboolean
go_to_rows (VbPopulationReader *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  VbRow row;

  if (!vb_table_reader_rewind (self->table, error))
    return FALSE;
  while (vb_table_reader_next (self->table, &row, &local))
    if (row.number == self->header_row)
      return TRUE;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return local == NULL;
}

static gboolean
inspect_numbers (VbPopulationReader *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  guint n = 0;
  VbRow row;

  if (!go_to_rows (self, error))
    return FALSE;
  while (vb_table_reader_next (self->table, &row, &local))
    {
      if (n++ % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      for (guint i = 0; i < MIN (row.n_cells, self->columns->len); i++)
        {
          VbCell cell = row.cells[i];
          VbNumberForm form;

          if (!is_figure (get_column (self, i)) || cell.kind != VB_CELL_TEXT)
            continue;
          vb_cell_trim (&cell);
          if (vb_number_form_inspect (cell.text, cell.length, &form))
            self->forms |= form;
        }
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  /* People are counted whole: a sign that could part thousands does. */
  self->decimal = (self->forms & VB_NUMBER_FORM_DECIMAL_COMMA) != 0
                          || ((self->forms & VB_NUMBER_FORM_UNSURE_POINT) != 0
                              && (self->forms & VB_NUMBER_FORM_DECIMAL_POINT) == 0)
                      ? ','
                      : '.';
  return TRUE;
}

/* A figure of a cell; NAN when it says that there is none. FALSE and @problem for what is no
 * figure.
 */
static gboolean
read_figure (
    VbPopulationReader *self, const VbRow *row, guint index, double *figure, VbProblemKind *problem)
{
  VbCell cell;

  *figure = NAN;
  *problem = VB_PROBLEM_NOT_A_NUMBER;
  if (index >= row->n_cells)
    return TRUE;
  cell = row->cells[index];
  vb_cell_trim (&cell);
  if (cell.kind == VB_CELL_NUMBER)
    *figure = cell.number;
  else if (cell.kind != VB_CELL_TEXT)
    return FALSE;
  else if (vb_number_form_is_missing (cell.text, cell.length))
    return TRUE;
  else if (!vb_number_form_parse (cell.text, cell.length, self->decimal, figure))
    return FALSE;
  *problem = *figure < 0 ? VB_PROBLEM_NEGATIVE : VB_PROBLEM_OUT_OF_RANGE;
  return *figure >= 0 && *figure <= MAX_FIGURE;
}

/* ---- labels ---------------------------------------------------------------------------------- */

/* What the column of @meaning says on this row; "" when there is none. In a wide table a blank cell
 * says the same as the one above. */
static const char *
get_label (VbPopulationReader *self, const VbRow *row, VbPopulationMeaning meaning)
{
  int at = self->at[meaning];
  g_autofree char *text = NULL;

  if (at < 0)
    return "";
  text = vb_row_dup_cell (row, (guint) at);
  if (*text != '\0' || !self->is_wide)
    {
      g_free (self->above[at]);
      self->above[at] = g_steal_pointer (&text);
    }
  return self->above[at];
}

static gboolean
refuse (VbPopulationReader *self,
        VbProblemKind kind,
        const VbRow *row,
        VbPopulationMeaning meaning,
        const char *value)
{
  _vb_population_file_add_problem (self->file, kind, row->number,
                                   get_column (self, (guint) self->at[meaning])->text, value);
  return FALSE;
}

/* Files that were cut in the middle of a letter are still read as far as they go. */
static guint
find_place (VbPopulationReader *self, const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, valid));

  if (place == 0)
    {
      g_ptr_array_add (self->file->places,
                       vb_population_facts_new (*valid != '\0' ? valid : NULL, self->file->name));
      place = self->file->places->len;
      g_hash_table_insert (self->places, g_steal_pointer (&valid), GUINT_TO_POINTER (place));
    }
  return place - 1;
}

static gboolean
read_year (VbPopulationReader *self, const VbRow *row, gint16 *year)
{
  const char *text = get_label (self, row, VB_POPULATION_HEADER_YEAR);
  int at = self->at[VB_POPULATION_HEADER_YEAR];
  g_autofree char *start = NULL;

  if (at < 0)
    return TRUE;
  /* A spreadsheet's date is the day it was counted. */
  if ((guint) at < row->n_cells && row->cells[at].kind == VB_CELL_DATE && strlen (text) >= 4)
    start = g_strndup (text, 4);
  return vb_population_words_read_year (start != NULL ? start : text, year)
         || refuse (self, VB_PROBLEM_NOT_A_YEAR, row, VB_POPULATION_HEADER_YEAR, text);
}

/* All faults of a row are told, not only the first. */
static gboolean
read_labels (VbPopulationReader *self, const VbRow *row, Labels *labels)
{
  const char *ages = get_label (self, row, VB_POPULATION_HEADER_AGE);
  const char *sex = get_label (self, row, VB_POPULATION_HEADER_SEX);
  const char *kind = get_label (self, row, VB_POPULATION_HEADER_KIND);
  gboolean valid = read_year (self, row, &labels->year);

  if (!vb_population_words_read_ages (ages, &labels->ages, &labels->is_total))
    valid = refuse (self, VB_PROBLEM_NOT_AN_AGE, row, VB_POPULATION_HEADER_AGE, ages);
  if (*sex != '\0' && !vb_population_words_read_sex (sex, &labels->sex))
    valid = refuse (self, VB_PROBLEM_NOT_A_SEX, row, VB_POPULATION_HEADER_SEX, sex);
  labels->kind_known = self->at[VB_POPULATION_HEADER_KIND] >= 0;
  if (labels->kind_known && !vb_population_words_read_kind (kind, &labels->kind))
    valid = refuse (self, VB_PROBLEM_NOT_A_KIND, row, VB_POPULATION_HEADER_KIND, kind);
  labels->place = find_place (self, get_label (self, row, VB_POPULATION_HEADER_UNIT));
  return valid;
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void
add_entry (VbPopulationReader *self,
           const VbRow *row,
           const Labels *labels,
           const VbPopulationHeader *header,
           double figure)
{
  VbPopulationEntry entry = {
    .place = labels->place,
    .year = header->year != 0 ? header->year : labels->year,
    .sex = (guint8) labels->sex,
    .group = (guint8) header->group,
    .kind = VB_POPULATION_OUTCOME,
    .is_total = labels->is_total,
    .ages = labels->ages,
    .row = row->number,
    .figure = figure,
  };

  if (labels->kind_known)
    entry.kind = (guint8) labels->kind;
  else if (header->kind_known)
    entry.kind = (guint8) header->kind;
  else if (self->is_projection)
    entry.kind = VB_POPULATION_PROJECTION;
  else if (header->group == VB_CARE_GROUP_NONE)
    self->file->kind_known = FALSE;
  g_array_append_val (self->entries, entry);
}

/* Rows without a figure are titles, totals' captions and notes on the source. */
static gboolean
has_figure (VbPopulationReader *self, const VbRow *row)
{
  for (guint i = 0; i < MIN (row->n_cells, self->columns->len); i++)
    if (is_figure (get_column (self, i)) && !vb_cell_is_blank (&row->cells[i]))
      return TRUE;
  return FALSE;
}

static void
take_row (VbPopulationReader *self, const VbRow *row)
{
  Labels labels = { 0 };
  gboolean valid;

  if (!has_figure (self, row))
    {
      /* The name of a unit may stand alone above its rows. */
      if (self->is_wide)
        get_label (self, row, VB_POPULATION_HEADER_UNIT);
      return;
    }
  self->file->n_rows++;
  valid = read_labels (self, row, &labels);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = get_column (self, i);
      VbProblemKind problem;
      double figure;
      gboolean read;

      if (!is_figure (column))
        continue;
      read = read_figure (self, row, i, &figure, &problem);
      if (!read)
        {
          g_autofree char *text = vb_row_dup_cell (row, i);

          _vb_population_file_add_problem (self->file, problem, row->number, column->text, text);
        }
      /* A faulty figure keeps its place, so that its group is not told to be missing too. */
      if (valid && (!read || !isnan (figure)))
        add_entry (self, row, &labels, &column->header, read ? figure : 0);
    }
}

static gboolean
take_rows (VbPopulationReader *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  VbRow row;

  if (!go_to_rows (self, error))
    return FALSE;
  self->above = g_new0 (char *, self->columns->len + 1);
  for (guint i = 0; i < self->columns->len; i++)
    self->above[i] = g_strdup ("");
  while (vb_table_reader_next (self->table, &row, &local))
    {
      if (row.number % CANCEL_EVERY == 0
          && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      take_row (self, &row);
      if (self->entries->len > MAX_ENTRIES)
        {
          g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                       _ ("%s: expected at most %d figures, found more"), self->file->name,
                       MAX_ENTRIES);
          return FALSE;
        }
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return local == NULL;
}

/* Faults that a whole column has. */
static void
check_columns (VbPopulationReader *self)
{
  const VbNumberForm both = VB_NUMBER_FORM_DECIMAL_COMMA | VB_NUMBER_FORM_DECIMAL_POINT;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = get_column (self, i);

      if (column->header.meaning == VB_POPULATION_HEADER_BED_DAYS
          && column->header.group == VB_CARE_GROUP_NONE)
        _vb_population_file_add_problem (self->file, VB_PROBLEM_NO_CARE_GROUP, 0, column->text,
                                         NULL);
      if (!is_figure (column))
        continue;
      if (column->header.year == 0 && self->at[VB_POPULATION_HEADER_YEAR] < 0)
        _vb_population_file_add_problem (self->file, VB_PROBLEM_NOT_A_YEAR, 0, column->text, NULL);
      for (guint j = 0; j < i; j++)
        if (is_figure (get_column (self, j))
            && get_column (self, j)->header.year == column->header.year
            && get_column (self, j)->header.group == column->header.group)
          {
            _vb_population_file_add_problem (self->file, VB_PROBLEM_DOUBLED_HEADER, 0, column->text,
                                             NULL);
            break;
          }
    }
  if ((self->forms & both) == both)
    _vb_population_file_add_problem (
        self->file, VB_PROBLEM_AMBIGUOUS_DECIMALS, 0,
        get_column (self, (guint) MAX (self->at[VB_POPULATION_HEADER_INHABITANTS],
                                       MAX (self->at[VB_POPULATION_HEADER_YEAR_FIGURES],
                                            self->at[VB_POPULATION_HEADER_BED_DAYS])))
            ->text,
        NULL);
}

gboolean
_vb_population_reader_read (VbPopulationReader *self,
                            VbPopulationFile *file,
                            GCancellable *cancellable,
                            GError **error)
{
  int ages = self->at[VB_POPULATION_HEADER_AGE];
  int sexes = self->at[VB_POPULATION_HEADER_SEX];

  self->file = file;
  file->kind_known = TRUE;
  if (!inspect_numbers (self, cancellable, error))
    return FALSE;
  check_columns (self);
  if (!take_rows (self, cancellable, error))
    return FALSE;
  _vb_population_entries_settle (self->entries, file, get_column (self, (guint) ages)->text,
                                 sexes >= 0 ? get_column (self, (guint) sexes)->text : NULL);
  if (self->entries->len == 0 && file->problems->len == 0)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                   _ ("%s: expected rows of inhabitants or bed days, found none"), file->name);
      return FALSE;
    }
  return TRUE;
}
