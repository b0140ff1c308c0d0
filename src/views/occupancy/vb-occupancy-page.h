/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-page.h"

G_BEGIN_DECLS

#define VB_TYPE_OCCUPANCY_PAGE (vb_occupancy_page_get_type ())
G_DECLARE_FINAL_TYPE (VbOccupancyPage, vb_occupancy_page, VB, OCCUPANCY_PAGE, VbPage)

G_END_DECLS
