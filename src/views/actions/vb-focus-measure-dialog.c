/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-focus-measure-dialog.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-day-row.h"
#include "vb-dialog-title.h"
#include "vb-form.h"
#include "vb-measure.h"
#include "vb-number.h"

#define DAY_KEY "vb-day"

struct _VbFocusMeasureDialog
{
  AdwWindow parent_instance;

  VbDialogTitle *window_title;
  AdwEntryRow *name_row;
  AdwComboRow *kind_row;
  AdwComboRow *measure_row;
  AdwComboRow *good_row;
  AdwEntryRow *unit_row;
  AdwEntryRow *target_row;
  GtkLabel *problem;
  AdwPreferencesGroup *outcome_group;
  VbDayRow *day_row;
  AdwEntryRow *value_row;
  GtkListBox *outcomes;
  GtkWidget *remove_button;

  VbDocument *document;
  VbFocusMeasureFacts *facts;
  gint64 id; /* 0 = new */
};

G_DEFINE_FINAL_TYPE (VbFocusMeasureDialog, vb_focus_measure_dialog, ADW_TYPE_WINDOW)

static void show_outcomes (VbFocusMeasureDialog *self);

/* ---- the choice of a measure: first none, then the catalogue ----------------------------------
 */

static const char *
get_measure_word (guint index)
{
  guint n;
  const VbMeasure *const *measures = vb_measure_list (&n);

  return index == 0 ? _ ("None: noted by hand") : _ (measures[index - 1]->name);
}

static VbMeasureId
get_measure (VbFocusMeasureDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->measure_row);
  guint n;
  const VbMeasure *const *measures = vb_measure_list (&n);

  return selected == 0 || selected > n ? VB_MEASURE_NONE : measures[selected - 1]->id;
}

static guint
find_choice (VbMeasureId measure)
{
  guint n;
  const VbMeasure *const *measures = vb_measure_list (&n);

  for (guint i = 0; i < n; i++)
    if (measures[i]->id == measure)
      return i + 1;
  return 0;
}

/* The catalogue knows what its measures are called, counted in and good for. */
static void
on_measure (VbFocusMeasureDialog *self)
{
  const VbMeasure *measure = vb_measure_get (get_measure (self));
  g_autofree char *name = vb_form_dup_text (self->name_row);

  gtk_widget_set_visible (GTK_WIDGET (self->outcome_group), self->id != 0 && measure == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->outcomes), self->id != 0 && measure == NULL);
  if (measure == NULL || measure->id == self->facts->measure)
    return;

  if (*name == '\0')
    vb_form_set_text (self->name_row, _ (measure->name));
  vb_form_set_text (self->unit_row, _ (measure->unit));
  adw_combo_row_set_selected (self->good_row, measure->good < 0);
}

/* ---- saving ---------------------------------------------------------------------------------- */

static VbFocusMeasureFacts *
read_facts (VbFocusMeasureDialog *self)
{
  VbFocusMeasureFacts *facts = vb_focus_measure_facts_copy (self->facts);

  g_free (facts->name);
  g_free (facts->measured_in);
  facts->name = vb_form_dup_text (self->name_row);
  facts->measured_in = vb_form_dup_text (self->unit_row);
  facts->kind = (VbFocusMeasureKind) adw_combo_row_get_selected (self->kind_row);
  facts->measure = get_measure (self);
  facts->good_up = adw_combo_row_get_selected (self->good_row) == 0;
  vb_form_get_number (self->target_row, &facts->target);

  return facts;
}

/* The field that is wrong, or NULL. */
static GtkWidget *
check (VbFocusMeasureDialog *self)
{
  g_autofree char *name = vb_form_dup_text (self->name_row);
  double target;
  gboolean read = vb_form_get_number (self->target_row, &target);
  gboolean targeted = adw_combo_row_get_selected (self->kind_row) == VB_FOCUS_MEASURE_TARGETED;
  gboolean wrong_target = !read || (targeted && isnan (target));

  vb_form_mark (GTK_WIDGET (self->name_row), *name == '\0');
  vb_form_mark (GTK_WIDGET (self->target_row), wrong_target);
  vb_form_tell (self->problem, *name == '\0'  ? _ ("Give the measure a name")
                               : wrong_target ? _ ("A measure with a target needs one: a number")
                                              : NULL);
  if (*name == '\0')
    return GTK_WIDGET (self->name_row);
  return wrong_target ? GTK_WIDGET (self->target_row) : NULL;
}

static void
on_save (VbFocusMeasureDialog *self)
{
  GtkWidget *wrong = check (self);
  g_autoptr (VbFocusMeasureFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  if (wrong != NULL)
    {
      gtk_widget_grab_focus (wrong);
      return;
    }

  facts = read_facts (self);
  if (self->id == 0)
    vb_document_add_focus_measure (self->document, facts, &error);
  else
    vb_document_change_focus_measure (self->document, self->id, facts, &error);
  if (error != NULL)
    vb_form_tell (self->problem, error->message);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
on_remove (VbFocusMeasureDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (vb_document_remove_focus_measure (self->document, self->id, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    vb_form_tell (self->problem, error->message);
}

/* ---- outcomes -------------------------------------------------------------------------------- */

static void
note_outcome (VbFocusMeasureDialog *self, VbDay day, double value)
{
  g_autoptr (GError) error = NULL;

  if (!vb_document_set_focus_outcome (self->document, self->id, day, value, &error))
    vb_form_tell (self->problem, error->message);
  show_outcomes (self);
}

static void
on_note (VbFocusMeasureDialog *self)
{
  VbDay day = vb_day_row_get_day (self->day_row);
  double value;
  gboolean read = vb_form_get_number (self->value_row, &value) && !isnan (value);

  vb_form_mark (GTK_WIDGET (self->day_row), day == VB_DAY_NONE);
  vb_form_mark (GTK_WIDGET (self->value_row), !read);
  vb_form_tell (self->problem,
                day == VB_DAY_NONE || !read ? _ ("An outcome has a date and a number") : NULL);
  if (day == VB_DAY_NONE || !read)
    return;

  note_outcome (self, day, value);
  vb_form_set_text (self->value_row, NULL);
}

static void
on_remove_outcome (VbFocusMeasureDialog *self, GtkWidget *button)
{
  note_outcome (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), DAY_KEY)), NAN);
}

static GtkWidget *
new_outcome_row (VbFocusMeasureDialog *self, const VbFocusOutcome *outcome)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *day = vb_day_format (outcome->day);
  g_autofree char *value = vb_number_format_key (outcome->value);
  /* Translators: name of a button; %s is a date */
  g_autofree char *name = g_strdup_printf (_ ("Remove the outcome of %s"), day);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), value);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), day);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), DAY_KEY, GINT_TO_POINTER (outcome->day));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_outcome), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

/* The latest first. */
static void
show_outcomes (VbFocusMeasureDialog *self)
{
  VbFocusMeasure *measure = vb_document_get_focus_measure (self->document, self->id);
  const VbFocusOutcome *outcomes = NULL;
  GtkListBoxRow *row;
  guint n = 0;

  while ((row = gtk_list_box_get_row_at_index (self->outcomes, 0)) != NULL)
    gtk_list_box_remove (self->outcomes, GTK_WIDGET (row));
  if (measure != NULL)
    outcomes = vb_focus_measure_get_outcomes (measure, &n);
  for (guint i = n; i > 0; i--)
    gtk_list_box_append (self->outcomes, new_outcome_row (self, &outcomes[i - 1]));
}

/* ---- life ------------------------------------------------------------------------------------ */

static const char *
get_kind_word (guint kind)
{
  return vb_focus_measure_kind_get_label ((VbFocusMeasureKind) kind);
}

static const char *
get_good_word (guint index)
{
  return index == 0 ? _ ("More is better") : _ ("Less is better");
}

static void
vb_focus_measure_dialog_dispose (GObject *object)
{
  VbFocusMeasureDialog *self = VB_FOCUS_MEASURE_DIALOG (object);

  g_clear_pointer (&self->facts, vb_focus_measure_facts_free);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vb_focus_measure_dialog_parent_class)->dispose (object);
}

static void
vb_focus_measure_dialog_class_init (VbFocusMeasureDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_focus_measure_dialog_dispose;

  g_type_ensure (VB_TYPE_DAY_ROW);
  g_type_ensure (VB_TYPE_DIALOG_TITLE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/actions/vb-focus-measure-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VbFocusMeasureDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, VbFocusMeasureDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, VbFocusMeasureDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, VbFocusMeasureDialog, measure_row);
  gtk_widget_class_bind_template_child (widget_class, VbFocusMeasureDialog, good_row);
  gtk_widget_class_bind_template_child (widget_class, VbFocusMeasureDialog, unit_row);
  gtk_widget_class_bind_template_child (widget_class, VbFocusMeasureDialog, target_row);
  gtk_widget_class_bind_template_child (widget_class, VbFocusMeasureDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, VbFocusMeasureDialog, outcome_group);
  gtk_widget_class_bind_template_child (widget_class, VbFocusMeasureDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, VbFocusMeasureDialog, value_row);
  gtk_widget_class_bind_template_child (widget_class, VbFocusMeasureDialog, outcomes);
  gtk_widget_class_bind_template_child (widget_class, VbFocusMeasureDialog, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_measure);
  gtk_widget_class_bind_template_callback (widget_class, on_note);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
vb_focus_measure_dialog_init (VbFocusMeasureDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vb_focus_measure_dialog_new (GtkWindow *parent,
                             VbDocument *document,
                             gint64 area_id,
                             VbFocusMeasure *measure)
{
  const VbFocusMeasureFacts empty = {
    .focus_area_id = area_id, .kind = VB_FOCUS_MEASURE_UNTARGETED, .target = NAN, .good_up = TRUE
  };
  VbFocusMeasureDialog *self;
  guint n_measures;

  g_return_val_if_fail (VB_IS_DOCUMENT (document), NULL);

  vb_measure_list (&n_measures);
  self = g_object_new (VB_TYPE_FOCUS_MEASURE_DIALOG, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  self->facts =
      vb_focus_measure_facts_copy (measure != NULL ? vb_focus_measure_get_facts (measure) : &empty);
  self->id = measure != NULL ? vb_focus_measure_get_id (measure) : 0;

  gtk_window_set_title (GTK_WINDOW (self), self->id == 0 ? _ ("New Measure") : _ ("Edit Measure"));
  vb_dialog_title_set_title (self->window_title, gtk_window_get_title (GTK_WINDOW (self)));
  vb_form_set_text (self->name_row, self->facts->name);
  vb_form_set_text (self->unit_row, self->facts->measured_in);
  vb_form_set_number (self->target_row, self->facts->target);
  vb_form_set_words (self->kind_row, VB_N_FOCUS_MEASURE_KINDS, get_kind_word, self->facts->kind);
  vb_form_set_words (self->good_row, 2, get_good_word, self->facts->good_up ? 0 : 1);
  vb_form_set_words (self->measure_row, n_measures + 1, get_measure_word,
                     find_choice (self->facts->measure));
  vb_day_row_set_day (self->day_row, vb_day_get_today ());
  gtk_widget_set_visible (self->remove_button, self->id != 0);
  on_measure (self);
  show_outcomes (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));

  return GTK_WIDGET (self);
}
