/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of scenarios. Each is checked, then goes the one path. */
#include "vb-document-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "vb-import-taker.h"
#include "vb-scenario-table.h"

/* As far as the schema goes. */
#define FIRST_YEAR 1900
#define LAST_FIRST_YEAR 2200
#define MAX_YEARS 60 /* after the first */
#define MAX_DRAWS 1000000
#define MAX_TARGET_OCCUPANCY 2.0
#define MAX_BEDS 1e15

/* Enough for percentiles that stand still; own proposal. */
#define N_DRAWS 10000

VbScenario *
vb_document_expect_scenario (VbDocument *self, gint64 id, GError **error)
{
  VbScenario *scenario = vb_document_get_scenario (self, id);

  if (scenario == NULL)
    g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                         _ ("The scenario is no longer in the document"));
  return scenario;
}

gboolean
vb_document_check_bilingual (const VbBilingual *text, GError **error)
{
  if ((text->sv == NULL || g_utf8_validate (text->sv, -1, NULL))
      && (text->en == NULL || g_utf8_validate (text->en, -1, NULL)))
    return TRUE;
  return vb_document_fail_invalid (_ ("The text cannot be read"), error);
}

/* ---- whole scenarios ------------------------------------------------------------------------- */

/* A scenario to be written, with what belongs to it. */
typedef struct
{
  VbScenarioRow scenario;
  GArray *years;  /* of VbScenarioYearRow */
  GArray *levers; /* of VbLeverRow */
} Whole;

static void
whole_init (Whole *self, VbDocument *document)
{
  self->scenario.id = vb_draw_id (&document->ids);
  self->years = g_array_new (FALSE, TRUE, sizeof (VbScenarioYearRow));
  g_array_set_clear_func (self->years, (GDestroyNotify) vb_scenario_year_row_clear);
  self->levers = g_array_new (FALSE, TRUE, sizeof (VbLeverRow));
  g_array_set_clear_func (self->levers, (GDestroyNotify) vb_lever_row_clear);
}

static void
whole_clear (Whole *self)
{
  vb_scenario_row_clear (&self->scenario);
  g_clear_pointer (&self->years, g_array_unref);
  g_clear_pointer (&self->levers, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Whole, whole_clear)

static void
add_year (Whole *self,
          VbBalanceSide side,
          gint16 year,
          double beds,
          VbFigureStatus status,
          const VbBilingual *source)
{
  VbScenarioYearRow row = { self->scenario.id, { side, year, beds, status, { NULL, NULL } } };

  vb_bilingual_copy (&row.year.source, source);
  g_array_append_val (self->years, row);
}

static gboolean
insert_whole (VbStoreConnection *connection, gpointer data, GError **error)
{
  const Whole *whole = data;

  if (!vb_scenario_table_insert (connection, &whole->scenario, error))
    return FALSE;
  for (guint i = 0; i < whole->years->len; i++)
    if (!vb_scenario_table_insert_year (connection,
                                        &g_array_index (whole->years, VbScenarioYearRow, i), error))
      return FALSE;
  for (guint i = 0; i < whole->levers->len; i++)
    if (!vb_scenario_table_insert_lever (connection, &g_array_index (whole->levers, VbLeverRow, i),
                                         error))
      return FALSE;
  return TRUE;
}

static gint64
add_whole (VbDocument *self, Whole *whole, GError **error)
{
  /* Translators: follows "Undo"; %s is a scenario */
  g_autofree char *label = g_strdup_printf (_ ("addition of scenario, %s"),
                                            vb_bilingual_get (&whole->scenario.facts.name));

  return vb_document_change (self, label, insert_whole, whole, error) ? whole->scenario.id : 0;
}

/* ---- ready scenarios ------------------------------------------------------------------------- */

static void
fill_facts (VbScenarioFacts *facts, VbReadyScenario *ready)
{
  vb_bilingual_copy (&facts->name, vb_ready_scenario_get_name (ready));
  vb_bilingual_copy (&facts->description, vb_ready_scenario_get_description (ready));
  vb_bilingual_copy (&facts->notice, vb_ready_scenario_get_notice (ready));
  facts->ready = g_strdup (vb_ready_scenario_get_id (ready));
  facts->group = vb_ready_scenario_get_group (ready);
  facts->first_year = vb_ready_scenario_get_first_year (ready);
  facts->last_year = vb_ready_scenario_get_last_year (ready);
  facts->target_occupancy = vb_ready_scenario_get_target_occupancy (ready);
  facts->distribution = VB_DISTRIBUTION_TRIANGULAR;
  facts->n_draws = N_DRAWS;
}

/* The same need and the same capacity every year: what changes them are the levers. */
static void
fill_years (Whole *whole, VbReadyScenario *ready)
{
  static const struct
  {
    VbBalanceSide side;
    const char *figure;
  } sides[] = { { VB_BALANCE_SIDE_CAPACITY, "capacity" }, { VB_BALANCE_SIDE_NEED, "need" } };

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      const VbReadyFigure *figure = vb_ready_scenario_find_figure (ready, sides[i].figure);

      for (gint16 year = whole->scenario.facts.first_year; year <= whole->scenario.facts.last_year;
           year++)
        {
          g_autofree char *id = g_strdup_printf ("%s-%d", sides[i].figure, year);
          const VbReadyFigure *changed = vb_ready_scenario_find_figure (ready, id);

          figure = changed != NULL ? changed : figure;
          add_year (whole, sides[i].side, year, figure->value, figure->status, &figure->source);
        }
    }
}

static void
fill_levers (VbDocument *self, Whole *whole, VbReadyScenario *ready)
{
  for (guint i = 0; i < vb_ready_scenario_get_n_levers (ready); i++)
    {
      const VbReadyLever *lever = vb_ready_scenario_get_lever (ready, i);
      VbLeverRow row = { vb_draw_id (&self->ids),
                         { whole->scenario.id,
                           { NULL, NULL },
                           lever->figures,
                           lever->status,
                           { NULL, NULL },
                           lever->focus_area,
                           0 } };

      vb_bilingual_copy (&row.facts.name, &lever->name);
      vb_bilingual_copy (&row.facts.source, &lever->source);
      g_array_append_val (whole->levers, row);
    }
}

gint64
vb_document_add_ready_scenario (VbDocument *self,
                                VbReadyScenario *ready,
                                gint64 unit_id,
                                GError **error)
{
  g_auto (Whole) whole = { 0 };

  g_return_val_if_fail (VB_IS_DOCUMENT (self), 0);
  g_return_val_if_fail (VB_IS_READY_SCENARIO (ready), 0);

  whole_init (&whole, self);
  if (vb_document_expect_unit (self, unit_id, error) == NULL)
    return 0;
  fill_facts (&whole.scenario.facts, ready);
  whole.scenario.facts.unit_id = unit_id;
  whole.scenario.facts.seed = vb_draw_id (&self->ids);
  fill_years (&whole, ready);
  fill_levers (self, &whole, ready);
  return add_whole (self, &whole, error);
}

/* ---- copies and removal ---------------------------------------------------------------------- */

static void
copy_facts (VbScenarioFacts *facts, const VbScenarioFacts *other, const VbBilingual *name)
{
  *facts = *other;
  facts->name = facts->description = facts->notice = (VbBilingual){ NULL, NULL };
  facts->ready = NULL;
  vb_bilingual_copy (&facts->name, name);
  vb_bilingual_copy (&facts->description, &other->description);
  vb_bilingual_copy (&facts->notice, &other->notice);
}

static void
copy_years (Whole *whole, VbScenario *scenario)
{
  for (int side = 0; side < VB_N_BALANCE_SIDES; side++)
    for (gint16 year = whole->scenario.facts.first_year; year <= whole->scenario.facts.last_year;
         year++)
      {
        const VbScenarioYear *found = vb_scenario_find_year (scenario, (VbBalanceSide) side, year);

        if (found != NULL)
          add_year (whole, found->side, year, found->beds, found->status, &found->source);
      }
}

static void
copy_levers (VbDocument *self, Whole *whole, VbScenario *scenario)
{
  GListModel *levers = vb_scenario_get_levers (scenario);

  for (guint i = 0; i < g_list_model_get_n_items (levers); i++)
    {
      g_autoptr (VbLever) lever = g_list_model_get_item (levers, i);
      VbLeverRow row = { vb_draw_id (&self->ids), *vb_lever_get_facts (lever) };

      row.facts.scenario_id = whole->scenario.id;
      row.facts.name = row.facts.source = (VbBilingual){ NULL, NULL };
      vb_bilingual_copy (&row.facts.name, &vb_lever_get_facts (lever)->name);
      vb_bilingual_copy (&row.facts.source, &vb_lever_get_facts (lever)->source);
      g_array_append_val (whole->levers, row);
    }
}

gint64
vb_document_copy_scenario (VbDocument *self, gint64 id, const VbBilingual *name, GError **error)
{
  g_auto (Whole) whole = { 0 };
  VbScenario *scenario;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), 0);
  g_return_val_if_fail (name != NULL, 0);

  whole_init (&whole, self);
  scenario = vb_document_expect_scenario (self, id, error);
  if (scenario == NULL || !vb_document_check_bilingual (name, error))
    return 0;
  copy_facts (&whole.scenario.facts, vb_scenario_get_facts (scenario), name);
  whole.scenario.facts.based_on_id = id;
  if (vb_bilingual_is_empty (&whole.scenario.facts.name))
    {
      vb_document_fail_invalid (_ ("A scenario must have a name"), error);
      return 0;
    }
  copy_years (&whole, scenario);
  copy_levers (self, &whole, scenario);
  return add_whole (self, &whole, error);
}

static gboolean
delete_scenario (VbStoreConnection *connection, gpointer data, GError **error)
{
  const gint64 *id = data;

  return vb_scenario_table_delete (connection, *id, error);
}

gboolean
vb_document_remove_scenario (VbDocument *self, gint64 id, GError **error)
{
  VbScenario *scenario;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  scenario = vb_document_expect_scenario (self, id, error);
  if (scenario == NULL)
    return FALSE;
  /* Translators: follows "Undo"; %s is a scenario */
  label = g_strdup_printf (_ ("removal of scenario, %s"),
                           vb_bilingual_get (&vb_scenario_get_facts (scenario)->name));
  return vb_document_change (self, label, delete_scenario, &id, error);
}

/* ---- changes --------------------------------------------------------------------------------- */

static gboolean
check_facts (VbDocument *self, const VbScenarioFacts *facts, GError **error)
{
  if (vb_document_expect_unit (self, facts->unit_id, error) == NULL
      || !vb_document_check_bilingual (&facts->name, error)
      || !vb_document_check_bilingual (&facts->description, error)
      || !vb_document_check_bilingual (&facts->notice, error))
    return FALSE;
  if (facts->group == VB_CARE_GROUP_NONE)
    return vb_document_fail_invalid (_ ("A scenario is about one kind of care"), error);
  if (facts->first_year < FIRST_YEAR || facts->first_year > LAST_FIRST_YEAR
      || facts->last_year > facts->first_year + MAX_YEARS)
    return vb_document_fail_invalid (_ ("The years are out of range"), error);
  if (facts->last_year < facts->first_year)
    return vb_document_fail_invalid (_ ("A scenario cannot end before it begins"), error);
  if (!(facts->target_occupancy > 0 && facts->target_occupancy <= MAX_TARGET_OCCUPANCY))
    return vb_document_fail_invalid (_ ("A target occupancy must be above 0 % and at most 200 %"),
                                     error);
  if (facts->n_draws < 1 || facts->n_draws > MAX_DRAWS
      || !(facts->consumption_change >= -1 && facts->consumption_change <= 1))
    return vb_document_fail_invalid (_ ("The value is out of range"), error);
  return facts->based_on_id == 0
         || vb_document_expect_scenario (self, facts->based_on_id, error) != NULL;
}

/* The row to be written, the texts its own. */
static gboolean
take_facts (VbDocument *self, const VbScenarioFacts *facts, VbScenarioRow *row, GError **error)
{
  if (!check_facts (self, facts, error))
    return FALSE;
  row->facts = *facts;
  row->facts.name = row->facts.description = row->facts.notice = (VbBilingual){ NULL, NULL };
  vb_bilingual_copy (&row->facts.name, &facts->name);
  vb_bilingual_copy (&row->facts.description, &facts->description);
  vb_bilingual_copy (&row->facts.notice, &facts->notice);
  row->facts.ready = g_strdup (facts->ready);
  return !vb_bilingual_is_empty (&row->facts.name)
         || vb_document_fail_invalid (_ ("A scenario must have a name"), error);
}

static gboolean
take_year (Whole *whole, const VbScenarioYear *year, GError **error)
{
  if (!vb_document_check_bilingual (&year->source, error))
    return FALSE;
  if (year->year < FIRST_YEAR || year->year > LAST_FIRST_YEAR + MAX_YEARS
      || !(year->beds >= 0 && year->beds <= MAX_BEDS))
    return vb_document_fail_invalid (_ ("The value is out of range"), error);
  add_year (whole, year->side, year->year, year->beds, year->status, &year->source);
  return TRUE;
}

gint64
vb_document_add_scenario (VbDocument *self,
                          const VbScenarioFacts *facts,
                          const VbScenarioYear *years,
                          guint n_years,
                          GError **error)
{
  g_auto (Whole) whole = { 0 };

  g_return_val_if_fail (VB_IS_DOCUMENT (self), 0);
  g_return_val_if_fail (facts != NULL, 0);

  whole_init (&whole, self);
  if (!take_facts (self, facts, &whole.scenario, error))
    return 0;
  for (guint i = 0; i < n_years; i++)
    if (!take_year (&whole, &years[i], error))
      return 0;
  return add_whole (self, &whole, error);
}

/* The year whose figures stand for @year, which has none: the one before it, else the one after. */
static const VbScenarioYear *
find_stand_in (VbScenario *scenario, VbBalanceSide side, gint16 year)
{
  for (gint16 step = 1; step <= LAST_FIRST_YEAR - FIRST_YEAR; step++)
    {
      const VbScenarioYear *found = vb_scenario_find_year (scenario, side, (gint16) (year - step));

      if (found != NULL)
        return found;
    }
  for (gint16 step = 1; step <= LAST_FIRST_YEAR - FIRST_YEAR; step++)
    {
      const VbScenarioYear *found = vb_scenario_find_year (scenario, side, (gint16) (year + step));

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* So that a scenario that is made longer still says something of each of its years. */
static void
fill_new_years (Whole *whole, VbScenario *scenario)
{
  const VbScenarioFacts *facts = &whole->scenario.facts;

  for (int i = 0; i < VB_N_BALANCE_SIDES; i++)
    for (gint16 year = facts->first_year; year <= facts->last_year; year++)
      {
        VbBalanceSide side = (VbBalanceSide) i;
        const VbScenarioYear *other = vb_scenario_find_year (scenario, side, year) == NULL
                                          ? find_stand_in (scenario, side, year)
                                          : NULL;

        if (other != NULL)
          add_year (whole, side, year, other->beds, other->status, &other->source);
      }
}

/* What is written in the place of what was there. */
static gboolean
update_whole (VbStoreConnection *connection, gpointer data, GError **error)
{
  const Whole *whole = data;

  if (!vb_scenario_table_update (connection, &whole->scenario, error))
    return FALSE;
  for (guint i = 0; i < whole->years->len; i++)
    if (!vb_scenario_table_put_year (connection,
                                     &g_array_index (whole->years, VbScenarioYearRow, i), error))
      return FALSE;
  return TRUE;
}

gboolean
vb_document_change_scenario (VbDocument *self,
                             gint64 id,
                             const VbScenarioFacts *facts,
                             GError **error)
{
  g_auto (Whole) whole = { 0 };
  VbScenario *scenario;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (facts != NULL, FALSE);

  whole_init (&whole, self);
  whole.scenario.id = id;
  scenario = vb_document_expect_scenario (self, id, error);
  if (scenario == NULL || !take_facts (self, facts, &whole.scenario, error))
    return FALSE;
  fill_new_years (&whole, scenario);
  /* Translators: follows "Undo"; %s is a scenario */
  label =
      g_strdup_printf (_ ("change of scenario, %s"), vb_bilingual_get (&whole.scenario.facts.name));
  return vb_document_change (self, label, update_whole, &whole, error);
}

/* ---- back to the ready scenario -------------------------------------------------------------- */

typedef struct
{
  Whole whole;
  GArray *known; /* gboolean, one a lever of @whole: it is there already */
  GArray *gone;  /* gint64, levers that the ready scenario does not have */
} Restoration;

static void
restoration_clear (Restoration *self)
{
  whole_clear (&self->whole);
  g_clear_pointer (&self->known, g_array_unref);
  g_clear_pointer (&self->gone, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Restoration, restoration_clear)

/* The place of the lever of this name among those to be written; -1 = none. */
static int
find_restored (const Whole *whole, const VbBilingual *name)
{
  for (guint i = 0; i < whole->levers->len; i++)
    if (vb_bilingual_equal (&g_array_index (whole->levers, VbLeverRow, i).facts.name, name))
      return (int) i;
  return -1;
}

static void
recognise_levers (Restoration *self, VbScenario *scenario)
{
  GListModel *levers = vb_scenario_get_levers (scenario);

  g_array_set_size (self->known, self->whole.levers->len);
  for (guint i = 0; i < g_list_model_get_n_items (levers); i++)
    {
      g_autoptr (VbLever) lever = g_list_model_get_item (levers, i);
      gint64 id = vb_lever_get_id (lever);
      int place = find_restored (&self->whole, &vb_lever_get_facts (lever)->name);
      VbLeverRow *row =
          place >= 0 ? &g_array_index (self->whole.levers, VbLeverRow, (guint) place) : NULL;

      if (row == NULL || g_array_index (self->known, gboolean, (guint) place))
        {
          g_array_append_val (self->gone, id);
          continue;
        }
      row->id = id;
      row->facts.action_id = vb_lever_get_facts (lever)->action_id;
      g_array_index (self->known, gboolean, (guint) place) = TRUE;
    }
}

static gboolean
restore (VbStoreConnection *connection, gpointer data, GError **error)
{
  const Restoration *self = data;

  if (!update_whole (connection, (gpointer) &self->whole, error))
    return FALSE;
  for (guint i = 0; i < self->gone->len; i++)
    if (!vb_scenario_table_delete_lever (connection, g_array_index (self->gone, gint64, i), error))
      return FALSE;
  for (guint i = 0; i < self->whole.levers->len; i++)
    {
      const VbLeverRow *row = &g_array_index (self->whole.levers, VbLeverRow, i);

      if (!(g_array_index (self->known, gboolean, i)
                ? vb_scenario_table_update_lever (connection, row, error)
                : vb_scenario_table_insert_lever (connection, row, error))
          || !vb_scenario_table_place_lever (connection, row->id, i, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
vb_document_restore_ready_scenario (VbDocument *self,
                                    gint64 id,
                                    VbReadyScenario *ready,
                                    GError **error)
{
  g_auto (Restoration) restoration = { 0 };
  Whole *whole = &restoration.whole;
  VbScenario *scenario;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (VB_IS_READY_SCENARIO (ready), FALSE);

  whole_init (whole, self);
  restoration.known = g_array_new (FALSE, TRUE, sizeof (gboolean));
  restoration.gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  scenario = vb_document_expect_scenario (self, id, error);
  if (scenario == NULL)
    return FALSE;
  fill_facts (&whole->scenario.facts, ready);
  whole->scenario.id = id;
  whole->scenario.facts.unit_id = vb_scenario_get_facts (scenario)->unit_id;
  whole->scenario.facts.seed = vb_scenario_get_facts (scenario)->seed;
  whole->scenario.facts.based_on_id = vb_scenario_get_facts (scenario)->based_on_id;
  fill_years (whole, ready);
  fill_levers (self, whole, ready);
  recognise_levers (&restoration, scenario);
  /* Translators: follows "Undo"; %s is a scenario */
  label = g_strdup_printf (_ ("restoring of scenario, %s"),
                           vb_bilingual_get (&whole->scenario.facts.name));
  return vb_document_change (self, label, restore, &restoration, error);
}

/* ---- need and capacity without levers -------------------------------------------------------- */

static gboolean
put_years (VbStoreConnection *connection, gpointer data, GError **error)
{
  const GArray *years = data;

  for (guint i = 0; i < years->len; i++)
    if (!vb_scenario_table_put_year (connection, &g_array_index (years, VbScenarioYearRow, i),
                                     error))
      return FALSE;
  return TRUE;
}

gboolean
vb_document_set_scenario_years (
    VbDocument *self, gint64 id, const VbScenarioYear *years, guint n_years, GError **error)
{
  g_auto (Whole) whole = { 0 };
  VbScenario *scenario;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  whole_init (&whole, self);
  whole.scenario.id = id;
  scenario = vb_document_expect_scenario (self, id, error);
  if (scenario == NULL)
    return FALSE;
  for (guint i = 0; i < n_years; i++)
    if (!take_year (&whole, &years[i], error))
      return FALSE;
  /* Translators: follows "Undo"; %s is a scenario */
  label = g_strdup_printf (_ ("change of need and capacity, %s"),
                           vb_bilingual_get (&vb_scenario_get_facts (scenario)->name));
  return vb_document_change (self, label, put_years, whole.years, error);
}
