/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements on the tables dialogue and dialogue_action. */
#pragma once

#include "vb-dialogue.h"
#include "vb-store-connection.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  VbDialogueFacts facts;
} VbDialogueRow;

/* All dialogues as an array of VbDialogueRow, the latest first. */
GArray *vb_dialogue_table_read (VbStoreConnection *connection, GError **error);
/* Both write the actions too, which must be in the order of their ids, each once. */
gboolean
vb_dialogue_table_insert (VbStoreConnection *connection, const VbDialogueRow *row, GError **error);
gboolean
vb_dialogue_table_update (VbStoreConnection *connection, const VbDialogueRow *row, GError **error);
gboolean vb_dialogue_table_delete (VbStoreConnection *connection, gint64 id, GError **error);

G_END_DECLS
