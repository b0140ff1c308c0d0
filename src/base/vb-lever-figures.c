/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-lever-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-error.h"

static gboolean
is_share (double value)
{
  return value >= 0 && value <= 1;
}

static const char *
find_fault (const VbLeverFigures *self)
{
  gboolean in_beds = self->basis == VB_LEVER_BASIS_BEDS;

  if (!isfinite (self->low) || !isfinite (self->high)
      || !(self->low <= self->base && self->base <= self->high))
    return _ ("Low, base and high are not numbers in that order.");
  if (!is_share (self->influence) || !is_share (self->probability))
    return _ ("Influence and probability are shares from 0 to 1.");
  if (!in_beds && (!is_share (self->low) || !is_share (self->high)))
    return _ ("The share of bed days is not from 0 to 1.");
  if (self->side == VB_BALANCE_SIDE_CAPACITY && (!in_beds || self->overlap > 0))
    return _ ("A lever on capacity is given in beds.");
  if (((!in_beds || self->overlap > 0) && !(self->bed_days > 0)) || isinf (self->bed_days))
    return _ ("The bed days that it acts on are missing.");
  if (self->overlap > 0 && self->low < 0)
    return _ ("A lever that others overlap cannot raise the need.");
  if (self->full < self->start)
    return _ ("The full effect comes before the start.");
  return NULL;
}

gboolean
vb_lever_figures_check (const VbLeverFigures *self, GError **error)
{
  const char *fault = find_fault (self);

  if (fault == NULL)
    return TRUE;
  g_set_error_literal (error, VB_ERROR, VB_ERROR_INVALID, fault);
  return FALSE;
}
