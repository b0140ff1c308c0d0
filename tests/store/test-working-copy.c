/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "vb-working-copy.h"

static VbWorkingCopy *
make (void)
{
  g_autoptr (GError) error = NULL;
  VbWorkingCopy *copy = vb_working_copy_new (&error);

  g_assert_no_error (error);
  return copy;
}

static void
test_about (void)
{
  VbWorkingCopy *copy = make ();
  VbWorkingCopyAbout written = { (char *) "file:///a/å b.vardbalans", (char *) "1:2",
                                 (char *) "Åsas plan; [x]=\n\"y\"", TRUE };
  g_auto (VbWorkingCopyAbout) empty = { 0 };
  g_auto (VbWorkingCopyAbout) read = { 0 };
  g_autoptr (GError) error = NULL;

  vb_working_copy_read_about (copy, &empty);
  g_assert_null (empty.uri);
  g_assert_false (empty.modified);
  g_assert_true (vb_working_copy_write_about (copy, &written, &error));
  vb_working_copy_read_about (copy, &read);
  g_assert_cmpstr (read.uri, ==, written.uri);
  g_assert_cmpstr (read.etag, ==, written.etag);
  g_assert_cmpstr (read.title, ==, written.title);
  g_assert_true (read.modified);
  vb_working_copy_discard (copy);
  vb_working_copy_unref (copy);
}

static void
test_lock (void)
{
  VbWorkingCopy *copy = make ();
  g_autofree char *folder = g_strdup (vb_working_copy_get_folder (copy));
  VbWorkingCopy *adopted;
  g_autoptr (GError) error = NULL;

  g_assert_null (vb_working_copy_adopt (folder, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  vb_working_copy_ref (copy);
  vb_working_copy_unref (copy);
  g_assert_null (vb_working_copy_adopt (folder, NULL));
  vb_working_copy_unref (copy);
  adopted = vb_working_copy_adopt (folder, &error);
  g_assert_no_error (error);
  vb_working_copy_discard (adopted);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  vb_working_copy_unref (adopted);
  g_assert_null (vb_working_copy_adopt (folder, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
}

/* Left behind and modified: listed. Left behind and not: gone. In use: neither. */
static void
test_abandoned (void)
{
  VbWorkingCopy *modified = make ();
  VbWorkingCopy *unmodified = make ();
  VbWorkingCopy *in_use = make ();
  g_autofree char *modified_folder = g_strdup (vb_working_copy_get_folder (modified));
  g_autofree char *unmodified_folder = g_strdup (vb_working_copy_get_folder (unmodified));
  VbWorkingCopyAbout about = { NULL, NULL, NULL, TRUE };
  g_autoptr (GPtrArray) folders = NULL;

  g_assert_true (vb_working_copy_write_about (modified, &about, NULL));
  g_assert_true (vb_working_copy_write_about (in_use, &about, NULL));
  vb_working_copy_unref (modified);
  vb_working_copy_unref (unmodified);
  folders = vb_working_copy_list_abandoned ();
  g_assert_cmpuint (folders->len, ==, 1);
  g_assert_cmpstr (folders->pdata[0], ==, modified_folder);
  g_assert_false (g_file_test (unmodified_folder, G_FILE_TEST_EXISTS));
  modified = vb_working_copy_adopt (modified_folder, NULL);
  vb_working_copy_discard (modified);
  vb_working_copy_unref (modified);
  vb_working_copy_discard (in_use);
  vb_working_copy_unref (in_use);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("vardbalans-test-XXXXXX", NULL);
  g_autofree char *documents = g_build_filename (folder, "vardbalans", "documents", NULL);
  g_autofree char *parent = g_path_get_dirname (documents);
  int status;

  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/working-copy/about", test_about);
  g_test_add_func ("/store/working-copy/lock", test_lock);
  g_test_add_func ("/store/working-copy/abandoned", test_abandoned);
  status = g_test_run ();

  g_assert_cmpint (g_rmdir (documents), ==, 0);
  g_assert_cmpint (g_rmdir (parent), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return status;
}
