/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ladders and documents for the tests of self-assessments. */
#pragma once

#include "vb-document-ladders.h"

/* Areas "A", "B", … of @n_steps steps, with a statement of each level a step: "A-2-1" is the
 * strategic one of step 2 of area A. The last area is not mandatory when there are several. */
VbLadder *make_ladder (const char *id, const char *version, guint n_areas, guint n_steps);
/* The same under the same id and version, but with another word in it. */
VbLadder *make_other_ladder (const char *id, const char *version, guint n_areas, guint n_steps);
