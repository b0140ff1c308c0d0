/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways ahead side by side: the scenarios of a unit, what each comes to, what makes two of them
 * differ, and which one has been decided as the plan. */
#pragma once

#include "vb-page.h"

G_BEGIN_DECLS

#define VB_TYPE_SCENARIOS_PAGE (vb_scenarios_page_get_type ())
G_DECLARE_FINAL_TYPE (VbScenariosPage, vb_scenarios_page, VB, SCENARIOS_PAGE, VbPage)

G_END_DECLS
