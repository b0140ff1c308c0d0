/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-run.h"

#include <glib/gstdio.h>

void
run_clear (Run *run)
{
  g_free (run->out);
  g_free (run->err);
}

Run
run_cli_in_locale (const char *locale, const char *arguments, const char *input)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  Run run = { 0 };
  int fd;

  g_shell_parse_argv (arguments, NULL, &words, &error);
  g_assert_no_error (error);
  g_strv_builder_add (builder, g_getenv ("VB_TEST_CLI"));
  g_strv_builder_addv (builder, (const char **) words);
  argv = g_strv_builder_end (builder);

  /* From a file: a program that ends before it has read a pipe would end this one too. */
  fd = g_file_open_tmp ("vardbalans-cli-XXXXXX", &path, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, input, -1, &error);
  g_assert_no_error (error);
  launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_stdin_file_path (launcher, path);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", locale, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &run.out, &run.err, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_assert_true (g_subprocess_get_if_exited (process));
  run.status = g_subprocess_get_exit_status (process);
  return run;
}

Run
run_cli (const char *arguments, const char *input)
{
  return run_cli_in_locale ("C.UTF-8", arguments, input);
}

char *
print_cli (const char *arguments)
{
  g_auto (Run) run = run_cli (arguments, "");

  if (run.status != 0)
    g_error ("“%s” ends with %d: %s", arguments, run.status, run.err);
  return g_steal_pointer (&run.out);
}

void
assert_fails (const char *arguments, const char *input, int status, const char *message)
{
  g_auto (Run) run = run_cli (arguments, input);

  g_assert_cmpstr (run.out, ==, "");
  if (strstr (run.err, message) == NULL)
    g_error ("“%s” says “%s”, not “%s”", arguments, run.err, message);
  g_assert_cmpint (run.status, ==, status);
}

char *
enter_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("vardbalans-cli-XXXXXX", &error);
  g_autofree char *state = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (g_chdir (folder), ==, 0);
  state = g_build_filename (folder, "state", NULL);
  g_assert_true (g_setenv ("XDG_STATE_HOME", state, TRUE));
  return folder;
}

static void
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

void
leave_folder (char *folder)
{
  g_assert_cmpint (g_chdir (g_get_tmp_dir ()), ==, 0);
  delete_folder (folder);
  g_free (folder);
}

void
assert_no_copies (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("XDG_STATE_HOME"), "vardbalans", "documents", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  g_assert_true (dir == NULL || g_dir_read_name (dir) == NULL);
}

void
write_file (const char *name, const char *contents)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (name, contents, -1, &error);
  g_assert_no_error (error);
}

char *
read_file (const char *name, gsize *size)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (name, &contents, size, &error);
  g_assert_no_error (error);
  return contents;
}
