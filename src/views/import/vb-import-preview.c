/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-import-preview.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-card.h"
#include "vb-import-column-row.h"
#include "vb-import-sample.h"
#include "vb-key-figure-row.h"
#include "vb-number.h"
#include "vb-page-frame.h"
#include "vb-problem-table.h"
#include "vb-recognised-group.h"

/* A table of hundreds of columns is shown in parts: each row costs some widgets. */
#define COLUMNS_AT_ONCE 60
/* Rows of columns that are made before the main loop goes on. */
#define COLUMNS_IN_TURN 3

struct _VbImportPreview
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *status_label;
  GtkButton *take_button;
  GtkProgressBar *progress_bar;
  GtkStack *stack;
  GtkSpinner *spinner;
  AdwStatusPage *opening_page;
  AdwStatusPage *failed_page;
  GtkLabel *title_label;
  GtkWidget *banner;
  GtkImage *banner_icon;
  GtkLabel *banner_label;
  GtkWidget *reset_button;
  VbKeyFigure *read_figure;
  VbKeyFigure *taken_figure;
  VbKeyFigure *refused_figure;
  VbKeyFigure *observations_figure;
  VbCard *columns_card;
  GtkListBox *columns_list;
  GtkButton *more_button;
  VbCard *sample_card;
  VbImportSample *sample;
  VbCard *problems_card;
  VbProblemTable *problem_table;
  GtkWidget *copy_button;
  GtkWidget *save_button;
  VbRecognisedGroup *recognised_group;

  VbImportDraft *draft;
  GSignalGroup *draft_signals;
  VbImporter *importer; /* whose columns are listed */
  guint n_listed;
  guint max_listed;
  guint list_source;          /* lists the rest of them */
  VbImporter *shown_importer; /* whose rows … */
  VbBatch *shown_batch;       /* … and what was read of them is shown; NULL: nothing */
};

enum
{
  SIGNAL_CANCELLED,
  SIGNAL_ERROR,
  SIGNAL_SAVED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbImportPreview, vb_import_preview, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* ---- columns --------------------------------------------------------------------------------- */

static void
clear_columns (VbImportPreview *self)
{
  GtkListBoxRow *row;

  g_clear_handle_id (&self->list_source, g_source_remove);
  while ((row = gtk_list_box_get_row_at_index (self->columns_list, 0)) != NULL)
    gtk_list_box_remove (self->columns_list, GTK_WIDGET (row));
  self->n_listed = 0;
}

static void
tell_columns (VbImportPreview *self, VbImporter *importer)
{
  guint n = vb_importer_get_n_columns (importer);
  guint n_used = 0;
  g_autofree char *used = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    if (vb_importer_get_column (importer, i)->role != VB_ROLE_LEFT_OUT)
      n_used++;
  /* Translators: of the columns of a table; the next text follows after a comma */
  used = g_strdup_printf (ngettext ("%u column is used", "%u columns are used", n_used), n_used);
  text = g_strdup_printf (ngettext ("%s, %u is left out", "%s, %u are left out", n - n_used), used,
                          n - n_used);
  vb_card_set_subtitle (self->columns_card, text);
}

/* At most @n more of those that are wanted. TRUE when there are still more. */
static gboolean
list_columns (VbImportPreview *self, guint n)
{
  guint n_wanted = MIN (vb_importer_get_n_columns (self->importer), self->max_listed);

  for (guint i = 0; i < n && self->n_listed < n_wanted; i++)
    gtk_list_box_append (self->columns_list,
                         vb_import_column_row_new (self->draft, self->n_listed++));

  return self->n_listed < n_wanted;
}

static gboolean
list_in_turn (gpointer user_data)
{
  VbImportPreview *self = user_data;

  if (list_columns (self, COLUMNS_IN_TURN))
    return G_SOURCE_CONTINUE;
  self->list_source = 0;
  return G_SOURCE_REMOVE;
}

static void
show_columns (VbImportPreview *self, VbImporter *importer)
{
  guint n = vb_importer_get_n_columns (importer);
  guint n_wanted;

  if (g_set_object (&self->importer, importer))
    {
      clear_columns (self);
      self->max_listed = COLUMNS_AT_ONCE;
    }
  n_wanted = MIN (n, self->max_listed);
  while (self->n_listed > n_wanted)
    gtk_list_box_remove (self->columns_list, GTK_WIDGET (gtk_list_box_get_row_at_index (
                                                 self->columns_list, (int) --self->n_listed)));
  for (guint i = 0; i < self->n_listed; i++)
    vb_import_column_row_update (
        VB_IMPORT_COLUMN_ROW (gtk_list_box_get_row_at_index (self->columns_list, (int) i)));
  if (self->n_listed < COLUMNS_IN_TURN)
    list_columns (self, COLUMNS_IN_TURN - self->n_listed);
  if (self->n_listed < n_wanted && self->list_source == 0)
    self->list_source = g_idle_add (list_in_turn, self);

  gtk_widget_set_visible (GTK_WIDGET (self->more_button), n > n_wanted);
  if (n > n_wanted)
    {
      g_autofree char *label = g_strdup_printf (
          ngettext ("Show %u More Column", "Show %u More Columns", n - n_wanted), n - n_wanted);

      gtk_button_set_label (self->more_button, label);
    }
  tell_columns (self, importer);
}

static void
on_more (VbImportPreview *self)
{
  self->max_listed += COLUMNS_AT_ONCE;
  show_columns (self, self->importer);
}

/* ---- result ---------------------------------------------------------------------------------- */

static void
set_count (VbKeyFigure *figure, double count, const char *sub)
{
  g_autofree char *text = vb_number_format (count, 0);

  vb_key_figure_set (figure, text, NULL, sub);
}

static void
show_counts (VbImportPreview *self, VbBatch *batch)
{
  double read = NAN;
  double refused = NAN;
  double observations = NAN;
  g_autofree char *share = NULL;
  g_autofree char *units = NULL;

  if (batch != NULL)
    {
      guint n_units = vb_batch_get_n_units (batch);

      read = vb_batch_get_rows_read (batch);
      refused = vb_batch_get_rows_refused (batch);
      observations = (double) vb_batch_get_n_observations (batch);
      if (refused > 0)
        {
          g_autofree char *percent = vb_number_format_percent (refused / read, 1);

          /* Translators: %s is a percentage */
          share = g_strdup_printf (_ ("%s of those read"), percent);
        }
      units = g_strdup_printf (ngettext ("of %u unit", "of %u units", n_units), n_units);
    }
  set_count (self->read_figure, read, NULL);
  set_count (self->taken_figure, read - refused, NULL);
  set_count (self->refused_figure, refused, share);
  set_count (self->observations_figure, observations, units);
}

static void
show_sample (VbImportPreview *self, VbImporter *importer, VbBatch *batch)
{
  g_autofree char *text = NULL;
  guint n;
  guint n_hidden;

  vb_import_sample_show (self->sample, importer, batch);
  n = vb_import_sample_get_n_rows (self->sample);
  n_hidden = vb_import_sample_get_n_hidden (self->sample);
  if (n_hidden > 0)
    /* Translators: %u are numbers of rows and of columns */
    text = g_strdup_printf (
        _ ("The first %u rows, doubtful cells marked; %u more columns are not shown"), n, n_hidden);
  else
    text = g_strdup_printf (ngettext ("The first row, doubtful cells marked",
                                      "The first %u rows, doubtful cells marked", n),
                            n);
  vb_card_set_subtitle (self->sample_card, text);
}

static void
show_problems (VbImportPreview *self, VbBatch *batch)
{
  guint64 n = batch != NULL ? vb_batch_get_n_problems (batch) : 0;
  guint n_shown;
  g_autofree char *text = NULL;

  vb_problem_table_set_problems (self->problem_table,
                                 batch != NULL ? vb_batch_get_problems (batch) : NULL);
  vb_problem_table_set_source_name (self->problem_table, vb_import_draft_get_name (self->draft));
  n_shown = vb_problem_table_get_n_shown (self->problem_table);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_table), n > 0);
  gtk_widget_set_visible (self->copy_button, n > 0);
  gtk_widget_set_visible (self->save_button, n > 0);
  if (batch == NULL)
    text = g_strdup ("–");
  else if (n == 0)
    text = g_strdup (_ ("Nothing: every row and column is taken"));
  else if (n > n_shown)
    {
      g_autofree char *all = vb_number_format ((double) n, 0);
      g_autofree char *shown = vb_number_format (n_shown, 0);

      /* Translators: %s are numbers */
      text = g_strdup_printf (_ ("%s notes, the first %s are shown"), all, shown);
    }
  else
    text = g_strdup_printf (ngettext ("%u note", "%u notes", n_shown), n_shown);
  vb_card_set_subtitle (self->problems_card, text);
}

/* ---- state ----------------------------------------------------------------------------------- */

static void
show_banner (VbImportPreview *self, const char *text, gboolean is_error)
{
  gtk_widget_set_visible (self->banner, text != NULL);
  gtk_label_set_label (self->banner_label, text != NULL ? text : "");
  gtk_image_set_from_icon_name (self->banner_icon, is_error ? "dialog-warning-symbolic"
                                                            : "document-open-recent-symbolic");
  gtk_widget_set_visible (self->reset_button, !is_error);
  if (is_error)
    gtk_widget_add_css_class (self->banner, "error");
  else
    gtk_widget_remove_css_class (self->banner, "error");
}

static char *
dup_status (VbImportPreview *self, VbImportDraftState state)
{
  double fraction = vb_import_draft_get_fraction (self->draft);
  g_autofree char *percent = NULL;

  switch (state)
    {
    case VB_IMPORT_DRAFT_OPENING:
      return g_strdup (_ ("Opening…"));
    case VB_IMPORT_DRAFT_READING:
      percent = vb_number_format_percent (isnan (fraction) ? 0 : fraction, 0);
      /* Translators: %s is a percentage */
      return g_strdup_printf (_ ("Reading… %s"), percent);
    case VB_IMPORT_DRAFT_TAKING:
      return g_strdup (_ ("Taking the figures…"));
    case VB_IMPORT_DRAFT_READY:
    case VB_IMPORT_DRAFT_FAILED:
    default:
      return g_strdup ("");
    }
}

static void
show_progress (VbImportPreview *self)
{
  VbImportDraftState state = vb_import_draft_get_state (self->draft);
  double fraction = vb_import_draft_get_fraction (self->draft);
  g_autofree char *status = dup_status (self, state);

  gtk_label_set_label (self->status_label, status);
  gtk_progress_bar_set_fraction (self->progress_bar, isnan (fraction) ? 0 : fraction);
  gtk_widget_set_opacity (GTK_WIDGET (self->progress_bar),
                          state == VB_IMPORT_DRAFT_READING ? 1 : 0);
}

static void
show_take_button (VbImportPreview *self, VbBatch *batch, VbImportDraftState state)
{
  gsize n = batch != NULL ? vb_batch_get_n_observations (batch) : 0;
  g_autofree char *number = vb_number_format ((double) n, 0);
  /* Translators: %s is a number */
  g_autofree char *label =
      n > 0 ? g_strdup_printf (ngettext ("_Take %s Figure", "_Take %s Figures", (gulong) n), number)
            : g_strdup (_ ("_Take"));

  gtk_button_set_label (self->take_button, label);
  gtk_button_set_use_underline (self->take_button, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take_button),
                            state == VB_IMPORT_DRAFT_READY && n > 0);
}

static void
show_opened (VbImportPreview *self, VbImporter *importer, VbImportDraftState state)
{
  VbBatch *batch = vb_import_draft_get_batch (self->draft);
  const GError *error = vb_import_draft_get_error (self->draft);
  /* Translators: %s is the name of a file */
  g_autofree char *title =
      g_strdup_printf (_ ("Import of “%s”"), vb_import_draft_get_name (self->draft));

  gtk_label_set_label (self->title_label, title);
  if (error != NULL)
    show_banner (self, error->message, TRUE);
  else if (vb_import_draft_get_remembered (self->draft))
    show_banner (
        self, _ ("The columns mean what they meant when a table like this was taken last."), FALSE);
  else
    show_banner (self, NULL, FALSE);
  show_columns (self, importer);
  vb_recognised_group_show (self->recognised_group, self->draft);
  /* What was read before stays on the screen until the next reading is done. */
  if ((state == VB_IMPORT_DRAFT_READING && batch != NULL)
      || (importer == self->shown_importer && batch == self->shown_batch))
    return;
  g_set_object (&self->shown_importer, importer);
  g_set_object (&self->shown_batch, batch);
  show_counts (self, batch);
  show_sample (self, importer, batch);
  show_problems (self, batch);
}

static void
on_changed (VbImportPreview *self)
{
  VbImportDraftState state = vb_import_draft_get_state (self->draft);
  VbImporter *importer = vb_import_draft_get_importer (self->draft);
  const char *name = vb_import_draft_get_name (self->draft);

  gtk_spinner_set_spinning (self->spinner, state == VB_IMPORT_DRAFT_OPENING);
  if (importer != NULL)
    {
      show_opened (self, importer, state);
      gtk_stack_set_visible_child_name (self->stack, "preview");
    }
  else if (state == VB_IMPORT_DRAFT_FAILED)
    {
      /* Translators: %s is the name of a file */
      g_autofree char *title = g_strdup_printf (_ ("“%s” Cannot Be Imported"), name);

      adw_status_page_set_title (self->failed_page, title);
      adw_status_page_set_description (self->failed_page,
                                       vb_import_draft_get_error (self->draft)->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
  else
    {
      adw_status_page_set_title (self->opening_page, name);
      gtk_stack_set_visible_child_name (self->stack, "opening");
    }
  show_take_button (self, vb_import_draft_get_batch (self->draft), state);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), state != VB_IMPORT_DRAFT_TAKING);
  show_progress (self);
}

static void
on_failed (VbImportPreview *self, const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_ERROR], 0, error);
}

void
vb_import_preview_set_draft (VbImportPreview *self, VbImportDraft *draft)
{
  g_return_if_fail (VB_IS_IMPORT_PREVIEW (self));

  if (!g_set_object (&self->draft, draft))
    return;
  clear_columns (self);
  g_clear_object (&self->importer);
  g_clear_object (&self->shown_importer);
  g_clear_object (&self->shown_batch);
  g_signal_group_set_target (self->draft_signals, draft);
  if (draft != NULL)
    on_changed (self);
}

/* ---- what the user does ---------------------------------------------------------------------- */

static void
on_cancel (VbImportPreview *self)
{
  g_signal_emit (self, signals[SIGNAL_CANCELLED], 0);
}

static void
on_take (VbImportPreview *self)
{
  if (vb_import_draft_get_state (self->draft) == VB_IMPORT_DRAFT_READY)
    vb_import_draft_take (self->draft);
}

static void
on_reset (VbImportPreview *self)
{
  vb_import_draft_reset (self->draft);
}

static void
on_problem (VbImportPreview *self, guint number)
{
  vb_import_sample_select (self->sample, number);
}

static void
on_copy (VbImportPreview *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->problem_table), "problems.copy", NULL);
}

static void
on_save (VbImportPreview *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->problem_table), "problems.save", NULL);
}

static void
on_error (VbImportPreview *self, const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_ERROR], 0, error);
}

static void
on_saved (VbImportPreview *self, GFile *file)
{
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, file);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  on_cancel (VB_IMPORT_PREVIEW (widget));
  return TRUE;
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_import_preview_dispose (GObject *object)
{
  VbImportPreview *self = VB_IMPORT_PREVIEW (object);

  g_clear_handle_id (&self->list_source, g_source_remove);
  g_clear_object (&self->draft_signals);
  g_clear_object (&self->importer);
  g_clear_object (&self->shown_importer);
  g_clear_object (&self->shown_batch);
  g_clear_object (&self->draft);
  gtk_widget_dispose_template (GTK_WIDGET (self), VB_TYPE_IMPORT_PREVIEW);

  G_OBJECT_CLASS (vb_import_preview_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, box);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, status_label);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, take_button);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, spinner);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, opening_page);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, failed_page);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, title_label);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, banner);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, banner_icon);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, banner_label);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, reset_button);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, read_figure);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, taken_figure);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, refused_figure);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, observations_figure);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, columns_card);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, columns_list);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, more_button);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, sample_card);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, sample);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, problems_card);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, problem_table);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, copy_button);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, save_button);
  gtk_widget_class_bind_template_child (widget_class, VbImportPreview, recognised_group);
}

static void
vb_import_preview_class_init (VbImportPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = vb_import_preview_dispose;

  signals[SIGNAL_CANCELLED] =
      g_signal_new ("cancelled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ERROR] = g_signal_new ("error", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SIGNAL_SAVED] = g_signal_new ("saved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_FILE);

  g_type_ensure (VB_TYPE_CARD);
  g_type_ensure (VB_TYPE_IMPORT_SAMPLE);
  g_type_ensure (VB_TYPE_KEY_FIGURE_ROW);
  g_type_ensure (VB_TYPE_PAGE_FRAME);
  g_type_ensure (VB_TYPE_PROBLEM_TABLE);
  g_type_ensure (VB_TYPE_RECOGNISED_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/import/vb-import-preview.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_error);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
  gtk_widget_class_bind_template_callback (widget_class, on_problem);
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_saved);
  gtk_widget_class_bind_template_callback (widget_class, on_take);
}

static void
vb_import_preview_init (VbImportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->draft_signals = g_signal_group_new (VB_TYPE_IMPORT_DRAFT);
  g_signal_group_connect_swapped (self->draft_signals, "changed", G_CALLBACK (on_changed), self);
  g_signal_group_connect_swapped (self->draft_signals, "progress", G_CALLBACK (show_progress),
                                  self);
  g_signal_group_connect_swapped (self->draft_signals, "failed", G_CALLBACK (on_failed), self);
}

GtkWidget *
vb_import_preview_new (void)
{
  return g_object_new (VB_TYPE_IMPORT_PREVIEW, NULL);
}
