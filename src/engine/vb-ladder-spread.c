/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-ladder-spread.h"

#include <math.h>

static void
count_step (VbStepSpread *spread, guint8 step)
{
  if (step == 0)
    return;
  spread->n++;
  spread->counts[step]++;
}

static void
count_assessment (VbLadderGroupSpread *group, guint n_areas, const VbLadderSpreadInput *assessment)
{
  group->n_assessments++;
  group->n_participants += assessment->participants;
  count_step (&group->overall, assessment->step);
  for (guint area = 0; area < n_areas; area++)
    count_step (&group->areas[area], assessment->area_steps[area]);
}

/* The step of the assessment in place @rank, from 0, from the lowest step up. */
static guint
get_step_at (const VbStepSpread *spread, guint rank)
{
  guint below = 0;

  for (guint step = 1; step <= VB_LADDER_MAX_STEPS; step++)
    {
      below += spread->counts[step];
      if (rank < below)
        return step;
    }
  g_return_val_if_reached (0);
}

static void
summarise (VbStepSpread *spread)
{
  spread->median = NAN;
  if (spread->n == 0)
    return;
  spread->lowest = get_step_at (spread, 0);
  spread->highest = get_step_at (spread, spread->n - 1);
  spread->median =
      (get_step_at (spread, (spread->n - 1) / 2) + get_step_at (spread, spread->n / 2)) / 2.0;
}

static void
summarise_group (VbLadderGroupSpread *group, guint n_areas)
{
  if (group->withheld)
    {
      group->overall = (VbStepSpread){ 0 };
      for (guint area = 0; area < n_areas; area++)
        group->areas[area] = (VbStepSpread){ 0 };
    }
  summarise (&group->overall);
  for (guint area = 0; area < n_areas; area++)
    summarise (&group->areas[area]);
}

/* The smallest group that is there and still shown; NULL if none. */
static VbLadderGroupSpread *
find_smallest_shown (VbLadderSpreadResult *self)
{
  VbLadderGroupSpread *found = NULL;

  for (guint i = 0; i < VB_N_ROLE_GROUPS; i++)
    {
      VbLadderGroupSpread *group = &self->groups[i];

      if (group->n_assessments == 0 || group->withheld)
        continue;
      if (found == NULL || group->n_participants < found->n_participants)
        found = group;
    }
  return found;
}

static void
withhold_small (VbLadderSpreadResult *self, guint smallest)
{
  guint n_withheld = 0;

  for (;;)
    {
      VbLadderGroupSpread *group = find_smallest_shown (self);

      if (group == NULL)
        return;
      if (group->n_participants >= smallest && (n_withheld == 0 || n_withheld >= smallest))
        return;
      group->withheld = TRUE;
      n_withheld += group->n_participants;
    }
}

VbLadderSpreadResult *
vb_ladder_spread_run (const VbLadderSpreadInput *assessments,
                      guint n_assessments,
                      guint n_areas,
                      guint smallest)
{
  VbLadderSpreadResult *self = g_new0 (VbLadderSpreadResult, 1);

  self->n_areas = n_areas;
  self->all.areas = g_new0 (VbStepSpread, n_areas);
  for (guint i = 0; i < VB_N_ROLE_GROUPS; i++)
    self->groups[i].areas = g_new0 (VbStepSpread, n_areas);

  for (guint i = 0; i < n_assessments; i++)
    {
      count_assessment (&self->all, n_areas, &assessments[i]);
      count_assessment (&self->groups[assessments[i].role], n_areas, &assessments[i]);
    }

  withhold_small (self, smallest);
  summarise_group (&self->all, n_areas);
  for (guint i = 0; i < VB_N_ROLE_GROUPS; i++)
    summarise_group (&self->groups[i], n_areas);
  return self;
}

void
vb_ladder_spread_result_free (VbLadderSpreadResult *self)
{
  if (self == NULL)
    return;
  g_free (self->all.areas);
  for (guint i = 0; i < VB_N_ROLE_GROUPS; i++)
    g_free (self->groups[i].areas);
  g_free (self);
}
