/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a figure comes from: what the inspector's card shows. Immutable once built. All texts are
 * in the reader's language. */
#pragma once

#include <gio/gio.h>

#include "vb-terms.h"

G_BEGIN_DECLS

#define VB_TYPE_EXPLANATION (vb_explanation_get_type ())
G_DECLARE_FINAL_TYPE (VbExplanation, vb_explanation, VB, EXPLANATION, GObject)

/* One input: "133 334", "occupied bed days", "imported 2026-01-12 from beds.csv, 28 wards,
 * coverage 99.2 %". */
typedef struct
{
  char *value;
  char *name;
  char *source;
  VbProvenance provenance;
} VbExplanationInput;

/* Translated sentences, copied. Inputs and a note are added before anybody else sees it. */
VbExplanation *
vb_explanation_new (const char *title,    /* "Where does 412 come from?" */
                    const char *formula,  /* "Need = bed days / (days x target)" */
                    const char *numbers); /* "(133 334 + 2 643) / (365 x 0.904) = 412" */
void vb_explanation_add_input (VbExplanation *self,
                               const char *value,
                               const char *name,
                               const char *source,
                               VbProvenance provenance);
/* What to bear in mind when reading the figure; NULL = nothing. */
void vb_explanation_set_note (VbExplanation *self, const char *note);

const char *vb_explanation_get_title (VbExplanation *self);
const char *vb_explanation_get_formula (VbExplanation *self);
const char *vb_explanation_get_numbers (VbExplanation *self);
const char *vb_explanation_get_note (VbExplanation *self); /* NULL if none */
guint vb_explanation_get_n_inputs (VbExplanation *self);
const VbExplanationInput *vb_explanation_get_input (VbExplanation *self, guint index);

G_END_DECLS
