/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a self-assessment has come: a dot an area, filled when nothing is left to answer there,
 * and a mark for the review at the end. Each leads to its page. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VB_TYPE_AREA_DOTS (vb_area_dots_get_type ())
G_DECLARE_FINAL_TYPE (VbAreaDots, vb_area_dots, VB, AREA_DOTS, GtkWidget)

/* Signal: "picked" (guint): the page of this number, from 0; the last one is the review. */
GtkWidget *vb_area_dots_new (void);
/* Makes @n_areas dots and the mark. */
void vb_area_dots_set_n_areas (VbAreaDots *self, guint n_areas);
/* @name: what the page is and how far it is, translated. @complete: nothing is left there. */
void vb_area_dots_set_page (VbAreaDots *self, guint page, const char *name, gboolean complete);
void vb_area_dots_set_current (VbAreaDots *self, guint page);

G_END_DECLS
