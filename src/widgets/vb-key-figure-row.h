/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key figures at the top of a page: four across, 2 × 2 or stacked, as the width allows. At most
 * one of them is selected: the one whose origin the inspector explains. */
#pragma once

#include "vb-key-figure.h"

G_BEGIN_DECLS

#define VB_TYPE_KEY_FIGURE_ROW (vb_key_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (VbKeyFigureRow, vb_key_figure_row, VB, KEY_FIGURE_ROW, GtkWidget)

/* Property: selected, the name of the figure that is explained, or NULL. In a .ui file the cards
 * are plain children. */
GtkWidget *vb_key_figure_row_new (void);
/* Takes @figure over. */
void vb_key_figure_row_append (VbKeyFigureRow *self, VbKeyFigure *figure);
const char *vb_key_figure_row_get_selected (VbKeyFigureRow *self);
/* A name that no card has selects nothing. */
void vb_key_figure_row_set_selected (VbKeyFigureRow *self, const char *figure);

G_END_DECLS
