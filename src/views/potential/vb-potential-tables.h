/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table twins of a scenario's outlook: by year and by lever. */
#pragma once

#include "vb-figure-table.h"

G_BEGIN_DECLS

GtkWidget *vb_potential_tables_new_years (void);  /* rows: VbPotentialRow */
GtkWidget *vb_potential_tables_new_levers (void); /* rows: VbLeverEffect */

G_END_DECLS
