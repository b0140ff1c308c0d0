/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's window in a test. */
#pragma once

#include "gui-helper.h"
#include "vb-application.h"
#include "vb-key-figure.h"
#include "vb-window.h"

G_BEGIN_DECLS

/* The program, started and without a window. Release it with gui_app_free(). */
VbApplication *gui_app_new (void);
/* Destroys what windows are left, and fails the test when one of them does not go: something holds
 * it. */
void gui_app_free (VbApplication *application);

/* A window on its start page, drawn, with @width × @height pixels of content. */
VbWindow *gui_app_open_window (VbApplication *application, int width, int height);
/* Activates @detailed_action ("win.show-page::import") as a button would. */
void gui_app_activate (VbWindow *window, const char *detailed_action);
/* Makes the example in the window, as the button of the start page does, and waits until its
 * figures are there and drawn. */
void gui_app_make_example (VbWindow *window);
/* The same with the example in a file, which is quicker. */
void gui_app_open_example (VbWindow *window);
/* Waits until everything asked for is computed and drawn. */
void gui_app_wait_until_idle (VbWindow *window);

/* Shows the page of this id and waits until it is drawn. */
void gui_app_show_page (VbWindow *window, const char *page_id);
/* Of the page in sight: the key figure of this name ("need_beds"), and the row of this title in the
 * inspector. Each fails the test when there is none. */
VbKeyFigure *gui_app_get_figure (VbWindow *window, const char *figure);
GtkWidget *gui_app_get_row (VbWindow *window, const char *title);
/* The number that a key figure shows. */
double gui_app_get_number (VbWindow *window, const char *figure);
/* Fails the test when a key figure or the heading of a column in @root has no term of the glossary
 * of the page in sight; @root: the page, or a window of it. At least @at_least of them are there.
 */
void gui_app_assert_explained (VbWindow *window, GtkWidget *root, guint at_least);
/* The unit of this name in the window's document; chosen, drawn. */
VbUnit *gui_app_choose_unit (VbWindow *window, const char *name);

/* The message dialog in front, waiting for it to come; fails the test when none does. */
GtkWidget *gui_app_wait_for_dialog (void);
/* Presses the dialog's button of this label ("_Discard"). */
void gui_app_answer (GtkWidget *dialog, const char *label);

G_END_DECLS
