/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-unit-finder.h"

#include <glib/gi18n-lib.h>

#define MAX_PATHS_IN_MESSAGE 5

char *
vb_unit_finder_fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup (text);
}

/* The path of each row; rows stand after their parents. */
static GPtrArray *
make_paths (GArray *rows)
{
  GPtrArray *paths = g_ptr_array_new_full (rows->len, g_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      VbUnitRow *row = &g_array_index (rows, VbUnitRow, i);
      const char *parent = g_hash_table_lookup (by_id, &row->parent);
      char *path =
          parent != NULL ? g_strconcat (parent, " / ", row->name, NULL) : g_strdup (row->name);

      g_ptr_array_add (paths, path);
      g_hash_table_insert (by_id, &row->id, path);
    }
  return paths;
}

typedef enum
{
  BY_PATH,
  BY_CODE,
  BY_NAME,
  N_WAYS,
} Way;

static gboolean
matches (const VbUnitRow *row, const char *path, Way way, const char *text, gboolean folded)
{
  const char *candidate = way == BY_PATH ? path : way == BY_CODE ? row->code : row->name;
  g_autofree char *fold = NULL;

  if (candidate == NULL)
    return FALSE;
  if (!folded)
    return g_str_equal (candidate, text);
  fold = vb_unit_finder_fold (candidate);
  return g_str_equal (fold, text);
}

/* How many there are; @first: out, the first of them; @list: the paths, for a message. */
static guint
count_matches (GArray *rows,
               GPtrArray *paths,
               Way way,
               const char *text,
               gboolean folded,
               const VbUnitRow **first,
               GString *list)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const VbUnitRow *row = &g_array_index (rows, VbUnitRow, i);

      if (!matches (row, paths->pdata[i], way, text, folded))
        continue;
      if (n == 0)
        *first = row;
      if (n < MAX_PATHS_IN_MESSAGE)
        g_string_append_printf (list, "%s“%s”", n > 0 ? ", " : "", (char *) paths->pdata[i]);
      else if (n == MAX_PATHS_IN_MESSAGE)
        g_string_append (list, " …");
      n++;
    }
  return n;
}

const VbUnitRow *
vb_unit_finder_find (GArray *rows, const char *text, GError **error)
{
  g_autoptr (GPtrArray) paths = make_paths (rows);
  g_autofree char *fold = vb_unit_finder_fold (text);

  for (int folded = 0; folded <= 1; folded++)
    for (int way = 0; way < N_WAYS; way++)
      {
        g_autoptr (GString) list = g_string_new (NULL);
        const VbUnitRow *row = NULL;
        guint n = count_matches (rows, paths, way, folded ? fold : text, folded, &row, list);

        if (n == 1)
          return row;
        if (n > 1)
          {
            g_set_error (error, VB_ERROR, VB_ERROR_USAGE,
                         _ ("“%s” is the name of several units: %s"), text, list->str);
            return NULL;
          }
      }
  g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND, _ ("There is no unit “%s”"), text);
  return NULL;
}
