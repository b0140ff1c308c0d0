/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Observations in columns that grow: 20 bytes each, however many. */
#pragma once

#include "vb-batch.h"

G_BEGIN_DECLS

typedef struct
{
  gsize n;
  gsize allocated;
  guint32 *unit; /* index of whoever reads: in the tree, or in a list of ids */
  guint16 *measure;
  guint8 *grain;
  gint32 *start;
  double *value;
  guint8 *provenance;
} VbObservationRows;

VbObservationRows *vb_observation_rows_new (void);
void vb_observation_rows_free (VbObservationRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbObservationRows, vb_observation_rows_free)

/* @start: the period's first day, a GDate Julian day. */
void vb_observation_rows_append (VbObservationRows *self,
                                 guint32 unit,
                                 guint16 measure,
                                 guint8 grain,
                                 gint32 start,
                                 double value,
                                 guint8 provenance);
/* Valid until the next append. */
VbBatchColumns vb_observation_rows_get_columns (const VbObservationRows *self);
gsize vb_observation_rows_get_size (const VbObservationRows *self); /* in bytes */

G_END_DECLS
