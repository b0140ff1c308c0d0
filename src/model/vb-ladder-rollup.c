/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-ladder-rollup-private.h"

#include <math.h>

struct _VbLadderRollup
{
  GObject parent_instance;

  VbUnit *unit;
  VbLadder *ladder;
  guint n_assessments;
  guint n_units;
  VbLadderGroup all;
  VbLadderGroup groups[VB_N_ROLE_GROUPS];
  GArray *years; /* VbLadderYear */
};

G_DEFINE_FINAL_TYPE (VbLadderRollup, vb_ladder_rollup, G_TYPE_OBJECT)

static void
init_group (VbLadderGroup *group, guint n_areas)
{
  group->areas = g_new0 (VbLadderSpread, n_areas);
  group->overall.median = NAN;
  for (guint i = 0; i < n_areas; i++)
    group->areas[i].median = NAN;
}

static void
vb_ladder_rollup_finalize (GObject *object)
{
  VbLadderRollup *self = VB_LADDER_ROLLUP (object);

  g_free (self->all.areas);
  for (guint i = 0; i < VB_N_ROLE_GROUPS; i++)
    g_free (self->groups[i].areas);
  g_array_unref (self->years);
  g_clear_object (&self->unit);
  g_clear_object (&self->ladder);

  G_OBJECT_CLASS (vb_ladder_rollup_parent_class)->finalize (object);
}

static void
vb_ladder_rollup_class_init (VbLadderRollupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_ladder_rollup_finalize;
}

static void
vb_ladder_rollup_init (VbLadderRollup *self)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (VbLadderYear));
}

VbLadderRollup *
vb_ladder_rollup_new (VbUnit *unit, VbLadder *ladder)
{
  VbLadderRollup *self;
  guint n_areas;

  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);
  g_return_val_if_fail (VB_IS_LADDER (ladder), NULL);

  self = g_object_new (VB_TYPE_LADDER_ROLLUP, NULL);
  self->unit = g_object_ref (unit);
  self->ladder = g_object_ref (ladder);
  n_areas = g_list_model_get_n_items (vb_ladder_get_areas (ladder));
  init_group (&self->all, n_areas);
  for (guint i = 0; i < VB_N_ROLE_GROUPS; i++)
    init_group (&self->groups[i], n_areas);
  return self;
}

void
vb_ladder_rollup_set_counts (VbLadderRollup *self, guint n_assessments, guint n_units)
{
  g_return_if_fail (VB_IS_LADDER_ROLLUP (self));

  self->n_assessments = n_assessments;
  self->n_units = n_units;
}

VbLadderGroup *
vb_ladder_rollup_edit_all (VbLadderRollup *self)
{
  g_return_val_if_fail (VB_IS_LADDER_ROLLUP (self), NULL);

  return &self->all;
}

VbLadderGroup *
vb_ladder_rollup_edit_group (VbLadderRollup *self, VbRoleGroup role)
{
  g_return_val_if_fail (VB_IS_LADDER_ROLLUP (self), NULL);
  g_return_val_if_fail (role < VB_N_ROLE_GROUPS, NULL);

  return &self->groups[role];
}

void
vb_ladder_rollup_add_year (VbLadderRollup *self, const VbLadderYear *year)
{
  g_return_if_fail (VB_IS_LADDER_ROLLUP (self));

  g_array_append_vals (self->years, year, 1);
}

VbUnit *
vb_ladder_rollup_get_unit (VbLadderRollup *self)
{
  g_return_val_if_fail (VB_IS_LADDER_ROLLUP (self), NULL);

  return self->unit;
}

VbLadder *
vb_ladder_rollup_get_ladder (VbLadderRollup *self)
{
  g_return_val_if_fail (VB_IS_LADDER_ROLLUP (self), NULL);

  return self->ladder;
}

guint
vb_ladder_rollup_get_n_assessments (VbLadderRollup *self)
{
  g_return_val_if_fail (VB_IS_LADDER_ROLLUP (self), 0);

  return self->n_assessments;
}

guint
vb_ladder_rollup_get_n_units (VbLadderRollup *self)
{
  g_return_val_if_fail (VB_IS_LADDER_ROLLUP (self), 0);

  return self->n_units;
}

const VbLadderGroup *
vb_ladder_rollup_get_all (VbLadderRollup *self)
{
  g_return_val_if_fail (VB_IS_LADDER_ROLLUP (self), NULL);

  return &self->all;
}

const VbLadderGroup *
vb_ladder_rollup_get_group (VbLadderRollup *self, VbRoleGroup role)
{
  g_return_val_if_fail (VB_IS_LADDER_ROLLUP (self), NULL);
  g_return_val_if_fail (role < VB_N_ROLE_GROUPS, NULL);

  return &self->groups[role];
}

const VbLadderYear *
vb_ladder_rollup_get_years (VbLadderRollup *self, guint *n_years)
{
  g_return_val_if_fail (VB_IS_LADDER_ROLLUP (self), NULL);

  *n_years = self->years->len;
  return (const VbLadderYear *) (gpointer) self->years->data;
}
