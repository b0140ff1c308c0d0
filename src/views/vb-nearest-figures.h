/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where to look instead when a unit has no patients to tell of: a page that is empty suggests it.
 */
#pragma once

#include "vb-document.h"
#include "vb-need-table.h"

G_BEGIN_DECLS

/* Whether @unit has patients in any care group in the period of @table that begins on @start. */
gboolean vb_nearest_figures_has (VbNeedTable *table, VbUnit *unit, VbDay start);
/* The period of @table nearest to @start in which @unit has patients. FALSE when it never has. */
gboolean
vb_nearest_figures_find_period (VbNeedTable *table, VbUnit *unit, VbDay start, VbPeriod *found);
/* Another unit that has patients: in the period that begins on @start, or else in any. The nearest
 * above @unit, or else the first in the order of the tree. Not owned; NULL when there is none. */
VbUnit *
vb_nearest_figures_find_unit (VbNeedTable *table, VbDocument *document, VbUnit *unit, VbDay start);

G_END_DECLS
