/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-import-stage.h"

/* Blocks, not one growing array: that would hold the figures twice whenever it grows. */
#define BLOCK_FIGURES 65536

struct _VbImportStage
{
  GPtrArray *blocks; /* of VbStagedFigure[BLOCK_FIGURES] */
  VbStagedFigure *last;
  guint n_in_last;
};

VbImportStage *
vb_import_stage_new (void)
{
  VbImportStage *self = g_new0 (VbImportStage, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->n_in_last = BLOCK_FIGURES;
  return self;
}

void
vb_import_stage_free (VbImportStage *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

void
vb_import_stage_add (VbImportStage *self, const VbStagedFigure *figure)
{
  if (self->n_in_last == BLOCK_FIGURES)
    {
      self->last = g_new (VbStagedFigure, BLOCK_FIGURES);
      self->n_in_last = 0;
      g_ptr_array_add (self->blocks, self->last);
    }
  self->last[self->n_in_last++] = *figure;
}

const VbStagedFigure *
vb_import_stage_get_block (VbImportStage *self, guint index, guint *n)
{
  if (index >= self->blocks->len)
    return NULL;
  *n = index + 1 == self->blocks->len ? self->n_in_last : BLOCK_FIGURES;
  return g_ptr_array_index (self->blocks, index);
}
