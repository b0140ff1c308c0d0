/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window shows before it has a document: the example, a new plan, opening one, recent ones.
 * Its buttons activate actions of the window: "win.open-example", "win.new-plan", "win.open",
 * "win.open-uri". */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VB_TYPE_START_PAGE (vb_start_page_get_type ())
G_DECLARE_FINAL_TYPE (VbStartPage, vb_start_page, VB, START_PAGE, AdwBin)

GtkWidget *vb_start_page_new (void);

G_END_DECLS
