/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-ladder.h"
#include "vb-unit.h"

G_BEGIN_DECLS

/* How the steps of several assessments lie. */
typedef struct
{
  guint n;      /* assessments that have a step */
  guint lowest; /* 0 when n is 0, as the next */
  guint highest;
  double median;                         /* NAN when n is 0; between two steps when n is even */
  guint counts[VB_LADDER_MAX_STEPS + 1]; /* assessments by step */
} VbLadderSpread;

/* The assessments of one role group, or of all. */
typedef struct
{
  guint n_assessments;
  guint n_participants;
  gboolean withheld; /* too small to be shown by itself: the spreads are empty */
  VbLadderSpread overall;
  VbLadderSpread *areas; /* one for each of the ladder's; owned by the row */
} VbLadderGroup;

/* The assessments of one year. */
typedef struct
{
  int year;
  VbLadderSpread spread;
} VbLadderYear;

#define VB_TYPE_LADDER_ROLLUP (vb_ladder_rollup_get_type ())
G_DECLARE_FINAL_TYPE (VbLadderRollup, vb_ladder_rollup, VB, LADDER_ROLLUP, GObject)

/* What the finished assessments of a unit and of all units below it say together, by one version of
 * a ladder. Immutable. Of each unit and role group the latest assessment counts in the spread; the
 * earlier ones count in their year. */
VbUnit *vb_ladder_rollup_get_unit (VbLadderRollup *self); /* not owned, as the next */
VbLadder *vb_ladder_rollup_get_ladder (VbLadderRollup *self);
guint vb_ladder_rollup_get_n_assessments (VbLadderRollup *self); /* all of them, earlier ones too */
/* Units with an assessment, this one and those below. */
guint vb_ladder_rollup_get_n_units (VbLadderRollup *self);
/* All role groups together. Owned by the row, as the next. */
const VbLadderGroup *vb_ladder_rollup_get_all (VbLadderRollup *self);
const VbLadderGroup *vb_ladder_rollup_get_group (VbLadderRollup *self, VbRoleGroup role);
/* The years that have assessments, the earliest first; none when the row is withheld. */
const VbLadderYear *vb_ladder_rollup_get_years (VbLadderRollup *self, guint *n_years);

G_END_DECLS
