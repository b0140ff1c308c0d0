/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-problem-item.h"

struct _VbProblemItem
{
  GObject parent_instance;

  GPtrArray *problems;
  const VbProblem *problem;
};

G_DEFINE_FINAL_TYPE (VbProblemItem, vb_problem_item, G_TYPE_OBJECT)

static void
vb_problem_item_finalize (GObject *object)
{
  g_ptr_array_unref (VB_PROBLEM_ITEM (object)->problems);

  G_OBJECT_CLASS (vb_problem_item_parent_class)->finalize (object);
}

static void
vb_problem_item_class_init (VbProblemItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_problem_item_finalize;
}

static void
vb_problem_item_init (VbProblemItem *self)
{
}

VbProblemItem *
vb_problem_item_new (GPtrArray *problems, const VbProblem *problem)
{
  VbProblemItem *self = g_object_new (VB_TYPE_PROBLEM_ITEM, NULL);

  self->problems = g_ptr_array_ref (problems);
  self->problem = problem;
  return self;
}

const VbProblem *
vb_problem_item_get_problem (VbProblemItem *self)
{
  g_return_val_if_fail (VB_IS_PROBLEM_ITEM (self), NULL);

  return self->problem;
}
