/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-chart-style.h"

/* The theme has no word for its scheme or contrast below libadwaita; its colours tell. The calls
 * are those of GTK 4.8, superseded later, which is why they stand in this file alone. */

static gboolean
is_dark (GtkStyleContext *context)
{
  GdkRGBA color;

  gtk_style_context_get_color (context, &color);
  return 0.2126 * color.red + 0.7152 * color.green + 0.0722 * color.blue > 0.5;
}

static VbRgba
to_rgba (const GdkRGBA *color)
{
  return (VbRgba){ color->red, color->green, color->blue, color->alpha };
}

/* Borders are faint (contrast of some 1.5 with the window), except in high contrast (3 or more). */
static gboolean
is_high_contrast (GtkStyleContext *context)
{
  GdkRGBA border, background;
  VbRgba window;

  if (!gtk_style_context_lookup_color (context, "borders", &border)
      || !gtk_style_context_lookup_color (context, "theme_bg_color", &background))
    return FALSE;
  window = to_rgba (&background);
  return vb_rgba_contrast (vb_rgba_blend (to_rgba (&border), window), window) > 2.2;
}

VbPaintStyle
vb_chart_style_get (GtkWidget *widget)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  const PangoFontDescription *font =
      pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  gboolean contrast = is_high_contrast (context);
  VbPaintStyle style = VB_PAINT_STYLE_INIT;
  double size, dpi = 0;
  int setting = 0;

  /* 1024ths of a dot per inch; the reader's text scaling is in it. */
  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &setting, NULL);
  dpi = setting > 0 ? setting / 1024.0 : 96;

  if (is_dark (context))
    style.scheme = contrast ? VB_SCHEME_DARK_CONTRAST : VB_SCHEME_DARK;
  else
    style.scheme = contrast ? VB_SCHEME_LIGHT_CONTRAST : VB_SCHEME_LIGHT;

  /* A family outlives the widget's font: few fonts are used in a run. */
  if (pango_font_description_get_family (font) != NULL)
    style.font_family = g_intern_string (pango_font_description_get_family (font));
  size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  style.text_scale = dpi / 96;
  style.pixel_scale = gtk_widget_get_scale_factor (widget);
  if (size > 0)
    style.font_size = pango_font_description_get_size_is_absolute (font) ? size / style.text_scale
                                                                         : size * 96 / 72;

  return style;
}
