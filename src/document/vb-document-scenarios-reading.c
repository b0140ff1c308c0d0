/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenarios to read, and keeping their objects true. */
#include "vb-document-private.h"

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "vb-lever-private.h"
#include "vb-list-private.h"
#include "vb-scenario-private.h"
#include "vb-scenario-table.h"

/* The levers of the scenario @id, known ones as the objects they are. */
static GPtrArray *
collect_levers (VbDocument *self, gint64 id, GArray *rows)
{
  GPtrArray *levers = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    {
      const VbLeverRow *row = &g_array_index (rows, VbLeverRow, i);
      VbLever *lever;

      if (row->facts.scenario_id != id)
        continue;
      lever = vb_document_get_lever (self, row->id);
      lever = lever != NULL ? g_object_ref (lever) : vb_lever_new (row->id, &row->facts);
      vb_lever_set_facts (lever, &row->facts);
      g_ptr_array_add (levers, lever);
    }
  return levers;
}

static void
show_years (VbScenario *scenario, GArray *rows)
{
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (VbScenarioYear));

  for (guint i = 0; i < rows->len; i++)
    {
      const VbScenarioYearRow *row = &g_array_index (rows, VbScenarioYearRow, i);

      if (row->scenario == vb_scenario_get_id (scenario))
        g_array_append_val (own, row->year);
    }
  vb_scenario_set_years (scenario, (const VbScenarioYear *) (gpointer) own->data, own->len);
}

gboolean
vb_document_refresh_scenarios (VbDocument *self, GError **error)
{
  g_autoptr (GArray) rows = vb_scenario_table_read (self->connection, error);
  g_autoptr (GArray) years = NULL;
  g_autoptr (GArray) levers = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (rows == NULL)
    return FALSE;
  years = vb_scenario_table_read_years (self->connection, error);
  levers = years != NULL ? vb_scenario_table_read_levers (self->connection, error) : NULL;
  if (levers == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const VbScenarioRow *row = &g_array_index (rows, VbScenarioRow, i);
      g_autoptr (GPtrArray) own = collect_levers (self, row->id, levers);
      VbScenario *scenario = vb_document_find_item (self->scenarios, i, row->id,
                                                    (gint64 (*) (gpointer)) vb_scenario_get_id);

      if (scenario == NULL)
        scenario = vb_scenario_new (row->id, &row->facts);
      else
        vb_scenario_set_facts (scenario, &row->facts);
      show_years (scenario, years);
      vb_scenario_set_levers (scenario, own);
      g_ptr_array_add (items, scenario);
    }
  vb_list_store_set_items (self->scenarios, items);
  return TRUE;
}

GListModel *
vb_document_get_scenarios (VbDocument *self)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (self->scenarios);
}

VbScenario *
vb_document_get_scenario (VbDocument *self, gint64 id)
{
  g_autoptr (GObject) item = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  item = vb_document_find_item (self->scenarios, 0, id, (gint64 (*) (gpointer)) vb_scenario_get_id);
  return (VbScenario *) item; /* the list keeps it alive */
}

VbLever *
vb_document_get_lever (VbDocument *self, gint64 id)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->scenarios)); i++)
    {
      g_autoptr (VbScenario) scenario = g_list_model_get_item (G_LIST_MODEL (self->scenarios), i);
      g_autoptr (GObject) item =
          vb_document_find_item (G_LIST_STORE (vb_scenario_get_levers (scenario)), 0, id,
                                 (gint64 (*) (gpointer)) vb_lever_get_id);

      if (item != NULL)
        return (VbLever *) item;
    }
  return NULL;
}

static gboolean
is_called (VbScenario *scenario, const char *text)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (scenario);
  g_autofree char *id = g_strdup_printf ("%" PRId64, vb_scenario_get_id (scenario));

  return g_strcmp0 (facts->ready, text) == 0 || g_strcmp0 (facts->name.sv, text) == 0
         || g_strcmp0 (facts->name.en, text) == 0 || g_str_equal (id, text);
}

VbScenario *
vb_document_find_scenario (VbDocument *self, const char *text, GError **error)
{
  VbScenario *found = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->scenarios)); i++)
    {
      g_autoptr (VbScenario) scenario = g_list_model_get_item (G_LIST_MODEL (self->scenarios), i);

      if (!is_called (scenario, text))
        continue;
      if (found != NULL)
        {
          g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND, _ ("There are several scenarios “%s”"),
                       text);
          return NULL;
        }
      found = scenario;
    }
  if (found == NULL)
    g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND, _ ("There is no scenario “%s”"), text);
  return found;
}
