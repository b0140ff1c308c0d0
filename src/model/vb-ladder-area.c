/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-ladder-area.h"

struct _VbLadderArea
{
  GObject parent_instance;

  char *id;
  VbBilingual name;
  VbBilingual question;
  VbBilingual help;
  gboolean mandatory;
  VbBilingual steps[VB_LADDER_MAX_STEPS + 1]; /* by step; [0] is not used */
  GListStore *statements;
  guint last_step;
};

G_DEFINE_FINAL_TYPE (VbLadderArea, vb_ladder_area, G_TYPE_OBJECT)

static void
vb_ladder_area_finalize (GObject *object)
{
  VbLadderArea *self = VB_LADDER_AREA (object);

  g_free (self->id);
  vb_bilingual_clear (&self->name);
  vb_bilingual_clear (&self->question);
  vb_bilingual_clear (&self->help);
  for (guint step = 0; step < G_N_ELEMENTS (self->steps); step++)
    vb_bilingual_clear (&self->steps[step]);
  g_object_unref (self->statements);

  G_OBJECT_CLASS (vb_ladder_area_parent_class)->finalize (object);
}

static void
vb_ladder_area_class_init (VbLadderAreaClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_ladder_area_finalize;
}

static void
vb_ladder_area_init (VbLadderArea *self)
{
  self->mandatory = TRUE;
  self->statements = g_list_store_new (VB_TYPE_LADDER_STATEMENT);
  self->last_step = 1;
}

VbLadderArea *
vb_ladder_area_new (const char *id, const VbBilingual *name)
{
  VbLadderArea *self;

  g_return_val_if_fail (id != NULL && *id != '\0', NULL);

  self = g_object_new (VB_TYPE_LADDER_AREA, NULL);
  self->id = g_strdup (id);
  vb_bilingual_copy (&self->name, name);
  return self;
}

void
vb_ladder_area_set_question (VbLadderArea *self, const VbBilingual *question)
{
  g_return_if_fail (VB_IS_LADDER_AREA (self));

  vb_bilingual_copy (&self->question, question);
}

void
vb_ladder_area_set_help (VbLadderArea *self, const VbBilingual *help)
{
  g_return_if_fail (VB_IS_LADDER_AREA (self));

  vb_bilingual_copy (&self->help, help);
}

void
vb_ladder_area_set_mandatory (VbLadderArea *self, gboolean mandatory)
{
  g_return_if_fail (VB_IS_LADDER_AREA (self));

  self->mandatory = mandatory;
}

void
vb_ladder_area_set_step_text (VbLadderArea *self, guint step, const VbBilingual *text)
{
  g_return_if_fail (VB_IS_LADDER_AREA (self));
  g_return_if_fail (step >= 1 && step <= VB_LADDER_MAX_STEPS);

  vb_bilingual_copy (&self->steps[step], text);
}

void
vb_ladder_area_add_statement (VbLadderArea *self, VbLadderStatement *statement)
{
  g_return_if_fail (VB_IS_LADDER_AREA (self));
  g_return_if_fail (VB_IS_LADDER_STATEMENT (statement));

  g_list_store_append (self->statements, statement);
  self->last_step = MAX (self->last_step, vb_ladder_statement_get_step (statement));
}

const char *
vb_ladder_area_get_id (VbLadderArea *self)
{
  g_return_val_if_fail (VB_IS_LADDER_AREA (self), NULL);

  return self->id;
}

const VbBilingual *
vb_ladder_area_get_name (VbLadderArea *self)
{
  g_return_val_if_fail (VB_IS_LADDER_AREA (self), NULL);

  return &self->name;
}

const VbBilingual *
vb_ladder_area_get_question (VbLadderArea *self)
{
  g_return_val_if_fail (VB_IS_LADDER_AREA (self), NULL);

  return &self->question;
}

const VbBilingual *
vb_ladder_area_get_help (VbLadderArea *self)
{
  g_return_val_if_fail (VB_IS_LADDER_AREA (self), NULL);

  return &self->help;
}

gboolean
vb_ladder_area_get_mandatory (VbLadderArea *self)
{
  g_return_val_if_fail (VB_IS_LADDER_AREA (self), FALSE);

  return self->mandatory;
}

const VbBilingual *
vb_ladder_area_get_step_text (VbLadderArea *self, guint step)
{
  g_return_val_if_fail (VB_IS_LADDER_AREA (self), NULL);
  g_return_val_if_fail (step >= 1 && step <= VB_LADDER_MAX_STEPS, NULL);

  return &self->steps[step];
}

GListModel *
vb_ladder_area_get_statements (VbLadderArea *self)
{
  g_return_val_if_fail (VB_IS_LADDER_AREA (self), NULL);

  return G_LIST_MODEL (self->statements);
}

guint
vb_ladder_area_get_last_step (VbLadderArea *self)
{
  g_return_val_if_fail (VB_IS_LADDER_AREA (self), 1);

  return self->last_step;
}
