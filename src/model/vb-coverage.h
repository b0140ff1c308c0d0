/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much of each period every unit has data for: what the coverage map draws. Immutable, made in
 * a thread. */
#pragma once

#include <gio/gio.h>

#include "vb-period.h"
#include "vb-unit.h"

G_BEGIN_DECLS

#define VB_TYPE_COVERAGE (vb_coverage_get_type ())
G_DECLARE_FINAL_TYPE (VbCoverage, vb_coverage, VB, COVERAGE, GObject)

/* @unit_ids and @shares are copied; @shares is unit after unit, @n_periods each. */
VbCoverage *vb_coverage_new (
    VbPeriod first, guint n_periods, const gint64 *unit_ids, guint n_units, const float *shares);

/* The periods that it tells of; @index counts from 0. */
VbGrain vb_coverage_get_grain (VbCoverage *self);
guint vb_coverage_get_n_periods (VbCoverage *self);
VbPeriod vb_coverage_get_period (VbCoverage *self, guint index);
/* 0 … 1: days with data ÷ calendar days; of a unit without data of its own the mean of its
 * children. NAN where neither the unit nor anything below it has ever had data. */
double vb_coverage_get (VbCoverage *self, gint64 unit_id, guint period_index);

/* Share of the unit-periods with data: the mean over all units at or below @unit that have no
 * children, each from the period of its first figure on; where none of them has ever had data, of
 * @unit itself. NAN when that has none either. */
double vb_coverage_get_mean (VbCoverage *self, VbUnit *unit);

G_END_DECLS
