/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-coverage-map.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-cell-map.h"

/* More rows than this are no map but a list. */
#define MAX_ROWS 24

typedef struct
{
  VbCoverage *coverage;
  VbCellMap *map;
  guint first;
  guint n_periods;
  double *values; /* of one row */
} Filling;

static guint
count_units (VbUnit *unit)
{
  GListModel *children = vb_unit_get_children (unit);
  guint n = 1;

  for (guint i = 0; i < g_list_model_get_n_items (children) && n <= MAX_ROWS; i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);

      n += count_units (child);
    }
  return n;
}

static void
add_row (Filling *filling, VbUnit *unit)
{
  gint64 id = vb_unit_get_id (unit);
  gboolean known = FALSE;

  for (guint i = 0; i < filling->n_periods; i++)
    {
      filling->values[i] = vb_coverage_get (filling->coverage, id, filling->first + i);
      known = known || !isnan (filling->values[i]);
    }
  if (known)
    vb_cell_map_add_row (filling->map, id, vb_unit_get_name (unit), filling->values);
}

static void
add_units (Filling *filling, VbUnit *unit, guint depth, guint max_depth)
{
  GListModel *children = vb_unit_get_children (unit);

  add_row (filling, unit);
  for (guint i = 0; i < g_list_model_get_n_items (children) && depth < max_depth; i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);

      add_units (filling, child, depth + 1, max_depth);
    }
}

VbDrawing *
vb_coverage_map_new (VbCoverage *coverage, VbUnit *unit, guint first, guint n_periods)
{
  static const char *const columns[] = { "unit", "coverage", NULL };
  guint n_all;
  Filling filling = { coverage };
  g_autofree double *values = NULL;
  VbPeriod start;

  g_return_val_if_fail (VB_IS_COVERAGE (coverage), NULL);
  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);

  n_all = vb_coverage_get_n_periods (coverage);
  filling.first = MIN (first, n_all);
  filling.n_periods = MIN (n_periods, n_all - filling.first);
  filling.values = values = g_new (double, MAX (filling.n_periods, 1));
  start = vb_coverage_get_period (coverage, filling.first);
  filling.map = vb_cell_map_new (VB_CELL_MAP_COVERAGE, _ ("Where are figures missing?"),
                                 _ ("share of each period that has data"), start.grain, start.start,
                                 filling.n_periods);
  vb_drawing_set_figures (VB_DRAWING (filling.map), columns);
  add_units (&filling, unit, 0, count_units (unit) <= MAX_ROWS ? G_MAXUINT : 1);
  return VB_DRAWING (filling.map);
}
