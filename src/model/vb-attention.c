/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-attention.h"

struct _VbAttention
{
  GObject parent_instance;

  VbAttentionKind kind;
  char *text;
  VbUnit *unit;
  char *page;
  double effect;
  VbDay from;
  VbDay end;
};

typedef enum
{
  PROP_TEXT = 1,
  PROP_UNIT,
  PROP_PAGE,
  N_PROPS,
} VbAttentionProperty;

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VbAttention, vb_attention, G_TYPE_OBJECT)

static void
vb_attention_finalize (GObject *object)
{
  VbAttention *self = VB_ATTENTION (object);

  g_free (self->text);
  g_clear_object (&self->unit);
  g_free (self->page);

  G_OBJECT_CLASS (vb_attention_parent_class)->finalize (object);
}

static void
vb_attention_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbAttention *self = VB_ATTENTION (object);

  switch ((VbAttentionProperty) prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_UNIT:
      g_value_set_object (value, self->unit);
      break;
    case PROP_PAGE:
      g_value_set_string (value, self->page);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_attention_class_init (VbAttentionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vb_attention_finalize;
  object_class->get_property = vb_attention_get_property;

  properties[PROP_TEXT] =
      g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNIT] = g_param_spec_object ("unit", NULL, NULL, VB_TYPE_UNIT,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAGE] =
      g_param_spec_string ("page", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vb_attention_init (VbAttention *self)
{
}

VbAttention *
vb_attention_new (VbAttentionKind kind,
                  const char *text,
                  VbUnit *unit,
                  const char *page,
                  double effect,
                  VbDay from,
                  VbDay end)
{
  VbAttention *self;

  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);

  self = g_object_new (VB_TYPE_ATTENTION, NULL);
  self->kind = kind;
  self->text = g_strdup (text);
  self->unit = g_object_ref (unit);
  self->page = g_strdup (page);
  self->effect = effect;
  self->from = from;
  self->end = end;

  return self;
}

VbAttentionKind
vb_attention_get_kind (VbAttention *self)
{
  g_return_val_if_fail (VB_IS_ATTENTION (self), VB_ATTENTION_SHORTAGE);

  return self->kind;
}

const char *
vb_attention_get_text (VbAttention *self)
{
  g_return_val_if_fail (VB_IS_ATTENTION (self), NULL);

  return self->text;
}

VbUnit *
vb_attention_get_unit (VbAttention *self)
{
  g_return_val_if_fail (VB_IS_ATTENTION (self), NULL);

  return self->unit;
}

const char *
vb_attention_get_page (VbAttention *self)
{
  g_return_val_if_fail (VB_IS_ATTENTION (self), NULL);

  return self->page;
}

double
vb_attention_get_effect (VbAttention *self)
{
  g_return_val_if_fail (VB_IS_ATTENTION (self), 0);

  return self->effect;
}

VbDay
vb_attention_get_from (VbAttention *self)
{
  g_return_val_if_fail (VB_IS_ATTENTION (self), VB_DAY_NONE);

  return self->from;
}

VbDay
vb_attention_get_end (VbAttention *self)
{
  g_return_val_if_fail (VB_IS_ATTENTION (self), VB_DAY_NONE);

  return self->end;
}
