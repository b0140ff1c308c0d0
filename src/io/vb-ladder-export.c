/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-ladder-export.h"

/* In Swedish where there is Swedish, whatever the locale: files are the same everywhere. */
static const char *
get_area_name (VbLadderArea *area)
{
  const VbBilingual *name = vb_ladder_area_get_name (area);

  if (name->sv != NULL)
    return name->sv;
  return name->en != NULL ? name->en : vb_ladder_area_get_id (area);
}

static void
add_row (VbTableExporter *table,
         VbLadderArea *area,
         guint step,
         VbPlanningLevel level,
         const char *id,
         const VbBilingual *text,
         const VbBilingual *evidence)
{
  vb_table_exporter_add_text (table, get_area_name (area));
  vb_table_exporter_add_number (table, step);
  vb_table_exporter_add_text (table, vb_planning_level_to_id (level));
  vb_table_exporter_add_text (table, id);
  vb_table_exporter_add_text (table, text->sv);
  vb_table_exporter_add_text (table, text->en);
  vb_table_exporter_add_text (table, evidence != NULL ? evidence->sv : NULL);
  vb_table_exporter_add_text (table, evidence != NULL ? evidence->en : NULL);
}

VbTableExporter *
vb_ladder_table_export (VbLadder *ladder)
{
  static const char *const headers[] = { "area",        "step",         "level",
                                         "id",          "statement_sv", "statement_en",
                                         "evidence_sv", "evidence_en",  NULL };
  VbTableExporter *table;
  GListModel *areas;

  g_return_val_if_fail (VB_IS_LADDER (ladder), NULL);

  table = vb_table_exporter_new (vb_ladder_get_id (ladder), headers);
  areas = vb_ladder_get_areas (ladder);
  for (guint i = 0; i < g_list_model_get_n_items (areas); i++)
    {
      g_autoptr (VbLadderArea) area = g_list_model_get_item (areas, i);
      GListModel *statements = vb_ladder_area_get_statements (area);
      const VbBilingual *floor = vb_ladder_area_get_step_text (area, 1);

      if (!vb_bilingual_is_empty (floor))
        add_row (table, area, 1, VB_PLANNING_LEVEL_NONE, NULL, floor, NULL);
      for (guint k = 0; k < g_list_model_get_n_items (statements); k++)
        {
          g_autoptr (VbLadderStatement) statement = g_list_model_get_item (statements, k);

          add_row (table, area, vb_ladder_statement_get_step (statement),
                   vb_ladder_statement_get_level (statement),
                   vb_ladder_statement_get_id (statement), vb_ladder_statement_get_text (statement),
                   vb_ladder_statement_get_evidence (statement));
        }
    }
  return table;
}
