/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an empty page shows: what is missing, and the one step that fills it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VB_TYPE_EMPTY_STATE (vb_empty_state_get_type ())
G_DECLARE_FINAL_TYPE (VbEmptyState, vb_empty_state, VB, EMPTY_STATE, AdwBin)

/* Properties: icon-name, title, description, action-label, action. Texts are translated by the
 * caller. @action: a detailed action name ("win.show-page::import"); NULL for a state that needs no
 * step. */
GtkWidget *vb_empty_state_new (const char *icon_name,
                               const char *title,
                               const char *description,
                               const char *action_label,
                               const char *action);

G_END_DECLS
