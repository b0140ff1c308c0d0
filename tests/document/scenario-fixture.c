/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario-fixture.h"

static void
add_figure (VbReadyScenario *ready, const char *id, double value)
{
  VbReadyFigure figure = { .id = (char *) id,
                           .name = { (char *) "Platser", (char *) "Beds" },
                           .value = value,
                           .status = VB_FIGURE_STATUS_DERIVED,
                           .source = { (char *) "Källa", (char *) "Source" } };

  vb_ready_scenario_add_figure (ready, &figure);
}

static void
add_levers (VbReadyScenario *ready)
{
  VbReadyLever open = { .id = (char *) "open",
                        .name = { (char *) "Öppna", (char *) "Open" },
                        .figures = VB_LEVER_FIGURES_INIT,
                        .status = VB_FIGURE_STATUS_OFFICIAL,
                        .focus_area = 2 };
  VbReadyLever less = { .id = (char *) "less",
                        .name = { (char *) "Minska", NULL },
                        .figures = VB_LEVER_FIGURES_INIT,
                        .status = VB_FIGURE_STATUS_OWN,
                        .source = { NULL, (char *) "Own proposal" } };

  open.figures.side = VB_BALANCE_SIDE_CAPACITY;
  open.figures.profile = VB_LEVER_PROFILE_STEP;
  open.figures.low = 4;
  open.figures.base = 6;
  open.figures.high = 9;
  open.figures.start = 2025;
  open.figures.full = 2025;
  open.figures.yearly_cost = 5e6;
  vb_ready_scenario_add_lever (ready, &open);

  less.figures.side = VB_BALANCE_SIDE_NEED;
  less.figures.basis = VB_LEVER_BASIS_SHARE;
  less.figures.low = 0.25;
  less.figures.base = 0.5;
  less.figures.high = 0.5;
  less.figures.bed_days = 3285;
  less.figures.overlap = 1;
  less.figures.start = 2024;
  less.figures.full = 2026;
  vb_ready_scenario_add_lever (ready, &less);
}

VbReadyScenario *
make_ready_scenario (void)
{
  VbReadyScenario *ready = vb_ready_scenario_new ("ready-1", VB_CARE_GROUP_ICU, 2024, 2026);
  const VbBilingual name = { (char *) "Färdigt", (char *) "Ready" };
  const VbBilingual description = { (char *) "Så går det till.", NULL };
  const VbBilingual notice = { (char *) "Obs.", (char *) "Note." };
  g_autoptr (GError) error = NULL;

  vb_ready_scenario_set_name (ready, &name);
  vb_ready_scenario_set_description (ready, &description);
  vb_ready_scenario_set_notice (ready, &notice);
  vb_ready_scenario_set_target_occupancy (ready, 0.9);
  add_figure (ready, "need", 110);
  add_figure (ready, "capacity", 100);
  add_levers (ready);
  vb_ready_scenario_validate (ready, &error);
  g_assert_no_error (error);
  return ready;
}
