/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weights from the table of need and gap, shares from the engine, by every key there is. */
#include "private/vb-breakdown-job.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-breakdown.h"
#include "vb-error.h"
#include "vb-small-units.h"

struct _VbBreakdownJob
{
  VbBreakdownScope scope; /* its unit is the first of @units */
  VbSnapshot *assumptions;
  VbNeedTable *table;
  guint first; /* periods of the table, up to before @after */
  guint after;

  /* The units that take part, each after its parent. */
  GPtrArray *units; /* of VbUnit, owned */
  GPtrArray *names; /* their paths, for messages */
  char *top;        /* the name of the first, which the reader has chosen */
  GArray *ids;      /* of gint64 */
  GArray *parent;   /* of gint32 */
  GArray *place;    /* of guint: in the tree of the snapshot */
  GArray *locked;   /* of gint64 */
  GArray *minimum;
  GArray *population; /* of double: bed days that its own inhabitants need */

  /* What the run came to. */
  double *weight[VB_N_BREAKDOWN_KEYS]; /* one a unit */
  VbBreakdownShare *shares[VB_N_BREAKDOWN_KEYS];
  char *missing[VB_N_BREAKDOWN_KEYS];
  double *target;
  VbSmallUnitsNeed *needs;
};

/* ---- figures of a unit ----------------------------------------------------------------------- */

/* Over the periods from @first to before @after that have them:
 *
 *   bed days = Σ bed days,   present beds = Σ (available beds × days of the period) ÷ Σ days
 *
 * NAN when there are none. The bed days are those that need is made of: with the overcrowded, and
 * outliers where they belong. */
double
_vb_breakdown_measure (VbNeedTable *table,
                       gint64 unit_id,
                       VbCareGroup group,
                       guint first,
                       guint after,
                       VbBreakdownKey key)
{
  double sum = 0;
  double days = 0;

  for (guint i = first; i < after; i++)
    {
      const VbNeedFigures *figures = vb_need_table_get (table, unit_id, group, i);
      double value = NAN;
      double length = 1;

      if (figures == NULL)
        continue;
      switch (key)
        {
        case VB_BREAKDOWN_KEY_PRESENT_BEDS:
          value = figures->available_beds;
          length = vb_period_get_n_days (vb_need_table_get_period (table, i));
          break;
        case VB_BREAKDOWN_KEY_BED_DAYS:
        case VB_BREAKDOWN_KEY_POPULATION_NEED: /* does not follow from the table */
        default:
          value = figures->bed_days;
        }
      if (isnan (value))
        continue;
      sum += value * length;
      days += length;
    }
  if (days <= 0)
    return NAN;

  return key == VB_BREAKDOWN_KEY_PRESENT_BEDS ? sum / days : sum;
}

/* Mean patients = Σ bed days ÷ Σ days with data. */
static double
measure_census (VbBreakdownJob *self, gint64 unit_id)
{
  double bed_days = 0;
  double days = 0;

  for (guint i = self->first; i < self->after; i++)
    {
      const VbNeedFigures *figures = vb_need_table_get (self->table, unit_id, self->scope.group, i);

      if (figures == NULL || isnan (figures->bed_days))
        continue;
      bed_days += figures->bed_days;
      days += figures->days;
    }
  return days > 0 ? bed_days / days : NAN;
}

char *
_vb_breakdown_describe_missing (const char *unit, VbBreakdownKey key, VbDay from, VbDay to)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (key == VB_BREAKDOWN_KEY_POPULATION_NEED)
    return g_strdup_printf (_ ("%s has no inhabitants and bed days by age."), unit);
  if (from == VB_DAY_NONE)
    return g_strdup_printf (key == VB_BREAKDOWN_KEY_BED_DAYS
                                ? _ ("%s has no bed days for any whole period.")
                                : _ ("%s has no available beds for any whole period."),
                            unit);

  first = vb_day_to_iso (from);
  last = vb_day_to_iso (to);
  /* Translators: a unit and two days. */
  return g_strdup_printf (key == VB_BREAKDOWN_KEY_BED_DAYS
                              ? _ ("%s has no bed days from %s to %s.")
                              : _ ("%s has no available beds from %s to %s."),
                          unit, first, last);
}

/* ---- the tree -------------------------------------------------------------------------------- */

/* The unit and all that is below it, in the order of the snapshot's tree. */
static void
list_units (VbUnit *unit, gint32 parent, GPtrArray *units, GArray *parents)
{
  GListModel *children = vb_unit_get_children (unit);
  gint32 index = (gint32) units->len;

  g_ptr_array_add (units, unit);
  g_array_append_val (parents, parent);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);

      list_units (child, index, units, parents);
    }
}

/* A unit takes part that is of the group, or at the bottom and of none that is known, or has such
 * units below it. */
static gboolean *
find_participants (VbCareGroup group, GPtrArray *units, GArray *parents)
{
  gboolean *takes_part = g_new0 (gboolean, units->len);

  for (guint i = units->len; i-- > 0;)
    {
      VbUnit *unit = units->pdata[i];
      VbCareGroup own = vb_care_type_get_group (vb_unit_get_care_type (unit));
      gboolean bottom = g_list_model_get_n_items (vb_unit_get_children (unit)) == 0;
      gint32 parent = g_array_index (parents, gint32, i);

      takes_part[i] |=
          group == VB_CARE_GROUP_NONE || own == group || (own == VB_CARE_GROUP_NONE && bottom);
      if (parent >= 0)
        takes_part[parent] |= takes_part[i];
    }
  return takes_part;
}

static guint
find_place (VbSnapshot *snapshot, gint64 id)
{
  const gint64 *ids = vb_snapshot_get_unit_ids (snapshot);
  guint place = 0;

  while (place < vb_snapshot_get_tree (snapshot)->n && ids[place] != id)
    place++;
  return place;
}

static void
add_unit (VbBreakdownJob *self, VbUnit *unit, gint32 parent, guint place)
{
  const gint64 id = vb_unit_get_id (unit);
  const gint64 free = -1;
  const gint64 none = 0;
  const double unknown = NAN;

  g_ptr_array_add (self->units, g_object_ref (unit));
  g_ptr_array_add (self->names, parent < 0 ? vb_unit_dup_path (unit)
                                           : g_strconcat (self->names->pdata[parent], " / ",
                                                          vb_unit_get_name (unit), NULL));
  g_array_append_val (self->ids, id);
  g_array_append_val (self->parent, parent);
  g_array_append_val (self->place, place);
  g_array_append_val (self->locked, free);
  g_array_append_val (self->minimum, none);
  g_array_append_val (self->population, unknown);
}

VbBreakdownJob *
_vb_breakdown_job_new (const VbBreakdownScope *scope,
                       VbSnapshot *assumptions,
                       VbNeedTable *table,
                       guint first,
                       guint after)
{
  VbBreakdownJob *self = g_new0 (VbBreakdownJob, 1);
  g_autoptr (GPtrArray) units = g_ptr_array_new ();
  g_autoptr (GArray) parents = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autofree gboolean *takes_part = NULL;
  g_autofree gint32 *index = NULL;
  guint top = find_place (assumptions, vb_unit_get_id (scope->unit));

  self->scope = *scope;
  self->assumptions = vb_snapshot_ref (assumptions);
  self->table = g_object_ref (table);
  self->first = first;
  self->after = after;
  self->units = g_ptr_array_new_with_free_func (g_object_unref);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->top = g_strdup (vb_unit_get_name (scope->unit));
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->parent = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->place = g_array_new (FALSE, FALSE, sizeof (guint));
  self->locked = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->minimum = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->population = g_array_new (FALSE, FALSE, sizeof (double));

  list_units (scope->unit, -1, units, parents);
  takes_part = find_participants (scope->group, units, parents);
  takes_part[0] = TRUE;
  index = g_new (gint32, units->len);
  for (guint i = 0; i < units->len; i++)
    {
      gint32 parent = g_array_index (parents, gint32, i);

      if (!takes_part[i])
        continue;
      index[i] = (gint32) self->units->len;
      add_unit (self, units->pdata[i], parent < 0 ? -1 : index[parent], top + i);
    }
  return self;
}

void
_vb_breakdown_job_free (VbBreakdownJob *self)
{
  vb_snapshot_unref (self->assumptions);
  g_object_unref (self->table);
  g_ptr_array_unref (self->units);
  g_ptr_array_unref (self->names);
  g_free (self->top);
  g_array_unref (self->ids);
  g_array_unref (self->parent);
  g_array_unref (self->place);
  g_array_unref (self->locked);
  g_array_unref (self->minimum);
  g_array_unref (self->population);
  for (guint key = 0; key < VB_N_BREAKDOWN_KEYS; key++)
    {
      g_free (self->weight[key]);
      g_free (self->shares[key]);
      g_free (self->missing[key]);
    }
  g_free (self->target);
  g_free (self->needs);
  g_free (self);
}

guint
_vb_breakdown_job_get_n_units (VbBreakdownJob *self)
{
  return self->units->len;
}

VbUnit *
_vb_breakdown_job_get_unit (VbBreakdownJob *self, guint index)
{
  return self->units->pdata[index];
}

void
_vb_breakdown_job_hold (VbBreakdownJob *self, guint index, gint64 locked, gint64 minimum)
{
  g_array_index (self->locked, gint64, index) = locked;
  g_array_index (self->minimum, gint64, index) = MAX (minimum, 0);
}

void
_vb_breakdown_job_set_population (VbBreakdownJob *self, guint index, double bed_days)
{
  g_array_index (self->population, double, index) = bed_days;
}

/* ---- the run --------------------------------------------------------------------------------- */

static double *
measure (VbBreakdownJob *self, VbBreakdownKey key)
{
  double *weights = g_new (double, self->units->len);

  for (guint i = 0; i < self->units->len; i++)
    weights[i] = _vb_breakdown_measure (self->table, g_array_index (self->ids, gint64, i),
                                        self->scope.group, self->first, self->after, key);
  return weights;
}

/* Where some of a unit's children have inhabitants of their own, those without get none. Where none
 * has, they all serve the unit's, and share its need as they share its bed days:
 *
 *   weight = weight of the unit × bed days ÷ Σ bed days of its children */
static double *
measure_population (VbBreakdownJob *self)
{
  guint n = self->units->len;
  const gint32 *parent = (const gint32 *) (gpointer) self->parent->data;
  double *weights = g_memdup2 (self->population->data, n * sizeof (double));
  g_autofree double *bed_days = measure (self, VB_BREAKDOWN_KEY_BED_DAYS);
  g_autofree double *sums = g_new0 (double, n);
  g_autofree gboolean *told = g_new0 (gboolean, n);

  for (guint i = 1; i < n; i++)
    {
      told[parent[i]] |= !isnan (weights[i]);
      if (!isnan (bed_days[i]))
        sums[parent[i]] += bed_days[i];
    }
  if (isnan (weights[0]) && told[0])
    {
      weights[0] = 0;
      for (guint i = 1; i < n; i++)
        if (parent[i] == 0 && !isnan (weights[i]))
          weights[0] += weights[i];
    }
  for (guint i = 1; i < n; i++)
    if (!told[parent[i]] && sums[parent[i]] > 0)
      weights[i] = weights[parent[i]] * bed_days[i] / sums[parent[i]];
  return weights;
}

static gboolean
share_out (VbBreakdownJob *self, VbBreakdownKey key, GCancellable *cancellable, GError **error)
{
  const VbBreakdownInput input = {
    .n = self->units->len,
    .parent = (const gint32 *) (gpointer) self->parent->data,
    .weight = self->weight[key],
    .locked = (const gint64 *) (gpointer) self->locked->data,
    .minimum = (const gint64 *) (gpointer) self->minimum->data,
    .name = (const char *const *) self->names->pdata,
  };

  if (isnan (self->weight[key][0]))
    {
      g_autofree char *reason =
          _vb_breakdown_describe_missing (self->top, key, self->scope.from, self->scope.to);

      g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND, reason);
      return FALSE;
    }
  self->shares[key] = vb_breakdown_run (&input, self->scope.beds, cancellable, error);

  return self->shares[key] != NULL;
}

static void
find_margins (VbBreakdownJob *self)
{
  guint n = self->units->len;
  VbNeedInput targets = {
    .tree = vb_snapshot_get_tree (self->assumptions),
    .default_target = vb_snapshot_get_default_target (self->assumptions),
    .override_target = NAN,
  };
  g_autofree double *in_force = NULL;
  g_autofree double *census = g_new (double, n);
  VbSmallUnitsInput input = { n, (const gint32 *) (gpointer) self->parent->data, census, NULL };

  targets.targets = vb_snapshot_get_targets (self->assumptions, &targets.n_targets);
  in_force = vb_need_list_targets (&targets, self->scope.group, self->scope.to);
  self->target = g_new (double, n);
  for (guint i = 0; i < n; i++)
    {
      guint place = g_array_index (self->place, guint, i);

      census[i] = measure_census (self, g_array_index (self->ids, gint64, i));
      self->target[i] = place < targets.tree->n ? in_force[place] : NAN;
    }
  input.target = self->target;
  self->needs = vb_small_units_run (&input);
}

/* A key that cannot be used is only missing beside the one that was asked for. */
gboolean
_vb_breakdown_job_run (VbBreakdownJob *self, GCancellable *cancellable, GError **error)
{
  for (guint key = 0; key < VB_N_BREAKDOWN_KEYS; key++)
    self->weight[key] = key == VB_BREAKDOWN_KEY_POPULATION_NEED
                            ? measure_population (self)
                            : measure (self, (VbBreakdownKey) key);
  if (!share_out (self, self->scope.key, cancellable, error))
    return FALSE;

  for (guint key = 0; key < VB_N_BREAKDOWN_KEYS; key++)
    {
      g_autoptr (GError) reason = NULL;

      if (key != self->scope.key && !share_out (self, (VbBreakdownKey) key, cancellable, &reason))
        self->missing[key] = g_strdup (reason->message);
    }
  find_margins (self);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* ---- what it came to ------------------------------------------------------------------------- */

/* share = weight ÷ Σ weights of it and its sisters. */
static double *
find_shares (VbBreakdownJob *self)
{
  const VbBreakdownShare *shares = self->shares[self->scope.key];
  guint n = self->units->len;
  g_autofree double *sums = g_new0 (double, n);
  double *found = g_new (double, n);

  for (guint i = 1; i < n; i++)
    sums[g_array_index (self->parent, gint32, i)] += shares[i].weight;
  found[0] = 1;
  for (guint i = 1; i < n; i++)
    {
      double sum = sums[g_array_index (self->parent, gint32, i)];

      found[i] = sum > 0 ? shares[i].weight / sum : NAN;
    }
  return found;
}

static double
get_beds (const VbBreakdownShare *share)
{
  return share->unknown ? NAN : (double) share->beds;
}

static VbBreakdownRow *
make_row (VbBreakdownJob *self, guint index, double share_of_parent)
{
  const VbBreakdownShare *share = &self->shares[self->scope.key][index];
  const VbSmallUnitsNeed *need = &self->needs[index];
  double present = self->weight[VB_BREAKDOWN_KEY_PRESENT_BEDS][index];
  VbBreakdownFigures figures = {
    .weight = self->weight[self->scope.key][index],
    .share = share_of_parent,
    .beds = get_beds (share),
    .residual = share->residual,
    .present_beds = present,
    .difference = get_beds (share) - present,
    .locked = g_array_index (self->locked, gint64, index),
    .minimum = g_array_index (self->minimum, gint64, index),
    .quota = share->quota,
    .left_beds = share->left_beds,
    .left_weight = share->left_weight,
    .census = need->census,
    .target_occupancy = self->target[index],
    .need = need->need,
    .need_as_one = need->need_as_one,
    .margin = need->margin,
  };

  for (guint key = 0; key < VB_N_BREAKDOWN_KEYS; key++)
    figures.beds_by_key[key] =
        self->shares[key] != NULL ? get_beds (&self->shares[key][index]) : NAN;
  return vb_breakdown_row_new (self->units->pdata[index], &figures);
}

VbBreakdownTable *
_vb_breakdown_job_make_table (VbBreakdownJob *self)
{
  GPtrArray *rows = g_ptr_array_new_full (self->units->len, g_object_unref);
  g_autofree double *shares = find_shares (self);

  for (guint i = 0; i < self->units->len; i++)
    g_ptr_array_add (rows, make_row (self, i, shares[i]));
  return vb_breakdown_table_new (&self->scope, rows, (const char *const *) self->missing);
}
