/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was recognised of a table file, in words, and what only the user can say of the whole of it:
 * which sheet, and under which unit. */
#pragma once

#include <adwaita.h>

#include "vb-import-draft.h"

G_BEGIN_DECLS

#define VB_TYPE_RECOGNISED_GROUP (vb_recognised_group_get_type ())
G_DECLARE_FINAL_TYPE (
    VbRecognisedGroup, vb_recognised_group, VB, RECOGNISED_GROUP, AdwPreferencesGroup)

GtkWidget *vb_recognised_group_new (void);
/* Shows what @draft, whose file is open, has recognised, and tells it what the user says. */
void vb_recognised_group_show (VbRecognisedGroup *self, VbImportDraft *draft);

G_END_DECLS
