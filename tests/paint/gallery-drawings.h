/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One drawing of every kind and of every trouble, for the gallery and the tests. */
#pragma once

#include "vb-drawing.h"

guint gallery_get_n_drawings (void);
/* @name: a file name; not to be freed. */
VbDrawing *gallery_make_drawing (guint index, const char **name);
