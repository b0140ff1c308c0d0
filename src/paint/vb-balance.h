/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Need and available capacity on a pair of scales, with the verdict under it. */
#pragma once

#include "vb-drawing.h"

G_BEGIN_DECLS

#define VB_TYPE_BALANCE (vb_balance_get_type ())
G_DECLARE_FINAL_TYPE (VbBalance, vb_balance, VB, BALANCE, VbDrawing)

/* @need, @available in beds; NAN = not known, and the scales stand level. */
VbBalance *vb_balance_new (const char *title, const char *subtitle, double need, double available);

G_END_DECLS
