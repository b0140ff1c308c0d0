/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

static GHashTable *
copy_state (GHashTable *state)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, state);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy, g_strdup (key), g_strdup (value));
  return copy;
}

static gboolean
is_same (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_strcmp0 (g_hash_table_lookup (b, key), value) != 0)
      return FALSE;
  return TRUE;
}

Oracle *
oracle_new (void)
{
  Oracle *self = g_new0 (Oracle, 1);

  self->state = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  return self;
}

void
oracle_free (Oracle *self)
{
  g_hash_table_unref (self->state);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_free (self);
}

#define FORMAT_KEY(key, format)                                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    va_list arguments;                                                                             \
    va_start (arguments, format);                                                                  \
    key = g_strdup_vprintf (format, arguments);                                                    \
    va_end (arguments);                                                                            \
  }                                                                                                \
  G_STMT_END

void
oracle_set (Oracle *self, const char *value, const char *format, ...)
{
  char *key;

  FORMAT_KEY (key, format);
  g_hash_table_insert (self->state, key, g_strdup (value));
}

void
oracle_remove (Oracle *self, const char *format, ...)
{
  g_autofree char *key = NULL;

  FORMAT_KEY (key, format);
  g_hash_table_remove (self->state, key);
}

const char *
oracle_get (Oracle *self, const char *format, ...)
{
  g_autofree char *key = NULL;

  FORMAT_KEY (key, format);
  return g_hash_table_lookup (self->state, key);
}

static GPtrArray *
list_keys (Oracle *self, const char *prefix)
{
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->state);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_str_has_prefix (key, prefix))
      g_ptr_array_add (keys, key);
  return keys;
}

GPtrArray *
oracle_list (Oracle *self, const char *format, ...)
{
  g_autofree char *prefix = NULL;

  FORMAT_KEY (prefix, format);
  return list_keys (self, prefix);
}

GHashTable *
oracle_begin (Oracle *self)
{
  return copy_state (self->state);
}

gboolean
oracle_end (Oracle *self, GHashTable *before)
{
  if (is_same (before, self->state))
    {
      g_hash_table_unref (before);
      return FALSE;
    }
  g_ptr_array_add (self->undo, before);
  g_ptr_array_set_size (self->redo, 0);
  return TRUE;
}

static gboolean
swap (Oracle *self, GPtrArray *from, GPtrArray *to)
{
  if (from->len == 0)
    return FALSE;
  g_ptr_array_add (to, self->state);
  self->state = g_ptr_array_steal_index (from, from->len - 1);
  return TRUE;
}

gboolean
oracle_undo (Oracle *self)
{
  return swap (self, self->undo, self->redo);
}

gboolean
oracle_redo (Oracle *self)
{
  return swap (self, self->redo, self->undo);
}

static gint64
get_number (const char *text)
{
  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

const char *
oracle_get_newest_imported (Oracle *self, gint64 unit, guint measure, VbDay start, gint64 *import)
{
  g_autoptr (GPtrArray) imports = oracle_list (self, "import/");
  const char *newest = NULL;
  gint64 best = 0;

  for (guint i = 0; i < imports->len; i++)
    {
      gint64 id = get_number ((char *) imports->pdata[i] + strlen ("import/"));
      gint64 order = get_number (g_hash_table_lookup (self->state, imports->pdata[i]));
      const char *value = oracle_get (self, "value/%" G_GINT64_FORMAT "/%u/%d/%" G_GINT64_FORMAT,
                                      unit, measure, start, id);

      if (value != NULL && order > best)
        {
          best = order;
          newest = value;
          *import = id;
        }
    }
  return newest;
}

gboolean
oracle_get_standing (
    Oracle *self, gint64 unit, guint measure, VbDay start, const char **value, gint64 *import)
{
  *value = oracle_get (self, "value/%" G_GINT64_FORMAT "/%u/%d/0", unit, measure, start);
  *import = 0;
  if (*value == NULL)
    *value = oracle_get_newest_imported (self, unit, measure, start, import);
  return *value != NULL;
}

static gboolean
is_unused (Oracle *self, gint64 unit, gboolean has_children)
{
  g_autoptr (GPtrArray) values = oracle_list (self, "value/%" G_GINT64_FORMAT "/", unit);
  g_autoptr (GPtrArray) parts = oracle_list (self, "part/%" G_GINT64_FORMAT "/", unit);

  return !has_children && values->len == 0 && parts->len == 0
         && oracle_get (self, "target/%" G_GINT64_FORMAT, unit) == NULL;
}

/* The oldest import that speaks of @unit, or of any unit when it is the parent; 0 if none. */
static gint64
find_heir (Oracle *self, gint64 unit, gint64 parent)
{
  g_autoptr (GPtrArray) parts = unit == parent
                                    ? oracle_list (self, "part/")
                                    : oracle_list (self, "part/%" G_GINT64_FORMAT "/", unit);
  gint64 heir = 0;
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < parts->len; i++)
    {
      gint64 import = get_number (strrchr (parts->pdata[i], '/') + 1);
      gint64 order = get_number (oracle_get (self, "import/%" G_GINT64_FORMAT, import));

      if (order < best)
        {
          best = order;
          heir = import;
        }
    }
  return heir;
}

static void
release_unit (Oracle *self, gint64 unit, gint64 import, gint64 parent, gboolean has_children)
{
  g_autofree char *heir = NULL;

  if (get_number (oracle_get (self, "unit/%" G_GINT64_FORMAT, unit)) != import)
    return;
  if (is_unused (self, unit, has_children))
    {
      oracle_remove (self, "unit/%" G_GINT64_FORMAT, unit);
      return;
    }
  heir = g_strdup_printf ("%" G_GINT64_FORMAT, find_heir (self, unit, parent));
  oracle_set (self, heir, "unit/%" G_GINT64_FORMAT, unit);
}

void
oracle_take_back (Oracle *self, gint64 import, gint64 parent)
{
  g_autofree char *suffix = g_strdup_printf ("/%" G_GINT64_FORMAT, import);
  GHashTableIter iter;
  gpointer key;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GPtrArray) left = NULL;

  g_hash_table_iter_init (&iter, self->state);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if ((g_str_has_prefix (key, "value/") || g_str_has_prefix (key, "part/"))
        && g_str_has_suffix (key, suffix))
      g_hash_table_iter_remove (&iter);
  oracle_remove (self, "import%s", suffix);

  units = oracle_list (self, "unit/");
  for (guint i = 0; i < units->len; i++)
    {
      gint64 unit = get_number ((char *) units->pdata[i] + strlen ("unit/"));

      if (unit != parent)
        release_unit (self, unit, import, parent, FALSE);
    }
  left = oracle_list (self, "unit/");
  if (oracle_get (self, "unit/%" G_GINT64_FORMAT, parent) != NULL)
    release_unit (self, parent, import, parent, left->len > 1);
}
