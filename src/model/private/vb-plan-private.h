/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-plan.h"

G_BEGIN_DECLS

/* For the document only. @facts are copied; nothing is notified that stays as it is. */
VbPlan *vb_plan_new (gint64 id, const VbPlanFacts *facts);
void vb_plan_set_facts (VbPlan *self, const VbPlanFacts *facts);
/* Makes the years be the @n_years of @years, which are in order. */
void vb_plan_set_years (VbPlan *self, const VbPlanYear *years, guint n_years);

G_END_DECLS
