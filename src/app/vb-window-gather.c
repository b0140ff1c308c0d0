/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other people's plans, and ladders, come into the plan that is open. */
#define G_LOG_DOMAIN "vb-app"

#include "vb-window-private.h"

#include <glib/gi18n-lib.h>

#include "vb-gather-window.h"
#include "vb-ladder-import-window.h"

/* In a new plan where the window has none. */
static gboolean
ensure_document (VbWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) document = NULL;

  if (self->document != NULL)
    return TRUE;
  if (!vb_window_is_free (self))
    return FALSE;
  document = vb_document_new (&error);
  if (document == NULL)
    {
      vb_window_show_error (self, _ ("Could Not Make a New Plan"), error->message);
      return FALSE;
    }
  vb_window_set_document (self, document);
  return TRUE;
}

void
vb_window_gather_files (VbWindow *self, GPtrArray *files)
{
  g_return_if_fail (VB_IS_WINDOW (self));
  g_return_if_fail (files != NULL);

  if (files->len > 0 && ensure_document (self))
    gtk_window_present (
        GTK_WINDOW (vb_gather_window_new (GTK_WINDOW (self), self->document, files)));
}

static void
on_response (GtkNativeDialog *dialog, int response, VbWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
        g_ptr_array_add (files, g_list_model_get_item (chosen, i));
      vb_window_gather_files (self, files);
    }
  g_object_unref (dialog);
}

static void
gather_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Gather Plans"), GTK_WINDOW (widget),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Gather"), _ ("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  _vb_window_add_plan_filters (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* ---- a ladder -------------------------------------------------------------------------------- */

static void
on_ladder_response (GtkNativeDialog *dialog, int response, VbWindow *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && ensure_document (self))
    gtk_window_present (
        GTK_WINDOW (vb_ladder_import_window_new (GTK_WINDOW (self), self->document, file)));
  g_object_unref (dialog);
}

static void
import_ladder_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Import a Ladder"), GTK_WINDOW (widget),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_ladder_response), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
_vb_window_class_gather_init (VbWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.import-ladder", NULL,
                                   import_ladder_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.gather", NULL, gather_action);
}
