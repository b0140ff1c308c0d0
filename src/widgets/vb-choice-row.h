/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few choices side by side, of which one or none is chosen: answers, steps. Tab goes to the
 * chosen one, or the first, and then on; the arrows walk among them, and the keys 1 to 9 pick.
 * They wrap where it is narrow. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VB_TYPE_CHOICE_ROW (vb_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (VbChoiceRow, vb_choice_row, VB, CHOICE_ROW, GtkWidget)

/* Property: chosen. Signal: "picked" (guint): the user has picked a choice; what was set with
 * vb_choice_row_set_chosen() is not told. */
GtkWidget *vb_choice_row_new (void);
/* Adds the next choice, the first of which is number 1. @label is seen (may be markup), and @name
 * is what a screen reader reads; both translated. */
void vb_choice_row_append (VbChoiceRow *self, const char *label, const char *name);
void vb_choice_row_clear (VbChoiceRow *self);
guint vb_choice_row_get_n_choices (VbChoiceRow *self);
guint vb_choice_row_get_chosen (VbChoiceRow *self); /* 0 = none */
void vb_choice_row_set_chosen (VbChoiceRow *self, guint chosen);

G_END_DECLS
