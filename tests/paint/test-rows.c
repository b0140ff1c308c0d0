/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawings made of rows: what stands first, what is said, what the table holds. */
#include <math.h>
#include <string.h>

#include "vb-pairs.h"
#include "vb-row-layout.h"
#include "vb-tornado.h"

static void
assert_readout (VbDrawing *drawing, guint row, const char *expected)
{
  g_autofree char *readout = vb_drawing_dup_readout (drawing, 0, row);

  g_assert_cmpstr (readout, ==, expected);
}

/* The widest on top, equals as they came, what is not known last. */
static void
test_tornado (void)
{
  static const VbTornadoBar bars[] = {
    { "Unknown", VB_ROLE_NEED, NAN, NAN },
    { "Small", VB_ROLE_NEED, -20, 10 },
    { "Large", VB_ROLE_AVAILABLE, -380, 190 },
    { "Equal", VB_ROLE_NEED, -10, 20 },
  };
  g_autoptr (VbDrawing) drawing =
      VB_DRAWING (vb_tornado_new ("T", NULL, 0, bars, G_N_ELEMENTS (bars)));
  g_autofree char *unknown = vb_drawing_dup_cell (drawing, 3, 3);

  assert_readout (drawing, 0,
                  "Large: gap −380 shortage at its low value, +190 surplus at its high value");
  assert_readout (drawing, 1,
                  "Small: gap −20 shortage at its low value, +10 surplus at its high value");
  assert_readout (drawing, 2,
                  "Equal: gap −10 shortage at its low value, +20 surplus at its high value");
  assert_readout (drawing, 3, "Unknown: gap – at its low value, – at its high value");
  g_assert_cmpfloat (vb_drawing_get_number (drawing, 0, 3), ==, 570);
  g_assert_cmpstr (unknown, ==, "–");
}

static void
test_pairs (void)
{
  static const VbPairNames names = { "Unit", "Present", "Allotted", "Difference" };
  static const VbPair pairs[] = {
    { 7, "North", 102, 110, TRUE },
    { 8, "South", 70, 52, FALSE },
    { 9, "New", NAN, 9, FALSE },
  };
  g_autoptr (VbDrawing) drawing =
      VB_DRAWING (vb_pairs_new ("P", NULL, &names, pairs, G_N_ELEMENTS (pairs)));
  g_autofree char *title = vb_drawing_dup_column_title (drawing, 3);

  assert_readout (drawing, 0, "North: 102 → 110, +8, locked");
  assert_readout (drawing, 1, "South: 70 → 52, −18");
  /* What was not there has no difference. */
  assert_readout (drawing, 2, "New: – → 9, –");
  g_assert_cmpstr (title, ==, "Difference");
  g_assert_cmpfloat (vb_drawing_get_number (drawing, 1, 3), ==, -18);
  g_assert_cmpint (vb_pairs_get_row_id (VB_PAIRS (drawing), 1), ==, 8);
}

/* Names leave the axis its room at any width and size of letters, and rows do not meet. */
static void
test_layout (void)
{
  static const char *const names[] = { "Short", "Utskrivningsklara patienter i väntan på plats",
                                       "Another" };

  for (guint i = 0; i < 200; i++)
    {
      VbPaintStyle style = VB_PAINT_STYLE_INIT;
      VbFrame frame = { &style, g_test_rand_double_range (200, 1200), 20 };
      double labels = g_test_rand_double_range (0, 60);
      g_autoptr (VbText) text = NULL;
      VbRowLayout layout;
      cairo_rectangle_t last = { 0 };

      style.text_scale = g_test_rand_double_range (1, 2);
      text = vb_text_new (&style);
      frame.height += vb_row_layout_measure (text, G_N_ELEMENTS (names), TRUE)
                      + g_test_rand_double_range (0, 400);
      vb_row_layout_init (&layout, &frame, text, 20, names, G_N_ELEMENTS (names), labels, labels);
      g_assert_cmpfloat (layout.right - layout.left, >=, MIN (89, frame.width - 2 * labels - 3));
      g_assert_cmpfloat (layout.left - labels, >=, layout.stacked ? 0 : layout.name_width);
      g_assert_cmpfloat (layout.right + labels, <=, frame.width);
      for (guint row = 0; row < G_N_ELEMENTS (names); row++)
        {
          cairo_rectangle_t box;

          vb_row_layout_get_box (&layout, row, &box);
          g_assert_cmpfloat (box.y, >=, last.y + last.height);
          g_assert_cmpfloat (vb_row_layout_get_y (&layout, row), >, box.y);
          g_assert_cmpfloat (vb_row_layout_get_y (&layout, row), <, box.y + box.height);
          last = box;
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/rows/tornado", test_tornado);
  g_test_add_func ("/paint/rows/pairs", test_pairs);
  g_test_add_func ("/paint/rows/layout", test_layout);
  return g_test_run ();
}
