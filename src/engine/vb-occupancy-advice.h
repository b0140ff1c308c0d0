/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which target occupancy suits a unit, and what targets cost. */
#pragma once

#include "vb-occupancy.h"
#include "vb-terms.h"

G_BEGIN_DECLS

/* A series shorter than this tells nothing of how a census varies. */
#define VB_OCCUPANCY_MIN_DAYS 28

typedef struct
{
  guint n_days; /* that are known */
  double mean;
  double variance_factor; /* variance ÷ mean; NAN for fewer than MIN_DAYS, or without patients */
} VbOccupancyCensus;

/* How the daily census of @n days varies; NAN: not known. */
VbOccupancyCensus vb_occupancy_describe_census (const double *census, gsize n);

/* What is taken where nothing is known of the unit itself. */
double vb_occupancy_get_usual_variance_factor (double acute_share);
double vb_occupancy_get_usual_risk (VbCareType care_type);

/* On the days on which it is not closed. */
typedef struct
{
  double mean_census;     /* patients; NAN: not known */
  double available_beds;  /* NAN: not known */
  double acute_share;     /* of the admissions, 0–1; NAN: not known */
  guint8 care_type;       /* VbCareType */
  double variance_factor; /* measured; NAN = the usual for the acute share */
  double max_risk;        /* accepted, 0–1; NAN = the usual for the care type */
  double closed_share;    /* of all days, 0 up to 1: those without beds and patients */
} VbOccupancyUnit;

/* What is taken of a unit: its own within what the model bears, else the usual. */
double vb_occupancy_get_variance_factor (const VbOccupancyUnit *unit);
double vb_occupancy_get_max_risk (const VbOccupancyUnit *unit);

typedef struct
{
  double variance_factor; /* in use: 0.5–2 */
  double max_risk;        /* in use */
  guint beds_needed;      /* the fewest at which the risk is accepted */
  double target;          /* mean census ÷ beds needed: the advice; NAN without patients */
  double risk;            /* with today's beds; NAN when they are not known */
  /* The highest occupancy at which today's beds keep the risk, however many patients there are
   * now; NAN when the beds are not known. */
  double target_of_beds;
  /* The same, were patients who find no bed refused (Erlang loss) and that share of them accepted.
   */
  double target_of_beds_refusing;
} VbOccupancyAdvice;

/* The unit's census must be known. VB_ERROR_IMPOSSIBLE when it takes more than
 * VB_QUEUEING_MAX_BEDS. */
gboolean vb_occupancy_advise (const VbOccupancyUnit *unit, VbOccupancyAdvice *out, GError **error);

/* How the recommended target rises with the size of a unit: for each of @n numbers of @beds (at
 * least 1) the highest mean census x at which the risk is at most @max_risk, and y = x ÷ beds.
 * Freed with g_free(). */
VbOccupancyPoint *
vb_occupancy_trace_target (double variance_factor, double max_risk, const guint *beds, guint n);

typedef struct
{
  double target;
  double need;        /* beds: Σ census ÷ T */
  double beds;        /* whole beds, the fewest in each unit at which its occupancy is at most T */
  double more_beds;   /* beds - those available; NAN when these are not known of every unit */
  double units_short; /* units with a patient without a bed on a mean day; of one unit, its risk */
  double without_bed; /* patients without a bed on a mean day */
  /* Risk that a patient is without a bed, did all of the units share those beds; of one unit, its
   * own. Their censuses are taken to be independent of each other. */
  double risk_shared;
  /* Patients refused ÷ patients, were today's beds filled to T and those who find none refused; NAN
   * when the beds are not known of any. */
  double refused;
} VbOccupancyPrice;

/* What each of @n_targets (in (0, 1)) costs in @n units together; units without a census are left
 * out. Of one unit all is said of the days on which it is open; of several, of a mean day, on which
 * a unit that is closed now and then counts by the share of days on which it is not. Freed with
 * g_free(). */
VbOccupancyPrice *vb_occupancy_price_targets (const VbOccupancyUnit *units,
                                              gsize n,
                                              const double *targets,
                                              guint n_targets);

G_END_DECLS
