/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-population-outlook.h"

struct _VbPopulationOutlook
{
  GObject parent_instance;

  VbUnit *unit;
  VbPopulationBasis basis;
  char *source;
  GListModel *rows; /* of VbPopulationRow, at least one */
  VbPopulationGroup *groups;
  guint n_groups;
};

G_DEFINE_FINAL_TYPE (VbPopulationOutlook, vb_population_outlook, G_TYPE_OBJECT)

static void
vb_population_outlook_finalize (GObject *object)
{
  VbPopulationOutlook *self = VB_POPULATION_OUTLOOK (object);

  g_clear_object (&self->unit);
  g_clear_object (&self->rows);
  g_free (self->source);
  g_free (self->groups);

  G_OBJECT_CLASS (vb_population_outlook_parent_class)->finalize (object);
}

static void
vb_population_outlook_class_init (VbPopulationOutlookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_population_outlook_finalize;
}

static void
vb_population_outlook_init (VbPopulationOutlook *self)
{
}

VbPopulationOutlook *
vb_population_outlook_new (VbUnit *unit,
                           const VbPopulationBasis *basis,
                           const char *source,
                           GListModel *rows,
                           const VbPopulationGroup *groups,
                           guint n_groups)
{
  VbPopulationOutlook *self;

  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);
  g_return_val_if_fail (g_list_model_get_n_items (rows) > 0, NULL);

  self = g_object_new (VB_TYPE_POPULATION_OUTLOOK, NULL);
  self->unit = g_object_ref (unit);
  self->basis = *basis;
  self->source = g_strdup (source);
  self->rows = g_object_ref (rows);
  self->groups = g_memdup2 (groups, n_groups * sizeof *groups);
  self->n_groups = n_groups;
  return self;
}

VbUnit *
vb_population_outlook_get_unit (VbPopulationOutlook *self)
{
  g_return_val_if_fail (VB_IS_POPULATION_OUTLOOK (self), NULL);

  return self->unit;
}

const VbPopulationBasis *
vb_population_outlook_get_basis (VbPopulationOutlook *self)
{
  g_return_val_if_fail (VB_IS_POPULATION_OUTLOOK (self), NULL);

  return &self->basis;
}

const char *
vb_population_outlook_get_source (VbPopulationOutlook *self)
{
  g_return_val_if_fail (VB_IS_POPULATION_OUTLOOK (self), NULL);

  return self->source;
}

GListModel *
vb_population_outlook_get_rows (VbPopulationOutlook *self)
{
  g_return_val_if_fail (VB_IS_POPULATION_OUTLOOK (self), NULL);

  return self->rows;
}

const VbPopulationGroup *
vb_population_outlook_get_groups (VbPopulationOutlook *self, guint *n)
{
  g_return_val_if_fail (VB_IS_POPULATION_OUTLOOK (self), NULL);

  *n = self->n_groups;
  return self->groups;
}

static const VbPopulationFigures *
get_figures (VbPopulationOutlook *self, guint index)
{
  g_autoptr (VbPopulationRow) row = g_list_model_get_item (self->rows, index);

  return vb_population_row_get_figures (row); /* the list keeps it alive */
}

const VbPopulationFigures *
vb_population_outlook_find_year (VbPopulationOutlook *self, gint16 year)
{
  g_return_val_if_fail (VB_IS_POPULATION_OUTLOOK (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (self->rows); i++)
    if (get_figures (self, i)->year == year)
      return get_figures (self, i);
  return NULL;
}

const VbPopulationFigures *
vb_population_outlook_get_first (VbPopulationOutlook *self)
{
  g_return_val_if_fail (VB_IS_POPULATION_OUTLOOK (self), NULL);

  return get_figures (self, 0);
}

const VbPopulationFigures *
vb_population_outlook_get_last (VbPopulationOutlook *self)
{
  g_return_val_if_fail (VB_IS_POPULATION_OUTLOOK (self), NULL);

  return get_figures (self, g_list_model_get_n_items (self->rows) - 1);
}
