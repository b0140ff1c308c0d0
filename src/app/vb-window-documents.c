/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New, open, save, close: what a window does with the file of its document. */
#define G_LOG_DOMAIN "vb-app"

#include "vb-window-private.h"

#include <glib/gi18n-lib.h>

#include "vb-error.h"
#include "vb-example-loader.h"
#include "vb-example.h"

static void save (VbWindow *self, GFile *file, gboolean overwrite);
static void choose_and_save (VbWindow *self);

/* A plan is known by the name of its file, without the suffix. */
static char *
get_display_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  if (g_str_has_suffix (name, VB_DOCUMENT_SUFFIX))
    name[strlen (name) - strlen (VB_DOCUMENT_SUFFIX)] = '\0';

  return g_filename_display_name (name);
}

static void
remember_file (GFile *file)
{
  GtkRecentData data = {
    .mime_type = (char *) VB_DOCUMENT_MIME_TYPE,
    .app_name = (char *) g_get_application_name (),
    .app_exec = (char *) "vardbalans %u",
  };
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static void
forget_file (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

void
_vb_window_add_plan_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) plans = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (plans, _ ("Vårdbalans plans"));
  gtk_file_filter_add_suffix (plans, VB_DOCUMENT_SUFFIX + 1);
  gtk_file_chooser_add_filter (chooser, plans);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

/* A window for a document that is not to replace this one's. */
static VbWindow *
get_free_window (VbWindow *self)
{
  VbWindow *window;

  if (vb_window_is_free (self))
    return self;

  window = vb_window_new (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

/* ---- open
 * ---------------------------------------------------------------------------------------- */

static void
begin_opening (VbWindow *self, const char *name)
{
  /* Translators: %s is the name of a plan */
  g_autofree char *title = g_strdup_printf (_ ("Opening “%s”…"), name);

  self->opening = TRUE;
  self->cancellable = g_cancellable_new ();
  adw_status_page_set_title (self->loading_page, title);
  _vb_window_show_content (self);
}

static void
end_opening (VbWindow *self)
{
  self->opening = FALSE;
  g_clear_object (&self->cancellable);
}

/* Who waits for a document, and which. */
typedef struct
{
  VbWindow *window;
  GFile *file; /* NULL for the example and what is recovered */
  char *title; /* of what is recovered */
} Opening;

static Opening *
opening_new (VbWindow *window, GFile *file)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (window);
  g_set_object (&opening->file, file);

  return opening;
}

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_clear_object (&opening->file);
  g_free (opening->title);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
show_open_error (VbWindow *self, GFile *file, const GError *error)
{
  g_autofree char *name = get_display_name (file);
  /* Translators: %s is the name of a plan */
  g_autofree char *heading = g_strdup_printf (_ ("Could Not Open “%s”"), name);
  g_autofree char *body = NULL;

  if (g_file_query_exists (file, NULL))
    {
      body = g_strdup_printf ("%s\n\n%s", error->message, _ ("The file was left as it is."));
    }
  else
    {
      body = g_strdup (error->message);
      forget_file (file);
    }
  vb_window_show_error (self, heading, body);
}

#define FILE_KEY "vb-file"

static void
on_table_response (AdwMessageDialog *dialog, const char *response, VbWindow *self)
{
  if (g_str_equal (response, "import"))
    vb_window_import_file (self, g_object_get_data (G_OBJECT (dialog), FILE_KEY));
}

/* Who lives in spreadsheets tries to open one first. Whether it is a table, the import tells. */
static void
offer_import (VbWindow *self, GFile *file)
{
  g_autofree char *name = get_display_name (file);
  /* Translators: %s is the name of a file */
  g_autofree char *heading = g_strdup_printf (_ ("“%s” Is Not a Plan"), name);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self), heading,
      _ ("If it is a table, such as a CSV file or an Excel workbook, it can be imported into a new "
         "plan. You see what will be taken before anything is; the file itself is left as it is."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "import",
                                    _ ("_Import…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "import",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "import");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), FILE_KEY, g_object_ref (file), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_table_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
may_be_table (GFile *file, const GError *error)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_error_matches (error, VB_ERROR, VB_ERROR_NOT_A_DOCUMENT) && name != NULL
         && !g_str_has_suffix (name, VB_DOCUMENT_SUFFIX);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  VbWindow *self = opening->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) document = vb_document_open_finish (result, &error);

  /* The window was closed while it read. */
  if (!self->opening)
    {
      if (document != NULL)
        vb_document_close (document);
      return;
    }

  end_opening (self);
  if (document != NULL)
    {
      remember_file (opening->file);
      vb_window_set_document (self, document);
    }
  else if (may_be_table (opening->file, error))
    {
      offer_import (self, opening->file);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      show_open_error (self, opening->file, error);
    }
  _vb_window_show_content (self);
}

void
vb_window_open_file (VbWindow *self, GFile *file)
{
  g_autofree char *name = NULL;

  g_return_if_fail (VB_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (vb_window_is_free (self));

  name = get_display_name (file);
  begin_opening (self, name);
  vb_document_open_async (file, self->cancellable, on_opened, opening_new (self, file));
}

static void
on_recovered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  VbWindow *self = opening->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) document = vb_recovery_open_finish (result, &error);

  /* Where the window was closed meanwhile, the document is not: it stays to be recovered. */
  if (!self->opening)
    return;

  end_opening (self);
  if (document != NULL)
    {
      vb_window_set_document (self, document);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* Translators: %s is the name of a plan */
      g_autofree char *heading = g_strdup_printf (_ ("Could Not Recover “%s”"), opening->title);

      vb_window_show_error (self, heading, error->message);
    }
  _vb_window_show_content (self);
}

void
vb_window_recover (VbWindow *self, VbRecovery *recovery)
{
  Opening *opening;

  g_return_if_fail (VB_IS_WINDOW (self));
  g_return_if_fail (VB_IS_RECOVERY (recovery));

  self = get_free_window (self);
  opening = opening_new (self, NULL);
  opening->title = g_strdup (vb_recovery_get_title (recovery));
  begin_opening (self, opening->title);
  vb_recovery_open_async (recovery, self->cancellable, on_recovered, opening);
}

static void
on_example_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  VbWindow *self = opening->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) document = vb_example_load_finish (result, &error);

  if (!self->opening)
    {
      if (document != NULL)
        vb_document_close (document);
      return;
    }

  end_opening (self);
  if (document != NULL)
    {
      VbUnit *unit = vb_document_find_unit (document, vb_example_get_main_unit (), NULL);

      vb_window_set_document (self, document);
      if (unit != NULL)
        vb_session_set_unit (self->session, unit);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      vb_window_show_error (self, _ ("Could Not Open the Example Region"), error->message);
    }
  _vb_window_show_content (self);
}

static void
open_example_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbWindow *self = get_free_window (VB_WINDOW (widget));

  begin_opening (self, _ ("Example region"));
  vb_example_load_async (self->cancellable, on_example_loaded, opening_new (self, NULL));
}

static void
on_open_response (GtkNativeDialog *dialog, int response, VbWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      vb_window_open_file (get_free_window (self), file);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Open Plan"), GTK_WINDOW (widget),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  _vb_window_add_plan_filters (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_open_response), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
open_uri_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  vb_window_open_file (get_free_window (VB_WINDOW (widget)), file);
}

static void
cancel_opening_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_cancellable_cancel (VB_WINDOW (widget)->cancellable);
}

static void
new_plan_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbWindow *self = get_free_window (VB_WINDOW (widget));
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) document = vb_document_new (&error);

  /* What the reader prefers is how the plan begins, not a change of it. */
  if (document == NULL
      || (self->settings != NULL
          && (!vb_document_set_default_target (
                  document, g_settings_get_double (self->settings, "default-target-occupancy"),
                  &error)
              || !vb_document_start_afresh (document, NULL, &error))))
    {
      vb_window_show_error (self, _ ("Could Not Make a New Plan"), error->message);
      return;
    }

  vb_window_set_document (self, document);
}

/* ---- save
 * ---------------------------------------------------------------------------------------- */

static void
on_overwrite_response (AdwMessageDialog *dialog, const char *response, VbWindow *self)
{
  if (g_str_equal (response, "overwrite"))
    save (self, NULL, TRUE);
  else if (g_str_equal (response, "save-as"))
    choose_and_save (self);
  else
    self->close_when_saved = FALSE;
}

/* Somebody else saved the file since it was opened: never overwritten without asking. */
static void
ask_overwrite (VbWindow *self)
{
  /* Translators: %s is the name of a plan */
  g_autofree char *heading = g_strdup_printf (_ ("“%s” Was Changed by Someone Else"),
                                              vb_document_get_title (self->document));
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self), heading,
      _ ("The file is not the one that you opened or saved last. Save your plan under another name "
         "to keep both, or replace what the other one saved."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                    "overwrite", _ ("_Replace"), "save-as", _ ("Save _As…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "overwrite",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save-as",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save-as");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_overwrite_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_save_error (VbWindow *self, const GError *error)
{
  /* Translators: %s is the name of a plan */
  g_autofree char *heading =
      g_strdup_printf (_ ("Could Not Save “%s”"), vb_document_get_title (self->document));
  g_autofree char *body =
      g_strdup_printf ("%s\n\n%s", error->message,
                       _ ("Nothing is lost: your changes are still in this window. Save them under "
                          "another name or in another folder."));

  vb_window_show_error (self, heading, body);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (VbWindow) self = user_data;
  VbDocument *document = VB_DOCUMENT (source);
  g_autoptr (GError) error = NULL;
  gboolean saved = vb_document_save_finish (document, result, &error);

  self->saving = FALSE;
  g_clear_object (&self->cancellable);
  if (self->document == NULL)
    return;

  if (saved)
    {
      if (vb_document_get_file (document) != NULL)
        remember_file (vb_document_get_file (document));
      if (self->close_when_saved)
        gtk_window_close (GTK_WINDOW (self));
    }
  else if (g_error_matches (error, VB_ERROR, VB_ERROR_CHANGED_ON_DISK))
    {
      ask_overwrite (self);
    }
  else
    {
      self->close_when_saved = FALSE;
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_save_error (self, error);
    }
  _vb_window_show_content (self);
}

/* @file: NULL for the document's own. */
static void
save (VbWindow *self, GFile *file, gboolean overwrite)
{
  if (self->saving)
    return;

  self->saving = TRUE;
  self->cancellable = g_cancellable_new ();
  _vb_window_show_content (self);
  vb_document_save_async (self->document, file, overwrite, self->cancellable, on_saved,
                          g_object_ref (self));
}

/* The chooser asks about replacing a file of the name that it sees, so the suffix is added only to
 * a name without one, and only if that makes no other file disappear. */
static GFile *
add_suffix (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *with_suffix = g_strconcat (name, VB_DOCUMENT_SUFFIX, NULL);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autoptr (GFile) other = NULL;

  if (g_str_has_suffix (name, VB_DOCUMENT_SUFFIX) || parent == NULL)
    return g_object_ref (file);

  other = g_file_get_child (parent, with_suffix);
  if (g_file_query_exists (other, NULL))
    return g_object_ref (file);

  return g_steal_pointer (&other);
}

static void
on_save_response (GtkNativeDialog *dialog, int response, VbWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autoptr (GFile) file = add_suffix (chosen);

      save (self, file, FALSE);
    }
  else
    {
      self->close_when_saved = FALSE;
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
choose_and_save (VbWindow *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Save Plan"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  g_autofree char *name =
      g_strconcat (vb_document_get_title (self->document), VB_DOCUMENT_SUFFIX, NULL);
  GFile *file = vb_document_get_file (self->document);

  _vb_window_add_plan_filters (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (dialog), file, NULL);
  else
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_save_response), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbWindow *self = VB_WINDOW (widget);

  if (vb_document_get_file (self->document) != NULL)
    save (self, NULL, FALSE);
  else
    choose_and_save (self);
}

static void
save_as_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  choose_and_save (VB_WINDOW (widget));
}

/* ---- close
 * --------------------------------------------------------------------------------------- */

static gboolean
on_close_soon (gpointer user_data)
{
  gtk_window_close (user_data);

  return G_SOURCE_REMOVE;
}

static void
on_close_response (AdwMessageDialog *dialog, const char *response, VbWindow *self)
{
  if (g_str_equal (response, "discard"))
    {
      self->discard = TRUE;
      /* Not before the dialog is done with its parent. */
      g_idle_add_full (G_PRIORITY_DEFAULT, on_close_soon, g_object_ref (self), g_object_unref);
    }
  else if (g_str_equal (response, "save"))
    {
      self->close_when_saved = TRUE;
      gtk_widget_activate_action (GTK_WIDGET (self), "win.save", NULL);
    }
  else
    {
      /* Closing may have been asked for while it saved. */
      self->close_when_saved = FALSE;
    }
}

static void
ask_save (VbWindow *self)
{
  /* Translators: %s is the name of a plan */
  g_autofree char *heading =
      g_strdup_printf (_ ("Save Changes to “%s”?"), vb_document_get_title (self->document));
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self), heading, _ ("Changes that are not saved will be lost for good."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard",
                                    _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
_vb_window_request_close (VbWindow *self)
{
  if (self->saving)
    {
      self->close_when_saved = TRUE;
      return FALSE;
    }

  if (self->opening)
    {
      g_cancellable_cancel (self->cancellable);
      end_opening (self);
    }

  if (self->document != NULL && vb_document_get_busy (self->document))
    {
      vb_window_add_toast (self,
                           adw_toast_new (_ ("An import is in progress; wait until it is done")));
      return FALSE;
    }

  if (self->document != NULL && vb_document_get_modified (self->document) && !self->discard)
    {
      ask_save (self);
      return FALSE;
    }

  if (self->document != NULL)
    vb_document_close (self->document);

  return TRUE;
}

/* ---- drop
 * ---------------------------------------------------------------------------------------- */

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  VbWindow *self = VB_WINDOW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
  GFile *file = g_value_get_object (value);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  if (name == NULL)
    return FALSE;
  if (!g_str_has_suffix (name, VB_DOCUMENT_SUFFIX))
    return vb_window_import_file (self, file);

  vb_window_open_file (get_free_window (self), file);

  return TRUE;
}

void
_vb_window_init_drop (VbWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (on_drop), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
_vb_window_class_documents_init (VbWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.new-plan", NULL, new_plan_action);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-example", NULL, open_example_action);
  gtk_widget_class_install_action (widget_class, "win.open-uri", "s", open_uri_action);
  gtk_widget_class_install_action (widget_class, "win.cancel-opening", NULL, cancel_opening_action);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
}
