/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-ladder-result-private.h"

#include <glib/gi18n-lib.h>

#include "vb-number.h"

struct _VbLadderResult
{
  GObject parent_instance;

  VbAssessment *assessment;
  guint steps[VB_N_PLANNING_LEVELS];
  double mean;
  guint n_areas;
  VbLadderAreaFigures *areas;
};

G_DEFINE_FINAL_TYPE (VbLadderResult, vb_ladder_result, G_TYPE_OBJECT)

static void
vb_ladder_result_finalize (GObject *object)
{
  VbLadderResult *self = VB_LADDER_RESULT (object);

  for (guint i = 0; i < self->n_areas; i++)
    g_free (self->areas[i].missing);
  g_free (self->areas);
  g_clear_object (&self->assessment);

  G_OBJECT_CLASS (vb_ladder_result_parent_class)->finalize (object);
}

static void
vb_ladder_result_class_init (VbLadderResultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_ladder_result_finalize;
}

static void
vb_ladder_result_init (VbLadderResult *self)
{
}

VbLadderResult *
vb_ladder_result_new (VbAssessment *assessment,
                      const guint steps[VB_N_PLANNING_LEVELS],
                      double mean,
                      VbLadderAreaFigures *areas)
{
  VbLadderResult *self;

  g_return_val_if_fail (VB_IS_ASSESSMENT (assessment), NULL);

  self = g_object_new (VB_TYPE_LADDER_RESULT, NULL);
  self->assessment = g_object_ref (assessment);
  self->mean = mean;
  self->n_areas =
      g_list_model_get_n_items (vb_ladder_get_areas (vb_assessment_get_ladder (assessment)));
  self->areas = areas;
  for (guint i = 0; i < VB_N_PLANNING_LEVELS; i++)
    self->steps[i] = steps[i];
  return self;
}

VbAssessment *
vb_ladder_result_get_assessment (VbLadderResult *self)
{
  g_return_val_if_fail (VB_IS_LADDER_RESULT (self), NULL);

  return self->assessment;
}

VbLadder *
vb_ladder_result_get_ladder (VbLadderResult *self)
{
  g_return_val_if_fail (VB_IS_LADDER_RESULT (self), NULL);

  return vb_assessment_get_ladder (self->assessment);
}

guint
vb_ladder_result_get_step (VbLadderResult *self, VbPlanningLevel level)
{
  g_return_val_if_fail (VB_IS_LADDER_RESULT (self), 0);
  g_return_val_if_fail (level < VB_N_PLANNING_LEVELS, 0);

  return self->steps[level];
}

double
vb_ladder_result_get_mean (VbLadderResult *self)
{
  g_return_val_if_fail (VB_IS_LADDER_RESULT (self), 0);

  return self->mean;
}

guint
vb_ladder_result_get_n_areas (VbLadderResult *self)
{
  g_return_val_if_fail (VB_IS_LADDER_RESULT (self), 0);

  return self->n_areas;
}

const VbLadderAreaFigures *
vb_ladder_result_get_area (VbLadderResult *self, guint area)
{
  g_return_val_if_fail (VB_IS_LADDER_RESULT (self), NULL);
  g_return_val_if_fail (area < self->n_areas, NULL);

  return &self->areas[area];
}

/* Whether an area has a say in the step overall. */
static gboolean
area_counts (VbLadderResult *self, VbLadderArea *area, guint index)
{
  return vb_ladder_area_get_mandatory (area) && self->areas[index].step > 0;
}

guint
vb_ladder_result_get_wanted_step (VbLadderResult *self, VbDay *by)
{
  GListModel *areas;
  guint lowest = 0;
  gboolean wanted = FALSE;
  VbDay last = VB_DAY_NONE;

  g_return_val_if_fail (VB_IS_LADDER_RESULT (self), 0);

  areas = vb_ladder_get_areas (vb_ladder_result_get_ladder (self));
  for (guint i = 0; i < self->n_areas; i++)
    {
      g_autoptr (VbLadderArea) area = g_list_model_get_item (areas, i);
      const VbAssessmentArea *said =
          vb_assessment_get_area (self->assessment, vb_ladder_area_get_id (area));
      guint step = MAX (said->wanted_step, self->areas[i].step);

      if (!area_counts (self, area, i))
        continue;
      wanted = wanted || said->wanted_step > 0;
      if (said->wanted_step > self->areas[i].step)
        last = MAX (last, said->by);
      if (lowest == 0 || step < lowest)
        lowest = step;
    }
  if (by != NULL)
    *by = wanted ? last : VB_DAY_NONE;
  return wanted ? lowest : 0;
}

gboolean
vb_ladder_result_area_holds_back (VbLadderResult *self, guint area)
{
  g_autoptr (VbLadderArea) item = NULL;

  g_return_val_if_fail (VB_IS_LADDER_RESULT (self), FALSE);
  g_return_val_if_fail (area < self->n_areas, FALSE);

  item = g_list_model_get_item (vb_ladder_get_areas (vb_ladder_result_get_ladder (self)), area);
  return area_counts (self, item, area)
         && self->areas[area].step == self->steps[VB_PLANNING_LEVEL_NONE];
}

guint
vb_ladder_result_get_next_step (VbLadderResult *self, guint *n_least)
{
  guint n = 0;
  gboolean left = FALSE;

  g_return_val_if_fail (VB_IS_LADDER_RESULT (self), 0);

  for (guint i = 0; i < self->n_areas; i++)
    if (vb_ladder_result_area_holds_back (self, i))
      {
        /* An area that has no further step sets an end to all: there is nothing to raise it with.
         */
        if (self->areas[i].next_step == 0)
          {
            left = FALSE;
            n = 0;
            break;
          }
        left = TRUE;
        n += self->areas[i].n_least;
      }
  if (n_least != NULL)
    *n_least = n;
  return left ? self->steps[VB_PLANNING_LEVEL_NONE] + 1 : 0;
}

GListModel *
vb_ladder_result_list_next (VbLadderResult *self)
{
  GListStore *list;
  VbLadder *ladder;

  g_return_val_if_fail (VB_IS_LADDER_RESULT (self), NULL);

  list = g_list_store_new (VB_TYPE_LADDER_STATEMENT);
  ladder = vb_ladder_result_get_ladder (self);
  if (vb_ladder_result_get_next_step (self, NULL) > 0)
    for (guint i = 0; i < self->n_areas; i++)
      for (guint j = 0; vb_ladder_result_area_holds_back (self, i) && j < self->areas[i].n_missing;
           j++)
        g_list_store_append (list, vb_ladder_get_statement (ladder, self->areas[i].missing[j]));
  return G_LIST_MODEL (list);
}

char *
vb_ladder_dup_rule (VbLadder *ladder)
{
  g_autofree char *least = NULL;
  g_autofree char *share = NULL;

  g_return_val_if_fail (VB_IS_LADDER (ladder), NULL);

  least = g_utf8_strdown (vb_answer_get_label (vb_ladder_get_at_least (ladder)), -1);
  share = vb_number_format_percent (vb_ladder_get_share_yes (ladder), 0);
  /* Translators: an answer (“mostly”) and a share (“50%”) */
  return g_strdup_printf (_ ("A step is reached when it and all lower steps are fulfilled: every "
                             "relevant answer is at least “%s”, and at least %s of them are “yes”. "
                             "The lowest mandatory area decides."),
                          least, share);
}
