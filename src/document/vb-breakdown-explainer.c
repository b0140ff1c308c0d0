/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beds shared out, as sentences: the weight that a unit has, what it is shared among, and what a
 * lock or a minimum did to it. */
#include "private/vb-breakdown-explainer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-breakdown-board.h"
#include "vb-number.h"

#define BEDS_BY "beds_by_"

/* What is being explained. */
typedef struct
{
  VbPlanner *planner;
  VbBreakdownTable *table;
  const VbBreakdownScope *scope;
  VbPeriod period;
  VbUnit *unit;
  const VbBreakdownFigures *figures;
  const VbBreakdownFigures *parent; /* NULL for the unit at the top */
  const char *total_source;
} Case;

/* Bed days and beds are whole, or shown with a decimal. */
static char *
format_count (double value)
{
  return vb_number_format (value, fabs (value - round (value)) < 0.05 ? 0 : 1);
}

static char *
format_beds (double beds)
{
  return vb_number_format (beds, 0);
}

static VbExplanation *
new_explanation (const char *shown, const char *formula, const char *numbers)
{
  /* Translators: a figure, as in "Where does 412 come from?". */
  g_autofree char *title = g_strdup_printf (_ ("Where does %s come from?"), shown);

  return vb_explanation_new (title, formula, numbers);
}

static VbExplanation *
explain_nothing (const char *reason)
{
  VbExplanation *explanation = vb_explanation_new (_ ("Why is there no figure?"), NULL, NULL);

  vb_explanation_set_note (explanation, reason);
  return explanation;
}

static void
add_computed (VbExplanation *explanation, char *value, const char *name, const char *source)
{
  g_autofree char *taken = value;

  vb_explanation_add_input (explanation, taken, name, source, VB_PROVENANCE_COMPUTED);
}

/* ---- the key --------------------------------------------------------------------------------- */

/* The figure of need and gap that a key is measured as. */
static const char *
get_key_figure (VbBreakdownKey key)
{
  switch (key)
    {
    case VB_BREAKDOWN_KEY_PRESENT_BEDS:
      return "available_beds";
    case VB_BREAKDOWN_KEY_BED_DAYS:
    case VB_BREAKDOWN_KEY_POPULATION_NEED: /* has an explanation of its own */
    default:
      return "bed_days";
    }
}

/* What the unit's inhabitants need is no figure of need and gap. */
static VbExplanation *
explain_population_weight (const Case *about)
{
  VbBreakdownRow *row = vb_breakdown_table_find (about->table, about->unit);
  double weight = row != NULL ? vb_breakdown_row_get_figures (row)->weight : NAN;
  g_autofree char *value = vb_number_format (weight, 0);
  g_autofree char *title = NULL;
  VbExplanation *explanation;

  if (isnan (weight))
    return NULL;
  title = g_strdup_printf (_ ("Where does %s come from?"), value);
  explanation = vb_explanation_new (
      title,
      _ ("Need of the population = Σ inhabitants of each age and sex × bed days an inhabitant of "
         "that age and sex in the unit shared out"),
      NULL);
  vb_explanation_set_note (
      explanation,
      _ ("Units without inhabitants of their own share the need of the unit above them as they "
         "share its bed days."));
  return explanation;
}

static VbExplanation *
explain_weight (const Case *about)
{
  if (about->scope->key == VB_BREAKDOWN_KEY_POPULATION_NEED)
    return explain_population_weight (about);
  return vb_planner_explain (about->planner, about->unit, about->scope->group, about->period,
                             get_key_figure (about->scope->key));
}

static VbExplanation *
explain_present (const Case *about)
{
  return vb_planner_explain (about->planner, about->unit, about->scope->group, about->period,
                             "available_beds");
}

/* The weight of @about's unit and of its sisters. */
static double
add_up_sisters (const Case *about)
{
  GListModel *sisters = vb_unit_get_children (vb_unit_get_parent (about->unit));
  double sum = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sisters); i++)
    {
      g_autoptr (VbUnit) sister = g_list_model_get_item (sisters, i);
      VbBreakdownRow *row = vb_breakdown_table_find (about->table, sister);
      double weight = row != NULL ? vb_breakdown_row_get_figures (row)->weight : NAN;

      sum += isnan (weight) ? 0 : weight;
    }
  return sum;
}

static void
add_weight (const Case *about, VbExplanation *explanation)
{
  g_autofree char *when = vb_period_format (about->period, FALSE);
  /* Translators: a unit and a period: "Ward 3, 2025" */
  g_autofree char *source = g_strdup_printf (_ ("%s, %s"), vb_unit_get_name (about->unit), when);

  add_computed (explanation, format_count (about->figures->weight),
                vb_breakdown_key_get_phrase (about->scope->key), source);
}

static VbExplanation *
explain_share (const Case *about)
{
  double sum = about->parent != NULL ? add_up_sisters (about) : about->figures->weight;
  g_autofree char *shown = vb_number_format_percent (about->figures->share, 1);
  g_autofree char *weight = format_count (about->figures->weight);
  g_autofree char *all = format_count (sum);
  g_autofree char *numbers = g_strdup_printf ("%s ÷ %s = %s", weight, all, shown);
  VbExplanation *explanation;

  if (isnan (about->figures->share) || isnan (about->figures->weight))
    return explain_nothing (_ ("The unit has no weight by this key in the period."));

  explanation =
      new_explanation (shown, _ ("Share = weight ÷ the weights of all units beside it"), numbers);
  add_weight (about, explanation);
  if (about->parent != NULL)
    add_computed (explanation, format_count (sum), _ ("weight of all units beside it"),
                  vb_unit_get_name (vb_unit_get_parent (about->unit)));
  return explanation;
}

/* ---- beds ------------------------------------------------------------------------------------ */

static VbExplanation *
explain_total (const Case *about)
{
  g_autofree char *beds = format_beds (about->figures->beds);
  VbExplanation *explanation =
      new_explanation (beds, _ ("The number of beds that is shared out, in whole beds"), beds);

  vb_explanation_add_input (explanation, beds, _ ("beds"), about->total_source,
                            VB_PROVENANCE_COMPUTED);
  return explanation;
}

static void
add_by_key_alone (const Case *about, VbExplanation *explanation)
{
  double alone = (double) about->parent->beds * about->figures->share;

  if (!isnan (alone))
    add_computed (explanation, vb_number_format (alone, 1), _ ("beds by the key alone"),
                  _ ("were nothing held"));
}

static VbExplanation *
explain_held (const Case *about)
{
  g_autofree char *beds = format_beds (about->figures->beds);
  VbExplanation *explanation;

  if (about->figures->locked >= 0)
    {
      explanation = new_explanation (beds, _ ("Beds = what the unit is locked at"), beds);
      vb_explanation_add_input (explanation, beds, _ ("locked beds"), _ ("set by hand"),
                                VB_PROVENANCE_ASSUMED);
    }
  else if (about->figures->beds == about->figures->minimum && about->figures->minimum > 0)
    {
      explanation = new_explanation (
          beds, _ ("Beds = the minimum: the key alone would give the unit fewer"), beds);
      vb_explanation_add_input (explanation, beds, _ ("minimum"), _ ("set by hand"),
                                VB_PROVENANCE_ASSUMED);
    }
  else if (about->figures->weight > 0)
    {
      explanation = new_explanation (
          beds, _ ("Beds = what locks and minimums of the units below it leave possible"), beds);
    }
  else
    {
      explanation = new_explanation (
          beds, _ ("The unit has no weight by this key, and gets only what is held for it"), beds);
    }
  add_by_key_alone (about, explanation);
  return explanation;
}

static VbExplanation *
explain_shared (const Case *about)
{
  g_autofree char *beds = format_beds (about->figures->beds);
  g_autofree char *weight = format_count (about->figures->weight);
  g_autofree char *all = format_count (about->parent->left_weight);
  g_autofree char *left = format_beds (about->parent->left_beds);
  g_autofree char *quota = vb_number_format (about->figures->quota, 2);
  g_autofree char *numbers =
      g_strdup_printf ("%s ÷ %s × %s = %s → %s", weight, all, left, quota, beds);
  g_autofree char *held = format_beds (about->parent->beds - about->parent->left_beds);
  const char *above = vb_unit_get_name (vb_unit_get_parent (about->unit));
  g_autofree char *source =
      about->parent->beds != about->parent->left_beds
          /* Translators: a unit and a number of beds */
          ? g_strdup_printf (_ ("%s, less %s that are held by locks and minimums"), above, held)
          : g_strdup (above);
  VbExplanation *explanation = new_explanation (
      beds,
      _ ("Beds = weight ÷ sum of weights × beds to share, in whole beds: the largest "
         "remainders are rounded up"),
      numbers);

  add_weight (about, explanation);
  add_computed (explanation, g_strdup (all), _ ("sum of weights of those that share"), above);
  add_computed (explanation, g_strdup (left), _ ("beds to share"), source);
  return explanation;
}

static VbExplanation *
explain_unknown (const Case *about)
{
  g_autofree char *when = vb_period_format (about->period, FALSE);
  /* Translators: a unit, a key ("bed days") and a period */
  g_autofree char *reason = g_strdup_printf (
      _ ("%s has no %s in %s, and nothing is held for it. Lock it at a number of beds to give it "
         "some; otherwise it is left out of the decision."),
      vb_unit_get_name (about->unit), vb_breakdown_key_get_phrase (about->scope->key), when);

  return explain_nothing (reason);
}

static VbExplanation *
explain_beds (const Case *about)
{
  if (isnan (about->figures->beds))
    return explain_unknown (about);
  if (about->parent == NULL)
    return explain_total (about);
  return isnan (about->figures->quota) ? explain_held (about) : explain_shared (about);
}

static VbExplanation *
explain_by_key (const Case *about, VbBreakdownKey key)
{
  double beds = about->figures->beds_by_key[key];
  g_autofree char *shown = vb_number_format (beds, 0);
  g_autofree char *formula = NULL;
  VbExplanation *explanation;

  if (key == about->scope->key)
    return explain_beds (about);
  if (isnan (beds))
    return explain_nothing (vb_breakdown_table_get_missing (about->table, key) != NULL
                                ? vb_breakdown_table_get_missing (about->table, key)
                                : _ ("The unit has no weight by this key in the period."));

  /* Translators: %s is a key: "present beds" */
  formula = g_strdup_printf (_ ("The same beds with the same locks and minimums, shared out by %s"),
                             vb_breakdown_key_get_phrase (key));
  explanation = new_explanation (shown, formula, NULL);
  add_computed (explanation, format_beds (about->scope->beds), _ ("beds to share"),
                about->total_source);
  return explanation;
}

static VbExplanation *
explain_difference (const Case *about)
{
  const VbBreakdownFigures *figures = about->figures;
  g_autofree char *shown = vb_number_format_signed (figures->difference, 1);
  g_autofree char *beds = format_beds (figures->beds);
  g_autofree char *present = vb_number_format (figures->present_beds, 1);
  g_autofree char *numbers = g_strdup_printf ("%s − %s = %s", beds, present, shown);
  g_autofree char *when = vb_period_format (about->period, FALSE);
  VbExplanation *explanation;

  if (isnan (figures->beds))
    return explain_unknown (about);
  if (isnan (figures->difference))
    return explain_present (about);

  explanation = new_explanation (shown, _ ("Difference = beds − present beds"), numbers);
  add_computed (explanation, g_strdup (beds), _ ("beds"), NULL);
  add_computed (explanation, g_strdup (present), _ ("available beds"), when);
  return explanation;
}

static VbExplanation *
explain_residual (const Case *about)
{
  g_autofree char *shown = format_beds (about->figures->residual);
  g_autofree char *beds = format_beds (about->figures->beds);
  g_autofree char *below = format_beds (about->figures->beds - about->figures->residual);
  g_autofree char *numbers = g_strdup_printf ("%s − %s = %s", beds, below, shown);
  VbExplanation *explanation =
      new_explanation (shown, _ ("Residual = beds − the beds of the units below"), numbers);

  if (about->figures->residual > 0)
    vb_explanation_set_note (explanation,
                             _ ("These beds stay here: none of the units below that could take "
                                "them has any weight by this key."));
  return explanation;
}

/* ---- what is held, and small units ----------------------------------------------------------- */

/* As the table shows them: what was written, even when it cannot be kept. */
static VbBreakdownHold
get_hold (const Case *about)
{
  if (about->parent == NULL)
    return (VbBreakdownHold){ -1, -1 };
  return vb_breakdown_board_get_hold (_vb_planner_get_document (about->planner), about->unit,
                                      about->scope->group);
}

static VbExplanation *
explain_hold (int beds, const char *nothing)
{
  g_autofree char *shown = format_beds (beds);

  return beds >= 0 ? new_explanation (shown, _ ("Set by hand, in this table or beside it"), shown)
                   : explain_nothing (nothing);
}

static VbExplanation *
explain_target (const Case *about)
{
  g_autofree char *shown = vb_number_format_percent (about->figures->target_occupancy, 1);
  g_autofree char *source =
      _vb_target_describe (_vb_planner_get_document (about->planner), about->unit,
                           about->scope->group, about->scope->to);
  VbExplanation *explanation =
      new_explanation (shown, _ ("The target occupancy in force for the unit"), shown);

  vb_explanation_add_input (explanation, shown, _ ("target occupancy"), source,
                            _vb_target_get_provenance (_vb_planner_get_document (about->planner),
                                                       about->unit, about->scope->group,
                                                       about->scope->to));
  return explanation;
}

static VbExplanation *
explain_margin (const Case *about)
{
  const VbBreakdownFigures *figures = about->figures;
  g_autofree char *shown = vb_number_format (figures->margin, 1);
  g_autofree char *need = vb_number_format (figures->need, 1);
  g_autofree char *census = vb_number_format (figures->census, 1);
  g_autofree char *target = vb_number_format_percent (figures->target_occupancy, 1);
  g_autofree char *numbers = g_strdup_printf ("%s − %s ÷ %s = %s", need, census, target, shown);
  VbExplanation *explanation;

  if (isnan (figures->margin))
    return explain_nothing (_ ("No unit below has any patients in the period."));

  explanation = new_explanation (
      shown,
      _ ("Margin = the need of the wards, each at its own target − the need of all their "
         "patients at the target of the whole"),
      numbers);
  add_computed (explanation, g_strdup (need), _ ("need of the wards"),
                _ ("patients ÷ target occupancy, ward by ward"));
  add_computed (explanation, g_strdup (census), _ ("mean patients"), NULL);
  add_computed (explanation, g_strdup (target), _ ("target occupancy of the whole"),
                vb_unit_get_name (about->unit));
  return explanation;
}

VbExplanation *
_vb_breakdown_explain (VbPlanner *planner,
                       VbBreakdownTable *table,
                       VbPeriod period,
                       VbUnit *unit,
                       const char *figure,
                       const char *total_source)
{
  static const struct
  {
    const char *figure;
    VbExplanation *(*explain) (const Case *about);
  } cases[] = {
    { "weight", explain_weight },
    { "share", explain_share },
    { "beds", explain_beds },
    { "present_beds", explain_present },
    { "difference", explain_difference },
    { "residual", explain_residual },
    { "target_occupancy", explain_target },
    { "margin", explain_margin },
  };
  const VbBreakdownScope *scope = vb_breakdown_table_get_scope (table);
  VbBreakdownRow *row = vb_breakdown_table_find (table, unit);
  VbUnit *above = vb_unit_get_parent (unit);
  VbBreakdownRow *parent =
      above != NULL && unit != scope->unit ? vb_breakdown_table_find (table, above) : NULL;
  Case about = { planner, table, scope, period, unit, NULL, NULL, total_source };
  VbBreakdownKey key;

  if (row == NULL)
    return NULL;
  about.figures = vb_breakdown_row_get_figures (row);
  about.parent = parent != NULL ? vb_breakdown_row_get_figures (parent) : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (g_str_equal (cases[i].figure, figure))
      return cases[i].explain (&about);
  if (g_str_equal (figure, "locked"))
    return explain_hold (get_hold (&about).locked, _ ("The unit is not locked."));
  if (g_str_equal (figure, "minimum"))
    return explain_hold (get_hold (&about).minimum, _ ("The unit has no minimum."));
  if (g_str_has_prefix (figure, BEDS_BY)
      && vb_breakdown_key_from_id (figure + strlen (BEDS_BY), &key))
    return explain_by_key (&about, key);

  g_return_val_if_reached (NULL);
}
