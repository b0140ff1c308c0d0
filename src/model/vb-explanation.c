/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-explanation.h"

struct _VbExplanation
{
  GObject parent_instance;

  char *title;
  char *formula;
  char *numbers;
  char *note;
  GPtrArray *inputs; /* of VbExplanationInput */
};

G_DEFINE_FINAL_TYPE (VbExplanation, vb_explanation, G_TYPE_OBJECT)

static void
explanation_input_free (VbExplanationInput *input)
{
  g_free (input->value);
  g_free (input->name);
  g_free (input->source);
  g_free (input);
}

static void
vb_explanation_finalize (GObject *object)
{
  VbExplanation *self = VB_EXPLANATION (object);

  g_free (self->title);
  g_free (self->formula);
  g_free (self->numbers);
  g_free (self->note);
  g_ptr_array_unref (self->inputs);

  G_OBJECT_CLASS (vb_explanation_parent_class)->finalize (object);
}

static void
vb_explanation_class_init (VbExplanationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_explanation_finalize;
}

static void
vb_explanation_init (VbExplanation *self)
{
  self->inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) explanation_input_free);
}

VbExplanation *
vb_explanation_new (const char *title, const char *formula, const char *numbers)
{
  VbExplanation *self = g_object_new (VB_TYPE_EXPLANATION, NULL);

  self->title = g_strdup (title);
  self->formula = g_strdup (formula);
  self->numbers = g_strdup (numbers);
  return self;
}

void
vb_explanation_add_input (VbExplanation *self,
                          const char *value,
                          const char *name,
                          const char *source,
                          VbProvenance provenance)
{
  VbExplanationInput *input;

  g_return_if_fail (VB_IS_EXPLANATION (self));

  input = g_new0 (VbExplanationInput, 1);
  input->value = g_strdup (value);
  input->name = g_strdup (name);
  input->source = g_strdup (source);
  input->provenance = provenance;
  g_ptr_array_add (self->inputs, input);
}

void
vb_explanation_set_note (VbExplanation *self, const char *note)
{
  g_return_if_fail (VB_IS_EXPLANATION (self));

  g_free (self->note);
  self->note = g_strdup (note);
}

const char *
vb_explanation_get_title (VbExplanation *self)
{
  g_return_val_if_fail (VB_IS_EXPLANATION (self), NULL);

  return self->title;
}

const char *
vb_explanation_get_formula (VbExplanation *self)
{
  g_return_val_if_fail (VB_IS_EXPLANATION (self), NULL);

  return self->formula;
}

const char *
vb_explanation_get_numbers (VbExplanation *self)
{
  g_return_val_if_fail (VB_IS_EXPLANATION (self), NULL);

  return self->numbers;
}

const char *
vb_explanation_get_note (VbExplanation *self)
{
  g_return_val_if_fail (VB_IS_EXPLANATION (self), NULL);

  return self->note;
}

guint
vb_explanation_get_n_inputs (VbExplanation *self)
{
  g_return_val_if_fail (VB_IS_EXPLANATION (self), 0);

  return self->inputs->len;
}

const VbExplanationInput *
vb_explanation_get_input (VbExplanation *self, guint index)
{
  g_return_val_if_fail (VB_IS_EXPLANATION (self), NULL);
  g_return_val_if_fail (index < self->inputs->len, NULL);

  return g_ptr_array_index (self->inputs, index);
}
