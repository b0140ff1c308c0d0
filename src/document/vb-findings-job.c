/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-findings-job.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "private/vb-need-job.h"
#include "vb-measure.h"
#include "vb-number.h"

GArray *
_vb_find_faults (VbSnapshot *snapshot, VbDay now, GCancellable *cancellable, GError **error)
{
  guint n_measures;
  const guint16 *measures = vb_quality_get_measures (&n_measures);
  g_autoptr (VbSnapshotObservations) observations = NULL;
  g_autofree VbMeasureRule *rules = NULL;
  guint n_rules;

  observations = vb_snapshot_read_observations (snapshot, measures, n_measures, cancellable, error);
  if (observations == NULL)
    return NULL;
  rules = _vb_make_measure_rules (&n_rules);
  return vb_quality_run (vb_snapshot_get_tree (snapshot),
                         vb_snapshot_observations_get_input (observations), rules, n_rules, now,
                         cancellable, error);
}

static const char *
get_measure_name (guint16 measure)
{
  return g_dgettext (GETTEXT_PACKAGE, vb_measure_get ((VbMeasureId) measure)->name);
}

/* A measure that is published in per cent keeps its unit. */
static char *
format_share (double share)
{
  return vb_number_format_percent (share / 100, 1);
}

/* What is wrong in the worst period. */
static char *
describe_worst (const VbQualityFinding *fault)
{
  g_autofree char *when = NULL;
  g_autofree char *value = NULL;
  g_autofree char *expected = NULL;

  if (fault->rule == VB_QUALITY_RULE_SILENT)
    {
      when = vb_day_format (fault->worst.start - 1);
      /* Translators: %s is a date */
      return g_strdup_printf (_ ("no figures since %s"), when);
    }

  when = vb_period_format (fault->worst, FALSE);
  switch ((VbQualityRule) fault->rule)
    {
    case VB_QUALITY_RULE_OVERFULL:
      value = vb_number_format_percent (fault->value, 0);
      /* Translators: a percentage and a period */
      return g_strdup_printf (_ ("occupancy %s in %s"), value, when);
    case VB_QUALITY_RULE_SHARE:
      value = format_share (fault->value);
      /* Translators: the name of a measure, a percentage and a period */
      return g_strdup_printf (_ ("%s: %s in %s"), get_measure_name (fault->measure), value, when);
    case VB_QUALITY_RULE_NO_BEDS:
      value = vb_number_format_key (fault->value);
      /* Translators: a number of patients and a period */
      return g_strdup_printf (_ ("%s patients a day, no beds in %s"), value, when);
    case VB_QUALITY_RULE_SUM:
      value = vb_number_format_key (fault->value);
      expected = vb_number_format_key (fault->expected);
      /* Translators: the name of a measure, two numbers and a period */
      return g_strdup_printf (_ ("%s: %s reported, %s in the units below, %s"),
                              get_measure_name (fault->measure), value, expected, when);
    case VB_QUALITY_RULE_JUMP:
      value = vb_number_format_key (fault->value);
      expected = vb_number_format_key (fault->expected);
      /* Translators: the name of a measure, two numbers and a period */
      return g_strdup_printf (_ ("%s: from %s to %s, beginning %s"),
                              get_measure_name (fault->measure), expected, value, when);
    case VB_QUALITY_RULE_SILENT:
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
describe (const VbQualityFinding *fault)
{
  guint n_more = fault->n_periods - 1;
  g_autofree char *worst = describe_worst (fault);

  if (n_more == 0 || fault->rule == VB_QUALITY_RULE_SILENT)
    return g_steal_pointer (&worst);
  /* Translators: %s tells of the worst period: "occupancy 182 % in Mar 2024" */
  return g_strdup_printf (
      ngettext ("%s, and in %u more period", "%s, and in %u more periods", n_more), worst, n_more);
}

GListModel *
_vb_list_findings (VbDocument *document, const VbSnapshot *snapshot, GArray *faults)
{
  GListStore *list = g_list_store_new (VB_TYPE_FINDING);
  const gint64 *unit_ids = vb_snapshot_get_unit_ids (snapshot);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < faults->len; i++)
    {
      const VbQualityFinding *fault = &g_array_index (faults, VbQualityFinding, i);
      VbUnit *unit = vb_document_get_unit (document, unit_ids[fault->unit]);
      g_autofree char *text = NULL;

      if (unit == NULL)
        continue;
      text = describe (fault);
      g_ptr_array_add (findings, vb_finding_new ((VbQualityRule) fault->rule, unit, fault->worst,
                                                 fault->n_periods, text));
    }
  g_list_store_splice (list, 0, 0, findings->pdata, findings->len);
  return G_LIST_MODEL (list);
}
