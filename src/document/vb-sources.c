/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-explainer.h"

#include <glib/gi18n-lib.h>

#include "vb-import.h"
#include "vb-target.h"

#define NAMED_IMPORTS 2 /* more than these are only counted */

static char *
format_time (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time);

  return vb_day_format (vb_day_from_ymd (g_date_time_get_year (local),
                                         g_date_time_get_month (local),
                                         g_date_time_get_day_of_month (local)));
}

static gboolean
is_one_of (VbMeasureId measure, const VbMeasureId *measures, guint n)
{
  for (guint i = 0; i < n; i++)
    if (measures[i] == measure)
      return TRUE;

  return FALSE;
}

/* Ids of the imports behind the figures, and how many units they are of. */
static GHashTable *
find_imports (VbFacts *facts,
              gint64 unit_id,
              VbCareGroup group,
              const VbMeasureId *measures,
              guint n_measures,
              VbPeriod period,
              guint *n_units)
{
  g_autoptr (GHashTable) units = g_hash_table_new (NULL, NULL);
  GHashTable *imports = g_hash_table_new (g_int64_hash, g_int64_equal);
  const guint8 *care_types = vb_snapshot_get_tree (facts->snapshot)->care_type;
  VbDay end = vb_period_get_end (period);
  guint first, after;

  *n_units = 0;
  if (!_vb_facts_find_subtree (facts, unit_id, &first, &after))
    return imports;

  for (guint i = 0; i < facts->parts->len; i++)
    {
      VbSnapshotPart *part = &g_array_index (facts->parts, VbSnapshotPart, i);

      if (part->unit < first || part->unit >= after || part->grain > period.grain
          || part->first >= end || part->end <= period.start
          || !is_one_of ((VbMeasureId) part->measure, measures, n_measures))
        continue;
      if (group != VB_CARE_GROUP_NONE
          && vb_care_type_get_group ((VbCareType) care_types[part->unit]) != group)
        continue;
      g_hash_table_add (units, GUINT_TO_POINTER (part->unit));
      g_hash_table_add (imports, &part->import);
    }
  *n_units = g_hash_table_size (units);

  return imports;
}

char *
_vb_sources_describe (VbPlanner *planner,
                      VbUnit *unit,
                      VbCareGroup group,
                      const VbMeasureId *measures,
                      guint n_measures,
                      VbPeriod period)
{
  VbFacts *facts = _vb_planner_get_facts (planner);
  GListModel *all = vb_document_get_imports (_vb_planner_get_document (planner));
  g_autoptr (GHashTable) imports = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_units, n_named = 0;

  if (facts == NULL)
    return NULL;

  imports =
      find_imports (facts, vb_unit_get_id (unit), group, measures, n_measures, period, &n_units);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (VbImport) import = g_list_model_get_item (all, i);
      gint64 id = vb_import_get_id (import);
      g_autofree char *when = NULL;

      if (!g_hash_table_contains (imports, &id) || n_named++ >= NAMED_IMPORTS)
        continue;
      when = format_time (vb_import_get_time (import));
      if (text->len > 0)
        g_string_append (text, ", ");
      /* Translators: a date and the name of a file. */
      g_string_append_printf (text, _ ("imported %s from %s"), when,
                              vb_import_get_source_name (import));
    }
  if (n_named == 0)
    return NULL;

  if (n_named > NAMED_IMPORTS)
    {
      guint n_more = n_named - NAMED_IMPORTS;

      g_string_append (text, ", ");
      g_string_append_printf (text, ngettext ("and %u more import", "and %u more imports", n_more),
                              n_more);
    }
  if (n_units > 1)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, ngettext ("%u unit", "%u units", n_units), n_units);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The newest target that @unit_id (0: the document) has decided itself and that holds on @day. */
static VbTarget *
find_own_target (GListModel *targets, gint64 unit_id, VbCareType care_type, VbDay day)
{
  g_autoptr (VbTarget) found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (VbTarget) target = g_list_model_get_item (targets, i);

      if (vb_target_get_measure (target) == VB_MEASURE_OCCUPANCY
          && vb_target_get_unit_id (target) == unit_id
          && vb_target_get_care_type (target) == care_type && vb_target_get_from (target) <= day
          && (found == NULL || vb_target_get_from (target) > vb_target_get_from (found)))
        g_set_object (&found, target);
    }

  return g_steal_pointer (&found);
}

/* The nearest unit from @at upward that has decided for @care_type, and the document last, when
 * *@at becomes NULL. */
static VbTarget *
find_target_upward (GListModel *targets, VbUnit **at, VbCareType care_type, VbDay day)
{
  for (; *at != NULL; *at = vb_unit_get_parent (*at))
    {
      VbTarget *target = find_own_target (targets, vb_unit_get_id (*at), care_type, day);

      if (target != NULL)
        return target;
    }

  return find_own_target (targets, 0, care_type, day);
}

/* The target in force, found in the engine's order: the unit's own, for its care type or for all
 * care; then the nearest above for that care type; then the nearest above for all care. Geriatric
 * care takes a somatic target where there is none for itself. */
static VbTarget *
find_target (GListModel *targets, VbUnit *unit, VbDay day, VbUnit **at)
{
  VbCareType types[3] = { vb_unit_get_care_type (unit) };
  guint n_types = types[0] == VB_CARE_TYPE_NONE ? 1 : 2;

  if (types[0] == VB_CARE_TYPE_GERIATRIC)
    {
      types[1] = VB_CARE_TYPE_SOMATIC;
      n_types = 3;
    }

  *at = unit;
  for (guint i = 0; i < n_types; i++)
    {
      VbTarget *target = find_own_target (targets, vb_unit_get_id (unit), types[i], day);

      if (target != NULL)
        return target;
    }
  for (guint i = 0; i < n_types; i++)
    {
      VbTarget *target;

      *at = unit;
      target = find_target_upward (targets, at, types[i], day);
      if (target != NULL)
        return target;
    }

  return NULL;
}

char *
_vb_target_describe (VbDocument *document, VbUnit *unit, VbDay day)
{
  GListModel *targets = vb_document_get_targets (document);
  VbUnit *at;
  g_autoptr (VbTarget) target = find_target (targets, unit, day, &at);
  const char *decided_by;

  if (target == NULL)
    return g_strdup (_ ("nothing is decided: the document’s default"));

  decided_by = vb_target_get_decided_by (target);
  if (decided_by != NULL && at != NULL && at != unit)
    /* Translators: who decided a target, and the unit it is inherited from. */
    return g_strdup_printf (_ ("decided by %s, inherited from %s"), decided_by,
                            vb_unit_get_name (at));
  if (decided_by != NULL)
    /* Translators: who decided a target. */
    return g_strdup_printf (_ ("decided by %s"), decided_by);
  if (at == NULL)
    return g_strdup (_ ("set by hand for the whole document"));
  if (at != unit)
    /* Translators: the unit a target is inherited from. */
    return g_strdup_printf (_ ("set by hand for %s, and inherited"), vb_unit_get_name (at));

  return g_strdup (_ ("set by hand for this unit"));
}
