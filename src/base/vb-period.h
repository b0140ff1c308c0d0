/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days and periods. A day is a GDate Julian day number (days since 0001-01-01, that being 1), which
 * is how observation.start is stored; a period is a grain and the day it starts on. */
#pragma once

#include "vb-terms.h"

G_BEGIN_DECLS

typedef gint32 VbDay;
#define VB_DAY_NONE 0

typedef struct
{
  VbGrain grain;
  VbDay start;
} VbPeriod;

/* VB_DAY_NONE when there is no such date (30 February, year 0 …). */
VbDay vb_day_from_ymd (int year, int month, int day);
void vb_day_to_ymd (VbDay day, int *year, int *month, int *dayno);
VbDay vb_day_from_iso (const char *text); /* exactly YYYY-MM-DD, else VB_DAY_NONE */
char *vb_day_to_iso (VbDay day);          /* owned by the caller */
char *vb_day_format (VbDay day);    /* in the reader's locale: 2026-10-31 (sv), 31 Oct 2026 (en) */
VbDay vb_day_get_today (void);      /* the calendar's, where the reader is */
int vb_day_get_weekday (VbDay day); /* 1 Monday … 7 Sunday */
void vb_day_get_iso_week (VbDay day, int *iso_year, int *week);

/* First day of the period of @grain that holds @day (weeks are ISO weeks, Monday first). */
VbDay vb_grain_floor (VbGrain grain, VbDay day);
/* First day of the period @n periods after the one that starts on @start (n may be negative). */
VbDay vb_grain_add (VbGrain grain, VbDay start, int n);
/* How many periods from the one that starts on @from to the one that starts on @to (negative if
 * earlier). Both must be period starts. */
int vb_grain_distance (VbGrain grain, VbDay from, VbDay to);

/* The period of @grain that holds @day. */
VbPeriod vb_period_containing (VbGrain grain, VbDay day);
VbDay vb_period_get_end (VbPeriod period); /* the day after its last day */
int vb_period_get_n_days (VbPeriod period);
VbPeriod vb_period_shift (VbPeriod period, int n);
/* "2026", "2026 kv. 1", "jul 2026", "v. 27 2026", "3 jul 2026"; @brief leaves the year out where
 * the axis already says it. Owned by the caller. */
char *vb_period_format (VbPeriod period, gboolean brief);

G_END_DECLS
