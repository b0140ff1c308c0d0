/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the plot share. */
#pragma once

#include "vb-label-placer.h"
#include "vb-plot.h"
#include "vb-scale.h"
#include "vb-text.h"

G_BEGIN_DECLS

typedef struct
{
  VbRole role;
  char *label;
  char *end_label; /* NULL = label */
  double *y;
  gboolean scattered;
  char **details; /* n of them, each may be NULL; or NULL */
} VbPlotLine;

typedef struct
{
  VbRole role;
  gboolean outer;
  char *label;
  double *low;
  double *high;
  char *low_title;
  char *high_title;
} VbPlotBand;

typedef struct
{
  VbRole role;
  char *label;
  double y;
} VbPlotLevel;

/* A break (no line) or a mark. */
typedef struct
{
  guint line;
  guint index;
  char *text;
} VbPlotNote;

typedef struct
{
  guint line;
  guint index;
  char *word;
  char *detail; /* or NULL */
} VbPlotEvent;

typedef struct
{
  guint from_line;
  guint line;
  guint index;
  char *text;
} VbPlotDeviation;

struct _VbPlot
{
  VbDrawing parent_instance;

  guint n;
  gboolean periods;
  VbGrain grain;
  VbDay start;
  double *x;
  char *x_name;
  VbNumberForm x_form;
  char *y_unit;
  VbNumberForm y_form;

  GArray *lines;      /* VbPlotLine */
  GArray *bands;      /* VbPlotBand */
  GArray *levels;     /* VbPlotLevel */
  GArray *breaks;     /* VbPlotNote */
  GArray *marks;      /* VbPlotNote */
  GArray *events;     /* VbPlotEvent */
  GArray *deviations; /* VbPlotDeviation */
  char *remark;

  gboolean has_ahead;
  guint last_known;

  gboolean has_gap;
  guint need_line;
  guint available_line;

  gboolean has_handle;
  guint handle_line;
  VbHandle handle;
  char *handle_name;
  char *handle_text;
};

#define vb_plot_line(self, i) (&g_array_index ((self)->lines, VbPlotLine, (i)))
#define vb_plot_band(self, i) (&g_array_index ((self)->bands, VbPlotBand, (i)))
#define vb_plot_level(self, i) (&g_array_index ((self)->levels, VbPlotLevel, (i)))
#define vb_plot_break(self, i) (&g_array_index ((self)->breaks, VbPlotNote, (i)))
#define vb_plot_mark(self, i) (&g_array_index ((self)->marks, VbPlotNote, (i)))
#define vb_plot_event(self, i) (&g_array_index ((self)->events, VbPlotEvent, (i)))
#define vb_plot_deviation(self, i) (&g_array_index ((self)->deviations, VbPlotDeviation, (i)))

/* Geometry of one frame. */
typedef struct
{
  VbText *text;
  cairo_rectangle_t area; /* of the data */
  VbScale x;
  VbScale y;
  VbTicks y_ticks;
  gboolean has_data; /* any finite figure */
  gboolean keyed;    /* names stand in a key above, there being no room at the lines' ends */
  double line_height;
  double key_width; /* of the line sample in the key */
} VbPlotLayout;

void _vb_plot_layout_init (VbPlotLayout *layout, VbPlot *self, const VbFrame *frame);
void _vb_plot_layout_clear (VbPlotLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VbPlotLayout, _vb_plot_layout_clear)

double _vb_plot_get_x (VbPlot *self, guint index);
/* The number on an axis at a tick. */
char *_vb_plot_dup_tick (VbNumberForm form, const VbTicks *ticks, guint index);
VbPoint *_vb_plot_layout_get_points (const VbPlotLayout *layout, VbPlot *self, const double *y);
/* Index of the last finite value, or -1. */
int _vb_plot_find_last (VbPlot *self, const double *y);
/* Whether a line ends so far from the right edge that its name stands at its end, in the plot. */
gboolean _vb_plot_ends_inside (VbPlot *self, guint line);
/* "Need 412": the name at a line's end. NULL for a line without one or without data. */
char *_vb_plot_dup_end_label (VbPlot *self, guint line);
/* Where the line is at @x, linearly between its points; NAN in a hole. */
double _vb_plot_interpolate (VbPlot *self, guint line, double x);
double _vb_plot_get_gap (VbPlot *self, guint index);

void _vb_plot_measure (VbDrawing *drawing, const VbPaintStyle *style, VbDrawingSize *size);
void _vb_plot_draw (VbDrawing *drawing,
                    cairo_t *cr,
                    const VbFrame *frame,
                    const cairo_rectangle_t *visible);
void _vb_plot_draw_cursor (
    VbDrawing *drawing, cairo_t *cr, const VbFrame *frame, guint column, guint row);
/* The words on the plot, after the lines: marks, levels, gap, breaks. */
void _vb_plot_draw_notes (VbPlot *self, cairo_t *cr, const VbFrame *frame, VbPlotLayout *layout);

/* vb-plot-words.c */
char *_vb_plot_dup_x_text (VbPlot *self, guint index);
char *_vb_plot_dup_description (VbDrawing *drawing);
char *_vb_plot_dup_readout (VbDrawing *drawing, guint column, guint row);
guint _vb_plot_get_n_columns (VbDrawing *drawing);
guint _vb_plot_get_n_rows (VbDrawing *drawing);
char *_vb_plot_dup_column_title (VbDrawing *drawing, guint column);
double _vb_plot_get_number (VbDrawing *drawing, guint row, guint column);
char *_vb_plot_dup_cell (VbDrawing *drawing, guint row, guint column);

G_END_DECLS
