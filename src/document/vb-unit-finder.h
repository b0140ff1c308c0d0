/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-unit-table.h"

G_BEGIN_DECLS

/* Finds the unit that a person means by @text among @rows (of VbUnitRow, parents before children):
 * by full path (names joined by " / "), else by code, else by name; exactly, else whatever the
 * case. VB_ERROR_NOT_FOUND when there is none; VB_ERROR_USAGE, listing the paths, when there are
 * several.
 */
const VbUnitRow *vb_unit_finder_find (GArray *rows, const char *text, GError **error);

/* Text as it is compared when case and the way accents are written do not matter. */
char *vb_unit_finder_fold (const char *text);

G_END_DECLS
