/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-population-entries.h"

#define MAX_PROBLEMS 1000

/* Entries next to each other that belong together. */
typedef struct
{
  VbPopulationEntry *entries;
  guint n;
} Block;

void
_vb_population_file_add_problem (
    VbPopulationFile *file, VbProblemKind kind, guint row, const char *column, const char *value)
{
  if (file->problems->len < MAX_PROBLEMS)
    g_ptr_array_add (file->problems,
                     vb_problem_new (kind,
                                     row > 0 ? VB_PROBLEM_REFUSES_ROW : VB_PROBLEM_REFUSES_COLUMN,
                                     row, column, value));
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const VbPopulationEntry *x = a;
  const VbPopulationEntry *y = b;

  if (x->place != y->place)
    return x->place < y->place ? -1 : 1;
  if (x->group != y->group)
    return x->group - y->group;
  if (x->year != y->year)
    return x->year - y->year;
  if (x->sex != y->sex)
    return x->sex - y->sex;
  if (x->is_total != y->is_total)
    return x->is_total - y->is_total;
  if (x->ages.from != y->ages.from)
    return x->ages.from - y->ages.from;
  return (x->row > y->row) - (x->row < y->row);
}

static gboolean
is_same_year (const VbPopulationEntry *a, const VbPopulationEntry *b)
{
  return a->place == b->place && a->group == b->group && a->year == b->year;
}

static gboolean
is_same_sex (const VbPopulationEntry *a, const VbPopulationEntry *b)
{
  return is_same_year (a, b) && a->sex == b->sex;
}

/* The entries from @first on that are like it. */
static Block
find_block (GArray *entries,
            guint first,
            gboolean (*is_same) (const VbPopulationEntry *a, const VbPopulationEntry *b))
{
  VbPopulationEntry *all = (VbPopulationEntry *) (gpointer) entries->data;
  guint after = first + 1;

  while (after < entries->len && is_same (&all[first], &all[after]))
    after++;
  return (Block){ &all[first], after - first };
}

static void
add_fact (VbPopulationFile *file, const VbPopulationEntry *entry)
{
  VbPopulationFacts *facts = file->places->pdata[entry->place];
  VbPopulationCount count = { entry->year, entry->sex, entry->kind, entry->ages, entry->figure };
  VbCareUse use = { entry->year, entry->sex, entry->group, entry->ages, entry->figure };

  if (entry->group == VB_CARE_GROUP_NONE)
    g_array_append_val (facts->counts, count);
  else
    g_array_append_val (facts->uses, use);
}

static void
tell_ages (VbPopulationFile *file,
           VbProblemKind kind,
           const VbPopulationEntry *entry,
           const char *header)
{
  g_autofree char *ages = vb_ages_format (entry->ages);

  _vb_population_file_add_problem (file, kind, entry->row, header, ages);
}

/* One sex of a year: all ages from 0 on, each once. The totals come last. */
static void
settle_sex (VbPopulationFile *file, Block block, const char *header)
{
  guint n = block.n;
  gint next = 0; /* the first age that has not been told yet */

  /* One total on its own is all there is. */
  while (n > 1 && block.entries[n - 1].is_total)
    n--;
  for (guint i = 0; i < n; i++)
    {
      const VbPopulationEntry *entry = &block.entries[i];

      if (entry->ages.from < next)
        tell_ages (file, VB_PROBLEM_OVERLAPPING_AGES, entry, header);
      else if (entry->ages.from > next)
        tell_ages (file, VB_PROBLEM_MISSING_AGES, entry, header);
      next = MAX (next, entry->ages.to + 1);
      add_fact (file, entry);
    }
  if (next <= VB_AGE_MAX)
    tell_ages (file, VB_PROBLEM_MISSING_AGES, &block.entries[n - 1], header);
}

/* A year: women and men, else all of them together. */
static void
settle_year (
    VbPopulationFile *file, GArray *entries, guint first, const char *ages, const char *sexes)
{
  Block year = find_block (entries, first, is_same_year);
  guint8 there = 0;

  for (guint i = 0; i < year.n; i++)
    there |= (guint8) (1u << year.entries[i].sex);
  if (!(there & 1u << VB_SEX_ALL) && there != (1u << VB_SEX_WOMEN | 1u << VB_SEX_MEN))
    _vb_population_file_add_problem (file, VB_PROBLEM_ONE_SEX, year.entries[0].row, sexes,
                                     vb_sex_get_label ((VbSex) year.entries[0].sex));

  for (guint i = first; i < first + year.n;)
    {
      Block block = find_block (entries, i, is_same_sex);
      gboolean is_all = block.entries[0].sex == VB_SEX_ALL;
      gboolean both = (there & 1u << VB_SEX_WOMEN) && (there & 1u << VB_SEX_MEN);

      if (is_all ? !both : both)
        settle_sex (file, block, ages);
      i += block.n;
    }
}

static int
compare_problems (gconstpointer a, gconstpointer b)
{
  const VbProblem *const *x = a;
  const VbProblem *const *y = b;

  return ((*x)->row > (*y)->row) - ((*x)->row < (*y)->row);
}

void
_vb_population_entries_settle (GArray *entries,
                               VbPopulationFile *file,
                               const char *age_header,
                               const char *sex_header)
{
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len;)
    {
      settle_year (file, entries, i, age_header, sex_header);
      i += find_block (entries, i, is_same_year).n;
    }
  for (guint i = 0; i < file->places->len; i++)
    vb_population_facts_sort (file->places->pdata[i]);
  g_ptr_array_sort (file->problems, compare_problems);
}
