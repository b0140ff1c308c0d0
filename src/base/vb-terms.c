/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-terms.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const char *label;
} Term;

static const Term grains[VB_N_GRAINS] = {
  [VB_GRAIN_DAY] = { "day", N_ ("Day") },       [VB_GRAIN_WEEK] = { "week", N_ ("Week") },
  [VB_GRAIN_MONTH] = { "month", N_ ("Month") }, [VB_GRAIN_QUARTER] = { "quarter", N_ ("Quarter") },
  [VB_GRAIN_YEAR] = { "year", N_ ("Year") },
};

static const Term provenances[VB_N_PROVENANCES] = {
  [VB_PROVENANCE_VERIFIED] = { "verified", N_ ("Verified") },
  [VB_PROVENANCE_REPORTED] = { "reported", N_ ("Reported") },
  [VB_PROVENANCE_COMPUTED] = { "computed", N_ ("Computed") },
  [VB_PROVENANCE_ILLUSTRATIVE] = { "illustrative", N_ ("Illustrative") },
  [VB_PROVENANCE_ASSUMED] = { "assumed", N_ ("Assumed") },
};

static const Term unit_kinds[VB_N_UNIT_KINDS] = {
  [VB_UNIT_NATION] = { "nation", N_ ("Nation") },
  [VB_UNIT_REGION] = { "region", N_ ("Region") },
  [VB_UNIT_HOSPITAL] = { "hospital", N_ ("Hospital") },
  [VB_UNIT_DEPARTMENT] = { "department", N_ ("Department") },
  [VB_UNIT_WARD] = { "ward", N_ ("Ward") },
  [VB_UNIT_CLINIC] = { "clinic", N_ ("Clinic") },
  [VB_UNIT_THEATRE] = { "theatre", N_ ("Operating Theatre") },
};

static const Term care_types[VB_N_CARE_TYPES] = {
  [VB_CARE_TYPE_NONE] = { "", N_ ("Not Stated") },
  [VB_CARE_TYPE_SOMATIC] = { "somatic", N_ ("Somatic Care") },
  [VB_CARE_TYPE_GERIATRIC] = { "geriatric", N_ ("Geriatric Care") },
  [VB_CARE_TYPE_ICU] = { "icu", N_ ("Intensive Care") },
  [VB_CARE_TYPE_PSYCHIATRIC] = { "psychiatric", N_ ("Psychiatric Care") },
};

static const Term care_groups[VB_N_CARE_GROUPS] = {
  [VB_CARE_GROUP_NONE] = { "", N_ ("All Care") },
  [VB_CARE_GROUP_SOMATIC] = { "somatic", N_ ("Somatic Care") },
  [VB_CARE_GROUP_ICU] = { "icu", N_ ("Intensive Care") },
  [VB_CARE_GROUP_PSYCHIATRIC] = { "psychiatric", N_ ("Psychiatric Care") },
};

static const Term quality_rules[VB_N_QUALITY_RULES] = {
  [VB_QUALITY_RULE_OVERFULL] = { "overfull", N_ ("Occupancy Above 150 %") },
  [VB_QUALITY_RULE_SHARE] = { "share", N_ ("Share Outside 0–100 %") },
  [VB_QUALITY_RULE_NO_BEDS] = { "no-beds", N_ ("Patients Without Beds") },
  [VB_QUALITY_RULE_SUM] = { "sum", N_ ("Total Is Not the Sum") },
  [VB_QUALITY_RULE_SILENT] = { "silent", N_ ("Reports No More") },
  [VB_QUALITY_RULE_JUMP] = { "jump", N_ ("Sudden New Level") },
};

static const Term answers[VB_N_ANSWERS] = {
  [VB_ANSWER_NONE] = { "", N_ ("Not Answered") },
  [VB_ANSWER_NO] = { "no", N_ ("No") },
  [VB_ANSWER_PARTLY] = { "partly", N_ ("Partly") },
  [VB_ANSWER_MOSTLY] = { "mostly", N_ ("Mostly") },
  [VB_ANSWER_YES] = { "yes", N_ ("Yes") },
  [VB_ANSWER_NOT_RELEVANT] = { "not-relevant", N_ ("Not Relevant") },
};

static const Term planning_levels[VB_N_PLANNING_LEVELS] = {
  [VB_PLANNING_LEVEL_NONE] = { "", N_ ("All Levels") },
  [VB_PLANNING_LEVEL_STRATEGIC] = { "strategic", N_ ("Strategic") },
  [VB_PLANNING_LEVEL_TACTICAL] = { "tactical", N_ ("Tactical") },
  [VB_PLANNING_LEVEL_OPERATIONAL] = { "operational", N_ ("Operational") },
};

static const Term role_groups[VB_N_ROLE_GROUPS] = {
  [VB_ROLE_GROUP_MANAGEMENT] = { "management", N_ ("Management") },
  [VB_ROLE_GROUP_PLANNERS] = { "planners", N_ ("Planners") },
  [VB_ROLE_GROUP_PHYSICIANS] = { "physicians", N_ ("Physicians") },
  [VB_ROLE_GROUP_NURSES] = { "nurses", N_ ("Nurses") },
  [VB_ROLE_GROUP_OTHER] = { "other", N_ ("Others") },
};

static const Term assessment_states[VB_N_ASSESSMENT_STATES] = {
  [VB_ASSESSMENT_DRAFT] = { "draft", N_ ("Draft") },
  [VB_ASSESSMENT_DONE] = { "done", N_ ("Finished") },
};

static const Term balance_sides[VB_N_BALANCE_SIDES] = {
  [VB_BALANCE_SIDE_CAPACITY] = { "capacity", N_ ("Raises Capacity") },
  [VB_BALANCE_SIDE_NEED] = { "need", N_ ("Lowers Need") },
};

static const Term action_statuses[VB_N_ACTION_STATUSES] = {
  [VB_ACTION_PROPOSED] = { "proposed", N_ ("Proposed") },
  [VB_ACTION_DECIDED] = { "decided", N_ ("Decided") },
  [VB_ACTION_UNDER_WAY] = { "under-way", N_ ("Under Way") },
  [VB_ACTION_DONE] = { "done", N_ ("Carried Out") },
  [VB_ACTION_CANCELLED] = { "cancelled", N_ ("Cancelled") },
};

static const Term focus_measure_kinds[VB_N_FOCUS_MEASURE_KINDS] = {
  [VB_FOCUS_MEASURE_TARGETED] = { "targeted", N_ ("With a Target") },
  [VB_FOCUS_MEASURE_UNTARGETED] = { "untargeted", N_ ("Without a Target") },
  [VB_FOCUS_MEASURE_DEVELOPMENT] = { "development", N_ ("Under Development") },
};

static const Term dialogue_kinds[VB_N_DIALOGUE_KINDS] = {
  [VB_DIALOGUE_STRATEGIC] = { "strategic-dialogue", N_ ("Strategic Dialogue") },
  [VB_DIALOGUE_NETWORK] = { "network-meeting", N_ ("Network Meeting") },
  [VB_DIALOGUE_OTHER] = { "other", N_ ("Other Meeting") },
};

static const Term wordings[VB_N_WORDINGS] = {
  [VB_WORDING_OWN] = { "own", N_ ("Own Wording") },
  [VB_WORDING_PARAPHRASE] = { "paraphrase", N_ ("Official, Paraphrased") },
  [VB_WORDING_OFFICIAL] = { "official", N_ ("Official Wording") },
};

static const Term lever_bases[VB_N_LEVER_BASES] = {
  [VB_LEVER_BASIS_BEDS] = { "beds", N_ ("Beds") },
  [VB_LEVER_BASIS_SHARE] = { "share", N_ ("Share of Bed Days") },
};

static const Term lever_profiles[VB_N_LEVER_PROFILES] = {
  [VB_LEVER_PROFILE_STEP] = { "step", N_ ("All at Once") },
  [VB_LEVER_PROFILE_LINEAR] = { "linear", N_ ("Evenly") },
  [VB_LEVER_PROFILE_S_CURVE] = { "s-curve", N_ ("Slowly at First and Last") },
  [VB_LEVER_PROFILE_FRONT_LOADED] = { "front-loaded", N_ ("Fastest at First") },
};

static const Term distributions[VB_N_DISTRIBUTIONS] = {
  [VB_DISTRIBUTION_TRIANGULAR] = { "triangular", N_ ("Triangular") },
  [VB_DISTRIBUTION_PERT] = { "pert", N_ ("PERT") },
};

static const Term figure_statuses[VB_N_FIGURE_STATUSES] = {
  [VB_FIGURE_STATUS_OFFICIAL] = { "official", N_ ("Official") },
  [VB_FIGURE_STATUS_DERIVED] = { "derived", N_ ("Derived From Official Figures") },
  [VB_FIGURE_STATUS_OWN] = { "own", N_ ("Own Proposal") },
};

static const Term breakdown_keys[VB_N_BREAKDOWN_KEYS] = {
  [VB_BREAKDOWN_KEY_BED_DAYS] = { "bed-days", N_ ("Bed Days") },
  [VB_BREAKDOWN_KEY_PRESENT_BEDS] = { "present-beds", N_ ("Present Beds") },
  [VB_BREAKDOWN_KEY_POPULATION_NEED] = { "population-need", N_ ("Need of the Population") },
};

static const Term sexes[VB_N_SEXES] = {
  [VB_SEX_ALL] = { "all", N_ ("Women and Men") },
  [VB_SEX_WOMEN] = { "women", N_ ("Women") },
  [VB_SEX_MEN] = { "men", N_ ("Men") },
};

static const Term population_kinds[VB_N_POPULATION_KINDS] = {
  [VB_POPULATION_OUTCOME] = { "outcome", N_ ("Outcome") },
  [VB_POPULATION_PROJECTION] = { "projection", N_ ("Projection") },
};

static gboolean
find_term (const Term *terms, guint n_terms, const char *id, guint *out)
{
  g_return_val_if_fail (id != NULL, FALSE);

  for (guint i = 0; i < n_terms; i++)
    if (g_str_equal (terms[i].id, id))
      {
        *out = i;
        return TRUE;
      }

  return FALSE;
}

/* The three functions of one word list. */
#define DEFINE_TERMS(name, Type, terms)                                                            \
  const char *vb_##name##_to_id (Type value)                                                       \
  {                                                                                                \
    g_return_val_if_fail ((guint) value < G_N_ELEMENTS (terms), NULL);                             \
    return terms[value].id;                                                                        \
  }                                                                                                \
                                                                                                   \
  gboolean vb_##name##_from_id (const char *id, Type *out)                                         \
  {                                                                                                \
    guint index;                                                                                   \
                                                                                                   \
    if (!find_term (terms, G_N_ELEMENTS (terms), id, &index))                                      \
      return FALSE;                                                                                \
    *out = (Type) index;                                                                           \
    return TRUE;                                                                                   \
  }                                                                                                \
                                                                                                   \
  const char *vb_##name##_get_label (Type value)                                                   \
  {                                                                                                \
    g_return_val_if_fail ((guint) value < G_N_ELEMENTS (terms), NULL);                             \
    return _ (terms[value].label);                                                                 \
  }

DEFINE_TERMS (grain, VbGrain, grains)
DEFINE_TERMS (provenance, VbProvenance, provenances)
DEFINE_TERMS (unit_kind, VbUnitKind, unit_kinds)
DEFINE_TERMS (care_type, VbCareType, care_types)
DEFINE_TERMS (care_group, VbCareGroup, care_groups)
DEFINE_TERMS (answer, VbAnswer, answers)
DEFINE_TERMS (planning_level, VbPlanningLevel, planning_levels)
DEFINE_TERMS (role_group, VbRoleGroup, role_groups)
DEFINE_TERMS (assessment_state, VbAssessmentState, assessment_states)
DEFINE_TERMS (balance_side, VbBalanceSide, balance_sides)
DEFINE_TERMS (action_status, VbActionStatus, action_statuses)
DEFINE_TERMS (focus_measure_kind, VbFocusMeasureKind, focus_measure_kinds)
DEFINE_TERMS (dialogue_kind, VbDialogueKind, dialogue_kinds)
DEFINE_TERMS (wording, VbWording, wordings)
DEFINE_TERMS (lever_basis, VbLeverBasis, lever_bases)
DEFINE_TERMS (lever_profile, VbLeverProfile, lever_profiles)
DEFINE_TERMS (distribution, VbDistribution, distributions)
DEFINE_TERMS (figure_status, VbFigureStatus, figure_statuses)
DEFINE_TERMS (breakdown_key, VbBreakdownKey, breakdown_keys)
DEFINE_TERMS (sex, VbSex, sexes)
DEFINE_TERMS (population_kind, VbPopulationKind, population_kinds)
DEFINE_TERMS (quality_rule, VbQualityRule, quality_rules)

const char *
vb_care_group_get_phrase (VbCareGroup group)
{
  /* Translators: these four stand inside a phrase: "Region Example, somatic care, mean per year" */
  static const char *const phrases[VB_N_CARE_GROUPS] = {
    [VB_CARE_GROUP_NONE] = NC_ ("in a phrase", "all care"),
    [VB_CARE_GROUP_SOMATIC] = NC_ ("in a phrase", "somatic care"),
    [VB_CARE_GROUP_ICU] = NC_ ("in a phrase", "intensive care"),
    [VB_CARE_GROUP_PSYCHIATRIC] = NC_ ("in a phrase", "psychiatric care"),
  };

  g_return_val_if_fail ((guint) group < VB_N_CARE_GROUPS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "in a phrase", phrases[group]);
}

const char *
vb_breakdown_key_get_phrase (VbBreakdownKey key)
{
  /* Translators: these stand inside a phrase: "412 beds shared out by bed days" */
  static const char *const phrases[VB_N_BREAKDOWN_KEYS] = {
    [VB_BREAKDOWN_KEY_BED_DAYS] = NC_ ("in a phrase", "bed days"),
    [VB_BREAKDOWN_KEY_PRESENT_BEDS] = NC_ ("in a phrase", "present beds"),
  };

  g_return_val_if_fail ((guint) key < VB_N_BREAKDOWN_KEYS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "in a phrase", phrases[key]);
}

VbCareGroup
vb_care_type_get_group (VbCareType type)
{
  switch (type)
    {
    case VB_CARE_TYPE_SOMATIC:
    case VB_CARE_TYPE_GERIATRIC:
      return VB_CARE_GROUP_SOMATIC;
    case VB_CARE_TYPE_ICU:
      return VB_CARE_GROUP_ICU;
    case VB_CARE_TYPE_PSYCHIATRIC:
      return VB_CARE_GROUP_PSYCHIATRIC;
    case VB_CARE_TYPE_NONE:
      return VB_CARE_GROUP_NONE;
    default:
      g_return_val_if_reached (VB_CARE_GROUP_NONE);
    }
}

VbProvenance
vb_figure_status_get_provenance (VbFigureStatus status)
{
  switch (status)
    {
    case VB_FIGURE_STATUS_OFFICIAL:
      return VB_PROVENANCE_VERIFIED;
    case VB_FIGURE_STATUS_DERIVED:
      return VB_PROVENANCE_COMPUTED;
    case VB_FIGURE_STATUS_OWN:
    default:
      return VB_PROVENANCE_ILLUSTRATIVE;
    }
}
