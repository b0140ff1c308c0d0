/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The reader's locale and the program's translations; the first call of each main(). A program run
 * from the build folder takes the translations that lie there. */
void vb_locale_setup (void);

G_END_DECLS
