/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of a ladder as a stair: how far up one has come, where one wants to be, and what is
 * left on the way. */
#pragma once

#include "vb-drawing.h"

G_BEGIN_DECLS

#define VB_TYPE_STAIRCASE (vb_staircase_get_type ())
G_DECLARE_FINAL_TYPE (VbStaircase, vb_staircase, VB, STAIRCASE, VbDrawing)

/* @subtitle may be NULL. */
VbStaircase *vb_staircase_new (const char *title, const char *subtitle);
/* The next step, from 1. @description: what it looks like, for the readout; may be NULL. */
void vb_staircase_add_step (VbStaircase *self, const char *name, const char *description);
/* Steps up to @step are filled, and @step is marked; 0 = not known. */
void vb_staircase_set_reached (VbStaircase *self, guint step);
/* @label: "wanted 2027"; 0 = none is. */
void vb_staircase_set_wanted (VbStaircase *self, guint step, const char *label);
/* What is missing for the next step, in a sentence under the stair. */
void vb_staircase_set_remains (VbStaircase *self, const char *remains);

G_END_DECLS
