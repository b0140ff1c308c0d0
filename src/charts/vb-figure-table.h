/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table whose rows are objects and whose columns each say one thing of a row: the shape of a
 * chart's table twin that has more to say than the chart. What a page adds is the columns. */
#pragma once

#include "vb-data-table.h"

G_BEGIN_DECLS

#define VB_TYPE_FIGURE_TABLE (vb_figure_table_get_type ())
G_DECLARE_FINAL_TYPE (VbFigureTable, vb_figure_table, VB, FIGURE_TABLE, GtkWidget)

typedef struct
{
  const char *title;  /* translated */
  const char *figure; /* for who explains it: "need_beds" */
  /* What the column is sorted by; NAN = missing, which comes last. NULL: it holds words, and is
   * sorted by them. */
  double (*get_number) (gpointer row);
  char *(*dup_text) (gpointer row); /* what is shown; owned by the caller */
  gboolean if_any;                  /* hidden while no row has a number, or a word, in it */
} VbFigureColumn;

/* Signals: "selected": the reader chose another row, or none; "activated" (GObject): a row was
 * entered (double click, Enter).
 * Action "table.copy" (Ctrl+C): what is seen, as tab-separated text with a header.
 * @name is read out for the table. The first column holds the rows' names. @columns are copied.
 * Heights as of vb_data_table_new_scroller(). */
GtkWidget *vb_figure_table_new (const char *name,
                                const VbFigureColumn *columns,
                                guint n_columns,
                                int min_height,
                                int max_height);
void vb_figure_table_set_title (VbFigureTable *self, guint column, const char *title);
/* Rows for which @emphasised is TRUE stand out: the one in question, a sum. Before any rows. */
void vb_figure_table_set_emphasis (VbFigureTable *self, gboolean (*emphasised) (gpointer row));
/* Shows @rows (any objects; NULL: none) instead of those before. The place that is selected and the
 * order stay. */
void vb_figure_table_set_rows (VbFigureTable *self, GListModel *rows);
/* Not owned; NULL when none is selected. */
gpointer vb_figure_table_get_selected (VbFigureTable *self);
/* Selects the row at @index of the rows as they were given; GTK_INVALID_LIST_POSITION: none. */
void vb_figure_table_select (VbFigureTable *self, guint index);
/* What "table.copy" copies: of the columns that are shown. Owned by the caller. */
char *vb_figure_table_dup_text (VbFigureTable *self);

G_END_DECLS
