/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-breakdown-columns.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-number.h"

typedef enum
{
  COLUMN_UNIT,
  COLUMN_BEDS,
  COLUMN_PRESENT,
  COLUMN_DIFFERENCE,
  COLUMN_LOCKED,
  COLUMN_MINIMUM,
  COLUMN_RESIDUAL,
  COLUMN_BY_KEY, /* one a key */
  COLUMN_WEIGHT = COLUMN_BY_KEY + VB_N_BREAKDOWN_KEYS,
  COLUMN_SHARE,
  COLUMN_TARGET,
  COLUMN_MARGIN,
  N_COLUMNS
} Column;

/* What the board explains; the names of the columns are those of figures in the whole window. */
static const struct
{
  const char *figure;
  const char *explained;
} names[N_COLUMNS] = {
  [COLUMN_UNIT] = { "unit", "beds" },
  [COLUMN_BEDS] = { "allotted_beds", "beds" },
  [COLUMN_PRESENT] = { "available_beds", "present_beds" },
  [COLUMN_DIFFERENCE] = { "breakdown_difference", "difference" },
  [COLUMN_LOCKED] = { VB_BREAKDOWN_LOCKED, "locked" },
  [COLUMN_MINIMUM] = { VB_BREAKDOWN_MINIMUM, "minimum" },
  [COLUMN_WEIGHT] = { "breakdown_weight", "weight" },
  [COLUMN_SHARE] = { "breakdown_share", "share" },
  [COLUMN_RESIDUAL] = { "breakdown_residual", "residual" },
  [COLUMN_TARGET] = { "target_occupancy", "target_occupancy" },
  [COLUMN_MARGIN] = { "small_unit_margin", "margin" },
  [COLUMN_BY_KEY + VB_BREAKDOWN_KEY_BED_DAYS] = { "beds_by_bed_days", "beds_by_bed-days" },
  [COLUMN_BY_KEY +
      VB_BREAKDOWN_KEY_PRESENT_BEDS] = { "beds_by_present_beds", "beds_by_present-beds" },
  [COLUMN_BY_KEY +
      VB_BREAKDOWN_KEY_POPULATION_NEED] = { "beds_by_population_need", "beds_by_population-need" },
};

static const VbBreakdownFigures *
find_figures (VbUnit *unit, gpointer user_data)
{
  const VbBreakdownCells *cells = user_data;
  VbBreakdownRow *row = cells->table != NULL ? vb_breakdown_table_find (cells->table, unit) : NULL;

  return row != NULL ? vb_breakdown_row_get_figures (row) : NULL;
}

static char *
dup_name (VbUnit *unit, gpointer user_data)
{
  return g_strdup (vb_unit_get_name (unit));
}

/* ---- numbers --------------------------------------------------------------------------------- */

#define DEFINE_NUMBER(name, field)                                                                 \
  static double get_##name (VbUnit *unit, gpointer user_data)                                      \
  {                                                                                                \
    const VbBreakdownFigures *figures = find_figures (unit, user_data);                            \
                                                                                                   \
    return figures != NULL ? (double) figures->field : NAN;                                        \
  }

DEFINE_NUMBER (beds, beds)
DEFINE_NUMBER (present, present_beds)
DEFINE_NUMBER (difference, difference)
DEFINE_NUMBER (weight, weight)
DEFINE_NUMBER (share, share)
DEFINE_NUMBER (residual, residual)
DEFINE_NUMBER (target, target_occupancy)
DEFINE_NUMBER (margin, margin)
DEFINE_NUMBER (by_bed_days, beds_by_key[VB_BREAKDOWN_KEY_BED_DAYS])
DEFINE_NUMBER (by_present_beds, beds_by_key[VB_BREAKDOWN_KEY_PRESENT_BEDS])
DEFINE_NUMBER (by_population_need, beds_by_key[VB_BREAKDOWN_KEY_POPULATION_NEED])

/* Holds are the document's: what was written is seen even when it cannot be kept. Those of the unit
 * at the top do not count here. */
static VbBreakdownHold
get_hold (VbUnit *unit, gpointer user_data)
{
  const VbBreakdownCells *cells = user_data;

  if (cells->table != NULL && unit == vb_breakdown_table_get_scope (cells->table)->unit)
    return (VbBreakdownHold){ -1, -1 };
  return vb_breakdown_board_get_hold (cells->document, unit, cells->group);
}

static double
get_locked (VbUnit *unit, gpointer user_data)
{
  int beds = get_hold (unit, user_data).locked;

  return beds >= 0 ? beds : NAN;
}

static double
get_minimum (VbUnit *unit, gpointer user_data)
{
  int beds = get_hold (unit, user_data).minimum;

  return beds >= 0 ? beds : NAN;
}

/* ---- texts ----------------------------------------------------------------------------------- */

#define DEFINE_TEXT(name, format)                                                                  \
  static char *dup_##name (VbUnit *unit, gpointer user_data)                                       \
  {                                                                                                \
    double number = get_##name (unit, user_data);                                                  \
                                                                                                   \
    return format;                                                                                 \
  }

DEFINE_TEXT (beds, vb_number_format (number, 0))
DEFINE_TEXT (present, vb_number_format (number, 1))
DEFINE_TEXT (difference, vb_number_format_signed (number, 1))
/* As they are typed: a comma between thousands would be read as that of decimals. */
DEFINE_TEXT (locked, isnan (number) ? g_strdup ("–") : g_strdup_printf ("%.0f", number))
DEFINE_TEXT (minimum, isnan (number) ? g_strdup ("–") : g_strdup_printf ("%.0f", number))
DEFINE_TEXT (weight, vb_number_format (number, number < 1000 && number != floor (number) ? 1 : 0))
DEFINE_TEXT (share, vb_number_format_percent (number, 1))
DEFINE_TEXT (residual, vb_number_format (number, 0))
DEFINE_TEXT (target, vb_number_format_percent (number, 1))
DEFINE_TEXT (margin, vb_number_format (number, 1))
DEFINE_TEXT (by_bed_days, vb_number_format (number, 0))
DEFINE_TEXT (by_present_beds, vb_number_format (number, 0))
DEFINE_TEXT (by_population_need, vb_number_format (number, 0))

/* ---- the tree -------------------------------------------------------------------------------- */

static gboolean
takes_part (VbUnit *unit, gpointer user_data)
{
  return find_figures (unit, user_data) != NULL;
}

VbUnitTree *
vb_breakdown_columns_new_tree (VbBreakdownCells *cells)
{
  const VbUnitColumn columns[N_COLUMNS] = {
    [COLUMN_UNIT] = { NULL, _ ("Unit"), dup_name },
    [COLUMN_BEDS] = { NULL, C_ ("allotted", "Beds"), dup_beds, get_beds },
    [COLUMN_PRESENT] = { NULL, C_ ("beds", "Present"), dup_present, get_present },
    [COLUMN_DIFFERENCE] = { NULL, _ ("Difference"), dup_difference, get_difference },
    [COLUMN_LOCKED] = { NULL, C_ ("beds", "Locked"), dup_locked, get_locked, NULL, GDK_KEY_l },
    [COLUMN_MINIMUM] = { NULL, C_ ("beds", "Minimum"), dup_minimum, get_minimum, NULL, GDK_KEY_m },
    [COLUMN_WEIGHT] = { NULL, _ ("Weight"), dup_weight, get_weight },
    [COLUMN_SHARE] = { NULL, C_ ("of weights", "Share"), dup_share, get_share },
    [COLUMN_RESIDUAL] = { NULL, C_ ("beds", "Residual"), dup_residual, get_residual },
    [COLUMN_TARGET] = { NULL, _ ("Target"), dup_target, get_target },
    [COLUMN_MARGIN] = { NULL, C_ ("beds", "Margin"), dup_margin, get_margin },
    [COLUMN_BY_KEY +
        VB_BREAKDOWN_KEY_BED_DAYS] = { NULL, _ ("By bed days"), dup_by_bed_days, get_by_bed_days },
    [COLUMN_BY_KEY + VB_BREAKDOWN_KEY_PRESENT_BEDS] = { NULL, _ ("By present beds"),
                                                        dup_by_present_beds, get_by_present_beds },
    [COLUMN_BY_KEY + VB_BREAKDOWN_KEY_POPULATION_NEED] = { NULL, _ ("By the population's need"),
                                                           dup_by_population_need,
                                                           get_by_population_need },
  };
  VbUnitColumn named[N_COLUMNS];

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      named[i] = columns[i];
      named[i].figure = names[i].figure;
    }
  return VB_UNIT_TREE (
      vb_unit_tree_new (_ ("Beds shared out, by unit"), named, N_COLUMNS, takes_part, cells));
}

void
vb_breakdown_columns_update (VbUnitTree *tree, const VbBreakdownCells *cells)
{
  const VbBreakdownScope *scope;

  if (cells->table == NULL)
    return;
  scope = vb_breakdown_table_get_scope (cells->table);
  vb_unit_tree_set_title (tree, COLUMN_WEIGHT, vb_breakdown_key_get_label (scope->key));
  vb_unit_tree_set_column_visible (tree, COLUMN_RESIDUAL,
                                   vb_breakdown_table_get_residual (cells->table) > 0);
  for (guint key = 0; key < VB_N_BREAKDOWN_KEYS; key++)
    vb_unit_tree_set_column_visible (
        tree, COLUMN_BY_KEY + key,
        key != scope->key
            && vb_breakdown_table_get_missing (cells->table, (VbBreakdownKey) key) == NULL);
}

const char *
vb_breakdown_columns_get_explained (const char *figure)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    if (g_strcmp0 (names[i].figure, figure) == 0)
      return names[i].explained;
  return NULL;
}
