/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-population-import-window.h"

#include <glib/gi18n-lib.h>

#include "vb-dialog-title.h"
#include "vb-document-population.h"
#include "vb-figure-help.h"
#include "vb-number.h"
#include "vb-population-summary.h"
#include "vb-refused-window.h"

/* What is more than these is only counted. */
#define MAX_PLACES 30
#define MAX_FAULTS 20

struct _VbPopulationImportWindow
{
  AdwWindow parent_instance;

  VbDocument *document;
  VbGlossary *glossary;
  VbPopulationFile *file;
  VbPopulationSummary *summary;
  gint64 *unit_ids;          /* one a place; 0 = left out */
  GCancellable *cancellable; /* of the taking */
  gboolean chose_outcome;    /* else what the file tells holds, for each figure */

  VbDialogTitle *window_title;
  GtkButton *cancel_button;
  GtkWidget *take_button;
  AdwToastOverlay *toast_overlay;
  AdwPreferencesGroup *faults_group;
  AdwActionRow *rows_row;
  AdwActionRow *refused_row;
  AdwActionRow *years_row;
  AdwActionRow *ages_row;
  AdwActionRow *sexes_row;
  AdwActionRow *uses_row;
  AdwPreferencesGroup *outcome_group;
  AdwComboRow *outcome_row;
  AdwPreferencesGroup *places_group;
};

enum
{
  SIGNAL_TAKEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbPopulationImportWindow, vb_population_import_window, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
}

static void
add_more (AdwPreferencesGroup *group, guint n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("… and %u more", "… and %u more", n), n);

  add_row (group, title, NULL);
}

/* ---- what is wrong --------------------------------------------------------------------------- */

static void
add_fault (VbPopulationImportWindow *self, const VbProblem *problem)
{
  const char *what = g_dgettext (GETTEXT_PACKAGE, vb_problem_kind_get_problem (problem->kind));
  const char *expected = g_dgettext (GETTEXT_PACKAGE, vb_problem_kind_get_expected (problem->kind));
  const char *column = problem->column != NULL ? problem->column : "–";
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (problem->row > 0)
    /* Translators: a row and a column of a file, and what is wrong there */
    title = g_strdup_printf (_ ("Row %u, column %s: %s"), problem->row, column, what);
  else
    title = g_strdup_printf (_ ("Column %s: %s"), column, what);
  if (problem->value != NULL)
    subtitle = g_strdup_printf (_ ("Expected %s, found “%s”"), expected, problem->value);
  else
    subtitle = g_strdup_printf (_ ("Expected %s"), expected);
  add_row (self->faults_group, title, subtitle);
}

static void
show_faults (VbPopulationImportWindow *self)
{
  GPtrArray *problems = self->file->problems;
  g_autofree char *title = g_strdup_printf (
      ngettext ("%u Fault in the Table", "%u Faults in the Table", problems->len), problems->len);

  adw_preferences_group_set_title (self->faults_group, title);
  for (guint i = 0; i < MIN (problems->len, MAX_FAULTS); i++)
    add_fault (self, problems->pdata[i]);
  if (problems->len > MAX_FAULTS)
    add_more (self->faults_group, problems->len - MAX_FAULTS);
}

static void
on_list_faults (VbPopulationImportWindow *self)
{
  GtkWidget *window =
      vb_refused_window_new (GTK_WINDOW (self), self->file->name, self->file->problems);

  vb_figure_help_attach (window, self->glossary);
  gtk_window_present (GTK_WINDOW (window));
}

/* ---- what was read --------------------------------------------------------------------------- */

static void
show_number (AdwActionRow *row, guint number)
{
  g_autofree char *text = vb_number_format (number, 0);

  adw_action_row_set_subtitle (row, text);
}

static void
show_or_none (AdwActionRow *row, const char *text, const char *none)
{
  adw_action_row_set_subtitle (row, text != NULL && *text != '\0' ? text : none);
}

static gint16
get_year (VbPopulationImportWindow *self, guint index)
{
  return g_array_index (self->summary->years, gint16, index);
}

static char *
dup_span (VbPopulationImportWindow *self, guint first, guint last)
{
  if (first == last)
    return g_strdup_printf ("%d", get_year (self, first));
  return g_strdup_printf ("%d–%d", get_year (self, first), get_year (self, last));
}

static void
show_summary (VbPopulationImportWindow *self)
{
  g_autofree char *ages = vb_population_summary_dup_ages (self->summary);
  g_autofree char *sexes = vb_population_summary_dup_sexes (self->summary);
  g_autofree char *uses = vb_population_summary_dup_uses (self->summary);
  guint n_years = self->summary->years->len;
  g_autofree char *years = n_years > 0 ? dup_span (self, 0, n_years - 1) : NULL;

  show_number (self->rows_row, self->summary->n_rows);
  show_number (self->refused_row, self->summary->n_refused);
  show_or_none (self->years_row, years, _ ("none: bed days only"));
  show_or_none (self->ages_row, ages, "–");
  show_or_none (self->sexes_row, sexes, "–");
  show_or_none (self->uses_row, uses, _ ("none: inhabitants only"));
}

/* ---- outcome and projection ------------------------------------------------------------------ */

/* The last year that was counted, as the row says; 0 = none. */
static gint16
get_last_outcome (VbPopulationImportWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->outcome_row);

  if (selected == 0 || selected > self->summary->years->len)
    return 0;
  return get_year (self, selected - 1);
}

static void
tell_outcome (VbPopulationImportWindow *self)
{
  guint n = self->summary->years->len;
  guint n_counted = MIN (adw_combo_row_get_selected (self->outcome_row), n);
  g_autofree char *counted = n_counted > 0 ? dup_span (self, 0, n_counted - 1) : NULL;
  g_autofree char *projected = n_counted < n ? dup_span (self, n_counted, n - 1) : NULL;
  g_autofree char *description = NULL;

  if (projected == NULL)
    /* Translators: years, "2021–2025" */
    description = g_strdup_printf (_ ("Outcome %s"), counted);
  else if (counted == NULL)
    /* Translators: years, "2026–2040" */
    description = g_strdup_printf (_ ("Projection %s"), projected);
  else
    /* Translators: years, "2021–2025" and "2026–2040" */
    description = g_strdup_printf (_ ("Outcome %s, projection %s"), counted, projected);
  adw_preferences_group_set_description (self->outcome_group, description);
}

/* The years to choose among, "none" first; chosen is what the file tells, and where it does not,
 * the latest year that is over. */
static void
show_outcome (VbPopulationImportWindow *self)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  gint16 last = self->file->kind_known ? self->summary->last_outcome
                                       : vb_document_get_last_full_year (self->document);
  guint selected = 0;

  gtk_string_list_append (choices, C_ ("year", "None"));
  for (guint i = 0; i < self->summary->years->len; i++)
    {
      gtk_string_list_take (choices, g_strdup_printf ("%d", get_year (self, i)));
      if (get_year (self, i) <= last)
        selected = i + 1;
    }
  adw_combo_row_set_model (self->outcome_row, G_LIST_MODEL (choices));
  adw_combo_row_set_selected (self->outcome_row, selected);
  tell_outcome (self);
}

static void
on_outcome (VbPopulationImportWindow *self)
{
  self->chose_outcome = TRUE;
  tell_outcome (self);
}

/* ---- whose it is ----------------------------------------------------------------------------- */

static void
find_units (VbPopulationImportWindow *self, VbUnit *chosen)
{
  GPtrArray *places = self->file->places;

  self->unit_ids = g_new0 (gint64, places->len + 1);
  for (guint i = 0; i < places->len; i++)
    {
      const VbPopulationFacts *facts = places->pdata[i];
      VbUnit *unit =
          facts->name != NULL ? vb_document_match_population (self->document, facts->name) : NULL;

      if (unit == NULL && (facts->name == NULL || places->len == 1))
        unit = chosen;
      self->unit_ids[i] = unit != NULL ? vb_unit_get_id (unit) : 0;
    }
}

static void
add_place (VbPopulationImportWindow *self, const VbPopulationFacts *facts, gint64 unit_id)
{
  VbUnit *unit = unit_id != 0 ? vb_document_get_unit (self->document, unit_id) : NULL;
  g_autofree char *path = unit != NULL ? vb_unit_dup_path (unit) : NULL;
  g_autofree char *subtitle = NULL;

  if (path == NULL)
    {
      add_row (self->places_group, facts->name != NULL ? facts->name : "–",
               _ ("No unit of the plan has this name or code: left out"));
      return;
    }
  if (facts->name == NULL)
    subtitle = g_strdup (_ ("The table names no unit: the one chosen in the window"));
  else if (vb_document_match_population (self->document, facts->name) == NULL)
    /* Translators: %s is the name of a unit in a file */
    subtitle = g_strdup_printf (_ ("Called “%s” in the table: the unit chosen in the window"),
                                facts->name);
  else if (!g_str_equal (facts->name, path))
    /* Translators: %s is the name of a unit in a file */
    subtitle = g_strdup_printf (_ ("Called “%s” in the table"), facts->name);
  add_row (self->places_group, path, subtitle);
}

static void
show_places (VbPopulationImportWindow *self)
{
  GPtrArray *places = self->file->places;
  guint n_known = 0;
  guint n_shown = 0;

  for (guint i = 0; i < places->len; i++)
    n_known += self->unit_ids[i] != 0;
  /* Those that are taken first, so that they are seen among many that are not. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < places->len; i++)
      if ((self->unit_ids[i] != 0) == (pass == 0) && n_shown < MAX_PLACES)
        {
          add_place (self, places->pdata[i], self->unit_ids[i]);
          n_shown++;
        }
  if (places->len > n_shown)
    add_more (self->places_group, places->len - n_shown);
  if (n_known == 0)
    adw_preferences_group_set_description (
        self->places_group, _ ("None of them is a unit of the plan. Give the table the names or "
                               "codes of units, or one unit alone and choose it in the window."));
  gtk_widget_set_sensitive (self->take_button, n_known > 0);
}

/* ---- taking ---------------------------------------------------------------------------------- */

static void
set_taking (VbPopulationImportWindow *self, gboolean taking)
{
  gtk_widget_set_sensitive (self->take_button, !taking);
  gtk_widget_set_sensitive (GTK_WIDGET (self->outcome_group), !taking);
  gtk_button_set_label (GTK_BUTTON (self->take_button), taking ? _ ("Importing…") : _ ("_Import"));
}

static void
on_taken (GObject *document, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (VbPopulationImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (vb_document_set_population_finish (VB_DOCUMENT (document), result, &error))
    {
      g_signal_emit (self, signals[SIGNAL_TAKEN], 0);
      if (self->document != NULL)
        gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if (self->document == NULL)
    return;
  set_taking (self, FALSE);
  toast = adw_toast_new (error->message);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/* The facts are the window's, which stays until they are taken. */
static void
on_take (VbPopulationImportWindow *self)
{
  if (self->chose_outcome || !self->file->kind_known)
    vb_population_file_set_last_outcome (self->file, get_last_outcome (self));
  set_taking (self, TRUE);
  vb_document_set_population_async (
      self->document, self->unit_ids, (VbPopulationFacts *const *) self->file->places->pdata,
      self->file->places->len, self->cancellable, on_taken, g_object_ref (self));
}

/* Closed in the midst of it, nothing is taken. */
static gboolean
on_close_request (VbPopulationImportWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  return FALSE;
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_population_import_window_dispose (GObject *object)
{
  VbPopulationImportWindow *self = VB_POPULATION_IMPORT_WINDOW (object);

  g_clear_object (&self->document);
  g_clear_object (&self->glossary);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (vb_population_import_window_parent_class)->dispose (object);
}

static void
vb_population_import_window_finalize (GObject *object)
{
  VbPopulationImportWindow *self = VB_POPULATION_IMPORT_WINDOW (object);

  g_clear_pointer (&self->summary, vb_population_summary_free);
  g_clear_pointer (&self->file, vb_population_file_free);
  g_free (self->unit_ids);

  G_OBJECT_CLASS (vb_population_import_window_parent_class)->finalize (object);
}

static void
vb_population_import_window_class_init (VbPopulationImportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vb_population_import_window_dispose;
  object_class->finalize = vb_population_import_window_finalize;

  signals[SIGNAL_TAKEN] = g_signal_new ("taken", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (VB_TYPE_DIALOG_TITLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/population/vb-population-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VbPopulationImportWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationImportWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationImportWindow, take_button);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationImportWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationImportWindow, faults_group);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationImportWindow, rows_row);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationImportWindow, refused_row);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationImportWindow, years_row);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationImportWindow, ages_row);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationImportWindow, sexes_row);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationImportWindow, uses_row);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationImportWindow, outcome_group);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationImportWindow, outcome_row);
  gtk_widget_class_bind_template_child (widget_class, VbPopulationImportWindow, places_group);
  gtk_widget_class_bind_template_callback (widget_class, on_list_faults);
  gtk_widget_class_bind_template_callback (widget_class, on_take);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
}

static void
vb_population_import_window_init (VbPopulationImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
vb_population_import_window_new (GtkWindow *parent,
                                 VbDocument *document,
                                 VbGlossary *glossary,
                                 VbUnit *chosen,
                                 VbPopulationFile *file)
{
  VbPopulationImportWindow *self;
  gboolean sound;

  g_return_val_if_fail (VB_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (file != NULL, NULL);

  self = g_object_new (VB_TYPE_POPULATION_IMPORT_WINDOW, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  self->glossary = g_object_ref (glossary);
  self->file = file;
  self->summary = vb_population_summary_new (file);
  sound = file->problems->len == 0;

  vb_dialog_title_set_subtitle (self->window_title, file->name);
  gtk_widget_set_visible (GTK_WIDGET (self->faults_group), !sound);
  gtk_widget_set_visible (self->take_button, sound);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome_group), sound && self->summary->years->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->places_group), sound);
  show_summary (self);
  if (!sound)
    {
      gtk_button_set_label (self->cancel_button, _ ("_Close"));
      show_faults (self);
      return GTK_WIDGET (self);
    }
  find_units (self, chosen);
  show_outcome (self);
  show_places (self);
  g_signal_connect_object (self->outcome_row, "notify::selected", G_CALLBACK (on_outcome), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
