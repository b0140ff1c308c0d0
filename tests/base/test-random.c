/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-random.h"

/* The first numbers of SplitMix64 from the state 1234567, as its reference implementation
 * (prng.di.unimi.it/splitmix64.c) gives them. */
static void
test_published (void)
{
  static const guint64 expected[] = {
    G_GUINT64_CONSTANT (6457827717110365317),  G_GUINT64_CONSTANT (3203168211198807973),
    G_GUINT64_CONSTANT (9817491932198370423),  G_GUINT64_CONSTANT (4593380528125082431),
    G_GUINT64_CONSTANT (16408922859458223821),
  };
  VbRandom random = { 1234567 };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (vb_random_next (&random), ==, expected[i]);
}

static void
test_streams (void)
{
  VbRandom a, again, b, c;

  vb_random_init (&a, 1, 1);
  vb_random_init (&again, 1, 1);
  vb_random_init (&b, 1, 2);
  vb_random_init (&c, 2, 1);
  for (guint i = 0; i < 1000; i++)
    {
      guint64 draw = vb_random_next (&a);

      g_assert_cmpuint (draw, ==, vb_random_next (&again));
      g_assert_cmpuint (draw, !=, vb_random_next (&b));
      g_assert_cmpuint (draw, !=, vb_random_next (&c));
    }
}

static void
test_below (void)
{
  guint counts[7] = { 0 };
  VbRandom random;

  vb_random_init (&random, 7, 0);
  for (guint i = 0; i < 70000; i++)
    {
      guint32 draw = vb_random_below (&random, 7);

      g_assert_cmpuint (draw, <, 7);
      counts[draw]++;
    }
  /* Five standard deviations, √(70000 × 1/7 × 6/7) = 93 each. */
  for (guint i = 0; i < 7; i++)
    {
      g_assert_cmpuint (counts[i], >, 10000 - 465);
      g_assert_cmpuint (counts[i], <, 10000 + 465);
    }
  for (guint i = 0; i < 100; i++)
    g_assert_cmpuint (vb_random_below (&random, 1), ==, 0);
}

static void
test_unit (void)
{
  const guint n = 100000;
  double sum = 0;
  VbRandom random = { 1234567 };

  /* The first of the published numbers, ÷ 2⁶⁴ and cut to 53 bits. */
  g_assert_cmpfloat (vb_random_unit (&random), ==, 0x1.667b405fec23ep-2);
  for (guint i = 0; i < n; i++)
    {
      double draw = vb_random_unit (&random);

      g_assert_cmpfloat (draw, >=, 0);
      g_assert_cmpfloat (draw, <, 1);
      sum += draw;
    }
  /* Five standard deviations, √(1/12 ÷ n) each. */
  g_assert_cmpfloat_with_epsilon (sum / n, 0.5, 0.0046);
}

static void
test_normal (void)
{
  const gint64 n = 100000;
  gint64 sum = 0, squares = 0;
  VbRandom random;

  vb_random_init (&random, 11, 0);
  for (gint64 i = 0; i < n; i++)
    {
      gint32 draw = vb_random_normal_permille (&random);

      g_assert_cmpint (ABS (draw), <=, 6000);
      sum += draw;
      squares += (gint64) draw * draw;
    }
  /* Mean 0 ± 5 × 1000/√n; variance 1.002 × 10⁶ within two per cent. */
  g_assert_cmpint (ABS (sum / n), <=, 16);
  g_assert_cmpint (squares / n, >, 982000);
  g_assert_cmpint (squares / n, <, 1022000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/random/published", test_published);
  g_test_add_func ("/base/random/streams", test_streams);
  g_test_add_func ("/base/random/below", test_below);
  g_test_add_func ("/base/random/unit", test_unit);
  g_test_add_func ("/base/random/normal", test_normal);

  return g_test_run ();
}
