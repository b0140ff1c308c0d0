/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-cli.h"

G_BEGIN_DECLS

/* Every command of the program, in the order of its help; ends with NULL. */
extern const VbCliCommand *const vb_cli_commands[];

extern const VbCliCommand vb_cli_new;
extern const VbCliCommand vb_cli_info;
extern const VbCliCommand vb_cli_import;
extern const VbCliCommand vb_cli_units;
extern const VbCliCommand vb_cli_observations;
extern const VbCliCommand vb_cli_need;
extern const VbCliCommand vb_cli_breakdown;
extern const VbCliCommand vb_cli_scenarios;
extern const VbCliCommand vb_cli_potential;
extern const VbCliCommand vb_cli_chart;
extern const VbCliCommand vb_cli_report;
extern const VbCliCommand vb_cli_export;
extern const VbCliCommand vb_cli_ladder;
extern const VbCliCommand vb_cli_assess;
extern const VbCliCommand vb_cli_assessment;
extern const VbCliCommand vb_cli_diff;
extern const VbCliCommand vb_cli_merge;
extern const VbCliCommand vb_cli_check;
extern const VbCliCommand vb_cli_migrate;
extern const VbCliCommand vb_cli_calc_erlang;
extern const VbCliCommand vb_cli_calc_beds_loss;
extern const VbCliCommand vb_cli_calc_beds_poisson;
extern const VbCliCommand vb_cli_calc_occupancy_target;
extern const VbCliCommand vb_cli_calc_refusals;
extern const VbCliCommand vb_cli_calc_pooling;
extern const VbCliCommand vb_cli_calc_largest_remainder;

G_END_DECLS
