/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-care-risk-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-assumption-row.h"
#include "vb-number.h"
#include "vb-occupancy-advisor.h"

#define LOWEST 0.01
#define HIGHEST 0.25
#define STEP 0.01

struct _VbCareRiskRow
{
  AdwExpanderRow parent_instance;

  VbAssumptionRow *rows[VB_N_CARE_TYPES]; /* none for NONE */
  double own[VB_N_CARE_TYPES];
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbCareRiskRow, vb_care_risk_row, ADW_TYPE_EXPANDER_ROW)

static guint signals[N_SIGNALS];

double
vb_care_risk_row_get_own (VbCareRiskRow *self, VbCareType care_type)
{
  g_return_val_if_fail (VB_IS_CARE_RISK_ROW (self), NAN);

  return self->own[care_type];
}

double
vb_care_risk_row_get_risk (VbCareRiskRow *self, VbCareType care_type)
{
  g_return_val_if_fail (VB_IS_CARE_RISK_ROW (self), NAN);

  return isnan (self->own[care_type]) ? vb_occupancy_get_proposed_risk (care_type)
                                      : self->own[care_type];
}

char *
vb_care_risk_row_dup_caption (VbCareRiskRow *self, VbCareType care_type)
{
  g_autofree char *proposed = NULL;

  g_return_val_if_fail (VB_IS_CARE_RISK_ROW (self), NULL);

  if (isnan (self->own[care_type]))
    return g_strdup (_ ("of a patient without a bed; the program’s own proposal"));
  proposed = vb_number_format_percent (vb_occupancy_get_proposed_risk (care_type), 0);
  /* Translators: %s is the share that the program proposes */
  return g_strdup_printf (_ ("of a patient without a bed; your own, %s is proposed"), proposed);
}

static void
show_risk (VbCareRiskRow *self, VbCareType care_type)
{
  g_autofree char *caption = vb_care_risk_row_dup_caption (self, care_type);
  VbAssumptionRow *row = self->rows[care_type];

  if (row == NULL)
    return;
  vb_assumption_row_set_value (row, vb_care_risk_row_get_risk (self, care_type));
  vb_assumption_row_set_caption (row, caption);
  vb_assumption_row_set_resettable (row, !isnan (self->own[care_type]));
}

void
vb_care_risk_row_set_own (VbCareRiskRow *self, VbCareType care_type, double risk)
{
  g_return_if_fail (VB_IS_CARE_RISK_ROW (self));

  self->own[care_type] = risk;
  show_risk (self, care_type);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
vb_care_risk_row_hide (VbCareRiskRow *self, VbCareType care_type)
{
  g_return_if_fail (VB_IS_CARE_RISK_ROW (self));

  for (guint type = 0; type < VB_N_CARE_TYPES; type++)
    if (self->rows[type] != NULL)
      gtk_widget_set_visible (GTK_WIDGET (self->rows[type]), type != (guint) care_type);
}

static VbCareType
find_type (VbCareRiskRow *self, VbAssumptionRow *row)
{
  guint type = VB_CARE_TYPE_SOMATIC;

  while (type + 1 < VB_N_CARE_TYPES && self->rows[type] != row)
    type++;
  return (VbCareType) type;
}

static void
on_changed (VbCareRiskRow *self, double value, VbAssumptionRow *row)
{
  vb_care_risk_row_set_own (self, find_type (self, row), value);
}

static void
on_reset (VbCareRiskRow *self, VbAssumptionRow *row)
{
  vb_care_risk_row_set_own (self, find_type (self, row), NAN);
}

static void
vb_care_risk_row_class_init (VbCareRiskRowClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vb_care_risk_row_init (VbCareRiskRow *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Accepted risk in other care"));
  self->own[VB_CARE_TYPE_NONE] = NAN;
  for (guint type = VB_CARE_TYPE_SOMATIC; type < VB_N_CARE_TYPES; type++)
    {
      GtkWidget *row = vb_assumption_row_new (vb_care_type_get_label ((VbCareType) type));

      self->own[type] = NAN;
      self->rows[type] = VB_ASSUMPTION_ROW (row);
      g_object_set (row, "percent", TRUE, NULL);
      vb_assumption_row_set_range (self->rows[type], LOWEST, HIGHEST, STEP);
      show_risk (self, (VbCareType) type);
      g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "reset", G_CALLBACK (on_reset), self, G_CONNECT_SWAPPED);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
    }
}

GtkWidget *
vb_care_risk_row_new (void)
{
  return g_object_new (VB_TYPE_CARE_RISK_ROW, NULL);
}
