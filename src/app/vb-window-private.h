/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the window share. */
#pragma once

#include "vb-period-picker.h"
#include "vb-scenario-picker.h"
#include "vb-sidebar-frame.h"
#include "vb-sidebar.h"
#include "vb-unit-picker.h"
#include "vb-window.h"

G_BEGIN_DECLS

struct _VbWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings; /* NULL when there are none */

  VbGlossary *glossary;
  VbDocument *document;
  VbSession *session;
  VbPlanner *planner;
  GSignalGroup *document_signals;
  GSignalGroup *session_signals;
  GSignalGroup *planner_signals;

  GCancellable *cancellable; /* of what the window opens or saves at present; else NULL */
  gboolean opening;
  gboolean saving;
  gboolean replaying; /* an undo or redo is under way */
  gboolean close_when_saved;
  gboolean discard;   /* the reader said not to save: close without asking again */
  gboolean restoring; /* the sidebar is told of the page, and need not tell it back */

  gboolean narrow;
  guint narrow_source;

  AdwToastOverlay *toast_overlay;
  GtkWidget *header_bar;
  GtkWidget *sidebar_button;
  GtkWidget *title_box;
  GtkLabel *title_label;
  GtkLabel *state_label;
  AdwWindowTitle *narrow_title;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  AdwBin *wide_pickers;
  AdwBin *narrow_pickers;
  GtkWidget *pickers;
  VbUnitPicker *unit_picker;
  VbScenarioPicker *scenario_picker;
  VbPeriodPicker *period_picker;
  GtkStack *main_stack;
  VbSidebarFrame *sidebar_frame;
  VbSidebar *sidebar;
  GtkStack *page_stack;
  AdwStatusPage *loading_page;
};

/* vb-window-actions.c */
void _vb_window_class_actions_init (VbWindowClass *klass);
void _vb_window_update_actions (VbWindow *self);

/* vb-window-documents.c */
void _vb_window_init_drop (VbWindow *self);
void _vb_window_class_documents_init (VbWindowClass *klass);

/* Plans, or all files. */
void _vb_window_add_plan_filters (GtkFileChooser *chooser);

/* vb-window-gather.c */
void _vb_window_class_gather_init (VbWindowClass *klass);

/* vb-window-import.c */
void _vb_window_class_import_init (VbWindowClass *klass);
/* TRUE when the window may close now; else it asks, saves, and closes by itself. */
gboolean _vb_window_request_close (VbWindow *self);

/* Back to the start page, or to the document there was. */
void _vb_window_show_content (VbWindow *self);

G_END_DECLS
