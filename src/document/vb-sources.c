/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-explainer.h"

#include <glib/gi18n-lib.h>

#include "vb-document-targets.h"
#include "vb-import.h"
#include "vb-number.h"

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
  VbFacts *facts = _vb_planner_get_table_facts (planner, period.grain);
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
  /* Imports that are gone since are not known any more, and no one's typing. */
  if (n_named == 0)
    return g_hash_table_size (imports) == 0 ? g_strdup (_ ("typed by hand")) : NULL;

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

char *
_vb_target_describe (VbDocument *document, VbUnit *unit, VbCareGroup group, VbDay day)
{
  VbTargetInForce found = vb_document_find_target (document, unit, group, day);
  const char *decided_by;

  if (found.target == NULL)
    return g_strdup (_ ("nothing is decided: the document’s default"));

  decided_by = vb_target_get_decided_by (found.target);
  if (decided_by != NULL && found.unit != NULL && found.unit != unit)
    /* Translators: who decided a target, and the unit it is inherited from. */
    return g_strdup_printf (_ ("decided by %s, inherited from %s"), decided_by,
                            vb_unit_get_name (found.unit));
  if (decided_by != NULL)
    /* Translators: who decided a target. */
    return g_strdup_printf (_ ("decided by %s"), decided_by);
  if (found.unit == NULL)
    return g_strdup (_ ("set by hand for the whole document"));
  if (found.unit != unit)
    /* Translators: the unit a target is inherited from. */
    return g_strdup_printf (_ ("set by hand for %s, and inherited"), vb_unit_get_name (found.unit));

  return g_strdup (_ ("set by hand for this unit"));
}

VbProvenance
_vb_target_get_provenance (VbDocument *document, VbUnit *unit, VbCareGroup group, VbDay day)
{
  VbTargetInForce found = vb_document_find_target (document, unit, group, day);

  return found.target != NULL && vb_target_get_decided_by (found.target) != NULL
             ? VB_PROVENANCE_VERIFIED
             : VB_PROVENANCE_ASSUMED;
}

char *
_vb_target_describe_period (VbDocument *document, VbUnit *unit, VbCareGroup group, VbPeriod period)
{
  VbDay last = vb_period_get_end (period) - 1;
  VbTargetInForce first_found = vb_document_find_target (document, unit, group, period.start);
  VbTargetInForce last_found = vb_document_find_target (document, unit, group, last);
  g_autofree char *first_source = _vb_target_describe (document, unit, group, period.start);
  g_autofree char *last_source = NULL;
  g_autofree char *first_value = NULL;
  g_autofree char *last_value = NULL;

  if (first_found.target == last_found.target)
    return g_steal_pointer (&first_source);
  last_source = _vb_target_describe (document, unit, group, last);
  first_value = vb_number_format_percent (first_found.value, 1);
  last_value = vb_number_format_percent (last_found.value, 1);
  /* Translators: target occupancies, each followed by who decided it: "80 % (decided by the board),
   * later 85 % (set by hand for this unit), weighted by days" */
  return g_strdup_printf (_ ("%s (%s), later %s (%s), weighted by days"), first_value, first_source,
                          last_value, last_source);
}
