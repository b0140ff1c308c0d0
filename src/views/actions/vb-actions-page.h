/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done about the gap: the actions of a unit and of those below it, on a board and in a
 * table, and how the focus areas that they belong to are going. */
#pragma once

#include "vb-page.h"

G_BEGIN_DECLS

#define VB_TYPE_ACTIONS_PAGE (vb_actions_page_get_type ())
G_DECLARE_FINAL_TYPE (VbActionsPage, vb_actions_page, VB, ACTIONS_PAGE, VbPage)

G_END_DECLS
