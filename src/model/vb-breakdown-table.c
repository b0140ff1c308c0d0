/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-breakdown-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NAMED_UNITS 3

struct _VbBreakdownTable
{
  GObject parent_instance;

  VbBreakdownScope scope;
  GListStore *rows;
  GHashTable *by_unit; /* VbUnit → VbBreakdownRow, both of the rows */
  char *missing[VB_N_BREAKDOWN_KEYS];

  gint64 residual;
  VbBreakdownRow *increase; /* of the rows */
  VbBreakdownRow *decrease;
};

G_DEFINE_FINAL_TYPE (VbBreakdownTable, vb_breakdown_table, G_TYPE_OBJECT)

static void
vb_breakdown_table_finalize (GObject *object)
{
  VbBreakdownTable *self = VB_BREAKDOWN_TABLE (object);

  g_hash_table_unref (self->by_unit);
  g_object_unref (self->rows);
  g_clear_object (&self->scope.unit);
  for (guint key = 0; key < VB_N_BREAKDOWN_KEYS; key++)
    g_free (self->missing[key]);

  G_OBJECT_CLASS (vb_breakdown_table_parent_class)->finalize (object);
}

static void
vb_breakdown_table_class_init (VbBreakdownTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_breakdown_table_finalize;
}

static void
vb_breakdown_table_init (VbBreakdownTable *self)
{
  self->rows = g_list_store_new (VB_TYPE_BREAKDOWN_ROW);
  self->by_unit = g_hash_table_new (NULL, NULL);
}

static double
get_difference (VbBreakdownRow *row)
{
  return row != NULL ? vb_breakdown_row_get_figures (row)->difference : 0;
}

/* Each row comes after its parent, so that the row after one that has children is below it. */
static void
summarise (VbBreakdownTable *self, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      VbBreakdownRow *row = rows->pdata[i];
      VbUnit *unit = vb_breakdown_row_get_unit (row);

      self->residual += vb_breakdown_row_get_figures (row)->residual;
      if (i + 1 < rows->len
          && vb_unit_get_parent (vb_breakdown_row_get_unit (rows->pdata[i + 1])) == unit)
        continue;
      if (get_difference (row) > get_difference (self->increase))
        self->increase = row;
      if (get_difference (row) < get_difference (self->decrease))
        self->decrease = row;
    }
}

VbBreakdownTable *
vb_breakdown_table_new (const VbBreakdownScope *scope, GPtrArray *rows, const char *const *missing)
{
  VbBreakdownTable *self;

  g_return_val_if_fail (scope != NULL && VB_IS_UNIT (scope->unit), NULL);
  g_return_val_if_fail (rows != NULL && missing != NULL, NULL);

  self = g_object_new (VB_TYPE_BREAKDOWN_TABLE, NULL);
  self->scope = *scope;
  g_object_ref (self->scope.unit);
  for (guint key = 0; key < VB_N_BREAKDOWN_KEYS; key++)
    self->missing[key] = g_strdup (missing[key]);
  g_list_store_splice (self->rows, 0, 0, rows->pdata, rows->len);
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (self->by_unit, vb_breakdown_row_get_unit (rows->pdata[i]), rows->pdata[i]);
  summarise (self, rows);
  g_ptr_array_unref (rows);

  return self;
}

const VbBreakdownScope *
vb_breakdown_table_get_scope (VbBreakdownTable *self)
{
  g_return_val_if_fail (VB_IS_BREAKDOWN_TABLE (self), NULL);

  return &self->scope;
}

GListModel *
vb_breakdown_table_get_rows (VbBreakdownTable *self)
{
  g_return_val_if_fail (VB_IS_BREAKDOWN_TABLE (self), NULL);

  return G_LIST_MODEL (self->rows);
}

VbBreakdownRow *
vb_breakdown_table_find (VbBreakdownTable *self, VbUnit *unit)
{
  g_return_val_if_fail (VB_IS_BREAKDOWN_TABLE (self), NULL);

  return g_hash_table_lookup (self->by_unit, unit);
}

gint64
vb_breakdown_table_get_residual (VbBreakdownTable *self)
{
  g_return_val_if_fail (VB_IS_BREAKDOWN_TABLE (self), 0);

  return self->residual;
}

VbBreakdownRow *
vb_breakdown_table_get_largest_increase (VbBreakdownTable *self)
{
  g_return_val_if_fail (VB_IS_BREAKDOWN_TABLE (self), NULL);

  return self->increase;
}

VbBreakdownRow *
vb_breakdown_table_get_largest_decrease (VbBreakdownTable *self)
{
  g_return_val_if_fail (VB_IS_BREAKDOWN_TABLE (self), NULL);

  return self->decrease;
}

static gboolean
is_unknown (VbBreakdownTable *self, VbUnit *unit)
{
  VbBreakdownRow *row = unit != NULL ? vb_breakdown_table_find (self, unit) : NULL;

  return row != NULL && isnan (vb_breakdown_row_get_figures (row)->beds);
}

char *
vb_breakdown_table_dup_unknown (VbBreakdownTable *self, guint *n)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_topmost = 0;

  g_return_val_if_fail (VB_IS_BREAKDOWN_TABLE (self), NULL);

  *n = 0;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (VbBreakdownRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      VbUnit *unit = vb_breakdown_row_get_unit (row);

      if (!is_unknown (self, unit))
        continue;
      ++*n;
      if (is_unknown (self, vb_unit_get_parent (unit)) || n_topmost++ >= NAMED_UNITS)
        continue;
      if (names->len > 0)
        g_string_append (names, ", ");
      g_string_append (names, vb_unit_get_name (unit));
    }
  if (*n == 0)
    return NULL;

  if (n_topmost > NAMED_UNITS)
    /* Translators: follows the names of some units */
    g_string_append_printf (names, _ (" and %u more"), n_topmost - NAMED_UNITS);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

const char *
vb_breakdown_table_get_missing (VbBreakdownTable *self, VbBreakdownKey key)
{
  g_return_val_if_fail (VB_IS_BREAKDOWN_TABLE (self), NULL);
  g_return_val_if_fail (key < VB_N_BREAKDOWN_KEYS, NULL);

  return self->missing[key];
}
