/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-importer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vb-error.h"
#include "vb-measure.h"

G_DEFINE_FINAL_TYPE (VbImporter, vb_importer, G_TYPE_OBJECT)

static void
import_column_free (gpointer data)
{
  VbImportColumn *column = data;

  g_free (column->info.header);
  g_free (column->info.child);
  g_free (column->info.why);
  g_free (column->info.sample);
  g_array_unref (column->members);
  g_free (column);
}

static void
skip_free (gpointer data)
{
  VbSkip *skip = data;

  g_free (skip->column);
  g_free (skip->value);
  g_free (skip);
}

static void
vb_importer_finalize (GObject *object)
{
  VbImporter *self = VB_IMPORTER (object);

  g_clear_object (&self->reader);
  g_clear_pointer (&self->source, vb_byte_source_free);
  g_clear_pointer (&self->layout, vb_table_layout_free);
  g_clear_pointer (&self->file_columns, g_ptr_array_unref);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  g_clear_pointer (&self->first_rows, g_ptr_array_unref);
  g_array_unref (self->first_numbers);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->skips);
  g_strfreev (self->unit_columns);
  g_hash_table_unref (self->care_types);
  g_free (self->under);
  g_free (self->mapping_key);
  G_OBJECT_CLASS (vb_importer_parent_class)->finalize (object);
}

static void
vb_importer_class_init (VbImporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_importer_finalize;
}

static void
vb_importer_init (VbImporter *self)
{
  self->columns = g_ptr_array_new_with_free_func (import_column_free);
  self->skips = g_ptr_array_new_with_free_func (skip_free);
  self->first_numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->care_types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->measure_names = -1;
}

VbImportColumn *
vb_import_column_new (const char *header)
{
  VbImportColumn *column = g_new0 (VbImportColumn, 1);

  column->info.header = g_strdup (header);
  column->info.guessed = TRUE;
  column->members = g_array_new (FALSE, FALSE, sizeof (guint));
  return column;
}

VbImportColumn *
vb_importer_get_import_column (VbImporter *self, guint index)
{
  return g_ptr_array_index (self->columns, index);
}

VbFileColumn *
vb_importer_get_member (VbImporter *self, const VbImportColumn *column)
{
  if (column->members->len == 0)
    return NULL;
  return vb_importer_get_file_column (self, g_array_index (column->members, guint, 0));
}

const VbRecognised *
vb_importer_get_recognised (VbImporter *self)
{
  g_return_val_if_fail (VB_IS_IMPORTER (self), NULL);

  return &self->recognised;
}

guint
vb_importer_get_n_columns (VbImporter *self)
{
  g_return_val_if_fail (VB_IS_IMPORTER (self), 0);

  return self->columns->len;
}

const VbColumn *
vb_importer_get_column (VbImporter *self, guint index)
{
  g_return_val_if_fail (VB_IS_IMPORTER (self), NULL);
  g_return_val_if_fail (index < self->columns->len, NULL);

  return &vb_importer_get_import_column (self, index)->info;
}

int
vb_importer_find_header (VbImporter *self, const char *header)
{
  g_return_val_if_fail (VB_IS_IMPORTER (self), -1);
  g_return_val_if_fail (header != NULL, -1);

  for (guint i = 0; i < self->file_columns->len; i++)
    if (g_str_equal (vb_importer_get_file_column (self, i)->header, header))
      return (int) vb_importer_get_file_column (self, i)->column;
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (vb_importer_get_column (self, i)->header, header))
      return (int) i;
  return -1;
}

int
vb_importer_find_role (VbImporter *self, VbColumnRole role)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (vb_importer_get_import_column (self, i)->info.role == role)
      return (int) i;
  return -1;
}

static gboolean
is_same_header (const char *a, const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return g_str_equal (g_strstrip (folded_a), g_strstrip (folded_b));
}

/* "disp_per_1000_2024" said in full means that year only: it gets a column of its own. */
static int
split_off_member (VbImporter *self, const char *name)
{
  for (guint i = 0; i < self->file_columns->len; i++)
    {
      VbFileColumn *member = vb_importer_get_file_column (self, i);
      VbImportColumn *whole = vb_importer_get_import_column (self, member->column);
      VbImportColumn *own;

      if (!is_same_header (member->header, name))
        continue;
      if (whole->members->len < 2)
        return (int) member->column;
      own = vb_import_column_new (member->header);
      own->meaning = whole->meaning;
      own->info.sample = g_strdup (member->profile.sample->str);
      g_array_append_val (own->members, i);
      for (guint k = 0; k < whole->members->len; k++)
        if (g_array_index (whole->members, guint, k) == i)
          g_array_remove_index (whole->members, k);
      member->column = self->columns->len;
      g_ptr_array_add (self->columns, own);
      return (int) member->column;
    }
  return -1;
}

/* The column the user means by @name, or -1 with @error. */
static int
find_column (VbImporter *self, const char *name, GError **error)
{
  int found = -1;

  for (guint i = 0; i < self->columns->len && found < 0; i++)
    if (g_str_equal (vb_importer_get_import_column (self, i)->info.header, name))
      found = (int) i;
  for (guint i = 0; i < self->columns->len && found < 0; i++)
    if (is_same_header (vb_importer_get_import_column (self, i)->info.header, name))
      found = (int) i;
  if (found < 0)
    found = split_off_member (self, name);
  if (found < 0)
    g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND, _ ("The table has no column “%s”"), name);
  return found;
}

static gboolean
may_be_used (VbImporter *self, guint index, GError **error)
{
  VbImportColumn *column = vb_importer_get_import_column (self, index);
  VbFileColumn *member = vb_importer_get_member (self, column);

  if (column->personal)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_INVALID,
                   _ ("The column “%s” holds personal identity numbers and is refused"),
                   column->info.header);
      return FALSE;
    }
  if (member != NULL && member->doubled)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_INVALID,
                   _ ("The table has several columns “%s”: their headers must differ"),
                   column->info.header);
      return FALSE;
    }
  return TRUE;
}

gboolean
vb_importer_map_measure (
    VbImporter *self, const char *column, VbMeasureId measure, const char *child, GError **error)
{
  VbImportColumn *mapped;
  int index;

  g_return_val_if_fail (VB_IS_IMPORTER (self), FALSE);
  g_return_val_if_fail (vb_measure_get (measure) != NULL, FALSE);

  index = find_column (self, column, error);
  if (index < 0 || !may_be_used (self, (guint) index, error))
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const VbColumn *other = vb_importer_get_column (self, i);

      if ((int) i != index && !other->guessed && other->role == VB_ROLE_MEASURE
          && other->measure == measure && g_strcmp0 (other->child, child) == 0)
        {
          g_set_error (error, VB_ERROR, VB_ERROR_USAGE,
                       _ ("The columns “%s” and “%s” cannot both be the measure %s of one unit"),
                       other->header, column, vb_measure_get (measure)->key);
          return FALSE;
        }
    }
  mapped = vb_importer_get_import_column (self, (guint) index);
  mapped->info.role = VB_ROLE_MEASURE;
  mapped->info.guessed = FALSE;
  mapped->info.measure = measure;
  g_clear_pointer (&mapped->info.why, g_free);
  g_free (mapped->info.child);
  mapped->info.child = child != NULL && *child != '\0' ? g_strdup (child) : NULL;
  vb_importer_guess (self);
  return TRUE;
}

gboolean
vb_importer_set_role (
    VbImporter *self, guint index, VbColumnRole role, guint level, VbUnitKind kind, GError **error)
{
  VbImportColumn *column;

  g_return_val_if_fail (VB_IS_IMPORTER (self), FALSE);
  g_return_val_if_fail (index < self->columns->len, FALSE);
  g_return_val_if_fail (role != VB_ROLE_MEASURE, FALSE);

  column = vb_importer_get_import_column (self, index);
  if (role != VB_ROLE_LEFT_OUT && !may_be_used (self, index, error))
    return FALSE;
  if (column->members->len != 1 && role != VB_ROLE_LEFT_OUT && role != VB_ROLE_VALUE)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_INVALID,
                   _ ("“%s” stands for several columns and can only be a measure"),
                   column->info.header);
      return FALSE;
    }
  /* Who says one level has seen the others, and keeps them. */
  if (role == VB_ROLE_LEVEL || role == VB_ROLE_LEVEL_CODE)
    for (guint i = 0; i < self->columns->len; i++)
      {
        VbColumn *other = &vb_importer_get_import_column (self, i)->info;

        if (other->role == VB_ROLE_LEVEL || other->role == VB_ROLE_LEVEL_CODE)
          other->guessed = FALSE;
      }
  column->info.role = role;
  column->info.guessed = FALSE;
  g_clear_pointer (&column->info.why, g_free);
  column->info.level = level;
  column->info.kind = kind;
  vb_importer_guess (self);
  return TRUE;
}

gboolean
vb_importer_set_unit_columns (VbImporter *self, const char *const *columns, GError **error)
{
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (VB_IS_IMPORTER (self), FALSE);

  for (guint i = 0; columns[i] != NULL; i++)
    {
      int index = find_column (self, columns[i], error);

      if (index < 0 || !may_be_used (self, (guint) index, error))
        return FALSE;
      g_ptr_array_add (headers, g_strdup (vb_importer_get_column (self, (guint) index)->header));
    }
  g_ptr_array_add (headers, NULL);
  g_strfreev (self->unit_columns);
  self->unit_columns = (GStrv) g_ptr_array_free (g_steal_pointer (&headers), FALSE);
  vb_importer_guess (self);
  return TRUE;
}

gboolean
vb_importer_skip (VbImporter *self, const char *column, const char *value, GError **error)
{
  VbSkip *skip;

  g_return_val_if_fail (VB_IS_IMPORTER (self), FALSE);

  for (guint i = 0; i < self->file_columns->len; i++)
    {
      VbFileColumn *file_column = vb_importer_get_file_column (self, i);

      if (!is_same_header (file_column->header, column))
        continue;
      skip = g_new0 (VbSkip, 1);
      skip->file_column = i;
      skip->column = g_strdup (file_column->header);
      skip->value = g_strdup (value);
      g_ptr_array_add (self->skips, skip);
      return TRUE;
    }
  g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND, _ ("The table has no column “%s”"), column);
  return FALSE;
}

void
vb_importer_set_care_type (VbImporter *self, const char *unit, VbCareType type)
{
  g_return_if_fail (VB_IS_IMPORTER (self));
  g_return_if_fail (unit != NULL);

  if (type == VB_CARE_TYPE_NONE)
    g_hash_table_remove (self->care_types, unit);
  else
    g_hash_table_insert (self->care_types, g_strdup (unit), GINT_TO_POINTER (type));
}

VbCareType
vb_importer_get_care_type (VbImporter *self, const char *unit)
{
  g_return_val_if_fail (VB_IS_IMPORTER (self), VB_CARE_TYPE_NONE);
  g_return_val_if_fail (unit != NULL, VB_CARE_TYPE_NONE);

  return (VbCareType) GPOINTER_TO_INT (g_hash_table_lookup (self->care_types, unit));
}

void
vb_importer_set_under (VbImporter *self, const char *under)
{
  char *copy;

  g_return_if_fail (VB_IS_IMPORTER (self));

  copy = under != NULL && *under != '\0' ? g_strdup (under) : NULL;
  g_free (self->under);
  self->under = copy;
}

const char *
vb_importer_get_under (VbImporter *self)
{
  g_return_val_if_fail (VB_IS_IMPORTER (self), NULL);

  return self->under;
}

const char *
vb_importer_get_mapping_key (VbImporter *self)
{
  g_return_val_if_fail (VB_IS_IMPORTER (self), NULL);

  return self->mapping_key;
}

/* What stands in @row for @column: of a wide table's columns the first few. */
static char *
make_preview_cell (VbImporter *self, const VbImportColumn *column, GPtrArray *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (column->members->len, 4); i++)
    {
      guint index = g_array_index (column->members, guint, i);

      if (i > 0)
        g_string_append (text, " · ");
      if (index < row->len && !column->personal)
        g_string_append (text, g_ptr_array_index (row, index));
    }
  if (column->members->len > 4)
    g_string_append (text, " …");
  return g_string_free (text, FALSE);
}

GPtrArray *
vb_importer_preview (VbImporter *self, guint max_rows)
{
  GPtrArray *preview;

  g_return_val_if_fail (VB_IS_IMPORTER (self), NULL);

  preview = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; i < MIN (self->first_rows->len, max_rows); i++)
    {
      GPtrArray *row = g_ptr_array_index (self->first_rows, i);
      GStrv cells = g_new0 (char *, self->columns->len + 1);

      for (guint k = 0; k < self->columns->len; k++)
        cells[k] = make_preview_cell (self, vb_importer_get_import_column (self, k), row);
      g_ptr_array_add (preview, cells);
    }
  return preview;
}

guint
vb_importer_get_preview_row (VbImporter *self, guint index)
{
  g_return_val_if_fail (VB_IS_IMPORTER (self), 0);
  g_return_val_if_fail (index < self->first_numbers->len, 0);

  return g_array_index (self->first_numbers, guint, index);
}
