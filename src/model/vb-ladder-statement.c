/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-ladder-statement.h"

struct _VbLadderStatement
{
  GObject parent_instance;

  char *id;
  guint step;
  VbPlanningLevel level;
  VbBilingual text;
  VbBilingual evidence;
};

G_DEFINE_FINAL_TYPE (VbLadderStatement, vb_ladder_statement, G_TYPE_OBJECT)

static void
vb_ladder_statement_finalize (GObject *object)
{
  VbLadderStatement *self = VB_LADDER_STATEMENT (object);

  g_free (self->id);
  vb_bilingual_clear (&self->text);
  vb_bilingual_clear (&self->evidence);

  G_OBJECT_CLASS (vb_ladder_statement_parent_class)->finalize (object);
}

static void
vb_ladder_statement_class_init (VbLadderStatementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_ladder_statement_finalize;
}

static void
vb_ladder_statement_init (VbLadderStatement *self)
{
}

VbLadderStatement *
vb_ladder_statement_new (const char *id,
                         guint step,
                         VbPlanningLevel level,
                         const VbBilingual *text,
                         const VbBilingual *evidence)
{
  VbLadderStatement *self;

  g_return_val_if_fail (id != NULL && *id != '\0', NULL);
  g_return_val_if_fail (step >= 2, NULL);
  g_return_val_if_fail (!vb_bilingual_is_empty (text), NULL);

  self = g_object_new (VB_TYPE_LADDER_STATEMENT, NULL);
  self->id = g_strdup (id);
  self->step = step;
  self->level = level;
  vb_bilingual_copy (&self->text, text);
  vb_bilingual_copy (&self->evidence, evidence);
  return self;
}

const char *
vb_ladder_statement_get_id (VbLadderStatement *self)
{
  g_return_val_if_fail (VB_IS_LADDER_STATEMENT (self), NULL);

  return self->id;
}

guint
vb_ladder_statement_get_step (VbLadderStatement *self)
{
  g_return_val_if_fail (VB_IS_LADDER_STATEMENT (self), 0);

  return self->step;
}

VbPlanningLevel
vb_ladder_statement_get_level (VbLadderStatement *self)
{
  g_return_val_if_fail (VB_IS_LADDER_STATEMENT (self), VB_PLANNING_LEVEL_NONE);

  return self->level;
}

const VbBilingual *
vb_ladder_statement_get_text (VbLadderStatement *self)
{
  g_return_val_if_fail (VB_IS_LADDER_STATEMENT (self), NULL);

  return &self->text;
}

const VbBilingual *
vb_ladder_statement_get_evidence (VbLadderStatement *self)
{
  g_return_val_if_fail (VB_IS_LADDER_STATEMENT (self), NULL);

  return &self->evidence;
}
