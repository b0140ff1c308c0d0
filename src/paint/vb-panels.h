/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Courses of a gap side by side, a small plot for each on one and the same scale; the others lie
 * behind it in grey. */
#pragma once

#include "vb-item-drawing.h"

G_BEGIN_DECLS

#define VB_TYPE_PANELS (vb_panels_get_type ())
G_DECLARE_FINAL_TYPE (VbPanels, vb_panels, VB, PANELS, VbItemDrawing)

typedef struct
{
  const char *name;
  const char *note;   /* under the name; may be NULL */
  const double *gaps; /* one a year, beds, negative = shortage; NAN = missing */
} VbPanel;

/* @subtitle may be NULL; all is copied. */
VbPanels *vb_panels_new (const char *title,
                         const char *subtitle,
                         int first_year,
                         guint n_years,
                         const VbPanel *panels,
                         guint n_panels);

G_END_DECLS
