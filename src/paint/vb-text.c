/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-text.h"

#include <math.h>

#include "vb-text-sizes.h"

struct _VbText
{
  PangoContext *context;
  PangoFontDescription *fonts[VB_N_TEXT_KINDS];
  /* A map of cells writes the same few numbers thousands of times. */
  GHashTable *layouts[VB_N_TEXT_KINDS]; /* text → PangoLayout */
  GHashTable *sizes[VB_N_TEXT_KINDS];   /* text → VbTextSize, shared with other writers */
};

static const struct
{
  double size;
  PangoWeight weight;
} kinds[VB_N_TEXT_KINDS] = {
  [VB_TEXT_SMALL] = { 0.82, PANGO_WEIGHT_NORMAL },
  [VB_TEXT_SMALL_BOLD] = { 0.82, PANGO_WEIGHT_BOLD },
  [VB_TEXT_BODY] = { 1.0, PANGO_WEIGHT_NORMAL },
  [VB_TEXT_BOLD] = { 1.0, PANGO_WEIGHT_BOLD },
  [VB_TEXT_LARGE] = { 1.2, PANGO_WEIGHT_HEAVY },
};

VbText *
vb_text_new (const VbPaintStyle *style)
{
  VbText *self = g_new0 (VbText, 1);
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoFontMap *map = pango_cairo_font_map_get_default ();

  self->context = pango_font_map_create_context (map);

  /* Metrics that do not depend on the device: a chart has the same layout on screen and on paper.
   */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);

  for (guint i = 0; i < VB_N_TEXT_KINDS; i++)
    {
      double size = style->font_size * style->text_scale * kinds[i].size;

      self->fonts[i] = pango_font_description_new ();
      pango_font_description_set_family (self->fonts[i], style->font_family);
      pango_font_description_set_weight (self->fonts[i], kinds[i].weight);
      pango_font_description_set_absolute_size (self->fonts[i], size * PANGO_SCALE);
      self->layouts[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      self->sizes[i] = vb_text_sizes_get (map, self->fonts[i]);
    }

  return self;
}

void
vb_text_free (VbText *self)
{
  for (guint i = 0; i < VB_N_TEXT_KINDS; i++)
    {
      pango_font_description_free (self->fonts[i]);
      g_hash_table_unref (self->layouts[i]);
      g_hash_table_unref (self->sizes[i]);
    }
  g_object_unref (self->context);
  g_free (self);
}

static PangoLayout *
make_layout (VbText *self, VbTextKind kind, const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->fonts[kind]);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* Borrowed. */
static PangoLayout *
get_layout (VbText *self, VbTextKind kind, const char *text)
{
  PangoLayout *layout = g_hash_table_lookup (self->layouts[kind], text);

  if (layout == NULL)
    {
      layout = make_layout (self, kind, text);
      pango_layout_set_single_paragraph_mode (layout, TRUE);
      g_hash_table_insert (self->layouts[kind], g_strdup (text), layout);
    }

  return layout;
}

static void
get_size (PangoLayout *layout, double *width, double *height)
{
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  *width = (double) w / PANGO_SCALE;
  *height = (double) h / PANGO_SCALE;
}

void
vb_text_measure (VbText *self, VbTextKind kind, const char *text, double *width, double *height)
{
  const VbTextSize *known = g_hash_table_lookup (self->sizes[kind], text);

  if (known != NULL)
    {
      *width = known->width;
      *height = known->height;
      return;
    }
  get_size (get_layout (self, kind, text), width, height);
  vb_text_sizes_add (self->sizes[kind], text, *width, *height);
}

double
vb_text_get_width (VbText *self, VbTextKind kind, const char *text)
{
  double width, height;

  vb_text_measure (self, kind, text, &width, &height);
  return width;
}

double
vb_text_get_line_height (VbText *self, VbTextKind kind)
{
  double width, height;

  vb_text_measure (self, kind, "0", &width, &height);
  return height;
}

static void
show_layout (cairo_t *cr, PangoLayout *layout, double x, double y, double xalign, double yalign)
{
  double width, height;

  get_size (layout, &width, &height);
  cairo_move_to (cr, x - width * xalign, y - height * yalign);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

void
vb_text_draw (VbText *self,
              cairo_t *cr,
              VbTextKind kind,
              const char *text,
              double x,
              double y,
              double xalign,
              double yalign)
{
  show_layout (cr, get_layout (self, kind, text), x, y, xalign, yalign);
}

void
vb_text_draw_elided (VbText *self,
                     cairo_t *cr,
                     VbTextKind kind,
                     const char *text,
                     double x,
                     double y,
                     double xalign,
                     double yalign,
                     double max_width)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (vb_text_get_width (self, kind, text) <= max_width)
    {
      vb_text_draw (self, cr, kind, text, x, y, xalign, yalign);
      return;
    }

  layout = make_layout (self, kind, text);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (MAX (max_width, 0) * PANGO_SCALE));
  show_layout (cr, layout, x, y, xalign, yalign);
}

double
vb_text_draw_wrapped (
    VbText *self, cairo_t *cr, VbTextKind kind, const char *text, double x, double y, double width)
{
  g_autoptr (PangoLayout) layout = make_layout (self, kind, text);
  double w, h;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  get_size (layout, &w, &h);
  if (cr != NULL)
    show_layout (cr, layout, x, y, 0, 0);
  return h;
}

double
vb_text_draw_block (VbText *self,
                    cairo_t *cr,
                    VbTextKind kind,
                    const char *text,
                    double x,
                    double y,
                    double width,
                    double xalign,
                    double *widest)
{
  g_autoptr (PangoLayout) layout = make_layout (self, kind, text);
  PangoRectangle extents;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_alignment (layout, xalign <= 0  ? PANGO_ALIGN_LEFT
                                      : xalign < 1 ? PANGO_ALIGN_CENTER
                                                   : PANGO_ALIGN_RIGHT);
  pango_layout_get_extents (layout, NULL, &extents);
  if (cr != NULL)
    {
      cairo_move_to (cr, x, y);
      pango_cairo_show_layout (cr, layout);
      cairo_new_path (cr);
    }
  if (widest != NULL)
    *widest = (double) extents.width / PANGO_SCALE;
  return (double) extents.height / PANGO_SCALE;
}

void
vb_text_draw_notice (VbText *self,
                     cairo_t *cr,
                     const VbPaintStyle *style,
                     const char *text,
                     double width,
                     double height)
{
  vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
  vb_text_draw_elided (self, cr, VB_TEXT_BODY, text, width / 2, height / 2, 0.5, 0.5, width);
}
