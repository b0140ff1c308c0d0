/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Need, gap and the rest as sentences. Every figure is shown with the numbers it was made of, and
 * each of those with where it was read or who decided it. */
#include "private/vb-explainer.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "vb-number.h"

/* What is being explained. */
typedef struct
{
  VbPlanner *planner;
  VbUnit *unit;
  VbCareGroup group;
  VbPeriod period;
  const VbNeedFigures *figures;
} Case;

static const VbMeasureId bed_day_measures[] = {
  VB_MEASURE_BED_DAYS,
  VB_MEASURE_OCCUPIED_BEDS,
};
static const VbMeasureId available_measures[] = {
  VB_MEASURE_AVAILABLE_BEDS,
  VB_MEASURE_AVAILABLE_BED_DAYS,
};
static const VbMeasureId needed_measures[] = { VB_MEASURE_NEEDED_BEDS };

/* Whole numbers as such, others with one decimal. */
static char *
format_count (double value)
{
  return vb_number_format (value, fabs (value - round (value)) < 0.05 ? 0 : 1);
}

/* Beds with one decimal, and none where it would not be read. */
static char *
format_beds (double value)
{
  return vb_number_format (value, fabs (value) < 1000 ? 1 : 0);
}

static char *
describe_sources (const Case *about, const VbMeasureId *measures, guint n_measures)
{
  g_autofree char *read = _vb_sources_describe (about->planner, about->unit, about->group, measures,
                                                n_measures, about->period);
  g_autofree char *coverage = NULL;

  if (read == NULL || isnan (about->figures->coverage) || about->figures->coverage >= 1)
    return g_steal_pointer (&read);

  coverage = vb_number_format_percent (about->figures->coverage, 1);
  /* Translators: where figures were read, and the share of days and units they cover. */
  return g_strdup_printf (_ ("%s, coverage %s"), read, coverage);
}

static void
add_input (const Case *about,
           VbExplanation *explanation,
           const char *value,
           const char *name,
           const VbMeasureId *measures,
           guint n_measures)
{
  g_autofree char *source = describe_sources (about, measures, n_measures);

  vb_explanation_add_input (explanation, value, name, source,
                            (VbProvenance) about->figures->provenance);
}

static void
add_days_input (const Case *about, VbExplanation *explanation)
{
  g_autofree char *days = format_count (about->figures->days);
  int calendar = vb_period_get_n_days (about->period);
  g_autofree char *source = g_strdup_printf (
      ngettext ("of %d calendar day", "of %d calendar days", (gulong) calendar), calendar);

  vb_explanation_add_input (explanation, days, _ ("days with data"), source,
                            (VbProvenance) about->figures->provenance);
}

/* The example's decisions are made up too. */
static VbProvenance
get_target_provenance (const Case *about)
{
  if (about->figures->provenance == VB_PROVENANCE_ILLUSTRATIVE)
    return VB_PROVENANCE_ILLUSTRATIVE;
  if (!about->figures->own)
    return VB_PROVENANCE_COMPUTED;
  return _vb_target_get_provenance (_vb_planner_get_document (about->planner), about->unit,
                                    about->group, vb_period_get_end (about->period) - 1);
}

static void
add_target_input (const Case *about, VbExplanation *explanation)
{
  g_autofree char *target = vb_number_format_percent (about->figures->target_occupancy, 1);
  g_autofree char *source = NULL;

  if (about->figures->own)
    source = _vb_target_describe_period (_vb_planner_get_document (about->planner), about->unit,
                                         about->group, about->period);
  else
    source = g_strdup (_ ("the targets of the units below, weighted by their needs"));
  vb_explanation_add_input (explanation, target, _ ("target occupancy"), source,
                            get_target_provenance (about));
}

static double
mean_of (const Case *about, VbMeasureId measure)
{
  const VbAggregateCell *cell =
      _vb_planner_find_cell (about->planner, about->unit, measure, about->period);

  return cell == NULL ? NAN : cell->value;
}

/* Bed days of patients who lay in other wards, less those of others' patients who lay here. */
static double
net_outlier_days (const Case *about)
{
  return (mean_of (about, VB_MEASURE_OUTLIERS_OUT) - mean_of (about, VB_MEASURE_OUTLIERS_IN))
         * about->figures->days;
}

/* Whether what was added for outliers can be told apart from the patients who lay here. */
static gboolean
has_outlier_part (const Case *about)
{
  VbDocument *document = _vb_planner_get_document (about->planner);

  return about->figures->own && fabs (net_outlier_days (about)) >= 0.05
         && vb_document_get_hidden_demand (document) == 0
         && vb_document_get_occupied_includes_overcrowded (document);
}

/* "10,278", or "(10,278 + 55)". */
static char *
bed_days_in_numbers (const Case *about)
{
  double net = net_outlier_days (about);
  g_autofree char *here = NULL;
  g_autofree char *added = NULL;

  if (!has_outlier_part (about))
    return format_count (about->figures->bed_days);

  here = format_count (about->figures->bed_days - net);
  added = format_count (fabs (net));

  return g_strdup_printf (net > 0 ? "(%s + %s)" : "(%s − %s)", here, added);
}

static void
add_bed_day_inputs (const Case *about, VbExplanation *explanation)
{
  static const VbMeasureId outlier_measures[] = { VB_MEASURE_OUTLIERS_OUT, VB_MEASURE_OUTLIERS_IN };
  double net = has_outlier_part (about) ? net_outlier_days (about) : 0;
  g_autofree char *here = format_count (about->figures->bed_days - net);
  g_autofree char *added = format_count (fabs (net));

  add_input (about, explanation, here, _ ("occupied bed days"), bed_day_measures,
             G_N_ELEMENTS (bed_day_measures));
  if (net != 0)
    add_input (about, explanation, added,
               net > 0 ? _ ("bed days of own patients in other wards")
                       : _ ("bed days of other wards’ patients here"),
               outlier_measures, G_N_ELEMENTS (outlier_measures));
}

static char *
format_share_signed (double value)
{
  return vb_number_format_percent_signed (value, 1);
}

static char *
need_in_numbers (const Case *about)
{
  g_autofree char *bed_days = bed_days_in_numbers (about);
  g_autofree char *days = format_count (about->figures->days);
  g_autofree char *target = vb_number_format_percent (about->figures->target_occupancy, 1);
  g_autofree char *need = format_count (about->figures->need_beds);

  return g_strdup_printf ("%s ÷ (%s × %s) = %s", bed_days, days, target, need);
}

/* Where only the need itself was reported there is nothing to divide. */
static gboolean
is_need_reported (const Case *about)
{
  return isnan (about->figures->bed_days);
}

static VbExplanation *
explain_need (const Case *about, const char *title)
{
  g_autofree char *numbers = NULL;
  VbExplanation *explanation;

  if (is_need_reported (about))
    {
      numbers = format_count (about->figures->need_beds);
      explanation =
          vb_explanation_new (title, _ ("Need as reported: it was not computed here"), numbers);
      add_input (about, explanation, numbers, _ ("needed beds"), needed_measures,
                 G_N_ELEMENTS (needed_measures));
      return explanation;
    }

  numbers = need_in_numbers (about);
  explanation = vb_explanation_new (
      title, _ ("Need = occupied bed days ÷ (days × target occupancy)"), numbers);
  add_bed_day_inputs (about, explanation);
  add_days_input (about, explanation);
  add_target_input (about, explanation);

  return explanation;
}

static void
add_available_input (const Case *about, VbExplanation *explanation)
{
  g_autofree char *available = format_beds (about->figures->available_beds);

  add_input (about, explanation, available, _ ("available beds"), available_measures,
             G_N_ELEMENTS (available_measures));
}

static VbExplanation *
explain_gap (const Case *about, const char *title)
{
  g_autofree char *gap = vb_number_format_signed (about->figures->gap_beds,
                                                  fabs (about->figures->gap_beds) < 1000 ? 1 : 0);
  g_autofree char *available = format_beds (about->figures->available_beds);
  g_autofree char *need = format_beds (about->figures->need_beds);
  g_autofree char *numbers = g_strdup_printf ("%s − %s = %s", available, need, gap);
  g_autofree char *of_need = NULL;
  VbExplanation *explanation =
      vb_explanation_new (title, _ ("Gap = available beds − need"), numbers);

  add_available_input (about, explanation);
  if (is_need_reported (about))
    {
      add_input (about, explanation, need, _ ("needed beds"), needed_measures,
                 G_N_ELEMENTS (needed_measures));
      return explanation;
    }

  of_need = need_in_numbers (about);
  vb_explanation_add_input (explanation, need, _ ("need"), of_need,
                            (VbProvenance) about->figures->provenance);
  add_target_input (about, explanation);

  return explanation;
}

static VbExplanation *
explain_occupancy (const Case *about, const char *title)
{
  g_autofree char *occupancy = vb_number_format_percent (about->figures->occupancy, 1);
  g_autofree char *available = format_beds (about->figures->available_beds);
  g_autofree char *days = format_count (about->figures->days);
  g_autofree char *bed_days = format_count (about->figures->bed_days);
  g_autofree char *numbers =
      g_strdup_printf ("%s ÷ (%s × %s) = %s", bed_days, available, days, occupancy);
  VbExplanation *explanation = vb_explanation_new (
      title, _ ("Occupancy = occupied bed days ÷ (available beds × days)"), numbers);

  add_bed_day_inputs (about, explanation);
  add_available_input (about, explanation);
  add_days_input (about, explanation);

  return explanation;
}

static VbExplanation *
explain_available (const Case *about, const char *title)
{
  g_autofree char *available = format_beds (about->figures->available_beds);
  g_autofree char *established = format_beds (about->figures->established_beds);
  VbExplanation *explanation = vb_explanation_new (
      title,
      about->figures->own ? _ ("Available beds = mean of the days with data")
                          : _ ("Available beds = the sum of the units below, each the mean of its "
                               "days with data"),
      available);

  add_available_input (about, explanation);
  add_days_input (about, explanation);
  if (!isnan (about->figures->established_beds))
    {
      static const VbMeasureId measures[] = { VB_MEASURE_ESTABLISHED_BEDS };

      add_input (about, explanation, established, _ ("established beds, for comparison"), measures,
                 G_N_ELEMENTS (measures));
    }

  return explanation;
}

static VbExplanation *
explain_bed_day_sum (const Case *about, const char *title)
{
  g_autofree char *total = format_count (about->figures->bed_days);
  g_autofree char *mean = format_beds (about->figures->occupied_beds);
  g_autofree char *days = format_count (about->figures->days);
  g_autofree char *numbers = g_strdup_printf ("%s × %s = %s", mean, days, total);
  VbExplanation *explanation = vb_explanation_new (
      title, _ ("Occupied bed days = patients on an average day × days with data"), numbers);

  add_bed_day_inputs (about, explanation);
  add_days_input (about, explanation);

  return explanation;
}

static VbExplanation *
explain_gap_share (const Case *about, const char *title)
{
  g_autofree char *gap = vb_number_format_signed (about->figures->gap_beds,
                                                  fabs (about->figures->gap_beds) < 1000 ? 1 : 0);
  g_autofree char *available = format_beds (about->figures->available_beds);
  g_autofree char *need = format_beds (about->figures->need_beds);
  g_autofree char *share = vb_number_format_percent_signed (about->figures->gap_share, 1);
  g_autofree char *numbers = g_strdup_printf ("%s ÷ %s = %s", gap, need, share);
  g_autofree char *of_gap = g_strdup_printf ("%s − %s = %s", available, need, gap);
  VbExplanation *explanation = vb_explanation_new (title, _ ("Gap % = gap ÷ need"), numbers);

  vb_explanation_add_input (explanation, gap, _ ("gap"), of_gap,
                            (VbProvenance) about->figures->provenance);
  add_available_input (about, explanation);

  return explanation;
}

static VbExplanation *
explain_target (const Case *about, const char *title)
{
  g_autofree char *target = vb_number_format_percent (about->figures->target_occupancy, 1);
  g_autofree char *bed_days = format_count (about->figures->bed_days);
  g_autofree char *days = format_count (about->figures->days);
  g_autofree char *need = format_beds (about->figures->need_beds);
  g_autofree char *numbers =
      about->figures->own ? g_strdup (target)
                          : g_strdup_printf ("%s ÷ (%s × %s) = %s", bed_days, days, need, target);
  VbExplanation *explanation = vb_explanation_new (
      title,
      about->figures->own
          ? _ ("Target occupancy = the target in force")
          : _ ("Target occupancy = occupied bed days ÷ (days × need of the units below)"),
      numbers);

  add_target_input (about, explanation);

  return explanation;
}

/* Which figures can be explained, and how. */
static const struct
{
  const char *name;
  glong offset;
  char *(*format) (double value);
  VbExplanation *(*explain) (const Case *about, const char *title);
} figures[] = {
  { "need_beds", G_STRUCT_OFFSET (VbNeedFigures, need_beds), vb_number_format_key, explain_need },
  { "gap_beds", G_STRUCT_OFFSET (VbNeedFigures, gap_beds), vb_number_format_key_signed,
    explain_gap },
  { "occupancy", G_STRUCT_OFFSET (VbNeedFigures, occupancy), NULL, explain_occupancy },
  { "available_beds", G_STRUCT_OFFSET (VbNeedFigures, available_beds), vb_number_format_key,
    explain_available },
  { "bed_days", G_STRUCT_OFFSET (VbNeedFigures, bed_days), vb_number_format_key,
    explain_bed_day_sum },
  { "gap_share", G_STRUCT_OFFSET (VbNeedFigures, gap_share), format_share_signed,
    explain_gap_share },
  { "target_occupancy", G_STRUCT_OFFSET (VbNeedFigures, target_occupancy), NULL, explain_target },
};

/* The period nearest to that of @about in which its unit has the figure at @offset: where to look
 * instead. FALSE when it never has. */
static gboolean
find_nearest (const Case *about, glong offset, VbPeriod *nearest)
{
  VbNeedTable *table = vb_planner_get_need (about->planner, about->period.grain);
  guint n = table != NULL ? vb_need_table_get_n_periods (table) : 0;
  int least = G_MAXINT;

  for (guint i = 0; i < n; i++)
    {
      const VbNeedFigures *found =
          vb_need_table_get (table, vb_unit_get_id (about->unit), about->group, i);
      VbPeriod period = vb_need_table_get_period (table, i);
      int distance = ABS (period.start - about->period.start);

      if (found == NULL || isnan (G_STRUCT_MEMBER (double, found, offset)) || distance > least)
        continue;
      least = distance;
      *nearest = period;
    }

  return least < G_MAXINT;
}

static VbExplanation *
explain_nothing (const Case *about, glong offset)
{
  VbExplanation *explanation = vb_explanation_new (_ ("Why is there no figure?"), NULL, NULL);
  g_autofree char *when = vb_period_format (about->period, FALSE);
  g_autofree char *note = NULL;
  VbPeriod nearest;

  if (find_nearest (about, offset, &nearest))
    {
      g_autofree char *there = vb_period_format (nearest, FALSE);

      /* Translators: a unit, the period that is shown, another one */
      note = g_strdup_printf (_ ("There are no data for %s, %s. The nearest are of %s."),
                              vb_unit_get_name (about->unit), when, there);
    }
  else
    {
      note = g_strdup_printf (_ ("There are no data for %s, %s."), vb_unit_get_name (about->unit),
                              when);
    }
  vb_explanation_set_note (explanation, note);

  return explanation;
}

VbExplanation *
vb_planner_explain (
    VbPlanner *self, VbUnit *unit, VbCareGroup group, VbPeriod period, const char *figure)
{
  Case about = { self, unit, group, period, NULL };
  VbExplanation *explanation;

  g_return_val_if_fail (VB_IS_PLANNER (self), NULL);
  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);

  about.figures = _vb_planner_find_figures (self, unit, group, period);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autofree char *shown = NULL;
      g_autofree char *title = NULL;
      double value;

      if (g_strcmp0 (figures[i].name, figure) != 0)
        continue;
      value =
          about.figures == NULL ? NAN : G_STRUCT_MEMBER (double, about.figures, figures[i].offset);
      if (isnan (value))
        return explain_nothing (&about, figures[i].offset);

      shown = figures[i].format != NULL ? figures[i].format (value)
                                        : vb_number_format_percent (value, 1);
      /* Translators: a figure, as in "Where does 412 come from?". */
      title = g_strdup_printf (_ ("Where does %s come from?"), shown);
      explanation = figures[i].explain (&about, title);
      if (about.figures->provenance == VB_PROVENANCE_ILLUSTRATIVE)
        vb_explanation_set_note (explanation, _ ("The figures of the example are made up."));

      return explanation;
    }

  g_return_val_if_reached (NULL);
}
