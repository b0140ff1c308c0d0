/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives the row of a list or column view, in which @cell stands, the name that a screen reader
 * reads: until GTK 4.12 a row's only name is that of its class. To be called when the cell is
 * bound. */
void vb_row_name_set (GtkWidget *cell, const char *name);

G_END_DECLS
