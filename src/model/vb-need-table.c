/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-need-table-private.h"

struct _VbNeedTable
{
  GObject parent_instance;

  VbGrain grain;
  VbDay first;
  guint n_periods;
  guint n_rows;
  VbNeedTableKey *keys;
  VbNeedFigures *figures;
  GHashTable *first_row; /* of the unit's id (in keys) → 1 + index of its first row */
};

G_DEFINE_FINAL_TYPE (VbNeedTable, vb_need_table, G_TYPE_OBJECT)

static void
vb_need_table_finalize (GObject *object)
{
  VbNeedTable *self = VB_NEED_TABLE (object);

  g_clear_pointer (&self->first_row, g_hash_table_unref);
  g_free (self->keys);
  g_free (self->figures);

  G_OBJECT_CLASS (vb_need_table_parent_class)->finalize (object);
}

static void
vb_need_table_class_init (VbNeedTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_need_table_finalize;
}

static void
vb_need_table_init (VbNeedTable *self)
{
  self->first_row = g_hash_table_new (g_int64_hash, g_int64_equal);
}

VbNeedTable *
vb_need_table_new (VbGrain grain,
                   VbDay first,
                   guint n_periods,
                   guint n_rows,
                   VbNeedTableKey *keys,
                   VbNeedFigures *figures)
{
  VbNeedTable *self = g_object_new (VB_TYPE_NEED_TABLE, NULL);

  self->grain = grain;
  self->first = first;
  self->n_periods = n_periods;
  self->n_rows = n_rows;
  self->keys = keys;
  self->figures = figures;
  for (guint i = 0; i < n_rows; i++)
    if (i == 0 || keys[i].unit_id != keys[i - 1].unit_id)
      g_hash_table_insert (self->first_row, &keys[i].unit_id, GUINT_TO_POINTER (i + 1));
  return self;
}

/* Index of the row, or n_rows when there is none. */
static guint
find_row (VbNeedTable *self, gint64 unit_id, VbCareGroup group)
{
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->first_row, &unit_id));

  if (row == 0)
    return self->n_rows;
  for (row--; row < self->n_rows && self->keys[row].unit_id == unit_id; row++)
    if (self->keys[row].group == group)
      return row;
  return self->n_rows;
}

VbGrain
vb_need_table_get_grain (VbNeedTable *self)
{
  g_return_val_if_fail (VB_IS_NEED_TABLE (self), VB_GRAIN_MONTH);

  return self->grain;
}

guint
vb_need_table_get_n_periods (VbNeedTable *self)
{
  g_return_val_if_fail (VB_IS_NEED_TABLE (self), 0);

  return self->n_periods;
}

VbPeriod
vb_need_table_get_period (VbNeedTable *self, guint index)
{
  VbPeriod period = { VB_GRAIN_MONTH, VB_DAY_NONE };

  g_return_val_if_fail (VB_IS_NEED_TABLE (self), period);
  g_return_val_if_fail (index < self->n_periods, period);

  period.grain = self->grain;
  period.start = vb_grain_add (self->grain, self->first, (int) index);
  return period;
}

int
vb_need_table_find_period (VbNeedTable *self, VbDay start)
{
  int index;

  g_return_val_if_fail (VB_IS_NEED_TABLE (self), -1);

  if (self->n_periods == 0 || vb_grain_floor (self->grain, start) != start)
    return -1;
  index = vb_grain_distance (self->grain, self->first, start);
  return index >= 0 && (guint) index < self->n_periods ? index : -1;
}

guint
vb_need_table_get_groups (VbNeedTable *self, gint64 unit_id)
{
  guint groups = 0;

  g_return_val_if_fail (VB_IS_NEED_TABLE (self), 0);

  for (int group = 0; group < VB_N_CARE_GROUPS; group++)
    if (find_row (self, unit_id, group) < self->n_rows)
      groups |= 1u << group;
  return groups;
}

VbCareGroup
vb_need_table_get_main_group (VbNeedTable *self, gint64 unit_id)
{
  guint groups = vb_need_table_get_groups (self, unit_id);

  /* The enumeration's order is the order asked for: none, somatic, the others. */
  for (int group = 0; group < VB_N_CARE_GROUPS; group++)
    if (groups & (1u << group))
      return group;
  return VB_CARE_GROUP_NONE;
}

const VbNeedFigures *
vb_need_table_get (VbNeedTable *self, gint64 unit_id, VbCareGroup group, guint period_index)
{
  guint row;

  g_return_val_if_fail (VB_IS_NEED_TABLE (self), NULL);

  row = find_row (self, unit_id, group);
  if (row == self->n_rows || period_index >= self->n_periods)
    return NULL;
  return &self->figures[(gsize) row * self->n_periods + period_index];
}
