/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A dialog over @parent, modal, in which a table is chosen to be imported: CSV and workbooks, or
 * any file. Owned by the caller, who shows it. */
GtkFileChooserNative *vb_table_chooser_new (GtkWidget *parent, const char *title);

G_END_DECLS
