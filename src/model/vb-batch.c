/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-batch.h"

#include <math.h>
#include <string.h>

#include "vb-measure.h"
#include "vb-number.h"

#define MAX_PROBLEMS 100000
/* With these widths the sort key of any batch fits 64 bits: 23 + 16 + 3 + 22. */
#define MAX_UNITS (1u << 23)
#define MEASURE_BITS 16
#define GRAIN_BITS 3
#define START_BITS 22

struct _VbBatch
{
  GObject parent_instance;

  char *source_name;
  char *checksum;
  char *mapping_key;
  char *mapping;
  char *under;
  gint64 time;

  GArray *units;          /* of VbBatchUnit */
  GHashTable *unit_names; /* "parent\nname" and "parent\n\ncode" → index + 1 */

  gsize n;
  gsize allocated;
  guint32 *unit;
  guint16 *measure;
  guint8 *grain;
  gint32 *start;
  double *value;
  guint8 *provenance;
  guint32 *source_row;   /* dropped by finish */
  GArray *conflict_rows; /* of guint32 */
  gboolean finished;

  GPtrArray *problems; /* of VbProblem */
  guint64 n_problems;
  guint rows_read;
  guint rows_refused;
};

G_DEFINE_FINAL_TYPE (VbBatch, vb_batch, G_TYPE_OBJECT)

static void
batch_unit_clear (VbBatchUnit *unit)
{
  g_free (unit->name);
  g_free (unit->code);
}

static void
vb_batch_finalize (GObject *object)
{
  VbBatch *self = VB_BATCH (object);

  g_free (self->source_name);
  g_free (self->checksum);
  g_free (self->mapping_key);
  g_free (self->mapping);
  g_free (self->under);
  g_array_unref (self->units);
  g_hash_table_unref (self->unit_names);
  g_free (self->unit);
  g_free (self->measure);
  g_free (self->grain);
  g_free (self->start);
  g_free (self->value);
  g_free (self->provenance);
  g_free (self->source_row);
  g_array_unref (self->conflict_rows);
  g_ptr_array_unref (self->problems);

  G_OBJECT_CLASS (vb_batch_parent_class)->finalize (object);
}

static void
vb_batch_class_init (VbBatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_batch_finalize;
}

static void
vb_batch_init (VbBatch *self)
{
  self->units = g_array_new (FALSE, TRUE, sizeof (VbBatchUnit));
  g_array_set_clear_func (self->units, (GDestroyNotify) batch_unit_clear);
  self->unit_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->conflict_rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) vb_problem_free);
}

VbBatch *
vb_batch_new (void)
{
  return g_object_new (VB_TYPE_BATCH, NULL);
}

static void
set_text (char **field, const char *text)
{
  char *copy = g_strdup (text);

  g_free (*field);
  *field = copy;
}

void
vb_batch_set_source (VbBatch *self,
                     const char *source_name,
                     const char *checksum,
                     const char *mapping_key,
                     const char *mapping)
{
  g_return_if_fail (VB_IS_BATCH (self));

  set_text (&self->source_name, source_name);
  set_text (&self->checksum, checksum);
  set_text (&self->mapping_key, mapping_key);
  set_text (&self->mapping, mapping);
}

const char *
vb_batch_get_source_name (VbBatch *self)
{
  g_return_val_if_fail (VB_IS_BATCH (self), NULL);

  return self->source_name;
}

const char *
vb_batch_get_checksum (VbBatch *self)
{
  g_return_val_if_fail (VB_IS_BATCH (self), NULL);

  return self->checksum;
}

const char *
vb_batch_get_mapping_key (VbBatch *self)
{
  g_return_val_if_fail (VB_IS_BATCH (self), NULL);

  return self->mapping_key;
}

const char *
vb_batch_get_mapping (VbBatch *self)
{
  g_return_val_if_fail (VB_IS_BATCH (self), NULL);

  return self->mapping;
}

void
vb_batch_set_time (VbBatch *self, gint64 time)
{
  g_return_if_fail (VB_IS_BATCH (self));

  self->time = time;
}

gint64
vb_batch_get_time (VbBatch *self)
{
  g_return_val_if_fail (VB_IS_BATCH (self), 0);

  return self->time;
}

void
vb_batch_set_under (VbBatch *self, const char *under)
{
  g_return_if_fail (VB_IS_BATCH (self));

  set_text (&self->under, under);
}

const char *
vb_batch_get_under (VbBatch *self)
{
  g_return_val_if_fail (VB_IS_BATCH (self), NULL);

  return self->under;
}

/* Index of the unit by @key, or -1. */
static int
lookup_unit (VbBatch *self, const char *key)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->unit_names, key)) - 1;
}

guint
vb_batch_add_unit (
    VbBatch *self, gint32 parent, VbUnitKind kind, const char *name, const char *code)
{
  g_autofree char *by_name = NULL;
  g_autofree char *by_code = NULL;
  VbBatchUnit unit = { parent, kind, VB_CARE_TYPE_NONE, NAN, NULL, NULL };
  int index;

  g_return_val_if_fail (VB_IS_BATCH (self), 0);
  g_return_val_if_fail (name != NULL, 0);
  g_return_val_if_fail (parent >= VB_BATCH_UNDER_ITSELF && parent < (gint32) self->units->len, 0);
  g_return_val_if_fail (self->units->len < MAX_UNITS, 0);

  if (code != NULL && *code == '\0')
    code = NULL;
  by_name = g_strdup_printf ("%d\n%s", parent, name);
  if (code != NULL)
    {
      by_code = g_strdup_printf ("%d\n\n%s", parent, code);
      index = lookup_unit (self, by_code);
      if (index >= 0)
        return (guint) index;
    }
  index = lookup_unit (self, by_name);
  if (index >= 0)
    {
      VbBatchUnit *present = vb_batch_get_unit (self, (guint) index);

      /* The same name under another code is another unit. */
      if (code == NULL || present->code == NULL)
        {
          if (code != NULL)
            {
              present->code = g_strdup (code);
              g_hash_table_insert (self->unit_names, g_steal_pointer (&by_code),
                                   GINT_TO_POINTER (index + 1));
            }
          return (guint) index;
        }
    }

  unit.name = g_strdup (name);
  unit.code = g_strdup (code);
  g_array_append_val (self->units, unit);
  if (index < 0)
    g_hash_table_insert (self->unit_names, g_steal_pointer (&by_name),
                         GINT_TO_POINTER (self->units->len));
  if (by_code != NULL)
    g_hash_table_insert (self->unit_names, g_steal_pointer (&by_code),
                         GINT_TO_POINTER (self->units->len));
  return self->units->len - 1;
}

VbBatchUnit *
vb_batch_get_unit (VbBatch *self, guint index)
{
  g_return_val_if_fail (VB_IS_BATCH (self), NULL);
  g_return_val_if_fail (index < self->units->len, NULL);

  return &g_array_index (self->units, VbBatchUnit, index);
}

guint
vb_batch_get_n_units (VbBatch *self)
{
  g_return_val_if_fail (VB_IS_BATCH (self), 0);

  return self->units->len;
}

static void
grow (VbBatch *self)
{
  self->allocated = MAX (4096, self->allocated * 2);
  self->unit = g_renew (guint32, self->unit, self->allocated);
  self->measure = g_renew (guint16, self->measure, self->allocated);
  self->grain = g_renew (guint8, self->grain, self->allocated);
  self->start = g_renew (gint32, self->start, self->allocated);
  self->value = g_renew (double, self->value, self->allocated);
  self->provenance = g_renew (guint8, self->provenance, self->allocated);
  self->source_row = g_renew (guint32, self->source_row, self->allocated);
}

void
vb_batch_add_observation (VbBatch *self,
                          guint unit,
                          guint16 measure,
                          VbGrain grain,
                          VbDay start,
                          double value,
                          VbProvenance provenance,
                          guint32 source_row)
{
  gsize i;

  g_return_if_fail (VB_IS_BATCH (self));
  g_return_if_fail (!self->finished);
  g_return_if_fail (unit < self->units->len);
  g_return_if_fail (start > VB_DAY_NONE && start < (1 << START_BITS));
  g_return_if_fail (isfinite (value));
  g_return_if_fail (self->n < G_MAXUINT32);

  if (self->n == self->allocated)
    grow (self);
  i = self->n++;
  self->unit[i] = unit;
  self->measure[i] = measure;
  self->grain[i] = (guint8) grain;
  self->start[i] = start;
  self->value[i] = value;
  self->provenance[i] = (guint8) provenance;
  self->source_row[i] = source_row;
}

gsize
vb_batch_get_n_observations (VbBatch *self)
{
  g_return_val_if_fail (VB_IS_BATCH (self), 0);

  return self->n;
}

/* (unit, measure, grain, start) as one number that sorts alike. */
static inline guint64
sort_key (VbBatch *self, gsize i)
{
  guint64 key = self->unit[i];

  key = key << MEASURE_BITS | self->measure[i];
  key = key << GRAIN_BITS | self->grain[i];
  key = key << START_BITS | (guint32) self->start[i];
  return key;
}

typedef struct
{
  guint64 key;
  guint32 index;
} SortItem;

#define DIGIT_BITS 11
#define N_DIGITS ((64 + DIGIT_BITS - 1) / DIGIT_BITS)
#define DIGIT(key, digit) (((key) >> ((digit) *DIGIT_BITS)) & ((1u << DIGIT_BITS) - 1))

/* Least-significant-digit radix sort: stable, so that equal keys stay in file order, and linear. A
 * digit in which all keys agree costs nothing. */
static SortItem *
sort_items (SortItem *items, gsize n)
{
  g_autofree guint32 *counts = g_new0 (guint32, N_DIGITS << DIGIT_BITS);
  g_autofree SortItem *other = g_new (SortItem, n);

  for (gsize i = 0; i < n; i++)
    for (guint digit = 0; digit < N_DIGITS; digit++)
      counts[(digit << DIGIT_BITS) + DIGIT (items[i].key, digit)]++;

  for (guint digit = 0; digit < N_DIGITS; digit++)
    {
      guint32 *count = counts + (digit << DIGIT_BITS);
      guint32 place = 0;
      SortItem *sorted = other;

      if (count[DIGIT (items[0].key, digit)] == n)
        continue;
      for (guint d = 0; d < 1u << DIGIT_BITS; d++)
        {
          guint32 n_here = count[d];

          count[d] = place;
          place += n_here;
        }
      for (gsize i = 0; i < n; i++)
        sorted[count[DIGIT (items[i].key, digit)]++] = items[i];
      other = items;
      items = sorted;
    }
  return items;
}

/* Brings one column into the order of @items and gives back the room it no longer needs. */
#define GATHER(column, type)                                                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    type *gathered = g_new (type, n);                                                              \
    for (gsize i = 0; i < n; i++)                                                                  \
      gathered[i] = column[items[i].index];                                                        \
    g_free (column);                                                                               \
    column = gathered;                                                                             \
  }                                                                                                \
  G_STMT_END

static void
take_conflict (VbBatch *self, gsize i)
{
  const VbMeasure *measure = vb_measure_get (self->measure[i]);
  g_autofree char *value = vb_number_to_file (self->value[i]);

  g_array_append_val (self->conflict_rows, self->source_row[i]);
  vb_batch_take_problem (self, vb_problem_new (VB_PROBLEM_CONFLICTING_DUPLICATE,
                                               VB_PROBLEM_REFUSES_CELL, self->source_row[i],
                                               measure != NULL ? measure->key : NULL, value));
}

/* Removes duplicates from the sorted columns. */
static void
settle_duplicates (VbBatch *self)
{
  gsize kept = 0;

  for (gsize i = 0; i < self->n;)
    {
      guint64 key = sort_key (self, i);
      gboolean agree = TRUE;
      gsize end = i + 1;

      while (end < self->n && sort_key (self, end) == key)
        {
          agree &= self->value[end] == self->value[i];
          end++;
        }
      if (agree)
        {
          self->unit[kept] = self->unit[i];
          self->measure[kept] = self->measure[i];
          self->grain[kept] = self->grain[i];
          self->start[kept] = self->start[i];
          self->value[kept] = self->value[i];
          self->provenance[kept] = self->provenance[i];
          kept++;
        }
      else
        {
          for (gsize j = i; j < end; j++)
            take_conflict (self, j);
        }
      i = end;
    }
  self->n = kept;
}

static int
compare_problem_rows (gconstpointer a, gconstpointer b)
{
  const VbProblem *x = *(const VbProblem *const *) a;
  const VbProblem *y = *(const VbProblem *const *) b;

  return (x->row > y->row) - (x->row < y->row);
}

void
vb_batch_finish (VbBatch *self)
{
  gboolean sorted = TRUE;
  gboolean duplicates = FALSE;

  g_return_if_fail (VB_IS_BATCH (self));
  g_return_if_fail (!self->finished);

  for (gsize i = 1; i < self->n; i++)
    {
      guint64 before = sort_key (self, i - 1);
      guint64 here = sort_key (self, i);

      sorted &= before <= here;
      duplicates |= before == here;
    }

  if (!sorted)
    {
      gsize n = self->n;
      SortItem *first = g_new (SortItem, n);
      g_autofree SortItem *items = NULL;

      for (gsize i = 0; i < n; i++)
        {
          first[i].key = sort_key (self, i);
          first[i].index = (guint32) i;
        }
      items = sort_items (first, n);
      for (gsize i = 1; i < n && !duplicates; i++)
        duplicates = items[i - 1].key == items[i].key;
      GATHER (self->unit, guint32);
      GATHER (self->measure, guint16);
      GATHER (self->grain, guint8);
      GATHER (self->start, gint32);
      GATHER (self->value, double);
      GATHER (self->provenance, guint8);
      if (duplicates)
        GATHER (self->source_row, guint32);
    }
  if (duplicates)
    settle_duplicates (self);
  g_ptr_array_sort (self->problems, compare_problem_rows);
  g_clear_pointer (&self->source_row, g_free);
  self->finished = TRUE;
}

const guint32 *
vb_batch_get_conflict_rows (VbBatch *self, gsize *n)
{
  g_return_val_if_fail (VB_IS_BATCH (self), NULL);

  *n = self->conflict_rows->len;
  return (const guint32 *) (gpointer) self->conflict_rows->data;
}

VbBatchColumns
vb_batch_get_columns (VbBatch *self)
{
  VbBatchColumns columns = { 0 };

  g_return_val_if_fail (VB_IS_BATCH (self), columns);
  g_return_val_if_fail (self->finished, columns);

  columns.n = self->n;
  columns.unit = self->unit;
  columns.measure = self->measure;
  columns.grain = self->grain;
  columns.start = self->start;
  columns.value = self->value;
  columns.provenance = self->provenance;
  return columns;
}

void
vb_batch_take_problem (VbBatch *self, VbProblem *problem)
{
  g_return_if_fail (VB_IS_BATCH (self));
  g_return_if_fail (problem != NULL);

  self->n_problems++;
  if (self->problems->len < MAX_PROBLEMS)
    g_ptr_array_add (self->problems, problem);
  else
    vb_problem_free (problem);
}

GPtrArray *
vb_batch_get_problems (VbBatch *self)
{
  g_return_val_if_fail (VB_IS_BATCH (self), NULL);

  return self->problems;
}

guint64
vb_batch_get_n_problems (VbBatch *self)
{
  g_return_val_if_fail (VB_IS_BATCH (self), 0);

  return self->n_problems;
}

void
vb_batch_set_row_counts (VbBatch *self, guint read, guint refused)
{
  g_return_if_fail (VB_IS_BATCH (self));

  self->rows_read = read;
  self->rows_refused = refused;
}

guint
vb_batch_get_rows_read (VbBatch *self)
{
  g_return_val_if_fail (VB_IS_BATCH (self), 0);

  return self->rows_read;
}

guint
vb_batch_get_rows_refused (VbBatch *self)
{
  g_return_val_if_fail (VB_IS_BATCH (self), 0);

  return self->rows_refused;
}
