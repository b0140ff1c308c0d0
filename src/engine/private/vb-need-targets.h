/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which target occupancy is in force where and when. */
#pragma once

#include "vb-need.h"

G_BEGIN_DECLS

typedef struct
{
  double value;
  gint16 steps; /* up to the unit that has it; -1 the document's, or the override */
  gint32 index; /* in the input; -1 the default, or the override */
} VbTargetFound;

typedef struct _VbNeedTargets VbNeedTargets;

/* Both borrowed as long as the result is used. */
VbNeedTargets *_vb_need_targets_new (const VbNeedInput *input, const VbAggregate *aggregate);
void _vb_need_targets_free (VbNeedTargets *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbNeedTargets, _vb_need_targets_free)

/* Fills @out with the target of each period for @group of @unit. */
void _vb_need_targets_find (VbNeedTargets *self, guint unit, VbCareGroup group, VbTargetFound *out);

G_END_DECLS
