/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-page.h"

G_BEGIN_DECLS

#define VB_TYPE_NEED_PAGE (vb_need_page_get_type ())
G_DECLARE_FINAL_TYPE (VbNeedPage, vb_need_page, VB, NEED_PAGE, VbPage)

G_END_DECLS
