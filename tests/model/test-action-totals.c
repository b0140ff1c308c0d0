/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-action-totals.h"

#include "vb-action-private.h"
#include "vb-unit-private.h"

#define TODAY 1000

static void
add (GListStore *actions,
     gint64 unit,
     VbActionStatus status,
     VbBalanceSide side,
     VbDay due,
     double low,
     double base,
     double high)
{
  VbActionFacts facts = VB_ACTION_FACTS_INIT;
  g_autoptr (VbAction) action = NULL;

  facts.unit_id = unit;
  facts.title = (char *) "Open beds";
  facts.status = status;
  facts.side = side;
  facts.due = due;
  facts.effect_low = low;
  facts.effect_base = base;
  facts.effect_high = high;
  action = vb_action_new (g_list_model_get_n_items (G_LIST_MODEL (actions)) + 1, &facts);
  g_list_store_append (actions, action);
}

static void
assert_effect (const VbEffectSum *sum, guint n, double low, double base, double high)
{
  g_assert_cmpuint (sum->n_estimated, ==, n);
  g_assert_cmpfloat (sum->low, ==, low);
  g_assert_cmpfloat (sum->base, ==, base);
  g_assert_cmpfloat (sum->high, ==, high);
}

/* A cancelled action gives nothing, and one that is done is counted by itself. */
static void
test_count (void)
{
  g_autoptr (GListStore) actions = g_list_store_new (VB_TYPE_ACTION);
  VbActionTotals totals;

  add (actions, 1, VB_ACTION_PROPOSED, VB_BALANCE_SIDE_CAPACITY, TODAY - 1, 1, 2, 4);
  add (actions, 1, VB_ACTION_UNDER_WAY, VB_BALANCE_SIDE_CAPACITY, TODAY, NAN, 3, NAN);
  add (actions, 1, VB_ACTION_DECIDED, VB_BALANCE_SIDE_CAPACITY, VB_DAY_NONE, NAN, NAN, NAN);
  add (actions, 1, VB_ACTION_DONE, VB_BALANCE_SIDE_CAPACITY, TODAY - 9, 5, 6, 7);
  add (actions, 1, VB_ACTION_CANCELLED, VB_BALANCE_SIDE_CAPACITY, TODAY - 9, 50, 60, 70);
  add (actions, 1, VB_ACTION_CANCELLED, VB_BALANCE_SIDE_NEED, TODAY - 9, 50, 60, 70);

  vb_action_totals_count (&totals, G_LIST_MODEL (actions), NULL, TODAY);
  g_assert_cmpuint (totals.n_actions, ==, 6);
  g_assert_cmpuint (totals.n_with_status[VB_ACTION_UNDER_WAY], ==, 1);
  g_assert_cmpuint (totals.n_with_status[VB_ACTION_CANCELLED], ==, 2);
  g_assert_cmpuint (totals.n_overdue, ==, 1);
  assert_effect (&totals.expected[VB_BALANCE_SIDE_CAPACITY], 2, 4, 5, 7);
  assert_effect (&totals.done[VB_BALANCE_SIDE_CAPACITY], 1, 5, 6, 7);
  g_assert_cmpuint (totals.expected[VB_BALANCE_SIDE_NEED].n_estimated, ==, 0);
  g_assert_true (isnan (totals.expected[VB_BALANCE_SIDE_NEED].base));
}

static void
test_range (void)
{
  static const struct
  {
    double given[3];
    double taken[3];
  } cases[] = {
    { { 1, 2, 4 }, { 1, 2, 4 } },     { { NAN, 2, NAN }, { 2, 2, 2 } },
    { { 1, NAN, 4 }, { 1, 2.5, 4 } }, { { 1, NAN, NAN }, { 1, 1, 1 } },
    { { NAN, NAN, 4 }, { 4, 4, 4 } }, { { NAN, 2, 4 }, { 2, 2, 4 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VbActionFacts facts = VB_ACTION_FACTS_INIT;
      VbEffectSum effect;

      facts.effect_low = cases[i].given[0];
      facts.effect_base = cases[i].given[1];
      facts.effect_high = cases[i].given[2];
      effect = vb_action_facts_get_effect (&facts);
      assert_effect (&effect, 1, cases[i].taken[0], cases[i].taken[1], cases[i].taken[2]);
    }
}

/* Actions of the units below count for the unit above. */
static void
test_unit (void)
{
  g_autoptr (GListStore) actions = g_list_store_new (VB_TYPE_ACTION);
  g_autoptr (VbUnit) hospital = vb_unit_new (10);
  g_autoptr (VbUnit) ward = vb_unit_new (11);
  g_autoptr (VbUnit) other = vb_unit_new (12);
  g_autoptr (GPtrArray) children = g_ptr_array_new ();
  VbActionTotals totals;

  g_ptr_array_add (children, ward);
  vb_unit_set_children (hospital, children);
  vb_unit_set_parent (ward, hospital);
  add (actions, 10, VB_ACTION_DECIDED, VB_BALANCE_SIDE_NEED, VB_DAY_NONE, NAN, 1, NAN);
  add (actions, 11, VB_ACTION_DECIDED, VB_BALANCE_SIDE_NEED, VB_DAY_NONE, NAN, 2, NAN);
  add (actions, 12, VB_ACTION_DECIDED, VB_BALANCE_SIDE_NEED, VB_DAY_NONE, NAN, 4, NAN);

  vb_action_totals_count (&totals, G_LIST_MODEL (actions), hospital, TODAY);
  assert_effect (&totals.expected[VB_BALANCE_SIDE_NEED], 2, 3, 3, 3);
  vb_action_totals_count (&totals, G_LIST_MODEL (actions), ward, TODAY);
  assert_effect (&totals.expected[VB_BALANCE_SIDE_NEED], 1, 2, 2, 2);
  vb_action_totals_count (&totals, G_LIST_MODEL (actions), other, TODAY);
  assert_effect (&totals.expected[VB_BALANCE_SIDE_NEED], 1, 4, 4, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/action-totals/count", test_count);
  g_test_add_func ("/model/action-totals/range", test_range);
  g_test_add_func ("/model/action-totals/unit", test_unit);

  return g_test_run ();
}
