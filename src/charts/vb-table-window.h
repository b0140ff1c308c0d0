/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window to scroll a wide table in, that shows that there is more: a bar under the table for as
 * long as it does not fit, and a shadow at the edge that it goes on behind. The bars of a
 * GtkScrolledWindow fade, or take their room from the rows. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VB_TYPE_TABLE_WINDOW (vb_table_window_get_type ())
G_DECLARE_FINAL_TYPE (VbTableWindow, vb_table_window, VB, TABLE_WINDOW, GtkWidget)

/* @child is a GtkScrollable, as high as it wants between these heights, px. */
GtkWidget *vb_table_window_new (GtkWidget *child, int min_height, int max_height);

G_END_DECLS
