/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-staircase.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-handle-painter.h"
#include "vb-step-painter.h"
#include "vb-text.h"

#define GAP 6.0              /* between two steps */
#define MAX_STEP_WIDTH 150.0 /* at 100 % */
#define REMAINS_GAP 10.0     /* above the sentence */
#define POINTER_GAP 5.0      /* between pointer and its word */

typedef struct
{
  char *name;
  char *description;
} Step;

struct _VbStaircase
{
  VbDrawing parent_instance;

  GArray *steps; /* Step */
  guint reached;
  guint wanted;
  char *wanted_label;
  char *remains;
};

G_DEFINE_FINAL_TYPE (VbStaircase, vb_staircase, VB_TYPE_DRAWING)

#define get_step(self, i) (&g_array_index ((self)->steps, Step, (i)))

static void
clear_step (gpointer data)
{
  Step *step = data;

  g_free (step->name);
  g_free (step->description);
}

static gboolean
has_remains (VbStaircase *self)
{
  return self->remains != NULL && *self->remains != '\0';
}

/* How many pointers stand on @step (from 0). */
static guint
count_marks (VbStaircase *self, guint step)
{
  return (step + 1 == self->reached) + (step + 1 == self->wanted);
}

typedef struct
{
  double line;   /* height of one */
  double left;   /* of the first step */
  double pitch;  /* from one step to the next */
  double width;  /* of a step */
  double height; /* of the highest step */
  double floor;  /* where all steps stand */
  double key;    /* top of the list of names, where there is one */
  double remains;
  gboolean keyed; /* the names stand in a list below, there being no room above the steps */
} Layout;

/* The word at the step that is reached, and at the one wanted. */
static const char *
get_mark (VbStaircase *self, gboolean wanted)
{
  if (!wanted)
    return _ ("you are here");
  return self->wanted_label != NULL ? self->wanted_label : _ ("wanted");
}

static gboolean
names_fit (VbStaircase *self, VbText *text, double pitch)
{
  for (guint i = 0; i < self->steps->len; i++)
    if (vb_text_get_width (text, VB_TEXT_SMALL_BOLD, get_step (self, i)->name) > pitch - GAP)
      return FALSE;
  /* A word on the first step has no lower step to lean out over. */
  for (guint wanted = 0; wanted < 2; wanted++)
    {
      guint step = wanted ? self->wanted : self->reached;
      double width = vb_text_get_width (text, VB_TEXT_SMALL_BOLD, get_mark (self, wanted))
                     + VB_STEP_POINTER_HEIGHT + 2 * POINTER_GAP;

      if (step > 0 && width > step * pitch)
        return FALSE;
    }
  return TRUE;
}

static void
init_layout (VbStaircase *self, Layout *layout, const VbFrame *frame, VbText *text)
{
  guint n = MAX (self->steps->len, 1);
  double bottom = frame->height;

  layout->line = vb_text_get_line_height (text, VB_TEXT_SMALL) + 1;
  if (has_remains (self))
    bottom -= vb_text_draw_wrapped (text, NULL, VB_TEXT_SMALL, self->remains, 0, 0, frame->width)
              + REMAINS_GAP;
  layout->remains = bottom + REMAINS_GAP;
  layout->pitch = MIN (frame->width / n, MAX_STEP_WIDTH * frame->style->text_scale);
  layout->width = MAX (layout->pitch - GAP, 1);
  layout->left = (frame->width - layout->pitch * n + GAP) / 2;
  layout->keyed = !names_fit (self, text, layout->pitch);
  layout->key = bottom - (layout->keyed ? n * layout->line : 0);
  layout->floor = MAX (layout->keyed ? layout->key - REMAINS_GAP : bottom, layout->line);

  /* As high as can be with everything that stands on a step still in the picture. */
  layout->height = layout->floor;
  for (guint i = 0; i < self->steps->len; i++)
    {
      guint marks = count_marks (self, i);
      double words =
          layout->keyed ? (marks > 0 ? VB_STEP_POINTER_HEIGHT : 0) : (1 + marks) * layout->line;

      layout->height = MIN (layout->height, (layout->floor - words - 4) * n / (i + 1));
    }
  layout->height = MAX (layout->height, 1);
}

/* Steps rise evenly to the highest. */
static void
get_box (VbStaircase *self, const Layout *layout, guint step, cairo_rectangle_t *box)
{
  double height = layout->height * (step + 1) / MAX (self->steps->len, 1);

  *box = (cairo_rectangle_t){ layout->left + step * layout->pitch, layout->floor - height,
                              layout->width, height };
}

static void
vb_staircase_measure (VbDrawing *drawing, const VbPaintStyle *style, VbDrawingSize *size)
{
  VbStaircase *self = VB_STAIRCASE (drawing);
  g_autoptr (VbText) text = vb_text_new (style);
  double line = vb_text_get_line_height (text, VB_TEXT_SMALL) + 1;
  guint n = MAX (self->steps->len, 1);
  double remains = 0;

  if (has_remains (self))
    remains = vb_text_draw_wrapped (text, NULL, VB_TEXT_SMALL, self->remains, 0, 0,
                                    280 * MAX (style->text_scale, 1) / style->text_scale)
              + REMAINS_GAP;
  *size = (VbDrawingSize){ .min_width = 200,
                           .min_height = n * line * 2 + remains,
                           .natural_width = n * 110.0,
                           .natural_height = n * line * 2.4 + 2 * line + remains };
}

/* A pointer with its word, together centred over a step but never over the next one, which is
 * higher. */
static void
draw_mark (VbStaircase *self,
           cairo_t *cr,
           const VbPaintStyle *style,
           VbText *text,
           const cairo_rectangle_t *box,
           double y,
           gboolean wanted)
{
  const char *word = get_mark (self, wanted);
  VbTextKind kind = wanted ? VB_TEXT_SMALL : VB_TEXT_SMALL_BOLD;
  double line = vb_text_get_line_height (text, kind);
  double width = vb_text_get_width (text, kind, word) + VB_STEP_POINTER_HEIGHT + POINTER_GAP;
  double x = MIN (box->x + (box->width - width) / 2, box->x + box->width - width);

  x = MAX (x, 0);
  vb_step_painter_draw_pointer (cr, style, x + VB_STEP_POINTER_HEIGHT / 2,
                                y - (line - VB_STEP_POINTER_HEIGHT) / 2, !wanted);
  vb_paint_set_style_color (cr, style, VB_COLOR_INK);
  vb_text_draw (text, cr, kind, word, x + VB_STEP_POINTER_HEIGHT + POINTER_GAP, y, 0, 1);
}

static void
draw_words (VbStaircase *self,
            cairo_t *cr,
            const VbPaintStyle *style,
            VbText *text,
            const Layout *layout,
            guint step,
            const cairo_rectangle_t *box)
{
  double y = box->y - 3;
  gboolean here = step + 1 == self->reached;

  vb_paint_set_style_color (cr, style, VB_COLOR_INK);
  vb_text_draw (text, cr, here ? VB_TEXT_SMALL_BOLD : VB_TEXT_SMALL, get_step (self, step)->name,
                box->x + box->width / 2, y, 0.5, 1);
  y -= layout->line;
  if (here)
    {
      draw_mark (self, cr, style, text, box, y, FALSE);
      y -= layout->line;
    }
  if (step + 1 == self->wanted)
    draw_mark (self, cr, style, text, box, y, TRUE);
}

/* The pointers alone: their words stand in the list. */
static void
draw_pointers (VbStaircase *self,
               cairo_t *cr,
               const VbPaintStyle *style,
               guint step,
               const cairo_rectangle_t *box)
{
  gboolean here = step + 1 == self->reached;
  gboolean wanted = step + 1 == self->wanted;
  double x = box->x + box->width / 2;
  double side = here && wanted ? VB_STEP_POINTER_HEIGHT : 0;

  if (here)
    vb_step_painter_draw_pointer (cr, style, x - side, box->y - 3, TRUE);
  if (wanted)
    vb_step_painter_draw_pointer (cr, style, x + side, box->y - 3, FALSE);
}

/* "2 Begun, you are here". Owned by the caller. */
static char *
dup_key_line (VbStaircase *self, guint step)
{
  GString *line = g_string_new (NULL);

  g_string_printf (line, "%u  %s", step + 1, get_step (self, step)->name);
  if (step + 1 == self->reached)
    g_string_append_printf (line, ", %s", get_mark (self, FALSE));
  if (step + 1 == self->wanted)
    g_string_append_printf (line, ", %s", get_mark (self, TRUE));
  return g_string_free (line, FALSE);
}

static void
vb_staircase_draw (VbDrawing *drawing,
                   cairo_t *cr,
                   const VbFrame *frame,
                   const cairo_rectangle_t *visible)
{
  VbStaircase *self = VB_STAIRCASE (drawing);
  const VbPaintStyle *style = frame->style;
  g_autoptr (VbText) text = vb_text_new (style);
  Layout layout;

  if (self->steps->len == 0)
    {
      vb_text_draw_notice (text, cr, style, _ ("No figures"), frame->width, frame->height);
      return;
    }

  init_layout (self, &layout, frame, text);
  for (guint i = 0; i < self->steps->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      gboolean reached = i < self->reached;
      cairo_rectangle_t box;

      get_box (self, &layout, i, &box);
      vb_step_painter_draw_step (cr, style, &box, reached);
      vb_paint_set_color (cr, vb_step_painter_get_ink (style, reached));
      if (box.height >= layout.line)
        vb_text_draw (text, cr, VB_TEXT_BOLD, number, box.x + box.width / 2,
                      box.y + MIN (box.height / 2, layout.line * 0.9), 0.5, 0.5);
      if (layout.keyed)
        {
          g_autofree char *line = dup_key_line (self, i);
          double y = layout.key + i * layout.line;

          draw_pointers (self, cr, style, i, &box);
          vb_paint_set_style_color (cr, style, VB_COLOR_INK);
          vb_text_draw_elided (text, cr,
                               i + 1 == self->reached ? VB_TEXT_SMALL_BOLD : VB_TEXT_SMALL, line, 0,
                               y, 0, 0, frame->width);
        }
      else
        draw_words (self, cr, style, text, &layout, i, &box);
    }

  if (has_remains (self))
    {
      vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
      vb_text_draw_wrapped (text, cr, VB_TEXT_SMALL, self->remains, 0, layout.remains,
                            frame->width);
    }
}

static void
vb_staircase_get_stops (VbDrawing *drawing, guint *columns, guint *rows)
{
  *columns = VB_STAIRCASE (drawing)->steps->len;
  *rows = *columns > 0 ? 1 : 0;
}

static gboolean
vb_staircase_locate (
    VbDrawing *drawing, const VbFrame *frame, guint column, guint row, cairo_rectangle_t *area)
{
  VbStaircase *self = VB_STAIRCASE (drawing);
  g_autoptr (VbText) text = vb_text_new (frame->style);
  Layout layout;

  if (column >= self->steps->len || row > 0)
    return FALSE;
  init_layout (self, &layout, frame, text);
  get_box (self, &layout, column, area);
  return TRUE;
}

static gboolean
vb_staircase_pick (
    VbDrawing *drawing, const VbFrame *frame, double x, double y, guint *column, guint *row)
{
  VbStaircase *self = VB_STAIRCASE (drawing);
  g_autoptr (VbText) text = vb_text_new (frame->style);
  Layout layout;
  double place;

  if (self->steps->len == 0 || x < 0 || x > frame->width || y < 0 || y > frame->height)
    return FALSE;
  init_layout (self, &layout, frame, text);
  place = floor ((x - layout.left) / layout.pitch);
  *column = (guint) CLAMP (place, 0, self->steps->len - 1);
  *row = 0;
  return TRUE;
}

static void
vb_staircase_draw_cursor (
    VbDrawing *drawing, cairo_t *cr, const VbFrame *frame, guint column, guint row)
{
  cairo_rectangle_t area;

  if (vb_staircase_locate (drawing, frame, column, row, &area))
    vb_handle_painter_draw_box (cr, frame->style, &area);
}

static char *
vb_staircase_dup_readout (VbDrawing *drawing, guint column, guint row)
{
  VbStaircase *self = VB_STAIRCASE (drawing);
  const Step *step = get_step (self, column);
  GString *text = g_string_new (NULL);

  /* Translators: number and name of a step, then whether it is reached: "Step 2, Begun: reached" */
  g_string_append_printf (text, _ ("Step %u, %s: %s"), column + 1, step->name,
                          column < self->reached ? _ ("reached") : _ ("not reached"));
  if (column + 1 == self->reached)
    g_string_append_printf (text, ", %s", get_mark (self, FALSE));
  if (column + 1 == self->wanted)
    g_string_append_printf (text, ", %s", get_mark (self, TRUE));
  if (step->description != NULL && *step->description != '\0')
    g_string_append_printf (text, ". %s", step->description);
  return g_string_free (text, FALSE);
}

static char *
vb_staircase_dup_description (VbDrawing *drawing)
{
  VbStaircase *self = VB_STAIRCASE (drawing);
  const char *subtitle = vb_drawing_get_subtitle (drawing);
  GString *text = g_string_new (subtitle);

  if (text->len > 0)
    g_string_append (text, ". ");
  if (self->steps->len == 0)
    g_string_append (text, _ ("No figures"));
  else if (self->reached == 0)
    g_string_append_printf (text, _ ("No step of %u is known."), self->steps->len);
  else
    /* Translators: "Step 2 of 5 is reached: Begun." */
    g_string_append_printf (text, _ ("Step %u of %u is reached: %s."), self->reached,
                            self->steps->len, get_step (self, self->reached - 1)->name);
  if (self->wanted > 0)
    g_string_append_printf (text, " %s: %u.", get_mark (self, TRUE), self->wanted);
  if (has_remains (self))
    g_string_append_printf (text, " %s", self->remains);
  return g_string_free (text, FALSE);
}

/* The table: a row a step, whether it is reached, whether it is wanted. */

static guint
vb_staircase_get_n_columns (VbDrawing *drawing)
{
  return 3;
}

static guint
vb_staircase_get_n_rows (VbDrawing *drawing)
{
  return VB_STAIRCASE (drawing)->steps->len;
}

static char *
vb_staircase_dup_column_title (VbDrawing *drawing, guint column)
{
  const char *titles[] = { _ ("Step"), _ ("Reached"), _ ("Wanted") };

  return g_strdup (titles[column]);
}

static double
vb_staircase_get_number (VbDrawing *drawing, guint row, guint column)
{
  VbStaircase *self = VB_STAIRCASE (drawing);
  guint until = column == 1 ? self->reached : self->wanted;

  return until == 0 ? NAN : row < until;
}

static char *
vb_staircase_dup_cell (VbDrawing *drawing, guint row, guint column)
{
  VbStaircase *self = VB_STAIRCASE (drawing);
  double number;

  if (column == 0)
    return g_strdup_printf ("%u %s", row + 1, get_step (self, row)->name);
  number = vb_staircase_get_number (drawing, row, column);
  return g_strdup (isnan (number) ? "–" : number > 0 ? _ ("yes") : _ ("no"));
}

static void
vb_staircase_finalize (GObject *object)
{
  VbStaircase *self = VB_STAIRCASE (object);

  g_array_unref (self->steps);
  g_free (self->wanted_label);
  g_free (self->remains);

  G_OBJECT_CLASS (vb_staircase_parent_class)->finalize (object);
}

static void
vb_staircase_class_init (VbStaircaseClass *klass)
{
  VbDrawingClass *drawing_class = VB_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vb_staircase_finalize;

  drawing_class->measure = vb_staircase_measure;
  drawing_class->draw = vb_staircase_draw;
  drawing_class->dup_description = vb_staircase_dup_description;
  drawing_class->get_stops = vb_staircase_get_stops;
  drawing_class->pick = vb_staircase_pick;
  drawing_class->locate = vb_staircase_locate;
  drawing_class->draw_cursor = vb_staircase_draw_cursor;
  drawing_class->dup_readout = vb_staircase_dup_readout;
  drawing_class->get_n_columns = vb_staircase_get_n_columns;
  drawing_class->get_n_rows = vb_staircase_get_n_rows;
  drawing_class->dup_column_title = vb_staircase_dup_column_title;
  drawing_class->get_number = vb_staircase_get_number;
  drawing_class->dup_cell = vb_staircase_dup_cell;
}

static void
vb_staircase_init (VbStaircase *self)
{
  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (self->steps, clear_step);
}

VbStaircase *
vb_staircase_new (const char *title, const char *subtitle)
{
  VbStaircase *self = g_object_new (VB_TYPE_STAIRCASE, NULL);

  vb_drawing_set_titles (VB_DRAWING (self), title, subtitle);
  return self;
}

void
vb_staircase_add_step (VbStaircase *self, const char *name, const char *description)
{
  Step step = { g_strdup (name), g_strdup (description) };

  g_return_if_fail (VB_IS_STAIRCASE (self));

  g_array_append_val (self->steps, step);
}

void
vb_staircase_set_reached (VbStaircase *self, guint step)
{
  g_return_if_fail (VB_IS_STAIRCASE (self));
  g_return_if_fail (step <= self->steps->len);

  self->reached = step;
}

void
vb_staircase_set_wanted (VbStaircase *self, guint step, const char *label)
{
  g_return_if_fail (VB_IS_STAIRCASE (self));
  g_return_if_fail (step <= self->steps->len);

  self->wanted = step;
  g_free (self->wanted_label);
  self->wanted_label = g_strdup (label);
}

void
vb_staircase_set_remains (VbStaircase *self, const char *remains)
{
  g_return_if_fail (VB_IS_STAIRCASE (self));

  g_free (self->remains);
  self->remains = g_strdup (remains);
}
