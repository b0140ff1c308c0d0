/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-unit-pairs.h"

#include <math.h>

#include "vb-number.h"
#include "vb-unit-finder.h"

static void
add_path (VbUnitPairs *self, const VbUnitCandidate *candidate)
{
  const char *above = g_hash_table_lookup (self->paths, &candidate->row.parent);

  g_hash_table_insert (self->paths, (gpointer) &candidate->row.id,
                       above != NULL ? g_strconcat (above, " / ", candidate->row.name, NULL)
                                     : g_strdup (candidate->row.name));
}

static VbUnitCandidate *
find_met (VbUnitPairs *self, GHashTable *by_their_id, const VbUnitRow *row)
{
  const VbUnitCandidate *parent = g_hash_table_lookup (by_their_id, &row->parent);
  gint64 parent_id = parent != NULL ? parent->row.id : 0;
  VbUnitCandidate *met = g_hash_table_lookup (self->matcher->by_id, &row->id);
  VbUnitRow made = *row;

  if (met != NULL)
    return met;
  met = vb_unit_matcher_find (self->matcher, parent_id, row->name, row->code);
  if (met != NULL)
    return met;

  made.parent = parent_id;
  made.name = g_strdup (row->name);
  made.code = g_strdup (row->code);
  met = vb_unit_matcher_add (self->matcher, &made);
  add_path (self, met);
  return met;
}

VbUnitPairs *
vb_unit_pairs_new (VbStoreConnection *ours, VbStoreConnection *theirs, GError **error)
{
  g_autoptr (GArray) our_rows = vb_unit_table_read (ours, error);
  g_autoptr (GArray) their_rows = our_rows != NULL ? vb_unit_table_read (theirs, error) : NULL;
  g_autoptr (GHashTable) by_their_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  VbUnitPairs *self;

  if (their_rows == NULL)
    return NULL;
  self = g_new0 (VbUnitPairs, 1);
  self->theirs = g_steal_pointer (&their_rows);
  self->matcher = vb_unit_matcher_new (our_rows);
  self->met = g_ptr_array_new ();
  self->paths = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  for (guint i = 0; i < self->matcher->candidates->len; i++)
    add_path (self, self->matcher->candidates->pdata[i]);

  /* Who is known by id is nobody's namesake. */
  for (guint i = 0; i < self->theirs->len; i++)
    {
      VbUnitCandidate *known = g_hash_table_lookup (self->matcher->by_id,
                                                    &g_array_index (self->theirs, VbUnitRow, i).id);

      if (known != NULL)
        known->claimed = TRUE;
    }
  for (guint i = 0; i < self->theirs->len; i++)
    {
      VbUnitRow *row = &g_array_index (self->theirs, VbUnitRow, i);
      VbUnitCandidate *met = find_met (self, by_their_id, row);

      met->claimed = TRUE;
      g_ptr_array_add (self->met, met);
      g_hash_table_insert (by_their_id, &row->id, met);
    }
  return self;
}

void
vb_unit_pairs_free (VbUnitPairs *self)
{
  g_hash_table_unref (self->paths);
  g_ptr_array_unref (self->met);
  vb_unit_matcher_free (self->matcher);
  g_array_unref (self->theirs);
  g_free (self);
}

static const char *
get_path (VbUnitPairs *self, const VbUnitCandidate *candidate)
{
  return g_hash_table_lookup (self->paths, &candidate->row.id);
}

static const VbUnitCandidate *
get_met_by_id (VbUnitPairs *self, gint64 their_id)
{
  for (guint i = 0; i < self->theirs->len; i++)
    if (g_array_index (self->theirs, VbUnitRow, i).id == their_id)
      return self->met->pdata[i];
  return NULL;
}

/* ---- what is said of a unit -------------------------------------------------------------------
 */

typedef struct
{
  VbExchange *exchange;
  const char *path;
  gboolean differs; /* out */
} Comparison;

static void
report (Comparison *comparison, const char *what, const char *ours, const char *theirs)
{
  VbDifferenceFields fields = { "unit", comparison->path, what, ours, theirs };

  comparison->differs = TRUE;
  vb_exchange_report (comparison->exchange, &fields);
}

/* NULL says nothing; with @learn that is no difference. */
static void
compare_text (
    Comparison *comparison, const char *what, const char *ours, const char *theirs, gboolean learn)
{
  if (g_strcmp0 (ours, theirs) == 0 || (learn && (ours == NULL || theirs == NULL)))
    return;
  report (comparison, what, ours != NULL ? ours : "", theirs != NULL ? theirs : "");
}

static void
compare_names (Comparison *comparison, const char *ours, const char *theirs, gboolean learn)
{
  g_autofree char *our_fold = vb_unit_finder_fold (ours);
  g_autofree char *their_fold = vb_unit_finder_fold (theirs);

  if (!learn || !g_str_equal (our_fold, their_fold))
    compare_text (comparison, "name", ours, theirs, learn);
}

static const char *
get_care_type (VbCareType type)
{
  return type != VB_CARE_TYPE_NONE ? vb_care_type_to_id (type) : NULL;
}

static char *
format_share (double share)
{
  return isnan (share) ? NULL : vb_number_to_file (share);
}

/* FALSE when something differs. */
static gboolean
compare (VbUnitPairs *self,
         VbExchange *exchange,
         const VbUnitRow *theirs,
         const VbUnitCandidate *met,
         gboolean learn)
{
  const VbUnitRow *ours = &met->row;
  const VbUnitCandidate *their_parent = get_met_by_id (self, theirs->parent);
  Comparison comparison = { exchange, get_path (self, met), FALSE };
  g_autofree char *our_share = format_share (ours->acute_share);
  g_autofree char *their_share = format_share (theirs->acute_share);

  compare_names (&comparison, ours->name, theirs->name, learn);
  compare_text (&comparison, "kind", vb_unit_kind_to_id (ours->kind),
                vb_unit_kind_to_id (theirs->kind), learn);
  compare_text (&comparison, "code", ours->code, theirs->code, learn);
  compare_text (&comparison, "care_type", get_care_type (ours->care_type),
                get_care_type (theirs->care_type), learn);
  compare_text (&comparison, "acute_share", our_share, their_share, learn);
  if (ours->parent != (their_parent != NULL ? their_parent->row.id : 0))
    {
      const char *our_path = g_hash_table_lookup (self->paths, &ours->parent);

      report (&comparison, "parent", our_path != NULL ? our_path : "",
              their_parent != NULL ? get_path (self, their_parent) : "");
    }
  return !comparison.differs;
}

void
vb_unit_pairs_tell (VbUnitPairs *self, VbExchange *exchange, gboolean learn)
{
  for (guint i = 0; i < self->theirs->len; i++)
    {
      const VbUnitRow *row = &g_array_index (self->theirs, VbUnitRow, i);
      VbUnitCandidate *met = self->met->pdata[i];
      gboolean same;

      vb_exchange_add_unit (exchange, row->id, met->row.id, get_path (self, met));
      if (met->made)
        {
          VbDifferenceFields fields = { "unit", get_path (self, met), NULL, NULL,
                                        vb_unit_kind_to_id (row->kind) };

          if (learn)
            vb_exchange_count (exchange, 1, 0);
          else
            vb_exchange_report (exchange, &fields);
          continue;
        }

      same = compare (self, exchange, row, met, learn);
      if (learn)
        vb_unit_matcher_learn (self->matcher, met, row->code, row->care_type, row->acute_share);
      vb_exchange_count (exchange, met->changed ? 1 : 0, same && !met->changed ? 1 : 0);
    }
}

void
vb_unit_pairs_tell_back (VbUnitPairs *self, VbExchange *exchange)
{
  g_autoptr (GHashTable) theirs = g_hash_table_new (NULL, NULL); /* candidate → their row */

  for (guint i = 0; i < self->theirs->len; i++)
    g_hash_table_insert (theirs, self->met->pdata[i], &g_array_index (self->theirs, VbUnitRow, i));
  for (guint i = 0; i < self->matcher->candidates->len; i++)
    {
      const VbUnitCandidate *candidate = self->matcher->candidates->pdata[i];
      const VbUnitRow *row = g_hash_table_lookup (theirs, candidate);
      const char *path = get_path (self, candidate);
      VbDifferenceFields fields = { "unit", path, NULL, NULL,
                                    vb_unit_kind_to_id (candidate->row.kind) };

      if (candidate->made)
        continue;
      vb_exchange_add_unit (exchange, candidate->row.id, row != NULL ? row->id : candidate->row.id,
                            path);
      if (row == NULL)
        vb_exchange_report (exchange, &fields);
    }
}

gboolean
vb_unit_pairs_write (VbUnitPairs *self,
                     VbExchange *exchange,
                     VbStoreConnection *ours,
                     GError **error)
{
  gboolean made = FALSE;

  for (guint i = 0; i < self->matcher->candidates->len; i++)
    {
      const VbUnitCandidate *candidate = self->matcher->candidates->pdata[i];
      VbUnitRow row = candidate->row;

      if (candidate->made)
        {
          row.import = vb_exchange_map_import (exchange, row.import);
          made = TRUE;
          if (!vb_unit_table_insert (ours, &row, error))
            return FALSE;
        }
      else if (candidate->changed && !vb_unit_table_update (ours, &row, error))
        return FALSE;
    }
  return !made || vb_unit_table_check_depth (ours, error);
}
