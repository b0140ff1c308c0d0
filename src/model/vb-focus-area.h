/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-bilingual.h"
#include "vb-record.h"
#include "vb-terms.h"

G_BEGIN_DECLS

/* The focus areas of Plats för vård (Socialstyrelsen, 2024) have the ids 1 to 5 in every document;
 * own ones have random ids. */
#define VB_N_FOCUS_AREAS_GIVEN 5

typedef struct
{
  VbBilingual name;        /* short */
  VbBilingual description; /* the whole sentence; may be empty */
  VbBalanceSide side;
  char *goal; /* in one's own words; NULL if not said */
} VbFocusAreaFacts;

#define VB_TYPE_FOCUS_AREA_FACTS (vb_focus_area_facts_get_type ())
GType vb_focus_area_facts_get_type (void);
/* Owned by the caller. */
VbFocusAreaFacts *vb_focus_area_facts_copy (const VbFocusAreaFacts *self);
void vb_focus_area_facts_clear (VbFocusAreaFacts *self); /* frees the texts, not @self */
void vb_focus_area_facts_free (VbFocusAreaFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbFocusAreaFacts, vb_focus_area_facts_free)
gboolean vb_focus_area_facts_equal (const VbFocusAreaFacts *a, const VbFocusAreaFacts *b);

#define VB_TYPE_FOCUS_AREA (vb_focus_area_get_type ())
G_DECLARE_FINAL_TYPE (VbFocusArea, vb_focus_area, VB, FOCUS_AREA, VbRecord)

/* What actions are sorted under. Read-only from outside. Properties: id, facts (boxed
 * VbFocusAreaFacts), which notifies when any of them changes. */
gint64 vb_focus_area_get_id (VbFocusArea *self);
gboolean vb_focus_area_get_own (VbFocusArea *self); /* none of the five: may be removed */
/* Owned by the area, valid until it changes. */
const VbFocusAreaFacts *vb_focus_area_get_facts (VbFocusArea *self);
GListModel *vb_focus_area_get_measures (VbFocusArea *self); /* of VbFocusMeasure */

G_END_DECLS
