/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of several parts over a row of categories (years, age groups): on top of each other,
 * those below nought hanging down, or side by side. The parts are told apart by colour and by
 * filling. */
#pragma once

#include "vb-item-drawing.h"

G_BEGIN_DECLS

#define VB_TYPE_COLUMNS (vb_columns_get_type ())
G_DECLARE_FINAL_TYPE (VbColumns, vb_columns, VB, COLUMNS, VbItemDrawing)

typedef struct
{
  const char *name;
  VbRole role;
  VbHatch hatch;
  const double *values; /* one a category; NAN = missing */
} VbColumnSeries;

typedef struct
{
  const char *unit;     /* above the axis */
  const char *category; /* what a category is, for the table: "Year" */
  const char *const *names;
  guint n;
  const VbColumnSeries *series;
  guint n_series;
  /* On top of each other: parts of a whole. Values are then written with their sign, being changes,
   * and their sum stands at a mark; it is called @total_name ("Change"). */
  gboolean stacked;
  const char *total_name;
} VbColumnFigures;

/* @subtitle may be NULL; all is copied. */
VbColumns *vb_columns_new (const char *title, const char *subtitle, const VbColumnFigures *figures);

G_END_DECLS
