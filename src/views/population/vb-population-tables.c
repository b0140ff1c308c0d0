/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-population-tables.h"

#include <glib/gi18n-lib.h>

#include "vb-number.h"

#define MIN_HEIGHT 260
#define MAX_HEIGHT 560
#define PER_INHABITANTS 1000

/* A column's number and how it is written. */
#define NUMBER(name, expression, text)                                                             \
  static double get_##name (gpointer row) { return expression; }                                   \
  static char *dup_##name (gpointer row)                                                           \
  {                                                                                                \
    double number = get_##name (row);                                                              \
                                                                                                   \
    return text;                                                                                   \
  }

/* ---- years ----------------------------------------------------------------------------------- */

static const VbPopulationFigures *
get_year_figures (gpointer row)
{
  return vb_population_row_get_figures (row);
}

static VbPopulationParts
get_parts (gpointer row)
{
  return vb_population_figures_get_parts (get_year_figures (row));
}

NUMBER (population, get_year_figures (row)->population, vb_number_format (number, 0))
NUMBER (bed_days, get_year_figures (row)->bed_days, vb_number_format (number, 0))
NUMBER (need, get_year_figures (row)->need, vb_number_format (number, 1))
NUMBER (size, get_parts (row).size, vb_number_format_signed (number, 1))
NUMBER (ageing, get_parts (row).ageing, vb_number_format_signed (number, 1))
NUMBER (consumption, get_parts (row).consumption, vb_number_format_signed (number, 1))

static double
get_year (gpointer row)
{
  return get_year_figures (row)->year;
}

static char *
dup_year (gpointer row)
{
  const VbPopulationFigures *figures = get_year_figures (row);

  return figures->kind == VB_POPULATION_PROJECTION
             /* Translators: a year that is a projection */
             ? g_strdup_printf (_ ("%d, projection"), figures->year)
             : g_strdup_printf ("%d", figures->year);
}

VbFigureTable *
vb_population_years_table_new (void)
{
  const VbFigureColumn columns[] = {
    { _ ("Year"), "period", get_year, dup_year, FALSE },
    { _ ("Inhabitants"), "population", get_population, dup_population, FALSE },
    { _ ("Bed days"), "bed_days", get_bed_days, dup_bed_days, FALSE },
    { _ ("Need"), "population_need", get_need, dup_need, FALSE },
    { _ ("Population size"), "need_of_size", get_size, dup_size, FALSE },
    { _ ("Ageing"), "need_of_ageing", get_ageing, dup_ageing, FALSE },
    { _ ("Consumption"), "need_of_consumption", get_consumption, dup_consumption, FALSE },
  };

  return VB_FIGURE_TABLE (vb_figure_table_new (_ ("Need of the population by year"), columns,
                                               G_N_ELEMENTS (columns), MIN_HEIGHT, MAX_HEIGHT));
}

/* ---- ages ------------------------------------------------------------------------------------ */

typedef enum
{
  AGES_NAME,
  AGES_POPULATION,
  AGES_LAST_POPULATION,
  AGES_RATE,
  AGES_NEED,
  AGES_LAST_NEED,
  AGES_CHANGE,
  N_AGES
} AgesColumn;

static const VbAgeFigures *
get_age_figures (gpointer row)
{
  return vb_age_row_get_figures (row);
}

NUMBER (now, get_age_figures (row)->population, vb_number_format (number, 0))
NUMBER (then, get_age_figures (row)->last_population, vb_number_format (number, 0))
NUMBER (rate, get_age_figures (row)->rate *PER_INHABITANTS, vb_number_format (number, 0))
NUMBER (need_now, get_age_figures (row)->need, vb_number_format (number, 1))
NUMBER (need_then, get_age_figures (row)->last_need, vb_number_format (number, 1))
NUMBER (change, get_age_figures (row)->change, vb_number_format_signed (number, 1))

/* Everybody comes last, as in the rows' own order. */
static double
get_age (gpointer row)
{
  const VbAgeFigures *figures = get_age_figures (row);

  return figures->is_total ? G_MAXINT16 : figures->ages.from * VB_N_SEXES + (int) figures->sex;
}

static char *
dup_age (gpointer row)
{
  return vb_age_row_dup_name (row);
}

static gboolean
is_total (gpointer row)
{
  return get_age_figures (row)->is_total;
}

VbFigureTable *
vb_population_ages_table_new (void)
{
  const VbFigureColumn columns[N_AGES] = {
    [AGES_NAME] = { _ ("Age and sex"), "age_group", get_age, dup_age, FALSE },
    [AGES_POPULATION] = { _ ("Inhabitants"), "population", get_now, dup_now, FALSE },
    [AGES_LAST_POPULATION] = { _ ("Inhabitants"), "population", get_then, dup_then, FALSE },
    [AGES_RATE] = { _ ("Bed days per 1,000"), "bed_days_per_1000", get_rate, dup_rate, FALSE },
    [AGES_NEED] = { _ ("Need"), "population_need_now", get_need_now, dup_need_now, FALSE },
    [AGES_LAST_NEED] = { _ ("Need"), "population_need", get_need_then, dup_need_then, FALSE },
    [AGES_CHANGE] = { _ ("Change"), "population_need_change", get_change, dup_change, FALSE },
  };
  GtkWidget *table = vb_figure_table_new (_ ("Need of the population by age and sex"), columns,
                                          G_N_ELEMENTS (columns), MIN_HEIGHT, MAX_HEIGHT);

  vb_figure_table_set_emphasis (VB_FIGURE_TABLE (table), is_total);
  return VB_FIGURE_TABLE (table);
}

static void
take_title (VbFigureTable *table, AgesColumn column, char *title)
{
  vb_figure_table_set_title (table, column, title);
  g_free (title);
}

void
vb_population_ages_table_show (VbFigureTable *table, VbPopulationOutlook *outlook)
{
  g_autoptr (GListModel) rows = vb_population_outlook_list_ages (outlook);
  int first = vb_population_outlook_get_first (outlook)->year;
  int last = vb_population_outlook_get_last (outlook)->year;

  take_title (table, AGES_POPULATION, g_strdup_printf (_ ("Inhabitants %d"), first));
  take_title (table, AGES_LAST_POPULATION, g_strdup_printf (_ ("Inhabitants %d"), last));
  take_title (table, AGES_NEED, g_strdup_printf (_ ("Need %d"), first));
  take_title (table, AGES_LAST_NEED, g_strdup_printf (_ ("Need %d"), last));
  vb_figure_table_set_rows (table, rows);
}
