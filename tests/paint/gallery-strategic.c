/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery-strategic.h"

#include <math.h>

#include "vb-potential-plot.h"

#define NATION "Riket, somatik utom IVA (illustration)"

/* 17,830 needed and 15,600 available in 2023; +1,220 and −1,010 by 2026. */
static VbDrawing *
make_potential (gboolean need_falls, gboolean drawn)
{
  static const double falls[] = { 0, 60, 430, 1010 };
  static const double rises[] = { 0, 500, 960, 1220 };
  VbPotentialYear years[11];
  VbPotentialFigures figures = { NATION, 2023, 11, years, drawn ? 10000 : 0, 0, NAN };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      double spread = drawn && i > 0 ? 120 * sqrt (i) + 20 * i : drawn ? 0 : NAN;

      years[i].need = 17830 - (need_falls ? falls[MIN (i, 3)] + 8.0 * (i > 3 ? i - 3 : 0) : 0);
      years[i].capacity = 15600 + rises[MIN (i, 3)];
      years[i].need_low = years[i].need - spread;
      years[i].need_high = years[i].need + spread * 0.9;
      years[i].capacity_low = years[i].capacity - spread * 0.5;
      years[i].capacity_high = years[i].capacity + spread * 0.4;
    }
  if (need_falls)
    figures.balance_year = 2026;
  if (need_falls && drawn)
    figures.balance_probability = 0.58;
  return vb_potential_plot_new (&figures);
}

static VbDrawing *
make_balance (void)
{
  return make_potential (TRUE, TRUE);
}

static VbDrawing *
make_no_balance (void)
{
  return make_potential (FALSE, TRUE);
}

static VbDrawing *
make_base (void)
{
  return make_potential (TRUE, FALSE);
}

static VbDrawing *
make_no_years (void)
{
  return vb_potential_plot_new (&(VbPotentialFigures){ .whose = NATION, .first_year = 2023 });
}

/* A straight line from 2,230 to balance; 1,864 short the first year. */
static VbDrawing *
make_deviation (void)
{
  static const double planned[] = { -2230, -2230 * 2 / 3.0, -2230 / 3.0, 0, NAN, NAN };
  static const double outcome[] = { -2230, -1864, NAN, NAN, NAN, NAN };
  static const double scenario[] = { NAN, -1864, -1450, -1100, -800, -560 };

  return vb_deviation_plot_new (
      &(VbDeviationFigures){ NATION, 2023, G_N_ELEMENTS (planned), planned, outcome, scenario });
}

static const struct
{
  const char *name;
  VbDrawing *(*make) (void);
} drawings[] = {
  { "potential", make_balance },   { "potential-no-balance", make_no_balance },
  { "potential-base", make_base }, { "potential-empty", make_no_years },
  { "deviation", make_deviation },
};

guint
gallery_get_n_strategic (void)
{
  return G_N_ELEMENTS (drawings);
}

VbDrawing *
gallery_make_strategic (guint index, const char **name)
{
  *name = drawings[index].name;
  return drawings[index].make ();
}
