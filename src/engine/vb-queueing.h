/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beds and queues in closed form. Two pictures of a ward:
 *
 * - the loss system (Erlang B): a patient who finds no bed is refused and goes elsewhere;
 * - the infinite-server system: every patient is cared for, with or without a bed, and the census N
 *   is Poisson, or varies less or more than that (see vb_queueing_get_risk()).
 *
 * Units: the offered load a is arrivals a day × mean length of stay in days, so patients who would
 * be there if nobody were refused; fractions run 0..1. Sources: A. K. Erlang, "Løsning af nogle
 * Problemer fra Sandsynlighedsregningen …", Elektroteknikeren 13 (1917); A. M. de Bruin et al.,
 * "Dimensioning hospital wards using the Erlang loss model", Ann Oper Res 178 (2010). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Beds beyond this are refused as a mistake; it bounds the time of every function here. */
#define VB_QUEUEING_MAX_BEDS 1000000

/* Erlang B: the fraction refused with @servers beds and offered load @load. */
double vb_queueing_get_erlang_b (guint servers, double load);

typedef struct
{
  double blocking;          /* Erlang B */
  double carried_occupancy; /* a (1 - B) / c */
  double p_wait;            /* Erlang C: the fraction that must wait; 1 when a >= c */
  double mean_queue;        /* Lq; INFINITY when a >= c */
  double mean_wait;         /* Wq, in mean service times; INFINITY when a >= c */
} VbQueueingErlang;

/* What @servers (at least 1) do with @load, refusing (blocking, occupancy) or queueing (the rest).
 */
VbQueueingErlang vb_queueing_get_erlang (guint servers, double load);

typedef struct
{
  guint beds;
  double refused;
  double occupancy_carried; /* load (1 - refused) / beds */
  double occupancy_offered; /* load / beds */
} VbQueueingBeds;

/* The fewest beds at which at most @max_refused of @load is refused.
 * VB_ERROR_IMPOSSIBLE when that takes more than VB_QUEUEING_MAX_BEDS. */
gboolean
vb_queueing_find_beds_loss (double load, double max_refused, VbQueueingBeds *out, GError **error);

/* P(N > @beds): the risk that a patient is without a bed, for a census with mean @mean and variance
 * @mean × @variance_factor (0.5–2; 1 is Poisson). @beds may be a mean of days and need not be
 * whole: N is, so P(N > 26.7) = P(N > 26). */
double vb_queueing_get_risk (double mean, double variance_factor, double beds);

/* Patients without a bed on a mean day, E (N - @beds)⁺, for the same census; @beds is rounded down.
 */
double vb_queueing_get_overflow (double mean, double variance_factor, double beds);

/* The fewest beds at which that risk is at most @max_risk. VB_ERROR_IMPOSSIBLE as above. */
gboolean vb_queueing_find_beds_risk (
    double mean, double variance_factor, double max_risk, guint *out_beds, GError **error);

/* The fraction refused with a mean number of @beds. */
double vb_queueing_get_refused (double beds, double load);

/* The highest load that @beds (at least 1) can be offered with at most @refused refused, and the
 * occupancy it gives. @refused in (0, 1). */
void vb_queueing_find_load (guint beds, double refused, double *out_load, double *out_occupancy);

/* The load that fills @beds (at least 1) to the carried occupancy @occupancy in (0, 1), and what is
 * refused then. */
void
vb_queueing_find_refusals (guint beds, double occupancy, double *out_load, double *out_refused);

typedef struct
{
  double beds; /* mean: 10.3 are 11 on three days of ten and 10 on the others */
  double load;
  double closed_share; /* of the days, 0 up to 1; beds and load are those of the others */
} VbQueueingWard;

typedef struct
{
  double refused_separate; /* of all patients, each ward for itself */
  double refused_pooled;   /* the same beds, shared */
  guint beds_pooled;       /* shared beds that refuse no more than the wards did */
  double beds_saved;
} VbQueueingPooling;

/* What sharing the beds of @n wards does. Their loads must add up to more than 0.
 * VB_ERROR_IMPOSSIBLE as above. */
gboolean
vb_queueing_pool (const VbQueueingWard *wards, gsize n, VbQueueingPooling *out, GError **error);

G_END_DECLS
