/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-breakdown-row.h"

struct _VbBreakdownRow
{
  GObject parent_instance;

  VbUnit *unit;
  VbBreakdownFigures figures;
};

G_DEFINE_FINAL_TYPE (VbBreakdownRow, vb_breakdown_row, G_TYPE_OBJECT)

static void
vb_breakdown_row_finalize (GObject *object)
{
  VbBreakdownRow *self = VB_BREAKDOWN_ROW (object);

  g_clear_object (&self->unit);

  G_OBJECT_CLASS (vb_breakdown_row_parent_class)->finalize (object);
}

static void
vb_breakdown_row_class_init (VbBreakdownRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_breakdown_row_finalize;
}

static void
vb_breakdown_row_init (VbBreakdownRow *self)
{
}

VbBreakdownRow *
vb_breakdown_row_new (VbUnit *unit, const VbBreakdownFigures *figures)
{
  VbBreakdownRow *self;

  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);
  g_return_val_if_fail (figures != NULL, NULL);

  self = g_object_new (VB_TYPE_BREAKDOWN_ROW, NULL);
  self->unit = g_object_ref (unit);
  self->figures = *figures;

  return self;
}

VbUnit *
vb_breakdown_row_get_unit (VbBreakdownRow *self)
{
  g_return_val_if_fail (VB_IS_BREAKDOWN_ROW (self), NULL);

  return self->unit;
}

const VbBreakdownFigures *
vb_breakdown_row_get_figures (VbBreakdownRow *self)
{
  g_return_val_if_fail (VB_IS_BREAKDOWN_ROW (self), NULL);

  return &self->figures;
}
