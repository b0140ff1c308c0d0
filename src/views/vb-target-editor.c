/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-target-editor.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-target.h"

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
  VbCareType care_type; /* what a new target is decided for */
  VbDay day;
};

enum
{
  SIGNAL_ERROR,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbTargetEditor, vb_target_editor, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/* The unit's own target in force on the row's day: the latest that is not after it, one for the
 * care type before one for all (decisions of the document room: own, then the nearest ancestor's).
 * NULL when it has none. */
static VbTarget *
find_own (VbDocument *document, gint64 unit_id, VbCareType care_type, VbDay day)
{
  GListModel *targets = vb_document_get_targets (document);
  VbTarget *best = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (VbTarget) target = g_list_model_get_item (targets, i);
      VbCareType type = vb_target_get_care_type (target);

      if (vb_target_get_unit_id (target) != unit_id
          || vb_target_get_measure (target) != VB_MEASURE_OCCUPANCY
          || vb_target_get_from (target) > day || (type != VB_CARE_TYPE_NONE && type != care_type))
        continue;
      /* The list keeps its items alive. */
      if (best == NULL || (vb_target_get_care_type (best) == VB_CARE_TYPE_NONE && type == care_type)
          || (vb_target_get_care_type (best) == type
              && vb_target_get_from (target) >= vb_target_get_from (best)))
        best = target;
    }

  return best;
}

/* The nearest ancestor's target for the care type, else the nearest one for all. */
static VbTarget *
find_inherited (VbTargetEditor *self, VbCareType care_type, VbUnit **from)
{
  VbTarget *general = NULL;

  for (VbUnit *unit = vb_unit_get_parent (self->unit); unit != NULL;
       unit = vb_unit_get_parent (unit))
    {
      VbTarget *target = find_own (self->document, vb_unit_get_id (unit), care_type, self->day);

      if (target == NULL)
        continue;
      if (care_type != VB_CARE_TYPE_NONE && vb_target_get_care_type (target) == care_type)
        {
          *from = unit;
          return target;
        }
      if (general == NULL)
        {
          general = target;
          *from = unit;
        }
    }

  return general;
}

static char *
describe_own (VbTarget *own)
{
  const char *by = vb_target_get_decided_by (own);

  return by != NULL ? g_strdup_printf (_ ("decided for this unit, %s"), by)
                    : g_strdup (_ ("set by hand for this unit"));
}

void
vb_target_editor_show (
    VbTargetEditor *self, VbDocument *document, VbUnit *unit, VbCareGroup group, VbDay day)
{
  static const VbCareType types[VB_N_CARE_GROUPS] = { VB_CARE_TYPE_NONE, VB_CARE_TYPE_SOMATIC,
                                                      VB_CARE_TYPE_ICU, VB_CARE_TYPE_PSYCHIATRIC };
  VbCareType in_force;
  VbTarget *own, *inherited;
  VbUnit *from = NULL;
  g_autofree char *caption = NULL;

  g_return_if_fail (VB_IS_TARGET_EDITOR (self));
  g_return_if_fail (VB_IS_DOCUMENT (document));
  g_return_if_fail (VB_IS_UNIT (unit));

  g_set_object (&self->document, document);
  g_set_object (&self->unit, unit);
  self->day = day;
  in_force = vb_unit_get_care_type (unit);
  /* A mixed unit shows one of its groups, and decides for that one. */
  if (in_force == VB_CARE_TYPE_NONE)
    in_force = types[group];

  own = find_own (document, vb_unit_get_id (unit), in_force, day);
  inherited = own == NULL ? find_inherited (self, in_force, &from) : NULL;
  self->care_type =
      own != NULL
          ? vb_target_get_care_type (own)
          : (vb_unit_get_care_type (unit) == VB_CARE_TYPE_NONE ? in_force : VB_CARE_TYPE_NONE);

  if (own != NULL)
    caption = describe_own (own);
  else if (inherited != NULL)
    caption = g_strdup_printf (_ ("inherited from %s"), vb_unit_get_name (from));
  else
    caption = g_strdup (_ ("the plan’s default"));

  vb_assumption_row_set_value (self->row, own != NULL ? vb_target_get_value (own)
                                          : inherited != NULL
                                              ? vb_target_get_value (inherited)
                                              : vb_document_get_default_target (document));
  vb_assumption_row_set_caption (self->row, caption);
  vb_assumption_row_set_resettable (self->row, own != NULL);
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
  g_autoptr (GError) error = NULL;
  VbTarget *own;

  g_return_if_fail (VB_IS_TARGET_EDITOR (self));

  if (self->unit == NULL)
    return;

  own = find_own (self->document, vb_unit_get_id (self->unit), self->care_type, self->day);
  /* Who decided the old value did not decide this one. */
  if (!vb_document_set_target (
          self->document, vb_unit_get_id (self->unit), VB_MEASURE_OCCUPANCY, self->care_type,
          own != NULL ? vb_target_get_from (own) : VB_DAY_NONE, value, NULL, &error))
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
  VbTarget *own =
      find_own (self->document, vb_unit_get_id (self->unit), self->care_type, self->day);

  if (own != NULL && !vb_document_clear_target (self->document, vb_target_get_id (own), &error))
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
