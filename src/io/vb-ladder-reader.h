/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading ladders from the files that planners edit; data/ladders/README.md describes them. A file
 * that breaks a rule is refused whole, with VB_ERROR_BAD_INPUT: file, place, what was expected and
 * what was found. */
#pragma once

#include <gio/gio.h>

#include "vb-ladder.h"

G_BEGIN_DECLS

/* A key file (NAME.ladder) and the table of statements that it names. */
VbLadder *vb_ladder_reader_read (GFile *file, GCancellable *cancellable, GError **error);

/* What a table alone does not say about a ladder. */
typedef struct
{
  const char *id; /* vb_ladder_id_is_valid(), as the next */
  const char *version;
  VbBilingual name;
  VbBilingual source;
  VbWording wording;
} VbLadderLabel;

/* A table (CSV, XLSX) with at least area, step and statement, as a region takes in official texts.
 * An area's text is its id and its name; rows of step 1 describe the floor. */
VbLadder *vb_ladder_reader_read_table (GFile *file,
                                       const VbLadderLabel *label,
                                       GCancellable *cancellable,
                                       GError **error);

/* The ladders that come with the program, of VbLadder; that of the ten areas first. */
GPtrArray *vb_ladder_reader_read_shipped (GError **error);

G_END_DECLS
