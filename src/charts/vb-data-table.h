/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all tables of figures share: a first column of names, then columns of numbers that stand
 * under their titles' right edge; cells that tell a screen reader which column they are in; rows
 * that can be copied into a spreadsheet. GTK's column view has none of this of itself. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A column view in the style of tables; @name is read out for it. */
GtkColumnView *vb_data_table_new_view (const char *name);
/* The height of a table that is a page's main one, at most. */
#define VB_DATA_TABLE_MAX_HEIGHT 480
/* A window to scroll it in, between these heights (px): a bounded height keeps the rows out of
 * sight unmade, however many there are. */
GtkWidget *vb_data_table_new_scroller (GtkColumnView *view, int min_height, int max_height);

/* Takes @factory and @sorter (NULL: the column cannot be sorted by). Call
 * vb_data_table_dress_titles() when all columns are there. */
void vb_data_table_append_column (GtkColumnView *view,
                                  const char *title,
                                  GtkListItemFactory *factory,
                                  GtkSorter *sorter);
/* The column appended last holds texts, whose title stands to the left; their labels are made with
 * vb_data_table_new_text_label(). */
void vb_data_table_set_text (GtkColumnView *view);
/* The same with such a column, which gets what room is left when it is to @expand. */
void vb_data_table_append_text_column (GtkColumnView *view,
                                       const char *title,
                                       GtkListItemFactory *factory,
                                       GtkSorter *sorter,
                                       gboolean expand);
/* For sorters: by size, what is missing (NAN) last. */
int vb_data_table_compare_numbers (double a, double b);
/* Names the titles for a screen reader, and puts those of numbers to the right. Call again when a
 * title has changed. */
void vb_data_table_dress_titles (GtkColumnView *view);

/* Says which figure a column holds ("need_beds"), for who explains it; NULL: none. */
void vb_data_table_set_figure (GtkColumnViewColumn *column, const char *figure);
const char *vb_data_table_get_figure (GtkColumnViewColumn *column); /* not owned; NULL if none */
/* The same for all columns of @view in their order; beyond @figures' last, which is followed by
 * NULL, they hold the last. */
void vb_data_table_set_figures (GtkColumnView *view, const char *const *figures);
/* The figure of the column whose title @widget is; NULL when it is none. Not owned. */
const char *vb_data_table_find_figure (GtkWidget *widget);

/* The label of a cell; column 0 is that of names. */
GtkWidget *vb_data_table_new_label (guint column);
GtkWidget *vb_data_table_new_text_label (void);
/* Shows @text in a bound cell of the column @title, which is read out as "Need: 412". The text of
 * column 0 is the name of its row. */
void vb_data_table_fill_label (GtkWidget *label, const char *title, const char *text);

/* The text of one cell of @item, one of the view's model. Owned by the caller. */
typedef char *(*VbDataTableCell) (gpointer item, guint column, gpointer user_data);

/* Ctrl+C in the table does @action_name, which @copy carries out. */
void vb_data_table_install_copy (GtkWidgetClass *klass,
                                 const char *action_name,
                                 GtkWidgetActionActivateFunc copy);
/* The titles and all rows, in the order on screen and without hidden columns, as lines of
 * tab-separated text; where several rows can be selected and some are, only those. Owned by the
 * caller. */
char *vb_data_table_dup_tsv (GtkColumnView *view, VbDataTableCell dup_cell, gpointer user_data);

G_END_DECLS
