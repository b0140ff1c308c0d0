/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One key figure on a card: caption, the figure in large tabular digits, a word beside it
 * ("shortage") and a line below. Pressing it asks where the figure comes from. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VB_TYPE_KEY_FIGURE (vb_key_figure_get_type ())
G_DECLARE_FINAL_TYPE (VbKeyFigure, vb_key_figure, VB, KEY_FIGURE, GtkToggleButton)

/* @figure: a name of the field's figures ("need_beds"), by which it is selected and explained.
 * @caption: translated. */
VbKeyFigure *vb_key_figure_new (const char *figure, const char *caption);

/* Properties: figure, caption, value, word, sub, selectable (FALSE: it can be asked for its meaning
 * but is not pressed; TRUE at first). All texts are translated and formatted by the
 * caller; a NULL value shows as "–". */
const char *vb_key_figure_get_figure (VbKeyFigure *self);
void vb_key_figure_set_figure (VbKeyFigure *self, const char *figure);
gboolean vb_key_figure_get_selectable (VbKeyFigure *self);
void vb_key_figure_set_selectable (VbKeyFigure *self, gboolean selectable);
const char *vb_key_figure_get_caption (VbKeyFigure *self);
void vb_key_figure_set_caption (VbKeyFigure *self, const char *caption);
const char *vb_key_figure_get_value (VbKeyFigure *self);
const char *vb_key_figure_get_word (VbKeyFigure *self);
const char *vb_key_figure_get_sub (VbKeyFigure *self);

/* All that changes when the unit or period changes, in one call. */
void vb_key_figure_set (VbKeyFigure *self, const char *value, const char *word, const char *sub);

G_END_DECLS
