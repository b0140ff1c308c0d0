/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Watches a field of text that has no button to save it: what was typed is told when the typist
 * pauses, leaves the field or presses Enter, so that a crash costs at most the last words. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VB_TYPE_TEXT_SAVER (vb_text_saver_get_type ())
G_DECLARE_FINAL_TYPE (VbTextSaver, vb_text_saver, VB, TEXT_SAVER, GObject)

/* Signal: "save" (const char *text, without white space at its ends; "" when there is none).
 * @field: a GtkEditable or a GtkTextView, which must outlive what is made here. */
VbTextSaver *vb_text_saver_new (GtkWidget *field);
/* Shows what is stored, unless something newer has been typed. NULL is "". */
void vb_text_saver_set_text (VbTextSaver *self, const char *text);
/* Tells now what has been typed. */
void vb_text_saver_flush (VbTextSaver *self);

G_END_DECLS
