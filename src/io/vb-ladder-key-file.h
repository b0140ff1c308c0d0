/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key file of a ladder: everything but its statements. */
#pragma once

#include <gio/gio.h>

#include "vb-ladder.h"

G_BEGIN_DECLS

/* The ladder with its areas, without statements and not validated. @statements: the file that the
 * key file names, in its own folder; owned by the caller. */
VbLadder *vb_ladder_key_file_read (GFile *file,
                                   GFile **statements,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
