/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One ward of the example from day to day: how many beds are open, how many patients it answers
 * for, and who comes and goes. Everything is whole numbers, most of them thousandths, so that no
 * machine rounds differently from another. */
#pragma once

#include "vb-period.h"
#include "vb-random.h"

G_BEGIN_DECLS

/* What a day is to every ward. Thousandths. */
typedef struct
{
  VbDay day;
  int weekday;     /* 1 Monday … 7 Sunday */
  int rest;        /* 1 on Saturdays, Sundays and holidays */
  gint64 season;   /* 1000 in midwinter … −1000 in midsummer */
  gint64 holiday;  /* 1000 on a holiday, 500 on a half or squeezed day */
  gint64 summer;   /* 1000 in weeks 27–32, less in the week on either side */
  gint64 vacation; /* 1000 around Christmas and New Year */
  gint64 drift;    /* the region's vacancies, 1000 = what the ward's own number says */
  gint64 years;    /* since the first day */
} VbExampleDay;

/* The columns of wards.csv with the same names, where their units stand. */
typedef struct
{
  gint64 acute, beds, census, stay, trend, season, weekday, holiday, summer, noise, memory, vacancy,
      rest_day_open, summer_open, christmas_open, discharge_ready, on_leave;
} VbExampleTraits;

typedef struct
{
  VbExampleTraits traits;
  VbRandom random;
  gint64 surprise;      /* today's departure from the expected census, thousandths */
  gint64 vacancy_shift; /* beds, slowly changing */

  /* Whole patients and beds of the day. */
  gint64 before;      /* patients the ward answered for the day before */
  gint64 responsible; /* … and today, wherever they lie */
  gint64 available;
  gint64 outliers_out;
  gint64 outliers_in;
  gint64 admissions_acute;
  gint64 admissions_planned;
  gint64 discharges;
  gint64 discharge_ready;
  gint64 on_leave;
} VbExampleWard;

/* @first: the first day of the example, from which its years count. */
void _vb_example_day_init (VbExampleDay *self, VbDay day, VbDay first);

/* @stream: the ward's own stream of chance, so that wards do not depend on each other's order. */
void _vb_example_ward_init (VbExampleWard *self, const VbExampleTraits *traits, guint64 stream);
/* Opens the beds of the day and lets the patients come who would come if there were room. */
void _vb_example_ward_begin_day (VbExampleWard *self, const VbExampleDay *day);
/* Patients in the ward's own rooms. */
gint64 _vb_example_ward_get_present (const VbExampleWard *self);
/* Once it is settled where the patients lie: who came and who went. Afterwards
 * responsible = before + admissions_acute + admissions_planned − discharges. */
void _vb_example_ward_end_day (VbExampleWard *self, const VbExampleDay *day);

G_END_DECLS
