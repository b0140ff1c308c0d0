/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-problem.h"

G_BEGIN_DECLS

#define VB_TYPE_PROBLEM_ITEM (vb_problem_item_get_type ())
G_DECLARE_FINAL_TYPE (VbProblemItem, vb_problem_item, VB, PROBLEM_ITEM, GObject)

/* A problem as an item of a list. @problems owns @problem, and is kept. */
VbProblemItem *vb_problem_item_new (GPtrArray *problems, const VbProblem *problem);
const VbProblem *vb_problem_item_get_problem (VbProblemItem *self);

G_END_DECLS
