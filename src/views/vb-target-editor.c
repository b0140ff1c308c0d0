/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-target-editor.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-document-targets.h"

/* What a planner may want to try; the document itself takes any share over 0. */
#define LOWEST 0.50
#define HIGHEST 1.00
#define STEP 0.01

struct _VbTargetEditor
{
  GObject parent_instance;

  VbAssumptionRow *row;
  VbDocument *document;
  VbUnit *unit;
  VbCareGroup group;
  VbDay day;
};

enum
{
  SIGNAL_ERROR,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbTargetEditor, vb_target_editor, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static VbTargetInForce
find_target (VbTargetEditor *self)
{
  return vb_document_find_target (self->document, self->unit, self->group, self->day);
}

static char *
describe (VbTargetEditor *self, const VbTargetInForce *found)
{
  const char *by = found->target != NULL ? vb_target_get_decided_by (found->target) : NULL;

  if (found->target == NULL)
    return g_strdup (_ ("the plan’s default"));
  if (found->unit == NULL)
    return g_strdup (_ ("set by hand for the whole document"));
  if (found->unit != self->unit)
    return g_strdup_printf (_ ("inherited from %s"), vb_unit_get_name (found->unit));
  return by != NULL ? g_strdup_printf (_ ("decided for this unit, %s"), by)
                    : g_strdup (_ ("set by hand for this unit"));
}

void
vb_target_editor_show (
    VbTargetEditor *self, VbDocument *document, VbUnit *unit, VbCareGroup group, VbDay day)
{
  VbTargetInForce found;
  g_autofree char *caption = NULL;

  g_return_if_fail (VB_IS_TARGET_EDITOR (self));
  g_return_if_fail (VB_IS_DOCUMENT (document));
  g_return_if_fail (VB_IS_UNIT (unit));

  g_set_object (&self->document, document);
  g_set_object (&self->unit, unit);
  self->group = group;
  self->day = day;
  found = find_target (self);
  caption = describe (self, &found);
  vb_assumption_row_set_value (self->row, found.value);
  vb_assumption_row_set_caption (self->row, caption);
  vb_assumption_row_set_resettable (self->row, found.unit == unit);
}

double
vb_target_editor_get_value (VbTargetEditor *self)
{
  g_return_val_if_fail (VB_IS_TARGET_EDITOR (self), NAN);

  return vb_assumption_row_get_value (self->row);
}

void
vb_target_editor_begin (VbTargetEditor *self)
{
  g_return_if_fail (VB_IS_TARGET_EDITOR (self));

  if (self->document != NULL)
    vb_document_begin_group (self->document);
}

void
vb_target_editor_end (VbTargetEditor *self)
{
  g_return_if_fail (VB_IS_TARGET_EDITOR (self));

  if (self->document != NULL)
    vb_document_end_group (self->document);
}

void
vb_target_editor_change (VbTargetEditor *self, double value)
{
  /* A mixed unit shows one of its groups, and decides for that one. */
  static const VbCareType types[VB_N_CARE_GROUPS] = { VB_CARE_TYPE_NONE, VB_CARE_TYPE_SOMATIC,
                                                      VB_CARE_TYPE_ICU, VB_CARE_TYPE_PSYCHIATRIC };
  g_autoptr (GError) error = NULL;
  VbCareType care_type = VB_CARE_TYPE_NONE;
  VbDay from = VB_DAY_NONE;
  VbTargetInForce found;

  g_return_if_fail (VB_IS_TARGET_EDITOR (self));

  if (self->unit == NULL)
    return;

  found = find_target (self);
  if (found.unit == self->unit)
    {
      care_type = vb_target_get_care_type (found.target);
      from = vb_target_get_from (found.target);
    }
  else if (vb_unit_get_care_type (self->unit) == VB_CARE_TYPE_NONE)
    {
      care_type = types[self->group];
    }
  /* Who decided the old value did not decide this one. */
  if (!vb_document_set_target (self->document, vb_unit_get_id (self->unit), VB_MEASURE_OCCUPANCY,
                               care_type, from, value, NULL, &error))
    g_signal_emit (self, signals[SIGNAL_ERROR], 0, error);
}

static void
on_changed (VbTargetEditor *self, double value)
{
  vb_target_editor_change (self, value);
}

static void
on_reset (VbTargetEditor *self)
{
  g_autoptr (GError) error = NULL;
  VbTargetInForce found = find_target (self);

  if (found.unit == self->unit
      && !vb_document_clear_target (self->document, vb_target_get_id (found.target), &error))
    g_signal_emit (self, signals[SIGNAL_ERROR], 0, error);
}

static void
vb_target_editor_dispose (GObject *object)
{
  VbTargetEditor *self = VB_TARGET_EDITOR (object);

  g_clear_object (&self->row);
  g_clear_object (&self->document);
  g_clear_object (&self->unit);

  G_OBJECT_CLASS (vb_target_editor_parent_class)->dispose (object);
}

static void
vb_target_editor_class_init (VbTargetEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vb_target_editor_dispose;

  signals[SIGNAL_ERROR] = g_signal_new ("error", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
vb_target_editor_init (VbTargetEditor *self)
{
}

VbTargetEditor *
vb_target_editor_new (VbAssumptionRow *row)
{
  VbTargetEditor *self = g_object_new (VB_TYPE_TARGET_EDITOR, NULL);

  self->row = g_object_ref (row);
  vb_assumption_row_set_range (row, LOWEST, HIGHEST, STEP);
  g_signal_connect_object (row, "drag-begin", G_CALLBACK (vb_target_editor_begin), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "drag-end", G_CALLBACK (vb_target_editor_end), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "reset", G_CALLBACK (on_reset), self, G_CONNECT_SWAPPED);
  return self;
}
