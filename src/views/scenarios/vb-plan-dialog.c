/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-plan-dialog.h"

#include <glib/gi18n-lib.h>

#include "vb-day-row.h"
#include "vb-dialog-title.h"
#include "vb-document-decisions.h"
#include "vb-form.h"

struct _VbPlanDialog
{
  AdwWindow parent_instance;

  VbDialogTitle *window_title;
  AdwPreferencesGroup *group;
  AdwEntryRow *by_row;
  VbDayRow *day_row;
  GtkLabel *problem;

  VbDocument *document;
  gint64 scenario_id;
};

enum
{
  SIGNAL_DECIDED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbPlanDialog, vb_plan_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static void
on_save (VbPlanDialog *self)
{
  VbDay day = vb_day_row_get_day (self->day_row);
  g_autofree char *by = vb_form_dup_text (self->by_row);
  gboolean unnamed = *by == '\0';
  g_autoptr (GError) error = NULL;

  vb_form_mark (GTK_WIDGET (self->day_row), day == VB_DAY_NONE);
  vb_form_mark (GTK_WIDGET (self->by_row), unnamed);
  vb_form_tell (self->problem, day == VB_DAY_NONE ? _ ("A date is written as 2026-10-31")
                               : unnamed          ? _ ("Write who has decided it")
                                                  : NULL);
  if (day == VB_DAY_NONE || unnamed)
    {
      gtk_widget_grab_focus (day == VB_DAY_NONE ? GTK_WIDGET (self->day_row)
                                                : GTK_WIDGET (self->by_row));
      return;
    }

  if (!vb_document_decide_plan (self->document, self->scenario_id, day, by, &error))
    {
      vb_form_tell (self->problem, error->message);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_DECIDED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
vb_plan_dialog_dispose (GObject *object)
{
  g_clear_object (&VB_PLAN_DIALOG (object)->document);

  G_OBJECT_CLASS (vb_plan_dialog_parent_class)->dispose (object);
}

static void
vb_plan_dialog_class_init (VbPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_plan_dialog_dispose;
  g_type_ensure (VB_TYPE_DAY_ROW);
  g_type_ensure (VB_TYPE_DIALOG_TITLE);

  signals[SIGNAL_DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/scenarios/vb-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VbPlanDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, VbPlanDialog, group);
  gtk_widget_class_bind_template_child (widget_class, VbPlanDialog, by_row);
  gtk_widget_class_bind_template_child (widget_class, VbPlanDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, VbPlanDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
vb_plan_dialog_init (VbPlanDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is kept, and what it takes the place of. */
static char *
describe (VbDocument *document, const VbScenarioFacts *facts)
{
  VbUnit *unit = vb_document_get_unit (document, facts->unit_id);
  VbPlan *plan = vb_document_find_plan (document, facts->unit_id, facts->group);
  /* Translators: a unit, and its care: "Riket, somatic care" */
  g_autofree char *whose = g_strdup_printf (_ ("%s, %s"), vb_unit_get_name (unit),
                                            vb_care_group_get_phrase (facts->group));

  if (plan == NULL)
    return g_strdup_printf (
        _ ("Need and capacity are kept as they are now: the plan of %s, which what comes to be is "
           "compared with, whatever becomes of the scenario."),
        whose);
  return g_strdup_printf (
      _ ("Need and capacity are kept as they are now: the plan of %s, which what comes to be is "
         "compared with. It takes the place of “%s”."),
      whose, vb_bilingual_get (&vb_plan_get_facts (plan)->name));
}

GtkWidget *
vb_plan_dialog_new (GtkWindow *parent, VbDocument *document, VbScenario *scenario)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (scenario);
  VbPlanDialog *self = g_object_new (VB_TYPE_PLAN_DIALOG, "transient-for", parent, NULL);
  g_autofree char *text = describe (document, facts);

  self->document = g_object_ref (document);
  self->scenario_id = vb_scenario_get_id (scenario);
  vb_dialog_title_set_subtitle (self->window_title, vb_bilingual_get (&facts->name));
  adw_preferences_group_set_description (self->group, text);
  vb_day_row_set_day (self->day_row, vb_day_get_today ());
  gtk_widget_grab_focus (GTK_WIDGET (self->by_row));
  return GTK_WIDGET (self);
}
