/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-error.h"
#include "vb-terms.h"

/* Every word has an id that reads back as itself and is nobody else's, and a label. */
#define CHECK_TERMS(name, Type, n, first_id)                                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);                      \
    Type back = (Type) -1;                                                                         \
                                                                                                   \
    for (int i = 0; i < (n); i++)                                                                  \
      {                                                                                            \
        const char *id = vb_##name##_to_id ((Type) i);                                             \
                                                                                                   \
        g_assert_true (g_hash_table_add (seen, (gpointer) id));                                    \
        g_assert_true (vb_##name##_from_id (id, &back));                                           \
        g_assert_cmpint (back, ==, i);                                                             \
        g_assert_cmpint (strlen (vb_##name##_get_label ((Type) i)), >, 0);                         \
      }                                                                                            \
    g_assert_cmpstr (vb_##name##_to_id ((Type) 0), ==, first_id);                                  \
    back = (Type) 1;                                                                               \
    g_assert_false (vb_##name##_from_id ("no such word", &back));                                  \
    g_assert_cmpint (back, ==, 1);                                                                 \
  }                                                                                                \
  G_STMT_END

static void
test_ids (void)
{
  CHECK_TERMS (grain, VbGrain, VB_N_GRAINS, "day");
  CHECK_TERMS (provenance, VbProvenance, VB_N_PROVENANCES, "verified");
  CHECK_TERMS (unit_kind, VbUnitKind, VB_N_UNIT_KINDS, "nation");
  CHECK_TERMS (care_type, VbCareType, VB_N_CARE_TYPES, "");
  CHECK_TERMS (care_group, VbCareGroup, VB_N_CARE_GROUPS, "");
  CHECK_TERMS (answer, VbAnswer, VB_N_ANSWERS, "");
  CHECK_TERMS (planning_level, VbPlanningLevel, VB_N_PLANNING_LEVELS, "");
  CHECK_TERMS (role_group, VbRoleGroup, VB_N_ROLE_GROUPS, "management");
  CHECK_TERMS (assessment_state, VbAssessmentState, VB_N_ASSESSMENT_STATES, "draft");
  CHECK_TERMS (balance_side, VbBalanceSide, VB_N_BALANCE_SIDES, "capacity");
  CHECK_TERMS (action_status, VbActionStatus, VB_N_ACTION_STATUSES, "proposed");
  CHECK_TERMS (focus_measure_kind, VbFocusMeasureKind, VB_N_FOCUS_MEASURE_KINDS, "targeted");
  CHECK_TERMS (dialogue_kind, VbDialogueKind, VB_N_DIALOGUE_KINDS, "strategic-dialogue");
  CHECK_TERMS (wording, VbWording, VB_N_WORDINGS, "own");
  CHECK_TERMS (lever_basis, VbLeverBasis, VB_N_LEVER_BASES, "beds");
  CHECK_TERMS (lever_profile, VbLeverProfile, VB_N_LEVER_PROFILES, "step");
  CHECK_TERMS (distribution, VbDistribution, VB_N_DISTRIBUTIONS, "triangular");
  CHECK_TERMS (figure_status, VbFigureStatus, VB_N_FIGURE_STATUSES, "official");
  CHECK_TERMS (breakdown_key, VbBreakdownKey, VB_N_BREAKDOWN_KEYS, "bed-days");
  CHECK_TERMS (sex, VbSex, VB_N_SEXES, "all");
  CHECK_TERMS (population_kind, VbPopulationKind, VB_N_POPULATION_KINDS, "outcome");
  CHECK_TERMS (quality_rule, VbQualityRule, VB_N_QUALITY_RULES, "overfull");
}

static void
test_groups (void)
{
  g_assert_cmpint (vb_care_type_get_group (VB_CARE_TYPE_NONE), ==, VB_CARE_GROUP_NONE);
  g_assert_cmpint (vb_care_type_get_group (VB_CARE_TYPE_SOMATIC), ==, VB_CARE_GROUP_SOMATIC);
  g_assert_cmpint (vb_care_type_get_group (VB_CARE_TYPE_GERIATRIC), ==, VB_CARE_GROUP_SOMATIC);
  g_assert_cmpint (vb_care_type_get_group (VB_CARE_TYPE_ICU), ==, VB_CARE_GROUP_ICU);
  g_assert_cmpint (vb_care_type_get_group (VB_CARE_TYPE_PSYCHIATRIC), ==,
                   VB_CARE_GROUP_PSYCHIATRIC);
}

static void
test_error_domain (void)
{
  g_assert_cmpstr (g_quark_to_string (VB_ERROR), ==, "vb-error-quark");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/terms/ids", test_ids);
  g_test_add_func ("/base/terms/groups", test_groups);
  g_test_add_func ("/base/error/domain", test_error_domain);
  return g_test_run ();
}
