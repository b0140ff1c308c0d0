/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-potential.h"

G_BEGIN_DECLS

#define VB_POTENTIAL_DAYS 365.0

/* A gap that is 0 but for the last bits of the arithmetic is no shortage. Unit: beds. */
#define VB_POTENTIAL_TOLERANCE 1e-6

/* Levers on the same bed days. */
typedef struct
{
  guint overlap;
  double beds; /* that those bed days take */
} VbPotentialPool;

typedef struct
{
  const VbPotentialInput *input;
  double *beds_of_one; /* a lever: beds at full effect, when its size is 1 */
  gint32 *pool_of;     /* a lever: index in @pools, -1 = none */
  GArray *pools;       /* VbPotentialPool */
} VbPotentialRun;

/* Checks the levers; VB_ERROR_INVALID. */
gboolean
_vb_potential_run_init (VbPotentialRun *self, const VbPotentialInput *input, GError **error);
void _vb_potential_run_clear (VbPotentialRun *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VbPotentialRun, _vb_potential_run_clear)

/* The part of its full effect that a lever has in @year, 0–1. */
double _vb_potential_get_part (const VbLeverFigures *lever, gint16 year);

G_END_DECLS
