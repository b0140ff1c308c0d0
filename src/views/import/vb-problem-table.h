/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an importer refused or left out: row, column, value, problem, what was expected. To be
 * sorted, copied and saved. */
#pragma once

#include <gtk/gtk.h>

#include "vb-problem.h"

G_BEGIN_DECLS

#define VB_TYPE_PROBLEM_TABLE (vb_problem_table_get_type ())
G_DECLARE_FINAL_TYPE (VbProblemTable, vb_problem_table, VB, PROBLEM_TABLE, GtkWidget)

/* Signals: "row-activated" (guint): a problem in row @number of the file was entered; "error"
 * (GError): the table could not be saved; "saved" (GFile).
 * Actions: "problems.copy" (Ctrl+C): the selected rows, or all, as tab-separated text with a
 * header; "problems.save": asks where, and writes all of them as CSV. */
GtkWidget *vb_problem_table_new (void);
/* @problems: of VbProblem, kept; NULL: none. The first 10,000 are shown, all are saved. */
void vb_problem_table_set_problems (VbProblemTable *self, GPtrArray *problems);
/* The name that a saved table is first called: from the name of the file that was imported. */
void vb_problem_table_set_source_name (VbProblemTable *self, const char *name);
guint vb_problem_table_get_n_shown (VbProblemTable *self);
/* What "problems.copy" copies. Owned by the caller. */
char *vb_problem_table_dup_selected (VbProblemTable *self);
/* Writes all problems to @file as CSV, in a thread; then "saved" or "error". */
void vb_problem_table_save (VbProblemTable *self, GFile *file);

G_END_DECLS
