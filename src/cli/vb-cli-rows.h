/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the tables that a command prints alone and "export" writes together. Columns end with
 * NULL. */
#pragma once

#include "vb-table-writer.h"
#include "vb-document.h"
#include "vb-need-table.h"

G_BEGIN_DECLS

/* Every unit, a parent before its children. */
extern const char *const vb_cli_unit_columns[];
void vb_cli_add_units (VbTableWriter *table, VbDocument *document);

/* The figures of one measure as they are stored, in the grains of @grains (a bit a VbGrain): of
 * @unit, or NULL = of every unit. */
extern const char *const vb_cli_observation_columns[];
gboolean vb_cli_add_observations (VbTableWriter *table,
                                  VbDocument *document,
                                  VbUnit *unit,
                                  const VbMeasure *measure,
                                  guint grains,
                                  GError **error);

/* The rows of @unit (NULL = every unit) that have figures; @group: NONE = every care group. */
extern const char *const vb_cli_need_columns[];
void vb_cli_add_need (
    VbTableWriter *table, VbDocument *document, VbNeedTable *need, VbUnit *unit, VbCareGroup group);

G_END_DECLS
