/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an earlier import refused. */
#pragma once

#include <adwaita.h>

#include "vb-import.h"

G_BEGIN_DECLS

#define VB_TYPE_REFUSED_WINDOW (vb_refused_window_get_type ())
G_DECLARE_FINAL_TYPE (VbRefusedWindow, vb_refused_window, VB, REFUSED_WINDOW, AdwWindow)

/* @problems: of VbProblem. */
GtkWidget *vb_refused_window_new (GtkWindow *parent, VbImport *import, GPtrArray *problems);

G_END_DECLS
