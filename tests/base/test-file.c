/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("vardbalans-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "file", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

/* Nothing is left behind beside the file. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_contents (Fixture *fixture, const char *expected)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

static void
test_replace (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "a first text", "another", "" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

      g_assert_true (vb_file_replace (fixture->file, bytes, NULL, &error));
      g_assert_no_error (error);
      assert_contents (fixture, texts[i]);
    }
}

/* A limit on the size of files fails a write as a full disk does. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a text that is too long", 23);
  struct rlimit before;
  struct rlimit limit;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 10;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (vb_file_replace (fixture->file, bytes, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_nonnull (error);
  assert_contents (fixture, "old");
}

/* Where there was no file, none is left. */
static void
test_abandon (Fixture *fixture, gconstpointer data)
{
  for (guint existed = 0; existed < 2; existed++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GFileOutputStream) out = NULL;

      if (existed)
        g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
      out = g_file_replace (fixture->file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_output_stream_write_all (G_OUTPUT_STREAM (out), "ne", 2, NULL, NULL, NULL));
      vb_file_abandon (fixture->file, out, existed != 0);
      g_assert_cmpint (g_file_test (fixture->path, G_FILE_TEST_EXISTS), ==, existed);
    }
  assert_contents (fixture, "old");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (vb_file_replace (fixture->file, bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_contents (fixture, "old");
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/base/file/replace", test_replace);
  ADD ("/base/file/full-disk", test_full_disk);
  ADD ("/base/file/abandon", test_abandon);
  ADD ("/base/file/cancelled", test_cancelled);
  return g_test_run ();
}
