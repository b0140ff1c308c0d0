/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include <gio/gio.h>

#include "vb-period.h"
#include "vb-record.h"

G_BEGIN_DECLS

/* All that an action says. Texts may be NULL, which is how an empty one is kept, but not the title.
 */
typedef struct
{
  gint64 unit_id;
  gint64 focus_area_id; /* 0 = none */
  char *title;
  char *description;
  char *owner_role;      /* a role, never a name */
  VbPlanningLevel level; /* NONE = not said */
  VbActionStatus status;
  VbBalanceSide side;
  VbDay start; /* VB_DAY_NONE = not said, as the next two */
  VbDay due;
  VbDay done; /* when it was carried out */
  /* In beds: capacity added, or need taken away; positive is good either way. NAN = not estimated;
   * low ≤ base ≤ high where given. */
  double effect_low;
  double effect_base;
  double effect_high;
  /* The statement that is not met, of a ladder in the document, and the assessment that said so.
   * All empty, or at least the ladder and the statement given. */
  gint64 assessment_id; /* 0 = none */
  gint64 ladder_id;     /* 0 = none; vb_ladder_make_id() */
  char *statement;      /* NULL = none */
} VbActionFacts;

/* Nothing said: no days, no effect, a proposal that raises capacity. */
#define VB_ACTION_FACTS_INIT                                                                       \
  {                                                                                                \
    .effect_low = NAN, .effect_base = NAN, .effect_high = NAN                                      \
  }

#define VB_TYPE_ACTION_FACTS (vb_action_facts_get_type ())
GType vb_action_facts_get_type (void);
/* Owned by the caller. */
VbActionFacts *vb_action_facts_copy (const VbActionFacts *self);
void vb_action_facts_clear (VbActionFacts *self); /* frees the texts, not @self */
void vb_action_facts_free (VbActionFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbActionFacts, vb_action_facts_free)
gboolean vb_action_facts_equal (const VbActionFacts *a, const VbActionFacts *b);
/* Due before @today, and neither done nor cancelled. */
gboolean vb_action_facts_is_overdue (const VbActionFacts *self, VbDay today);

#define VB_TYPE_ACTION (vb_action_get_type ())
G_DECLARE_FINAL_TYPE (VbAction, vb_action, VB, ACTION, VbRecord)

/* A measure taken (insats). Read-only from outside. Properties: id, facts (boxed VbActionFacts),
 * which notifies when any of them changes. */
gint64 vb_action_get_id (VbAction *self);
/* Owned by the action, valid until it changes. */
const VbActionFacts *vb_action_get_facts (VbAction *self);

G_END_DECLS
