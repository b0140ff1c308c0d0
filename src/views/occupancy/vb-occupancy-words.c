/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-occupancy-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-document-occupancy.h"
#include "vb-number.h"
#include "vb-occupancy-charts.h"

/* The card of one explanation: a figure as it is shown, and the formula in words and in numbers. */
static void
begin (VbSourceCard *card,
       const char *value,
       const char *formula,
       const char *numbers,
       const char *note)
{
  g_autofree char *title = g_strdup_printf (_ ("Where does %s come from?"), value);

  vb_source_card_set_title (card, title);
  vb_source_card_set_formula (card, formula);
  vb_source_card_set_numbers (card, numbers);
  vb_source_card_set_note (card, note);
  vb_source_card_clear_inputs (card);
  gtk_widget_set_visible (GTK_WIDGET (card), TRUE);
}

/* Takes @value over. */
static void
add (VbSourceCard *card, char *value, const char *name, const char *source)
{
  vb_source_card_add_input (card, value, name, source, VB_PROVENANCE_COMPUTED);
  g_free (value);
}

/* A ward of five days is not empty by chance on the others. */
static void
add_closed (VbSourceCard *card, const VbOccupancyFigures *figures)
{
  if (figures->n_closed > 0)
    add (card, vb_number_format (figures->n_closed, 0), _ ("days left out"),
         _ ("without beds and patients"));
}

static void
explain_risk (VbSourceCard *card, const VbOccupancyFigures *figures)
{
  g_autofree char *risk = vb_occupancy_charts_format_risk (figures->risk);
  g_autofree char *beds = vb_number_format_key (figures->available_beds);
  g_autofree char *numbers = g_strdup_printf ("P(N > %s) = %s", beds, risk);
  gboolean several = figures->n_wards > 1;

  begin (card, risk,
         several ? _ ("Risk = the mean of the units’ P(N > beds), each with beds of its own")
                 : _ ("Risk = P(N > beds), a patient without a bed; N is the patients of a day"),
         several ? NULL : numbers,
         _ ("N varies by chance around its mean: as a Poisson census when the variation is 1, less "
            "or more otherwise."));
  if (several)
    add (card, vb_number_format (figures->n_wards, 0), _ ("units"), NULL);
  add (card, vb_number_format_key (figures->mean_census), _ ("mean patients"), NULL);
  add (card, g_steal_pointer (&beds), _ ("available beds"), NULL);
  if (!several)
    add (card, vb_number_format (figures->variation, 2), _ ("variation"), NULL);
  add_closed (card, figures);
}

/* Who says which risk is accepted. */
static char *
dup_risk_source (VbDocument *document, VbOccupancyRow *row)
{
  VbUnit *unit = vb_occupancy_row_get_unit (row);
  VbUnit *from = NULL;

  vb_document_find_accepted_risk (document, unit, vb_occupancy_row_get_care_type (row), &from);
  if (from == NULL)
    return g_strdup (_ ("own proposal for the care type"));
  return from == unit ? g_strdup (_ ("set by hand for this unit"))
                      : g_strdup_printf (_ ("inherited from %s"), vb_unit_get_name (from));
}

static void
explain_target (VbSourceCard *card, VbDocument *document, VbOccupancyRow *row)
{
  const VbOccupancyFigures *figures = vb_occupancy_row_get_figures (row);
  g_autofree char *share = vb_number_format_percent (figures->recommended_target, 0);
  g_autofree char *mean = vb_number_format_key (figures->mean_census);
  g_autofree char *beds = vb_number_format (figures->beds_needed, 0);
  g_autofree char *numbers = g_strdup_printf ("%s ÷ %s = %s", mean, beds, share);
  gboolean several = figures->n_wards > 1;

  begin (card, share,
         several ? _ ("Target of the whole = all mean patients ÷ all beds that the units need")
                 : _ ("Recommended target = mean patients ÷ the fewest beds that keep the risk"),
         numbers,
         several
             ? _ ("A ratio of sums: a large unit weighs more than a small one, so it is not the "
                  "mean of the units’ targets.")
             : _ ("The model is the program’s own: the official one for targets by size, acute "
                  "share and care type is not published."));
  add (card, g_steal_pointer (&mean), _ ("mean patients"), NULL);
  add (card, g_steal_pointer (&beds), _ ("beds needed"), NULL);
  if (!several)
    {
      g_autofree char *source = dup_risk_source (document, row);

      add (card, vb_occupancy_charts_format_risk (figures->max_risk), _ ("accepted risk"), source);
      add (card, vb_number_format (figures->variation, 2), _ ("variation"), NULL);
      add_closed (card, figures);
    }
}

static void
explain_variation (VbSourceCard *card,
                   VbDocument *document,
                   VbOccupancyStudy *study,
                   VbOccupancyRow *row)
{
  const VbOccupancyFigures *figures = vb_occupancy_row_get_figures (row);
  VbCareGroup group = vb_care_type_get_group (vb_occupancy_row_get_care_type (row));
  double own =
      vb_document_get_variation (document, vb_unit_get_id (vb_occupancy_row_get_unit (row)), group);
  g_autofree char *used = vb_number_format (figures->variation, 2);
  g_autofree char *year = g_strdup_printf (_ ("census of %d"), vb_occupancy_study_get_year (study));

  begin (card, used,
         _ ("Variation = variance ÷ mean of the daily census; the usual one is 0.5 + 0.5 × acute "
            "share"),
         NULL,
         _ ("1 = patients come at random; less = planned flow, more = waves and seasons. The usual "
            "one is an own proposal, and holds where fewer than 28 days are known. The model takes "
            "0.5 to 2."));
  if (!isnan (own))
    add (card, vb_number_format (own, 2), _ ("variation"), _ ("set by hand for this unit"));
  if (!isnan (figures->measured_variation))
    add (card, vb_number_format (figures->measured_variation, 2), _ ("measured"), year);
  add (card, vb_number_format (figures->n_days, 0), _ ("days known"), year);
  add_closed (card, figures);
  add (card, vb_number_format (figures->usual_variation, 2), _ ("usual"),
       _ ("own proposal for the acute share"));
}

static void
explain_acute_share (VbSourceCard *card, VbOccupancyStudy *study, const VbOccupancyFigures *figures)
{
  g_autofree char *share = vb_number_format_percent (figures->acute_share, 0);
  g_autofree char *acute = vb_number_format (figures->admissions_acute, 0);
  g_autofree char *all = vb_number_format (figures->admissions, 0);
  g_autofree char *numbers = g_strdup_printf ("%s ÷ %s = %s", acute, all, share);
  g_autofree char *year = g_strdup_printf (_ ("sum of %d"), vb_occupancy_study_get_year (study));

  begin (card, share, _ ("Acute share = acute admissions ÷ all admissions"), numbers, NULL);
  add (card, g_steal_pointer (&acute), _ ("acute admissions"), year);
  add (card, g_steal_pointer (&all), _ ("admissions"), year);
}

static void
explain_max_risk (VbSourceCard *card, VbDocument *document, VbOccupancyRow *row)
{
  const VbOccupancyFigures *figures = vb_occupancy_row_get_figures (row);
  g_autofree char *risk = vb_occupancy_charts_format_risk (figures->max_risk);
  g_autofree char *source = dup_risk_source (document, row);

  begin (card, risk, _ ("Accepted risk = how often a patient may be without a bed"), NULL,
         _ ("There is no official one. The program proposes next to none in intensive care, where "
            "no other bed will do, and more where most patients come by appointment."));
  add (card, vb_occupancy_charts_format_risk (figures->max_risk), _ ("accepted risk"), source);
  add (card, vb_occupancy_charts_format_risk (figures->usual_risk), _ ("own proposal"),
       vb_care_type_get_label (vb_occupancy_row_get_care_type (row)));
}

static void
explain_mean (VbSourceCard *card, const VbOccupancyFigures *figures)
{
  g_autofree char *mean = vb_number_format_percent (figures->mean_target, 0);

  begin (
      card, mean, _ ("Plain mean = the sum of the units’ targets ÷ the number of units"), NULL,
      _ ("It lets a unit of ten patients weigh as much as one of forty, so it is not a target of "
         "anything: with it, the beds of the whole would not come to those of the units."));
  add (card, vb_number_format (figures->n_wards, 0), _ ("units"), NULL);
  add (card, vb_number_format_percent (figures->recommended_target, 0), _ ("target of the whole"),
       NULL);
}

static void
explain_shared (VbSourceCard *card, const VbOccupancyFigures *figures, gboolean beds)
{
  g_autofree char *target = vb_number_format_percent (figures->target_shared, 0);
  g_autofree char *apart = vb_number_format (figures->beds_apart, 0);
  g_autofree char *needed = vb_number_format (figures->beds_needed, 0);
  g_autofree char *shared = vb_number_format (figures->beds_shared, 0);
  g_autofree char *mean = vb_number_format_key (figures->mean_census);
  g_autofree char *numbers = beds ? g_strdup_printf ("%s − %s = %s", needed, shared, apart)
                                  : g_strdup_printf ("%s ÷ %s = %s", mean, shared, target);

  begin (card, beds ? apart : target,
         beds ? _ ("Beds to be apart = beds that the units need − beds needed if they shared")
              : _ ("Target if shared = all mean patients ÷ the fewest beds for one single unit"),
         numbers,
         _ ("The units’ patients are taken to vary independently of each other, at the least risk "
            "that any of them accepts. A season that all share makes it less."));
  add (card, vb_number_format (figures->n_wards, 0), _ ("units"), NULL);
  add (card, g_steal_pointer (&needed), _ ("beds needed apart"), NULL);
  add (card, g_steal_pointer (&shared), _ ("beds needed if shared"), NULL);
}

static void
explain_target_of_beds (VbSourceCard *card, const VbOccupancyFigures *figures, gboolean refusing)
{
  g_autofree char *share = vb_number_format_percent (
      refusing ? figures->target_of_beds_refusing : figures->target_of_beds, 0);

  begin (card, share,
         refusing
             ? _ ("The highest occupancy at which no more than the accepted risk is refused: "
                  "patients who find no bed go elsewhere (Erlang B)")
             : _ ("The highest mean patients at which P(N > beds) is no more than the accepted "
                  "risk, ÷ beds"),
         NULL, NULL);
  add (card, vb_number_format_key (figures->available_beds), _ ("available beds"), NULL);
  add (card, vb_occupancy_charts_format_risk (figures->max_risk), _ ("accepted risk"), NULL);
}

gboolean
vb_occupancy_words_explain (VbSourceCard *card,
                            VbDocument *document,
                            VbOccupancyStudy *study,
                            VbOccupancyRow *row,
                            const char *figure)
{
  const VbOccupancyFigures *figures = vb_occupancy_row_get_figures (row);

  if (g_strcmp0 (figure, "risk") == 0 && !isnan (figures->risk))
    explain_risk (card, figures);
  else if ((g_strcmp0 (figure, "recommended_target") == 0 || g_strcmp0 (figure, "beds_needed") == 0)
           && !isnan (figures->recommended_target))
    explain_target (card, document, row);
  else if (g_strcmp0 (figure, "variation") == 0 && !isnan (figures->variation))
    explain_variation (card, document, study, row);
  else if (g_strcmp0 (figure, "acute_share") == 0 && !isnan (figures->acute_share))
    explain_acute_share (card, study, figures);
  else if (g_strcmp0 (figure, "max_risk") == 0 && !isnan (figures->max_risk))
    explain_max_risk (card, document, row);
  else if (g_strcmp0 (figure, "mean_target") == 0 && !isnan (figures->mean_target))
    explain_mean (card, figures);
  else if (g_strcmp0 (figure, "target_shared") == 0 && !isnan (figures->target_shared))
    explain_shared (card, figures, FALSE);
  else if (g_strcmp0 (figure, "beds_apart") == 0 && !isnan (figures->beds_apart))
    explain_shared (card, figures, TRUE);
  else if (g_strcmp0 (figure, "target_of_beds") == 0 && !isnan (figures->target_of_beds))
    explain_target_of_beds (card, figures, FALSE);
  else if (g_strcmp0 (figure, "target_of_beds_refusing") == 0
           && !isnan (figures->target_of_beds_refusing))
    explain_target_of_beds (card, figures, TRUE);
  else
    return FALSE;

  return TRUE;
}

void
vb_occupancy_words_explain_price (VbSourceCard *card,
                                  VbOccupancyRow *row,
                                  const VbTargetPrice *price)
{
  const VbOccupancyFigures *figures = vb_occupancy_row_get_figures (row);
  g_autofree char *beds = vb_number_format (price->beds, 0);
  g_autofree char *mean = vb_number_format_key (figures->mean_census);
  g_autofree char *target = vb_number_format_percent (price->target, 0);
  g_autofree char *need = vb_number_format_key (price->need);
  g_autofree char *numbers = g_strdup_printf ("%s ÷ %s = %s", mean, target, need);
  gboolean several = figures->n_wards > 1;

  begin (card, need, _ ("Beds needed = mean patients ÷ target"), numbers,
         several ? _ ("Whole beds unit by unit come to more than the sum rounded once. The risk is "
                      "the mean of the units’, with whole beds in each.")
                 : NULL);
  add (card, g_steal_pointer (&beds), _ ("with whole beds in each unit"), NULL);
  if (several)
    add (card, vb_number_format (figures->n_wards, 0), _ ("units"), NULL);
  add (card, vb_number_format_signed (price->more_beds, 0), _ ("more whole beds than today’s"),
       NULL);
  add (card, vb_occupancy_charts_format_risk (price->risk), _ ("risk of a patient without a bed"),
       NULL);
  if (several)
    add (card, vb_occupancy_charts_format_risk (price->risk_shared), _ ("the same if shared"),
         NULL);
  add (card, vb_number_format_key (price->without_bed), _ ("patients without a bed on a mean day"),
       NULL);
  add (card, vb_occupancy_charts_format_risk (price->refused),
       _ ("refused, were today’s beds so full and nobody let in beyond them"), NULL);
}

char *
vb_occupancy_words_dup_refusals (const VbPoolRefusals *refusals)
{
  g_autofree char *apart = vb_occupancy_charts_format_risk (refusals->refused_apart);
  g_autofree char *shared = vb_occupancy_charts_format_risk (refusals->refused_shared);
  g_autofree char *beds = vb_number_format (refusals->beds_shared, 0);
  g_autofree char *saved = vb_number_format (refusals->beds_saved, 0);

  if (isnan (refusals->refused_apart))
    return NULL;
  /* Translators: two shares of patients and two numbers of beds */
  return g_strdup_printf (_ ("Were patients who find no bed refused: %s of them with the units "
                             "apart, %s if they shared today’s beds. %s shared beds, %s fewer than "
                             "today, would refuse no more than the units do apart."),
                          apart, shared, beds, saved);
}

char *
vb_occupancy_words_dup_variation (VbOccupancyStudy *study,
                                  const VbOccupancyFigures *figures,
                                  gboolean own)
{
  g_autofree char *measured = vb_number_format (figures->measured_variation, 2);
  g_autofree char *usual = vb_number_format (figures->usual_variation, 2);
  g_autofree char *used = vb_number_format (figures->variation, 1);
  g_autofree char *days = vb_number_format (figures->n_days, 0);
  int year = vb_occupancy_study_get_year (study);

  if (isnan (figures->measured_variation))
    return own ? g_strdup_printf (_ ("set by hand; nothing is measured, usual %s"), usual)
               : g_strdup_printf (_ ("the usual: fewer than 28 days of %d are known"), year);
  if (own)
    return g_strdup_printf (_ ("set by hand; measured %s, usual %s"), measured, usual);
  if (figures->variation > figures->measured_variation)
    /* Translators: a measured variation, a number of days, their year, and the usual variation */
    return g_strdup_printf (
        _ ("measured %s on %s days of %d; the model takes no less than %s; usual %s"), measured,
        days, year, used, usual);
  if (figures->variation < figures->measured_variation)
    /* Translators: a measured variation, a number of days, their year, and the usual variation */
    return g_strdup_printf (
        _ ("measured %s on %s days of %d; the model takes no more than %s; usual %s"), measured,
        days, year, used, usual);
  /* Translators: a measured variation, a number of days, their year, and the usual variation */
  return g_strdup_printf (_ ("measured %s on %s days of %d; usual %s"), measured, days, year,
                          usual);
}

char *
vb_occupancy_words_dup_reason (VbOccupancyStudy *study, const VbOccupancyFigures *alone)
{
  GListModel *rows = vb_occupancy_study_get_pool (study);
  g_autoptr (VbOccupancyRow) pool =
      rows != NULL ? g_list_model_get_item (rows, g_list_model_get_n_items (rows) - 1) : NULL;
  const VbOccupancyFigures *together =
      pool != NULL ? vb_occupancy_row_get_figures (pool) : &vb_occupancy_figures_unknown;
  g_autofree char *census = vb_number_format_key (alone->mean_census);
  g_autofree char *target = vb_number_format_percent (alone->recommended_target, 0);
  g_autofree char *accepted = vb_occupancy_charts_format_risk (alone->max_risk);
  g_autofree char *pooled_census = vb_number_format_key (together->mean_census);
  g_autofree char *pooled_target = vb_number_format_percent (together->recommended_target, 0);

  if (isnan (alone->recommended_target)
      || !(together->recommended_target > alone->recommended_target))
    return NULL;

  return g_strdup_printf (
      _ ("With %s patients on average, chance alone fills the beds: to keep the risk at %s at "
         "most, the target can be no higher than %s. %s patients in shared beds even each other "
         "out, and allow %s. Small units need a lower target."),
      census, accepted, target, pooled_census, pooled_target);
}
