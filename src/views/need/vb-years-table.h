/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table twin of the years: a row (VbYearRow) a year. */
#pragma once

#include "vb-figure-table.h"

G_BEGIN_DECLS

GtkWidget *vb_years_table_new (void);

G_END_DECLS
