/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each mark leaves on a surface. */
#include <math.h>

#include "vb-bar-painter.h"
#include "vb-cell-painter.h"
#include "vb-gap-painter.h"
#include "vb-handle-painter.h"
#include "vb-hatch.h"
#include "vb-line-painter.h"
#include "vb-rule-painter.h"
#include "vb-scales-painter.h"
#include "vb-step-painter.h"

#define SIDE 80

static const VbPaintStyle style = VB_PAINT_STYLE_INIT;

/* A picture whose pixels can be asked. */
typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
} Picture;

static Picture
picture_new (void)
{
  Picture picture;

  picture.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  picture.cr = cairo_create (picture.surface);
  return picture;
}

static void
picture_clear (Picture *picture)
{
  g_assert_cmpint (cairo_status (picture->cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (picture->cr);
  cairo_surface_destroy (picture->surface);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

static guint32
get_pixel (const Picture *picture, int x, int y)
{
  const guint32 *data;

  cairo_surface_flush (picture->surface);
  data = (const guint32 *) (gpointer) cairo_image_surface_get_data (picture->surface);
  return data[y * cairo_image_surface_get_stride (picture->surface) / 4 + x];
}

/* How much ink there is, without its colour, 0..255. */
static guint
get_cover (const Picture *picture, int x, int y)
{
  return get_pixel (picture, x, y) >> 24;
}

static guint
count_ink (const Picture *picture, int x1, int y1, int x2, int y2)
{
  guint n = 0;

  for (int y = y1; y < y2; y++)
    for (int x = x1; x < x2; x++)
      if (get_cover (picture, x, y) > 40)
        n++;
  return n;
}

static void
fill_background (const Picture *picture, const VbPaintStyle *in_style)
{
  vb_paint_set_style_color (picture->cr, in_style, VB_COLOR_BACKGROUND);
  cairo_paint (picture->cr);
}

/* What a grey printer makes of it, 0 black … 255 white. Source: ITU-R BT.601, luma. */
static int
get_grey (const Picture *picture, int x, int y)
{
  guint32 pixel = get_pixel (picture, x, y);

  return (int) (((pixel >> 16 & 0xff) * 299 + (pixel >> 8 & 0xff) * 587 + (pixel & 0xff) * 114)
                / 1000);
}

/* ---- marks without colour ---- */

static void
draw_line (const Picture *picture, VbRole role)
{
  vb_line_painter_draw_key (picture->cr, &style, role, 4, 40, 72);
}

static void
draw_area (const Picture *picture, VbRole role)
{
  cairo_rectangle (picture->cr, 4, 4, 72, 72);
  vb_hatch_fill (picture->cr, &style, role, 0.1, 0.8);
}

static guint
count_differences (const Picture *a, const Picture *b)
{
  guint n = 0;

  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      if (ABS ((int) get_cover (a, x, y) - (int) get_cover (b, x, y)) > 60)
        n++;
  return n;
}

/* Two series are told apart by a printer that has only one ink. */
static void
test_lines_differ (void)
{
  for (VbRole a = 0; a < VB_N_ROLES; a++)
    for (VbRole b = a + 1; b < VB_N_ROLES; b++)
      {
        g_auto (Picture) pa = picture_new ();
        g_auto (Picture) pb = picture_new ();

        draw_line (&pa, a);
        draw_line (&pb, b);
        g_assert_cmpuint (count_differences (&pa, &pb), >, 15);
      }
}

static void
test_areas_differ (void)
{
  g_auto (Picture) shortage = picture_new ();
  g_auto (Picture) surplus = picture_new ();
  g_auto (Picture) plain = picture_new ();

  draw_area (&shortage, VB_ROLE_SHORTAGE);
  draw_area (&surplus, VB_ROLE_SURPLUS);
  draw_area (&plain, VB_ROLE_NEED);
  g_assert_cmpuint (count_differences (&shortage, &surplus), >, 300);
  g_assert_cmpuint (count_differences (&shortage, &plain), >, 300);
  g_assert_cmpuint (count_differences (&surplus, &plain), >, 100);
}

/* Boxes of the same colour are told apart by their hatching, in every scheme and on a grey printer.
 */
static void
test_boxes_differ (void)
{
  for (VbHatch a = 0; a < VB_N_HATCHES; a++)
    for (VbHatch b = a + 1; b < VB_N_HATCHES; b++)
      {
        const cairo_rectangle_t box = { 4, 4, 72, 72 };
        g_auto (Picture) pa = picture_new ();
        g_auto (Picture) pb = picture_new ();

        vb_bar_painter_draw_box (pa.cr, &style, VB_ROLE_NEED, a, &box);
        vb_bar_painter_draw_box (pb.cr, &style, VB_ROLE_NEED, b, &box);
        g_assert_cmpuint (count_differences (&pa, &pb), >, 300);
        g_assert_cmpuint (count_ink (&pa, 0, 0, SIDE, 4), ==, 0);
        g_assert_cmpuint (count_ink (&pa, 76, 0, SIDE, SIDE), ==, 0);
      }
}

/* Hatching stays inside its area, and is lines on a surface of lines. */
static void
test_hatch (void)
{
  g_auto (Picture) picture = picture_new ();

  cairo_rectangle (picture.cr, 20, 20, 40, 40);
  vb_hatch_fill (picture.cr, &style, VB_ROLE_SHORTAGE, 0.2, 0.8);
  g_assert_cmpuint (count_ink (&picture, 20, 20, 60, 60), ==, 1600);
  g_assert_cmpuint (count_ink (&picture, 0, 0, SIDE, SIDE), ==, 1600);
  g_assert_false (cairo_has_current_point (picture.cr));
}

/* ---- single painters ---- */

static void
test_line_has_hole (void)
{
  static const VbPoint points[] = { { 5, 40 }, { 25, 40 }, { 40, NAN }, { 55, 40 }, { 75, 40 } };
  g_auto (Picture) picture = picture_new ();

  vb_line_painter_draw (picture.cr, &style, VB_ROLE_NEED, points, G_N_ELEMENTS (points), 1);
  g_assert_cmpuint (count_ink (&picture, 0, 0, 30, SIDE), >, 40);
  g_assert_cmpuint (count_ink (&picture, 50, 0, SIDE, SIDE), >, 40);
  g_assert_cmpuint (count_ink (&picture, 31, 0, 49, SIDE), ==, 0);
  /* Nor is a hole a fall to nought. */
  g_assert_cmpuint (count_ink (&picture, 0, 50, SIDE, SIDE), ==, 0);
}

static void
test_lone_point_shows (void)
{
  static const VbPoint points[] = { { 20, NAN }, { 40, 40 }, { 60, NAN } };

  for (VbRole role = 0; role < VB_N_ROLES; role++)
    {
      g_auto (Picture) picture = picture_new ();

      vb_line_painter_draw (picture.cr, &style, role, points, G_N_ELEMENTS (points), 0);
      g_assert_cmpuint (count_ink (&picture, 30, 30, 50, 50), >, 5);
    }
}

static void
test_nothing_draws_nothing (void)
{
  static const VbPoint points[] = { { 20, NAN }, { 60, NAN } };
  g_auto (Picture) picture = picture_new ();

  vb_line_painter_draw (picture.cr, &style, VB_ROLE_NEED, points, 2, 1);
  vb_line_painter_draw (picture.cr, &style, VB_ROLE_NEED, NULL, 0, 1);
  vb_gap_painter_draw (picture.cr, &style, points, points, 2);
  vb_gap_painter_draw (picture.cr, &style, NULL, NULL, 0);
  vb_line_painter_draw_band (picture.cr, &style, VB_ROLE_NEED, FALSE, points, points, 2);
  g_assert_cmpuint (count_ink (&picture, 0, 0, SIDE, SIDE), ==, 0);
}

static gboolean
is_orange (guint32 pixel)
{
  return ((pixel >> 16) & 0xff) > (pixel & 0xff) + 10;
}

/* Lines that cross: shortage to the left of the crossing, surplus to the right of it. */
static void
test_gap_crosses (void)
{
  static const VbPoint need[] = { { 0, 10 }, { 80, 70 } };
  static const VbPoint available[] = { { 0, 70 }, { 80, 10 } };
  g_auto (Picture) picture = picture_new ();

  vb_gap_painter_draw (picture.cr, &style, need, available, 2);
  g_assert_true (is_orange (get_pixel (&picture, 5, 40)));
  g_assert_false (is_orange (get_pixel (&picture, 75, 40)));
  g_assert_cmpuint (get_cover (&picture, 75, 40), >, 0);
  g_assert_cmpuint (get_cover (&picture, 40, 15), ==, 0);
  g_assert_cmpuint (get_cover (&picture, 40, 65), ==, 0);
}

static void
test_gap_has_hole (void)
{
  static const VbPoint need[] = { { 0, 10 }, { 20, 10 }, { 40, NAN }, { 60, 10 }, { 80, 10 } };
  static const VbPoint available[] = { { 0, 70 }, { 20, 70 }, { 40, 70 }, { 60, 70 }, { 80, 70 } };
  g_auto (Picture) picture = picture_new ();

  vb_gap_painter_draw (picture.cr, &style, need, available, 5);
  g_assert_true (is_orange (get_pixel (&picture, 10, 40)));
  g_assert_true (is_orange (get_pixel (&picture, 70, 40)));
  g_assert_cmpuint (get_cover (&picture, 40, 40), ==, 0);
}

static void
test_band (void)
{
  static const VbPoint low[] = { { 0, 60 }, { 40, NAN }, { 50, 60 }, { 80, 60 } };
  static const VbPoint high[] = { { 0, 20 }, { 40, 20 }, { 50, 20 }, { 80, 20 } };
  g_auto (Picture) inner = picture_new ();
  g_auto (Picture) outer = picture_new ();

  vb_line_painter_draw_band (inner.cr, &style, VB_ROLE_NEED, FALSE, low, high, 4);
  vb_line_painter_draw_band (outer.cr, &style, VB_ROLE_NEED, TRUE, low, high, 4);
  g_assert_cmpuint (get_cover (&inner, 20, 40), ==, 0);
  g_assert_cmpuint (get_cover (&inner, 65, 40), >, get_cover (&outer, 65, 40));
  g_assert_cmpuint (get_cover (&outer, 65, 40), >, 0);
}

static void
test_bars (void)
{
  g_auto (Picture) picture = picture_new ();

  vb_bar_painter_draw_bar (picture.cr, &style, VB_ROLE_SHORTAGE, 60, 20, 20, 16);
  vb_bar_painter_draw_lollipop (picture.cr, &style, VB_ROLE_SURPLUS, 20, 60, 60);
  vb_bar_painter_draw_whisker (picture.cr, &style, 30, 50, 40);
  g_assert_cmpuint (count_ink (&picture, 0, 0, 18, SIDE), ==, 0);
  g_assert_cmpuint (count_ink (&picture, 18, 10, 62, 30), >, 100);
  g_assert_cmpuint (count_ink (&picture, 28, 34, 52, 47), >, 20);
  g_assert_cmpuint (count_ink (&picture, 50, 50, 70, 70), >, 30);
}

static void
test_rules (void)
{
  g_auto (Picture) picture = picture_new ();

  vb_rule_painter_draw_grid_line (picture.cr, &style, 0, SIDE, 10);
  g_assert_cmpuint (count_ink (&picture, 0, 10, SIDE, 11), ==, SIDE);
  vb_rule_painter_draw_level (picture.cr, &style, VB_ROLE_TARGET, 0, SIDE, 20.5);
  vb_rule_painter_draw_break (picture.cr, &style, 40, 30, 70);
  vb_rule_painter_draw_drop (picture.cr, &style, 60, 30, 70);
  vb_rule_painter_draw_cursor (picture.cr, &style, 20, 30, 70);
  /* Dashed and dotted: there, but not everywhere. */
  g_assert_cmpuint (count_ink (&picture, 0, 20, SIDE, 21), <, SIDE);
  g_assert_cmpuint (count_ink (&picture, 38, 30, 43, 70), >, 10);
  g_assert_cmpuint (count_ink (&picture, 38, 30, 43, 70), <, 120);
  g_assert_cmpuint (count_ink (&picture, 20, 30, 21, 70), ==, 40);
  vb_handle_painter_draw (picture.cr, &style, VB_ROLE_NEED, 60, 60);
  vb_handle_painter_draw_box (picture.cr, &style, &(cairo_rectangle_t){ 2, 2, 76, 76 });
  g_assert_cmpuint (get_cover (&picture, 60, 60), ==, 255);
}

/* ---- steps ---- */

/* What is now, what was and what is wanted are told apart in one ink, wherever they stand. */
static void
test_step_marks_differ (void)
{
  static void (*const draw[]) (cairo_t *, const VbPaintStyle *, double, double) = {
    vb_step_painter_draw_today,
    vb_step_painter_draw_last,
    vb_step_painter_draw_wanted,
  };

  for (VbScheme scheme = 0; scheme < VB_N_SCHEMES; scheme++)
    for (guint a = 0; a < G_N_ELEMENTS (draw); a++)
      for (guint b = a + 1; b < G_N_ELEMENTS (draw); b++)
        {
          g_auto (Picture) pa = picture_new ();
          g_auto (Picture) pb = picture_new ();
          VbPaintStyle in_scheme = style;
          guint n = 0;

          in_scheme.scheme = scheme;
          fill_background (&pa, &in_scheme);
          fill_background (&pb, &in_scheme);
          draw[a](pa.cr, &in_scheme, 40, 40);
          draw[b](pb.cr, &in_scheme, 40, 40);
          for (int y = 0; y < SIDE; y++)
            for (int x = 0; x < SIDE; x++)
              if (ABS (get_grey (&pa, x, y) - get_grey (&pb, x, y)) > 40)
                n++;
          g_assert_cmpuint (n, >, 20);
        }
}

/* All three in one place are still three. */
static void
test_step_marks_together (void)
{
  g_auto (Picture) picture = picture_new ();
  VbRgba ink = vb_palette_get (style.scheme, VB_COLOR_INK);

  fill_background (&picture, &style);
  vb_step_painter_draw_wanted (picture.cr, &style, 40, 40);
  vb_step_painter_draw_today (picture.cr, &style, 40, 40);
  vb_step_painter_draw_last (picture.cr, &style, 40, 40);
  /* The stroke goes out over the disc, in ink; beside it lie its halo and then the disc. */
  g_assert_cmpint (get_grey (&picture, 40, 31), <, 80);
  g_assert_cmpint (get_pixel (&picture, 39, 40) >> 16 & 0xff, ==, (int) (ink.red * 255));
  g_assert_cmpint (get_grey (&picture, 41, 40), >, 120);
  g_assert_cmpint (get_grey (&picture, 44, 40), <, 120);
}

static void
test_stair (void)
{
  g_auto (Picture) picture = picture_new ();

  fill_background (&picture, &style);
  vb_step_painter_draw_step (picture.cr, &style, &(cairo_rectangle_t){ 4, 40, 30, 36 }, TRUE);
  vb_step_painter_draw_step (picture.cr, &style, &(cairo_rectangle_t){ 44, 20, 30, 56 }, FALSE);
  /* Filled and open, both with an outline that is seen. */
  g_assert_cmpint (get_grey (&picture, 19, 60), <, 120);
  g_assert_cmpint (get_grey (&picture, 59, 60), >, 220);
  g_assert_cmpint (get_grey (&picture, 59, 20), <, 170);
  g_assert_cmpint (get_grey (&picture, 39, 60), ==, 255);
  vb_step_painter_draw_pointer (picture.cr, &style, 19, 30, TRUE);
  vb_step_painter_draw_pointer (picture.cr, &style, 59, 15, FALSE);
  g_assert_cmpint (get_grey (&picture, 19, 24), <, 120);
  g_assert_cmpint (get_grey (&picture, 59, 9), ==, 255);
}

/* The number on a step can be read, and the outline of an open one seen. */
static void
test_step_contrast (void)
{
  for (VbScheme scheme = 0; scheme < VB_N_SCHEMES; scheme++)
    {
      VbPaintStyle in_scheme = style;
      VbRgba background = vb_palette_get (scheme, VB_COLOR_BACKGROUND);
      VbRgba fill = vb_palette_get_role (scheme, VB_ROLE_NEED);
      VbRgba tint = vb_rgba_blend (vb_rgba_with_alpha (fill, 0.08), background);

      in_scheme.scheme = scheme;
      g_assert_cmpfloat (vb_rgba_contrast (vb_step_painter_get_ink (&in_scheme, TRUE), fill), >=,
                         4.5);
      g_assert_cmpfloat (vb_rgba_contrast (vb_step_painter_get_ink (&in_scheme, FALSE), tint), >=,
                         4.5);
      g_assert_cmpfloat (vb_rgba_contrast (vb_palette_get (scheme, VB_COLOR_FRAME), background), >=,
                         3);
    }
}

/* The nearer to yes, the more ink; those outside the scale differ from all on it. */
static void
test_step_answers (void)
{
  Picture pictures[VB_N_ANSWERS];

  for (VbAnswer i = 0; i < VB_N_ANSWERS; i++)
    {
      pictures[i] = picture_new ();
      vb_step_painter_draw_answer (pictures[i].cr, &style, i, 40, 40, 40);
    }
  for (VbAnswer i = VB_ANSWER_NO; i < VB_ANSWER_YES; i++)
    g_assert_cmpuint (count_ink (&pictures[i], 0, 0, SIDE, SIDE) + 100, <,
                      count_ink (&pictures[i + 1], 0, 0, SIDE, SIDE));
  for (VbAnswer a = 0; a < VB_N_ANSWERS; a++)
    for (VbAnswer b = a + 1; b < VB_N_ANSWERS; b++)
      g_assert_cmpuint (count_differences (&pictures[a], &pictures[b]), >, 15);
  for (VbAnswer i = 0; i < VB_N_ANSWERS; i++)
    picture_clear (&pictures[i]);
}

static void
test_span (void)
{
  g_auto (Picture) picture = picture_new ();

  vb_step_painter_draw_span (picture.cr, &style, 20, 60, 40);
  vb_step_painter_draw_way (picture.cr, &style, 20, 60, 60);
  g_assert_cmpuint (count_ink (&picture, 10, 30, 70, 34), >, 40);
  g_assert_cmpuint (get_cover (&picture, 40, 40), <, 60);
  g_assert_cmpuint (get_cover (&picture, 40, 60), ==, 255);
  g_assert_cmpuint (count_ink (&picture, 0, 0, 10, SIDE), ==, 0);
}

/* ---- scales ---- */

static void
test_tilt (void)
{
  g_assert_cmpfloat (vb_scales_painter_get_tilt (412, 412), ==, 0);
  g_assert_cmpfloat (vb_scales_painter_get_tilt (412, 386), >, 0.02);
  g_assert_cmpfloat_with_epsilon (vb_scales_painter_get_tilt (100, 110),
                                  -vb_scales_painter_get_tilt (100, 90), 1e-12);
  /* However large the gap, the beam stays on the picture. */
  g_assert_cmpfloat (vb_scales_painter_get_tilt (1, 1e9), >, -0.3);
  g_assert_cmpfloat (vb_scales_painter_get_tilt (NAN, 4), ==, 0);
  g_assert_cmpfloat (vb_scales_painter_get_tilt (0, 4), ==, 0);
}

/* ---- cells ---- */

static void
test_cells (void)
{
  g_auto (Picture) picture = picture_new ();
  g_autoptr (VbText) text = vb_text_new (&style);
  g_autoptr (VbCellPainter) painter = vb_cell_painter_new (&style, text);

  for (VbCellClass i = 0; i < VB_N_CELL_CLASSES; i++)
    vb_cell_painter_add (painter, i,
                         &(cairo_rectangle_t){ (i % 4) * 20, (double) (i / 4) * 40, 18, 38 },
                         i == VB_CELL_EVEN ? "0" : NULL);
  vb_cell_painter_draw (painter, picture.cr);
  /* A missing cell is a frame, not a filling. */
  g_assert_cmpuint (get_cover (&picture, 60 + 9, 40 + 19), ==, 0);
  g_assert_cmpuint (get_cover (&picture, 60 + 9, 40), >, 100);
  g_assert_cmpuint (count_ink (&picture, 0, 0, 18, 38), >, 50);
}

/* Without hatching, shortage is stronger than surplus, and large than small. */
static void
test_dense_cells (void)
{
  static const guint8 classes[] = { VB_CELL_SURPLUS, VB_CELL_SURPLUS_LARGE, VB_CELL_SHORTAGE,
                                    VB_CELL_SHORTAGE_LARGE };
  g_auto (Picture) picture = picture_new ();

  vb_cell_painter_draw_dense (picture.cr, &style, classes, 4, 1,
                              &(cairo_rectangle_t){ 0, 0, SIDE, SIDE });
  for (int i = 0; i < 3; i++)
    g_assert_cmpuint (get_cover (&picture, i * 20 + 10, 40), <,
                      get_cover (&picture, i * 20 + 30, 40));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/painters/lines-differ", test_lines_differ);
  g_test_add_func ("/paint/painters/areas-differ", test_areas_differ);
  g_test_add_func ("/paint/painters/boxes-differ", test_boxes_differ);
  g_test_add_func ("/paint/painters/hatch", test_hatch);
  g_test_add_func ("/paint/painters/line-has-hole", test_line_has_hole);
  g_test_add_func ("/paint/painters/lone-point-shows", test_lone_point_shows);
  g_test_add_func ("/paint/painters/nothing-draws-nothing", test_nothing_draws_nothing);
  g_test_add_func ("/paint/painters/gap-crosses", test_gap_crosses);
  g_test_add_func ("/paint/painters/gap-has-hole", test_gap_has_hole);
  g_test_add_func ("/paint/painters/band", test_band);
  g_test_add_func ("/paint/painters/bars", test_bars);
  g_test_add_func ("/paint/painters/rules", test_rules);
  g_test_add_func ("/paint/painters/step-marks-differ", test_step_marks_differ);
  g_test_add_func ("/paint/painters/step-marks-together", test_step_marks_together);
  g_test_add_func ("/paint/painters/stair", test_stair);
  g_test_add_func ("/paint/painters/step-contrast", test_step_contrast);
  g_test_add_func ("/paint/painters/step-answers", test_step_answers);
  g_test_add_func ("/paint/painters/span", test_span);
  g_test_add_func ("/paint/painters/tilt", test_tilt);
  g_test_add_func ("/paint/painters/cells", test_cells);
  g_test_add_func ("/paint/painters/dense-cells", test_dense_cells);
  return g_test_run ();
}
