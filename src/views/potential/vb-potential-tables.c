/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-potential-tables.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-lever-effect.h"
#include "vb-number.h"
#include "vb-potential-row.h"

#define MIN_HEIGHT 180

/* ---- by year --------------------------------------------------------------------------------- */

static double
get_year (gpointer row)
{
  return vb_potential_row_get_figures (row)->year;
}

static char *
dup_year (gpointer row)
{
  return g_strdup_printf ("%d", vb_potential_row_get_figures (row)->year);
}

static double
get_need (gpointer row)
{
  return vb_potential_row_get_figures (row)->need;
}

static char *
dup_need (gpointer row)
{
  return vb_number_format_key (get_need (row));
}

static double
get_capacity (gpointer row)
{
  return vb_potential_row_get_figures (row)->capacity;
}

static char *
dup_capacity (gpointer row)
{
  return vb_number_format_key (get_capacity (row));
}

static double
get_gap (gpointer row)
{
  return vb_potential_row_get_figures (row)->gap;
}

static char *
dup_gap (gpointer row)
{
  return vb_number_format_key_signed (get_gap (row));
}

static double
get_low (gpointer row)
{
  return vb_potential_row_get_figures (row)->gap_spread.p10;
}

static char *
dup_low (gpointer row)
{
  return vb_number_format_key_signed (get_low (row));
}

static double
get_high (gpointer row)
{
  return vb_potential_row_get_figures (row)->gap_spread.p90;
}

static char *
dup_high (gpointer row)
{
  return vb_number_format_key_signed (get_high (row));
}

static double
get_probability (gpointer row)
{
  return vb_potential_row_get_figures (row)->probability_balanced;
}

static char *
dup_probability (gpointer row)
{
  return vb_number_format_percent (get_probability (row), 0);
}

static double
get_need_without_overlap (gpointer row)
{
  return vb_potential_row_get_figures (row)->need_without_overlap;
}

static char *
dup_need_without_overlap (gpointer row)
{
  return vb_number_format_key (get_need_without_overlap (row));
}

static double
get_cost (gpointer row)
{
  return vb_potential_row_get_figures (row)->cost;
}

/* A sum of which parts are not known is at least that much. */
static char *
dup_cost (gpointer row)
{
  const VbPotentialFigures *figures = vb_potential_row_get_figures (row);
  g_autofree char *cost = vb_number_format (figures->cost, 0);

  return figures->n_without_cost > 0 && !isnan (figures->cost) ? g_strdup_printf ("≥ %s", cost)
                                                               : g_steal_pointer (&cost);
}

GtkWidget *
vb_potential_tables_new_years (void)
{
  const VbFigureColumn columns[] = {
    { _ ("Year"), "period", get_year, dup_year },
    { C_ ("beds", "Need"), "need_beds", get_need, dup_need },
    { C_ ("beds", "Available"), "available_beds", get_capacity, dup_capacity },
    { _ ("Gap"), "gap_beds", get_gap, dup_gap },
    { _ ("Gap P10"), "gap_p10", get_low, dup_low },
    { _ ("Gap P90"), "gap_p90", get_high, dup_high },
    { _ ("Probability"), "probability_balanced", get_probability, dup_probability },
    { _ ("Need Without Overlap"), "need_without_overlap", get_need_without_overlap,
      dup_need_without_overlap },
    { _ ("Cost, kr"), "yearly_cost", get_cost, dup_cost, TRUE },
  };

  return vb_figure_table_new (_ ("Years of the scenario"), columns, G_N_ELEMENTS (columns),
                              MIN_HEIGHT, VB_DATA_TABLE_MAX_HEIGHT);
}

/* ---- by lever -------------------------------------------------------------------------------- */

static char *
dup_name (gpointer row)
{
  VbLever *lever = vb_lever_effect_get_lever (row);

  return g_strdup (lever != NULL ? vb_bilingual_get (&vb_lever_get_facts (lever)->name)
                                 : _ ("All levers"));
}

static char *
dup_status (gpointer row)
{
  VbLever *lever = vb_lever_effect_get_lever (row);

  return g_strdup (lever != NULL ? vb_figure_status_get_label (vb_lever_get_facts (lever)->status)
                                 : "");
}

static double
get_effect (gpointer row)
{
  return vb_lever_effect_get_figures (row)->effect;
}

static char *
dup_effect (gpointer row)
{
  return vb_number_format_key_signed (get_effect (row));
}

static double
get_alone (gpointer row)
{
  return vb_lever_effect_get_figures (row)->alone;
}

static char *
dup_alone (gpointer row)
{
  return vb_number_format_key_signed (get_alone (row));
}

static double
get_gap_low (gpointer row)
{
  return vb_lever_effect_get_figures (row)->gap_low;
}

static char *
dup_gap_low (gpointer row)
{
  return vb_number_format_key_signed (get_gap_low (row));
}

static double
get_gap_high (gpointer row)
{
  return vb_lever_effect_get_figures (row)->gap_high;
}

static char *
dup_gap_high (gpointer row)
{
  return vb_number_format_key_signed (get_gap_high (row));
}

static double
get_lever_cost (gpointer row)
{
  return vb_lever_effect_get_figures (row)->cost;
}

static char *
dup_lever_cost (gpointer row)
{
  return vb_number_format (get_lever_cost (row), 0);
}

static gboolean
is_sum (gpointer row)
{
  return vb_lever_effect_get_lever (row) == NULL;
}

GtkWidget *
vb_potential_tables_new_levers (void)
{
  const VbFigureColumn columns[] = {
    { _ ("Lever"), "lever", NULL, dup_name },
    { C_ ("beds", "Effect"), "lever_effect", get_effect, dup_effect },
    { C_ ("effect of a lever", "Alone"), "lever_alone", get_alone, dup_alone },
    { _ ("Gap at Low"), "lever_gap_low", get_gap_low, dup_gap_low },
    { _ ("Gap at High"), "lever_gap_high", get_gap_high, dup_gap_high },
    { _ ("Cost, kr"), "yearly_cost", get_lever_cost, dup_lever_cost, TRUE },
    { _ ("Whose Figures"), "figure_status", NULL, dup_status },
  };
  GtkWidget *table =
      vb_figure_table_new (_ ("Levers of the scenario"), columns, G_N_ELEMENTS (columns),
                           MIN_HEIGHT, VB_DATA_TABLE_MAX_HEIGHT);

  vb_figure_table_set_emphasis (VB_FIGURE_TABLE (table), is_sum);

  return table;
}
