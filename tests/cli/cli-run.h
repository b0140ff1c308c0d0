/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs vardbalans-cli as a person runs it: the program's path comes in VB_TEST_CLI. */
#pragma once

#include <gio/gio.h>

/* What one call left behind. */
typedef struct
{
  int status;
  char *out;
  char *err;
} Run;

void run_clear (Run *run);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* @arguments are parted and quoted as in a shell; @input is standard input. */
Run run_cli (const char *arguments, const char *input);
Run run_cli_in_locale (const char *locale, const char *arguments, const char *input);

/* Standard output of a run that must succeed; owned by the caller. */
char *print_cli (const char *arguments);

/* The run ends with @status, says @message and prints nothing. */
void assert_fails (const char *arguments, const char *input, int status, const char *message);

/* Lets all that follows happen in a folder of its own, which leave_folder() deletes. The working
 * copies go to its folder "state": assert_no_copies() sees that none is left. */
char *enter_folder (void);
void leave_folder (char *folder);
void assert_no_copies (void);

void write_file (const char *name, const char *contents);
char *read_file (const char *name, gsize *size);
