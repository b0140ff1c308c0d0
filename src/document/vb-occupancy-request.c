/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An order becomes the calculation's arrays, and its answers a study. */
#include "private/vb-occupancy-request.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "private/vb-planner-private.h"
#include "vb-document-occupancy.h"

#define DAYS_OF_YEAR 365.0

void
_vb_occupancy_request_free (VbOccupancyRequest *self)
{
  g_weak_ref_clear (&self->advisor);
  g_clear_pointer (&self->job, _vb_occupancy_job_free);
  g_ptr_array_unref (self->units);
  g_array_unref (self->target_in_force);
  g_array_unref (self->need);
  g_ptr_array_unref (self->pool);
  g_free (self);
}

void
vb_occupancy_order_init (VbOccupancyOrder *order)
{
  static const double usual_targets[] = { 0.95, 0.9, 0.85 };

  *order = (VbOccupancyOrder){ 0 };
  for (gsize i = 0; i < G_N_ELEMENTS (usual_targets); i++)
    order->targets[order->n_targets++] = usual_targets[i];
}

double
vb_occupancy_get_proposed_risk (VbCareType care_type)
{
  return vb_occupancy_get_usual_risk (care_type);
}

/* ---- the question ---------------------------------------------------------------------------- */

/* The region, or what is topmost below the nation. */
static VbUnit *
find_region (VbUnit *unit)
{
  VbUnit *parent;

  while (vb_unit_get_kind (unit) != VB_UNIT_REGION && (parent = vb_unit_get_parent (unit)) != NULL
         && vb_unit_get_kind (parent) != VB_UNIT_NATION)
    unit = parent;
  return unit;
}

static VbUnit *
find_hospital (VbUnit *unit)
{
  while (unit != NULL && vb_unit_get_kind (unit) != VB_UNIT_HOSPITAL)
    unit = vb_unit_get_parent (unit);
  return unit;
}

VbCareType
vb_occupancy_get_care_type (VbUnit *unit, VbCareGroup group)
{
  static const VbCareType types[VB_N_CARE_GROUPS] = { VB_CARE_TYPE_NONE, VB_CARE_TYPE_SOMATIC,
                                                      VB_CARE_TYPE_ICU, VB_CARE_TYPE_PSYCHIATRIC };
  VbCareType type;

  g_return_val_if_fail (VB_IS_UNIT (unit), VB_CARE_TYPE_NONE);

  type = vb_unit_get_care_type (unit);
  return vb_care_type_get_group (type) == group ? type : types[group];
}

/* What a unit of each care type accepts below @unit, and @unit itself; NAN = the usual. */
typedef struct
{
  double of[VB_N_CARE_TYPES];
} Risks;

static Risks
find_risks (VbDocument *document, VbUnit *unit)
{
  Risks risks;

  for (guint type = 0; type < VB_N_CARE_TYPES; type++)
    risks.of[type] = vb_document_find_accepted_risk (document, unit, (VbCareType) type, NULL);
  return risks;
}

static double
get_curve_risk (VbDocument *document, const VbOccupancyOrder *order)
{
  VbCareType care_type = vb_occupancy_get_care_type (order->unit, order->group);
  double own = vb_document_find_accepted_risk (document, order->unit, care_type, NULL);

  return isnan (own) ? vb_occupancy_get_usual_risk (care_type) : own;
}

/* @above: what holds for the parent. */
static Risks
inherit_risks (VbDocument *document, VbUnit *unit, const Risks *above)
{
  Risks risks = *above;

  for (guint type = 0; type < VB_N_CARE_TYPES; type++)
    {
      double own =
          vb_document_get_accepted_risk (document, vb_unit_get_id (unit), (VbCareType) type);

      if (!isnan (own))
        risks.of[type] = own;
    }
  return risks;
}

static const VbNeedFigures *
find_figures (VbNeedTable *need, VbUnit *unit, VbCareGroup group, VbPeriod period)
{
  int index = vb_need_table_find_period (need, period.start);

  return index < 0 ? NULL : vb_need_table_get (need, vb_unit_get_id (unit), group, (guint) index);
}

/* Adds @unit and those below it that have patients in the group; nothing when there are none. */
static void
add_unit (VbOccupancyRequest *request,
          VbDocument *document,
          VbNeedTable *need,
          const VbOccupancyOrder *order,
          const Risks *above,
          VbUnit *unit,
          gint32 parent)
{
  VbOccupancyJob *job = request->job;
  const VbNeedFigures *figures = find_figures (need, unit, order->group, order->period);
  VbCareType care_type = vb_occupancy_get_care_type (unit, order->group);
  Risks risks = inherit_risks (document, unit, above);
  VbOccupancyUnit added = {
    .mean_census = figures != NULL ? figures->occupied_beds : NAN,
    .available_beds = figures != NULL ? figures->available_beds : NAN,
    .acute_share = vb_unit_get_acute_share (unit),
    .care_type = (guint8) care_type,
    .variance_factor = vb_document_get_variation (document, vb_unit_get_id (unit), order->group),
    .max_risk = risks.of[care_type],
  };
  double target = figures != NULL ? figures->target_occupancy : NAN;
  VbNeedFigures known = { .occupied_beds = NAN, .available_beds = NAN };
  gint64 id = vb_unit_get_id (unit);
  guint index = job->units->len;
  GListModel *children = vb_unit_get_children (unit);

  g_array_append_val (job->parent, parent);
  g_array_append_val (job->unit_ids, id);
  g_array_append_val (job->units, added);
  g_ptr_array_add (request->units, g_object_ref (unit));
  g_array_append_val (request->target_in_force, target);
  if (figures != NULL)
    known = *figures;
  g_array_append_val (request->need, known);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);

      add_unit (request, document, need, order, &risks, child, (gint32) index);
    }

  if (job->units->len == index + 1 && isnan (added.mean_census))
    {
      g_array_set_size (job->parent, index);
      g_array_set_size (job->unit_ids, index);
      g_array_set_size (job->units, index);
      g_ptr_array_set_size (request->units, index);
      g_array_set_size (request->target_in_force, index);
      g_array_set_size (request->need, index);
    }
}

/* Unless it is priced already. */
static void
add_priced (VbOccupancyRequest *request, VbUnit *unit)
{
  VbOccupancyJob *job = request->job;
  VbOccupancyRange range;

  if (unit == NULL || !g_ptr_array_find (request->units, unit, &range.first))
    return;
  for (guint i = 0; i < job->priced->len; i++)
    if (g_array_index (job->priced, VbOccupancyRange, i).first == range.first)
      return;
  for (range.after = range.first + 1; range.after < job->units->len; range.after++)
    if (g_array_index (job->parent, gint32, range.after) < (gint32) range.first)
      break;
  g_array_append_val (job->priced, range);
}

static int
compare_targets (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left < right) - (left > right);
}

/* The highest first. Of those that are the same in whole per cent, the last asked for stays: the
 * usual come before the reader's own. */
static void
add_targets (VbOccupancyJob *job, const VbOccupancyOrder *order)
{
  for (guint i = 0; i < MIN (order->n_targets, VB_OCCUPANCY_MAX_TARGETS); i++)
    {
      double target = order->targets[i];

      if (!(target > 0 && target < 1))
        continue;
      for (guint k = job->targets->len; k-- > 0;)
        if (fabs (g_array_index (job->targets, double, k) - target) < 0.005)
          g_array_remove_index (job->targets, k);
      g_array_append_val (job->targets, target);
    }
  g_array_sort (job->targets, compare_targets);
}

static void
add_pool (VbOccupancyRequest *request, GListModel *pool)
{
  for (guint i = 0; pool != NULL && i < g_list_model_get_n_items (pool); i++)
    {
      g_autoptr (VbUnit) unit = g_list_model_get_item (pool, i);
      guint index;

      if (g_ptr_array_find (request->units, unit, &index)
          && _vb_occupancy_job_is_bottom (request->job, index))
        g_array_append_val (request->job->pool, index);
      g_ptr_array_add (request->pool, g_steal_pointer (&unit));
    }
}

/* The census of a year to come is as that of the latest with data. */
static int
find_census_year (VbDocument *document, VbPeriod period)
{
  VbDay end;
  int year, month, day;

  vb_day_to_ymd (vb_document_get_extent (document, NULL, &end) ? MIN (period.start, end - 1)
                                                               : period.start,
                 &year, &month, &day);
  return year;
}

VbOccupancyRequest *
_vb_occupancy_request_new (VbPlanner *planner, VbNeedTable *need, const VbOccupancyOrder *order)
{
  VbOccupancyRequest *request = g_new0 (VbOccupancyRequest, 1);
  VbOccupancyJob *job = _vb_occupancy_job_new ();
  VbDocument *document = _vb_planner_get_document (planner);
  VbUnit *region = find_region (order->unit);
  Risks risks = find_risks (document, region);
  guint index;

  g_weak_ref_init (&request->advisor, NULL);
  request->job = job;
  request->units = g_ptr_array_new_with_free_func (g_object_unref);
  request->target_in_force = g_array_new (FALSE, FALSE, sizeof (double));
  request->need = g_array_new (FALSE, FALSE, sizeof (VbNeedFigures));
  request->pool = g_ptr_array_new_with_free_func (g_object_unref);

  job->facts = _vb_facts_ref (_vb_planner_get_fresh_facts (planner));
  job->assumptions = vb_snapshot_new (document);
  job->group = order->group;
  job->period = order->period;
  job->year = find_census_year (document, order->period);
  add_unit (request, document, need, order, &risks, region, -1);
  if (g_ptr_array_find (request->units, order->unit, &index)
      && _vb_occupancy_job_is_bottom (job, index))
    job->asked = (gint32) index;
  job->curve_risk = get_curve_risk (document, order);
  add_priced (request, order->unit);
  add_priced (request, find_hospital (order->unit));
  add_priced (request, region);
  add_targets (job, order);
  add_pool (request, order->pool);

  return request;
}

/* ---- the answer ------------------------------------------------------------------------------ */

/* What is said of one unit and of many alike. */
static VbOccupancyFigures
take_sums (const VbOccupancyRollUp *sums)
{
  VbOccupancyFigures figures = vb_occupancy_figures_unknown;

  if (sums->n_units == 0)
    return figures;

  figures.n_wards = sums->n_units;
  figures.mean_census = sums->census;
  figures.available_beds = sums->available_beds;
  figures.occupancy = sums->available_beds > 0 ? sums->census / sums->available_beds : NAN;
  figures.variation = sums->variance_factor;
  figures.max_risk = sums->max_risk;
  figures.risk = sums->units_short / sums->n_units;
  figures.beds_needed = sums->beds_needed;
  figures.recommended_target = sums->target;
  figures.mean_target = sums->mean_target;
  figures.beds_shared = sums->beds_pooled;
  figures.target_shared = sums->target_pooled;
  figures.beds_apart = sums->beds_apart;
  return figures;
}

static VbOccupancyRow *
make_row (const VbOccupancyRequest *request, guint index)
{
  const VbOccupancyJob *job = request->job;
  VbUnit *unit = request->units->pdata[index];
  const VbOccupancyUnit *asked = &g_array_index (job->units, VbOccupancyUnit, index);
  VbCensusFigures census = _vb_census_find (job->census, vb_unit_get_id (unit));
  VbOccupancyFigures figures = take_sums (&job->rows[index]);
  const VbNeedFigures *need = &g_array_index (request->need, VbNeedFigures, index);
  gboolean is_ward = _vb_occupancy_job_is_bottom (job, index);

  figures.admissions_acute = census.admissions_acute;
  figures.admissions = census.admissions;
  figures.acute_share = asked->acute_share;
  figures.usual_risk = vb_occupancy_get_usual_risk ((VbCareType) asked->care_type);
  figures.target_in_force = g_array_index (request->target_in_force, double, index);
  figures.whole_census = is_ward ? figures.mean_census : need->occupied_beds;
  figures.whole_beds = is_ward ? figures.available_beds : need->available_beds;
  figures.whole_occupancy =
      figures.whole_beds > 0 ? figures.whole_census / figures.whole_beds : NAN;
  if (is_ward)
    {
      figures.n_days = census.n_days;
      figures.n_closed = census.n_closed;
      figures.days_short = figures.risk * (1 - asked->closed_share) * DAYS_OF_YEAR;
      figures.measured_variation = census.variation;
      figures.usual_variation = vb_occupancy_get_usual_variance_factor (asked->acute_share);
    }
  if (job->asked == (gint32) index)
    {
      figures.target_of_beds = job->advice.target_of_beds;
      figures.target_of_beds_refusing = job->advice.target_of_beds_refusing;
    }
  return vb_occupancy_row_new (vb_unit_get_name (unit), unit, (VbCareType) asked->care_type,
                               &figures);
}

static GListModel *
list_rows (const VbOccupancyRequest *request)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GListStore *store = g_list_store_new (VB_TYPE_OCCUPANCY_ROW);

  for (guint i = 0; i < request->units->len; i++)
    g_ptr_array_add (rows, make_row (request, i));
  g_list_store_splice (store, 0, 0, rows->pdata, rows->len);

  return G_LIST_MODEL (store);
}

/* The wards in the order they were chosen, known or not, and last all of them. */
static GListModel *
list_pool (const VbOccupancyRequest *request, GListModel *rows)
{
  GListStore *pool = g_list_store_new (VB_TYPE_OCCUPANCY_ROW);
  const VbOccupancyRollUp *sums = request->job->pooled;
  VbOccupancyFigures together = sums != NULL ? take_sums (&sums[0]) : vb_occupancy_figures_unknown;
  g_autoptr (VbOccupancyRow) last = NULL;

  for (guint i = 0; i < request->pool->len; i++)
    {
      VbUnit *unit = request->pool->pdata[i];
      g_autoptr (VbOccupancyRow) row = NULL;
      guint index;

      if (g_ptr_array_find (request->units, unit, &index))
        row = g_list_model_get_item (rows, index);
      else
        row = vb_occupancy_row_new (vb_unit_get_name (unit), unit, vb_unit_get_care_type (unit),
                                    &vb_occupancy_figures_unknown);
      g_list_store_append (pool, row);
    }

  if (sums != NULL)
    {
      together.risk =
          vb_queueing_get_risk (together.mean_census, together.variation, together.available_beds);
      together.beds_needed = together.beds_shared;
      together.recommended_target = together.target_shared;
    }
  /* Translators: the row of several wards that share their beds. */
  last = vb_occupancy_row_new (_ ("Pooled"), NULL, VB_CARE_TYPE_NONE, &together);
  g_list_store_append (pool, last);

  return G_LIST_MODEL (pool);
}

static void
add_prices (VbOccupancyStudy *study, const VbOccupancyRequest *request, guint priced)
{
  const VbOccupancyJob *job = request->job;
  guint index = g_array_index (job->priced, VbOccupancyRange, priced).first;
  g_autoptr (VbOccupancyRow) row =
      g_list_model_get_item (vb_occupancy_study_get_rows (study), index);
  g_autofree VbTargetPrice *prices = g_new (VbTargetPrice, job->targets->len + 1);

  for (guint i = 0; i < job->targets->len; i++)
    {
      const VbOccupancyPrice *price = &job->prices[priced][i];

      prices[i] = (VbTargetPrice){
        .target = price->target,
        .need = price->need,
        .beds = price->beds,
        .more_beds = price->more_beds,
        .risk = price->units_short / job->rows[index].n_units,
        .risk_shared = price->risk_shared,
        .without_bed = price->without_bed,
        .refused = price->refused,
      };
    }
  vb_occupancy_study_add_prices (study, row, prices, job->targets->len);
}

VbOccupancyStudy *
_vb_occupancy_request_make_study (const VbOccupancyRequest *request)
{
  const VbOccupancyJob *job = request->job;
  VbPoolRefusals refusals = { NAN, NAN, NAN, NAN };
  g_autoptr (GListModel) rows = list_rows (request);
  g_autoptr (GListModel) pool = list_pool (request, rows);
  VbOccupancyStudy *study;

  if (job->refusals != NULL)
    refusals = (VbPoolRefusals){
      .refused_apart = job->refusals->refused_separate,
      .refused_shared = job->refusals->refused_pooled,
      .beds_shared = job->refusals->beds_pooled,
      .beds_saved = job->refusals->beds_saved,
    };
  study = vb_occupancy_study_new (rows, pool, &refusals, job->year);
  for (guint i = 0; i < job->priced->len; i++)
    add_prices (study, request, i);
  for (guint i = 0; i < job->n_curve; i++)
    vb_occupancy_study_add_curve_point (study, job->curve[i].x, job->curve[i].y);

  return study;
}

VbOccupancyStudy *
vb_occupancy_compute_study (VbPlanner *planner,
                            VbNeedTable *need,
                            const VbOccupancyOrder *order,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (VbOccupancyRequest) request = NULL;

  g_return_val_if_fail (VB_IS_PLANNER (planner), NULL);
  g_return_val_if_fail (VB_IS_NEED_TABLE (need), NULL);
  g_return_val_if_fail (order != NULL && VB_IS_UNIT (order->unit), NULL);
  g_return_val_if_fail (order->period.grain == vb_need_table_get_grain (need), NULL);
  g_return_val_if_fail (_vb_planner_get_fresh_facts (planner) != NULL, NULL);

  request = _vb_occupancy_request_new (planner, need, order);
  return _vb_occupancy_job_run (request->job, cancellable, error)
             ? _vb_occupancy_request_make_study (request)
             : NULL;
}
