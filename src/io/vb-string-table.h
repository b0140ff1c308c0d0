/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of byte strings numbered in order of appearance. A table of a million rows has few
 * different names and dates; each is looked at once, and everything after that is numbers. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _VbStringTable VbStringTable;

#define VB_STRING_TABLE_NONE G_MAXUINT32

VbStringTable *vb_string_table_new (void);
void vb_string_table_free (VbStringTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbStringTable, vb_string_table_free)

/* The number of the string, which is added if it is new (then @is_new, which may be NULL, becomes
 * TRUE). */
guint32
vb_string_table_intern (VbStringTable *self, const char *text, gsize length, gboolean *is_new);
/* VB_STRING_TABLE_NONE when it is not there. */
guint32 vb_string_table_find (VbStringTable *self, const char *text, gsize length);
/* NUL-terminated; valid as long as the table. */
const char *vb_string_table_get (VbStringTable *self, guint32 id, gsize *length);
guint vb_string_table_get_size (VbStringTable *self);
/* Bytes that the strings take, to keep hostile input within bounds. */
gsize vb_string_table_get_n_bytes (VbStringTable *self);

G_END_DECLS
