/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small organisations with observations, for the tests of the engine. */
#pragma once

#include "vb-need.h"

typedef struct
{
  guint32 unit;
  guint16 measure;
  guint8 grain;
  guint8 provenance;
  gint32 start;
  double value;
} FigureRow;

typedef struct
{
  GArray *parent;    /* gint32 */
  GArray *care_type; /* guint8 */
  GArray *kind;      /* guint8 */
  GArray *rows;      /* FigureRow */
  VbTreeInput tree;
  VbObservationInput observations;
} Figures;

Figures *figures_new (void);
void figures_free (Figures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Figures, figures_free)

/* Returns the unit's index. */
guint figures_add_unit (Figures *self, int parent, VbCareType care_type);
void figures_set_kind (Figures *self, guint unit, VbUnitKind kind);
/* @start: an ISO date. Reported. */
void figures_add (
    Figures *self, guint unit, VbMeasureId measure, VbGrain grain, const char *start, double value);
void figures_add_day (
    Figures *self, guint unit, VbMeasureId measure, VbGrain grain, VbDay start, double value);

/* Sorts the observations and lays out tree and observations for the engine. */
void figures_finish (Figures *self);

/* The rules of a few measures: available, occupied, established, overcrowding, outliers and
 * population and needed beds are stocks, bed days and admissions flows, occupancy a ratio by
 * available beds, the share completed within 90 days a ratio by the flow completed. */
const VbMeasureRule *figures_get_rules (guint *n);

/* Finishes and aggregates; there must be no error. */
VbAggregate *figures_aggregate (Figures *self, VbGrain grain, const char *first, guint n_periods);
