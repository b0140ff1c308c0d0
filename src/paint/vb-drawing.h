/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finished picture of some figures, without a toolkit: it draws itself at any size, says where
 * its points lie and what they are, and has a table with the same figures. Built once, then only
 * read: new figures make a new drawing. */
#pragma once

#include <gio/gio.h>

#include "vb-paint-style.h"

G_BEGIN_DECLS

#define VB_TYPE_DRAWING (vb_drawing_get_type ())
G_DECLARE_DERIVABLE_TYPE (VbDrawing, vb_drawing, VB, DRAWING, GObject)

/* px; beyond the natural size a drawing only grows. */
typedef struct
{
  double min_width;
  double min_height;
  double natural_width;
  double natural_height;
} VbDrawingSize;

/* Where a drawing is to be drawn. */
typedef struct
{
  const VbPaintStyle *style;
  double width;
  double height;
} VbFrame;

/* A point that the reader can move along the x axis. */
typedef struct
{
  const char *name; /* what is changed: "Target occupancy"; owned by the drawing */
  double value;
  double lower;
  double upper;
  double step; /* of an arrow key; five of them with Shift */
  double page; /* of Page Up and Page Down */
} VbHandle;

struct _VbDrawingClass
{
  GObjectClass parent_class;

  void (*measure) (VbDrawing *self, const VbPaintStyle *style, VbDrawingSize *size);
  void (*draw) (VbDrawing *self,
                cairo_t *cr,
                const VbFrame *frame,
                const cairo_rectangle_t *visible);
  char *(*dup_description) (VbDrawing *self);

  void (*get_stops) (VbDrawing *self, guint *columns, guint *rows);
  gboolean (*pick) (
      VbDrawing *self, const VbFrame *frame, double x, double y, guint *column, guint *row);
  gboolean (*locate) (
      VbDrawing *self, const VbFrame *frame, guint column, guint row, cairo_rectangle_t *area);
  void (*draw_cursor) (VbDrawing *self, cairo_t *cr, const VbFrame *frame, guint column, guint row);
  char *(*dup_readout) (VbDrawing *self, guint column, guint row);

  guint (*get_n_columns) (VbDrawing *self);
  guint (*get_n_rows) (VbDrawing *self);
  char *(*dup_column_title) (VbDrawing *self, guint column);
  double (*get_number) (VbDrawing *self, guint row, guint column);
  char *(*dup_cell) (VbDrawing *self, guint row, guint column);

  gboolean (*get_handle) (VbDrawing *self, VbHandle *handle);
  gboolean (*locate_handle) (VbDrawing *self, const VbFrame *frame, double *x, double *y);
  double (*get_handle_value_at) (VbDrawing *self, const VbFrame *frame, double x);
  char *(*dup_handle_text) (VbDrawing *self, double value);
};

/* A title asks or answers ("When does capacity meet need?"); never NULL. The subtitle may be. */
const char *vb_drawing_get_title (VbDrawing *self);
const char *vb_drawing_get_subtitle (VbDrawing *self);
void vb_drawing_set_titles (VbDrawing *self, const char *title, const char *subtitle);

/* ---- Picture. The title is not part of it: on screen the card shows it. ---- */

/* How much room it wants, in px, with the letters of @style. */
void vb_drawing_measure (VbDrawing *self, const VbPaintStyle *style, VbDrawingSize *size);
/* Draws from the origin, without a background. @visible: the part that is seen (in px of the
 * drawing), to which headers stick; NULL = all. */
void vb_drawing_draw (VbDrawing *self,
                      cairo_t *cr,
                      const VbFrame *frame,
                      const cairo_rectangle_t *visible);
/* The picture in words, for a reader who does not see it. Owned by the caller. */
char *vb_drawing_dup_description (VbDrawing *self);

/* ---- Stops: the places a cursor can stand on, a grid of @columns x @rows (either may be 0). ----
 */

/* How many there are in each direction. */
void vb_drawing_get_stops (VbDrawing *self, guint *columns, guint *rows);
/* The stop at or nearest to a place; FALSE where there is none. */
gboolean vb_drawing_pick (
    VbDrawing *self, const VbFrame *frame, double x, double y, guint *column, guint *row);
/* Where a stop lies. */
gboolean vb_drawing_locate (
    VbDrawing *self, const VbFrame *frame, guint column, guint row, cairo_rectangle_t *area);
void vb_drawing_draw_cursor (
    VbDrawing *self, cairo_t *cr, const VbFrame *frame, guint column, guint row);
/* "July 2026: need 412, available 386, gap −26 shortage". Owned by the caller. */
char *vb_drawing_dup_readout (VbDrawing *self, guint column, guint row);

/* ---- Table twin: column 0 names the row. ---- */

/* Size of the table, the header not counted among its rows; a title is owned by the caller. */
guint vb_drawing_get_n_columns (VbDrawing *self);
guint vb_drawing_get_n_rows (VbDrawing *self);
char *vb_drawing_dup_column_title (VbDrawing *self, guint column);
/* Says which figure each column holds ("need_beds"), for who explains it: names, followed by NULL;
 * the last one holds for all columns that come after. */
void vb_drawing_set_figures (VbDrawing *self, const char *const *figures);
const char *vb_drawing_get_figure (VbDrawing *self, guint column); /* NULL if not said */
/* NAN for column 0 and for a missing figure. */
double vb_drawing_get_number (VbDrawing *self, guint row, guint column);
char *vb_drawing_dup_cell (VbDrawing *self, guint row, guint column);
/* The table as text, a tab between cells, a line a row, with its header: for the clipboard.
 * @rows: indices, or NULL for all. Owned by the caller. */
char *vb_drawing_dup_tsv (VbDrawing *self, const guint *rows, guint n_rows);

/* ---- The handle. ---- */

/* FALSE when there is none. */
gboolean vb_drawing_get_handle (VbDrawing *self, VbHandle *handle);
gboolean vb_drawing_locate_handle (VbDrawing *self, const VbFrame *frame, double *x, double *y);
/* The value under @x, inside the handle's limits. */
double vb_drawing_get_handle_value_at (VbDrawing *self, const VbFrame *frame, double x);
/* "88 %". Owned by the caller. */
char *vb_drawing_dup_handle_text (VbDrawing *self, double value);

G_END_DECLS
