/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-occupancy-cost.h"

#include <glib/gi18n-lib.h>

#include "vb-target-rows.h"

VbDrawing *
vb_occupancy_cost_new (const char *when, const VbOccupancyCostUnit *units, guint n_units)
{
  /* Translators: %s is a period, "2026" */
  g_autofree char *subtitle = g_strdup_printf (_ ("the same occupancy, unlike risks, %s"), when);
  g_autofree VbTargetUnit *rows = g_new0 (VbTargetUnit, n_units + 1);
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_units; i++)
    {
      VbTargetRow *targets = g_new (VbTargetRow, units[i].n_costs + 1);

      g_ptr_array_add (owned, targets);
      for (guint j = 0; j < units[i].n_costs; j++)
        targets[j] = (VbTargetRow){ units[i].costs[j].target, units[i].costs[j].beds,
                                    units[i].costs[j].risk };
      rows[i] = (VbTargetUnit){ units[i].name, units[i].mean_patients, units[i].available_beds,
                                targets, units[i].n_costs };
    }
  return VB_DRAWING (
      vb_target_rows_new (_ ("What does a target occupancy cost?"), subtitle, rows, n_units));
}
