/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that do not run into each other: names of periods, placed labels. */
#include <math.h>

#include "vb-label-placer.h"
#include "vb-period-ticks.h"

/* ---- period ticks ---- */

static const VbPaintStyle style = VB_PAINT_STYLE_INIT;

static const VbPeriodTick *
get_tick (GArray *ticks, guint index)
{
  return &g_array_index (ticks, VbPeriodTick, index);
}

static void
test_months_of_a_year (void)
{
  g_autoptr (VbText) text = vb_text_new (&style);
  g_autoptr (GArray) ticks =
      vb_period_ticks_new (VB_GRAIN_MONTH, vb_day_from_ymd (2026, 1, 1), 12, 45, text);

  g_assert_cmpuint (ticks->len, ==, 12);
  g_assert_cmpstr (get_tick (ticks, 0)->label, ==, "Jan");
  g_assert_cmpstr (get_tick (ticks, 0)->year, ==, "2026");
  g_assert_cmpstr (get_tick (ticks, 11)->label, ==, "Dec");
  g_assert_null (get_tick (ticks, 11)->year);
}

static void
test_thinned (void)
{
  g_autoptr (VbText) text = vb_text_new (&style);
  g_autoptr (GArray) months =
      vb_period_ticks_new (VB_GRAIN_MONTH, vb_day_from_ymd (2021, 11, 1), 60, 8, text);
  g_autoptr (GArray) days =
      vb_period_ticks_new (VB_GRAIN_DAY, vb_day_from_ymd (2021, 11, 1), 1826, 0.4, text);
  g_autoptr (GArray) years =
      vb_period_ticks_new (VB_GRAIN_YEAR, vb_day_from_ymd (2019, 1, 1), 8, 22, text);

  /* Half years, beginning with a January. */
  g_assert_cmpuint (get_tick (months, 0)->index, ==, 2);
  g_assert_cmpstr (get_tick (months, 0)->year, ==, "2022");
  g_assert_cmpuint (get_tick (months, 1)->index - get_tick (months, 0)->index, ==, 6);
  g_assert_cmpuint (days->len, >=, 4);
  g_assert_cmpuint (days->len, <=, 20);
  /* Every other, the even ones. */
  g_assert_cmpstr (get_tick (years, 0)->label, ==, "2020");
  g_assert_cmpstr (get_tick (years, 1)->label, ==, "2022");
}

/* Any grain, length and room: some name, in order, none touching. */
static void
test_never_touch (void)
{
  g_autoptr (VbText) text = vb_text_new (&style);

  for (guint i = 0; i < 400; i++)
    {
      VbGrain grain = (VbGrain) g_test_rand_int_range (0, VB_N_GRAINS);
      VbDay start =
          vb_grain_floor (grain, vb_day_from_ymd (2000, 1, 1) + g_test_rand_int_range (0, 20000));
      guint n = (guint) g_test_rand_int_range (1, 300);
      double spacing = g_test_rand_double_range (2, 80);
      g_autoptr (GArray) ticks = vb_period_ticks_new (grain, start, n, spacing, text);

      g_assert_cmpuint (ticks->len, >=, 1);
      for (guint j = 0; j < ticks->len; j++)
        {
          const VbPeriodTick *tick = get_tick (ticks, j);
          double width = vb_text_get_width (text, VB_TEXT_SMALL, tick->label);

          g_assert_cmpuint (tick->index, <, n);
          if (j > 0)
            {
              const VbPeriodTick *last = get_tick (ticks, j - 1);
              double last_width = vb_text_get_width (text, VB_TEXT_SMALL, last->label);

              g_assert_cmpuint (tick->index, >, last->index);
              g_assert_cmpfloat ((tick->index - last->index) * spacing, >,
                                 (width + last_width) / 2);
            }
        }
    }
}

/* ---- labels ---- */

static gboolean
boxes_meet (const cairo_rectangle_t *a, const cairo_rectangle_t *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

/* Whatever is asked, no placed label lies on another or outside. */
static void
test_placer_properties (void)
{
  static const cairo_rectangle_t bounds = { 0, 0, 300, 200 };

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (VbLabelPlacer) placer = vb_label_placer_new (&bounds);
      g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));

      for (guint j = 0; j < 30; j++)
        {
          cairo_rectangle_t candidates[4];
          int best;

          for (guint k = 0; k < G_N_ELEMENTS (candidates); k++)
            candidates[k] = (cairo_rectangle_t){ g_test_rand_double_range (-50, 300),
                                                 g_test_rand_double_range (-50, 200),
                                                 g_test_rand_double_range (5, 80), 14 };
          best = vb_label_placer_place (placer, candidates, G_N_ELEMENTS (candidates), G_MAXUINT);
          if (best < 0)
            continue;
          g_assert_cmpfloat (candidates[best].x, >=, 0);
          g_assert_cmpfloat (candidates[best].x + candidates[best].width, <=, 300);
          for (guint k = 0; k < placed->len; k++)
            g_assert_false (
                boxes_meet (&candidates[best], &g_array_index (placed, cairo_rectangle_t, k)));
          g_array_append_val (placed, candidates[best]);
        }
      g_assert_cmpuint (placed->len, >, 0);
    }
}

static void
test_placer_avoids_lines (void)
{
  static const cairo_rectangle_t bounds = { 0, 0, 300, 200 };
  static const cairo_rectangle_t candidates[] = { { 10, 95, 50, 14 }, { 10, 120, 50, 14 } };
  static const VbPoint line[] = { { 0, 100 }, { 300, 100 } };
  g_autoptr (VbLabelPlacer) placer = vb_label_placer_new (&bounds);

  vb_label_placer_add_line (placer, line, 2);
  g_assert_cmpint (vb_label_placer_place (placer, candidates, 1, 0), ==, -1);
  g_assert_cmpint (vb_label_placer_place (placer, candidates, 2, G_MAXUINT), ==, 1);
  g_assert_cmpint (vb_label_placer_place (placer, candidates, 2, G_MAXUINT), ==, 0);
}

static gboolean
is_left (const cairo_rectangle_t *box, gpointer user_data)
{
  return box->x < 100;
}

/* Rather on a rule than on a line; and the nearest free place there is. */
static void
test_placer_near (void)
{
  static const cairo_rectangle_t bounds = { 0, 0, 300, 200 };
  static const cairo_rectangle_t on_line = { 10, 95, 50, 14 }, on_rule = { 130, 20, 50, 14 };
  static const VbPoint line[] = { { 0, 100 }, { 300, 100 } }, at = { 150, 100 };
  const cairo_rectangle_t candidates[] = { on_line, on_rule };
  g_autoptr (VbLabelPlacer) placer = vb_label_placer_new (&bounds);
  cairo_rectangle_t box = { 0, 0, 50, 14 };

  vb_label_placer_add_line (placer, line, 2);
  vb_label_placer_add_rule (placer, (VbPoint){ 150, 0 }, (VbPoint){ 150, 200 });
  g_assert_cmpint (vb_label_placer_place (placer, candidates, 2, 0), ==, -1);
  g_assert_cmpint (vb_label_placer_place (placer, candidates, 2, VB_LABEL_MAX_RULES), ==, 1);

  g_assert_true (vb_label_placer_place_near (placer, at, &box, 0, NULL, NULL));
  g_assert_true (box.x > 150 || box.x + box.width < 150);
  g_assert_true (box.y > 100 || box.y + box.height < 100);
  g_assert_cmpfloat (hypot (MAX (box.x - 150, 150 - box.x - box.width),
                            MAX (box.y - 100, 100 - box.y - box.height)),
                     <, 12);
  g_assert_true (vb_label_placer_place_near (placer, at, &box, 0, is_left, NULL));
  g_assert_cmpfloat (box.x, <, 100);
  box.width = 301;
  g_assert_false (vb_label_placer_place_near (placer, at, &box, G_MAXUINT, NULL, NULL));
}

static void
test_spread (void)
{
  double close[] = { 52, 50 };
  double lone[] = { 50 };
  double low[] = { 98, 99, 99 };

  vb_label_placer_spread (lone, 1, 14, 0, 100);
  g_assert_cmpfloat (lone[0], ==, 50);
  vb_label_placer_spread (close, 2, 14, 0, 100);
  g_assert_cmpfloat_with_epsilon (close[0] - close[1], 14, 1e-9);
  g_assert_cmpfloat_with_epsilon ((close[0] + close[1]) / 2, 51, 1e-9);
  vb_label_placer_spread (low, 3, 14, 0, 100);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (low[i], <=, 93 + 1e-9);
}

static void
test_spread_properties (void)
{
  for (guint i = 0; i < 500; i++)
    {
      guint n = (guint) g_test_rand_int_range (0, 8);
      double y[8];

      for (guint j = 0; j < n; j++)
        y[j] = g_test_rand_double_range (0, 200);
      vb_label_placer_spread (y, n, 14, 0, 200);
      for (guint j = 0; j < n; j++)
        {
          g_assert_cmpfloat (y[j], >=, 7 - 1e-6);
          g_assert_cmpfloat (y[j], <=, 193 + 1e-6);
          for (guint k = j + 1; k < n; k++)
            g_assert_cmpfloat (fabs (y[j] - y[k]), >=, 14 - 1e-6);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/labels/months-of-a-year", test_months_of_a_year);
  g_test_add_func ("/paint/labels/thinned", test_thinned);
  g_test_add_func ("/paint/labels/never-touch", test_never_touch);
  g_test_add_func ("/paint/labels/placer-properties", test_placer_properties);
  g_test_add_func ("/paint/labels/placer-avoids-lines", test_placer_avoids_lines);
  g_test_add_func ("/paint/labels/placer-near", test_placer_near);
  g_test_add_func ("/paint/labels/spread", test_spread);
  g_test_add_func ("/paint/labels/spread-properties", test_spread_properties);
  return g_test_run ();
}
