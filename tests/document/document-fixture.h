/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the document begin with. */
#pragma once

#include <math.h>

#include <glib/gstdio.h>

#include "vb-batch.h"
#include "vb-document.h"
#include "vb-error.h"
#include "vb-recovery.h"

/* Instead of g_test_init() and g_test_run(): the program gets a home of its own, and it is deleted.
 * G_TEST_OPTION_ISOLATE_DIRS would do the same, and leak. */
static inline void
test_init (int *argc, char ***argv)
{
  g_autofree char *folder = g_dir_make_tmp ("vardbalans-test-XXXXXX", NULL);

  g_assert_nonnull (folder);
  g_assert_true (g_setenv ("XDG_STATE_HOME", folder, TRUE));
  g_assert_true (g_setenv ("XDG_DATA_HOME", folder, TRUE));
  g_test_init (argc, argv, NULL);
}

static inline void
delete_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        delete_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static inline int
test_run (void)
{
  int status = g_test_run ();

  delete_folder (g_get_user_state_dir ());
  return status;
}

/* What earlier tests left open on purpose or by the way. */
static inline void
discard_recoverable (void)
{
  g_autoptr (GListModel) left = vb_document_list_recoverable ();

  for (guint i = 0; i < g_list_model_get_n_items (left); i++)
    {
      g_autoptr (VbRecovery) recovery = g_list_model_get_item (left, i);

      vb_recovery_discard (recovery);
    }
}

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
