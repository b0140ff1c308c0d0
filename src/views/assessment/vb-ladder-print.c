/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-ladder-print.h"

#include <glib/gi18n-lib.h>

/* ---- to a file ------------------------------------------------------------------------------- */

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  VbReport *report = g_object_get_data (G_OBJECT (task), "vb-report");
  GError *error = NULL;

  if (vb_report_save (report, task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  VbPage *page = VB_PAGE (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    vb_page_add_toast (page, adw_toast_new (_ ("The report was saved")));
  else
    vb_page_report_error (page, error);
}

void
vb_ladder_print_save_to (VbPage *page, VbReport *report, GFile *file)
{
  g_autoptr (GTask) task = g_task_new (page, NULL, on_saved, NULL);

  g_task_set_source_tag (task, vb_ladder_print_save_to);
  g_object_set_data_full (G_OBJECT (task), "vb-report", g_object_ref (report), g_object_unref);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, save_in_thread);
}

static void
on_response (GtkNativeDialog *dialog, int response, VbPage *page)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      vb_ladder_print_save_to (page, g_object_get_data (G_OBJECT (dialog), "vb-report"), file);
    }
  gtk_native_dialog_destroy (dialog);
}

void
vb_ladder_print_save (VbPage *page, VbReport *report)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  g_autofree char *name = vb_report_dup_file_name (report);
  GtkFileChooserNative *dialog;

  dialog = gtk_file_chooser_native_new (_ ("Save Report"),
                                        GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_object_set_data_full (G_OBJECT (dialog), "vb-report", g_object_ref (report), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), page, 0);
  /* A native dialog is nobody's child: the page keeps it until it is answered. */
  g_object_set_data_full (G_OBJECT (page), "vb-report-dialog", dialog, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* ---- to a printer ---------------------------------------------------------------------------- */

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, VbReport *report)
{
  vb_report_draw_page (report, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, VbPage *page)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  vb_page_report_error (page, error);
}

void
vb_ladder_print_run (VbPage *page, VbReport *report)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  /* The pages have their margins already. */
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, (int) vb_report_get_n_pages (report));
  gtk_print_operation_set_job_name (operation, vb_report_get_title (report));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page), g_object_ref (report),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done), page, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}
