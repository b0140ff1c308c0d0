/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The example document: the fictional Region Exempel, simulated day by day, and Sweden with its 21
 * regions as published. It comes as batches, like a file that was read, and is the same to the last
 * bit on every machine. */
#pragma once

#include "vb-batch.h"

G_BEGIN_DECLS

/* One VbBatch a source, in the order to take them; times fixed. */
GPtrArray *vb_example_make_batches (GError **error);

/* A target to decide in the example once the batches are taken. */
typedef struct
{
  char *unit_path; /* names joined by " / " */
  VbMeasureId measure;
  VbCareType care_type; /* NONE = every care type */
  VbDay from;           /* VB_DAY_NONE = always */
  double value;
  char *decided_by;
} VbExampleTarget;

/* Of VbExampleTarget, in the order to decide them. */
GPtrArray *vb_example_get_targets (GError **error);
/* The seed of the random ids of the example document. */
guint64 vb_example_get_seed (void);
/* Path of the unit a window shows first. */
const char *vb_example_get_main_unit (void);

G_END_DECLS
