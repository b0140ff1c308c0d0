/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-year-row.h"

struct _VbYearRow
{
  GObject parent_instance;

  VbYearFigures figures;
  VbTarget *reference;
};

G_DEFINE_FINAL_TYPE (VbYearRow, vb_year_row, G_TYPE_OBJECT)

static void
vb_year_row_finalize (GObject *object)
{
  g_clear_object (&VB_YEAR_ROW (object)->reference);

  G_OBJECT_CLASS (vb_year_row_parent_class)->finalize (object);
}

static void
vb_year_row_class_init (VbYearRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_year_row_finalize;
}

static void
vb_year_row_init (VbYearRow *self)
{
}

VbYearRow *
vb_year_row_new (const VbYearFigures *figures, VbTarget *reference)
{
  VbYearRow *self = g_object_new (VB_TYPE_YEAR_ROW, NULL);

  self->figures = *figures;
  g_set_object (&self->reference, reference);

  return self;
}

const VbYearFigures *
vb_year_row_get_figures (VbYearRow *self)
{
  g_return_val_if_fail (VB_IS_YEAR_ROW (self), NULL);

  return &self->figures;
}

VbTarget *
vb_year_row_get_reference (VbYearRow *self)
{
  g_return_val_if_fail (VB_IS_YEAR_ROW (self), NULL);

  return self->reference;
}

gboolean
vb_year_row_is_decided (VbYearRow *self)
{
  VbDay from;

  g_return_val_if_fail (VB_IS_YEAR_ROW (self), FALSE);

  if (self->reference == NULL)
    return FALSE;
  from = vb_target_get_from (self->reference);
  return from >= vb_day_from_ymd (self->figures.year, 1, 1)
         && from < vb_day_from_ymd (self->figures.year + 1, 1, 1);
}
