/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The closed word lists of the field. Every room speaks them; files hold their ids (stable ASCII).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Length of a period, from the finest to the coarsest, so that grains can be compared with <. */
typedef enum
{
  VB_GRAIN_DAY,
  VB_GRAIN_WEEK,
  VB_GRAIN_MONTH,
  VB_GRAIN_QUARTER,
  VB_GRAIN_YEAR,
} VbGrain;
#define VB_N_GRAINS (VB_GRAIN_YEAR + 1)

/* How far a figure can be trusted, best first; a computed figure has the worst of its inputs. */
typedef enum
{
  VB_PROVENANCE_VERIFIED,
  VB_PROVENANCE_REPORTED,
  VB_PROVENANCE_COMPUTED,
  VB_PROVENANCE_ILLUSTRATIVE,
  VB_PROVENANCE_ASSUMED, /* set by hand by nobody named, or proposed by the program; never stored */
} VbProvenance;
#define VB_N_PROVENANCES (VB_PROVENANCE_ASSUMED + 1)

typedef enum
{
  VB_UNIT_NATION,
  VB_UNIT_REGION,
  VB_UNIT_HOSPITAL,
  VB_UNIT_DEPARTMENT,
  VB_UNIT_WARD,
  VB_UNIT_CLINIC,
  VB_UNIT_THEATRE,
} VbUnitKind;
#define VB_N_UNIT_KINDS (VB_UNIT_THEATRE + 1)

/* What a unit says itself; NONE means "inherit from the parent". */
typedef enum
{
  VB_CARE_TYPE_NONE,
  VB_CARE_TYPE_SOMATIC,
  VB_CARE_TYPE_GERIATRIC,
  VB_CARE_TYPE_ICU,
  VB_CARE_TYPE_PSYCHIATRIC,
} VbCareType;
#define VB_N_CARE_TYPES (VB_CARE_TYPE_PSYCHIATRIC + 1)

/* Groups that are never added together. Geriatric beds belong to the somatic group. */
typedef enum
{
  VB_CARE_GROUP_NONE,
  VB_CARE_GROUP_SOMATIC,
  VB_CARE_GROUP_ICU,
  VB_CARE_GROUP_PSYCHIATRIC,
} VbCareGroup;
#define VB_N_CARE_GROUPS (VB_CARE_GROUP_PSYCHIATRIC + 1)

/* An answer to a statement of a ladder. The first four that are given can be compared with <; what
 * has not been answered yet is the least of all. Keys 1 to 5 give those from NO on. */
typedef enum
{
  VB_ANSWER_NONE,
  VB_ANSWER_NO,
  VB_ANSWER_PARTLY,
  VB_ANSWER_MOSTLY,
  VB_ANSWER_YES,
  VB_ANSWER_NOT_RELEVANT,
} VbAnswer;
#define VB_N_ANSWERS (VB_ANSWER_NOT_RELEVANT + 1)

/* The most steps a ladder may have, with the floor. */
#define VB_LADDER_MAX_STEPS 9

/* Whose planning a statement is about; NONE means "every level's". */
typedef enum
{
  VB_PLANNING_LEVEL_NONE,
  VB_PLANNING_LEVEL_STRATEGIC,
  VB_PLANNING_LEVEL_TACTICAL,
  VB_PLANNING_LEVEL_OPERATIONAL,
} VbPlanningLevel;
#define VB_N_PLANNING_LEVELS (VB_PLANNING_LEVEL_OPERATIONAL + 1)

/* Those who make a self-assessment together. */
typedef enum
{
  VB_ROLE_GROUP_MANAGEMENT,
  VB_ROLE_GROUP_PLANNERS,
  VB_ROLE_GROUP_PHYSICIANS,
  VB_ROLE_GROUP_NURSES,
  VB_ROLE_GROUP_OTHER,
} VbRoleGroup;
#define VB_N_ROLE_GROUPS (VB_ROLE_GROUP_OTHER + 1)

/* A self-assessment is changed while it is a draft, and counts when it is done. */
typedef enum
{
  VB_ASSESSMENT_DRAFT,
  VB_ASSESSMENT_DONE,
} VbAssessmentState;
#define VB_N_ASSESSMENT_STATES (VB_ASSESSMENT_DONE + 1)

/* Which side of the balance something works on. */
typedef enum
{
  VB_BALANCE_SIDE_CAPACITY,
  VB_BALANCE_SIDE_NEED,
} VbBalanceSide;
#define VB_N_BALANCE_SIDES (VB_BALANCE_SIDE_NEED + 1)

/* How far an action has come. What is done or cancelled is never overdue. */
typedef enum
{
  VB_ACTION_PROPOSED,
  VB_ACTION_DECIDED,
  VB_ACTION_UNDER_WAY,
  VB_ACTION_DONE,
  VB_ACTION_CANCELLED,
} VbActionStatus;
#define VB_N_ACTION_STATUSES (VB_ACTION_CANCELLED + 1)

/* What a measure of a focus area is for: a target is set, it tells the background, or it cannot be
 * measured well yet. */
typedef enum
{
  VB_FOCUS_MEASURE_TARGETED,
  VB_FOCUS_MEASURE_UNTARGETED,
  VB_FOCUS_MEASURE_DEVELOPMENT,
} VbFocusMeasureKind;
#define VB_N_FOCUS_MEASURE_KINDS (VB_FOCUS_MEASURE_DEVELOPMENT + 1)

typedef enum
{
  VB_DIALOGUE_STRATEGIC,
  VB_DIALOGUE_NETWORK,
  VB_DIALOGUE_OTHER,
} VbDialogueKind;
#define VB_N_DIALOGUE_KINDS (VB_DIALOGUE_OTHER + 1)

/* Whose words a text is in: of our own making, somebody's content in our words, or quoted. */
typedef enum
{
  VB_WORDING_OWN,
  VB_WORDING_PARAPHRASE,
  VB_WORDING_OFFICIAL,
} VbWording;
#define VB_N_WORDINGS (VB_WORDING_OFFICIAL + 1)

/* What the size of a lever is given in. */
typedef enum
{
  VB_LEVER_BASIS_BEDS,
  VB_LEVER_BASIS_SHARE, /* of the bed days that the lever acts on */
} VbLeverBasis;
#define VB_N_LEVER_BASES (VB_LEVER_BASIS_SHARE + 1)

/* How the effect of a lever grows from its start to its full effect. */
typedef enum
{
  VB_LEVER_PROFILE_STEP, /* at the start, at once */
  VB_LEVER_PROFILE_LINEAR,
  VB_LEVER_PROFILE_S_CURVE,      /* slowly, fast, slowly */
  VB_LEVER_PROFILE_FRONT_LOADED, /* fast, then ever slower */
} VbLeverProfile;
#define VB_N_LEVER_PROFILES (VB_LEVER_PROFILE_FRONT_LOADED + 1)

/* How a low, a base and a high value are read as a probability. */
typedef enum
{
  VB_DISTRIBUTION_TRIANGULAR,
  VB_DISTRIBUTION_PERT, /* less weight at the ends */
} VbDistribution;
#define VB_N_DISTRIBUTIONS (VB_DISTRIBUTION_PERT + 1)

/* Whose a figure of a ready scenario is. */
typedef enum
{
  VB_FIGURE_STATUS_OFFICIAL, /* published by an authority */
  VB_FIGURE_STATUS_DERIVED,  /* calculated from published figures */
  VB_FIGURE_STATUS_OWN,      /* this program's own proposal */
} VbFigureStatus;
#define VB_N_FIGURE_STATUSES (VB_FIGURE_STATUS_OWN + 1)

/* What a number of beds is shared out by. */
typedef enum
{
  VB_BREAKDOWN_KEY_BED_DAYS, /* used, seen from the unit that is responsible for the patients */
  VB_BREAKDOWN_KEY_PRESENT_BEDS,
  VB_BREAKDOWN_KEY_POPULATION_NEED, /* of those who live there, by age and sex */
} VbBreakdownKey;
#define VB_N_BREAKDOWN_KEYS (VB_BREAKDOWN_KEY_POPULATION_NEED + 1)

/* Whom a number of inhabitants, or of bed days, is of. */
typedef enum
{
  VB_SEX_ALL,
  VB_SEX_WOMEN,
  VB_SEX_MEN,
} VbSex;
#define VB_N_SEXES (VB_SEX_MEN + 1)

/* Whether inhabitants were counted or are expected. */
typedef enum
{
  VB_POPULATION_OUTCOME,
  VB_POPULATION_PROJECTION,
} VbPopulationKind;
#define VB_N_POPULATION_KINDS (VB_POPULATION_PROJECTION + 1)

/* Measures with fixed ids, the same in every document. A document's own measures start at
 * VB_MEASURE_FIRST_OWN. The catalogue (names, rules, definitions) stands in model/vb-measure.h. */
typedef enum
{
  VB_MEASURE_NONE = 0,
  VB_MEASURE_AVAILABLE_BEDS = 1,
  VB_MEASURE_ESTABLISHED_BEDS,
  VB_MEASURE_OCCUPIED_BEDS,
  VB_MEASURE_BED_DAYS,
  VB_MEASURE_AVAILABLE_BED_DAYS,
  VB_MEASURE_ADMISSIONS_ACUTE,
  VB_MEASURE_ADMISSIONS_PLANNED,
  VB_MEASURE_ADMISSIONS,
  VB_MEASURE_DAY_CASES,
  VB_MEASURE_DISCHARGES,
  VB_MEASURE_OVERCROWDING,
  VB_MEASURE_OUTLIERS_OUT,
  VB_MEASURE_OUTLIERS_IN,
  VB_MEASURE_DISCHARGE_READY,
  VB_MEASURE_ON_LEAVE,
  VB_MEASURE_POPULATION,
  VB_MEASURE_AVAILABLE_BEDS_PER_1000,
  VB_MEASURE_OVERCROWDING_PER_100,
  VB_MEASURE_OUTLIERS_PER_100,
  VB_MEASURE_DISCHARGE_READY_SHARE,
  VB_MEASURE_OCCUPANCY,
  VB_MEASURE_REFERRALS,
  VB_MEASURE_WAITING,
  VB_MEASURE_WAITING_WITHIN_90,
  VB_MEASURE_COMPLETED,
  VB_MEASURE_COMPLETED_WITHIN_90,
  VB_MEASURE_STAFF_HOURS,
  VB_MEASURE_NEEDED_BEDS,
  VB_N_MEASURES,
  VB_MEASURE_FIRST_OWN = 1000,
} VbMeasureId;

/* Rules that sound figures keep. What each means stands in engine/vb-quality.c. */
typedef enum
{
  VB_QUALITY_RULE_OVERFULL, /* occupancy beyond what beds and doubled rooms can hold */
  VB_QUALITY_RULE_SHARE,    /* a share below 0 or above 100 % */
  VB_QUALITY_RULE_NO_BEDS,  /* patients where there are no beds */
  VB_QUALITY_RULE_SUM,      /* a unit's own figure is not the sum of its children's */
  VB_QUALITY_RULE_SILENT,   /* a unit that reports no more */
  VB_QUALITY_RULE_JUMP,     /* a level that changes from one period to the next */
} VbQualityRule;
#define VB_N_QUALITY_RULES (VB_QUALITY_RULE_JUMP + 1)

/* Stable ids for files and the command line: "day", "reported", "ward", "icu" … Never translated.
 * Each _from_id returns FALSE and leaves @out alone when @id is none of them. */
const char *vb_grain_to_id (VbGrain grain);
gboolean vb_grain_from_id (const char *id, VbGrain *out);
const char *vb_provenance_to_id (VbProvenance provenance);
gboolean vb_provenance_from_id (const char *id, VbProvenance *out);
const char *vb_unit_kind_to_id (VbUnitKind kind);
gboolean vb_unit_kind_from_id (const char *id, VbUnitKind *out);
const char *vb_care_type_to_id (VbCareType type); /* NONE is "" */
gboolean vb_care_type_from_id (const char *id, VbCareType *out);
const char *vb_care_group_to_id (VbCareGroup group); /* NONE is "" */
gboolean vb_care_group_from_id (const char *id, VbCareGroup *out);
VbCareGroup vb_care_type_get_group (VbCareType type);
const char *vb_answer_to_id (VbAnswer answer); /* NONE is "" */
gboolean vb_answer_from_id (const char *id, VbAnswer *out);
const char *vb_planning_level_to_id (VbPlanningLevel level); /* NONE is "" */
gboolean vb_planning_level_from_id (const char *id, VbPlanningLevel *out);
const char *vb_role_group_to_id (VbRoleGroup group);
gboolean vb_role_group_from_id (const char *id, VbRoleGroup *out);
const char *vb_assessment_state_to_id (VbAssessmentState state);
gboolean vb_assessment_state_from_id (const char *id, VbAssessmentState *out);
const char *vb_balance_side_to_id (VbBalanceSide side);
gboolean vb_balance_side_from_id (const char *id, VbBalanceSide *out);
const char *vb_action_status_to_id (VbActionStatus status);
gboolean vb_action_status_from_id (const char *id, VbActionStatus *out);
const char *vb_focus_measure_kind_to_id (VbFocusMeasureKind kind);
gboolean vb_focus_measure_kind_from_id (const char *id, VbFocusMeasureKind *out);
const char *vb_dialogue_kind_to_id (VbDialogueKind kind);
gboolean vb_dialogue_kind_from_id (const char *id, VbDialogueKind *out);
const char *vb_wording_to_id (VbWording wording);
gboolean vb_wording_from_id (const char *id, VbWording *out);
const char *vb_lever_basis_to_id (VbLeverBasis basis);
gboolean vb_lever_basis_from_id (const char *id, VbLeverBasis *out);
const char *vb_lever_profile_to_id (VbLeverProfile profile);
gboolean vb_lever_profile_from_id (const char *id, VbLeverProfile *out);
const char *vb_distribution_to_id (VbDistribution distribution);
gboolean vb_distribution_from_id (const char *id, VbDistribution *out);
const char *vb_figure_status_to_id (VbFigureStatus status);
gboolean vb_figure_status_from_id (const char *id, VbFigureStatus *out);
const char *vb_breakdown_key_to_id (VbBreakdownKey key);
gboolean vb_breakdown_key_from_id (const char *id, VbBreakdownKey *out);
const char *vb_sex_to_id (VbSex sex);
gboolean vb_sex_from_id (const char *id, VbSex *out);
const char *vb_population_kind_to_id (VbPopulationKind kind);
gboolean vb_population_kind_from_id (const char *id, VbPopulationKind *out);

/* The words a person reads, in the present locale; not to be freed. */
const char *vb_grain_get_label (VbGrain grain);
const char *vb_provenance_get_label (VbProvenance provenance);
const char *vb_unit_kind_get_label (VbUnitKind kind);
const char *vb_care_type_get_label (VbCareType type);
const char *vb_care_group_get_label (VbCareGroup group);
/* The group's name as it stands inside a phrase, "somatic care"; not to be freed. */
const char *vb_care_group_get_phrase (VbCareGroup group);
const char *vb_answer_get_label (VbAnswer answer);
const char *vb_planning_level_get_label (VbPlanningLevel level);
const char *vb_role_group_get_label (VbRoleGroup group);
const char *vb_assessment_state_get_label (VbAssessmentState state);
const char *vb_balance_side_get_label (VbBalanceSide side);
const char *vb_action_status_get_label (VbActionStatus status);
const char *vb_focus_measure_kind_get_label (VbFocusMeasureKind kind);
const char *vb_dialogue_kind_get_label (VbDialogueKind kind);
const char *vb_wording_get_label (VbWording wording);
const char *vb_lever_basis_get_label (VbLeverBasis basis);
const char *vb_lever_profile_get_label (VbLeverProfile profile);
const char *vb_distribution_get_label (VbDistribution distribution);
const char *vb_figure_status_get_label (VbFigureStatus status);
/* What the card of a figure says of one with this status. */
VbProvenance vb_figure_status_get_provenance (VbFigureStatus status);
const char *vb_breakdown_key_get_label (VbBreakdownKey key);
/* The key as it stands inside a phrase, "bed days"; not to be freed. */
const char *vb_breakdown_key_get_phrase (VbBreakdownKey key);
const char *vb_sex_get_label (VbSex sex);
const char *vb_population_kind_get_label (VbPopulationKind kind);

/* As the word lists above. */
const char *vb_quality_rule_to_id (VbQualityRule rule);
gboolean vb_quality_rule_from_id (const char *id, VbQualityRule *out);
const char *vb_quality_rule_get_label (VbQualityRule rule);

G_END_DECLS
