/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-example-private.h"

#include <glib/gi18n-lib.h>

#include "vb-error.h"
#include "vb-example-resources.h"
#include "vb-measure.h"

#define N_FACT_COLUMNS 4 /* code, unit, measure, source: the years follow */

/* The published facts are one import a source, so that the card of a figure names the right one. */
static const struct
{
  const char *id;
  const char *name;
  const char *read; /* when, in UTC */
  VbProvenance provenance;
} sources[] = {
  { "kolada", "Kolada (RKA): N70845, U70425, U79134, N79176", "2026-08-20T08:00:00Z",
    VB_PROVENANCE_REPORTED },
  { "population", "Folkmängd 2024-12-31, härledd ur bidragstabell 2025", "2026-08-20T08:05:00Z",
    VB_PROVENANCE_COMPUTED },
  { "shortage", "Socialstyrelsen: brist på vårdplatser 2022–2024, bas härledd",
    "2026-08-20T08:10:00Z", VB_PROVENANCE_COMPUTED },
};

static gint64
unix_time (const char *iso)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);

  return g_date_time_to_unix (time);
}

GPtrArray *
_vb_example_read_table (const char *name, GChecksum *checksum, GError **error)
{
  g_autofree char *path = g_strconcat (VB_EXAMPLE_RESOURCES, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_columns = 0;

  bytes = g_resource_lookup_data (vb_example_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  error);
  if (bytes == NULL)
    return NULL;

  if (checksum != NULL)
    g_checksum_update (checksum, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = NULL;

      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;

      fields = g_strsplit (lines[i], ",", -1);
      if (n_columns == 0)
        n_columns = g_strv_length (fields);
      if (g_strv_length (fields) != n_columns)
        {
          g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                       _ ("%s, line %u: expected %u fields, found %u"), name, i + 1, n_columns,
                       g_strv_length (fields));
          return NULL;
        }
      g_ptr_array_add (rows, g_steal_pointer (&fields));
    }

  return g_steal_pointer (&rows);
}

gboolean
_vb_example_read_integer (const char *text, gint64 *out, GError **error)
{
  return g_ascii_string_to_signed (text, 10, G_MININT32, G_MAXINT32, out, error);
}

gboolean
_vb_example_read_day (const char *text, VbDay *out, GError **error)
{
  *out = *text == '\0' ? VB_DAY_NONE : vb_day_from_iso (text);
  if (*text != '\0' && *out == VB_DAY_NONE)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT, _ ("“%s” is not a date"), text);
      return FALSE;
    }

  return TRUE;
}

/* Fractions of a table: finite, and read the same in every locale. */
static gboolean
read_number (const char *text, double *out, GError **error)
{
  char *end = NULL;

  *out = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0')
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT, _ ("“%s” is not a number"), text);
      return FALSE;
    }

  return TRUE;
}

static const VbMeasure *
read_measure (const char *key, GError **error)
{
  const VbMeasure *measure = vb_measure_find (key);

  if (measure == NULL)
    g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND, _ ("There is no measure “%s”"), key);

  return measure;
}

/* One row of riket.csv: a unit's values of a measure, year by year. */
static gboolean
add_facts (VbBatch *batch,
           const char *const *header,
           const char *const *row,
           VbProvenance provenance,
           guint32 row_number,
           GError **error)
{
  const VbMeasure *measure = read_measure (row[2], error);
  guint unit;

  if (measure == NULL)
    return FALSE;

  /* The nation's own shortage is of somatic beds without intensive care. */
  unit = vb_batch_add_unit (batch, -1, VB_UNIT_NATION, VB_EXAMPLE_NATION, "00");
  vb_batch_get_unit (batch, unit)->care_type = VB_CARE_TYPE_SOMATIC;
  if (g_strcmp0 (row[0], "00") != 0)
    unit = vb_batch_add_unit (batch, (gint32) unit, VB_UNIT_REGION, row[1], row[0]);

  for (guint i = N_FACT_COLUMNS; row[i] != NULL; i++)
    {
      gint64 year;
      double value;

      if (*row[i] == '\0')
        continue;
      if (!_vb_example_read_integer (header[i], &year, error)
          || !read_number (row[i], &value, error))
        return FALSE;
      vb_batch_add_observation (batch, unit, (guint16) measure->id, VB_GRAIN_YEAR,
                                vb_day_from_ymd ((int) year, 1, 1), value, provenance, row_number);
    }

  return TRUE;
}

static VbBatch *
make_facts (GPtrArray *rows, guint source, const char *checksum, GError **error)
{
  g_autoptr (VbBatch) batch = vb_batch_new ();
  guint n_rows = 0;

  vb_batch_set_source (batch, sources[source].name, checksum, NULL, NULL);
  vb_batch_set_time (batch, unix_time (sources[source].read));
  for (guint i = 1; i < rows->len; i++)
    {
      const char *const *row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (row[3], sources[source].id) != 0)
        continue;
      if (!add_facts (batch, g_ptr_array_index (rows, 0), row, sources[source].provenance, i + 1,
                      error))
        return NULL;
      n_rows++;
    }
  vb_batch_set_row_counts (batch, n_rows, 0);
  vb_batch_finish (batch);

  return g_steal_pointer (&batch);
}

GPtrArray *
vb_example_make_batches (GError **error)
{
  g_autoptr (GPtrArray) batches = g_ptr_array_new_with_free_func (g_object_unref);
  VbBatch *region = _vb_example_simulate_region (vb_day_from_ymd (2021, 11, 1),
                                                 vb_day_from_ymd (2026, 10, 31), error);

  if (region == NULL)
    return NULL;
  vb_batch_set_time (region, unix_time ("2026-11-01T06:00:00Z"));
  g_ptr_array_add (batches, region);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
      g_autoptr (GPtrArray) rows = _vb_example_read_table ("riket.csv", checksum, error);
      VbBatch *batch;

      if (rows == NULL)
        return NULL;
      g_checksum_update (checksum, (const guchar *) sources[i].id, -1);
      batch = make_facts (rows, i, g_checksum_get_string (checksum), error);
      if (batch == NULL)
        return NULL;
      g_ptr_array_add (batches, batch);
    }

  return g_steal_pointer (&batches);
}

guint64
vb_example_get_seed (void)
{
  return VB_EXAMPLE_SEED;
}

const char *
vb_example_get_main_unit (void)
{
  return VB_EXAMPLE_REGION;
}
