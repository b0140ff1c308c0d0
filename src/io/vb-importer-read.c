/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second reading of a table: every figure with its unit, measure and period, and every cell,
 * row and column that is refused with its reason. */
#include "vb-import-reading.h"

#include <math.h>
#include <string.h>

#include "vb-personal-number.h"

#define PROGRESS_INTERVAL 4096
/* More than any count of beds, days or people of a nation. */
#define LARGEST_FIGURE 1e12

static const VbCell *
get_cell (const VbRow *row, guint file_column)
{
  static const VbCell blank = { "", 0, VB_CELL_TEXT, 0 };

  return file_column < row->n_cells ? &row->cells[file_column] : &blank;
}

static void
refuse_row (VbImportReading *reading,
            VbProblemKind kind,
            VbProblemExtent extent,
            const VbRow *row,
            guint file_column,
            const VbCell *cell)
{
  vb_import_reading_take_problem (reading, kind, extent, row->number, file_column, cell);
  reading->rows_refused++;
}

static const VbKnownDate *
read_date (VbImportReading *reading, const VbCell *cell)
{
  VbImporter *self = reading->importer;
  VbKnownDate date = { VB_DATE_FORM_NONE };
  gboolean is_new;

  if (reading->last_date != VB_STRING_TABLE_NONE)
    {
      gsize length;
      const char *last = vb_string_table_get (reading->dates, reading->last_date, &length);

      if (length == cell->length && memcmp (last, cell->text, length) == 0)
        return &g_array_index (reading->known_dates, VbKnownDate, reading->last_date);
    }
  reading->last_date = vb_string_table_intern (reading->dates, cell->text, cell->length, &is_new);
  if (is_new)
    {
      date.form =
          vb_column_profile_parse_date (cell->text, cell->length, self->serials, &date.period);
      if (date.form == VB_DATE_FORM_PERIOD && date.period.grain == VB_GRAIN_DAY)
        date.period = vb_period_containing (self->day_grain, date.period.start);
      g_array_append_val (reading->known_dates, date);
    }
  return &g_array_index (reading->known_dates, VbKnownDate, reading->last_date);
}

/* FALSE when the row is refused. */
static gboolean
read_row_date (VbImportReading *reading, const VbRow *row, VbPeriod *period)
{
  const VbCell *cell;
  const VbKnownDate *date;

  if (reading->date_column == VB_NO_COLUMN)
    return TRUE;
  cell = get_cell (row, reading->date_column);
  if (cell->length == 0)
    {
      refuse_row (reading, VB_PROBLEM_MISSING_DATE, VB_PROBLEM_REFUSES_ROW, row,
                  reading->date_column, NULL);
      return FALSE;
    }
  date = read_date (reading, cell);
  if (date->form != VB_DATE_FORM_PERIOD)
    {
      refuse_row (reading, VB_PROBLEM_NOT_A_DATE, VB_PROBLEM_REFUSES_ROW, row, reading->date_column,
                  cell);
      return FALSE;
    }
  *period = date->period;
  return TRUE;
}

static gboolean
read_row_unit (VbImportReading *reading, const VbRow *row, guint32 *index)
{
  VbImportCell cells[VB_IMPORT_MAX_LEVELS];
  const VbCell *care = get_cell (row, reading->care_column);
  const VbImportPath *path;
  guint n_before = vb_import_tree_get_n_paths (reading->tree);

  for (guint i = 0; i < reading->n_levels; i++)
    {
      const VbCell *name = get_cell (row, reading->level_names[i]);
      const VbCell *code = get_cell (row, reading->level_codes[i]);
      gboolean alone = reading->level_names[i] != VB_NO_COLUMN
                       && vb_importer_get_file_column (reading->importer, reading->level_names[i])
                                  ->meaning.meaning
                              == VB_HEADER_LEVEL_CODE;

      cells[i].name = name->text;
      cells[i].name_length = name->length;
      cells[i].code = alone ? name->text : code->text;
      cells[i].code_length = alone ? name->length : code->length;
    }
  /* A care type that is not known becomes the name of a unit. */
  if (vb_personal_number_is_in (care->text, care->length))
    {
      refuse_row (reading, VB_PROBLEM_PERSONAL_IDENTITY_NUMBER, VB_PROBLEM_REFUSES_ROW, row,
                  reading->care_column, care);
      return FALSE;
    }
  *index = vb_import_tree_add (reading->tree, cells, care->text, care->length);
  path = vb_import_tree_get_path (reading->tree, *index);
  if (path->refused)
    {
      VbCell value = { path->problem_value, 0, VB_CELL_TEXT, 0 };

      value.length = value.text != NULL ? (guint32) strlen (value.text) : 0;
      refuse_row (reading, path->problem, VB_PROBLEM_REFUSES_ROW, row,
                  vb_import_reading_get_level_column (reading, path->problem_level), &value);
      return FALSE;
    }
  if (*index == n_before && *path->care != '\0' && path->care_type == VB_CARE_TYPE_NONE
      && !vb_header_words_is_total (path->care))
    vb_import_reading_take_problem (reading, VB_PROBLEM_UNKNOWN_CARE_TYPE, VB_PROBLEM_NOTE,
                                    row->number, reading->care_column, care);
  return TRUE;
}

typedef enum
{
  FIGURE_MISSING,
  FIGURE_TAKEN,
  FIGURE_REFUSED,
} FigureState;

static FigureState
read_figure (VbImportReading *reading,
             const VbRow *row,
             const VbValueColumn *column,
             const VbImportSlot *slot,
             double *value)
{
  const VbCell *cell = get_cell (row, column->file_column);
  VbProblemKind problem = VB_PROBLEM_NOT_A_NUMBER;

  if (cell->length == 0)
    return FIGURE_MISSING;
  if (cell->kind == VB_CELL_NUMBER)
    *value = cell->number;
  else if (cell->kind != VB_CELL_TEXT
           || !vb_number_form_parse (cell->text, cell->length, column->decimal, value))
    {
      if (cell->kind == VB_CELL_TEXT && vb_number_form_is_missing (cell->text, cell->length))
        return FIGURE_MISSING;
      vb_import_reading_take_problem (reading, problem, VB_PROBLEM_REFUSES_CELL, row->number,
                                      column->file_column, cell);
      return FIGURE_REFUSED;
    }
  if (*value < 0 && !slot->may_be_negative)
    problem = VB_PROBLEM_NEGATIVE;
  else if (!(fabs (*value) < LARGEST_FIGURE))
    problem = VB_PROBLEM_OUT_OF_RANGE;
  else
    return FIGURE_TAKEN;
  vb_import_reading_take_problem (reading, problem, VB_PROBLEM_REFUSES_CELL, row->number,
                                  column->file_column, cell);
  return FIGURE_REFUSED;
}

/* The slot of the measure that the row names, or VB_NO_COLUMN. */
static guint
read_named_slot (VbImportReading *reading, const VbRow *row)
{
  const VbCell *cell = get_cell (row, reading->name_column);
  guint32 id = vb_string_table_find (reading->names, cell->text, cell->length);

  return id == VB_STRING_TABLE_NONE ? VB_NO_COLUMN : g_array_index (reading->name_slots, guint, id);
}

static void
read_figures (VbImportReading *reading, const VbRow *row, guint32 path, const VbPeriod *period)
{
  gboolean wide = reading->importer->recognised.wide;
  guint n_taken = 0;
  guint n_refused = 0;
  guint named = VB_NO_COLUMN;

  if (reading->name_column != VB_NO_COLUMN)
    {
      named = read_named_slot (reading, row);
      if (named == VB_NO_COLUMN)
        {
          refuse_row (reading, VB_PROBLEM_UNKNOWN_MEASURE, VB_PROBLEM_REFUSES_ROW, row,
                      reading->name_column, get_cell (row, reading->name_column));
          return;
        }
    }
  for (guint i = 0; i < reading->values->len; i++)
    {
      const VbValueColumn *column = &g_array_index (reading->values, VbValueColumn, i);
      guint slot = column->slot != VB_NO_COLUMN ? column->slot : named;
      const VbPeriod *when = wide ? &column->period : period;
      VbStagedFigure figure = { 0,           path,           row->number,
                                when->start, (guint16) slot, (guint8) when->grain };

      switch (read_figure (reading, row, column,
                           &g_array_index (reading->slots, VbImportSlot, slot), &figure.value))
        {
        case FIGURE_TAKEN:
          vb_import_stage_add (reading->stage, &figure);
          n_taken++;
          break;
        case FIGURE_REFUSED:
          n_refused++;
          break;
        case FIGURE_MISSING:
        default:
          break;
        }
    }
  if (n_taken > 0)
    {
      VbTakenRow taken = { row->number, n_taken };

      g_array_append_val (reading->taken_rows, taken);
    }
  else if (n_refused > 0)
    reading->rows_refused++;
  else
    refuse_row (reading, VB_PROBLEM_NO_FIGURE, VB_PROBLEM_REFUSES_ROW, row, VB_NO_COLUMN, NULL);
}

static gboolean
is_skipped (VbImportReading *reading, const VbRow *row)
{
  GPtrArray *skips = reading->importer->skips;

  for (guint i = 0; i < skips->len; i++)
    {
      const VbSkip *skip = g_ptr_array_index (skips, i);
      const VbCell *cell = get_cell (row, skip->file_column);

      if (strlen (skip->value) != cell->length
          || memcmp (skip->value, cell->text, cell->length) != 0)
        continue;
      refuse_row (reading, VB_PROBLEM_SKIPPED_BY_USER, VB_PROBLEM_NOTE, row, skip->file_column,
                  cell);
      return TRUE;
    }
  return FALSE;
}

/* Cells beyond the headers shift the others (an unquoted comma in a name): which of them is which
 * cannot be known. A workbook's cells stand where they stand. */
static gboolean
is_too_long (VbImportReading *reading, const VbRow *row)
{
  guint n_columns = reading->importer->file_columns->len;

  if (VB_IS_XLSX_READER (reading->importer->reader))
    return FALSE;
  for (guint i = n_columns; i < row->n_cells; i++)
    if (!vb_cell_is_blank (&row->cells[i]))
      {
        refuse_row (reading, VB_PROBLEM_RAGGED_ROW, VB_PROBLEM_REFUSES_ROW, row, VB_NO_COLUMN,
                    &row->cells[i]);
        return TRUE;
      }
  return FALSE;
}

/* A cell that was opened and not closed may hold what belongs in the next ones. */
static gboolean
has_open_quote (VbImportReading *reading, const VbRow *row)
{
  guint n_columns = MIN (row->n_cells, reading->importer->file_columns->len);

  for (guint i = 0; i < n_columns; i++)
    if (row->cells[i].kind == VB_CELL_BROKEN)
      {
        refuse_row (reading, VB_PROBLEM_OPEN_QUOTE, VB_PROBLEM_REFUSES_ROW, row, i, &row->cells[i]);
        return TRUE;
      }
  return FALSE;
}

static void
read_row (VbImportReading *reading, VbRow *row)
{
  VbImporter *self = reading->importer;
  guint n_columns = self->file_columns->len;
  VbPeriod period = { VB_GRAIN_DAY, VB_DAY_NONE };
  gboolean blank = TRUE;
  guint32 path;

  for (guint i = 0; i < MIN (row->n_cells, n_columns); i++)
    {
      vb_cell_trim (&row->cells[i]);
      blank = blank && row->cells[i].length == 0;
    }
  if (blank)
    return;
  reading->rows_read++;
  if (has_open_quote (reading, row) || is_too_long (reading, row) || is_skipped (reading, row)
      || !read_row_date (reading, row, &period) || !read_row_unit (reading, row, &path))
    return;
  if (row->n_cells < n_columns && !VB_IS_XLSX_READER (self->reader))
    vb_import_reading_take_problem (reading, VB_PROBLEM_RAGGED_ROW, VB_PROBLEM_NOTE, row->number,
                                    VB_NO_COLUMN, NULL);
  read_figures (reading, row, path, &period);
}

static gboolean
read_rows (VbImportReading *reading,
           VbProgressFunc progress,
           gpointer progress_data,
           GCancellable *cancellable,
           GError **error)
{
  VbImporter *self = reading->importer;
  g_autoptr (GError) local = NULL;
  guint n = 0;
  VbRow row;

  if (!vb_table_reader_rewind (self->reader, error))
    return FALSE;
  while (vb_table_reader_next (self->reader, &row, &local))
    {
      if (n++ % PROGRESS_INTERVAL == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (progress != NULL)
            progress (vb_table_reader_get_fraction (self->reader), progress_data);
        }
      if (row.number > self->layout->header_row)
        read_row (reading, &row);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static void
reading_clear (VbImportReading *reading)
{
  g_clear_pointer (&reading->tree, vb_import_tree_free);
  g_clear_pointer (&reading->stage, vb_import_stage_free);
  g_array_unref (reading->slots);
  g_array_unref (reading->values);
  vb_string_table_free (reading->names);
  g_array_unref (reading->name_slots);
  vb_string_table_free (reading->dates);
  g_array_unref (reading->known_dates);
  g_array_unref (reading->taken_rows);
}

typedef struct
{
  VbByteSource *source;
  GCancellable *cancellable;
  GError *error;
} ChecksumJob;

static gpointer
checksum_thread (gpointer data)
{
  ChecksumJob *job = data;

  return vb_byte_source_checksum (job->source, job->cancellable, &job->error);
}

VbBatch *
vb_importer_read (VbImporter *self,
                  VbProgressFunc progress,
                  gpointer progress_data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (VbBatch) batch = NULL;
  g_autofree char *checksum = NULL;
  g_autofree char *mapping = NULL;
  ChecksumJob job = { self->source, cancellable, NULL };
  VbImportReading reading = { 0 };
  GThread *thread;
  gboolean fine;

  g_return_val_if_fail (VB_IS_IMPORTER (self), NULL);

  batch = vb_batch_new ();
  vb_batch_set_under (batch, self->under);
  reading.importer = self;
  reading.batch = batch;
  reading.stage = vb_import_stage_new ();
  reading.slots = g_array_new (FALSE, FALSE, sizeof (VbImportSlot));
  reading.values = g_array_new (FALSE, FALSE, sizeof (VbValueColumn));
  reading.names = vb_string_table_new ();
  reading.name_slots = g_array_new (FALSE, FALSE, sizeof (guint));
  reading.dates = vb_string_table_new ();
  reading.known_dates = g_array_new (FALSE, FALSE, sizeof (VbKnownDate));
  reading.last_date = VB_STRING_TABLE_NONE;
  reading.taken_rows = g_array_new (FALSE, FALSE, sizeof (VbTakenRow));
  /* The checksum takes as long as all the rest: beside it, it costs no time. */
  thread = g_thread_new ("checksum", checksum_thread, &job);
  fine = vb_import_reading_plan (&reading, error)
         && read_rows (&reading, progress, progress_data, cancellable, error);
  if (fine)
    vb_import_reading_hand_over (&reading);
  checksum = g_thread_join (thread);
  reading_clear (&reading);
  if (job.error != NULL && fine)
    {
      g_propagate_error (error, job.error);
      return NULL;
    }
  g_clear_error (&job.error);
  if (!fine)
    return NULL;
  mapping = vb_importer_save_mapping (self);
  vb_batch_set_source (batch, vb_byte_source_get_stored_name (self->source), checksum,
                       self->mapping_key, mapping);
  return g_steal_pointer (&batch);
}
