/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-random.h"

#define GOLDEN_GAMMA G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

static guint64
mix (guint64 z)
{
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

void
vb_random_init (VbRandom *self, guint64 seed, guint64 stream)
{
  self->state = mix (seed ^ mix (stream + GOLDEN_GAMMA));
}

guint64
vb_random_next (VbRandom *self)
{
  self->state += GOLDEN_GAMMA;
  return mix (self->state);
}

guint32
vb_random_below (VbRandom *self, guint32 n)
{
  guint32 limit;
  guint32 draw;

  g_return_val_if_fail (n > 0, 0);

  /* Draws above the last whole multiple of n would make the first numbers a little likelier. */
  limit = G_MAXUINT32 - (G_MAXUINT32 % n + 1) % n;
  do
    draw = (guint32) (vb_random_next (self) >> 32);
  while (draw > limit);

  return draw % n;
}

double
vb_random_unit (VbRandom *self)
{
  return (double) (vb_random_next (self) >> 11) / (double) (G_GUINT64_CONSTANT (1) << 53);
}

gint32
vb_random_normal_permille (VbRandom *self)
{
  gint32 sum = 0;

  /* Each term has variance (1001² − 1)/12 in thousandths, twelve of them about 1000². */
  for (int i = 0; i < 12; i++)
    sum += (gint32) vb_random_below (self, 1001);

  return sum - 6000;
}
