/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-coverage.h"
#include "vb-drawing.h"
#include "vb-unit.h"

G_BEGIN_DECLS

/* Where and when data are missing: @unit and what is below it (only its children, when that is too
 * much to be seen at a glance) against @n_periods periods of @coverage from its index @first, which
 * is cut where it reaches outside. Units that have never had data have no row. It is a VbCellMap
 * with unit ids. */
VbDrawing *vb_coverage_map_new (VbCoverage *coverage, VbUnit *unit, guint first, guint n_periods);

G_END_DECLS
