/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-terms.h"

G_BEGIN_DECLS

#define VB_TYPE_UNIT (vb_unit_get_type ())
G_DECLARE_FINAL_TYPE (VbUnit, vb_unit, VB, UNIT, GObject)

/* A node of the organisation. Seen from outside it is read-only: the document changes it, and
 * notify tells. Properties: id, name, code, kind, care-type, path, parent, children. */
gint64 vb_unit_get_id (VbUnit *self);
gint64 vb_unit_get_parent_id (VbUnit *self);     /* 0 for a root */
VbUnit *vb_unit_get_parent (VbUnit *self);       /* not owned, NULL for a root */
GListModel *vb_unit_get_children (VbUnit *self); /* of VbUnit, in display order; never NULL */
const char *vb_unit_get_name (VbUnit *self);
const char *vb_unit_get_code (VbUnit *self); /* NULL if none */
VbUnitKind vb_unit_get_kind (VbUnit *self);
VbCareType vb_unit_get_own_care_type (VbUnit *self);
VbCareType vb_unit_get_care_type (VbUnit *self); /* with inheritance */
double vb_unit_get_acute_share (VbUnit *self);   /* 0..1, NAN if not said */
char *vb_unit_dup_path (VbUnit *self);           /* names joined by " / " */
/* The ids of the unit and of all below it, a set of gint64 *. Owned by the caller. */
GHashTable *vb_unit_collect_ids (VbUnit *self);
guint vb_unit_get_depth (VbUnit *self); /* 0 for a root */

G_END_DECLS
