/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document should hold, as simply as it can be said: a set of words and their values. Undo
 * is a copy of the whole set. */
#pragma once

#include "vb-document.h"

G_BEGIN_DECLS

/* "value/unit/measure/start/import" → value (import 0: typed), "unit/unit" → the import that made
 * it, "part/import/unit" → "", "import/import" → its place in the order, "target/unit" → value. */
typedef struct
{
  GHashTable *state;
  GPtrArray *undo; /* of GHashTable */
  GPtrArray *redo;
} Oracle;

Oracle *oracle_new (void);
void oracle_free (Oracle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Oracle, oracle_free)

void oracle_set (Oracle *self, const char *value, const char *format, ...) G_GNUC_PRINTF (3, 4);
void oracle_remove (Oracle *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
const char *oracle_get (Oracle *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Keys that begin with a prefix: GPtrArray of const char *. */
GPtrArray *oracle_list (Oracle *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Around each change: what follows is one step if it changes anything. */
GHashTable *oracle_begin (Oracle *self);
gboolean oracle_end (Oracle *self, GHashTable *before);
/* FALSE when there is nothing to undo (redo). */
gboolean oracle_undo (Oracle *self);
gboolean oracle_redo (Oracle *self);

/* The value that should stand there, and whose it is (0: typed); FALSE when there is none. */
gboolean oracle_get_standing (
    Oracle *self, gint64 unit, guint measure, VbDay start, const char **value, gint64 *import);
/* The newest that an import says, whatever was typed. */
const char *
oracle_get_newest_imported (Oracle *self, gint64 unit, guint measure, VbDay start, gint64 *import);
/* Takes an import back: its values, its parts, the units that only it spoke of. @parent: the unit
 * that all others stand under. */
void oracle_take_back (Oracle *self, gint64 import, gint64 parent);

G_END_DECLS
