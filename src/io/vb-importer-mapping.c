/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a table's columns mean, as a text to remember: by header, so that the next delivery of the
 * same table is taken without asking again. */
#include "vb-importer-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "vb-error.h"
#include "vb-measure.h"

#define VERSION 1

static const struct
{
  VbColumnRole role;
  const char *id;
} role_ids[] = {
  { VB_ROLE_LEFT_OUT, "left-out" },   { VB_ROLE_DATE, "date" },
  { VB_ROLE_LEVEL, "level" },         { VB_ROLE_LEVEL_CODE, "level-code" },
  { VB_ROLE_CARE_TYPE, "care-type" }, { VB_ROLE_MEASURE_NAME, "measure-name" },
  { VB_ROLE_VALUE, "value" },         { VB_ROLE_MEASURE, "measure" },
};

static void
add_member (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_column (JsonBuilder *builder, const VbColumn *column)
{
  const VbMeasure *measure = vb_measure_get (column->measure);

  json_builder_begin_object (builder);
  add_member (builder, "column", column->header);
  for (guint i = 0; i < G_N_ELEMENTS (role_ids); i++)
    if (role_ids[i].role == column->role)
      add_member (builder, "role", role_ids[i].id);
  if (column->role == VB_ROLE_MEASURE)
    {
      add_member (builder, "measure", measure->key);
      add_member (builder, "child", column->child);
    }
  else if (column->role == VB_ROLE_LEVEL || column->role == VB_ROLE_LEVEL_CODE)
    {
      json_builder_set_member_name (builder, "level");
      json_builder_add_int_value (builder, column->level);
      add_member (builder, "kind", vb_unit_kind_to_id (column->kind));
    }
  json_builder_end_object (builder);
}

/* In the order of their names: the same mapping is the same text. */
static void
add_care_types (VbImporter *self, JsonBuilder *builder)
{
  g_autoptr (GList) units = g_hash_table_get_keys (self->care_types);

  if (units == NULL)
    return;
  units = g_list_sort (units, (GCompareFunc) strcmp);
  json_builder_set_member_name (builder, "care-types");
  json_builder_begin_object (builder);
  for (GList *unit = units; unit != NULL; unit = unit->next)
    add_member (builder, unit->data,
                vb_care_type_to_id (vb_importer_get_care_type (self, unit->data)));
  json_builder_end_object (builder);
}

char *
vb_importer_save_mapping (VbImporter *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (VB_IS_IMPORTER (self), NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, VERSION);
  /* A later delivery may hold one period only, which tells no grain. */
  add_member (builder, "grain", vb_grain_to_id (self->day_grain));
  add_member (builder, "under", self->under);
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const VbColumn *column = vb_importer_get_column (self, i);

      if (column->role != VB_ROLE_LEFT_OUT || !column->guessed)
        add_column (builder, column);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "skip");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->skips->len; i++)
    {
      const VbSkip *skip = g_ptr_array_index (self->skips, i);

      json_builder_begin_object (builder);
      add_member (builder, "column", skip->column);
      add_member (builder, "value", skip->value);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_care_types (self, builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

static gboolean
set_bad_mapping (GError **error)
{
  g_set_error_literal (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                       _ ("The mapping is not one that Vårdbalans has written"));
  return FALSE;
}

/* NULL when @object has no text of that name. */
static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gboolean
get_role (JsonObject *object, VbColumnRole *role)
{
  const char *id = get_text (object, "role");

  for (guint i = 0; i < G_N_ELEMENTS (role_ids); i++)
    if (g_strcmp0 (role_ids[i].id, id) == 0)
      {
        *role = role_ids[i].role;
        return TRUE;
      }
  return FALSE;
}

/* By the header as it was, or else by its words: those are what the mapping's key is made of. */
static VbImportColumn *
find_column (VbImporter *self, const char *header)
{
  g_autofree char *words = vb_header_words_normalise (header);

  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (vb_importer_get_column (self, i)->header, header))
      return vb_importer_get_import_column (self, i);
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *other = vb_header_words_normalise (vb_importer_get_column (self, i)->header);

      if (g_str_equal (other, words))
        return vb_importer_get_import_column (self, i);
    }
  return NULL;
}

static gboolean
load_column (VbImporter *self, JsonObject *object, GError **error)
{
  const char *header = get_text (object, "column");
  const char *key = get_text (object, "measure");
  const char *kind = get_text (object, "kind");
  const VbMeasure *measure = key != NULL ? vb_measure_find (key) : NULL;
  VbImportColumn *column;
  VbFileColumn *member;
  VbColumnRole role;
  gint64 level;

  if (header == NULL || !get_role (object, &role) || (role == VB_ROLE_MEASURE && measure == NULL))
    return set_bad_mapping (error);
  column = find_column (self, header);
  /* A table may have lost a column; and what is refused stays refused. */
  if (column == NULL || column->personal)
    return TRUE;
  member = vb_importer_get_member (self, column);
  if ((member != NULL && member->doubled)
      || (column->members->len != 1 && role != VB_ROLE_LEFT_OUT && role != VB_ROLE_MEASURE
          && role != VB_ROLE_VALUE))
    return TRUE;
  column->info.role = role;
  column->info.guessed = FALSE;
  g_clear_pointer (&column->info.why, g_free);
  g_clear_pointer (&column->info.child, g_free);
  if (role == VB_ROLE_MEASURE)
    {
      column->info.measure = measure->id;
      column->info.child = g_strdup (get_text (object, "child"));
    }
  level = json_object_get_int_member_with_default (object, "level", 0);
  column->info.level = (guint) CLAMP (level, 0, VB_TABLE_MAX_COLUMNS);
  if (kind != NULL && !vb_unit_kind_from_id (kind, &column->info.kind))
    return set_bad_mapping (error);
  return TRUE;
}

static gboolean
load_columns (VbImporter *self, JsonObject *mapping, GError **error)
{
  JsonNode *node = json_object_get_member (mapping, "columns");
  JsonArray *columns;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return set_bad_mapping (error);
  columns = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (columns); i++)
    {
      JsonNode *column = json_array_get_element (columns, i);

      if (!JSON_NODE_HOLDS_OBJECT (column))
        return set_bad_mapping (error);
      if (!load_column (self, json_node_get_object (column), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_skips (VbImporter *self, JsonObject *mapping, GError **error)
{
  JsonNode *node = json_object_get_member (mapping, "skip");
  JsonArray *skips;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return set_bad_mapping (error);
  skips = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (skips); i++)
    {
      JsonNode *skip = json_array_get_element (skips, i);
      const char *column = NULL;
      const char *value = NULL;

      if (JSON_NODE_HOLDS_OBJECT (skip))
        {
          column = get_text (json_node_get_object (skip), "column");
          value = get_text (json_node_get_object (skip), "value");
        }
      if (column == NULL || value == NULL)
        return set_bad_mapping (error);
      /* A column that is gone has nothing to skip by. */
      vb_importer_skip (self, column, value, NULL);
    }
  return TRUE;
}

static gboolean
load_care_types (VbImporter *self, JsonObject *mapping, GError **error)
{
  JsonNode *node = json_object_get_member (mapping, "care-types");
  g_autoptr (GList) units = NULL;
  JsonObject *types;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return set_bad_mapping (error);
  types = json_node_get_object (node);
  units = json_object_get_members (types);
  for (GList *unit = units; unit != NULL; unit = unit->next)
    {
      const char *id = get_text (types, unit->data);
      VbCareType type;

      if (id == NULL || !vb_care_type_from_id (id, &type))
        return set_bad_mapping (error);
      vb_importer_set_care_type (self, unit->data, type);
    }
  return TRUE;
}

gboolean
vb_importer_load_mapping (VbImporter *self, const char *mapping, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root;
  JsonObject *object;
  const char *grain;

  g_return_val_if_fail (VB_IS_IMPORTER (self), FALSE);

  if (!json_parser_load_from_data (parser, mapping, -1, NULL))
    return set_bad_mapping (error);
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return set_bad_mapping (error);
  object = json_node_get_object (root);
  if (json_object_get_int_member_with_default (object, "version", 0) != VERSION)
    return set_bad_mapping (error);
  grain = get_text (object, "grain");
  if (grain != NULL && !vb_grain_from_id (grain, &self->grain_hint))
    return set_bad_mapping (error);
  if (get_text (object, "under") != NULL)
    vb_importer_set_under (self, get_text (object, "under"));
  /* Columns that are named in the rows of a long table are there once the others are known. */
  for (guint pass = 0; pass < 2; pass++)
    {
      if (!load_columns (self, object, error))
        return FALSE;
      vb_importer_guess (self);
    }
  return load_skips (self, object, error) && load_care_types (self, object, error);
}
