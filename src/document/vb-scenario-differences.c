/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-scenario-differences.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "vb-number.h"

/* ---- which lever is which -------------------------------------------------------------------- */

static gboolean
have_same_name (const VbLeverFacts *a, const VbLeverFacts *b)
{
  return (a->name.sv != NULL && g_strcmp0 (a->name.sv, b->name.sv) == 0)
         || (a->name.en != NULL && g_strcmp0 (a->name.en, b->name.en) == 0);
}

static gboolean
is_same_number (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
have_same_figures (const VbLeverFacts *a, const VbLeverFacts *b)
{
  const VbLeverFigures *f = &a->figures;
  const VbLeverFigures *g = &b->figures;

  return f->side == g->side && f->basis == g->basis && f->low == g->low && f->base == g->base
         && f->high == g->high && f->start == g->start && f->full == g->full
         && is_same_number (f->bed_days, g->bed_days);
}

static void
match (GArray *pairs,
       GPtrArray *left,
       gboolean (*is_same) (const VbLeverFacts *a, const VbLeverFacts *b))
{
  for (guint i = 0; i < pairs->len; i++)
    {
      VbLeverPair *pair = &g_array_index (pairs, VbLeverPair, i);

      for (guint j = 0; pair->first == NULL && j < left->len; j++)
        if (is_same (vb_lever_get_facts (g_ptr_array_index (left, j)),
                     vb_lever_get_facts (pair->second)))
          pair->first = g_ptr_array_steal_index (left, j);
    }
}

/* Borrowed from the scenario, which keeps them. */
static GPtrArray *
list_levers (VbScenario *scenario)
{
  GListModel *levers = vb_scenario_get_levers (scenario);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (levers); i++)
    {
      g_autoptr (VbLever) lever = g_list_model_get_item (levers, i);

      g_ptr_array_add (list, lever);
    }
  return list;
}

GArray *
vb_scenario_differences_pair_levers (VbScenario *first, VbScenario *second)
{
  GArray *pairs = g_array_new (FALSE, TRUE, sizeof (VbLeverPair));
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) levers = NULL;

  g_return_val_if_fail (VB_IS_SCENARIO (first), NULL);
  g_return_val_if_fail (VB_IS_SCENARIO (second), NULL);

  left = list_levers (first);
  levers = list_levers (second);
  for (guint i = 0; i < levers->len; i++)
    {
      VbLeverPair pair = { NULL, g_ptr_array_index (levers, i) };

      g_array_append_val (pairs, pair);
    }
  match (pairs, left, have_same_name);
  match (pairs, left, have_same_figures);
  for (guint i = 0; i < left->len; i++)
    {
      VbLeverPair pair = { g_ptr_array_index (left, i), NULL };

      g_array_append_val (pairs, pair);
    }
  return pairs;
}

/* ---- changes as words ------------------------------------------------------------------------ */

/* What a figure is shown as. */
typedef char *(*Format) (double value);

static char *
format_share (double value)
{
  return vb_number_format_percent (value, 1);
}

static char *
format_beds (double value)
{
  return vb_number_format (value, fabs (value - round (value)) < 0.05 ? 0 : 1);
}

static char *
format_kronor (double value)
{
  return vb_number_format (value, 0);
}

/* "base 3.0% → 2.0%" when they differ. */
static void
tell_words (GPtrArray *parts, const char *what, const char *before, const char *after)
{
  if (g_strcmp0 (before, after) == 0)
    return;
  g_ptr_array_add (parts, what != NULL ? g_strdup_printf ("%s %s → %s", what, before, after)
                                       : g_strdup_printf ("%s → %s", before, after));
}

static void
tell_number (GPtrArray *parts, const char *what, Format format, double before, double after)
{
  g_autofree char *first = format (before);
  g_autofree char *second = format (after);

  if (!is_same_number (before, after))
    g_ptr_array_add (parts, g_strdup_printf ("%s %s → %s", what, first, second));
}

static void
tell_year (GPtrArray *parts, const char *what, int before, int after)
{
  if (before != after)
    g_ptr_array_add (parts, g_strdup_printf ("%s %d → %d", what, before, after));
}

static void
tell_sizes (GPtrArray *parts, const VbLeverFigures *a, const VbLeverFigures *b)
{
  Format format = b->basis == VB_LEVER_BASIS_SHARE ? format_share : format_beds;

  /* Numbers of different kinds do not compare. */
  if (a->basis != b->basis)
    {
      g_autofree char *before =
          (a->basis == VB_LEVER_BASIS_SHARE ? format_share : format_beds) (a->base);
      g_autofree char *after = format (b->base);

      /* Translators: of a lever: a size that was in beds is now a share, or the other way round */
      g_ptr_array_add (parts,
                       g_strdup_printf (_ ("base %s (%s) → %s (%s)"), before,
                                        vb_lever_basis_get_label ((VbLeverBasis) a->basis), after,
                                        vb_lever_basis_get_label ((VbLeverBasis) b->basis)));
      return;
    }
  /* Translators: these stand before two figures: "base 3.0% → 2.0%" */
  tell_number (parts, _ ("low"), format, a->low, b->low);
  tell_number (parts, _ ("base"), format, a->base, b->base);
  tell_number (parts, _ ("high"), format, a->high, b->high);
}

static void
tell_figures (GPtrArray *parts, const VbLeverFigures *a, const VbLeverFigures *b)
{
  tell_words (parts, NULL, vb_balance_side_get_label ((VbBalanceSide) a->side),
              vb_balance_side_get_label ((VbBalanceSide) b->side));
  tell_sizes (parts, a, b);
  /* Translators: these stand before two figures: "can be influenced 80% → 60%" */
  tell_number (parts, _ ("can be influenced"), format_share, a->influence, b->influence);
  tell_number (parts, _ ("probability"), format_share, a->probability, b->probability);
  tell_number (parts, _ ("bed days"), format_beds, a->bed_days, b->bed_days);
  tell_year (parts, _ ("start"), a->start, b->start);
  tell_year (parts, _ ("full effect"), a->full, b->full);
  /* Translators: how the effect of a lever grows: "profile Linear → S-Curve" */
  tell_words (parts, _ ("profile"), vb_lever_profile_get_label ((VbLeverProfile) a->profile),
              vb_lever_profile_get_label ((VbLeverProfile) b->profile));
  if (a->one_off != b->one_off)
    g_ptr_array_add (parts, g_strdup (b->one_off ? _ ("the effect no longer lasts")
                                                 : _ ("the effect now lasts")));
  if (a->overlap != b->overlap)
    g_ptr_array_add (parts, g_strdup (b->overlap == 0 ? _ ("no longer overlaps others")
                                                      : _ ("overlaps others")));
  tell_number (parts, _ ("cost a year, kr"), format_kronor, a->yearly_cost, b->yearly_cost);
}

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("; ", (char **) parts->pdata);
}

static void
tell_lever (GPtrArray *sentences, const VbLeverPair *pair)
{
  const VbLeverFacts *a = pair->first != NULL ? vb_lever_get_facts (pair->first) : NULL;
  const VbLeverFacts *b = pair->second != NULL ? vb_lever_get_facts (pair->second) : NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *changes = NULL;

  if (a == NULL)
    /* Translators: %s is a lever */
    g_ptr_array_add (sentences, g_strdup_printf (_ ("%s: added"), vb_bilingual_get (&b->name)));
  else if (b == NULL)
    /* Translators: %s is a lever */
    g_ptr_array_add (sentences, g_strdup_printf (_ ("%s: left out"), vb_bilingual_get (&a->name)));
  if (a == NULL || b == NULL)
    return;

  /* Translators: a new name of a lever: "name Open beds → Open wards" */
  tell_words (parts, _ ("name"), vb_bilingual_get (&a->name), vb_bilingual_get (&b->name));
  tell_figures (parts, &a->figures, &b->figures);
  if (parts->len == 0)
    return;
  changes = join (parts);
  g_ptr_array_add (sentences, g_strdup_printf (_ ("%s: %s"), vb_bilingual_get (&b->name), changes));
}

static void
tell_facts (GPtrArray *sentences, const VbScenarioFacts *a, const VbScenarioFacts *b)
{
  g_autofree char *before = g_strdup_printf ("%d–%d", a->first_year, a->last_year);
  g_autofree char *after = g_strdup_printf ("%d–%d", b->first_year, b->last_year);

  tell_words (sentences, _ ("Years:"), before, after);
  tell_words (sentences, _ ("Care:"), vb_care_group_get_label (a->group),
              vb_care_group_get_label (b->group));
  tell_number (sentences, _ ("Target occupancy:"), format_share, a->target_occupancy,
               b->target_occupancy);
  tell_number (sentences, _ ("Use of care a year, per inhabitant:"), format_share,
               a->consumption_change, b->consumption_change);
  tell_words (sentences, _ ("Distribution of draws:"), vb_distribution_get_label (a->distribution),
              vb_distribution_get_label (b->distribution));
}

/* Of the years that both have: how many differ, and the last of them. */
static void
tell_years (GPtrArray *sentences, VbScenario *first, VbScenario *second, VbBalanceSide side)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (second);
  const VbScenarioYear *before = NULL;
  const VbScenarioYear *after = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  guint n = 0;

  for (gint16 year = facts->first_year; year <= facts->last_year; year++)
    {
      const VbScenarioYear *a = vb_scenario_find_year (first, side, year);
      const VbScenarioYear *b = vb_scenario_find_year (second, side, year);

      if (a == NULL || b == NULL || a->beds == b->beds)
        continue;
      before = a;
      after = b;
      n++;
    }
  if (n == 0)
    return;
  from = format_beds (before->beds);
  to = format_beds (after->beds);
  g_ptr_array_add (
      sentences,
      side == VB_BALANCE_SIDE_NEED
          ? g_strdup_printf (ngettext ("Need without levers: %u year differs; %d: %s → %s beds",
                                       "Need without levers: %u years differ; %d: %s → %s beds", n),
                             n, after->year, from, to)
          : g_strdup_printf (ngettext ("Capacity without levers: %u year differs; %d: %s → %s beds",
                                       "Capacity without levers: %u years differ; %d: %s → %s beds",
                                       n),
                             n, after->year, from, to));
}

GStrv
vb_scenario_differences_tell (VbScenario *first, VbScenario *second)
{
  GPtrArray *sentences = g_ptr_array_new ();
  g_autoptr (GArray) pairs = vb_scenario_differences_pair_levers (first, second);

  for (guint i = 0; i < pairs->len; i++)
    tell_lever (sentences, &g_array_index (pairs, VbLeverPair, i));
  tell_facts (sentences, vb_scenario_get_facts (first), vb_scenario_get_facts (second));
  tell_years (sentences, first, second, VB_BALANCE_SIDE_NEED);
  tell_years (sentences, first, second, VB_BALANCE_SIDE_CAPACITY);
  g_ptr_array_add (sentences, NULL);
  return (GStrv) g_ptr_array_free (sentences, FALSE);
}
