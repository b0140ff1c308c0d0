/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a parent's beds are shared out over its children. */
#pragma once

#include "vb-drawing.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 unit;
  const char *name;
  double present_beds; /* available today; NAN = missing */
  double allotted_beds;
  gboolean locked; /* its number was set by hand */
} VbBreakdownShare;

/* Present and allotted beds of each child. @parent: its name; @beds: what is shared out, beds;
 * @key: by what ("bed days"), inside a sentence. @residual: beds that no child got, shown as a row
 * when it is not 0. It is a VbPairs with unit ids; the residual's is 0. */
VbDrawing *vb_breakdown_plot_new (const char *parent,
                                  double beds,
                                  const char *key,
                                  const VbBreakdownShare *shares,
                                  guint n_shares,
                                  double residual);

G_END_DECLS
