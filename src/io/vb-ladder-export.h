/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-ladder.h"
#include "vb-table-exporter.h"

G_BEGIN_DECLS

/* @ladder as a table that a planner can edit, and that vb_ladder_reader_read_table() reads: area,
 * step, level, id, the statement and its evidence in both languages; rows of step 1 describe the
 * floor. Areas are called by name. Owned by the caller. */
VbTableExporter *vb_ladder_table_export (VbLadder *ladder);

G_END_DECLS
