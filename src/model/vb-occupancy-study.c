/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-occupancy-study.h"

typedef struct
{
  VbOccupancyRow *row;
  VbTargetPrice *prices;
  guint n_prices;
} Priced;

struct _VbOccupancyStudy
{
  GObject parent_instance;

  GListModel *rows;
  GHashTable *by_unit; /* VbUnit → VbOccupancyRow, both the rows' */
  GListModel *pool;    /* NULL: none */
  VbPoolRefusals refusals;
  GArray *priced; /* of Priced */
  GArray *curve;  /* of VbSizePoint */
  int year;
};

G_DEFINE_FINAL_TYPE (VbOccupancyStudy, vb_occupancy_study, G_TYPE_OBJECT)

static void
clear_priced (gpointer data)
{
  Priced *priced = data;

  g_clear_object (&priced->row);
  g_clear_pointer (&priced->prices, g_free);
}

static void
vb_occupancy_study_finalize (GObject *object)
{
  VbOccupancyStudy *self = VB_OCCUPANCY_STUDY (object);

  g_clear_pointer (&self->by_unit, g_hash_table_unref);
  g_clear_object (&self->rows);
  g_clear_object (&self->pool);
  g_clear_pointer (&self->priced, g_array_unref);
  g_clear_pointer (&self->curve, g_array_unref);

  G_OBJECT_CLASS (vb_occupancy_study_parent_class)->finalize (object);
}

static void
vb_occupancy_study_class_init (VbOccupancyStudyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_occupancy_study_finalize;
}

static void
vb_occupancy_study_init (VbOccupancyStudy *self)
{
  self->by_unit = g_hash_table_new (NULL, NULL);
  self->priced = g_array_new (FALSE, FALSE, sizeof (Priced));
  g_array_set_clear_func (self->priced, clear_priced);
  self->curve = g_array_new (FALSE, FALSE, sizeof (VbSizePoint));
}

VbOccupancyStudy *
vb_occupancy_study_new (GListModel *rows,
                        GListModel *pool,
                        const VbPoolRefusals *refusals,
                        int year)
{
  VbOccupancyStudy *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);
  g_return_val_if_fail (pool == NULL || G_IS_LIST_MODEL (pool), NULL);

  self = g_object_new (VB_TYPE_OCCUPANCY_STUDY, NULL);
  g_set_object (&self->rows, rows);
  g_set_object (&self->pool, pool);
  self->refusals = *refusals;
  self->year = year;
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VbOccupancyRow) row = g_list_model_get_item (rows, i);

      g_hash_table_insert (self->by_unit, vb_occupancy_row_get_unit (row), row);
    }

  return self;
}

void
vb_occupancy_study_add_prices (VbOccupancyStudy *self,
                               VbOccupancyRow *row,
                               const VbTargetPrice *prices,
                               guint n_prices)
{
  Priced priced = { g_object_ref (row), g_memdup2 (prices, n_prices * sizeof *prices), n_prices };

  g_return_if_fail (VB_IS_OCCUPANCY_STUDY (self));

  g_array_append_val (self->priced, priced);
}

void
vb_occupancy_study_add_curve_point (VbOccupancyStudy *self, double mean_census, double target)
{
  VbSizePoint point = { mean_census, target };

  g_return_if_fail (VB_IS_OCCUPANCY_STUDY (self));

  g_array_append_val (self->curve, point);
}

GListModel *
vb_occupancy_study_get_rows (VbOccupancyStudy *self)
{
  g_return_val_if_fail (VB_IS_OCCUPANCY_STUDY (self), NULL);

  return self->rows;
}

VbOccupancyRow *
vb_occupancy_study_find (VbOccupancyStudy *self, VbUnit *unit)
{
  g_return_val_if_fail (VB_IS_OCCUPANCY_STUDY (self), NULL);

  return g_hash_table_lookup (self->by_unit, unit);
}

GListModel *
vb_occupancy_study_get_pool (VbOccupancyStudy *self)
{
  g_return_val_if_fail (VB_IS_OCCUPANCY_STUDY (self), NULL);

  return self->pool;
}

const VbPoolRefusals *
vb_occupancy_study_get_refusals (VbOccupancyStudy *self)
{
  g_return_val_if_fail (VB_IS_OCCUPANCY_STUDY (self), NULL);

  return &self->refusals;
}

int
vb_occupancy_study_get_year (VbOccupancyStudy *self)
{
  g_return_val_if_fail (VB_IS_OCCUPANCY_STUDY (self), 0);

  return self->year;
}

guint
vb_occupancy_study_get_n_priced (VbOccupancyStudy *self)
{
  g_return_val_if_fail (VB_IS_OCCUPANCY_STUDY (self), 0);

  return self->priced->len;
}

VbOccupancyRow *
vb_occupancy_study_get_priced (VbOccupancyStudy *self, guint index)
{
  g_return_val_if_fail (VB_IS_OCCUPANCY_STUDY (self), NULL);
  g_return_val_if_fail (index < self->priced->len, NULL);

  return g_array_index (self->priced, Priced, index).row;
}

const VbTargetPrice *
vb_occupancy_study_get_prices (VbOccupancyStudy *self, guint index, guint *n_prices)
{
  const Priced *priced;

  g_return_val_if_fail (VB_IS_OCCUPANCY_STUDY (self), NULL);
  g_return_val_if_fail (index < self->priced->len, NULL);

  priced = &g_array_index (self->priced, Priced, index);
  *n_prices = priced->n_prices;
  return priced->prices;
}

const VbSizePoint *
vb_occupancy_study_get_curve (VbOccupancyStudy *self, guint *n_points)
{
  g_return_val_if_fail (VB_IS_OCCUPANCY_STUDY (self), NULL);

  *n_points = self->curve->len;
  return (const VbSizePoint *) (gpointer) self->curve->data;
}
