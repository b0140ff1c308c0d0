/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The measure catalogue: what is counted, and how it adds up over days and over units. */
#pragma once

#include "vb-terms.h"

G_BEGIN_DECLS

typedef enum
{
  VB_MEASURE_STOCK, /* counted at a moment: mean of days over time, sum over units */
  VB_MEASURE_FLOW,  /* counted over a period: sum over time, sum over units */
  VB_MEASURE_RATIO, /* ratio of sums: weighted by @weight over time and units */
} VbMeasureNature;

typedef struct
{
  VbMeasureId id;
  const char *key; /* "available_beds": files and command line */
  VbMeasureNature nature;
  VbMeasureId weight; /* RATIO only: the denominator's measure */
  double per;         /* RATIO only: 100 or 1000 denominators, or 1 */
  gint8 good;         /* +1 higher is better, -1 lower is better, 0 neither */
  gboolean may_be_negative;
  /* Translatable (N_), English source: */
  const char *name;
  const char *unit;        /* "beds", "bed days", "%" … */
  const char *perspective; /* "patient", "staff", "resource" */
  const char *definition;
  const char *source;
} VbMeasure;

const VbMeasure *vb_measure_get (VbMeasureId id);   /* NULL if not in the catalogue */
const VbMeasure *vb_measure_find (const char *key); /* by key, NULL if none */
const VbMeasure *const *vb_measure_list (guint *n); /* all, in catalogue order */

G_END_DECLS
