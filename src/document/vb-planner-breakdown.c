/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The planner's breakdown: weights from the tables of need and gap, shares from the engine. */
#include "private/vb-planner-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "vb-breakdown.h"
#include "vb-error.h"

/* The units that take part, each after its parent, as the engine wants them. */
typedef struct
{
  GPtrArray *units; /* of VbUnit, owned */
  GArray *parent;   /* of gint32 */
  GPtrArray *names;
  GArray *weight; /* of double */
  GArray *present;
  GArray *locked; /* of gint64 */
  GArray *minimum;
} Tree;

static void
tree_init (Tree *self)
{
  self->units = g_ptr_array_new_with_free_func (g_object_unref);
  self->parent = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->weight = g_array_new (FALSE, FALSE, sizeof (double));
  self->present = g_array_new (FALSE, FALSE, sizeof (double));
  self->locked = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->minimum = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
tree_clear (Tree *self)
{
  g_ptr_array_unref (self->units);
  g_array_unref (self->parent);
  g_ptr_array_unref (self->names);
  g_array_unref (self->weight);
  g_array_unref (self->present);
  g_array_unref (self->locked);
  g_array_unref (self->minimum);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tree, tree_clear)

/* ---- figures of a unit ----------------------------------------------------------------------- */

/* Over the periods from @first to before @after that have them:
 *
 *   bed days = Σ bed days,   present beds = Σ (available beds × days of the period) ÷ Σ days
 *
 * NAN when there are none. The bed days are those that need is made of: with the overcrowded, and
 * outliers where they belong. */
static double
measure_unit (VbNeedTable *table,
              VbUnit *unit,
              VbCareGroup group,
              guint first,
              guint after,
              VbBreakdownKey key)
{
  double sum = 0;
  double days = 0;

  for (guint i = first; i < after; i++)
    {
      const VbNeedFigures *figures = vb_need_table_get (table, vb_unit_get_id (unit), group, i);
      double value = NAN;
      double length = 1;

      if (figures == NULL)
        continue;
      switch (key)
        {
        case VB_BREAKDOWN_KEY_PRESENT_BEDS:
          value = figures->available_beds;
          length = vb_period_get_n_days (vb_need_table_get_period (table, i));
          break;
        case VB_BREAKDOWN_KEY_BED_DAYS:
        default:
          value = figures->bed_days;
        }
      if (isnan (value))
        continue;
      sum += value * length;
      days += length;
    }
  if (days <= 0)
    return NAN;

  return key == VB_BREAKDOWN_KEY_PRESENT_BEDS ? sum / days : sum;
}

/* Care groups are never added together: where a unit has several, one is shared out. */
static VbCareGroup
choose_group (VbNeedTable *table, const VbBreakdownOrder *order)
{
  guint groups = vb_need_table_get_groups (table, vb_unit_get_id (order->unit));

  if (order->group != VB_CARE_GROUP_NONE)
    return order->group;
  for (guint group = VB_CARE_GROUP_SOMATIC; group < VB_N_CARE_GROUPS; group++)
    if (groups & (1u << group))
      return (VbCareGroup) group;
  return VB_CARE_GROUP_NONE;
}

/* ---- the days that the key is measured over -------------------------------------------------- */

/* The day after the last that the unit or anything below it has data for. */
static VbDay
find_end (const VbFacts *facts, VbUnit *unit)
{
  VbDay end = VB_DAY_NONE;
  guint first, after;

  if (_vb_facts_find_subtree (facts, vb_unit_get_id (unit), &first, &after))
    for (guint i = first; i < after; i++)
      end = MAX (end, facts->ends[i].end);
  return MIN (end, facts->now);
}

/* The latest period of the coarsest grain stored, but not finer than month, that lies wholly within
 * the data: a year that has only begun would favour the units that are busy in winter. The next
 * finer grain where there is none; the order's days stay as they are when there is none at all. */
static gboolean
choose_latest_period (VbPlanner *self,
                      VbBreakdownOrder *order,
                      GCancellable *cancellable,
                      GError **error)
{
  guint grains = vb_document_get_grains (_vb_planner_get_document (self));
  int coarsest = VB_GRAIN_YEAR;

  while (coarsest > VB_GRAIN_MONTH && (grains & (1u << coarsest)) == 0)
    coarsest--;
  for (int grain = coarsest; grain >= VB_GRAIN_MONTH; grain--)
    {
      g_autoptr (VbNeedTable) table = vb_planner_compute_need (
          self, (VbGrain) grain, VB_DAY_NONE, VB_DAY_NONE, NAN, cancellable, error);
      const VbFacts *facts = _vb_planner_get_facts (self);
      VbCareGroup group;
      VbDay end;

      if (table == NULL)
        return FALSE;
      group = choose_group (table, order);
      end = find_end (facts, order->unit);
      for (guint i = vb_need_table_get_n_periods (table); i-- > 0;)
        {
          VbPeriod period = vb_need_table_get_period (table, i);

          if (period.start < facts->first[grain] || vb_period_get_end (period) > end
              || isnan (measure_unit (table, order->unit, group, i, i + 1, order->key)))
            continue;
          order->from = period.start;
          order->to = vb_period_get_end (period) - 1;
          return TRUE;
        }
    }
  return TRUE;
}

/* The table of the coarsest grain whose periods make up just the days asked for and that has the
 * key for the unit. NULL with *error unset: there is none. */
static VbNeedTable *
find_days (VbPlanner *self, VbBreakdownOrder *order, GCancellable *cancellable, GError **error)
{
  VbDay first = VB_DAY_NONE, end = VB_DAY_NONE;

  vb_document_get_extent (_vb_planner_get_document (self), &first, &end);
  if (order->from == VB_DAY_NONE)
    order->from = first;
  if (order->to == VB_DAY_NONE)
    order->to = end - 1;
  if (order->to < order->from)
    return NULL;

  for (int g = VB_GRAIN_YEAR; g >= VB_GRAIN_DAY; g--)
    {
      g_autoptr (VbNeedTable) table = NULL;
      VbGrain grain = (VbGrain) g;

      if (vb_grain_floor (grain, order->from) != order->from
          || vb_grain_floor (grain, order->to + 1) != order->to + 1)
        continue;
      table =
          vb_planner_compute_need (self, grain, order->from, order->to, NAN, cancellable, error);
      if (table == NULL)
        return NULL;
      if (!isnan (measure_unit (table, order->unit, choose_group (table, order), 0,
                                vb_need_table_get_n_periods (table), order->key)))
        return g_steal_pointer (&table);
    }
  return NULL;
}

static void
refuse_days (const VbBreakdownOrder *order, GError **error)
{
  g_autofree char *path = vb_unit_dup_path (order->unit);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (order->from == VB_DAY_NONE)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                   order->key == VB_BREAKDOWN_KEY_BED_DAYS
                       ? _ ("%s has no bed days for any whole period.")
                       : _ ("%s has no available beds for any whole period."),
                   path);
      return;
    }
  from = vb_day_to_iso (order->from);
  to = vb_day_to_iso (order->to);
  /* Translators: a unit and two days. */
  g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND,
               order->key == VB_BREAKDOWN_KEY_BED_DAYS
                   ? _ ("%s has no bed days from %s to %s.")
                   : _ ("%s has no available beds from %s to %s."),
               path, from, to);
}

/* ---- the tree -------------------------------------------------------------------------------- */

static gboolean
takes_part (VbUnit *unit, VbCareGroup group)
{
  VbCareGroup own = vb_care_type_get_group (vb_unit_get_care_type (unit));
  GListModel *children = vb_unit_get_children (unit);

  if (group == VB_CARE_GROUP_NONE || own == VB_CARE_GROUP_NONE || own == group)
    return TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);

      if (takes_part (child, group))
        return TRUE;
    }
  return FALSE;
}

static void
add_unit (
    Tree *tree, const VbBreakdownOrder *order, VbNeedTable *table, VbUnit *unit, gint32 parent)
{
  GListModel *children = vb_unit_get_children (unit);
  gint32 index = (gint32) tree->units->len;
  const guint first = 0;
  guint after = vb_need_table_get_n_periods (table);
  double weight = measure_unit (table, unit, order->group, first, after, order->key);
  double present =
      measure_unit (table, unit, order->group, first, after, VB_BREAKDOWN_KEY_PRESENT_BEDS);
  gint64 free = -1;
  gint64 none = 0;

  g_ptr_array_add (tree->units, g_object_ref (unit));
  g_array_append_val (tree->parent, parent);
  g_ptr_array_add (tree->names, vb_unit_dup_path (unit));
  g_array_append_val (tree->weight, weight);
  g_array_append_val (tree->present, present);
  g_array_append_val (tree->locked, free);
  g_array_append_val (tree->minimum, none);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);

      if (takes_part (child, order->group))
        add_unit (tree, order, table, child, index);
    }
}

static gboolean
apply_holds (Tree *tree, const VbBreakdownOrder *order, GError **error)
{
  for (guint i = 0; i < order->n_holds; i++)
    {
      const VbBreakdownHold *hold = &order->holds[i];
      guint index;

      if (!g_ptr_array_find (tree->units, hold->unit, &index))
        {
          g_autofree char *path = vb_unit_dup_path (hold->unit);

          g_set_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE,
                       _ ("%s is none of the units that these beds are shared out over."), path);
          return FALSE;
        }
      g_array_index (tree->locked, gint64, index) = hold->locked;
      g_array_index (tree->minimum, gint64, index) = hold->minimum;
    }
  return TRUE;
}

static GListModel *
list_rows (const Tree *tree, const VbBreakdownShare *shares)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GListStore *store = g_list_store_new (VB_TYPE_BREAKDOWN_ROW);

  for (guint i = 0; i < tree->units->len; i++)
    {
      double present = g_array_index (tree->present, double, i);
      VbBreakdownFigures figures = {
        .weight = g_array_index (tree->weight, double, i),
        .beds = shares[i].beds,
        .residual = shares[i].residual,
        .present_beds = present,
        .difference = (double) shares[i].beds - present,
        .locked = g_array_index (tree->locked, gint64, i),
        .minimum = g_array_index (tree->minimum, gint64, i),
      };

      g_ptr_array_add (rows, vb_breakdown_row_new (tree->units->pdata[i], &figures));
    }
  g_list_store_splice (store, 0, 0, rows->pdata, rows->len);

  return G_LIST_MODEL (store);
}

GListModel *
vb_planner_compute_breakdown (VbPlanner *self,
                              VbBreakdownOrder *order,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (VbNeedTable) table = NULL;
  g_autofree VbBreakdownShare *shares = NULL;
  g_auto (Tree) tree = { 0 };
  GError *failure = NULL;
  VbBreakdownInput input;

  g_return_val_if_fail (VB_IS_PLANNER (self), NULL);
  g_return_val_if_fail (order != NULL && VB_IS_UNIT (order->unit), NULL);

  tree_init (&tree);
  if (order->from == VB_DAY_NONE && order->to == VB_DAY_NONE
      && !choose_latest_period (self, order, cancellable, error))
    return NULL;
  if (order->from != VB_DAY_NONE || order->to != VB_DAY_NONE)
    table = find_days (self, order, cancellable, &failure);
  if (table == NULL)
    {
      if (failure != NULL)
        g_propagate_error (error, failure);
      else
        refuse_days (order, error);
      return NULL;
    }

  order->group = choose_group (table, order);
  add_unit (&tree, order, table, order->unit, -1);
  if (!apply_holds (&tree, order, error))
    return NULL;

  input = (VbBreakdownInput){
    .n = tree.units->len,
    .parent = (const gint32 *) (gpointer) tree.parent->data,
    .weight = (const double *) (gpointer) tree.weight->data,
    .locked = (const gint64 *) (gpointer) tree.locked->data,
    .minimum = (const gint64 *) (gpointer) tree.minimum->data,
    .name = (const char *const *) tree.names->pdata,
  };
  shares = vb_breakdown_run (&input, order->beds, cancellable, error);

  return shares != NULL ? list_rows (&tree, shares) : NULL;
}
