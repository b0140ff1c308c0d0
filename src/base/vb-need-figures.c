/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-need-figures.h"

#include <math.h>

const VbNeedFigures vb_need_figures_unknown = {
  .days = NAN,
  .bed_days = NAN,
  .available_beds = NAN,
  .established_beds = NAN,
  .occupied_beds = NAN,
  .overcrowding = NAN,
  .occupancy = NAN,
  .target_occupancy = NAN,
  .need_beds = NAN,
  .gap_beds = NAN,
  .gap_share = NAN,
  .coverage = NAN,
  .target_unit_steps = -1,
};
