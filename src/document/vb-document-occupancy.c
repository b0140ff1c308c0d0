/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accepted risks and variations: to read, keeping them true, and changes, each of which is checked
 * and goes the one path. */
#include "vb-document-occupancy.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "vb-document-private.h"

#define MAX_VARIATION 100 /* as far as the schema goes */

/* ---- reading --------------------------------------------------------------------------------- */

gboolean
vb_document_refresh_occupancy (VbDocument *self, GError **error)
{
  g_autoptr (GArray) risks = vb_occupancy_table_read_risks (self->connection, error);
  GArray *variations =
      risks != NULL ? vb_occupancy_table_read_variations (self->connection, error) : NULL;

  if (variations == NULL)
    return FALSE;
  g_array_unref (self->accepted_risks);
  g_array_unref (self->variations);
  self->accepted_risks = g_steal_pointer (&risks);
  self->variations = variations;
  return TRUE;
}

double
vb_document_get_accepted_risk (VbDocument *self, gint64 unit_id, VbCareType care_type)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NAN);

  for (guint i = 0; i < self->accepted_risks->len; i++)
    {
      const VbAcceptedRiskRow *row = &g_array_index (self->accepted_risks, VbAcceptedRiskRow, i);

      if (row->unit == unit_id && row->care_type == care_type)
        return row->risk;
    }
  return NAN;
}

double
vb_document_find_accepted_risk (VbDocument *self, VbUnit *unit, VbCareType care_type, VbUnit **from)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NAN);

  for (; unit != NULL; unit = vb_unit_get_parent (unit))
    {
      double risk = vb_document_get_accepted_risk (self, vb_unit_get_id (unit), care_type);

      if (isnan (risk))
        continue;
      if (from != NULL)
        *from = unit;
      return risk;
    }
  return NAN;
}

double
vb_document_get_variation (VbDocument *self, gint64 unit_id, VbCareGroup group)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NAN);

  for (guint i = 0; i < self->variations->len; i++)
    {
      const VbCensusVariationRow *row = &g_array_index (self->variations, VbCensusVariationRow, i);

      if (row->unit == unit_id && row->group == group)
        return row->variation;
    }
  return NAN;
}

/* ---- changes --------------------------------------------------------------------------------- */

static gboolean
put_risk (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_occupancy_table_put_risk (connection, data, error);
}

gboolean
vb_document_set_accepted_risk (
    VbDocument *self, gint64 unit_id, VbCareType care_type, double risk, GError **error)
{
  VbAcceptedRiskRow row = { unit_id, care_type, risk };
  VbUnit *unit;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  unit = vb_document_expect_unit (self, unit_id, error);
  if (unit == NULL)
    return FALSE;
  if (!isnan (risk) && !(risk > 0 && risk < 1))
    return vb_document_fail_invalid (_ ("An accepted risk must be above 0 % and below 100 %"),
                                     error);
  /* Translators: follows "Undo"; %s is a unit */
  label = g_strdup_printf (_ ("change of accepted risk, %s"), vb_unit_get_name (unit));
  return vb_document_change (self, label, put_risk, &row, error);
}

static gboolean
put_variation (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_occupancy_table_put_variation (connection, data, error);
}

gboolean
vb_document_set_variation (
    VbDocument *self, gint64 unit_id, VbCareGroup group, double variation, GError **error)
{
  VbCensusVariationRow row = { unit_id, group, variation };
  VbUnit *unit;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  unit = vb_document_expect_unit (self, unit_id, error);
  if (unit == NULL)
    return FALSE;
  if (!isnan (variation) && !(variation > 0 && variation <= MAX_VARIATION))
    return vb_document_fail_invalid (_ ("A variation must be above 0 and at most 100"), error);
  /* Translators: follows "Undo"; %s is a unit */
  label = g_strdup_printf (_ ("change of variation, %s"), vb_unit_get_name (unit));
  return vb_document_change (self, label, put_variation, &row, error);
}
