/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-nearest-figures.h"

#include <math.h>

static gboolean
has_patients (VbNeedTable *table, VbUnit *unit, guint index)
{
  for (guint group = 0; group < VB_N_CARE_GROUPS; group++)
    {
      const VbNeedFigures *figures =
          vb_need_table_get (table, vb_unit_get_id (unit), (VbCareGroup) group, index);

      if (figures != NULL && !isnan (figures->occupied_beds))
        return TRUE;
    }
  return FALSE;
}

gboolean
vb_nearest_figures_has (VbNeedTable *table, VbUnit *unit, VbDay start)
{
  int index;

  g_return_val_if_fail (VB_IS_NEED_TABLE (table), FALSE);
  g_return_val_if_fail (VB_IS_UNIT (unit), FALSE);

  index = vb_need_table_find_period (table, start);
  return index >= 0 && has_patients (table, unit, (guint) index);
}

gboolean
vb_nearest_figures_find_period (VbNeedTable *table, VbUnit *unit, VbDay start, VbPeriod *found)
{
  int least = G_MAXINT;

  g_return_val_if_fail (VB_IS_NEED_TABLE (table), FALSE);
  g_return_val_if_fail (VB_IS_UNIT (unit), FALSE);

  for (guint i = 0; i < vb_need_table_get_n_periods (table); i++)
    {
      VbPeriod period = vb_need_table_get_period (table, i);
      int distance = ABS (period.start - start);

      if (distance > least || !has_patients (table, unit, i))
        continue;
      least = distance;
      *found = period;
    }
  return least < G_MAXINT;
}

/* @start VB_DAY_NONE: in any period. */
static gboolean
is_found (VbNeedTable *table, VbUnit *unit, VbDay start)
{
  VbPeriod period;

  return start != VB_DAY_NONE ? vb_nearest_figures_has (table, unit, start)
                              : vb_nearest_figures_find_period (table, unit, start, &period);
}

static VbUnit *
find_among (VbNeedTable *table, GListModel *units, VbDay start)
{
  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (VbUnit) unit = g_list_model_get_item (units, i);
      VbUnit *below;

      /* The document keeps its units alive. */
      if (is_found (table, unit, start))
        return unit;
      below = find_among (table, vb_unit_get_children (unit), start);
      if (below != NULL)
        return below;
    }
  return NULL;
}

VbUnit *
vb_nearest_figures_find_unit (VbNeedTable *table, VbDocument *document, VbUnit *unit, VbDay start)
{
  VbUnit *found;

  g_return_val_if_fail (VB_IS_NEED_TABLE (table), NULL);
  g_return_val_if_fail (VB_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);

  for (found = vb_unit_get_parent (unit); found != NULL; found = vb_unit_get_parent (found))
    if (is_found (table, found, start))
      return found;

  found = find_among (table, vb_document_get_roots (document), start);
  if (found == NULL && start != VB_DAY_NONE)
    found = vb_nearest_figures_find_unit (table, document, unit, VB_DAY_NONE);
  return found;
}
