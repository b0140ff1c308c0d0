/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates and periods as table files write them: "2024-01-31", "2024-01", "2024K1", "2024 v. 27",
 * "jan 2024", "2024" …, in Swedish and English. */
#pragma once

#include "vb-period.h"

G_BEGIN_DECLS

typedef enum
{
  VB_DATE_FORM_NONE,       /* no date at all: "stängd" */
  VB_DATE_FORM_IMPOSSIBLE, /* written as a date, but there is none such: "2024-02-30" */
  VB_DATE_FORM_PERIOD,
} VbDateForm;

/* What @text says; PERIOD fills in @period (a full date, with or without a time of day, has the
 * grain day). Years 1900 to 2199. */
VbDateForm vb_date_form_parse (const char *text, gsize length, VbPeriod *period);

/* How a spreadsheet numbers its days: 1 = 1900-01-01 (with the 29 February 1900 that never was), or
 * 0 = 1904-01-01. */
typedef enum
{
  VB_SERIAL_DAYS_NONE, /* numbers are no days */
  VB_SERIAL_DAYS_1900,
  VB_SERIAL_DAYS_1904,
} VbSerialDays;

/* VB_DAY_NONE outside the years 1900 to 2199. */
VbDay vb_date_form_from_serial (double serial, VbSerialDays system);

/* The grain that a column of dates means. Statistics write a month or a quarter as its first or
 * its last day: when all @days (sorted, different) are first days, or all are last days, of
 * months, quarters or years, and the smallest gap between two of them is no less than that, then
 * that is the grain; else day. One day alone tells nothing: then (and for weeks) @hint decides, if
 * the days fit it; VB_GRAIN_DAY is no hint. */
VbGrain vb_date_form_infer_grain (const VbDay *days, gsize n, VbGrain hint);

/* Finds a period in a column's header ("disp_per_1000_2024", "jan 2024", "folkmangd_2024_harledd").
 * @base becomes the header without it, "*" when nothing is left; owned by the caller. */
gboolean vb_date_form_find_in_header (const char *header, VbPeriod *period, char **base);

G_END_DECLS
