/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a table of population into a plan, for the command that imports. */
#pragma once

#include "vb-cli-document.h"
#include "vb-problem.h"

G_BEGIN_DECLS

/* Texts are NULL when they are not said. */
typedef struct
{
  const char *sheet;
  const char *under;        /* whose population it is where the file names no unit that there is */
  const char *report;       /* where to write the problems */
  const char *last_outcome; /* a year; NULL: as the file tells, else the last that is over */
  gboolean dry_run;
} VbCliPopulationOptions;

/* @file NULL is standard input. VB_ERROR_BAD_INPUT when nothing is taken. */
gboolean vb_cli_import_population (VbCliDocument *document,
                                   GFile *file,
                                   const VbCliPopulationOptions *options,
                                   GError **error);

/* Tells of @problems (of VbProblem) on standard error; of all, unless a report does. */
void vb_cli_tell_problems (GPtrArray *problems, gboolean has_report);
/* Writes them to the file @path as CSV. */
gboolean vb_cli_write_problems (const char *path, GPtrArray *problems, GError **error);

G_END_DECLS
