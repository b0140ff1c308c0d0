/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same door as vb-document.h: which of the targets is in force. */
#pragma once

#include "vb-document.h"
#include "vb-target.h"

G_BEGIN_DECLS

/* The target occupancy in force, and where it comes from. */
typedef struct
{
  double value;
  VbTarget *target; /* NULL: nothing is decided, the default holds. Not owned. */
  VbUnit *unit;     /* that decided it; NULL: decided for the whole document. Not owned. */
} VbTargetInForce;

/* The one that the need of @unit's care group @group is reckoned with on @day. NONE: the group of
 * the unit's own care type. */
VbTargetInForce
vb_document_find_target (VbDocument *self, VbUnit *unit, VbCareGroup group, VbDay day);

G_END_DECLS
