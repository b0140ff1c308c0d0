/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-need-row.h"

struct _VbNeedRow
{
  GObject parent_instance;

  VbUnit *unit;
  VbNeedTable *table;
  const VbNeedFigures *figures; /* of the table */
  VbCareGroup group;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbNeedRow, vb_need_row, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
vb_need_row_finalize (GObject *object)
{
  VbNeedRow *self = VB_NEED_ROW (object);

  g_clear_object (&self->unit);
  g_clear_object (&self->table);

  G_OBJECT_CLASS (vb_need_row_parent_class)->finalize (object);
}

static void
vb_need_row_class_init (VbNeedRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_need_row_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vb_need_row_init (VbNeedRow *self)
{
}

VbNeedRow *
vb_need_row_new (VbUnit *unit)
{
  VbNeedRow *self = g_object_new (VB_TYPE_NEED_ROW, NULL);

  self->unit = g_object_ref (unit);
  return self;
}

VbUnit *
vb_need_row_get_unit (VbNeedRow *self)
{
  g_return_val_if_fail (VB_IS_NEED_ROW (self), NULL);

  return self->unit;
}

VbCareGroup
vb_need_row_get_group (VbNeedRow *self)
{
  g_return_val_if_fail (VB_IS_NEED_ROW (self), VB_CARE_GROUP_NONE);

  return self->group;
}

const VbNeedFigures *
vb_need_row_get_figures (VbNeedRow *self)
{
  g_return_val_if_fail (VB_IS_NEED_ROW (self), NULL);

  return self->figures;
}

void
vb_need_row_show (VbNeedRow *self, VbNeedTable *table, VbCareGroup wanted, int index)
{
  gint64 id;

  g_return_if_fail (VB_IS_NEED_ROW (self));

  id = vb_unit_get_id (self->unit);
  g_set_object (&self->table, table);
  self->figures = NULL;
  self->group = VB_CARE_GROUP_NONE;
  if (table != NULL)
    {
      self->group = (vb_need_table_get_groups (table, id) & (1u << wanted)) != 0
                        ? wanted
                        : vb_need_table_get_main_group (table, id);
      if (index >= 0)
        self->figures = vb_need_table_get (table, id, self->group, (guint) index);
    }

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
