/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-cli-commands.h"

const VbCliCommand *const vb_cli_commands[] = {
  &vb_cli_new,
  &vb_cli_info,
  &vb_cli_import,
  &vb_cli_units,
  &vb_cli_observations,
  &vb_cli_need,
  &vb_cli_chart,
  &vb_cli_report,
  &vb_cli_export,
  &vb_cli_ladder,
  &vb_cli_assess,
  &vb_cli_assessment,
  &vb_cli_diff,
  &vb_cli_merge,
  &vb_cli_check,
  &vb_cli_migrate,
  &vb_cli_calc_erlang,
  &vb_cli_calc_beds_loss,
  &vb_cli_calc_beds_poisson,
  &vb_cli_calc_occupancy_target,
  &vb_cli_calc_refusals,
  &vb_cli_calc_pooling,
  &vb_cli_calc_largest_remainder,
  NULL,
};
