/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-string-table.h"

#include <string.h>

#define BLOCK_SIZE (64 * 1024)
#define FIRST_SLOTS 64

typedef struct
{
  const char *text;
  guint32 length;
  guint32 hash;
} Entry;

struct _VbStringTable
{
  GArray *entries; /* of Entry */
  guint32 *slots;  /* id + 1; 0 = empty */
  guint32 mask;
  GPtrArray *blocks; /* strings never move: others keep pointers to them */
  char *block_pos;
  gsize block_left;
  gsize n_bytes;
};

VbStringTable *
vb_string_table_new (void)
{
  VbStringTable *self = g_new0 (VbStringTable, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->slots = g_new0 (guint32, FIRST_SLOTS);
  self->mask = FIRST_SLOTS - 1;
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
vb_string_table_free (VbStringTable *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_free (self->slots);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/* Eight bytes at a time, multiplied and folded (after Wang Yi's wyhash): names share long prefixes
 * ("Avdelning 1", "Avdelning 2"), which the last multiplication has to spread. */
static guint32
hash_bytes (const char *text, gsize length)
{
  const guint64 prime = G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  guint64 hash = length * prime;
  guint64 word;

  while (length >= 8)
    {
      memcpy (&word, text, 8);
      hash = (hash ^ word) * prime;
      hash ^= hash >> 32;
      text += 8;
      length -= 8;
    }
  if (length > 0)
    {
      word = 0;
      memcpy (&word, text, length);
      hash = (hash ^ word) * prime;
      hash ^= hash >> 32;
    }
  hash *= prime;
  return (guint32) (hash >> 32);
}

static const char *
store (VbStringTable *self, const char *text, gsize length)
{
  char *copy;

  if (length + 1 > self->block_left)
    {
      gsize size = MAX (length + 1, BLOCK_SIZE);

      self->block_pos = g_malloc (size);
      self->block_left = size;
      g_ptr_array_add (self->blocks, self->block_pos);
    }
  copy = self->block_pos;
  memcpy (copy, text, length);
  copy[length] = '\0';
  self->block_pos += length + 1;
  self->block_left -= length + 1;
  self->n_bytes += length + 1;
  return copy;
}

static void
grow (VbStringTable *self)
{
  guint32 n_slots = (self->mask + 1) * 2;

  g_free (self->slots);
  self->slots = g_new0 (guint32, n_slots);
  self->mask = n_slots - 1;
  for (guint32 id = 0; id < self->entries->len; id++)
    {
      guint32 slot = g_array_index (self->entries, Entry, id).hash & self->mask;

      while (self->slots[slot] != 0)
        slot = (slot + 1) & self->mask;
      self->slots[slot] = id + 1;
    }
}

/* The slot the string is in, or the empty one it would go to. */
static guint32
find_slot (VbStringTable *self, const char *text, gsize length, guint32 hash)
{
  guint32 slot = hash & self->mask;

  while (self->slots[slot] != 0)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, self->slots[slot] - 1);

      if (entry->hash == hash && entry->length == length && memcmp (entry->text, text, length) == 0)
        break;
      slot = (slot + 1) & self->mask;
    }
  return slot;
}

guint32
vb_string_table_intern (VbStringTable *self, const char *text, gsize length, gboolean *is_new)
{
  guint32 hash = hash_bytes (text, length);
  guint32 slot = find_slot (self, text, length, hash);
  Entry entry;

  if (is_new != NULL)
    *is_new = self->slots[slot] == 0;
  if (self->slots[slot] != 0)
    return self->slots[slot] - 1;
  entry.text = store (self, text, length);
  entry.length = (guint32) length;
  entry.hash = hash;
  g_array_append_val (self->entries, entry);
  self->slots[slot] = self->entries->len;
  if (self->entries->len > self->mask / 2)
    grow (self);
  return self->entries->len - 1;
}

guint32
vb_string_table_find (VbStringTable *self, const char *text, gsize length)
{
  guint32 slot = find_slot (self, text, length, hash_bytes (text, length));

  return self->slots[slot] == 0 ? VB_STRING_TABLE_NONE : self->slots[slot] - 1;
}

const char *
vb_string_table_get (VbStringTable *self, guint32 id, gsize *length)
{
  const Entry *entry;

  g_return_val_if_fail (id < self->entries->len, NULL);
  entry = &g_array_index (self->entries, Entry, id);
  if (length != NULL)
    *length = entry->length;
  return entry->text;
}

guint
vb_string_table_get_size (VbStringTable *self)
{
  return self->entries->len;
}

gsize
vb_string_table_get_n_bytes (VbStringTable *self)
{
  return self->n_bytes;
}
