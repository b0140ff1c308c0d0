/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows what a column means, and opens a list to choose another meaning from. The list is made when
 * it is opened: a table may have a hundred columns, and each list has half a hundred lines. */
#pragma once

#include <gtk/gtk.h>

#include "vb-column-meaning.h"

G_BEGIN_DECLS

#define VB_TYPE_MEANING_BUTTON (vb_meaning_button_get_type ())
G_DECLARE_FINAL_TYPE (VbMeaningButton, vb_meaning_button, VB, MEANING_BUTTON, GtkWidget)

/* Signal: "chosen" (gpointer const VbColumnMeaning): the user chose another meaning. */
GtkWidget *vb_meaning_button_new (void);
/* Shows what column @column of @importer's table means now. */
void vb_meaning_button_show (VbMeaningButton *self, VbImporter *importer, guint column);
const char *vb_meaning_button_get_label (VbMeaningButton *self);
void vb_meaning_button_popup (VbMeaningButton *self);

G_END_DECLS
