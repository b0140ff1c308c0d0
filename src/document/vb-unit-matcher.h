/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the unit of a document that somebody else speaks of: under the same parent, by code where
 * both have one, else by name. */
#pragma once

#include "vb-unit-table.h"

G_BEGIN_DECLS

/* A unit while it is being matched. */
typedef struct
{
  VbUnitRow row; /* texts owned */
  gboolean made;
  gboolean changed;
  gboolean claimed; /* by a unit of the other side; a second one is another unit */
} VbUnitCandidate;

typedef struct
{
  GPtrArray *candidates;  /* of VbUnitCandidate; a parent stands before its children */
  GHashTable *by_id;      /* id (in the candidate's row) → VbUnitCandidate */
  GHashTable *by_code;    /* "parent\ncode" → VbUnitCandidate */
  GHashTable *by_name;    /* "parent\nfolded name" → GPtrArray of VbUnitCandidate */
  GHashTable *n_children; /* parent's id → next position of a child */
} VbUnitMatcher;

/* @rows: of VbUnitRow, copied. */
VbUnitMatcher *vb_unit_matcher_new (GArray *rows);
void vb_unit_matcher_free (VbUnitMatcher *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbUnitMatcher, vb_unit_matcher_free)

/* One that nobody has claimed, or NULL. */
VbUnitCandidate *
vb_unit_matcher_find (VbUnitMatcher *self, gint64 parent, const char *name, const char *code);
/* Adds a unit after its parent's last child. Takes over @row's texts. */
VbUnitCandidate *vb_unit_matcher_add (VbUnitMatcher *self, const VbUnitRow *row);
/* What is not known of @candidate is learnt from @code (NULL = none), @care_type and @acute_share;
 * what is known stands. */
void vb_unit_matcher_learn (VbUnitMatcher *self,
                            VbUnitCandidate *candidate,
                            const char *code,
                            VbCareType care_type,
                            double acute_share);
/* Appends copies of the rows that are to be written, to @made and @changed. */
void vb_unit_matcher_collect (VbUnitMatcher *self, GArray *made, GArray *changed);
/* For arrays of VbUnitRow that own their texts. */
void vb_unit_matcher_clear_row (VbUnitRow *row);

G_END_DECLS
