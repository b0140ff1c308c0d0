/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why the target of a hospital or a region is not the mean of its wards' targets: for a dialogue
 * with it. */
#pragma once

#include "vb-drawing.h"

G_BEGIN_DECLS

/* Fractions; NAN: not known. */
typedef struct
{
  const char *name;
  double mean_patients;
  double target; /* recommended */
  gboolean emphasised;
} VbWardTarget;

typedef struct
{
  const char *name;
  double target;        /* what the wards' come to */
  double mean_target;   /* their plain mean */
  double target_shared; /* of one single ward of that size */
} VbWholeTarget;

/* What chance alone allows a ward of a size. */
typedef struct
{
  double mean_patients;
  double target;
} VbTargetOfSize;

/* @when: "2026". The wards come in any order; @n_sizes sizes in rising order. */
VbDrawing *vb_ward_targets_new (const char *when,
                                const VbWholeTarget *whole,
                                const VbWardTarget *wards,
                                guint n_wards,
                                const VbTargetOfSize *sizes,
                                guint n_sizes);

G_END_DECLS
