/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-breakdown-finder.h"

#include <math.h>

#include "private/vb-breakdown-job.h"
#include "private/vb-planner-private.h"

static gboolean
has_weight (VbNeedTable *table, VbUnit *unit, VbCareGroup group, guint index)
{
  gint64 id = vb_unit_get_id (unit);

  return !isnan (
             _vb_breakdown_measure (table, id, group, index, index + 1, VB_BREAKDOWN_KEY_BED_DAYS))
         || !isnan (_vb_breakdown_measure (table, id, group, index, index + 1,
                                           VB_BREAKDOWN_KEY_PRESENT_BEDS));
}

static gboolean
can_share (VbPlanner *planner, VbNeedTable *table, VbUnit *unit, VbCareGroup group, guint index)
{
  GListModel *children = vb_unit_get_children (unit);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);

      if (has_weight (table, child, group, index))
        return TRUE;
    }
  return _vb_planner_can_weigh_population (planner, unit, group);
}

gboolean
vb_breakdown_finder_can_share (VbPlanner *planner, VbUnit *unit, VbCareGroup group, VbPeriod period)
{
  VbNeedTable *table;
  int index;

  g_return_val_if_fail (VB_IS_PLANNER (planner), FALSE);
  g_return_val_if_fail (VB_IS_UNIT (unit), FALSE);

  table = vb_planner_get_need (planner, period.grain);
  index = table != NULL ? vb_need_table_find_period (table, period.start) : -1;
  return index >= 0 && can_share (planner, table, unit, group, (guint) index);
}

gboolean
vb_breakdown_finder_find_period (
    VbPlanner *planner, VbUnit *unit, VbCareGroup group, VbGrain grain, VbPeriod *out)
{
  VbNeedTable *table;

  g_return_val_if_fail (VB_IS_PLANNER (planner), FALSE);
  g_return_val_if_fail (VB_IS_UNIT (unit), FALSE);

  table = vb_planner_get_need (planner, grain);
  for (guint i = table != NULL ? vb_need_table_get_n_periods (table) : 0; i > 0; i--)
    if (can_share (planner, table, unit, group, i - 1))
      {
        *out = vb_need_table_get_period (table, i - 1);
        return TRUE;
      }
  return FALSE;
}

/* ---- units ----------------------------------------------------------------------------------- */

typedef struct
{
  VbPlanner *planner;
  VbNeedTable *table;
  guint index;
} Search;

static gboolean
fits (const Search *search, VbUnit *unit)
{
  VbCareGroup group = vb_need_table_get_main_group (search->table, vb_unit_get_id (unit));

  return can_share (search->planner, search->table, unit, group, search->index);
}

/* The first among @units and all below them, from the top down. */
static VbUnit *
find_among (const Search *search, GListModel *units)
{
  VbUnit *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (units) && found == NULL; i++)
    {
      g_autoptr (VbUnit) unit = g_list_model_get_item (units, i);

      /* The document keeps it. */
      found = fits (search, unit) ? unit : find_among (search, vb_unit_get_children (unit));
    }
  return found;
}

VbUnit *
vb_breakdown_finder_find_unit (VbPlanner *planner, VbUnit *unit, VbPeriod period)
{
  Search search = { planner, NULL, 0 };
  VbUnit *found;
  int index;

  g_return_val_if_fail (VB_IS_PLANNER (planner), NULL);
  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);

  search.table = vb_planner_get_need (planner, period.grain);
  index = search.table != NULL ? vb_need_table_find_period (search.table, period.start) : -1;
  if (index < 0)
    return NULL;
  search.index = (guint) index;
  for (VbUnit *above = vb_unit_get_parent (unit); above != NULL; above = vb_unit_get_parent (above))
    if (fits (&search, above))
      return above;
  found = find_among (&search, vb_unit_get_children (unit));
  return found != NULL
             ? found
             : find_among (&search, vb_document_get_roots (_vb_planner_get_document (planner)));
}
