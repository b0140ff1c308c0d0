/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was refused of a table that was read. */
#pragma once

#include <adwaita.h>

#include "vb-problem.h"

G_BEGIN_DECLS

#define VB_TYPE_REFUSED_WINDOW (vb_refused_window_get_type ())
G_DECLARE_FINAL_TYPE (VbRefusedWindow, vb_refused_window, VB, REFUSED_WINDOW, AdwWindow)

/* @source_name: of the table; @problems: of VbProblem. */
GtkWidget *vb_refused_window_new (GtkWindow *parent, const char *source_name, GPtrArray *problems);

G_END_DECLS
