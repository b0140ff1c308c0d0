/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is against what is to be, for each of several things: two points on a line and the
 * difference between them. Those that are held fast carry a lock. */
#pragma once

#include "vb-item-drawing.h"

G_BEGIN_DECLS

#define VB_TYPE_PAIRS (vb_pairs_get_type ())
G_DECLARE_FINAL_TYPE (VbPairs, vb_pairs, VB, PAIRS, VbItemDrawing)

/* What things and points are called, in key and table: "Unit", "Present beds", "Allotted beds",
 * "Difference". */
typedef struct
{
  const char *thing;
  const char *present;
  const char *wanted;
  const char *difference;
} VbPairNames;

typedef struct
{
  gint64 id; /* comes back in vb_pairs_get_row_id() */
  const char *name;
  double present; /* NAN = missing, as everywhere */
  double wanted;
  gboolean locked;
} VbPair;

/* @subtitle may be NULL; all is copied. */
VbPairs *vb_pairs_new (const char *title,
                       const char *subtitle,
                       const VbPairNames *names,
                       const VbPair *pairs,
                       guint n_pairs);
gint64 vb_pairs_get_row_id (VbPairs *self, guint row);

G_END_DECLS
