/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands on ladders and self-assessments share. */
#pragma once

#include "vb-table-writer.h"
#include "vb-document-ladders.h"

G_BEGIN_DECLS

/* The ladders of the document and those that come with the program: that of the ten areas first,
 * then the other that comes along, then the document's own. Of VbLadder, owned by the caller. */
GPtrArray *vb_cli_list_ladders (VbDocument *document, GError **error);
/* @text: an id, or an id and a version parted by "@"; of several versions the last. NULL = the
 * ladder of the ten areas. Owned by the caller. */
VbLadder *vb_cli_find_ladder (VbDocument *document, const char *text, GError **error);

/* A role group by its id. VB_ERROR_USAGE names those there are. */
gboolean vb_cli_parse_role (const char *text, VbRoleGroup *role, GError **error);
/* An ISO date given as @option. VB_ERROR_USAGE. */
gboolean vb_cli_parse_date (const char *option, const char *text, VbDay *day, GError **error);

/* A row an area of every finished assessment, and one "overall": of @unit, or NULL = of every unit.
 * @smallest: assessments of fewer participants are left out, and counted; 1 = none. */
extern const char *const vb_cli_assessment_columns[];
guint
vb_cli_add_assessments (VbTableWriter *table, VbDocument *document, VbUnit *unit, guint smallest);
/* A row an answer given, likewise. */
extern const char *const vb_cli_answer_columns[];
guint vb_cli_add_answers (VbTableWriter *table, VbDocument *document, guint smallest);

G_END_DECLS
