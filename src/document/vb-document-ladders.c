/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of ladders: they come and, as long as nobody uses them, go. */
#include "vb-document-private.h"

#include <glib/gi18n-lib.h>

#include "vb-ladder-version-table.h"
#include "vb-setting-table.h"

#define MAX_GROUP 1000000

gboolean
vb_document_expect_ladder (VbDocument *self, VbLadder *ladder, gboolean *is_new, GError **error)
{
  VbLadder *known =
      vb_document_find_ladder (self, vb_ladder_get_id (ladder), vb_ladder_get_version (ladder));

  *is_new = known == NULL;
  if (known == NULL)
    return vb_ladder_validate (ladder, error);
  if (vb_ladder_equal (known, ladder))
    return TRUE;
  g_set_error (error, VB_ERROR, VB_ERROR_INVALID,
               _ ("The document holds another text as version %s of this ladder; give the new text "
                  "a version of its own"),
               vb_ladder_get_version (ladder));
  return FALSE;
}

static gboolean
insert_ladder (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_ladder_version_table_insert (connection, data, error);
}

gboolean
vb_document_add_ladder (VbDocument *self, VbLadder *ladder, GError **error)
{
  g_autofree char *label = NULL;
  gboolean is_new;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (VB_IS_LADDER (ladder), FALSE);

  if (!vb_document_expect_ladder (self, ladder, &is_new, error))
    return FALSE;
  if (!is_new)
    return TRUE;
  /* Translators: follows "Undo"; %s is the name of a ladder */
  label = g_strdup_printf (_ ("addition of %s"), vb_bilingual_get (vb_ladder_get_name (ladder)));
  return vb_document_change (self, label, insert_ladder, ladder, error);
}

static gboolean
delete_ladder (VbStoreConnection *connection, gpointer data, GError **error)
{
  const gint64 *id = data;

  return vb_ladder_version_table_delete (connection, *id, error);
}

gboolean
vb_document_remove_ladder (VbDocument *self, gint64 ladder_id, GError **error)
{
  VbLadder *ladder;
  g_autofree char *label = NULL;
  g_autoptr (GError) refused = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  ladder = vb_document_get_ladder (self, ladder_id);
  if (ladder == NULL)
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                           _ ("The ladder is no longer in the document"));
      return FALSE;
    }
  /* Translators: follows "Undo"; %s is the name of a ladder */
  label = g_strdup_printf (_ ("removal of %s"), vb_bilingual_get (vb_ladder_get_name (ladder)));
  if (vb_document_change (self, label, delete_ladder, &ladder_id, &refused))
    return TRUE;
  if (g_error_matches (refused, VB_ERROR, VB_ERROR_INVALID)
      && vb_document_check_writable (self, NULL))
    return vb_document_fail_invalid (
        _ ("The ladder cannot be removed: self-assessments or actions refer to it"), error);
  g_propagate_error (error, g_steal_pointer (&refused));
  return FALSE;
}

static gboolean
update_setting (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_setting_table_update (connection, data, error);
}

gboolean
vb_document_set_smallest_group (VbDocument *self, guint participants, GError **error)
{
  VbSettingRow row;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  if (participants < 1 || participants > MAX_GROUP)
    return vb_document_fail_invalid (_ ("A group has at least one participant"), error);
  row = self->settings;
  row.smallest_group = participants;
  return vb_document_change (self, _ ("change of the smallest group shown"), update_setting, &row,
                             error);
}
