/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of the levers of scenarios. Each is checked, then goes the one path. */
#include "vb-document-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "vb-import-taker.h"
#include "vb-scenario-table.h"

/* As far as the schema goes. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2300
#define MAX_BEDS 1e15
#define MAX_OVERLAP 1000000

static VbLever *
expect_lever (VbDocument *self, gint64 id, GError **error)
{
  VbLever *lever = vb_document_get_lever (self, id);

  if (lever == NULL)
    g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                         _ ("The lever is no longer in the document"));
  return lever;
}

static gboolean
check_figures (const VbLeverFigures *figures, GError **error)
{
  if (!vb_lever_figures_check (figures, error))
    return FALSE;
  if (figures->start < FIRST_YEAR || figures->full > LAST_YEAR)
    return vb_document_fail_invalid (_ ("The years are out of range"), error);
  if (fabs (figures->low) > MAX_BEDS || fabs (figures->high) > MAX_BEDS || figures->bed_days < 0
      || figures->bed_days > MAX_BEDS || fabs (figures->yearly_cost) > MAX_BEDS
      || figures->overlap > MAX_OVERLAP)
    return vb_document_fail_invalid (_ ("The value is out of range"), error);
  return TRUE;
}

/* The row to be written, the texts its own. */
static gboolean
make_lever_row (
    VbDocument *self, gint64 id, const VbLeverFacts *facts, VbLeverRow *row, GError **error)
{
  if (!vb_document_check_bilingual (&facts->name, error)
      || !vb_document_check_bilingual (&facts->source, error))
    return FALSE;
  row->id = id;
  row->facts = *facts;
  row->facts.name = row->facts.source = (VbBilingual){ NULL, NULL };
  vb_bilingual_copy (&row->facts.name, &facts->name);
  vb_bilingual_copy (&row->facts.source, &facts->source);
  if (vb_bilingual_is_empty (&row->facts.name))
    return vb_document_fail_invalid (_ ("A lever must have a name"), error);
  return vb_document_expect_scenario (self, facts->scenario_id, error) != NULL
         && (facts->focus_area_id == 0
             || vb_document_expect_focus_area (self, facts->focus_area_id, error) != NULL)
         && (facts->action_id == 0
             || vb_document_expect_action (self, facts->action_id, error) != NULL)
         && check_figures (&facts->figures, error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VbLeverRow, vb_lever_row_clear)

static gboolean
insert_lever (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_scenario_table_insert_lever (connection, data, error);
}

gint64
vb_document_add_lever (VbDocument *self, const VbLeverFacts *facts, GError **error)
{
  g_auto (VbLeverRow) row = { 0 };
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), 0);
  g_return_val_if_fail (facts != NULL, 0);

  if (!make_lever_row (self, vb_draw_id (&self->ids), facts, &row, error))
    return 0;
  /* Translators: follows "Undo"; %s is a lever of a scenario */
  label = g_strdup_printf (_ ("addition of lever, %s"), vb_bilingual_get (&row.facts.name));
  return vb_document_change (self, label, insert_lever, &row, error) ? row.id : 0;
}

static gboolean
update_lever (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_scenario_table_update_lever (connection, data, error);
}

gboolean
vb_document_change_lever (VbDocument *self, gint64 id, const VbLeverFacts *facts, GError **error)
{
  g_auto (VbLeverRow) row = { 0 };
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (facts != NULL, FALSE);

  if (expect_lever (self, id, error) == NULL || !make_lever_row (self, id, facts, &row, error))
    return FALSE;
  /* Translators: follows "Undo"; %s is a lever of a scenario */
  label = g_strdup_printf (_ ("change of lever, %s"), vb_bilingual_get (&row.facts.name));
  return vb_document_change (self, label, update_lever, &row, error);
}

static gboolean
delete_lever (VbStoreConnection *connection, gpointer data, GError **error)
{
  const gint64 *id = data;

  return vb_scenario_table_delete_lever (connection, *id, error);
}

gboolean
vb_document_remove_lever (VbDocument *self, gint64 id, GError **error)
{
  VbLever *lever;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  lever = expect_lever (self, id, error);
  if (lever == NULL)
    return FALSE;
  /* Translators: follows "Undo"; %s is a lever of a scenario */
  label = g_strdup_printf (_ ("removal of lever, %s"),
                           vb_bilingual_get (&vb_lever_get_facts (lever)->name));
  return vb_document_change (self, label, delete_lever, &id, error);
}

/* ---- their order ----------------------------------------------------------------------------- */

static gboolean
write_order (VbStoreConnection *connection, gpointer data, GError **error)
{
  const GArray *ids = data;

  for (guint i = 0; i < ids->len; i++)
    if (!vb_scenario_table_place_lever (connection, g_array_index (ids, gint64, i), i, error))
      return FALSE;
  return TRUE;
}

gboolean
vb_document_move_lever (VbDocument *self, gint64 id, guint position, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  VbLever *lever;
  VbScenario *scenario;
  GListModel *levers;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  lever = expect_lever (self, id, error);
  if (lever == NULL)
    return FALSE;
  scenario = vb_document_get_scenario (self, vb_lever_get_facts (lever)->scenario_id);
  levers = vb_scenario_get_levers (scenario);
  for (guint i = 0; i < g_list_model_get_n_items (levers); i++)
    {
      g_autoptr (VbLever) other = g_list_model_get_item (levers, i);
      gint64 other_id = vb_lever_get_id (other);

      if (other != lever)
        g_array_append_val (ids, other_id);
    }
  g_array_insert_val (ids, MIN (position, ids->len), id);
  /* Translators: follows "Undo"; %s is a lever of a scenario */
  label = g_strdup_printf (_ ("move of lever, %s"),
                           vb_bilingual_get (&vb_lever_get_facts (lever)->name));
  return vb_document_change (self, label, write_order, ids, error);
}
