/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays children out in equally wide columns and equally high rows: all side by side where there is
 * room, else in half as many columns, and so on down to one. Four key figures become 2 × 2 and then
 * a stack, never 3 + 1. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VB_TYPE_EVEN_LAYOUT (vb_even_layout_get_type ())
G_DECLARE_FINAL_TYPE (VbEvenLayout, vb_even_layout, VB, EVEN_LAYOUT, GtkLayoutManager)

/* @spacing: between columns and between rows, in pixels. */
GtkLayoutManager *vb_even_layout_new (int spacing);
/* The same, but each row is only as high as its children are. */
GtkLayoutManager *vb_even_layout_new_with_own_heights (int spacing);

G_END_DECLS
