/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that a lever says, to be changed. */
#pragma once

#include <adwaita.h>

#include "vb-document-scenarios.h"

G_BEGIN_DECLS

#define VB_TYPE_LEVER_DIALOG (vb_lever_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VbLeverDialog, vb_lever_dialog, VB, LEVER_DIALOG, AdwWindow)

/* @lever: NULL = a new one of @scenario. Saving goes to @document. */
GtkWidget *
vb_lever_dialog_new (GtkWindow *parent, VbDocument *document, VbScenario *scenario, VbLever *lever);

G_END_DECLS
