/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the document builds the tree of units and keeps it true; nobody else includes this. */
#pragma once

#include "vb-unit.h"

G_BEGIN_DECLS

VbUnit *vb_unit_new (gint64 id);
/* Each notifies what it changes, and only then; a change of name or place notifies "path" of the
 * whole subtree, one of care type "care-type" of those that inherit it. */
void vb_unit_set_name (VbUnit *self, const char *name);
void vb_unit_set_code (VbUnit *self, const char *code);
void vb_unit_set_kind (VbUnit *self, VbUnitKind kind);
void vb_unit_set_own_care_type (VbUnit *self, VbCareType care_type);
void vb_unit_set_acute_share (VbUnit *self, double acute_share);
/* The parent holds its children, a child only points back: a unit leaves the tree by
 * vb_unit_set_parent (unit, NULL) and vb_unit_set_children() of the old parent without it. */
void vb_unit_set_parent (VbUnit *self, VbUnit *parent);
/* Makes the children be @children (of VbUnit, in display order). */
void vb_unit_set_children (VbUnit *self, GPtrArray *children);

G_END_DECLS
