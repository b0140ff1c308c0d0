/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inspector's choice between the care groups of a mixed unit, which are never added together.
 * Hidden where there is nothing to choose. */
#pragma once

#include <adwaita.h>

#include "vb-session.h"

G_BEGIN_DECLS

#define VB_TYPE_CARE_GROUP_ROW (vb_care_group_row_get_type ())
G_DECLARE_FINAL_TYPE (VbCareGroupRow, vb_care_group_row, VB, CARE_GROUP_ROW, AdwComboRow)

GtkWidget *vb_care_group_row_new (void);
/* @groups: a bit for each group the unit has; @group: the one that is shown. A choice goes to
 * @session. */
void
vb_care_group_row_show (VbCareGroupRow *self, VbSession *session, guint groups, VbCareGroup group);

G_END_DECLS
