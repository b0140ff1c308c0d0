/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-population-explain.h"

#include <glib/gi18n-lib.h>

#include "vb-number.h"

static const char *
get_formula (VbPopulationPart part)
{
  switch (part)
    {
    case VB_POPULATION_PART_SIZE:
      return _ ("More people, or fewer, of the same ages who use as much: the mean of what it "
                "brings over all orders in which size, ages and consumption can change");
    case VB_POPULATION_PART_AGEING:
      return _ ("As many people of other ages who use as much: the mean of what it brings over all "
                "orders in which size, ages and consumption can change");
    case VB_POPULATION_PART_CONSUMPTION:
      return _ ("The same people who use more, or less: the mean of what it brings over all orders "
                "in which size, ages and consumption can change");
    case VB_POPULATION_PART_NEED:
    default:
      return _ ("Need = Σ inhabitants of each age and sex × their bed days an inhabitant ÷ (days × "
                "target occupancy)");
    }
}

/* "154,843 ÷ (364.1 × 0.896) = 474.6"; hidden demand is needed besides what was used. */
static char *
dup_division (const VbPopulationBasis *basis, double bed_days, double need)
{
  g_autofree char *used = vb_number_format (bed_days * (1 + basis->hidden_demand), 0);
  g_autofree char *days = vb_number_format (basis->days, 1);
  g_autofree char *target = vb_number_format (basis->target_occupancy, 3);
  g_autofree char *beds = vb_number_format (need, 1);

  return g_strdup_printf ("%s ÷ (%s × %s) = %s", used, days, target, beds);
}

static char *
dup_parts (const VbPopulationFigures *year)
{
  VbPopulationParts parts = vb_population_figures_get_parts (year);
  g_autofree char *size = vb_number_format_signed (parts.size, 1);
  g_autofree char *ageing = vb_number_format_signed (parts.ageing, 1);
  g_autofree char *consumption = vb_number_format_signed (parts.consumption, 1);
  g_autofree char *change =
      vb_number_format_signed (parts.size + parts.ageing + parts.consumption, 1);

  /* Translators: four changes in beds that add up */
  return g_strdup_printf (_ ("size %s, ageing %s, consumption %s; together %s"), size, ageing,
                          consumption, change);
}

static void
begin (VbSourceCard *card, const char *shown, const char *formula, const char *numbers)
{
  g_autofree char *title = g_strdup_printf (_ ("Where does %s come from?"), shown);

  vb_source_card_set_title (card, title);
  vb_source_card_set_formula (card, formula);
  vb_source_card_set_numbers (card, numbers);
  vb_source_card_clear_inputs (card);
}

static void
add_inhabitants (VbSourceCard *card, VbPopulationOutlook *outlook, double inhabitants, int year)
{
  g_autofree char *number = vb_number_format (inhabitants, 0);
  g_autofree char *name = g_strdup_printf (_ ("inhabitants %d"), year);

  vb_source_card_add_input (card, number, name, vb_population_outlook_get_source (outlook),
                            vb_population_outlook_get_basis (outlook)->provenance);
}

/* What the whole population has in common. */
static void
add_basis (VbSourceCard *card, const VbPopulationBasis *basis)
{
  g_autofree char *target = vb_number_format_percent (basis->target_occupancy, 1);
  g_autofree char *change = vb_number_format_percent_signed (basis->consumption_change, 1);
  g_autofree char *days = vb_number_format (basis->days, 1);
  /* Translators: %d is a year */
  g_autofree char *with_data = g_strdup_printf (_ ("days with data %d"), basis->base_year);
  g_autofree char *hidden = vb_number_format_percent (basis->hidden_demand, 1);

  vb_source_card_add_input (card, days, with_data,
                            _ ("what the need of the base year is divided by"),
                            VB_PROVENANCE_COMPUTED);
  if (basis->hidden_demand != 0)
    vb_source_card_add_input (card, hidden, _ ("hidden demand"), _ ("assumption"),
                              VB_PROVENANCE_COMPUTED);
  vb_source_card_add_input (card, target, _ ("target occupancy"), NULL, VB_PROVENANCE_COMPUTED);
  vb_source_card_add_input (card, change, _ ("change of consumption a year"), _ ("assumption"),
                            VB_PROVENANCE_COMPUTED);
}

void
vb_population_explain_year (VbSourceCard *card,
                            VbPopulationOutlook *outlook,
                            const VbPopulationFigures *year,
                            VbPopulationPart part,
                            const char *shown)
{
  const VbPopulationBasis *basis = vb_population_outlook_get_basis (outlook);
  g_autofree char *numbers = part == VB_POPULATION_PART_NEED
                                 ? dup_division (basis, year->bed_days, year->need)
                                 : dup_parts (year);
  g_autofree char *bed_days =
      vb_number_format (vb_population_outlook_get_first (outlook)->bed_days, 0);
  g_autofree char *name = g_strdup_printf (_ ("bed days %d"), basis->base_year);

  begin (card, shown, get_formula (part), numbers);
  vb_source_card_set_note (card,
                           _ ("Each age and sex uses as many bed days an inhabitant as in the "
                              "base year, changed each year by the consumption assumed."));
  if (part == VB_POPULATION_PART_NEED && year->year != basis->base_year)
    {
      g_autofree char *then = vb_number_format (year->bed_days, 0);
      g_autofree char *when = g_strdup_printf (_ ("bed days %d"), year->year);

      vb_source_card_add_input (card, then, when,
                                _ ("inhabitants × bed days an inhabitant, by age and sex"),
                                VB_PROVENANCE_COMPUTED);
    }
  add_inhabitants (card, outlook, year->population, year->year);
  vb_source_card_add_input (card, bed_days, name, vb_population_outlook_get_source (outlook),
                            basis->use_provenance);
  add_basis (card, basis);
}

void
vb_population_explain_ages (VbSourceCard *card, VbPopulationOutlook *outlook, VbAgeRow *row)
{
  const VbPopulationBasis *basis = vb_population_outlook_get_basis (outlook);
  const VbPopulationFigures *last = vb_population_outlook_get_last (outlook);
  const VbAgeFigures *figures = vb_age_row_get_figures (row);
  g_autofree char *numbers =
      dup_division (basis, figures->last_population * figures->last_rate, figures->last_need);
  g_autofree char *shown = vb_number_format (figures->last_need, 1);
  g_autofree char *whose = vb_age_row_dup_name (row);
  g_autofree char *rate = vb_number_format (figures->rate * 1000, 0);
  /* Translators: an age group and sex, "18–44, women", and a year */
  g_autofree char *name =
      g_strdup_printf (_ ("bed days per 1,000 inhabitants of %s, %d"), whose, basis->base_year);

  begin (card, shown,
         _ ("Need = inhabitants of the age and sex × their bed days an inhabitant ÷ (days × target "
            "occupancy)"),
         numbers);
  vb_source_card_set_note (card, _ ("Rounded so that the groups add up to everybody’s need."));
  add_inhabitants (card, outlook, figures->last_population, last->year);
  vb_source_card_add_input (card, rate, name, vb_population_outlook_get_source (outlook),
                            basis->use_provenance == VB_PROVENANCE_REPORTED
                                ? VB_PROVENANCE_COMPUTED
                                : basis->use_provenance);
  add_basis (card, basis);
}
