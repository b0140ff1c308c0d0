/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offers what a crash left behind, one plan after the other. */
#pragma once

#include "vb-window.h"

G_BEGIN_DECLS

/* Asks over @window, if there is anything; what the reader takes opens in it while it is free, else
 * in a new window. What is put off is offered at the next start again. */
void vb_recovery_offer (VbWindow *window);

G_END_DECLS
