/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays children out in lines, as words of a text: each as wide as it would like to be, and on to
 * the next line where it does not fit. Children that expand share what is left of their line. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VB_TYPE_WRAP_LAYOUT (vb_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (VbWrapLayout, vb_wrap_layout, VB, WRAP_LAYOUT, GtkLayoutManager)

/* Properties: spacing, between children and between lines, in pixels; basis: the width in pixels
 * that a child that expands is content with on a line with others, 0 for as wide as it would like
 * to be; align: GTK_ALIGN_START or END, where lines without any that expands stand. */
GtkLayoutManager *vb_wrap_layout_new (int spacing);

G_END_DECLS
