/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-palette.h"

static void
test_known_contrast (void)
{
  VbRgba black = { 0, 0, 0, 1 };
  VbRgba white = { 1, 1, 1, 1 };
  VbRgba grey = { 119 / 255.0, 119 / 255.0, 119 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (vb_rgba_contrast (black, white), 21, 1e-9);
  /* #777 on white, the well-known near miss of 4.5. */
  g_assert_cmpfloat_with_epsilon (vb_rgba_contrast (grey, white), 4.48, 0.005);
}

/* Lines and areas 3:1, text 4.5:1 (EN 301 549 11.1.4.3 and .11); in the contrast schemes more. */
static void
test_contrast (void)
{
  for (VbScheme scheme = 0; scheme < VB_N_SCHEMES; scheme++)
    {
      gboolean high = scheme == VB_SCHEME_LIGHT_CONTRAST || scheme == VB_SCHEME_DARK_CONTRAST;
      VbRgba background = vb_palette_get (scheme, VB_COLOR_BACKGROUND);

      for (VbRole role = 0; role < VB_N_ROLES; role++)
        {
          VbRgba line = vb_palette_get_role (scheme, role);
          VbRgba text = vb_palette_get_role_text (scheme, role);

          g_assert_cmpfloat (vb_rgba_contrast (line, background), >=, high ? 4.5 : 3);
          g_assert_cmpfloat (vb_rgba_contrast (text, background), >=, high ? 7 : 4.5);
          /* The figure on a pan of the scales. */
          g_assert_cmpfloat (vb_rgba_contrast (vb_rgba_get_ink_on (line), line), >=, 4.5);
        }
      g_assert_cmpfloat (vb_rgba_contrast (vb_palette_get (scheme, VB_COLOR_INK), background), >=,
                         7);
      g_assert_cmpfloat (vb_rgba_contrast (vb_palette_get (scheme, VB_COLOR_DIM), background), >=,
                         4.5);
      g_assert_cmpfloat (vb_rgba_contrast (vb_palette_get (scheme, VB_COLOR_FRAME), background), >=,
                         3);
      g_assert_cmpfloat (vb_rgba_contrast (vb_palette_get (scheme, VB_COLOR_FOCUS), background), >=,
                         3);
    }
}

static void
test_marks_differ (void)
{
  for (VbRole a = 0; a < VB_N_ROLES; a++)
    for (VbRole b = a + 1; b < VB_N_ROLES; b++)
      {
        const VbMarks *ma = vb_palette_get_marks (a);
        const VbMarks *mb = vb_palette_get_marks (b);

        g_assert_true (ma->dash[0] != mb->dash[0] || ma->dash[1] != mb->dash[1]
                       || ma->point != mb->point || ma->hatch != mb->hatch);
      }
}

static void
test_blend (void)
{
  VbRgba white = { 1, 1, 1, 1 };
  VbRgba half = vb_rgba_blend (vb_rgba_with_alpha ((VbRgba){ 0, 0, 0, 1 }, 0.5), white);

  g_assert_cmpfloat_with_epsilon (half.red, 0.5, 1e-9);
  g_assert_cmpfloat (half.alpha, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/palette/known-contrast", test_known_contrast);
  g_test_add_func ("/paint/palette/contrast", test_contrast);
  g_test_add_func ("/paint/palette/marks-differ", test_marks_differ);
  g_test_add_func ("/paint/palette/blend", test_blend);
  return g_test_run ();
}
