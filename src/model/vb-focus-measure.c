/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-focus-measure-private.h"
#include "private/vb-record-private.h"

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
  VbRecord parent_instance;

  GArray *outcomes; /* of VbFocusOutcome */
};

G_DEFINE_FINAL_TYPE (VbFocusMeasure, vb_focus_measure, VB_TYPE_RECORD)

static void
vb_focus_measure_finalize (GObject *object)
{
  VbFocusMeasure *self = VB_FOCUS_MEASURE (object);

  g_clear_pointer (&self->outcomes, g_array_unref);

  G_OBJECT_CLASS (vb_focus_measure_parent_class)->finalize (object);
}

static void
vb_focus_measure_class_init (VbFocusMeasureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_focus_measure_finalize;
  _vb_record_class_set_facts (VB_RECORD_CLASS (klass), VB_TYPE_FOCUS_MEASURE_FACTS,
                              (GEqualFunc) vb_focus_measure_facts_equal);
}

static void
vb_focus_measure_init (VbFocusMeasure *self)
{
  self->outcomes = g_array_new (FALSE, FALSE, sizeof (VbFocusOutcome));
}

VbFocusMeasure *
vb_focus_measure_new (gint64 id, const VbFocusMeasureFacts *facts)
{
  return _vb_record_new (VB_TYPE_FOCUS_MEASURE, id, facts);
}

void
vb_focus_measure_set_facts (VbFocusMeasure *self, const VbFocusMeasureFacts *facts)
{
  _vb_record_set_facts (VB_RECORD (self), facts);
}

gint64
vb_focus_measure_get_id (VbFocusMeasure *self)
{
  return vb_record_get_id (VB_RECORD (self));
}

const VbFocusMeasureFacts *
vb_focus_measure_get_facts (VbFocusMeasure *self)
{
  return vb_record_get_facts (VB_RECORD (self));
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
  g_object_notify_by_pspec (G_OBJECT (self), VB_RECORD_GET_CLASS (self)->facts_property);
}
