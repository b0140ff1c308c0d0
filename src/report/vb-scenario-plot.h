/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenarios side by side. */
#pragma once

#include "vb-drawing.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const double *gaps; /* one a year, beds, negative = shortage; NAN = missing */
  int balance_year;   /* 0 = none of the years */
  gboolean decided;   /* it is the plan */
} VbScenarioCourse;

/* The gap of each scenario over @n_years years from @first_year. @whose: "Riket, somatic care". */
VbDrawing *vb_scenario_plot_new (const char *whose,
                                 int first_year,
                                 guint n_years,
                                 const VbScenarioCourse *courses,
                                 guint n_courses);

G_END_DECLS
