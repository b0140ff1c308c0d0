/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Need and gap in the periods around the session's, as long as that is. */
#pragma once

#include "vb-page.h"

G_BEGIN_DECLS

#define VB_TYPE_NEED_PERIOD_VIEW (vb_need_period_view_get_type ())
G_DECLARE_FINAL_TYPE (VbNeedPeriodView, vb_need_period_view, VB, NEED_PERIOD_VIEW, AdwBin)

/* @page: the one that it stands in. */
GtkWidget *vb_need_period_view_new (VbPage *page);
/* Shows what @page shows now. A document without data has an empty state. */
void vb_need_period_view_refresh (VbNeedPeriodView *self);

G_END_DECLS
