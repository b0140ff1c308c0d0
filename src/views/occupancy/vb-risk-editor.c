/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-risk-editor.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-document-occupancy.h"
#include "vb-number.h"
#include "vb-occupancy-advisor.h"

/* What a planner may want to try; the document itself takes any share between 0 and 1. */
#define LOWEST 0.01
#define HIGHEST 0.25
#define STEP 0.01

struct _VbRiskEditor
{
  GObject parent_instance;

  VbAssumptionRow *row;
  VbDocument *document;
  VbUnit *unit;
  VbCareType care_type;
};

enum
{
  SIGNAL_ERROR,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbRiskEditor, vb_risk_editor, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/* @from: the unit that decided it, NULL when none did. */
static char *
dup_caption (VbRiskEditor *self, VbUnit *from)
{
  g_autofree char *proposed =
      vb_number_format_percent (vb_occupancy_get_proposed_risk (self->care_type), 0);

  if (from == NULL)
    return g_strdup (_ ("of a patient without a bed; the program’s own proposal"));
  if (from == self->unit)
    /* Translators: %s is the share that the program proposes */
    return g_strdup_printf (
        _ ("of a patient without a bed; set by hand for this unit, %s is proposed"), proposed);
  /* Translators: a unit, and the share that the program proposes */
  return g_strdup_printf (_ ("of a patient without a bed; inherited from %s, %s is proposed"),
                          vb_unit_get_name (from), proposed);
}

void
vb_risk_editor_show (VbRiskEditor *self, VbDocument *document, VbUnit *unit, VbCareType care_type)
{
  VbUnit *from = NULL;
  g_autofree char *caption = NULL;
  double risk;

  g_return_if_fail (VB_IS_RISK_EDITOR (self));
  g_return_if_fail (VB_IS_DOCUMENT (document));
  g_return_if_fail (VB_IS_UNIT (unit));

  g_set_object (&self->document, document);
  g_set_object (&self->unit, unit);
  self->care_type = care_type;
  risk = vb_document_find_accepted_risk (document, unit, care_type, &from);
  caption = dup_caption (self, from);
  vb_assumption_row_set_value (self->row,
                               from != NULL ? risk : vb_occupancy_get_proposed_risk (care_type));
  vb_assumption_row_set_caption (self->row, caption);
  vb_assumption_row_set_resettable (self->row, from == unit);
}

static void
change (VbRiskEditor *self, double risk)
{
  g_autoptr (GError) error = NULL;

  if (self->unit != NULL
      && !vb_document_set_accepted_risk (self->document, vb_unit_get_id (self->unit),
                                         self->care_type, risk, &error))
    g_signal_emit (self, signals[SIGNAL_ERROR], 0, error);
}

static void
on_reset (VbRiskEditor *self)
{
  change (self, NAN);
}

static void
on_drag_begin (VbRiskEditor *self)
{
  if (self->document != NULL)
    vb_document_begin_group (self->document);
}

static void
on_drag_end (VbRiskEditor *self)
{
  if (self->document != NULL)
    vb_document_end_group (self->document);
}

static void
vb_risk_editor_dispose (GObject *object)
{
  VbRiskEditor *self = VB_RISK_EDITOR (object);

  g_clear_object (&self->row);
  g_clear_object (&self->document);
  g_clear_object (&self->unit);

  G_OBJECT_CLASS (vb_risk_editor_parent_class)->dispose (object);
}

static void
vb_risk_editor_class_init (VbRiskEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vb_risk_editor_dispose;

  signals[SIGNAL_ERROR] = g_signal_new ("error", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
vb_risk_editor_init (VbRiskEditor *self)
{
}

VbRiskEditor *
vb_risk_editor_new (VbAssumptionRow *row)
{
  VbRiskEditor *self = g_object_new (VB_TYPE_RISK_EDITOR, NULL);

  self->row = g_object_ref (row);
  vb_assumption_row_set_range (row, LOWEST, HIGHEST, STEP);
  g_signal_connect_object (row, "drag-begin", G_CALLBACK (on_drag_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "changed", G_CALLBACK (change), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "drag-end", G_CALLBACK (on_drag_end), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "reset", G_CALLBACK (on_reset), self, G_CONNECT_SWAPPED);
  return self;
}
