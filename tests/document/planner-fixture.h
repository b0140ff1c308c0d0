/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small document with figures that can be checked in the head, and waiting for the planner. */
#pragma once

#include "vb-planner.h"

G_BEGIN_DECLS

typedef struct
{
  VbDocument *document;
  VbPlanner *planner;
  VbUnit *hospital; /* two wards */
  VbUnit *ward_a;   /* daily: 10 beds, 9 patients; 1 June – 31 August 2024 */
  VbUnit *ward_b;   /* daily: 20 beds, 9 patients; 1 June – 30 June 2024 */
} PlannerFixture;

void planner_fixture_set_up (PlannerFixture *fixture, gconstpointer data);
void planner_fixture_tear_down (PlannerFixture *fixture, gconstpointer data);

/* Runs the main loop until the planner has nothing left to do; fails after a while. */
void wait_until_idle (VbPlanner *planner);
/* The table of @grain once it is up to date. */
VbNeedTable *wait_for_need (VbPlanner *planner, VbGrain grain);
/* A figure of the unit in its main group in the period of @grain that holds @day; fails when there
 * is no such row. */
const VbNeedFigures *
need_of (VbPlanner *planner, VbUnit *unit, VbGrain grain, int year, int month, int day);
/* Takes a batch with one figure for every day from @first to @last. */
void take_days (VbDocument *document,
                const char *ward,
                VbMeasureId measure,
                VbDay first,
                VbDay last,
                double value);

G_END_DECLS
