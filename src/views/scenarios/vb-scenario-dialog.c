/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-scenario-dialog.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-dialog-title.h"
#include "vb-document-scenarios.h"
#include "vb-form.h"
#include "vb-number.h"
#include "vb-scenario-baseline.h"
#include "vb-scenario-outlook.h"
#include "vb-scenario-reader.h"

/* Enough for percentiles that stand still; own proposal. */
#define N_DRAWS 10000
/* As far as strategic planning sees. */
#define YEARS_AHEAD 10
#define PER_CENT 100.0

typedef enum
{
  MODE_NEW,
  MODE_COPY,
  MODE_EDIT,
} Mode;

struct _VbScenarioDialog
{
  AdwWindow parent_instance;

  VbDialogTitle *window_title;
  AdwPreferencesGroup *group;
  AdwEntryRow *name_row;
  AdwComboRow *care_row;
  AdwEntryRow *first_row;
  AdwEntryRow *last_row;
  AdwEntryRow *target_row;
  AdwEntryRow *change_row;
  GtkLabel *problem;

  Mode mode;
  VbDocument *document;
  VbNeedTable *years; /* of a new scenario; NULL while nothing is computed */
  VbPlanner *planner; /* of a new scenario */
  VbUnit *unit;       /* of a new scenario */
  gint64 id;          /* the scenario that is copied or changed */
  VbScenarioFacts *facts;
  GArray *groups; /* VbCareGroup, those that are offered */
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbScenarioDialog, vb_scenario_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

/* ---- reading --------------------------------------------------------------------------------- */

static VbCareGroup
get_group (VbScenarioDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->care_row);

  return selected < self->groups->len ? g_array_index (self->groups, VbCareGroup, selected)
                                      : self->facts->group;
}

/* FALSE when no whole year stands there. */
static gboolean
read_year (AdwEntryRow *row, gint16 *year)
{
  double number;

  if (!vb_form_get_number (row, &number) || !(number >= 1900 && number <= 2300)
      || number != floor (number))
    return FALSE;
  *year = (gint16) number;
  return TRUE;
}

static gboolean
read_share (AdwEntryRow *row, double *share)
{
  double number;

  if (!vb_form_get_number (row, &number) || isnan (number))
    return FALSE;
  *share = number / PER_CENT;
  return TRUE;
}

/* What does not hold, and where; NULL when all does. */
static const char *
read_facts (VbScenarioDialog *self, VbScenarioFacts *facts, GtkWidget **wrong)
{
  g_autofree char *name = vb_form_dup_text (self->name_row);

  *wrong = GTK_WIDGET (self->name_row);
  if (*name == '\0')
    return _ ("Give the scenario a name");
  /* A name that was not touched keeps its other language. */
  if (g_strcmp0 (name, vb_bilingual_get (&facts->name)) != 0)
    vb_bilingual_set (&facts->name, name, NULL);
  if (self->mode == MODE_COPY)
    return NULL;

  facts->group = get_group (self);
  *wrong = GTK_WIDGET (self->first_row);
  if (!read_year (self->first_row, &facts->first_year))
    return _ ("A year is written as 2026");
  *wrong = GTK_WIDGET (self->last_row);
  if (!read_year (self->last_row, &facts->last_year))
    return _ ("A year is written as 2026");
  if (facts->last_year < facts->first_year)
    return _ ("A scenario cannot end before it begins");
  *wrong = GTK_WIDGET (self->target_row);
  if (!read_share (self->target_row, &facts->target_occupancy))
    return _ ("A share is a number, in per cent");
  *wrong = GTK_WIDGET (self->change_row);
  if (!read_share (self->change_row, &facts->consumption_change))
    return _ ("A share is a number, in per cent");
  *wrong = NULL;
  return NULL;
}

/* ---- saving ---------------------------------------------------------------------------------- */

static gint64
save_new (VbScenarioDialog *self, const VbScenarioFacts *facts, GError **error)
{
  g_autoptr (GArray) years =
      vb_scenario_baseline_make (self->planner, self->unit, facts->group, facts->first_year,
                                 facts->last_year, facts->consumption_change, error);

  if (years == NULL)
    return 0;
  return vb_document_add_scenario (
      self->document, facts, (const VbScenarioYear *) (gpointer) years->data, years->len, error);
}

/* Gives what was changed in a ready scenario to its copy: it says again what is published. */
static gboolean
restore_ready (VbScenarioDialog *self, GError **error)
{
  g_autoptr (GPtrArray) shipped = vb_scenario_reader_read_shipped (error);

  if (shipped == NULL)
    return FALSE;
  for (guint i = 0; i < shipped->len; i++)
    if (g_strcmp0 (vb_ready_scenario_get_id (shipped->pdata[i]), self->facts->ready) == 0)
      return vb_document_restore_ready_scenario (self->document, self->id, shipped->pdata[i],
                                                 error);
  /* Of another version of the program: it stays as it is. */
  return TRUE;
}

static gint64
save_copy (VbScenarioDialog *self, const VbScenarioFacts *facts, GError **error)
{
  gint64 id;

  vb_document_begin_group (self->document);
  id = vb_document_copy_scenario (self->document, self->id, &facts->name, error);
  if (id != 0 && self->facts->ready != NULL && !restore_ready (self, error))
    id = 0;
  vb_document_end_group (self->document);
  return id;
}

static gint64
save (VbScenarioDialog *self, const VbScenarioFacts *facts, GError **error)
{
  switch (self->mode)
    {
    case MODE_COPY:
      return save_copy (self, facts, error);
    case MODE_EDIT:
      return vb_document_change_scenario (self->document, self->id, facts, error) ? self->id : 0;
    case MODE_NEW:
    default:
      return save_new (self, facts, error);
    }
}

static void
on_save (VbScenarioDialog *self)
{
  g_autoptr (VbScenarioFacts) facts = vb_scenario_facts_copy (self->facts);
  g_autoptr (GError) error = NULL;
  GtkWidget *const rows[] = { GTK_WIDGET (self->name_row), GTK_WIDGET (self->first_row),
                              GTK_WIDGET (self->last_row), GTK_WIDGET (self->target_row),
                              GTK_WIDGET (self->change_row) };
  GtkWidget *wrong = NULL;
  const char *problem = read_facts (self, facts, &wrong);
  gint64 id;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    vb_form_mark (rows[i], problem != NULL && rows[i] == wrong);
  vb_form_tell (self->problem, problem);
  if (problem != NULL)
    {
      gtk_widget_grab_focus (wrong);
      return;
    }

  id = save (self, facts, &error);
  if (error != NULL)
    {
      vb_form_tell (self->problem, error->message);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, id);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- filling --------------------------------------------------------------------------------- */

static void
set_year (AdwEntryRow *row, int year)
{
  g_autofree char *text = g_strdup_printf ("%d", year);

  vb_form_set_text (row, text);
}

static void
fill (VbScenarioDialog *self)
{
  const VbScenarioFacts *facts = self->facts;

  set_year (self->first_row, facts->first_year);
  set_year (self->last_row, facts->last_year);
  vb_form_set_number (self->target_row, facts->target_occupancy * PER_CENT);
  vb_form_set_number (self->change_row, facts->consumption_change * PER_CENT);
}

/* A new scenario begins in the latest full year, with the target that was in force then. */
static void
show_baseline (VbScenarioDialog *self)
{
  VbCareGroup group = get_group (self);
  int index =
      self->years != NULL ? vb_scenario_outlook_find_base (self->years, self->unit, group) : -1;
  const VbNeedFigures *figures;
  g_autofree char *need = NULL;
  g_autofree char *available = NULL;
  g_autofree char *text = NULL;
  int year, month, day;

  self->facts->group = group;
  if (index < 0)
    {
      adw_preferences_group_set_description (
          self->group, _ ("There is no full year of need and available beds to begin from."));
      return;
    }

  figures = vb_need_table_get (self->years, vb_unit_get_id (self->unit), group, (guint) index);
  vb_day_to_ymd (vb_need_table_get_period (self->years, (guint) index).start, &year, &month, &day);
  need = vb_number_format_key (figures->need_beds);
  available = vb_number_format_key (figures->available_beds);
  /* Translators: a year, beds needed, beds available */
  text = g_strdup_printf (_ ("It begins from the figures of %d: %s beds needed, %s available."),
                          year, need, available);
  adw_preferences_group_set_description (self->group, text);
  self->facts->first_year = (gint16) year;
  self->facts->last_year = (gint16) (year + YEARS_AHEAD);
  if (!isnan (figures->target_occupancy))
    self->facts->target_occupancy = figures->target_occupancy;
  fill (self);
}

static const char *
get_group_word (guint group)
{
  return vb_care_group_get_label ((VbCareGroup) (group + VB_CARE_GROUP_SOMATIC));
}

/* Those that the unit has figures of; one that it has not is offered too if it is asked for. */
static void
offer_groups (VbScenarioDialog *self, VbCareGroup group)
{
  guint there =
      self->years != NULL ? vb_need_table_get_groups (self->years, vb_unit_get_id (self->unit)) : 0;
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  for (int i = VB_CARE_GROUP_SOMATIC; i < VB_N_CARE_GROUPS; i++)
    {
      VbCareGroup offered = (VbCareGroup) i;

      if ((there & (1u << i)) == 0 && offered != group)
        continue;
      if (offered == group)
        selected = self->groups->len;
      g_array_append_val (self->groups, offered);
      gtk_string_list_append (words, get_group_word ((guint) i - VB_CARE_GROUP_SOMATIC));
    }
  adw_combo_row_set_model (self->care_row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->care_row, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->care_row), self->groups->len > 1);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_scenario_dialog_dispose (GObject *object)
{
  VbScenarioDialog *self = VB_SCENARIO_DIALOG (object);

  g_clear_pointer (&self->facts, vb_scenario_facts_free);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_object (&self->years);
  g_clear_object (&self->planner);
  g_clear_object (&self->unit);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vb_scenario_dialog_parent_class)->dispose (object);
}

static void
vb_scenario_dialog_class_init (VbScenarioDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_scenario_dialog_dispose;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (VB_TYPE_DIALOG_TITLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/scenarios/vb-scenario-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VbScenarioDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, VbScenarioDialog, group);
  gtk_widget_class_bind_template_child (widget_class, VbScenarioDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, VbScenarioDialog, care_row);
  gtk_widget_class_bind_template_child (widget_class, VbScenarioDialog, first_row);
  gtk_widget_class_bind_template_child (widget_class, VbScenarioDialog, last_row);
  gtk_widget_class_bind_template_child (widget_class, VbScenarioDialog, target_row);
  gtk_widget_class_bind_template_child (widget_class, VbScenarioDialog, change_row);
  gtk_widget_class_bind_template_child (widget_class, VbScenarioDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
vb_scenario_dialog_init (VbScenarioDialog *self)
{
  self->groups = g_array_new (FALSE, FALSE, sizeof (VbCareGroup));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static VbScenarioDialog *
make (GtkWindow *parent,
      VbDocument *document,
      Mode mode,
      const VbScenarioFacts *facts,
      const char *title)
{
  VbScenarioDialog *self = g_object_new (VB_TYPE_SCENARIO_DIALOG, "transient-for", parent, NULL);

  self->document = g_object_ref (document);
  self->mode = mode;
  self->facts = vb_scenario_facts_copy (facts);
  gtk_window_set_title (GTK_WINDOW (self), title);
  vb_dialog_title_set_title (self->window_title, title);
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  return self;
}

GtkWidget *
vb_scenario_dialog_new (
    GtkWindow *parent, VbDocument *document, VbPlanner *planner, VbUnit *unit, VbCareGroup group)
{
  const VbScenarioFacts facts = { .unit_id = vb_unit_get_id (unit),
                                  .group =
                                      group != VB_CARE_GROUP_NONE ? group : VB_CARE_GROUP_SOMATIC,
                                  .first_year = 2026,
                                  .last_year = 2026 + YEARS_AHEAD,
                                  .target_occupancy = vb_document_get_default_target (document),
                                  .distribution = VB_DISTRIBUTION_TRIANGULAR,
                                  .n_draws = N_DRAWS,
                                  .seed = 1 };
  VbScenarioDialog *self = make (parent, document, MODE_NEW, &facts, _ ("New Scenario"));
  VbNeedTable *years = vb_planner_get_need (planner, VB_GRAIN_YEAR);

  self->years = years != NULL ? g_object_ref (years) : NULL;
  self->planner = g_object_ref (planner);
  self->unit = g_object_ref (unit);
  vb_dialog_title_set_subtitle (self->window_title, vb_unit_get_name (unit));
  offer_groups (self, facts.group);
  show_baseline (self);
  g_signal_connect_object (self->care_row, "notify::selected", G_CALLBACK (show_baseline), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

GtkWidget *
vb_scenario_dialog_new_copy (GtkWindow *parent, VbDocument *document, VbScenario *scenario)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (scenario);
  VbScenarioDialog *self = make (parent, document, MODE_COPY, facts, _ ("Save as Own Scenario"));
  /* Translators: the proposed name of a copy of the scenario %s */
  g_autofree char *name = g_strdup_printf (_ ("%s, own"), vb_bilingual_get (&facts->name));
  g_autofree char *text = g_strdup_printf (
      facts->ready != NULL
          ? _ ("A scenario of its own with all that “%s” says now, to be changed and compared with "
               "it. The ready scenario is again as it was published.")
          : _ ("A scenario of its own with all that “%s” says now, to be changed and compared with "
               "it."),
      vb_bilingual_get (&facts->name));

  self->id = vb_scenario_get_id (scenario);
  vb_form_set_text (self->name_row, name);
  adw_preferences_group_set_description (self->group, text);
  gtk_widget_set_visible (GTK_WIDGET (self->care_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->first_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->last_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->target_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->change_row), FALSE);
  return GTK_WIDGET (self);
}

GtkWidget *
vb_scenario_dialog_new_edit (GtkWindow *parent, VbDocument *document, VbScenario *scenario)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (scenario);
  VbScenarioDialog *self = make (parent, document, MODE_EDIT, facts, _ ("Edit Scenario"));

  self->id = vb_scenario_get_id (scenario);
  vb_form_set_text (self->name_row, vb_bilingual_get (&facts->name));
  gtk_widget_set_visible (GTK_WIDGET (self->care_row), FALSE);
  return GTK_WIDGET (self);
}
