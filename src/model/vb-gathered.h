/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-difference.h"

G_BEGIN_DECLS

#define VB_TYPE_GATHERED (vb_gathered_get_type ())
G_DECLARE_FINAL_TYPE (VbGathered, vb_gathered, VB, GATHERED, GObject)

/* What became of a document that was gathered into another one. Properties: name, problem, n-taken,
 * n-same, n-conflicts. */
const char *vb_gathered_get_name (VbGathered *self); /* of the file, as the user knows it */
/* Why nothing was taken of it, a whole sentence; NULL when it was read. */
const char *vb_gathered_get_problem (VbGathered *self);
guint64 vb_gathered_get_n_taken (VbGathered *self); /* things said there and not here */
guint64 vb_gathered_get_n_same (VbGathered *self);  /* said here already */
/* Of VbDifference: what both say, and differently. */
GListModel *vb_gathered_get_conflicts (VbGathered *self);

G_END_DECLS
