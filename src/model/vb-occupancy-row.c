/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-occupancy-row.h"

struct _VbOccupancyRow
{
  GObject parent_instance;

  char *name;
  VbUnit *unit;
  VbOccupancyFigures figures;
};

typedef enum
{
  PROP_NAME = 1,
  PROP_UNIT,
  PROP_MEAN_CENSUS,
  PROP_AVAILABLE_BEDS,
  PROP_OCCUPANCY,
  PROP_RISK,
  PROP_BEDS_NEEDED,
  PROP_RECOMMENDED_TARGET,
  N_PROPS,
} VbOccupancyRowProperty;

static GParamSpec *properties[N_PROPS];

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
vb_occupancy_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbOccupancyRow *self = VB_OCCUPANCY_ROW (object);

  switch ((VbOccupancyRowProperty) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_UNIT:
      g_value_set_object (value, self->unit);
      break;
    case PROP_MEAN_CENSUS:
      g_value_set_double (value, self->figures.mean_census);
      break;
    case PROP_AVAILABLE_BEDS:
      g_value_set_double (value, self->figures.available_beds);
      break;
    case PROP_OCCUPANCY:
      g_value_set_double (value, self->figures.occupancy);
      break;
    case PROP_RISK:
      g_value_set_double (value, self->figures.risk);
      break;
    case PROP_BEDS_NEEDED:
      g_value_set_double (value, self->figures.beds_needed);
      break;
    case PROP_RECOMMENDED_TARGET:
      g_value_set_double (value, self->figures.recommended_target);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static GParamSpec *
figure_property (const char *name)
{
  return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0,
                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
vb_occupancy_row_class_init (VbOccupancyRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vb_occupancy_row_finalize;
  object_class->get_property = vb_occupancy_row_get_property;

  properties[PROP_NAME] =
      g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNIT] = g_param_spec_object ("unit", NULL, NULL, VB_TYPE_UNIT,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MEAN_CENSUS] = figure_property ("mean-census");
  properties[PROP_AVAILABLE_BEDS] = figure_property ("available-beds");
  properties[PROP_OCCUPANCY] = figure_property ("occupancy");
  properties[PROP_RISK] = figure_property ("risk");
  properties[PROP_BEDS_NEEDED] = figure_property ("beds-needed");
  properties[PROP_RECOMMENDED_TARGET] = figure_property ("recommended-target");
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vb_occupancy_row_init (VbOccupancyRow *self)
{
}

VbOccupancyRow *
vb_occupancy_row_new (const char *name, VbUnit *unit, const VbOccupancyFigures *figures)
{
  VbOccupancyRow *self;

  g_return_val_if_fail (unit == NULL || VB_IS_UNIT (unit), NULL);
  g_return_val_if_fail (figures != NULL, NULL);

  self = g_object_new (VB_TYPE_OCCUPANCY_ROW, NULL);
  self->name = g_strdup (name);
  g_set_object (&self->unit, unit);
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

const VbOccupancyFigures *
vb_occupancy_row_get_figures (VbOccupancyRow *self)
{
  g_return_val_if_fail (VB_IS_OCCUPANCY_ROW (self), NULL);

  return &self->figures;
}
