/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-import-reading.h"

#include <stdlib.h>

#include "vb-measure.h"

/* The unit of a figure: the path's, or a child of it that the user has named for the column. */
static guint
get_figure_unit (VbImportReading *reading,
                 const VbImportPath *path,
                 guint index,
                 GHashTable *children)
{
  const VbImportSlot *slot = &g_array_index (reading->slots, VbImportSlot, index);
  gint64 key = (gint64) path->unit << 32 | index;
  VbBatchUnit *parent;
  VbUnitKind kind;
  gpointer known;
  guint unit;

  if (slot->child == NULL)
    return (guint) path->unit;
  if (g_hash_table_lookup_extended (children, &key, NULL, &known))
    return GPOINTER_TO_UINT (known);
  parent = vb_batch_get_unit (reading->batch, (guint) path->unit);
  kind = parent->kind < VB_UNIT_DEPARTMENT ? VB_UNIT_DEPARTMENT : VB_UNIT_WARD;
  unit = vb_batch_add_unit (reading->batch, path->unit, kind, slot->child, NULL);
  g_hash_table_insert (children, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (unit));
  return unit;
}

static void
refuse_figure (VbImportReading *reading,
               const VbImportPath *path,
               const VbStagedFigure *figure,
               guint *last)
{
  gboolean note = path->problem == VB_PROBLEM_OVERLAPPING_GROUPING;

  if (figure->row == *last)
    return;
  *last = figure->row;
  vb_batch_take_problem (
      reading->batch,
      vb_problem_new (path->problem, note ? VB_PROBLEM_NOTE : VB_PROBLEM_REFUSES_ROW, figure->row,
                      vb_import_reading_get_header (reading, vb_import_reading_get_level_column (
                                                                 reading, path->problem_level)),
                      path->problem_value));
  reading->rows_refused++;
}

static int
compare_taken_rows (gconstpointer a, gconstpointer b)
{
  const VbTakenRow *x = a;
  const VbTakenRow *y = b;

  return (x->number > y->number) - (x->number < y->number);
}

/* Rows of which conflicts with other rows took the last figure. */
static void
count_conflicts (VbImportReading *reading)
{
  const guint32 *rows;
  gsize n;

  rows = vb_batch_get_conflict_rows (reading->batch, &n);
  if (n == 0)
    return;
  g_array_sort (reading->taken_rows, compare_taken_rows);
  for (gsize i = 0; i < n; i++)
    {
      VbTakenRow wanted = { rows[i], 0 };
      VbTakenRow *taken = bsearch (&wanted, reading->taken_rows->data, reading->taken_rows->len,
                                   sizeof wanted, compare_taken_rows);

      if (taken->n_figures > 0 && --taken->n_figures == 0)
        reading->rows_refused++;
    }
}

/* The batch knows a conflict's measure; the reader of the report knows the column it stood in. */
static void
name_conflicts (VbImportReading *reading)
{
  GPtrArray *problems = vb_batch_get_problems (reading->batch);

  for (guint i = 0; i < problems->len; i++)
    {
      VbProblem *problem = g_ptr_array_index (problems, i);
      guint found = VB_NO_COLUMN;
      guint n_found = 0;

      if (problem->kind != VB_PROBLEM_CONFLICTING_DUPLICATE || problem->column == NULL)
        continue;
      for (guint k = 0; k < reading->values->len; k++)
        {
          const VbValueColumn *column = &g_array_index (reading->values, VbValueColumn, k);
          const VbMeasure *measure;

          if (column->slot == VB_NO_COLUMN)
            continue;
          measure =
              vb_measure_get (g_array_index (reading->slots, VbImportSlot, column->slot).measure);
          if (!g_str_equal (measure->key, problem->column))
            continue;
          found = column->file_column;
          n_found++;
        }
      if (n_found != 1)
        continue;
      g_free (problem->column);
      problem->column = g_strdup (vb_import_reading_get_header (reading, found));
    }
}

/* The names of the unit and of those above it. */
static char *
dup_path (VbBatch *batch, const VbBatchUnit *unit)
{
  g_autofree char *above = NULL;

  if (unit->parent < 0)
    return g_strdup (unit->name);
  above = dup_path (batch, vb_batch_get_unit (batch, (guint) unit->parent));
  return g_strconcat (above, " / ", unit->name, NULL);
}

/* The care type that the user has given units called @name, NULL = not called so; notes in @heard
 * that there are such units. */
static VbCareType
hear (VbImporter *importer, GHashTable *heard, const char *name)
{
  VbCareType type = name != NULL ? vb_importer_get_care_type (importer, name) : VB_CARE_TYPE_NONE;

  if (type != VB_CARE_TYPE_NONE)
    g_hash_table_add (heard, g_strdup (name));
  return type;
}

/* The user's word on units: a path tells more than a code, and that than a name. */
static void
apply_care_types (VbImportReading *reading)
{
  VbImporter *importer = reading->importer;
  g_autoptr (GHashTable) heard = NULL;
  GHashTableIter iter;
  gpointer name;

  if (g_hash_table_size (importer->care_types) == 0)
    return;
  heard = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < vb_batch_get_n_units (reading->batch); i++)
    {
      VbBatchUnit *unit = vb_batch_get_unit (reading->batch, i);
      g_autofree char *path = dup_path (reading->batch, unit);
      VbCareType by_name = hear (importer, heard, unit->name);
      VbCareType by_code = hear (importer, heard, unit->code);
      VbCareType by_path = hear (importer, heard, path);
      VbCareType type = by_path != VB_CARE_TYPE_NONE   ? by_path
                        : by_code != VB_CARE_TYPE_NONE ? by_code
                                                       : by_name;

      if (type != VB_CARE_TYPE_NONE)
        unit->care_type = type;
    }
  g_hash_table_iter_init (&iter, importer->care_types);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (heard, name))
      vb_batch_take_problem (
          reading->batch, vb_problem_new (VB_PROBLEM_UNKNOWN_UNIT, VB_PROBLEM_NOTE, 0, NULL, name));
}

void
vb_import_reading_hand_over (VbImportReading *reading)
{
  g_autoptr (GHashTable) children =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const VbStagedFigure *block;
  guint last_refused = 0;
  guint n;

  vb_import_tree_resolve (reading->tree, reading->stage, reading->slots->len, reading->batch);
  for (guint b = 0; (block = vb_import_stage_get_block (reading->stage, b, &n)) != NULL; b++)
    for (guint i = 0; i < n; i++)
      {
        const VbStagedFigure *figure = &block[i];
        const VbImportPath *path = vb_import_tree_get_path (reading->tree, figure->path);
        const VbImportSlot *slot = &g_array_index (reading->slots, VbImportSlot, figure->slot);

        if (path->refused)
          refuse_figure (reading, path, figure, &last_refused);
        else
          vb_batch_add_observation (reading->batch,
                                    get_figure_unit (reading, path, figure->slot, children),
                                    (guint16) slot->measure, figure->grain, figure->start,
                                    figure->value, VB_PROVENANCE_REPORTED, figure->row);
      }
  g_clear_pointer (&reading->stage, vb_import_stage_free);
  apply_care_types (reading);
  vb_batch_finish (reading->batch);
  count_conflicts (reading);
  name_conflicts (reading);
  vb_batch_set_row_counts (reading->batch, reading->rows_read, reading->rows_refused);
}
