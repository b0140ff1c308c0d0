/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Need, capacity and gap year by year: with the reference numbers that were decided, on into the
 * scenario, and against what was planned. */
#pragma once

#include "vb-page.h"

G_BEGIN_DECLS

#define VB_TYPE_NEED_YEARS_VIEW (vb_need_years_view_get_type ())
G_DECLARE_FINAL_TYPE (VbNeedYearsView, vb_need_years_view, VB, NEED_YEARS_VIEW, AdwBin)

/* @page: the one that it stands in. */
GtkWidget *vb_need_years_view_new (VbPage *page);
/* Shows the unit, care group and scenario of the page's session, and of the years the one that its
 * period lies in. */
void vb_need_years_view_refresh (VbNeedYearsView *self);

G_END_DECLS
