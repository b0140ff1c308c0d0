/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A name, and all the units of a document that have it. */
#pragma once

#include "vb-document.h"

G_BEGIN_DECLS

#define VB_TYPE_UNIT_NAME (vb_unit_name_get_type ())
G_DECLARE_FINAL_TYPE (VbUnitName, vb_unit_name, VB, UNIT_NAME, GObject)

/* Of every name in @document, in the order of the tree. Owned by the caller. */
GListStore *vb_unit_name_list (VbDocument *document);

const char *vb_unit_name_get_text (VbUnitName *self);
guint vb_unit_name_get_n_units (VbUnitName *self);
/* The only or first of them; not owned. */
VbUnit *vb_unit_name_get_first (VbUnitName *self);
/* FALSE when they do not all say the same. */
gboolean vb_unit_name_get_care_type (VbUnitName *self, VbCareType *type);
/* Of all of them, as one change of @document. */
gboolean vb_unit_name_set_care_type (VbUnitName *self,
                                     VbDocument *document,
                                     VbCareType type,
                                     GError **error);

G_END_DECLS
