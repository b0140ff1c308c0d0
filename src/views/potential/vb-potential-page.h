/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Potential: what a scenario's levers can do, year by year and lever by lever. */
#pragma once

#include "vb-page.h"

G_BEGIN_DECLS

#define VB_TYPE_POTENTIAL_PAGE (vb_potential_page_get_type ())
G_DECLARE_FINAL_TYPE (VbPotentialPage, vb_potential_page, VB, POTENTIAL_PAGE, VbPage)

G_END_DECLS
