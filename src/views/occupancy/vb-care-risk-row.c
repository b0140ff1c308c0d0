/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-care-risk-row.h"

#include <glib/gi18n-lib.h>

#include "vb-risk-editor.h"

struct _VbCareRiskRow
{
  AdwExpanderRow parent_instance;

  GtkWidget *rows[VB_N_CARE_TYPES]; /* none for NONE */
  VbRiskEditor *editors[VB_N_CARE_TYPES];
};

enum
{
  SIGNAL_ERROR,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbCareRiskRow, vb_care_risk_row, ADW_TYPE_EXPANDER_ROW)

static guint signals[N_SIGNALS];

/* A bit each of the care types of the wards below @unit. */
static guint
collect_types (VbUnit *unit)
{
  GListModel *children = vb_unit_get_children (unit);
  guint types = 0;

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);

      if (g_list_model_get_n_items (vb_unit_get_children (child)) > 0)
        types |= collect_types (child);
      else
        types |= 1u << vb_unit_get_care_type (child);
    }
  return types;
}

void
vb_care_risk_row_show (VbCareRiskRow *self,
                       VbDocument *document,
                       VbUnit *unit,
                       VbCareType care_type)
{
  guint types;

  g_return_if_fail (VB_IS_CARE_RISK_ROW (self));
  g_return_if_fail (VB_IS_UNIT (unit));

  types = collect_types (unit) & ~(1u << VB_CARE_TYPE_NONE) & ~(1u << care_type);
  gtk_widget_set_visible (GTK_WIDGET (self), types != 0);
  for (guint type = VB_CARE_TYPE_NONE + 1; type < VB_N_CARE_TYPES; type++)
    {
      gtk_widget_set_visible (self->rows[type], (types & 1u << type) != 0);
      vb_risk_editor_show (self->editors[type], document, unit, (VbCareType) type);
    }
}

static void
on_error (VbCareRiskRow *self, const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_ERROR], 0, error);
}

static void
vb_care_risk_row_dispose (GObject *object)
{
  VbCareRiskRow *self = VB_CARE_RISK_ROW (object);

  for (guint type = 0; type < VB_N_CARE_TYPES; type++)
    g_clear_object (&self->editors[type]);

  G_OBJECT_CLASS (vb_care_risk_row_parent_class)->dispose (object);
}

static void
vb_care_risk_row_class_init (VbCareRiskRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vb_care_risk_row_dispose;

  signals[SIGNAL_ERROR] = g_signal_new ("error", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
vb_care_risk_row_init (VbCareRiskRow *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Accepted risk in other care"));
  for (guint type = VB_CARE_TYPE_NONE + 1; type < VB_N_CARE_TYPES; type++)
    {
      GtkWidget *row = vb_assumption_row_new (vb_care_type_get_label ((VbCareType) type));

      self->rows[type] = row;
      g_object_set (row, "percent", TRUE, NULL);
      self->editors[type] = vb_risk_editor_new (VB_ASSUMPTION_ROW (row));
      g_signal_connect_object (self->editors[type], "error", G_CALLBACK (on_error), self,
                               G_CONNECT_SWAPPED);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
    }
}

GtkWidget *
vb_care_risk_row_new (void)
{
  return g_object_new (VB_TYPE_CARE_RISK_ROW, NULL);
}
