/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-app"

#include "vb-page-table.h"

#include <glib/gi18n-lib.h>

#include "vb-actions-page.h"
#include "vb-breakdown-page.h"
#include "vb-dialogues-page.h"
#include "vb-glossary-page.h"
#include "vb-import-page.h"
#include "vb-ladder-page.h"
#include "vb-need-page.h"
#include "vb-occupancy-page.h"
#include "vb-overview-page.h"
#include "vb-population-page.h"
#include "vb-potential-page.h"
#include "vb-scenarios-page.h"

/* One line a page: id, title and icon in the sidebar, level, class. */
static const VbPageEntry entries[] = {
  { "overview", N_ ("Overview"), "vb-overview-symbolic", VB_PAGE_LEVEL_NONE,
    vb_overview_page_get_type },
  { "need", N_ ("Need and Gap"), "vb-need-gap-symbolic", VB_PAGE_LEVEL_STRATEGIC,
    vb_need_page_get_type },
  { "breakdown", N_ ("Breakdown"), "vb-breakdown-symbolic", VB_PAGE_LEVEL_STRATEGIC,
    vb_breakdown_page_get_type },
  { "occupancy", N_ ("Occupancy"), "vb-occupancy-symbolic", VB_PAGE_LEVEL_STRATEGIC,
    vb_occupancy_page_get_type },
  { "potential", N_ ("Potential"), "vb-potential-symbolic", VB_PAGE_LEVEL_STRATEGIC,
    vb_potential_page_get_type },
  { "population", N_ ("Population"), "vb-population-symbolic", VB_PAGE_LEVEL_STRATEGIC,
    vb_population_page_get_type },
  { "scenarios", N_ ("Scenarios"), "vb-scenarios-symbolic", VB_PAGE_LEVEL_STRATEGIC,
    vb_scenarios_page_get_type },
  { "ladder", N_ ("Development Ladder"), "vb-ladder-symbolic", VB_PAGE_LEVEL_DEVELOPMENT,
    vb_ladder_page_get_type },
  { "actions", N_ ("Actions"), "checkbox-checked-symbolic", VB_PAGE_LEVEL_DEVELOPMENT,
    vb_actions_page_get_type },
  { "dialogues", N_ ("Dialogues"), "system-users-symbolic", VB_PAGE_LEVEL_DEVELOPMENT,
    vb_dialogues_page_get_type },
  { "import", N_ ("Import and Quality"), "vb-import-symbolic", VB_PAGE_LEVEL_DATA,
    vb_import_page_get_type },
  { "glossary", N_ ("Glossary"), "accessories-dictionary-symbolic", VB_PAGE_LEVEL_DATA,
    vb_glossary_page_get_type },
  { NULL },
};

const VbPageEntry *
vb_page_table_get (guint *n_entries)
{
  *n_entries = G_N_ELEMENTS (entries) - 1;

  return entries;
}

const VbPageEntry *
vb_page_table_find (const char *id)
{
  for (const VbPageEntry *entry = entries; entry->id != NULL; entry++)
    if (g_strcmp0 (entry->id, id) == 0)
      return entry;

  return NULL;
}

const char *
vb_page_table_get_heading (VbPageLevel level)
{
  switch (level)
    {
    case VB_PAGE_LEVEL_STRATEGIC:
      return C_ ("level", "Strategic");
    case VB_PAGE_LEVEL_TACTICAL:
      return C_ ("level", "Tactical");
    case VB_PAGE_LEVEL_OPERATIONAL:
      return C_ ("level", "Operational");
    case VB_PAGE_LEVEL_DEVELOPMENT:
      return C_ ("level", "Development");
    case VB_PAGE_LEVEL_DATA:
      return C_ ("level", "Data");
    case VB_PAGE_LEVEL_NONE:
    default:
      return NULL;
    }
}
