/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-ready-scenario.h"

#include <glib/gi18n-lib.h>

#include "vb-error.h"

#define DAYS_PER_YEAR 365.0
#define USUAL_TARGET 0.9
/* Published figures are whole beds. */
#define ROUNDING 0.5

struct _VbReadyScenario
{
  GObject parent_instance;

  char *id;
  VbBilingual name;
  VbBilingual description;
  VbBilingual notice;
  VbCareGroup group;
  gint16 first_year;
  gint16 last_year;
  double target_occupancy;
  GPtrArray *figures; /* of VbReadyFigure */
  GPtrArray *levers;  /* of VbReadyLever */
};

G_DEFINE_FINAL_TYPE (VbReadyScenario, vb_ready_scenario, G_TYPE_OBJECT)

static void
figure_free (gpointer data)
{
  VbReadyFigure *figure = data;

  g_free (figure->id);
  vb_bilingual_clear (&figure->name);
  vb_bilingual_clear (&figure->source);
  g_strfreev (figure->levers);
  g_free (figure);
}

static void
lever_free (gpointer data)
{
  VbReadyLever *lever = data;

  g_free (lever->id);
  vb_bilingual_clear (&lever->name);
  vb_bilingual_clear (&lever->source);
  g_free (lever);
}

static void
vb_ready_scenario_finalize (GObject *object)
{
  VbReadyScenario *self = VB_READY_SCENARIO (object);

  g_free (self->id);
  vb_bilingual_clear (&self->name);
  vb_bilingual_clear (&self->description);
  vb_bilingual_clear (&self->notice);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->levers);

  G_OBJECT_CLASS (vb_ready_scenario_parent_class)->finalize (object);
}

static void
vb_ready_scenario_class_init (VbReadyScenarioClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_ready_scenario_finalize;
}

static void
vb_ready_scenario_init (VbReadyScenario *self)
{
  self->target_occupancy = USUAL_TARGET;
  self->figures = g_ptr_array_new_with_free_func (figure_free);
  self->levers = g_ptr_array_new_with_free_func (lever_free);
}

/* ---- filling in ------------------------------------------------------------------------------ */

VbReadyScenario *
vb_ready_scenario_new (const char *id, VbCareGroup group, gint16 first_year, gint16 last_year)
{
  VbReadyScenario *self;

  g_return_val_if_fail (id != NULL && *id != '\0', NULL);
  g_return_val_if_fail (last_year >= first_year, NULL);

  self = g_object_new (VB_TYPE_READY_SCENARIO, NULL);
  self->id = g_strdup (id);
  self->group = group;
  self->first_year = first_year;
  self->last_year = last_year;
  return self;
}

void
vb_ready_scenario_set_name (VbReadyScenario *self, const VbBilingual *name)
{
  g_return_if_fail (VB_IS_READY_SCENARIO (self));

  vb_bilingual_copy (&self->name, name);
}

void
vb_ready_scenario_set_description (VbReadyScenario *self, const VbBilingual *description)
{
  g_return_if_fail (VB_IS_READY_SCENARIO (self));

  vb_bilingual_copy (&self->description, description);
}

void
vb_ready_scenario_set_notice (VbReadyScenario *self, const VbBilingual *notice)
{
  g_return_if_fail (VB_IS_READY_SCENARIO (self));

  vb_bilingual_copy (&self->notice, notice);
}

void
vb_ready_scenario_set_target_occupancy (VbReadyScenario *self, double target)
{
  g_return_if_fail (VB_IS_READY_SCENARIO (self));
  g_return_if_fail (target > 0 && target <= 1);

  self->target_occupancy = target;
}

void
vb_ready_scenario_add_figure (VbReadyScenario *self, const VbReadyFigure *figure)
{
  VbReadyFigure *copy;

  g_return_if_fail (VB_IS_READY_SCENARIO (self));

  copy = g_new0 (VbReadyFigure, 1);
  copy->id = g_strdup (figure->id);
  vb_bilingual_copy (&copy->name, &figure->name);
  copy->value = figure->value;
  copy->status = figure->status;
  vb_bilingual_copy (&copy->source, &figure->source);
  copy->levers = g_strdupv (figure->levers);
  g_ptr_array_add (self->figures, copy);
}

void
vb_ready_scenario_add_lever (VbReadyScenario *self, const VbReadyLever *lever)
{
  VbReadyLever *copy;

  g_return_if_fail (VB_IS_READY_SCENARIO (self));

  copy = g_new0 (VbReadyLever, 1);
  copy->id = g_strdup (lever->id);
  vb_bilingual_copy (&copy->name, &lever->name);
  copy->figures = lever->figures;
  copy->status = lever->status;
  vb_bilingual_copy (&copy->source, &lever->source);
  copy->focus_area = lever->focus_area;
  g_ptr_array_add (self->levers, copy);
}

/* ---- rules ----------------------------------------------------------------------------------- */

static gboolean
refuse (const char *id, const char *what, GError **error)
{
  /* Translators: the first is the id of a figure or lever, the second what is wrong with it. */
  g_set_error (error, VB_ERROR, VB_ERROR_INVALID, _ ("%s: %s"), id, what);
  return FALSE;
}

static gboolean
check_levers (VbReadyScenario *self, GError **error)
{
  for (guint i = 0; i < self->levers->len; i++)
    {
      const VbReadyLever *lever = self->levers->pdata[i];
      g_autoptr (GError) local = NULL;

      if (vb_ready_scenario_find_lever (self, lever->id) != lever)
        return refuse (lever->id, _ ("Two levers have this id."), error);
      if (!vb_lever_figures_check (&lever->figures, &local))
        return refuse (lever->id, local->message, error);
    }
  return TRUE;
}

static gboolean
check_sum (VbReadyScenario *self, const VbReadyFigure *figure, GError **error)
{
  g_autofree char *message = NULL;
  double sum = 0;

  for (guint i = 0; figure->levers[i] != NULL; i++)
    {
      const VbReadyLever *lever = vb_ready_scenario_find_lever (self, figure->levers[i]);

      if (lever == NULL)
        {
          message = g_strdup_printf (_ ("There is no lever “%s”."), figure->levers[i]);
          return refuse (figure->id, message, error);
        }
      sum += vb_ready_scenario_get_full_effect (self, lever);
    }
  if (ABS (sum - figure->value) <= ROUNDING)
    return TRUE;
  message = g_strdup_printf (_ ("Its levers add up to %.1f and not to %.1f."), sum, figure->value);
  return refuse (figure->id, message, error);
}

static gboolean
check_figures (VbReadyScenario *self, GError **error)
{
  const VbReadyFigure *need = vb_ready_scenario_find_figure (self, "need");
  const VbReadyFigure *capacity = vb_ready_scenario_find_figure (self, "capacity");
  const VbReadyFigure *gap = vb_ready_scenario_find_figure (self, "gap");

  if (need == NULL || capacity == NULL)
    return refuse (need == NULL ? "need" : "capacity", _ ("This figure is missing."), error);
  if (gap != NULL && ABS (capacity->value - need->value - gap->value) > ROUNDING)
    return refuse ("gap", _ ("It is not capacity less need."), error);

  for (guint i = 0; i < self->figures->len; i++)
    {
      const VbReadyFigure *figure = self->figures->pdata[i];

      if (vb_ready_scenario_find_figure (self, figure->id) != figure)
        return refuse (figure->id, _ ("Two figures have this id."), error);
      if (figure->levers != NULL && !check_sum (self, figure, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
vb_ready_scenario_validate (VbReadyScenario *self, GError **error)
{
  g_return_val_if_fail (VB_IS_READY_SCENARIO (self), FALSE);

  return check_levers (self, error) && check_figures (self, error);
}

/* ---- reading --------------------------------------------------------------------------------- */

const char *
vb_ready_scenario_get_id (VbReadyScenario *self)
{
  g_return_val_if_fail (VB_IS_READY_SCENARIO (self), NULL);

  return self->id;
}

const VbBilingual *
vb_ready_scenario_get_name (VbReadyScenario *self)
{
  g_return_val_if_fail (VB_IS_READY_SCENARIO (self), NULL);

  return &self->name;
}

const VbBilingual *
vb_ready_scenario_get_description (VbReadyScenario *self)
{
  g_return_val_if_fail (VB_IS_READY_SCENARIO (self), NULL);

  return &self->description;
}

const VbBilingual *
vb_ready_scenario_get_notice (VbReadyScenario *self)
{
  g_return_val_if_fail (VB_IS_READY_SCENARIO (self), NULL);

  return &self->notice;
}

VbCareGroup
vb_ready_scenario_get_group (VbReadyScenario *self)
{
  g_return_val_if_fail (VB_IS_READY_SCENARIO (self), VB_CARE_GROUP_NONE);

  return self->group;
}

gint16
vb_ready_scenario_get_first_year (VbReadyScenario *self)
{
  g_return_val_if_fail (VB_IS_READY_SCENARIO (self), 0);

  return self->first_year;
}

gint16
vb_ready_scenario_get_last_year (VbReadyScenario *self)
{
  g_return_val_if_fail (VB_IS_READY_SCENARIO (self), 0);

  return self->last_year;
}

double
vb_ready_scenario_get_target_occupancy (VbReadyScenario *self)
{
  g_return_val_if_fail (VB_IS_READY_SCENARIO (self), NAN);

  return self->target_occupancy;
}

guint
vb_ready_scenario_get_n_figures (VbReadyScenario *self)
{
  g_return_val_if_fail (VB_IS_READY_SCENARIO (self), 0);

  return self->figures->len;
}

const VbReadyFigure *
vb_ready_scenario_get_figure (VbReadyScenario *self, guint index)
{
  g_return_val_if_fail (VB_IS_READY_SCENARIO (self), NULL);
  g_return_val_if_fail (index < self->figures->len, NULL);

  return self->figures->pdata[index];
}

const VbReadyFigure *
vb_ready_scenario_find_figure (VbReadyScenario *self, const char *id)
{
  g_return_val_if_fail (VB_IS_READY_SCENARIO (self), NULL);

  for (guint i = 0; i < self->figures->len; i++)
    {
      const VbReadyFigure *figure = self->figures->pdata[i];

      if (g_str_equal (figure->id, id))
        return figure;
    }
  return NULL;
}

guint
vb_ready_scenario_get_n_levers (VbReadyScenario *self)
{
  g_return_val_if_fail (VB_IS_READY_SCENARIO (self), 0);

  return self->levers->len;
}

const VbReadyLever *
vb_ready_scenario_get_lever (VbReadyScenario *self, guint index)
{
  g_return_val_if_fail (VB_IS_READY_SCENARIO (self), NULL);
  g_return_val_if_fail (index < self->levers->len, NULL);

  return self->levers->pdata[index];
}

const VbReadyLever *
vb_ready_scenario_find_lever (VbReadyScenario *self, const char *id)
{
  g_return_val_if_fail (VB_IS_READY_SCENARIO (self), NULL);

  for (guint i = 0; i < self->levers->len; i++)
    {
      const VbReadyLever *lever = self->levers->pdata[i];

      if (g_str_equal (lever->id, id))
        return lever;
    }
  return NULL;
}

double
vb_ready_scenario_get_full_effect (VbReadyScenario *self, const VbReadyLever *lever)
{
  const VbLeverFigures *figures = &lever->figures;
  double beds = figures->base * figures->influence * figures->probability;

  g_return_val_if_fail (VB_IS_READY_SCENARIO (self), NAN);

  if (figures->basis == VB_LEVER_BASIS_SHARE)
    beds *= figures->bed_days / (DAYS_PER_YEAR * self->target_occupancy);
  return beds;
}
