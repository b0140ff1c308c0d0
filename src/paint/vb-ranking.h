/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Named values in a row, as lollipops or bars from a common base line, in the order given. */
#pragma once

#include "vb-item-drawing.h"

G_BEGIN_DECLS

#define VB_TYPE_RANKING (vb_ranking_get_type ())
G_DECLARE_FINAL_TYPE (VbRanking, vb_ranking, VB, RANKING, VbItemDrawing)

typedef enum
{
  VB_RANKING_LOLLIPOP,
  VB_RANKING_BAR,
} VbRankingMark;

/* @name_title, @value_title: the columns of the table twin. @is_gap: values are gaps; their sign
 * and word are shown and decide the role (negative = shortage). Else all have @role. */
VbRanking *vb_ranking_new (
    const char *title, const char *subtitle, VbRankingMark mark, VbRole role, gboolean is_gap);
/* Before the first row. Gaps are shown with their sign, as numbers or with one decimal in per cent.
 */
void vb_ranking_set_columns (VbRanking *self,
                             const char *name_title,
                             const char *value_title,
                             VbNumberForm form);
/* @low, @high: the span of its uncertainty, NAN for none. @emphasised: the one in question. */
void vb_ranking_add (VbRanking *self,
                     gint64 id,
                     const char *name,
                     double value,
                     double low,
                     double high,
                     gboolean emphasised);
gint64 vb_ranking_get_row_id (VbRanking *self, guint row);

G_END_DECLS
