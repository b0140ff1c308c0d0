/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements on the tables plan, plan_year, breakdown_hold and gap_line. */
#pragma once

#include "vb-plan.h"
#include "vb-store-connection.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  VbPlanFacts facts;
} VbPlanRow;

typedef struct
{
  gint64 plan;
  VbPlanYear year;
} VbPlanYearRow;

typedef struct
{
  gint64 unit;
  VbCareGroup group;
  int locked;  /* beds; -1 = not locked */
  int minimum; /* beds; -1 = none */
} VbBreakdownHoldRow;

typedef struct
{
  gint64 unit;
  VbCareGroup group;
  VbGapLine line; /* from_year 0 = none */
} VbGapLineRow;

/* Frees the texts, not @self. */
void vb_plan_row_clear (VbPlanRow *self);

/* All plans, by unit and care group. */
GArray *vb_plan_table_read (VbStoreConnection *connection, GError **error);
/* In the place of the plan that its unit and care group has, with no years yet. */
gboolean vb_plan_table_put (VbStoreConnection *connection, const VbPlanRow *row, GError **error);
/* With its years. */
gboolean vb_plan_table_delete (VbStoreConnection *connection, gint64 id, GError **error);

/* All years, by plan and in their order. */
GArray *vb_plan_table_read_years (VbStoreConnection *connection, GError **error);
gboolean
vb_plan_table_insert_year (VbStoreConnection *connection, const VbPlanYearRow *row, GError **error);

/* All that is held, by unit and care group. */
GArray *vb_plan_table_read_holds (VbStoreConnection *connection, GError **error);
/* Removes it when nothing is held. */
gboolean vb_plan_table_put_hold (VbStoreConnection *connection,
                                 const VbBreakdownHoldRow *row,
                                 GError **error);

/* All straight lines, by unit and care group. */
GArray *vb_plan_table_read_lines (VbStoreConnection *connection, GError **error);
/* Removes it when there is none. */
gboolean
vb_plan_table_put_line (VbStoreConnection *connection, const VbGapLineRow *row, GError **error);

G_END_DECLS
