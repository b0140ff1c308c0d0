/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is decided about the years to come. Each is checked, then goes the one path. */
#include "vb-document-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "vb-import-taker.h"
#include "vb-scenario-outlook.h"
#include "vb-target-table.h"

#define MAX_BEDS 1000000000
#define FIRST_YEAR 1900
#define LAST_YEAR 2300

/* ---- plans ----------------------------------------------------------------------------------- */

typedef struct
{
  VbPlanRow plan;
  VbScenarioBeds *years;
  guint n_years;
} Decision;

static void
decision_clear (Decision *self)
{
  vb_plan_row_clear (&self->plan);
  g_clear_pointer (&self->years, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Decision, decision_clear)

static gboolean
put_plan (VbStoreConnection *connection, gpointer data, GError **error)
{
  const Decision *decision = data;

  if (!vb_plan_table_put (connection, &decision->plan, error))
    return FALSE;
  for (guint i = 0; i < decision->n_years; i++)
    {
      const VbScenarioBeds *year = &decision->years[i];
      VbPlanYearRow row = { decision->plan.id, { year->year, year->need, year->capacity } };

      if (!vb_plan_table_insert_year (connection, &row, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
vb_document_decide_plan (
    VbDocument *self, gint64 scenario_id, VbDay day, const char *by, GError **error)
{
  g_auto (Decision) decision = { 0 };
  VbPlanFacts *facts = &decision.plan.facts;
  VbScenario *scenario;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  scenario = vb_document_expect_scenario (self, scenario_id, error);
  if (scenario == NULL || !vb_document_take_text (by, &facts->decided_by, error))
    return FALSE;
  if (day == VB_DAY_NONE)
    return vb_document_fail_invalid (_ ("A plan is decided on a day"), error);
  decision.years = vb_scenario_outlook_reckon (scenario, &decision.n_years, error);
  if (decision.years == NULL)
    return FALSE;

  decision.plan.id = vb_draw_id (&self->ids);
  facts->unit_id = vb_scenario_get_facts (scenario)->unit_id;
  facts->group = vb_scenario_get_facts (scenario)->group;
  vb_bilingual_copy (&facts->name, &vb_scenario_get_facts (scenario)->name);
  facts->scenario_id = scenario_id;
  facts->decided_day = day;
  /* Translators: follows "Undo"; %s is a scenario */
  label = g_strdup_printf (_ ("decision on plan, %s"), vb_bilingual_get (&facts->name));
  return vb_document_change (self, label, put_plan, &decision, error);
}

static gboolean
delete_plan (VbStoreConnection *connection, gpointer data, GError **error)
{
  const gint64 *id = data;

  return vb_plan_table_delete (connection, *id, error);
}

gboolean
vb_document_clear_plan (VbDocument *self, gint64 unit_id, VbCareGroup group, GError **error)
{
  VbPlan *plan;
  gint64 id;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  plan = vb_document_find_plan (self, unit_id, group);
  if (plan == NULL)
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                           _ ("The plan is no longer in the document"));
      return FALSE;
    }
  id = vb_plan_get_id (plan);
  /* Translators: follows "Undo"; %s is a scenario */
  label = g_strdup_printf (_ ("removal of plan, %s"),
                           vb_bilingual_get (&vb_plan_get_facts (plan)->name));
  return vb_document_change (self, label, delete_plan, &id, error);
}

static gboolean
put_line (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_plan_table_put_line (connection, data, error);
}

gboolean
vb_document_set_gap_line (
    VbDocument *self, gint64 unit_id, VbCareGroup group, const VbGapLine *line, GError **error)
{
  VbGapLineRow row = { unit_id, group, { 0, NAN, 0, NAN } };
  VbUnit *unit;
  g_autofree char *what = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  unit = vb_document_expect_unit (self, unit_id, error);
  if (unit == NULL)
    return FALSE;
  if (line != NULL)
    {
      if (line->from_year < FIRST_YEAR || line->to_year > LAST_YEAR
          || line->to_year <= line->from_year)
        return vb_document_fail_invalid (_ ("The line must end in a year after its first"), error);
      if (!(fabs (line->from_gap) <= MAX_BEDS) || !(fabs (line->to_gap) <= MAX_BEDS))
        return vb_document_fail_invalid (_ ("The value is out of range"), error);
      row.line = *line;
    }
  /* Translators: follows "Undo"; %s is a unit */
  label = g_strdup_printf (_ ("change of the straight-line plan, %s"), vb_unit_get_name (unit));
  what = g_strdup_printf ("gap-line %" G_GINT64_FORMAT " %d", unit_id, (int) group);
  return vb_document_change_text (self, line != NULL ? what : NULL, label, put_line, &row, error);
}

/* ---- breakdowns ------------------------------------------------------------------------------ */

static gboolean
put_hold (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_plan_table_put_hold (connection, data, error);
}

gboolean
vb_document_set_breakdown_hold (
    VbDocument *self, gint64 unit_id, VbCareGroup group, VbBreakdownHold hold, GError **error)
{
  VbBreakdownHoldRow row = { unit_id, group, hold.locked, hold.minimum };
  VbUnit *unit;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (group != VB_CARE_GROUP_NONE, FALSE);

  unit = vb_document_expect_unit (self, unit_id, error);
  if (unit == NULL)
    return FALSE;
  if (hold.locked > MAX_BEDS || hold.minimum > MAX_BEDS)
    return vb_document_fail_invalid (_ ("The value is out of range"), error);
  /* Translators: follows "Undo"; %s is a unit */
  label =
      g_strdup_printf (_ ("change of what the breakdown holds fast, %s"), vb_unit_get_name (unit));
  return vb_document_change (self, label, put_hold, &row, error);
}

static gboolean
put_targets (VbStoreConnection *connection, gpointer data, GError **error)
{
  const GArray *rows = data;

  for (guint i = 0; i < rows->len; i++)
    if (!vb_target_table_put (connection, &g_array_index (rows, VbTargetRow, i), error))
      return FALSE;
  return TRUE;
}

gboolean
vb_document_decide_breakdown (VbDocument *self,
                              const gint64 *unit_ids,
                              const double *beds,
                              guint n,
                              VbCareType care_type,
                              VbDay from,
                              const char *by,
                              GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (VbTargetRow));
  g_autofree char *decided_by = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (n > 0, FALSE);

  if (!vb_document_take_text (by, &decided_by, error))
    return FALSE;
  if (from == VB_DAY_NONE)
    return vb_document_fail_invalid (_ ("A breakdown is in force from a day on"), error);
  for (guint i = 0; i < n; i++)
    {
      VbTargetRow row = { vb_draw_id (&self->ids),
                          unit_ids[i],
                          VB_MEASURE_NEEDED_BEDS,
                          care_type,
                          from,
                          beds[i],
                          decided_by };

      if (vb_document_expect_unit (self, unit_ids[i], error) == NULL)
        return FALSE;
      if (!(beds[i] >= 0 && beds[i] <= MAX_BEDS))
        return vb_document_fail_invalid (_ ("A target must be a number of at least 0"), error);
      g_array_append_val (rows, row);
    }
  /* Translators: follows "Undo"; %s is a unit */
  label = g_strdup_printf (_ ("decision on breakdown, %s"),
                           vb_unit_get_name (vb_document_get_unit (self, unit_ids[0])));
  return vb_document_change (self, label, put_targets, rows, error);
}
