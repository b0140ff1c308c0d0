/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-period.h"
#include "vb-record.h"

G_BEGIN_DECLS

typedef struct
{
  VbDay day;
  double value;
} VbFocusOutcome;

/* What tells how a focus area is going. Its outcome is a measure of the catalogue for a unit, or
 * the values that somebody notes here. */
typedef struct
{
  gint64 focus_area_id;
  char *name;
  VbMeasureId measure; /* VB_MEASURE_NONE: the outcomes are noted by hand */
  gint64 unit_id;      /* whose; 0 = of the whole document */
  VbFocusMeasureKind kind;
  double target;     /* NAN = none */
  gboolean good_up;  /* more is better */
  char *measured_in; /* "%", "beds" …; NULL if not said */
} VbFocusMeasureFacts;

#define VB_TYPE_FOCUS_MEASURE_FACTS (vb_focus_measure_facts_get_type ())
GType vb_focus_measure_facts_get_type (void);
/* Owned by the caller. */
VbFocusMeasureFacts *vb_focus_measure_facts_copy (const VbFocusMeasureFacts *self);
void vb_focus_measure_facts_clear (VbFocusMeasureFacts *self); /* frees the texts, not @self */
void vb_focus_measure_facts_free (VbFocusMeasureFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbFocusMeasureFacts, vb_focus_measure_facts_free)
gboolean vb_focus_measure_facts_equal (const VbFocusMeasureFacts *a, const VbFocusMeasureFacts *b);

#define VB_TYPE_FOCUS_MEASURE (vb_focus_measure_get_type ())
G_DECLARE_FINAL_TYPE (VbFocusMeasure, vb_focus_measure, VB, FOCUS_MEASURE, VbRecord)

/* Read-only from outside. Properties: id, facts (boxed VbFocusMeasureFacts), which notifies when
 * any of them or of the outcomes changes. */
gint64 vb_focus_measure_get_id (VbFocusMeasure *self);
/* Owned by the measure, valid until it changes, as the outcomes are. */
const VbFocusMeasureFacts *vb_focus_measure_get_facts (VbFocusMeasure *self);
/* Those noted by hand, by day. @n: out. */
const VbFocusOutcome *vb_focus_measure_get_outcomes (VbFocusMeasure *self, guint *n);

G_END_DECLS
