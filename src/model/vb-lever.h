/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-bilingual.h"
#include "vb-lever-figures.h"
#include "vb-record.h"

G_BEGIN_DECLS

/* All that a lever says. The name is never empty in both languages. */
typedef struct
{
  gint64 scenario_id;
  VbBilingual name;
  VbLeverFigures figures;
  VbFigureStatus status; /* of the figures */
  VbBilingual source;    /* of the figures; may be empty */
  gint64 focus_area_id;  /* 0 = none */
  gint64 action_id;      /* what is done about it; 0 = nothing yet */
} VbLeverFacts;

#define VB_TYPE_LEVER_FACTS (vb_lever_facts_get_type ())
GType vb_lever_facts_get_type (void);
/* Owned by the caller. */
VbLeverFacts *vb_lever_facts_copy (const VbLeverFacts *self);
void vb_lever_facts_clear (VbLeverFacts *self); /* frees the texts, not @self */
void vb_lever_facts_free (VbLeverFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbLeverFacts, vb_lever_facts_free)
gboolean vb_lever_facts_equal (const VbLeverFacts *a, const VbLeverFacts *b);

#define VB_TYPE_LEVER (vb_lever_get_type ())
G_DECLARE_FINAL_TYPE (VbLever, vb_lever, VB, LEVER, VbRecord)

/* A change of need or capacity over time, of a scenario. Read-only from outside. Properties: id,
 * facts (boxed VbLeverFacts), which notifies when any of them changes. */
gint64 vb_lever_get_id (VbLever *self);
/* Owned by the lever, valid until it changes. */
const VbLeverFacts *vb_lever_get_facts (VbLever *self);

G_END_DECLS
