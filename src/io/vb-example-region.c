/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Region Exempel: its tree from wards.csv, the patients' places settled hospital by hospital and
 * day by day, and what the wards would have reported. */
#include "vb-example-private.h"

#include <glib/gi18n-lib.h>

#include "vb-error.h"
#include "vb-example-ward.h"

#define BURN_IN_DAYS 60 /* so that the first reported day has a yesterday like any other */

/* Column of wards.csv → trait. */
#define TRAIT(name)                                                                                \
  {                                                                                                \
#name, G_STRUCT_OFFSET(VbExampleTraits, name)                                                  \
  }
static const struct
{
  const char *column;
  glong offset;
} traits[] = {
  TRAIT (acute),         TRAIT (beds),        TRAIT (census),         TRAIT (stay),
  TRAIT (trend),         TRAIT (season),      TRAIT (weekday),        TRAIT (holiday),
  TRAIT (summer),        TRAIT (noise),       TRAIT (memory),         TRAIT (vacancy),
  TRAIT (rest_day_open), TRAIT (summer_open), TRAIT (christmas_open), TRAIT (discharge_ready),
  TRAIT (on_leave),
};
#undef TRAIT

enum
{
  COLUMN_HOSPITAL,
  COLUMN_HOSPITAL_CODE,
  COLUMN_DEPARTMENT,
  COLUMN_DEPARTMENT_CODE,
  COLUMN_WARD,
  COLUMN_WARD_CODE,
  COLUMN_CARE_TYPE,
  COLUMN_FIRST_TRAIT,
};

typedef struct
{
  VbExampleWard sim;
  guint unit;         /* in the batch */
  guint hospital;     /* in the batch */
  gboolean exchanges; /* its patients may lie in other wards, and theirs here */
  VbDay gap_from;
  VbDay gap_end; /* the day after */
} Ward;

static gboolean
read_traits (const char *const *header,
             const char *const *row,
             VbExampleTraits *out,
             GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (traits); i++)
    {
      const char *column = header[COLUMN_FIRST_TRAIT + i];

      if (g_strcmp0 (column, traits[i].column) != 0)
        {
          g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT, _ ("Expected column “%s”, found “%s”"),
                       traits[i].column, column);
          return FALSE;
        }
      if (!_vb_example_read_integer (row[COLUMN_FIRST_TRAIT + i],
                                     G_STRUCT_MEMBER_P (out, traits[i].offset), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_ward (VbBatch *batch,
           guint region,
           const char *const *header,
           const char *const *row,
           guint64 stream,
           Ward *ward,
           GError **error)
{
  VbExampleTraits own = { 0 };
  VbCareType care_type;
  VbBatchUnit *unit;
  guint department;

  if (!read_traits (header, row, &own, error))
    return FALSE;
  if (!vb_care_type_from_id (row[COLUMN_CARE_TYPE], &care_type))
    {
      g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND, _ ("There is no care type “%s”"),
                   row[COLUMN_CARE_TYPE]);
      return FALSE;
    }

  ward->hospital = vb_batch_add_unit (batch, (gint32) region, VB_UNIT_HOSPITAL,
                                      row[COLUMN_HOSPITAL], row[COLUMN_HOSPITAL_CODE]);
  department = vb_batch_add_unit (batch, (gint32) ward->hospital, VB_UNIT_DEPARTMENT,
                                  row[COLUMN_DEPARTMENT], row[COLUMN_DEPARTMENT_CODE]);
  ward->unit = vb_batch_add_unit (batch, (gint32) department, VB_UNIT_WARD, row[COLUMN_WARD],
                                  row[COLUMN_WARD_CODE]);

  unit = vb_batch_get_unit (batch, ward->unit);
  unit->care_type = care_type;
  unit->acute_share = (double) own.acute / 100;

  ward->exchanges = care_type == VB_CARE_TYPE_SOMATIC && own.rest_day_open > 0;
  _vb_example_ward_init (&ward->sim, &own, stream);

  return TRUE;
}

static gboolean
read_gaps (VbBatch *batch, GArray *wards, GChecksum *checksum, GError **error)
{
  g_autoptr (GPtrArray) rows = _vb_example_read_table ("gaps.csv", checksum, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 1; i < rows->len; i++)
    {
      const char *const *row = g_ptr_array_index (rows, i);
      VbDay from, to;

      if (!_vb_example_read_day (row[1], &from, error)
          || !_vb_example_read_day (row[2], &to, error))
        return FALSE;
      for (guint j = 0; j < wards->len; j++)
        {
          Ward *ward = &g_array_index (wards, Ward, j);

          if (g_strcmp0 (vb_batch_get_unit (batch, ward->unit)->code, row[0]) == 0)
            {
              ward->gap_from = from;
              ward->gap_end = to + 1;
            }
        }
    }

  return TRUE;
}

static gboolean
read_population (VbBatch *batch, guint region, GChecksum *checksum, GError **error)
{
  g_autoptr (GPtrArray) rows = _vb_example_read_table ("population.csv", checksum, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 1; i < rows->len; i++)
    {
      const char *const *row = g_ptr_array_index (rows, i);
      gint64 year, population;

      if (!_vb_example_read_integer (row[0], &year, error)
          || !_vb_example_read_integer (row[1], &population, error))
        return FALSE;
      vb_batch_add_observation (batch, region, VB_MEASURE_POPULATION, VB_GRAIN_YEAR,
                                vb_day_from_ymd ((int) year, 1, 1), (double) population,
                                VB_PROVENANCE_ILLUSTRATIVE, 0);
    }

  return TRUE;
}

/* The ward of the same hospital that has most beds to spare, or NULL. */
static Ward *
find_room (GArray *wards, guint hospital)
{
  Ward *best = NULL;
  gint64 most = 0;

  for (guint i = 0; i < wards->len; i++)
    {
      Ward *ward = &g_array_index (wards, Ward, i);
      gint64 room = ward->sim.available - _vb_example_ward_get_present (&ward->sim);

      if (ward->hospital == hospital && ward->exchanges && room > most)
        {
          best = ward;
          most = room;
        }
    }

  return best;
}

/* Of the patients a ward has no bed for, every third one is put in another ward of the hospital
 * where a bed is free; the rest are overcrowded in their own, at most one patient to ten beds; who
 * comes after that is turned away. */
static void
place_patients (GArray *wards)
{
  for (guint i = 0; i < wards->len; i++)
    {
      Ward *ward = &g_array_index (wards, Ward, i);
      gint64 excess = ward->sim.responsible - ward->sim.available;

      for (gint64 n = ward->exchanges ? (excess + 2) / 3 : 0; n > 0; n--)
        {
          Ward *host = find_room (wards, ward->hospital);

          if (host == NULL)
            break;
          ward->sim.outliers_out++;
          host->sim.outliers_in++;
        }
    }

  for (guint i = 0; i < wards->len; i++)
    {
      VbExampleWard *ward = &g_array_index (wards, Ward, i).sim;
      gint64 too_many = _vb_example_ward_get_present (ward) - 11 * ward->available / 10;

      if (too_many > 0)
        ward->responsible -= too_many;
    }
}

static void
report_day (VbBatch *batch, const Ward *ward, VbDay day)
{
  const VbExampleWard *sim = &ward->sim;
  gint64 present = _vb_example_ward_get_present (sim);
  const struct
  {
    VbMeasureId measure;
    gint64 value;
  } figures[] = {
    { VB_MEASURE_ESTABLISHED_BEDS, sim->traits.beds },
    { VB_MEASURE_AVAILABLE_BEDS, sim->available },
    { VB_MEASURE_OCCUPIED_BEDS, present },
    { VB_MEASURE_OVERCROWDING, MAX (present - sim->available, 0) },
    { VB_MEASURE_OUTLIERS_OUT, sim->outliers_out },
    { VB_MEASURE_OUTLIERS_IN, sim->outliers_in },
    { VB_MEASURE_DISCHARGE_READY, sim->discharge_ready },
    { VB_MEASURE_ON_LEAVE, sim->on_leave },
    { VB_MEASURE_ADMISSIONS_ACUTE, sim->admissions_acute },
    { VB_MEASURE_ADMISSIONS_PLANNED, sim->admissions_planned },
    { VB_MEASURE_DISCHARGES, sim->discharges },
  };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      /* A ward whose patients never go on leave does not report the measure at all. */
      if (figures[i].measure == VB_MEASURE_ON_LEAVE && sim->traits.on_leave == 0)
        continue;
      vb_batch_add_observation (batch, ward->unit, (guint16) figures[i].measure, VB_GRAIN_DAY, day,
                                (double) figures[i].value, VB_PROVENANCE_ILLUSTRATIVE, 0);
    }
}

static guint
simulate (VbBatch *batch, GArray *wards, VbDay first, VbDay last)
{
  guint n_reports = 0;

  for (VbDay day = first - BURN_IN_DAYS; day <= last; day++)
    {
      VbExampleDay calendar;

      _vb_example_day_init (&calendar, day, first);
      for (guint i = 0; i < wards->len; i++)
        _vb_example_ward_begin_day (&g_array_index (wards, Ward, i).sim, &calendar);
      place_patients (wards);
      for (guint i = 0; i < wards->len; i++)
        {
          Ward *ward = &g_array_index (wards, Ward, i);

          _vb_example_ward_end_day (&ward->sim, &calendar);
          if (day < first || (day >= ward->gap_from && day < ward->gap_end))
            continue;
          report_day (batch, ward, day);
          n_reports++;
        }
    }

  return n_reports;
}

VbBatch *
_vb_example_simulate_region (VbDay first, VbDay last, GError **error)
{
  g_autoptr (VbBatch) batch = vb_batch_new ();
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GPtrArray) rows = _vb_example_read_table ("wards.csv", checksum, error);
  g_autoptr (GArray) wards = g_array_new (FALSE, TRUE, sizeof (Ward));
  guint region;

  if (rows == NULL)
    return NULL;

  region = vb_batch_add_unit (batch, -1, VB_UNIT_REGION, VB_EXAMPLE_REGION, "EX");
  g_array_set_size (wards, rows->len - 1);
  for (guint i = 1; i < rows->len; i++)
    if (!read_ward (batch, region, g_ptr_array_index (rows, 0), g_ptr_array_index (rows, i), i,
                    &g_array_index (wards, Ward, i - 1), error))
      return NULL;

  if (!read_gaps (batch, wards, checksum, error)
      || !read_population (batch, region, checksum, error))
    return NULL;

  vb_batch_set_row_counts (batch, simulate (batch, wards, first, last), 0);
  vb_batch_set_source (batch, VB_EXAMPLE_SOURCE, g_checksum_get_string (checksum), NULL, NULL);
  vb_batch_finish (batch);

  return g_steal_pointer (&batch);
}
