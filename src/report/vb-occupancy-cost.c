/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-occupancy-cost.h"

#include <glib/gi18n-lib.h>

#include "vb-target-rows.h"

VbDrawing *
vb_occupancy_cost_new (const char *when, const VbOccupancyCostUnit *units, guint n_units)
{
  static const char *const columns[] = {
    "unit",        "target_occupancy", "need_beds", "gap_beds",   "risk",
    "risk_shared", "without_bed",      "refused",   "whole_beds", NULL
  };
  /* Translators: %s is a period, "2026" */
  g_autofree char *subtitle = g_strdup_printf (_ ("the same occupancy, unlike risks, %s"), when);
  g_autofree VbTargetUnit *rows = g_new0 (VbTargetUnit, n_units + 1);
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  VbDrawing *drawing;

  for (guint i = 0; i < n_units; i++)
    {
      VbTargetRow *targets = g_new (VbTargetRow, units[i].n_costs + 1);

      g_ptr_array_add (owned, targets);
      for (guint j = 0; j < units[i].n_costs; j++)
        {
          const VbOccupancyCost *cost = &units[i].costs[j];

          targets[j] =
              (VbTargetRow){ cost->target,      cost->beds,    cost->risk, cost->risk_shared,
                             cost->without_bed, cost->refused, cost->whole };
        }
      rows[i] = (VbTargetUnit){
        units[i].name, units[i].mean_patients, units[i].available_beds, units[i].target_in_force,
        targets,       units[i].n_costs
      };
    }
  drawing = VB_DRAWING (
      vb_target_rows_new (_ ("What does a target occupancy cost?"), subtitle, rows, n_units));
  vb_drawing_set_figures (drawing, columns);
  return drawing;
}
