/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Key files that planners edit: UTF-8, at most a megabyte, texts in two languages (Key= and
 * Key[sv]=), and no key that is not known, since a misspelt one would otherwise be a key that is
 * silently not there. What breaks a rule is refused with VB_ERROR_BAD_INPUT: file, group, key, what
 * was expected and what was found. */
#pragma once

#include <gio/gio.h>

#include "vb-bilingual.h"

G_BEGIN_DECLS

typedef struct _VbKeyReader VbKeyReader;

/* Reads the whole @file; its groups are still to be checked. */
VbKeyReader *vb_key_reader_open (GFile *file, GCancellable *cancellable, GError **error);
void vb_key_reader_free (VbKeyReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbKeyReader, vb_key_reader_free)

/* The file's, for messages. */
const char *vb_key_reader_get_name (VbKeyReader *self);
/* In file order; owned by the caller. */
GStrv vb_key_reader_get_groups (VbKeyReader *self);

/* A group that a file may have. */
typedef struct
{
  const char *name; /* with a space at its end: any number of groups, each with its id behind it */
  const char *const *keys; /* NULL-terminated */
} VbKeyGroup;

/* Refuses a group that is none of the @n of @known, and a key that is none of its group's. */
gboolean vb_key_reader_check (VbKeyReader *self, const VbKeyGroup *known, guint n, GError **error);
/* Returns FALSE. @found: NULL = nothing. */
gboolean vb_key_reader_refuse (VbKeyReader *self,
                               const char *group,
                               const char *key,
                               const char *expected,
                               const char *found,
                               GError **error);

/* The untranslated value without white space at its ends; NULL where there is none. */
char *vb_key_reader_dup_value (VbKeyReader *self, const char *group, const char *key);
/* The value's parts, parted by ";"; NULL where there is no value. Owned by the caller. */
GStrv vb_key_reader_dup_list (VbKeyReader *self, const char *group, const char *key);
void
vb_key_reader_get_text (VbKeyReader *self, const char *group, const char *key, VbBilingual *text);
/* The next ones refuse what is not what it should be, and those that require it what is not there.
 */
gboolean vb_key_reader_require_text (
    VbKeyReader *self, const char *group, const char *key, VbBilingual *text, GError **error);
/* As vb_ladder_id_is_valid(); owned by the caller. */
char *
vb_key_reader_require_id (VbKeyReader *self, const char *group, const char *key, GError **error);
/* A number, however it is typed; @value keeps what it has where there is none. */
gboolean vb_key_reader_get_number (
    VbKeyReader *self, const char *group, const char *key, double *value, GError **error);
/* A whole number from @low to @high, in digits; likewise. */
gboolean vb_key_reader_get_whole (VbKeyReader *self,
                                  const char *group,
                                  const char *key,
                                  guint low,
                                  guint high,
                                  guint *value,
                                  GError **error);
gboolean vb_key_reader_require_whole (VbKeyReader *self,
                                      const char *group,
                                      const char *key,
                                      guint low,
                                      guint high,
                                      guint *value,
                                      GError **error);
/* true or false; likewise. */
gboolean vb_key_reader_get_boolean (
    VbKeyReader *self, const char *group, const char *key, gboolean *value, GError **error);

G_END_DECLS
