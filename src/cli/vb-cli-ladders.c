/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-cli-ladders.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vb-error.h"
#include "vb-ladder-reader.h"

static gboolean
has_ladder (GPtrArray *ladders, VbLadder *ladder)
{
  for (guint i = 0; i < ladders->len; i++)
    if (g_str_equal (vb_ladder_get_id (ladders->pdata[i]), vb_ladder_get_id (ladder))
        && g_str_equal (vb_ladder_get_version (ladders->pdata[i]), vb_ladder_get_version (ladder)))
      return TRUE;
  return FALSE;
}

GPtrArray *
vb_cli_list_ladders (VbDocument *document, GError **error)
{
  GPtrArray *ladders = vb_ladder_reader_read_shipped (error);
  GListModel *stored = vb_document_get_ladders (document);

  for (guint i = 0; ladders != NULL && i < g_list_model_get_n_items (stored); i++)
    {
      g_autoptr (VbLadder) ladder = g_list_model_get_item (stored, i);

      if (!has_ladder (ladders, ladder))
        g_ptr_array_add (ladders, g_steal_pointer (&ladder));
    }
  return ladders;
}

VbLadder *
vb_cli_find_ladder (VbDocument *document, const char *text, GError **error)
{
  g_autoptr (GPtrArray) ladders = vb_cli_list_ladders (document, error);
  g_auto (GStrv) parts = NULL;
  VbLadder *found = NULL;

  if (ladders == NULL)
    return NULL;
  if (text == NULL)
    return g_object_ref (ladders->pdata[0]);

  parts = g_strsplit (text, "@", 2);
  for (guint i = 0; i < ladders->len; i++)
    if (parts[0] != NULL && g_str_equal (vb_ladder_get_id (ladders->pdata[i]), parts[0])
        && (parts[1] == NULL || g_str_equal (vb_ladder_get_version (ladders->pdata[i]), parts[1])))
      found = ladders->pdata[i];
  if (found != NULL)
    return g_object_ref (found);

  g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND, _ ("There is no ladder “%s”"), text);
  return NULL;
}

gboolean
vb_cli_parse_role (const char *text, VbRoleGroup *role, GError **error)
{
  if (vb_role_group_from_id (text, role))
    return TRUE;

  g_set_error (error, VB_ERROR, VB_ERROR_USAGE,
               _ ("--role: expected management, planners, physicians, nurses or other, "
                  "found “%s”"),
               text);
  return FALSE;
}

gboolean
vb_cli_parse_date (const char *option, const char *text, VbDay *day, GError **error)
{
  *day = vb_day_from_iso (text);
  if (*day != VB_DAY_NONE)
    return TRUE;

  g_set_error (error, VB_ERROR, VB_ERROR_USAGE,
               _ ("%s: expected a date such as 2026-10-05, found “%s”"), option, text);
  return FALSE;
}
