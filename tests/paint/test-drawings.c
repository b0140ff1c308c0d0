/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every drawing must do, tried on every drawing of the gallery. */
#include <math.h>
#include <string.h>

#include "gallery-drawings.h"
#include "vb-drawing-export.h"
#include "vb-palette.h"
#include "vb-plot.h"

static const double sizes[][2] = { { 520, 300 }, { 180, 150 }, { 40, 30 }, { 900, 500 } };

typedef void (*Check) (VbDrawing *drawing, const char *name);

static void
for_each (gconstpointer data)
{
  Check check = (Check) data;

  for (guint i = 0; i < gallery_get_n_drawings (); i++)
    {
      const char *name;
      g_autoptr (VbDrawing) drawing = gallery_make_drawing (i, &name);

      g_test_message ("%s", name);
      check (drawing, name);
    }
}

/* Ink stays inside the frame, and there is some, at any size and text scale. */
static void
check_extents (VbDrawing *drawing, const char *name)
{
  for (guint i = 0; i < 2; i++)
    {
      VbPaintStyle style = VB_PAINT_STYLE_INIT;
      VbDrawingSize size;
      cairo_surface_t *surface;
      cairo_t *cr;
      double x, y, width, height;

      style.text_scale = i + 1;
      vb_drawing_measure (drawing, &style, &size);
      g_assert_cmpfloat (size.min_width, >, 0);
      g_assert_cmpfloat (size.min_height, >, 0);
      g_assert_cmpfloat (size.natural_height, >=, size.min_height);

      surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cr = cairo_create (surface);
      vb_drawing_draw (drawing, cr,
                       &(VbFrame){ &style, MAX (size.natural_width, 320), size.natural_height },
                       NULL);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      cairo_surface_destroy (surface);

      g_assert_cmpfloat (width, >, 20);
      g_assert_cmpfloat (height, >, 10);
      g_assert_cmpfloat (x, >=, -2);
      g_assert_cmpfloat (y, >=, -4);
      g_assert_cmpfloat (x + width, <=, MAX (size.natural_width, 320) + 2);
      g_assert_cmpfloat (y + height, <=, size.natural_height + 4);
    }
}

static void
check_sizes (VbDrawing *drawing, const char *name)
{
  VbPaintStyle style = VB_PAINT_STYLE_INIT;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (VbScheme scheme = 0; scheme < VB_N_SCHEMES; scheme++)
      {
        cairo_surface_t *surface =
            cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) sizes[i][0], (int) sizes[i][1]);
        cairo_t *cr = cairo_create (surface);

        style.scheme = scheme;
        vb_drawing_draw (drawing, cr, &(VbFrame){ &style, sizes[i][0], sizes[i][1] }, NULL);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
      }
}

/* A stop is picked where it is located, and each can be read out and drawn under the cursor. */
static void
check_stops (VbDrawing *drawing, const char *name)
{
  VbPaintStyle style = VB_PAINT_STYLE_INIT;
  VbFrame frame = { &style, 900, 400 };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  guint columns, rows;

  vb_drawing_get_stops (drawing, &columns, &rows);
  for (guint column = 0; column < columns; column++)
    for (guint row = 0; row < rows; row++)
      {
        g_autofree char *readout = vb_drawing_dup_readout (drawing, column, row);
        cairo_rectangle_t area;
        guint picked_column, picked_row;

        g_assert_cmpuint (strlen (readout), >, 3);
        g_assert_true (g_utf8_validate (readout, -1, NULL));
        g_assert_true (vb_drawing_locate (drawing, &frame, column, row, &area));
        g_assert_true (vb_drawing_pick (drawing, &frame, area.x + area.width / 2,
                                        area.y + area.height / 2, &picked_column, &picked_row));
        g_assert_cmpuint (picked_column, ==, column);
        g_assert_cmpuint (picked_row, ==, row);
        vb_drawing_draw_cursor (drawing, cr, &frame, column, row);
      }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
check_table (VbDrawing *drawing, const char *name)
{
  guint n_columns = vb_drawing_get_n_columns (drawing);
  guint n_rows = vb_drawing_get_n_rows (drawing);
  g_autofree char *tsv = vb_drawing_dup_tsv (drawing, NULL, 0);
  g_auto (GStrv) lines = g_strsplit (tsv, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, n_rows + 2);
  for (guint row = 0; row <= n_rows; row++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[row], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, n_columns);
    }
  for (guint row = 0; row < n_rows; row++)
    for (guint column = 1; column < n_columns; column++)
      {
        g_autofree char *cell = vb_drawing_dup_cell (drawing, row, column);

        /* Missing is a dash, never a nought. */
        if (isnan (vb_drawing_get_number (drawing, row, column)))
          g_assert_cmpstr (cell, ==, "–");
        else
          g_assert_cmpstr (cell, !=, "–");
      }
}

static void
check_words (VbDrawing *drawing, const char *name)
{
  g_autofree char *description = vb_drawing_dup_description (drawing);

  g_assert_cmpuint (strlen (vb_drawing_get_title (drawing)), >, 0);
  g_assert_true (g_utf8_validate (description, -1, NULL));
}

static void
check_export (VbDrawing *drawing, const char *name)
{
  static const char *const magic[VB_N_EXPORT_FORMATS] = { "<?xml", "\x89PNG", "%PDF" };
  VbPaintStyle style = VB_PAINT_STYLE_INIT;
  VbFrame frame = { &style, 320, 240 };

  for (VbExportFormat format = 0; format < VB_N_EXPORT_FORMATS; format++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = vb_drawing_export (drawing, format, &frame, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 500);
      g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), magic[format], 4), ==, 0);
    }
}

/* A folder that cannot be written: an error, and no file. */
static void
test_save_fails (void)
{
  const char *name;
  g_autoptr (VbDrawing) drawing = gallery_make_drawing (0, &name);
  g_autoptr (GFile) file = g_file_new_for_path ("/proc/none/chart.svg");
  g_autoptr (GError) error = NULL;
  VbPaintStyle style = VB_PAINT_STYLE_INIT;

  g_assert_false (
      vb_drawing_save (drawing, file, VB_EXPORT_SVG, &(VbFrame){ &style, 300, 200 }, NULL, &error));
  g_assert_nonnull (error);
}

/* A picture too large for any surface says so. */
static void
test_too_large (void)
{
  const char *name;
  g_autoptr (VbDrawing) drawing = gallery_make_drawing (0, &name);
  g_autoptr (GError) error = NULL;
  VbPaintStyle style = VB_PAINT_STYLE_INIT;

  g_assert_null (
      vb_drawing_export (drawing, VB_EXPORT_PNG, &(VbFrame){ &style, 1e6, 1e6 }, &error));
  g_assert_nonnull (error);
}

/* Does anything in @color, more or less, stand in the columns from 0 to @end? */
static gboolean
has_color (cairo_surface_t *surface, VbRgba color, int end)
{
  const guchar *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < end; x++)
      {
        guint32 pixel;

        memcpy (&pixel, pixels + y * stride + x * 4, 4);
        if (fabs ((pixel >> 16 & 0xff) / 255.0 - color.red) < 0.05
            && fabs ((pixel >> 8 & 0xff) / 255.0 - color.green) < 0.05
            && fabs ((pixel & 0xff) / 255.0 - color.blue) < 0.05)
          return TRUE;
      }

  return FALSE;
}

/* The word of a gap that is deepest at its first place stays within the gap. */
static void
test_gap_word_inside (void)
{
  static const double need[] = { NAN, 18135, 17830, 17424, NAN, NAN };
  static const double available[] = { NAN, 15775, 15600, 15560, NAN, NAN };
  g_autoptr (VbPlot) plot = vb_plot_new ("Riket", NULL);
  VbPaintStyle style = VB_PAINT_STYLE_INIT;
  const VbFrame frame = { &style, 640, 300 };
  VbRgba color = vb_palette_get_role_text (style.scheme, VB_ROLE_SHORTAGE);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 640, 300);
  cairo_t *cr = cairo_create (surface);
  cairo_rectangle_t first;
  guint n, a;

  vb_plot_set_x_periods (plot, VB_GRAIN_YEAR, vb_day_from_ymd (2021, 1, 1), G_N_ELEMENTS (need));
  n = vb_plot_add_line (plot, VB_ROLE_NEED, "Need", need);
  a = vb_plot_add_line (plot, VB_ROLE_AVAILABLE, "Available", available);
  vb_plot_set_gap (plot, n, a);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  vb_drawing_draw (VB_DRAWING (plot), cr, &frame, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  g_assert_true (vb_drawing_locate (VB_DRAWING (plot), &frame, 1, 0, &first));
  g_assert_true (has_color (surface, color, 640));
  g_assert_false (has_color (surface, color, (int) (first.x + first.width / 2)));
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/paint/drawings/extents", check_extents, for_each);
  g_test_add_data_func ("/paint/drawings/sizes", check_sizes, for_each);
  g_test_add_data_func ("/paint/drawings/stops", check_stops, for_each);
  g_test_add_data_func ("/paint/drawings/table", check_table, for_each);
  g_test_add_data_func ("/paint/drawings/words", check_words, for_each);
  g_test_add_data_func ("/paint/drawings/export", check_export, for_each);
  g_test_add_func ("/paint/drawings/save-fails", test_save_fails);
  g_test_add_func ("/paint/drawings/too-large", test_too_large);
  g_test_add_func ("/paint/drawings/gap-word-inside", test_gap_word_inside);
  return g_test_run ();
}
