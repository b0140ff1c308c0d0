/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Things as dots by two figures, with levels across that say what all of them come to, and a curve
 * that says what one figure makes of the other. */
#pragma once

#include "vb-item-drawing.h"
#include "vb-line-painter.h"

G_BEGIN_DECLS

#define VB_TYPE_DOTS (vb_dots_get_type ())
G_DECLARE_FINAL_TYPE (VbDots, vb_dots, VB, DOTS, VbItemDrawing)

/* @subtitle may be NULL. */
VbDots *vb_dots_new (const char *title, const char *subtitle);
/* What things are called in the table ("Unit"), and what x and y are, written at the axes and in
 * the table. Before any dot. */
void vb_dots_set_names (VbDots *self,
                        const char *thing,
                        const char *x_name,
                        VbNumberForm x_form,
                        const char *y_name,
                        VbNumberForm y_form);
/* The next dot, from left to right; it must be finite. The one that is @emphasised is drawn larger,
 * and named before all others; they are named as far as there is room. */
void vb_dots_add_dot (VbDots *self, const char *name, double x, double y, gboolean emphasised);
/* A level across, told at its end: "if shared 93 %". Not drawn when it is not finite. */
void vb_dots_add_level (VbDots *self, VbRole role, const char *name, double y);
/* A line behind the dots; the points are copied. What lies outside the other things is cut off. */
void vb_dots_set_curve (VbDots *self, const char *name, const VbPoint *points, guint n);

G_END_DECLS
