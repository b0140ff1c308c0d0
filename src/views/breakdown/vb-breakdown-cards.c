/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-breakdown-cards.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-number.h"

typedef enum
{
  CARD_BEDS,
  CARD_RESIDUAL,
  CARD_INCREASE,
  CARD_DECREASE,
  CARD_MARGIN,
  N_CARDS
} Card;

G_STATIC_ASSERT (N_CARDS == VB_N_BREAKDOWN_CARDS);

void
vb_breakdown_cards_init (VbBreakdownCards *self, VbKeyFigureRow *row)
{
  const char *figures[N_CARDS] = { "allotted_beds", "breakdown_residual", "largest_increase",
                                   "largest_decrease", "small_unit_margin" };
  const char *captions[N_CARDS] = { _ ("Beds shared out"), _ ("Residual"), _ ("Largest increase"),
                                    _ ("Largest decrease"), _ ("Margin for small units") };

  self->row = row;
  for (guint i = 0; i < N_CARDS; i++)
    {
      self->cards[i] = vb_key_figure_new (figures[i], captions[i]);
      vb_key_figure_row_append (row, self->cards[i]);
    }
  vb_key_figure_row_set_selected (row, figures[CARD_BEDS]);
}

/* ---- what they show -------------------------------------------------------------------------- */

static void
show_extreme (VbBreakdownCards *self, Card card, VbBreakdownRow *row, const char *nobody)
{
  g_autofree char *value = NULL;
  g_autofree char *sub = NULL;
  const VbBreakdownFigures *figures;
  g_autofree char *beds = NULL;
  g_autofree char *present = NULL;

  if (row == NULL)
    {
      vb_key_figure_set (self->cards[card], "0", NULL, nobody);
      return;
    }
  figures = vb_breakdown_row_get_figures (row);
  value = vb_number_format_key_signed (figures->difference);
  present = vb_number_format_key (figures->present_beds);
  beds = vb_number_format ((double) figures->beds, 0);
  /* Translators: a unit, its present beds and its beds after the breakdown */
  sub = g_strdup_printf (_ ("%s: %s → %s"), vb_unit_get_name (vb_breakdown_row_get_unit (row)),
                         present, beds);
  vb_key_figure_set (self->cards[card], value, NULL, sub);
}

static void
show_margin (VbBreakdownCards *self, const VbBreakdownFigures *top)
{
  g_autofree char *value = vb_number_format_key (top->margin);
  g_autofree char *occupancy = vb_number_format_percent (top->census / top->need, 1);
  g_autofree char *target = vb_number_format_percent (top->target_occupancy, 1);
  /* Translators: two occupancies in per cent */
  g_autofree char *sub = g_strdup_printf (_ ("wards come to %s, target %s"), occupancy, target);

  vb_key_figure_set (self->cards[CARD_MARGIN], value, NULL, isnan (top->margin) ? NULL : sub);
}

void
vb_breakdown_cards_show (VbBreakdownCards *self,
                         VbBreakdownTable *table,
                         VbUnit *top,
                         const char *source)
{
  VbBreakdownRow *row = table != NULL ? vb_breakdown_table_find (table, top) : NULL;
  const VbBreakdownFigures *figures;
  g_autofree char *beds = NULL;
  g_autofree char *residual = NULL;
  g_autofree char *unknown = NULL;
  g_autofree char *without = NULL;
  guint n_unknown;
  gint64 left;

  if (row == NULL)
    {
      for (guint i = 0; i < N_CARDS; i++)
        vb_key_figure_set (self->cards[i], NULL, NULL, NULL);
      return;
    }

  figures = vb_breakdown_row_get_figures (row);
  beds = vb_number_format ((double) figures->beds, 0);
  vb_key_figure_set (self->cards[CARD_BEDS], beds, NULL, source);
  left = vb_breakdown_table_get_residual (table);
  residual = vb_number_format ((double) left, 0);
  unknown = vb_breakdown_table_dup_unknown (table, &n_unknown);
  if (unknown != NULL)
    /* Translators: a key ("bed days") and names of units */
    without = g_strdup_printf (
        _ ("without %s: %s"),
        vb_breakdown_key_get_phrase (vb_breakdown_table_get_scope (table)->key), unknown);
  vb_key_figure_set (self->cards[CARD_RESIDUAL], residual, NULL,
                     without != NULL ? without
                     : left > 0      ? _ ("beds that no unit below could take")
                                     : _ ("all beds are shared out"));
  show_extreme (self, CARD_INCREASE, vb_breakdown_table_get_largest_increase (table),
                _ ("no ward gets more beds"));
  show_extreme (self, CARD_DECREASE, vb_breakdown_table_get_largest_decrease (table),
                _ ("no ward gets fewer beds"));
  show_margin (self, figures);
}

/* ---- what is asked about --------------------------------------------------------------------- */

static VbBreakdownRow *
find_told (Card card, VbBreakdownTable *table)
{
  if (card == CARD_INCREASE)
    return vb_breakdown_table_get_largest_increase (table);
  return card == CARD_DECREASE ? vb_breakdown_table_get_largest_decrease (table) : NULL;
}

const char *
vb_breakdown_cards_get_explained (VbBreakdownCards *self,
                                  VbBreakdownTable *table,
                                  VbUnit *top,
                                  VbUnit **unit)
{
  static const char *const explained[N_CARDS] = { "beds", "residual", "difference", "difference",
                                                  "margin" };
  const char *selected = vb_key_figure_row_get_selected (self->row);

  *unit = top;
  for (guint i = 0; i < N_CARDS; i++)
    {
      VbBreakdownRow *told;

      if (g_strcmp0 (vb_key_figure_get_figure (self->cards[i]), selected) != 0)
        continue;
      told = find_told ((Card) i, table);
      if (told != NULL)
        *unit = vb_breakdown_row_get_unit (told);
      return explained[i];
    }
  return NULL;
}
