/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-import-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-card.h"
#include "vb-care-types-window.h"
#include "vb-cell-map.h"
#include "vb-chart.h"
#include "vb-coverage-map.h"
#include "vb-empty-state.h"
#include "vb-finding-table.h"
#include "vb-import-figures.h"
#include "vb-import-list.h"
#include "vb-import-preview.h"
#include "vb-number.h"
#include "vb-page-frame.h"
#include "vb-source-card.h"
#include "vb-table-chooser.h"

/* Months of the coverage map: as many as are seen without scrolling. */
#define MAP_PERIODS 12

struct _VbImportPage
{
  VbPage parent_instance;

  GtkStack *stack;
  VbPageFrame *frame;
  VbImportFigures *figures;
  VbChart *map;
  VbCard *findings_card;
  VbFindingTable *findings;
  VbImportList *list;
  VbSourceCard *source_card;
  VbImportPreview *preview;

  VbImportDraft *draft; /* NULL = no file is looked at */
  GSignalGroup *draft_signals;
};

G_DEFINE_FINAL_TYPE (VbImportPage, vb_import_page, VB_TYPE_PAGE)

/* ---- coverage -------------------------------------------------------------------------------- */

/* Months, unless all there is under the unit are figures of longer periods. NULL while it is not
 * known yet. */
static VbCoverage *
get_coverage (VbImportPage *self, VbUnit *unit)
{
  VbPage *page = VB_PAGE (self);
  guint grains = vb_document_get_grains (vb_page_get_document (page));
  VbCoverage *coverage = NULL;

  for (int grain = VB_GRAIN_MONTH; grain <= VB_GRAIN_YEAR; grain++)
    {
      guint finer = (2u << grain) - 1;

      if ((grains & finer) == 0 || (grain > VB_GRAIN_MONTH && (grains & (1u << grain)) == 0))
        continue;
      coverage = vb_planner_get_coverage (vb_page_get_planner (page), (VbGrain) grain);
      if (coverage == NULL || !isnan (vb_coverage_get_mean (coverage, unit)))
        return coverage;
    }
  return coverage;
}

/* The part of time that is shown holds the session's period, at its end where possible. */
static guint
find_first (VbCoverage *coverage, VbPeriod shown)
{
  guint n = vb_coverage_get_n_periods (coverage);
  VbDay last = vb_period_get_end (shown) - 1;
  VbPeriod first = vb_coverage_get_period (coverage, 0);
  int end = 1 + vb_grain_distance (first.grain, first.start, vb_grain_floor (first.grain, last));

  if (n <= MAP_PERIODS)
    return 0;
  return (guint) CLAMP (end, MAP_PERIODS, (int) n) - MAP_PERIODS;
}

static void
show_map (VbImportPage *self, VbCoverage *coverage, VbUnit *unit)
{
  VbPeriod period = vb_session_get_period (vb_page_get_session (VB_PAGE (self)));
  g_autoptr (VbDrawing) drawing = NULL;

  if (coverage == NULL || vb_coverage_get_n_periods (coverage) == 0)
    return;
  drawing = vb_coverage_map_new (coverage, unit, find_first (coverage, period), MAP_PERIODS);
  vb_chart_set_drawing (self->map, drawing);
}

static void
on_cell_activated (VbImportPage *self, guint column, guint row)
{
  VbPage *page = VB_PAGE (self);
  VbSession *session = vb_page_get_session (page);
  VbCellMap *map = VB_CELL_MAP (vb_chart_get_drawing (self->map));
  VbUnit *unit =
      vb_document_get_unit (vb_page_get_document (page), vb_cell_map_get_row_id (map, row));
  VbCoverage *coverage = get_coverage (self, vb_session_get_unit (session));
  VbPeriod period = { VB_GRAIN_MONTH, vb_cell_map_get_column_start (map, column) };

  if (unit == NULL || coverage == NULL)
    return;
  period.grain = vb_coverage_get_grain (coverage);
  vb_session_set_period (session, period);
  vb_session_set_unit (session, unit);
}

/* ---- rules broken ---------------------------------------------------------------------------- */

static void
show_findings (VbImportPage *self, VbUnit *unit)
{
  GListModel *findings = vb_planner_get_findings (vb_page_get_planner (VB_PAGE (self)));
  guint n;
  g_autofree char *text = NULL;

  vb_finding_table_show (self->findings, findings, unit);
  n = vb_finding_table_get_n_shown (self->findings);
  vb_import_figures_show_findings (self->figures, findings != NULL ? (int) n : -1);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), n > 0);
  if (findings == NULL)
    text = g_strdup (_ ("Checking…"));
  else if (n == 0)
    /* Translators: %s is the name of a unit */
    text = g_strdup_printf (_ ("None of %s"), vb_unit_get_name (unit));
  else
    text = g_strdup_printf (ngettext ("%u finding; it leads to its unit and period",
                                      "%u findings; each leads to its unit and period", n),
                            n);
  vb_card_set_subtitle (self->findings_card, text);
}

/* What is missing is seen here, the rest among the figures. */
static void
on_finding_activated (VbImportPage *self, VbFinding *finding)
{
  VbSession *session = vb_page_get_session (VB_PAGE (self));
  gboolean stay = vb_finding_get_rule (finding) == VB_QUALITY_RULE_SILENT;

  vb_session_set_period (session, vb_finding_get_period (finding));
  vb_session_set_unit (session, vb_finding_get_unit (finding));
  if (!stay)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "need");
}

/* ---- refreshing ------------------------------------------------------------------------------ */

static void
vb_import_page_refresh (VbPage *page)
{
  VbImportPage *self = VB_IMPORT_PAGE (page);
  VbDocument *document = vb_page_get_document (page);
  VbUnit *unit = vb_session_get_unit (vb_page_get_session (page));
  GListModel *imports = vb_document_get_imports (document);
  gboolean empty = unit == NULL
                   || (!vb_document_get_extent (document, NULL, NULL)
                       && g_list_model_get_n_items (imports) == 0);
  VbCoverage *coverage;

  vb_page_frame_set_empty (self->frame, empty);
  if (empty)
    return;
  coverage = get_coverage (self, unit);
  vb_import_figures_show (self->figures, document, unit, coverage);
  vb_import_figures_explain (self->figures, self->source_card);
  show_map (self, coverage, unit);
  show_findings (self, unit);
  vb_import_list_set_imports (self->list, imports);
}

static void
on_selected_figure (VbImportPage *self)
{
  vb_import_figures_explain (self->figures, self->source_card);
}

static const char *
vb_import_page_get_help_term (VbPage *page)
{
  return _ ("Import and Quality");
}

static const char *
vb_import_page_get_help_text (VbPage *page)
{
  return _ ("A table with one row for each unit and period, or one column for each period, can be "
            "imported from a CSV file or an Excel workbook. Before anything is taken you see what "
            "each column means and what will be left out; every import can be taken back.\n\n"
            "Coverage is the share of days that have data. What is missing is shown as missing, "
            "never as zero. Figures that break a rule are either wrong or worth a look.");
}

/* ---- importing ------------------------------------------------------------------------------- */

static void
put_draft_aside (VbImportPage *self)
{
  if (self->draft != NULL)
    vb_import_draft_cancel (self->draft);
  g_signal_group_set_target (self->draft_signals, NULL);
  vb_import_preview_set_draft (self->preview, NULL);
  g_clear_object (&self->draft);
  gtk_stack_set_visible_child_name (self->stack, "overview");
}

void
vb_import_page_open_file (VbImportPage *self, GFile *file)
{
  g_return_if_fail (VB_IS_IMPORT_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  /* What is being taken is taken first. */
  if (self->draft != NULL && vb_import_draft_get_state (self->draft) == VB_IMPORT_DRAFT_TAKING)
    return;
  put_draft_aside (self);
  self->draft = vb_import_draft_new (vb_page_get_document (VB_PAGE (self)), file);
  g_signal_group_set_target (self->draft_signals, self->draft);
  vb_import_preview_set_draft (self->preview, self->draft);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  gtk_widget_child_focus (GTK_WIDGET (self->preview), GTK_DIR_TAB_FORWARD);
}

/* The topmost unit that figures were taken for; NULL when it cannot be told. */
static VbUnit *
find_taken_unit (VbImportPage *self, VbBatch *batch)
{
  VbDocument *document = vb_page_get_document (VB_PAGE (self));
  const char *under = vb_batch_get_under (batch);
  const VbBatchUnit *top;

  if (under != NULL)
    return vb_document_find_unit (document, under, NULL);
  if (vb_batch_get_n_units (batch) == 0)
    return NULL;
  top = vb_batch_get_unit (batch, 0);
  return vb_document_find_unit (document, top->code != NULL ? top->code : top->name, NULL);
}

#define UNIT_KEY "vb-unit"

static void
on_show_clicked (GtkButton *button, VbImportPage *self)
{
  VbUnit *unit = g_object_get_data (G_OBJECT (button), UNIT_KEY);

  vb_session_set_unit (vb_page_get_session (VB_PAGE (self)), unit);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "overview");
}

/* A toast has one button, which is to undo; the other stands beside the words. */
static GtkWidget *
make_toast_title (VbImportPage *self, const char *text, VbUnit *unit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Show"));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), UNIT_KEY, g_object_ref (unit), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_show_clicked), self, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
tell_taken (VbImportPage *self, const VbTaken *taken)
{
  gsize n = taken->observations_added + taken->observations_replaced + taken->observations_beneath;
  VbUnit *unit = find_taken_unit (self, vb_import_draft_get_batch (self->draft));
  g_autofree char *number = vb_number_format ((double) n, 0);
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (taken->import_id == 0)
    /* Translators: %s is the name of a file */
    text = g_strdup_printf (_ ("Nothing new in “%s”: every figure was there already"),
                            vb_import_draft_get_name (self->draft));
  else
    /* Translators: the first %s is a number, the second the name of a file */
    text = g_strdup_printf (ngettext ("%s figure from “%s”", "%s figures from “%s”", (gulong) n),
                            number, vb_import_draft_get_name (self->draft));
  toast = adw_toast_new (text);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  if (taken->import_id != 0)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
      adw_toast_set_timeout (toast, 10);
    }
  if (taken->import_id != 0 && unit != NULL)
    adw_toast_set_custom_title (toast, make_toast_title (self, text, unit));
  vb_page_add_toast (VB_PAGE (self), toast);
}

static void
on_taken (VbImportPage *self, const VbTaken *taken)
{
  tell_taken (self, taken);
  put_draft_aside (self);
}

static void
on_choose_response (GtkNativeDialog *dialog, int response, VbImportPage *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      vb_import_page_open_file (self, file);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
choose (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkFileChooserNative *dialog = vb_table_chooser_new (widget, _ ("Import a Table"));

  g_signal_connect_object (dialog, "response", G_CALLBACK (on_choose_response), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_error (VbImportPage *self, const GError *error)
{
  vb_page_report_error (VB_PAGE (self), error);
}

static void
on_saved (VbImportPage *self)
{
  vb_page_add_toast (VB_PAGE (self), adw_toast_new (_ ("The list was saved")));
}

/* ---- imports that were taken ----------------------------------------------------------------- */

static void
on_taken_back (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (VbImportPage) self = user_data;
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (!vb_document_take_back_import_finish (VB_DOCUMENT (source), result, &error))
    {
      vb_page_report_error (VB_PAGE (self), error);
      return;
    }
  toast = adw_toast_new (_ ("The import was taken back"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  vb_page_add_toast (VB_PAGE (self), toast);
}

static void
take_back (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  vb_document_take_back_import_async (vb_page_get_document (VB_PAGE (widget)),
                                      g_variant_get_int64 (parameter), NULL, on_taken_back,
                                      g_object_ref (widget));
}

static void
show_refused (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbImportPage *self = VB_IMPORT_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (!vb_import_list_show_refused (self->list, vb_page_get_document (VB_PAGE (self)),
                                    g_variant_get_int64 (parameter), &error))
    vb_page_report_error (VB_PAGE (self), error);
}

static void
show_care_types (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (vb_care_types_window_new (
      GTK_WINDOW (gtk_widget_get_root (widget)), vb_page_get_document (VB_PAGE (widget)))));
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_import_page_constructed (GObject *object)
{
  VbImportPage *self = VB_IMPORT_PAGE (object);

  G_OBJECT_CLASS (vb_import_page_parent_class)->constructed (object);

  g_signal_connect_object (vb_page_get_planner (VB_PAGE (self)), "coverage-changed",
                           G_CALLBACK (vb_page_queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vb_page_get_planner (VB_PAGE (self)), "findings-changed",
                           G_CALLBACK (vb_page_queue_refresh), self, G_CONNECT_SWAPPED);
}

static void
vb_import_page_dispose (GObject *object)
{
  VbImportPage *self = VB_IMPORT_PAGE (object);

  if (self->draft != NULL)
    vb_import_draft_cancel (self->draft);
  g_clear_object (&self->draft_signals);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (vb_import_page_parent_class)->dispose (object);
}

static void
vb_import_page_class_init (VbImportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  VbPageClass *page_class = VB_PAGE_CLASS (klass);

  object_class->constructed = vb_import_page_constructed;
  object_class->dispose = vb_import_page_dispose;
  page_class->refresh = vb_import_page_refresh;
  page_class->get_help_term = vb_import_page_get_help_term;
  page_class->get_help_text = vb_import_page_get_help_text;

  g_type_ensure (VB_TYPE_CARD);
  g_type_ensure (VB_TYPE_CHART);
  g_type_ensure (VB_TYPE_EMPTY_STATE);
  g_type_ensure (VB_TYPE_FINDING_TABLE);
  g_type_ensure (VB_TYPE_IMPORT_FIGURES);
  g_type_ensure (VB_TYPE_IMPORT_LIST);
  g_type_ensure (VB_TYPE_IMPORT_PREVIEW);
  g_type_ensure (VB_TYPE_PAGE_FRAME);
  g_type_ensure (VB_TYPE_SOURCE_CARD);

  gtk_widget_class_install_action (widget_class, "import.care-types", NULL, show_care_types);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose);
  gtk_widget_class_install_action (widget_class, "import.take-back", "x", take_back);
  gtk_widget_class_install_action (widget_class, "import.show-refused", "x", show_refused);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/import/vb-import-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VbImportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VbImportPage, frame);
  gtk_widget_class_bind_template_child (widget_class, VbImportPage, figures);
  gtk_widget_class_bind_template_child (widget_class, VbImportPage, map);
  gtk_widget_class_bind_template_child (widget_class, VbImportPage, findings_card);
  gtk_widget_class_bind_template_child (widget_class, VbImportPage, findings);
  gtk_widget_class_bind_template_child (widget_class, VbImportPage, list);
  gtk_widget_class_bind_template_child (widget_class, VbImportPage, source_card);
  gtk_widget_class_bind_template_child (widget_class, VbImportPage, preview);
  gtk_widget_class_bind_template_callback (widget_class, on_cell_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_error);
  gtk_widget_class_bind_template_callback (widget_class, on_finding_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_saved);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_figure);
  gtk_widget_class_bind_template_callback (widget_class, put_draft_aside);
}

static void
vb_import_page_init (VbImportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->draft_signals = g_signal_group_new (VB_TYPE_IMPORT_DRAFT);
  g_signal_group_connect_swapped (self->draft_signals, "taken", G_CALLBACK (on_taken), self);
}
