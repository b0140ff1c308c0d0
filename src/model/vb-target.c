/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-target-private.h"

struct _VbTarget
{
  GObject parent_instance;

  gint64 id;
  gint64 unit_id;
  VbMeasureId measure;
  VbCareType care_type;
  VbDay from;
  double value;
  char *decided_by;
};

enum
{
  PROP_0,
  PROP_VALUE,
  PROP_DECIDED_BY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VbTarget, vb_target, G_TYPE_OBJECT)

static void
vb_target_finalize (GObject *object)
{
  VbTarget *self = VB_TARGET (object);

  g_free (self->decided_by);

  G_OBJECT_CLASS (vb_target_parent_class)->finalize (object);
}

static void
vb_target_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbTarget *self = VB_TARGET (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      g_value_set_double (value, self->value);
      break;
    case PROP_DECIDED_BY:
      g_value_set_string (value, self->decided_by);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_target_class_init (VbTargetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vb_target_finalize;
  object_class->get_property = vb_target_get_property;

  properties[PROP_VALUE] =
      g_param_spec_double ("value", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  properties[PROP_DECIDED_BY] = g_param_spec_string ("decided-by", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vb_target_init (VbTarget *self)
{
}

VbTarget *
vb_target_new (gint64 id, gint64 unit_id, VbMeasureId measure, VbCareType care_type, VbDay from)
{
  VbTarget *self = g_object_new (VB_TYPE_TARGET, NULL);

  self->id = id;
  self->unit_id = unit_id;
  self->measure = measure;
  self->care_type = care_type;
  self->from = from;
  return self;
}

gint64
vb_target_get_id (VbTarget *self)
{
  g_return_val_if_fail (VB_IS_TARGET (self), 0);

  return self->id;
}

gint64
vb_target_get_unit_id (VbTarget *self)
{
  g_return_val_if_fail (VB_IS_TARGET (self), 0);

  return self->unit_id;
}

VbMeasureId
vb_target_get_measure (VbTarget *self)
{
  g_return_val_if_fail (VB_IS_TARGET (self), VB_MEASURE_NONE);

  return self->measure;
}

VbCareType
vb_target_get_care_type (VbTarget *self)
{
  g_return_val_if_fail (VB_IS_TARGET (self), VB_CARE_TYPE_NONE);

  return self->care_type;
}

VbDay
vb_target_get_from (VbTarget *self)
{
  g_return_val_if_fail (VB_IS_TARGET (self), VB_DAY_NONE);

  return self->from;
}

double
vb_target_get_value (VbTarget *self)
{
  g_return_val_if_fail (VB_IS_TARGET (self), 0);

  return self->value;
}

const char *
vb_target_get_decided_by (VbTarget *self)
{
  g_return_val_if_fail (VB_IS_TARGET (self), NULL);

  return self->decided_by;
}

void
vb_target_set_value (VbTarget *self, double value)
{
  g_return_if_fail (VB_IS_TARGET (self));

  if (self->value == value)
    return;
  self->value = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

void
vb_target_set_decided_by (VbTarget *self, const char *decided_by)
{
  g_return_if_fail (VB_IS_TARGET (self));

  if (g_strcmp0 (self->decided_by, decided_by) == 0)
    return;
  g_free (self->decided_by);
  self->decided_by = g_strdup (decided_by);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DECIDED_BY]);
}
