/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window: its start page, or one document with the pages that show it. It makes the session and
 * the planner of its document and hands them down. */
#pragma once

#include <adwaita.h>

#include "vb-document.h"
#include "vb-page.h"
#include "vb-recovery.h"

G_BEGIN_DECLS

#define VB_DOCUMENT_SUFFIX ".vardbalans"
#define VB_DOCUMENT_MIME_TYPE "application/vnd.vardbalans"

#define VB_TYPE_WINDOW (vb_window_get_type ())
G_DECLARE_FINAL_TYPE (VbWindow, vb_window, VB, WINDOW, AdwApplicationWindow)

/* Actions: win.new-plan, win.open, win.open-uri (s), win.open-example, win.save, win.save-as,
 * win.gather, win.import, win.import-ladder, win.undo, win.redo, win.show-page (s),
 * win.show-nth-page (u), win.show-sidebar, win.find-unit, win.choose-scenario,
 * win.previous-period, win.next-period, win.help. */
VbWindow *vb_window_new (AdwApplication *application);

VbDocument *vb_window_get_document (VbWindow *self); /* NULL on the start page; not owned */
VbSession *vb_window_get_session (VbWindow *self);   /* NULL on the start page; not owned */
VbPlanner *vb_window_get_planner (VbWindow *self);   /* NULL on the start page; not owned */
/* Shows @document instead of the start page. */
void vb_window_set_document (VbWindow *self, VbDocument *document);
/* Opens @file in this window, which must be on its start page; says in a dialog what went wrong. */
void vb_window_open_file (VbWindow *self, GFile *file);
/* Opens what a crash left behind, in this window or, where it is not free, in a new one; says in a
 * dialog what went wrong. */
void vb_window_recover (VbWindow *self, VbRecovery *recovery);
/* Shows what a table file holds on the page that imports, in a new plan where the window has none.
 * FALSE while the window is opening a plan. */
gboolean vb_window_import_file (VbWindow *self, GFile *file);
/* TRUE while the window has no document and opens none: a file can be opened in it. */
gboolean vb_window_is_free (VbWindow *self);

/* The page in sight; NULL on the start page. */
VbPage *vb_window_get_page (VbWindow *self);
void vb_window_show_page (VbWindow *self, const char *id);

/* Gathers the plans @files (of GFile) into the window's, or into a new one. */
void vb_window_gather_files (VbWindow *self, GPtrArray *files);
/* Takes @toast over. */
void vb_window_add_toast (VbWindow *self, AdwToast *toast);
/* A dialog that says what did not work, why, and what is safe. */
void vb_window_show_error (VbWindow *self, const char *heading, const char *body);

G_END_DECLS
