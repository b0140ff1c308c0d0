/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The man page, from the same words as --help. Notation: man-pages(7), groff_man(7). */
#include "vb-cli.h"

#include <glib/gi18n-lib.h>

#include "vb-config.h"

static void
append_escaped (GString *page, const char *text)
{
  gboolean line_start = TRUE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (line_start && (*p == '.' || *p == '\''))
        g_string_append (page, "\\&");
      if (*p == '\\')
        g_string_append (page, "\\e");
      else if (*p == '-')
        g_string_append (page, "\\-");
      else
        g_string_append_c (page, *p);
      line_start = *p == '\n';
    }
}

static void
append_line (GString *page, const char *macro, const char *text)
{
  g_string_append (page, macro);
  append_escaped (page, text);
  g_string_append_c (page, '\n');
}

/* Paragraphs are parted by empty lines, as in --help. */
static void
append_paragraphs (GString *page, const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_string_append (page, ".PP\n");
      append_line (page, "", paragraphs[i]);
    }
}

static void
append_option (GString *page, const GOptionEntry *entry)
{
  if ((entry->flags & G_OPTION_FLAG_HIDDEN) != 0)
    return;

  g_string_append (page, ".TP\n.B ");
  if (entry->short_name != '\0')
    g_string_append_printf (page, "\\-%c, ", entry->short_name);
  append_escaped (page, "--");
  append_escaped (page, entry->long_name);
  if (entry->arg_description != NULL)
    {
      g_string_append_c (page, '=');
      append_escaped (page, _ (entry->arg_description));
    }
  g_string_append_c (page, '\n');
  append_line (page, "", _ (entry->description));
}

static void
append_command (GString *page, const VbCliCommand *command)
{
  g_string_append (page, ".SS \"");
  append_escaped (page, command->name);
  if (command->arguments != NULL)
    {
      g_string_append_c (page, ' ');
      append_escaped (page, _ (command->arguments));
    }
  g_string_append (page, "\"\n");

  append_line (page, "", _ (command->summary));
  if (command->description != NULL)
    append_paragraphs (page, _ (command->description));
  for (const GOptionEntry *entry = command->entries; entry != NULL && entry->long_name != NULL;
       entry++)
    append_option (page, entry);
}

char *
vb_cli_format_man_page (const VbCliCommand *const *commands)
{
  GString *page = g_string_new (NULL);

  g_string_append_printf (page, ".TH VARDBALANS\\-CLI 1 \"\" \"Vårdbalans %s\"\n", VB_VERSION);
  append_line (page, ".SH ", _ ("NAME"));
  append_line (page, "",
               _ ("vardbalans-cli - production and capacity planning on the command line"));
  append_line (page, ".SH ", _ ("SYNOPSIS"));
  g_string_append (page, ".B vardbalans\\-cli\n");
  append_line (page, "", _ ("COMMAND [OPTION…] [ARGUMENT…]"));

  append_line (page, ".SH ", _ ("DESCRIPTION"));
  append_paragraphs (
      page,
      _ ("Files go in, tables come out: CSV (RFC 4180, UTF-8, with a header and a point as decimal "
         "sign) on standard output, or JSON where a command is given --json. Messages go to "
         "standard error. The locale changes the messages, never the tables.\n\n"
         "A file called - is standard input. In every table a missing figure is an empty cell, "
         "and a gap is available minus needed: negative is a shortage."));

  append_line (page, ".SH ", _ ("COMMANDS"));
  for (gsize i = 0; commands[i] != NULL; i++)
    append_command (page, commands[i]);

  append_line (page, ".SH ", _ ("EXIT STATUS"));
  g_string_append (page, ".TP\n0\n");
  append_line (page, "", _ ("Done."));
  g_string_append (page, ".TP\n1\n");
  append_line (page, "", _ ("Wrong usage."));
  g_string_append (page, ".TP\n2\n");
  append_line (page, "",
               _ ("Bad input; the message names file, row, column, what was expected and found."));
  g_string_append (page, ".TP\n3\n");
  append_line (page, "", _ ("A document that cannot be opened or saved."));

  return g_string_free (page, FALSE);
}
