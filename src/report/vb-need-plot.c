/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-need-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-balance.h"
#include "vb-cell-map.h"
#include "vb-number.h"
#include "vb-plot.h"
#include "vb-ranking.h"
#include "vb-year-plots.h"

/* A period with less of its data than this is not to be read as the others. */
#define FULL_ENOUGH 0.75

static void
cut_range (VbNeedTable *table, guint *first, guint *n_periods)
{
  guint n = vb_need_table_get_n_periods (table);

  *first = MIN (*first, n);
  *n_periods = MIN (*n_periods, n - *first);
}

/* "Region Exempel, somatic, mean per month". */
static char *
dup_subtitle (VbNeedTable *table, VbUnit *unit, VbCareGroup group)
{
  static const char *const means[VB_N_GRAINS] = {
    [VB_GRAIN_DAY] = N_ ("per day"),          [VB_GRAIN_WEEK] = N_ ("mean per week"),
    [VB_GRAIN_MONTH] = N_ ("mean per month"), [VB_GRAIN_QUARTER] = N_ ("mean per quarter"),
    [VB_GRAIN_YEAR] = N_ ("mean per year"),
  };
  g_autofree char *whose = vb_year_plots_dup_whose (unit, group);

  return g_strdup_printf ("%s, %s", whose, _ (means[vb_need_table_get_grain (table)]));
}

/* Says at a period how little of its data there is; of several in a row at the first one. */
static void
mark_partial (
    VbPlot *plot, VbNeedTable *table, VbUnit *unit, VbCareGroup group, guint first, guint n_periods)
{
  gboolean marked = FALSE;

  for (guint i = 0; i < n_periods; i++)
    {
      const VbNeedFigures *figures =
          vb_need_table_get (table, vb_unit_get_id (unit), group, first + i);
      gboolean partial =
          figures != NULL && !isnan (figures->need_beds) && figures->coverage < FULL_ENOUGH;

      if (partial && !marked)
        {
          g_autofree char *share = vb_number_format_percent (figures->coverage, 0);
          /* Translators: stands at a period of a chart; %s is a share, "only 17% of the days" */
          g_autofree char *word = g_strdup_printf (_ ("only %s of the days"), share);

          vb_plot_add_break (plot, i, word);
        }
      marked = partial;
    }
}

/* Start of period @index, also where a table has none. */
static VbDay
get_start (VbNeedTable *table, guint index)
{
  if (index < vb_need_table_get_n_periods (table))
    return vb_need_table_get_period (table, index).start;
  return VB_DAY_NONE;
}

VbDrawing *
vb_need_plot_new (VbNeedTable *table, VbUnit *unit, VbCareGroup group, guint first, guint n_periods)
{
  g_autofree char *subtitle = dup_subtitle (table, unit, group);
  static const char *const columns[] = { "period", "need_beds", "available_beds", "gap_beds",
                                         NULL };
  VbPlot *plot = vb_plot_new (_ ("Need and available beds"), subtitle);
  g_autofree double *need = NULL;
  g_autofree double *available = NULL;
  guint need_line, available_line;

  cut_range (table, &first, &n_periods);
  need = g_new (double, n_periods);
  available = g_new (double, n_periods);
  for (guint i = 0; i < n_periods; i++)
    {
      const VbNeedFigures *figures =
          vb_need_table_get (table, vb_unit_get_id (unit), group, first + i);

      need[i] = figures != NULL ? figures->need_beds : NAN;
      available[i] = figures != NULL ? figures->available_beds : NAN;
    }

  vb_plot_set_x_periods (plot, vb_need_table_get_grain (table), get_start (table, first),
                         n_periods);
  vb_plot_set_y (plot, _ ("beds"), VB_FORM_KEY);
  need_line = vb_plot_add_line (plot, VB_ROLE_NEED, _ ("Need"), need);
  available_line = vb_plot_add_line (plot, VB_ROLE_AVAILABLE, _ ("Available"), available);
  /* Translators: the name at the end of a line in a chart; short, as "Disp." in Swedish */
  vb_plot_set_line_end_label (plot, available_line, C_ ("at a line's end", "Available"));
  vb_plot_set_gap (plot, need_line, available_line);
  vb_drawing_set_figures (VB_DRAWING (plot), columns);
  mark_partial (plot, table, unit, group, first, n_periods);
  return VB_DRAWING (plot);
}

static void
add_map_row (VbCellMap *map,
             VbNeedTable *table,
             VbUnit *unit,
             VbCareGroup group,
             gboolean named,
             guint first,
             guint n_periods)
{
  g_autofree double *gaps = g_new (double, n_periods);
  g_autofree char *name = NULL;

  for (guint i = 0; i < n_periods; i++)
    {
      const VbNeedFigures *figures =
          vb_need_table_get (table, vb_unit_get_id (unit), group, first + i);

      gaps[i] = figures != NULL ? figures->gap_beds : NAN;
    }
  if (named)
    name = g_strdup_printf ("%s, %s", vb_unit_get_name (unit), vb_care_group_get_phrase (group));
  vb_cell_map_add_row (map, vb_unit_get_id (unit), name != NULL ? name : vb_unit_get_name (unit),
                       gaps);
}

/* One row, or one a care group where the groups have no total: they are never added. */
static void
add_map_rows (VbCellMap *map, VbNeedTable *table, VbUnit *unit, guint first, guint n_periods)
{
  guint groups = vb_need_table_get_groups (table, vb_unit_get_id (unit));
  gboolean several = (groups & (groups - 1)) != 0;

  if (groups == 0 || (groups & 1u << VB_CARE_GROUP_NONE) != 0 || !several)
    {
      add_map_row (map, table, unit, vb_need_table_get_main_group (table, vb_unit_get_id (unit)),
                   FALSE, first, n_periods);
      return;
    }
  for (VbCareGroup group = VB_CARE_GROUP_NONE + 1; group < VB_N_CARE_GROUPS; group++)
    if ((groups & 1u << group) != 0)
      add_map_row (map, table, unit, group, TRUE, first, n_periods);
}

static gboolean
has_gap (VbNeedTable *table, VbUnit *unit, guint first, guint n_periods)
{
  gint64 id = vb_unit_get_id (unit);
  guint groups = vb_need_table_get_groups (table, id);

  for (guint group = 0; group < VB_N_CARE_GROUPS; group++)
    for (guint i = first; (groups & 1u << group) != 0 && i < first + n_periods; i++)
      {
        const VbNeedFigures *figures = vb_need_table_get (table, id, (VbCareGroup) group, i);

        if (figures != NULL && !isnan (figures->gap_beds))
          return TRUE;
      }

  return FALSE;
}

static gboolean
has_gap_below (VbNeedTable *table, VbUnit *unit, guint first, guint n_periods)
{
  GListModel *children = vb_unit_get_children (unit);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);

      if (has_gap (table, child, first, n_periods))
        return TRUE;
    }

  return FALSE;
}

gboolean
vb_need_map_has_figures (VbNeedTable *table, VbUnit *unit, guint first, guint n_periods)
{
  cut_range (table, &first, &n_periods);

  return has_gap_below (table, unit, first, n_periods) || has_gap (table, unit, first, n_periods);
}

VbDrawing *
vb_need_map_new (VbNeedTable *table, VbUnit *unit, guint first, guint n_periods)
{
  GListModel *children = vb_unit_get_children (unit);
  static const char *const columns[] = { "unit", "gap_beds", NULL };
  /* Translators: %s is a unit */
  g_autofree char *subtitle =
      g_strdup_printf (_ ("%s, gap in beds, − shortage, + surplus"), vb_unit_get_name (unit));
  VbCellMap *map;

  cut_range (table, &first, &n_periods);
  map = vb_cell_map_new (VB_CELL_MAP_GAP, _ ("Where and when are beds missing?"), subtitle,
                         vb_need_table_get_grain (table), get_start (table, first), n_periods);
  vb_drawing_set_figures (VB_DRAWING (map), columns);
  if (!has_gap_below (table, unit, first, n_periods))
    {
      add_map_rows (map, table, unit, first, n_periods);
      return VB_DRAWING (map);
    }
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);

      add_map_rows (map, table, child, first, n_periods);
    }
  return VB_DRAWING (map);
}

typedef struct
{
  VbUnit *unit;
  double share;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  double sa = ((const Place *) a)->share;
  double sb = ((const Place *) b)->share;

  /* What is not known comes last. */
  if (isnan (sa) || isnan (sb))
    return isnan (sa) - isnan (sb);
  return sa < sb ? -1 : sa > sb;
}

static void
clear_place (gpointer data)
{
  g_object_unref (((Place *) data)->unit);
}

VbDrawing *
vb_need_ranking_new (VbNeedTable *table, VbUnit *unit, VbCareGroup group, guint period)
{
  VbUnit *parent = vb_unit_get_parent (unit);
  VbUnit *whole = parent != NULL ? parent : unit;
  GListModel *units = vb_unit_get_children (whole);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  static const char *const columns[] = { "unit", "gap_share", NULL };
  g_autofree char *when = NULL;
  g_autofree char *whose = NULL;
  g_autofree char *subtitle = NULL;
  VbRanking *ranking;

  g_array_set_clear_func (places, clear_place);
  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      Place place = { g_list_model_get_item (units, i), NAN };
      gint64 id = vb_unit_get_id (place.unit);
      const VbNeedFigures *figures = vb_need_table_get (table, id, group, period);

      /* A sister whose beds all are of another kind, or that has no kinds, has only its own row. */
      if (figures == NULL && group == VB_CARE_GROUP_NONE)
        figures = vb_need_table_get (table, id, vb_need_table_get_main_group (table, id), period);
      if (figures != NULL)
        place.share = figures->gap_share;
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);

  if (period < vb_need_table_get_n_periods (table))
    when = vb_period_format (vb_need_table_get_period (table, period), FALSE);
  whose = vb_year_plots_dup_whose (whole, group);
  /* Translators: whose and when: "Region Exempel, somatic care, gap as a share of need, 2026" */
  subtitle =
      g_strdup_printf (_ ("%s, gap as a share of need, %s"), whose, when != NULL ? when : "–");
  ranking = vb_ranking_new (_ ("Where is the shortage largest?"), subtitle, VB_RANKING_LOLLIPOP,
                            VB_ROLE_SHORTAGE, TRUE);
  vb_ranking_set_columns (ranking, _ ("Unit"), _ ("Gap %"), VB_FORM_PERCENT_1);
  vb_drawing_set_figures (VB_DRAWING (ranking), columns);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      vb_ranking_add (ranking, vb_unit_get_id (place->unit), vb_unit_get_name (place->unit),
                      place->share, NAN, NAN, place->unit == unit);
    }
  return VB_DRAWING (ranking);
}

VbDrawing *
vb_need_balance_new (VbNeedTable *table, VbUnit *unit, VbCareGroup group, VbPeriod period)
{
  int index = vb_need_table_find_period (table, period.start);
  const VbNeedFigures *figures =
      index < 0 ? NULL : vb_need_table_get (table, vb_unit_get_id (unit), group, (guint) index);
  static const char *const columns[] = { "beds", "need_beds", "available_beds", "gap_beds", NULL };
  VbDrawing *balance;
  g_autofree char *when = vb_period_format (period, FALSE);
  g_autofree char *whose = vb_year_plots_dup_whose (unit, group);
  g_autofree char *subtitle = g_strdup_printf ("%s, %s", whose, when);

  balance = VB_DRAWING (vb_balance_new (_ ("Do need and capacity balance?"), subtitle,
                                        figures != NULL ? figures->need_beds : NAN,
                                        figures != NULL ? figures->available_beds : NAN));
  vb_drawing_set_figures (balance, columns);
  return balance;
}
