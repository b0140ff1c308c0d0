/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-occupancy-row.h"

#include <math.h>

const VbOccupancyFigures vb_occupancy_figures_unknown = {
  .n_wards = NAN,
  .mean_census = NAN,
  .available_beds = NAN,
  .occupancy = NAN,
  .whole_census = NAN,
  .whole_beds = NAN,
  .whole_occupancy = NAN,
  .admissions_acute = NAN,
  .admissions = NAN,
  .acute_share = NAN,
  .n_days = NAN,
  .n_closed = NAN,
  .days_short = NAN,
  .measured_variation = NAN,
  .usual_variation = NAN,
  .variation = NAN,
  .usual_risk = NAN,
  .max_risk = NAN,
  .risk = NAN,
  .beds_needed = NAN,
  .recommended_target = NAN,
  .target_of_beds = NAN,
  .target_of_beds_refusing = NAN,
  .target_in_force = NAN,
  .mean_target = NAN,
  .beds_shared = NAN,
  .target_shared = NAN,
  .beds_apart = NAN,
};

struct _VbOccupancyRow
{
  GObject parent_instance;

  char *name;
  VbUnit *unit;
  VbCareType care_type;
  VbOccupancyFigures figures;
};

G_DEFINE_FINAL_TYPE (VbOccupancyRow, vb_occupancy_row, G_TYPE_OBJECT)

static void
vb_occupancy_row_finalize (GObject *object)
{
  VbOccupancyRow *self = VB_OCCUPANCY_ROW (object);

  g_free (self->name);
  g_clear_object (&self->unit);

  G_OBJECT_CLASS (vb_occupancy_row_parent_class)->finalize (object);
}

static void
vb_occupancy_row_class_init (VbOccupancyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_occupancy_row_finalize;
}

static void
vb_occupancy_row_init (VbOccupancyRow *self)
{
}

VbOccupancyRow *
vb_occupancy_row_new (const char *name,
                      VbUnit *unit,
                      VbCareType care_type,
                      const VbOccupancyFigures *figures)
{
  VbOccupancyRow *self;

  g_return_val_if_fail (unit == NULL || VB_IS_UNIT (unit), NULL);
  g_return_val_if_fail (figures != NULL, NULL);

  self = g_object_new (VB_TYPE_OCCUPANCY_ROW, NULL);
  self->name = g_strdup (name);
  g_set_object (&self->unit, unit);
  self->care_type = care_type;
  self->figures = *figures;

  return self;
}

const char *
vb_occupancy_row_get_name (VbOccupancyRow *self)
{
  g_return_val_if_fail (VB_IS_OCCUPANCY_ROW (self), NULL);

  return self->name;
}

VbUnit *
vb_occupancy_row_get_unit (VbOccupancyRow *self)
{
  g_return_val_if_fail (VB_IS_OCCUPANCY_ROW (self), NULL);

  return self->unit;
}

VbCareType
vb_occupancy_row_get_care_type (VbOccupancyRow *self)
{
  g_return_val_if_fail (VB_IS_OCCUPANCY_ROW (self), VB_CARE_TYPE_NONE);

  return self->care_type;
}

const VbOccupancyFigures *
vb_occupancy_row_get_figures (VbOccupancyRow *self)
{
  g_return_val_if_fail (VB_IS_OCCUPANCY_ROW (self), NULL);

  return &self->figures;
}
