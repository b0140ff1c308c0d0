/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log of strategic dialogues and network meetings: what was said, what came of it, and when it
 * is to be followed up. */
#pragma once

#include "vb-page.h"

G_BEGIN_DECLS

#define VB_TYPE_DIALOGUES_PAGE (vb_dialogues_page_get_type ())
G_DECLARE_FINAL_TYPE (VbDialoguesPage, vb_dialogues_page, VB, DIALOGUES_PAGE, VbPage)

G_END_DECLS
