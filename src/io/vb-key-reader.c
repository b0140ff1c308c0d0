/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-key-reader.h"

#include <glib/gi18n-lib.h>

#include "vb-byte-source.h"
#include "vb-error.h"
#include "vb-ladder.h"
#include "vb-number.h"

#define MAX_SIZE (1024 * 1024)

struct _VbKeyReader
{
  char *name; /* of the file */
  GKeyFile *keys;
};

/* The bytes of @source, without the mark that some editors begin UTF-8 with. */
static char *
read_all (VbByteSource *source, gsize *size, GError **error)
{
  goffset total = vb_byte_source_get_size (source);
  g_autofree char *text = NULL;
  gsize n = 0;

  if (total > MAX_SIZE)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                   _ ("%s: expected at most %d kilobytes, found more"),
                   vb_byte_source_get_name (source), MAX_SIZE / 1024);
      return NULL;
    }
  text = g_malloc0 ((gsize) total + 1);
  while (n < (gsize) total)
    {
      gssize got = vb_byte_source_read_at (source, text + n, (gsize) total - n, (goffset) n, error);

      if (got < 0)
        return NULL;
      if (got == 0)
        break;
      n += (gsize) got;
    }
  if (n >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      n -= 3;
      memmove (text, text + 3, n);
    }
  *size = n;
  return g_steal_pointer (&text);
}

static gboolean
load (VbKeyReader *self, VbByteSource *source, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *text = NULL;
  gsize size;

  text = read_all (source, &size, error);
  if (text == NULL)
    return FALSE;
  /* Of the file's parts, GKeyFile looks at the values only. */
  if (!g_utf8_validate (text, (gssize) size, NULL))
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                   _ ("%s: expected a text in UTF-8, found something else"), self->name);
      return FALSE;
    }
  if (!g_key_file_load_from_data (self->keys, text, size, G_KEY_FILE_KEEP_TRANSLATIONS, &local))
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT, "%s: %s", self->name, local->message);
      return FALSE;
    }
  return TRUE;
}

VbKeyReader *
vb_key_reader_open (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (VbByteSource) source = vb_byte_source_new (file, cancellable, error);
  g_autoptr (VbKeyReader) self = NULL;

  if (source == NULL)
    return NULL;
  self = g_new0 (VbKeyReader, 1);
  self->name = g_strdup (vb_byte_source_get_name (source));
  self->keys = g_key_file_new ();
  if (!load (self, source, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
vb_key_reader_free (VbKeyReader *self)
{
  g_free (self->name);
  g_key_file_unref (self->keys);
  g_free (self);
}

const char *
vb_key_reader_get_name (VbKeyReader *self)
{
  return self->name;
}

GStrv
vb_key_reader_get_groups (VbKeyReader *self)
{
  return g_key_file_get_groups (self->keys, NULL);
}

static gboolean
check_keys (VbKeyReader *self, const char *group, const char *const *known, GError **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (self->keys, group, NULL, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *key = g_strndup (keys[i], strcspn (keys[i], "["));
      g_autofree char *expected = NULL;
      g_autofree char *list = NULL;

      if (g_strv_contains (known, key))
        continue;
      list = g_strjoinv (", ", (GStrv) known);
      expected = g_strdup_printf (_ ("one of the keys %s"), list);
      return vb_key_reader_refuse (self, group, key, expected, key, error);
    }
  return TRUE;
}

static const VbKeyGroup *
find_group (const VbKeyGroup *known, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (g_str_has_suffix (known[i].name, " ") ? g_str_has_prefix (name, known[i].name)
                                              : g_str_equal (name, known[i].name))
      return &known[i];
  return NULL;
}

/* "[Ladder], [Step …]" */
static char *
dup_group_names (const VbKeyGroup *known, guint n)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s[%s%s]", i > 0 ? ", " : "", known[i].name,
                            g_str_has_suffix (known[i].name, " ") ? "…" : "");
  return g_string_free (names, FALSE);
}

gboolean
vb_key_reader_check (VbKeyReader *self, const VbKeyGroup *known, guint n, GError **error)
{
  g_auto (GStrv) groups = vb_key_reader_get_groups (self);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      const VbKeyGroup *group = find_group (known, n, groups[i]);

      if (group == NULL)
        {
          g_autofree char *names = dup_group_names (known, n);

          g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                       _ ("%s: expected one of the groups %s, found [%s]"), self->name, names,
                       groups[i]);
          return FALSE;
        }
      if (!check_keys (self, groups[i], group->keys, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
vb_key_reader_refuse (VbKeyReader *self,
                      const char *group,
                      const char *key,
                      const char *expected,
                      const char *found,
                      GError **error)
{
  g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
               _ ("%s, group [%s], key “%s”: expected %s, found “%s”"), self->name, group, key,
               expected, found != NULL ? found : "");
  return FALSE;
}

char *
vb_key_reader_dup_value (VbKeyReader *self, const char *group, const char *key)
{
  char *value = g_key_file_get_string (self->keys, group, key, NULL);

  return value != NULL ? g_strstrip (value) : NULL;
}

GStrv
vb_key_reader_dup_list (VbKeyReader *self, const char *group, const char *key)
{
  return g_key_file_get_string_list (self->keys, group, key, NULL, NULL);
}

void
vb_key_reader_get_text (VbKeyReader *self, const char *group, const char *key, VbBilingual *text)
{
  g_autofree char *swedish_key = g_strconcat (key, "[sv]", NULL);
  g_autofree char *sv = vb_key_reader_dup_value (self, group, swedish_key);
  g_autofree char *en = vb_key_reader_dup_value (self, group, key);

  vb_bilingual_set (text, sv, en);
}

gboolean
vb_key_reader_require_text (
    VbKeyReader *self, const char *group, const char *key, VbBilingual *text, GError **error)
{
  vb_key_reader_get_text (self, group, key, text);
  if (vb_bilingual_is_empty (text))
    return vb_key_reader_refuse (self, group, key, _ ("a text"), NULL, error);
  return TRUE;
}

char *
vb_key_reader_require_id (VbKeyReader *self, const char *group, const char *key, GError **error)
{
  g_autofree char *id = vb_key_reader_dup_value (self, group, key);

  if (!vb_ladder_id_is_valid (id))
    {
      vb_key_reader_refuse (self, group, key, _ ("an id of letters a–z, digits, “.”, “_” and “-”"),
                            id, error);
      return NULL;
    }
  return g_steal_pointer (&id);
}

gboolean
vb_key_reader_get_number (
    VbKeyReader *self, const char *group, const char *key, double *value, GError **error)
{
  g_autofree char *text = vb_key_reader_dup_value (self, group, key);

  if (text == NULL || vb_number_parse_typed (text, value))
    return TRUE;
  return vb_key_reader_refuse (self, group, key, _ ("a number"), text, error);
}

gboolean
vb_key_reader_get_whole (VbKeyReader *self,
                         const char *group,
                         const char *key,
                         guint low,
                         guint high,
                         guint *value,
                         GError **error)
{
  g_autofree char *text = vb_key_reader_dup_value (self, group, key);

  return text == NULL || vb_key_reader_require_whole (self, group, key, low, high, value, error);
}

gboolean
vb_key_reader_require_whole (VbKeyReader *self,
                             const char *group,
                             const char *key,
                             guint low,
                             guint high,
                             guint *value,
                             GError **error)
{
  g_autofree char *text = vb_key_reader_dup_value (self, group, key);
  g_autofree char *expected = NULL;
  guint64 number;

  if (text != NULL && g_ascii_string_to_unsigned (text, 10, low, high, &number, NULL))
    {
      *value = (guint) number;
      return TRUE;
    }
  expected = g_strdup_printf (_ ("a number from %d to %d"), (int) low, (int) high);
  return vb_key_reader_refuse (self, group, key, expected, text, error);
}

gboolean
vb_key_reader_get_boolean (
    VbKeyReader *self, const char *group, const char *key, gboolean *value, GError **error)
{
  g_autofree char *text = vb_key_reader_dup_value (self, group, key);

  if (text == NULL)
    return TRUE;
  if (!g_str_equal (text, "true") && !g_str_equal (text, "false"))
    return vb_key_reader_refuse (self, group, key, _ ("true or false"), text, error);
  *value = g_str_equal (text, "true");
  return TRUE;
}
