/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-attention-finder.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "private/vb-attention-reminders.h"
#include "vb-number.h"
#include "vb-stretch.h"

/* Own proposals: what is less than these is every ward's ordinary week. */
#define SHORTAGE_BEDS 2.0
#define SURPLUS_BEDS 2.0
#define SHORTAGE_DAYS 14
#define SURPLUS_DAYS 56 /* beds are not moved for less */
#define SILENCE_DAYS 14 /* how late a report may be before it is missed */
#define YEAR_DAYS 365

typedef struct
{
  VbFacts *facts;
  VbNeedTable *const *tables;
  guint *grains;
  GHashTable *names; /* of all units → how many have it; not owned */
  GPtrArray *found;
} Finder;

static void
count_names (GHashTable *names, GListModel *units)
{
  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (VbUnit) unit = g_list_model_get_item (units, i);
      gpointer name = (gpointer) vb_unit_get_name (unit);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (names, name));

      g_hash_table_insert (names, name, GUINT_TO_POINTER (n + 1));
      count_names (names, vb_unit_get_children (unit));
    }
}

/* "Medicine" of which hospital? Where several units have the name, with that of the parent. */
static char *
dup_unit_name (Finder *finder, VbUnit *unit)
{
  const char *name = vb_unit_get_name (unit);
  VbUnit *parent = vb_unit_get_parent (unit);

  if (parent == NULL || GPOINTER_TO_UINT (g_hash_table_lookup (finder->names, name)) < 2)
    return g_strdup (name);
  return g_strdup_printf ("%s · %s", name, vb_unit_get_name (parent));
}

/* "v. 28–32", "jul 2026", "v. 48 2025 – v. 3 2026". */
static char *
format_stretch (VbPeriod first, guint n)
{
  VbPeriod last = vb_period_shift (first, (int) n - 1);
  g_autofree char *from = vb_period_format (first, FALSE);
  g_autofree char *to = NULL;

  if (n == 1)
    return g_steal_pointer (&from);

  if (first.grain == VB_GRAIN_WEEK)
    {
      int first_year, first_week, last_year, last_week;

      vb_day_get_iso_week (first.start, &first_year, &first_week);
      vb_day_get_iso_week (last.start, &last_year, &last_week);
      if (first_year == last_year)
        /* Translators: weeks of a year, as in "weeks 28–32 2026". */
        return g_strdup_printf (_ ("weeks %d–%d %d"), first_week, last_week, first_year);
    }
  to = vb_period_format (last, FALSE);
  /* Translators: from the first to the last of two periods, as in "Mar 2026 – Jul 2026". */
  return g_strdup_printf (_ ("%s – %s"), from, to);
}

static void
add_stretch (Finder *finder,
             VbUnit *unit,
             VbAttentionKind kind,
             VbPeriod window_start,
             guint n_window,
             const VbStretch *stretch)
{
  VbPeriod first = vb_period_shift (window_start, (int) stretch->first);
  VbPeriod after = vb_period_shift (first, (int) stretch->n);
  g_autofree char *when = format_stretch (first, stretch->n);
  g_autofree char *beds = vb_number_format (stretch->mean, 1);
  g_autofree char *name = dup_unit_name (finder, unit);
  g_autofree char *text = NULL;

  if (kind == VB_ATTENTION_SHORTAGE)
    /* Translators: a ward, a number of beds and a time: "Medicine 2 lacks 4.2 beds, weeks 28–32
     * 2026". */
    text = g_strdup_printf (_ ("%s lacks %s beds, %s"), name, beds, when);
  else
    /* Translators: a ward, a number of beds and a time. */
    text = g_strdup_printf (_ ("%s has %s beds to spare, %s"), name, beds, when);

  g_ptr_array_add (finder->found,
                   vb_attention_new (kind, text, unit, "need", stretch->sum / n_window, first.start,
                                     after.start));
}

/* The year's gaps of a ward, period by period, from the one that starts at *@first. Who reports by
 * the year does so long after: the last year that is known is the one to speak of. */
static GArray *
read_gaps (Finder *finder, VbUnit *unit, const VbDataEnd *end, VbGrain grain, VbPeriod *first)
{
  VbNeedTable *table = finder->tables[grain];
  VbCareGroup group = vb_need_table_get_main_group (table, vb_unit_get_id (unit));
  VbPeriod last =
      vb_period_containing (grain, grain == VB_GRAIN_YEAR ? end->end - 1 : finder->facts->now - 1);
  guint n = MAX (1u, (guint) (YEAR_DAYS / vb_period_get_n_days (last)));
  GArray *gaps = g_array_sized_new (FALSE, FALSE, sizeof (double), n);

  *first = vb_period_shift (last, 1 - (int) n);
  for (guint i = 0; i < n; i++)
    {
      int index = vb_need_table_find_period (table, vb_period_shift (*first, (int) i).start);
      const VbNeedFigures *figures =
          index < 0 ? NULL : vb_need_table_get (table, vb_unit_get_id (unit), group, (guint) index);
      double gap = figures == NULL ? NAN : figures->gap_beds;

      g_array_append_val (gaps, gap);
    }

  return gaps;
}

static void
find_stretches (Finder *finder, VbUnit *unit, const VbDataEnd *end, VbGrain grain)
{
  VbPeriod first;
  g_autoptr (GArray) gaps = read_gaps (finder, unit, end, grain, &first);
  g_autofree double *shortages = g_new (double, gaps->len);
  const double *surpluses = (const double *) (gpointer) gaps->data;
  guint days = (guint) vb_period_get_n_days (first);
  VbStretch stretch;

  for (guint i = 0; i < gaps->len; i++)
    shortages[i] = -surpluses[i];

  if (vb_stretch_find (shortages, gaps->len, SHORTAGE_BEDS, MAX (1u, SHORTAGE_DAYS / days),
                       &stretch))
    add_stretch (finder, unit, VB_ATTENTION_SHORTAGE, first, gaps->len, &stretch);
  if (vb_stretch_find (surpluses, gaps->len, SURPLUS_BEDS, MAX (1u, SURPLUS_DAYS / days), &stretch))
    add_stretch (finder, unit, VB_ATTENTION_SURPLUS, first, gaps->len, &stretch);
}

/* The last need that is known of a unit whose data end with @end. */
static double
find_last_need (Finder *finder, VbUnit *unit, const VbDataEnd *end, VbGrain grain)
{
  VbNeedTable *table = finder->tables[grain];
  VbCareGroup group = vb_need_table_get_main_group (table, vb_unit_get_id (unit));
  int index = vb_need_table_find_period (table, vb_grain_floor (grain, end->end - 1));
  const VbNeedFigures *figures =
      index < 0 ? NULL : vb_need_table_get (table, vb_unit_get_id (unit), group, (guint) index);

  return figures == NULL ? NAN : figures->need_beds;
}

/* A unit is silent when the report that should have followed its last one is @SILENCE_DAYS late. */
static gboolean
is_silent (Finder *finder, const VbDataEnd *end)
{
  VbPeriod next = { end->grain, end->end };

  return finder->facts->now - vb_period_get_end (next) >= SILENCE_DAYS;
}

static void
add_silence (Finder *finder, VbUnit *unit, const VbDataEnd *end, VbGrain grain)
{
  VbDay now = finder->facts->now;
  double share = MIN (1.0, (double) (now - end->end) / YEAR_DAYS);
  g_autofree char *since = vb_day_format (end->end - 1);
  g_autofree char *name = dup_unit_name (finder, unit);
  /* Translators: a unit and a date. */
  g_autofree char *text = g_strdup_printf (_ ("No data for %s since %s"), name, since);

  g_ptr_array_add (finder->found,
                   vb_attention_new (VB_ATTENTION_NO_DATA, text, unit, "import",
                                     share * find_last_need (finder, unit, end, grain), end->end,
                                     now));
}

static gboolean
knows_gap (Finder *finder, VbUnit *unit, const VbDataEnd *end, VbGrain grain)
{
  VbNeedTable *table = finder->tables[grain];
  VbCareGroup group = vb_need_table_get_main_group (table, vb_unit_get_id (unit));
  int index = vb_need_table_find_period (table, vb_grain_floor (grain, end->end - 1));
  const VbNeedFigures *figures =
      index < 0 ? NULL : vb_need_table_get (table, vb_unit_get_id (unit), group, (guint) index);

  return figures != NULL && !isnan (figures->gap_beds);
}

static gboolean
knows_gap_below (Finder *finder, VbUnit *unit, const VbDataEnd *end, VbGrain grain)
{
  GListModel *children = vb_unit_get_children (unit);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);

      if (knows_gap (finder, child, end, grain) || knows_gap_below (finder, child, end, grain))
        return TRUE;
    }
  return FALSE;
}

static void
visit (Finder *finder, VbUnit *unit)
{
  GListModel *children = vb_unit_get_children (unit);
  guint n_children = g_list_model_get_n_items (children);
  const VbDataEnd *end;
  guint index;
  VbGrain grain;

  for (guint i = 0; i < n_children; i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);

      visit (finder, child);
    }

  /* The document may have a unit more than the facts the tables were made of. */
  if (!_vb_facts_find_unit (finder->facts, vb_unit_get_id (unit), &index))
    return;
  end = &finder->facts->ends[index];
  if (end->end == VB_DAY_NONE)
    return;

  grain = MAX (end->grain, VB_GRAIN_WEEK);
  *finder->grains |= 1u << grain;
  if (finder->tables[grain] == NULL)
    return;
  /* A whole is spoken of when its parts have nothing to say: a nation known by its total alone. */
  if (n_children > 0
      && (!knows_gap (finder, unit, end, grain) || knows_gap_below (finder, unit, end, grain)))
    return;

  find_stretches (finder, unit, end, grain);
  if (is_silent (finder, end))
    add_silence (finder, unit, end, grain);
}

/* Greatest effect first; what nobody can tell the effect of comes last, in the order of the tree.
 */
static int
compare_effects (gconstpointer a, gconstpointer b)
{
  double x = vb_attention_get_effect (*(VbAttention *const *) a);
  double y = vb_attention_get_effect (*(VbAttention *const *) b);

  if (isnan (x) || isnan (y))
    return isnan (x) - isnan (y);

  return x > y ? -1 : x < y;
}

GPtrArray *
_vb_attention_find (
    VbDocument *document, VbFacts *facts, VbNeedTable *const *tables, VbUnit *unit, guint *grains)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  Finder finder = { facts, tables, grains, names, NULL };

  count_names (names, vb_document_get_roots (document));
  finder.found = g_ptr_array_new_with_free_func (g_object_unref);
  *grains = 0;
  if (unit != NULL)
    visit (&finder, unit);
  else
    {
      GListModel *roots = vb_document_get_roots (document);

      for (guint i = 0; i < g_list_model_get_n_items (roots); i++)
        {
          g_autoptr (VbUnit) root = g_list_model_get_item (roots, i);

          visit (&finder, root);
        }
    }
  _vb_attention_add_reminders (finder.found, document, unit, vb_day_get_today ());
  g_ptr_array_sort (finder.found, compare_effects);

  return finder.found;
}
