/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-population-summary.h"

#include <glib/gi18n-lib.h>

/* More age groups than these are only counted. */
#define MAX_AGES_NAMED 8

void
vb_population_summary_free (VbPopulationSummary *self)
{
  g_array_unref (self->years);
  g_array_unref (self->ages);
  g_free (self);
}

/* ---- what there is --------------------------------------------------------------------------- */

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const gint16 *) a - *(const gint16 *) b;
}

static int
compare_ages (gconstpointer a, gconstpointer b)
{
  const VbAges *x = a;
  const VbAges *y = b;

  return x->from != y->from ? x->from - y->from : x->to - y->to;
}

/* Keeps one of each; a table has few that differ, and each file's figures come by year. */
static void
add_year (GArray *years, gint16 year)
{
  for (guint i = years->len; i > 0; i--)
    if (g_array_index (years, gint16, i - 1) == year)
      return;
  g_array_append_val (years, year);
}

static void
add_ages (VbPopulationSummary *self, GHashTable *seen, VbAges ages)
{
  gint32 key = ages.from * (G_MAXINT16 + 1) + ages.to;

  if (g_hash_table_add (seen, GINT_TO_POINTER (key)))
    g_array_append_val (self->ages, ages);
}

static void
add_place (VbPopulationSummary *self, GHashTable *seen, const VbPopulationFacts *facts)
{
  for (guint i = 0; i < facts->counts->len; i++)
    {
      const VbPopulationCount *count = &g_array_index (facts->counts, VbPopulationCount, i);

      add_year (self->years, count->year);
      add_ages (self, seen, count->ages);
      self->sexes |= (guint8) (1u << count->sex);
    }
  for (guint i = 0; i < facts->uses->len; i++)
    {
      const VbCareUse *use = &g_array_index (facts->uses, VbCareUse, i);

      add_ages (self, seen, use->ages);
      self->sexes |= (guint8) (1u << use->sex);
      self->groups |= (guint8) (1u << use->group);
      self->first_use = self->first_use == 0 ? use->year : MIN (self->first_use, use->year);
      self->last_use = MAX (self->last_use, use->year);
    }
  self->last_outcome = MAX (self->last_outcome, vb_population_facts_get_last_outcome (facts));
}

static guint
count_refused (GPtrArray *problems)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const VbProblem *problem = problems->pdata[i];

      if (problem->row > 0)
        g_hash_table_add (rows, GUINT_TO_POINTER (problem->row));
    }
  return g_hash_table_size (rows);
}

VbPopulationSummary *
vb_population_summary_new (const VbPopulationFile *file)
{
  VbPopulationSummary *self;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (file != NULL, NULL);

  self = g_new0 (VbPopulationSummary, 1);
  self->n_rows = file->n_rows;
  self->n_refused = count_refused (file->problems);
  self->years = g_array_new (FALSE, FALSE, sizeof (gint16));
  self->ages = g_array_new (FALSE, FALSE, sizeof (VbAges));
  for (guint i = 0; i < file->places->len; i++)
    add_place (self, seen, file->places->pdata[i]);
  g_array_sort (self->years, compare_years);
  g_array_sort (self->ages, compare_ages);
  if (!file->kind_known)
    self->last_outcome = 0;
  return self;
}

/* ---- how it is said -------------------------------------------------------------------------- */

static void
append (GString *text, const char *word)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", word);
}

char *
vb_population_summary_dup_ages (const VbPopulationSummary *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->ages->len > MAX_AGES_NAMED)
    {
      g_autofree char *first = vb_ages_format (g_array_index (self->ages, VbAges, 0));
      g_autofree char *last =
          vb_ages_format (g_array_index (self->ages, VbAges, self->ages->len - 1));

      /* Translators: how many age groups, the youngest and the oldest: "101, from 0 to 100+" */
      return g_strdup_printf (_ ("%u, from %s to %s"), self->ages->len, first, last);
    }
  for (guint i = 0; i < self->ages->len; i++)
    {
      g_autofree char *ages = vb_ages_format (g_array_index (self->ages, VbAges, i));

      append (text, ages);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
vb_population_summary_dup_sexes (const VbPopulationSummary *self)
{
  GString *text = g_string_new (NULL);

  for (guint sex = 0; sex < VB_N_SEXES; sex++)
    if (self->sexes & 1u << sex)
      append (text, vb_sex_get_label ((VbSex) sex));
  return g_string_free (text, FALSE);
}

char *
vb_population_summary_dup_uses (const VbPopulationSummary *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->groups == 0)
    return NULL;
  for (guint group = 0; group < VB_N_CARE_GROUPS; group++)
    if (self->groups & 1u << group)
      append (text, vb_care_group_get_label ((VbCareGroup) group));
  if (self->first_use == self->last_use)
    g_string_append_printf (text, ", %d", self->first_use);
  else
    g_string_append_printf (text, ", %d–%d", self->first_use, self->last_use);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
