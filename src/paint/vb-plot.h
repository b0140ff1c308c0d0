/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines over periods or over a number: need and capacity, curves, forecasts. All series share the
 * places of the x axis. */
#pragma once

#include "vb-drawing.h"
#include "vb-period.h"

G_BEGIN_DECLS

#define VB_TYPE_PLOT (vb_plot_get_type ())
G_DECLARE_FINAL_TYPE (VbPlot, vb_plot, VB, PLOT, VbDrawing)

typedef enum
{
  VB_FORM_KEY,           /* three meaningful digits: 412, 26.7 */
  VB_FORM_PERCENT,       /* a fraction shown in per cent, no decimals */
  VB_FORM_PERCENT_1,     /* one decimal */
  VB_FORM_GAP,           /* as KEY, with its sign: −26 */
  VB_FORM_GAP_PERCENT_1, /* as PERCENT_1, with its sign */
  VB_FORM_RATE,          /* two decimals: 1.95 */
  VB_FORM_STEP,          /* whole, as steps are, but a median may lie between two: 2.5 */
} VbNumberForm;

/* As the form says; NAN is "–". Owned by the caller. */
char *vb_number_form_format (VbNumberForm form, double value);

/* @subtitle may be NULL. */
VbPlot *vb_plot_new (const char *title, const char *subtitle);

/* Exactly one of these two, before any series. */
void vb_plot_set_x_periods (VbPlot *self, VbGrain grain, VbDay start, guint n);
/* @name: what x is ("Beds"), written under the axis. @x (rising) is copied. */
void
vb_plot_set_x_numbers (VbPlot *self, const char *name, VbNumberForm form, const double *x, guint n);
/* @unit is written above the axis; NULL for none. */
void vb_plot_set_y (VbPlot *self, const char *unit, VbNumberForm form);

/* A line of as many values as the x axis has places (copied; NAN = missing). @label names it at its
 * end, in the readout and in the table. Returns its index. */
guint vb_plot_add_line (VbPlot *self, VbRole role, const char *label, const double *y);
/* A shorter name for the line's end, or "" for none. */
void vb_plot_set_line_end_label (VbPlot *self, guint line, const char *end_label);
/* Only the points of a line, for values that stand alone (a decision, a measurement). */
void vb_plot_set_line_scattered (VbPlot *self, guint line);
/* What the readout adds at each place of a line ("decided by the regional board"): as many as the
 * axis has places, NULL where there is nothing to add; copied. */
void vb_plot_set_line_details (VbPlot *self, guint line, const char *const *details);
/* The interval around a line; @outer is the lighter of two. @label: "80 %". Returns its index. */
guint vb_plot_add_band (VbPlot *self,
                        VbRole role,
                        gboolean outer,
                        const char *label,
                        const double *low,
                        const double *high);
/* What the table calls the ends of a band, instead of "80 % low" and "80 % high". */
void vb_plot_set_band_titles (VbPlot *self, guint band, const char *low, const char *high);
/* Fills between two lines: shortage where need lies over available capacity. Gives the readout and
 * the table the gap. */
void vb_plot_set_gap (VbPlot *self, guint need_line, guint available_line);
/* A level across the plot, in @role's marks, with its label on it. */
void vb_plot_add_level (VbPlot *self, VbRole role, const char *label, double y);
/* A dotted vertical at place @index with its word. */
void vb_plot_add_break (VbPlot *self, guint index, const char *word);
/* After place @last_known nothing has come about yet: a tint from there on, and a break with
 * @word. */
void vb_plot_set_ahead (VbPlot *self, guint last_known, const char *word);
/* A point of @line marked with a drop line and a text. */
void vb_plot_add_mark (VbPlot *self, guint line, guint index, const char *text);
/* What happens to @line at place @index: a ring on it, a dotted vertical, the word and, dimmer and
 * under it, its detail (or NULL). */
void
vb_plot_add_event (VbPlot *self, guint line, guint index, const char *word, const char *detail);
/* How far @line is from @from_line at place @index, as a bracket between them with its words. */
void
vb_plot_add_deviation (VbPlot *self, guint from_line, guint line, guint index, const char *text);
/* A word about the whole plot, where there is room for it ("no balance before 2033"). */
void vb_plot_set_remark (VbPlot *self, const char *remark);
/* A point that can be moved along @line (numbers on x only), at @handle->value; @text stands at it
 * and may be NULL. The handle is copied. */
void vb_plot_set_handle (VbPlot *self, guint line, const VbHandle *handle, const char *text);

G_END_DECLS
