/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>

#include "vb-config.h"
#include "vb-error.h"
#include "vb-file.h"

#define PROGRAM_NAME "vardbalans-cli"

enum
{
  EXIT_DONE,
  EXIT_USAGE,
  EXIT_INPUT,
  EXIT_DOCUMENT,
};

int
vb_cli_get_exit_status (const GError *error)
{
  if (error->domain == G_OPTION_ERROR)
    return EXIT_USAGE;
  if (error->domain != VB_ERROR)
    return EXIT_INPUT;

  switch ((VbError) error->code)
    {
    case VB_ERROR_USAGE:
    case VB_ERROR_NOT_FOUND:
      return EXIT_USAGE;

    case VB_ERROR_NOT_A_DOCUMENT:
    case VB_ERROR_DAMAGED:
    case VB_ERROR_TOO_NEW:
    case VB_ERROR_CHANGED_ON_DISK:
    case VB_ERROR_STORAGE:
      return EXIT_DOCUMENT;

    case VB_ERROR_BAD_INPUT:
    case VB_ERROR_INVALID:
    case VB_ERROR_IMPOSSIBLE:
    default:
      return EXIT_INPUT;
    }
}

void
vb_cli_print_message (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  /* A message quotes files, whose bytes must not steer the terminal. */
  for (char *c = message; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  g_printerr ("%s\n", message);
}

gboolean
vb_cli_write_file (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) local_error = NULL;

  if (vb_file_replace (file, bytes, NULL, &local_error))
    return TRUE;

  g_set_error_literal (error, VB_ERROR, VB_ERROR_STORAGE, local_error->message);
  return FALSE;
}

VbTableWriter *
vb_cli_begin_table (VbCliInvocation *invocation, const char *const *columns)
{
  g_return_val_if_fail (invocation->command->has_table && invocation->table == NULL, NULL);

  invocation->table =
      vb_table_writer_new (invocation->json ? VB_TABLE_FORMAT_JSON : VB_TABLE_FORMAT_CSV, NULL);
  vb_table_writer_begin_table (invocation->table, NULL, columns);
  return invocation->table;
}

static gboolean
print_table (VbTableWriter *table, GError **error)
{
  g_autoptr (GBytes) bytes = vb_table_writer_finish (table, error);
  gsize size;
  const char *text;

  if (bytes == NULL)
    return FALSE;
  text = g_bytes_get_data (bytes, &size);
  if (fwrite (text, 1, size, stdout) == size && fflush (stdout) == 0)
    return TRUE;
  g_set_error (error, VB_ERROR, VB_ERROR_STORAGE, _ ("The result cannot be written: %s"),
               g_strerror (errno));
  return FALSE;
}

static void
free_options (const VbCliCommand *command, gpointer options)
{
  for (const GOptionEntry *entry = command->entries; entry != NULL && entry->long_name != NULL;
       entry++)
    {
      gpointer *member = G_STRUCT_MEMBER_P (options, GPOINTER_TO_SIZE (entry->arg_data));

      if (entry->arg == G_OPTION_ARG_STRING || entry->arg == G_OPTION_ARG_FILENAME)
        g_free (*member);
      else if (entry->arg == G_OPTION_ARG_STRING_ARRAY || entry->arg == G_OPTION_ARG_FILENAME_ARRAY)
        g_strfreev (*member);
    }
  g_free (options);
}

/* The options of @command, its members moved to where this run keeps them. */
static GOptionContext *
create_context (const VbCliCommand *command, gpointer options, gboolean *json, gboolean *help)
{
  const GOptionEntry common[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, help, N_ ("Show this help"), NULL },
    { "json", 0, command->has_table ? 0 : G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, json,
      N_ ("Print JSON instead of CSV"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context =
      g_option_context_new (command->arguments != NULL ? _ (command->arguments) : NULL);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, command->summary);
  if (command->description != NULL)
    g_option_context_set_description (context, command->description);

  for (const GOptionEntry *entry = command->entries; entry != NULL && entry->long_name != NULL;
       entry++)
    {
      GOptionEntry moved[2] = { *entry, G_OPTION_ENTRY_NULL };

      moved[0].arg_data = G_STRUCT_MEMBER_P (options, GPOINTER_TO_SIZE (entry->arg_data));
      g_option_context_add_main_entries (context, moved, GETTEXT_PACKAGE);
    }
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);

  return context;
}

/* @arguments: the program's name and what followed the command's. */
static gboolean
run_command (const VbCliCommand *command, GStrv *arguments, GError **error)
{
  VbCliInvocation invocation = { .command = command };
  gboolean help = FALSE;
  gboolean done;
  g_autoptr (GOptionContext) context = NULL;

  invocation.options = g_malloc0 (MAX (command->options_size, 1));
  if (command->init_options != NULL)
    command->init_options (invocation.options);

  context = create_context (command, invocation.options, &invocation.json, &help);
  done = g_option_context_parse_strv (context, arguments, error);
  if (done && help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      g_print ("%s", text);
      free_options (command, invocation.options);
      return TRUE;
    }

  if (done)
    {
      invocation.arguments = *arguments + 1;
      invocation.n_arguments = g_strv_length (invocation.arguments);
      if (invocation.n_arguments < command->min_arguments
          || invocation.n_arguments > command->max_arguments)
        {
          g_set_error (error, VB_ERROR, VB_ERROR_USAGE,
                       _ ("The number of arguments is wrong; see “%s --help”"), g_get_prgname ());
          done = FALSE;
        }
    }

  done = done && command->run (&invocation, error);
  if (done && invocation.table != NULL)
    done = print_table (invocation.table, error);

  g_clear_pointer (&invocation.table, vb_table_writer_free);
  free_options (command, invocation.options);
  return done;
}

static void
print_overview (const VbCliCommand *const *commands)
{
  gsize width = 0;

  g_print (_ ("Usage:\n  %s COMMAND [OPTION…] [ARGUMENT…]\n\n%s\n\nCommands:\n"), PROGRAM_NAME,
           _ ("Production and capacity planning on the command line."));
  for (gsize i = 0; commands[i] != NULL; i++)
    width = MAX (width, strlen (commands[i]->name));
  for (gsize i = 0; commands[i] != NULL; i++)
    g_print ("  %-*s  %s\n", (int) width, commands[i]->name, _ (commands[i]->summary));
  g_print (_ ("\nOptions:\n  -h, --help     Show this help, or that of a command\n"
              "      --man      Print the manual page in troff\n"
              "      --version  Print the version\n"));
}

/* The command that the words after the program's name begin with; the longest name wins. */
static const VbCliCommand *
find_command (const VbCliCommand *const *commands, GStrv words, guint *n_words)
{
  const VbCliCommand *found = NULL;

  *n_words = 0;
  for (gsize i = 0; commands[i] != NULL; i++)
    {
      g_auto (GStrv) name = g_strsplit (commands[i]->name, " ", -1);
      guint n = 0;

      while (name[n] != NULL && words[n] != NULL && g_str_equal (name[n], words[n]))
        n++;
      if (name[n] == NULL && n > *n_words)
        {
          found = commands[i];
          *n_words = n;
        }
    }

  return found;
}

/* TRUE when @words asked for something that no command does. */
static gboolean
answer_without_command (const VbCliCommand *const *commands, GStrv words)
{
  if (words[0] == NULL)
    return FALSE;

  if (g_str_equal (words[0], "--help") || g_str_equal (words[0], "-h"))
    {
      print_overview (commands);
      return TRUE;
    }
  if (g_str_equal (words[0], "--version"))
    {
      g_print ("%s %s\n", PROGRAM_NAME, VB_VERSION);
      return TRUE;
    }
  if (g_str_equal (words[0], "--man"))
    {
      g_autofree char *page = vb_cli_format_man_page (commands);

      g_print ("%s", page);
      return TRUE;
    }

  return FALSE;
}

int
vb_cli_main (int argc, char *argv[], const VbCliCommand *const *commands)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autofree char *program = NULL;
  const VbCliCommand *command;
  guint n_words;

  /* Who reads no further gets an exit status and a message, and what is being saved is saved. */
  signal (SIGPIPE, SIG_IGN);
  g_set_prgname (PROGRAM_NAME);
  if (argc > 0 && answer_without_command (commands, argv + 1))
    return EXIT_DONE;

  command = argc > 0 ? find_command (commands, argv + 1, &n_words) : NULL;
  if (command == NULL)
    {
      if (argc > 1)
        vb_cli_print_message (_ ("%s: there is no command “%s”; see “%s --help”"), PROGRAM_NAME,
                              argv[1], PROGRAM_NAME);
      else
        vb_cli_print_message (_ ("%s: a command is missing; see “%s --help”"), PROGRAM_NAME,
                              PROGRAM_NAME);
      return EXIT_USAGE;
    }

  program = g_strdup_printf ("%s %s", PROGRAM_NAME, command->name);
  g_set_prgname (program);
  g_strv_builder_add (builder, program);
  for (int i = 1 + (int) n_words; i < argc; i++)
    g_strv_builder_add (builder, argv[i]);
  arguments = g_strv_builder_end (builder);

  if (!run_command (command, &arguments, &error))
    {
      vb_cli_print_message ("%s: %s", program, error->message);
      return vb_cli_get_exit_status (error);
    }

  return EXIT_DONE;
}
