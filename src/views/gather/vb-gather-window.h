/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vb-document-gather.h"

G_BEGIN_DECLS

#define VB_TYPE_GATHER_WINDOW (vb_gather_window_get_type ())
G_DECLARE_FINAL_TYPE (VbGatherWindow, vb_gather_window, VB, GATHER_WINDOW, AdwWindow)

/* Gathers @files (of GFile) into @document at once, shows how far it has come, and then what became
 * of each file and what the files say differently. Closing it while files are read cancels, and
 * nothing has changed. */
GtkWidget *vb_gather_window_new (GtkWindow *parent, VbDocument *document, GPtrArray *files);

G_END_DECLS
