/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs of F1 on a figure and in a table. */
#pragma once

#include <adwaita.h>

#include "vb-glossary.h"

G_BEGIN_DECLS

/* Explains one figure, and offers its entry in the glossary. */
GtkWidget *vb_figure_help_dialog_new_term (GtkWindow *parent, VbGlossaryTerm *term);

/* Explains the columns of @view, as far as @glossary knows them; each leads to its entry. NULL when
 * it knows none. */
GtkWidget *
vb_figure_help_dialog_new_table (GtkWindow *parent, GtkColumnView *view, VbGlossary *glossary);

G_END_DECLS
