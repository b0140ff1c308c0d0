/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of the organisation. */
#include "vb-document-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "vb-import-taker.h"
#include "vb-observation-table.h"
#include "vb-unit-table.h"

/* A name that can be shown and told from its siblings'; @self_id: the unit's own, or 0. Returns it
 * without the spaces around it, owned by the caller. */
static char *
check_name (VbDocument *self, gint64 parent_id, gint64 self_id, const char *name, GError **error)
{
  VbUnit *parent = parent_id != 0 ? vb_document_get_unit (self, parent_id) : NULL;
  GListModel *siblings =
      parent != NULL ? vb_unit_get_children (parent) : vb_document_get_roots (self);
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  if (*stripped == '\0' || !g_utf8_validate (stripped, -1, NULL))
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_INVALID, _ ("A unit must have a name"));
      return NULL;
    }
  for (guint i = 0; i < g_list_model_get_n_items (siblings); i++)
    {
      g_autoptr (VbUnit) sibling = g_list_model_get_item (siblings, i);

      if (vb_unit_get_id (sibling) != self_id && g_str_equal (vb_unit_get_name (sibling), stripped))
        {
          g_set_error (error, VB_ERROR, VB_ERROR_INVALID,
                       _ ("There is already a unit “%s” in the same place"), stripped);
          return NULL;
        }
    }
  return g_steal_pointer (&stripped);
}

static gboolean
insert_last (VbStoreConnection *connection, gpointer data, GError **error)
{
  VbUnitRow *row = data;

  return vb_unit_table_next_position (connection, row->parent, &row->position, error)
         && vb_unit_table_insert (connection, row, error)
         && vb_unit_table_check_depth (connection, error);
}

gint64
vb_document_add_unit (VbDocument *self,
                      gint64 parent_id,
                      VbUnitKind kind,
                      const char *name,
                      const char *code,
                      GError **error)
{
  VbUnitRow row = { 0 };
  g_autofree char *checked = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), 0);
  g_return_val_if_fail (name != NULL, 0);

  if (parent_id != 0 && vb_document_expect_unit (self, parent_id, error) == NULL)
    return 0;
  checked = check_name (self, parent_id, 0, name, error);
  if (checked == NULL)
    return 0;
  row.id = vb_draw_id (&self->ids);
  row.parent = parent_id;
  row.kind = kind;
  row.name = checked;
  row.code = code != NULL && *code != '\0' ? (char *) code : NULL;
  row.acute_share = NAN;
  /* Translators: follows "Undo"; %s is a unit */
  label = g_strdup_printf (_ ("addition of %s"), checked);
  return vb_document_change (self, label, insert_last, &row, error) ? row.id : 0;
}

/* One property of a unit, as it shall be. */
typedef struct
{
  gint64 id;
  const char *name;       /* NULL = as it is */
  const gint64 *parent;   /* NULL = as it is */
  const VbCareType *type; /* NULL = as it is */
} UnitEdit;

static gboolean
edit_unit (VbStoreConnection *connection, gpointer data, GError **error)
{
  const UnitEdit *edit = data;
  g_autoptr (GArray) rows = vb_unit_table_read (connection, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      VbUnitRow row = g_array_index (rows, VbUnitRow, i);

      if (row.id != edit->id)
        continue;
      if (edit->name != NULL)
        row.name = (char *) edit->name;
      if (edit->type != NULL)
        row.care_type = *edit->type;
      if (edit->parent != NULL && row.parent != *edit->parent)
        {
          row.parent = *edit->parent;
          if (!vb_unit_table_next_position (connection, row.parent, &row.position, error))
            return FALSE;
        }
      return vb_unit_table_update (connection, &row, error)
             && vb_unit_table_check_depth (connection, error);
    }
  g_return_val_if_reached (FALSE);
}

gboolean
vb_document_rename_unit (VbDocument *self, gint64 id, const char *name, GError **error)
{
  VbUnit *unit;
  g_autofree char *checked = NULL;
  g_autofree char *label = NULL;
  UnitEdit edit = { .id = id };

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  unit = vb_document_expect_unit (self, id, error);
  if (unit == NULL)
    return FALSE;
  checked = check_name (self, vb_unit_get_parent_id (unit), id, name, error);
  if (checked == NULL)
    return FALSE;
  edit.name = checked;
  /* Translators: follows "Undo"; %s is a unit */
  label = g_strdup_printf (_ ("renaming of %s"), vb_unit_get_name (unit));
  return vb_document_change (self, label, edit_unit, &edit, error);
}

gboolean
vb_document_move_unit (VbDocument *self, gint64 id, gint64 new_parent, GError **error)
{
  VbUnit *unit;
  VbUnit *parent = NULL;
  g_autofree char *checked = NULL;
  g_autofree char *label = NULL;
  UnitEdit edit = { .id = id, .parent = &new_parent };

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  unit = vb_document_expect_unit (self, id, error);
  if (unit == NULL)
    return FALSE;
  if (new_parent != 0)
    {
      parent = vb_document_expect_unit (self, new_parent, error);
      if (parent == NULL)
        return FALSE;
    }
  for (VbUnit *above = parent; above != NULL; above = vb_unit_get_parent (above))
    if (above == unit)
      {
        g_set_error (error, VB_ERROR, VB_ERROR_INVALID, _ ("%s cannot be placed below itself"),
                     vb_unit_get_name (unit));
        return FALSE;
      }
  checked = check_name (self, new_parent, id, vb_unit_get_name (unit), error);
  if (checked == NULL)
    return FALSE;
  /* Translators: follows "Undo"; %s is a unit */
  label = g_strdup_printf (_ ("move of %s"), vb_unit_get_name (unit));
  return vb_document_change (self, label, edit_unit, &edit, error);
}

typedef struct
{
  const gint64 *ids;
  guint n;
  VbCareType type;
} CareTypeEdit;

static gboolean
edit_care_types (VbStoreConnection *connection, gpointer data, GError **error)
{
  const CareTypeEdit *edit = data;

  for (guint i = 0; i < edit->n; i++)
    {
      UnitEdit each = { .id = edit->ids[i], .type = &edit->type };

      if (!edit_unit (connection, &each, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
vb_document_set_care_types (
    VbDocument *self, const gint64 *ids, guint n, VbCareType type, GError **error)
{
  g_autofree char *label = NULL;
  CareTypeEdit edit = { ids, n, type };
  VbUnit *unit = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (n > 0, FALSE);

  for (guint i = 0; i < n; i++)
    {
      unit = vb_document_expect_unit (self, ids[i], error);
      if (unit == NULL)
        return FALSE;
    }
  /* Translators: follows "Undo"; %s is a unit */
  label = g_strdup_printf (_ ("change of care type, %s"), vb_unit_get_name (unit));
  return vb_document_change (self, label, edit_care_types, &edit, error);
}

gboolean
vb_document_set_unit_care_type (VbDocument *self, gint64 id, VbCareType type, GError **error)
{
  return vb_document_set_care_types (self, &id, 1, type, error);
}

static gboolean
delete_unit (VbStoreConnection *connection, gpointer data, GError **error)
{
  const gint64 *id = data;

  return vb_observation_table_forget_unit (connection, *id, error)
         && vb_unit_table_delete (connection, *id, error);
}

gboolean
vb_document_remove_unit (VbDocument *self, gint64 id, GError **error)
{
  VbUnit *unit;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  unit = vb_document_expect_unit (self, id, error);
  if (unit == NULL)
    return FALSE;
  /* Translators: follows "Undo"; %s is a unit */
  label = g_strdup_printf (_ ("removal of %s"), vb_unit_get_name (unit));
  return vb_document_change (self, label, delete_unit, &id, error);
}
