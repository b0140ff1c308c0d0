/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of the window. A new page is one line in vb-page-table.c. */
#pragma once

#include "vb-page.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;    /* stable: actions, settings and pictures are named by it */
  const char *title; /* to be translated */
  const char *icon_name;
  VbPageLevel level;
  GType (*get_type) (void);
} VbPageEntry;

/* In the order of the sidebar and of Ctrl+1 to 9. */
const VbPageEntry *vb_page_table_get (guint *n_entries);
/* NULL when there is no page of that id. */
const VbPageEntry *vb_page_table_find (const char *id);
/* The heading of a level, translated; NULL for VB_PAGE_LEVEL_NONE. */
const char *vb_page_table_get_heading (VbPageLevel level);

G_END_DECLS
