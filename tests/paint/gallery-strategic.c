/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery-strategic.h"

#include <math.h>

#include "vb-breakdown-plot.h"
#include "vb-need-years.h"
#include "vb-occupancy-cost.h"
#include "vb-population-plot.h"
#include "vb-potential-plot.h"
#include "vb-scenario-plot.h"
#include "vb-waterfall.h"
#include "vb-ward-targets.h"

#define NATION "Riket, somatik utom IVA (illustration)"

/* 17,830 needed and 15,600 available in 2023; +1,220 and −1,010 by 2026. */
static VbDrawing *
make_potential (gboolean need_falls, gboolean drawn)
{
  static const double falls[] = { 0, 60, 430, 1010 };
  static const double rises[] = { 0, 500, 960, 1220 };
  VbTrajectoryYear years[11];
  VbTrajectory figures = { NATION, 2023, 11, years, drawn ? 10000 : 0, 0, NAN };

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
  return vb_potential_plot_new (&(VbTrajectory){ .whose = NATION, .first_year = 2023 });
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

/* The levers are a free split of the two published sums. */
static VbDrawing *
make_waterfall (void)
{
  static const VbGapStep steps[] = {
    { VB_GAP_STEP_CAPACITY, "Fler platser med nuvarande personal", 430 },
    { VB_GAP_STEP_CAPACITY, "Rekrytera och behålla", 560 },
    { VB_GAP_STEP_CAPACITY, "Ändrade arbetssätt", 230 },
    { VB_GAP_STEP_NEED, "Utskrivningsklara", 390 },
    { VB_GAP_STEP_NEED, "Fallskador", 220 },
    { VB_GAP_STEP_NEED, "God och nära vård", 400 },
  };

  return vb_potential_waterfall_new (NATION, 2023, -2230, steps, G_N_ELEMENTS (steps), 2026, 0);
}

/* Small figures, a step backwards, and past balance. */
static VbDrawing *
make_small_waterfall (void)
{
  static const VbGapStep steps[] = {
    { VB_GAP_STEP_NEED, "Fler äldre", -1.36 },
    { VB_GAP_STEP_CAPACITY, "Rekrytering", 4.04 },
    { VB_GAP_STEP_NEED, "Vård i hemmet", 2.52 },
    { VB_GAP_STEP_NEED, "Ej känd", NAN },
  };

  return vb_potential_waterfall_new ("Medicin 1", 2026, -3.2, steps, G_N_ELEMENTS (steps), 2028, 2);
}

static VbDrawing *
make_empty_waterfall (void)
{
  return VB_DRAWING (vb_waterfall_new ("Tomt vattenfall", NULL, NULL, 0));
}

static VbDrawing *
make_tornado (void)
{
  static const VbLeverSwing swings[] = {
    { VB_GAP_STEP_NEED, "Fallskador", -120, 60 },
    { VB_GAP_STEP_CAPACITY, "Rekrytera och behålla", -380, 190 },
    { VB_GAP_STEP_CAPACITY, "Fler platser med nuvarande personal", -250, 90 },
    { VB_GAP_STEP_NEED, "Utskrivningsklara patienter", -210, 160 },
    { VB_GAP_STEP_NEED, "God och nära vård", -400, 120 },
    { VB_GAP_STEP_CAPACITY, "Ändrade arbetssätt", -90, 80 },
  };

  return vb_potential_tornado_new (NATION, 2026, 0, swings, G_N_ELEMENTS (swings));
}

static VbDrawing *
make_far_tornado (void)
{
  static const VbLeverSwing swings[] = {
    { VB_GAP_STEP_NEED, "Dagkirurgi", -12.4, -11.2 },
    { VB_GAP_STEP_NEED, "Ej känd", NAN, NAN },
    { VB_GAP_STEP_NEED, "Utan spann", -12, -12 },
  };

  return vb_potential_tornado_new ("Medicin 1", 2030, -12, swings, G_N_ELEMENTS (swings));
}

static VbDrawing *
make_breakdown (void)
{
  static const VbBreakdownShare shares[] = {
    { 1, "Centralsjukhuset", 214, 238, FALSE },
    { 2, "Norra lasarettet", 102, 110, TRUE },
    { 3, "Södra lasarettet", 70, 52, FALSE },
    { 4, "Geriatriska kliniken", NAN, 9, FALSE },
  };

  return vb_breakdown_plot_new ("Region Exempel (påhittad)", 412, "vårddygn", shares,
                                G_N_ELEMENTS (shares), 3);
}

/* Reference numbers of three years, the last one ahead. */
static VbDrawing *
make_need_years (void)
{
  static const VbNeedYear years[] = {
    { 398, 389, NAN, NULL }, { 377, 380, NAN, NULL },
    { 389, 384, NAN, NULL }, { 409, 372, 400, "regionstyrelsen 2021-11-09" },
    { 415, 371, NAN, NULL }, { 413, 376, 405, "regionstyrelsen 2023-11-14" },
    { 411, 381, NAN, NULL }, { 412, 386, 408, "regionfullmäktige 2025-11-05" },
    { NAN, NAN, NAN, NULL }, { NAN, NAN, 415, "regionfullmäktige 2025-11-05" },
  };

  return vb_need_years_new ("Region Exempel (påhittad), somatik", 2019, years,
                            G_N_ELEMENTS (years));
}

/* What came about, the year that has only begun, and a scenario from then on. */
static VbDrawing *
make_need_scenario (void)
{
  static const VbNeedYear years[] = {
    { 409, 372, NAN, NULL, .missing = 0.83 },
    { 415, 371, NAN, NULL },
    { 413, 376, 405, "regionstyrelsen 2023-11-14" },
    { 411, 381, NAN, NULL },
    { 408, 390, NAN, NULL, .ahead = TRUE },
    { 401, 397, NAN, NULL, .ahead = TRUE },
    { 398, 402, 400, "regionfullmäktige 2025-11-05", .ahead = TRUE },
  };

  return vb_need_years_new ("Region Exempel (påhittad), somatik", 2022, years,
                            G_N_ELEMENTS (years));
}

static VbDrawing *
make_sisters (void)
{
  static const VbNeedSister sisters[] = {
    { 1, "Centralsjukhuset", -0.101, -0.105, -0.097, FALSE },
    { 4, "Kustsjukhuset", -0.083, -0.16, 0, FALSE },
    { 2, "Norra lasarettet", -0.073, -0.081, -0.064, TRUE },
    { 3, "Södra lasarettet", 0.094, 0.078, 0.11, FALSE },
    { 5, "Ej rapporterat", NAN, NAN, NAN, FALSE },
  };

  return vb_need_sisters_new ("2026", VB_NEED_SISTERS_BY_GAP, sisters, G_N_ELEMENTS (sisters));
}

static VbDrawing *
make_sisters_by_rate (void)
{
  static const VbNeedSister sisters[] = {
    { 1, "Jönköpings län", 1.7, 1.65, 1.75, FALSE }, { 2, "Östergötland", 1.7, 1.65, 1.75, TRUE },
    { 3, "Uppsala", 1.9, 1.85, 1.95, FALSE },        { 4, "Stockholm", 2.1, 2.05, 2.15, FALSE },
    { 5, "Gotland", NAN, NAN, NAN, FALSE },
  };

  return vb_need_sisters_new ("2025", VB_NEED_SISTERS_BY_RATE, sisters, G_N_ELEMENTS (sisters));
}

static VbDrawing *
make_population (void)
{
  VbPopulationYear years[10];

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      years[i].year = 2027 + (int) i;
      years[i].size = 1.4 * (i + 1);
      years[i].ageing = 3.1 * (i + 1) + 0.12 * i * i;
      years[i].consumption = -1.3 * (i + 1);
      years[i].need = 412 + years[i].size + years[i].ageing + years[i].consumption;
    }
  return vb_population_plot_new ("Region Exempel (påhittad), somatik", 2026, 412, years,
                                 G_N_ELEMENTS (years));
}

static VbDrawing *
make_ages (void)
{
  static const VbAgeGroupUse groups[] = {
    { "0", 610, 680 },       { "1–17", 105, 112 },    { "18–44", 290, 205 }, { "45–64", 470, 560 },
    { "65–74", 1120, 1390 }, { "75–84", 2240, 2710 }, { "85–", 3650, 4420 },
  };

  return vb_age_plot_new ("Region Exempel (påhittad), 2026", groups, G_N_ELEMENTS (groups), TRUE);
}

static VbDrawing *
make_scenarios (void)
{
  static const double plan[] = { -2230, -1670, -840, 0, 8, 16, 24, 32 };
  static const double stays[] = { -2230, -1730, -1270, -1010, -1010, -1010, -1010, -1010 };
  static const double pace[] = { -2230, -1864, -1657, -1450, -1243, -1036, -829, -622 };
  static const double more[] = { -2230, -1500, -600, 120, 160, 180, 190, 200 };
  static const VbScenarioCourse courses[] = {
    { "Plats för vård 2024", plan, 2026, TRUE },
    { "Behovet minskar inte", stays, 0, FALSE },
    { "I nuvarande takt", pace, 0, FALSE },
    { "Mer kapacitet", more, 2026, FALSE },
  };

  return vb_scenario_plot_new (NATION, 2023, G_N_ELEMENTS (plan), courses, G_N_ELEMENTS (courses));
}

static VbDrawing *
make_no_scenarios (void)
{
  return vb_scenario_plot_new (NATION, 2023, 0, NULL, 0);
}

/* P(N > b) of a Poisson census: 1 − Σ e^−m m^k / k!. */
static double
get_risk (double mean, double beds)
{
  double term = exp (-mean), sum = 0;

  for (guint k = 0; k <= (guint) beds; k++)
    {
      sum += term;
      term *= mean / (k + 1);
    }
  return 1 - sum;
}

static VbDrawing *
make_occupancy_cost (void)
{
  static const double targets[] = { 0.95, 0.9, 0.85 };
  VbOccupancyCost costs[3][3];
  VbOccupancyCostUnit units[] = {
    { "Medicin 1", 23.5, 27, 0.9, costs[0], 3 },
    { "Norra lasarettet", 99, 102, NAN, costs[1], 3 },
    { "Region Exempel (påhittad)", 372.5, 386, 0.9, costs[2], 3 },
  };

  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < 3; j++)
      {
        double beds = units[i].mean_patients / targets[j];

        /* Wards of 23.5 patients are alike, whoever they belong to. */
        costs[i][j] =
            (VbOccupancyCost){ targets[j],
                               beds,
                               get_risk (23.5, ceil (23.5 / targets[j])),
                               get_risk (units[i].mean_patients, i > 0 ? beds : ceil (beds)),
                               units[i].mean_patients / 40,
                               0.05 };
      }
  return vb_occupancy_cost_new ("2026", units, G_N_ELEMENTS (units));
}

static VbDrawing *
make_unknown_cost (void)
{
  static const VbOccupancyCost cost = { 0.9, NAN, NAN, NAN, NAN, NAN };
  VbOccupancyCostUnit unit = { "Ny avdelning", NAN, NAN, NAN, &cost, 1 };

  return vb_occupancy_cost_new ("2026", &unit, 1);
}

static VbDrawing *
make_ward_targets (void)
{
  static const VbWardTarget wards[] = {
    { "Medicin 1", 28.6, 0.75, TRUE },        { "Medicin 2", 28, 0.757, FALSE },
    { "Hjärtavdelningen", 19, 0.704, FALSE }, { "Strokeavdelningen", 16.4, 0.74, FALSE },
    { "Infektion", 14.4, 0.63, FALSE },       { "Kirurgi 1", 24.7, 0.77, FALSE },
    { "Urologi", 12, 0.667, FALSE },          { "Barn", 9.6, 0.6, FALSE },
    { "Gynekologi", 7.9, 0.61, FALSE },       { "Ortopedi 2 (femdygnsvård)", 9.9, 0.58, FALSE },
    { "Geriatrik", 41.2, 0.86, FALSE },
  };
  const VbWholeTarget whole = { "Centralsjukhuset", 0.735, 0.698, 0.924 };
  VbTargetOfSize sizes[20];

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double mean = 1 + 2.4 * i;

      sizes[i] = (VbTargetOfSize){ mean, mean / (mean + 1.65 * sqrt (mean) + 0.7) };
    }
  return vb_ward_targets_new ("2026", &whole, wards, G_N_ELEMENTS (wards), sizes,
                              G_N_ELEMENTS (sizes));
}

static VbDrawing *
make_no_ward_targets (void)
{
  const VbWholeTarget whole = { "Nya sjukhuset", NAN, NAN, NAN };

  return vb_ward_targets_new ("2026", &whole, NULL, 0, NULL, 0);
}

static const struct
{
  const char *name;
  VbDrawing *(*make) (void);
} drawings[] = {
  { "potential", make_balance },
  { "potential-no-balance", make_no_balance },
  { "potential-base", make_base },
  { "potential-empty", make_no_years },
  { "deviation", make_deviation },
  { "waterfall", make_waterfall },
  { "waterfall-small", make_small_waterfall },
  { "waterfall-empty", make_empty_waterfall },
  { "tornado", make_tornado },
  { "tornado-far", make_far_tornado },
  { "breakdown", make_breakdown },
  { "need-years", make_need_years },
  { "need-scenario", make_need_scenario },
  { "sisters", make_sisters },
  { "sisters-by-rate", make_sisters_by_rate },
  { "population", make_population },
  { "ages", make_ages },
  { "scenarios", make_scenarios },
  { "scenarios-empty", make_no_scenarios },
  { "occupancy-cost", make_occupancy_cost },
  { "occupancy-cost-unknown", make_unknown_cost },
  { "ward-targets", make_ward_targets },
  { "ward-targets-empty", make_no_ward_targets },
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
