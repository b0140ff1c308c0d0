/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drawings of the strategic level for the gallery. The figures are illustrative: near what has
 * been published of the nation where they are called so, invented for Region Exempel. */
#pragma once

#include "vb-drawing.h"

guint gallery_get_n_strategic (void);
/* @name: a file name; not to be freed. */
VbDrawing *gallery_make_strategic (guint index, const char **name);
