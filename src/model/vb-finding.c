/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-finding.h"

struct _VbFinding
{
  GObject parent_instance;

  VbQualityRule rule;
  VbUnit *unit;
  VbPeriod period;
  guint n_periods;
  char *text;
};

G_DEFINE_FINAL_TYPE (VbFinding, vb_finding, G_TYPE_OBJECT)

static void
vb_finding_finalize (GObject *object)
{
  VbFinding *self = VB_FINDING (object);

  g_clear_object (&self->unit);
  g_free (self->text);

  G_OBJECT_CLASS (vb_finding_parent_class)->finalize (object);
}

static void
vb_finding_class_init (VbFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_finding_finalize;
}

static void
vb_finding_init (VbFinding *self)
{
}

VbFinding *
vb_finding_new (
    VbQualityRule rule, VbUnit *unit, VbPeriod period, guint n_periods, const char *text)
{
  VbFinding *self;

  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);

  self = g_object_new (VB_TYPE_FINDING, NULL);
  self->rule = rule;
  self->unit = g_object_ref (unit);
  self->period = period;
  self->n_periods = n_periods;
  self->text = g_strdup (text);
  return self;
}

VbQualityRule
vb_finding_get_rule (VbFinding *self)
{
  g_return_val_if_fail (VB_IS_FINDING (self), VB_QUALITY_RULE_OVERFULL);

  return self->rule;
}

VbUnit *
vb_finding_get_unit (VbFinding *self)
{
  g_return_val_if_fail (VB_IS_FINDING (self), NULL);

  return self->unit;
}

VbPeriod
vb_finding_get_period (VbFinding *self)
{
  g_return_val_if_fail (VB_IS_FINDING (self), (VbPeriod){ 0 });

  return self->period;
}

guint
vb_finding_get_n_periods (VbFinding *self)
{
  g_return_val_if_fail (VB_IS_FINDING (self), 0);

  return self->n_periods;
}

const char *
vb_finding_get_text (VbFinding *self)
{
  g_return_val_if_fail (VB_IS_FINDING (self), NULL);

  return self->text;
}

gboolean
vb_finding_concerns (VbFinding *self, VbUnit *unit)
{
  g_return_val_if_fail (VB_IS_FINDING (self), FALSE);

  for (VbUnit *each = self->unit; each != NULL; each = vb_unit_get_parent (each))
    if (each == unit)
      return TRUE;
  return FALSE;
}
