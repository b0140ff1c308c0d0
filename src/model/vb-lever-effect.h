/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-lever.h"

G_BEGIN_DECLS

/* What a lever does to the gap of a year, in beds: positive closes a shortage. */
typedef struct
{
  gint16 year;
  double effect; /* what it adds to the levers listed before it */
  double alone;  /* what it would add had nobody else acted on the same bed days */
  double
      gap_low; /* the gap with it at its low value, all others at their base; NAN of all levers */
  double gap_high; /* likewise */
  double cost;     /* kronor that year; NAN: not known */
} VbLeverEffectFigures;

#define VB_TYPE_LEVER_EFFECT (vb_lever_effect_get_type ())
G_DECLARE_FINAL_TYPE (VbLeverEffect, vb_lever_effect, VB, LEVER_EFFECT, GObject)

/* Immutable. @lever: NULL = all levers together. */
VbLeverEffect *vb_lever_effect_new (VbLever *lever, const VbLeverEffectFigures *figures);
VbLever *vb_lever_effect_get_lever (VbLeverEffect *self); /* not owned */
const VbLeverEffectFigures *vb_lever_effect_get_figures (VbLeverEffect *self);

G_END_DECLS
