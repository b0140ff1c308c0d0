/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-sister-row.h"

struct _VbSisterRow
{
  GObject parent_instance;

  VbUnit *unit;
  VbSisterFigures figures;
  gboolean in_question;
};

G_DEFINE_FINAL_TYPE (VbSisterRow, vb_sister_row, G_TYPE_OBJECT)

static void
vb_sister_row_finalize (GObject *object)
{
  g_clear_object (&VB_SISTER_ROW (object)->unit);

  G_OBJECT_CLASS (vb_sister_row_parent_class)->finalize (object);
}

static void
vb_sister_row_class_init (VbSisterRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_sister_row_finalize;
}

static void
vb_sister_row_init (VbSisterRow *self)
{
}

VbSisterRow *
vb_sister_row_new (VbUnit *unit, const VbSisterFigures *figures, gboolean in_question)
{
  VbSisterRow *self;

  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);

  self = g_object_new (VB_TYPE_SISTER_ROW, NULL);
  self->unit = g_object_ref (unit);
  self->figures = *figures;
  self->in_question = in_question;

  return self;
}

VbUnit *
vb_sister_row_get_unit (VbSisterRow *self)
{
  g_return_val_if_fail (VB_IS_SISTER_ROW (self), NULL);

  return self->unit;
}

const VbSisterFigures *
vb_sister_row_get_figures (VbSisterRow *self)
{
  g_return_val_if_fail (VB_IS_SISTER_ROW (self), NULL);

  return &self->figures;
}

gboolean
vb_sister_row_is_in_question (VbSisterRow *self)
{
  g_return_val_if_fail (VB_IS_SISTER_ROW (self), FALSE);

  return self->in_question;
}
