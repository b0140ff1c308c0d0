/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-need-table.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 unit_id;
  guint8 group; /* VbCareGroup */
} VbNeedTableKey;

/* For the document only. Takes over @keys (@n_rows; the rows of one unit stand together) and
 * @figures (@n_rows x @n_periods, row by row); both are freed with g_free(). @first is the start of
 * the first period. */
VbNeedTable *vb_need_table_new (VbGrain grain,
                                VbDay first,
                                guint n_periods,
                                guint n_rows,
                                VbNeedTableKey *keys,
                                VbNeedFigures *figures);

G_END_DECLS
