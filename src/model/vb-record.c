/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-record-private.h"

typedef struct
{
  gint64 id;
  gpointer facts;
} VbRecordPrivate;

enum
{
  PROP_0,
  PROP_ID,
  PROP_FACTS, /* installed by each class, whose type it has */
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (VbRecord, vb_record, G_TYPE_OBJECT)

static VbRecordPrivate *
get_private (VbRecord *self)
{
  return vb_record_get_instance_private (self);
}

static void
vb_record_finalize (GObject *object)
{
  VbRecord *self = VB_RECORD (object);
  VbRecordPrivate *priv = get_private (self);

  if (priv->facts != NULL)
    g_boxed_free (VB_RECORD_GET_CLASS (self)->facts_type, priv->facts);

  G_OBJECT_CLASS (vb_record_parent_class)->finalize (object);
}

static void
vb_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbRecordPrivate *priv = get_private (VB_RECORD (object));

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, priv->id);
      break;
    case PROP_FACTS:
      g_value_set_boxed (value, priv->facts);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_record_class_init (VbRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vb_record_finalize;
  object_class->get_property = vb_record_get_property;

  g_object_class_install_property (object_class, PROP_ID,
                                   g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
vb_record_init (VbRecord *self)
{
}

void
_vb_record_class_set_facts (VbRecordClass *klass, GType type, GEqualFunc equal)
{
  /* GObject does not let a class inherit it. */
  G_OBJECT_CLASS (klass)->get_property = vb_record_get_property;

  klass->facts_type = type;
  klass->facts_equal = equal;
  klass->facts_property =
      g_param_spec_boxed ("facts", NULL, NULL, type, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_FACTS, klass->facts_property);
}

gpointer
_vb_record_new (GType type, gint64 id, gconstpointer facts)
{
  VbRecord *self = g_object_new (type, NULL);
  VbRecordPrivate *priv = get_private (self);

  priv->id = id;
  priv->facts = g_boxed_copy (VB_RECORD_GET_CLASS (self)->facts_type, facts);
  return self;
}

void
_vb_record_set_facts (VbRecord *self, gconstpointer facts)
{
  VbRecordPrivate *priv = get_private (self);
  VbRecordClass *klass;

  g_return_if_fail (VB_IS_RECORD (self));

  klass = VB_RECORD_GET_CLASS (self);
  if (klass->facts_equal (priv->facts, facts))
    return;
  g_boxed_free (klass->facts_type, priv->facts);
  priv->facts = g_boxed_copy (klass->facts_type, facts);
  g_object_notify_by_pspec (G_OBJECT (self), klass->facts_property);
}

gint64
vb_record_get_id (VbRecord *self)
{
  g_return_val_if_fail (VB_IS_RECORD (self), 0);

  return get_private (self)->id;
}

gconstpointer
vb_record_get_facts (VbRecord *self)
{
  g_return_val_if_fail (VB_IS_RECORD (self), NULL);

  return get_private (self)->facts;
}
