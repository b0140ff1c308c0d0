/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plot in words and figures: readout, description, table twin. */
#include "vb-plot-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-number.h"
#include "vb-words.h"

char *
_vb_plot_dup_tick (VbNumberForm form, const VbTicks *ticks, guint index)
{
  double value = vb_ticks_get (ticks, index);

  if (form == VB_FORM_PERCENT || form == VB_FORM_PERCENT_1)
    return vb_number_format_percent (value, MAX (ticks->decimals - 2, 0));
  return vb_number_format (value, ticks->decimals);
}

char *
_vb_plot_dup_x_text (VbPlot *self, guint index)
{
  if (self->periods)
    return vb_period_format (
        (VbPeriod){ self->grain, vb_grain_add (self->grain, self->start, (int) index) }, FALSE);
  return vb_number_form_format (self->x_form, self->x[index]);
}

/* "−26 shortage". */
static char *
dup_gap_text (VbPlot *self, guint index)
{
  return vb_words_dup_gap (_vb_plot_get_gap (self, index));
}

static void
append_band (VbPlot *self, GString *text, const VbPlotBand *band, guint index)
{
  g_autofree char *low = vb_number_form_format (self->y_form, band->low[index]);
  g_autofree char *high = vb_number_form_format (self->y_form, band->high[index]);
  g_autofree char *name = vb_words_dup_lower (band->label);

  if (!isfinite (band->low[index]) || !isfinite (band->high[index]))
    return;
  g_string_append (text, ", ");
  /* Translators: an interval and its ends: "80 % 372 to 415" */
  g_string_append_printf (text, _ ("%s %s to %s"), name, low, high);
}

static void
append_event (GString *text, const char *separator, const VbPlotEvent *event)
{
  g_string_append_printf (text, "%s%s", separator, event->word);
  if (event->detail != NULL)
    g_string_append_printf (text, ", %s", event->detail);
}

char *
_vb_plot_dup_readout (VbDrawing *drawing, guint column, guint row)
{
  VbPlot *self = VB_PLOT (drawing);
  g_autofree char *x = _vb_plot_dup_x_text (self, column);
  GString *text = g_string_new (NULL);

  if (self->x_name != NULL)
    g_string_append_printf (text, "%s %s:", self->x_name, x);
  else
    g_string_append_printf (text, "%s:", x);

  for (guint i = 0; i < self->lines->len; i++)
    {
      VbPlotLine *line = vb_plot_line (self, i);
      g_autofree char *value = vb_number_form_format (self->y_form, line->y[column]);
      g_autofree char *name = vb_words_dup_lower (line->label);

      /* A value that stands alone is only said where it stands. */
      if (line->scattered && !isfinite (line->y[column]))
        continue;
      g_string_append_printf (text, "%s %s %s", i > 0 ? "," : "", name, value);
      if (line->details != NULL && *line->details[column] != '\0')
        g_string_append_printf (text, " (%s)", line->details[column]);
    }
  if (self->has_gap)
    {
      g_autofree char *gap = dup_gap_text (self, column);

      /* Translators: %s is a number with its sign and a word, "−26 shortage" */
      g_string_append (text, ", ");
      g_string_append_printf (text, _ ("gap %s"), gap);
    }
  for (guint i = 0; i < self->bands->len; i++)
    append_band (self, text, vb_plot_band (self, i), column);
  for (guint i = 0; i < self->deviations->len; i++)
    if (vb_plot_deviation (self, i)->index == column)
      g_string_append_printf (text, ", %s", vb_plot_deviation (self, i)->text);
  for (guint i = 0; i < self->events->len; i++)
    if (vb_plot_event (self, i)->index == column)
      append_event (text, ", ", vb_plot_event (self, i));

  return g_string_free (text, FALSE);
}

static void
describe_line (VbPlot *self, GString *text, guint index)
{
  VbPlotLine *line = vb_plot_line (self, index);
  int first = -1, last = _vb_plot_find_last (self, line->y);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *from_x = NULL;
  g_autofree char *to_x = NULL;

  if (last < 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _ ("%s: no figures."), line->label);
      return;
    }
  for (guint i = 0; first < 0; i++)
    if (isfinite (line->y[i]))
      first = (int) i;

  from = vb_number_form_format (self->y_form, line->y[first]);
  to = vb_number_form_format (self->y_form, line->y[last]);
  from_x = _vb_plot_dup_x_text (self, (guint) first);
  to_x = _vb_plot_dup_x_text (self, (guint) last);
  g_string_append_c (text, ' ');
  /* Translators: the course of a line: "Need: 398 (2019) to 412 (2026)." */
  g_string_append_printf (text, _ ("%s: %s (%s) to %s (%s)."), line->label, from, from_x, to, to_x);
}

static void
describe_gap (VbPlot *self, GString *text)
{
  double most = 0;
  guint index = 0;
  g_autofree char *gap = NULL;
  g_autofree char *x = NULL;

  for (guint i = 0; i < self->n; i++)
    if (_vb_plot_get_gap (self, i) < most)
      {
        most = _vb_plot_get_gap (self, i);
        index = i;
      }
  g_string_append_c (text, ' ');
  if (!(most < 0))
    {
      g_string_append (text, _ ("No shortage."));
      return;
    }
  gap = vb_number_format_key_signed (most);
  x = _vb_plot_dup_x_text (self, index);
  g_string_append_printf (text, _ ("Largest shortage: %s (%s)."), gap, x);
}

char *
_vb_plot_dup_description (VbDrawing *drawing)
{
  VbPlot *self = VB_PLOT (drawing);
  GString *text = g_string_new (vb_drawing_get_subtitle (drawing));

  if (text->len > 0)
    g_string_append_c (text, '.');
  for (guint i = 0; i < self->lines->len; i++)
    describe_line (self, text, i);
  if (self->has_gap && self->n > 0)
    describe_gap (self, text);
  for (guint i = 0; i < self->breaks->len; i++)
    {
      const VbPlotNote *note = vb_plot_break (self, i);
      g_autofree char *place = _vb_plot_dup_x_text (self, note->index);

      g_string_append_printf (text, " %s: %s.", place, note->text);
    }
  for (guint i = 0; i < self->marks->len; i++)
    g_string_append_printf (text, " %s.", vb_plot_mark (self, i)->text);
  for (guint i = 0; i < self->deviations->len; i++)
    {
      g_autofree char *place = _vb_plot_dup_x_text (self, vb_plot_deviation (self, i)->index);

      g_string_append_printf (text, " %s: %s.", place, vb_plot_deviation (self, i)->text);
    }
  for (guint i = 0; i < self->events->len; i++)
    {
      append_event (text, " ", vb_plot_event (self, i));
      g_string_append_c (text, '.');
    }
  if (self->remark != NULL)
    g_string_append_printf (text, " %s.", self->remark);
  return g_strchug (g_string_free (text, FALSE));
}

/* Columns: place, lines, two a band, gap. */

guint
_vb_plot_get_n_columns (VbDrawing *drawing)
{
  VbPlot *self = VB_PLOT (drawing);

  return 1 + self->lines->len + 2 * self->bands->len + (self->has_gap ? 1 : 0);
}

guint
_vb_plot_get_n_rows (VbDrawing *drawing)
{
  return VB_PLOT (drawing)->n;
}

char *
_vb_plot_dup_column_title (VbDrawing *drawing, guint column)
{
  VbPlot *self = VB_PLOT (drawing);
  guint band = column - 1 - self->lines->len;

  if (column == 0 && self->x_name != NULL)
    return g_strdup (self->x_name);
  if (column == 0)
    return vb_words_dup_upper (vb_grain_get_label (self->grain));
  if (column <= self->lines->len)
    return g_strdup (vb_plot_line (self, column - 1)->label);
  if (band < 2 * self->bands->len && vb_plot_band (self, band / 2)->low_title != NULL)
    return g_strdup (band % 2 == 0 ? vb_plot_band (self, band / 2)->low_title
                                   : vb_plot_band (self, band / 2)->high_title);
  if (band < 2 * self->bands->len)
    /* Translators: the ends of an interval, "80 % low" */
    return g_strdup_printf (band % 2 == 0 ? _ ("%s low") : _ ("%s high"),
                            vb_plot_band (self, band / 2)->label);
  return g_strdup (_ ("Gap"));
}

double
_vb_plot_get_number (VbDrawing *drawing, guint row, guint column)
{
  VbPlot *self = VB_PLOT (drawing);
  guint band = column - 1 - self->lines->len;

  if (column <= self->lines->len)
    return vb_plot_line (self, column - 1)->y[row];
  if (band < 2 * self->bands->len)
    return band % 2 == 0 ? vb_plot_band (self, band / 2)->low[row]
                         : vb_plot_band (self, band / 2)->high[row];
  return _vb_plot_get_gap (self, row);
}

char *
_vb_plot_dup_cell (VbDrawing *drawing, guint row, guint column)
{
  VbPlot *self = VB_PLOT (drawing);

  if (column == 0)
    return _vb_plot_dup_x_text (self, row);
  if (self->has_gap && column + 1 == _vb_plot_get_n_columns (drawing))
    return vb_number_format_key_signed (_vb_plot_get_gap (self, row));
  return vb_number_form_format (self->y_form, _vb_plot_get_number (drawing, row, column));
}
