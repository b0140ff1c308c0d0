/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The title and subtitle of a dialog, for its header bar. Unlike AdwWindowTitle it breaks into
 * lines what does not fit, so that large letters and narrow windows cut nothing. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VB_TYPE_DIALOG_TITLE (vb_dialog_title_get_type ())
G_DECLARE_FINAL_TYPE (VbDialogTitle, vb_dialog_title, VB, DIALOG_TITLE, AdwBin)

GtkWidget *vb_dialog_title_new (void);

const char *vb_dialog_title_get_title (VbDialogTitle *self); /* not owned */
void vb_dialog_title_set_title (VbDialogTitle *self, const char *title);
/* What the dialog is about, such as a unit's name; "": nothing. */
const char *vb_dialog_title_get_subtitle (VbDialogTitle *self); /* not owned */
void vb_dialog_title_set_subtitle (VbDialogTitle *self, const char *subtitle);

G_END_DECLS
