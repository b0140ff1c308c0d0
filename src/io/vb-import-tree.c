/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-import-tree.h"

#include <string.h>

#include "vb-header-words.h"
#include "vb-personal-number.h"

/* Parts the cells of a path's key; no text has these bytes. */
#define CELL_END '\x1F'
#define LEVEL_END '\x1E'
#define PATH_SEPARATOR " / "

struct _VbImportTree
{
  VbImportLevel levels[VB_IMPORT_MAX_LEVELS];
  guint n_levels;
  char *under;
  gboolean split;
  VbStringTable *keys; /* of the paths, in the order of @paths */
  GPtrArray *paths;    /* of VbImportPath */
  GStringChunk *texts;
  GString *key;
  guint32 last; /* rows of one unit often stand together */
};

VbImportTree *
vb_import_tree_new (const VbImportLevel *levels, guint n_levels, const char *under)
{
  VbImportTree *self = g_new0 (VbImportTree, 1);

  self->n_levels = MIN (n_levels, VB_IMPORT_MAX_LEVELS);
  memcpy (self->levels, levels, self->n_levels * sizeof *levels);
  self->under = g_strdup (under);
  self->keys = vb_string_table_new ();
  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_string_chunk_new (4096);
  self->key = g_string_new (NULL);
  self->last = VB_STRING_TABLE_NONE;
  return self;
}

void
vb_import_tree_free (VbImportTree *self)
{
  if (self == NULL)
    return;
  vb_string_table_free (self->keys);
  g_ptr_array_unref (self->paths);
  g_string_chunk_free (self->texts);
  g_string_free (self->key, TRUE);
  g_free (self->under);
  g_free (self);
}

void
vb_import_tree_set_split (VbImportTree *self, gboolean split)
{
  self->split = split;
}

guint
vb_import_tree_get_n_paths (VbImportTree *self)
{
  return self->paths->len;
}

VbImportPath *
vb_import_tree_get_path (VbImportTree *self, guint32 index)
{
  return g_ptr_array_index (self->paths, index);
}

static void
refuse (VbImportPath *path, VbProblemKind problem, guint level, const char *value)
{
  path->refused = TRUE;
  path->problem = problem;
  path->problem_level = level;
  path->problem_value = value;
}

static void
add_step (VbImportPath *path, const char *name, const char *code, guint level)
{
  VbImportStep *step;

  if (path->n_steps == VB_IMPORT_MAX_LEVELS)
    return;
  step = &path->steps[path->n_steps++];
  step->name = name;
  step->code = code;
  step->level = level;
}

static void
add_split_steps (VbImportTree *self, VbImportPath *path, const char *name)
{
  g_auto (GStrv) names = g_strsplit (name, PATH_SEPARATOR, VB_IMPORT_MAX_LEVELS);

  for (guint i = 0; names[i] != NULL; i++)
    if (*g_strstrip (names[i]) != '\0')
      add_step (path, g_string_chunk_insert_const (self->texts, names[i]), NULL, 0);
}

/* What can be refused without having seen the other rows. */
static void
check_step (VbImportPath *path, guint index)
{
  const VbImportStep *step = &path->steps[index];
  const VbImportStep *above = index > 0 ? &path->steps[index - 1] : NULL;

  if (vb_personal_number_is_in (step->name, strlen (step->name))
      || (step->code != NULL && vb_personal_number_is_in (step->code, strlen (step->code))))
    refuse (path, VB_PROBLEM_PERSONAL_IDENTITY_NUMBER, step->level, NULL);
  else if (strstr (step->name, "\xEF\xBF\xBD") != NULL)
    refuse (path, VB_PROBLEM_BAD_TEXT, step->level, step->name);
  /* Two levels may share a name (a clinic with one ward of its own name), but not a code. */
  else if (above != NULL && above->code != NULL && g_strcmp0 (above->code, step->code) == 0)
    refuse (path, VB_PROBLEM_OWN_PARENT, step->level, step->name);
}

static VbImportPath *
make_path (VbImportTree *self, const VbImportCell *cells, const char *care, gsize care_length)
{
  VbImportPath *path = g_new0 (VbImportPath, 1);
  guint last = self->n_levels > 0 ? self->n_levels - 1 : 0;

  path->unit = -1;
  path->care =
      g_string_chunk_insert_len (self->texts, care_length > 0 ? care : "", (gssize) care_length);
  vb_header_words_find_care_type (path->care, &path->care_type);
  for (guint i = 0; i < self->n_levels; i++)
    {
      const VbImportCell *cell = &cells[i];
      const char *code = NULL;
      const char *name;

      if (cell->code_length > 0)
        code = g_string_chunk_insert_len (self->texts, cell->code, (gssize) cell->code_length);
      if (cell->name_length > 0)
        name = g_string_chunk_insert_len (self->texts, cell->name, (gssize) cell->name_length);
      else
        name = code;
      if (name == NULL)
        continue;
      if (self->split)
        add_split_steps (self, path, name);
      else
        add_step (path, name, code, i);
    }
  if (path->n_steps == 0 && self->n_levels > 0)
    refuse (path, VB_PROBLEM_UNKNOWN_UNIT, last, NULL);
  for (guint i = 0; i < path->n_steps && !path->refused; i++)
    check_step (path, i);
  return path;
}

guint32
vb_import_tree_add (VbImportTree *self,
                    const VbImportCell *cells,
                    const char *care,
                    gsize care_length)
{
  GString *key = self->key;
  gboolean is_new;

  g_string_truncate (key, 0);
  for (guint i = 0; i < self->n_levels; i++)
    {
      g_string_append_len (key, cells[i].name, (gssize) cells[i].name_length);
      g_string_append_c (key, CELL_END);
      g_string_append_len (key, cells[i].code, (gssize) cells[i].code_length);
      g_string_append_c (key, LEVEL_END);
    }
  g_string_append_len (key, care, (gssize) care_length);
  if (self->last != VB_STRING_TABLE_NONE)
    {
      gsize length;
      const char *last = vb_string_table_get (self->keys, self->last, &length);

      if (length == key->len && memcmp (last, key->str, length) == 0)
        return self->last;
    }
  self->last = vb_string_table_intern (self->keys, key->str, key->len, &is_new);
  if (is_new)
    g_ptr_array_add (self->paths, make_path (self, cells, care, care_length));
  return self->last;
}

/* The first @n steps as one text that identifies the unit they lead to. */
static void
append_steps (GString *out, const VbImportPath *path, guint from, guint n)
{
  g_string_truncate (out, 0);
  for (guint i = from; i < n; i++)
    {
      const VbImportStep *step = &path->steps[i];

      g_string_append (out, step->code != NULL ? step->code : step->name);
      g_string_append_c (out, step->code != NULL ? CELL_END : LEVEL_END);
    }
}

static guint32
intern_steps (
    VbImportTree *self, VbStringTable *table, const VbImportPath *path, guint from, guint n)
{
  append_steps (self->key, path, from, n);
  return vb_string_table_intern (table, self->key->str, self->key->len, NULL);
}

/* Whether the chain of @parents comes back to @name. */
static gboolean
is_below_itself (GHashTable *parents, const char *name)
{
  const char *above = g_hash_table_lookup (parents, name);

  for (guint i = 0; i < VB_IMPORT_MAX_LEVELS && above != NULL; i++)
    {
      if (g_str_equal (above, name))
        return TRUE;
      above = g_hash_table_lookup (parents, above);
    }
  return FALSE;
}

/* The rows of a unit that stands below itself are at fault, not those of the units below it: to
 * them it is a unit with nothing known above. */
static void
refuse_loops (VbImportTree *self, GHashTable *parents)
{
  g_autoptr (GPtrArray) in_loop = g_ptr_array_new ();

  for (guint i = 0; i < self->paths->len; i++)
    {
      VbImportPath *path = vb_import_tree_get_path (self, i);
      const VbImportStep *leaf = &path->steps[1];

      if (path->refused || path->n_steps != 2 || !is_below_itself (parents, leaf->name))
        continue;
      refuse (path, VB_PROBLEM_OWN_PARENT, leaf->level, leaf->name);
      g_ptr_array_add (in_loop, (gpointer) leaf->name);
    }
  for (guint i = 0; i < in_loop->len; i++)
    g_hash_table_remove (parents, in_loop->pdata[i]);
}

/* "unit; parent": the parents' own rows tell what is above them. */
static void
resolve_parents (VbImportTree *self)
{
  g_autoptr (GHashTable) parents = g_hash_table_new (g_str_hash, g_str_equal);

  if (self->n_levels != 2 || !self->levels[0].is_parent)
    return;
  for (guint i = 0; i < self->paths->len; i++)
    {
      const VbImportPath *path = vb_import_tree_get_path (self, i);

      if (path->n_steps == 2)
        g_hash_table_insert (parents, (gpointer) path->steps[1].name,
                             (gpointer) path->steps[0].name);
    }
  refuse_loops (self, parents);
  for (guint i = 0; i < self->paths->len; i++)
    {
      VbImportPath *path = vb_import_tree_get_path (self, i);
      VbImportStep leaf;
      const char *chain[VB_IMPORT_MAX_LEVELS];
      const char *above;
      guint n = 0;

      if (path->refused || path->n_steps != 2)
        continue;
      leaf = path->steps[1];
      for (above = path->steps[0].name; above != NULL && n < VB_IMPORT_MAX_LEVELS - 1;
           above = g_hash_table_lookup (parents, above))
        chain[n++] = above;
      /* Deeper than any organisation: only a loop of many units is. */
      if (above != NULL)
        {
          refuse (path, VB_PROBLEM_OWN_PARENT, leaf.level, leaf.name);
          continue;
        }
      path->n_steps = 0;
      while (n > 0)
        add_step (path, chain[--n], NULL, 0);
      add_step (path, leaf.name, leaf.code, leaf.level);
    }
}

/* "Summa", "all_specialties": the figures are those of the unit above. Below such a level there can
 * be no plain one: "all hospitals / surgery" cuts across the hospitals and would count them twice.
 */
static void
resolve_totals (VbImportTree *self)
{
  for (guint i = 0; i < self->paths->len; i++)
    {
      VbImportPath *path = vb_import_tree_get_path (self, i);
      guint first = 0;

      if (path->refused)
        continue;
      while (first < path->n_steps && !vb_header_words_is_total (path->steps[first].name))
        first++;
      if (first == path->n_steps)
        continue;
      for (guint k = first + 1; k < path->n_steps && !path->refused; k++)
        if (!vb_header_words_is_total (path->steps[k].name))
          refuse (path, VB_PROBLEM_OVERLAPPING_GROUPING, path->steps[k].level, path->steps[k].name);
      if (path->refused)
        continue;
      path->own_total = TRUE;
      path->is_top_total = first == 0;
      /* The name of everything is kept: it may be the name of a whole ("Riket"). */
      path->n_steps = MAX (first, 1);
    }
}

/* A top unit that is the sum of the others, by its name or by its figures; its path's first step,
 * or NULL. */
static const VbImportStep *
find_whole (VbImportTree *self, VbImportStage *stage, guint n_slots)
{
  g_autoptr (VbStringTable) tops = vb_string_table_new ();
  g_autoptr (VbStringTable) rests = vb_string_table_new ();
  g_autofree guint32 *top_of = g_new (guint32, self->paths->len);
  g_autofree guint32 *rest_of = g_new (guint32, self->paths->len);
  guint32 whole;

  for (guint i = 0; i < self->paths->len; i++)
    {
      const VbImportPath *path = vb_import_tree_get_path (self, i);

      top_of[i] = rest_of[i] = VB_STRING_TABLE_NONE;
      /* Only the realm has a name of its own among the words for everything. */
      if (path->is_top_total && !path->refused && self->under == NULL
          && g_ascii_strcasecmp (path->steps[0].name, "riket") == 0)
        return &path->steps[0];
      if (path->refused || path->is_top_total || path->n_steps == 0)
        continue;
      top_of[i] = intern_steps (self, tops, path, 0, 1);
      rest_of[i] = intern_steps (self, rests, path, 1, path->n_steps);
    }
  whole = vb_import_totals_find_whole (stage, top_of, rest_of, vb_string_table_get_size (tops),
                                       n_slots);
  for (guint i = 0; i < self->paths->len && whole != VB_STRING_TABLE_NONE; i++)
    if (top_of[i] == whole)
      return &vb_import_tree_get_path (self, i)->steps[0];
  return NULL;
}

static gboolean
is_same_step (const VbImportStep *a, const VbImportStep *b)
{
  if (a->code != NULL && b->code != NULL)
    return g_str_equal (a->code, b->code);
  return g_str_equal (a->name, b->name);
}

/* The unit that the table hangs under is the whole itself: "Wales" under "Wales". */
static gboolean
is_under (VbImportTree *self, const VbImportStep *whole)
{
  const char *last;

  if (self->under == NULL)
    return FALSE;
  last = g_strrstr (self->under, PATH_SEPARATOR);
  last = last != NULL ? last + strlen (PATH_SEPARATOR) : self->under;
  return g_str_equal (last, whole->name) || g_strcmp0 (last, whole->code) == 0;
}

/* Puts @whole above all other top units. What lies below it already cuts across them. */
static void
apply_whole (VbImportTree *self, const VbImportStep *whole)
{
  VbImportStep top = *whole;
  gboolean under = is_under (self, whole);

  for (guint i = 0; i < self->paths->len; i++)
    {
      VbImportPath *path = vb_import_tree_get_path (self, i);

      if (path->refused)
        continue;
      if (path->is_top_total || (path->n_steps > 0 && is_same_step (&path->steps[0], &top)))
        {
          path->is_top_total = under;
          if (path->n_steps > 1)
            refuse (path, VB_PROBLEM_OVERLAPPING_GROUPING, path->steps[1].level,
                    path->steps[1].name);
          path->steps[0] = top;
          path->n_steps = MIN (path->n_steps, 1);
          path->own_total = TRUE;
        }
      else if (!under && path->n_steps < VB_IMPORT_MAX_LEVELS)
        {
          memmove (path->steps + 1, path->steps, path->n_steps * sizeof *path->steps);
          path->steps[0] = top;
          path->n_steps++;
        }
    }
}

/* Without a whole, everything is the unit the table hangs under; without that, it is no unit. */
static void
settle_top_totals (VbImportTree *self)
{
  for (guint i = 0; i < self->paths->len; i++)
    {
      VbImportPath *path = vb_import_tree_get_path (self, i);

      if (path->refused || !path->is_top_total)
        continue;
      if (self->under != NULL)
        path->n_steps = 0;
      else
        refuse (path, VB_PROBLEM_UNKNOWN_UNIT, path->steps[0].level, path->steps[0].name);
    }
}

/* The first step that is called like a grouping, or the number of steps. */
static guint
find_grouping (const VbImportPath *path)
{
  guint i = 0;

  while (i < path->n_steps && !vb_header_words_is_grouping (path->steps[i].name))
    i++;
  return i;
}

static void
refuse_groupings (VbImportTree *self, VbImportStage *stage)
{
  g_autoptr (VbStringTable) parents = vb_string_table_new ();
  g_autoptr (VbStringTable) names = vb_string_table_new ();
  g_autoptr (GHashTable) with_total = g_hash_table_new (NULL, NULL);
  g_autofree VbPartOf *parts = g_new0 (VbPartOf, self->paths->len);
  g_autofree guint *grouping = g_new0 (guint, self->paths->len);
  g_autofree gboolean *true_parts = NULL;

  for (guint i = 0; i < self->paths->len; i++)
    {
      const VbImportPath *path = vb_import_tree_get_path (self, i);
      guint n = path->n_steps;

      grouping[i] = find_grouping (path);
      if (path->refused)
        continue;
      if (grouping[i] < n)
        {
          const char *name = path->steps[grouping[i]].name;

          parts[i].parent = intern_steps (self, parents, path, 0, grouping[i]);
          parts[i].name = vb_string_table_intern (names, name, strlen (name), NULL);
          parts[i].part = grouping[i] + 1 == n ? VB_PART_GROUPING : VB_PART_NONE;
        }
      else if (path->own_total)
        {
          parts[i].part = VB_PART_TOTAL;
          parts[i].parent = intern_steps (self, parents, path, 0, n);
          g_hash_table_add (with_total, GUINT_TO_POINTER (parts[i].parent));
        }
      else if (n > 0)
        {
          parts[i].part = VB_PART_PLAIN;
          parts[i].parent = intern_steps (self, parents, path, 0, n - 1);
        }
    }
  if (vb_string_table_get_size (names) == 0)
    return;
  true_parts = vb_import_totals_find_true_parts (stage, parts, vb_string_table_get_size (names));
  for (guint i = 0; i < self->paths->len; i++)
    {
      VbImportPath *path = vb_import_tree_get_path (self, i);

      if (path->refused || grouping[i] == path->n_steps || true_parts[parts[i].name]
          || !g_hash_table_contains (with_total, GUINT_TO_POINTER (parts[i].parent)))
        continue;
      refuse (path, VB_PROBLEM_OVERLAPPING_GROUPING, path->steps[grouping[i]].level,
              path->steps[grouping[i]].name);
    }
}

/* Above the topmost level stands a nation, unless it says that it is a region. */
static VbUnitKind
get_kind (VbImportTree *self, const VbImportPath *path, guint index, const VbImportStep *whole)
{
  const VbImportStep *step = &path->steps[index];
  guint depth_below = path->n_steps - 1 - index;

  if (whole != NULL && index == 0)
    return g_ascii_strncasecmp (step->name, "region", 6) == 0 ? VB_UNIT_REGION : VB_UNIT_NATION;
  if (self->split)
    return (VbUnitKind) MIN (VB_UNIT_REGION + index, VB_UNIT_WARD);
  if (self->levels[0].is_parent && step->level == 0)
    return (VbUnitKind) MAX (VB_UNIT_REGION,
                             (int) MIN (self->levels[1].kind, VB_UNIT_WARD) - (int) depth_below);
  return self->levels[step->level].kind;
}

/* How many different care types the rows of one unit have: with more than one, each has a unit of
 * its own below. */
static void
count_care_types (VbImportTree *self, VbStringTable *units, GArray *n_types, guint32 *unit_of)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->paths->len; i++)
    {
      const VbImportPath *path = vb_import_tree_get_path (self, i);
      guint zero = 0;

      unit_of[i] = VB_STRING_TABLE_NONE;
      if (path->refused)
        continue;
      unit_of[i] = intern_steps (self, units, path, 0, path->n_steps);
      if (unit_of[i] == n_types->len)
        g_array_append_val (n_types, zero);
      if (*path->care != '\0' && !vb_header_words_is_total (path->care)
          && g_hash_table_add (seen, g_strdup_printf ("%u %s", unit_of[i], path->care)))
        g_array_index (n_types, guint, unit_of[i])++;
    }
}

static void
add_units (VbImportTree *self, VbBatch *batch, const VbImportStep *whole)
{
  g_autoptr (VbStringTable) units = vb_string_table_new ();
  g_autoptr (GArray) n_types = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint32 *unit_of = g_new (guint32, self->paths->len);

  count_care_types (self, units, n_types, unit_of);
  for (guint i = 0; i < self->paths->len; i++)
    {
      VbImportPath *path = vb_import_tree_get_path (self, i);
      gint32 unit = VB_BATCH_ROOT;
      VbUnitKind kind = VB_UNIT_NATION;

      if (path->refused)
        continue;
      if (path->n_steps == 0)
        unit = (gint32) vb_batch_add_unit (batch, VB_BATCH_UNDER_ITSELF, kind,
                                           vb_batch_get_under (batch), NULL);
      for (guint k = 0; k < path->n_steps; k++)
        {
          kind = get_kind (self, path, k, whole);
          unit = (gint32) vb_batch_add_unit (batch, unit, kind, path->steps[k].name,
                                             path->steps[k].code);
        }
      if (*path->care != '\0' && !vb_header_words_is_total (path->care))
        {
          if (g_array_index (n_types, guint, unit_of[i]) > 1)
            unit = (gint32) vb_batch_add_unit (
                batch, unit, kind < VB_UNIT_DEPARTMENT ? VB_UNIT_DEPARTMENT : VB_UNIT_WARD,
                path->care, NULL);
          if (path->care_type != VB_CARE_TYPE_NONE)
            vb_batch_get_unit (batch, (guint) unit)->care_type = path->care_type;
        }
      path->unit = unit;
    }
}

void
vb_import_tree_resolve (VbImportTree *self, VbImportStage *stage, guint n_slots, VbBatch *batch)
{
  const VbImportStep *found;
  VbImportStep whole;

  resolve_parents (self);
  resolve_totals (self);
  found = find_whole (self, stage, n_slots);
  if (found != NULL)
    {
      /* A copy: applying it moves the steps it was found among. */
      whole = *found;
      apply_whole (self, &whole);
    }
  settle_top_totals (self);
  refuse_groupings (self, stage);
  add_units (self, batch, found != NULL ? &whole : NULL);
}
