/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-difference.h"

struct _VbDifference
{
  GObject parent_instance;

  VbDifferenceFields fields; /* owned */
};

enum
{
  PROP_0,
  PROP_TABLE,
  PROP_UNIT,
  PROP_WHAT,
  PROP_OURS,
  PROP_THEIRS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VbDifference, vb_difference, G_TYPE_OBJECT)

static void
vb_difference_finalize (GObject *object)
{
  VbDifference *self = VB_DIFFERENCE (object);

  g_free ((char *) self->fields.table);
  g_free ((char *) self->fields.unit);
  g_free ((char *) self->fields.what);
  g_free ((char *) self->fields.ours);
  g_free ((char *) self->fields.theirs);

  G_OBJECT_CLASS (vb_difference_parent_class)->finalize (object);
}

static void
vb_difference_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbDifference *self = VB_DIFFERENCE (object);

  switch (prop_id)
    {
    case PROP_TABLE:
      g_value_set_string (value, self->fields.table);
      break;
    case PROP_UNIT:
      g_value_set_string (value, self->fields.unit);
      break;
    case PROP_WHAT:
      g_value_set_string (value, self->fields.what);
      break;
    case PROP_OURS:
      g_value_set_string (value, self->fields.ours);
      break;
    case PROP_THEIRS:
      g_value_set_string (value, self->fields.theirs);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_difference_class_init (VbDifferenceClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "table", "unit", "what", "ours", "theirs" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vb_difference_finalize;
  object_class->get_property = vb_difference_get_property;

  for (guint i = PROP_TABLE; i < N_PROPS; i++)
    properties[i] =
        g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vb_difference_init (VbDifference *self)
{
}

VbDifference *
vb_difference_new (const VbDifferenceFields *fields)
{
  VbDifference *self = g_object_new (VB_TYPE_DIFFERENCE, NULL);

  self->fields.table = g_strdup (fields->table);
  self->fields.unit = g_strdup (fields->unit);
  self->fields.what = g_strdup (fields->what);
  self->fields.ours = g_strdup (fields->ours);
  self->fields.theirs = g_strdup (fields->theirs);
  return self;
}

const VbDifferenceFields *
vb_difference_get_fields (VbDifference *self)
{
  g_return_val_if_fail (VB_IS_DIFFERENCE (self), NULL);

  return &self->fields;
}
