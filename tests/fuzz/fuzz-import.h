/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a fuzzer does with a table: all that the window and the command line do with one. */
#pragma once

#include <fcntl.h>
#include <math.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#include "vb-importer.h"
#include "vb-population-file.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* A file that exists in memory only. */
static inline GFile *
fuzz_file_new (gconstpointer data, gsize size, int *fd)
{
  g_autofree char *path = NULL;

  *fd = memfd_create ("fuzz", MFD_CLOEXEC);
  g_assert_cmpint (*fd, >=, 0);
  g_assert_cmpint (write (*fd, data, size), ==, (gssize) size);
  path = g_strdup_printf ("/proc/self/fd/%d", *fd);
  return g_file_new_for_path (path);
}

/* Whatever was read is in order. */
static inline void
fuzz_check_batch (VbBatch *batch)
{
  VbBatchColumns columns = vb_batch_get_columns (batch);

  g_assert_cmpuint (vb_batch_get_rows_refused (batch), <=, vb_batch_get_rows_read (batch));
  for (gsize i = 0; i < columns.n; i++)
    {
      g_assert_cmpuint (columns.unit[i], <, vb_batch_get_n_units (batch));
      g_assert_true (isfinite (columns.value[i]));
      g_assert_cmpint (columns.start[i], >, VB_DAY_NONE);
    }
  for (guint i = 0; i < vb_batch_get_n_units (batch); i++)
    {
      g_assert_cmpint (vb_batch_get_unit (batch, i)->parent, <, (gint32) i);
      g_assert_true (g_utf8_validate (vb_batch_get_unit (batch, i)->name, -1, NULL));
    }
  for (guint i = 0; i < vb_batch_get_problems (batch)->len; i++)
    {
      const VbProblem *problem = vb_batch_get_problems (batch)->pdata[i];

      g_assert_true (problem->value == NULL || g_utf8_validate (problem->value, -1, NULL));
      g_assert_true (problem->column == NULL || g_utf8_validate (problem->column, -1, NULL));
    }
}

/* Whatever was read as a table of population is facts that can be. */
static inline void
fuzz_population (GFile *file)
{
  g_autoptr (VbPopulationFile) population = vb_population_file_read (file, NULL, NULL, NULL);

  for (guint i = 0;
       population != NULL && population->problems->len == 0 && i < population->places->len; i++)
    g_assert_true (vb_population_facts_check (population->places->pdata[i], NULL));
}

static inline void
fuzz_import (gconstpointer data, gsize size)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (VbImporter) importer = NULL;
  g_autoptr (VbBatch) batch = NULL;
  g_autoptr (VbBatch) mapped = NULL;
  g_autoptr (GPtrArray) preview = NULL;
  g_autofree char *mapping = NULL;
  int fd;

  file = fuzz_file_new (data, size, &fd);
  fuzz_population (file);
  importer = vb_importer_open (file, NULL, NULL, NULL);
  close (fd);
  if (importer == NULL)
    return;
  batch = vb_importer_read (importer, NULL, NULL, NULL, NULL);
  if (batch != NULL)
    fuzz_check_batch (batch);
  /* A column that was left out is mapped, so that figures come through where nothing was guessed.
   */
  for (guint i = 0; i < vb_importer_get_n_columns (importer); i++)
    {
      g_autofree char *header = g_strdup (vb_importer_get_column (importer, i)->header);

      if (vb_importer_get_column (importer, i)->role == VB_ROLE_LEFT_OUT
          && vb_importer_map_measure (importer, header, VB_MEASURE_STAFF_HOURS, "child", NULL))
        break;
    }
  vb_importer_set_under (importer, "Region");
  preview = vb_importer_preview (importer, 20);
  mapping = vb_importer_save_mapping (importer);
  g_assert_true (vb_importer_load_mapping (importer, mapping, NULL));
  mapped = vb_importer_read (importer, NULL, NULL, NULL, NULL);
  if (mapped != NULL)
    fuzz_check_batch (mapped);
}
