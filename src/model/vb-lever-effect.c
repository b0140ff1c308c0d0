/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-lever-effect.h"

struct _VbLeverEffect
{
  GObject parent_instance;

  VbLever *lever;
  VbLeverEffectFigures figures;
};

G_DEFINE_FINAL_TYPE (VbLeverEffect, vb_lever_effect, G_TYPE_OBJECT)

static void
vb_lever_effect_finalize (GObject *object)
{
  g_clear_object (&VB_LEVER_EFFECT (object)->lever);

  G_OBJECT_CLASS (vb_lever_effect_parent_class)->finalize (object);
}

static void
vb_lever_effect_class_init (VbLeverEffectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_lever_effect_finalize;
}

static void
vb_lever_effect_init (VbLeverEffect *self)
{
}

VbLeverEffect *
vb_lever_effect_new (VbLever *lever, const VbLeverEffectFigures *figures)
{
  VbLeverEffect *self;

  g_return_val_if_fail (lever == NULL || VB_IS_LEVER (lever), NULL);
  g_return_val_if_fail (figures != NULL, NULL);

  self = g_object_new (VB_TYPE_LEVER_EFFECT, NULL);
  g_set_object (&self->lever, lever);
  self->figures = *figures;

  return self;
}

VbLever *
vb_lever_effect_get_lever (VbLeverEffect *self)
{
  g_return_val_if_fail (VB_IS_LEVER_EFFECT (self), NULL);

  return self->lever;
}

const VbLeverEffectFigures *
vb_lever_effect_get_figures (VbLeverEffect *self)
{
  g_return_val_if_fail (VB_IS_LEVER_EFFECT (self), NULL);

  return &self->figures;
}
