/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The program's settings; also where it runs from its build folder. NULL where the schema is not
 * installed: the program then works with defaults and remembers nothing, rather than not starting.
 * Owned by the caller. */
GSettings *vb_settings_new (void);

G_END_DECLS
