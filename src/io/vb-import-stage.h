/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a table while it is being read: which of its units are totals or groupings can
 * only be told when all have been seen. */
#pragma once

#include "vb-period.h"

G_BEGIN_DECLS

typedef struct
{
  double value;
  guint32 path; /* in the VbImportTree */
  guint32 row;
  VbDay start;
  guint16 slot; /* which measure, on which child */
  guint8 grain;
} VbStagedFigure;

typedef struct _VbImportStage VbImportStage;

VbImportStage *vb_import_stage_new (void);
void vb_import_stage_free (VbImportStage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbImportStage, vb_import_stage_free)

/* Copies @figure. */
void vb_import_stage_add (VbImportStage *self, const VbStagedFigure *figure);
/* The figures in the order they came, block by block: NULL after the last block. */
const VbStagedFigure *vb_import_stage_get_block (VbImportStage *self, guint index, guint *n);

G_END_DECLS
