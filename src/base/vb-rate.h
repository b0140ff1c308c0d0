/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Beds that a published rate per 1,000 inhabitants stands for: rate × population ÷ 1000, and how
 * far off that may be because the rate was rounded to @decimals: ± half a unit of its last digit,
 * ½ × 10^−decimals × population ÷ 1000. @low and @high may be NULL; @low is never below 0. All are
 * NAN when @rate or @population is. */
double vb_rate_to_beds (double rate, int decimals, double population, double *low, double *high);

G_END_DECLS
