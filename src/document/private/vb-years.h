/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files about years share. Private to the document room. */
#pragma once

#include "private/vb-planner-private.h"
#include "vb-planner-years.h"

G_BEGIN_DECLS

/* Inhabitants of @unit in @year, or the year before: they are counted on the last day of a year.
 * @counted: of which year. NAN when neither is known. */
double _vb_years_find_inhabitants (VbPlanner *planner, VbUnit *unit, int year, gint16 *counted);

G_END_DECLS
