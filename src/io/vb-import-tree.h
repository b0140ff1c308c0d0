/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The units of a table that is being read. Every different combination of level cells is a path;
 * when all figures are in, the paths become units: totals become their parent's own figures, a
 * whole that is the sum of the others becomes their parent, and groupings that overlap are refused.
 */
#pragma once

#include "vb-batch.h"
#include "vb-import-stage.h"
#include "vb-string-table.h"

G_BEGIN_DECLS

#define VB_IMPORT_MAX_LEVELS 16

/* One step of a path. */
typedef struct
{
  const char *name;
  const char *code; /* NULL if none */
  guint level;      /* of the table's level columns */
} VbImportStep;

typedef struct
{
  VbImportStep steps[VB_IMPORT_MAX_LEVELS];
  guint n_steps;
  const char *care; /* as written; "" when not said */
  VbCareType care_type;
  gboolean is_top_total; /* the figures of everything in the table */
  gboolean own_total;    /* a row that said "all of them": its parent's own figures */
  gboolean refused;
  VbProblemKind problem; /* why */
  guint problem_level;
  const char *problem_value;
  gint32 unit; /* in the batch, once resolved; -1 before */
} VbImportPath;

typedef struct
{
  VbUnitKind kind;
  gboolean is_parent; /* names the unit above, which has rows of its own */
} VbImportLevel;

typedef struct _VbImportTree VbImportTree;

/* @under: the unit that the table hangs under, or NULL. */
VbImportTree *vb_import_tree_new (const VbImportLevel *levels, guint n_levels, const char *under);
void vb_import_tree_free (VbImportTree *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbImportTree, vb_import_tree_free)

/* Names are written as "A / B / C" in the only level column. */
void vb_import_tree_set_split (VbImportTree *self, gboolean split);

/* One cell of a level: its name and its code, either may be empty. */
typedef struct
{
  const char *name;
  gsize name_length;
  const char *code;
  gsize code_length;
} VbImportCell;

/* The number of the path. Look at its @refused: some are refused at once (no unit, a personal
 * identity number, its own parent). */
guint32 vb_import_tree_add (VbImportTree *self,
                            const VbImportCell *cells,
                            const char *care,
                            gsize care_length);
guint vb_import_tree_get_n_paths (VbImportTree *self);
VbImportPath *vb_import_tree_get_path (VbImportTree *self, guint32 index);

/* Settles totals, wholes and groupings by the figures of @stage (@n_slots kinds of them), refuses
 * what overlaps, and adds the units of the others to @batch. */
void
vb_import_tree_resolve (VbImportTree *self, VbImportStage *stage, guint n_slots, VbBatch *batch);

/* In vb-import-totals.c: the number of the path's first step among @tops that is the sum of all
 * the others in nearly every period, measure and sub-unit, or VB_STRING_TABLE_NONE. @top_of and
 * @rest_of: for every path the number of its first step and of what follows it (NONE = not
 * looked at). */
guint32 vb_import_totals_find_whole (VbImportStage *stage,
                                     const guint32 *top_of,
                                     const guint32 *rest_of,
                                     guint n_tops,
                                     guint n_slots);

/* What a path is in the sum of its parent's children. */
typedef enum
{
  VB_PART_NONE,
  VB_PART_TOTAL,    /* the parent's own figure */
  VB_PART_PLAIN,    /* one of the children */
  VB_PART_GROUPING, /* called as if it were several of them */
} VbPart;

typedef struct
{
  VbPart part;
  guint32 parent; /* number of the parent */
  guint32 name;   /* GROUPING: number of its name */
} VbPartOf;

/* Which of the @n_names groupings are parts like any other after all ("All Other"): they and the
 * plain children make up the total. Array of gboolean by name. */
gboolean *
vb_import_totals_find_true_parts (VbImportStage *stage, const VbPartOf *parts, guint n_names);

G_END_DECLS
