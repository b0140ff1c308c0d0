/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of several assumptions matters most: for each the result at its low and at its high value,
 * all others at their base, around the result at base. The widest lies on top. */
#pragma once

#include "vb-item-drawing.h"

G_BEGIN_DECLS

#define VB_TYPE_TORNADO (vb_tornado_get_type ())
G_DECLARE_FINAL_TYPE (VbTornado, vb_tornado, VB, TORNADO, VbItemDrawing)

typedef struct
{
  const char *name;
  VbRole role; /* VB_ROLE_NEED or VB_ROLE_AVAILABLE: the side that it works on */
  double low;  /* gap in beds at its low value; NAN = missing */
  double high;
} VbTornadoBar;

/* @base: the gap in beds with everything at base. @subtitle may be NULL; all is copied. */
VbTornado *vb_tornado_new (
    const char *title, const char *subtitle, double base, const VbTornadoBar *bars, guint n_bars);

G_END_DECLS
