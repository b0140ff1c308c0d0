/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements on the tables focus_area, focus_measure and focus_outcome. */
#pragma once

#include "vb-focus-area.h"
#include "vb-focus-measure.h"
#include "vb-store-connection.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  VbFocusAreaFacts facts;
} VbFocusAreaRow;

typedef struct
{
  gint64 id;
  VbFocusMeasureFacts facts;
} VbFocusMeasureRow;

typedef struct
{
  gint64 measure;
  VbFocusOutcome outcome;
} VbFocusOutcomeRow;

/* All areas, in their order. */
GArray *vb_focus_table_read_areas (VbStoreConnection *connection, GError **error);
/* At the end of the list. */
gboolean vb_focus_table_insert_area (VbStoreConnection *connection,
                                     const VbFocusAreaRow *row,
                                     GError **error);
/* Where it is in the list. */
gboolean vb_focus_table_update_area (VbStoreConnection *connection,
                                     const VbFocusAreaRow *row,
                                     GError **error);
/* With its measures and their outcomes. */
gboolean vb_focus_table_delete_area (VbStoreConnection *connection, gint64 id, GError **error);

/* All measures, by area and name. */
GArray *vb_focus_table_read_measures (VbStoreConnection *connection, GError **error);
gboolean vb_focus_table_insert_measure (VbStoreConnection *connection,
                                        const VbFocusMeasureRow *row,
                                        GError **error);
gboolean vb_focus_table_update_measure (VbStoreConnection *connection,
                                        const VbFocusMeasureRow *row,
                                        GError **error);
/* With its outcomes. */
gboolean vb_focus_table_delete_measure (VbStoreConnection *connection, gint64 id, GError **error);

/* All outcomes, by measure and day. */
GArray *vb_focus_table_read_outcomes (VbStoreConnection *connection, GError **error);
/* In the place of the one of that day; a NAN deletes it. */
gboolean vb_focus_table_put_outcome (VbStoreConnection *connection,
                                     const VbFocusOutcomeRow *row,
                                     GError **error);

G_END_DECLS
