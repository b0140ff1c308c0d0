/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A unit among its sisters, ranked as certainly as what was published of them allows. */
#pragma once

#include "vb-page.h"

G_BEGIN_DECLS

#define VB_TYPE_NEED_SISTERS_VIEW (vb_need_sisters_view_get_type ())
G_DECLARE_FINAL_TYPE (VbNeedSistersView, vb_need_sisters_view, VB, NEED_SISTERS_VIEW, AdwBin)

/* @page: the one that it stands in. */
GtkWidget *vb_need_sisters_view_new (VbPage *page);
/* Shows the sisters of the unit of the page's session in the year that its period lies in, or the
 * latest before in which they can be ranked. */
void vb_need_sisters_view_refresh (VbNeedSistersView *self);

G_END_DECLS
