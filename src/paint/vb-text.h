/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All letters of a drawing. Sizes follow the style's font size and text scale. */
#pragma once

#include <pango/pangocairo.h>

#include "vb-paint-style.h"

G_BEGIN_DECLS

typedef enum
{
  VB_TEXT_SMALL,      /* axis labels, units, cells */
  VB_TEXT_SMALL_BOLD, /* labels of series, large cells */
  VB_TEXT_BODY,
  VB_TEXT_BOLD,  /* titles */
  VB_TEXT_LARGE, /* the one figure of a drawing */
} VbTextKind;
#define VB_N_TEXT_KINDS (VB_TEXT_LARGE + 1)

typedef struct _VbText VbText;

/* A writer of text in one style; keeps the fonts and the last measured sizes. Made for one drawing
 * call and freed after it. */
VbText *vb_text_new (const VbPaintStyle *style);
void vb_text_free (VbText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbText, vb_text_free)

/* Size in px. The same text is laid out once. */
void
vb_text_measure (VbText *self, VbTextKind kind, const char *text, double *width, double *height);
double vb_text_get_width (VbText *self, VbTextKind kind, const char *text);
double vb_text_get_line_height (VbText *self, VbTextKind kind);

/* Draws one line in the present source colour. The point (@x, @y) lies at the share @xalign,
 * @yalign of the text: 0,0 = its top left corner, 1,0.5 = the middle of its right side. */
void vb_text_draw (VbText *self,
                   cairo_t *cr,
                   VbTextKind kind,
                   const char *text,
                   double x,
                   double y,
                   double xalign,
                   double yalign);
/* The same, cut with an ellipsis at @max_width. */
void vb_text_draw_elided (VbText *self,
                          cairo_t *cr,
                          VbTextKind kind,
                          const char *text,
                          double x,
                          double y,
                          double xalign,
                          double yalign,
                          double max_width);
/* Draws wrapped text from its top left corner and returns its height; with a NULL @cr only
 * measures. */
double vb_text_draw_wrapped (
    VbText *self, cairo_t *cr, VbTextKind kind, const char *text, double x, double y, double width);
/* The same with its lines aligned in @width by @xalign (0, 0.5 or 1), broken between words only;
 * returns the height, and in @widest (may be NULL) the longest line, which is more than @width when
 * a word does not fit. */
double vb_text_draw_block (VbText *self,
                           cairo_t *cr,
                           VbTextKind kind,
                           const char *text,
                           double x,
                           double y,
                           double width,
                           double xalign,
                           double *widest);
/* What stands in place of a drawing that has nothing to draw, in the middle of @width x @height. */
void vb_text_draw_notice (VbText *self,
                          cairo_t *cr,
                          const VbPaintStyle *style,
                          const char *text,
                          double width,
                          double height);

G_END_DECLS
