/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The assessments of a unit and all below it on paper: how they spread, area by area and role group
 * by role group, how that has changed, and the tree of units. */
#pragma once

#include "vb-ladder-rollup.h"
#include "vb-period.h"
#include "vb-report.h"

G_BEGIN_DECLS

/* @rows: of VbLadderRollup, in the order of the tree, the unit itself first. @smallest: the size
 * that a group must have to be shown by itself. @today is the day on the cover. Owned by the
 * caller. */
VbReport *vb_rollup_report_new (GListModel *rows, guint smallest, VbDay today);

G_END_DECLS
