/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts to read, and keeping the objects that show them true. */
#include "vb-document-private.h"

#include "vb-import-private.h"
#include "vb-import-problem-table.h"
#include "vb-import-table.h"
#include "vb-list-private.h"
#include "vb-mapping-table.h"
#include "vb-observation-table.h"
#include "vb-target-private.h"
#include "vb-target-table.h"
#include "vb-unit-finder.h"
#include "vb-unit-private.h"
#include "vb-unit-table.h"
#include "vb-store-schema.h"

/* ---- units ----------------------------------------------------------------------------------- */

static VbUnit *
get_or_make_unit (VbDocument *self, GHashTable *known, gint64 id)
{
  VbUnit *unit = g_hash_table_lookup (self->units, &id);

  unit = unit != NULL ? g_object_ref (unit) : vb_unit_new (id);
  g_object_freeze_notify (G_OBJECT (unit));
  g_hash_table_insert (known, g_memdup2 (&id, sizeof id), unit);
  return unit;
}

static GPtrArray *
get_or_make_children (GHashTable *children, VbUnit *parent)
{
  GPtrArray *list = g_hash_table_lookup (children, parent);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (children, parent, list);
    }
  return list;
}

/* Units keep their identity: a row that stays is the same object, changed only where it differs. No
 * property is told before the whole tree is put together; the lists of units are told one by one,
 * so who hears of one must not look at another before "units-changed". */
static gboolean
refresh_units (VbDocument *self, GError **error)
{
  g_autoptr (GArray) rows = vb_unit_table_read (self->connection, error);
  g_autoptr (GHashTable) known = NULL;
  g_autoptr (GHashTable) children = NULL;
  g_autoptr (GHashTable) old = NULL;
  static const int no_parent = 0; /* stands for the parent of the roots as a key */
  GHashTableIter iter;
  gpointer unit;

  if (rows == NULL)
    return FALSE;
  known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  children = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  get_or_make_children (children, (VbUnit *) &no_parent);
  for (guint i = 0; i < rows->len; i++)
    {
      const VbUnitRow *row = &g_array_index (rows, VbUnitRow, i);
      VbUnit *parent = g_hash_table_lookup (known, &row->parent);
      VbUnit *child = get_or_make_unit (self, known, row->id);

      vb_unit_set_name (child, row->name);
      vb_unit_set_code (child, row->code);
      vb_unit_set_kind (child, row->kind);
      vb_unit_set_own_care_type (child, row->care_type);
      vb_unit_set_acute_share (child, row->acute_share);
      vb_unit_set_parent (child, parent);
      g_ptr_array_add (
          get_or_make_children (children, parent != NULL ? parent : (VbUnit *) &no_parent), child);
    }

  old = g_steal_pointer (&self->units);
  self->units = g_steal_pointer (&known);
  vb_list_store_set_items (self->roots, g_hash_table_lookup (children, &no_parent));
  g_hash_table_iter_init (&iter, self->units);
  while (g_hash_table_iter_next (&iter, NULL, &unit))
    vb_unit_set_children (unit, get_or_make_children (children, unit));
  /* Who still holds a unit that is gone finds no way from it into the tree. */
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, NULL, &unit))
    if (vb_document_get_unit (self, vb_unit_get_id (unit)) == NULL)
      vb_unit_set_parent (unit, NULL);
  g_hash_table_iter_init (&iter, self->units);
  while (g_hash_table_iter_next (&iter, NULL, &unit))
    g_object_thaw_notify (unit);
  return TRUE;
}

/* ---- imports and targets -------------------------------------------------------------------- */

gpointer
vb_document_find_item (GListStore *store, guint hint, gint64 id, gint64 (*get_id) (gpointer))
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), (hint + i) % n);

      if (get_id (item) == id)
        return g_steal_pointer (&item);
    }
  return NULL;
}

static gboolean
refresh_imports (VbDocument *self, GError **error)
{
  g_autoptr (GArray) rows = vb_import_table_read (self->connection, error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const VbImportRow *row = &g_array_index (rows, VbImportRow, i);
      VbImport *import = vb_document_find_item (self->imports, i, row->id,
                                                (gint64 (*) (gpointer)) vb_import_get_id);

      if (import == NULL)
        import = vb_import_new (row->id, row->source_name, row->time, row->checksum,
                                (guint) row->rows_read, (guint) row->rows_refused);
      vb_import_set_n_observations (import, row->n_observations);
      g_ptr_array_add (items, import);
    }
  vb_list_store_set_items (self->imports, items);
  return TRUE;
}

static gboolean
refresh_targets (VbDocument *self, GError **error)
{
  g_autoptr (GArray) rows = vb_target_table_read (self->connection, error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const VbTargetRow *row = &g_array_index (rows, VbTargetRow, i);
      VbTarget *target = vb_document_find_item (self->targets, i, row->id,
                                                (gint64 (*) (gpointer)) vb_target_get_id);

      if (target == NULL)
        target = vb_target_new (row->id, row->unit, row->measure, row->care_type, row->from);
      vb_target_set_value (target, row->value);
      vb_target_set_decided_by (target, row->decided_by);
      g_ptr_array_add (items, target);
    }
  vb_list_store_set_items (self->targets, items);
  return TRUE;
}

static gboolean
refresh_settings (VbDocument *self, GError **error)
{
  return vb_setting_table_read (self->connection, &self->settings, error);
}

#define BIT(name) VB_TOUCHED (VB_STORE_TABLE_##name)
#define ASSESSMENT_BITS (BIT (ASSESSMENT) | BIT (ASSESSMENT_AREA) | BIT (ANSWER))

/* What follows which tables, in the order in which one needs the other. */
static const struct
{
  VbTouched tables;
  gboolean (*refresh) (VbDocument *self, GError **error); /* NULL: read when asked for */
  const char *signal;
} projections[] = {
  { BIT (UNIT), refresh_units, "units-changed" },
  { BIT (IMPORT) | BIT (IMPORT_PROBLEM), refresh_imports, "imports-changed" },
  { BIT (SETTING), refresh_settings, "settings-changed" },
  { BIT (TARGET), refresh_targets, "targets-changed" },
  { BIT (OBSERVATION), NULL, "observations-changed" },
  { BIT (LADDER), vb_document_refresh_ladders, "ladders-changed" },
  { ASSESSMENT_BITS, NULL, "assessments-changed" },
  { BIT (FOCUS_AREA) | BIT (FOCUS_MEASURE) | BIT (FOCUS_OUTCOME), vb_document_refresh_focus_areas,
    "focus-areas-changed" },
  { BIT (ACTION), vb_document_refresh_actions, "actions-changed" },
  { BIT (DIALOGUE) | BIT (DIALOGUE_ACTION), vb_document_refresh_dialogues, "dialogues-changed" },
  { BIT (SCENARIO) | BIT (SCENARIO_YEAR) | BIT (LEVER), vb_document_refresh_scenarios,
    "scenarios-changed" },
  { BIT (PLAN) | BIT (GAP_LINE), vb_document_refresh_plans, "plans-changed" },
  { BIT (BREAKDOWN_HOLD), vb_document_refresh_breakdown_holds, "breakdown-holds-changed" },
  { BIT (ACCEPTED_RISK) | BIT (CENSUS_VARIATION), vb_document_refresh_occupancy,
    "occupancy-changed" },
  { BIT (POPULATION) | BIT (CARE_USE), NULL, "population-changed" },
};

gboolean
vb_document_refresh (VbDocument *self, VbTouched touched, GBytes *changeset, GError **error)
{
  gboolean all_read = TRUE;

  if (touched & BIT (OBSERVATION))
    self->series_known = FALSE;

  /* All is fresh before the first "…-changed". Lists and properties tell of themselves meanwhile:
   * who listens to one of them must not look at another. What cannot be read stays as it was, and
   * the rest is shown. */
  for (gsize i = 0; i < G_N_ELEMENTS (projections); i++)
    if ((touched & projections[i].tables) && projections[i].refresh != NULL)
      all_read &= projections[i].refresh (self, all_read ? error : NULL);
  /* Of the answers, which are many, only those that changed are read. */
  if (touched & ASSESSMENT_BITS)
    all_read &= vb_document_refresh_assessments (self, touched, changeset, all_read ? error : NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (projections); i++)
    if (touched & projections[i].tables)
      g_signal_emit_by_name (self, projections[i].signal);
  return all_read;
}

void
vb_document_show_change (VbDocument *self, VbTouched touched, GBytes *changeset)
{
  g_autoptr (GError) error = NULL;

  if (!vb_document_refresh (self, touched, changeset, &error))
    g_signal_emit_by_name (self, "failed", error);
}

/* ---- reading ------------------------------------------------------------------------------- */

GListModel *
vb_document_get_roots (VbDocument *self)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (self->roots);
}

VbUnit *
vb_document_get_unit (VbDocument *self, gint64 id)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  return g_hash_table_lookup (self->units, &id);
}

guint
vb_document_get_n_units (VbDocument *self)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), 0);

  return g_hash_table_size (self->units);
}

VbUnit *
vb_document_find_unit (VbDocument *self, const char *text, GError **error)
{
  g_autoptr (GArray) rows = NULL;
  const VbUnitRow *row;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  rows = vb_unit_table_read (self->connection, error);
  if (rows == NULL)
    return NULL;
  row = vb_unit_finder_find (rows, text, error);
  return row != NULL ? vb_document_get_unit (self, row->id) : NULL;
}

GListModel *
vb_document_get_imports (VbDocument *self)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (self->imports);
}

GPtrArray *
vb_document_read_import_problems (VbDocument *self, gint64 import_id, GError **error)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  return vb_import_problem_table_read (self->connection, import_id, error);
}

GListModel *
vb_document_get_targets (VbDocument *self)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (self->targets);
}

static void
learn_series (VbDocument *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = NULL;

  if (self->series_known)
    return;
  self->first = VB_DAY_NONE;
  self->end = VB_DAY_NONE;
  self->grains = 0;
  rows = vb_observation_table_list_series (self->connection, &error);
  if (rows == NULL)
    {
      g_warning ("%s", error->message);
      return;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const VbSeriesRow *row = &g_array_index (rows, VbSeriesRow, i);
      VbPeriod last = { row->grain, row->last };

      if (self->first == VB_DAY_NONE || row->first < self->first)
        self->first = row->first;
      self->end = MAX (self->end, vb_period_get_end (last));
      self->grains |= 1u << row->grain;
    }
  self->series_known = TRUE;
}

gboolean
vb_document_get_extent (VbDocument *self, VbDay *first, VbDay *end)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  learn_series (self);
  if (first != NULL)
    *first = self->first;
  if (end != NULL)
    *end = self->end;
  return self->first != VB_DAY_NONE;
}

guint
vb_document_get_grains (VbDocument *self)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), 0);

  learn_series (self);
  return self->grains;
}

guint
vb_document_get_schema (VbDocument *self)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), 0);

  return VB_STORE_SCHEMA_NUMBER;
}

VbDay
vb_document_get_now (VbDocument *self)
{
  VbDay first;
  VbDay end;
  VbDay today = vb_day_get_today ();

  g_return_val_if_fail (VB_IS_DOCUMENT (self), VB_DAY_NONE);

  return vb_document_get_extent (self, &first, &end) ? MIN (end, today) : today;
}

GArray *
vb_document_read_series (
    VbDocument *self, gint64 unit_id, VbMeasureId measure, VbGrain grain, GError **error)
{
  g_autoptr (GArray) rows = NULL;
  GArray *points;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  rows =
      vb_observation_table_read_series (self->connection, unit_id, (guint16) measure, grain, error);
  if (rows == NULL)
    return NULL;
  points = g_array_sized_new (FALSE, FALSE, sizeof (VbSeriesPoint), rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      const VbObservationRow *row = &g_array_index (rows, VbObservationRow, i);
      VbSeriesPoint point = { row->start, row->value, row->provenance, row->import };

      g_array_append_val (points, point);
    }
  return points;
}

double
vb_document_get_default_target (VbDocument *self)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), 0);

  return self->settings.default_target;
}

gboolean
vb_document_get_occupied_includes_overcrowded (VbDocument *self)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), TRUE);

  return self->settings.occupied_includes_overcrowded;
}

double
vb_document_get_hidden_demand (VbDocument *self)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), 0);

  return self->settings.hidden_demand;
}

char *
vb_document_get_mapping (VbDocument *self, const char *mapping_key)
{
  g_autoptr (GError) error = NULL;
  char *mapping = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (mapping_key != NULL, NULL);

  if (!vb_mapping_table_find (self->connection, mapping_key, &mapping, &error))
    g_warning ("%s", error->message);
  return mapping;
}
