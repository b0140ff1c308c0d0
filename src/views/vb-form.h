/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the dialogs with fields share: reading rows, filling them, and saying what does not hold. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What is typed, without white space at its ends. Owned by the caller. */
char *vb_form_dup_text (AdwEntryRow *row);
void vb_form_set_text (AdwEntryRow *row, const char *text); /* NULL: nothing */
/* The same for a text of several lines. */
char *vb_form_dup_lines (GtkTextView *view);
void vb_form_set_lines (GtkTextView *view, const char *text);

/* FALSE when something stands there that is no number. Nothing is NAN. */
gboolean vb_form_get_number (AdwEntryRow *row, double *number);
void vb_form_set_number (AdwEntryRow *row, double number);

/* Offers @n words, of which @selected is chosen. */
void vb_form_set_words (AdwComboRow *row,
                        guint n,
                        const char *(*get_word) (guint index),
                        guint selected);

/* Marks a field as wrong, for the eye and for a screen reader. */
void vb_form_mark (GtkWidget *row, gboolean wrong);
/* Shows what is wrong below the fields; NULL: nothing is. */
void vb_form_tell (GtkLabel *label, const char *problem);

G_END_DECLS
