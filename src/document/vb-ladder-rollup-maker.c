/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of vb_ladder_board_roll_up(): the tree is walked once, and what stands below a unit is
 * handed up to it. */
#include "vb-ladder-board.h"
#include "vb-ladder-rollup-private.h"
#include "vb-ladder-spread.h"

/* One finished assessment, scored. */
typedef struct
{
  int year;
  gboolean latest; /* of its unit and role group */
  VbLadderSpreadInput input;
} Entry;

typedef struct
{
  VbLadder *ladder;
  guint n_areas;
  guint smallest;
  GHashTable *by_unit; /* unit id → GPtrArray of Entry, not owned */
} Maker;

/* A unit with what stands below it. */
typedef struct
{
  VbUnit *unit;
  GPtrArray *entries;  /* Entry, of the unit and all below, not owned */
  GPtrArray *children; /* Branch */
  guint n_units;
  guint n_participants; /* of the latest */
  gboolean withheld;
} Branch;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free ((gpointer) entry->input.area_steps);
  g_free (entry);
}

static void
branch_free (gpointer data)
{
  Branch *branch = data;

  g_ptr_array_unref (branch->entries);
  g_ptr_array_unref (branch->children);
  g_free (branch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Branch, branch_free)

/* ---- the assessments ------------------------------------------------------------------------- */

static Entry *
make_entry (VbAssessment *assessment, guint n_areas)
{
  Entry *entry = g_new0 (Entry, 1);
  guint8 *area_steps = g_new (guint8, n_areas);
  int month, dayno;

  vb_day_to_ymd (vb_assessment_get_day (assessment), &entry->year, &month, &dayno);
  entry->input = (VbLadderSpreadInput){
    .role = (guint8) vb_assessment_get_role (assessment),
    .participants = vb_assessment_get_participants (assessment),
    .step = (guint8) vb_ladder_board_score_steps (assessment, area_steps),
    .area_steps = area_steps,
  };
  return entry;
}

/* GPtrArray of Entry; the list is the latest first, so that the first of a role group is its
 * latest. */
static GPtrArray *
score_all (Maker *maker, GListModel *assessments)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);

  for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
    {
      g_autoptr (VbAssessment) assessment = g_list_model_get_item (assessments, i);
      gint64 id = vb_assessment_get_unit_id (assessment);
      GPtrArray *own;
      Entry *entry;

      if (vb_assessment_get_state (assessment) != VB_ASSESSMENT_DONE
          || vb_assessment_get_ladder (assessment) != maker->ladder)
        continue;
      entry = make_entry (assessment, maker->n_areas);
      own = g_hash_table_lookup (maker->by_unit, &id);
      if (own == NULL)
        {
          own = g_ptr_array_new ();
          g_hash_table_insert (maker->by_unit, g_memdup2 (&id, sizeof id), own);
        }
      entry->latest = TRUE;
      for (guint j = 0; j < own->len; j++)
        if (((Entry *) g_ptr_array_index (own, j))->input.role == entry->input.role)
          entry->latest = FALSE;
      g_ptr_array_add (own, entry);
      g_ptr_array_add (entries, entry);
    }
  return entries;
}

/* ---- the tree -------------------------------------------------------------------------------- */

static void
take_entries (Branch *branch, GPtrArray *entries)
{
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);

      g_ptr_array_add (branch->entries, entry);
      if (entry->latest)
        branch->n_participants += entry->input.participants;
    }
}

static Branch *
find_smallest_shown (GPtrArray *branches)
{
  Branch *found = NULL;

  for (guint i = 0; i < branches->len; i++)
    {
      Branch *branch = g_ptr_array_index (branches, i);

      if (!branch->withheld && (found == NULL || branch->n_participants < found->n_participants))
        found = branch;
    }
  return found;
}

/* The same rule as the engine's for role groups: what is withheld must be large enough not to be
 * told from the whole less what is shown. */
static void
withhold_small (GPtrArray *sisters, guint smallest)
{
  guint n_withheld = 0;

  for (;;)
    {
      Branch *branch = find_smallest_shown (sisters);

      if (branch == NULL)
        return;
      if (branch->n_participants >= smallest && (n_withheld == 0 || n_withheld >= smallest))
        return;
      branch->withheld = TRUE;
      n_withheld += branch->n_participants;
    }
}

static Branch *
make_branch (Maker *maker, VbUnit *unit)
{
  Branch *branch = g_new0 (Branch, 1);
  GListModel *children = vb_unit_get_children (unit);
  gint64 id = vb_unit_get_id (unit);
  GPtrArray *own = g_hash_table_lookup (maker->by_unit, &id);

  branch->unit = unit;
  branch->entries = g_ptr_array_new ();
  branch->children = g_ptr_array_new_with_free_func (branch_free);
  branch->n_units = own != NULL;
  take_entries (branch, own);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);
      Branch *below = make_branch (maker, child);

      if (below->entries->len == 0)
        {
          branch_free (below);
          continue;
        }
      g_ptr_array_add (branch->children, below);
      branch->n_units += below->n_units;
      take_entries (branch, below->entries);
    }
  withhold_small (branch->children, maker->smallest);
  return branch;
}

/* ---- the rows -------------------------------------------------------------------------------- */

static void
copy_spread (VbLadderSpread *to, const VbStepSpread *from)
{
  to->n = from->n;
  to->lowest = from->lowest;
  to->highest = from->highest;
  to->median = from->median;
  for (guint i = 0; i <= VB_LADDER_MAX_STEPS; i++)
    to->counts[i] = from->counts[i];
}

/* Counts, and the spreads too unless they are withheld. */
static void
copy_group (VbLadderGroup *to, const VbLadderGroupSpread *from, guint n_areas, gboolean withheld)
{
  to->n_assessments = from->n_assessments;
  to->n_participants = from->n_participants;
  to->withheld = from->withheld || (withheld && from->n_assessments > 0);
  if (to->withheld)
    return;
  copy_spread (&to->overall, &from->overall);
  for (guint i = 0; i < n_areas; i++)
    copy_spread (&to->areas[i], &from->areas[i]);
}

/* Of the entries that are the latest, or of those of one year (0 = the latest). */
static VbLadderSpreadResult *
spread_entries (Maker *maker, GPtrArray *entries, int year)
{
  g_autoptr (GArray) inputs = g_array_new (FALSE, FALSE, sizeof (VbLadderSpreadInput));

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);

      if (year == 0 ? entry->latest : entry->year == year)
        g_array_append_val (inputs, entry->input);
    }
  return vb_ladder_spread_run ((const VbLadderSpreadInput *) (gpointer) inputs->data, inputs->len,
                               maker->n_areas, maker->smallest);
}

static void
add_years (Maker *maker, VbLadderRollup *row, GPtrArray *entries)
{
  int first = G_MAXINT, last = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);

      first = MIN (first, entry->year);
      last = MAX (last, entry->year);
    }
  for (int year = first; year <= last; year++)
    {
      g_autoptr (VbLadderSpreadResult) spread = spread_entries (maker, entries, year);
      VbLadderYear of_year = { .year = year };

      /* A year that few took part in would show them. */
      if (spread->all.n_assessments == 0 || spread->all.n_participants < maker->smallest)
        continue;
      copy_spread (&of_year.spread, &spread->all.overall);
      vb_ladder_rollup_add_year (row, &of_year);
    }
}

static void
add_rows (Maker *maker, GListStore *rows, const Branch *branch)
{
  g_autoptr (VbLadderRollup) row = vb_ladder_rollup_new (branch->unit, maker->ladder);
  g_autoptr (VbLadderSpreadResult) spread = spread_entries (maker, branch->entries, 0);

  vb_ladder_rollup_set_counts (row, branch->entries->len, branch->n_units);
  copy_group (vb_ladder_rollup_edit_all (row), &spread->all, maker->n_areas, branch->withheld);
  for (VbRoleGroup role = 0; role < VB_N_ROLE_GROUPS; role++)
    copy_group (vb_ladder_rollup_edit_group (row, role), &spread->groups[role], maker->n_areas,
                branch->withheld);
  if (!branch->withheld)
    add_years (maker, row, branch->entries);
  g_list_store_append (rows, row);

  for (guint i = 0; i < branch->children->len; i++)
    add_rows (maker, rows, g_ptr_array_index (branch->children, i));
}

GListModel *
vb_ladder_board_roll_up (GListModel *assessments, VbLadder *ladder, VbUnit *unit, guint smallest)
{
  g_autoptr (GHashTable) by_unit = g_hash_table_new_full (
      g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) (void (*) (void)) g_ptr_array_unref);
  Maker maker = { .ladder = ladder, .smallest = smallest, .by_unit = by_unit };
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (Branch) top = NULL;
  GListStore *rows = g_list_store_new (VB_TYPE_LADDER_ROLLUP);

  g_return_val_if_fail (G_IS_LIST_MODEL (assessments), G_LIST_MODEL (rows));
  g_return_val_if_fail (VB_IS_LADDER (ladder), G_LIST_MODEL (rows));
  g_return_val_if_fail (VB_IS_UNIT (unit), G_LIST_MODEL (rows));

  maker.n_areas = g_list_model_get_n_items (vb_ladder_get_areas (ladder));
  entries = score_all (&maker, assessments);
  top = make_branch (&maker, unit);
  top->withheld = top->entries->len > 0 && top->n_participants < smallest;
  add_rows (&maker, rows, top);
  return G_LIST_MODEL (rows);
}
