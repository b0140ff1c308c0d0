/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-need-targets.h"

#include <math.h>

#include "private/vb-aggregate-private.h"

#define WHOLE_DOCUMENT G_MAXUINT32

struct _VbNeedTargets
{
  const VbNeedInput *input;
  const VbAggregate *aggregate;

  guint32 *first; /* a unit's first target; n_units + 1 */
  guint32 first_of_document;

  /* Stretches of days in which no target changes. */
  guint n_stretches;
  VbDay *stretches;     /* their first days, n_stretches + 1 with the end */
  VbTargetFound *found; /* of the unit asked for, n_stretches */
};

static int
compare_days (const void *a, const void *b)
{
  VbDay x = *(const VbDay *) a;
  VbDay y = *(const VbDay *) b;

  return (x > y) - (x < y);
}

/* Finds where the targets of each unit start. */
static VbNeedTargets *
index_targets (const VbNeedInput *input)
{
  VbNeedTargets *self = g_new0 (VbNeedTargets, 1);
  guint32 next = 0;

  self->input = input;
  self->first = g_new (guint32, input->tree->n + 1);
  for (guint unit = 0; unit <= input->tree->n; unit++)
    {
      while (next < input->n_targets && input->targets[next].unit < unit)
        next++;
      self->first[unit] = next;
    }
  while (next < input->n_targets && input->targets[next].unit != WHOLE_DOCUMENT)
    next++;
  self->first_of_document = next;

  return self;
}

VbNeedTargets *
_vb_need_targets_new (const VbNeedInput *input, const VbAggregate *aggregate)
{
  VbNeedTargets *self = index_targets (input);
  VbDay start = aggregate->starts[0];
  VbDay end = aggregate->starts[aggregate->n_periods];
  guint n = 0;

  self->aggregate = aggregate;
  self->stretches = g_new (VbDay, input->n_targets + 2);
  self->stretches[n++] = start;
  for (guint i = 0; i < input->n_targets; i++)
    if (input->targets[i].from > start && input->targets[i].from < end)
      self->stretches[n++] = input->targets[i].from;
  qsort (self->stretches, n, sizeof *self->stretches, compare_days);
  self->n_stretches = 1;
  for (guint i = 1; i < n; i++)
    if (self->stretches[i] != self->stretches[self->n_stretches - 1])
      self->stretches[self->n_stretches++] = self->stretches[i];
  self->stretches[self->n_stretches] = end;
  self->found = g_new (VbTargetFound, self->n_stretches);

  return self;
}

void
_vb_need_targets_free (VbNeedTargets *self)
{
  g_free (self->first);
  g_free (self->stretches);
  g_free (self->found);
  g_free (self);
}

/* The newest of @unit's own targets for exactly @care_type that is in force on @day. */
static gboolean
look_up (const VbNeedTargets *self,
         guint32 unit,
         guint8 care_type,
         VbDay day,
         gint16 steps,
         VbTargetFound *found)
{
  const VbTargetInput *targets = self->input->targets;
  guint32 begin = unit == WHOLE_DOCUMENT ? self->first_of_document : self->first[unit];
  guint32 end = unit == WHOLE_DOCUMENT ? self->input->n_targets : self->first[unit + 1];
  gboolean any = FALSE;

  for (guint32 i = begin; i < end && targets[i].care_type <= care_type; i++)
    if (targets[i].care_type == care_type && targets[i].from <= day && targets[i].value > 0)
      {
        *found = (VbTargetFound){ targets[i].value, steps, (gint32) i };
        any = TRUE;
      }

  return any;
}

/* The nearest of @unit, its ancestors and the document that has a target for @care_type. */
static gboolean
search_upward (
    const VbNeedTargets *self, guint32 unit, guint8 care_type, VbDay day, VbTargetFound *found)
{
  gint16 steps = 0;

  for (gint32 u = (gint32) unit; u >= 0; u = self->input->tree->parent[u], steps++)
    if (look_up (self, (guint32) u, care_type, day, steps, found))
      return TRUE;

  return look_up (self, WHOLE_DOCUMENT, care_type, day, -1, found);
}

/* In this order: the unit's own, for its care type or for all care; the nearest ancestor's for that
 * care type; the nearest ancestor's for all care; the document's default. Geriatric care, which is
 * somatic, takes a somatic target where there is none for itself. */
static VbTargetFound
resolve (const VbNeedTargets *self, guint32 unit, const guint8 *types, guint n_types, VbDay day)
{
  VbTargetFound found;

  if (self->input->override_target > 0)
    return (VbTargetFound){ self->input->override_target, -1, -1 };
  for (guint i = 0; i <= n_types; i++)
    {
      guint8 type = i < n_types ? types[i] : VB_CARE_TYPE_NONE;

      if (look_up (self, unit, type, day, 0, &found))
        return found;
    }

  for (guint i = 0; i <= n_types; i++)
    if (search_upward (self, unit, i < n_types ? types[i] : VB_CARE_TYPE_NONE, day, &found))
      return found;

  return (VbTargetFound){ self->input->default_target, -1, -1 };
}

static guint
get_types (const VbNeedTargets *self, guint unit, VbCareGroup group, guint8 types[2])
{
  guint8 own = self->input->tree->care_type[unit];
  guint n = 0;

  if (group != VB_CARE_GROUP_NONE && vb_care_type_get_group ((VbCareType) own) == group)
    types[n++] = own;
  if (group == VB_CARE_GROUP_SOMATIC && (n == 0 || own != VB_CARE_TYPE_SOMATIC))
    types[n++] = VB_CARE_TYPE_SOMATIC;
  else if (n == 0 && group == VB_CARE_GROUP_ICU)
    types[n++] = VB_CARE_TYPE_ICU;
  else if (n == 0 && group == VB_CARE_GROUP_PSYCHIATRIC)
    types[n++] = VB_CARE_TYPE_PSYCHIATRIC;

  return n;
}

/* A target that changes within a period holds for its days: need = Σ V a day ÷ T_day, so that
 * T of the period = days ÷ Σ (days of the stretch ÷ T of the stretch). */
void
_vb_need_targets_find (VbNeedTargets *self, guint unit, VbCareGroup group, VbTargetFound *out)
{
  const VbAggregate *aggregate = self->aggregate;
  guint8 types[2] = { 0 };
  guint n_types = get_types (self, unit, group, types);
  guint stretch = 0;

  for (guint i = 0; i < self->n_stretches; i++)
    self->found[i] = resolve (self, unit, types, n_types, self->stretches[i]);

  for (guint period = 0; period < aggregate->n_periods; period++)
    {
      VbDay start = aggregate->starts[period];
      VbDay end = aggregate->starts[period + 1];
      double inverse = 0;

      while (self->stretches[stretch + 1] <= start)
        stretch++;
      out[period] = self->found[stretch];
      if (self->stretches[stretch + 1] >= end)
        continue;

      for (VbDay day = start; day < end; day = self->stretches[stretch + 1])
        {
          while (self->stretches[stretch + 1] <= day)
            stretch++;
          inverse += (MIN (self->stretches[stretch + 1], end) - day) / self->found[stretch].value;
        }
      out[period] = self->found[stretch];
      out[period].value = (end - start) / inverse;
    }
}

double *
vb_need_list_targets (const VbNeedInput *input, VbCareGroup group, VbDay day)
{
  g_autoptr (VbNeedTargets) targets = index_targets (input);
  double *values = g_new (double, input->tree->n + 1);

  for (guint unit = 0; unit < input->tree->n; unit++)
    {
      guint8 types[2] = { 0 };
      guint n_types = get_types (targets, unit, group, types);

      values[unit] = resolve (targets, unit, types, n_types, day).value;
    }
  return values;
}

gint32
vb_need_find_target (const VbNeedInput *input, guint unit, VbCareGroup group, VbDay day)
{
  g_autoptr (VbNeedTargets) targets = index_targets (input);
  guint8 types[2] = { 0 };
  guint n_types = get_types (targets, unit, group, types);

  return resolve (targets, unit, types, n_types, day).index;
}
