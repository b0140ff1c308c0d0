/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours and marks of the chart language. A role is told by its marks (dash, point, hatching,
 * word) as well as by its colour, so that a chart survives a grey printer and a colour-blind
 * reader. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  VB_SCHEME_LIGHT,
  VB_SCHEME_DARK,
  VB_SCHEME_LIGHT_CONTRAST,
  VB_SCHEME_DARK_CONTRAST,
} VbScheme;
#define VB_N_SCHEMES (VB_SCHEME_DARK_CONTRAST + 1)

/* What a series means; decides its colour and its marks. */
typedef enum
{
  VB_ROLE_NEED,
  VB_ROLE_AVAILABLE,
  VB_ROLE_SHORTAGE,
  VB_ROLE_SURPLUS,
  VB_ROLE_OUTCOME, /* what happened; history */
  VB_ROLE_TARGET,  /* target or plan */
} VbRole;
#define VB_N_ROLES (VB_ROLE_TARGET + 1)

typedef enum
{
  VB_COLOR_INK,        /* text and targets */
  VB_COLOR_DIM,        /* axis labels, units */
  VB_COLOR_GRID,       /* grid lines */
  VB_COLOR_FRAME,      /* outlines of empty cells, stems, drop lines */
  VB_COLOR_BACKGROUND, /* what the chart lies on: the card */
  VB_COLOR_FOCUS,      /* cursor and focus ring */
} VbColor;
#define VB_N_COLORS (VB_COLOR_FOCUS + 1)

/* sRGB components 0..1, not premultiplied. */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} VbRgba;

typedef enum
{
  VB_POINT_NONE,
  VB_POINT_ROUND,
  VB_POINT_SQUARE,
  VB_POINT_DIAMOND,
  VB_POINT_TRIANGLE,
} VbPointShape;

typedef enum
{
  VB_HATCH_NONE,
  VB_HATCH_DIAGONAL,
  VB_HATCH_DOTS,
  VB_HATCH_STRIPES, /* level ones; of no role, for parts of the same thing */
} VbHatch;
#define VB_N_HATCHES (VB_HATCH_STRIPES + 1)

typedef struct
{
  double width;   /* of the line, px */
  double dash[2]; /* px on, px off; 0 on = solid */
  VbPointShape point;
  VbHatch hatch; /* of an area of this role */
} VbMarks;

/* The chart language's one table of colours. */
VbRgba vb_palette_get (VbScheme scheme, VbColor color);
/* The colour of lines and areas: at least 3:1 on the scheme's background. */
VbRgba vb_palette_get_role (VbScheme scheme, VbRole role);
/* The same, dark or light enough to be read as text: at least 4.5:1. */
VbRgba vb_palette_get_role_text (VbScheme scheme, VbRole role);
/* Not to be freed; no two roles have the same. */
const VbMarks *vb_palette_get_marks (VbRole role);

/* @alpha: 0 not seen … 1 opaque. */
VbRgba vb_rgba_with_alpha (VbRgba color, double alpha);
/* @over laid on the opaque @under. */
VbRgba vb_rgba_blend (VbRgba over, VbRgba under);
/* Contrast ratio of WCAG 2.1, 1..21, of two opaque colours. */
double vb_rgba_contrast (VbRgba a, VbRgba b);
/* Black or white, whichever is better read on @color. */
VbRgba vb_rgba_get_ink_on (VbRgba color);

G_END_DECLS
