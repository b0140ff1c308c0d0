/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the figures of a page mean. Each key figure and each column of a table has a name
 * ("need_beds"), which the glossary ties to a term: pointing at it tells the term, F1 and the
 * context menu lead to the term in the glossary. One handler on the page does it for all of them,
 * also for tables that are made later.
 */
#pragma once

#include <gtk/gtk.h>

#include "vb-glossary.h"

G_BEGIN_DECLS

/* The glossary that comes with the program. Owned by the caller. */
VbGlossary *vb_figure_help_read_glossary (void);

/* Serves everything in @root, a page or a window, which keeps @glossary. */
void vb_figure_help_attach (GtkWidget *root, VbGlossary *glossary);

/* Says that @widget, a heading that is neither a VbKeyFigure nor a column's of a VbDataTable, is
 * that of @figure. */
void vb_figure_help_set_figure (GtkWidget *widget, const char *figure);

/* The figure that @widget shows or heads, or stands in; NULL if none. Not owned by the caller. */
const char *vb_figure_help_get_figure (GtkWidget *widget);

/* What the term means, in Pango markup: definition, unit, how it is computed. The tooltip of a
 * figure has the term itself before that. Owned by the caller. */
char *vb_figure_help_dup_text (VbGlossaryTerm *term);
char *vb_figure_help_dup_tip (VbGlossaryTerm *term);

/* Shows the term of this id in the glossary of the window that @from belongs to. Dialogs above that
 * window close. */
void vb_figure_help_open (GtkWidget *from, const char *term);

G_END_DECLS
