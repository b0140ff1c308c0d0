/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-ladder-reader.h"

#include <glib/gi18n-lib.h>

#include "vb-error.h"
#include "vb-ladder-key-file.h"
#include "vb-ladder-resources.h"
#include "vb-ladder-table.h"

#define RESOURCES "resource:///se/vardbalans/Vardbalans/ladders/"

static const char *const shipped[] = { "ten-areas.ladder", "demand-capacity.ladder" };

VbLadder *
vb_ladder_reader_read (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (VbLadder) ladder = NULL;
  g_autoptr (VbTextTable) table = NULL;
  g_autoptr (GFile) statements = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  ladder = vb_ladder_key_file_read (file, &statements, cancellable, error);
  if (ladder == NULL)
    return NULL;
  table = vb_ladder_table_read (statements, cancellable, error);
  if (table == NULL || !vb_ladder_table_fill (table, ladder, FALSE, error))
    return NULL;
  return g_steal_pointer (&ladder);
}

VbLadder *
vb_ladder_reader_read_table (GFile *file,
                             const VbLadderLabel *label,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (VbLadder) ladder = NULL;
  g_autoptr (VbTextTable) table = NULL;
  guint last_step;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  table = vb_ladder_table_read (file, cancellable, error);
  if (table == NULL)
    return NULL;
  last_step = vb_ladder_table_find_last_step (table);
  if (last_step < 2)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                   _ ("%s: expected statements of step 2 and above, found none"),
                   vb_text_table_get_name (table));
      return NULL;
    }

  ladder = vb_ladder_new (label->id, label->version, last_step);
  g_return_val_if_fail (ladder != NULL, NULL);
  vb_ladder_set_name (ladder, &label->name);
  vb_ladder_set_source (ladder, &label->source);
  vb_ladder_set_wording (ladder, label->wording);
  if (!vb_ladder_table_fill (table, ladder, TRUE, error))
    return NULL;
  return g_steal_pointer (&ladder);
}

GPtrArray *
vb_ladder_reader_read_shipped (GError **error)
{
  g_autoptr (GPtrArray) ladders = g_ptr_array_new_with_free_func (g_object_unref);

  /* Makes the linker keep the resource. */
  vb_ladder_get_resource ();
  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      g_autofree char *uri = g_strconcat (RESOURCES, shipped[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_uri (uri);
      VbLadder *ladder = vb_ladder_reader_read (file, NULL, error);

      if (ladder == NULL)
        return NULL;
      g_ptr_array_add (ladders, ladder);
    }
  return g_steal_pointer (&ladders);
}
