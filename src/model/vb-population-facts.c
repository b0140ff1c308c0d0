/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-population-facts.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "vb-error.h"

#define MIN_YEAR 1900
#define MAX_YEAR 2300
#define MAX_FIGURE 1e15

char *
vb_ages_format (VbAges ages)
{
  if (ages.to == VB_AGE_NO_END)
    return ages.from == 0 ? g_strdup (_ ("All Ages")) : g_strdup_printf ("%d+", ages.from);
  if (ages.from == ages.to)
    return g_strdup_printf ("%d", ages.from);
  return g_strdup_printf ("%d–%d", ages.from, ages.to);
}

gboolean
vb_ages_is_valid (VbAges ages)
{
  return ages.from >= 0 && ages.from <= VB_AGE_MAX && ages.to >= ages.from
         && (ages.to <= VB_AGE_MAX || ages.to == VB_AGE_NO_END);
}

VbPopulationFacts *
vb_population_facts_new (const char *name, const char *source)
{
  VbPopulationFacts *self = g_new0 (VbPopulationFacts, 1);

  self->name = g_strdup (name);
  self->source = g_strdup (source);
  self->provenance = VB_PROVENANCE_REPORTED;
  self->counts = g_array_new (FALSE, FALSE, sizeof (VbPopulationCount));
  self->uses = g_array_new (FALSE, FALSE, sizeof (VbCareUse));
  return self;
}

void
vb_population_facts_free (VbPopulationFacts *self)
{
  g_free (self->name);
  g_free (self->source);
  g_clear_pointer (&self->counts, g_array_unref);
  g_clear_pointer (&self->uses, g_array_unref);
  g_free (self);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const VbPopulationCount *x = a;
  const VbPopulationCount *y = b;

  if (x->year != y->year)
    return x->year - y->year;
  if (x->sex != y->sex)
    return x->sex - y->sex;
  return x->ages.from - y->ages.from;
}

static int
compare_uses (gconstpointer a, gconstpointer b)
{
  const VbCareUse *x = a;
  const VbCareUse *y = b;

  if (x->year != y->year)
    return x->year - y->year;
  if (x->group != y->group)
    return x->group - y->group;
  if (x->sex != y->sex)
    return x->sex - y->sex;
  return x->ages.from - y->ages.from;
}

void
vb_population_facts_sort (VbPopulationFacts *self)
{
  g_array_sort (self->counts, compare_counts);
  g_array_sort (self->uses, compare_uses);
}

void
vb_population_facts_get_years (const VbPopulationFacts *self, gint16 *first, gint16 *last)
{
  *first = 0;
  *last = 0;
  for (guint i = 0; i < self->counts->len; i++)
    {
      gint16 year = g_array_index (self->counts, VbPopulationCount, i).year;

      *first = i == 0 ? year : MIN (*first, year);
      *last = MAX (*last, year);
    }
}

gint16
vb_population_facts_get_last_outcome (const VbPopulationFacts *self)
{
  gint16 last = 0;

  for (guint i = 0; i < self->counts->len; i++)
    {
      const VbPopulationCount *count = &g_array_index (self->counts, VbPopulationCount, i);

      if (count->kind == VB_POPULATION_OUTCOME)
        last = MAX (last, count->year);
    }
  return last;
}

static gboolean
check_figure (gint16 year, guint sex, VbAges ages, double figure, GError **error)
{
  if (year >= MIN_YEAR && year <= MAX_YEAR && sex < VB_N_SEXES && vb_ages_is_valid (ages)
      && figure >= 0 && figure <= MAX_FIGURE)
    return TRUE;
  g_set_error (error, VB_ERROR, VB_ERROR_INVALID,
               _ ("The figures of %d are not numbers of at least 0 for ages that can be."), year);
  return FALSE;
}

/* Two groups next to each other in the order, of the same year, sex and care group. */
static gboolean
check_apart (gint16 year, VbAges ages, VbAges next, GError **error)
{
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (next.from > ages.to)
    return TRUE;
  one = vb_ages_format (ages);
  other = vb_ages_format (next);
  /* Translators: two age groups and a year, "0–17", "15–24", 2025 */
  g_set_error (error, VB_ERROR, VB_ERROR_INVALID, _ ("The ages %s and %s of %d overlap."), one,
               other, year);
  return FALSE;
}

static gboolean
check_counts (const VbPopulationFacts *self, GError **error)
{
  for (guint i = 0; i < self->counts->len; i++)
    {
      const VbPopulationCount *count = &g_array_index (self->counts, VbPopulationCount, i);
      const VbPopulationCount *before = count - 1;

      if (!check_figure (count->year, count->sex, count->ages, count->inhabitants, error))
        return FALSE;
      if (i > 0 && before->year == count->year && before->sex == count->sex
          && !check_apart (count->year, before->ages, count->ages, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_uses (const VbPopulationFacts *self, GError **error)
{
  for (guint i = 0; i < self->uses->len; i++)
    {
      const VbCareUse *use = &g_array_index (self->uses, VbCareUse, i);
      const VbCareUse *before = use - 1;

      if (!check_figure (use->year, use->sex, use->ages, use->bed_days, error))
        return FALSE;
      if (i > 0 && before->year == use->year && before->group == use->group
          && before->sex == use->sex && !check_apart (use->year, before->ages, use->ages, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
vb_population_facts_check (VbPopulationFacts *self, GError **error)
{
  vb_population_facts_sort (self);
  return check_counts (self, error) && check_uses (self, error);
}
