/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-ready-scenarios.h"

#include "vb-document-scenarios.h"

/* As published figures of the nation have it. The same in any language: two plans that got a nation
 * each are to be gathered into one. */
#define NATION "Riket"
#define NATION_CODE "00"

static VbScenario *
find_made (VbDocument *document, const char *id)
{
  GListModel *scenarios = vb_document_get_scenarios (document);

  for (guint i = 0; i < g_list_model_get_n_items (scenarios); i++)
    {
      g_autoptr (VbScenario) scenario = g_list_model_get_item (scenarios, i);

      if (g_strcmp0 (vb_scenario_get_facts (scenario)->ready, id) == 0)
        return scenario; /* the list keeps it */
    }
  return NULL;
}

/* The nation whose beds the ready scenarios are about, and no other. */
static gboolean
is_sweden (VbUnit *unit)
{
  static const char *const names[] = { NATION, "Sverige", "Sweden" };

  if (vb_unit_get_kind (unit) != VB_UNIT_NATION)
    return FALSE;
  if (vb_unit_get_code (unit) != NULL)
    return g_str_equal (vb_unit_get_code (unit), NATION_CODE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (vb_unit_get_name (unit), names[i]))
      return TRUE;

  return FALSE;
}

static VbUnit *
find_nation (VbDocument *document)
{
  GListModel *roots = vb_document_get_roots (document);

  for (guint i = 0; i < g_list_model_get_n_items (roots); i++)
    {
      g_autoptr (VbUnit) unit = g_list_model_get_item (roots, i);

      if (is_sweden (unit))
        return unit;
    }
  return NULL;
}

static gint64
make (VbDocument *document, VbReadyScenario *ready, GError **error)
{
  VbUnit *nation = find_nation (document);
  gint64 unit = nation != NULL ? vb_unit_get_id (nation)
                               : vb_document_add_unit (document, 0, VB_UNIT_NATION, NATION,
                                                       NATION_CODE, error);

  return unit != 0 ? vb_document_add_ready_scenario (document, ready, unit, error) : 0;
}

gboolean
vb_ready_scenarios_choose (VbSession *session, VbReadyScenario *ready, GError **error)
{
  VbDocument *document;
  VbScenario *scenario;
  gint64 id;

  g_return_val_if_fail (VB_IS_SESSION (session), FALSE);
  g_return_val_if_fail (VB_IS_READY_SCENARIO (ready), FALSE);

  document = vb_session_get_document (session);
  scenario = find_made (document, vb_ready_scenario_get_id (ready));
  if (scenario == NULL)
    {
      vb_document_begin_group (document);
      id = make (document, ready, error);
      vb_document_end_group (document);
      if (id == 0)
        return FALSE;
      scenario = vb_document_get_scenario (document, id);
    }
  vb_session_set_scenario (session, scenario);

  return TRUE;
}
