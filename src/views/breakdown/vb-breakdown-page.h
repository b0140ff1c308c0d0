/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A number of beds shared out over everything below a unit, in whole beds that add up: by whose
 * key, what is held fast, who gets more or fewer than there are today, and the decision. */
#pragma once

#include "vb-page.h"

G_BEGIN_DECLS

#define VB_TYPE_BREAKDOWN_PAGE (vb_breakdown_page_get_type ())
G_DECLARE_FINAL_TYPE (VbBreakdownPage, vb_breakdown_page, VB, BREAKDOWN_PAGE, VbPage)

G_END_DECLS
