/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-ladder-area.h"

G_BEGIN_DECLS

#define VB_TYPE_LADDER (vb_ladder_get_type ())
G_DECLARE_FINAL_TYPE (VbLadder, vb_ladder, VB, LADDER, GObject)

/* One version of a ladder: what an assessment asks and how its answers are scored. Whoever makes it
 * fills it in and validates it before anybody else sees it; after that it does not change, so that
 * an assessment can always be read as it was made. */
VbLadder *vb_ladder_new (const char *id, const char *version, guint n_steps);
void vb_ladder_set_name (VbLadder *self, const VbBilingual *name);
void vb_ladder_set_source (VbLadder *self, const VbBilingual *source);
void vb_ladder_set_notice (VbLadder *self, const VbBilingual *notice);
void vb_ladder_set_wording (VbLadder *self, VbWording wording);
void vb_ladder_set_rule (VbLadder *self, VbAnswer at_least, double share_yes);
void vb_ladder_set_step (VbLadder *self,
                         guint step,
                         const VbBilingual *name,
                         const VbBilingual *description);
void vb_ladder_add_area (VbLadder *self, VbLadderArea *area);
/* The rules that take the whole to see: there are areas, one of them mandatory; each has statements
 * for every step from 2 to its own last, which is a step of the ladder; all ids differ.
 * VB_ERROR_INVALID names the area. */
gboolean vb_ladder_validate (VbLadder *self, GError **error);

/* Letters a–z, digits, '.', '_' and '-' of either case, starting with a letter or digit. */
gboolean vb_ladder_id_is_valid (const char *id);

const char *vb_ladder_get_id (VbLadder *self);
const char *vb_ladder_get_version (VbLadder *self); /* with the id, unique */
const VbBilingual *vb_ladder_get_name (VbLadder *self);
const VbBilingual *vb_ladder_get_source (VbLadder *self);
const VbBilingual *vb_ladder_get_notice (VbLadder *self); /* to be said wherever it is shown */
VbWording vb_ladder_get_wording (VbLadder *self);
guint vb_ladder_get_n_steps (VbLadder *self);
const VbBilingual *vb_ladder_get_step_name (VbLadder *self, guint step); /* from 1 */
const VbBilingual *vb_ladder_get_step_description (VbLadder *self, guint step);
/* A step is fulfilled when every relevant answer is at least this, MOSTLY if not said … */
VbAnswer vb_ladder_get_at_least (VbLadder *self);
/* … and at least this share of them is yes: 0 … 1, 0.5 if not said. */
double vb_ladder_get_share_yes (VbLadder *self);
GListModel *vb_ladder_get_areas (VbLadder *self); /* of VbLadderArea */
guint vb_ladder_get_n_statements (VbLadder *self);
VbLadderArea *vb_ladder_find_area (VbLadder *self, const char *id); /* not owned; NULL if none */
VbLadderStatement *vb_ladder_find_statement (VbLadder *self, const char *id); /* likewise */
/* The statement @index of all, area by area; not owned. */
VbLadderStatement *vb_ladder_get_statement (VbLadder *self, guint index);
/* The place among all statements, among all areas: FALSE, leaving @index alone, if there is none.
 */
gboolean vb_ladder_find_statement_index (VbLadder *self, const char *id, guint *index);
gboolean vb_ladder_find_area_index (VbLadder *self, const char *id, guint *index);
/* The place among the areas of the one that has the statement @index. */
guint vb_ladder_get_statement_area (VbLadder *self, guint index);

/* Whether both ask and score the same, word by word. */
gboolean vb_ladder_equal (VbLadder *self, VbLadder *other);
/* The number of a ladder in documents, the same in all of them: it follows from id and version. */
gint64 vb_ladder_make_id (const char *id, const char *version);

G_END_DECLS
