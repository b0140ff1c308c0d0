/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-population-outlook.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "vb-rounding.h"

struct _VbPopulationOutlook
{
  GObject parent_instance;

  VbUnit *unit;
  VbPopulationBasis basis;
  char *source;
  GListModel *rows; /* of VbPopulationRow, at least one */
  VbPopulationGroup *groups;
  guint n_groups;
};

G_DEFINE_FINAL_TYPE (VbPopulationOutlook, vb_population_outlook, G_TYPE_OBJECT)

static void
vb_population_outlook_finalize (GObject *object)
{
  VbPopulationOutlook *self = VB_POPULATION_OUTLOOK (object);

  g_clear_object (&self->unit);
  g_clear_object (&self->rows);
  g_free (self->source);
  g_free (self->groups);

  G_OBJECT_CLASS (vb_population_outlook_parent_class)->finalize (object);
}

static void
vb_population_outlook_class_init (VbPopulationOutlookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_population_outlook_finalize;
}

static void
vb_population_outlook_init (VbPopulationOutlook *self)
{
}

VbPopulationOutlook *
vb_population_outlook_new (VbUnit *unit,
                           const VbPopulationBasis *basis,
                           const char *source,
                           GListModel *rows,
                           const VbPopulationGroup *groups,
                           guint n_groups)
{
  VbPopulationOutlook *self;

  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);
  g_return_val_if_fail (g_list_model_get_n_items (rows) > 0, NULL);

  self = g_object_new (VB_TYPE_POPULATION_OUTLOOK, NULL);
  self->unit = g_object_ref (unit);
  self->basis = *basis;
  self->source = g_strdup (source);
  self->rows = g_object_ref (rows);
  self->groups = g_memdup2 (groups, n_groups * sizeof *groups);
  self->n_groups = n_groups;
  return self;
}

VbUnit *
vb_population_outlook_get_unit (VbPopulationOutlook *self)
{
  g_return_val_if_fail (VB_IS_POPULATION_OUTLOOK (self), NULL);

  return self->unit;
}

const VbPopulationBasis *
vb_population_outlook_get_basis (VbPopulationOutlook *self)
{
  g_return_val_if_fail (VB_IS_POPULATION_OUTLOOK (self), NULL);

  return &self->basis;
}

const char *
vb_population_outlook_get_source (VbPopulationOutlook *self)
{
  g_return_val_if_fail (VB_IS_POPULATION_OUTLOOK (self), NULL);

  return self->source;
}

gboolean
vb_population_outlook_is_illustrative (VbPopulationOutlook *self)
{
  g_return_val_if_fail (VB_IS_POPULATION_OUTLOOK (self), FALSE);

  return self->basis.provenance == VB_PROVENANCE_ILLUSTRATIVE
         || self->basis.use_provenance == VB_PROVENANCE_ILLUSTRATIVE;
}

char *
vb_population_outlook_dup_marked (VbPopulationOutlook *self, const char *text)
{
  /* Translators: %s is what the figures are about */
  return vb_population_outlook_is_illustrative (self)
             ? g_strdup_printf (_ ("%s, illustrative figures"), text)
             : g_strdup (text);
}

GListModel *
vb_population_outlook_get_rows (VbPopulationOutlook *self)
{
  g_return_val_if_fail (VB_IS_POPULATION_OUTLOOK (self), NULL);

  return self->rows;
}

const VbPopulationGroup *
vb_population_outlook_get_groups (VbPopulationOutlook *self, guint *n)
{
  g_return_val_if_fail (VB_IS_POPULATION_OUTLOOK (self), NULL);

  *n = self->n_groups;
  return self->groups;
}

static const VbPopulationFigures *
get_figures (VbPopulationOutlook *self, guint index)
{
  g_autoptr (VbPopulationRow) row = g_list_model_get_item (self->rows, index);

  return vb_population_row_get_figures (row); /* the list keeps it alive */
}

const VbPopulationFigures *
vb_population_outlook_find_year (VbPopulationOutlook *self, gint16 year)
{
  g_return_val_if_fail (VB_IS_POPULATION_OUTLOOK (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (self->rows); i++)
    if (get_figures (self, i)->year == year)
      return get_figures (self, i);
  return NULL;
}

const VbPopulationFigures *
vb_population_outlook_get_first (VbPopulationOutlook *self)
{
  g_return_val_if_fail (VB_IS_POPULATION_OUTLOOK (self), NULL);

  return get_figures (self, 0);
}

const VbPopulationFigures *
vb_population_outlook_get_last (VbPopulationOutlook *self)
{
  g_return_val_if_fail (VB_IS_POPULATION_OUTLOOK (self), NULL);

  return get_figures (self, g_list_model_get_n_items (self->rows) - 1);
}

/* ---- the ages as a table says them ----------------------------------------------------------- */

/* The number of an array of groups at @offset. */
#define AT(group, offset) G_STRUCT_MEMBER (double, (group), (offset))

/* What is written of @value with @decimals, in units of the last decimal. */
static gint64
count_units (double value, int decimals)
{
  char format[8];
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_snprintf (format, sizeof format, "%%.%df", decimals);
  g_ascii_formatd (digits, sizeof digits, format, value);
  return llround (g_ascii_strtod (digits, NULL) * pow (10, decimals));
}

/* Rounds the numbers at @from of the groups so that they add up to @total as it is written, and
 * puts them at @to of the rows. Where none has a share of the total each is written as it is. */
static void
round_groups (
    VbPopulationOutlook *self, gsize from, double total, int decimals, VbAgeFigures *rows, gsize to)
{
  g_autofree double *weights = g_new (double, self->n_groups + 1);
  g_autofree gint64 *shares = NULL;
  double unit = pow (10, decimals);
  gint64 units = isnan (total) ? 0 : count_units (total, decimals);

  for (guint g = 0; g < self->n_groups; g++)
    weights[g] = AT (&self->groups[g], from);
  if (!isnan (total))
    shares = vb_largest_remainder (weights, NULL, self->n_groups, units, NULL);
  for (guint g = 0; g < self->n_groups; g++)
    AT (&rows[g], to) = (shares != NULL ? (double) shares[g] / unit : weights[g]);
  AT (&rows[self->n_groups], to) = isnan (total) ? total : (double) units / unit;
}

static double
divide (double bed_days, double inhabitants)
{
  return inhabitants > 0 ? bed_days / inhabitants : (double) NAN;
}

static int
compare_figures (gconstpointer a, gconstpointer b)
{
  const VbAgeFigures *x = a;
  const VbAgeFigures *y = b;

  if (x->is_total != y->is_total)
    return x->is_total - y->is_total;
  if (x->ages.from != y->ages.from)
    return x->ages.from - y->ages.from;
  return (int) x->sex - (int) y->sex;
}

GListModel *
vb_population_outlook_list_ages (VbPopulationOutlook *self)
{
  const VbPopulationFigures *first, *last;
  g_autofree VbAgeFigures *rows = NULL;
  GListStore *list;

  g_return_val_if_fail (VB_IS_POPULATION_OUTLOOK (self), NULL);

  first = vb_population_outlook_get_first (self);
  last = vb_population_outlook_get_last (self);
  rows = g_new0 (VbAgeFigures, self->n_groups + 1);
#define ROUND(of, member, of_row, decimals)                                                        \
  round_groups (self, G_STRUCT_OFFSET (VbPopulationGroup, of), member, decimals, rows,             \
                G_STRUCT_OFFSET (VbAgeFigures, of_row))
  ROUND (population, first->population, population, 0);
  ROUND (last_population, last->population, last_population, 0);
  ROUND (need, first->need, need, 1);
  ROUND (last_need, last->need, last_need, 1);
#undef ROUND
  for (guint g = 0; g < self->n_groups; g++)
    {
      const VbPopulationGroup *group = &self->groups[g];

      rows[g].sex = group->sex;
      rows[g].ages = group->ages;
      rows[g].rate = divide (group->bed_days, group->population);
      rows[g].last_rate = divide (group->last_bed_days, group->last_population);
    }
  rows[self->n_groups].is_total = TRUE;
  rows[self->n_groups].ages = (VbAges){ 0, VB_AGE_NO_END };
  rows[self->n_groups].rate = divide (first->bed_days, first->population);
  rows[self->n_groups].last_rate = divide (last->bed_days, last->population);
  qsort (rows, self->n_groups + 1, sizeof *rows, compare_figures);

  list = g_list_store_new (VB_TYPE_AGE_ROW);
  for (guint g = 0; g <= self->n_groups; g++)
    {
      g_autoptr (VbAgeRow) row = NULL;

      /* Tenths are not exact in binary: 40.1 − 30.2 is to be written 9.9. */
      rows[g].change =
          (double) (llround (rows[g].last_need * 10) - llround (rows[g].need * 10)) / 10;
      row = vb_age_row_new (&rows[g]);
      g_list_store_append (list, row);
    }
  return G_LIST_MODEL (list);
}
