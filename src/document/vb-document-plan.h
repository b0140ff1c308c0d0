/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same door as vb-document.h: taking what a generator proposes beside figures. */
#pragma once

#include "vb-document.h"
#include "vb-plan-fact.h"

G_BEGIN_DECLS

/* Enters @fact as whoever types it in would, as one undo step. Errors are those of the typed
 * methods; VB_ERROR_NOT_FOUND also for a unit, an assessment or an action that it names. What had
 * been entered of it before the error can be undone. */
gboolean vb_document_take_plan_fact (VbDocument *self, const VbPlanFact *fact, GError **error);

G_END_DECLS
