/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-population-import.h"

#include <glib/gi18n-lib.h>

#include "vb-population-file.h"
#include "vb-population-import-window.h"
#include "vb-table-chooser.h"

static void
on_taken (VbPage *page)
{
  AdwToast *toast = adw_toast_new (_ ("The population was imported"));

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  vb_page_add_toast (page, toast);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (VbPage) page = user_data;
  g_autoptr (VbPopulationFile) file = NULL;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *window;

  file = vb_population_file_read_finish (result, &error);
  if (root == NULL)
    return;
  if (file == NULL)
    {
      vb_page_report_error (page, error);
      return;
    }
  window = vb_population_import_window_new (
      GTK_WINDOW (root), vb_page_get_document (page), vb_page_get_glossary (page),
      vb_session_get_unit (vb_page_get_session (page)), g_steal_pointer (&file));
  g_signal_connect_object (window, "taken", G_CALLBACK (on_taken), page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

void
vb_population_import_open (VbPage *page, GFile *file)
{
  g_return_if_fail (VB_IS_PAGE (page));
  g_return_if_fail (G_IS_FILE (file));

  vb_population_file_read_async (file, NULL, on_read, g_object_ref (page));
}

static void
on_chosen (GtkNativeDialog *dialog, int response, VbPage *page)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      vb_population_import_open (page, file);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

void
vb_population_import_choose (VbPage *page)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (VB_IS_PAGE (page));

  dialog = vb_table_chooser_new (GTK_WIDGET (page), _ ("Import Population"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_chosen), page, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
