/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a scenario as sentences: the formula in words, with its numbers, and each number
 * with whose it is. */
#include "vb-outlook.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "vb-lever-effect.h"
#include "vb-number.h"
#include "vb-potential-row.h"
#include "vb-scenario-outlook.h"
#include "vb-waterfall-row.h"

#define DAYS_OF_YEAR 365.0

/* Where it is from; whose it is where that is not told. */
static const char *
get_source (const VbBilingual *source, VbFigureStatus status)
{
  return vb_bilingual_is_empty (source) ? vb_figure_status_get_label (status)
                                        : vb_bilingual_get (source);
}

static char *
dup_title (const char *value)
{
  return g_strdup_printf (_ ("Where does %s come from?"), value);
}

/* ---- inputs ---------------------------------------------------------------------------------- */

/* Beds needed, or available, without any lever. */
static void
add_year_input (VbOutlook *self, VbExplanation *explanation, VbBalanceSide side, gint16 year)
{
  const VbScenarioYear *found = vb_scenario_find_year (vb_outlook_get_scenario (self), side, year);
  g_autofree char *value = vb_number_format_key (found != NULL ? found->beds : NAN);
  /* Translators: %d is a year */
  g_autofree char *name =
      g_strdup_printf (side == VB_BALANCE_SIDE_NEED ? _ ("needed beds %d, without levers")
                                                    : _ ("available beds %d, without levers"),
                       year);

  if (found == NULL)
    vb_explanation_add_input (explanation, value, name, _ ("not known"), VB_PROVENANCE_REPORTED);
  else
    vb_explanation_add_input (explanation, value, name, get_source (&found->source, found->status),
                              vb_figure_status_get_provenance (found->status));
}

static void
add_lever_input (VbExplanation *explanation, VbLever *lever, double beds)
{
  const VbLeverFacts *facts = vb_lever_get_facts (lever);
  g_autofree char *value = vb_number_format_key_signed (beds);

  vb_explanation_add_input (explanation, value, vb_bilingual_get (&facts->name),
                            get_source (&facts->source, facts->status),
                            vb_figure_status_get_provenance (facts->status));
}

/* What the way from the first gap to that of @year is made of. */
typedef struct
{
  double start;
  double unaided; /* how need and capacity change by themselves */
  double side[VB_N_BALANCE_SIDES];
  double end;
} Way;

/* Adds the levers of @sides (a bit each) to @explanation, in their order. */
static gboolean
follow_way (VbOutlook *self, gint16 year, guint sides, VbExplanation *explanation, Way *way)
{
  g_autoptr (GListModel) steps =
      vb_scenario_outlook_trace (vb_outlook_get_scenario (self), year, NULL);

  *way = (Way){ NAN, 0, { 0, 0 }, NAN };
  if (steps == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (VbWaterfallRow) step = g_list_model_get_item (steps, i);
      double beds = vb_waterfall_row_get_beds (step);
      VbLever *lever = vb_waterfall_row_get_lever (step);
      guint side;

      switch (vb_waterfall_row_get_kind (step))
        {
        case VB_WATERFALL_START:
          way->start = beds;
          break;
        case VB_WATERFALL_NEED:
        case VB_WATERFALL_CAPACITY:
          way->unaided += beds;
          break;
        case VB_WATERFALL_LEVER:
          side = vb_lever_get_facts (lever)->figures.side;
          way->side[side] += beds;
          if (explanation != NULL && (sides & (1u << side)) != 0)
            add_lever_input (explanation, lever, beds);
          break;
        case VB_WATERFALL_END:
        default:
          way->end = beds;
        }
    }
  return TRUE;
}

/* " + 12", " − 12". */
static void
append_term (GString *text, double value)
{
  g_autofree char *beds = vb_number_format_key (fabs (value));

  g_string_append_printf (text, value < 0 ? " − %s" : " + %s", beds);
}

/* ---- figures --------------------------------------------------------------------------------- */

static VbExplanation *
explain_start (VbOutlook *self, gint16 year)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (vb_outlook_get_scenario (self));
  Way way;
  VbExplanation *explanation;
  const VbScenarioYear *need = vb_scenario_find_year (vb_outlook_get_scenario (self),
                                                      VB_BALANCE_SIDE_NEED, facts->first_year);
  const VbScenarioYear *capacity = vb_scenario_find_year (
      vb_outlook_get_scenario (self), VB_BALANCE_SIDE_CAPACITY, facts->first_year);
  g_autofree char *needed = vb_number_format_key (need != NULL ? need->beds : NAN);
  g_autofree char *available = vb_number_format_key (capacity != NULL ? capacity->beds : NAN);
  g_autofree char *gap = NULL;
  g_autofree char *title = NULL;
  g_autofree char *numbers = NULL;

  if (!follow_way (self, facts->first_year, 0, NULL, &way))
    return NULL;

  gap = vb_number_format_key_signed (way.start);
  title = dup_title (gap);
  numbers = g_strdup_printf ("%s − %s = %s", available, needed, gap);
  explanation = vb_explanation_new (
      title, _ ("Gap = available beds − needed beds, before any lever is at work"), numbers);
  add_year_input (self, explanation, VB_BALANCE_SIDE_CAPACITY, facts->first_year);
  add_year_input (self, explanation, VB_BALANCE_SIDE_NEED, facts->first_year);

  return explanation;
}

static VbExplanation *
explain_effect (VbOutlook *self, gint16 year)
{
  VbExplanation *explanation;
  Way way;
  g_autofree char *gain = NULL;
  g_autofree char *capacity = NULL;
  g_autofree char *need = NULL;
  g_autofree char *title = NULL;
  g_autofree char *numbers = NULL;

  if (!follow_way (self, year, 0, NULL, &way))
    return NULL;

  gain = vb_number_format_key_signed (way.side[VB_BALANCE_SIDE_CAPACITY]
                                      + way.side[VB_BALANCE_SIDE_NEED]);
  capacity = vb_number_format_key (way.side[VB_BALANCE_SIDE_CAPACITY]);
  need = vb_number_format_key (way.side[VB_BALANCE_SIDE_NEED]);
  title = dup_title (gain);
  numbers = g_strdup_printf ("%s + %s = %s", capacity, need, gain);
  explanation = vb_explanation_new (
      title, _ ("Effect of the levers = beds that capacity gains + beds that need loses"), numbers);
  follow_way (self, year, G_MAXUINT, explanation, &way);
  vb_explanation_set_note (explanation,
                           _ ("Each lever adds to those listed before it: what two of them do to "
                              "the same bed days is counted once."));

  return explanation;
}

static VbExplanation *
explain_gap (VbOutlook *self, gint16 year)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (vb_outlook_get_scenario (self));
  VbExplanation *explanation;
  Way way;
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *title = NULL;

  if (!follow_way (self, year, 0, NULL, &way))
    return NULL;

  start = vb_number_format_key_signed (way.start);
  end = vb_number_format_key_signed (way.end);
  title = dup_title (end);
  g_string_append (numbers, start);
  if (way.unaided != 0)
    append_term (numbers, way.unaided);
  append_term (numbers, way.side[VB_BALANCE_SIDE_CAPACITY]);
  append_term (numbers, way.side[VB_BALANCE_SIDE_NEED]);
  g_string_append_printf (numbers, " = %s", end);
  explanation = vb_explanation_new (
      title,
      way.unaided != 0 ? _ ("Gap = first gap + change without levers + capacity that the levers "
                            "add + need that they take away")
                       : _ ("Gap = first gap + capacity that the levers add + need that they take "
                            "away"),
      numbers->str);
  add_year_input (self, explanation, VB_BALANCE_SIDE_CAPACITY, facts->first_year);
  add_year_input (self, explanation, VB_BALANCE_SIDE_NEED, facts->first_year);
  follow_way (self, year, G_MAXUINT, explanation, &way);
  vb_explanation_set_note (
      explanation, _ ("Every lever at its base value. The interval P10–P90 holds four of five "
                      "draws; in each, the levers land between their low and their high values."));

  return explanation;
}

static VbExplanation *
explain_side (VbOutlook *self, VbBalanceSide side, gint16 year)
{
  const VbScenarioYear *without =
      vb_scenario_find_year (vb_outlook_get_scenario (self), side, year);
  const VbPotentialFigures *figures = vb_outlook_find_year (self, year);
  VbExplanation *explanation;
  Way way;
  g_autofree char *base = vb_number_format_key (without != NULL ? without->beds : NAN);
  g_autofree char *sum = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GString) numbers = g_string_new (base);

  if (figures == NULL || !follow_way (self, year, 0, NULL, &way))
    return NULL;

  sum = vb_number_format_key (side == VB_BALANCE_SIDE_NEED ? figures->need : figures->capacity);
  title = dup_title (sum);
  append_term (numbers, side == VB_BALANCE_SIDE_NEED ? -way.side[side] : way.side[side]);
  g_string_append_printf (numbers, " = %s", sum);
  explanation = vb_explanation_new (title,
                                    side == VB_BALANCE_SIDE_NEED
                                        ? _ ("Need = need without levers − beds that levers free")
                                        : _ ("Available beds = those without levers + beds that "
                                             "levers add"),
                                    numbers->str);
  add_year_input (self, explanation, side, year);
  follow_way (self, year, 1u << side, explanation, &way);

  return explanation;
}

static void
add_draw_inputs (VbOutlook *self, VbExplanation *explanation)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (vb_outlook_get_scenario (self));
  g_autofree char *n_draws = vb_number_format (facts->n_draws, 0);

  vb_explanation_add_input (explanation, n_draws, _ ("draws"),
                            _ ("the same ones each time: their seed is kept with the scenario"),
                            VB_PROVENANCE_COMPUTED);
  vb_explanation_add_input (explanation, vb_distribution_get_label (facts->distribution),
                            _ ("distribution between low, base and high"), _ ("assumption"),
                            VB_PROVENANCE_COMPUTED);
}

static VbExplanation *
explain_probability (VbOutlook *self, gint16 year)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (vb_outlook_get_scenario (self));
  const VbPotentialFigures *figures = vb_outlook_find_year (self, year);
  VbExplanation *explanation;
  g_autofree char *share = NULL;
  g_autofree char *balanced = NULL;
  g_autofree char *n_draws = vb_number_format (facts->n_draws, 0);
  g_autofree char *title = NULL;
  g_autofree char *numbers = NULL;

  if (figures == NULL || isnan (figures->probability_balanced))
    return NULL;

  share = vb_number_format_percent (figures->probability_balanced, 0);
  balanced = vb_number_format (figures->probability_balanced * facts->n_draws, 0);
  title = dup_title (share);
  numbers = g_strdup_printf ("%s ÷ %s = %s", balanced, n_draws, share);
  explanation = vb_explanation_new (
      title, _ ("Probability of balance = draws without a shortage ÷ all draws"), numbers);
  add_draw_inputs (self, explanation);
  vb_explanation_set_note (explanation,
                           _ ("In each draw every lever is pulled or not, by its probability, and "
                              "lands somewhere between its low and its high value, independently "
                              "of the others."));

  return explanation;
}

/* "2025: 15,600 − 17,000 = −1,400". */
static void
append_year (GString *text, const VbPotentialFigures *figures)
{
  g_autofree char *capacity = vb_number_format_key (figures->capacity);
  g_autofree char *need = vb_number_format_key (figures->need);
  g_autofree char *gap = vb_number_format_key_signed (figures->gap);

  g_string_append_printf (text, "%s%d: %s − %s = %s", text->len > 0 ? "\n" : "", figures->year,
                          capacity, need, gap);
}

static VbExplanation *
explain_balance (VbOutlook *self, gint16 year)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (vb_outlook_get_scenario (self));
  gint16 balance = vb_outlook_get_balance_year (self);
  gint16 last = balance != 0 ? balance : facts->last_year;
  g_autofree char *shown = g_strdup_printf ("%d", balance);
  g_autofree char *title =
      balance != 0 ? dup_title (shown) : g_strdup (_ ("Why is there no year of balance?"));
  g_autoptr (GString) numbers = g_string_new (NULL);
  VbExplanation *explanation;

  if (vb_outlook_find_year (self, last) == NULL)
    return NULL;
  if (vb_outlook_find_year (self, (gint16) (last - 1)) != NULL)
    append_year (numbers, vb_outlook_find_year (self, (gint16) (last - 1)));
  append_year (numbers, vb_outlook_find_year (self, last));
  explanation = vb_explanation_new (
      title,
      _ ("Year of balance = the first year in which no fewer beds are available than needed"),
      numbers->str);
  add_draw_inputs (self, explanation);
  vb_explanation_set_note (
      explanation, balance != 0 ? _ ("Every lever at its base value. The probability is the share "
                                     "of draws without a shortage that year.")
                                : _ ("Beds are lacking in every year of the scenario."));

  return explanation;
}

VbExplanation *
vb_outlook_explain (VbOutlook *self, const char *figure, gint16 year)
{
  static const struct
  {
    const char *name;
    VbExplanation *(*explain) (VbOutlook *self, gint16 year);
  } figures[] = {
    { VB_OUTLOOK_GAP_START, explain_start }, { VB_OUTLOOK_EFFECT, explain_effect },
    { VB_OUTLOOK_GAP, explain_gap },         { VB_OUTLOOK_PROBABILITY, explain_probability },
    { VB_OUTLOOK_BALANCE, explain_balance },
  };

  g_return_val_if_fail (VB_IS_OUTLOOK (self), NULL);
  g_return_val_if_fail (figure != NULL, NULL);

  if (vb_outlook_find_year (self, year) == NULL)
    return NULL;
  if (g_str_equal (figure, VB_OUTLOOK_NEED))
    return explain_side (self, VB_BALANCE_SIDE_NEED, year);
  if (g_str_equal (figure, VB_OUTLOOK_CAPACITY))
    return explain_side (self, VB_BALANCE_SIDE_CAPACITY, year);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (figures[i].name, figure))
      return figures[i].explain (self, year);
  return NULL;
}

/* ---- a lever --------------------------------------------------------------------------------- */

static const VbLeverEffectFigures *
find_effect (VbOutlook *self, VbLever *lever)
{
  GListModel *effects = vb_outlook_get_effects (self);

  for (guint i = 0; i < g_list_model_get_n_items (effects); i++)
    {
      g_autoptr (VbLeverEffect) effect = g_list_model_get_item (effects, i);

      /* The list keeps it alive. */
      if (vb_lever_effect_get_lever (effect) == lever)
        return vb_lever_effect_get_figures (effect);
    }
  return NULL;
}

/* Those that act on the same bed days as @lever; NULL when nobody does. */
static char *
dup_others (VbOutlook *self, VbLever *lever)
{
  GListModel *levers = vb_scenario_get_levers (vb_outlook_get_scenario (self));
  const VbLeverFacts *facts = vb_lever_get_facts (lever);
  g_autoptr (GString) names = g_string_new (NULL);

  if (facts->figures.overlap == 0)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (levers); i++)
    {
      g_autoptr (VbLever) other = g_list_model_get_item (levers, i);
      const VbLeverFacts *theirs = vb_lever_get_facts (other);

      if (other != lever && theirs->figures.overlap == facts->figures.overlap
          && theirs->figures.side == facts->figures.side)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                vb_bilingual_get (&theirs->name));
    }
  return names->len > 0 ? g_strdup (names->str) : NULL;
}

static char *
format_size (const VbLeverFigures *figures, double size)
{
  return figures->basis == VB_LEVER_BASIS_SHARE ? vb_number_format_percent (size, 1)
                                                : vb_number_format_key (size);
}

/* What the lever would come to on its own at full effect, in beds. */
static double
get_full (const VbLeverFigures *figures, double target)
{
  double one =
      figures->basis == VB_LEVER_BASIS_SHARE ? figures->bed_days / (DAYS_OF_YEAR * target) : 1;

  return figures->base * one * figures->influence * figures->probability;
}

static void
add_lever_inputs (VbExplanation *explanation, const VbLeverFacts *facts, double part)
{
  const VbLeverFigures *figures = &facts->figures;
  g_autofree char *base = format_size (figures, figures->base);
  g_autofree char *low = format_size (figures, figures->low);
  g_autofree char *high = format_size (figures, figures->high);
  /* Translators: the low and the high value of a lever */
  g_autofree char *size =
      g_strdup_printf (figures->basis == VB_LEVER_BASIS_SHARE ? _ ("of the bed days, from %s to %s")
                                                              : _ ("beds, from %s to %s"),
                       low, high);
  g_autofree char *influence = vb_number_format_percent (figures->influence, 0);
  g_autofree char *probability = vb_number_format_percent (figures->probability, 0);
  g_autofree char *grown = vb_number_format_percent (part, 0);
  /* Translators: years between which a lever's effect grows */
  g_autofree char *years =
      g_strdup_printf (_ ("of its full effect: from %d to %d"), figures->start, figures->full);
  VbProvenance provenance = vb_figure_status_get_provenance (facts->status);

  vb_explanation_add_input (explanation, base, size, get_source (&facts->source, facts->status),
                            provenance);
  if (figures->basis == VB_LEVER_BASIS_SHARE)
    {
      g_autofree char *days = vb_number_format (figures->bed_days, 0);

      vb_explanation_add_input (explanation, days, _ ("bed days a year that it acts on"), NULL,
                                provenance);
    }
  vb_explanation_add_input (explanation, influence, _ ("can be influenced"), NULL, provenance);
  vb_explanation_add_input (explanation, probability, _ ("probability that it is done"), NULL,
                            provenance);
  if (!isnan (part))
    vb_explanation_add_input (explanation, grown, years,
                              vb_lever_profile_get_label ((VbLeverProfile) figures->profile),
                              provenance);
}

static void
note_overlap (VbOutlook *self,
              VbLever *lever,
              const VbLeverEffectFigures *effect,
              VbExplanation *explanation)
{
  g_autofree char *others = dup_others (self, lever);
  g_autofree char *added = vb_number_format_key (effect->effect);
  g_autofree char *note = NULL;

  if (others == NULL)
    return;
  /* Translators: names of levers, and a number of beds */
  note = g_strdup_printf (_ ("Acts on the same bed days as: %s. To what those listed before it "
                             "free it adds %s, since no day can be saved twice."),
                          others, added);
  vb_explanation_set_note (explanation, note);
}

/* Effect = size × influence × probability × part of its full effect; of a share, × bed days ÷ (365
 * × target occupancy). Unit: beds. */
VbExplanation *
vb_outlook_explain_lever (VbOutlook *self, VbLever *lever)
{
  const VbLeverEffectFigures *effect;
  const VbLeverFacts *facts;
  double target, full, part;
  VbExplanation *explanation;
  g_autofree char *beds = NULL;
  g_autofree char *title = NULL;
  g_autofree char *size = NULL;
  g_autofree char *influence = NULL;
  g_autofree char *probability = NULL;
  g_autofree char *grown = NULL;
  g_autofree char *numbers = NULL;
  gboolean share;

  g_return_val_if_fail (VB_IS_OUTLOOK (self), NULL);
  g_return_val_if_fail (VB_IS_LEVER (lever), NULL);

  effect = find_effect (self, lever);
  if (effect == NULL)
    return NULL;

  facts = vb_lever_get_facts (lever);
  target = vb_scenario_get_facts (vb_outlook_get_scenario (self))->target_occupancy;
  share = facts->figures.basis == VB_LEVER_BASIS_SHARE;
  full = get_full (&facts->figures, target);
  part = full > 0 ? effect->alone / full : NAN;
  beds = vb_number_format_key_signed (effect->alone);
  /* Translators: a number of beds, the lever that gives them, a year */
  title = g_strdup_printf (_ ("Where does %s of “%s” in %d come from?"), beds,
                           vb_bilingual_get (&facts->name), effect->year);
  size = format_size (&facts->figures, facts->figures.base);
  influence = vb_number_format_percent (facts->figures.influence, 0);
  probability = vb_number_format_percent (facts->figures.probability, 0);
  grown = vb_number_format_percent (part, 0);
  if (share)
    {
      g_autofree char *days = vb_number_format (facts->figures.bed_days, 0);
      g_autofree char *occupancy = vb_number_format_percent (target, 0);

      numbers = g_strdup_printf ("%s × %s × %s × %s × %s ÷ (365 × %s) = %s", days, size, influence,
                                 probability, grown, occupancy, beds);
    }
  else
    numbers = g_strdup_printf ("%s × %s × %s × %s = %s", size, influence, probability, grown, beds);
  explanation = vb_explanation_new (
      title,
      share ? _ ("Effect = bed days × share × what can be influenced × probability × part of full "
                 "effect ÷ (365 × target occupancy)")
            : _ ("Effect = beds × what can be influenced × probability × part of full effect"),
      numbers);
  add_lever_inputs (explanation, facts, part);
  note_overlap (self, lever, effect, explanation);

  return explanation;
}
