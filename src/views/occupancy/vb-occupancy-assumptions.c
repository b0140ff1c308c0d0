/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-occupancy-assumptions.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-care-group-row.h"
#include "vb-care-risk-row.h"
#include "vb-document-occupancy.h"
#include "vb-number.h"
#include "vb-occupancy-advisor.h"
#include "vb-occupancy-words.h"
#include "vb-pool-row.h"
#include "vb-risk-editor.h"
#include "vb-scenario-outlook.h"

struct _VbOccupancyAssumptions
{
  AdwPreferencesGroup parent_instance;

  VbPage *page; /* that it stands in */

  VbCareGroupRow *care_group_row;
  VbAssumptionRow *target_row;
  AdwActionRow *recommendation_row;
  AdwActionRow *scenario_row;
  VbAssumptionRow *risk_row;
  VbCareRiskRow *care_risk_row;
  VbAssumptionRow *variation_row;
  VbPoolRow *pool_row;

  VbTargetEditor *target;
  VbRiskEditor *risk;
  VbUnit *unit; /* that is shown */
  VbCareGroup group;
  double recommended; /* a share; NAN = nothing is */
};

enum
{
  SIGNAL_POOL_CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbOccupancyAssumptions, vb_occupancy_assumptions, ADW_TYPE_PREFERENCES_GROUP)

static guint signals[N_SIGNALS];

/* ---- what is shown --------------------------------------------------------------------------- */

double
vb_occupancy_assumptions_get_scenario_target (VbOccupancyAssumptions *self)
{
  VbScenario *scenario;

  g_return_val_if_fail (VB_IS_OCCUPANCY_ASSUMPTIONS (self), NAN);

  scenario = vb_session_get_scenario (vb_page_get_session (self->page));
  if (scenario == NULL || self->unit == NULL
      || vb_scenario_outlook_get_reach (scenario, self->unit, self->group)
             == VB_SCENARIO_REACH_NONE)
    return NAN;
  return vb_scenario_get_facts (scenario)->target_occupancy;
}

void
vb_occupancy_assumptions_show (VbOccupancyAssumptions *self,
                               VbNeedTable *table,
                               VbUnit *unit,
                               VbCareGroup group)
{
  VbDocument *document;
  VbSession *session;
  VbCareType care_type;

  g_return_if_fail (VB_IS_OCCUPANCY_ASSUMPTIONS (self));
  g_return_if_fail (VB_IS_UNIT (unit));

  document = vb_page_get_document (self->page);
  session = vb_page_get_session (self->page);
  care_type = vb_occupancy_get_care_type (unit, group);
  g_set_object (&self->unit, unit);
  self->group = group;
  if (table != NULL)
    vb_care_group_row_show (self->care_group_row, session,
                            vb_need_table_get_groups (table, vb_unit_get_id (unit)), group);
  vb_target_editor_show (self->target, document, unit, group,
                         vb_session_get_period (session).start);
  vb_risk_editor_show (self->risk, document, unit, care_type);
  vb_care_risk_row_show (self->care_risk_row, document, unit, care_type);
  vb_pool_row_show (self->pool_row, unit, group);
}

/* A target and the beds that it takes. */
static char *
describe_target (double target, const char *beds)
{
  g_autofree char *share = vb_number_format_percent (target, 0);

  /* Translators: a target occupancy and the number of beds it takes */
  return g_strdup_printf (_ ("%s, %s beds"), share, beds);
}

static void
show_scenario (VbOccupancyAssumptions *self, const VbOccupancyFigures *figures)
{
  VbScenario *scenario = vb_session_get_scenario (vb_page_get_session (self->page));
  double target = vb_occupancy_assumptions_get_scenario_target (self);
  g_autofree char *beds = vb_number_format_key (figures->whole_census / target);
  g_autofree char *subtitle = describe_target (target, beds);

  gtk_widget_set_visible (GTK_WIDGET (self->scenario_row), !isnan (target));
  if (isnan (target))
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->scenario_row),
                                 vb_bilingual_get (&vb_scenario_get_facts (scenario)->name));
  adw_action_row_set_subtitle (self->scenario_row, subtitle);
}

/* Of a ward only: that of several is the sum of theirs. */
static void
show_variation (VbOccupancyAssumptions *self,
                VbOccupancyStudy *study,
                const VbOccupancyFigures *figures)
{
  double own = vb_document_get_variation (vb_page_get_document (self->page),
                                          vb_unit_get_id (self->unit), self->group);

  gtk_widget_set_visible (GTK_WIDGET (self->variation_row), !isnan (figures->usual_variation));
  vb_assumption_row_set_resettable (self->variation_row, !isnan (own));
  if (study != NULL && !isnan (figures->usual_variation))
    {
      g_autofree char *caption = vb_occupancy_words_dup_variation (study, figures, !isnan (own));

      vb_assumption_row_set_value (self->variation_row, figures->variation);
      vb_assumption_row_set_caption (self->variation_row, caption);
    }
}

void
vb_occupancy_assumptions_show_study (VbOccupancyAssumptions *self,
                                     VbOccupancyStudy *study,
                                     VbOccupancyRow *row)
{
  const VbOccupancyFigures *figures;
  g_autofree char *beds = NULL;
  g_autofree char *recommendation = NULL;

  g_return_if_fail (VB_IS_OCCUPANCY_ASSUMPTIONS (self));
  g_return_if_fail (VB_IS_OCCUPANCY_ROW (row));
  g_return_if_fail (self->unit != NULL);

  figures = vb_occupancy_row_get_figures (row);
  self->recommended = figures->recommended_target;
  beds = vb_number_format (figures->beds_needed, 0);
  recommendation = describe_target (self->recommended, beds);
  adw_action_row_set_subtitle (self->recommendation_row, recommendation);
  gtk_widget_set_visible (GTK_WIDGET (self->recommendation_row), !isnan (self->recommended));
  show_scenario (self, figures);
  show_variation (self, study, figures);
}

VbTargetEditor *
vb_occupancy_assumptions_get_target (VbOccupancyAssumptions *self)
{
  g_return_val_if_fail (VB_IS_OCCUPANCY_ASSUMPTIONS (self), NULL);

  return self->target;
}

GListModel *
vb_occupancy_assumptions_get_pool (VbOccupancyAssumptions *self)
{
  g_return_val_if_fail (VB_IS_OCCUPANCY_ASSUMPTIONS (self), NULL);

  return vb_pool_row_get_units (self->pool_row);
}

/* ---- what the reader does -------------------------------------------------------------------- */

/* As it is shown, in whole per cent: a target that somebody decides is a round one. */
static void
on_use (VbOccupancyAssumptions *self)
{
  g_autofree char *share = vb_number_format_percent (self->recommended, 0);
  g_autofree char *title = NULL;
  AdwToast *toast;

  if (isnan (self->recommended))
    return;
  vb_target_editor_change (self->target, round (self->recommended * 100) / 100);
  /* Translators: a unit and its new target occupancy */
  title = g_strdup_printf (_ ("The target of %s is now %s"), vb_unit_get_name (self->unit), share);
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  vb_page_add_toast (self->page, toast);
}

static void
on_error (VbOccupancyAssumptions *self, const GError *error)
{
  vb_page_report_error (self->page, error);
}

static void
on_variation_changed (VbOccupancyAssumptions *self, double value)
{
  g_autoptr (GError) error = NULL;

  if (!vb_document_set_variation (vb_page_get_document (self->page), vb_unit_get_id (self->unit),
                                  self->group, value, &error))
    on_error (self, error);
}

static void
on_variation_reset (VbOccupancyAssumptions *self)
{
  on_variation_changed (self, NAN);
}

static void
on_drag_begin (VbOccupancyAssumptions *self)
{
  vb_document_begin_group (vb_page_get_document (self->page));
}

static void
on_drag_end (VbOccupancyAssumptions *self)
{
  vb_document_end_group (vb_page_get_document (self->page));
}

static void
on_pool_changed (VbOccupancyAssumptions *self)
{
  g_signal_emit (self, signals[SIGNAL_POOL_CHANGED], 0);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_occupancy_assumptions_dispose (GObject *object)
{
  VbOccupancyAssumptions *self = VB_OCCUPANCY_ASSUMPTIONS (object);

  g_clear_object (&self->target);
  g_clear_object (&self->risk);
  g_clear_object (&self->unit);

  G_OBJECT_CLASS (vb_occupancy_assumptions_parent_class)->dispose (object);
}

static void
vb_occupancy_assumptions_class_init (VbOccupancyAssumptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_occupancy_assumptions_dispose;

  signals[SIGNAL_POOL_CHANGED] =
      g_signal_new ("pool-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);

  g_type_ensure (VB_TYPE_ASSUMPTION_ROW);
  g_type_ensure (VB_TYPE_CARE_GROUP_ROW);
  g_type_ensure (VB_TYPE_CARE_RISK_ROW);
  g_type_ensure (VB_TYPE_POOL_ROW);

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, VbOccupancyAssumptions, name)
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/occupancy/vb-occupancy-assumptions.ui");
  BIND (care_group_row);
  BIND (target_row);
  BIND (recommendation_row);
  BIND (scenario_row);
  BIND (risk_row);
  BIND (care_risk_row);
  BIND (variation_row);
  BIND (pool_row);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_drag_begin);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_end);
  gtk_widget_class_bind_template_callback (widget_class, on_error);
  gtk_widget_class_bind_template_callback (widget_class, on_pool_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_use);
  gtk_widget_class_bind_template_callback (widget_class, on_variation_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_variation_reset);
}

static void
vb_occupancy_assumptions_init (VbOccupancyAssumptions *self)
{
  self->recommended = NAN;
  gtk_widget_init_template (GTK_WIDGET (self));

  self->target = vb_target_editor_new (self->target_row);
  self->risk = vb_risk_editor_new (self->risk_row);
  g_signal_connect_object (self->target, "error", G_CALLBACK (on_error), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->risk, "error", G_CALLBACK (on_error), self, G_CONNECT_SWAPPED);
}

void
vb_occupancy_assumptions_set_page (VbOccupancyAssumptions *self, VbPage *page)
{
  g_return_if_fail (VB_IS_OCCUPANCY_ASSUMPTIONS (self));
  g_return_if_fail (VB_IS_PAGE (page));

  self->page = page;
}
