/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes by hand: targets, settings, observations. Each is checked, then goes the one path. */
#include "vb-document-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "vb-import-taker.h"
#include "vb-measure.h"
#include "vb-observation-table.h"
#include "vb-target-table.h"

/* As far as the schema goes; a target above 100 % is odd, not impossible. */
#define MAX_TARGET_OCCUPANCY 2.0
#define MAX_HIDDEN_DEMAND 10.0
#define MAX_VALUE 1e15

static const VbMeasure *
expect_measure (VbMeasureId id, GError **error)
{
  const VbMeasure *measure = vb_measure_get (id);

  if (measure == NULL)
    g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND, _ ("There is no such measure"));
  return measure;
}

/* ---- targets --------------------------------------------------------------------------------- */

static gboolean
put_target (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_target_table_put (connection, data, error);
}

static char *
make_target_label (VbDocument *self, gint64 unit_id, VbMeasureId measure)
{
  VbUnit *unit = unit_id != 0 ? vb_document_get_unit (self, unit_id) : NULL;
  const char *name = unit != NULL ? vb_unit_get_name (unit) : vb_document_get_title (self);

  /* Translators: these follow "Undo"; %s is a unit */
  if (measure == VB_MEASURE_OCCUPANCY)
    return g_strdup_printf (_ ("change of target occupancy, %s"), name);
  if (measure == VB_MEASURE_NEEDED_BEDS)
    return g_strdup_printf (_ ("change of reference number, %s"), name);
  return g_strdup_printf (_ ("change of target, %s"), name);
}

gboolean
vb_document_set_target (VbDocument *self,
                        gint64 unit_id,
                        VbMeasureId measure,
                        VbCareType care_type,
                        VbDay from,
                        double value,
                        const char *decided_by,
                        GError **error)
{
  VbTargetRow row = { 0, unit_id, measure, care_type, from, value, NULL };
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  if (expect_measure (measure, error) == NULL
      || (unit_id != 0 && vb_document_expect_unit (self, unit_id, error) == NULL))
    return FALSE;
  if (measure == VB_MEASURE_OCCUPANCY && !(value > 0 && value <= MAX_TARGET_OCCUPANCY))
    return vb_document_fail_invalid (_ ("A target occupancy must be above 0 % and at most 200 %"),
                                     error);
  if (!(value >= 0 && value <= MAX_VALUE))
    return vb_document_fail_invalid (_ ("A target must be a number of at least 0"), error);

  row.id = vb_draw_id (&self->ids);
  if (decided_by != NULL && *decided_by != '\0')
    row.decided_by = (char *) decided_by;
  label = make_target_label (self, unit_id, measure);
  return vb_document_change (self, label, put_target, &row, error);
}

static gboolean
delete_target (VbStoreConnection *connection, gpointer data, GError **error)
{
  const gint64 *id = data;

  return vb_target_table_delete (connection, *id, error);
}

gboolean
vb_document_clear_target (VbDocument *self, gint64 target_id, GError **error)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  return vb_document_change (self, _ ("removal of target"), delete_target, &target_id, error);
}

/* ---- settings -------------------------------------------------------------------------------- */

static gboolean
update_setting (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_setting_table_update (connection, data, error);
}

gboolean
vb_document_set_default_target (VbDocument *self, double value, GError **error)
{
  VbSettingRow row;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  if (!(value > 0 && value <= MAX_TARGET_OCCUPANCY))
    return vb_document_fail_invalid (_ ("A target occupancy must be above 0 % and at most 200 %"),
                                     error);
  row = self->settings;
  row.default_target = value;
  return vb_document_change (self, _ ("change of default target occupancy"), update_setting, &row,
                             error);
}

gboolean
vb_document_set_occupied_includes_overcrowded (VbDocument *self, gboolean yes, GError **error)
{
  VbSettingRow row;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  row = self->settings;
  row.occupied_includes_overcrowded = yes != FALSE;
  return vb_document_change (self, _ ("change of how overcrowding is counted"), update_setting,
                             &row, error);
}

gboolean
vb_document_set_hidden_demand (VbDocument *self, double share, GError **error)
{
  VbSettingRow row;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  if (!(share >= 0 && share <= MAX_HIDDEN_DEMAND))
    return vb_document_fail_invalid (_ ("Hidden demand must be a share of at least 0 %"), error);
  row = self->settings;
  row.hidden_demand = share;
  return vb_document_change (self, _ ("change of hidden demand"), update_setting, &row, error);
}

/* ---- observations ---------------------------------------------------------------------------- */

typedef struct
{
  gint64 unit;
  guint16 measure;
  VbPeriod period;
  double value;
} Typed;

static gboolean
put_typed (VbStoreConnection *connection, gpointer data, GError **error)
{
  const Typed *typed = data;

  if (isnan (typed->value))
    return vb_observation_table_remove_typed (connection, typed->unit, typed->measure,
                                              typed->period, error);
  return vb_observation_table_put_typed (connection, typed->unit, typed->measure, typed->period,
                                         typed->value, VB_PROVENANCE_REPORTED, error);
}

gboolean
vb_document_set_observation (VbDocument *self,
                             gint64 unit_id,
                             VbMeasureId measure,
                             VbPeriod period,
                             double value,
                             GError **error)
{
  Typed typed = { unit_id, (guint16) measure, period, value };
  const VbMeasure *entry;
  VbUnit *unit;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  entry = expect_measure (measure, error);
  unit = entry != NULL ? vb_document_expect_unit (self, unit_id, error) : NULL;
  if (unit == NULL)
    return FALSE;
  if (period.start <= VB_DAY_NONE || vb_grain_floor (period.grain, period.start) != period.start)
    return vb_document_fail_invalid (_ ("A value belongs to the first day of its period"), error);
  if (!isnan (value) && !(fabs (value) <= MAX_VALUE))
    return vb_document_fail_invalid (_ ("The value is out of range"), error);
  if (value < 0 && !entry->may_be_negative)
    return vb_document_fail_invalid (_ ("The value must be at least 0"), error);

  /* Translators: follows "Undo"; the first %s is a measure, the second a unit */
  label = g_strdup_printf (_ ("change of %s, %s"), g_dgettext (GETTEXT_PACKAGE, entry->name),
                           vb_unit_get_name (unit));
  return vb_document_change (self, label, put_typed, &typed, error);
}
