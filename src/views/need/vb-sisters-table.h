/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table twin of sisters: a row (VbSisterRow) a unit. */
#pragma once

#include "vb-figure-table.h"

G_BEGIN_DECLS

GtkWidget *vb_sisters_table_new (void);

G_END_DECLS
