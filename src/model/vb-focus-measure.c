/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-focus-measure-private.h"

#include "private/vb-same-private.h"

G_DEFINE_BOXED_TYPE (VbFocusMeasureFacts,
                     vb_focus_measure_facts,
                     vb_focus_measure_facts_copy,
                     vb_focus_measure_facts_free)

VbFocusMeasureFacts *
vb_focus_measure_facts_copy (const VbFocusMeasureFacts *self)
{
  VbFocusMeasureFacts *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->measured_in = g_strdup (self->measured_in);
  return copy;
}

void
vb_focus_measure_facts_clear (VbFocusMeasureFacts *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->measured_in, g_free);
}

void
vb_focus_measure_facts_free (VbFocusMeasureFacts *self)
{
  vb_focus_measure_facts_clear (self);
  g_free (self);
}

gboolean
vb_focus_measure_facts_equal (const VbFocusMeasureFacts *a, const VbFocusMeasureFacts *b)
{
  return a->focus_area_id == b->focus_area_id && g_strcmp0 (a->name, b->name) == 0
         && a->measure == b->measure && a->unit_id == b->unit_id && a->kind == b->kind
         && vb_is_same (a->target, b->target) && a->good_up == b->good_up
         && g_strcmp0 (a->measured_in, b->measured_in) == 0;
}

struct _VbFocusMeasure
{
  GObject parent_instance;

  gint64 id;
  VbFocusMeasureFacts *facts;
  GArray *outcomes; /* of VbFocusOutcome */
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_FACTS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VbFocusMeasure, vb_focus_measure, G_TYPE_OBJECT)

static void
vb_focus_measure_finalize (GObject *object)
{
  VbFocusMeasure *self = VB_FOCUS_MEASURE (object);

  g_clear_pointer (&self->facts, vb_focus_measure_facts_free);
  g_clear_pointer (&self->outcomes, g_array_unref);

  G_OBJECT_CLASS (vb_focus_measure_parent_class)->finalize (object);
}

static void
vb_focus_measure_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbFocusMeasure *self = VB_FOCUS_MEASURE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_FACTS:
      g_value_set_boxed (value, self->facts);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_focus_measure_class_init (VbFocusMeasureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vb_focus_measure_finalize;
  object_class->get_property = vb_focus_measure_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_FACTS] =
      g_param_spec_boxed ("facts", NULL, NULL, VB_TYPE_FOCUS_MEASURE_FACTS, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vb_focus_measure_init (VbFocusMeasure *self)
{
  self->outcomes = g_array_new (FALSE, FALSE, sizeof (VbFocusOutcome));
}

VbFocusMeasure *
vb_focus_measure_new (gint64 id, const VbFocusMeasureFacts *facts)
{
  VbFocusMeasure *self = g_object_new (VB_TYPE_FOCUS_MEASURE, NULL);

  self->id = id;
  self->facts = vb_focus_measure_facts_copy (facts);
  return self;
}

void
vb_focus_measure_set_facts (VbFocusMeasure *self, const VbFocusMeasureFacts *facts)
{
  g_return_if_fail (VB_IS_FOCUS_MEASURE (self));

  if (vb_focus_measure_facts_equal (self->facts, facts))
    return;
  vb_focus_measure_facts_free (self->facts);
  self->facts = vb_focus_measure_facts_copy (facts);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FACTS]);
}

gint64
vb_focus_measure_get_id (VbFocusMeasure *self)
{
  g_return_val_if_fail (VB_IS_FOCUS_MEASURE (self), 0);

  return self->id;
}

const VbFocusMeasureFacts *
vb_focus_measure_get_facts (VbFocusMeasure *self)
{
  g_return_val_if_fail (VB_IS_FOCUS_MEASURE (self), NULL);

  return self->facts;
}

const VbFocusOutcome *
vb_focus_measure_get_outcomes (VbFocusMeasure *self, guint *n)
{
  g_return_val_if_fail (VB_IS_FOCUS_MEASURE (self), NULL);

  *n = self->outcomes->len;
  return (const VbFocusOutcome *) self->outcomes->data;
}

static gboolean
is_same_outcome (const VbFocusOutcome *a, const VbFocusOutcome *b)
{
  return a->day == b->day && a->value == b->value;
}

void
vb_focus_measure_set_outcomes (VbFocusMeasure *self, const VbFocusOutcome *outcomes, guint n)
{
  gboolean same;

  g_return_if_fail (VB_IS_FOCUS_MEASURE (self));

  same = n == self->outcomes->len;
  for (guint i = 0; i < n && same; i++)
    same = is_same_outcome (&outcomes[i], &g_array_index (self->outcomes, VbFocusOutcome, i));
  if (same)
    return;
  g_array_set_size (self->outcomes, 0);
  g_array_append_vals (self->outcomes, outcomes, n);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FACTS]);
}
