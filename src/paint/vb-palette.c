/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-palette.h"

#include <math.h>

/* 0xRRGGBBAA. The hues are GNOME's palette; the contrast schemes take a darker (lighter) step. */
static const guint32 colors[VB_N_SCHEMES][VB_N_COLORS] = {
  [VB_SCHEME_LIGHT] = { [VB_COLOR_INK] = 0x2e3436ff,
                        [VB_COLOR_DIM] = 0x6a6a6eff,
                        [VB_COLOR_GRID] = 0xe4e4e4ff,
                        [VB_COLOR_FRAME] = 0x8b8a8fff,
                        [VB_COLOR_BACKGROUND] = 0xffffffff,
                        [VB_COLOR_FOCUS] = 0x1c71d8ff },
  [VB_SCHEME_DARK] = { [VB_COLOR_INK] = 0xffffffff,
                       [VB_COLOR_DIM] = 0xc4c4c6ff,
                       [VB_COLOR_GRID] = 0x505052ff,
                       [VB_COLOR_FRAME] = 0x98979cff,
                       [VB_COLOR_BACKGROUND] = 0x363636ff,
                       [VB_COLOR_FOCUS] = 0x78aeedff },
  [VB_SCHEME_LIGHT_CONTRAST] = { [VB_COLOR_INK] = 0x000000ff,
                                 [VB_COLOR_DIM] = 0x303033ff,
                                 [VB_COLOR_GRID] = 0x9a9996ff,
                                 [VB_COLOR_FRAME] = 0x5e5c64ff,
                                 [VB_COLOR_BACKGROUND] = 0xffffffff,
                                 [VB_COLOR_FOCUS] = 0x1a5fb4ff },
  [VB_SCHEME_DARK_CONTRAST] = { [VB_COLOR_INK] = 0xffffffff,
                                [VB_COLOR_DIM] = 0xf0f0f0ff,
                                [VB_COLOR_GRID] = 0x8a8a8eff,
                                [VB_COLOR_FRAME] = 0xc0bfbcff,
                                [VB_COLOR_BACKGROUND] = 0x363636ff,
                                [VB_COLOR_FOCUS] = 0x99c1f1ff },
};

static const guint32 role_colors[VB_N_SCHEMES][VB_N_ROLES] = {
  [VB_SCHEME_LIGHT] = { 0x613583ff, 0x1c71d8ff, 0xe66100ff, 0x1b8553ff, 0x5e5c64ff, 0x2e3436ff },
  [VB_SCHEME_DARK] = { 0xdc8addff, 0x62a0eaff, 0xffa348ff, 0x57e389ff, 0xc0bfbcff, 0xffffffff },
  [VB_SCHEME_LIGHT_CONTRAST] = { 0x4b2767ff, 0x1a5fb4ff, 0xa34300ff, 0x0d5c37ff, 0x3d3846ff,
                                 0x000000ff },
  [VB_SCHEME_DARK_CONTRAST] = { 0xf0b8f1ff, 0x99c1f1ff, 0xffbe6fff, 0x8ff0a4ff, 0xe4e3e0ff,
                                0xffffffff },
};

static const guint32 role_text_colors[VB_N_SCHEMES][VB_N_ROLES] = {
  [VB_SCHEME_LIGHT] = { 0x613583ff, 0x1a5fb4ff, 0x9c4200ff, 0x146b42ff, 0x5e5c64ff, 0x2e3436ff },
  [VB_SCHEME_DARK] = { 0xe5a4e6ff, 0x8bbaf2ff, 0xffb871ff, 0x7deba3ff, 0xd4d3d0ff, 0xffffffff },
  [VB_SCHEME_LIGHT_CONTRAST] = { 0x4b2767ff, 0x15508fff, 0x7d3300ff, 0x0a4a2cff, 0x3d3846ff,
                                 0x000000ff },
  [VB_SCHEME_DARK_CONTRAST] = { 0xf7d4f7ff, 0xbad6f7ff, 0xffd29bff, 0xb1f5c0ff, 0xf0f0f0ff,
                                0xffffffff },
};

static const VbMarks marks[VB_N_ROLES] = {
  [VB_ROLE_NEED] = { 2.5, { 0, 0 }, VB_POINT_ROUND, VB_HATCH_NONE },
  [VB_ROLE_AVAILABLE] = { 2.5, { 8, 4 }, VB_POINT_SQUARE, VB_HATCH_NONE },
  [VB_ROLE_SHORTAGE] = { 1.75, { 0, 0 }, VB_POINT_DIAMOND, VB_HATCH_DIAGONAL },
  [VB_ROLE_SURPLUS] = { 2.5, { 2, 4 }, VB_POINT_TRIANGLE, VB_HATCH_DOTS },
  [VB_ROLE_OUTCOME] = { 1.25, { 0, 0 }, VB_POINT_NONE, VB_HATCH_NONE },
  [VB_ROLE_TARGET] = { 1.25, { 4, 3 }, VB_POINT_NONE, VB_HATCH_NONE },
};

static VbRgba
unpack (guint32 rgba)
{
  return (VbRgba){ ((rgba >> 24) & 0xff) / 255.0, ((rgba >> 16) & 0xff) / 255.0,
                   ((rgba >> 8) & 0xff) / 255.0, (rgba & 0xff) / 255.0 };
}

VbRgba
vb_palette_get (VbScheme scheme, VbColor color)
{
  return unpack (colors[scheme][color]);
}

VbRgba
vb_palette_get_role (VbScheme scheme, VbRole role)
{
  return unpack (role_colors[scheme][role]);
}

VbRgba
vb_palette_get_role_text (VbScheme scheme, VbRole role)
{
  return unpack (role_text_colors[scheme][role]);
}

const VbMarks *
vb_palette_get_marks (VbRole role)
{
  return &marks[role];
}

VbRgba
vb_rgba_with_alpha (VbRgba color, double alpha)
{
  color.alpha = alpha;
  return color;
}

VbRgba
vb_rgba_blend (VbRgba over, VbRgba under)
{
  double a = over.alpha;

  return (VbRgba){ over.red * a + under.red * (1 - a), over.green * a + under.green * (1 - a),
                   over.blue * a + under.blue * (1 - a), 1 };
}

/* Relative luminance 0..1 of an sRGB colour. Source: WCAG 2.1, definition of relative luminance. */
static double
linearize (double component)
{
  return component <= 0.03928 ? component / 12.92 : pow ((component + 0.055) / 1.055, 2.4);
}

static double
get_luminance (VbRgba color)
{
  return 0.2126 * linearize (color.red) + 0.7152 * linearize (color.green)
         + 0.0722 * linearize (color.blue);
}

/* (L1 + 0.05) / (L2 + 0.05), the lighter on top. Source: WCAG 2.1, definition of contrast ratio. */
double
vb_rgba_contrast (VbRgba a, VbRgba b)
{
  double la = get_luminance (a);
  double lb = get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

VbRgba
vb_rgba_get_ink_on (VbRgba color)
{
  VbRgba white = { 1, 1, 1, 1 };
  VbRgba black = { 0, 0, 0, 1 };

  return vb_rgba_contrast (color, white) >= vb_rgba_contrast (color, black) ? white : black;
}
