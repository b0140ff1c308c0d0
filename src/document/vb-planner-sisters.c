/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A unit among its sisters, as certain as what was published of them. */
#include "private/vb-years.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "vb-interval.h"
#include "vb-number.h"

/* Published rates are rounded; no more decimals than these are looked for. */
#define MAX_DECIMALS 3
/* Years back that sisters are looked for figures in. */
#define YEARS_BACK 15

static VbSpan
to_span (VbInterval interval)
{
  return (VbSpan){ interval.low, interval.value, interval.high };
}

static VbInterval
to_interval (VbSpan span)
{
  return (VbInterval){ span.low, span.value, span.high };
}

/* A rate was rounded to the decimals that it is written with, and to one at least: 2.0 is 2. */
static int
count_decimals (double rate)
{
  double scaled = rate * 10;

  for (int decimals = 1; decimals < MAX_DECIMALS; decimals++, scaled *= 10)
    if (fabs (scaled - round (scaled)) < 1e-6)
      return decimals;

  return MAX_DECIMALS;
}

/* ---- who is a sister ------------------------------------------------------------------------- */

static GListModel *
find_units (VbUnit *unit)
{
  return vb_unit_get_children (vb_unit_get_parent (unit) != NULL ? vb_unit_get_parent (unit)
                                                                 : unit);
}

/* Its beds are all of another kind. */
static gboolean
has_other_groups_only (VbNeedTable *table, VbUnit *unit, VbCareGroup group)
{
  guint groups = vb_need_table_get_groups (table, vb_unit_get_id (unit));

  return group != VB_CARE_GROUP_NONE && groups != 0 && (groups & (1u << group)) == 0
         && (groups & (1u << VB_CARE_GROUP_NONE)) == 0;
}

/* ---- what is known of one -------------------------------------------------------------------- */

static const VbNeedFigures *
find_figures (VbNeedTable *table, VbUnit *unit, VbCareGroup group, gint16 year)
{
  gint64 id = vb_unit_get_id (unit);
  int index = vb_need_table_find_period (table, vb_day_from_ymd (year, 1, 1));
  const VbNeedFigures *figures;

  if (index < 0)
    return NULL;
  figures = vb_need_table_get (table, id, group, (guint) index);
  /* A sister that has no kinds, or all beds of one, has only its own row. */
  if (figures == NULL)
    figures = vb_need_table_get (
        table, id,
        group == VB_CARE_GROUP_NONE ? vb_need_table_get_main_group (table, id) : VB_CARE_GROUP_NONE,
        (guint) index);

  return figures;
}

static VbSisterFigures
measure (VbPlanner *self, VbNeedTable *table, VbUnit *unit, VbCareGroup group, gint16 year)
{
  const VbNeedFigures *found = find_figures (table, unit, group, year);
  VbFacts *facts = _vb_planner_get_facts (self);
  double rate = facts != NULL ? _vb_facts_find_published (facts, vb_unit_get_id (unit),
                                                          VB_MEASURE_AVAILABLE_BEDS_PER_1000, year)
                              : (double) NAN;
  VbInterval available = vb_interval_exact (found != NULL ? found->available_beds : NAN);
  VbInterval of_rate = vb_interval_exact (NAN);
  VbInhabitants inhabitants = _vb_years_find_inhabitants (self, unit, year);
  VbSisterFigures figures = { .need = found != NULL ? found->need_beds : NAN,
                              .inhabitants = inhabitants.number,
                              .inhabitants_year = inhabitants.year };

  if (!isnan (rate))
    of_rate = vb_interval_from_rate (rate, count_decimals (rate), 1000);
  else if (figures.inhabitants > 0)
    of_rate = vb_interval_exact (available.value * 1000 / figures.inhabitants);
  if (isnan (available.value) && !isnan (rate))
    {
      available = vb_interval_from_rate (rate, count_decimals (rate), figures.inhabitants);
      figures.from_rate = TRUE;
    }

  figures.available = to_span (available);
  figures.gap_share =
      to_span (vb_interval_get_gap_share (available, vb_interval_exact (figures.need)));
  figures.rate = to_span (of_rate);

  return figures;
}

/* ---- ranks ----------------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *units; /* of VbUnit, owned */
  GArray *figures;  /* of VbSisterFigures */
  VbSisterOrder order;
  guint n_known; /* that have something to be ranked by */
} Sisters;

static void
sisters_clear (Sisters *self)
{
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->figures, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sisters, sisters_clear)

static VbSpan
get_ranked (const Sisters *sisters, guint index)
{
  const VbSisterFigures *figures = &g_array_index (sisters->figures, VbSisterFigures, index);

  return sisters->order == VB_SISTER_BY_RATE ? figures->rate : figures->gap_share;
}

static guint
count_known (Sisters *sisters, VbSisterOrder order)
{
  guint n = 0;

  sisters->order = order;
  for (guint i = 0; i < sisters->units->len; i++)
    n += !isnan (get_ranked (sisters, i).value);

  return n;
}

static void
sisters_init (Sisters *sisters,
              VbPlanner *self,
              VbNeedTable *table,
              VbUnit *unit,
              VbCareGroup group,
              gint16 year)
{
  GListModel *units = find_units (unit);
  guint n_rates, n_gaps;

  sisters->units = g_ptr_array_new_with_free_func (g_object_unref);
  sisters->figures = g_array_new (FALSE, FALSE, sizeof (VbSisterFigures));
  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (VbUnit) sister = g_list_model_get_item (units, i);
      VbSisterFigures figures;

      if (has_other_groups_only (table, sister, group))
        continue;
      figures = measure (self, table, sister, group, year);
      g_array_append_val (sisters->figures, figures);
      g_ptr_array_add (sisters->units, g_steal_pointer (&sister));
    }

  n_rates = count_known (sisters, VB_SISTER_BY_RATE);
  n_gaps = count_known (sisters, VB_SISTER_BY_GAP_SHARE);
  if (n_gaps < 2 && n_rates >= 2)
    sisters->order = VB_SISTER_BY_RATE;
  sisters->n_known = sisters->order == VB_SISTER_BY_RATE ? n_rates : n_gaps;
}

GListModel *
vb_planner_get_sisters (VbPlanner *self,
                        VbNeedTable *table,
                        VbUnit *unit,
                        VbCareGroup group,
                        gint16 year,
                        VbSisterOrder *order)
{
  g_autoptr (GListStore) rows = g_list_store_new (VB_TYPE_SISTER_ROW);
  g_auto (Sisters) sisters = { NULL };
  g_autofree VbInterval *intervals = NULL;
  g_autofree VbRank *ranks = NULL;
  guint n;

  g_return_val_if_fail (VB_IS_PLANNER (self), NULL);
  g_return_val_if_fail (VB_IS_NEED_TABLE (table), NULL);
  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);

  sisters_init (&sisters, self, table, unit, group, year);
  n = sisters.units->len;
  intervals = g_new (VbInterval, n + 1);
  for (guint i = 0; i < n; i++)
    intervals[i] = to_interval (get_ranked (&sisters, i));

  ranks = vb_interval_rank (intervals, n, FALSE);
  for (guint i = 0; i < n; i++)
    {
      VbSisterFigures *figures = &g_array_index (sisters.figures, VbSisterFigures, ranks[i].index);
      VbUnit *sister = sisters.units->pdata[ranks[i].index];
      g_autoptr (VbSisterRow) row = NULL;

      figures->rank = ranks[i].rank;
      figures->first = ranks[i].first;
      figures->last = ranks[i].last;
      row = vb_sister_row_new (sister, figures, sister == unit);
      g_list_store_append (rows, row);
    }
  if (order != NULL)
    *order = sisters.order;

  return G_LIST_MODEL (g_steal_pointer (&rows));
}

gint16
vb_planner_find_sister_year (
    VbPlanner *self, VbNeedTable *table, VbUnit *unit, VbCareGroup group, gint16 year)
{
  g_return_val_if_fail (VB_IS_PLANNER (self), year);
  g_return_val_if_fail (VB_IS_NEED_TABLE (table), year);

  for (gint16 at = year; at > year - YEARS_BACK; at--)
    {
      g_auto (Sisters) sisters = { NULL };

      sisters_init (&sisters, self, table, unit, group, at);
      if (sisters.n_known >= 2)
        return at;
    }

  return year;
}

/* ---- where does this come from? -------------------------------------------------------------- */

static void
add_rate (VbExplanation *explanation, const VbSisterFigures *figures)
{
  int decimals = count_decimals (figures->rate.value);
  g_autofree char *rate = vb_number_format (figures->rate.value, decimals);
  g_autofree char *low = vb_number_format (figures->rate.low, decimals + 1);
  g_autofree char *high = vb_number_format (figures->rate.high, decimals + 1);
  /* Translators: both are numbers */
  g_autofree char *source =
      g_strdup_printf (_ ("as published; between %s and %s before rounding"), low, high);

  vb_explanation_add_input (explanation, rate, _ ("available beds per 1,000 inhabitants"), source,
                            VB_PROVENANCE_REPORTED);
}

/* "1.9 × 408,000 ÷ 1,000 = 775 (755–796)". */
static VbExplanation *
explain_beds_of_rate (const VbSisterFigures *figures,
                      const VbInhabitants *counted,
                      const char *title)
{
  g_autofree char *rate =
      vb_number_format (figures->rate.value, count_decimals (figures->rate.value));
  g_autofree char *inhabitants = vb_number_format (figures->inhabitants, 0);
  g_autofree char *thousand = vb_number_format (1000, 0);
  g_autofree char *beds = vb_number_format (figures->available.value, 0);
  g_autofree char *low = vb_number_format (figures->available.low, 0);
  g_autofree char *high = vb_number_format (figures->available.high, 0);
  g_autofree char *numbers =
      g_strdup_printf ("%s × %s ÷ %s = %s (%s–%s)", rate, inhabitants, thousand, beds, low, high);
  VbExplanation *explanation = vb_explanation_new (
      title, _ ("Available beds ≈ beds per 1,000 inhabitants × inhabitants ÷ 1,000"), numbers);

  add_rate (explanation, figures);
  _vb_years_explain_inhabitants (explanation, counted);
  vb_explanation_set_note (explanation,
                           _ ("The published rate is of all inpatient care, and is no reference "
                              "number."));

  return explanation;
}

static VbExplanation *
explain_rate (const VbSisterFigures *figures, const VbInhabitants *counted, const char *title)
{
  g_autofree char *rate = vb_number_format (figures->rate.value, 2);
  g_autofree char *beds = vb_number_format_key (figures->available.value);
  g_autofree char *inhabitants = vb_number_format (figures->inhabitants, 0);
  g_autofree char *thousand = vb_number_format (1000, 0);
  g_autofree char *numbers = NULL;
  VbExplanation *explanation;

  if (figures->rate.low < figures->rate.high)
    {
      explanation = vb_explanation_new (
          title, _ ("Available beds per 1,000 inhabitants, as published"), NULL);
      add_rate (explanation, figures);
      return explanation;
    }

  numbers = g_strdup_printf ("%s × %s ÷ %s = %s", beds, thousand, inhabitants, rate);
  explanation = vb_explanation_new (
      title, _ ("Beds per 1,000 inhabitants = beds × 1,000 ÷ inhabitants"), numbers);
  vb_explanation_add_input (explanation, beds, _ ("available beds"), NULL, VB_PROVENANCE_COMPUTED);
  _vb_years_explain_inhabitants (explanation, counted);

  return explanation;
}

/* How many are surely before, and how many may be. */
static VbExplanation *
explain_rank (const VbSisterFigures *figures, guint n_sisters, VbSisterOrder order)
{
  g_autofree char *title =
      /* Translators: %u is a rank, "Where does rank 3 come from?" */
      g_strdup_printf (_ ("Where does rank %u come from?"), figures->rank);
  g_autofree char *numbers = g_strdup_printf ("%u / %u", figures->rank, n_sisters);
  VbExplanation *explanation =
      vb_explanation_new (title,
                          order == VB_SISTER_BY_RATE
                              ? _ ("Rank by available beds per 1,000 inhabitants, the fewest first")
                              : _ ("Rank by gap as a share of need, the largest shortage first"),
                          numbers);
  g_autofree char *note = NULL;

  if (order == VB_SISTER_BY_RATE)
    add_rate (explanation, figures);
  else
    {
      g_autofree char *share = vb_number_format_percent_signed (figures->gap_share.value, 1);

      vb_explanation_add_input (explanation, share, _ ("gap as a share of need"), NULL,
                                VB_PROVENANCE_COMPUTED);
    }
  if (figures->first < figures->last)
    {
      /* Translators: both are ranks, of which the first is the better */
      note = g_strdup_printf (_ ("Rounding hides the true order: the rank could be anything from "
                                 "%u to %u."),
                              figures->first, figures->last);
      vb_explanation_set_note (explanation, note);
    }

  return explanation;
}

static VbExplanation *
explain_gap_share (const VbSisterFigures *figures)
{
  int decimals = figures->need < 1000 ? 1 : 0;
  g_autofree char *share = vb_number_format_percent_signed (figures->gap_share.value, 1);
  g_autofree char *title = g_strdup_printf (_ ("Where does %s come from?"), share);
  g_autofree char *available = vb_number_format (figures->available.value, decimals);
  g_autofree char *need = vb_number_format (figures->need, decimals);
  g_autofree char *numbers = g_strdup_printf ("(%s − %s) ÷ %s = %s", available, need, need, share);
  VbExplanation *explanation =
      vb_explanation_new (title, _ ("Gap % = (available beds − need) ÷ need"), numbers);

  vb_explanation_add_input (explanation, available, _ ("available beds"), NULL,
                            VB_PROVENANCE_COMPUTED);
  vb_explanation_add_input (explanation, need, _ ("need"), NULL, VB_PROVENANCE_COMPUTED);

  return explanation;
}

VbExplanation *
vb_planner_explain_sister (VbPlanner *self,
                           GListModel *sisters,
                           VbSisterOrder order,
                           VbSisterRow *row,
                           VbCareGroup group,
                           gint16 year,
                           const char *figure)
{
  const VbSisterFigures *figures;
  VbPeriod period = { VB_GRAIN_YEAR, vb_day_from_ymd (year, 1, 1) };
  gboolean is_rank = g_strcmp0 (figure, "rank") == 0;
  gboolean is_rate = g_strcmp0 (figure, "available_beds_per_1000") == 0;
  gboolean is_beds = g_strcmp0 (figure, "available_beds") == 0;

  g_return_val_if_fail (VB_IS_PLANNER (self), NULL);
  g_return_val_if_fail (VB_IS_SISTER_ROW (row), NULL);

  figures = vb_sister_row_get_figures (row);
  if (is_rank && figures->rank > 0)
    return explain_rank (figures, g_list_model_get_n_items (sisters), order);
  if ((is_rate && !isnan (figures->rate.value)) || (is_beds && figures->from_rate))
    {
      g_autofree char *shown = is_rate ? vb_number_format (figures->rate.value, 2)
                                       : vb_number_format (figures->available.value, 0);
      g_autofree char *title = g_strdup_printf (_ ("Where does %s come from?"), shown);

      VbInhabitants counted = _vb_years_find_inhabitants (self, vb_sister_row_get_unit (row), year);

      return is_rate ? explain_rate (figures, &counted, title)
                     : explain_beds_of_rate (figures, &counted, title);
    }
  if (g_strcmp0 (figure, "gap_share") == 0 && !isnan (figures->gap_share.value))
    return explain_gap_share (figures);
  if (is_beds || g_strcmp0 (figure, "need_beds") == 0 || g_strcmp0 (figure, "gap_beds") == 0)
    return vb_planner_explain (self, vb_sister_row_get_unit (row), group, period, figure);

  return NULL;
}
