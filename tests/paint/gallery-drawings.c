/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery-drawings.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "gallery-strategic.h"
#include "vb-balance.h"
#include "vb-cell-map.h"
#include "vb-number.h"
#include "vb-plot.h"
#include "vb-profile.h"
#include "vb-ranking.h"
#include "vb-staircase.h"

static VbDrawing *
make_gap_plot (void)
{
  static const double need[] = { 398, 377, 389, 409, 415, 413, 411, 412 };
  static const double available[] = { 389, 380, 384, 372, 371, 376, 381, 386 };
  VbPlot *plot = vb_plot_new (_ ("Need and available beds"), "Region Exempel, 2019–2026");
  guint n, a;

  vb_plot_set_x_periods (plot, VB_GRAIN_YEAR, vb_day_from_ymd (2019, 1, 1), 8);
  vb_plot_set_y (plot, _ ("beds"), VB_FORM_KEY);
  n = vb_plot_add_line (plot, VB_ROLE_NEED, _ ("Need"), need);
  a = vb_plot_add_line (plot, VB_ROLE_AVAILABLE, _ ("Available"), available);
  vb_plot_set_gap (plot, n, a);
  vb_plot_add_break (plot, 1, "pandemi");
  return VB_DRAWING (plot);
}

/* Five years of months with season, holes and a target. */
static VbDrawing *
make_month_plot (void)
{
  VbPlot *plot = vb_plot_new ("Månad för månad", NULL);
  double need[60], available[60];
  guint n, a;

  for (guint i = 0; i < 60; i++)
    {
      need[i] = 400 + 15 * cos (i * G_PI / 6) + i * 0.3;
      available[i] = 415 - (i % 12 == 6 || i % 12 == 7 ? 45 : 0) + 3 * sin (i);
      if (i >= 20 && i < 23)
        need[i] = NAN;
      if (i == 40 || i == 42)
        available[i] = NAN;
    }
  vb_plot_set_x_periods (plot, VB_GRAIN_MONTH, vb_day_from_ymd (2021, 11, 1), 60);
  vb_plot_set_y (plot, _ ("beds"), VB_FORM_KEY);
  n = vb_plot_add_line (plot, VB_ROLE_NEED, _ ("Need"), need);
  a = vb_plot_add_line (plot, VB_ROLE_AVAILABLE, _ ("Available"), available);
  vb_plot_set_gap (plot, n, a);
  return VB_DRAWING (plot);
}

static VbDrawing *
make_forecast_plot (void)
{
  VbPlot *plot = vb_plot_new ("Utfall och prognos", "80 % och 95 %");
  double outcome[40], forecast[40], low[40], high[40], lower[40], higher[40];

  for (guint i = 0; i < 40; i++)
    {
      double level = 90 + 8 * sin (i / 5.0);
      double spread = i < 26 ? NAN : sqrt (i - 25) * 2;

      outcome[i] = i < 27 ? level + 2 * sin (i * 2.7) : NAN;
      forecast[i] = i < 26 ? NAN : level;
      low[i] = level - spread;
      high[i] = level + spread;
      lower[i] = level - 1.6 * spread;
      higher[i] = level + 1.6 * spread;
    }
  vb_plot_set_x_periods (plot, VB_GRAIN_WEEK, vb_day_from_ymd (2025, 12, 29), 40);
  vb_plot_set_y (plot, "patienter", VB_FORM_KEY);
  vb_plot_add_band (plot, VB_ROLE_NEED, TRUE, "95 %", lower, higher);
  vb_plot_add_band (plot, VB_ROLE_NEED, FALSE, "80 %", low, high);
  vb_plot_add_line (plot, VB_ROLE_OUTCOME, "Utfall", outcome);
  vb_plot_set_line_end_label (plot, 0, "");
  vb_plot_add_line (plot, VB_ROLE_NEED, "Prognos", forecast);
  vb_plot_add_level (plot, VB_ROLE_TARGET, "plan 95", 95);
  return VB_DRAWING (plot);
}

static VbDrawing *
make_target_plot (void)
{
  VbPlot *plot = vb_plot_new ("Målet styr behovet", "dra i punkten");
  VbHandle handle = { "Målbeläggning", 0.88, 0.7, 1.0, 0.01, 0.05 };
  double x[61], need[61];

  for (guint i = 0; i < 61; i++)
    {
      x[i] = 0.7 + i * 0.005;
      need[i] = 23.5 / x[i];
    }
  vb_plot_set_x_numbers (plot, "målbeläggning", VB_FORM_PERCENT, x, 61);
  vb_plot_set_y (plot, _ ("beds"), VB_FORM_KEY);
  vb_plot_add_line (plot, VB_ROLE_NEED, _ ("Need"), need);
  vb_plot_set_line_end_label (plot, 0, "");
  vb_plot_add_level (plot, VB_ROLE_AVAILABLE, "disponibla 27", 27);
  vb_plot_set_handle (plot, 0, &handle, "26,7 vid 88 %");
  return VB_DRAWING (plot);
}

/* P(N > b) of a Poisson census: 1 − Σ e^−m m^k / k!. */
static VbDrawing *
make_risk_plot (void)
{
  VbPlot *plot = vb_plot_new ("Platserna styr risken", "medel 23,5 patienter");
  double x[21], risk[21];
  double term = exp (-23.5), sum = 0;

  for (guint k = 0; k <= 40; k++)
    {
      sum += term;
      if (k >= 20)
        {
          x[k - 20] = k;
          risk[k - 20] = 1 - sum;
        }
      term *= 23.5 / (k + 1);
    }
  vb_plot_set_x_numbers (plot, _ ("beds"), VB_FORM_KEY, x, 21);
  vb_plot_set_y (plot, "risk att en patient saknar plats", VB_FORM_PERCENT);
  vb_plot_add_line (plot, VB_ROLE_SHORTAGE, "Risk", risk);
  vb_plot_set_line_end_label (plot, 0, "");
  vb_plot_add_mark (plot, 0, 7, "27 platser: 20 %");
  vb_plot_add_mark (plot, 0, 12, "32 platser: 4 %");
  return VB_DRAWING (plot);
}

static VbDrawing *
make_map (void)
{
  static const char *const names[] = { "Medicin 1", "Medicin 2", "Kirurgi 1",
                                       "Kirurgi 2", "Ortopedi",  "Geriatrik",
                                       "Infektion", "Barn",      "Psykiatri A" };
  static const double levels[] = { -6, -4.5, -3, 0, -2.4, -5, -1.3, 1.6, -3.2 };
  VbCellMap *map = vb_cell_map_new (VB_CELL_MAP_GAP, "Var och när saknas vårdplatser?",
                                    "gap per avdelning och månad 2026, − brist, + överskott",
                                    VB_GRAIN_MONTH, vb_day_from_ymd (2026, 1, 1), 12);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      double values[12];

      for (guint j = 0; j < 12; j++)
        values[j] = levels[i] + 2 * sin (i + j * 0.9) - (j == 6 || j == 7 ? 2.4 : 0);
      if (i == 4)
        values[2] = values[3] = NAN;
      vb_cell_map_add_row (map, i, names[i], values);
    }
  return VB_DRAWING (map);
}

static VbDrawing *
make_coverage (void)
{
  VbCellMap *map = vb_cell_map_new (VB_CELL_MAP_COVERAGE, "Vilka uppgifter finns?", NULL,
                                    VB_GRAIN_MONTH, vb_day_from_ymd (2024, 10, 1), 24);

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("Avdelning %u", i + 1);
      double values[24];

      for (guint j = 0; j < 24; j++)
        values[j] = i == 3 && j > 14 ? NAN : i == 5 && j == 8 ? 0.62 : i == 7 && j < 2 ? 0 : 1;
      vb_cell_map_add_row (map, i, name, values);
    }
  return VB_DRAWING (map);
}

static VbDrawing *
make_ranking (void)
{
  static const char *const names[] = { "Centralsjukhuset", "Norra lasarettet", "Västra sjukhuset",
                                       "Kustsjukhuset", "Södra lasarettet" };
  static const double values[] = { -0.101, -0.073, -0.012, 0, 0.094 };
  VbRanking *ranking = vb_ranking_new ("Var är bristen störst?", "gap i procent av behovet, 2026",
                                       VB_RANKING_LOLLIPOP, VB_ROLE_NEED, TRUE);

  vb_ranking_set_columns (ranking, "Enhet", "Gap %", VB_FORM_PERCENT_1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    vb_ranking_add (ranking, i, names[i], values[i], NAN, NAN, i == 1);
  return VB_DRAWING (ranking);
}

static VbDrawing *
make_bars (void)
{
  VbRanking *ranking = vb_ranking_new ("Vårdplatser per 1 000 invånare", NULL, VB_RANKING_BAR,
                                       VB_ROLE_AVAILABLE, FALSE);

  vb_ranking_add (ranking, 1, "Gotland", 2.61, 2.5, 2.7, FALSE);
  vb_ranking_add (ranking, 2, "Norrbotten", 2.2, 2.1, 2.3, TRUE);
  vb_ranking_add (ranking, 3, "Stockholm", 1.61, NAN, NAN, FALSE);
  vb_ranking_add (ranking, 4, "Ej rapporterat", NAN, NAN, NAN, FALSE);
  return VB_DRAWING (ranking);
}

static VbDrawing *
make_balance (void)
{
  return VB_DRAWING (vb_balance_new ("Väger det jämnt?", "Region Exempel 2026", 412, 386));
}

static VbDrawing *
make_surplus (void)
{
  return VB_DRAWING (vb_balance_new ("Väger det jämnt?", "Södra lasarettet", 17830.4, 19021));
}

static VbDrawing *
make_single_point (void)
{
  static const double need[] = { 412 };
  static const double available[] = { 386 };
  VbPlot *plot = vb_plot_new ("Ett år", NULL);

  vb_plot_set_x_periods (plot, VB_GRAIN_YEAR, vb_day_from_ymd (2026, 1, 1), 1);
  vb_plot_set_y (plot, _ ("beds"), VB_FORM_KEY);
  vb_plot_add_line (plot, VB_ROLE_NEED, _ ("Need"), need);
  vb_plot_add_line (plot, VB_ROLE_AVAILABLE, _ ("Available"), available);
  vb_plot_set_gap (plot, 0, 1);
  return VB_DRAWING (plot);
}

static VbDrawing *
make_all_missing (void)
{
  static const double missing[] = { NAN, NAN, NAN };
  VbPlot *plot = vb_plot_new ("Inga uppgifter", NULL);

  vb_plot_set_x_periods (plot, VB_GRAIN_YEAR, vb_day_from_ymd (2024, 1, 1), 3);
  vb_plot_add_line (plot, VB_ROLE_NEED, _ ("Need"), missing);
  vb_plot_add_line (plot, VB_ROLE_AVAILABLE, _ ("Available"), missing);
  vb_plot_set_gap (plot, 0, 1);
  return VB_DRAWING (plot);
}

static VbStaircase *
make_stair (guint reached, guint wanted)
{
  static const char *const names[] = { "Händelsestyrt", "Påbörjat", "Systematiskt", "Sammanhållet",
                                       "Lärande" };
  VbStaircase *stair = vb_staircase_new ("Trappan", "Medicinkliniken, ledning, 2026-11-12");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    vb_staircase_add_step (stair, names[i], "Så ser steget ut.");
  vb_staircase_set_reached (stair, reached);
  vb_staircase_set_wanted (stair, wanted, "önskat 2027");
  return stair;
}

static VbDrawing *
make_staircase (void)
{
  VbStaircase *stair = make_stair (2, 3);

  vb_staircase_set_remains (stair, "4 påståenden återstår till steg 3, först: prognos med "
                                   "felmått, bemanningskrav ur plan");
  return VB_DRAWING (stair);
}

static VbDrawing *
make_floor_stair (void)
{
  return VB_DRAWING (make_stair (1, 1));
}

static VbDrawing *
make_top_stair (void)
{
  return VB_DRAWING (make_stair (5, 5));
}

static VbDrawing *
make_unknown_stair (void)
{
  return VB_DRAWING (make_stair (0, 0));
}

static VbDrawing *
make_profile (void)
{
  static const char *const names[] = { "Ledning och kultur",
                                       "Behov",
                                       "Kapacitet",
                                       "Prognostisering",
                                       "Balansering och beslut",
                                       "Produktionsplan och schema",
                                       "Uppföljning och lärande",
                                       "Information och it-stöd" };
  static const double places[][VB_N_PROFILE_MARKS] = {
    { 3, 2, 4 }, { 3, 3, 4 }, { 2, 2, 3 },   { 2, 1, NAN },
    { 4, 2, 3 }, { 2, 2, 2 }, { 2, NAN, 5 }, { NAN, 2, NAN },
  };
  VbProfile *profile = vb_profile_new ("Områden", NULL, "Område", 5);

  vb_profile_set_mark_name (profile, VB_PROFILE_LAST, "2025");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    vb_profile_add (profile, i, names[i], places[i], NAN, NAN);
  return VB_DRAWING (profile);
}

static VbDrawing *
make_spread (void)
{
  static const char *const names[] = { "Möten", "Processer", "It-stöd" };
  static const double places[][VB_N_PROFILE_MARKS] = { { 2.5, NAN, NAN },
                                                       { 2, NAN, NAN },
                                                       { NAN, NAN, NAN } };
  VbProfile *profile = vb_profile_new ("Hur stor är spridningen?", "12 skattningar", "Område", 5);

  vb_profile_set_mark_name (profile, VB_PROFILE_TODAY, "median");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    vb_profile_add (profile, i, names[i], places[i], i < 2 ? i + 1 : NAN, i < 2 ? 4 : NAN);
  return VB_DRAWING (profile);
}

static VbDrawing *
make_empty_profile (void)
{
  return VB_DRAWING (vb_profile_new ("Tom profil", NULL, "Område", 5));
}

static VbDrawing *
make_empty_stair (void)
{
  return VB_DRAWING (vb_staircase_new ("Tom trappa", NULL));
}

static VbDrawing *
make_empty (void)
{
  return VB_DRAWING (vb_plot_new ("Tomt", NULL));
}

static VbDrawing *
make_empty_map (void)
{
  return VB_DRAWING (vb_cell_map_new (VB_CELL_MAP_GAP, "Tom karta", NULL, VB_GRAIN_MONTH,
                                      vb_day_from_ymd (2026, 1, 1), 12));
}

static VbDrawing *
make_huge (void)
{
  static const double need[] = { 1.2e12, 1.3e12, 0.4e12, NAN, 2.2e12, 2.21e12 };
  static const double available[] = { 1.2e12, 1.1e12, 0.6e12, 1e12, 2.2e12, 2.2e12 };
  VbPlot *plot = vb_plot_new ("Mycket stora tal", NULL);

  vb_plot_set_x_periods (plot, VB_GRAIN_QUARTER, vb_day_from_ymd (2025, 7, 1), 6);
  vb_plot_set_y (plot, _ ("beds"), VB_FORM_KEY);
  vb_plot_add_line (plot, VB_ROLE_NEED, _ ("Need"), need);
  vb_plot_add_line (plot, VB_ROLE_AVAILABLE, _ ("Available"), available);
  vb_plot_set_gap (plot, 0, 1);
  return VB_DRAWING (plot);
}

static const struct
{
  const char *name;
  VbDrawing *(*make) (void);
} drawings[] = {
  { "gap", make_gap_plot },
  { "months", make_month_plot },
  { "forecast", make_forecast_plot },
  { "target", make_target_plot },
  { "risk", make_risk_plot },
  { "map", make_map },
  { "coverage", make_coverage },
  { "ranking", make_ranking },
  { "bars", make_bars },
  { "balance", make_balance },
  { "surplus", make_surplus },
  { "staircase", make_staircase },
  { "staircase-floor", make_floor_stair },
  { "staircase-top", make_top_stair },
  { "staircase-unknown", make_unknown_stair },
  { "staircase-empty", make_empty_stair },
  { "profile", make_profile },
  { "profile-spread", make_spread },
  { "profile-empty", make_empty_profile },
  { "single", make_single_point },
  { "missing", make_all_missing },
  { "empty", make_empty },
  { "empty-map", make_empty_map },
  { "huge", make_huge },
};

guint
gallery_get_n_drawings (void)
{
  return G_N_ELEMENTS (drawings) + gallery_get_n_strategic ();
}

VbDrawing *
gallery_make_drawing (guint index, const char **name)
{
  if (index >= G_N_ELEMENTS (drawings))
    return gallery_make_strategic (index - G_N_ELEMENTS (drawings), name);
  *name = drawings[index].name;
  return drawings[index].make ();
}
