/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calc erlang, beds-loss, beds-poisson, occupancy-target, refusals. */
#include "vb-cli-calc.h"
#include "vb-cli-commands.h"

#include <glib/gi18n-lib.h>

#include "vb-queueing.h"

#define MAX_LOAD 1e6

/* A fraction that is neither 0 nor 1, where the ends have no answer. */
#define INSIDE_MIN G_MINDOUBLE
#define INSIDE_MAX (1 - G_MINDOUBLE - 1e-15)

#define BEDS(name)                                                                                 \
  {                                                                                                \
    name, VB_CLI_CALC_INTEGER, 1, VB_QUEUEING_MAX_BEDS, N_ ("a whole number from 1 to 1,000,000")  \
  }
#define LOAD(name)                                                                                 \
  {                                                                                                \
    name, VB_CLI_CALC_NUMBER, 0, MAX_LOAD, N_ ("a number from 0 to 1,000,000")                     \
  }
#define FRACTION(name)                                                                             \
  {                                                                                                \
    name, VB_CLI_CALC_NUMBER, INSIDE_MIN, INSIDE_MAX, N_ ("a number above 0 and below 1")          \
  }
#define RESULT(name)                                                                               \
  {                                                                                                \
    name, VB_CLI_CALC_RESULT                                                                       \
  }

enum
{
  ERLANG_SERVERS,
  ERLANG_LOAD,
  ERLANG_BLOCKING,
  ERLANG_OCCUPANCY,
  ERLANG_P_WAIT,
  ERLANG_QUEUE,
  ERLANG_WAIT,
};

static const VbCliCalcColumn erlang_columns[] = {
  BEDS ("servers_beds_c"),
  LOAD ("offered_load_a"),
  RESULT ("erlang_b_blocking"),
  RESULT ("carried_occupancy_loss_system"),
  RESULT ("erlang_c_p_wait"),
  RESULT ("mean_queue_Lq"),
  RESULT ("mean_wait_in_units_of_service_time"),
  { NULL },
};

static gboolean
compute_erlang (double *values, GError **error)
{
  VbQueueingErlang erlang =
      vb_queueing_get_erlang ((guint) values[ERLANG_SERVERS], values[ERLANG_LOAD]);

  values[ERLANG_BLOCKING] = erlang.blocking;
  values[ERLANG_OCCUPANCY] = erlang.carried_occupancy;
  values[ERLANG_P_WAIT] = erlang.p_wait;
  values[ERLANG_QUEUE] = erlang.mean_queue;
  values[ERLANG_WAIT] = erlang.mean_wait;
  return TRUE;
}

static const VbCliCalc erlang_calc = { erlang_columns, compute_erlang };

const VbCliCommand vb_cli_calc_erlang = {
  .name = "calc erlang",
  .arguments = VB_CLI_CALC_ARGUMENTS,
  .summary = N_ ("Refusals and waits of a number of beds at an offered load"),
  .description = N_ (
      "Input columns: servers_beds_c, offered_load_a (arrivals × mean length of stay).\n\n"
      "Adds erlang_b_blocking and carried_occupancy_loss_system (patients who find no bed are "
      "refused), and erlang_c_p_wait, mean_queue_Lq and mean_wait_in_units_of_service_time (they "
      "wait; inf where the load exceeds the beds)."),
  .max_arguments = 1,
  .has_table = TRUE,
  .run = vb_cli_calc_run,
  .data = &erlang_calc,
};

enum
{
  LOSS_ARRIVALS,
  LOSS_ALOS,
  LOSS_LOAD,
  LOSS_LIMIT,
  LOSS_BEDS,
  LOSS_REFUSED,
  LOSS_OCCUPANCY,
  LOSS_OFFERED,
};

static const VbCliCalcColumn loss_columns[] = {
  LOAD ("arrivals_per_day"),
  LOAD ("alos_days"),
  RESULT ("offered_load"),
  FRACTION ("max_refused_fraction"),
  RESULT ("beds_needed"),
  RESULT ("achieved_refused_fraction"),
  RESULT ("occupancy_carried"),
  RESULT ("occupancy_offered_load_over_beds"),
  { NULL },
};

static gboolean
compute_loss (double *values, GError **error)
{
  VbQueueingBeds beds;

  values[LOSS_LOAD] = values[LOSS_ARRIVALS] * values[LOSS_ALOS];
  if (!vb_queueing_find_beds_loss (values[LOSS_LOAD], values[LOSS_LIMIT], &beds, error))
    return FALSE;

  values[LOSS_BEDS] = beds.beds;
  values[LOSS_REFUSED] = beds.refused;
  values[LOSS_OCCUPANCY] = beds.occupancy_carried;
  values[LOSS_OFFERED] = beds.occupancy_offered;
  return TRUE;
}

static const VbCliCalc loss_calc = { loss_columns, compute_loss };

const VbCliCommand vb_cli_calc_beds_loss = {
  .name = "calc beds-loss",
  .arguments = VB_CLI_CALC_ARGUMENTS,
  .summary = N_ ("The fewest beds that refuse no more than a given fraction"),
  .description = N_ (
      "Input columns: arrivals_per_day, alos_days (mean length of stay), max_refused_fraction.\n\n"
      "Adds offered_load, beds_needed, achieved_refused_fraction, occupancy_carried and "
      "occupancy_offered_load_over_beds. Patients who find no bed are refused (Erlang B)."),
  .max_arguments = 1,
  .has_table = TRUE,
  .run = vb_cli_calc_run,
  .data = &loss_calc,
};

enum
{
  POISSON_MEAN,
  POISSON_LIMIT,
  POISSON_BEDS,
  POISSON_RISK,
  POISSON_OCCUPANCY,
};

static const VbCliCalcColumn poisson_columns[] = {
  LOAD ("mean_census_poisson"),
  FRACTION ("max_P_census_exceeds_beds"),
  RESULT ("beds"),
  RESULT ("achieved_P_exceed"),
  RESULT ("mean_occupancy"),
  { NULL },
};

static gboolean
compute_poisson (double *values, GError **error)
{
  guint beds;

  if (!vb_queueing_find_beds_risk (values[POISSON_MEAN], 1, values[POISSON_LIMIT], &beds, error))
    return FALSE;

  values[POISSON_BEDS] = beds;
  values[POISSON_RISK] = vb_queueing_get_risk (values[POISSON_MEAN], 1, beds);
  values[POISSON_OCCUPANCY] = values[POISSON_MEAN] / beds;
  return TRUE;
}

static const VbCliCalc poisson_calc = { poisson_columns, compute_poisson };

const VbCliCommand vb_cli_calc_beds_poisson = {
  .name = "calc beds-poisson",
  .arguments = VB_CLI_CALC_ARGUMENTS,
  .summary = N_ ("The fewest beds that leave a patient without one no oftener than accepted"),
  .description =
      N_ ("Input columns: mean_census_poisson, max_P_census_exceeds_beds.\n\n"
          "Adds beds, achieved_P_exceed and mean_occupancy. The number of patients is Poisson: "
          "everybody is cared for, with or without a bed (an infinite-server system)."),
  .max_arguments = 1,
  .has_table = TRUE,
  .run = vb_cli_calc_run,
  .data = &poisson_calc,
};

enum
{
  TARGET_BEDS,
  TARGET_REFUSED,
  TARGET_LOAD,
  TARGET_OCCUPANCY,
};

static const VbCliCalcColumn target_columns[] = {
  BEDS ("beds"), FRACTION ("refused_fraction"), RESULT ("offered_load"), RESULT ("occupancy"),
  { NULL },
};

static gboolean
compute_target (double *values, GError **error)
{
  vb_queueing_find_load ((guint) values[TARGET_BEDS], values[TARGET_REFUSED], &values[TARGET_LOAD],
                         &values[TARGET_OCCUPANCY]);
  return TRUE;
}

static const VbCliCalc target_calc = { target_columns, compute_target };

const VbCliCommand vb_cli_calc_occupancy_target = {
  .name = "calc occupancy-target",
  .arguments = VB_CLI_CALC_ARGUMENTS,
  .summary = N_ ("The highest occupancy of a ward that refuses no more than a given fraction"),
  .description = N_ ("Input columns: beds, refused_fraction.\n\nAdds offered_load and occupancy "
                     "(Erlang B, solved for the load)."),
  .max_arguments = 1,
  .has_table = TRUE,
  .run = vb_cli_calc_run,
  .data = &target_calc,
};

enum
{
  REFUSALS_BEDS,
  REFUSALS_OCCUPANCY,
  REFUSALS_LOAD,
  REFUSALS_REFUSED,
};

static const VbCliCalcColumn refusals_columns[] = {
  BEDS ("beds"),
  FRACTION ("carried_occupancy"),
  RESULT ("offered_load"),
  RESULT ("refused_fraction"),
  { NULL },
};

static gboolean
compute_refusals (double *values, GError **error)
{
  vb_queueing_find_refusals ((guint) values[REFUSALS_BEDS], values[REFUSALS_OCCUPANCY],
                             &values[REFUSALS_LOAD], &values[REFUSALS_REFUSED]);
  return TRUE;
}

static const VbCliCalc refusals_calc = { refusals_columns, compute_refusals };

const VbCliCommand vb_cli_calc_refusals = {
  .name = "calc refusals",
  .arguments = VB_CLI_CALC_ARGUMENTS,
  .summary = N_ ("What a ward refuses when it is kept at a given occupancy"),
  .description = N_ ("Input columns: beds, carried_occupancy.\n\nAdds offered_load and "
                     "refused_fraction (Erlang B, solved for the load)."),
  .max_arguments = 1,
  .has_table = TRUE,
  .run = vb_cli_calc_run,
  .data = &refusals_calc,
};
