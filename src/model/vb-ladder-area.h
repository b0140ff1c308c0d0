/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-ladder-statement.h"

G_BEGIN_DECLS

#define VB_TYPE_LADDER_AREA (vb_ladder_area_get_type ())
G_DECLARE_FINAL_TYPE (VbLadderArea, vb_ladder_area, VB, LADDER_AREA, GObject)

/* A part of a ladder that gets a step of its own: one page of the wizard. Whoever makes it fills it
 * in before anybody else sees it; after that it does not change. */
VbLadderArea *vb_ladder_area_new (const char *id, const VbBilingual *name);
void vb_ladder_area_set_question (VbLadderArea *self, const VbBilingual *question);
void vb_ladder_area_set_help (VbLadderArea *self, const VbBilingual *help);
void vb_ladder_area_set_mandatory (VbLadderArea *self, gboolean mandatory);
void vb_ladder_area_set_step_text (VbLadderArea *self, guint step, const VbBilingual *text);
void vb_ladder_area_add_statement (VbLadderArea *self, VbLadderStatement *statement);

const char *vb_ladder_area_get_id (VbLadderArea *self);
const VbBilingual *vb_ladder_area_get_name (VbLadderArea *self);     /* short enough for a chart */
const VbBilingual *vb_ladder_area_get_question (VbLadderArea *self); /* the lead question */
const VbBilingual *vb_ladder_area_get_help (VbLadderArea *self);
gboolean vb_ladder_area_get_mandatory (VbLadderArea *self); /* counts in the step overall; TRUE */
/* What @step, from 1, looks like in this area; may be empty. */
const VbBilingual *vb_ladder_area_get_step_text (VbLadderArea *self, guint step);
GListModel *vb_ladder_area_get_statements (VbLadderArea *self); /* of VbLadderStatement */
/* The highest step that there are statements for; 1 when there are none. */
guint vb_ladder_area_get_last_step (VbLadderArea *self);

G_END_DECLS
