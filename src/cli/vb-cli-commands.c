/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-cli-commands.h"

const VbCliCommand *const vb_cli_commands[] = {
  &vb_cli_calc_erlang,
  &vb_cli_calc_beds_loss,
  &vb_cli_calc_beds_poisson,
  &vb_cli_calc_occupancy_target,
  &vb_cli_calc_refusals,
  &vb_cli_calc_pooling,
  &vb_cli_calc_largest_remainder,
  NULL,
};
