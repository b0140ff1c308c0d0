/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-page.h"

G_BEGIN_DECLS

#define VB_TYPE_OVERVIEW_PAGE (vb_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (VbOverviewPage, vb_overview_page, VB, OVERVIEW_PAGE, VbPage)

G_END_DECLS
