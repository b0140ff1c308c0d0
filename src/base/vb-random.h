/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random numbers that are the same on every machine and in every version of every library: a
 * 64-bit counter through an integer mixer (SplitMix64). Source: G. L. Steele, D. Lea, C. H. Flood,
 * "Fast splittable pseudorandom number generators", OOPSLA 2014. Not for secrets. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 state;
} VbRandom;

/* Streams of different @stream under the same @seed have nothing to do with each other, so that
 * what is drawn for one thing does not depend on how much was drawn for another. */
void vb_random_init (VbRandom *self, guint64 seed, guint64 stream);
guint64 vb_random_next (VbRandom *self);
/* 0 … @n − 1, every one as likely; @n > 0. */
guint32 vb_random_below (VbRandom *self, guint32 n);
/* At least 0 and below 1, a multiple of 2⁻⁵³. */
double vb_random_unit (VbRandom *self);
/* In thousandths: mean 0, standard deviation 1000, never outside ±6000. The sum of twelve uniform
 * numbers (Irwin–Hall), which needs no function whose last digit differs between machines. */
gint32 vb_random_normal_permille (VbRandom *self);

G_END_DECLS
