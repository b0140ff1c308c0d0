/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-population-row.h"

struct _VbPopulationRow
{
  GObject parent_instance;

  VbPopulationFigures figures;
};

G_DEFINE_FINAL_TYPE (VbPopulationRow, vb_population_row, G_TYPE_OBJECT)

static void
vb_population_row_class_init (VbPopulationRowClass *klass)
{
}

static void
vb_population_row_init (VbPopulationRow *self)
{
}

VbPopulationRow *
vb_population_row_new (const VbPopulationFigures *figures)
{
  VbPopulationRow *self;

  g_return_val_if_fail (figures != NULL, NULL);

  self = g_object_new (VB_TYPE_POPULATION_ROW, NULL);
  self->figures = *figures;

  return self;
}

const VbPopulationFigures *
vb_population_row_get_figures (VbPopulationRow *self)
{
  g_return_val_if_fail (VB_IS_POPULATION_ROW (self), NULL);

  return &self->figures;
}
