/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* To be called before anything of GSL, whose errors otherwise end the program. Cheap, thread-safe.
 */
void vb_engine_init (void);

G_END_DECLS
