/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a fuzz driver over stored inputs, so that what a fuzzer once found stays found: in every
 * test run, with any compiler. */
#include <gio/gio.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
test_input (gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (data, &contents, &size, NULL));
  g_assert_cmpint (LLVMFuzzerTestOneInput ((const uint8_t *) contents, size), ==, 0);
  /* And cut off at many places. */
  for (gsize i = 1; i < 32; i++)
    LLVMFuzzerTestOneInput ((const uint8_t *) contents, size * i / 32);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  folder = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      char *path = g_build_filename (argv[1], name, NULL);
      g_autofree char *base = g_path_get_basename (argv[1]);
      g_autofree char *test = g_strdup_printf ("/fuzz/%s/%s", base, name);

      g_ptr_array_add (paths, path);
      g_test_add_data_func (test, path, test_input);
    }
  g_assert_cmpuint (paths->len, >, 0);
  status = g_test_run ();
  return status;
}
