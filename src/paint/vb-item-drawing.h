/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What drawings made of single things share: things lie in boxes that the cursor steps through,
 * each with its readout, and their figures stand in a table. A subclass says where they lie and
 * draws them. */
#pragma once

#include "vb-drawing.h"
#include "vb-plot.h"
#include "vb-text.h"

G_BEGIN_DECLS

#define VB_TYPE_ITEM_DRAWING (vb_item_drawing_get_type ())
G_DECLARE_DERIVABLE_TYPE (VbItemDrawing, vb_item_drawing, VB, ITEM_DRAWING, VbDrawing)

struct _VbItemDrawingClass
{
  VbDrawingClass parent_class;

  /* How many readouts the description has before the last one; 12 unless a subclass says another.
   * A reader who listens wants both ends, not a hundred names. */
  guint max_said;

  /* Called with at least one stop. */
  void (*draw_items) (VbItemDrawing *self,
                      cairo_t *cr,
                      const VbFrame *frame,
                      VbText *text,
                      const cairo_rectangle_t *visible);
  /* Where each stop lies, in the order they were added. */
  void (*locate_items) (VbItemDrawing *self,
                        const VbFrame *frame,
                        VbText *text,
                        cairo_rectangle_t *boxes);
};

/* How many stops lie side by side; 1 at first. 0 = all of them. */
void vb_item_drawing_set_stop_columns (VbItemDrawing *self, guint n_columns);
/* The next stop, row by row; @readout is copied. NULL when the subclass has a dup_readout() of its
 * own. */
void vb_item_drawing_add_stop (VbItemDrawing *self, const char *readout);
guint vb_item_drawing_get_n_stops (VbItemDrawing *self);

/* The table's columns, the names of the rows first; its form then does not matter. All columns are
 * there before the first row. */
void vb_item_drawing_add_column (VbItemDrawing *self, const char *title, VbNumberForm form);
/* One that is left out of the table as long as no row has a number in it. */
void
vb_item_drawing_add_optional_column (VbItemDrawing *self, const char *title, VbNumberForm form);
/* Here @column counts all that have been added, whether left out or not: another title and form;
 * the title, owned by @self; and whether it is in the table. */
void vb_item_drawing_set_column (VbItemDrawing *self,
                                 guint column,
                                 const char *title,
                                 VbNumberForm form);
const char *vb_item_drawing_get_column_title (VbItemDrawing *self, guint column);
gboolean vb_item_drawing_has_column (VbItemDrawing *self, guint column);
/* @numbers: one for each column added after the first, NAN = missing; copied. */
void vb_item_drawing_add_row (VbItemDrawing *self, const char *name, const double *numbers);

/* A sentence of the description, before the readouts, without its full stop. */
void vb_item_drawing_add_remark (VbItemDrawing *self, const char *remark);

G_END_DECLS
