/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of the window: what every page has, so that a page itself holds only its own figures,
 * charts and assumptions. It gets what it works on when it is made, and refreshes itself when any
 * of that changes: a page only says how it looks, in refresh().
 *
 * A page is made when it is shown for the first time, and lives as long as its document's window.
 */
#pragma once

#include <adwaita.h>

#include "vb-glossary.h"
#include "vb-planner.h"
#include "vb-session.h"

G_BEGIN_DECLS

/* The headings of the sidebar, in its order. */
typedef enum
{
  VB_PAGE_LEVEL_NONE, /* above all headings */
  VB_PAGE_LEVEL_STRATEGIC,
  VB_PAGE_LEVEL_TACTICAL,
  VB_PAGE_LEVEL_OPERATIONAL,
  VB_PAGE_LEVEL_DEVELOPMENT,
  VB_PAGE_LEVEL_DATA,
} VbPageLevel;

#define VB_TYPE_PAGE (vb_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (VbPage, vb_page, VB, PAGE, AdwBin)

/* Properties: page-id, title, session, planner, glossary (all construct-only, given by the window).
 * The child is the page's content, usually a VbPageFrame; the glossary explains the figures in it.
 * Signals: "toast" (AdwToast), "error" (GError): the window shows them. */
struct _VbPageClass
{
  AdwBinClass parent_class;

  /* Show the present unit, period and results. Called when the page comes into sight and then after
   * every change of the session, the document or the planner's results, at most once a frame and
   * only while in sight. Must be cheap (< 50 ms): it reads results and never computes them. */
  void (*refresh) (VbPage *self);

  /* What F1 explains, translated: the term that the page is about, and in a paragraph or two what
   * the page answers and how its words are defined. */
  const char *(*get_help_term) (VbPage *self);
  const char *(*get_help_text) (VbPage *self);
};

const char *vb_page_get_page_id (VbPage *self);
const char *vb_page_get_title (VbPage *self);
const char *vb_page_get_help_term (VbPage *self); /* NULL when the page has no help */
const char *vb_page_get_help_text (VbPage *self); /* NULL when the page has no help */

/* None of these is ever NULL in a page that the window made; not owned by the caller. */
VbDocument *vb_page_get_document (VbPage *self);
VbSession *vb_page_get_session (VbPage *self);
VbPlanner *vb_page_get_planner (VbPage *self);
VbGlossary *vb_page_get_glossary (VbPage *self);

/* Asks for a refresh() soon: for changes that only the page itself knows of. */
void vb_page_queue_refresh (VbPage *self);

/* Tells in passing what was done. Takes @toast over; usually it offers "win.undo" or
 * "win.show-page". */
void vb_page_add_toast (VbPage *self, AdwToast *toast);
/* Says in a dialog what went wrong; @error stays the caller's. Cancellation is not told. */
void vb_page_report_error (VbPage *self, const GError *error);

G_END_DECLS
