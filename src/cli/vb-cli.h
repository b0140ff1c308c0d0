/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame of vardbalans-cli: finds the command, reads its options, runs it, prints its table and
 * turns its error into an exit status. A command is a constant VbCliCommand in a file of its own,
 * listed in vb-cli-commands.c. */
#pragma once

#include "vb-table-writer.h"

G_BEGIN_DECLS

typedef struct _VbCliCommand VbCliCommand;

/* One call of a command. */
typedef struct
{
  const VbCliCommand *command;
  gpointer options; /* the command's options struct, filled in */
  char **arguments; /* what is left after the options; as many as the command allows */
  guint n_arguments;
  gboolean json;
  VbTableWriter *table; /* see vb_cli_begin_table() */
} VbCliInvocation;

struct _VbCliCommand
{
  const char *name;        /* "need", "calc erlang" */
  const char *arguments;   /* N_("FILE"), for the usage line; NULL if none */
  const char *summary;     /* N_(): one line */
  const char *description; /* N_(): the help's further paragraphs, also the man page's; or NULL */
  const GOptionEntry *entries; /* arg_data is VB_CLI_OPTION(); ends with an empty one; or NULL */
  gsize options_size;          /* of the options struct, which starts out as zeros */
  void (*init_options) (gpointer options); /* sets defaults that are not zero; or NULL */
  guint min_arguments;
  guint max_arguments;
  gboolean has_table; /* prints rows, and so takes --json */
  gboolean (*run) (VbCliInvocation *invocation, GError **error);
  gconstpointer data; /* the command's own */
};

/* Where GOptionEntry.arg_data of a command points: into its options struct, not to a global.
 * Strings and string arrays in it are freed by the frame. Numbers that may be left out are
 * G_OPTION_ARG_STRING or get their default from init_options. */
#define VB_CLI_OPTION(Type, member) GSIZE_TO_POINTER (G_STRUCT_OFFSET (Type, member))

/* @commands ends with NULL. Returns the exit status: 0 done, 1 wrong usage, 2 bad input, 3 a
 * document that cannot be opened or saved. */
int vb_cli_main (int argc, char *argv[], const VbCliCommand *const *commands);

/* Writes the whole of a file that the user asked for, or leaves it as it was; VB_ERROR_STORAGE. */
gboolean vb_cli_write_file (const char *path, GBytes *bytes, GError **error);

/* The status that @error ends the program with. */
int vb_cli_get_exit_status (const GError *error);

/* Starts the table that the command prints; to be filled row by row. It goes to standard output
 * when the command has succeeded, and not at all when it fails, so that nobody reads half a file.
 * Owned by the invocation. */
VbTableWriter *vb_cli_begin_table (VbCliInvocation *invocation, const char *const *columns);

/* A line to the person at the terminal, on standard error. */
void vb_cli_print_message (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* The man page in troff, from the same words as --help; owned by the caller. */
char *vb_cli_format_man_page (const VbCliCommand *const *commands);

G_END_DECLS
