/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-measure.h"

#include <glib/gi18n-lib.h>

#define TERM_BANK N_ ("Socialstyrelsen's term bank")
#define KOLADA N_ ("Kolada (RKA)")
#define SKR N_ ("SKR, Väntetider i vården")
#define OWN N_ ("own definition")

#define PATIENT N_ ("patient")
#define STAFF N_ ("staff")
#define RESOURCE N_ ("resource")

#define BEDS N_ ("beds")
#define BED_DAYS N_ ("bed days")
#define PATIENTS N_ ("patients")
#define STAYS N_ ("stays")
#define PER_CENT N_ ("%")

/* In the order of the ids, so that an id is an index. Definitions are paraphrased. */
static const VbMeasure *const catalogue[] = {
  &(const VbMeasure){
      .id = VB_MEASURE_AVAILABLE_BEDS,
      .key = "available_beds",
      .nature = VB_MEASURE_STOCK,
      .per = 1,
      .good = 1,
      .name = N_ ("Available beds"),
      .unit = BEDS,
      .perspective = RESOURCE,
      .definition = N_ ("Beds in inpatient care with the premises, equipment and staffing that "
                        "patient safety and the work environment call for."),
      .source = TERM_BANK,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_ESTABLISHED_BEDS,
      .key = "established_beds",
      .nature = VB_MEASURE_STOCK,
      .per = 1,
      .name = N_ ("Established beds"),
      .unit = BEDS,
      .perspective = RESOURCE,
      .definition = N_ ("Beds that the responsible authority has decided on, staffed or not."),
      .source = TERM_BANK,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_OCCUPIED_BEDS,
      .key = "occupied_beds",
      .nature = VB_MEASURE_STOCK,
      .per = 1,
      .name = N_ ("Occupied beds"),
      .unit = BEDS,
      .perspective = RESOURCE,
      .definition = N_ ("Admitted patients at the time of counting; the overcrowded are among them "
                        "unless the document says otherwise."),
      .source = N_ ("TakeCare, occupancy report"),
  },
  &(const VbMeasure){
      .id = VB_MEASURE_BED_DAYS,
      .key = "bed_days",
      .nature = VB_MEASURE_FLOW,
      .per = 1,
      .name = N_ ("Bed days"),
      .unit = BED_DAYS,
      .perspective = PATIENT,
      .definition =
          N_ ("Days in inpatient care; every day begun counts, whole days on leave do not."),
      .source = KOLADA,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_AVAILABLE_BED_DAYS,
      .key = "available_bed_days",
      .nature = VB_MEASURE_FLOW,
      .per = 1,
      .good = 1,
      .name = N_ ("Available bed days"),
      .unit = BED_DAYS,
      .perspective = RESOURCE,
      .definition = N_ ("Available beds summed over the days of the period."),
      .source = OWN,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_ADMISSIONS_ACUTE,
      .key = "admissions_acute",
      .nature = VB_MEASURE_FLOW,
      .per = 1,
      .name = N_ ("Acute admissions"),
      .unit = STAYS,
      .perspective = PATIENT,
      .definition = N_ ("Stays in inpatient care that begin unplanned."),
      .source = KOLADA,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_ADMISSIONS_PLANNED,
      .key = "admissions_planned",
      .nature = VB_MEASURE_FLOW,
      .per = 1,
      .name = N_ ("Planned admissions"),
      .unit = STAYS,
      .perspective = PATIENT,
      .definition = N_ ("Stays in inpatient care that begin as planned."),
      .source = KOLADA,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_ADMISSIONS,
      .key = "admissions",
      .nature = VB_MEASURE_FLOW,
      .per = 1,
      .name = N_ ("Admissions"),
      .unit = STAYS,
      .perspective = PATIENT,
      .definition = N_ ("Stays in inpatient care that begin in the period, acute and planned."),
      .source = KOLADA,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_DAY_CASES,
      .key = "day_cases",
      .nature = VB_MEASURE_FLOW,
      .per = 1,
      .name = N_ ("Day cases"),
      .unit = STAYS,
      .perspective = PATIENT,
      .definition = N_ ("Planned treatments for which the patient comes and leaves the same day."),
      .source = N_ ("NHS and Northern Ireland hospital statistics"),
  },
  &(const VbMeasure){
      .id = VB_MEASURE_DISCHARGES,
      .key = "discharges",
      .nature = VB_MEASURE_FLOW,
      .per = 1,
      .name = N_ ("Discharges"),
      .unit = STAYS,
      .perspective = PATIENT,
      .definition = N_ ("Stays in inpatient care that end in the period."),
      .source = KOLADA,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_OVERCROWDING,
      .key = "overcrowding",
      .nature = VB_MEASURE_STOCK,
      .per = 1,
      .good = -1,
      .name = N_ ("Overcrowding"),
      .unit = PATIENTS,
      .perspective = PATIENT,
      .definition = N_ ("Admitted patients cared for in a place that does not meet the "
                        "requirements of an available bed."),
      .source = TERM_BANK,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_OUTLIERS_OUT,
      .key = "outliers_out",
      .nature = VB_MEASURE_STOCK,
      .per = 1,
      .good = -1,
      .name = N_ ("Outliers, out"),
      .unit = PATIENTS,
      .perspective = PATIENT,
      .definition = N_ ("Patients of this unit who are cared for at a unit without its specific "
                        "competence and medical responsibility."),
      .source = TERM_BANK,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_OUTLIERS_IN,
      .key = "outliers_in",
      .nature = VB_MEASURE_STOCK,
      .per = 1,
      .good = -1,
      .name = N_ ("Outliers, in"),
      .unit = PATIENTS,
      .perspective = PATIENT,
      .definition = N_ ("Patients of other units who are cared for at this unit."),
      .source = TERM_BANK,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_DISCHARGE_READY,
      .key = "discharge_ready",
      .nature = VB_MEASURE_STOCK,
      .per = 1,
      .good = -1,
      .name = N_ ("Discharge-ready"),
      .unit = PATIENTS,
      .perspective = PATIENT,
      .definition = N_ ("Admitted patients whose physician judges that care at an inpatient unit "
                        "is no longer needed."),
      .source = SKR,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_ON_LEAVE,
      .key = "on_leave",
      .nature = VB_MEASURE_STOCK,
      .per = 1,
      .name = N_ ("On leave"),
      .unit = PATIENTS,
      .perspective = PATIENT,
      .definition = N_ ("Admitted patients who are on leave at the time of counting."),
      .source = N_ ("TakeCare, occupancy report"),
  },
  &(const VbMeasure){
      .id = VB_MEASURE_POPULATION,
      .key = "population",
      .nature = VB_MEASURE_STOCK,
      .per = 1,
      .name = N_ ("Population"),
      .unit = N_ ("inhabitants"),
      .perspective = PATIENT,
      .definition = N_ ("Inhabitants of the area that the unit serves."),
      .source = N_ ("Statistics Sweden (SCB)"),
  },
  &(const VbMeasure){
      .id = VB_MEASURE_AVAILABLE_BEDS_PER_1000,
      .key = "available_beds_per_1000",
      .nature = VB_MEASURE_RATIO,
      .weight = VB_MEASURE_POPULATION,
      .per = 1000,
      .good = 1,
      .name = N_ ("Available beds per 1,000 inhabitants"),
      .unit = N_ ("per 1,000 inhabitants"),
      .perspective = RESOURCE,
      .definition = N_ ("Available beds ÷ inhabitants × 1,000."),
      .source = KOLADA,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_OVERCROWDING_PER_100,
      .key = "overcrowding_per_100",
      .nature = VB_MEASURE_RATIO,
      .weight = VB_MEASURE_AVAILABLE_BEDS,
      .per = 100,
      .good = -1,
      .name = N_ ("Overcrowding per 100 available beds"),
      .unit = N_ ("per 100 beds"),
      .perspective = PATIENT,
      .definition = N_ ("Σ overcrowded patients ÷ Σ available beds × 100."),
      .source = SKR,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_OUTLIERS_PER_100,
      .key = "outliers_per_100",
      .nature = VB_MEASURE_RATIO,
      .weight = VB_MEASURE_AVAILABLE_BEDS,
      .per = 100,
      .good = -1,
      .name = N_ ("Outliers per 100 available beds"),
      .unit = N_ ("per 100 beds"),
      .perspective = PATIENT,
      .definition = N_ ("Σ patients cared for at another unit ÷ Σ available beds × 100."),
      .source = SKR,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_DISCHARGE_READY_SHARE,
      .key = "discharge_ready_share",
      .nature = VB_MEASURE_RATIO,
      .weight = VB_MEASURE_AVAILABLE_BEDS,
      .per = 100,
      .good = -1,
      .name = N_ ("Beds taken by discharge-ready patients"),
      .unit = PER_CENT,
      .perspective = PATIENT,
      .definition = N_ ("Beds occupied by discharge-ready patients ÷ available beds × 100."),
      .source = SKR,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_OCCUPANCY,
      .key = "occupancy",
      .nature = VB_MEASURE_RATIO,
      .weight = VB_MEASURE_AVAILABLE_BEDS,
      .per = 1,
      .name = N_ ("Occupancy"),
      .unit = PER_CENT,
      .perspective = RESOURCE,
      .definition = N_ ("Bed days ÷ (available beds × days). It exceeds 100 % when more patients "
                        "are admitted than there are available beds."),
      .source = KOLADA,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_REFERRALS,
      .key = "referrals",
      .nature = VB_MEASURE_FLOW,
      .per = 1,
      .name = N_ ("Referrals"),
      .unit = N_ ("referrals"),
      .perspective = PATIENT,
      .definition = N_ ("Referrals and decisions on treatment that arrive in the period."),
      .source = SKR,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_WAITING,
      .key = "waiting",
      .nature = VB_MEASURE_STOCK,
      .per = 1,
      .good = -1,
      .name = N_ ("Waiting"),
      .unit = PATIENTS,
      .perspective = PATIENT,
      .definition = N_ ("Patients on the waiting list on the day."),
      .source = SKR,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_WAITING_WITHIN_90,
      .key = "waiting_within_90",
      .nature = VB_MEASURE_RATIO,
      .weight = VB_MEASURE_WAITING,
      .per = 100,
      .good = 1,
      .name = N_ ("Waiting at most 90 days"),
      .unit = PER_CENT,
      .perspective = PATIENT,
      .definition = N_ ("Patients who have waited at most 90 days ÷ all patients waiting × 100."),
      .source = SKR,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_COMPLETED,
      .key = "completed",
      .nature = VB_MEASURE_FLOW,
      .per = 1,
      .good = 1,
      .name = N_ ("Completed"),
      .unit = N_ ("contacts"),
      .perspective = PATIENT,
      .definition = N_ ("Visits and treatments of the waiting list that took place in the period."),
      .source = SKR,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_COMPLETED_WITHIN_90,
      .key = "completed_within_90",
      .nature = VB_MEASURE_RATIO,
      .weight = VB_MEASURE_COMPLETED,
      .per = 100,
      .good = 1,
      .name = N_ ("Completed within 90 days"),
      .unit = PER_CENT,
      .perspective = PATIENT,
      .definition =
          N_ ("Completed contacts that had waited at most 90 days ÷ all completed × 100."),
      .source = SKR,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_STAFF_HOURS,
      .key = "staff_hours",
      .nature = VB_MEASURE_FLOW,
      .per = 1,
      .name = N_ ("Staff hours"),
      .unit = N_ ("hours"),
      .perspective = STAFF,
      .definition = N_ ("Hours worked in the period."),
      .source = OWN,
  },
  &(const VbMeasure){
      .id = VB_MEASURE_NEEDED_BEDS,
      .key = "needed_beds",
      .nature = VB_MEASURE_STOCK,
      .per = 1,
      .name = N_ ("Needed beds"),
      .unit = BEDS,
      .perspective = RESOURCE,
      .definition = N_ (
          "Beds that a published estimate says are needed; a reference number, not computed here."),
      .source = N_ ("Socialstyrelsen, reference numbers for beds"),
  },
};

G_STATIC_ASSERT (G_N_ELEMENTS (catalogue) == VB_N_MEASURES - 1);

const VbMeasure *
vb_measure_get (VbMeasureId id)
{
  if (id <= VB_MEASURE_NONE || id >= VB_N_MEASURES)
    return NULL;
  return catalogue[id - 1];
}

const VbMeasure *
vb_measure_find (const char *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (catalogue); i++)
    if (g_str_equal (catalogue[i]->key, key))
      return catalogue[i];
  return NULL;
}

const VbMeasure *const *
vb_measure_list (guint *n)
{
  *n = G_N_ELEMENTS (catalogue);
  return catalogue;
}
