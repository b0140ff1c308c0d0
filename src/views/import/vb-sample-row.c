/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-sample-row.h"

#include <glib/gi18n-lib.h>

struct _VbSampleRow
{
  GObject parent_instance;

  guint number;
  GStrv cells;
  guint n_cells;
  GHashTable *faults; /* column + 1 → text; NULL = none */
};

G_DEFINE_FINAL_TYPE (VbSampleRow, vb_sample_row, G_TYPE_OBJECT)

static void
vb_sample_row_finalize (GObject *object)
{
  VbSampleRow *self = VB_SAMPLE_ROW (object);

  g_strfreev (self->cells);
  g_clear_pointer (&self->faults, g_hash_table_unref);

  G_OBJECT_CLASS (vb_sample_row_parent_class)->finalize (object);
}

static void
vb_sample_row_class_init (VbSampleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_sample_row_finalize;
}

static void
vb_sample_row_init (VbSampleRow *self)
{
}

VbSampleRow *
vb_sample_row_new (guint number, GStrv cells)
{
  VbSampleRow *self = g_object_new (VB_TYPE_SAMPLE_ROW, NULL);

  self->number = number;
  self->cells = cells;
  self->n_cells = g_strv_length (cells);
  return self;
}

guint
vb_sample_row_get_number (VbSampleRow *self)
{
  g_return_val_if_fail (VB_IS_SAMPLE_ROW (self), 0);

  return self->number;
}

const char *
vb_sample_row_get_cell (VbSampleRow *self, guint column)
{
  g_return_val_if_fail (VB_IS_SAMPLE_ROW (self), NULL);

  return column < self->n_cells ? self->cells[column] : "";
}

void
vb_sample_row_add_fault (VbSampleRow *self, int column, const VbProblem *problem)
{
  gpointer key = GINT_TO_POINTER (column + 1);
  const char *what;
  const char *expected;

  g_return_if_fail (VB_IS_SAMPLE_ROW (self));

  if (self->faults == NULL)
    self->faults = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  if (g_hash_table_contains (self->faults, key))
    return;
  what = g_dgettext (GETTEXT_PACKAGE, vb_problem_kind_get_problem (problem->kind));
  expected = g_dgettext (GETTEXT_PACKAGE, vb_problem_kind_get_expected (problem->kind));
  /* Translators: what is wrong with a cell of a table, and what should stand there: "not a number;
   * expected: a number of at least 0" */
  g_hash_table_insert (self->faults, key, g_strdup_printf (_ ("%s; expected: %s"), what, expected));
}

const char *
vb_sample_row_get_fault (VbSampleRow *self, int column)
{
  g_return_val_if_fail (VB_IS_SAMPLE_ROW (self), NULL);

  return self->faults != NULL ? g_hash_table_lookup (self->faults, GINT_TO_POINTER (column + 1))
                              : NULL;
}
