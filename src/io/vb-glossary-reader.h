/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the glossary from the table that planners edit; data/glossary/README.md describes it. A
 * file that breaks a rule is refused whole, with VB_ERROR_BAD_INPUT: file, row, column, what was
 * expected and what was found. */
#pragma once

#include <gio/gio.h>

#include "vb-glossary.h"

G_BEGIN_DECLS

/* The glossary in @file. Owned by the caller. */
VbGlossary *vb_glossary_reader_read (GFile *file, GCancellable *cancellable, GError **error);
/* The one that comes with the program. */
VbGlossary *vb_glossary_reader_read_shipped (GError **error);

G_END_DECLS
