/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader says of the parts of a table or list. GTK tells it neither the column nor
 * the row of a cell, and leaves header and (until 4.12) rows with the name of their class. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names the header of @view, once it has its columns. */
void vb_table_name_header (GtkColumnView *view);
/* Names a cell after its column: "Need: 412". @widget: what the factory has made. */
void vb_table_name_cell (GtkWidget *widget, const char *title, const char *text);
/* Names the row of a list or column view that @widget, what a factory has made, stands in. To be
 * called when it is bound. */
void vb_table_name_row (GtkWidget *widget, const char *name);

G_END_DECLS
