/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One statement of a self-assessment: the step and level it belongs to, its words, five answers and
 * what shows it. With the row in focus the keys 1 to 5 answer, 0 and Delete take the answer away,
 * Enter goes to the evidence, Up and Down to the rows around it. */
#pragma once

#include <gtk/gtk.h>

#include "vb-ladder.h"

G_BEGIN_DECLS

#define VB_TYPE_STATEMENT_ROW (vb_statement_row_get_type ())
G_DECLARE_FINAL_TYPE (VbStatementRow, vb_statement_row, VB, STATEMENT_ROW, GtkListBoxRow)

/* Signals: "answered" (guint, a VbAnswer), "evidence" (const char *), both only for what the user
 * did; "move" (int): -1 to the row above, 1 to the one below. */
GtkWidget *vb_statement_row_new (VbLadderStatement *statement);
VbLadderStatement *vb_statement_row_get_statement (VbStatementRow *self);
VbAnswer vb_statement_row_get_answer (VbStatementRow *self);
/* What is stored: the answer, and the evidence unless something newer has been typed. */
void vb_statement_row_show (VbStatementRow *self, VbAnswer answer, const char *evidence);
/* Tells now what has been typed as evidence. */
void vb_statement_row_flush (VbStatementRow *self);

G_END_DECLS
