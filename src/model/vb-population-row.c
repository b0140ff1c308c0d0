/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-population-row.h"

#include <math.h>

struct _VbPopulationRow
{
  GObject parent_instance;

  VbPopulationFigures figures;
};

G_DEFINE_FINAL_TYPE (VbPopulationRow, vb_population_row, G_TYPE_OBJECT)

static void
vb_population_row_class_init (VbPopulationRowClass *klass)
{
}

static void
vb_population_row_init (VbPopulationRow *self)
{
}

VbPopulationRow *
vb_population_row_new (const VbPopulationFigures *figures)
{
  VbPopulationRow *self;

  g_return_val_if_fail (figures != NULL, NULL);

  self = g_object_new (VB_TYPE_POPULATION_ROW, NULL);
  self->figures = *figures;

  return self;
}

const VbPopulationFigures *
vb_population_row_get_figures (VbPopulationRow *self)
{
  g_return_val_if_fail (VB_IS_POPULATION_ROW (self), NULL);

  return &self->figures;
}

/* A number in tenths as it is written with one decimal. */
static gint64
count_tenths (double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.1f", value);
  return llround (g_ascii_strtod (digits, NULL) * 10);
}

VbPopulationParts
vb_population_figures_get_parts (const VbPopulationFigures *figures)
{
  const double parts[3] = { figures->size, figures->ageing, figures->consumption };
  double change = parts[0] + parts[1] + parts[2];
  gint64 tenths[3];
  gint64 left;

  if (isnan (change))
    return (VbPopulationParts){ NAN, NAN, NAN };

  left = count_tenths (figures->need) - count_tenths (figures->need - change);
  for (guint i = 0; i < 3; i++)
    {
      tenths[i] = count_tenths (parts[i]);
      left -= tenths[i];
    }
  /* Each tenth goes where it does least harm; a part that is 0 stays 0. */
  while (left != 0)
    {
      int step = left > 0 ? 1 : -1;
      int best = -1;

      for (int i = 0; i < 3; i++)
        if (parts[i] != 0
            && (best < 0
                || step * (parts[i] * 10 - (double) tenths[i])
                       > step * (parts[best] * 10 - (double) tenths[best])))
          best = i;
      if (best < 0)
        break;
      tenths[best] += step;
      left -= step;
    }
  return (VbPopulationParts){ (double) tenths[0] / 10, (double) tenths[1] / 10,
                              (double) tenths[2] / 10 };
}
