/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-breakdown.h"

#include <math.h>
#include <string.h>

#include "vb-error.h"
#include "vb-random.h"

#define N_TREES 10000
#define MAX_UNITS 60

/* ---- exact figures --------------------------------------------------------------------------- */

static void
assert_beds (const VbBreakdownInput *input, gint64 total, const gint64 *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree VbBreakdownShare *shares = vb_breakdown_run (input, total, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < input->n; i++)
    g_assert_cmpint (shares[i].beds, ==, expected[i]);
}

/* A region, two hospitals, two wards each: quotas 53.33, 46.67; 26.5, 26.5; 33.57, 13.43. */
static const gint32 parents[] = { -1, 0, 1, 1, 0, 4, 4 };
static const double weights[] = { NAN, NAN, 20, 20, NAN, 25, 10 };
static const char *const names[] = { "Region", "North", "N1", "N2", "South", "S1", "S2" };

static void
test_whole_beds (void)
{
  const VbBreakdownInput input = { 7, parents, weights, NULL, NULL, names };

  assert_beds (&input, 100, (const gint64[]){ 100, 53, 27, 26, 47, 34, 13 });
  assert_beds (&input, 75, (const gint64[]){ 75, 40, 20, 20, 35, 25, 10 });
  assert_beds (&input, 1, (const gint64[]){ 1, 1, 1, 0, 0, 0, 0 });
  assert_beds (&input, 0, (const gint64[]){ 0, 0, 0, 0, 0, 0, 0 });
}

static void
test_locks (void)
{
  gint64 locked[] = { -1, -1, -1, -1, -1, -1, -1 };
  const VbBreakdownInput input = { 7, parents, weights, locked, NULL, names };

  /* A lock far down holds its hospital up only when the hospital would get too little for it. */
  locked[2] = 30;
  assert_beds (&input, 100, (const gint64[]){ 100, 53, 30, 23, 47, 34, 13 });
  locked[2] = 60;
  assert_beds (&input, 100, (const gint64[]){ 100, 60, 60, 0, 40, 29, 11 });

  /* A hospital all of whose wards are locked is as good as locked. */
  locked[2] = 30;
  locked[3] = 10;
  assert_beds (&input, 100, (const gint64[]){ 100, 40, 30, 10, 60, 43, 17 });

  /* A hospital locked at what its wards' locks add up to. */
  locked[1] = 40;
  assert_beds (&input, 100, (const gint64[]){ 100, 40, 30, 10, 60, 43, 17 });
}

static void
test_minimums (void)
{
  gint64 minimum[] = { 0, 0, 0, 0, 0, 0, 18 };
  gint64 locked[] = { -1, -1, -1, -1, 20, -1, -1 };
  const VbBreakdownInput input = { 7, parents, weights, NULL, minimum, names };
  const VbBreakdownInput with_lock = { 7, parents, weights, locked, minimum, names };

  assert_beds (&input, 100, (const gint64[]){ 100, 53, 27, 26, 47, 29, 18 });
  assert_beds (&input, 20, (const gint64[]){ 20, 2, 1, 1, 18, 0, 18 });
  assert_beds (&with_lock, 100, (const gint64[]){ 100, 80, 40, 40, 20, 2, 18 });
}

/* A parent's own weight goes before the sum of its children's. */
static void
test_own_weight (void)
{
  const double own[] = { NAN, 50, 20, 20, 50, 25, 10 };
  const VbBreakdownInput input = { 7, parents, own, NULL, NULL, NULL };
  g_autofree VbBreakdownShare *shares = vb_breakdown_run (&input, 100, NULL, NULL);

  g_assert_cmpint (shares[1].beds, ==, 50);
  g_assert_cmpint (shares[4].beds, ==, 50);
  g_assert_cmpfloat (shares[0].weight, ==, 100);
}

static void
test_residual (void)
{
  const double some[] = { NAN, NAN, 20, 20, 35, NAN, NAN };
  const double none[] = { NAN, NAN, NAN, NAN, NAN, NAN, NAN };
  const gint64 minimum[] = { 0, 0, 0, 0, 0, 3, 0 };
  const VbBreakdownInput input = { 7, parents, some, NULL, minimum, NULL };
  const VbBreakdownInput without = { 7, parents, none, NULL, NULL, NULL };
  g_autofree VbBreakdownShare *shares = vb_breakdown_run (&input, 75, NULL, NULL);
  g_autofree VbBreakdownShare *all = vb_breakdown_run (&without, 75, NULL, NULL);

  g_assert_cmpint (shares[4].beds, ==, 35);
  g_assert_cmpint (shares[4].residual, ==, 32);
  g_assert_cmpint (shares[5].beds, ==, 3);
  g_assert_cmpint (shares[6].beds, ==, 0);
  g_assert_cmpint (shares[1].residual, ==, 0);

  g_assert_cmpint (all[0].residual, ==, 75);
  g_assert_cmpint (all[1].beds, ==, 0);
}

/* ---- what cannot be -------------------------------------------------------------------------- */

static void
assert_impossible (const VbBreakdownInput *input, gint64 total, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree VbBreakdownShare *shares = vb_breakdown_run (input, total, NULL, &error);

  g_assert_null (shares);
  g_assert_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE);
  if (strstr (error->message, words) == NULL)
    g_error ("expected “%s” in “%s”", words, error->message);
}

/* A unit that nothing is known of gets no beds, which is not to say that it needs none; one with a
 * weight of 0 needs none, and what is held is known. */
static void
test_unknown (void)
{
  static const gint32 parent[] = { -1, 0, 0, 2, 0, 0 };
  static const double weight[] = { NAN, 10, NAN, NAN, 0, NAN };
  gint64 locked[] = { -1, -1, -1, -1, -1, 2 };
  VbBreakdownInput input = { 6, parent, weight, locked, NULL, NULL };
  g_autofree VbBreakdownShare *shares = vb_breakdown_run (&input, 12, NULL, NULL);
  g_autofree VbBreakdownShare *held = NULL;

  g_assert_false (shares[0].unknown);
  g_assert_false (shares[1].unknown);
  g_assert_cmpint (shares[1].beds, ==, 10);
  g_assert_true (shares[2].unknown);
  g_assert_true (shares[3].unknown);
  g_assert_cmpint (shares[3].beds, ==, 0);
  g_assert_false (shares[4].unknown);
  g_assert_false (shares[5].unknown);

  locked[3] = 3;
  held = vb_breakdown_run (&input, 12, NULL, NULL);
  g_assert_cmpint (held[2].beds, ==, 3);
  g_assert_false (held[2].unknown);
  g_assert_false (held[3].unknown);
}

static void
test_impossible (void)
{
  gint64 locked[] = { -1, -1, -1, -1, -1, -1, -1 };
  gint64 minimum[] = { 0, 0, 0, 0, 0, 0, 0 };
  double weight[7];
  VbBreakdownInput input = { 7, parents, weight, locked, minimum, names };

  memcpy (weight, weights, sizeof weight);
  assert_impossible (&input, -1, "negative (-1)");

  locked[2] = 80;
  minimum[6] = 21;
  assert_impossible (&input, 100, "take 101, more than the total of 100. Most is taken by N1 (80)");

  locked[1] = 70;
  assert_impossible (&input, 200,
                     "North is locked at 70, but the locks and minimums under it take "
                     "80");
  locked[3] = 5;
  locked[1] = 90;
  assert_impossible (&input, 200,
                     "North is locked at 90, but the locks under it let it have no "
                     "more than 85");
  locked[1] = -1;
  minimum[1] = 90;
  assert_impossible (&input, 200,
                     "North is to have at least 90, but the locks under it let it "
                     "have no more than 85");
  minimum[1] = 0;
  minimum[2] = 81;
  assert_impossible (&input, 200, "N1 is locked at 80, below its minimum of 81");
  minimum[2] = 0;
  locked[5] = locked[6] = 21;
  assert_impossible (&input, 200, "room for 127 of the total of 200");

  weight[5] = -1;
  assert_impossible (&input, 127, "The weight of S1");
  weight[5] = INFINITY;
  input.name = NULL;
  assert_impossible (&input, 127, "The weight of row 6");
}

static void
test_bad_tree (void)
{
  static const gint32 two_roots[] = { -1, -1 };
  static const gint32 child_first[] = { -1, 2, 0 };
  const double ones[] = { 1, 1, 1 };
  const VbBreakdownInput first = { 2, two_roots, ones, NULL, NULL, NULL };
  const VbBreakdownInput second = { 3, child_first, ones, NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (vb_breakdown_run (&first, 1, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (vb_breakdown_run (&second, 1, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
}

static void
test_cancelled (void)
{
  const VbBreakdownInput input = { 7, parents, weights, NULL, NULL, NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (vb_breakdown_run (&input, 1, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ---- invariants ------------------------------------------------------------------------------ */

typedef struct
{
  guint n;
  gint32 parent[MAX_UNITS];
  double weight[MAX_UNITS];
  gint64 locked[MAX_UNITS];
  gint64 minimum[MAX_UNITS];
} Tree;

static void
draw_tree (Tree *tree, VbRandom *random, guint max_units)
{
  tree->n = 1 + vb_random_below (random, max_units);
  for (guint i = 0; i < tree->n; i++)
    {
      tree->parent[i] = i == 0 ? -1 : (gint32) vb_random_below (random, i);
      /* Some without weight, some parents with one of their own, some small beside the others. */
      switch (vb_random_below (random, 5))
        {
        case 0:
          tree->weight[i] = NAN;
          break;
        case 1:
          tree->weight[i] = vb_random_below (random, 4);
          break;
        default:
          tree->weight[i] = vb_random_below (random, 1000000) / 1000.0;
        }
      tree->locked[i] = -1;
      tree->minimum[i] = 0;
    }
}

/* One in @one_in is locked, below @below. */
static gint64
draw_lock (VbRandom *random, guint one_in, guint below)
{
  if (vb_random_below (random, one_in) > 0)
    return -1;
  return vb_random_below (random, below);
}

static VbBreakdownInput
get_input (const Tree *tree)
{
  return (
      VbBreakdownInput){ tree->n, tree->parent, tree->weight, tree->locked, tree->minimum, NULL };
}

static void
assert_kept (const Tree *tree, const VbBreakdownShare *shares, gint64 total)
{
  gint64 below[MAX_UNITS] = { 0 };
  gboolean has_children[MAX_UNITS] = { FALSE };

  g_assert_cmpint (shares[0].beds, ==, total);
  for (guint i = 0; i < tree->n; i++)
    {
      g_assert_cmpint (shares[i].beds, >=, tree->minimum[i]);
      g_assert_cmpint (shares[i].residual, >=, 0);
      if (tree->locked[i] >= 0)
        g_assert_cmpint (shares[i].beds, ==, tree->locked[i]);
      if (i > 0)
        {
          below[tree->parent[i]] += shares[i].beds;
          has_children[tree->parent[i]] = TRUE;
        }
    }
  for (guint i = 0; i < tree->n; i++)
    if (has_children[i])
      g_assert_cmpint (below[i] + shares[i].residual, ==, shares[i].beds);
    else
      g_assert_cmpint (shares[i].residual, ==, 0);
}

/* What is said of how it was shared is what was done: the held ones and what is left make up the
 * parent, and nobody is a whole bed from the quota. */
static void
assert_told (const Tree *tree, const VbBreakdownShare *shares)
{
  gint64 held[MAX_UNITS] = { 0 };
  double quotas[MAX_UNITS] = { 0 };

  for (guint i = 1; i < tree->n; i++)
    {
      const VbBreakdownShare *parent = &shares[tree->parent[i]];

      if (isnan (shares[i].quota))
        {
          held[tree->parent[i]] += shares[i].beds;
          continue;
        }
      quotas[tree->parent[i]] += shares[i].quota;
      g_assert_cmpint (tree->locked[i], <, 0);
      g_assert_cmpfloat (fabs ((double) shares[i].beds - shares[i].quota), <, 1 + 1e-9);
      g_assert_cmpfloat_with_epsilon (
          shares[i].quota, (double) parent->left_beds * shares[i].weight / parent->left_weight,
          1e-6);
    }
  for (guint i = 0; i < tree->n; i++)
    if (shares[i].left_weight > 0)
      {
        g_assert_cmpint (held[i] + shares[i].left_beds, ==, shares[i].beds);
        g_assert_cmpfloat_with_epsilon (quotas[i], (double) shares[i].left_beds, 1e-6);
      }
}

/* Without locks and minimums every child has its quota, rounded up or down. */
static void
assert_quotas (const Tree *tree, const VbBreakdownShare *shares)
{
  double sums[MAX_UNITS] = { 0 };

  for (guint i = 1; i < tree->n; i++)
    sums[tree->parent[i]] += shares[i].weight;
  for (guint i = 1; i < tree->n; i++)
    if (sums[tree->parent[i]] > 0)
      {
        double quota =
            (double) shares[tree->parent[i]].beds * shares[i].weight / sums[tree->parent[i]];

        g_assert_cmpfloat (fabs ((double) shares[i].beds - quota), <, 1 + 1e-9);
      }
}

static void
test_random_trees (void)
{
  VbRandom random;
  guint n_possible = 0;
  guint n_impossible = 0;

  vb_random_init (&random, 4, 1);
  for (guint round = 0; round < N_TREES; round++)
    {
      gint64 total = vb_random_below (&random, 2000);
      g_autofree VbBreakdownShare *unlocked = NULL;
      g_autofree VbBreakdownShare *kept = NULL;
      g_autofree VbBreakdownShare *shares = NULL;
      g_autoptr (GError) error = NULL;
      VbBreakdownInput input;
      Tree tree;

      draw_tree (&tree, &random, MAX_UNITS);
      input = get_input (&tree);
      unlocked = vb_breakdown_run (&input, total, NULL, &error);
      g_assert_no_error (error);
      assert_kept (&tree, unlocked, total);
      assert_quotas (&tree, unlocked);

      /* What has been can be kept, though not with every child locked below a residual. */
      for (guint i = 0; i < tree.n; i++)
        if (vb_random_below (&random, 3) == 0 && (i == 0 || unlocked[tree.parent[i]].residual == 0))
          tree.locked[i] = unlocked[i].beds;
        else if (vb_random_below (&random, 2) == 0)
          tree.minimum[i] = vb_random_below (&random, (guint32) unlocked[i].beds + 1);
      kept = vb_breakdown_run (&input, total, NULL, &error);
      g_assert_no_error (error);
      assert_kept (&tree, kept, total);
      assert_told (&tree, kept);

      /* Anything else either can be or is refused with a reason. */
      for (guint i = 0; i < tree.n; i++)
        {
          tree.locked[i] = draw_lock (&random, 12, 60);
          tree.minimum[i] = vb_random_below (&random, 4) == 0 ? vb_random_below (&random, 30) : 0;
        }
      shares = vb_breakdown_run (&input, total, NULL, &error);
      if (shares != NULL)
        {
          assert_kept (&tree, shares, total);
          assert_told (&tree, shares);
          n_possible++;
        }
      else
        {
          g_assert_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE);
          n_impossible++;
        }
    }
  g_assert_cmpuint (n_possible, >, N_TREES / 10);
  g_assert_cmpuint (n_impossible, >, N_TREES / 10);
}

/* Every way of giving the units from @unit on at most @total beds. */
static gboolean
exists (const Tree *tree, gint64 *beds, guint unit, gint64 total)
{
  if (unit == tree->n)
    {
      gint64 below[MAX_UNITS] = { 0 };
      gboolean has_children[MAX_UNITS] = { FALSE };

      for (guint i = 1; i < tree->n; i++)
        {
          below[tree->parent[i]] += beds[i];
          has_children[tree->parent[i]] = TRUE;
        }
      for (guint i = 0; i < tree->n; i++)
        if (has_children[i] && below[i] != beds[i])
          return FALSE;
      return TRUE;
    }
  for (beds[unit] = unit == 0 ? total : 0; beds[unit] <= total; beds[unit]++)
    if ((tree->locked[unit] < 0 || beds[unit] == tree->locked[unit])
        && beds[unit] >= tree->minimum[unit] && exists (tree, beds, unit + 1, total))
      return TRUE;
  return FALSE;
}

/* Refused when, and only when, no way of sharing out keeps every lock and minimum. */
static void
test_refused_rightly (void)
{
  VbRandom random;
  guint n_refused = 0;

  vb_random_init (&random, 4, 2);
  for (guint round = 0; round < 3000; round++)
    {
      gint64 total = vb_random_below (&random, 7);
      gint64 beds[MAX_UNITS] = { 0 };
      g_autofree VbBreakdownShare *shares = NULL;
      VbBreakdownInput input;
      Tree tree;

      draw_tree (&tree, &random, 6);
      for (guint i = 0; i < tree.n; i++)
        {
          tree.weight[i] = 1 + vb_random_below (&random, 9);
          tree.locked[i] = draw_lock (&random, 3, 6);
          tree.minimum[i] = vb_random_below (&random, 3) == 0 ? vb_random_below (&random, 4) : 0;
        }
      input = get_input (&tree);
      shares = vb_breakdown_run (&input, total, NULL, NULL);
      g_assert_cmpint (shares != NULL, ==, exists (&tree, beds, 0, total));
      n_refused += shares == NULL;
    }
  g_assert_cmpuint (n_refused, >, 300);
  g_assert_cmpuint (n_refused, <, 2700);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/breakdown/whole-beds", test_whole_beds);
  g_test_add_func ("/engine/breakdown/locks", test_locks);
  g_test_add_func ("/engine/breakdown/minimums", test_minimums);
  g_test_add_func ("/engine/breakdown/own-weight", test_own_weight);
  g_test_add_func ("/engine/breakdown/residual", test_residual);
  g_test_add_func ("/engine/breakdown/unknown", test_unknown);
  g_test_add_func ("/engine/breakdown/impossible", test_impossible);
  g_test_add_func ("/engine/breakdown/bad-tree", test_bad_tree);
  g_test_add_func ("/engine/breakdown/cancelled", test_cancelled);
  g_test_add_func ("/engine/breakdown/random-trees", test_random_trees);
  g_test_add_func ("/engine/breakdown/refused-rightly", test_refused_rightly);

  return g_test_run ();
}
