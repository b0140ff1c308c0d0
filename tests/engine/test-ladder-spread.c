/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-ladder-spread.h"

#include <math.h>

#define N_AREAS 2

static const guint8 low[N_AREAS] = { 1, 2 };
static const guint8 mid[N_AREAS] = { 2, 3 };
static const guint8 high[N_AREAS] = { 4, 0 };

static void
test_roles (void)
{
  static const VbLadderSpreadInput assessments[] = {
    { VB_ROLE_GROUP_MANAGEMENT, 6, 3, mid },  { VB_ROLE_GROUP_NURSES, 9, 1, low },
    { VB_ROLE_GROUP_NURSES, 7, 4, high },     { VB_ROLE_GROUP_NURSES, 8, 2, mid },
    { VB_ROLE_GROUP_PHYSICIANS, 5, 0, high },
  };
  g_autoptr (VbLadderSpreadResult) spread =
      vb_ladder_spread_run (assessments, G_N_ELEMENTS (assessments), N_AREAS, 0);
  const VbLadderGroupSpread *nurses = &spread->groups[VB_ROLE_GROUP_NURSES];
  const VbLadderGroupSpread *physicians = &spread->groups[VB_ROLE_GROUP_PHYSICIANS];

  g_assert_cmpint (spread->all.n_assessments, ==, 5);
  g_assert_cmpint (spread->all.n_participants, ==, 35);
  g_assert_cmpint (spread->all.overall.n, ==, 4);
  g_assert_cmpint (spread->all.overall.lowest, ==, 1);
  g_assert_cmpint (spread->all.overall.highest, ==, 4);
  g_assert_cmpfloat (spread->all.overall.median, ==, 2.5);
  g_assert_cmpint (nurses->n_assessments, ==, 3);
  g_assert_cmpint (nurses->n_participants, ==, 24);
  g_assert_cmpfloat (nurses->overall.median, ==, 2);
  g_assert_cmpint (nurses->areas[0].counts[4], ==, 1);
  g_assert_cmpint (nurses->areas[1].n, ==, 2);
  g_assert_cmpint (physicians->overall.n, ==, 0);
  g_assert_true (isnan (physicians->overall.median));
  g_assert_cmpint (physicians->overall.lowest, ==, 0);
  g_assert_cmpint (spread->groups[VB_ROLE_GROUP_PLANNERS].n_assessments, ==, 0);
  g_assert_false (spread->groups[VB_ROLE_GROUP_PLANNERS].withheld);
}

static void
test_nothing (void)
{
  g_autoptr (VbLadderSpreadResult) spread = vb_ladder_spread_run (NULL, 0, N_AREAS, 5);

  g_assert_cmpint (spread->all.n_assessments, ==, 0);
  g_assert_true (isnan (spread->all.areas[1].median));
}

/* Two physicians are too few to be shown. The whole less the rest would give them away, so the
 * smallest of the rest goes with them; the whole has all. */
static void
test_small_groups (void)
{
  static const VbLadderSpreadInput assessments[] = {
    { VB_ROLE_GROUP_MANAGEMENT, 8, 3, mid },
    { VB_ROLE_GROUP_PLANNERS, 6, 3, mid },
    { VB_ROLE_GROUP_PHYSICIANS, 2, 1, low },
    { VB_ROLE_GROUP_NURSES, 9, 4, high },
  };
  g_autoptr (VbLadderSpreadResult) shown =
      vb_ladder_spread_run (assessments, G_N_ELEMENTS (assessments), N_AREAS, 2);
  g_autoptr (VbLadderSpreadResult) spread =
      vb_ladder_spread_run (assessments, G_N_ELEMENTS (assessments), N_AREAS, 5);

  for (guint i = 0; i < VB_N_ROLE_GROUPS; i++)
    g_assert_false (shown->groups[i].withheld);

  g_assert_true (spread->groups[VB_ROLE_GROUP_PHYSICIANS].withheld);
  g_assert_true (spread->groups[VB_ROLE_GROUP_PLANNERS].withheld);
  g_assert_false (spread->groups[VB_ROLE_GROUP_MANAGEMENT].withheld);
  g_assert_false (spread->groups[VB_ROLE_GROUP_NURSES].withheld);
  g_assert_cmpint (spread->groups[VB_ROLE_GROUP_PHYSICIANS].overall.n, ==, 0);
  g_assert_true (isnan (spread->groups[VB_ROLE_GROUP_PHYSICIANS].areas[0].median));
  g_assert_cmpint (spread->groups[VB_ROLE_GROUP_PHYSICIANS].n_assessments, ==, 1);
  g_assert_cmpint (spread->all.overall.n, ==, 4);
  g_assert_cmpint (spread->all.overall.lowest, ==, 1);
}

/* Whatever the assessments, each is counted once in its group and once in the whole, and those
 * withheld are nobody or enough to hide in (or everybody). */
static void
test_sums (void)
{
  for (guint round = 0; round < 500; round++)
    {
      VbLadderSpreadInput assessments[12];
      guint n = g_test_rand_int_range (0, G_N_ELEMENTS (assessments) + 1);
      guint smallest = g_test_rand_int_range (0, 9);
      g_autoptr (VbLadderSpreadResult) spread = NULL;
      guint n_assessments = 0;
      guint n_withheld = 0;
      guint n_shown = 0;

      for (guint i = 0; i < n; i++)
        assessments[i] = (VbLadderSpreadInput){
          .role = g_test_rand_int_range (0, VB_N_ROLE_GROUPS),
          .participants = g_test_rand_int_range (1, 9),
          .step = g_test_rand_int_range (0, 6),
          .area_steps = g_test_rand_bit () ? low : high,
        };

      spread = vb_ladder_spread_run (assessments, n, N_AREAS, smallest);
      for (guint i = 0; i < VB_N_ROLE_GROUPS; i++)
        {
          const VbLadderGroupSpread *group = &spread->groups[i];

          n_assessments += group->n_assessments;
          if (group->withheld)
            n_withheld += group->n_participants;
          else if (group->n_assessments > 0)
            {
              n_shown++;
              g_assert_cmpint (group->n_participants, >=, smallest);
            }
        }
      g_assert_cmpint (n_assessments, ==, n);
      g_assert_cmpint (spread->all.n_assessments, ==, n);
      g_assert_true (n_withheld == 0 || n_withheld >= smallest || n_shown == 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/ladder-spread/roles", test_roles);
  g_test_add_func ("/engine/ladder-spread/nothing", test_nothing);
  g_test_add_func ("/engine/ladder-spread/small-groups", test_small_groups);
  g_test_add_func ("/engine/ladder-spread/sums", test_sums);
  return g_test_run ();
}
