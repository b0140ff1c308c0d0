/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of focus areas, their measures and the outcomes noted by hand. */
#include "vb-document-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "vb-focus-table.h"
#include "vb-import-taker.h"

#define MAX_VALUE 1e15

VbFocusArea *
vb_document_expect_focus_area (VbDocument *self, gint64 id, GError **error)
{
  VbFocusArea *area = vb_document_get_focus_area (self, id);

  if (area == NULL)
    g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                         _ ("The focus area is no longer in the document"));
  return area;
}

static VbFocusMeasure *
expect_measure (VbDocument *self, gint64 id, GError **error)
{
  VbFocusMeasure *measure = vb_document_get_focus_measure (self, id);

  if (measure == NULL)
    g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                         _ ("The measure is no longer in the document"));
  return measure;
}

/* ---- areas ----------------------------------------------------------------------------------- */

static gboolean
make_area_row (gint64 id, const VbFocusAreaFacts *facts, VbFocusAreaRow *row, GError **error)
{
  row->id = id;
  row->facts.side = facts->side;
  if (!vb_document_check_bilingual (&facts->name, error)
      || !vb_document_check_bilingual (&facts->description, error)
      || !vb_document_take_text (facts->goal, &row->facts.goal, error))
    return FALSE;
  vb_bilingual_copy (&row->facts.name, &facts->name);
  vb_bilingual_copy (&row->facts.description, &facts->description);
  if (vb_bilingual_is_empty (&row->facts.name))
    return vb_document_fail_invalid (_ ("A focus area must have a name"), error);
  return TRUE;
}

static void
area_row_clear (VbFocusAreaRow *row)
{
  vb_focus_area_facts_clear (&row->facts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VbFocusAreaRow, area_row_clear)

static gboolean
insert_area (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_focus_table_insert_area (connection, data, error);
}

gint64
vb_document_add_focus_area (VbDocument *self, const VbFocusAreaFacts *facts, GError **error)
{
  g_auto (VbFocusAreaRow) row = { 0 };
  g_autofree char *label = NULL;
  gint64 id;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), 0);
  g_return_val_if_fail (facts != NULL, 0);

  do
    id = vb_draw_id (&self->ids);
  while (id <= VB_N_FOCUS_AREAS_GIVEN);
  if (!make_area_row (id, facts, &row, error))
    return 0;
  /* Translators: follows "Undo"; %s is a focus area */
  label = g_strdup_printf (_ ("addition of focus area, %s"), vb_bilingual_get (&row.facts.name));
  return vb_document_change (self, label, insert_area, &row, error) ? id : 0;
}

static gboolean
update_area (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_focus_table_update_area (connection, data, error);
}

gboolean
vb_document_change_focus_area (VbDocument *self,
                               gint64 id,
                               const VbFocusAreaFacts *facts,
                               GError **error)
{
  g_auto (VbFocusAreaRow) row = { 0 };
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (facts != NULL, FALSE);

  if (vb_document_expect_focus_area (self, id, error) == NULL
      || !make_area_row (id, facts, &row, error))
    return FALSE;
  /* Translators: follows "Undo"; %s is a focus area */
  label = g_strdup_printf (_ ("change of focus area, %s"), vb_bilingual_get (&row.facts.name));
  return vb_document_change (self, label, update_area, &row, error);
}

static gboolean
delete_area (VbStoreConnection *connection, gpointer data, GError **error)
{
  const gint64 *id = data;

  return vb_focus_table_delete_area (connection, *id, error);
}

gboolean
vb_document_remove_focus_area (VbDocument *self, gint64 id, GError **error)
{
  VbFocusArea *area;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  area = vb_document_expect_focus_area (self, id, error);
  if (area == NULL)
    return FALSE;
  if (!vb_focus_area_get_own (area))
    return vb_document_fail_invalid (_ ("The five focus areas of Plats för vård stay"), error);
  /* Translators: follows "Undo"; %s is a focus area */
  label = g_strdup_printf (_ ("removal of focus area, %s"),
                           vb_bilingual_get (&vb_focus_area_get_facts (area)->name));
  return vb_document_change (self, label, delete_area, &id, error);
}

/* ---- measures -------------------------------------------------------------------------------- */

static gboolean
make_measure_row (VbDocument *self,
                  gint64 id,
                  const VbFocusMeasureFacts *facts,
                  VbFocusMeasureRow *row,
                  GError **error)
{
  row->id = id;
  row->facts = *facts;
  row->facts.name = NULL;
  row->facts.measured_in = NULL;
  row->facts.good_up = facts->good_up != FALSE;
  if (vb_document_expect_focus_area (self, facts->focus_area_id, error) == NULL
      || (facts->unit_id != 0 && vb_document_expect_unit (self, facts->unit_id, error) == NULL)
      || !vb_document_take_text (facts->name, &row->facts.name, error)
      || !vb_document_take_text (facts->measured_in, &row->facts.measured_in, error))
    return FALSE;
  if (row->facts.name == NULL)
    return vb_document_fail_invalid (_ ("A measure must have a name"), error);
  if (facts->measure != VB_MEASURE_NONE && vb_measure_get (facts->measure) == NULL)
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND, _ ("There is no such measure"));
      return FALSE;
    }
  if (!isnan (facts->target) && !(fabs (facts->target) <= MAX_VALUE))
    return vb_document_fail_invalid (_ ("The value is out of range"), error);
  g_strstrip (row->facts.name);
  return TRUE;
}

static void
measure_row_clear (VbFocusMeasureRow *row)
{
  vb_focus_measure_facts_clear (&row->facts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VbFocusMeasureRow, measure_row_clear)

static gboolean
insert_measure (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_focus_table_insert_measure (connection, data, error);
}

gint64
vb_document_add_focus_measure (VbDocument *self, const VbFocusMeasureFacts *facts, GError **error)
{
  g_auto (VbFocusMeasureRow) row = { 0 };
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), 0);
  g_return_val_if_fail (facts != NULL, 0);

  if (!make_measure_row (self, vb_draw_id (&self->ids), facts, &row, error))
    return 0;
  /* Translators: follows "Undo"; %s is a measure of a focus area */
  label = g_strdup_printf (_ ("addition of measure, %s"), row.facts.name);
  return vb_document_change (self, label, insert_measure, &row, error) ? row.id : 0;
}

static gboolean
update_measure (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_focus_table_update_measure (connection, data, error);
}

gboolean
vb_document_change_focus_measure (VbDocument *self,
                                  gint64 id,
                                  const VbFocusMeasureFacts *facts,
                                  GError **error)
{
  g_auto (VbFocusMeasureRow) row = { 0 };
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (facts != NULL, FALSE);

  if (expect_measure (self, id, error) == NULL || !make_measure_row (self, id, facts, &row, error))
    return FALSE;
  /* Translators: follows "Undo"; %s is a measure of a focus area */
  label = g_strdup_printf (_ ("change of measure, %s"), row.facts.name);
  return vb_document_change (self, label, update_measure, &row, error);
}

static gboolean
delete_measure (VbStoreConnection *connection, gpointer data, GError **error)
{
  const gint64 *id = data;

  return vb_focus_table_delete_measure (connection, *id, error);
}

gboolean
vb_document_remove_focus_measure (VbDocument *self, gint64 id, GError **error)
{
  VbFocusMeasure *measure;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  measure = expect_measure (self, id, error);
  if (measure == NULL)
    return FALSE;
  /* Translators: follows "Undo"; %s is a measure of a focus area */
  label =
      g_strdup_printf (_ ("removal of measure, %s"), vb_focus_measure_get_facts (measure)->name);
  return vb_document_change (self, label, delete_measure, &id, error);
}

static gboolean
put_outcome (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_focus_table_put_outcome (connection, data, error);
}

gboolean
vb_document_set_focus_outcome (
    VbDocument *self, gint64 measure_id, VbDay day, double value, GError **error)
{
  VbFocusOutcomeRow row = { measure_id, { day, value } };
  VbFocusMeasure *measure;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  measure = expect_measure (self, measure_id, error);
  if (measure == NULL)
    return FALSE;
  if (vb_focus_measure_get_facts (measure)->measure != VB_MEASURE_NONE)
    return vb_document_fail_invalid (_ ("The outcome of this measure is computed from the data"),
                                     error);
  if (day == VB_DAY_NONE)
    return vb_document_fail_invalid (_ ("An outcome must have a date"), error);
  if (!isnan (value) && !(fabs (value) <= MAX_VALUE))
    return vb_document_fail_invalid (_ ("The value is out of range"), error);
  /* Translators: follows "Undo"; %s is a measure of a focus area */
  label = g_strdup_printf (_ ("change of outcome, %s"), vb_focus_measure_get_facts (measure)->name);
  return vb_document_change (self, label, put_outcome, &row, error);
}
