/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the document begin with. */
#pragma once

#include <math.h>

#include <glib/gstdio.h>

#include "vb-batch.h"
#include "vb-document.h"
#include "vb-error.h"

static inline VbDocument *
new_document (void)
{
  g_autoptr (GError) error = NULL;
  VbDocument *document = vb_document_new (&error);

  g_assert_no_error (error);
  return document;
}

static inline gint64
add_unit (VbDocument *document, gint64 parent, VbUnitKind kind, const char *name, const char *code)
{
  g_autoptr (GError) error = NULL;
  gint64 id = vb_document_add_unit (document, parent, kind, name, code, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static inline void
undo (VbDocument *document)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (vb_document_undo (document, &error));
  g_assert_no_error (error);
}

static inline void
redo (VbDocument *document)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (vb_document_redo (document, &error));
  g_assert_no_error (error);
}

/* A name for a file that is not there, in a folder of its own that goes with the test's. */
static inline GFile *
new_file (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "XXXXXX", NULL);
  g_autofree char *path = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_nonnull (g_mkdtemp (folder));
  path = g_build_filename (folder, "plan.vardbalans", NULL);
  return g_file_new_for_path (path);
}

static inline void
save_as (VbDocument *document, GFile *file)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (vb_document_save_as (document, file, NULL, &error));
  g_assert_no_error (error);
}

static inline VbTaken
take (VbDocument *document, VbBatch *batch)
{
  g_autoptr (GError) error = NULL;
  VbTaken taken;

  g_assert_true (vb_document_take_batch (document, batch, NULL, &taken, &error));
  g_assert_no_error (error);
  return taken;
}

/* The stored value, or NAN. */
static inline double
get_value (VbDocument *document, gint64 unit, VbMeasureId measure, VbGrain grain, VbDay start)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) points = vb_document_read_series (document, unit, measure, grain, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < points->len; i++)
    {
      const VbSeriesPoint *point = &g_array_index (points, VbSeriesPoint, i);

      if (point->start == start)
        return point->value;
    }
  return (double) NAN;
}
