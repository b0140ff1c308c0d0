/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-potential-row.h"

struct _VbPotentialRow
{
  GObject parent_instance;

  VbPotentialFigures figures;
};

G_DEFINE_FINAL_TYPE (VbPotentialRow, vb_potential_row, G_TYPE_OBJECT)

static void
vb_potential_row_class_init (VbPotentialRowClass *klass)
{
}

static void
vb_potential_row_init (VbPotentialRow *self)
{
}

VbPotentialRow *
vb_potential_row_new (const VbPotentialFigures *figures)
{
  VbPotentialRow *self;

  g_return_val_if_fail (figures != NULL, NULL);

  self = g_object_new (VB_TYPE_POTENTIAL_ROW, NULL);
  self->figures = *figures;

  return self;
}

const VbPotentialFigures *
vb_potential_row_get_figures (VbPotentialRow *self)
{
  g_return_val_if_fail (VB_IS_POTENTIAL_ROW (self), NULL);

  return &self->figures;
}
