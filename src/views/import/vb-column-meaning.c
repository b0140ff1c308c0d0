/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-column-meaning.h"

#include <glib/gi18n-lib.h>

#include "vb-measure.h"

VbColumnMeaning
vb_column_meaning_get (const VbColumn *column)
{
  VbColumnMeaning meaning = { column->role, VB_MEASURE_NONE, VB_UNIT_NATION, 0 };

  if (column->role == VB_ROLE_MEASURE)
    meaning.measure = column->measure;
  else if (column->role == VB_ROLE_LEVEL)
    meaning.kind = column->kind;
  else if (column->role == VB_ROLE_LEVEL_CODE)
    meaning.level = column->level;
  return meaning;
}

gboolean
vb_column_meaning_equal (const VbColumnMeaning *a, const VbColumnMeaning *b)
{
  return a->role == b->role && a->measure == b->measure && a->kind == b->kind
         && a->level == b->level;
}

static const VbColumn *
find_level (VbImporter *importer, guint level)
{
  for (guint i = 0; i < vb_importer_get_n_columns (importer); i++)
    {
      const VbColumn *column = vb_importer_get_column (importer, i);

      if (column->role == VB_ROLE_LEVEL && column->level == level)
        return column;
    }
  return NULL;
}

char *
vb_column_meaning_dup_label (const VbColumnMeaning *self, VbImporter *importer)
{
  const VbColumn *named;

  switch (self->role)
    {
    case VB_ROLE_DATE:
      return g_strdup (_ ("Date or period"));
    case VB_ROLE_LEVEL:
      /* Translators: what a column names: a unit of the kind %s, such as Hospital */
      return g_strdup_printf (_ ("Unit: %s"), vb_unit_kind_get_label (self->kind));
    case VB_ROLE_LEVEL_CODE:
      named = find_level (importer, self->level);
      if (named == NULL)
        return g_strdup (_ ("Code of a unit"));
      /* Translators: %s is the header of another column, which has the names */
      return g_strdup_printf (_ ("Code of “%s”"), named->header);
    case VB_ROLE_CARE_TYPE:
      return g_strdup (_ ("Care type"));
    case VB_ROLE_MEASURE_NAME:
      return g_strdup (_ ("Name of a measure"));
    case VB_ROLE_VALUE:
      return g_strdup (_ ("Value of the named measure"));
    case VB_ROLE_MEASURE:
      return g_strdup (g_dgettext (GETTEXT_PACKAGE, vb_measure_get (self->measure)->name));
    case VB_ROLE_LEFT_OUT:
    default:
      return g_strdup (C_ ("column", "Left out"));
    }
}

GArray *
vb_column_meaning_list (VbImporter *importer)
{
  static const VbColumnRole before[] = { VB_ROLE_LEFT_OUT, VB_ROLE_DATE };
  static const VbColumnRole after[] = { VB_ROLE_CARE_TYPE, VB_ROLE_MEASURE_NAME, VB_ROLE_VALUE };
  GArray *list = g_array_new (FALSE, TRUE, sizeof (VbColumnMeaning));
  const VbMeasure *const *measures;
  guint n_measures;

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    g_array_append_val (list, ((VbColumnMeaning){ .role = before[i] }));
  for (int kind = 0; kind < VB_N_UNIT_KINDS; kind++)
    g_array_append_val (list, ((VbColumnMeaning){ .role = VB_ROLE_LEVEL, .kind = kind }));
  for (guint i = 0; i < vb_importer_get_n_columns (importer); i++)
    {
      const VbColumn *column = vb_importer_get_column (importer, i);

      if (column->role == VB_ROLE_LEVEL)
        g_array_append_val (
            list, ((VbColumnMeaning){ .role = VB_ROLE_LEVEL_CODE, .level = column->level }));
    }
  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    g_array_append_val (list, ((VbColumnMeaning){ .role = after[i] }));
  measures = vb_measure_list (&n_measures);
  for (guint i = 0; i < n_measures; i++)
    g_array_append_val (list,
                        ((VbColumnMeaning){ .role = VB_ROLE_MEASURE, .measure = measures[i]->id }));
  return list;
}

const char *
vb_column_meaning_get_heading (const VbColumnMeaning *self)
{
  switch (self->role)
    {
    case VB_ROLE_DATE:
    case VB_ROLE_LEVEL:
    case VB_ROLE_LEVEL_CODE:
    case VB_ROLE_CARE_TYPE:
      return _ ("When and where");
    case VB_ROLE_MEASURE_NAME:
    case VB_ROLE_VALUE:
      return _ ("One measure a row");
    case VB_ROLE_MEASURE:
      return _ ("Measures");
    case VB_ROLE_LEFT_OUT:
    default:
      return NULL;
    }
}
