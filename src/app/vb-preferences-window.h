/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VB_TYPE_PREFERENCES_WINDOW (vb_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (
    VbPreferencesWindow, vb_preferences_window, VB, PREFERENCES_WINDOW, AdwPreferencesWindow)

/* What holds for this reader and not for a plan. A change takes effect at once. */
GtkWidget *vb_preferences_window_new (GtkWindow *parent);

G_END_DECLS
