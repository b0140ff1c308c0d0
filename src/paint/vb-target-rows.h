/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each of several target occupancies asks of each of several units: the beds, as bars against
 * those available, and the risk that a patient is without one, on a scale that all units share. */
#pragma once

#include "vb-item-drawing.h"

G_BEGIN_DECLS

#define VB_TYPE_TARGET_ROWS (vb_target_rows_get_type ())
G_DECLARE_FINAL_TYPE (VbTargetRows, vb_target_rows, VB, TARGET_ROWS, VbItemDrawing)

typedef struct
{
  double target; /* occupancy, a fraction */
  double beds;   /* needed at it; NAN = missing, as everywhere */
  double risk;   /* 0..1, that a patient is without a bed with so many */
  /* The same, if the unit's parts shared their beds. What else is said stands in the table alone:
   * patients without a bed on a mean day, and the share refused were nobody let in without one. */
  double risk_shared;
  double without_bed;
  double refused;
  /* What it takes beside for each part of the unit to have whole beds: a part of its own after the
   * bar, and what the risks count on. 0 or NAN: nothing. */
  double whole;
} VbTargetRow;

typedef struct
{
  const char *name;
  double mean_patients;
  double available_beds;
  double target_in_force; /* its row stands out; NAN = none is */
  const VbTargetRow *rows;
  guint n_rows;
} VbTargetUnit;

/* @subtitle may be NULL; all is copied. */
VbTargetRows *vb_target_rows_new (const char *title,
                                  const char *subtitle,
                                  const VbTargetUnit *units,
                                  guint n_units);

G_END_DECLS
