/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The point that can be dragged, and the rings of cursor and focus. */
#pragma once

#include "vb-paint-style.h"

G_BEGIN_DECLS

#define VB_HANDLE_SIZE 18.0

/* A ring open to the background, so that it reads as something to take hold of. */
void
vb_handle_painter_draw (cairo_t *cr, const VbPaintStyle *style, VbRole role, double x, double y);
/* The ring around a point under the cursor. */
void vb_handle_painter_draw_ring (
    cairo_t *cr, const VbPaintStyle *style, VbRole role, double x, double y);
/* The outline around a box under the cursor. */
void
vb_handle_painter_draw_box (cairo_t *cr, const VbPaintStyle *style, const cairo_rectangle_t *box);

/* A closed padlock around (@x, @y): what cannot be moved. */
#define VB_LOCK_SIZE 11.0
void vb_handle_painter_draw_lock (cairo_t *cr, const VbPaintStyle *style, double x, double y);

G_END_DECLS
