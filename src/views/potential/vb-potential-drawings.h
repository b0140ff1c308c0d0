/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictures of a scenario's outlook. */
#pragma once

#include "vb-drawing.h"
#include "vb-outlook.h"

G_BEGIN_DECLS

/* Each is owned by the caller. @outlook has a scenario and no error; @whose: "Riket, somatic care".
 */
VbDrawing *vb_potential_drawings_new_trajectory (VbOutlook *outlook, const char *whose);
VbDrawing *vb_potential_drawings_new_waterfall (VbOutlook *outlook, const char *whose);
VbDrawing *vb_potential_drawings_new_tornado (VbOutlook *outlook, const char *whose);

G_END_DECLS
