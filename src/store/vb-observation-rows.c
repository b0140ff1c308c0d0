/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-observation-rows.h"

#define BYTES_A_ROW (4 + 2 + 1 + 4 + 8 + 1)

VbObservationRows *
vb_observation_rows_new (void)
{
  return g_new0 (VbObservationRows, 1);
}

void
vb_observation_rows_free (VbObservationRows *self)
{
  g_free (self->unit);
  g_free (self->measure);
  g_free (self->grain);
  g_free (self->start);
  g_free (self->value);
  g_free (self->provenance);
  g_free (self);
}

static void
grow (VbObservationRows *self)
{
  self->allocated = MAX (1024, self->allocated + self->allocated / 2);
  self->unit = g_renew (guint32, self->unit, self->allocated);
  self->measure = g_renew (guint16, self->measure, self->allocated);
  self->grain = g_renew (guint8, self->grain, self->allocated);
  self->start = g_renew (gint32, self->start, self->allocated);
  self->value = g_renew (double, self->value, self->allocated);
  self->provenance = g_renew (guint8, self->provenance, self->allocated);
}

void
vb_observation_rows_append (VbObservationRows *self,
                            guint32 unit,
                            guint16 measure,
                            guint8 grain,
                            gint32 start,
                            double value,
                            guint8 provenance)
{
  gsize i = self->n;

  if (i == self->allocated)
    grow (self);
  self->unit[i] = unit;
  self->measure[i] = measure;
  self->grain[i] = grain;
  self->start[i] = start;
  self->value[i] = value;
  self->provenance[i] = provenance;
  self->n++;
}

VbBatchColumns
vb_observation_rows_get_columns (const VbObservationRows *self)
{
  VbBatchColumns columns = { self->n,     self->unit,  self->measure,   self->grain,
                             self->start, self->value, self->provenance };

  return columns;
}

gsize
vb_observation_rows_get_size (const VbObservationRows *self)
{
  return sizeof *self + self->allocated * BYTES_A_ROW;
}
