/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-lever-dialog.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-dialog-title.h"
#include "vb-document-actions.h"
#include "vb-form.h"
#include "vb-number.h"

/* As far as the schema goes. */
#define MAX_OVERLAP 1000000
#define MIN_YEAR 1900
#define MAX_YEAR 2300

struct _VbLeverDialog
{
  AdwWindow parent_instance;

  AdwEntryRow *name_row;
  AdwComboRow *side_row;
  AdwComboRow *basis_row;
  AdwEntryRow *low_row;
  AdwEntryRow *base_row;
  AdwEntryRow *high_row;
  AdwEntryRow *bed_days_row;
  AdwEntryRow *overlap_row;
  AdwEntryRow *influence_row;
  AdwEntryRow *probability_row;
  AdwEntryRow *start_row;
  AdwEntryRow *full_row;
  AdwComboRow *profile_row;
  GtkSwitch *one_off_switch;
  AdwEntryRow *cost_row;
  AdwComboRow *status_row;
  GtkTextView *source_view;
  AdwComboRow *action_row;
  GtkLabel *problem;
  VbDialogTitle *window_title;

  VbDocument *document;
  VbScenario *scenario;
  VbLeverFacts *facts; /* as it was, or begins */
  gint64 id;           /* 0 = new */
};

G_DEFINE_FINAL_TYPE (VbLeverDialog, vb_lever_dialog, ADW_TYPE_WINDOW)

/* ---- reading the fields ---------------------------------------------------------------------- */

static VbLeverBasis
get_basis (VbLeverDialog *self)
{
  return (VbLeverBasis) adw_combo_row_get_selected (self->basis_row);
}

static gint64
get_action_id (VbLeverDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->action_row);
  g_autoptr (VbAction) action = NULL;

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return 0;
  action = g_list_model_get_item (vb_document_get_actions (self->document), selected - 1);
  return action != NULL ? vb_action_get_id (action) : 0;
}

/* One number of the form, and where it goes. */
typedef struct
{
  AdwEntryRow *row;
  double *number;
  gboolean share;    /* typed in per cent */
  gboolean optional; /* may be left empty */
} Field;

/* "47" of a share is 47 %, as "47 %" and "0.47 %" are what they say. */
static gboolean
read_field (const Field *field)
{
  g_autofree char *text = vb_form_dup_text (field->row);
  gboolean read = vb_form_get_number (field->row, field->number)
                  && (field->optional || !isnan (*field->number));

  if (read && field->share && strchr (text, '%') == NULL)
    *field->number /= 100;
  vb_form_mark (GTK_WIDGET (field->row), !read);

  return read;
}

static gboolean
read_whole (AdwEntryRow *row, int least, int most, int *out)
{
  double number = NAN;
  gboolean read = vb_form_get_number (row, &number) && number == round (number) && number >= least
                  && number <= most;

  vb_form_mark (GTK_WIDGET (row), !read);
  if (read)
    *out = (int) number;

  return read;
}

/* The field that cannot be read; NULL when all can. */
static GtkWidget *
read_figures (VbLeverDialog *self, VbLeverFigures *figures)
{
  gboolean share = get_basis (self) == VB_LEVER_BASIS_SHARE;
  const Field fields[] = {
    { self->low_row, &figures->low, share, FALSE },
    { self->base_row, &figures->base, share, FALSE },
    { self->high_row, &figures->high, share, FALSE },
    { self->bed_days_row, &figures->bed_days, FALSE, TRUE },
    { self->influence_row, &figures->influence, TRUE, FALSE },
    { self->probability_row, &figures->probability, TRUE, FALSE },
    { self->cost_row, &figures->yearly_cost, FALSE, TRUE },
  };
  GtkWidget *wrong = NULL;
  int start = 0, full = 0, overlap = 0;

  for (guint i = G_N_ELEMENTS (fields); i-- > 0;)
    if (!read_field (&fields[i]))
      wrong = GTK_WIDGET (fields[i].row);
  if (!read_whole (self->overlap_row, 0, MAX_OVERLAP, &overlap))
    wrong = GTK_WIDGET (self->overlap_row);
  if (!read_whole (self->full_row, MIN_YEAR, MAX_YEAR, &full))
    wrong = GTK_WIDGET (self->full_row);
  if (!read_whole (self->start_row, MIN_YEAR, MAX_YEAR, &start))
    wrong = GTK_WIDGET (self->start_row);

  figures->side = (guint8) adw_combo_row_get_selected (self->side_row);
  figures->basis = (guint8) get_basis (self);
  figures->profile = (guint8) adw_combo_row_get_selected (self->profile_row);
  figures->one_off = gtk_switch_get_active (self->one_off_switch);
  figures->overlap = (guint) overlap;
  figures->start = (gint16) start;
  figures->full = (gint16) full;

  return wrong;
}

/* A text that was changed is in one language; what the other one said does not hold any more. */
static void
take_text (VbBilingual *text, const char *typed)
{
  if (g_strcmp0 (vb_bilingual_get (text), typed) != 0)
    vb_bilingual_set (text, typed, NULL);
}

static void
on_save (VbLeverDialog *self)
{
  g_autoptr (VbLeverFacts) facts = vb_lever_facts_copy (self->facts);
  g_autofree char *name = vb_form_dup_text (self->name_row);
  g_autofree char *source = vb_form_dup_lines (self->source_view);
  g_autoptr (GError) error = NULL;
  GtkWidget *wrong = read_figures (self, &facts->figures);

  vb_form_mark (GTK_WIDGET (self->name_row), *name == '\0');
  if (*name == '\0')
    wrong = GTK_WIDGET (self->name_row);
  if (wrong != NULL)
    {
      vb_form_tell (self->problem, *name == '\0' ? _ ("Say what is done")
                                                 : _ ("What is marked is not such a number"));
      gtk_widget_grab_focus (wrong);
      return;
    }

  take_text (&facts->name, name);
  take_text (&facts->source, source);
  facts->status = (VbFigureStatus) adw_combo_row_get_selected (self->status_row);
  facts->action_id = get_action_id (self);
  if (self->id == 0)
    vb_document_add_lever (self->document, facts, &error);
  else
    vb_document_change_lever (self->document, self->id, facts, &error);
  if (error != NULL)
    {
      vb_form_tell (self->problem, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->base_row));
      return;
    }
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- filling the fields ---------------------------------------------------------------------- */

static void
set_share (AdwEntryRow *row, double share)
{
  g_autofree char *text = isnan (share) ? g_strdup ("") : vb_number_format_percent (share, 1);

  vb_form_set_text (row, text);
}

static void
set_whole (AdwEntryRow *row, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  vb_form_set_text (row, text);
}

static void
show_sizes (VbLeverDialog *self)
{
  const VbLeverFigures *figures = &self->facts->figures;
  void (*set) (AdwEntryRow * row, double number) =
      figures->basis == VB_LEVER_BASIS_SHARE ? set_share : vb_form_set_number;

  set (self->low_row, figures->low);
  set (self->base_row, figures->base);
  set (self->high_row, figures->high);
}

/* A share is one of bed days, which only a lever on need has. */
static void
on_side (VbLeverDialog *self)
{
  gboolean need = adw_combo_row_get_selected (self->side_row) == VB_BALANCE_SIDE_NEED;

  if (!need)
    adw_combo_row_set_selected (self->basis_row, VB_LEVER_BASIS_BEDS);
  gtk_widget_set_visible (GTK_WIDGET (self->basis_row), need);
  gtk_widget_set_visible (GTK_WIDGET (self->bed_days_row), need);
  gtk_widget_set_visible (GTK_WIDGET (self->overlap_row), need);
}

static const char *
get_side_word (guint side)
{
  return vb_balance_side_get_label ((VbBalanceSide) side);
}

static const char *
get_basis_word (guint basis)
{
  return vb_lever_basis_get_label ((VbLeverBasis) basis);
}

static const char *
get_profile_word (guint profile)
{
  return vb_lever_profile_get_label ((VbLeverProfile) profile);
}

static const char *
get_status_word (guint status)
{
  return vb_figure_status_get_label ((VbFigureStatus) status);
}

static void
show_actions (VbLeverDialog *self)
{
  GListModel *actions = vb_document_get_actions (self->document);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (titles, C_ ("action", "None"));
  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (VbAction) action = g_list_model_get_item (actions, i);

      gtk_string_list_append (titles, vb_action_get_facts (action)->title);
      if (vb_action_get_id (action) == self->facts->action_id)
        selected = i + 1;
    }
  adw_combo_row_set_model (self->action_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->action_row, selected);
}

static void
show_facts (VbLeverDialog *self)
{
  const VbLeverFigures *figures = &self->facts->figures;

  vb_form_set_text (self->name_row, vb_bilingual_get (&self->facts->name));
  vb_form_set_words (self->basis_row, VB_N_LEVER_BASES, get_basis_word, figures->basis);
  vb_form_set_words (self->side_row, VB_N_BALANCE_SIDES, get_side_word, figures->side);
  vb_form_set_words (self->profile_row, VB_N_LEVER_PROFILES, get_profile_word, figures->profile);
  vb_form_set_words (self->status_row, VB_N_FIGURE_STATUSES, get_status_word, self->facts->status);
  show_sizes (self);
  vb_form_set_number (self->bed_days_row, figures->bed_days);
  set_whole (self->overlap_row, figures->overlap);
  set_share (self->influence_row, figures->influence);
  set_share (self->probability_row, figures->probability);
  set_whole (self->start_row, figures->start);
  set_whole (self->full_row, figures->full);
  gtk_switch_set_active (self->one_off_switch, figures->one_off);
  vb_form_set_number (self->cost_row, figures->yearly_cost);
  vb_form_set_lines (self->source_view, vb_bilingual_get (&self->facts->source));
  show_actions (self);
  on_side (self);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_lever_dialog_dispose (GObject *object)
{
  VbLeverDialog *self = VB_LEVER_DIALOG (object);

  g_clear_pointer (&self->facts, vb_lever_facts_free);
  g_clear_object (&self->scenario);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vb_lever_dialog_parent_class)->dispose (object);
}

static void
vb_lever_dialog_class_init (VbLeverDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_lever_dialog_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (VB_TYPE_DIALOG_TITLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/potential/vb-lever-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VbLeverDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, VbLeverDialog, side_row);
  gtk_widget_class_bind_template_child (widget_class, VbLeverDialog, basis_row);
  gtk_widget_class_bind_template_child (widget_class, VbLeverDialog, low_row);
  gtk_widget_class_bind_template_child (widget_class, VbLeverDialog, base_row);
  gtk_widget_class_bind_template_child (widget_class, VbLeverDialog, high_row);
  gtk_widget_class_bind_template_child (widget_class, VbLeverDialog, bed_days_row);
  gtk_widget_class_bind_template_child (widget_class, VbLeverDialog, overlap_row);
  gtk_widget_class_bind_template_child (widget_class, VbLeverDialog, influence_row);
  gtk_widget_class_bind_template_child (widget_class, VbLeverDialog, probability_row);
  gtk_widget_class_bind_template_child (widget_class, VbLeverDialog, start_row);
  gtk_widget_class_bind_template_child (widget_class, VbLeverDialog, full_row);
  gtk_widget_class_bind_template_child (widget_class, VbLeverDialog, profile_row);
  gtk_widget_class_bind_template_child (widget_class, VbLeverDialog, one_off_switch);
  gtk_widget_class_bind_template_child (widget_class, VbLeverDialog, cost_row);
  gtk_widget_class_bind_template_child (widget_class, VbLeverDialog, status_row);
  gtk_widget_class_bind_template_child (widget_class, VbLeverDialog, source_view);
  gtk_widget_class_bind_template_child (widget_class, VbLeverDialog, action_row);
  gtk_widget_class_bind_template_child (widget_class, VbLeverDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, VbLeverDialog, window_title);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_side);
}

static void
vb_lever_dialog_init (VbLeverDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vb_lever_dialog_new (GtkWindow *parent, VbDocument *document, VbScenario *scenario, VbLever *lever)
{
  VbLeverFacts empty = { .figures = VB_LEVER_FIGURES_INIT, .status = VB_FIGURE_STATUS_OWN };
  VbLeverDialog *self;

  g_return_val_if_fail (VB_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (VB_IS_SCENARIO (scenario), NULL);

  empty.scenario_id = vb_scenario_get_id (scenario);
  empty.figures.start = vb_scenario_get_facts (scenario)->first_year;
  empty.figures.full = vb_scenario_get_facts (scenario)->last_year;
  self = g_object_new (VB_TYPE_LEVER_DIALOG, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  self->scenario = g_object_ref (scenario);
  self->facts = vb_lever_facts_copy (lever != NULL ? vb_lever_get_facts (lever) : &empty);
  self->id = lever != NULL ? vb_lever_get_id (lever) : 0;

  gtk_window_set_title (GTK_WINDOW (self), self->id == 0 ? _ ("New Lever") : _ ("Edit Lever"));
  vb_dialog_title_set_title (self->window_title, gtk_window_get_title (GTK_WINDOW (self)));
  vb_dialog_title_set_subtitle (self->window_title,
                                vb_bilingual_get (&vb_scenario_get_facts (scenario)->name));
  show_facts (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));

  return GTK_WIDGET (self);
}
