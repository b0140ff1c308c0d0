/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is missing for the next step, statement by statement; a press makes an action of one. */
#pragma once

#include <adwaita.h>

#include "vb-action.h"
#include "vb-ladder-result.h"

G_BEGIN_DECLS

#define VB_TYPE_NEXT_STEPS (vb_next_steps_get_type ())
G_DECLARE_FINAL_TYPE (VbNextSteps, vb_next_steps, VB, NEXT_STEPS, AdwPreferencesGroup)

/* Signals: "make-action" (VbLadderStatement): there is none yet for it; "show-action" (gint64): the
 * action that there is. */
GtkWidget *vb_next_steps_new (void);
/* @actions: of VbAction, among which those for a statement are looked up. */
void vb_next_steps_show (VbNextSteps *self, VbLadderResult *result, GListModel *actions);

G_END_DECLS
