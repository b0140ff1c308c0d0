/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of the page of scenarios: what each comes to, and what makes two of them differ. */
#pragma once

#include "vb-figure-table.h"

G_BEGIN_DECLS

/* Of VbScenarioRow; the plan stands out. */
GtkWidget *vb_scenario_table_new (void);

/* Of VbStepPair. */
GtkWidget *vb_step_table_new (void);
/* Whose steps the second and third column hold. */
void vb_step_table_set_names (VbFigureTable *self, const char *first, const char *second);

G_END_DECLS
