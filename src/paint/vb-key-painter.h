/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A key: what each filling or point means, in a row that wraps. For drawings where a thing cannot
 * carry its name itself. */
#pragma once

#include "vb-text.h"

G_BEGIN_DECLS

typedef enum
{
  VB_KEY_BOX,   /* a filled box */
  VB_KEY_POINT, /* the role's point; of a role without points an open diamond */
  VB_KEY_LINE,  /* the role's line */
  VB_KEY_LOCK,
} VbKeyMark;

typedef struct
{
  VbKeyMark mark;
  VbRole role;
  VbHatch hatch; /* of a box */
  const char *name;
} VbKeyEntry;

/* Draws from the origin, or with a NULL @cr only measures; returns the height. */
double vb_key_painter_draw (cairo_t *cr,
                            const VbPaintStyle *style,
                            VbText *text,
                            const VbKeyEntry *entries,
                            guint n_entries,
                            double width);

G_END_DECLS
