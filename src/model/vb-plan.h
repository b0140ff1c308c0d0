/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-bilingual.h"
#include "vb-calendar.h"
#include "vb-record.h"
#include "vb-terms.h"

G_BEGIN_DECLS

/* All that a plan says beside its years. */
typedef struct
{
  gint64 unit_id;
  VbCareGroup group;  /* never NONE */
  VbBilingual name;   /* of the scenario, as it was called; never empty in both languages */
  gint64 scenario_id; /* 0 = it is no longer there */
  VbDay decided_day;
  char *decided_by; /* NULL = not said */
} VbPlanFacts;

#define VB_TYPE_PLAN_FACTS (vb_plan_facts_get_type ())
GType vb_plan_facts_get_type (void);
/* Owned by the caller. */
VbPlanFacts *vb_plan_facts_copy (const VbPlanFacts *self);
void vb_plan_facts_clear (VbPlanFacts *self); /* frees the texts, not @self */
void vb_plan_facts_free (VbPlanFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbPlanFacts, vb_plan_facts_free)
gboolean vb_plan_facts_equal (const VbPlanFacts *a, const VbPlanFacts *b);

/* Beds needed and available in a year, as they were when the plan was decided; NAN = not known. */
typedef struct
{
  gint16 year;
  double need;
  double capacity;
} VbPlanYear;

/* A gap that is to change evenly from one year to another, for where no scenario is decided. */
typedef struct
{
  gint16 from_year; /* 0 = there is no such line */
  double from_gap;  /* beds, negative is shortage */
  gint16 to_year;   /* after from_year */
  double to_gap;
} VbGapLine;

#define VB_TYPE_PLAN (vb_plan_get_type ())
G_DECLARE_FINAL_TYPE (VbPlan, vb_plan, VB, PLAN, VbRecord)

/* The scenario that was decided as the plan of a unit and a care group, with its figures at that
 * time. Read-only from outside. Properties: id, facts (boxed VbPlanFacts), which notifies when any
 * of them changes. */
gint64 vb_plan_get_id (VbPlan *self);
/* Owned by the plan, valid until it changes; so the years. */
const VbPlanFacts *vb_plan_get_facts (VbPlan *self);
guint vb_plan_get_n_years (VbPlan *self);
const VbPlanYear *vb_plan_get_year (VbPlan *self, guint index);  /* in their order */
const VbPlanYear *vb_plan_find_year (VbPlan *self, gint16 year); /* NULL if it has none */

G_END_DECLS
