/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where each of several areas stands on the steps of a ladder: today, last time, and where it is
 * wanted. One line an area, so that it can be read where a radar chart cannot. */
#pragma once

#include "vb-item-drawing.h"

G_BEGIN_DECLS

#define VB_TYPE_PROFILE (vb_profile_get_type ())
G_DECLARE_FINAL_TYPE (VbProfile, vb_profile, VB, PROFILE, VbItemDrawing)

typedef enum
{
  VB_PROFILE_TODAY,
  VB_PROFILE_LAST,
  VB_PROFILE_WANTED,
} VbProfileMark;
#define VB_N_PROFILE_MARKS (VB_PROFILE_WANTED + 1)

/* Steps 1 … @n_steps; @subtitle may be NULL. @name_title: what a row is ("Area"). */
VbProfile *
vb_profile_new (const char *title, const char *subtitle, const char *name_title, guint n_steps);
/* What a mark is called in key and table: "2025". A mark without any place is left out of
 * both, but for today's. */
void vb_profile_set_mark_name (VbProfile *self, VbProfileMark mark, const char *name);
/* @places: a step for each mark, NAN where there is none. @low, @high: the span of several, or NAN.
 * @id comes back in vb_profile_get_row_id(). */
void vb_profile_add (VbProfile *self,
                     gint64 id,
                     const char *name,
                     const double places[VB_N_PROFILE_MARKS],
                     double low,
                     double high);
gint64 vb_profile_get_row_id (VbProfile *self, guint row);

G_END_DECLS
