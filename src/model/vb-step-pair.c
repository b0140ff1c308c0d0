/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-step-pair.h"

#include <math.h>

struct _VbStepPair
{
  GObject parent_instance;

  VbWaterfallKind kind;
  VbLever *lever;
  double first;
  double second;
};

G_DEFINE_FINAL_TYPE (VbStepPair, vb_step_pair, G_TYPE_OBJECT)

static void
vb_step_pair_finalize (GObject *object)
{
  g_clear_object (&VB_STEP_PAIR (object)->lever);

  G_OBJECT_CLASS (vb_step_pair_parent_class)->finalize (object);
}

static void
vb_step_pair_class_init (VbStepPairClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_step_pair_finalize;
}

static void
vb_step_pair_init (VbStepPair *self)
{
}

VbStepPair *
vb_step_pair_new (VbWaterfallKind kind, VbLever *lever, double first, double second)
{
  VbStepPair *self = g_object_new (VB_TYPE_STEP_PAIR, NULL);

  self->kind = kind;
  self->lever = lever != NULL ? g_object_ref (lever) : NULL;
  self->first = first;
  self->second = second;

  return self;
}

VbWaterfallKind
vb_step_pair_get_kind (VbStepPair *self)
{
  g_return_val_if_fail (VB_IS_STEP_PAIR (self), VB_WATERFALL_START);

  return self->kind;
}

VbLever *
vb_step_pair_get_lever (VbStepPair *self)
{
  g_return_val_if_fail (VB_IS_STEP_PAIR (self), NULL);

  return self->lever;
}

double
vb_step_pair_get_first (VbStepPair *self)
{
  g_return_val_if_fail (VB_IS_STEP_PAIR (self), NAN);

  return self->first;
}

double
vb_step_pair_get_second (VbStepPair *self)
{
  g_return_val_if_fail (VB_IS_STEP_PAIR (self), NAN);

  return self->second;
}

double
vb_step_pair_get_difference (VbStepPair *self)
{
  g_return_val_if_fail (VB_IS_STEP_PAIR (self), NAN);

  return (isnan (self->second) ? 0 : self->second) - (isnan (self->first) ? 0 : self->first);
}
