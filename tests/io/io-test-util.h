/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the importer share: a table given as text or bytes, read in one go. */
#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "vb-error.h"
#include "vb-importer.h"
#include "vb-measure.h"

static inline GFile *
test_file_new (gconstpointer data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("vardbalans-test-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static inline void
test_file_free (GFile *file)
{
  g_file_delete (file, NULL, NULL);
  g_object_unref (file);
}

static inline VbImporter *
test_open_bytes (gconstpointer data, gsize size)
{
  g_autoptr (GError) error = NULL;
  GFile *file = test_file_new (data, size);
  VbImporter *importer = vb_importer_open (file, NULL, NULL, &error);

  g_assert_no_error (error);
  /* The importer keeps the file open. */
  test_file_free (file);
  return importer;
}

static inline VbImporter *
test_open (const char *text)
{
  return test_open_bytes (text, strlen (text));
}

/* Expects that the table cannot be opened, and a message with @words in it. */
static inline void
test_open_fails (gconstpointer data, gsize size, const char *words)
{
  g_autoptr (GError) error = NULL;
  GFile *file = test_file_new (data, size);
  VbImporter *importer = vb_importer_open (file, NULL, NULL, &error);

  g_assert_null (importer);
  g_assert_error (error, VB_ERROR, VB_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, words));
  test_file_free (file);
}

static inline VbBatch *
test_read (VbImporter *importer)
{
  g_autoptr (GError) error = NULL;
  VbBatch *batch = vb_importer_read (importer, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return batch;
}

static inline VbBatch *
test_import (const char *text)
{
  g_autoptr (VbImporter) importer = test_open (text);

  return test_read (importer);
}

/* "Riket / Stockholm". */
static inline char *
test_unit_path (VbBatch *batch, guint index)
{
  VbBatchUnit *unit = vb_batch_get_unit (batch, index);
  g_autofree char *parent = NULL;

  if (unit->parent < 0)
    return g_strdup (unit->name);
  parent = test_unit_path (batch, (guint) unit->parent);
  return g_strconcat (parent, " / ", unit->name, NULL);
}

/* The batch as text, one observation a line, for comparing with what was expected. */
static inline char *
test_describe (VbBatch *batch)
{
  VbBatchColumns columns = vb_batch_get_columns (batch);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < columns.n; i++)
    {
      g_autofree char *path = test_unit_path (batch, columns.unit[i]);
      g_autofree char *start = vb_day_to_iso (columns.start[i]);

      g_string_append_printf (text, "%s|%s|%s|%s|%g\n", path,
                              vb_measure_get (columns.measure[i])->key,
                              vb_grain_to_id (columns.grain[i]), start, columns.value[i]);
    }
  return g_string_free (text, FALSE);
}

static inline void
test_assert_batch (VbBatch *batch, const char *expected)
{
  g_autofree char *described = test_describe (batch);

  g_assert_cmpstr (described, ==, expected);
}

static inline guint
test_count_problems (VbBatch *batch, VbProblemKind kind)
{
  GPtrArray *problems = vb_batch_get_problems (batch);
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    n += ((VbProblem *) problems->pdata[i])->kind == kind;
  return n;
}

/* The only problem of @kind. */
static inline const VbProblem *
test_find_problem (VbBatch *batch, VbProblemKind kind)
{
  GPtrArray *problems = vb_batch_get_problems (batch);

  g_assert_cmpuint (test_count_problems (batch, kind), ==, 1);
  for (guint i = 0; i < problems->len; i++)
    if (((VbProblem *) problems->pdata[i])->kind == kind)
      return problems->pdata[i];
  g_assert_not_reached ();
}

static inline void
test_assert_problem (VbBatch *batch,
                     VbProblemKind kind,
                     VbProblemExtent extent,
                     guint row,
                     const char *column,
                     const char *value)
{
  const VbProblem *problem = test_find_problem (batch, kind);

  g_assert_cmpint (problem->extent, ==, extent);
  g_assert_cmpuint (problem->row, ==, row);
  g_assert_cmpstr (problem->column, ==, column);
  g_assert_cmpstr (problem->value, ==, value);
}

static inline const VbColumn *
test_get_column (VbImporter *importer, const char *header)
{
  for (guint i = 0; i < vb_importer_get_n_columns (importer); i++)
    if (g_str_equal (vb_importer_get_column (importer, i)->header, header))
      return vb_importer_get_column (importer, i);
  g_assert_not_reached ();
}
