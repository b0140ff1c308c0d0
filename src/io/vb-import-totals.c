/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling by the figures which units hold others.
 *
 * A whole: a top unit W whose figure equals the sum of all other top units' figures, for the same
 * measure, period and sub-unit ("Wales" among its hospitals). It takes at least three different
 * figures that agree, sums of at least two, and agreement in 95 of 100 cells, so that two wards
 * that happen to make up a third are not taken for it.
 *
 * A grouping: overlap cannot be told by the figures alone (any child may be the sum of some others:
 * that is the subset sum problem). So the name proposes ("All Acute", "Medical Grouping") and the
 * figures may only acquit: a grouping stays when it is just what the plainly named children lack of
 * the reported total. */
#include "vb-import-tree.h"

#include <math.h>
#include <string.h>

#define MIN_DIFFERENT 3
#define MIN_AGREEING 0.95

/* One measure, period and sub-unit, as a key of bytes. */
typedef struct
{
  guint32 place; /* sub-unit or parent */
  gint32 start;
  guint16 slot;
  guint8 grain;
  guint8 zero;
} CellKey;

typedef struct
{
  double whole;
  double parts;
  guint n_parts;
} Cell;

/* The cell of @key in @cells, made when it is new. */
static Cell *
get_cell (VbStringTable *keys, GArray *cells, const VbStagedFigure *figure, guint32 place)
{
  CellKey key = { place, figure->start, figure->slot, figure->grain, 0 };
  gboolean is_new;
  guint32 id = vb_string_table_intern (keys, (const char *) &key, sizeof key, &is_new);

  if (is_new)
    {
      Cell cell = { NAN, 0, 0 };

      g_array_append_val (cells, cell);
    }
  return &g_array_index (cells, Cell, id);
}

/* Published figures are rounded, most often to one decimal, each on its own. */
static gboolean
is_sum (double whole, double sum, guint n)
{
  double rounding = MIN (0.05 * (n + 1), 0.005 * fabs (whole));

  return fabs (whole - sum) <= rounding + 1e-6;
}

/* The only top unit that can be the sum of all others: the one with the largest figures. */
static guint32
find_candidate (VbImportStage *stage, const guint32 *top_of, guint n_tops, guint n_slots)
{
  g_autofree double *sums = g_new0 (double, (gsize) n_tops *n_slots);
  g_autofree double *shares = g_new0 (double, n_tops);
  guint32 best = 0;
  const VbStagedFigure *block;
  guint n;

  for (guint b = 0; (block = vb_import_stage_get_block (stage, b, &n)) != NULL; b++)
    for (guint i = 0; i < n; i++)
      if (top_of[block[i].path] != VB_STRING_TABLE_NONE)
        sums[(gsize) top_of[block[i].path] * n_slots + block[i].slot] += block[i].value;
  for (guint slot = 0; slot < n_slots; slot++)
    {
      double total = 0;

      for (guint top = 0; top < n_tops; top++)
        total += sums[(gsize) top * n_slots + slot];
      for (guint top = 0; top < n_tops && total > 0; top++)
        shares[top] = MAX (shares[top], sums[(gsize) top * n_slots + slot] / total);
    }
  for (guint32 top = 1; top < n_tops; top++)
    if (shares[top] > shares[best])
      best = top;
  /* A whole beside all its parts has half of everything; some parts may be missing. */
  return shares[best] >= 0.4 && shares[best] <= 0.75 ? best : VB_STRING_TABLE_NONE;
}

guint32
vb_import_totals_find_whole (VbImportStage *stage,
                             const guint32 *top_of,
                             const guint32 *rest_of,
                             guint n_tops,
                             guint n_slots)
{
  guint32 candidate =
      n_tops < 3 ? VB_STRING_TABLE_NONE : find_candidate (stage, top_of, n_tops, n_slots);
  g_autoptr (VbStringTable) keys = NULL;
  g_autoptr (VbStringTable) different = NULL;
  g_autoptr (GArray) cells = NULL;
  const VbStagedFigure *block;
  guint n_compared = 0;
  guint n_agreeing = 0;
  guint n;

  if (candidate == VB_STRING_TABLE_NONE)
    return VB_STRING_TABLE_NONE;
  keys = vb_string_table_new ();
  different = vb_string_table_new ();
  cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  for (guint b = 0; (block = vb_import_stage_get_block (stage, b, &n)) != NULL; b++)
    for (guint i = 0; i < n; i++)
      {
        guint32 top = top_of[block[i].path];
        Cell *cell;

        if (top == VB_STRING_TABLE_NONE)
          continue;
        cell = get_cell (keys, cells, &block[i], rest_of[block[i].path]);
        if (top == candidate)
          cell->whole = block[i].value;
        else
          {
            cell->parts += block[i].value;
            cell->n_parts++;
          }
      }
  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);

      if (isnan (cell->whole) || cell->n_parts == 0 || cell->whole == 0)
        continue;
      n_compared++;
      if (!is_sum (cell->whole, cell->parts, cell->n_parts))
        continue;
      n_agreeing++;
      if (cell->n_parts >= 2)
        vb_string_table_intern (different, (const char *) &cell->whole, sizeof cell->whole, NULL);
    }
  return vb_string_table_get_size (different) >= MIN_DIFFERENT
                 && n_agreeing >= MIN_AGREEING * n_compared
             ? candidate
             : VB_STRING_TABLE_NONE;
}

gboolean *
vb_import_totals_find_true_parts (VbImportStage *stage, const VbPartOf *parts, guint n_names)
{
  g_autoptr (VbStringTable) keys = vb_string_table_new ();
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_autofree guint *n_compared = g_new0 (guint, n_names);
  g_autofree guint *n_agreeing = g_new0 (guint, n_names);
  gboolean *true_parts = g_new0 (gboolean, n_names);
  const VbStagedFigure *block;
  guint n;

  for (guint b = 0; (block = vb_import_stage_get_block (stage, b, &n)) != NULL; b++)
    for (guint i = 0; i < n; i++)
      {
        const VbPartOf *part = &parts[block[i].path];
        Cell *cell;

        if (part->part != VB_PART_TOTAL && part->part != VB_PART_PLAIN)
          continue;
        cell = get_cell (keys, cells, &block[i], part->parent);
        if (part->part == VB_PART_TOTAL)
          cell->whole = block[i].value;
        else
          {
            cell->parts += block[i].value;
            cell->n_parts++;
          }
      }
  for (guint b = 0; (block = vb_import_stage_get_block (stage, b, &n)) != NULL; b++)
    for (guint i = 0; i < n; i++)
      {
        const VbPartOf *part = &parts[block[i].path];
        const Cell *cell;

        if (part->part != VB_PART_GROUPING || block[i].value == 0)
          continue;
        cell = get_cell (keys, cells, &block[i], part->parent);
        if (isnan (cell->whole))
          continue;
        n_compared[part->name]++;
        n_agreeing[part->name] +=
            is_sum (cell->whole, cell->parts + block[i].value, cell->n_parts + 1);
      }
  for (guint i = 0; i < n_names; i++)
    true_parts[i] = n_agreeing[i] > 0 && n_agreeing[i] >= MIN_AGREEING * n_compared[i];
  return true_parts;
}
