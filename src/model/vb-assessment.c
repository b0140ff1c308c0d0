/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-assessment-private.h"

struct _VbAssessment
{
  GObject parent_instance;

  gint64 id;
  gint64 unit_id;
  VbLadder *ladder;
  VbRoleGroup role;
  VbDay day;
  guint participants;
  VbAssessmentState state;
  char *note;
  char *current_area;
  VbAssessmentAnswers *answers;
  guint n_answered;
};

enum
{
  PROP_0,
  PROP_ROLE,
  PROP_DAY,
  PROP_PARTICIPANTS,
  PROP_STATE,
  PROP_NOTE,
  PROP_CURRENT_AREA,
  PROP_N_ANSWERED,
  N_PROPS,
};

enum
{
  ANSWER_CHANGED,
  AREA_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VbAssessment, vb_assessment, G_TYPE_OBJECT)

static void
vb_assessment_finalize (GObject *object)
{
  VbAssessment *self = VB_ASSESSMENT (object);

  g_clear_object (&self->ladder);
  g_free (self->note);
  g_free (self->current_area);
  g_clear_pointer (&self->answers, vb_assessment_answers_free);

  G_OBJECT_CLASS (vb_assessment_parent_class)->finalize (object);
}

static void
vb_assessment_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbAssessment *self = VB_ASSESSMENT (object);

  switch (prop_id)
    {
    case PROP_ROLE:
      g_value_set_int (value, (int) self->role);
      break;
    case PROP_DAY:
      g_value_set_int (value, self->day);
      break;
    case PROP_PARTICIPANTS:
      g_value_set_uint (value, self->participants);
      break;
    case PROP_STATE:
      g_value_set_int (value, (int) self->state);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_CURRENT_AREA:
      g_value_set_string (value, self->current_area);
      break;
    case PROP_N_ANSWERED:
      g_value_set_uint (value, self->n_answered);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_assessment_class_init (VbAssessmentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GSignalFlags detailed = G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED;

  object_class->finalize = vb_assessment_finalize;
  object_class->get_property = vb_assessment_get_property;

  properties[PROP_ROLE] = g_param_spec_int ("role", NULL, NULL, 0, VB_N_ROLE_GROUPS - 1, 0, flags);
  properties[PROP_DAY] = g_param_spec_int ("day", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_PARTICIPANTS] =
      g_param_spec_uint ("participants", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_STATE] =
      g_param_spec_int ("state", NULL, NULL, 0, VB_N_ASSESSMENT_STATES - 1, 0, flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  properties[PROP_CURRENT_AREA] = g_param_spec_string ("current-area", NULL, NULL, NULL, flags);
  properties[PROP_N_ANSWERED] =
      g_param_spec_uint ("n-answered", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ANSWER_CHANGED] = g_signal_new ("answer-changed", VB_TYPE_ASSESSMENT, detailed, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[AREA_CHANGED] = g_signal_new ("area-changed", VB_TYPE_ASSESSMENT, detailed, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
vb_assessment_init (VbAssessment *self)
{
}

VbAssessment *
vb_assessment_new (gint64 id, gint64 unit_id, VbLadder *ladder)
{
  VbAssessment *self = g_object_new (VB_TYPE_ASSESSMENT, NULL);

  self->id = id;
  self->unit_id = unit_id;
  self->ladder = g_object_ref (ladder);
  self->answers = vb_assessment_answers_new (ladder);
  return self;
}

/* ---- answers --------------------------------------------------------------------------------- */

VbAssessmentAnswers *
vb_assessment_answers_new (VbLadder *ladder)
{
  VbAssessmentAnswers *self = g_new0 (VbAssessmentAnswers, 1);

  self->n_statements = vb_ladder_get_n_statements (ladder);
  self->answers = g_new0 (guint8, self->n_statements);
  self->evidence = g_new0 (char *, self->n_statements);
  self->n_areas = g_list_model_get_n_items (vb_ladder_get_areas (ladder));
  self->areas = g_new0 (VbAssessmentArea, self->n_areas);
  return self;
}

void
vb_assessment_answers_free (VbAssessmentAnswers *self)
{
  for (guint i = 0; i < self->n_statements; i++)
    g_free (self->evidence[i]);
  for (guint i = 0; i < self->n_areas; i++)
    {
      g_free (self->areas[i].owner_role);
      g_free (self->areas[i].comment);
    }
  g_free (self->answers);
  g_free (self->evidence);
  g_free (self->areas);
  g_free (self);
}

static guint
count_answered (const VbAssessmentAnswers *answers)
{
  guint n = 0;

  for (guint i = 0; i < answers->n_statements; i++)
    n += answers->answers[i] != VB_ANSWER_NONE;
  return n;
}

static gboolean
is_same_answer (const VbAssessmentAnswers *a, const VbAssessmentAnswers *b, guint statement)
{
  return a->answers[statement] == b->answers[statement]
         && g_strcmp0 (a->evidence[statement], b->evidence[statement]) == 0;
}

static gboolean
is_same_area (const VbAssessmentAnswers *a, const VbAssessmentAnswers *b, guint index)
{
  const VbAssessmentArea *one = &a->areas[index];
  const VbAssessmentArea *two = &b->areas[index];

  return one->wanted_step == two->wanted_step && one->priority == two->priority
         && one->by == two->by && g_strcmp0 (one->owner_role, two->owner_role) == 0
         && g_strcmp0 (one->comment, two->comment) == 0;
}

static void
emit_differences (VbAssessment *self, const VbAssessmentAnswers *old)
{
  for (guint i = 0; i < old->n_statements; i++)
    if (!is_same_answer (old, self->answers, i))
      {
        const char *id = vb_ladder_statement_get_id (vb_ladder_get_statement (self->ladder, i));

        g_signal_emit (self, signals[ANSWER_CHANGED], g_quark_from_string (id), id);
      }
  for (guint i = 0; i < old->n_areas; i++)
    if (!is_same_area (old, self->answers, i))
      {
        g_autoptr (VbLadderArea) area =
            g_list_model_get_item (vb_ladder_get_areas (self->ladder), i);
        const char *id = vb_ladder_area_get_id (area);

        g_signal_emit (self, signals[AREA_CHANGED], g_quark_from_string (id), id);
      }
}

void
vb_assessment_take_answers (VbAssessment *self, VbAssessmentAnswers *answers)
{
  g_autoptr (VbAssessmentAnswers) old = NULL;
  guint n_answered;

  g_return_if_fail (VB_IS_ASSESSMENT (self));
  g_return_if_fail (answers->n_statements == self->answers->n_statements);

  old = g_steal_pointer (&self->answers);
  self->answers = answers;
  n_answered = count_answered (answers);
  if (n_answered != self->n_answered)
    {
      self->n_answered = n_answered;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ANSWERED]);
    }
  emit_differences (self, old);
}

const VbAssessmentAnswers *
vb_assessment_peek_answers (VbAssessment *self)
{
  g_return_val_if_fail (VB_IS_ASSESSMENT (self), NULL);

  return self->answers;
}

VbAnswer
vb_assessment_get_answer (VbAssessment *self, const char *statement)
{
  guint index;

  g_return_val_if_fail (VB_IS_ASSESSMENT (self), VB_ANSWER_NONE);

  if (!vb_ladder_find_statement_index (self->ladder, statement, &index))
    return VB_ANSWER_NONE;
  return (VbAnswer) self->answers->answers[index];
}

const char *
vb_assessment_get_evidence (VbAssessment *self, const char *statement)
{
  guint index;

  g_return_val_if_fail (VB_IS_ASSESSMENT (self), NULL);

  if (!vb_ladder_find_statement_index (self->ladder, statement, &index))
    return NULL;
  return self->answers->evidence[index];
}

const guint8 *
vb_assessment_get_answers (VbAssessment *self)
{
  g_return_val_if_fail (VB_IS_ASSESSMENT (self), NULL);

  return self->answers->answers;
}

guint
vb_assessment_get_n_answered (VbAssessment *self)
{
  g_return_val_if_fail (VB_IS_ASSESSMENT (self), 0);

  return self->n_answered;
}

const VbAssessmentArea *
vb_assessment_get_area (VbAssessment *self, const char *area)
{
  guint index;

  g_return_val_if_fail (VB_IS_ASSESSMENT (self), NULL);

  if (!vb_ladder_find_area_index (self->ladder, area, &index))
    return NULL;
  return &self->answers->areas[index];
}

/* ---- the rest -------------------------------------------------------------------------------- */

void
vb_assessment_set_facts (VbAssessment *self,
                         VbRoleGroup role,
                         VbDay day,
                         guint participants,
                         VbAssessmentState state,
                         const char *note)
{
  GObject *object = G_OBJECT (self);

  g_return_if_fail (VB_IS_ASSESSMENT (self));

  g_object_freeze_notify (object);
  if (self->role != role)
    g_object_notify_by_pspec (object, properties[PROP_ROLE]);
  if (self->day != day)
    g_object_notify_by_pspec (object, properties[PROP_DAY]);
  if (self->participants != participants)
    g_object_notify_by_pspec (object, properties[PROP_PARTICIPANTS]);
  if (self->state != state)
    g_object_notify_by_pspec (object, properties[PROP_STATE]);
  if (g_strcmp0 (self->note, note) != 0)
    {
      g_free (self->note);
      self->note = g_strdup (note);
      g_object_notify_by_pspec (object, properties[PROP_NOTE]);
    }
  self->role = role;
  self->day = day;
  self->participants = participants;
  self->state = state;
  g_object_thaw_notify (object);
}

void
vb_assessment_set_current_area (VbAssessment *self, const char *area)
{
  g_return_if_fail (VB_IS_ASSESSMENT (self));

  if (g_strcmp0 (self->current_area, area) == 0)
    return;
  g_free (self->current_area);
  self->current_area = g_strdup (area);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT_AREA]);
}

gint64
vb_assessment_get_id (VbAssessment *self)
{
  g_return_val_if_fail (VB_IS_ASSESSMENT (self), 0);

  return self->id;
}

gint64
vb_assessment_get_unit_id (VbAssessment *self)
{
  g_return_val_if_fail (VB_IS_ASSESSMENT (self), 0);

  return self->unit_id;
}

VbLadder *
vb_assessment_get_ladder (VbAssessment *self)
{
  g_return_val_if_fail (VB_IS_ASSESSMENT (self), NULL);

  return self->ladder;
}

VbRoleGroup
vb_assessment_get_role (VbAssessment *self)
{
  g_return_val_if_fail (VB_IS_ASSESSMENT (self), VB_ROLE_GROUP_OTHER);

  return self->role;
}

VbDay
vb_assessment_get_day (VbAssessment *self)
{
  g_return_val_if_fail (VB_IS_ASSESSMENT (self), VB_DAY_NONE);

  return self->day;
}

guint
vb_assessment_get_participants (VbAssessment *self)
{
  g_return_val_if_fail (VB_IS_ASSESSMENT (self), 0);

  return self->participants;
}

VbAssessmentState
vb_assessment_get_state (VbAssessment *self)
{
  g_return_val_if_fail (VB_IS_ASSESSMENT (self), VB_ASSESSMENT_DRAFT);

  return self->state;
}

const char *
vb_assessment_get_note (VbAssessment *self)
{
  g_return_val_if_fail (VB_IS_ASSESSMENT (self), NULL);

  return self->note;
}

const char *
vb_assessment_get_current_area (VbAssessment *self)
{
  g_return_val_if_fail (VB_IS_ASSESSMENT (self), NULL);

  return self->current_area;
}

gboolean
vb_assessment_equal (VbAssessment *self, VbAssessment *other)
{
  g_return_val_if_fail (VB_IS_ASSESSMENT (self), FALSE);
  g_return_val_if_fail (VB_IS_ASSESSMENT (other), FALSE);

  if (!vb_ladder_equal (self->ladder, other->ladder) || self->role != other->role
      || self->day != other->day || self->participants != other->participants
      || self->state != other->state || g_strcmp0 (self->note, other->note) != 0)
    return FALSE;
  for (guint i = 0; i < self->answers->n_statements; i++)
    if (!is_same_answer (self->answers, other->answers, i))
      return FALSE;
  for (guint i = 0; i < self->answers->n_areas; i++)
    if (!is_same_area (self->answers, other->answers, i))
      return FALSE;
  return TRUE;
}
