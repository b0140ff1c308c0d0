/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No words on other words: every drawing of the gallery at the width of a phone, of a card and of a
 * window, with ordinary and with large letters. Letters are found in the drawing's SVG, where each
 * is a shape of its own. */
#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#include "gallery-drawings.h"

/* Two letters may touch so far, px: parts of one word in two fonts do. */
#define SLACK 1.5

typedef struct
{
  double x1, y1, x2, y2;
} Box;

static const Box empty = { INFINITY, INFINITY, -INFINITY, -INFINITY };

static void
extend (Box *box, double x, double y)
{
  box->x1 = MIN (box->x1, x);
  box->y1 = MIN (box->y1, y);
  box->x2 = MAX (box->x2, x);
  box->y2 = MAX (box->y2, y);
}

typedef struct
{
  GHashTable *glyphs; /* id → Box */
  char *symbol;       /* id of the one being read */
  GArray *words;      /* Box, one a run of letters */
  gboolean open;      /* the last one is being read */
} Reader;

static const char *
find_attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}

/* The outline's numbers come in pairs. */
static void
read_outline (Reader *reader, const char *outline)
{
  Box *box = g_memdup2 (&empty, sizeof empty);
  double x = 0;
  gboolean has_x = FALSE;

  while (outline != NULL && *outline != '\0')
    {
      char *end;
      double number = g_ascii_strtod (outline, &end);

      if (end == outline)
        {
          outline++;
          continue;
        }
      if (has_x)
        extend (box, x, number);
      x = number;
      has_x = !has_x;
      outline = end;
    }
  g_hash_table_insert (reader->glyphs, g_strdup (reader->symbol), box);
}

static void
place_glyph (Reader *reader, const char *id, double x, double y)
{
  const Box *glyph = g_hash_table_lookup (reader->glyphs, id);
  Box *word;

  /* A space has no outline. */
  if (glyph == NULL || !(glyph->x1 <= glyph->x2))
    return;
  if (!reader->open)
    g_array_append_val (reader->words, empty);
  reader->open = TRUE;
  word = &g_array_index (reader->words, Box, reader->words->len - 1);
  extend (word, x + glyph->x1, y + glyph->y1);
  extend (word, x + glyph->x2, y + glyph->y2);
}

static void
started_cb (GMarkupParseContext *context,
            const char *element,
            const char **names,
            const char **values,
            gpointer user_data,
            GError **error)
{
  Reader *reader = user_data;
  const char *id = find_attribute (names, values, "id");
  const char *reference = find_attribute (names, values, "xlink:href");

  /* Letters are symbols in one cairo and groups in another. */
  if (id != NULL && g_str_has_prefix (id, "glyph"))
    {
      g_free (reader->symbol);
      reader->symbol = g_strdup (id);
    }
  else if (g_str_equal (element, "path") && reader->symbol != NULL)
    read_outline (reader, find_attribute (names, values, "d"));
  else if (g_str_equal (element, "use") && reference != NULL
           && g_str_has_prefix (reference, "#glyph"))
    place_glyph (reader, reference + 1, g_ascii_strtod (find_attribute (names, values, "x"), NULL),
                 g_ascii_strtod (find_attribute (names, values, "y"), NULL));
  else if (g_str_equal (element, "g"))
    reader->open = FALSE;
}

static void
ended_cb (GMarkupParseContext *context, const char *element, gpointer user_data, GError **error)
{
  Reader *reader = user_data;

  if (g_str_equal (element, "symbol") || g_str_equal (element, "defs"))
    g_clear_pointer (&reader->symbol, g_free);
  if (g_str_equal (element, "g"))
    {
      g_clear_pointer (&reader->symbol, g_free);
      reader->open = FALSE;
    }
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_string_append_len (closure, (const char *) data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Boxes of all words of @drawing, and how many letters were met. */
static GArray *
find_words (VbDrawing *drawing, const VbFrame *frame)
{
  static const GMarkupParser parser = { .start_element = started_cb, .end_element = ended_cb };
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Box));
  g_autoptr (GHashTable) glyphs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GString) svg = g_string_new (NULL);
  Reader reader = { glyphs, NULL, words, FALSE };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface =
      cairo_svg_surface_create_for_stream (write_cb, svg, frame->width, frame->height);
  cairo_t *cr = cairo_create (surface);

  vb_drawing_draw (drawing, cr, frame, NULL);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_markup_parse_context_parse (context, svg->str, (gssize) svg->len, &error);
  g_assert_no_error (error);
  g_free (reader.symbol);
  return words;
}

static guint
count_overlaps (const char *name, GArray *words, const VbFrame *frame)
{
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    for (guint j = i + 1; j < words->len; j++)
      {
        const Box *a = &g_array_index (words, Box, i);
        const Box *b = &g_array_index (words, Box, j);
        double x = MIN (a->x2, b->x2) - MAX (a->x1, b->x1);
        double y = MIN (a->y2, b->y2) - MAX (a->y1, b->y1);

        if (x > SLACK && y > SLACK)
          {
            g_test_message ("%s, %.0f px at %.0f %%: words meet at %.0f,%.0f and %.0f,%.0f", name,
                            frame->width, frame->style->text_scale * 100, a->x1, a->y1, b->x1,
                            b->y1);
            n++;
          }
      }
  return n;
}

static void
test_no_overlap (void)
{
  static const double widths[] = { 328, 520, 1100 };
  guint n = 0;

  for (guint i = 0; i < gallery_get_n_drawings (); i++)
    {
      const char *name;
      g_autoptr (VbDrawing) drawing = gallery_make_drawing (i, &name);

      for (guint j = 0; j < G_N_ELEMENTS (widths); j++)
        for (guint scale = 1; scale <= 2; scale++)
          {
            VbPaintStyle style = VB_PAINT_STYLE_INIT;
            VbFrame frame = { &style, widths[j], 0 };
            VbDrawingSize size;
            g_autoptr (GArray) words = NULL;

            style.text_scale = scale;
            vb_drawing_measure (drawing, &style, &size);
            frame.width = MAX (frame.width, size.min_width);
            frame.height = size.natural_height;
            words = find_words (drawing, &frame);
            g_assert_cmpuint (words->len, >, 0);
            n += count_overlaps (name, words, &frame);
          }
    }
  g_assert_cmpuint (n, ==, 0);
}

/* The test sees what it is to see. */
static void
test_sees (void)
{
  VbPaintStyle style = VB_PAINT_STYLE_INIT;
  Box words[] = { { 0, 0, 40, 10 }, { 38, 2, 60, 12 }, { 50, 20, 60, 30 } };
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (Box));

  g_array_append_vals (array, words, G_N_ELEMENTS (words));
  g_assert_cmpuint (count_overlaps ("words", array, &(VbFrame){ &style, 100, 100 }), ==, 1);

  /* A row of a tornado has its name and a figure at either end. */
  for (guint i = 0; i < gallery_get_n_drawings (); i++)
    {
      const char *name;
      g_autoptr (VbDrawing) drawing = gallery_make_drawing (i, &name);
      g_autoptr (GArray) found = NULL;

      if (!g_str_equal (name, "tornado"))
        continue;
      found = find_words (drawing, &(VbFrame){ &style, 520, 300 });
      g_assert_cmpuint (found->len, >=, 3 * vb_drawing_get_n_rows (drawing));
      return;
    }
  g_assert_not_reached ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/overlap/sees", test_sees);
  g_test_add_func ("/paint/overlap/none", test_no_overlap);
  return g_test_run ();
}
