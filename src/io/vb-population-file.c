/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-population-file.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "vb-csv-reader.h"
#include "vb-error.h"
#include "vb-population-reader.h"
#include "vb-xlsx-package.h"
#include "vb-xlsx-reader.h"

#define HEAD_SIZE 4096

/* One reading of a file: only of its headers, or of all. */
typedef struct
{
  VbByteSource *source;
  const char *sheet;
  gboolean only_headers;
  GCancellable *cancellable;
  VbPopulationFile *file; /* out */
} Job;

void
vb_population_file_free (VbPopulationFile *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

static VbPopulationFile *
vb_population_file_new (const char *name)
{
  VbPopulationFile *self = g_new0 (VbPopulationFile, 1);

  self->name = g_strdup (name);
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) vb_population_facts_free);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) vb_problem_free);
  return self;
}

/* TRUE when @table is such a table. */
static gboolean
read_table (Job *job, VbTableReader *table, GError **error)
{
  g_autoptr (VbPopulationReader) reader = _vb_population_reader_new (table, error);

  if (reader == NULL)
    return FALSE;
  g_clear_pointer (&job->file, vb_population_file_free);
  job->file = vb_population_file_new (vb_byte_source_get_name (job->source));
  return job->only_headers
         || _vb_population_reader_read (reader, job->file, job->cancellable, error);
}

static gboolean
refuse (Job *job, GError **error)
{
  g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
               _ ("%s: expected a table of population, with columns for age, year and inhabitants, "
                  "or for age and each year; found none"),
               vb_byte_source_get_name (job->source));
  return FALSE;
}

static gboolean
read_workbook (Job *job, GError **error)
{
  g_autoptr (VbXlsxReader) workbook = vb_xlsx_reader_new (job->source, error);
  const char *const *sheets;

  if (workbook == NULL)
    return FALSE;
  sheets = vb_xlsx_reader_get_sheets (workbook);
  for (guint i = 0; sheets[i] != NULL; i++)
    {
      g_autoptr (GError) local = NULL;

      if (job->sheet != NULL && !g_str_equal (sheets[i], job->sheet))
        continue;
      if (!vb_xlsx_reader_set_sheet (workbook, i, error))
        return FALSE;
      if (read_table (job, VB_TABLE_READER (workbook), &local))
        return TRUE;
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return refuse (job, error);
}

static gboolean
read_text (Job *job, VbEncoding encoding, gsize skip, guint64 *n_bad, GError **error)
{
  g_autoptr (VbCsvReader) table =
      vb_csv_reader_new (vb_text_reader_new (job->source, encoding, skip), ',');
  g_autoptr (GError) local = NULL;
  gboolean read;
  char delimiter;

  if (!vb_csv_reader_sniff (table, &delimiter, error))
    return FALSE;
  read = read_table (job, VB_TABLE_READER (table), &local);
  *n_bad = vb_text_reader_get_n_bad (vb_csv_reader_get_text (table));
  if (!read && local == NULL)
    return refuse (job, error);
  if (!read)
    g_propagate_error (error, g_steal_pointer (&local));
  return read;
}

static gboolean
read_any (Job *job, GError **error)
{
  g_autoptr (GError) local = NULL;
  guint8 head[HEAD_SIZE];
  gssize n = vb_byte_source_read_at (job->source, head, sizeof head, 0, error);
  VbEncoding encoding;
  guint64 n_bad = 0;
  gboolean read;
  gsize skip;

  if (n < 0)
    return FALSE;
  if (vb_xlsx_package_recognise (head, (gsize) n))
    return read_workbook (job, error);

  encoding = vb_encoding_recognise (head, (gsize) n, &skip);
  read = read_text (job, encoding, skip, &n_bad, &local);
  /* No mark and bytes that are no UTF-8: a spreadsheet's CSV of old. */
  if (n_bad > 0 && encoding == VB_ENCODING_UTF8 && skip == 0)
    return read_text (job, VB_ENCODING_WINDOWS_1252, 0, &n_bad, error);
  if (!read)
    g_propagate_error (error, g_steal_pointer (&local));
  return read;
}

VbPopulationFile *
vb_population_file_read (GFile *file, const char *sheet, GCancellable *cancellable, GError **error)
{
  g_autoptr (VbByteSource) source = vb_byte_source_new (file, cancellable, error);
  Job job = { source, sheet, FALSE, cancellable, NULL };

  if (source == NULL)
    return NULL;
  if (!read_any (&job, error))
    g_clear_pointer (&job.file, vb_population_file_free);
  return job.file;
}

gboolean
vb_population_file_recognise (GFile *file, const char *sheet, GCancellable *cancellable)
{
  g_autoptr (VbByteSource) source = NULL;
  g_autoptr (VbPopulationFile) found = NULL;
  Job job = { NULL, sheet, TRUE, cancellable, NULL };
  gboolean recognised;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  source = vb_byte_source_new (file, cancellable, NULL);
  job.source = source;
  recognised = source != NULL && read_any (&job, NULL);
  found = job.file;
  return recognised;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  VbPopulationFile *file = vb_population_file_read (task_data, NULL, cancellable, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, (GDestroyNotify) vb_population_file_free);
  else
    g_task_return_error (task, error);
}

void
vb_population_file_read_async (GFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, vb_population_file_read_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

VbPopulationFile *
vb_population_file_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
vb_population_file_set_last_outcome (VbPopulationFile *self, gint16 year)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      VbPopulationFacts *facts = self->places->pdata[i];

      for (guint j = 0; j < facts->counts->len; j++)
        {
          VbPopulationCount *count = &g_array_index (facts->counts, VbPopulationCount, j);

          count->kind = count->year <= year ? VB_POPULATION_OUTCOME : VB_POPULATION_PROJECTION;
        }
    }
}
