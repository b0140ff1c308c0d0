/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widths that decide how a page is arranged must follow the size of the text, not pixels alone. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How much larger than usual the reader has asked text to be: 1.0 as a rule, 2.0 at 200 %. */
double vb_text_scale_get (GtkWidget *widget);

G_END_DECLS
