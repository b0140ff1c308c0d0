/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-waterfall-row.h"

struct _VbWaterfallRow
{
  GObject parent_instance;

  VbWaterfallKind kind;
  VbLever *lever;
  double beds;
};

G_DEFINE_FINAL_TYPE (VbWaterfallRow, vb_waterfall_row, G_TYPE_OBJECT)

static void
vb_waterfall_row_finalize (GObject *object)
{
  VbWaterfallRow *self = VB_WATERFALL_ROW (object);

  g_clear_object (&self->lever);

  G_OBJECT_CLASS (vb_waterfall_row_parent_class)->finalize (object);
}

static void
vb_waterfall_row_class_init (VbWaterfallRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_waterfall_row_finalize;
}

static void
vb_waterfall_row_init (VbWaterfallRow *self)
{
}

VbWaterfallRow *
vb_waterfall_row_new (VbWaterfallKind kind, VbLever *lever, double beds)
{
  VbWaterfallRow *self;

  g_return_val_if_fail ((kind == VB_WATERFALL_LEVER) == VB_IS_LEVER (lever), NULL);

  self = g_object_new (VB_TYPE_WATERFALL_ROW, NULL);
  self->kind = kind;
  g_set_object (&self->lever, lever);
  self->beds = beds;

  return self;
}

VbWaterfallKind
vb_waterfall_row_get_kind (VbWaterfallRow *self)
{
  g_return_val_if_fail (VB_IS_WATERFALL_ROW (self), VB_WATERFALL_START);

  return self->kind;
}

VbLever *
vb_waterfall_row_get_lever (VbWaterfallRow *self)
{
  g_return_val_if_fail (VB_IS_WATERFALL_ROW (self), NULL);

  return self->lever;
}

double
vb_waterfall_row_get_beds (VbWaterfallRow *self)
{
  g_return_val_if_fail (VB_IS_WATERFALL_ROW (self), 0);

  return self->beds;
}
