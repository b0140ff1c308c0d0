/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-unit-matcher.h"

#include <math.h>

#include "vb-unit-finder.h"

static void
candidate_free (VbUnitCandidate *candidate)
{
  vb_unit_matcher_clear_row (&candidate->row);
  g_free (candidate);
}

void
vb_unit_matcher_free (VbUnitMatcher *self)
{
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_code);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->n_children);
  g_ptr_array_unref (self->candidates);
  g_free (self);
}

static char *
make_key (gint64 parent, const char *text)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "\n%s", parent, text);
}

static char *
make_name_key (gint64 parent, const char *name)
{
  g_autofree char *fold = vb_unit_finder_fold (name);

  return make_key (parent, fold);
}

static void
index_code (VbUnitMatcher *self, VbUnitCandidate *candidate)
{
  if (candidate->row.code != NULL)
    g_hash_table_insert (self->by_code, make_key (candidate->row.parent, candidate->row.code),
                         candidate);
}

static VbUnitCandidate *
add_candidate (VbUnitMatcher *self, const VbUnitRow *row)
{
  VbUnitCandidate *candidate = g_new0 (VbUnitCandidate, 1);
  g_autofree char *name_key = make_name_key (row->parent, row->name);
  GPtrArray *namesakes = g_hash_table_lookup (self->by_name, name_key);
  gint64 *parent = g_memdup2 (&row->parent, sizeof row->parent);
  gsize position;

  candidate->row = *row;
  g_ptr_array_add (self->candidates, candidate);
  g_hash_table_insert (self->by_id, &candidate->row.id, candidate);
  index_code (self, candidate);
  if (namesakes == NULL)
    {
      namesakes = g_ptr_array_new ();
      g_hash_table_insert (self->by_name, g_steal_pointer (&name_key), namesakes);
    }
  g_ptr_array_add (namesakes, candidate);

  position = GPOINTER_TO_SIZE (g_hash_table_lookup (self->n_children, parent));
  position = MAX (position, (gsize) row->position + 1);
  g_hash_table_insert (self->n_children, parent, GSIZE_TO_POINTER (position));
  return candidate;
}

VbUnitMatcher *
vb_unit_matcher_new (GArray *rows)
{
  VbUnitMatcher *self = g_new0 (VbUnitMatcher, 1);

  self->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) candidate_free);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_name =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->n_children = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      VbUnitRow row = g_array_index (rows, VbUnitRow, i);

      row.name = g_strdup (row.name);
      row.code = g_strdup (row.code);
      add_candidate (self, &row);
    }
  return self;
}

VbUnitCandidate *
vb_unit_matcher_find (VbUnitMatcher *self, gint64 parent, const char *name, const char *code)
{
  GPtrArray *namesakes;
  g_autofree char *name_key = make_name_key (parent, name);

  if (code != NULL)
    {
      g_autofree char *code_key = make_key (parent, code);
      VbUnitCandidate *candidate = g_hash_table_lookup (self->by_code, code_key);

      if (candidate != NULL && !candidate->claimed)
        return candidate;
    }
  namesakes = g_hash_table_lookup (self->by_name, name_key);
  for (guint i = 0; namesakes != NULL && i < namesakes->len; i++)
    {
      VbUnitCandidate *candidate = namesakes->pdata[i];

      if (!candidate->claimed && (code == NULL || candidate->row.code == NULL))
        return candidate;
    }
  return NULL;
}

VbUnitCandidate *
vb_unit_matcher_add (VbUnitMatcher *self, const VbUnitRow *row)
{
  VbUnitRow last = *row;
  VbUnitCandidate *candidate;

  last.position = (gint64) GPOINTER_TO_SIZE (g_hash_table_lookup (self->n_children, &row->parent));
  candidate = add_candidate (self, &last);
  candidate->made = TRUE;
  return candidate;
}

void
vb_unit_matcher_learn (VbUnitMatcher *self,
                       VbUnitCandidate *candidate,
                       const char *code,
                       VbCareType care_type,
                       double acute_share)
{
  VbUnitRow *row = &candidate->row;

  if (row->code == NULL && code != NULL)
    {
      row->code = g_strdup (code);
      index_code (self, candidate);
      candidate->changed = TRUE;
    }
  if (row->care_type == VB_CARE_TYPE_NONE && care_type != VB_CARE_TYPE_NONE)
    {
      row->care_type = care_type;
      candidate->changed = TRUE;
    }
  if (isnan (row->acute_share) && !isnan (acute_share))
    {
      row->acute_share = acute_share;
      candidate->changed = TRUE;
    }
}

void
vb_unit_matcher_collect (VbUnitMatcher *self, GArray *made, GArray *changed)
{
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const VbUnitCandidate *candidate = self->candidates->pdata[i];
      VbUnitRow row = candidate->row;

      if (!candidate->made && !candidate->changed)
        continue;
      row.name = g_strdup (row.name);
      row.code = g_strdup (row.code);
      g_array_append_val (candidate->made ? made : changed, row);
    }
}

void
vb_unit_matcher_clear_row (VbUnitRow *row)
{
  g_free (row->name);
  g_free (row->code);
}
